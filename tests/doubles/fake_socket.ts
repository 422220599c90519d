/** A socket that remembers what was done to it. */

import { parseServerMessage, type PeerMessage, type ServerMessage } from "../../signaling/protocol.ts";
import type { Socket } from "../../signaling/session_context.ts";

export class FakeSocket implements Socket {
  bufferedAmount = 0;
  readonly texts: string[] = [];
  readonly closes: [code: number, reason: string][] = [];

  send(text: string): void {
    this.texts.push(text);
  }

  close(code: number, reason: string): void {
    this.closes.push([code, reason]);
  }

  /** The last message sent, parsed; null if it is none of the protocol's. */
  get last(): ServerMessage | PeerMessage | null {
    return parseServerMessage(this.texts.at(-1) ?? "");
  }
}
