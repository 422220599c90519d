/**
 * The socket to the server, for as long as the page is open: registers, answers pings, and opens a fresh socket
 * whenever this one is lost, has gone silent, or may be a ghost (after a sleep, or when the network comes back).
 *
 * Registering is additive, so a fresh socket registers beside the old one, which is closed only then: an ID is never
 * without a socket because of a precaution. Knows nothing of calls: messages and status go to the handlers.
 */

import {
  type ClientMessage,
  encodeMessage,
  isPresenceTopic,
  parseEnvelope,
  parseObject,
  parseServerMessage,
  type PeerMessage,
  type ServerMessage,
  SILENCE_MAX_MS,
} from "../../signaling/protocol.ts";
import type { NoteMessage } from "../../signaling/protocol/note_messages.ts";
import { nextRetryDelayMs, RETRY_MS_MAX, URGENT_RETRY_MS_MAX } from "../time/backoff.ts";
import type { ServerError, SignalingOptions } from "./signaling_options.ts";

/** How long a socket may take to open and register, in milliseconds. */
export const REGISTER_TIMEOUT_MS = 10_000;
/** How often silence and sleep are looked for, in milliseconds. */
export const WATCH_MS = 5_000;
/** A watch that comes this late means that the machine slept (hidden tabs run timers once a minute), in milliseconds. */
export const SLEEP_MS = 75_000;
/** Someone who looks at the page again after this much silence gets a fresh socket, in milliseconds. */
export const DOUBT_MS = 25_000;

/** How long a socket in doubt has for an answer, in milliseconds; longer where answers were seen to take longer. */
export const PROBE_MS = 600;
export const PROBE_MS_MAX = 1_500;
/** What an answer may take, as a multiple of what registering took: some packets are lost and sent again. */
const PROBE_ROUND_TRIPS = 3;
/** The server never asks to wait longer before the next try, in milliseconds. */
const WAIT_MS_MAX = 3_600_000;
/** A timer that is set to more fires at once, and again and again, whatever came by the socket. */
const TIMER_MS_MAX = 2 ** 31 - 1;
/** The share of their lifetime after which ICE servers with time-limited credentials are renewed. */
const RENEW_SHARE = 0.75;

type IceServersMessage = Extract<ServerMessage, { type: "ice-servers" }>;

export class SignalingClient {
  /** Called with all that the server itself says, unparsed, for whatever is loaded later and knows more of it. */
  declare onTold?: (message: Readonly<Record<string, unknown>> | null) => void;
  /** What the server said when the last socket was registered. */
  declare registered?: Extract<ServerMessage, { type: "registered" }>;
  readonly #options: SignalingOptions;
  /** The registered socket. */
  #current: WebSocket | null = null;
  /** The socket that is opening or registering, beside or instead of the current one. */
  #fresh: WebSocket | null = null;
  /** Whether the server has said anything on the fresh socket. */
  #isFreshHeard = false;
  #registerTimer: ReturnType<typeof setTimeout> | undefined;
  #retryTimer: ReturnType<typeof setTimeout> | undefined;
  #watchTimer: ReturnType<typeof setInterval> | undefined;
  #probeTimer: ReturnType<typeof setTimeout> | undefined;
  #renewTimer: ReturnType<typeof setTimeout> | undefined;
  #moveTimer: ReturnType<typeof setTimeout> | undefined;
  /** When the registered socket last said something. */
  #heardAtMs = 0;
  #registerAtMs = 0;
  /** How long the registered socket took to answer, in milliseconds. */
  #roundTripMs = 0;
  #watchedAtMs = 0;
  /** Since when a fresh socket has been wanted; null once it is registered. */
  #wantedAtMs: number | null = null;
  /** How long the server has told this client to wait before the next try; 0 if it has not. */
  #retryAfterMs = 0;
  /** Set at the end, whoever asks for a socket afterwards. */
  #isStopped = false;
  /** Newer tabs took the place; only someone who looks at this one asks for it back. */
  #isReplaced = false;

  constructor(options: SignalingOptions) {
    this.#options = options;
  }

  get isRegistered(): boolean {
    return this.#current !== null;
  }

  /** How long ago the server was heard, in milliseconds; `Infinity` while there is no socket. */
  get heardAgoMs(): number {
    return this.isRegistered ? this.#options.now() - this.#heardAtMs : Infinity;
  }

