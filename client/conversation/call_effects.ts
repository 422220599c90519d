/**
 * Runs the effects of calls on lines, devices and proofs, each on its own: one that fails is reported and stops no
 * other. When a call ends, media stops first, then the screen is told, then the last words leave; the connection is
 * closed whatever became of them. Used by `calls.ts`; holds no rule.
 */

import type { CallId, DeclineReason, PeerId } from "../../signaling/protocol.ts";
import { attempt, insist } from "../bounds/attempt.ts";
import { type Call, type CallEffect, type CallEvent, type PreparationFault, SILENT } from "../call/call.ts";
import { isOnHold } from "../call/holding.ts";
import { named } from "../call/call_machine.ts";
import type { ConversationEffect } from "./call_screen.ts";
import type { CallTrust } from "./call_trust.ts";
import type { CallFeatures } from "../feature/call_features.ts";
import type { CallLine } from "../line/call_line.ts";
import type { Media } from "../media/media.ts";
import type { RecentCalls } from "../kept/recent_calls.ts";
import type { MissedCall } from "../kept/people/missed_calls.ts";
import type { SentMedia } from "./sent_media.ts";
import { tellEntry, tellFeatures, tellRejoined } from "../proof/told_features.ts";
import { hasWebRtc } from "../connection/web_rtc.ts";

/** How long a second connection is left alone while none is up yet, before a third takes its place, in milliseconds. */
const HEDGE_SPARE_MS = 8_000;

export type CallEffectsOptions = {
  readonly media: Pick<Media, "open">;
  /** What a call is sent of the devices. */
  readonly sentTo: (callId: CallId) => SentMedia;
  readonly trust: CallTrust;
  readonly callFeatures: CallFeatures;
  readonly findCall: (callId: CallId) => Call | undefined;
  /** What other ends are told that this page can do. */
  readonly toldFeatures: readonly string[];
  readonly localName: () => string | null;
  /** By what this end asks to be let in. */
  readonly entryTo: (peerId: PeerId) => string | undefined;
  readonly now: () => number;
  readonly findLine: (callId: CallId) => CallLine | undefined;
  readonly createLine: (callId: CallId, remotePeerId: PeerId) => CallLine | null;
  readonly dispatch: (callId: CallId, event: CallEvent) => void;
  /** The call is over without a word, and the next that its caller says is of a new one. */
  readonly forget: (callId: CallId) => void;
  readonly recentCalls: Pick<RecentCalls, "note">;
  readonly onMissed: (call: MissedCall) => void;
  /** This browser makes no connections. */
  readonly onNoWebRtc: () => void;
};

export class CallEffects {
  readonly #options: CallEffectsOptions;

  constructor(options: CallEffectsOptions) {
    this.#options = options;
  }

