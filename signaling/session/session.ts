/**
 * One socket's life on the server.
 *
 *   challenged ──register──► registering ──proved──► joining ──reachable──► registered ──► closed
 *        │ bare register ───────────────────────────────▲                                      ▲
 *        └── 5 s, bad signature, too large, too many, not text, slow ────────────────────────────┘   (from any state)
 *
 * It owns a socket's limits and answers the messages that are for the server; `peer_messages.ts` has those for other
 * peers. It takes a narrow socket and a clock, so that its whole life runs in a test. `socket_events.ts` feeds it.
 */

import type { Share } from "../limits/address_limits.ts";
import type { Origin } from "../bus/bus.ts";
import { parseClientMessage } from "./client_messages.ts";
import type { Waiting } from "./deadlines.ts";
import type { IceServerOffer } from "../ice/ice_servers.ts";
import { checkIdentity, type IdentityProof } from "./identity_check.ts";
import { createNonce } from "./nonce.ts";
import { PeerMessages } from "./peer_messages.ts";
import { PushRequests } from "../push/push_requests.ts";
import { createPresenceBudget } from "../limits/presence_budget.ts";
import {
  CLOSE,
  createRandomPeerId,
  encodeMessage,
  type ErrorCode,
  isTooLarge,
  type PeerEnvelope,
  type PeerId,
  type PresenceRequest,
  type PresenceTopic,
  type RegisterMessage,
  type ServerRequest,
} from "../protocol.ts";
import { SendBuffer } from "./send_buffer.ts";
import type { SessionContext, SessionOptions, Socket } from "./session_context.ts";

/** More than this waiting in a socket, in bytes, and its reader counts as too slow to keep. */
export const BUFFERED_BYTES_MAX = 256 * 1024;

/** Why the server closes a socket; the WebSocket's reason. */
export type CloseReason = ErrorCode | "silent" | "going-away";

type State = "challenged" | "registering" | "joining" | "registered" | "closed";

const PING = encodeMessage({ type: "ping" });
const PONG = encodeMessage({ type: "pong" });

export class Session implements Waiting {
  readonly #context: SessionContext<Session>;
  readonly #socket: Socket;
  readonly #buffer: SendBuffer;
  readonly #share: Share;
  readonly #host: string | undefined;
  readonly #hosts: readonly string[];
  readonly #nonce = createNonce();
  #state: State = "challenged";
  #peerId: PeerId | null = null;
  #isProved = false;
  #hasBeenHeard = true;
  readonly #openedAtMs: number;
  #presenceTopic: PresenceTopic | null = null;
  /** Null until it writes or hears. */
  #peerMessages: PeerMessages | null = null;
  #presenceBudget: ReturnType<typeof createPresenceBudget> | null = null; // Most never ask who is online.
  #pushRequests: PushRequests | null = null;

  /** Sends the challenge, so the socket must be open already. */
  constructor(context: SessionContext<Session>, { socket, share, host, hosts }: SessionOptions) {
    this.#context = context;
    this.#socket = socket;
    this.#buffer = new SendBuffer(socket);
    this.#share = share;
    this.#host = host;
    this.#hosts = hosts;
    this.#openedAtMs = context.counters.countOpened();
    context.deadlines.add(this);
    this.#send(encodeMessage({ type: "challenge", nonce: this.#nonce }));
  }

  /** Where it is found by those who ask who is online; null if it is not to be. */
  get presenceTopic(): PresenceTopic | null {
    return this.#presenceTopic;
  }

