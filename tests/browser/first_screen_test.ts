/**
 * The first screen is in the document, as HTML: it is seen before any script has come, and the script takes it over
 * without a jump, with what a person has typed and pressed meanwhile.
 */

import { assert, assertEquals, assertMatch } from "@std/assert";
import type { Page } from "playwright-core";
import { until } from "../doubles/until.ts";
import { browserTest, type Scene } from "./browser_test_case.ts";
import type { ChromiumPerson } from "./chromium_person.ts";

const SOMEBODY = "k7mq-2vhd-9xtr-w4pz-0b5n";
const VIEWPORTS = [{ width: 390, height: 844 }, { width: 1280, height: 800 }];

interface Early {
  readonly page: Page;
  /** Lets the scripts come, and resolves when the page is ready for calls. */
  release(): Promise<ChromiumPerson>;
}

type Options = { path?: string; fakesClock?: boolean; prepare?: (page: Page) => Promise<void> };

/** Opens the page and holds its scripts back. */
async function openEarly(scene: Scene, { path = "/", prepare, ...options }: Options = {}): Promise<Early> {
  const held = Promise.withResolvers<void>();
  const opened = Promise.withResolvers<Page>();
  const opening = scene.open({
    ...options,
    path,
    async prepare(page) {
      await page.route("**/build/*.js", (route) => held.promise.then(() => route.continue()));
      await prepare?.(page);
      opened.resolve(page);
    },
  });
  const page = await opened.promise;
  await page.locator("footer").first().waitFor({ state: "attached" });
  const release = async () => {
    held.resolve();
    return await opening;
  };
  return { page, release };
}

/** How much has moved that nobody moved (Layout Instability API), until now. */
function readShift(page: Page): Promise<number> {
  return page.evaluate(() =>
    new Promise<number>((resolve) => {
      const shifts: number[] = [];
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) shifts.push((entry as PerformanceEntry & { value: number }).value);
      }).observe({ type: "layout-shift", buffered: true });
      // What is buffered comes before the second frame.
      requestAnimationFrame(() => requestAnimationFrame(() => resolve(shifts.reduce((sum, value) => sum + value, 0))));
    })
  );
}

/** Waits until the script has drawn the screen, and the browser has shown it. */
async function seeTakenOver(page: Page): Promise<void> {
  const isOver = () => page.evaluate<boolean>("document.documentElement.dataset.early === undefined");
  await until(isOver, "the script has drawn the screen");
  await page.evaluate("new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))");
}

const FIRST_SCREENS = [
  ["a host", "/"],
  ["a guest", `/#${SOMEBODY}`],
  ["a guest of somebody named", `/#${SOMEBODY}/Maximiliana_Wolfeschlegelsteinhausen`],
] as const;

for (const [who, path] of FIRST_SCREENS) {
  browserTest(`The script takes the first screen of ${who} over as it stands, and nothing moves`, async (scene) => {
    for (const viewport of VIEWPORTS) {
      const { page, release } = await openEarly(scene, {
        path,
        async prepare(page) {
          await page.setViewportSize(viewport);
          const session = await page.context().newCDPSession(page);
          const isPhone = viewport.width < 600;
          await session.send("Emulation.setTouchEmulationEnabled", { enabled: isPhone, maxTouchPoints: 1 });
          await page.routeWebSocket("**/socket", () => {}); // Says nothing, so that nothing changes but by the script.
        },
      });
      await page.getByRole("textbox", { name: "ID or link" }).waitFor();
      assertEquals(await page.getByRole("region", { name: /^Call .*\?$/ }).count(), who === "a host" ? 0 : 1);
      // Marks every element, to be found again.
      const count = await page.evaluate(() => {
        const all = document.querySelectorAll("#app *");
        for (const element of all) Object.assign(element, { wasEarly: true });
        return all.length;
      });
      const places = await page.evaluate(READ_PLACES);
      await release();
      await seeTakenOver(page);
      if (who === "a guest of somebody named") await page.getByRole("heading", { name: /^Call Maximiliana/ }).waitFor();
      assertEquals(await page.evaluate(READ_PLACES), places, JSON.stringify(viewport));
      const kept = await page.evaluate("[...document.querySelectorAll('#app *')].filter((one) => one.wasEarly).length");
      // A guest's mark and ID are known now.
      assert(typeof kept === "number" && kept >= count - 8, `${kept} of ${count} elements are the same`);
      assertEquals(await readShift(page), 0, JSON.stringify(viewport));
      await page.context().close();
    }
  });
}

/** Where everything is that is read or pressed, but for what is not to be seen, and what comes later into a place kept for it. */
const READ_PLACES =
  `[...document.querySelectorAll("#app :is(h1, h2, p, label, input, button, a):not(.before-call *, .scan)")].flatMap((element) => {
  const { x, y, width, height } = element.getBoundingClientRect();
  return width < 2 ? [] : [[element.tagName, ...[x, y, width, height].map(Math.round)].join(" ")];
})`;

