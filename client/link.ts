/**
 * One call's line to the other end: its reliable channel, its connections, its timers and its recovery. Carries
 * messages by the connection's own control channel while that is alive and by the server otherwise, both under the
 * same numbering, so that a call in progress needs no server. Holds no rule of the call: it reports events.
 */

import {
  type CallId,
  encodeMessage,
  parseServerMessage,
  type PeerId,
  type PeerMessage,
  type TabId,
} from "../signaling/protocol.ts";
import type { CallEvent, CallMessage, TimerName } from "./call.ts";
import { CallChannel, type ChannelOutput, type NumberedMessage, type Undelivered } from "./channel.ts";
import { Connection, type ConnectionSettings, type Tracks } from "./connection.ts";
import { Connections, type RemoteStreams } from "./connections.ts";
import { HEARTBEAT_MS, Recovery, type RecoveryOutput } from "./recovery.ts";
import type { MediaPath } from "./state.ts";

/** How long an ended call's connection stays up for its last words, in milliseconds; it carries no media by then. */
const LAST_WORDS_MS = 1_500;
/** A heartbeat that comes this late means that the machine slept, in milliseconds. */
const SLEEP_MS = 3_000;
/** How often the path is looked up, in milliseconds. */
const PATH_MS = 3_000;
/** The kind that every browser has (RFC 8827 §6.5). */
const CERTIFICATE = { name: "ECDSA", namedCurve: "P-256" } as const;

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
  /** The ICE servers to use for a connection that is made now. */
  readonly settings: () => ConnectionSettings;
  readonly handlers: LinkHandlers;
};

export class Link {
  readonly connections: Connections;
  readonly #remoteStreams: RemoteStreams = { audio: new MediaStream(), video: new MediaStream() };
  readonly #options: LinkOptions;
  readonly #channel: CallChannel;
  readonly #timers = new Map<TimerName, ReturnType<typeof setTimeout>>();
  #recovery: Recovery | null = null;
  #heartbeat: ReturnType<typeof setInterval> | undefined;
  #beatAtMs = 0;
  #pathAtMs = 0;
  #closedAtMs: number | null = null;

  constructor(options: LinkOptions) {
    this.#options = options;
    this.#channel = new CallChannel(options);
    this.connections = this.#createConnections();
  }

  get remoteStreams(): RemoteStreams | null {
    return this.isClosed || this.connections.current === null ? null : this.#remoteStreams;
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

  /** A socket has been registered: whatever an older one took may be lost, and the network may be another one. */
  handleRegistered(): void {
    this.#output(this.#channel.handleReconnect(this.#options.now()), { isRepeat: true });
    if (this.isClosed) return;
    this.connections.configure(this.#options.settings());
    if (this.#recovery?.isQuiet(this.#options.now())) this.handleNetworkChange();
  }

  handleUndelivered(why: Undelivered): void {
    this.#output(this.#channel.handleUndelivered(why, this.#options.now()), { isRepeat: true });
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
    const isOnItsWay = this.connections.current?.sendControl(encodeMessage(message)) ?? false;
    const isInDoubt = isRepeat || (this.#recovery?.isDoubtful(this.#options.now()) ?? true);
    if (!isOnItsWay || isInDoubt) this.#options.handlers.sendByServer(message);
  }

  // --- Connections -------------------------------------------------------------------------------------------------

  #createConnections(): Connections {
    const { localPeerId, remotePeerId, settings, now, handlers } = this.#options;
    return new Connections({
      isPolite: localPeerId < remotePeerId,
      remoteStreams: this.#remoteStreams,
      settings,
      now,
      isAlive: () => this.#recovery !== null && !this.#recovery.isQuiet(now()),
      createCertificate: () => RTCPeerConnection.generateCertificate(CERTIFICATE),
      createConnection: (options) => new Connection(options),
      handlers: {
        candidates: (candidates, connectionId) =>
          handlers.event({ type: "candidates-gathered", candidates, connectionId }),
        description: (description, connectionId) =>
          handlers.event({ type: "description-created", description, connectionId }),
        remoteOffered: () => this.#recovery?.handleReplacing(now()),
        remoteCrossed: () => this.#output(this.#channel.handleReconnect(now()), { isRepeat: true }),
        opened: () => this.#handleOpened(),
        failed: () => {
          handlers.event({ type: "connection-failed" });
          this.#recover(this.#recovery === null ? [] : ["replace"]);
        },
        control: (text) => this.#receiveControl(text),
        heard: () => this.#recover(this.#recovery?.handleHeard(now()) ?? []),
        error: (error) => console.warn("Cannot use what the other end sent:", error),
      },
    });
  }

  setTracks(tracks: Tracks): void {
    if (!this.isClosed) void this.connections.setTracks(tracks);
  }

  /** The network may be another one: looks for a new path at once, whether or not the old one seems alive. */
  handleNetworkChange(): void {
    if (this.isClosed || this.#recovery === null) return;
    this.#recovery.handleReplacing(this.#options.now());
    void this.connections.replace({ isForced: true });
  }

  #receiveControl(text: string): void {
    const message = parseServerMessage(text);
    if (message === null || !("callId" in message) || !("tabId" in message)) return;
    const { callId, localPeerId, remotePeerId } = this.#options;
    // Over this connection only the two ends of this call can speak, and only of it.
    if (message.callId !== callId || message.id !== remotePeerId || message.clientId !== localPeerId) return;
    this.receive(message);
  }

  #handleOpened(): void {
    const nowMs = this.#options.now();
    this.#pathAtMs = 0; // It may well be another path than before.
    if (this.#recovery !== null) {
      // What was on its way over the connection before may have gone down with it.
      this.#output(this.#channel.handleReconnect(nowMs), { isRepeat: true });
      return this.#recover(this.#recovery.handleHeard(nowMs));
    }
    this.#recovery = new Recovery(nowMs);
    this.#beatAtMs = nowMs;
    this.#heartbeat = setInterval(() => void this.#beat(), HEARTBEAT_MS);
    this.#options.handlers.event({ type: "connection-opened" });
  }

  async #beat(): Promise<void> {
    const nowMs = this.#options.now();
    const [connection, recovery] = [this.connections.current, this.#recovery];
    if (connection === null || recovery === null) return;
    const hasSlept = nowMs - this.#beatAtMs > SLEEP_MS;
    this.#beatAtMs = nowMs;
    connection.sendHeartbeat();
    this.connections.tick({ hasUnsaid: this.hasUnsaid });
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
        case "doubt":
          this.#options.handlers.doubt();
          break;
        case "replace":
          this.#options.handlers.doubt();
          void this.connections.replace({ isForced: false });
          break;
        case "interrupted":
          this.#options.handlers.event({ type: "connection-interrupted" });
          break;
        case "resumed":
          this.connections.current?.requestPicture();
          break;
        case "restored":
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
    const detail = this.connections.current?.diagnose();
    if (detail !== undefined) this.#options.handlers.event({ type: "connection-diagnosed", detail });
  }

  stopTimer(timer: TimerName): void {
    clearTimeout(this.#timers.get(timer));
  }

  /** Ends media and timers now, the connection after its last words; the channel repeats those by the server. */
  close(): void {
    if (this.isClosed) return;
    this.#closedAtMs = this.#options.now();
    this.#channel.end();
    clearInterval(this.#heartbeat);
    for (const timer of this.#timers.values()) clearTimeout(timer);
    void this.connections.stopMedia();
    if (this.#recovery === null) this.connections.close();
    else setTimeout(() => this.connections.close(), LAST_WORDS_MS);
  }
}
