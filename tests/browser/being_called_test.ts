/** What a call does at a page that nobody looks at, and what the person sets of it. */

import { assertEquals } from "@std/assert";
import type { Page } from "playwright-core";
import { assertAccessible } from "./accessible.ts";
import { browserTest } from "./browser_test_case.ts";
import type { ChromiumPerson } from "./chromium_person.ts";

/** Has a page note the pitch of all that it plays; it stays as silent as a browser may keep it while `isSilenced`. */
async function noteSounds(page: Page): Promise<void> {
  await page.addInitScript(`
    instruments.played = [];
    globalThis.OscillatorNode = class extends OscillatorNode {
      constructor(context, options) {
        super(context, options);
        instruments.played.push(options.frequency);
      }
    };
    const { get } = Object.getOwnPropertyDescriptor(BaseAudioContext.prototype, "state");
    const state = { get() { return instruments.isSilenced ? "suspended" : get.call(this); } };
    Object.defineProperty(BaseAudioContext.prototype, "state", state);
  `);
}

const readPlayed = (person: ChromiumPerson) => person.evaluate<number[]>("instruments.played.splice(0)");
const settings = ({ page }: ChromiumPerson) => page.getByRole("dialog", { name: "Ringing" });

browserTest("Calls ring by the tone that the person has chosen, which they can try", async (scene, step) => {
  const [kim, sam] = [await scene.open({ prepare: noteSounds }), await scene.open()];
  const kimId = await kim.readId();
  const tone = settings(kim).getByRole("combobox", { name: "Ring tone" });

  await step("Each is heard by a press, and it says what to do where nothing is heard", async () => {
    await kim.press("Ringing");
    await assertAccessible(kim, "settings of ringing");
    const first: number[] = [];
    for (const name of ["Classic", "Chimes", "Drops", "Telephone"]) {
      await tone.selectOption(name);
      await kim.press("Test ring");
      await settings(kim).getByText("You should hear it now.").waitFor();
      await kim.waitUntil("instruments.played.length > 0"); // It may say so of the one before.
      first.push((await readPlayed(kim))[0] ?? 0);
    }
    assertEquals(first, [660, 1_047, 587, 440]);
    await kim.evaluate("instruments.isSilenced = true");
    await kim.press("Test ring");
    await settings(kim).getByText("This browser won’t let the page ring.").waitFor();
    assertEquals(await readPlayed(kim), []);
    await kim.evaluate("instruments.isSilenced = false");
  });
  await step("A call rings by it, closes the settings, and does so after the page was loaded again", async () => {
    await tone.selectOption("Chimes");
    await sam.call(kimId);
    await kim.seeRinging();
    await settings(kim).waitFor({ state: "detached" });
    await kim.waitUntil("instruments.played.includes(784)");
    assertEquals((await readPlayed(kim)).slice(0, 4), [1_047, 784, 659, 523]);
    await sam.press("Cancel");
    await kim.page.reload();
    await kim.readId();
    await kim.press("Ringing");
    assertEquals(await tone.inputValue(), "chimes");
  });
});
