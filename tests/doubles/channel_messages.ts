/** What tests of a call's channel say to it as the caller's page, and read off what it puts out. */

import type { CallChannel } from "../../client/line/channel.ts";
import type { ChannelOutput } from "../../client/line/channel_options.ts";
import type { PeerMessage, TabId } from "../../signaling/protocol.ts";
import { CALL_ID, CALLEE_ID, CALLER_ID, CALLER_TAB, createChannel, labelOf } from "./channel_world.ts";

export const TAB = "tab" as TabId;
export const OTHER_TAB = "other" as TabId;

/** A caller's channel in a call of `TAB`, or in one that nobody has accepted. */
export function createCaller({ isBound = true, isPatient = false } = {}): CallChannel {
  const channel = createChannel(CALLER_ID, CALLER_TAB, { isPatient });
  if (isBound) channel.bind(TAB);
  return channel;
}

export function createAck(ack: number, { tabId = TAB, ackedTabId = CALLER_TAB, id = CALLEE_ID } = {}): PeerMessage {
  return { type: "ack", id, clientId: CALLER_ID, callId: CALL_ID, tabId, ackedTabId, ack };
}

export function createIncoming(seq: number, { tabId = TAB, id = CALLEE_ID } = {}): PeerMessage {
  return { type: "ringing", id, clientId: CALLER_ID, callId: CALL_ID, tabId, seq };
}

/** The numbers that `outputs` put on the network. */
export function transmitted(outputs: readonly ChannelOutput[]): number[] {
  return outputs.flatMap((output) => output.type === "transmit" && "seq" in output.message ? [output.message.seq] : []);
}

/** As `transmitted()`, each with what it says of a gap. */
export function afters(outputs: readonly ChannelOutput[]): number[][] {
  return outputs.flatMap((output) =>
    output.type === "transmit" && "seq" in output.message
      ? [[output.message.seq, ...(output.message.after === undefined ? [] : [output.message.after])]]
      : []
  );
}

export function delivered(outputs: readonly ChannelOutput[]): number[] {
  return outputs.flatMap((output) => output.type === "deliver" ? [output.message.seq] : []);
}

export function refused(outputs: readonly ChannelOutput[]): string[] {
  return outputs.flatMap((output) => output.type === "refused" ? output.messages.map(labelOf) : []);
}

export function acksOf(outputs: readonly ChannelOutput[]): number[] {
  return outputs.flatMap((output) =>
    output.type === "transmit" && output.message.type === "ack" ? [output.message.ack] : []
  );
}
