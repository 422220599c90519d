/** Who is asked whether a call is still there, and what is said to that. */

import { assertEquals } from "@std/assert";
import type { ChannelOutput } from "../../../client/line/channel_options.ts";
import { Credit } from "../../../client/bounds/credit.ts";
import {
  type CallId,
  encodeMessage,
  type PeerMessage,
  type SealedMessage,
  type TabId,
} from "../../../signaling/protocol.ts";
import { CALLEE_ID, CALLER_ID, CALLER_TAB, createChannel, createLabelled } from "../../doubles/channel_world.ts";

const [TAB, OTHER_TAB] = ["tab0" as TabId, "tab1" as TabId];

function createQuery(tabId = TAB): PeerMessage {
  const envelope = { id: CALLEE_ID, clientId: CALLER_ID, callId: "call" as CallId, tabId };
  return { type: "call-query", ...envelope, askedTabId: CALLER_TAB };
}

function told(outputs: readonly ChannelOutput[]): unknown[] {
  return outputs.map((output) => {
    const message: SealedMessage | null = "message" in output ? output.message : null;
    return message?.type === "ack" ? `ack ${message.ackedTabId} ${message.ack}` : message?.type;
  });
}

Deno.test("CallChannel answers at once and each time that it has the call, by the server alone", () => {
  const channel = createChannel(CALLER_ID, CALLER_TAB);
  for (let nowMs = 0; nowMs < 1_000; nowMs += 100) {
    const outputs = channel.receive(createQuery(), nowMs);
    assertEquals([told(outputs), outputs[0]?.type], [[`ack ${TAB} 0`], "tell"]);
  }
  channel.receive({ ...createQuery(), ...createLabelled("one"), seq: 1 } as PeerMessage, 2_000);
  assertEquals(told(channel.receive(createQuery(), 2_000)), [`ack ${TAB} 1`]);
});

Deno.test("CallChannel has no call for another tab than the one that it is bound to", () => {
  const channel = createChannel(CALLER_ID, CALLER_TAB);
  assertEquals(told(channel.receive(createQuery(OTHER_TAB), 0)), [`ack ${OTHER_TAB} 0`], "It may yet be theirs");
  channel.bind(TAB);
  assertEquals(told(channel.receive(createQuery(OTHER_TAB), 0)), ["no-call"]);
  assertEquals(told(channel.receive(createQuery(), 0)), [`ack ${TAB} 0`]);
});

Deno.test("CallChannel says its last words to who asks after the end, and then that there is no call", () => {
  const channel = createChannel(CALLER_ID, CALLER_TAB);
  channel.end(0);
  channel.send({ type: "hang-up", reason: "cancelled" }, 0);
  assertEquals(told(channel.receive(createQuery(), 60_000)), ["hang-up"]);
  const ack = { id: CALLEE_ID, clientId: CALLER_ID, callId: "call" as CallId, tabId: OTHER_TAB };
  channel.receive({ type: "ack", ...ack, ackedTabId: CALLER_TAB, ack: 1 }, 60_000);
  assertEquals(told(channel.receive(createQuery(), 61_000)), ["no-call"], "Another tab had them; this one had not");
});

Deno.test("CallChannel asks at its own expense in its own call, and else at that of who is asked", () => {
  const credit = new Credit();
  while (credit.take(1, 1));
  const ringing = createChannel(CALLEE_ID, TAB, { isAnswering: true, credit });
  assertEquals(told(ringing.ask(CALLER_TAB)), []);
  credit.earn(1_000);
  assertEquals([told(ringing.ask(CALLER_TAB)), told(ringing.ask(CALLER_TAB))], [["call-query"], []]);
  const placed = createChannel(CALLER_ID, CALLER_TAB, { credit });
  while (credit.take(1, 1));
  assertEquals(told(placed.ask(TAB)), ["call-query"]);
});

Deno.test("CallChannel answers nobody who has no credit, and an answer costs what a query brings", () => {
  const credit = new Credit();
  const channel = createChannel(CALLER_ID, CALLER_TAB, { credit });
  while (credit.take(1, 1));
  let [said, heard] = [0, 0];
  for (let count = 0; count < 1_000; count++) {
    heard += encodeMessage(createQuery()).length;
    for (const output of channel.receive(createQuery(), count)) {
      if (output.type === "tell") said += encodeMessage(output.message).length;
    }
  }
  assertEquals(said <= heard + 65_536, true, `${said} units for ${heard}`);
});

Deno.test("CallChannel hears from the server that those who had a message have gone, and tells the next", () => {
  const channel = createChannel(CALLER_ID, CALLER_TAB);
  channel.send(createLabelled("one"), 0);
  const ack = { id: CALLEE_ID, clientId: CALLER_ID, callId: "call" as CallId, tabId: TAB };
  channel.receive({ type: "ack", ...ack, ackedTabId: CALLER_TAB, ack: 1 }, 0);
  assertEquals(channel.unackedCount, 0);
  assertEquals(channel.handleUndelivered("unavailable", 10_000), [], "That is no word on them");
  assertEquals(channel.unackedCount, 0);
  assertEquals(channel.handleUndelivered("peer-unavailable", 10_000), []);
  assertEquals(channel.unackedCount, 1);
  assertEquals(channel.handleUndelivered("peer-unavailable", 14_000), [{ type: "refused", messages: [] }]);
});
