import { assertEquals } from "@std/assert";
import { isAside, readAside, readBody, readControl } from "../../../client/line/read_messages.ts";
import type { CallId, PeerId, SealedMessage, TabId } from "../../../signaling/protocol.ts";
import { PEER_MESSAGE_TYPES } from "../../../signaling/protocol/peer_messages.ts";
import { createAck, createIncoming, TAB } from "../../doubles/channel_messages.ts";
import { CALL_ID, CALLEE_ID, CALLER_ID, CALLER_TAB } from "../../doubles/channel_world.ts";

const ASIDES = ["ack", "call-query", "no-call"];
const ENVELOPE = { id: CALLEE_ID, clientId: CALLER_ID, callId: CALL_ID, tabId: TAB };
const ENDS = { callId: CALL_ID, localPeerId: CALLER_ID, remotePeerId: CALLEE_ID };

function seal(message: object): SealedMessage {
  return message as SealedMessage;
}

Deno.test("What answers or asks out of turn goes by its type", () => {
  for (const type of [...PEER_MESSAGE_TYPES, "something-later"]) {
    assertEquals(isAside(seal({ ...ENVELOPE, type })), ASIDES.includes(type), type);
  }
});

Deno.test("Of what comes out of turn only what is whole is read", () => {
  const ack = createAck(3);
  const noCall = { ...ENVELOPE, type: "no-call" };
  const query = { ...ENVELOPE, type: "call-query", askedTabId: CALLER_TAB };
  for (const message of [ack, noCall, query]) assertEquals(readAside(seal(message))?.type, message.type as never);
  for (const broken of [{ ...ack, ack: -1 }, { ...ack, ack: "3" }, { ...query, type: "something-later" }]) {
    assertEquals(readAside(seal(broken)), null);
  }
  assertEquals(readAside(seal(createIncoming(1))), null, "It has a number, and its turn");
});

Deno.test("A body is read of what has a number; what this page does not know, or nobody can read, is none", () => {
  const ringing = createIncoming(1);
  assertEquals(readBody(seal(ringing), []), ringing as never);
  assertEquals(readBody(seal(createAck(3)), []), null);
  assertEquals(readBody(seal({ ...ENVELOPE, type: "something-later", seq: 1 }), []), null);
  assertEquals(readBody(seal({ ...ENVELOPE, type: "description", seq: 1, description: 7 }), []), null);
});

Deno.test("What comes over the control channel is of this call, from the other end and to this", () => {
  const ringing = createIncoming(1);
  assertEquals(readControl(JSON.stringify(ringing), ENDS), ringing as never);
  const others = [
    { ...ringing, callId: "00000000-0000-4000-8000-00000000000f" as CallId },
    { ...ringing, id: CALLER_ID as PeerId },
    { ...ringing, clientId: CALLEE_ID as PeerId },
    { ...ringing, tabId: 5 as unknown as TabId },
  ];
  for (const other of others) assertEquals(readControl(JSON.stringify(other), ENDS), null);
  for (const text of ["", "{", "null", "[]"]) assertEquals(readControl(text, ENDS), null);
});
