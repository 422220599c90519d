import { assert, assertEquals } from "@std/assert";
import fc from "fast-check";
import {
  ANSWER_MS,
  AWAY_MS,
  type CallChannel,
  type ChannelOutput,
  ENDED_ACK_MS,
  LAST_RECONNECTS_MAX,
  REPEAT_MS,
  REPEAT_MS_MAX,
  UNACKED_MAX,
  UNAVAILABLE_MS_MAX,
} from "../client/channel.ts";
import type { CallMessage } from "../client/call.ts";
import { Credit, CREDIT_MESSAGES, GRANT_MESSAGES } from "../client/credit.ts";
import { ACK_MS, ACK_MS_MAX, EARLY_MAX, TABS_MAX } from "../client/incoming_stream.ts";
import { isSuperseded } from "../client/superseded.ts";
import type { ConnectionId, PeerMessage, TabId } from "../signaling/protocol.ts";
import {
  CALL_ID,
  CALLEE_ID,
  CALLER_ID,
  CALLER_TAB,
  ChannelWorld,
  createChannel,
  createLabelled,
  createOffer,
  labelOf,
} from "./doubles/channel_world.ts";
import { runs } from "./doubles/runs.ts";

const TAB = "tab" as TabId;
const OTHER_TAB = "other" as TabId;

/** A caller's channel in a call of `TAB`, or in one that nobody has accepted. */
function createCaller({ isBound = true, isPatient = false } = {}): CallChannel {
  const channel = createChannel(CALLER_ID, CALLER_TAB, { isPatient });
  if (isBound) channel.bind(TAB);
  return channel;
}

function createAck(ack: number, { tabId = TAB, ackedTabId = CALLER_TAB, id = CALLEE_ID } = {}): PeerMessage {
  return { type: "ack", id, clientId: CALLER_ID, callId: CALL_ID, tabId, ackedTabId, ack };
}

function createIncoming(seq: number, { tabId = TAB, id = CALLEE_ID } = {}): PeerMessage {
  return { type: "ringing", id, clientId: CALLER_ID, callId: CALL_ID, tabId, seq };
}

/** The numbers that `outputs` put on the network. */
function transmitted(outputs: readonly ChannelOutput[]): number[] {
  return outputs.flatMap((output) => output.type === "transmit" && "seq" in output.message ? [output.message.seq] : []);
}

/** As `transmitted()`, each with what it says of a gap. */
function afters(outputs: readonly ChannelOutput[]): number[][] {
  return outputs.flatMap((output) =>
    output.type === "transmit" && "seq" in output.message
      ? [[output.message.seq, ...(output.message.after === undefined ? [] : [output.message.after])]]
      : []
  );
}

function delivered(outputs: readonly ChannelOutput[]): number[] {
  return outputs.flatMap((output) => output.type === "deliver" ? [output.message.seq] : []);
}

function refused(outputs: readonly ChannelOutput[]): string[] {
  return outputs.flatMap((output) => output.type === "refused" ? output.messages.map(labelOf) : []);
}

function acksOf(outputs: readonly ChannelOutput[]): number[] {
  return outputs.flatMap((output) =>
    output.type === "transmit" && output.message.type === "ack" ? [output.message.ack] : []
  );
}

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
      if (caller.refused.length === 0) assertEquals(got, caller.sent, "A caller's message was lost");
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

// --- Acknowledgements ---------------------------------------------------------------------------------------------

Deno.test("CallChannel takes no acknowledgement of another tab's stream, of what was never sent, or from elsewhere", () => {
  const strange: PeerMessage[] = [
    createAck(2, { ackedTabId: OTHER_TAB }),
    createAck(2, { tabId: OTHER_TAB }),
    createAck(2, { id: "cccc-cccc-cccc-cccc-cccc" as typeof CALLEE_ID }),
    createAck(3),
    createAck(Number.MAX_SAFE_INTEGER),
  ];
  const channel = createCaller();
  for (const label of ["one", "two"]) channel.send(createLabelled(label), 0);
  for (const ack of strange) {
    assertEquals(channel.receive(ack, 0), []);
    assertEquals(channel.unackedCount, 2);
  }
  channel.receive(createAck(2), 0);
  assertEquals(channel.unackedCount, 0);
});

