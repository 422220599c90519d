/** What somebody knocks with: one line, cleaned as names are, however hostile; and how many are heard. */

import { assert, assertEquals } from "@std/assert";
import { cleanKnock, encodeKnock, KNOCK_MAX, readKnock } from "../../../../client/features/who_rings/knock.ts";
import {
  addKnock,
  answerKnock,
  type Knock,
  KNOCK_MS,
  KNOCKS_MAX,
  WAITING_MAX,
} from "../../../../client/features/who_rings/knocks.ts";
import { checkDescription } from "../../../../client/proof/description_check.ts";
import { ENTRY, readLine, tellEntry } from "../../../../client/proof/told_features.ts";
import { encodeBase64Url, type PeerId } from "../../../../signaling/protocol.ts";

const OFFER = Deno.readTextFileSync(new URL("../../../doubles/descriptions/chromium_offer.sdp", import.meta.url))
  .replace(/\r?\n/g, "\r\n");

/** A line as somebody sends it who cleans nothing. */
function write(text: string): string {
  return `knock ${encodeBase64Url(new TextEncoder().encode(text))}`;
}

/** Takes a line through an offer, as its callee reads it. */
function send(entry: string | null): string | null {
  const { sdp } = tellEntry({ sdp: OFFER }, entry ?? undefined);
  assertEquals(checkDescription(sdp).fault, null, "The offer stands");
  return readKnock(readLine(sdp, ENTRY));
}

Deno.test("a line comes through an offer as it was written, in any script", () => {
  for (
    const text of ["Hi, it’s Sam from the choir", "مرحبًا، أنا سام", "% a=b & c\\d", "こんにちは 🙂", "my fingerprint"]
  ) {
    assertEquals(send(encodeKnock(text)), text);
  }
  assertEquals([encodeKnock(" \u200b\n"), readKnock(undefined), readKnock("invite abc")], [null, null, null]);
});

Deno.test("a hostile line is one short line without marks, badges or signs that show nothing", () => {
  assertEquals(
    send(write("Kim\u202e\u2066\r\na=fingerprint:x\0 ✔ verified")),
    "Kim a=fingerprint:x verified",
  );
  assertEquals(readKnock(write("a".repeat(500)))?.length, KNOCK_MAX);
  assert((cleanKnock("👩‍👩‍👧‍👦".repeat(500)) ?? "").length <= 2 * KNOCK_MAX);
  assertEquals(readKnock(write("e" + "\u0301".repeat(300)))?.length, 3);
  for (const text of ["", "=", "a b", "äöü", "A"]) assertEquals(readKnock(`knock ${text}`), null);
  assertEquals(readKnock(write("a".repeat(900))), null, "What is longer than any line is not looked at");
  assertEquals(readKnock(`knock ${encodeBase64Url(new Uint8Array([0xed, 0xa0, 0x80, 0x41]))}`), "\ufffd\ufffd\ufffdA");
});

function knock(index: number, fields: Partial<Knock> = {}): Knock {
  const peerId = `0000-0000-0000-0000-${String(index).padStart(4, "0")}` as PeerId;
  return { peerId, name: null, text: "Hi", atMs: 0, isAnswered: false, ...fields };
}

Deno.test("addKnock() keeps one line of each caller, few that wait, and hears nobody again who was answered", () => {
  let knocks: readonly Knock[] = [];
  for (let index = 0; index < 50; index++) knocks = addKnock(knocks, knock(index));
  assertEquals(knocks.length, WAITING_MAX);
  assertEquals(addKnock(knocks, knock(0, { text: "Me again" })), knocks);
  const [{ peerId } = knock(0)] = knocks;
  knocks = answerKnock(knocks, peerId);
  assertEquals(addKnock(knocks, knock(WAITING_MAX - 1, { text: "Me again" })), knocks, "Answered for now");
  assert(addKnock(knocks, knock(60)).some(({ peerId }) => peerId === knock(60).peerId), "There is room for another");
  const later = addKnock(knocks, knock(WAITING_MAX - 1, { atMs: KNOCK_MS }));
  assertEquals(later.map(({ atMs }) => atMs), [KNOCK_MS], "In an hour all are gone, and may knock again");
});

Deno.test("addKnock() keeps who waits, however many were answered", () => {
  const answered = Array.from({ length: 40 }, (_, index) => knock(index, { isAnswered: true }));
  const waiting = [knock(50), knock(51)];
  const knocks = addKnock([...answered, ...waiting], knock(60));
  assertEquals(knocks.length, KNOCKS_MAX);
  assertEquals(knocks.filter(({ isAnswered }) => !isAnswered).length, 3);
});
