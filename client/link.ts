/**
 * One call's line to the other end: its reliable channel, its peer connection, its timers and its recovery. Carries
 * messages by the connection's own control channel while that is alive and by the server otherwise, both under the
 * same numbering, so that a call in progress needs no server. Holds no rule of the call: it reports events.
 */

import {
  type CallId,
  encodeMessage,
  type IceServer,
  parseServerMessage,
  type PeerId,
  type PeerMessage,
  type TabId,
} from "../signaling/protocol.ts";
import type { CallEvent, CallMessage, TimerName } from "./call.ts";
import { CallChannel, type ChannelOutput, type NumberedMessage } from "./channel.ts";
import { Connection, type Tracks } from "./connection.ts";
import { HEARTBEAT_MS, Recovery, type RecoveryOutput } from "./recovery.ts";
import type { MediaPath } from "./state.ts";

/** How long an ended call's connection stays up for its last words, in milliseconds; it carries no media by then. */
const LAST_WORDS_MS = 1_500;
/** A heartbeat that comes this late means that the machine slept, in milliseconds. */
const SLEEP_MS = 3_000;
/** How often the path is looked up, in milliseconds. */
const PATH_MS = 3_000;

export type LinkHandlers = {
  deliver(message: NumberedMessage): void;
  event(event: CallEvent): void;
  /** Sends through the server; what does not go now is repeated after the next registration. */
  sendByServer(message: PeerMessage): void;
  /** The path is in doubt, and so may be the socket. */
  doubt(): void;
  pathChanged(path: MediaPath | null): void;
};

export type LinkOptions = {
  readonly callId: CallId;
  readonly tabId: TabId;
  readonly localPeerId: PeerId;
  readonly remotePeerId: PeerId;
  /** Keeps trying while nobody is connected under the remote ID. */
  readonly isPatient: boolean;
  readonly now: () => number;
  readonly handlers: LinkHandlers;
};

export type ConnectionSettings = { readonly iceServers: readonly IceServer[]; readonly isRelayOnly: boolean };

export class Link {
  readonly #options: LinkOptions;
  readonly #channel: CallChannel;
  readonly #timers = new Map<TimerName, ReturnType<typeof setTimeout>>();
  #connection: Connection | null = null;
  #recovery: Recovery | null = null;
  #heartbeat: ReturnType<typeof setInterval> | undefined;
  #beatAtMs = 0;
  #pathAtMs = 0;
  #closedAtMs: number | null = null;

  constructor(options: LinkOptions) {
    this.#options = options;
    this.#channel = new CallChannel(options);
  }

  get remoteStreams(): Connection["remoteStreams"] | null {
    return this.isClosed ? null : this.#connection?.remoteStreams ?? null;
  }

  /** Whether something was sent that nobody has acknowledged yet. */
  get hasUnsaid(): boolean {
    return this.#channel.unackedCount > 0;
  }

  get isClosed(): boolean {
    return this.#closedAtMs !== null;
  }

  /** For how long the link has been closed, in milliseconds; 0 while it is not. */
  closedForMs(nowMs: number): number {
    return this.#closedAtMs === null ? 0 : nowMs - this.#closedAtMs;
  }

  // --- Messages ----------------------------------------------------------------------------------------------------

  bind(remoteTabId: TabId): void {
    this.#channel.bind(remoteTabId);
  }

  send(message: CallMessage): void {
    this.#output(this.#channel.send(message, this.#options.now()), { isRepeat: message.type === "hang-up" });
  }

  receive(message: PeerMessage): void {
    this.#output(this.#channel.receive(message, this.#options.now()), { isRepeat: false });
  }

  /** A socket has been registered: whatever an older one took may be lost. */
  handleRegistered(settings: ConnectionSettings): void {
    this.#output(this.#channel.handleReconnect(this.#options.now()), { isRepeat: true });
    if (this.isClosed) return;
    this.#connection?.configure(settings);
    // An offer that is still out has just been repeated, which is as good as another.
    if (this.#recovery?.isQuiet(this.#options.now()) && !this.#connection?.isNegotiating) this.handleNetworkChange();
  }

  handleUnavailable(): void {
    this.#output(this.#channel.handleUnavailable(this.#options.now()), { isRepeat: true });
  }

  /** Repeats what has waited too long. */
  tick(): void {
    this.#output(this.#channel.tick(this.#options.now()), { isRepeat: true });
  }

  #output(outputs: readonly ChannelOutput[], { isRepeat }: { isRepeat: boolean }): void {
    for (const output of outputs) {
      switch (output.type) {
        case "transmit":
          this.#transmit(output.message, isRepeat);
          break;
        case "deliver":
          this.#options.handlers.deliver(output.message);
          break;
        case "away":
          this.#options.handlers.event({ type: "peer-away" });
          break;
        case "refused":
          this.#options.handlers.event({ type: "send-refused" });
      }
    }
  }

  /** Repeats, last words and whatever is said over a doubtful path go both ways; the other end drops the second. */
  #transmit(message: PeerMessage, isRepeat: boolean): void {
    const isOnItsWay = this.#connection?.sendControl(encodeMessage(message)) ?? false;
    const isInDoubt = isRepeat || (this.#recovery?.isQuiet(this.#options.now()) ?? true);
    if (!isOnItsWay || isInDoubt) this.#options.handlers.sendByServer(message);
  }