Deno.test("CallChannel takes any tab's acknowledgement until it is bound, then only that tab's, from the start", () => {
  const channel = createCaller({ isBound: false });
  for (const label of ["one", "two", "three"]) channel.send(createLabelled(label), 0);
  channel.receive(createAck(3, { tabId: OTHER_TAB }), 0);
  channel.receive(createAck(1), 0);
  assertEquals(channel.unackedCount, 0);
  channel.bind(TAB);
  assertEquals(transmitted(channel.tick(REPEAT_MS)), [2, 3]);
  channel.receive(createAck(3), 0);
  assertEquals(channel.unackedCount, 0);
});

Deno.test("CallChannel tells its stream again and again to tabs that may be fresh, until it is bound or over", () => {
  for (const isOver of [true, false]) {
    const channel = createCaller({ isBound: false });
    channel.send(createLabelled("one"), 0);
    channel.receive(createAck(1, { tabId: OTHER_TAB }), 0);
    let heardAtMs = 0;
    for (let nowMs = 500; nowMs <= 45_000; nowMs += 500) {
      if (transmitted(channel.tick(nowMs)).length === 0) continue;
      assert(nowMs - heardAtMs <= REPEAT_MS_MAX, `A fresh tab heard nothing for ${nowMs - heardAtMs} ms`);
      heardAtMs = nowMs;
    }
    assert(heardAtMs > 40_000);
    if (isOver) channel.end(45_000);
    else channel.bind(OTHER_TAB);
    assertEquals(transmitted(channel.tick(60_000)), []);
  }
});

Deno.test("CallChannel is not set back by an older acknowledgement that comes late", () => {
  for (const isBound of [true, false]) {
    const channel = createCaller({ isBound });
    for (const label of ["one", "two"]) channel.send(createLabelled(label), 0);
    channel.receive(createAck(2), 0);
    channel.receive(createAck(1), 0);
    assertEquals(channel.unackedCount, 0);
    if (isBound) assertEquals(transmitted(channel.handleReconnect(1)), []);
  }
});

Deno.test("CallChannel acknowledges repeats and what came too early, and delivers neither", () => {
  const channel = createCaller();
  assertEquals(delivered(channel.receive(createIncoming(1), 0)), [1]);
  for (const seq of [1, 3]) {
    const outputs = channel.receive(createIncoming(seq), seq * 1_000);
    assertEquals([delivered(outputs), acksOf(outputs)], [[], [1]]);
  }
  const outputs = channel.receive(createIncoming(2), 5_000);
  assertEquals([delivered(outputs), acksOf(outputs)], [[2, 3], [3]]);
});

Deno.test("CallChannel acknowledges at once after a pause, and together what follows close upon it", () => {
  const channel = createCaller();
  assertEquals(acksOf(channel.receive(createIncoming(1), 0)), [1]);
  for (let seq = 2; seq <= 40; seq += 1) assertEquals(acksOf(channel.receive(createIncoming(seq), seq)), []);
  assertEquals(acksOf(channel.tick(ACK_MS - 1)), []);
  assertEquals(acksOf(channel.tick(ACK_MS)), [40]);
  assertEquals(acksOf(channel.tick(ACK_MS * 10)), [], "Nothing came since");
  assertEquals(acksOf(channel.receive(createIncoming(41), ACK_MS * 2)), [41]);
});

Deno.test("CallChannel acknowledges mere repeats ever less often, and what is new as ever", () => {
  const channel = createCaller();
  const ackedAtMs: number[] = [];
  for (let nowMs = 0; nowMs <= 10_000; nowMs += 10) {
    if (acksOf(channel.receive(createIncoming(1), nowMs)).length > 0) ackedAtMs.push(nowMs);
  }
  assertEquals(ackedAtMs.slice(0, 6), [0, 100, 300, 700, 1_500, 3_100]);
  assertEquals(ackedAtMs.slice(5).map((atMs) => (atMs - 3_100) % ACK_MS_MAX), [0, 0, 0, 0, 0]);
  assertEquals(acksOf(channel.receive(createIncoming(2), 10_000)), [2]);
  channel.handleReconnect(10_010);
  assertEquals(
    acksOf(channel.receive(createIncoming(2), 10_020)),
    [2],
    "The acknowledgement may be lost with the socket",
  );
});

Deno.test("CallChannel neither delivers nor acknowledges a third peer's message", () => {
  const id = "cccc-cccc-cccc-cccc-cccc" as typeof CALLEE_ID;
  assertEquals(createCaller().receive(createIncoming(1, { id }), 0), []);
});

