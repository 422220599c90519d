/**
 * Runs calls: turns what people, peers, links and devices do into events of the call set, and the set's effects into
 * messages, connections, timers and devices. Holds no rule of its own; those are in `call_set.ts` and
 * `call_machine.ts`. Each call has a link, which carries it.
 */

import {
  type CallId,
  createCallId,
  type DeclineReason,
  type IceServer,
  type PeerId,
  type PeerMessage,
  type TabId,
} from "../signaling/protocol.ts";
import type { CallEffect, CallEvent } from "./call.ts";
import type { Undelivered } from "./channel.ts";
import {
  type CallSet,
  type CallSetStep,
  dismissInSet,
  hasLiveCall,
  isBeingSetUp,
  needsMedia,
  placeInSet,
  receiveInSet,
  refuseInSet,
  stepInSet,
} from "./call_set.ts";
import { CallTrust } from "./call_trust.ts";
import type { ConnectionSettings } from "./connection.ts";
import type { Identity } from "./identity.ts";
import { Link } from "./link.ts";
import { Links } from "./links.ts";
import type { Media } from "./media.ts";
import type { CallView, MediaPath, MissedCall } from "./state.ts";

/** How often the socket is tried while a call is being set up, which waits for every word on it, in milliseconds. */
const SETUP_PROBE_MS = 1_000;
/** How long a second connection is left alone while none is up yet, before a third takes its place, in milliseconds. */
const HEDGE_SPARE_MS = 8_000;

export type CallsOptions = {
  readonly localTabId: TabId;
  readonly media: Pick<Media, "tracks" | "state" | "wantsVideo" | "open" | "close">;
  /** Wall-clock time, for people. */
  readonly now: () => number;
  /** A clock that nobody sets, for waiting. */
  readonly monotonicNow: () => number;
  /** Sends through the server; false when no socket is registered. */
  readonly send: (message: PeerMessage) => boolean;
  /** The key that proves the calls of this end. */
  readonly identity: () => Pick<Identity, "sign" | "lifetime">;
  readonly localName: () => string | null;
  readonly isRelayOnly: () => boolean;
  /** Called with every call there is whenever one changes, oldest first. */
  readonly onChange: (calls: readonly CallView[]) => void;
  readonly onMissed: (call: MissedCall) => void;
  /** Called when the socket may be worse than it looks: a connection is in doubt, or a call waits for word. */
  readonly onDoubt: () => void;
};

export class Calls {
  readonly #options: CallsOptions;
  readonly #links: Links;
  readonly #paths = new Map<CallId, MediaPath>();
  readonly #trust: CallTrust;
  #set: CallSet;
  #localPeerId: PeerId | null = null;
  #iceServers: readonly IceServer[] = [];
  #probedAtMs = 0;

