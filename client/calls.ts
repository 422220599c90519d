/**
 * Runs calls: turns what people, peers, the connection and the clock do into events of the call set, and the set's
 * effects into messages, connections, timers and devices. Holds no rule of its own; those are in `call_set.ts` and
 * `call_machine.ts`. Each call has a link: its channel, its connection and its timers.
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
import type { CallEffect, CallEvent, TimerName } from "./call.ts";
import {
  type CallSet,
  type CallSetStep,
  dismissInSet,
  hasLiveCall,
  placeInSet,
  receiveInSet,
  stepInSet,
} from "./call_set.ts";
import { CallChannel, type ChannelOutput } from "./channel.ts";
import { Connection } from "./connection.ts";
import type { Media } from "./media.ts";
import type { CallView } from "./state.ts";

/** How often channels look for messages to repeat, in milliseconds. */
const TICK_MS = 500;
/** How long an ended call's last messages are still repeated, in milliseconds. */
const LINGER_MS = 10_000;
/** Links at once, ended ones that linger included; offers beyond are not taken. */
const LINKS_MAX = 32;

type Link = {
  readonly channel: CallChannel;
  readonly timers: Map<TimerName, ReturnType<typeof setTimeout>>;
  connection: Connection | null;
  closedAtMs: number | null;
};

export type CallsOptions = {
  readonly localTabId: TabId;
  readonly media: Media;
  readonly now: () => number;
  /** Sends through the server; false when no socket is registered. */
  readonly send: (message: PeerMessage) => boolean;
  readonly localName: () => string | null;
  /** Called with every call there is whenever one changes, oldest first. */
  readonly onChange: (calls: readonly CallView[]) => void;
};

export class Calls {
  readonly #options: CallsOptions;
  readonly #links = new Map<CallId, Link>();
  #set: CallSet;
  #localPeerId: PeerId | null = null;
  #iceServers: readonly IceServer[] = [];
  #tickTimer: ReturnType<typeof setInterval> | undefined;

  constructor(options: CallsOptions) {
    this.#options = options;
    this.#set = { localTabId: options.localTabId, calls: new Map() };
  }

  // --- What people do ----------------------------------------------------------------------------------------------

