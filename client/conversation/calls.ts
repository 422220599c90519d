/**
 * Runs the calls of a conversation: turns what people, peers, lines and devices do into its events, has its effects run
 * (`call_effects.ts`), and tells the screen. The rules of calls are in `conversation.ts` and `call_machine.ts`. What this
 * file decides itself is when: devices are off before anything else happens where nobody needs them, and what is silent
 * while this page has no line to the server is this page. Each call has a line, which carries it.
 */

import { type CallId, createCallId, type IceServer, type PeerId, type PeerMessage } from "../../signaling/protocol.ts";
import { attempt } from "../bounds/attempt.ts";
import type { CallEvent, Offer } from "../call/call.ts";
import { CallDisplay } from "./call_display.ts";
import { CallEffects } from "./call_effects.ts";
import { Callers } from "../admission/callers.ts";
import type { CallsOptions, LineUse } from "./calls_options.ts";
import {
  blockIn,
  dismissIn,
  isInCallWith,
  judgeOffer,
  placeIn,
  placeRingIn,
  quietIn,
  receiveIn,
  refuseIn,
  ringIn,
  stepIn,
} from "./conversation.ts";
import { type Conversation, type ConversationStep, goesOnWith, isBeingSetUp } from "./call_screen.ts";
import { CallFeatures } from "../feature/call_features.ts";
import { answerIn, type Answering, holdIn } from "./holding.ts";
import type { Placing } from "../call/call_machine.ts";
import { CallTrust } from "./call_trust.ts";
import { Credits } from "../bounds/credit.ts";
import type { ConnectionSettings } from "../connection/connection.ts";
import { FrontDoor } from "../admission/front_door.ts";
import { CallLine } from "../line/call_line.ts";
import { cleanName } from "../identity/name.ts";
import { CallLines } from "./call_lines.ts";
import type { Verdict } from "../proof/claim_check.ts";
import { Reception } from "./reception.ts";
import { releaseDevices, sendVideoIn, sentIn, type SentMedia } from "./sent_media.ts";
import { SetupProbe } from "../socket/setup_probe.ts";

export class Calls {
  /** Takes what other people send. */
  readonly reception: Reception;
  readonly #options: CallsOptions;
  readonly #lines: CallLines;
  readonly #display: CallDisplay;
  readonly #sentTo: (callId: CallId) => SentMedia;
  readonly #trust: CallTrust;
  readonly #features: CallFeatures;
  readonly #effects: CallEffects;
  readonly #credits = new Credits();
  readonly #door: FrontDoor;
  readonly #callers: Callers;
  #conversation: Conversation;
  #localPeerId: PeerId | null = null;
  #iceServers: readonly IceServer[] = [];

