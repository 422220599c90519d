/** How the pictures of a call are shown: over the whole screen, in a small window, whole or cut, with the own one or not. */

import { assert, assertEquals } from "@std/assert";
import { browserTest } from "./browser_test_case.ts";
import type { ChromiumPerson } from "./chromium_person.ts";
import { connect } from "./person.ts";

async function choose({ page }: ChromiumPerson, name: string): Promise<void> {
  await page.mouse.move(300, 300);
  await page.getByRole("button", { name: "More", exact: true }).click();
  await page.getByRole("button", { name }).click();
}

const styleOf = (person: ChromiumPerson, selector: string, property: string) =>
  person.evaluate<string>(`getComputedStyle(document.querySelector("${selector}")).${property}`);

browserTest(
  "Pictures are shown as the person chooses, and full screen and small window end with the call",
  async (scene) => {
    const [caller, callee] = [await scene.open({ isWhole: true }), await scene.open()];
    await connect(caller, callee);
    await caller.waitUntil(`document.querySelector("video.remote.shown") !== null`);
    const { page } = caller;

    await choose(caller, "Hide your own picture");
    assertEquals(await styleOf(caller, ".own.tile", "visibility"), "hidden");
    await choose(caller, "Show your own picture");
    assertEquals(await styleOf(caller, ".own.tile", "visibility"), "visible");
    await choose(caller, "Show the whole picture");
    assertEquals(await styleOf(caller, ".remote", "objectFit"), "contain");
    await choose(caller, "Fill the screen");
    assertEquals(await styleOf(caller, ".remote", "objectFit"), "cover");

    await page.keyboard.press("f");
    await caller.waitUntil("document.fullscreenElement !== null");
    await page.keyboard.press("f");
    await caller.waitUntil("document.fullscreenElement === null");

    const opening = page.context().waitForEvent("page");
    await choose(caller, "Picture in picture");
    const small = await opening;
    await small.getByRole("button", { name: "Mute" }).click();
    await callee.page.getByText("is muted").waitFor();
    await small.locator("video").waitFor();
    await page.keyboard.press("f");
    // Its drawings have come along, or there would be nothing on the buttons.
    const isDrawn =
      "document.getElementById(document.querySelector('.leave use').getAttribute('href').slice(1)) !== null";
    assert(await small.evaluate<boolean>(isDrawn));
    await small.getByRole("button", { name: "Hang up" }).click();
    await callee.see("Call ended");
    await caller.waitUntil("document.fullscreenElement === null");
    assert(small.isClosed());
  },
);
