/** What a channel says to which of the peer's tabs: those that have something, those that have not, and too many. */

import { assertEquals } from "@std/assert";
import { ANSWER_MS, REPEAT_MS, REPEATED_MAX } from "../../../client/line/channel_options.ts";
import { TABS_MAX } from "../../../client/line/incoming_stream.ts";
import type { PeerMessage, TabId } from "../../../signaling/protocol.ts";
import {
  createAck,
  createCaller,
  createIncoming,
  OTHER_TAB,
  TAB,
  transmitted,
} from "../../doubles/channel_messages.ts";
import { CALL_ID, CALLEE_ID, CALLER_ID, CALLER_TAB, createLabelled } from "../../doubles/channel_world.ts";

const ENDS = { id: CALLEE_ID, clientId: CALLER_ID, callId: CALL_ID, tabId: TAB };
const NO_CALL: PeerMessage = { type: "no-call", ...ENDS };

Deno.test("CallChannel says nothing to who has no call", () => {
  const channel = createCaller();
  channel.send(createLabelled("one"), 0);
  assertEquals(channel.receive(NO_CALL, ANSWER_MS), []);
});

Deno.test("CallChannel answers another tab's repeat with what one tab has already, until one has the call", () => {
  const channel = createCaller({ isBound: false });
  channel.send(createLabelled("one"), 0);
  channel.receive(createAck(1), 0);
  channel.receive(createIncoming(1, { tabId: OTHER_TAB }), 0);
  assertEquals(transmitted(channel.receive(createIncoming(1, { tabId: OTHER_TAB }), ANSWER_MS)), [1]);
});

Deno.test("CallChannel repeats all that waits to whoever may take the call, and the first of it to who has", () => {
  for (const isBound of [false, true]) {
    const channel = createCaller({ isBound });
    for (let count = 0; count <= REPEATED_MAX; count++) channel.send(createLabelled(`${count}`), 0);
    assertEquals(transmitted(channel.tick(REPEAT_MS)).length, isBound ? REPEATED_MAX : REPEATED_MAX + 1);
  }
});

Deno.test("CallChannel.end() keeps last words that some tab has from being said again, though nobody is there", () => {
  const channel = createCaller({ isBound: false });
  channel.send({ type: "hang-up", reason: "cancelled" }, 0);
  channel.receive(createAck(1), 0);
  channel.end(0);
  channel.handleUndelivered("peer-unavailable", 0);
  assertEquals(channel.unackedCount, 0);
});

Deno.test("CallChannel.end() begins anew with how often it answers", () => {
  const channel = createCaller();
  channel.send({ type: "hang-up", reason: "ended" }, 0);
  channel.receive(createIncoming(1), 0);
  const repeat = (nowMs: number) => transmitted(channel.receive(createIncoming(1), nowMs));
  for (const nowMs of [200, 400, 800, 1_600]) assertEquals(repeat(nowMs), [1]);
  channel.end(1_700);
  assertEquals(repeat(1_800), [1]);
});

Deno.test("CallChannel tells a tab too many that it has nothing of it, and asks by the server alone", () => {
  const channel = createCaller({ isBound: false });
  for (let count = 0; count < TABS_MAX; count++) channel.receive(createIncoming(1, { tabId: `${count}` as TabId }), 0);
  const [answer] = channel.receive({ type: "call-query", ...ENDS, askedTabId: CALLER_TAB }, 0);
  const { type, message } = answer?.type === "tell" ? answer : { type: null, message: null };
  assertEquals([type, message?.type === "ack" && message.ack], ["tell", 0]);
  assertEquals(channel.ask(TAB).map(({ type }) => type), ["tell"]);
});
