/**
 * `deno task pictures`, too: takes pictures of what is around calls into `docs/screens/people/`: people, messages, and
 * what is set of ringing; of a phone in further languages as well. Look at them all. A machine shows only the letters that
 * it has fonts for: Debian's `fonts-noto-cjk` and `fonts-lohit-deva`.
 */

import type { Page } from "playwright-core";
import { createRandomPeerId } from "../../signaling/protocol.ts";
import { startServerProcess } from "../doubles/server_process.ts";
import { ChromiumPerson } from "./chromium_person.ts";
import { connect } from "./person.ts";
import { setView, Studio } from "./picture_taking.ts";

const LONG_NAME = "Ann Lindqvist, second floor, by the window";
const LANGUAGES = ["ar", "de", "hi", "ja"];
const HOUR_MS = 3_600_000;

/** Takes a picture of each view in English, and of a phone in each of the other languages. */
async function take(person: ChromiumPerson, name: string): Promise<void> {
  await studio.take(person, name);
  // Another tab, in which nothing runs, chooses the language for the one that is looked at.
  const tab = await person.context.newPage();
  await tab.goto(`${server.origin}/icon.svg`);
  await person.page.bringToFront();
  for (const language of [...LANGUAGES, "en"]) {
    await tab.evaluate((tag) => localStorage.setItem("language", tag), language);
    await person.page.locator(`:root[lang="${language}"]`).waitFor({ state: "attached" });
    if (language !== "en") await studio.takeOne(person, "phone", "light", `${language}-${name}`);
  }
  await tab.close();
  await setView(person, "desktop", "light");
}

/** People as a browser keeps them, of whom some have called in vain and one is blocked. */
function createPeople(): Record<string, string> {
  const nowMs = Date.now();
  const know = (shownName: string | null, hours: number, rest: object = {}) => ({
    ...{ peerId: createRandomPeerId(), names: [], shownName, publicKey: "key", verifiedAtMs: null, savedAtMs: null },
    ...{ lastCallAtMs: nowMs - hours * HOUR_MS, ...rest },
  });
  const known = [
    know("Kim", 2, { verifiedAtMs: 1, savedAtMs: 1 }),
    know(LONG_NAME, 5, { savedAtMs: 1, mutedUntilMs: nowMs + HOUR_MS }),
    know(null, 30),
    know("Sam", 50, { savedAtMs: 1, ownName: "Sam of the choir" }),
    know("Kitchen tablet", 400, { savedAtMs: 1 }),
  ];
  const miss = (remotePeerId: string, remoteName: string | null, count: number) => ({
    ...{ remotePeerId, remoteName, count, atMs: nowMs - count * HOUR_MS, callIds: [remotePeerId] },
  });
  const missed = [miss(known[1]?.peerId ?? "", LONG_NAME, 3), miss(createRandomPeerId(), "Your bank", 1)];
  const blocked = [{ peerId: createRandomPeerId(), name: "Eve", atMs: 1 }];
  return {
    ...{ "known-peers": JSON.stringify(known), "missed-calls": JSON.stringify(missed) },
    ...{ "blocked-peers": JSON.stringify(blocked), "has-people": "yes" },
  };
}

async function showPeople(): Promise<void> {
  const prepare = async (page: Page) => {
    await page.addInitScript((records) => {
      for (const [key, text] of Object.entries(records)) localStorage.setItem(key, text);
      // A browser without windows has refused notifications.
      Object.defineProperty(Notification, "permission", { value: "default" });
    }, createPeople());
  };
  const person = await studio.enter(server.origin, "morning", "Alex", { prepare });
  const { page } = person;
  await page.getByRole("list", { name: "People" }).waitFor();
  await page.getByText("Blocked (1)").click();
  await take(person, "people");
  await person.press("More about Kim");
  await page.getByRole("dialog").waitFor();
  await take(person, "person");
  await person.press("Delete");
  await take(person, "person-delete");
  await page.keyboard.press("Escape");
  await person.press("People as a file");
  await page.getByRole("dialog").waitFor();
  await take(person, "people-file");
  await person.press("Done");
  await person.press("QR code");
  await page.getByRole("dialog").waitFor();
  await take(person, "qr-code");
  await person.press("Close");
  await person.press("Ringing");
  await page.getByRole("combobox", { name: "Who can ring me" }).selectOption("contacts");
  await page.getByRole("button", { name: "Notify me" }).waitFor();
  await take(person, "ringing");
  await page.getByRole("switch", { name: "Every day" }).press("Space");
  await page.getByRole("dialog").evaluate((dialog) => dialog.scrollTo(0, dialog.scrollHeight));
  await take(person, "ringing-times");
  await page.getByRole("dialog").getByRole("button", { name: "Done" }).click();
}

