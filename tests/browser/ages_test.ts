/**
 * Two ages: today's page and server beside those of f1c8f39, the last commit before types that are unknown were let
 * through. That page stalls behind any peer message that it does not know, for ever, and that server refuses to relay
 * one. So what the two ages say to each other must be what both know, and each must take the other's proofs. Each
 * pairing makes the same call: both see and hear, one mutes and is heard to, and hangs up; and where the two differ, the
 * other side of the call once more (through the older server with LONG=1 alone, since each server passes on both ways by
 * the same code). A message that stalled would hold up all of these.
 */

import { assertEquals } from "@std/assert";
import { type Age, Ages } from "../doubles/ages.ts";
import { browserTest, type Scene } from "./browser_test_case.ts";
import type { ChromiumPerson } from "./chromium_person.ts";
import { readWords } from "./compared_words.ts";
import { assertMediaFlows, connect } from "./person.ts";

/** Opens a page, and sees to it that it is of the age that was asked for. */
async function open(scene: Scene, ages: Ages, page: Age, server: Age): Promise<ChromiumPerson> {
  const person = await scene.open({ origin: ages.originOf(page, server) });
  await person.readId();
  // Today's page names the languages that it speaks; that one spoke English alone.
  const hasLanguages = await person.evaluate("document.querySelector('select.language') !== null");
  assertEquals(hasLanguages, page === "new", "It is of another age");
  return person;
}

/** Whether the person's page says that the other end is muted. */
function seesMuted(isMuted: boolean): string {
  return `document.body.textContent.includes("is muted") === ${isMuted}`;
}

/** Whether the page shows the other end's camera, and not one of the sections that only the other age knows. */
const SHOWS_PICTURE = `document.querySelector("[aria-label='Remote video']").videoWidth > 0`;

/** Call, sound and picture, mute both ways, hang up; nothing that was said may wait for an acknowledgement. */
async function talk(
  caller: ChromiumPerson,
  callee: ChromiumPerson,
  today: readonly ChromiumPerson[],
  also: (caller: ChromiumPerson, callee: ChromiumPerson) => Promise<void> = async () => {},
): Promise<void> {
  await connect(caller, callee);
  await Promise.all([caller, callee].map((person) => assertMediaFlows(person, { seconds: 1 })));
  await Promise.all([caller, callee].map((person) => person.waitUntil(SHOWS_PICTURE)));
  for (const [speaker, listener] of [[caller, callee], [callee, caller]] as const) {
    await speaker.press("Mute");
    await listener.waitUntil(seesMuted(true));
    await speaker.press("Unmute");
    await listener.waitUntil(seesMuted(false));
  }
  for (const { page } of today) {
    await page.getByRole("button", { name: "Chat", exact: true }).waitFor(); // What features show has come.
    const share = page.getByRole("button", { name: "Share screen", exact: true });
    assertEquals(await share.count(), today.length - 1, "A screen is shared with whoever can show it");
  }
  const [own] = today;
  if (own !== undefined && today.length === 1) await holdAndResume(own, own === caller ? callee : caller);
  await also(caller, callee);
  await caller.press("Hang up");
  await callee.see("Call ended");
}

/** An older page knows nothing of holding: it hears that nothing is sent, and is heard no more until the call is resumed. */
async function holdAndResume(own: ChromiumPerson, other: ChromiumPerson): Promise<void> {
  await own.press("More");
  await own.press("Hold");
  await other.waitUntil(seesMuted(true));
  assertEquals(await own.evaluate("document.querySelector('audio').srcObject"), null);
  await own.press("Resume");
  await other.waitUntil(seesMuted(false));
  await Promise.all([own, other].map((person) => assertMediaFlows(person, { seconds: 1 })));
}

/** Both sides of the calls of two ages, and one of two that are alike. */
async function pair(scene: Scene, ages: Ages, server: Age): Promise<Record<"kim" | "lee" | "max", ChromiumPerson>> {
  const alike = server === "new" ? "old" : "new";
  const [kim, lee, max] = [
    await open(scene, ages, "new", server),
    await open(scene, ages, "old", server),
    await open(scene, ages, alike, server),
  ];
  await talk(kim, lee, [kim]);
  for (const person of [kim, lee]) await person.press("Back");
  return { kim, lee, max };
}

browserTest(
  "Through today's server today's page and an older one call each other, mute, hang up and compare words; so do two older pages",
  async (scene) => {
    await using ages = await Ages.start(scene.server);
    const { kim, lee, max } = await pair(scene, ages, "new");
    await talk(lee, kim, [kim], compareWords);
    await lee.press("Back");
    await talk(max, lee, []);
  },
);

browserTest(
  "Through an older server today's page and an older one call each other, mute and hang up; so do two of today's",
  async (scene) => {
    await using ages = await Ages.start(scene.server);
    const { kim, lee, max } = await pair(scene, ages, "old");
    if (Deno.env.get("LONG") === "1") {
      await talk(lee, kim, [kim]);
      await kim.press("Back");
    }
    await talk(max, kim, [max, kim]);
  },
);

/** The older page calls today's, and both see the same words; that one has emoji for them, and no pictures. */
async function compareWords(older: ChromiumPerson, newer: ChromiumPerson): Promise<void> {
  await newer.press("Verify");
  await older.press("Show words");
  const [words, sameWords] = await Promise.all([older, newer].map(readWords));
  assertEquals(words, sameWords);
}