  constructor(options: CallsOptions) {
    this.#options = options;
    this.#conversation = { localTabId: options.localTabId, policy: options.policy, calls: new Map() };
    const probe = new SetupProbe({ ...options, isNeeded: () => isBeingSetUp(this.#conversation) });
    this.#lines = new CallLines({
      now: options.monotonicNow,
      beforeTick: () => probe.tick(),
      onForgotten: (callId) => this.#display.forget(callId),
    });
    const findCall = (callId: CallId) => this.#conversation.calls.get(callId);
    const findLine = (callId: CallId) => this.#lines.get(callId);
    const localPeerId = () => this.#localPeerId;
    const isInCall = { isInCallWith: (peerId: PeerId) => isInCallWith(this.#conversation, peerId) };
    const dispatch = (callId: CallId, event: CallEvent) => this.#dispatch(callId, event);
    const sentTo = this.#sentTo = (callId: CallId) => sentIn(findCall(callId), options.media);
    this.#trust = new CallTrust({ ...options, ...{ localPeerId, findCall } });
    this.#features = new CallFeatures({
      ...{ ...options, ...isInCall, localPeerId, findCall, findLine, dispatch },
      goesOnWith: (peerId) => goesOnWith(this.#conversation, peerId),
      ...{ localMedia: (callId: CallId) => sentTo(callId).state, changed: () => this.#display.publishSoon() },
    });
    this.#display = new CallDisplay({
      ...options,
      conversation: () => this.#conversation,
      // An end that is older than holding sends on: whom the person has put on hold they neither see nor hear.
      remoteStreams: (callId) => findCall(callId)?.isHeld ? null : this.#lines.get(callId)?.remoteStreams ?? null,
      featureStates: (callId) => this.#features.statesOf(callId),
    });
    this.#effects = new CallEffects({
      ...options,
      ...{ sentTo, trust: this.#trust, callFeatures: this.#features, findCall, findLine, dispatch },
      createLine: (callId, remotePeerId) => this.#createLine(callId, remotePeerId),
      forget: (callId) => this.#lines.release(callId),
    });
    this.#callers = new Callers({ ...options, ...isInCall });
    this.#door = new FrontDoor({
      ...options,
      now: options.monotonicNow,
      callerOf: (peerId) => this.#callers.kindOf(peerId),
      judge: (offer) => judgeOffer(this.#conversation, offer, this.#callers.describe(offer, this.#door)),
      trust: this.#trust,
      creditOf: (peerId) => this.#credits.of(peerId),
      openLine: (offer) => this.#openLine(offer),
      onUntakeable: ({ callId, id: remotePeerId, name }) =>
        options.onMissed({ callId, remotePeerId, remoteName: cleanName(name), atMs: options.now() }),
    });
    this.reception = new Reception({ ...options, lines: this.#lines, door: this.#door, localPeerId, dispatch });
  }

  // --- What people do ----------------------------------------------------------------------------------------------

  placeCall(remotePeerId: PeerId, placing: Partial<Placing> = {}): void {
    const callId = createCallId();
    const options = { ...placing, video: placing.video ?? this.#options.media.wantsVideo };
    // Whoever calls waits as long as it rings; whoever goes on with a call would rather know soon that nobody is there.
    const use = { isPatient: placing.isPatient ?? (placing.rejoined ?? null) === null, isAnswering: false };
    const step = placeIn(this.#conversation, callId, remotePeerId, options, this.#options.monotonicNow());
    // Whoever rings is answered instead, and has a line.
    if (step[0].calls.has(callId) && this.#createLine(callId, remotePeerId, use) === null) return;
    this.#callers.noteDialled(remotePeerId);
    this.#take(step);
  }

  /** The person reaches for Accept: a stranger's answer is made from now on. */
  warmCall(callId: CallId): void {
    if (this.#conversation.calls.get(callId)?.answer === "unmade") this.#dispatch(callId, { type: "warmed" });
  }

  /** Brings a call that rings to the front, or puts it into the quiet line; `isUnasked` if the person did nothing for it. */
  placeRing(callId: CallId, place: "front" | "line", isUnasked = false): void {
    if (isUnasked) this.#door.noteForward();
    this.#take([placeRingIn(this.#conversation, callId, place), []]);
  }

  /** The person has blocked somebody. */
  handleBlocked(): void {
    this.#take(blockIn(this.#conversation, (peerId) => this.#callers.isBlocked(peerId), this.#options.monotonicNow()));
  }

  /** The person is to be disturbed from now on, or no more. */
  readonly handleQuiet = (): void =>
    this.#take(quietIn(this.#conversation, this.#options.isQuiet, this.#options.monotonicNow()));

  readonly acceptCall = (callId: CallId, answering: Answering): void =>
    this.#take(answerIn(this.#conversation, callId, answering, this.#options.monotonicNow()));

  /** Puts a call on hold, or resumes it. */
  readonly setHeld = (callId: CallId, isHeld: boolean): void =>
    this.#take(holdIn(this.#conversation, callId, isHeld, this.#options.monotonicNow()));

  readonly declineCall = (callId: CallId): void => this.#dispatch(callId, { type: "declined" });
  readonly hangUp = (callId: CallId): void => this.#dispatch(callId, { type: "hung-up" });
  readonly releaseDevices = (): void => releaseDevices(this.#conversation, this.#options.media);

  /** The page goes away, and another may go on with its calls. One that only rings may be taken in another tab. */
  handlePageClosing(): void {
    for (const { callId, phase } of this.#conversation.calls.values()) {
      if (phase !== "incoming") attempt("hang up", () => this.#dispatch(callId, { type: "page-closing" }));
    }
  }

  /** Waits on for somebody who is gone. */
  readonly keepWaiting = (callId: CallId): void => this.#dispatch(callId, { type: "kept-waiting" });

  /** Acts on a feature of the call, once it is there. */
  readonly useFeature: CallFeatures["use"] = (callId, key, act) => this.#features.use(callId, key, act);
  readonly legacyOf: CallFeatures["legacyOf"] = (peerId) => this.#features.legacyOf(peerId);
  readonly inherit: CallFeatures["inherit"] = (peerId, legacy) => this.#features.inherit(peerId, legacy);

  readonly dismissCall = (callId: CallId): void => this.#take([dismissIn(this.#conversation, callId), []]);

  /** Turns the camera on or off, for all whom the person is in a call with. */
  setCameraOn(isCameraOn: boolean): void {
    this.#take([sendVideoIn(this.#conversation, isCameraOn), []]);
    this.#options.media.setCameraOn(isCameraOn);
    this.handleLocalMedia(); // A camera that is on for others already has nothing to tell.
  }

  /** Sends the own tracks as they are now, and says so to the other ends. */
  handleLocalMedia(): void {
    for (const [callId, line] of this.#lines) line.setTracks(this.#sentTo(callId).tracks);
    attempt("say what is sent", () => this.#features.handleLocalMedia());
  }

  // --- What the server, the network and peers say ------------------------------------------------------------------

  /** The socket is registered: whatever was sent on an older one may be lost, so all that is unacknowledged repeats. */
  handleRegistered(localPeerId: PeerId, iceServers: readonly IceServer[]): void {
    if (this.#localPeerId !== null && this.#localPeerId !== localPeerId) this.#dropUnanswered();
    this.#localPeerId = localPeerId;
    this.handleIceServers(iceServers);
    for (const [, line] of this.#lines) attempt("repeat what waits", () => line.handleRegistered());
  }

  /** Ends the calls that cannot be answered any more: an ID without a key is another one on each socket. */
  #dropUnanswered(): void {
    for (const { callId, phase } of this.#conversation.calls.values()) {
      if (phase === "outgoing" || phase === "incoming") this.#dispatch(callId, { type: "keyless" });
    }
  }

  /** Takes ICE servers with fresh credentials, for connections to come and those there are. */
  handleIceServers(iceServers: readonly IceServer[]): void {
    this.#iceServers = iceServers;
    for (const [, line] of this.#lines) line.connections.configure(this.#connectionSettings());
  }

  /** The network has changed, or the machine woke up: every call looks for a path at once. */
  handleNetworkChange(): void {
    for (const [, line] of this.#lines) attempt("look for a path", () => line.handleNetworkChange());
  }

  /** Makes the line of an offer whose proof stands; null if there can be none. */
  #openLine(offer: Offer): CallLine | null {
    if (offer.clientId !== this.#localPeerId) return null;
    const isStranger = this.#callers.kindOf(offer.id) === "stranger";
    return this.#createLine(offer.callId, offer.id, { isStranger, proven: offer });
  }

  // --- Running -----------------------------------------------------------------------------------------------------

  #connectionSettings(): ConnectionSettings {
    return { iceServers: this.#iceServers, isRelayOnly: this.#options.isRelayOnly() };
  }

  /** Takes what a line says of the other end; while this page has no line to the server, silence is its own. */
  #report(callId: CallId, event: CallEvent): void {
    if (this.#options.isRegistered()) return this.#dispatch(callId, event);
    if (event.type === "peer-away") return;
    const isUnheard = event.type === "timer-fired" && event.timer === "ring";
    this.#dispatch(callId, isUnheard ? { type: "offline" } : event);
  }

  #dispatch(callId: CallId, event: CallEvent): void {
    this.#take(stepIn(this.#conversation, callId, event, this.#options.monotonicNow()));
  }

  #take([conversation, effects]: ConversationStep, show = () => this.#display.publish()): void {
    this.#conversation = conversation;
    this.releaseDevices();
    this.#effects.run(effects, () => this.#display.publish());
    show();
  }

  /** Takes what the other end of a line says, once its gate has judged it. */
  #receive(line: CallLine, message: PeerMessage, verdict: Verdict): void {
    if (this.#localPeerId === null) return;
    const nowMs = this.#options.monotonicNow();
    if (verdict !== "proven") {
      return this.#take(refuseIn(this.#conversation, message, { isOtherKey: verdict === "other-key" }, nowMs));
    }
    if (message.type === "hang-up" && message.reason === "failed") {
      attempt("find out why nothing connects", () => line.diagnose());
    }
    if (message.type !== "video-offer-request") {
      const before = this.#conversation;
      return this.#take(receiveIn(before, message, nowMs), () => this.#display.publishReceived(before));
    }
    const isOver = (callId: CallId) => this.#lines.get(callId)?.isClosed ?? this.#lines.isOver(callId);
    const local = { localPeerId: this.#localPeerId, wantsVideo: this.#options.media.wantsVideo, isOver };
    this.#take(ringIn(this.#conversation, message, local, this.#callers.describe(message, this.#door), nowMs));
  }

  #createLine(
    callId: CallId,
    remotePeerId: PeerId,
    { isPatient = false, isAnswering = true, isStranger = false, proven }: LineUse = {},
  ): CallLine | null {
    if (this.#localPeerId === null || !this.#lines.makeRoom({ isStranger })) return null;
    const { localTabId: tabId, monotonicNow: now, serverHeardAgoMs, createLookout, send, onDoubt } = this.#options;
    const line: CallLine = new CallLine({
      ...{ callId, tabId, localPeerId: this.#localPeerId, remotePeerId, now, serverHeardAgoMs, isPatient, isAnswering },
      ...{ credit: this.#credits.of(remotePeerId), createLookout, features: this.#options.features },
      settings: () => this.#connectionSettings(),
      prove: (connectionId, descriptions) => this.#trust.proveDescription(callId, connectionId, descriptions),
      gate: this.#trust.describeGate(callId, remotePeerId, proven),
      provenEnd: () => this.#trust.findProvenEnd(callId),
      openFeature: (name) => this.#features.openForStream(callId, name),
      handlers: {
        mayTake: (feature) => this.#features.mayTake(callId, feature),
        receive: (message, verdict) => this.#receive(line, message, verdict),
        receiveDirect: (feature, body) => this.#features.receiveDirect(callId, feature, body),
        event: (event) => this.#report(callId, event),
        sendByServer: send,
        doubt: onDoubt,
        pathChanged: (path) => this.#display.handlePath(callId, path),
      },
    });
    this.#lines.add(callId, line, { isStranger });
    return line;
  }
}
