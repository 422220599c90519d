/** A call's messages come once and in order, whatever the network does, but for those that later ones make useless. */

import { assert, assertEquals } from "@std/assert";
import fc from "fast-check";
import type { CallMessage } from "../../../client/call/call.ts";
import { isSuperseded } from "../../../client/line/superseded.ts";
import type { ConnectionId, PeerMessage } from "../../../signaling/protocol.ts";
import { afters, createAck, createCaller, createIncoming, delivered } from "../../doubles/channel_messages.ts";
import { CALLER_TAB, ChannelWorld, createLabelled, createOffer } from "../../doubles/channel_world.ts";
import { runs } from "../../doubles/runs.ts";

// --- Whatever the network does ------------------------------------------------------------------------------------

type Step = (world: ChannelWorld) => void;

const packet = fc.nat(200);
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: fc.nat().map((end): Step => (world) => world.send(pick(world, end))) },
  { weight: 8, arbitrary: packet.map((index): Step => (world) => world.deliver(index, { keeps: false })) },
  { weight: 3, arbitrary: packet.map((index): Step => (world) => world.deliver(index, { keeps: true })) },
  { weight: 3, arbitrary: packet.map((index): Step => (world) => world.lose(index)) },
  { weight: 3, arbitrary: fc.integer({ min: 1, max: 9_000 }).map((ms): Step => (world) => world.pass(ms)) },
  { weight: 2, arbitrary: fc.nat().map((end): Step => (world) => world.disconnect(pick(world, end))) },
  { weight: 1, arbitrary: fc.constant((world: ChannelWorld) => world.tabs.forEach((tab) => world.disconnect(tab))) },
  { weight: 3, arbitrary: fc.nat().map((end): Step => (world) => world.reconnect(pick(world, end))) },
);

function pick(world: ChannelWorld, index: number) {
  const end = world.ends[index % world.ends.length];
  if (end === undefined) throw new Error("Cannot pick an end: there is none");
  return end;
}

function isPrefix(part: readonly string[], whole: readonly string[]): boolean {
  return part.every((label, index) => label === whole[index]);
}

/** Runs `before`, settles the call on one tab, runs `after`, and lets the network heal. */
function runCall(tabCount: number, tabIndex: number, before: readonly Step[], after: readonly Step[]): ChannelWorld {
  const world = new ChannelWorld(tabCount);
  for (const run of before) run(world);
  world.caller.channel.bind(tabOf(world, tabIndex).tabId);
  for (const run of after) run(world);
  world.heal();
  return world;
}

function tabOf(world: ChannelWorld, index: number) {
  return pick(world, 1 + index % world.tabs.length);
}

const steps = fc.array(step, { maxLength: 150, size: "max" });
const calls = fc.tuple(fc.integer({ min: 1, max: 3 }), fc.nat(2), steps, steps);

Deno.test("CallChannel delivers or refuses each message once and in order, whatever the network does", () => {
  let refusedCount = 0;
  fc.assert(
    fc.property(calls, ([tabCount, tabIndex, before, after]) => {
      const world = runCall(tabCount, tabIndex, before, after);
      const { caller, tabs } = world;
      for (const tab of tabs) {
        assertEquals(caller.deliveredFrom(tab.tabId), tab.sent, "A callee's message was lost, doubled or out of order");
        assertEquals(tab.refused, []);
        assert(isPrefix(tab.deliveredFrom(CALLER_TAB), caller.sent), "Another tab got a message twice or out of order");
      }
      const got = tabOf(world, tabIndex).deliveredFrom(CALLER_TAB);
      assert(isPrefix(got, caller.sent), "The call's own tab got a message twice or out of order");
      assert(new Set(caller.refused).size === caller.refused.length, "A message was refused twice");
      if (!caller.isGivenUp) assertEquals(got, caller.sent, "A caller's message was lost");
      refusedCount += caller.refused.length;
    }),
    { numRuns: runs(1_000) },
  );
  assert(refusedCount > 0, "No run came to a refusal: the network is too kind");
});

Deno.test("CallChannel refuses all that nobody has and nothing else, if a call that nobody has is given up", () => {
  let givenUp = 0;
  fc.assert(
    fc.property(steps, (unbound) => {
      const world = new ChannelWorld(1);
      for (const run of unbound) run(world);
      world.heal();
      const { caller } = world;
      const got = tabOf(world, 0).deliveredFrom(CALLER_TAB);
      assertEquals([...new Set([...got, ...caller.refused])].length, caller.sent.length, "A message has no fate");
      assert(isPrefix(got, caller.sent));
      assert(isPrefix([...caller.refused].reverse(), [...caller.sent].reverse()), "Refused, but a later one was not");
      givenUp += caller.refused.length;
    }),
    { numRuns: runs(1_000) },
  );
  assert(givenUp > 0, "No run came to a refusal: the network is too kind");
});

// --- What later messages make useless -----------------------------------------------------------------------------