  placeCall(remotePeerId: PeerId): void {
    const callId = createCallId();
    if (hasLiveCall(this.#set) || this.#createLink(callId, remotePeerId) === null) return;
    this.#take(placeInSet(this.#set, callId, remotePeerId));
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

  /** Leaves every call: the page is going away. */
  hangUpAll(): void {
    for (const callId of this.#set.calls.keys()) this.hangUp(callId);
  }

  dismissCall(callId: CallId): void {
    this.#take([dismissInSet(this.#set, callId), []]);
  }

  /** Sends the own tracks as they are now, and says so to the other ends. */
  handleLocalMedia(): void {
    const { tracks, state } = this.#options.media;
    for (const [callId, link] of this.#links) {
      if (link.connection === null) continue;
      void link.connection.setTracks(tracks);
      this.#dispatch(callId, { type: "local-media-changed", media: state });
    }
  }

  // --- What the server and peers say -------------------------------------------------------------------------------

  /** The socket is registered: whatever was sent on an older one may be lost, so all that is unacknowledged repeats. */
  handleRegistered(localPeerId: PeerId, iceServers: readonly IceServer[]): void {
    this.#localPeerId = localPeerId;
    this.#iceServers = iceServers;
    for (const [callId, link] of this.#links) this.#output(callId, link.channel.handleReconnect(this.#options.now()));
  }

  handleUnavailable(callId: CallId): void {
    const link = this.#links.get(callId);
    if (link !== undefined) this.#output(callId, link.channel.handleUnavailable(this.#options.now()));
  }

  handleMessage(message: PeerMessage): void {
    if (message.clientId !== this.#localPeerId) return;
    const isNewOffer = message.type === "video-offer-request" && message.seq === 1;
    const link = this.#links.get(message.callId) ??
      (isNewOffer ? this.#createLink(message.callId, message.id) : null);
    if (link !== null) this.#output(message.callId, link.channel.receive(message));
  }

  // --- Running -----------------------------------------------------------------------------------------------------

  #dispatch(callId: CallId, event: CallEvent): void {
    this.#take(stepInSet(this.#set, callId, event, this.#options.now()));
  }

  #take([set, effects]: CallSetStep): void {
    this.#set = set;
    for (const { callId, remotePeerId, effect } of effects) this.#run(callId, remotePeerId, effect);
    if (!hasLiveCall(this.#set)) this.#options.media.close();
    this.#publish();
  }

  #run(callId: CallId, remotePeerId: PeerId, effect: CallEffect): void {
    if (effect.type === "reject-offer") return this.#rejectOffer(effect.callId, remotePeerId, effect.reason);
    const link = this.#links.get(callId);
    if (link === undefined) return;
    switch (effect.type) {
      case "send":
        return this.#output(callId, link.channel.send(effect.message, this.#options.now()));
      case "bind-channel":
        return link.channel.bind(effect.remoteTabId);
      case "prepare-offer":
        return void this.#prepareOffer(callId, link, remotePeerId);
      case "prepare-answer":
        return void this.#prepareAnswer(callId, link, remotePeerId, effect.description);
      case "open-media":
        return void this.#openMedia(callId, link, effect.video);
      case "apply-answer":
        return void link.connection?.applyAnswer(effect.description)
          .catch(() => this.#dispatch(callId, { type: "preparation-failed" }));
      case "apply-description":
        return void link.connection?.applyDescription(effect.description);
      case "add-candidates":
        return void link.connection?.addCandidates(effect.candidates);
      case "restart-ice":
        return link.connection?.restartIce();
      case "start-timer":
        return this.#startTimer(callId, link, effect.timer, effect.ms);
      case "stop-timer":
        return clearTimeout(link.timers.get(effect.timer));
      case "close":
        return this.#closeLink(link);
    }
  }

  #startTimer(callId: CallId, link: Link, timer: TimerName, ms: number): void {
    clearTimeout(link.timers.get(timer));
    link.timers.set(timer, setTimeout(() => this.#dispatch(callId, { type: "timer-fired", timer }), ms));
  }

  async #prepareOffer(callId: CallId, link: Link, remotePeerId: PeerId): Promise<void> {
    const { media } = this.#options;
    await media.open({ video: true });
    if (link.closedAtMs !== null) return;
    try {
      const connection = this.#connect(callId, link, remotePeerId);
      await connection.setTracks(media.tracks);
      const description = await connection.createOffer();
      const name = this.#options.localName();
      this.#dispatch(callId, { type: "offer-prepared", description, media: media.state, name });
    } catch {
      this.#dispatch(callId, { type: "preparation-failed" });
    }
  }

  /** Opens the devices for a call that was accepted; they may be open already, for a call that crossed this one. */
  async #openMedia(callId: CallId, link: Link, video: boolean): Promise<void> {
    const { media } = this.#options;
    await media.open({ video });
    await link.connection?.setTracks(media.tracks);
    this.#dispatch(callId, { type: "local-media-changed", media: media.state });
  }

  async #prepareAnswer(
    callId: CallId,
    link: Link,
    remotePeerId: PeerId,
    offer: { type: "offer"; sdp: string },
  ): Promise<void> {
    try {
      const description = await this.#connect(callId, link, remotePeerId).prepareAnswer(offer);
      this.#dispatch(callId, { type: "answer-prepared", description });
    } catch {
      this.#dispatch(callId, { type: "preparation-failed" });
    }
  }

  #connect(callId: CallId, link: Link, remotePeerId: PeerId): Connection {
    const connection = new Connection({
      iceServers: this.#iceServers,
      isPolite: this.#localPeerId !== null && this.#localPeerId < remotePeerId,
      handlers: {
        candidates: (candidates) => this.#dispatch(callId, { type: "candidates-gathered", candidates }),
        description: (description) => this.#dispatch(callId, { type: "description-created", description }),
        state: (state) => this.#dispatch(callId, { type: `connection-${state}` }),
        error: (error) => console.warn("Cannot use what the other end sent:", error),
      },
    });
    link.connection?.close();
    link.connection = connection;
    return connection;
  }

  #output(callId: CallId, outputs: readonly ChannelOutput[]): void {
    for (const output of outputs) {
      switch (output.type) {
        case "transmit":
          this.#options.send(output.message); // What does not go now is repeated after the next registration.
          break;
        case "deliver":
          this.#receive(output.message);
          break;
        case "refused":
          this.#dispatch(callId, { type: "send-refused" });
      }
    }
  }

  #receive(message: PeerMessage): void {
    if (this.#localPeerId === null) return;
    const local = { localPeerId: this.#localPeerId, localName: this.#options.localName() };
    this.#take(receiveInSet(this.#set, message, local, this.#options.now()));
  }

  #rejectOffer(callId: CallId, remotePeerId: PeerId, reason: DeclineReason): void {
    const link = this.#links.get(callId) ?? this.#createLink(callId, remotePeerId);
    if (link === null) return;
    const message = { type: "video-offer-response", accepted: false, reason } as const;
    this.#output(callId, link.channel.send(message, this.#options.now()));
    this.#closeLink(link);
  }

  #createLink(callId: CallId, remotePeerId: PeerId): Link | null {
    if (this.#localPeerId === null || this.#links.size >= LINKS_MAX) return null;
    const { localTabId } = this.#options;
    const channel = new CallChannel({ callId, tabId: localTabId, localPeerId: this.#localPeerId, remotePeerId });
    const link: Link = { channel, timers: new Map(), connection: null, closedAtMs: null };
    this.#links.set(callId, link);
    this.#tickTimer ??= setInterval(() => this.#tick(), TICK_MS);
    return link;
  }

  /** Ends all but the channel, which repeats the last words until they are acknowledged. */
  #closeLink(link: Link): void {
    for (const timer of link.timers.values()) clearTimeout(timer);
    link.timers.clear();
    link.connection?.close();
    link.connection = null;
    link.closedAtMs ??= this.#options.now();
  }

  #tick(): void {
    const nowMs = this.#options.now();
    for (const [callId, link] of this.#links) {
      this.#output(callId, link.channel.tick(nowMs));
      if (link.closedAtMs !== null && nowMs - link.closedAtMs > LINGER_MS) this.#links.delete(callId);
    }
    if (this.#links.size > 0) return;
    clearInterval(this.#tickTimer);
    this.#tickTimer = undefined;
  }

  #publish(): void {
    this.#options.onChange([...this.#set.calls.values()].map((call) => ({
      callId: call.callId,
      remotePeerId: call.remotePeerId,
      remoteName: call.remoteName,
      isOutgoing: call.isOutgoing,
      hasVideo: call.hasVideo,
      phase: call.phase,
      isRinging: call.isRinging,
      connectedAtMs: call.connectedAtMs,
      endedAtMs: call.endedAtMs,
      endReason: call.endReason,
      remoteMedia: call.remoteMedia,
      remoteStreams: this.#links.get(call.callId)?.connection?.remoteStreams ?? null,
    })));
  }
}