browserTest("What is typed before the script is there stays, with focus and caret, and is taken", async (scene) => {
  const { page, release } = await openEarly(scene);
  const [field, name] = ["ID or link", "Your name"].map((label) => page.getByRole("textbox", { name: label }));
  assert(field !== undefined && name !== undefined);
  await name.fill("Kim");
  await page.getByText("Hide my IP address").click();
  await field.pressSequentially("k7mq-2vhd");
  await page.keyboard.press("ArrowLeft");
  const person = await release();
  await seeTakenOver(page);
  const read = () =>
    page.evaluate(() => {
      const { id, value, selectionStart } = document.activeElement as HTMLInputElement;
      return [id, value, selectionStart];
    });
  assertEquals(await read(), ["dial-field", "k7mq-2vhd", 8]);
  await person.readId();
  assertEquals(await read(), ["dial-field", "k7mq-2vhd", 8]);
  await page.keyboard.type("!");
  assertEquals(await read(), ["dial-field", "k7mq-2vh!d", 9]);
  // And is the person's from now on, as if the script had been there.
  await page.reload();
  await person.readId();
  assertEquals(await name.inputValue(), "Kim");
  assert(await page.getByRole("switch", { name: "Hide my IP address" }).isChecked());
});

browserTest("A guest's own words stay in the field, and are not put away for the link's", async (scene) => {
  const { page, release } = await openEarly(scene, { path: `/#${SOMEBODY}` });
  await page.getByRole("textbox", { name: "ID or link" }).fill("somebody else");
  await release();
  await seeTakenOver(page);
  assertEquals(await page.getByRole("textbox", { name: "ID or link" }).inputValue(), "somebody else");
});

async function keepMissedCall(page: Page): Promise<void> {
  const missed = [{ remotePeerId: SOMEBODY, remoteName: "Kim", atMs: Date.now(), count: 1, callIds: ["a"] }];
  await page.addInitScript((text) => localStorage.setItem("missed-calls", text), JSON.stringify(missed));
}

browserTest("What cannot be done yet shows so, and what can is done as soon as it can", async (scene) => {
  const home = await openEarly(scene);
  for (const name of ["Call", "Copy link"]) {
    const button = home.page.getByRole("button", { name, exact: true });
    assert(await button.isDisabled(), name);
    assertMatch(await button.evaluate((element) => getComputedStyle(element).opacity), /^0\.[3-7]/, name);
  }
  await home.page.getByText("Connecting to the server…").first().waitFor();
  await home.release();

  const check = await openEarly(scene, { path: "/check", prepare: keepMissedCall });
  await check.page.getByRole("button", { name: "Start" }).click();
  await check.release();
  await check.page.getByRole("button", { name: "Checking…" }).waitFor();
});

browserTest(
  "A screen that its script would change at once is not seen until then, and never for long",
  async (scene) => {
    const { page, release } = await openEarly(scene, { fakesClock: true, prepare: keepMissedCall });
    const heading = page.getByRole("heading", { name: "Your ID" });
    assertEquals(await heading.isVisible(), false);
    await page.clock.runFor(4_000);
    await heading.waitFor();
    await release();
    await page.getByRole("heading", { name: "Missed calls" }).waitFor();
  },
);

browserTest("An invitation to somebody known is not seen before their name is", async (scene) => {
  const known = [{ peerId: SOMEBODY, names: ["kim"], shownName: "Kim", verifiedAtMs: null, publicKey: "key" }];
  const { page, release } = await openEarly(scene, {
    path: `/#${SOMEBODY}`,
    fakesClock: true,
    prepare: async (page) =>
      void await page.addInitScript((copy) => localStorage.setItem("known-peers copy", copy), JSON.stringify(known)),
  });
  assertEquals(await page.getByRole("heading", { name: /^Call/ }).isVisible(), false);
  await release();
  await page.getByRole("heading", { name: "Call Kim?" }).waitFor();
  assertEquals(await readShift(page), 0);
});

browserTest("Nobody sees the first screen in English first who speaks another language", async (scene) => {
  const { page, release } = await openEarly(scene, {
    fakesClock: true,
    prepare: async (page) =>
      void await page.addInitScript("Object.defineProperty(navigator, 'languages', { get: () => ['de-AT', 'en'] })"),
  });
  assertEquals(await page.getByRole("heading", { name: "Your ID" }).isVisible(), false);
  await release();
  await page.getByRole("heading", { name: "Deine ID" }).waitFor();
});

browserTest("Without scripts the page says what it needs, and shows no screen that would not work", async (scene) => {
  const { page, context } = await scene.open({ args: ["--blink-settings=scriptEnabled=false"] });
  const session = await context.newCDPSession(page); // Looks into the page without a script.
  const { root } = await session.send("DOM.getDocument");
  const hasBox = async (selector: string) => {
    const { nodeId } = await session.send("DOM.querySelector", { nodeId: root.nodeId, selector });
    return await session.send("DOM.getBoxModel", { nodeId }).then(() => true, () => false);
  };
  assertEquals([await hasBox("noscript"), await hasBox("#app"), await hasBox("#app button")], [true, false, false]);
});

browserTest("The logo is there when the server is gone", async (scene) => {
  const { page } = await scene.open({
    prepare: async (page) => void await page.route(/icon/, (route) => route.abort()),
  });
  const box = await page.locator("header svg").first().boundingBox();
  assertEquals([box?.width, box?.height], [28, 28]);
  assertEquals(await page.locator("img").count(), 0);
});
