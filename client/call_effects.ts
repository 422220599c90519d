/**
 * Runs the effects of calls on links, devices and proofs, each by itself: one that fails is reported and takes no other
 * along. Where a call ends, what the person wants gone goes first: media, then the screen is told, then come the last
 * words and all else, and the connection is closed whatever became of them. Used by `calls.ts`; holds no rule.
 */

import type { CallId, DeclineReason, PeerId } from "../signaling/protocol.ts";
import { attempt, insist } from "./attempt.ts";
import type { CallEffect, CallEvent } from "./call.ts";
import { named } from "./call_machine.ts";
import type { CallSetEffect } from "./call_set.ts";
import type { CallTrust } from "./call_trust.ts";
import type { Link } from "./link.ts";
import type { Media } from "./media.ts";
import type { MissedCall } from "./state.ts";

/** How long a second connection is left alone while none is up yet, before a third takes its place, in milliseconds. */
const HEDGE_SPARE_MS = 8_000;

export type CallEffectsOptions = {
  readonly media: Pick<Media, "tracks" | "state" | "open">;
  readonly trust: CallTrust;
  readonly localName: () => string | null;
  readonly now: () => number;
  readonly findLink: (callId: CallId) => Link | undefined;
  readonly createLink: (callId: CallId, remotePeerId: PeerId) => Link | null;
  readonly dispatch: (callId: CallId, event: CallEvent) => void;
  readonly onMissed: (call: MissedCall) => void;
};

export class CallEffects {
  readonly #options: CallEffectsOptions;

  constructor(options: CallEffectsOptions) {
    this.#options = options;
  }

  /** Runs the effects of one step; `show` is called once nothing is sent any more in the calls that it ends. */
  run(effects: readonly CallSetEffect[], show: () => void): void {
    const { trust, findLink } = this.#options;
    const ended = effects.filter(({ effect }) => effect.type === "close").map(({ callId }) => callId);
    for (const callId of ended) attempt("stop a call", () => findLink(callId)?.stop());
    for (const callId of ended) attempt("end a comparison", () => trust.close(callId));
    if (ended.length > 0) show();
    for (const { callId, remotePeerId, effect } of effects) {
      attempt(`run ${effect.type}`, () => this.#run(callId, remotePeerId, effect));
    }
    for (const callId of ended) insist("close a call", () => findLink(callId)?.close());
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
    const link = this.#options.findLink(callId);
    if (link === undefined) return;
    switch (effect.type) {
      case "send":
        return link.send(effect.message);
      case "bind-channel":
        return link.bind(effect.remoteTabId);
      case "prepare-offer":
        return this.#prepare(callId, () => this.#prepareOffer(callId, link));
      case "prepare-answer":
        return this.#prepare(callId, () => this.#prepareAnswer(callId, link, effect.description));
      case "open-media":
        return this.#openMedia(callId, link, effect.video);
      case "apply-answer":
        this.shareMediaState(callId);
        return this.#prepare(callId, () => link.connections.applyAnswer(effect.description));
      case "apply-description":
        return link.connections.applyDescription(effect.description, effect.connectionId);
      case "add-candidates":
        return link.connections.addCandidates(effect.candidates, effect.connectionId);
      case "replace-connection":
        return link.connections.replace({ isForced: false, spareMs: HEDGE_SPARE_MS });
      case "compare":
        return this.#options.trust.receiveStep(callId, effect.step, effect.value);
      case "start-timer":
        return link.timers.start(effect.timer, effect.ms);
      case "stop-timer":
        return link.timers.stop(effect.timer);
      case "close":
        return; // Done around all others.
    }
  }

  /** Without its own description a call can come to nothing. */
  async #prepare(callId: CallId, act: () => Promise<void>): Promise<void> {
    try {
      await act();
    } catch (error) {
      this.#options.dispatch(callId, { type: "preparation-failed" });
      throw error;
    }
  }

  async #prepareOffer(callId: CallId, link: Link): Promise<void> {
    const { media, trust, localName, dispatch } = this.#options;
    if (trust.isKeyless) return dispatch(callId, { type: "keyless" });
    await media.open({ video: true });
    if (link.isClosed) return this.shareMediaState(callId); // Which closes what was opened too late.
    const description = await link.connections.prepareOffer(media.tracks);
    const [state, name] = [media.state, localName()];
    const proof = await trust.proveOffer(callId, description, { ...state, ...named(name) });
    dispatch(callId, { type: "offer-prepared", description, proof, media: state, name });
  }

  async #prepareAnswer(callId: CallId, link: Link, offer: { type: "offer"; sdp: string }): Promise<void> {
    const { trust, localName, dispatch } = this.#options;
    const description = await link.connections.prepareAnswer(offer);
    const name = localName();
    const proofs = await trust.proveAnswer(callId, { offer, answer: description }, { audio: true, ...named(name) });
    dispatch(callId, { type: "answer-prepared", answer: { description, proofs, name } });
    this.shareMediaState(callId);
  }

  /** Opens the devices for a call that was accepted; they may be open already, for a call that crossed this one. */
  async #openMedia(callId: CallId, link: Link, video: boolean): Promise<void> {
    const { media } = this.#options;
    await media.open({ video });
    link.setTracks(media.tracks);
    this.shareMediaState(callId);
  }

  /** Says what is sent now; before the answer is given the machine keeps it to itself. */
  shareMediaState(callId: CallId): void {
    this.#options.dispatch(callId, { type: "local-media-changed", media: this.#options.media.state });
  }

  #rejectOffer(callId: CallId, remotePeerId: PeerId, reason: DeclineReason): void {
    const { findLink, createLink } = this.#options;
    const link = findLink(callId) ?? createLink(callId, remotePeerId);
    attempt("turn an offer down", () => link?.send({ type: "video-offer-response", accepted: false, reason }));
    link?.close();
  }
}