// --- Bounds -------------------------------------------------------------------------------------------------------

Deno.test("CallChannel keeps at most EARLY_MAX messages that came too early, and the next always finds room", () => {
  const channel = createCaller();
  const seqs = Array.from({ length: EARLY_MAX + 10 }, (_, index) => index + 2);
  for (const seq of seqs) assertEquals(delivered(channel.receive(createIncoming(seq), 0)), []);
  const kept = Array.from({ length: EARLY_MAX + 1 }, (_, index) => index + 1);
  assertEquals(delivered(channel.receive(createIncoming(1), 0)), kept);
  assertEquals(delivered(channel.receive(createIncoming(EARLY_MAX + 2), 0)), [EARLY_MAX + 2]);
});

Deno.test("CallChannel has room for what comes too early however much it has delivered and got twice", () => {
  const channel = createCaller();
  for (let seq = 1; seq <= EARLY_MAX * 4; seq += 2) {
    channel.receive(createIncoming(seq + 1), 0);
    assertEquals(delivered(channel.receive(createIncoming(seq), 0)), [seq, seq + 1]);
    assertEquals(delivered(channel.receive(createIncoming(seq), 0)), []);
  }
});

Deno.test("CallChannel hears TABS_MAX tabs, and leaves a further one unacknowledged", () => {
  const channel = createCaller({ isBound: false });
  channel.send(createLabelled("one"), 0);
  for (let tab = 0; tab < TABS_MAX; tab += 1) {
    const tabId = `tab${tab}` as TabId;
    assertEquals(delivered(channel.receive(createIncoming(1, { tabId }), 0)), [1]);
    channel.receive(createAck(0, { tabId }), 0);
  }
  assertEquals(channel.receive(createIncoming(1, { tabId: OTHER_TAB }), 0), []);
  channel.receive(createAck(1, { tabId: OTHER_TAB }), 0);
  assertEquals(channel.unackedCount, 1);
  channel.bind(OTHER_TAB); // Whoever has the call is heard, however many came before.
  channel.receive(createAck(1, { tabId: OTHER_TAB }), 0);
  assertEquals(channel.unackedCount, 0);
});

Deno.test("CallChannel.send() refuses a message when UNACKED_MAX wait, and the stream goes on without a hole", () => {
  const channel = createCaller();
  for (let seq = 1; seq <= UNACKED_MAX; seq += 1) {
    assertEquals(transmitted(channel.send(createLabelled(`${seq}`), 0)), [seq]);
  }
  const outputs = channel.send(createLabelled("late"), 0);
  assertEquals([refused(outputs), transmitted(outputs)], [["late"], []]);
  assertEquals(channel.unackedCount, UNACKED_MAX);
  channel.receive(createAck(UNACKED_MAX), 0);
  assertEquals(transmitted(channel.send(createLabelled("next"), 0)), [UNACKED_MAX + 1]);
});

// --- Time ---------------------------------------------------------------------------------------------------------

Deno.test("CallChannel.tick() repeats after a pause that doubles up to REPEAT_MS_MAX, and after a reconnect anew", () => {
  const channel = createCaller();
  channel.send(createLabelled("one"), 0);
  const repeatedAtMs = (fromMs: number) => {
    const times: number[] = [];
    for (let nowMs = fromMs; nowMs <= fromMs + 40_000; nowMs += 500) {
      if (transmitted(channel.tick(nowMs)).length > 0) times.push(nowMs - fromMs);
    }
    return times;
  };
  const times = [REPEAT_MS, REPEAT_MS * 3];
  for (let next = 6_000; next <= 40_000; next += REPEAT_MS_MAX) times.push(next);
  assertEquals(repeatedAtMs(0), times);
  assertEquals(transmitted(channel.handleReconnect(100_000)), [1]);
  assertEquals(repeatedAtMs(100_000), times);
});