/** Whoever is no contact is told so and knocks; the other sees a line of it. */
async function showKnock(kim: ChromiumPerson, sam: ChromiumPerson): Promise<void> {
  await kim.press("Ringing");
  await kim.page.getByRole("combobox", { name: "Who can ring me" }).selectOption("contacts");
  await kim.page.getByRole("dialog").getByRole("button", { name: "Done" }).click();
  await sam.call(await kim.readId());
  await sam.page.getByRole("button", { name: "Knock" }).waitFor();
  await take(sam, "contacts-only");
  await sam.page.getByRole("textbox", { name: /^Say who you are/ }).fill("Hi Kim, it’s Sam from the choir");
  await sam.press("Knock");
  await sam.see("You knocked");
  await take(sam, "knocked");
  await kim.page.getByRole("button", { name: "Let in" }).waitFor();
  await take(kim, "knock");
  await kim.page.getByRole("complementary", { name: "Knocking" }).getByRole("button", { name: "Decline" }).click();
  await sam.press("Back");
  await kim.press("Ringing");
  await kim.page.getByRole("combobox", { name: "Who can ring me" }).selectOption("everybody");
  await kim.page.getByRole("dialog").getByRole("button", { name: "Done" }).click();
}

/** A stranger rings, whom one may silence. */
async function showStranger(kim: ChromiumPerson, sam: ChromiumPerson): Promise<void> {
  await sam.call(await kim.readId());
  await kim.seeRinging();
  await take(kim, "stranger");
  await kim.press("Silence");
  await kim.page.getByRole("complementary", { name: "Waiting calls" }).waitFor();
  await take(kim, "stranger-silenced");
  await sam.press("Cancel");
  await sam.press("Back");
}

/** A message is left for somebody who is away, waits, and comes. */
async function showNotes(kim: ChromiumPerson, sam: ChromiumPerson): Promise<void> {
  await connect(sam, kim);
  await sam.press("Hang up");
  await Promise.all([kim, sam].map((person) => person.page.locator(".ended").waitFor()));
  await take(sam, "ended");
  await Promise.all([kim, sam].map((person) => person.press("Back")));
  const kimId = await kim.readId();
  const { context } = kim;
  await kim.page.close();
  await sam.call(kimId);
  await sam.see("We’ll keep trying.");
  await sam.press("Leave a message");
  await sam.page.getByRole("textbox", { name: "Message", exact: true }).fill(
    "I’m at https://example.com/map. Bring cake!",
  );
  await take(sam, "leave-message");
  await sam.press("Leave message");
  await sam.page.getByText("1 message for Kim waits").waitFor();
  await take(sam, "away-message-left");
  // Pictures take their time: the call may have been given up meanwhile.
  if (await sam.page.locator(".ended").count() === 0) await sam.press("Cancel");
  await sam.press("Back");
  await sam.page.getByText("1 message for Kim waits").waitFor();
  await take(sam, "message-waits");
  const back = await ChromiumPerson.openIn(context, server.origin);
  await back.page.getByText("Bring cake!").waitFor();
  await take(back, "message");
  await sam.page.getByText("Delivered to Kim", { exact: true }).waitFor();
  await take(sam, "message-delivered");
}

/** Whoever opens a link that somebody else has given, and where nobody is. */
async function showGuest(): Promise<void> {
  const path = `/#${createRandomPeerId()}/${LONG_NAME.replaceAll(" ", "_")}`;
  const guest = await studio.enter(server.origin + path, "evening", LONG_NAME);
  await take(guest, "guest-long-name");
}

const studio = await Studio.open("docs/screens/people");
const server = await startServerProcess({});
try {
  await showPeople();
  const kim = await studio.enter(server.origin, "morning", "Kim");
  const sam = await studio.enter(server.origin, "evening", "Sam");
  await showKnock(kim, sam);
  await showStranger(kim, sam);
  await showNotes(kim, sam);
  await showGuest();
} finally {
  await studio[Symbol.asyncDispose]();
  await server.kill();
}
Deno.exit(0);
