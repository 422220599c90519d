/** Missed calls one entry a person, strangers apart; and whom the person has blocked. */

import { assertEquals } from "@std/assert";
import { block, BLOCKED_MAX, unblock } from "../client/blocked_peers.ts";
import { MISSED_MAX, MISSED_STRANGERS_MAX, noteMissed } from "../client/missed_calls.ts";
import type { BlockedPeer, MissedCaller } from "../client/state.ts";
import { missedCountSentence, unverifiedSentence, waitingSentence } from "../client/stranger_sentences.ts";
import type { CallView } from "../client/state.ts";
import type { CallId, PeerId } from "../signaling/protocol.ts";

function nameId(group: string, index: number): PeerId {
  return `${group}-0000-0000-0000-${String(index).padStart(4, "0")}` as PeerId;
}

const isKnown = (peerId: PeerId) => peerId.startsWith("kkkk");

function miss(callers: readonly MissedCaller[], remotePeerId: PeerId, atMs: number): readonly MissedCaller[] {
  return noteMissed(callers, { callId: `${atMs}` as CallId, remotePeerId, remoteName: `name ${atMs}`, atMs }, isKnown);
}

Deno.test("noteMissed() keeps one entry a person, with how often and the latest name and time", () => {
  const [kim, lee] = [nameId("kkkk", 1), nameId("kkkk", 2)];
  const callers = [1, 2, 3].reduce<readonly MissedCaller[]>((all, atMs) => miss(all, kim, atMs), []);
  const both = miss(miss(callers, lee, 4), kim, 5);
  assertEquals(both.map(({ remotePeerId, count, atMs, remoteName }) => [remotePeerId, count, atMs, remoteName]), [
    [kim, 4, 5, "name 5"],
    [lee, 1, 4, "name 4"],
  ]);
  assertEquals(miss(both, kim, 2), both, "Another tab that missed the same call adds nothing");
});

Deno.test("noteMissed() lets no number of strangers push out anybody known, nor grow", () => {
  let callers: readonly MissedCaller[] = [];
  for (let index = 0; index < MISSED_MAX; index++) callers = miss(callers, nameId("kkkk", index), index);
  for (let index = 0; index < 1_000; index++) callers = miss(callers, nameId("ssss", index), 1_000 + index);
  assertEquals(callers.filter(({ remotePeerId }) => isKnown(remotePeerId)).length, MISSED_MAX);
  assertEquals(callers.length, MISSED_MAX + MISSED_STRANGERS_MAX);
  for (let index = 0; index < 1_000; index++) callers = miss(callers, nameId("ssss", 0), 10_000 + index);
  assertEquals([callers[0]?.count, callers[0]?.callIds.length], [1_000, 8]);
});

Deno.test("block() keeps the latest, each once, and unblock() takes one off", () => {
  let blocked: readonly BlockedPeer[] = [];
  for (let atMs = 0; atMs < BLOCKED_MAX + 10; atMs++) {
    blocked = block(blocked, { peerId: nameId("ssss", atMs), name: null, atMs });
  }
  assertEquals([blocked.length, blocked[0]?.atMs, blocked.at(-1)?.atMs], [BLOCKED_MAX, BLOCKED_MAX + 9, 10]);
  const again = block(blocked, { peerId: nameId("ssss", 10), name: "Eve", atMs: 9_999 });
  assertEquals([again.length, again[0]?.name, again.at(-1)?.atMs], [BLOCKED_MAX, "Eve", 11]);
  assertEquals(unblock(again, nameId("ssss", 10)).length, BLOCKED_MAX - 1);
});

Deno.test("the sentences of strangers count and name nobody unknown", () => {
  const view = (isStranger: boolean, remoteName: string | null) => ({ isStranger, remoteName } as CallView);
  const [eve, kim, lee] = [view(true, "Kim"), view(false, "Kim"), view(false, "Lee")];
  const sentences = [[], [eve], [eve, eve, eve], [kim], [kim, lee], [eve, kim], [kim, eve, eve]].map(waitingSentence);
  assertEquals(sentences, [
    "",
    "Someone you don’t know is calling",
    "3 people you don’t know are calling",
    "Kim is calling",
    "Kim and 1 more are calling",
    "Kim and someone you don’t know are calling",
    "Kim and 2 people you don’t know are calling",
  ]);
  assertEquals([1, 2].map((count) => missedCountSentence({ count })), [null, "2 calls"]);
  assertEquals([0, 1, 3].map((count) => unverifiedSentence(count, "kept")), [
    null,
    "1 call couldn’t be verified, so it didn’t ring.",
    "3 calls couldn’t be verified, so they didn’t ring.",
  ]);
  assertEquals(
    unverifiedSentence(2, "socket"),
    "2 calls came, but this page has no key to make sure of the caller. Open it by its https:// address.",
  );
});
