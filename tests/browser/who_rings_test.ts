/** Who may ring, how others knock, and what each end is told: over a real server, with real pages at both ends. */

import { assert, assertEquals } from "@std/assert";
import type { Page } from "playwright-core";
import { createCallId, type PeerId } from "../../signaling/protocol.ts";
import { ScriptedCaller } from "../doubles/scripted_caller.ts";
import { createTestIdentity } from "../doubles/test_identity.ts";
import { assertAccessible } from "./accessible.ts";
import { browserTest } from "./browser_test_case.ts";
import type { ChromiumPerson } from "./chromium_person.ts";

const settings = ({ page }: ChromiumPerson) => page.getByRole("dialog", { name: "Ringing" });
const choice = (person: ChromiumPerson) => settings(person).getByRole("combobox", { name: "Who can ring me" });
const incoming = ({ page }: ChromiumPerson) => page.getByRole("dialog", { name: "Incoming call" });
const knocking = ({ page }: ChromiumPerson) => page.getByRole("complementary", { name: "Knocking" });
const missed = ({ page }: ChromiumPerson) => page.getByRole("heading", { name: "Missed calls" });

async function choose(person: ChromiumPerson, who: string): Promise<void> {
  await person.press("Ringing");
  await choice(person).selectOption(who);
  await settings(person).getByRole("button", { name: "Done" }).click();
}

async function readChoice(person: ChromiumPerson): Promise<string> {
  await person.press("Ringing");
  const value = await choice(person).inputValue();
  await settings(person).getByRole("button", { name: "Done" }).click();
  return value;
}

/** Tells a page before it is loaded whom its person has saved, and has it note each sound that it begins. */
function saved(peerId: PeerId) {
  const known = [{ peerId, names: [], verifiedAtMs: null, savedAtMs: 1, publicKey: null }];
  return async (page: Page) => {
    await page.addInitScript(`
      localStorage.setItem("known-peers", '${JSON.stringify(known)}');
      instruments.sounds = 0;
      const Own = AudioContext;
      globalThis.AudioContext = class extends Own {
        constructor(...parameters) {
          super(...parameters);
          instruments.sounds++;
        }
      };
    `);
  };
}