  constructor(options: CallsOptions) {
    this.#options = options;
    this.#set = { localTabId: options.localTabId, calls: new Map() };
    this.#links = new Links({
      now: options.monotonicNow,
      beforeTick: () => this.#probe(),
      onForgotten: (callId) => this.#paths.delete(callId),
    });
    this.#trust = new CallTrust({
      identity: options.identity,
      now: options.now,
      localPeerId: () => this.#localPeerId,
      findCall: (callId) => this.#set.calls.get(callId),
      dispatch: (callId, event) => this.#dispatch(callId, event),
      send: (callId, message) => this.#links.get(callId)?.send(message),
      changed: () => this.#publish(),
    });
  }

  get hasLiveCall(): boolean {
    return hasLiveCall(this.#set);
  }

  // --- What people do ----------------------------------------------------------------------------------------------

  placeCall(remotePeerId: PeerId, { isPatient } = { isPatient: false }): void {
    const callId = createCallId();
    if (hasLiveCall(this.#set) || this.#createLink(callId, remotePeerId, { isPatient }) === null) return;
    this.#take(placeInSet(this.#set, callId, remotePeerId, { isPatient }));
  }

  acceptCall(callId: CallId, { video }: { video: boolean }): void {
    this.#dispatch(callId, { type: "accepted", video, name: this.#options.localName() });
  }

  declineCall(callId: CallId): void {
    this.#dispatch(callId, { type: "declined" });
  }

  hangUp(callId: CallId): void {
    this.#dispatch(callId, { type: "hung-up" });
  }

  /** Leaves every call: the page is going away. One that only rings here may yet be taken in another tab. */
  hangUpAll(): void {
    for (const { callId, phase } of this.#set.calls.values()) if (phase !== "incoming") this.hangUp(callId);
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
      if (!link.isClosed) this.#dispatch(callId, { type: "local-media-changed", media: state });
    }
  }

  // --- What the server, the network and peers say ------------------------------------------------------------------

  /** The socket is registered: whatever was sent on an older one may be lost, so all that is unacknowledged repeats. */
  handleRegistered(localPeerId: PeerId, iceServers: readonly IceServer[]): void {
    if (this.#localPeerId !== null && this.#localPeerId !== localPeerId) this.#dropUnanswered();
    this.#localPeerId = localPeerId;
    this.handleIceServers(iceServers);
    for (const [, link] of this.#links) link.handleRegistered();
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
    for (const [, link] of this.#links) link.handleNetworkChange();
  }

  handleMessage(message: PeerMessage): void {
    if (message.clientId !== this.#localPeerId) return;
    const isNewOffer = message.type === "video-offer-request" && message.seq === 1 &&
      !this.#links.isOver(message.callId);
    const link = this.#links.get(message.callId) ??
      (isNewOffer ? this.#createLink(message.callId, message.id) : null);
    link?.receive(message);
  }

  // --- Running -----------------------------------------------------------------------------------------------------

  #connectionSettings(): ConnectionSettings {
    return { iceServers: this.#iceServers, isRelayOnly: this.#options.isRelayOnly() };
  }

  #dispatch(callId: CallId, event: CallEvent): void {
    this.#take(stepInSet(this.#set, callId, event, this.#options.now()));
  }

  /** Reports the incoming calls that have just ended with nobody taking them. */
  #reportMissed(before: CallSet): void {
    for (const { callId, remotePeerId, remoteName, phase, endReason } of this.#set.calls.values()) {
      const wasRinging = before.calls.get(callId)?.phase === "incoming";
      if (phase !== "ended" || !wasRinging || (endReason !== "unanswered" && endReason !== "cancelled")) continue;
      this.#options.onMissed({ callId, remotePeerId, remoteName, atMs: this.#options.now() });
    }
  }

  #take([set, effects]: CallSetStep): void {
    const before = this.#set;
    this.#set = set;
    this.#reportMissed(before);
    for (const { callId, remotePeerId, effect } of effects) this.#run(callId, remotePeerId, effect);
    if (!needsMedia(this.#set)) this.#options.media.close();
    this.#publish();
  }

  #run(callId: CallId, remotePeerId: PeerId, effect: CallEffect): void {
    if (effect.type === "reject-offer") {
      this.#rejectOffer(effect.callId, remotePeerId, effect.reason);
      const atMs = this.#options.now();
      if (effect.isMissed) this.#options.onMissed({ callId, remotePeerId, remoteName: effect.name, atMs });
      return;
    }
    const link = this.#links.get(callId);
    if (link === undefined) return;
    switch (effect.type) {
      case "send":
        return link.send(effect.message);
      case "bind-channel":
        return link.bind(effect.remoteTabId);
      case "prepare-offer":
        return void this.#prepareOffer(callId, link);
      case "prepare-answer":
        return void this.#prepareAnswer(callId, link, effect.description);
      case "open-media":
        return void this.#openMedia(callId, link, effect.video);
      case "apply-answer":
        void link.connections.applyAnswer(effect.description)
          .catch(() => this.#dispatch(callId, { type: "preparation-failed" }));
        return this.#shareMediaState(callId);
      case "apply-description":
        return void link.connections.applyDescription(effect.description, effect.connectionId);
      case "add-candidates":
        return void link.connections.addCandidates(effect.candidates, effect.connectionId);
      case "replace-connection":
        return void link.connections.replace({ isForced: false, spareMs: HEDGE_SPARE_MS });
      case "compare":
        return this.#trust.receiveStep(callId, effect.step, effect.value);
      case "start-timer":
        return link.startTimer(effect.timer, effect.ms);
      case "stop-timer":
        return link.stopTimer(effect.timer);
      case "close":
        this.#trust.close(callId);
        return link.close();
    }
  }

  async #prepareOffer(callId: CallId, link: Link): Promise<void> {
    const { media } = this.#options;
    if (this.#trust.isKeyless) return this.#dispatch(callId, { type: "keyless" });
    await media.open({ video: true });
    if (link.isClosed) return;
    try {
      const description = await link.connections.prepareOffer(media.tracks);
      const proof = await this.#trust.prove(callId, { offer: description, answer: null });
      const name = this.#options.localName();
      this.#dispatch(callId, { type: "offer-prepared", description, proof, media: media.state, name });
    } catch {
      this.#dispatch(callId, { type: "preparation-failed" });
    }
  }

  async #prepareAnswer(callId: CallId, link: Link, offer: { type: "offer"; sdp: string }): Promise<void> {
    try {
      const description = await link.connections.prepareAnswer(offer);
      const proof = await this.#trust.prove(callId, { offer, answer: description });
      this.#dispatch(callId, { type: "answer-prepared", description, proof });
      this.#shareMediaState(callId);
    } catch {
      this.#dispatch(callId, { type: "preparation-failed" });
    }
  }

  /** Opens the devices for a call that was accepted; they may be open already, for a call that crossed this one. */
  async #openMedia(callId: CallId, link: Link, video: boolean): Promise<void> {
    const { media } = this.#options;
    await media.open({ video });
    link.setTracks(media.tracks);
    this.#shareMediaState(callId);
  }

  /** Says what is sent now; before the answer is given the machine keeps it to itself. */
  #shareMediaState(callId: CallId): void {
    this.#dispatch(callId, { type: "local-media-changed", media: this.#options.media.state });
  }

  #receive(link: Link, message: PeerMessage, isProven: boolean): void {
    if (this.#localPeerId === null) return;
    if (!isProven) {
      return this.#take(refuseInSet(this.#set, message, this.#trust, this.#options.now()));
    }
    if (message.type === "hang-up" && message.reason === "failed") link.diagnose();
    const { media, localName } = this.#options;
    const local = { localPeerId: this.#localPeerId, localName: localName(), wantsVideo: media.wantsVideo };
    this.#take(receiveInSet(this.#set, message, local, this.#options.now()));
  }

  #rejectOffer(callId: CallId, remotePeerId: PeerId, reason: DeclineReason): void {
    const link = this.#links.get(callId) ?? this.#createLink(callId, remotePeerId);
    link?.send({ type: "video-offer-response", accepted: false, reason });
    link?.close();
  }

  #createLink(callId: CallId, remotePeerId: PeerId, { isPatient } = { isPatient: false }): Link | null {
    if (this.#localPeerId === null || !this.#links.makeRoom()) return null;
    const { localTabId: tabId, monotonicNow: now, send, onDoubt } = this.#options;
    const link: Link = new Link({
      ...{ callId, tabId, localPeerId: this.#localPeerId, remotePeerId, now, isPatient },
      settings: () => this.#connectionSettings(),
      handlers: {
        deliver: (message) => gate.receive(message),
        event: (event) => this.#dispatch(callId, event),
        sendByServer: send,
        doubt: onDoubt,
        pathChanged: (path) => this.#handlePath(callId, path),
      },
    });
    const gate = this.#trust.createGate(callId, (message, isProven) => this.#receive(link, message, isProven));
    this.#links.add(callId, link);
    return link;
  }

  #handlePath(callId: CallId, path: MediaPath | null): void {
    const known = this.#paths.get(callId);
    if (path === null || (path.kind === known?.kind && path.protocol === known.protocol)) return;
    this.#paths.set(callId, path);
    this.#publish();
  }

  /** Tries the socket now and then while a call is being set up. */
  #probe(): void {
    const nowMs = this.#options.monotonicNow();
    if (nowMs - this.#probedAtMs < SETUP_PROBE_MS || !isBeingSetUp(this.#set)) return;
    this.#probedAtMs = nowMs;
    this.#options.onDoubt();
  }

  #publish(): void {
    this.#options.onChange([...this.#set.calls.values()].map((call) => ({
      callId: call.callId,
      remotePeerId: call.remotePeerId,
      remoteName: call.remoteName,
      isOutgoing: call.isOutgoing,
      isPatient: call.isPatient,
      hasVideo: call.hasVideo,
      phase: call.phase,
      isRinging: call.isRinging,
      connectedAtMs: call.connectedAtMs,
      endedAtMs: call.endedAtMs,
      endReason: call.endReason,
      failure: call.failure,
      isRemoteAway: call.isRemoteAway,
      remoteMedia: call.remoteMedia,
      remoteStreams: this.#links.get(call.callId)?.remoteStreams ?? null,
      path: this.#paths.get(call.callId) ?? null,
      comparison: this.#trust.viewOf(call.callId),
    })));
  }
}
