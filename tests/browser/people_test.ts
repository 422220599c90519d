/** The list of people on the first screen: who is in it, and what can be done about them. */

import { Buffer } from "node:buffer";
import { assert, assertEquals } from "@std/assert";
import { createRandomPeerId } from "../../signaling/protocol.ts";
import { assertAccessible } from "./accessible.ts";
import { browserTest, type Scene } from "./browser_test_case.ts";
import type { ChromiumPerson } from "./chromium_person.ts";
import { FIND_OVERFLOW } from "./overflow.ts";
import { connect } from "./person.ts";

const list = ({ page }: ChromiumPerson) => page.getByRole("list", { name: "People" });
const row = (person: ChromiumPerson, name: string) =>
  list(person).getByRole("listitem").filter({ has: person.page.getByText(name, { exact: true }) });
const isUnloaded = (person: ChromiumPerson) =>
  person.evaluate<boolean>(`document.querySelector("link[href*=people_sheet]").disabled`);

/** What has moved of the screen since the page was there; what is buffered comes before the second frame. */
const SHIFT = `new Promise((resolve) => {
  let sum = 0;
  const isIn = ({ node }) => (node?.closest ? node : node?.parentElement)?.closest(".home-main");
  new PerformanceObserver((list) => {
    for (const { value, sources } of list.getEntries()) if (sources.some(isIn)) sum += value;
  }).observe({ type: "layout-shift", buffered: true });
  requestAnimationFrame(() => requestAnimationFrame(() => resolve(sum)));
})`;

async function openNamed(scene: Scene, name: string): Promise<ChromiumPerson> {
  const person = await scene.open();
  await person.readId();
  await person.page.getByRole("textbox", { name: "Your name" }).fill(name);
  await person.page.getByRole("textbox", { name: "Your name" }).blur();
  return person;
}

/** Nobody is listed until there was a call; then whom it was with, there again when the page is. */
async function seeListed(kim: ChromiumPerson, sam: ChromiumPerson): Promise<void> {
  assertEquals([await isUnloaded(kim), await list(kim).count()], [true, 0]);
  await connect(sam, kim);
  await sam.press("Hang up");
  await sam.press("Save contact");
  await sam.page.getByRole("button", { name: "Contact saved" }).waitFor();
  await assertAccessible(sam, "the screen after a call");
  await Promise.all([kim, sam].map((person) => person.press("Back")));
  await row(sam, "Kim").getByText(/\bContact\b/).waitFor();
  await row(kim, "Sam").getByText(await sam.readId(), { exact: true }).waitFor();
  await kim.page.reload();
  await row(kim, "Sam").waitFor();
  await kim.readId();
  assertEquals([await isUnloaded(kim), await kim.evaluate(SHIFT)], [false, 0]);
}

/** Saves, renames and mutes them; their call does not ring then, and is missed. */
async function muteSaved(kim: ChromiumPerson, sam: ChromiumPerson): Promise<void> {
  await kim.press("More about Sam");
  const panel = kim.page.getByRole("dialog", { name: "Sam" });
  await panel.getByRole("button", { name: "Save contact" }).click();
  await panel.getByRole("button", { name: "Remove contact" }).waitFor();
  await panel.getByRole("combobox", { name: "Mute" }).selectOption("Until you turn it off");
  await assertAccessible(kim, "a person");
  await panel.getByRole("textbox", { name: "Your name for them" }).fill("Sam of the choir");
  await kim.press("Done");
  await row(kim, "Sam of the choir").getByText("Contact · Muted").waitFor();
  await sam.call(await kim.readId());
  await sam.see("Ringing");
  await kim.page.getByRole("complementary", { name: "Waiting calls" }).waitFor();
  assertEquals(await kim.page.getByRole("dialog").count(), 0);
  await sam.press("Cancel");
  await sam.page.getByRole("button", { name: "Call again" }).waitFor();
  assertEquals(await sam.page.getByRole("button", { name: "Save contact" }).count(), 0);
  await sam.press("Back");
  await list(kim).getByRole("heading", { name: "Missed calls" }).waitFor();
}

/** Calls back, which takes the missed call away, and then by voice alone. */
async function callBack(kim: ChromiumPerson, sam: ChromiumPerson): Promise<void> {
  await kim.press("Call back Sam of the choir");
  await sam.seeRinging();
  await sam.press("Accept");
  await kim.see("Connected with");
  await kim.press("Hang up");
  await Promise.all([kim, sam].map((person) => person.press("Back")));
  assertEquals(await list(kim).getByRole("heading").count(), 0, "It is missed no more");
  await kim.press("Voice call Sam of the choir");
  await sam.seeRinging();
  await kim.page.getByRole("button", { name: "Turn camera on" }).waitFor();
  await kim.press("Cancel");
  await kim.press("Back");
}