browserTest("Only contacts ring, others knock, and nobody rings where nobody may", async (scene, step) => {
  const identity = await createTestIdentity();
  const kim = await scene.open({ prepare: saved(identity.peerId) });
  const tab = await scene.open({ tabOf: kim });
  const sam = await scene.open();
  const kimId = await kim.readId() as PeerId;
  const contact = await ScriptedCaller.open(`127.0.0.1:${scene.server.port}`, kimId, { identity });
  await sam.page.getByRole("textbox", { name: "Your name" }).fill("Sam");

  await step("The choice is kept, and shared by tabs", async () => {
    await kim.press("Ringing");
    assertEquals(await choice(kim).inputValue(), "everybody");
    await choice(kim).selectOption("Contacts only");
    await settings(kim).getByText("Others can knock with a line of text.").waitFor();
    await assertAccessible(kim, "who may ring");
    await settings(kim).getByRole("button", { name: "Done" }).click();
    for (const page of [kim, tab]) {
      await page.page.locator(".told").getByText("Only people you’ve saved or verified can ring.").waitFor();
    }
    assertEquals(await readChoice(tab), "contacts");
    await tab.page.reload();
    assertEquals(await readChoice(tab), "contacts");
    await tab.see("Ready for calls"); // Or what rings soon would ring in the other alone.
  });
  await step("Whoever is no contact is told so, and nothing rings", async () => {
    await sam.call(kimId);
    await sam.see(/Contacts only.*Only .+ contacts can ring/);
    assertEquals(await incoming(kim).count(), 0);
    assertEquals(await missed(kim).count(), 0);
  });
  await step("A contact rings", async () => {
    const callId = createCallId();
    assert(await contact.reach({ callId, name: "Alex" }));
    // On and on, as an honest page: the other tab may have been slower.
    const ringing = contact.every(1_000, () => contact.ring({ callId, name: "Alex" }));
    await Promise.all([kim, tab].map((page) => page.seeRinging()));
    clearInterval(ringing);
    contact.takeBack(callId);
    await Promise.all([kim, tab].map((page) => page.press("Back")));
  });
  await step("A knock is one quiet line in each tab, by a claimed name, and makes no sound", async () => {
    const sounds = await kim.evaluate("instruments.sounds");
    await sam.page.getByRole("textbox", { name: /^Say who you are/ }).fill("Hi Kim,\u202e it’s Sam from the choir");
    await sam.press("Knock");
    await sam.see("You knocked");
    for (const page of [kim, tab]) {
      await knocking(page).getByText("Hi Kim, it’s Sam from the choir").waitFor();
      await knocking(page).getByText("Someone who calls themselves Sam is knocking").waitFor();
      assertEquals(await incoming(page).count(), 0);
    }
    assertEquals(await kim.evaluate("instruments.sounds"), sounds);
    await assertAccessible(kim, "a knock");
  });
  await step("Let in calls back, and they talk", async () => {
    await knocking(kim).getByRole("button", { name: "Let in" }).click();
    await knocking(tab).getByRole("button").first().waitFor({ state: "detached" });
    await sam.seeRinging();
    await sam.press("Accept");
    await Promise.all([kim, sam].map((person) => person.see("Connected with")));
    await kim.press("Hang up");
    await Promise.all([kim, sam].map((person) => person.press("Back")));
  });
  await step("Whoever was let in, and so called, may call back, in each tab", async () => {
    await sam.call(kimId);
    await Promise.all([kim, tab].map((page) => page.seeRinging()));
    await kim.press("Decline");
    await Promise.all([kim, tab].map((page) => page.press("Back")));
  });
  await step(
    "An invitation rings once, or until it is taken back; whoever comes later reads so, and may knock",
    async () => {
      await kim.context.grantPermissions(["clipboard-read", "clipboard-write"]);
      await kim.press("Ringing");
      await settings(kim).getByRole("button", { name: "Copy invitation" }).click();
      await settings(kim).getByText("Invitation copied.").waitFor();
      await settings(kim).getByRole("button", { name: "Done" }).click();
      const link = await kim.evaluate<string>("navigator.clipboard.readText()");
      const [guest, late] = [await scene.open(), await scene.open()];
      await guest.see("Ready for calls");
      await guest.call(link);
      await Promise.all([kim, tab].map((page) => page.seeRinging()));
      await guest.press("Cancel");
      await incoming(kim).waitFor({ state: "detached" });
      await late.page.goto(link);
      await late.page.reload();
      await late.press("Call");
      await late.see(/This invitation no longer works/);
      await late.page.getByRole("button", { name: "Knock" }).waitFor();
      await assertAccessible(late, "after a call that only contacts could have made ring");
      assertEquals(await incoming(kim).count(), 0);

      await kim.press("Ringing");
      await settings(kim).getByText("More", { exact: true }).click();
      await settings(kim).getByRole("combobox", { name: "Invitation link" }).selectOption("Works for a week");
      await settings(kim).getByRole("button", { name: "Copy invitation" }).click();
      await settings(kim).getByText("Invitation copied.").waitFor();
      const takeBack = settings(kim).getByRole("button", { name: "Take back" });
      await takeBack.waitFor(); // The other was used, and is not offered any more.
      await assertAccessible(kim, "invitations");
      await takeBack.click();
      await takeBack.waitFor({ state: "detached" });
      await settings(kim).getByRole("button", { name: "Done" }).click();
      await late.page.goto(await kim.evaluate<string>("navigator.clipboard.readText()"));
      await late.page.reload();
      await late.press("Call");
      await late.see(/This invitation no longer works/);
      assertEquals(await incoming(kim).count(), 0);
      await choose(kim, "Everybody");
      await late.page.getByRole("textbox", { name: /^Say who you are/ }).fill("I had an invitation");
      await late.press("Knock");
      await late.see("You knocked");
      await knocking(kim).getByText("I had an invitation").waitFor();
      assertEquals(await incoming(kim).count(), 0, "A knock does not ring, also where everybody may");
    },
  );
  await step("Where nobody rings, a contact hears what a person says who declines, and is a missed call", async () => {
    await choose(kim, "Nobody");
    const callId = await contact.ring({ name: "Alex" });
    assertEquals(await contact.hearRefusal(callId), "declined");
    await missed(kim).waitFor();
    assertEquals(await incoming(kim).count(), 0);
    await contact.close();
  });
});
