/** What a call's channel makes of messages that its page does not know, or that nobody can read. */

import { assertEquals } from "@std/assert";
import type { SealedMessage } from "../../../signaling/protocol.ts";
import {
  createAck,
  createCaller,
  createIncoming,
  delivered,
  TAB,
  transmitted,
} from "../../doubles/channel_messages.ts";
import { CALL_ID, CALLEE_ID, CALLER_ID, createLabelled } from "../../doubles/channel_world.ts";

const ENVELOPE = { id: CALLEE_ID, clientId: CALLER_ID, callId: CALL_ID, tabId: TAB };

Deno.test("CallChannel leaves alone what it cannot read, and goes on as if it had not come", () => {
  const unreadable = [
    { ...ENVELOPE, type: "something-later" }, // Without a number nobody waits for a word on it.
    { ...ENVELOPE, type: "call-query", tabId: 5 },
    { ...createAck(1), ack: "1" },
    { ...createAck(1), ackedTabId: undefined },
    { ...ENVELOPE, type: "no-call", tabId: 5 },
  ];
  for (const message of unreadable) {
    const channel = createCaller();
    channel.send(createLabelled("one"), 0);
    assertEquals(channel.receive(message as SealedMessage, 0), [], JSON.stringify(message));
    assertEquals(channel.unackedCount, 1);
    assertEquals(transmitted(channel.tick(60_000)), [1]);
    assertEquals(delivered(channel.receive(createIncoming(1), 60_000)), [1]);
    channel.receive(createAck(1), 60_000);
    assertEquals(channel.unackedCount, 0);
  }
});