Deno.test("CallChannel brings all that counts in order, and the last of what is superseded, whatever the network does", () => {
  let droppedCount = 0;
  const offer: fc.Arbitrary<Step> = fc.nat().map((end): Step => (world) => world.send(pick(world, end), createOffer));
  const mixed = fc.array(fc.oneof({ weight: 3, arbitrary: step }, { weight: 1, arbitrary: offer }), { maxLength: 200 });
  fc.assert(
    fc.property(mixed, (after) => {
      const world = runCall(1, 0, [], after);
      const [tab] = world.tabs;
      if (tab === undefined) throw new Error("There is no tab");
      for (
        const [got, sent] of [[tab.deliveredFrom(CALLER_TAB), world.caller.sent], [
          world.caller.deliveredFrom(tab.tabId),
          tab.sent,
        ]] as const
      ) {
        const isOffer = (label: string) => label.includes(createOffer.name);
        assertEquals(got, sent.filter((label) => got.includes(label)), "Out of order, or twice");
        assertEquals(got.filter((label) => !isOffer(label)), sent.filter((label) => !isOffer(label)), "Lost");
        assertEquals(got.findLast(isOffer), sent.findLast(isOffer), "The offer that counts was lost");
        droppedCount += sent.length - got.length;
      }
    }),
    { numRuns: runs(1_000) },
  );
  assert(droppedCount > 0, "No run came to drop anything");
});

Deno.test("CallChannel.send() drops what waits and is superseded, and the next message says where the gap begins", () => {
  const channel = createCaller();
  for (const label of ["one", "two"]) channel.send(createLabelled(label), 0);
  for (const label of ["a", "b"]) channel.send(createOffer(label), 0); // 3 and 4
  channel.send(createLabelled("five"), 0);
  assertEquals(afters(channel.handleReconnect(1)), [[1], [2], [4, 2], [5]]);
  assertEquals(afters(channel.send(createOffer("c"), 1)), [[6]]);
  assertEquals(afters(channel.handleReconnect(2)), [[1], [2], [5, 2], [6]]);
  channel.receive(createAck(2), 3);
  assertEquals(afters(channel.send({ type: "hang-up", reason: "ended" }, 3)), [[7, 2]]);
  assertEquals(channel.unackedCount, 1);
});

Deno.test("isSuperseded() spares answers until there is another, and all that is of no connection", () => {
  const [offer, later] = [createOffer("a"), createOffer("b")];
  const describe = (connectionId: string, type: "offer" | "answer"): CallMessage => (
    { type: "description", description: { type, sdp: "" }, connectionId: connectionId as ConnectionId }
  );
  const [answer, laterAnswer] = [describe("a", "answer"), describe("b", "answer")];
  const candidates: CallMessage = { type: "ice-candidate", candidates: [], connectionId: "a" as ConnectionId };
  const first: CallMessage = { type: "ice-candidate", candidates: [] };
  const state: CallMessage = { type: "media-state" };
  const [chat, files] = ["chat", "files"].map((feature): CallMessage => ({ type: "feature", feature, body: 1 }));
  assert(chat !== undefined && files !== undefined);
  const [claimed, other] = [createLabelled("a"), createLabelled("b")];
  const cases: [CallMessage, CallMessage, boolean][] = [
    [offer, later, true],
    [candidates, later, true],
    [answer, later, false],
    [answer, laterAnswer, true],
    [offer, laterAnswer, true],
    [offer, answer, false],
    [candidates, offer, false],
    [first, later, false],
    [state, state, false],
    [chat, chat, false],
    [state, later, false],
    [claimed, claimed, true],
    [claimed, other, false],
    [claimed, { type: "hang-up", reason: "ended" }, true],
    [{ type: "ringing" }, { type: "video-offer-response", accepted: false, reason: "busy" }, true],
  ];
  for (const [earlier, latest, isUseless] of cases) {
    assertEquals(
      isSuperseded(earlier, latest, { isLatest: false }),
      isUseless,
      `${JSON.stringify(earlier)} before ${JSON.stringify(latest)}`,
    );
  }
  // The last that a feature has to say takes the place of all that the same one has said, and of nothing else.
  const latest: [CallMessage, CallMessage, boolean][] = [
    [state, state, true],
    [chat, chat, true],
    [chat, files, false],
    [chat, state, false],
    [claimed, chat, false],
  ];
  for (const [earlier, later, isUseless] of latest) {
    assertEquals(isSuperseded(earlier, later, { isLatest: true }), isUseless, JSON.stringify([earlier, later]));
  }
});

Deno.test("CallChannel.receive() passes a gap when all before it has come, and takes no message twice for it", () => {
  const channel = createCaller();
  const behind = (seq: number, after: number) => ({ ...createIncoming(seq), after }) as PeerMessage;
  assertEquals(delivered(channel.receive(behind(9, 4), 0)), [], "Something before the gap is missing");
  assertEquals(delivered(channel.receive(createIncoming(2), 0)), []);
  assertEquals(delivered(channel.receive(behind(1, 0), 0)), [1, 2]);
  assertEquals(delivered(channel.receive(createIncoming(6), 0)), [], "It is of the gap, and still early");
  assertEquals(delivered(channel.receive(createIncoming(3), 0)), [3]);
  assertEquals(delivered(channel.receive(createIncoming(4), 0)), [4, 9]);
  for (const late of [createIncoming(5), createIncoming(6), behind(9, 4), behind(8, 0)]) {
    assertEquals(delivered(channel.receive(late, 0)), []);
  }
  assertEquals(delivered(channel.receive(behind(10, 99), 0)), [10], "Nothing comes behind itself");
});