  /** Acts on one message of the socket. The promise settles when it is done with; it never rejects. */
  handle(data: unknown): void | Promise<void> {
    if (this.#state === "closed") return; // What was on its way when we closed the socket.
    this.#hasBeenHeard = true;
    if (typeof data !== "string") {
      return this.#refuseAndClose("not-text", "Cannot read message: it is not a text frame", "unsupportedData");
    }
    if (isTooLarge(data)) {
      return this.#refuseAndClose("too-large", "Cannot read message: it is over 64 KiB", "tooLarge");
    }
    const waitMs = this.#share.takeMessage(data.length);
    if (waitMs > 0) return this.#limit("messages", waitMs);
    const message = parseClientMessage(data);
    switch (message.type) {
      case "refusal":
        return this.#refuse(message.code, message.message);
      case "ping":
        return this.#send(PONG);
      case "pong":
        return;
      case "register":
        return this.#register(message);
      case "ice-servers-request":
      case "presence-request":
      case "push":
        return this.#answer(message);
      default:
        return this.#relay(message, data);
    }
  }

  #answer(request: ServerRequest): void | Promise<void> {
    if (this.#state !== "registered") return this.#refuse("not-registered", "Cannot answer request: register first");
    if (request.type === "presence-request") return this.#sendPresence(request);
    if (request.type !== "push") return this.#send(encodeMessage({ type: "ice-servers", ...this.#offerIceServers() }));
    this.#pushRequests ??= new PushRequests(this.#context, this.#share, (text) => this.#send(text));
    return this.#pushRequests.handle(request, { isProved: this.#isProved });
  }

  /** The relay is for those who can make calls: without a key there is none to make. */
  #offerIceServers(): IceServerOffer {
    return this.#context.offerIceServers(this.#host, this.#isProved ? this.#share.block : null);
  }

  /** What waits in its socket, in bytes. */
  get bufferedBytes(): number {
    return this.#socket.bufferedAmount;
  }

  /**
   * Hands `text` of `sender` to the socket, and tells whether somebody is there; one that does not keep up is closed
   * instead. What is over a budget is dropped, and counts as any that a socket takes and its page never sees.
   */
  deliver(text: string, sender: PeerId, origin: Origin): boolean {
    this.#confirm(); // Whoever is reached is registered, and hears of that first.
    if (this.#findPeerMessages().mayHear(sender, origin, text)) this.#send(text);
    else this.#closeIfSlow();
    return this.#state !== "closed";
  }

  /**
   * Pings the socket, or closes it if it `hadTime` to answer the last ping and nothing came. A session that is not
   * registered is left alone.
   */
  keepAlive({ hadTime }: { readonly hadTime: boolean }): void {
    if (this.#state !== "registered") return;
    if (!this.#hasBeenHeard && hadTime) return this.#close("silent", "silent");
    this.#hasBeenHeard = false;
    this.#send(PING);
  }

  /** Closes the session because it has not registered in time. */
  handleDeadline(): void {
    this.#refuseAndClose("register-timeout", "Cannot keep socket open: it did not register in 5 s", "registerTimeout");
  }

  /** Closes the session because a newer one of the same ID takes its place. */
  replace(): void {
    this.#refuseAndClose("replaced", "Cannot keep socket open: its ID has 8 newer ones", "replaced");
  }

  /** Asks the client to open a fresh socket within `withinMs`, because the server stops; this one goes on till then. */
  askToReconnect(withinMs: number): void {
    this.#send(encodeMessage({ type: "reconnect", withinMs }));
  }

  /** Closes the session because the server stops. */
  goAway(): void {
    this.#close("goingAway", "going-away");
  }

  /** Ends the session after its socket closed or failed by itself. */
  handleClosed(): void {
    this.#end("client");
  }

  #end(reason: CloseReason | "client"): void {
    if (this.#state === "closed") return;
    const { deadlines, router, counters, onClosed } = this.#context;
    this.#state = "closed";
    counters.countClosed(reason);
    deadlines.delete(this);
    if (this.#peerId !== null) router.leave(this.#peerId, this);
    onClosed(this);
  }

  #register({ publicKey, signature, presenceTopic }: RegisterMessage): void | Promise<void> {
    if (this.#state !== "challenged") {
      return this.#refuse("already-registered", "Cannot register: this socket has registered before");
    }
    const waitMs = this.#share.takeRegistration();
    if (waitMs > 0) return this.#limit("registrations", waitMs);
    this.#presenceTopic = presenceTopic ?? null;
    if (publicKey === undefined || signature === undefined) return this.#join(createRandomPeerId());
    return this.#prove({ publicKey, signature });
  }

  async #prove(proof: IdentityProof): Promise<void> {
    this.#state = "registering";
    const peerId = await checkIdentity(proof, this.#nonce, this.#hosts);
    if (this.#isClosed()) return; // While the signature was checked.
    this.#isProved = peerId !== null;
    if (peerId !== null) return this.#join(peerId);
    const sentence = "Cannot register: the signature is not this key's over this nonce and this host";
    this.#context.onOtherHost(this.#hosts);
    this.#refuseAndClose("bad-signature", sentence, "registerRefused");
  }

  /**
   * Says `registered` only when every instance can reach the session, or cannot for now: a client that moves closes its
   * old socket on that word, and repeats all that waits.
   */
  #join(peerId: PeerId): void | Promise<void> {
    const { deadlines, router } = this.#context;
    deadlines.delete(this);
    this.#state = "joining";
    this.#peerId = peerId;
    const joined = router.join(peerId, this);
    if (joined !== undefined) return joined.then(() => this.#confirm());
    this.#confirm();
  }

  #confirm(): void {
    if (this.#state !== "joining" || this.#peerId === null) return;
    this.#state = "registered";
    const { counters, announced } = this.#context;
    counters.countRegistered(this.#openedAtMs);
    this.#send(encodeMessage({ type: "registered", id: this.#peerId, ...this.#offerIceServers(), ...announced }));
  }

  #relay(message: PeerEnvelope, text: string): void | Promise<void> {
    if (this.#state !== "registered") return this.#refuse("not-registered", "Cannot relay message: register first");
    if (message.id !== this.#peerId) {
      return this.#refuse("wrong-id", "Cannot relay message: id is not this socket's own");
    }
    return this.#findPeerMessages().relay(message, text);
  }

  #findPeerMessages(): PeerMessages {
    return this.#peerMessages ??= new PeerMessages(this.#context, this.#share, this.#buffer, {
      send: (text) => this.#send(text),
      limit: (what, waitMs) => this.#limit(what, waitMs),
    });
  }

  async #sendPresence({ topics }: PresenceRequest): Promise<void> {
    const nowMs = this.#context.clock.performance.now();
    this.#presenceBudget ??= createPresenceBudget(nowMs);
    if (this.#presenceBudget.take(nowMs) > 0) {
      return this.#refuse("rate-limited", "Cannot tell who is online: asked too often");
    }
    const online = await this.#context.router.findOnline(topics);
    if (online === "unavailable") return this.#refuse("unavailable", "Cannot tell who is online right now: try again");
    this.#send(encodeMessage({ type: "presence", topics, online: [...online] }));
  }

  #refuse(code: ErrorCode, message: string, rest: { retryAfterMs?: number } = {}): void {
    this.#context.counters.countRefused(code);
    this.#send(encodeMessage({ type: "error", code, message, ...rest }));
  }