browserTest(
  "Whom one talked with is listed, saved, renamed, muted, called back, blocked and deleted",
  async (scene) => {
    const [kim, sam] = [await openNamed(scene, "Kim"), await openNamed(scene, "Sam")];
    await seeListed(kim, sam);
    await muteSaved(kim, sam);
    await callBack(kim, sam);
    await kim.press("More about Sam of the choir");
    await kim.press("Block");
    await kim.page.getByText("Blocked (1)").click();
    assertEquals(await list(kim).count(), 0);
    await kim.press("Unblock Sam of the choir");
    await kim.press("More about Sam of the choir");
    await kim.press("Delete");
    await kim.press("Cancel");
    await kim.press("Delete");
    await kim.press("Delete");
    await kim.page.getByRole("region", { name: "People" }).waitFor({ state: "detached" });
  },
);

const PEOPLE = Array.from({ length: 2_000 }, (_, index) => ({
  ...{ peerId: createRandomPeerId(), names: [`person${index}`], shownName: `Person ${index}`, publicKey: "key" },
  ...{ verifiedAtMs: null, savedAtMs: index % 2 === 0 ? 1 : null, lastCallAtMs: 2_000 - index },
}));

browserTest(
  "Of 2,000 people a few are drawn, and each is found by name and by ID; the screen never jumps",
  async (scene) => {
    const person = await scene.open({
      prepare: async (page) => {
        await page.addInitScript((people) => {
          localStorage.setItem("known-peers", people);
          localStorage.setItem("has-people", "yes");
        }, JSON.stringify(PEOPLE));
      },
    });
    const rows = list(person).locator(".person");
    await rows.first().waitFor();
    await person.readId();
    assertEquals(await rows.count(), 50);
    const shift = await person.evaluate<number>(SHIFT);
    assertEquals(shift, 0);
    await assertAccessible(person, "people");
    for (const width of [320, 390, 1280]) {
      await person.page.setViewportSize({ width, height: 800 });
      assertEquals(await person.evaluate(FIND_OVERFLOW), [], `${width} px`);
    }
    const [field, last] = [person.page.getByRole("textbox", { name: "Search people" }), PEOPLE[1_999]];
    assert(last !== undefined);
    for (const query of ["person 1999", last.peerId.slice(0, 14)]) {
      await field.fill(query);
      await row(person, "Person 1999").waitFor();
      assertEquals(await rows.count(), 1);
    }
    await field.fill("nobody at all");
    await person.see("Nobody here has this name or ID.");
    await field.fill("");
    await person.press("Show more");
    assertEquals(await rows.count(), 100);
  },
);

/** Opens what exports and imports, and types a passphrase. */
async function openFile({ page }: ChromiumPerson, button: string, passphrase: string): Promise<void> {
  await page.getByRole("button", { name: button, exact: true }).click();
  await page.getByLabel("Passphrase").fill(passphrase);
}

/** Chooses a file to import, and reads what is said of it. */
async function importFile({ page }: ChromiumPerson, content: string, said: string): Promise<void> {
  const [chooser] = await Promise.all([
    page.waitForEvent("filechooser"),
    page.getByRole("button", { name: "Import", exact: true }).click(),
  ]);
  await chooser.setFiles([{ name: "people.json", mimeType: "application/json", buffer: Buffer.from(content) }]);
  await page.getByRole("dialog").getByRole("status").filter({ hasText: said }).waitFor();
}

browserTest("People come to another device in a file that only its passphrase opens", async (scene) => {
  const known = JSON.stringify(PEOPLE.slice(0, 3));
  const from = await scene.open({
    prepare: async (page) => void await page.addInitScript((text) => localStorage.setItem("known-peers", text), known),
  });
  await row(from, "Person 0").waitFor();
  await openFile(from, "People as a file", "short");
  await from.press("Export");
  await from.see("Use at least 8 characters.");
  await assertAccessible(from, "people as a file");
  await from.page.getByLabel("Passphrase").fill("long enough");
  const [download] = await Promise.all([from.page.waitForEvent("download"), from.press("Export")]);
  await from.see("3 people exported.");
  const path = await download.path();
  const content = await Deno.readTextFile(path);

  const to = await scene.open();
  await to.readId();
  await openFile(to, "People", "another one");
  await importFile(to, content, "This passphrase doesn’t open this file.");
  await to.page.getByLabel("Passphrase").fill("long enough");
  await importFile(to, "{}", "This file can’t be read here.");
  await importFile(to, " ".repeat(5 * 1024 * 1024), "This file is too large");
  await importFile(to, content, "3 people imported.");
  await to.press("Done");
  await row(to, "Person 2").waitFor();
  assertEquals(await list(to).locator(".person").count(), 3);
});