Deno.test("CallChannel.receive() answers a repeat by repeating what has waited ANSWER_MS itself", () => {
  const channel = createCaller();
  channel.receive(createIncoming(1), 0);
  channel.send(createLabelled("one"), 0);
  channel.send(createLabelled("two"), 1);
  assertEquals(transmitted(channel.receive(createIncoming(2), ANSWER_MS)), [], "It is no repeat");
  assertEquals(transmitted(channel.receive(createIncoming(4), ANSWER_MS)), [], "It is early");
  assertEquals(transmitted(channel.receive(createIncoming(1), ANSWER_MS - 1)), []);
  assertEquals(transmitted(channel.receive(createIncoming(1), ANSWER_MS)), [1]);
  assertEquals(transmitted(channel.receive(createIncoming(2), ANSWER_MS * 2 - 1)), [], "It was answered just now");
  assertEquals(transmitted(channel.receive(createIncoming(2), ANSWER_MS * 2)), [1, 2]);
  channel.receive(createAck(2), ANSWER_MS * 6);
  assertEquals(transmitted(channel.receive(createIncoming(1), ANSWER_MS * 9)), []);
});

Deno.test("CallChannel.receive() answers repeats ever less often while nothing is acknowledged", () => {
  const channel = createCaller();
  for (const label of ["one", "two"]) channel.send(createLabelled(label), 0);
  channel.receive(createIncoming(1), 0);
  const answeredAtMs = (fromMs: number, toMs: number) => {
    const times: number[] = [];
    for (let nowMs = fromMs; nowMs <= toMs; nowMs += 10) {
      if (transmitted(channel.receive(createIncoming(1), nowMs)).length > 0) times.push(nowMs);
    }
    return times;
  };
  assertEquals(answeredAtMs(10, 7_000), [200, 400, 800, 1_600, 3_200, 6_400]);
  channel.receive(createAck(1), 7_000);
  assertEquals(answeredAtMs(7_000, 7_500).length, 2, "Something has come through, so more may");
});

Deno.test("CallChannel repeats at a peer's expense what they have paid for, and never all for one", () => {
  const channel = createCaller();
  for (let count = 0; count < 400; count += 1) channel.send(createLabelled(`${count}`.padEnd(64, "-")), 0);
  channel.receive(createIncoming(1), 300);
  const first = transmitted(channel.receive(createIncoming(1), 600)).length;
  assert(first > 0 && first <= GRANT_MESSAGES + CREDIT_MESSAGES + 2, `${first} messages for one`);
  const more = transmitted(channel.receive(createIncoming(1), 60_000)).length;
  assert(more <= 2, `${more} more messages for one more`);
});