  #refuseAndClose(code: ErrorCode, message: string, close: keyof typeof CLOSE): void {
    this.#refuse(code, message);
    this.#close(close, code);
  }

  /** Closes a socket that goes on too fast, and says when it may come back. */
  #limit(what: string, retryAfterMs: number): void {
    this.#refuse("rate-limited", `Cannot go on: too many ${what}; come back in ${retryAfterMs} ms`, { retryAfterMs });
    this.#close("rateLimited", "rate-limited");
  }

  /** Sends on the socket; every way out comes through here, so that no kind of message can fill a stuck socket. */
  #send(text: string): void {
    if (this.#state === "closed") return;
    this.#closeIfSlow();
    if (!this.#isClosed()) this.#buffer.send(text);
  }

  #closeIfSlow(): void {
    if (this.#buffer.isOver(BUFFERED_BYTES_MAX)) this.#close("slowReader", "slow-reader");
  }

  /** Ends the session first: the socket's own close event may never come if its other end does not read. */
  #close(code: keyof typeof CLOSE, reason: CloseReason): void {
    if (this.#state === "closed") return;
    this.#end(reason);
    this.#socket.close(CLOSE[code], reason);
  }

  /** Asks anew: TypeScript takes the state that it saw before a call or an `await` for the state after it. */
  #isClosed(): boolean {
    return this.#state === "closed";
  }
}
