/**
 * Runs calls: turns what people, peers, links and devices do into events of the call set, has the set's effects run
 * (`call_effects.ts`), and tells the screen. Holds no rule of its own; those are in `call_set.ts` and
 * `call_machine.ts`. Each call has a link, which carries it.
 */

import {
  type CallId,
  createCallId,
  type IceServer,
  type PeerId,
  type PeerMessage,
  type TabId,
} from "../signaling/protocol.ts";
import { attempt } from "./attempt.ts";
import type { CallEvent } from "./call.ts";
import { CallEffects } from "./call_effects.ts";
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
import { createView } from "./call_views.ts";
import { Credits } from "./credit.ts";
import type { ConnectionSettings } from "./connection.ts";
import type { Identity } from "./identity.ts";
import { Link } from "./link.ts";
import { Links } from "./links.ts";
import type { Media } from "./media.ts";
import type { Verdict } from "./proof_gate.ts";
import type { CallView, MediaPath, MissedCall } from "./state.ts";

/** How often the socket is tried while a call is being set up, which waits for every word on it, in milliseconds. */
const SETUP_PROBE_MS = 1_000;
export type CallsOptions = {
  readonly localTabId: TabId;
  readonly media: Pick<Media, "tracks" | "state" | "wantsVideo" | "open" | "close">;
  /** Wall-clock time, for people. */
  readonly now: () => number;
  /** A clock that nobody sets, for waiting. */
  readonly monotonicNow: () => number;
  /** Sends through the server; what does not go is repeated. */
  readonly send: (message: PeerMessage) => void;
  /** The key that proves the calls of this end. */
  readonly identity: () => Pick<Identity, "sign" | "lifetime">;
  readonly localName: () => string | null;
  /** The key that an ID is known by; null for one that this browser has not talked with. */
  readonly knownKey: (peerId: PeerId) => string | null;
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
  readonly #effects: CallEffects;
  readonly #credits = new Credits();
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
  }

  get hasLiveCall(): boolean {
    return hasLiveCall(this.#set);
  }

  // --- What people do ----------------------------------------------------------------------------------------------

  placeCall(remotePeerId: PeerId, { isPatient } = { isPatient: false }): void {
    const callId = createCallId();
    const options = { isPatient, isAnswering: false };
    if (hasLiveCall(this.#set) || this.#createLink(callId, remotePeerId, options) === null) return;
    this.#take(placeInSet(this.#set, callId, remotePeerId, { isPatient }));
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
      const missed = { callId, remotePeerId, remoteName, atMs: this.#options.now() };
      attempt("keep a missed call", () => this.#options.onMissed(missed));
    }
  }

  #take([set, effects]: CallSetStep): void {
    const before = this.#set;
    this.#set = set;
    // First of all: whatever fails below, nobody is seen or heard who has left.
    if (!needsMedia(set)) attempt("close the devices", () => this.#options.media.close());
    this.#effects.run(effects, () => this.#publish());
    this.#reportMissed(before);
    this.#publish();
  }

  #receive(link: Link, message: PeerMessage, verdict: Verdict): void {
    if (this.#localPeerId === null) return;
    if (verdict !== "proven") {
      const refusal = { isKeyless: this.#trust.isKeyless, isOtherKey: verdict === "other-key" };
      return this.#take(refuseInSet(this.#set, message, refusal, this.#options.now()));
    }
    if (message.type === "hang-up" && message.reason === "failed") {
      attempt("find out why nothing connects", () => link.diagnose());
    }
    const local = { localPeerId: this.#localPeerId, wantsVideo: this.#options.media.wantsVideo };
    this.#take(receiveInSet(this.#set, message, local, this.#options.now()));
  }

  #createLink(
    callId: CallId,
    remotePeerId: PeerId,
    { isPatient, isAnswering } = { isPatient: false, isAnswering: true },
  ): Link | null {
    if (this.#localPeerId === null || !this.#links.makeRoom()) return null;
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
    );
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