Deno.test("CallChannel says nothing in a call that nobody here has taken but what its caller has paid for", () => {
  const credit = new Credit();
  const channel = createChannel(CALLER_ID, CALLER_TAB, { isAnswering: true, credit });
  const told = channel.receive(createIncoming(1), 0);
  let said = told.filter(({ type }) => type === "transmit").length + channel.send({ type: "ringing" }, 0).length;
  for (let nowMs = 500; nowMs <= 600_000; nowMs += 500) said += channel.tick(nowMs).length;
  assert(said <= CREDIT_MESSAGES + 1, `${said} messages for one`);
  const sdp = "v=0".padEnd(5_000, "-");
  const acceptance = {
    type: "video-offer-response",
    accepted: true,
    audio: true,
    video: true,
    candidates: [],
  } as const;
  const outputs = channel.send({ ...acceptance, candidates: [], description: { type: "answer", sdp } }, 600_000);
  assertEquals(transmitted(outputs), [2], "The person's own word is not the caller's to pay");
  assertEquals(transmitted(channel.tick(601_000)).includes(2), true);
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
  const state: CallMessage = { type: "media-state", audio: true, video: true };
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
    [state, state, true],
    [state, later, false],
    [claimed, claimed, true],
    [claimed, other, false],
    [claimed, { type: "hang-up", reason: "ended" }, true],
    [{ type: "ringing" }, { type: "video-offer-response", accepted: false, reason: "busy" }, true],
  ];
  for (const [earlier, latest, isUseless] of cases) {
    assertEquals(
      isSuperseded(earlier, latest),
      isUseless,
      `${JSON.stringify(earlier)} before ${JSON.stringify(latest)}`,
    );
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

// --- The end ------------------------------------------------------------------------------------------------------

Deno.test("CallChannel.end() leaves last words, said a few times within seconds and on a few sockets to come", () => {
  const channel = createCaller();
  for (let count = 0; count < 400; count += 1) channel.send(createLabelled(`${count}`), 0);
  assertEquals(transmitted(channel.send({ type: "hang-up", reason: "ended" }, 0)), [401]);
  channel.end(0);
  const sayings = (fromMs: number, toMs: number) => {
    const times: number[] = [];
    for (let nowMs = fromMs; nowMs <= toMs; nowMs += 500) {
      const seqs = transmitted(channel.tick(nowMs));
      if (seqs.length > 0) times.push(nowMs - fromMs);
      assert(seqs.every((seq) => seq === 401), `${seqs} was said after the end`);
    }
    return times;
  };
  assertEquals(sayings(0, 600_000), [1_000, 3_000, 6_000]);
  assertEquals(transmitted(channel.receive(createIncoming(1), 600_000)), [], "Who repeats gets nothing more either");
  for (let socket = 0; socket < LAST_RECONNECTS_MAX; socket += 1) {
    assertEquals(transmitted(channel.handleReconnect(1_000_000)), [401]);
    assertEquals(sayings(1_000_000, 1_600_000), [1_000]);
  }
  assertEquals(channel.handleReconnect(2_000_000), []);
});

Deno.test("CallChannel.end() takes last words after it too, and they pass all that was left unsaid", () => {
  const [channel, other] = [createCaller(), createChannel(CALLEE_ID, TAB)];
  for (const label of ["one", "two"]) channel.send(createLabelled(label), 0);
  channel.end(0);
  const outputs = channel.send({ type: "hang-up", reason: "ended" }, 0);
  assertEquals(afters(outputs), [[3, 0]]);
  const [output] = outputs;
  if (output?.type !== "transmit") throw new Error("Nothing was said");
  assertEquals(delivered(other.receive(output.message, 0)), [3]);
  assertEquals(channel.unackedCount, 1);
});

Deno.test("CallChannel.end() without last words leaves nothing, and acknowledges for ENDED_ACK_MS", () => {
  const channel = createCaller();
  for (const label of ["one", "two"]) channel.send(createLabelled(label), 0);
  channel.end(0);
  assertEquals(channel.unackedCount, 0);
  assertEquals(channel.receive(createIncoming(1), ENDED_ACK_MS).length, 2);
  assertEquals(acksOf(channel.receive(createIncoming(1), ENDED_ACK_MS * 2)), []);
  assertEquals(channel.tick(600_000), []);
});

Deno.test("CallChannel.handleReconnect() repeats at once though the clock was set back", () => {
  const channel = createCaller();
  channel.send(createLabelled("one"), 3_600_000);
  assertEquals(transmitted(channel.handleReconnect(0)), [1]);
  assertEquals(transmitted(channel.tick(REPEAT_MS)), [1]);
});

// --- Nobody there -------------------------------------------------------------------------------------------------

Deno.test("CallChannel.handleUndelivered() refuses once, with all messages, after UNAVAILABLE_MS_MAX and for good", () => {
  const channel = createCaller({ isBound: false });
  for (const label of ["one", "two"]) channel.send(createLabelled(label), 0);
  for (let nowMs = 0; nowMs < UNAVAILABLE_MS_MAX; nowMs += REPEAT_MS) {
    assertEquals(channel.handleUndelivered("peer-unavailable", nowMs), []);
    assertEquals(transmitted(channel.tick(nowMs + REPEAT_MS)), [1, 2], "It must be tried again until it is refused");
  }
  assertEquals(refused(channel.handleUndelivered("peer-unavailable", UNAVAILABLE_MS_MAX)), ["one", "two"]);
  assertEquals(channel.handleUndelivered("peer-unavailable", UNAVAILABLE_MS_MAX * 2), []);
  assertEquals([channel.tick(60_000), channel.handleReconnect(60_000), channel.unackedCount], [[], [], 0]);
  const later = channel.send(createLabelled("three"), 60_000);
  assertEquals([refused(later), transmitted(later)], [["three"], []]);
});

Deno.test("CallChannel.handleUndelivered() leaves out what some tab has", () => {
  const channel = createCaller({ isBound: false });
  channel.send(createLabelled("one"), 0);
  channel.receive(createAck(1), 0);
  channel.send(createLabelled("two"), 0);
  channel.handleUndelivered("peer-unavailable", 0);
  assertEquals(refused(channel.handleUndelivered("peer-unavailable", UNAVAILABLE_MS_MAX)), ["two"]);
});

Deno.test("CallChannel.handleUndelivered() counts anew once the peer was heard or this end has reconnected", () => {
  const renewals: ((channel: CallChannel) => void)[] = [
    (channel) => channel.receive(createAck(0), 0),
    (channel) => channel.receive(createIncoming(1), 0),
    (channel) => channel.handleReconnect(UNAVAILABLE_MS_MAX - 1),
  ];
  for (const renew of renewals) {
    const channel = createCaller({ isBound: false });
    channel.send(createLabelled("one"), 0);
    channel.handleUndelivered("peer-unavailable", 0);
    renew(channel);
    assertEquals(channel.handleUndelivered("peer-unavailable", UNAVAILABLE_MS_MAX), []);
    assertEquals(refused(channel.handleUndelivered("peer-unavailable", UNAVAILABLE_MS_MAX * 2)), ["one"]);
  }
});

Deno.test("CallChannel.handleUndelivered() does not count the time in which only an acknowledgement found nobody", () => {
  const channel = createCaller({ isBound: false });
  channel.receive(createIncoming(1), 0);
  assertEquals(channel.handleUndelivered("peer-unavailable", 0), []);
  channel.send(createLabelled("one"), 60_000);
  assertEquals(channel.handleUndelivered("peer-unavailable", 60_000), []);
  assertEquals(refused(channel.handleUndelivered("peer-unavailable", 60_000 + UNAVAILABLE_MS_MAX)), ["one"]);
});

Deno.test("CallChannel.tick() says in a bound call that the other end is away once it has not answered for a while", () => {
  const channel = createCaller();
  channel.send(createLabelled("one"), 0);
  let [repeats, awayAtMs] = [0, Infinity];
  for (let nowMs = 500; nowMs <= 600_000; nowMs += 500) {
    const outputs = channel.tick(nowMs);
    repeats += transmitted(outputs).length;
    if (outputs.some(({ type }) => type === "away")) awayAtMs = Math.min(awayAtMs, nowMs);
    assertEquals(
      channel.handleUndelivered("peer-unavailable", nowMs),
      [],
      "Of a call in progress the relay has no word",
    );
  }
  assertEquals(awayAtMs, AWAY_MS);
  assert(repeats <= 600_000 / REPEAT_MS_MAX + 10, `${repeats} repeats in ten minutes`);
  assertEquals(transmitted(channel.send(createLabelled("two"), 600_000)), [2]);
  assertEquals(transmitted(channel.handleReconnect(600_001)), [1, 2]);
  channel.receive(createAck(2), 600_002);
  for (let nowMs = 600_500; nowMs <= 660_000; nowMs += 500) assertEquals(channel.tick(nowMs), []);
});

Deno.test("CallChannel.tick() never says that somebody is away before the call is theirs", () => {
  const channel = createCaller({ isBound: false });
  channel.send(createLabelled("one"), 0);
  for (let nowMs = 500; nowMs <= 60_000; nowMs += 500) {
    assert(channel.tick(nowMs).every(({ type }) => type === "transmit"));
  }
});

Deno.test("CallChannel.handleUndelivered() never refuses a patient caller, who goes on trying", () => {
  const channel = createCaller({ isBound: false, isPatient: true });
  channel.send(createLabelled("one"), 0);
  let triedAtMs = 0;
  for (let nowMs = 500; nowMs <= 600_000; nowMs += 500) {
    if (transmitted(channel.tick(nowMs)).length === 0) continue;
    assertEquals(channel.handleUndelivered("peer-unavailable", nowMs), []);
    assert(nowMs - triedAtMs <= REPEAT_MS_MAX, `It waited ${nowMs - triedAtMs} ms`);
    triedAtMs = nowMs;
  }
  assertEquals(channel.unackedCount, 1);
});

Deno.test("CallChannel.handleUndelivered() never refuses for a relay that cannot tell, and begins to count anew", () => {
  const channel = createCaller({ isBound: false });
  channel.send(createLabelled("one"), 0);
  assertEquals(channel.handleUndelivered("peer-unavailable", 0), []);
  assertEquals(channel.handleUndelivered("unavailable", UNAVAILABLE_MS_MAX), []);
  assertEquals(channel.handleUndelivered("unavailable", UNAVAILABLE_MS_MAX * 100), []);
  const atMs = UNAVAILABLE_MS_MAX * 100;
  assertEquals(transmitted(channel.tick(atMs + REPEAT_MS)), [1], "It must be tried again soon");
  assertEquals(channel.handleUndelivered("peer-unavailable", atMs + REPEAT_MS), []);
  assertEquals(channel.unackedCount, 1);
});
