/** The browser's back button, which is a phone's gesture too: it closes what lies over the page before it leaves it. */

import { assertEquals } from "@std/assert";
import { browserTest } from "./browser_test_case.ts";
import type { ChromiumPerson } from "./chromium_person.ts";
import { field, openChat } from "./named_pair.ts";

const readState = (person: ChromiumPerson) => person.evaluate("history.state");

browserTest("Back closes what is open over the page, the topmost first, and then leaves", async (scene, step) => {
  const kim = await scene.open();
  const kimId = await kim.readId();
  const path = `/#${kimId}/Kim`;
  const sam = await scene.open({ path });
  const { page } = sam;
  await page.setViewportSize({ width: 390, height: 844 });
  const code = page.getByRole("dialog", { name: "Scan this to call me" });
  const menu = page.locator("#more-menu");
  await sam.readId();
  // As the load guard keeps when it has loaded the page again.
  await sam.evaluate("history.replaceState([1], '')");

  await step("It closes a dialog, and the page keeps its link and the state of its history", async () => {
    await sam.press("QR code");
    await code.waitFor();
    await sam.waitUntil("history.state.length === 2");
    await page.goBack();
    await code.waitFor({ state: "detached" });
    assertEquals(page.url(), scene.server.origin + path);
    assertEquals(await readState(sam), [1]);
  });

  await step("A dialog that is closed by its button, or loaded away, leaves nothing behind", async () => {
    await sam.press("QR code");
    await sam.waitUntil("history.state.length === 2");
    await sam.press("Close");
    await sam.waitUntil("history.state.length === 1");
    await sam.press("QR code");
    await sam.waitUntil("history.state.length === 2");
    await page.reload();
    await sam.readId();
    await sam.press("QR code");
    await code.waitFor();
    await sam.press("Close");
    await sam.waitUntil("history.state.length === 1");
  });

  await step("A link that is followed while it is open is gone back from as ever", async () => {
    await sam.press("QR code");
    await sam.waitUntil("history.state.length === 2");
    await sam.evaluate("location.hash = '#k7mq-2vhd-9xtr-w4pz-0b5n'");
    await code.waitFor({ state: "detached" });
    await page.goBack();
    await sam.waitUntil(`location.hash === '${path.slice(1)}' && history.state.length === 1`);
  });

  await step("In a call it closes the menu, then the chat, and the call goes on", async () => {
    await sam.press("Call");
    await kim.seeRinging();
    await kim.press("Accept without video");
    await sam.see("Connected with");
    await openChat(sam);
    await sam.waitUntil("history.state.length === 2");
    await sam.press("More");
    await menu.waitFor();
    await sam.waitUntil("history.state.length === 3");
    await page.goBack();
    await menu.waitFor({ state: "hidden" });
    assertEquals(await field(sam).isVisible(), true);
    await page.goBack();
    await field(sam).waitFor({ state: "detached" });
    await sam.waitUntil("history.state.length === 1");
    assertEquals(await page.getByRole("button", { name: "Hang up" }).isVisible(), true);
    await sam.press("Hang up");
    await kim.see("Call ended");
  });

  await step("With nothing open it leaves", async () => {
    await page.goBack();
    assertEquals(page.url(), "about:blank");
  });
});
