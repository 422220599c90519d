/**
 * Runs calls: turns what people, peers, links and devices do into events of the call set, has the set's effects run
 * (`call_effects.ts`), and tells the screen. Holds no rule of its own; those are in `call_set.ts` and
 * `call_machine.ts`. Each call has a link, which carries it.
 */

import { type CallId, createCallId, type IceServer, type PeerId, type PeerMessage } from "../signaling/protocol.ts";
import { attempt, insist } from "./attempt.ts";
import type { CallEvent, Offer } from "./call.ts";
import { CallEffects } from "./call_effects.ts";
import { Callers } from "./callers.ts";
import type { CallsOptions, LinkUse } from "./calls_options.ts";
import type { Undelivered } from "./channel.ts";
import {
  blockInSet,
  type CallSet,
  type CallSetStep,
  dismissInSet,
  hasLiveCall,
  hasSamePhases,
  isBeingSetUp,
  isOccupied,
  judgeOffer,
  placeInSet,
  placeRingInSet,
  receiveInSet,
  refuseInSet,
  ringInSet,
  stepInSet,
} from "./call_set.ts";
import { CallTrust } from "./call_trust.ts";
import { createView } from "./call_views.ts";
import { Credits } from "./credit.ts";
import type { ConnectionSettings } from "./connection.ts";
import { FrontDoor } from "./front_door.ts";
import { Link } from "./link.ts";
import { Links } from "./links.ts";
import { NextFrame } from "./next_frame.ts";
import type { Verdict } from "./proof_gate.ts";
import { SetupProbe } from "./setup_probe.ts";
import type { MediaPath } from "./state.ts";

export class Calls {
  readonly #options: CallsOptions;
  readonly #links: Links;
  readonly #paths = new Map<CallId, MediaPath>();
  readonly #trust: CallTrust;
  readonly #effects: CallEffects;
  readonly #nextFrame = new NextFrame(() => this.#publish());
  readonly #credits = new Credits();
  readonly #door: FrontDoor;
  readonly #callers: Callers;
  #set: CallSet;
  #localPeerId: PeerId | null = null;
  #iceServers: readonly IceServer[] = [];

