/** What a channel acknowledges, whose acknowledgements it takes, and how much of either it keeps. */

import { assert, assertEquals } from "@std/assert";
import { ENDED_ACK_MS, REPEAT_MS, REPEAT_MS_MAX, UNACKED_MAX } from "../../../client/line/channel_options.ts";
import { ACK_MS, ACK_MS_MAX, EARLY_MAX, TABS_MAX } from "../../../client/line/incoming_stream.ts";
import type { PeerMessage, TabId } from "../../../signaling/protocol.ts";
import {
  acksOf,
  createAck,
  createCaller,
  createIncoming,
  delivered,
  OTHER_TAB,
  refused,
  TAB,
  transmitted,
} from "../../doubles/channel_messages.ts";
import { CALLEE_ID, createLabelled } from "../../doubles/channel_world.ts";

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

Deno.test("CallChannel has room again for what the call's tab has acknowledged before it got the call", () => {
  const channel = createCaller({ isBound: false });
  for (let seq = 1; seq <= UNACKED_MAX; seq += 1) channel.send(createLabelled(`${seq}`), 0);
  channel.receive(createAck(UNACKED_MAX), 0);
  channel.bind(TAB);
  assertEquals(transmitted(channel.send(createLabelled("next"), 0)), [UNACKED_MAX + 1]);
});

Deno.test("CallChannel acknowledges for ENDED_ACK_MS from the end of the call, whenever that was", () => {
  const endedAtMs = ENDED_ACK_MS * 10;
  const channel = createCaller();
  channel.end(endedAtMs);
  assertEquals(acksOf(channel.receive(createIncoming(1), endedAtMs + ENDED_ACK_MS)), [1]);
  assertEquals(acksOf(channel.receive(createIncoming(2), endedAtMs + ENDED_ACK_MS * 2)), []);
});

Deno.test("CallChannel does not call an acknowledgement a repeat: one way is enough for it", () => {
  const [, output] = createCaller().receive(createIncoming(1), 0);
  assert(output?.type === "transmit" && output.message.type === "ack");
  assertEquals(output.isRepeat, false);
});
