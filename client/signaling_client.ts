/**
 * The socket to the server, for as long as the page is open: registers, answers pings, and opens a fresh socket
 * whenever this one is lost, has gone silent, or may be a ghost (after a sleep, or when the network comes back).
 *
 * Registering is additive, so a fresh socket registers beside the old one, which is closed only then: an ID is never
 * without a socket because of a precaution. Knows nothing of calls: messages and status go to the handlers.
 */

import {
  encodeMessage,
  type IceServer,
  parseServerMessage,
  type PeerId,
  type PeerMessage,
  type ServerMessage,
  SILENCE_MAX_MS,
} from "../signaling/protocol.ts";
import { nextRetryDelayMs } from "./backoff.ts";
import type { Identity } from "./identity.ts";

/** How long a socket may take to open and register, in milliseconds. */
export const REGISTER_TIMEOUT_MS = 10_000;
/** How often silence and sleep are looked for, in milliseconds. */
export const WATCH_MS = 5_000;
/** A watch that comes this late means that the machine slept (hidden tabs run timers once a minute), in milliseconds. */
export const SLEEP_MS = 75_000;
/** Someone who looks at the page again after this much silence gets a fresh socket, in milliseconds. */
export const DOUBT_MS = 25_000;

export type ServerError = Extract<ServerMessage, { type: "error" }>;

export type SignalingHandlers = {
  registered(id: PeerId, iceServers: readonly IceServer[]): void;
  /** No socket is registered any more; another is on its way. `error` when the server refused with a reason. */
  lost(error: ServerError | null): void;
  message(message: PeerMessage): void;
  error(error: ServerError): void;
};

export type SignalingOptions = {
  readonly url: string;
  /** The host that the page was loaded from; signed, so that another server cannot pass the proof on. */
  readonly host: string;
  readonly identity: Identity;
  readonly handlers: SignalingHandlers;
  readonly now: () => number;
  readonly random: () => number;
  readonly createSocket?: (url: string) => WebSocket;
};

export class SignalingClient {
  readonly #options: SignalingOptions;
  /** The registered socket. */
  #current: WebSocket | null = null;
  /** The socket that is opening or registering, beside or instead of the current one. */
  #fresh: WebSocket | null = null;
  #registerTimer: ReturnType<typeof setTimeout> | undefined;
  #retryTimer: ReturnType<typeof setTimeout> | undefined;
  #watchTimer: ReturnType<typeof setInterval> | undefined;
  #heardAtMs = 0;
  #watchedAtMs = 0;
  /** Since when a fresh socket has been wanted; null once it is registered. */
  #wantedAtMs: number | null = null;

  constructor(options: SignalingOptions) {
    this.#options = options;
  }

  get isRegistered(): boolean {
    return this.#current !== null;
  }

  start(): void {
    this.#watchedAtMs = this.#options.now();
    this.#watchTimer = setInterval(() => this.#watch(), WATCH_MS);
    this.#open();
  }

  stop(): void {
    clearInterval(this.#watchTimer);
    clearTimeout(this.#retryTimer);
    this.#drop(this.#fresh);
    this.#drop(this.#current);
    this.#fresh = this.#current = null;
  }

  /** Sends a message if a socket is registered, and tells whether it did; the caller's channel repeats what did not go. */
  send(message: PeerMessage): boolean {
    if (this.#current?.readyState !== WebSocket.OPEN) return false;
    this.#current.send(encodeMessage(message));
    return true;
  }

  /** Opens a fresh socket now: the network has changed or come back, or the page woke up. */
  refresh(): void {
    clearTimeout(this.#retryTimer);
    this.#drop(this.#fresh);
    this.#open();
  }

  /** Opens a fresh socket if this one has been silent for long enough to be in doubt. */
  refreshIfInDoubt(): void {
    if (!this.isRegistered || this.#options.now() - this.#heardAtMs > DOUBT_MS) this.refresh();
  }

  #watch(): void {
    const nowMs = this.#options.now();
    const gapMs = nowMs - this.#watchedAtMs;
    this.#watchedAtMs = nowMs;
    const isSilent = this.isRegistered && nowMs - this.#heardAtMs > SILENCE_MAX_MS;
    if (gapMs > SLEEP_MS || (isSilent && this.#fresh === null)) this.refresh();
  }

  #open(): void {
    const { url, createSocket = (address) => new WebSocket(address) } = this.#options;
    const socket = createSocket(url);
    this.#fresh = socket;
    socket.onmessage = (event: MessageEvent<unknown>) => this.#handleText(socket, event.data);
    socket.onclose = () => this.#handleLoss(socket, null);
    clearTimeout(this.#registerTimer);
    this.#registerTimer = setTimeout(() => this.#handleLoss(socket, null), REGISTER_TIMEOUT_MS);
  }

  #drop(socket: WebSocket | null): void {
    if (socket === null) return;
    if (socket === this.#fresh) clearTimeout(this.#registerTimer);
    socket.onmessage = socket.onclose = null;
    socket.close();
  }

  #handleLoss(socket: WebSocket, error: ServerError | null): void {
    this.#drop(socket);
    if (socket === this.#current) this.#current = null;
    if (socket === this.#fresh) this.#fresh = null;
    if (this.#current === null) this.#options.handlers.lost(error);
    if (this.#fresh === null) this.#retry();
  }

  #retry(): void {
    this.#wantedAtMs ??= this.#options.now();
    const delayMs = nextRetryDelayMs(this.#options.now() - this.#wantedAtMs, this.#options.random());
    clearTimeout(this.#retryTimer);
    this.#retryTimer = setTimeout(() => this.#open(), delayMs);
  }

  #handleText(socket: WebSocket, data: unknown): void {
    this.#heardAtMs = this.#options.now();
    const message = typeof data === "string" ? parseServerMessage(data) : null;
    if (message === null) return; // A newer server may say more than this page knows.
    switch (message.type) {
      case "challenge":
        return void this.#register(socket, message.nonce);
      case "registered":
        return this.#handleRegistered(socket, message);
      case "ping":
        return socket.send(encodeMessage({ type: "pong" }));
      case "pong":
        return;
      case "error":
        return this.#handleError(socket, message);
      default:
        return this.#options.handlers.message(message);
    }
  }

  #handleError(socket: WebSocket, error: ServerError): void {
    if (socket === this.#fresh) return this.#handleLoss(socket, error);
    if (error.code !== "replaced") return this.#options.handlers.error(error);
    // Newer tabs took the place. Trying again would only push out the next; it waits for someone to look at this one.
    this.#drop(socket);
    this.#current = null;
    this.#options.handlers.lost(error);
  }

  async #register(socket: WebSocket, nonce: string): Promise<void> {
    const proof = await this.#options.identity.prove(nonce, this.#options.host);
    if (socket === this.#fresh && socket.readyState === WebSocket.OPEN) {
      socket.send(encodeMessage({ type: "register", ...proof }));
    }
  }

  #handleRegistered(socket: WebSocket, { id, iceServers }: Extract<ServerMessage, { type: "registered" }>): void {
    if (socket !== this.#fresh) return;
    clearTimeout(this.#registerTimer);
    this.#drop(this.#current);
    this.#current = socket;
    this.#fresh = null;
    this.#wantedAtMs = null;
    this.#options.handlers.registered(id, iceServers);
  }
}
