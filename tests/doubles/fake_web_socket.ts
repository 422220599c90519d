/** A browser's WebSocket whose network and server are the test: what the page sends is on record. */

import { encodeMessage, type PeerMessage, type ServerMessage } from "../../signaling/protocol.ts";

export class FakeWebSocket {
  readyState: number = WebSocket.CONNECTING;
  onmessage: ((event: MessageEvent<unknown>) => void) | null = null;
  onclose: ((event: CloseEvent) => void) | null = null;
  readonly texts: string[] = [];

  // --- What the page does ---------------------------------------------------------------------------------------

  send(text: string): void {
    if (this.readyState === WebSocket.CONNECTING) throw new DOMException("Still connecting", "InvalidStateError");
    this.texts.push(text);
  }

  close(): void {
    this.readyState = WebSocket.CLOSING; // The close event of a dead network may take minutes: it does not come here.
  }

  get isClosedByPage(): boolean {
    return this.readyState === WebSocket.CLOSING;
  }

  // --- What the network and the server do -------------------------------------------------------------------------

  open(): void {
    this.readyState = WebSocket.OPEN;
  }

  say(message: ServerMessage | PeerMessage): void {
    this.sayRaw(encodeMessage(message));
  }

  sayRaw(data: unknown): void {
    this.onmessage?.(new MessageEvent("message", { data }));
  }

  breakDown(): void {
    this.readyState = WebSocket.CLOSED;
    this.onclose?.(new CloseEvent("close"));
  }
}
