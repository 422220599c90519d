/**
 * What a person sees and presses in a call, at the sizes of a phone, of one that lies on its side, and of a desk: nothing
 * lies over what is to be read, and all is within reach.
 */

import { assert, assertEquals, assertMatch } from "@std/assert";
import { type Box, readBox, SIZES } from "./boxes.ts";
import { browserTest } from "./browser_test_case.ts";
import type { ChromiumPerson } from "./chromium_person.ts";
import { connect } from "./person.ts";

async function playFocus(caller: ChromiumPerson): Promise<void> {
  const { page } = caller;
  const isQuieted = "document.querySelector('.stage').classList.contains('quieted')";
  await caller.waitUntil("document.querySelector('video.remote.shown') !== null");
  await page.mouse.move(500, 300);
  await page.clock.runFor(4_000);
  // They fade while nobody moves, which counts from when the page is told of the last move.
  await caller.waitUntil(isQuieted);
  await page.keyboard.press("Tab");
  await page.getByRole("button", { name: "Verify" }).focus();
  await page.clock.runFor(7_000);
  assertEquals(await caller.evaluate(isQuieted), false);
  await page.keyboard.press("Enter");
  await page.getByRole("dialog").waitFor();
  await page.keyboard.press("Escape");
  await page.clock.runFor(7_000);
  assertEquals(await caller.evaluate("document.activeElement.className"), "verify");
  assertEquals(await caller.evaluate(isQuieted), false);
  await caller.evaluate("document.activeElement.blur()");
  // The browser may tell of a pointer that did not move, since what is under it has changed.
  await page.clock.runFor(7_000);
  await caller.waitUntil(isQuieted);
}

async function playOwnPicture(caller: ChromiumPerson): Promise<void> {
  const { page } = caller;
  const own = page.getByRole("group", { name: "Own picture, the arrow keys move it" });
  await page.emulateMedia({ reducedMotion: "reduce" });
  for (
    const size of [...SIZES, { width: 320, height: 568 }, { width: 568, height: 320 }, { width: 667, height: 375 }]
  ) {
    await page.setViewportSize(size);
    for (const keys of [["ArrowRight", "ArrowDown"], ["ArrowLeft"], ["ArrowUp"], ["ArrowRight"]]) {
      for (const key of keys) await own.press(key);
      const tile = await readBox(caller, ".own");
      const found = await caller.evaluate<Box[]>(`
        [...document.querySelectorAll(".call-header, .call-header i, .verify, .chip, .bar")]
          .map((element) => element.getBoundingClientRect())
          .map(({ left, top, right, bottom }) => ({ left, top, right, bottom }))`);
      const isClear = ({ left, top, right, bottom }: Box) =>
        right <= tile.left || left >= tile.right || bottom <= tile.top || top >= tile.bottom;
      assertEquals(
        found.filter((box) => !isClear(box)),
        [],
        `${size.width} by ${size.height}, ${JSON.stringify(tile)}`,
      );
      const isWhole = await caller.evaluate(`[...document.querySelectorAll(".call-header i")].every((group) => {
        const [inner, outer] = [group, group.closest(".call-header")].map((element) => element.getBoundingClientRect());
        const at = document.elementFromPoint(inner.right - 3, (inner.top + inner.bottom) / 2);
        return inner.right <= outer.right + 0.5 && group.contains(at);
      })`);
      assert(isWhole, `The ID is cut off at ${size.width} by ${size.height}, ${JSON.stringify(tile)}`);
    }
  }
}

async function playTimer(caller: ChromiumPerson): Promise<void> {
  await caller.evaluate("{ const now = Date.now; Date.now = () => now() + 3_600_000; }");
  const shown = await caller.evaluate<string>("document.querySelector('[role=timer]').textContent");
  await caller.waitUntil(`document.querySelector('[role=timer]').textContent !== "${shown}"`);
  assertMatch(await caller.evaluate("document.querySelector('[role=timer]').textContent"), /^0\d:\d\d$/);
  await caller.press("Hang up");
  await caller.see(/You talked with .* for \d+\s(?:seconds|minutes?)/);
}

browserTest("What a person sees and presses in a call", async (scene, step) => {
  const [caller, callee] = [await scene.open({ fakesClock: true }), await scene.open()];
  await connect(caller, callee);
  await step(
    "Controls with the keyboard's focus stay in sight, and closing the words gives it back",
    () => playFocus(caller),
  );
  // From here on no picture of the other end is looked at.
  await callee.press("Turn camera off");
  await step("The own picture lies over nothing of a call's header, in whichever corner", () => playOwnPicture(caller));
  await step(
    "A call's timer and its length take no notice of a system clock that is set ahead",
    () => playTimer(caller),
  );
});
