/**
 * One call's line to the other end: its reliable channel, connections, timers and recovery. Messages go over the
 * connection's control channel while that is alive, else by the server, under one numbering, so a call in progress
 * needs no server. What it hands up has passed its gate (`proof_gate.ts`), in order and with a verdict on its proof.
 * Holds no rule of the call: it reports events.
 */

import { encodeMessage, type PeerMessage, type SealedMessage, type TabId } from "../../signaling/protocol.ts";
import { attempt, insist } from "../bounds/attempt.ts";
import { LineStreams, STREAMS } from "../bulk/line_streams.ts";
import type { CallMessage } from "../call/call.ts";
import { CallTimers } from "./call_timers.ts";
import { CallChannel } from "./channel.ts";
import { type ChannelOutput, isNumbered, type Undelivered } from "./channel_options.ts";
import { Connection } from "../connection/connection.ts";
import type { Tracks } from "../media/source.ts";
import { Connections } from "../connection/connections.ts";
import type { CallLineOptions } from "./call_line_options.ts";
import { FeatureBudgets } from "../feature/feature_budgets.ts";
import { encodeDirect, readDirect } from "../feature/direct.ts";
import { featureOf } from "../feature/spelling.ts";
import type { Lookout } from "./lookout.ts";
import { ProofGate } from "../proof/proof_gate.ts";
import { MessageBudget } from "../bounds/message_budget.ts";
import { PathWatch } from "../path/path_watch.ts";
import { readBody, readControl } from "./read_messages.ts";
import { createRemoteStreams, type RemoteStreams } from "../transceivers/remote_streams.ts";

/** The kind that every browser has (RFC 8827 §6.5). */
const CERTIFICATE = { name: "ECDSA", namedCurve: "P-256" } as const;

export class CallLine {
  readonly connections: Connections;
  readonly timers = new CallTimers((timer) => {
    if (timer === "connect") attempt("find out why nothing connects", () => this.diagnose());
    this.#options.handlers.event({ type: "timer-fired", timer });
  });
  readonly #remoteStreams = createRemoteStreams();
  readonly #options: CallLineOptions;
  readonly #channel: CallChannel;
  readonly #budget = new MessageBudget();
  readonly #featureBudgets: FeatureBudgets;
  readonly #lookout: Lookout | null;
  readonly #path: PathWatch;
  readonly #streams: LineStreams;
  readonly #gate: ProofGate;
  #closedAtMs: number | null = null;