  constructor(options: CallsOptions) {
    this.#options = options;
    this.#set = { localTabId: options.localTabId, calls: new Map() };
    const probe = new SetupProbe({ ...options, isNeeded: () => isBeingSetUp(this.#set) });
    this.#links = new Links({
      now: options.monotonicNow,
      beforeTick: () => probe.tick(),
      onForgotten: (callId) => this.#paths.delete(callId),
    });
    this.#trust = new CallTrust({
      identity: options.identity,
      now: options.now,
      knownKey: options.knownKey,
      localPeerId: () => this.#localPeerId,
      findCall: (callId) => this.#set.calls.get(callId),
      dispatch: (callId, event) => this.#dispatch(callId, event),
      send: (callId, message) => this.#links.get(callId)?.send(message),
      changed: () => this.#publish(),
    });
    this.#effects = new CallEffects({
      ...options,
      trust: this.#trust,
      findLink: (callId) => this.#links.get(callId),
      createLink: (callId, remotePeerId) => this.#createLink(callId, remotePeerId),
      dispatch: (callId, event) => this.#dispatch(callId, event),
    });
    this.#callers = new Callers({ ...options, set: () => this.#set });
    this.#door = new FrontDoor({
      localTabId: options.localTabId,
      now: options.monotonicNow,
      callerOf: (peerId) => this.#callers.kindOf(peerId),
      judge: (offer) => judgeOffer(this.#set, offer, this.#callers.describe(offer, this.#door)),
      verify: (offer) => this.#trust.isProven(offer),
      isKeyless: () => this.#trust.isKeyless,
      send: options.send,
      admit: (offer, later) => this.#admit(offer, later),
      onUnverified: options.onUnverified,
    });
  }

  get hasLiveCall(): boolean {
    return hasLiveCall(this.#set);
  }

  // --- What people do ----------------------------------------------------------------------------------------------

  placeCall(remotePeerId: PeerId, { isPatient } = { isPatient: false }): void {
    const callId = createCallId();
    const { media, now } = this.#options;
    const options = { isPatient, video: media.wantsVideo };
    const step = placeInSet(this.#set, callId, remotePeerId, options, now());
    // Whoever rings is answered instead, and has a link.
    if (
      step[0].calls.has(callId) && this.#createLink(callId, remotePeerId, { isPatient, isAnswering: false }) === null
    ) return;
    this.#callers.noteDialled(remotePeerId);
    this.#take(step);
  }

  /** The person reaches for Accept: a stranger's answer is made from now on. */
  warmCall(callId: CallId): void {
    if (this.#set.calls.get(callId)?.answer === "unmade") this.#dispatch(callId, { type: "warmed" });
  }

  /** Brings a call that rings to the front, or puts it into the quiet line. */
  placeRing(callId: CallId, place: "front" | "line"): void {
    this.#take([placeRingInSet(this.#set, callId, place), []]);
  }

  /** The person has blocked somebody. */
  handleBlocked(): void {
    this.#take(blockInSet(this.#set, (peerId) => this.#callers.isBlocked(peerId), this.#options.now()));
  }

  acceptCall(callId: CallId, { video }: { video: boolean }): void {
    this.#dispatch(callId, { type: "accepted", video });
  }

  declineCall(callId: CallId): void {
    this.#dispatch(callId, { type: "declined" });
  }

  hangUp(callId: CallId): void {
    this.#dispatch(callId, { type: "hung-up" });
  }

  /** Leaves every call: the page is going away. One that only rings here may yet be taken in another tab. */
  hangUpAll(): void {
    for (const { callId, phase } of this.#set.calls.values()) {
      if (phase !== "incoming") attempt("hang up", () => this.hangUp(callId));
    }
  }

  /** Shows the words that both people see if nobody sits between them. */
  compareWords(callId: CallId): void {
    this.#trust.compareWords(callId);
  }

  /** Leaves a call in which the words differ. */
  endAsDifferent(callId: CallId): void {
    this.#dispatch(callId, { type: "words-differed" });
  }

  dismissCall(callId: CallId): void {
    this.#take([dismissInSet(this.#set, callId), []]);
  }

  /** Sends the own tracks as they are now, and says so to the other ends. */
  handleLocalMedia(): void {
    const { tracks, state } = this.#options.media;
    for (const [callId, link] of this.#links) {
      link.setTracks(tracks);
      if (!link.isClosed) {
        attempt("say what is sent", () => this.#dispatch(callId, { type: "local-media-changed", media: state }));
      }
    }
  }

  // --- What the server, the network and peers say ------------------------------------------------------------------

  /** The socket is registered: whatever was sent on an older one may be lost, so all that is unacknowledged repeats. */
  handleRegistered(localPeerId: PeerId, iceServers: readonly IceServer[]): void {
    if (this.#localPeerId !== null && this.#localPeerId !== localPeerId) this.#dropUnanswered();
    this.#localPeerId = localPeerId;
    this.handleIceServers(iceServers);
    for (const [, link] of this.#links) attempt("repeat what waits", () => link.handleRegistered());
  }

  /** Ends the calls that cannot be answered any more: an ID without a key is another one on each socket. */
  #dropUnanswered(): void {
    for (const { callId, phase } of this.#set.calls.values()) {
      if (phase === "outgoing" || phase === "incoming") this.#dispatch(callId, { type: "send-refused" });
    }
  }

  /** Takes ICE servers with fresh credentials, for connections to come and those there are. */
  handleIceServers(iceServers: readonly IceServer[]): void {
    this.#iceServers = iceServers;
    for (const [, link] of this.#links) link.connections.configure(this.#connectionSettings());
  }

  handleUndelivered(callId: CallId, why: Undelivered): void {
    this.#links.get(callId)?.handleUndelivered(why);
  }

  /** The network has changed, or the machine woke up: every call looks for a path at once. */
  handleNetworkChange(): void {
    for (const [, link] of this.#links) attempt("look for a path", () => link.handleNetworkChange());
  }

  handleMessage(message: PeerMessage): void {
    if (message.clientId !== this.#localPeerId) return;
    const link = this.#links.get(message.callId);
    if (link !== undefined) link.receive(message);
    else if (!this.#links.isOver(message.callId)) this.#door.receive(message);
  }

  #admit(offer: Offer, later: readonly PeerMessage[]): void {
    if (offer.clientId !== this.#localPeerId) return;
    const isStranger = this.#callers.kindOf(offer.id) === "stranger";
    const link = this.#createLink(offer.callId, offer.id, { isStranger, proven: offer });
    for (const message of [offer, ...later]) link?.receive(message);
  }

  // --- Running -----------------------------------------------------------------------------------------------------

  #connectionSettings(): ConnectionSettings {
    return { iceServers: this.#iceServers, isRelayOnly: this.#options.isRelayOnly() };
  }

  #dispatch(callId: CallId, event: CallEvent): void {
    this.#take(stepInSet(this.#set, callId, event, this.#options.now()));
  }

  #take([set, effects]: CallSetStep, show = () => this.#publish()): void {
    this.#set = set;
    // First of all: whatever fails below, nobody is seen or heard who has left.
    if (!isOccupied(set)) insist("close the devices", () => this.#options.media.close());
    this.#effects.run(effects, () => this.#publish());
    show();
  }

  #receive(link: Link, message: PeerMessage, verdict: Verdict): void {
    if (this.#localPeerId === null) return;
    const nowMs = this.#options.now();
    if (verdict !== "proven") {
      return this.#take(refuseInSet(this.#set, message, { isOtherKey: verdict === "other-key" }, nowMs));
    }
    if (message.type === "hang-up" && message.reason === "failed") {
      attempt("find out why nothing connects", () => link.diagnose());
    }
    if (message.type !== "video-offer-request") {
      const before = this.#set;
      return this.#take(receiveInSet(before, message, nowMs), () => this.#publishReceived(before));
    }
    const local = { localPeerId: this.#localPeerId, wantsVideo: this.#options.media.wantsVideo };
    this.#take(ringInSet(this.#set, message, local, this.#callers.describe(message, this.#door), nowMs));
  }

  #createLink(
    callId: CallId,
    remotePeerId: PeerId,
    { isPatient = false, isAnswering = true, isStranger = false, proven }: LinkUse = {},
  ): Link | null {
    if (this.#localPeerId === null || !this.#links.makeRoom({ isStranger })) return null;
    const { localTabId: tabId, monotonicNow: now, send, onDoubt } = this.#options;
    const link: Link = new Link({
      ...{ callId, tabId, localPeerId: this.#localPeerId, remotePeerId, now, isPatient, isAnswering },
      credit: this.#credits.of(remotePeerId),
      settings: () => this.#connectionSettings(),
      prove: (connectionId, descriptions) => this.#trust.proveDescription(callId, connectionId, descriptions),
      handlers: {
        deliver: (message) => gate.receive(message),
        event: (event) => this.#dispatch(callId, event),
        sendByServer: send,
        doubt: onDoubt,
        pathChanged: (path) => this.#handlePath(callId, path),
      },
    });
    const gate = this.#trust.createGate(
      callId,
      remotePeerId,
      (message, verdict) => this.#receive(link, message, verdict),
      proven,
    );
    this.#links.add(callId, link, { isStranger });
    return link;
  }

  #handlePath(callId: CallId, path: MediaPath | null): void {
    const known = this.#paths.get(callId);
    if (path === null || (path.kind === known?.kind && path.protocol === known.protocol)) return;
    this.#paths.set(callId, path);
    this.#publish();
  }

  /** A call that begins, moves on or ends shows at once; how often all else changes is for the other end to say. */
  #publishReceived(before: CallSet): void {
    if (hasSamePhases(before, this.#set)) this.#nextFrame.request();
    else this.#publish();
  }

  #publish(): void {
    attempt("show the calls now", () => this.#nextFrame.cancel());
    attempt(
      "show the calls",
      () =>
        this.#options.onChange([...this.#set.calls.values()].map((call) =>
          createView(call, {
            remoteStreams: this.#links.get(call.callId)?.remoteStreams ?? null,
            path: this.#paths.get(call.callId) ?? null,
            comparison: this.#trust.viewOf(call.callId),
          })
        )),
    );
  }
}