  /** Runs the effects of one step; `show` is called once nothing is sent any more in the calls that it ends. */
  run(effects: readonly ConversationEffect[], show: () => void): void {
    const { trust, callFeatures, findLine } = this.#options;
    const ended = effects.filter(({ effect }) => effect.type === "close").map(({ callId }) => callId);
    for (const callId of ended) attempt("stop a call", () => findLine(callId)?.stop());
    for (const callId of ended) attempt("end the features of a call", () => callFeatures.close(callId));
    for (const callId of ended) attempt("forget what was proved", () => trust.close(callId));
    if (ended.length > 0) show();
    for (const { callId, remotePeerId, effect } of effects) {
      attempt(`run ${effect.type}`, () => this.#run(callId, remotePeerId, effect));
    }
    for (const callId of ended) insist("close a call", () => findLine(callId)?.close());
  }

  #run(callId: CallId, remotePeerId: PeerId, effect: CallEffect): unknown {
    const atMs = this.#options.now();
    if (effect.type === "report-missed") {
      return this.#options.onMissed({ callId, remotePeerId, remoteName: effect.name, atMs });
    }
    if (effect.type === "reject-offer") {
      this.#rejectOffer(effect.callId, remotePeerId, effect.reason);
      if (effect.isMissed) this.#options.onMissed({ callId, remotePeerId, remoteName: effect.name, atMs });
      return;
    }
    const line = this.#options.findLine(callId);
    if (line === undefined) return;
    switch (effect.type) {
      case "send":
        return line.send(effect.message);
      case "bind-channel":
        return line.bind(effect.remoteTabId);
      case "prepare-offer":
        return this.#prepare(callId, line, "unprepared", () => this.#prepareOffer(callId, line, remotePeerId, effect));
      case "prepare-answer":
        return this.#prepare(callId, line, "unprepared", () => this.#prepareAnswer(callId, line, effect.description));
      case "open-media":
        return this.#openMedia(callId, line, effect.video);
      case "send-media":
        line.setTracks(this.#options.sentTo(callId).tracks);
        return this.#options.callFeatures.handleHold(callId);
      case "apply-answer":
        return this.#prepare(callId, line, "incompatible", () => line.connections.applyAnswer(effect.description));
      case "apply-description":
        return line.connections.applyDescription(effect.description, effect.connectionId);
      case "add-candidates":
        return line.connections.addCandidates(effect.candidates, effect.connectionId);
      case "replace-connection":
        return line.connections.replace({ isForced: false, spareMs: HEDGE_SPARE_MS });
      case "open-features":
        return this.#options.callFeatures.open(callId);
      case "feature":
        return this.#options.callFeatures.receive(callId, effect.name, effect.body);
      case "start-timer":
        return line.timers.start(effect.timer, effect.ms);
      case "stop-timer":
        return line.timers.stop(effect.timer);
      case "note-connected":
        return this.#options.recentCalls.note(callId, remotePeerId);
      case "forget":
        line.close();
        return this.#options.forget(callId);
      case "close":
        return; // Done around all others.
    }
  }

  /** Without both descriptions a call can come to nothing; `cause` is what it means if `act` fails on a connection. */
  async #prepare<T>(callId: CallId, line: CallLine, cause: PreparationFault, act: () => Promise<T>): Promise<T> {
    try {
      return await act();
    } catch (error) {
      const own = line.connections.current === null ? "unprepared" : cause;
      const canConnect = hasWebRtc();
      this.#options.dispatch(callId, { type: "preparation-failed", cause: canConnect ? own : "no-webrtc" });
      if (!canConnect) this.#options.onNoWebRtc();
      throw error;
    }
  }

  async #prepareOffer(
    callId: CallId,
    line: CallLine,
    remotePeerId: PeerId,
    { video, rejoins }: { video: boolean; rejoins: CallId | null },
  ): Promise<void> {
    const { sentTo, trust, toldFeatures, entryTo, localName, dispatch } = this.#options;
    if (trust.isKeyless) return dispatch(callId, { type: "keyless" });
    await this.#openDevices(callId, video);
    if (line.isClosed) return dispatch(callId, { type: "media-opened" });
    const told = tellFeatures(await line.connections.prepareOffer(sentTo(callId).tracks), toldFeatures);
    const description = rejoins === null ? tellEntry(told, entryTo(remotePeerId)) : tellRejoined(told, rejoins);
    const [{ microphone, camera }, name] = [sentTo(callId).state, localName()];
    const sent = { audio: microphone, video: camera };
    const proof = await trust.proveOffer(callId, description, { ...sent, ...named(name) });
    dispatch(callId, { type: "offer-prepared", description, proof, media: sent, name });
  }

  async #prepareAnswer(callId: CallId, line: CallLine, offer: { type: "offer"; sdp: string }): Promise<void> {
    const { trust, toldFeatures, localName, dispatch } = this.#options;
    const answer = () => line.connections.prepareAnswer(offer);
    const description = tellFeatures(await this.#prepare(callId, line, "incompatible", answer), toldFeatures);
    const name = localName();
    const proof = await trust.proveAnswer(callId, { offer, answer: description }, { ...SILENT, ...named(name) });
    dispatch(callId, { type: "answer-prepared", answer: { description, proof, name } });
  }

  /** Opens the devices for a call that was accepted; they may be open already, for a call that crossed this one. */
  async #openMedia(callId: CallId, line: CallLine, video: boolean): Promise<void> {
    const { sentTo, callFeatures, dispatch } = this.#options;
    await this.#openDevices(callId, video);
    line.setTracks(sentTo(callId).tracks);
    attempt("say what is sent", () => callFeatures.handleLocalMedia());
    dispatch(callId, { type: "media-opened" });
  }

  /** None for a call that is on hold. */
  async #openDevices(callId: CallId, video: boolean): Promise<void> {
    const call = this.#options.findCall(callId);
    if (call === undefined || !isOnHold(call)) await this.#options.media.open({ video });
  }

  #rejectOffer(callId: CallId, remotePeerId: PeerId, reason: DeclineReason): void {
    const { findLine, createLine } = this.#options;
    const line = findLine(callId) ?? createLine(callId, remotePeerId);
    attempt("turn an offer down", () => line?.send({ type: "video-offer-response", accepted: false, reason }));
    line?.close();
  }
}