  constructor(options: CallLineOptions) {
    this.#options = options;
    this.#featureBudgets = new FeatureBudgets(options.features);
    this.#channel = new CallChannel({ ...options, copies: (isRepeat) => this.#copies(isRepeat) });
    this.#path = new PathWatch({
      ...options.handlers,
      now: options.now,
      connections: () => this.connections,
      hasUnsaid: () => this.hasUnsaid,
      networkChanged: () => this.handleNetworkChange(),
    });
    this.#lookout = options.createLookout({
      ...options,
      ...options.handlers,
      isHeard: () => this.#path.isHeard,
      ask: (askedTabId) => this.#output(this.#channel.ask(askedTabId)),
    });
    this.connections = this.#createConnections();
    this.#streams = new LineStreams({
      ...options,
      isMaker: options.localPeerId > options.remotePeerId,
      certificate: () => this.connections.certificate,
      isPathAlive: () => this.#path.isHeard,
      send: (signal) => this.send({ type: "feature", feature: STREAMS, body: signal }),
    });
    this.#gate = new ProofGate({ ...options.gate, deliver: this.#streams.divert(options.handlers.receive) });
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

  /** For how long the line has been closed, in milliseconds; 0 while it is not. */
  closedForMs(nowMs: number): number {
    return this.#closedAtMs === null ? 0 : nowMs - this.#closedAtMs;
  }

  // --- Messages ----------------------------------------------------------------------------------------------------

  bind(remoteTabId: TabId): void {
    this.#channel.bind(remoteTabId);
    this.#lookout?.bind(remoteTabId);
  }

  /** Says it, once and in order; false if too much waits to be said already. `isLatest` as in `channel.ts`. */
  send(message: CallMessage, { isLatest } = { isLatest: false }): boolean {
    const outputs = this.#channel.send(message, this.#options.now(), { isLatest });
    this.#output(outputs);
    this.#lookout?.handleSent(message);
    return !outputs.some(({ type }) => type === "refused");
  }

  /** Says it for a feature by the connection alone, once; false while the other end is not heard there. */
  sendDirect(feature: string, body: object): boolean {
    if (this.isClosed || !this.#path.isHeard) return false;
    return this.connections.current?.sendControl(encodeDirect(this.#options, feature, body)) ?? false;
  }

  /** Takes a message that came by the server. */
  receive(message: SealedMessage): void {
    if (message.id === this.#options.remotePeerId && this.#mayRead(0)) this.#read(message);
  }

  /** What is not read is not acknowledged, and so comes again. */
  #read(message: SealedMessage): void {
    const nowMs = this.#options.now();
    if (isNumbered(message) && this.#gate.isFull) return;
    if (!this.#budget.chargeWork(message, nowMs) || !this.#mayHear(message, nowMs)) return;
    if (!this.isClosed) this.#lookout?.handleMessage(message);
    this.#output(this.#channel.receive(message, nowMs));
  }

  /** Asked by the envelope: nothing of a feature's is parsed here. */
  #mayHear(message: SealedMessage, nowMs: number): boolean {
    const { features, handlers } = this.#options;
    const feature = featureOf(message, features);
    return feature === null || (handlers.mayTake(feature) && this.#featureBudgets.charge(feature, nowMs));
  }

  #mayRead(length: number): boolean {
    if (this.#budget.charge(length, this.#options.now())) return true;
    if (this.#budget.isFlooded && !this.isClosed) this.#options.handlers.event({ type: "flooded" });
    return false;
  }

  /** A socket has been registered: whatever an older one took may be lost, and the network may be another one. */
  handleRegistered(): void {
    this.#output(this.#channel.handleReconnect(this.#options.now()));
    if (this.isClosed) return;
    this.connections.configure(this.#options.settings());
    this.#lookout?.handleRegistered();
    if (this.#path.isQuiet) this.handleNetworkChange();
  }

  handleUndelivered(why: Undelivered): void {
    if (why === "peer-unavailable" && !this.isClosed) this.#lookout?.handleAbsent();
    this.#output(this.#channel.handleUndelivered(why, this.#options.now()));
  }

  /** Repeats what has waited too long, and looks whether the other end is there. */
  tick(): void {
    this.#output(this.#channel.tick(this.#options.now()));
    if (this.isClosed) return;
    this.#lookout?.tick();
    this.#streams.tick();
  }

  #output(outputs: readonly ChannelOutput[]): void {
    for (const output of outputs) attempt("do what the channel asks for", () => this.#take(output));
  }

  #take(output: ChannelOutput): void {
    switch (output.type) {
      case "transmit":
        return this.#transmit(output.message, output.isRepeat);
      case "deliver": {
        const message = readBody(output.message, this.#options.features);
        return message === null ? undefined : this.#gate.receive(message);
      }
      case "tell":
        return this.#options.handlers.sendByServer(output.message);
      case "refused":
        return this.#options.handlers.event({ type: "send-refused" });
    }
  }

  /** Repeats, last words and whatever is said over a doubtful path go both ways; the other end drops the second. */
  #transmit(message: PeerMessage, isRepeat: boolean): void {
    const isOnItsWay = this.connections.current?.sendControl(encodeMessage(message)) ?? false;
    if (!isOnItsWay || this.#isInDoubt(isRepeat)) this.#options.handlers.sendByServer(message);
  }

  #copies(isRepeat: boolean): number {
    return this.#path.hasBegun && this.#isInDoubt(isRepeat) ? 2 : 1;
  }

  #isInDoubt(isRepeat: boolean): boolean {
    return isRepeat || this.#path.isDoubtful;
  }

  // --- Streams -----------------------------------------------------------------------------------------------------

  /** As `line_streams.ts` has it: a label is 1 to 64 of `A–Z a–z 0–9 _ . - /`, up to the first `/` it says who takes it. */
  readonly openStream: LineStreams["open"] = (label) => this.#streams.open(label);
  readonly offerStreams: LineStreams["offer"] = (name, take) => this.#streams.offer(name, take);

  // --- Connections -------------------------------------------------------------------------------------------------

  #createConnections(): Connections {
    const { localPeerId, remotePeerId, settings, prove, now, handlers } = this.#options;
    return new Connections({
      isPolite: localPeerId < remotePeerId,
      remoteStreams: this.#remoteStreams,
      ...{ settings, prove, now },
      isAlive: () => this.#path.isHeard,
      createCertificate: () => RTCPeerConnection.generateCertificate(CERTIFICATE),
      createConnection: (options) => new Connection(options),
      handlers: {
        candidates: (candidates, connectionId) =>
          handlers.event({ type: "candidates-gathered", candidates, connectionId }),
        description: (description, connectionId, proof) =>
          handlers.event({ type: "description-created", description, connectionId, proof }),
        replacing: (how) => this.#path.handleReplacing(how),
        remoteCrossed: () => this.#output(this.#channel.handleReconnect(now())),
        opened: () => this.#handleOpened(),
        failed: () => {
          handlers.event({ type: "connection-failed" });
          this.#path.handleFailed();
        },
        arrived: (length) => this.#mayRead(length),
        control: (text) => this.#receiveControl(text),
        heard: () => this.#path.handleHeard(),
        error: (error) => console.warn("Cannot use what the other end sent:", error),
      },
    });
  }

  setTracks(tracks: Partial<Tracks>): void {
    if (!this.isClosed) attempt("send tracks", () => this.connections.setTracks(tracks));
  }

  /** The network may be another one: looks for a new path at once, whether or not the old one seems alive. */
  handleNetworkChange(): void {
    if (this.isClosed || !this.#path.hasBegun) return;
    this.#path.handleReplacing();
    attempt("replace the connection", () => this.connections.replace({ isForced: true }));
    attempt("replace the bulk connection", () => this.#streams.handleNetworkChange());
  }

  #receiveControl(text: string): void {
    const message = readControl(text, this.#options);
    const direct = message && readDirect(message);
    if (direct) this.#receiveDirect(direct.feature, direct.body);
    else if (message !== null) this.#read(message);
  }

  /** Only an end that is proved has a connection, so there is nothing to judge. What is over a budget is gone. */
  #receiveDirect(feature: string, body: unknown): void {
    const { handlers, now } = this.#options;
    if (this.isClosed || !handlers.mayTake(feature) || !this.#featureBudgets.charge(feature, now())) return;
    handlers.receiveDirect(feature, body);
  }

  #handleOpened(): void {
    const isFirst = !this.#path.hasBegun;
    // What was on its way over the connection before may have gone down with it.
    if (!isFirst) this.#output(this.#channel.handleChange(this.#options.now()));
    else this.#lookout?.handleOpened();
    this.#path.handleOpened();
    if (isFirst) this.#options.handlers.event({ type: "connection-opened" });
  }

  // --- The end -----------------------------------------------------------------------------------------------------

  /** Reports why no connection has come up so far. */
  diagnose(): void {
    const detail = this.connections.current?.diagnose();
    if (detail !== undefined) this.#options.handlers.event({ type: "connection-diagnosed", detail });
  }

  /**
   * Ends media, timers and recovery. The connection carries last words, which are said in the same turn, until `close()`;
   * the channel repeats them by the server.
   */
  stop(): void {
    if (this.isClosed) return;
    this.#closedAtMs = this.#options.now();
    this.connections.stopMedia();
    attempt("end streams", () => this.#streams.close());
    this.#channel.end(this.#closedAtMs);
    this.timers.stopAll();
    this.#path.stop();
  }

  /**
   * Closes the connection, with what was sent on it already on its way: browsers hand it to the network before they tear
   * the connection down (measured in Chromium and Firefox, with media beside it: 40 of 40 last words arrived).
   */
  close(): void {
    attempt("stop a call", () => this.stop());
    insist("close the connections", () => this.connections.close());
  }
}
