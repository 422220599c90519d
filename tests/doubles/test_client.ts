/**
 * A WebSocket client for tests of the real server: every message can be awaited, nothing sleeps.
 *
 * What arrives waits in order until it is asked for. Asking fails when the socket closes first, or after some
 * seconds, so that a message that never comes is a failed test and not a hanging one.
 */

import type { PeerId, PeerMessage, ServerMessage } from "../../signaling/protocol.ts";
import { parseMessage } from "../../signaling/any_message.ts";
import type { TestIdentity } from "./test_identity.ts";

type Message = ServerMessage | PeerMessage;
type MessageOf<T extends Message["type"]> = Extract<Message, { type: T }>;

const PATIENCE_MS = 5_000;

export class TestClient {
  readonly closed: Promise<{ code: number; reason: string }>;
  readonly #host: string;
  readonly #socket: WebSocket;
  readonly #texts: string[] = [];
  /** How long a message may take, in milliseconds. */
  patienceMs = PATIENCE_MS;
  /** Sees each message as it comes, beside whoever takes it. */
  onText: (text: string) => void = () => {};
  #wake = () => {};
  #isClosed = false;

  /** @param address that of the sender, as a proxy tells it that the server trusts */
  constructor(host: string, address?: string) {
    this.#host = host;
    // Deno's own second form of the constructor, which browsers do not have.
    const options: unknown = address === undefined ? [] : { headers: { "x-forwarded-for": address } };
    this.#socket = new WebSocket(`ws://${host}/socket`, options as string[]);
    const closed = Promise.withResolvers<{ code: number; reason: string }>();
    this.closed = closed.promise;
    this.#socket.onmessage = ({ data }) => {
      this.onText(String(data));
      this.#texts.push(String(data));
      this.#wake();
    };
    this.#socket.onclose = ({ code, reason }) => {
      this.#isClosed = true;
      closed.resolve({ code, reason });
      this.#wake();
    };
  }

  /** Whether a message waits to be taken. */
  get hasMessage(): boolean {
    return this.#texts.length > 0;
  }

  /** Takes the next message as it came. */
  async nextText(): Promise<string> {
    let isLate = false;
    const timer = setTimeout(() => {
      isLate = true;
      this.#wake();
    }, this.patienceMs);
    try {
      while (this.#texts.length === 0) {
        if (this.#isClosed) throw new Error("Cannot take a message: the socket is closed");
        if (isLate) throw new Error(`Cannot take a message: none came in ${this.patienceMs} ms`);
        await new Promise<void>((resolve) => this.#wake = resolve);
      }
    } finally {
      clearTimeout(timer);
    }
    return this.#texts.shift() ?? "";
  }

  /** Takes the next message, which must be one of the protocol's. */
  async next(): Promise<Message> {
    const text = await this.nextText();
    const message = parseMessage(text);
    if (message === null) throw new Error(`Cannot parse what the server sent: ${text.slice(0, 200)}`);
    return message;
  }

  /** Takes messages until one is of `type`, and returns that. */
  async nextOfType<T extends Message["type"]>(type: T): Promise<MessageOf<T>> {
    const isWanted = (message: Message): message is MessageOf<T> => message.type === type;
    while (true) {
      const message = await this.next();
      if (isWanted(message)) return message;
    }
  }

  send(message: string | ArrayBuffer | Record<string, unknown>): void {
    const isRaw = typeof message === "string" || message instanceof ArrayBuffer;
    this.#socket.send(isRaw ? message : JSON.stringify(message));
  }

  /** Answers the challenge, bare or with a proof made for `host`, and returns the ID that the server grants. */
  async register(identity?: TestIdentity, host = this.#host): Promise<PeerId> {
    const { nonce } = await this.nextOfType("challenge");
    this.send({ type: "register", ...(await identity?.prove(nonce, host)) });
    return (await this.nextOfType("registered")).id;
  }

  async close(): Promise<void> {
    this.#socket.close();
    await this.closed;
  }
}
