/** A socket that remembers what was done to it. */

import type { PeerMessage, ServerMessage } from "../../signaling/protocol.ts";
import { parseMessage } from "../../signaling/any_message.ts";
import type { Socket } from "../../signaling/session/session_context.ts";

export class FakeSocket implements Socket {
  /** Grows with what is sent while nobody reads. */
  bufferedAmount = 0;
  isRead = true;
  readonly texts: string[] = [];
  readonly closes: [code: number, reason: string][] = [];

  send(text: string): void {
    this.texts.push(text);
    if (!this.isRead) this.bufferedAmount += text.length;
  }

  close(code: number, reason: string): void {
    this.closes.push([code, reason]);
  }

  /** The last message sent, parsed; null if it is none of the protocol's. */
  get last(): ServerMessage | PeerMessage | null {
    return parseMessage(this.texts.at(-1) ?? "");
  }
}
