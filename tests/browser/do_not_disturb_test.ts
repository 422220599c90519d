/** What a call does while the person is not to be disturbed, and how they say so: in two tabs, over a real server. */

import { assert, assertEquals } from "@std/assert";
import type { Page } from "playwright-core";
import { assertAccessible } from "./accessible.ts";
import { browserTest } from "./browser_test_case.ts";
import type { ChromiumPerson } from "./chromium_person.ts";

/** Has a page note each sound that it begins, each time it vibrates, and each notification. */
async function noteAlarms(page: Page): Promise<void> {
  await page.addInitScript(`
    instruments.alarms = [];
    for (const name of ["AudioContext", "Notification"]) {
      const Own = globalThis[name];
      if (Own === undefined) continue;
      globalThis[name] = class extends Own {
        constructor(...parameters) {
          super(...parameters);
          instruments.alarms.push(name);
        }
      };
    }
    navigator.vibrate = (pattern) => pattern !== 0 && instruments.alarms.push("vibrate");
  `);
}

const readAlarms = (person: ChromiumPerson) => person.evaluate<string[]>("instruments.alarms.splice(0)");
const settings = ({ page }: ChromiumPerson) => page.getByRole("dialog", { name: "Ringing" });
const toggle = (person: ChromiumPerson, name: string) => settings(person).getByRole("switch", { name, exact: true });
/** Its whole row presses a switch. */
async function press(person: ChromiumPerson, name: string): Promise<void> {
  const before = await toggle(person, name).isChecked();
  await settings(person).getByText(name, { exact: true }).click();
  assertEquals(await toggle(person, name).isChecked(), !before);
}
const quietLine = ({ page }: ChromiumPerson) => page.getByRole("complementary", { name: "Waiting calls" });
const missed = ({ page }: ChromiumPerson) => page.getByRole("heading", { name: "Missed calls" });
const incoming = ({ page }: ChromiumPerson) => page.getByRole("dialog", { name: "Incoming call" });
const says = ({ page }: ChromiumPerson, text: string | RegExp) => page.locator(".told").getByText(text).waitFor();

/** A time of day as a field has it, some minutes from now by the clock of this machine, which is the page's too. */
function timeIn(minutes: number): string {
  return new Date(Date.now() + minutes * 60_000).toTimeString().slice(0, 5);
}

browserTest(
  "While the person is not to be disturbed, whoever calls rings out, and disturbs nobody",
  async (scene, step) => {
    const kim = await scene.open({ prepare: noteAlarms });
    const other = await scene.open({ tabOf: kim, prepare: noteAlarms });
    const [sam, eve] = [await scene.open(), await scene.open()];
    const kimId = await kim.readId();
    await sam.page.getByRole("textbox", { name: "Your name" }).fill("Sam");
    await sam.page.keyboard.press("Tab"); // Whoever types is not rung by strangers.

    await step("The switch holds in all tabs, and says so where it says who can call", async () => {
      // In the first view of a phone.
      await kim.page.setViewportSize({ width: 390, height: 844 });
      await kim.page.evaluate("scrollTo(0, 0)");
      const bell = await kim.page.getByRole("button", { name: "Ringing", exact: true }).boundingBox();
      assert(
        bell !== null && bell.y + bell.height < 844 && bell.width >= 44 && bell.height >= 44,
        JSON.stringify(bell),
      );
      await kim.press("Ringing");
      assertEquals(await toggle(kim, "Do not disturb").isChecked(), false);
      await assertAccessible(kim, "settings of ringing");
      await press(kim, "Do not disturb");
      await settings(kim).getByRole("button", { name: "Done" }).click();
      await settings(kim).waitFor({ state: "detached" });
      for (const tab of [kim, other]) await says(tab, "Do not disturb is on.");
    });
    await step("A stranger hears it ring, and the person neither hears nor sees it before it is missed", async () => {
      await eve.call(kimId);
      await eve.see("Ringing");
      for (const tab of [kim, other]) {
        await tab.waitUntil("document.title === 'Video calling'");
        assertEquals([await incoming(tab).count(), await quietLine(tab).innerText()], [0, ""]);
      }
      await eve.press("Cancel");
      for (const tab of [kim, other]) {
        await missed(tab).waitFor();
        assertEquals(await readAlarms(tab), []);
      }
    });
    await step(
      "Somebody known waits in the quiet line, without a sound, also when the person looks who it is",
      async () => {
        await kim.call(await sam.readId());
        await sam.seeRinging();
        await sam.press("Decline");
        await kim.see("declined");
        await kim.press("Back");
        await readAlarms(kim); // It has heard it ring at the other end.
        await sam.press("Back");
        await sam.call(kimId);
        await quietLine(kim).getByText("Sam is calling").waitFor();
        assertEquals(await incoming(kim).count(), 0);
        await quietLine(kim).getByRole("button", { name: "Show" }).click();
        await incoming(kim).waitFor();
        assertEquals([await readAlarms(kim), await readAlarms(other)], [[], []]);
      },
    );
    await step("Once another tab has ended it, the call that waits rings after all", async () => {
      await other.press("Ringing");
      await press(other, "Do not disturb");
      await incoming(kim).waitFor();
      await kim.waitUntil("instruments.alarms.includes('AudioContext')");
      await kim.press("Decline");
      await sam.see("declined");
      await kim.press("Back");
    });
    await step(
      "For an hour it says until when, and a time of each day counts at once, until it is switched off",
      async () => {
        await kim.press("Ringing");
        await settings(kim).getByRole("button", { name: "For 1 hour" }).click();
        await says(kim, /^Do not disturb until \d+:\d\d [AP]M\.$/);
        assertEquals(await toggle(kim, "Do not disturb").isChecked(), true);
        await press(kim, "Do not disturb");
        await says(kim, "Anyone with your link can call you");
        await press(kim, "Every day");
        await settings(kim).getByLabel("From", { exact: true }).fill(timeIn(-60));
        await settings(kim).getByLabel("To", { exact: true }).fill(timeIn(60));
        await says(kim, /^Do not disturb until/);
        await kim.page.reload();
        await says(kim, /^Do not disturb until/);
        await kim.press("Ringing");
        assertEquals(await toggle(kim, "Do not disturb").isChecked(), true);
        await press(kim, "Do not disturb");
        await says(kim, "Anyone with your link can call you");
        assertEquals(await toggle(kim, "Every day").isChecked(), true, "Until it begins again");
      },
    );
  },
);
