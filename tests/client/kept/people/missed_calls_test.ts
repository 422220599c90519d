/** Missed calls one entry a person, strangers apart; and whom the person has blocked. */

import { assertEquals } from "@std/assert";
import { block, BLOCKED_MAX, unblock } from "../../../../client/kept/people/blocked_peers.ts";
import {
  createMissedCallList,
  forgetMissed,
  MISSED_MAX,
  MISSED_STRANGERS_MAX,
  noteMissed,
  noteTaken,
} from "../../../../client/kept/people/missed_calls.ts";
import type { BlockedPeer } from "../../../../client/kept/people/blocked_peers.ts";
import { type MissedCaller, missedCalls } from "../../../../client/kept/people/missed_calls.ts";
import { unverifiedSentence } from "../../../../client/words/sentences.ts";
import type { CallView } from "../../../../client/conversation/call_views.ts";
import { KeptWorld } from "../../../doubles/kept_world.ts";
import type { CallId, PeerId } from "../../../../signaling/protocol.ts";

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

Deno.test("forgetMissed() takes one call out, and whoever has missed no other", () => {
  const [kim, lee] = [nameId("kkkk", 1), nameId("kkkk", 2)];
  const callers = miss(miss(miss([], kim, 1), kim, 2), lee, 3);
  const without = forgetMissed(callers, "2" as CallId);
  assertEquals(without.map(({ remotePeerId, count, callIds }) => [remotePeerId, count, callIds]), [
    [lee, 1, ["3"]],
    [kim, 1, ["1"]],
  ]);
  assertEquals(forgetMissed(without, "1" as CallId).map(({ remotePeerId }) => remotePeerId), [lee]);
  assertEquals(forgetMissed(callers, "4" as CallId), callers);
});

Deno.test("noteTaken() takes a call that rang again out of those that were missed, once it is connected", async () => {
  using world = new KeptWorld();
  const list = createMissedCallList(world.openTab());
  list.change(() => miss(miss([], nameId("kkkk", 1), 1), nameId("kkkk", 2), 2));
  const taken = (phase: CallView["phase"]) => noteTaken(list, { callId: "1" as CallId, phase });
  for (const phase of ["incoming", "connecting"] as const) taken(phase);
  assertEquals(missedCalls.value.length, 2);
  taken("connected");
  assertEquals(missedCalls.value.map(({ callIds }) => callIds), [["2"]]);
  await world.settle();
  assertEquals(world.records.get("missed-calls"), missedCalls.value);
  missedCalls.value = [];
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

Deno.test("the sentences of calls that did not ring count them", () => {
  assertEquals([0, 1, 3].map((count) => unverifiedSentence(count, null)), [
    null,
    "1 call couldn’t be verified, so it didn’t ring.",
    "3 calls couldn’t be verified, so they didn’t ring.",
  ]);
  assertEquals(unverifiedSentence(2, "keyless"), "2 calls came in, but this page can’t take calls.");
});