  // --- Connection --------------------------------------------------------------------------------------------------

  /** Makes the connection, in place of one that gave up while it rang. */
  connect(settings: ConnectionSettings): Connection {
    const { localPeerId, remotePeerId, handlers } = this.#options;
    this.#connection?.close();
    this.#connection = new Connection({
      ...settings,
      isPolite: localPeerId < remotePeerId,
      handlers: {
        candidates: (candidates) => handlers.event({ type: "candidates-gathered", candidates }),
        remoteRestart: () => this.#recovery?.handleRemoteRestart(this.#options.now()),
        description: (description) => handlers.event({ type: "description-created", description }),
        state: (state) => this.#handleState(state),
        control: (text) => this.#receiveControl(text),
        heard: () => this.#recover(this.#recovery?.handleHeard(this.#options.now()) ?? []),
        error: (error) => console.warn("Cannot use what the other end sent:", error),
      },
    });
    return this.#connection;
  }

  get connection(): Connection | null {
    return this.isClosed ? null : this.#connection;
  }

  setTracks(tracks: Tracks): void {
    if (!this.isClosed) void this.#connection?.setTracks(tracks);
  }

  /** The network may be another one: looks for a new path at once. */
  handleNetworkChange(): void {
    this.#recover(this.#recovery?.handleNetworkChange(this.#options.now()) ?? []);
  }

  #receiveControl(text: string): void {
    const message = parseServerMessage(text);
    if (message === null || !("callId" in message) || !("tabId" in message)) return;
    const { callId, localPeerId, remotePeerId } = this.#options;
    // Over this connection only the two ends of this call can speak, and only of it.
    if (message.callId !== callId || message.id !== remotePeerId || message.clientId !== localPeerId) return;
    this.receive(message);
  }

  #handleState(state: "connected" | "failed"): void {
    const nowMs = this.#options.now();
    if (state === "failed") {
      this.#options.handlers.event({ type: "connection-failed" });
      return this.handleNetworkChange();
    }
    if (this.#recovery === null) {
      this.#recovery = new Recovery(nowMs);
      this.#beatAtMs = nowMs;
      this.#heartbeat = setInterval(() => void this.#beat(), HEARTBEAT_MS);
      this.#options.handlers.event({ type: "connection-opened" });
    }
  }

  async #beat(): Promise<void> {
    const nowMs = this.#options.now();
    const [connection, recovery] = [this.#connection, this.#recovery];
    if (connection === null || recovery === null) return;
    const hasSlept = nowMs - this.#beatAtMs > SLEEP_MS;
    this.#beatAtMs = nowMs;
    connection.sendHeartbeat();
    if (hasSlept) this.handleNetworkChange();
    if (nowMs - this.#pathAtMs > PATH_MS) {
      this.#pathAtMs = nowMs;
      this.#options.handlers.pathChanged(await connection.readPath());
    }
    // Lost heartbeats alone prove nothing: media that comes in is a sign of life too.
    if (recovery.isQuiet(nowMs) && await connection.hasReceivedMore(nowMs)) {
      return this.#recover(recovery.handleHeard(this.#options.now()));
    }
    this.#recover(recovery.tick(this.#options.now()));
  }

  #recover(outputs: readonly RecoveryOutput[]): void {
    if (this.isClosed) return;
    for (const output of outputs) {
      switch (output) {
        case "restart":
          this.#options.handlers.doubt();
          // One that is under way is repeated until it is answered; another on top would only begin it anew.
          if (!this.#connection?.isNegotiating) this.#connection?.restartIce();
          break;
        case "interrupted":
          this.#options.handlers.event({ type: "connection-interrupted" });
          break;
        case "resumed":
          this.#connection?.requestPicture();
          break;
        case "restored":
          this.#pathAtMs = 0; // It may well be another path than before.
          this.#options.handlers.event({ type: "connection-opened" });
      }
    }
  }

  // --- Timers and the end ------------------------------------------------------------------------------------------

  startTimer(timer: TimerName, ms: number): void {
    this.stopTimer(timer);
    const fire = () => {
      if (timer === "connect") this.diagnose();
      this.#options.handlers.event({ type: "timer-fired", timer });
    };
    this.#timers.set(timer, setTimeout(fire, ms));
  }

  /** Reports why no connection has come up so far. */
  diagnose(): void {
    const detail = this.#connection?.diagnose();
    if (detail !== undefined) this.#options.handlers.event({ type: "connection-diagnosed", detail });
  }

  stopTimer(timer: TimerName): void {
    clearTimeout(this.#timers.get(timer));
  }

  /** Ends media and timers now, the connection after its last words; the channel repeats those by the server. */
  close(): void {
    if (this.isClosed) return;
    this.#closedAtMs = this.#options.now();
    clearInterval(this.#heartbeat);
    for (const timer of this.#timers.values()) clearTimeout(timer);
    const connection = this.#connection;
    if (connection === null) return;
    void connection.setTracks({ audio: null, video: null });
    if (this.#recovery === null) connection.close();
    else setTimeout(() => connection.close(), LAST_WORDS_MS);
  }
}