  start(): void {
    this.#watchedAtMs = this.#options.now();
    this.#watchTimer = setInterval(() => this.#watch(), WATCH_MS);
    this.#open();
  }

  stop(): void {
    this.#isStopped = true;
    clearInterval(this.#watchTimer);
    for (const timer of [this.#retryTimer, this.#probeTimer, this.#renewTimer, this.#moveTimer]) clearTimeout(timer);
    this.#drop(this.#fresh);
    this.#drop(this.#current);
    this.#fresh = this.#current = null;
  }

  /** Sends a message if a socket is registered, and tells whether it did; the caller's channel repeats what did not go. */
  send(message: PeerMessage | NoteMessage | ClientMessage): boolean {
    if (this.#current?.readyState !== WebSocket.OPEN) return false;
    this.#current.send(encodeMessage(message));
    return true;
  }

  /** Opens a fresh socket now: the network has changed or come back, or the page woke up. */
  refresh(): void {
    if (this.#retryAfterMs > 0) return; // Another network is no reason to come sooner than told.
    clearTimeout(this.#retryTimer);
    this.#drop(this.#fresh);
    this.#open();
  }

  /** Waits at least so long before the next try, as the server has told by another way. */
  holdOff(retryAfterMs: number): void {
    if (retryAfterMs === 0) return;
    this.#retryAfterMs = retryAfterMs;
    if (this.#fresh === null && !this.isRegistered && !this.#isReplaced && !this.#isStopped) this.#retry();
  }

  /** Opens a fresh socket if this one has been silent for long enough to be in doubt. */
  refreshIfInDoubt(): void {
    if (!this.isRegistered || this.#options.now() - this.#heardAtMs > DOUBT_MS) this.refresh();
  }

  /** Asks the server for a word, and opens a fresh socket if none comes: the path of a call has just gone silent. */
  probe(): void {
    if (this.#probeTimer !== undefined || this.#current?.readyState !== WebSocket.OPEN) return;
    const askedAtMs = this.#options.now();
    const waitMs = Math.min(Math.max(PROBE_MS, PROBE_ROUND_TRIPS * this.#roundTripMs), PROBE_MS_MAX);
    this.#current.send(encodeMessage({ type: "ping" }));
    this.#probeTimer = setTimeout(() => {
      this.#probeTimer = undefined;
      // One that is on its way may only be slow, as everything then is: it must not be begun anew.
      if (this.isRegistered && this.#fresh === null && this.#heardAtMs < askedAtMs) this.refresh();
    }, waitMs);
  }

  #watch(): void {
    const nowMs = this.#options.now();
    const gapMs = nowMs - this.#watchedAtMs;
    this.#watchedAtMs = nowMs;
    if (this.#isReplaced) return;
    // A clock that was set back says nothing of how long this socket has been silent, or a message unacknowledged.
    const hasLostTime = gapMs > SLEEP_MS || gapMs < 0;
    if (hasLostTime || (this.#isSilent() && this.#fresh === null)) this.refresh();
  }

  #isSilent(): boolean {
    return this.isRegistered && this.#options.now() - this.#heardAtMs >= SILENCE_MAX_MS - WATCH_MS;
  }

  #open(): void {
    if (this.#isStopped) return;
    const { url, createSocket = (address) => new WebSocket(address) } = this.#options;
    const socket = createSocket(url);
    this.#fresh = socket;
    this.#isFreshHeard = false;
    this.#isReplaced = false;
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
    const isUnheard = socket === this.#fresh && !this.#isFreshHeard;
    this.#drop(socket);
    if (socket === this.#current) {
      this.#current = null;
      this.#wantedAtMs = null; // Until now nobody was without a socket, however long a fresh one was tried for.
    }
    if (socket === this.#fresh) this.#fresh = null;
    if (this.#isSilent()) {
      this.#drop(this.#current); // Silent for too long and no other to be had: the server is out of reach, say so.
      this.#current = null;
    }
    if (this.#current === null) this.#options.handlers.lost(error, { isUnheard });
    if (this.#fresh === null) this.#retry();
  }

  #retry(): void {
    this.#wantedAtMs ??= this.#options.now();
    const { now, random, isUrgent } = this.#options;
    const delayMsMax = isUrgent() ? URGENT_RETRY_MS_MAX : RETRY_MS_MAX;
    const delayMs = nextRetryDelayMs(now() - this.#wantedAtMs, random(), delayMsMax);
    clearTimeout(this.#retryTimer);
    this.#retryTimer = setTimeout(() => {
      this.#retryAfterMs = 0;
      this.#open();
    }, this.#retryAfterMs + delayMs);
  }

  #handleText(socket: WebSocket, data: unknown): void {
    if (socket === this.#current) this.#heardAtMs = this.#options.now();
    if (socket === this.#fresh) this.#isFreshHeard = true;
    const received = typeof data === "string" ? parseObject(data) : null;
    const sealed = parseEnvelope(received);
    if (sealed !== null) return this.#options.handlers.message(sealed);
    const message = parseServerMessage(received);
    this.onTold?.(received);
    switch (message?.type) {
      case "challenge":
        return void this.#register(socket, message.nonce);
      case "registered":
        return this.#handleRegistered(socket, message);
      case "ping":
        return socket.send(encodeMessage({ type: "pong" }));
      case "pong":
      case "presence":
        return;
      case "ice-servers":
        return this.#takeIceServers(message);
      case "reconnect":
        return this.#moveWithin(socket, message.withinMs);
      case "error":
        return this.#handleError(socket, message);
      case undefined:
        return; // A newer server may say more than this page knows.
    }
  }

  #handleError(socket: WebSocket, error: ServerError): void {
    this.#retryAfterMs = Math.min(error.retryAfterMs ?? this.#retryAfterMs, WAIT_MS_MAX);
    if (socket === this.#fresh || error.retryAfterMs !== undefined) return this.#handleLoss(socket, error);
    if (error.code !== "replaced") return this.#options.handlers.error(error);
    // Trying again would only push out the next tab, so this one rests until it is looked at.
    this.#drop(socket);
    this.#current = null;
    this.#isReplaced = this.#fresh === null;
    clearTimeout(this.#retryTimer);
    this.#options.handlers.lost(error, { isUnheard: false });
  }

  async #register(socket: WebSocket, nonce: string): Promise<void> {
    const proof = await this.#options.identity.prove(nonce, this.#options.host);
    if (socket === this.#fresh && socket.readyState === WebSocket.OPEN) {
      this.#registerAtMs = this.#options.now();
      const topic = this.#options.presenceTopic?.();
      socket.send(encodeMessage({ type: "register", ...proof, ...isPresenceTopic(topic) && { presenceTopic: topic } }));
    }
  }

  /** The server is about to stop: moves to another at a moment of its own, lest all come at once. */
  #moveWithin(socket: WebSocket, withinMs: number): void {
    clearTimeout(this.#moveTimer);
    this.#moveTimer = setTimeout(() => {
      if (socket === this.#current) this.refresh(); // Else it has moved already, or rests.
    }, Math.min(withinMs, TIMER_MS_MAX) * this.#options.random());
  }

  #takeIceServers({ iceServers, iceServersTtlSeconds }: IceServersMessage): void {
    this.#renewBefore(iceServersTtlSeconds);
    this.#options.handlers.iceServers(iceServers);
  }

  #renewBefore(ttlSeconds: number | undefined): void {
    clearTimeout(this.#renewTimer);
    if (ttlSeconds === undefined) return;
    this.#renewTimer = setTimeout(() => {
      if (this.#current?.readyState === WebSocket.OPEN) {
        this.#current.send(encodeMessage({ type: "ice-servers-request" }));
      }
    }, Math.min(ttlSeconds * 1_000 * RENEW_SHARE, TIMER_MS_MAX));
  }

  #handleRegistered(socket: WebSocket, message: Extract<ServerMessage, { type: "registered" }>): void {
    if (socket !== this.#fresh) return;
    this.registered = message;
    clearTimeout(this.#registerTimer);
    this.#drop(this.#current);
    this.#current = socket;
    this.#fresh = null;
    this.#heardAtMs = this.#options.now();
    this.#roundTripMs = Math.max(0, this.#heardAtMs - this.#registerAtMs);
    this.#wantedAtMs = null;
    this.#retryAfterMs = 0;
    this.#renewBefore(message.iceServersTtlSeconds);
    this.#options.handlers.registered(message.id, message.iceServers, message.limits);
  }
}
