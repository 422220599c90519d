/**
 * Publishes the calls to the screen. What begins, changes or ends shows at once; what the other end sets the pace of
 * waits for the next frame. Used by `calls.ts`; holds no rule.
 */

import { batch } from "@preact/signals";
import type { CallId } from "../../signaling/protocol.ts";
import { attempt } from "../bounds/attempt.ts";
import type { Call } from "../call/call.ts";
import { type CallModel, createModel, showCall, showFeatures } from "./call_views.ts";
import type { Conversation } from "./call_screen.ts";
import type { CallsOptions } from "./calls_options.ts";
import { NextFrame } from "../time/next_frame.ts";
import type { RemoteStreams } from "../transceivers/remote_streams.ts";
import type { FeatureStates } from "../feature/feature.ts";
import type { MediaPath } from "../connection/connection_stats.ts";

export type CallDisplayOptions = Pick<CallsOptions, "now" | "monotonicNow" | "onChange"> & {
  readonly conversation: () => Conversation;
  readonly remoteStreams: (callId: CallId) => RemoteStreams | null;
  readonly featureStates: (callId: CallId) => FeatureStates;
};

export class CallDisplay {
  readonly #options: CallDisplayOptions;
  #models: ReadonlyMap<CallId, CallModel> = new Map();
  /** The calls that whoever shows them was last told of. */
  #told: readonly CallModel[] = [];
  readonly #nextFrame = new NextFrame(() => this.publish());

  constructor(options: CallDisplayOptions) {
    this.#options = options;
  }

  handlePath(callId: CallId, path: MediaPath | null): void {
    const model = this.#models.get(callId);
    if (model === undefined || path === null) return;
    const isSame = path.kind === model.path?.kind && path.protocol === model.path.protocol;
    if (!isSame) model.path = path;
  }

  /** The call's line is gone. */
  forget(callId: CallId): void {
    const model = this.#models.get(callId);
    if (model !== undefined) model.path = null;
  }

  /** A message was taken; `before` is what the calls were until then. */
  publishReceived(before: Conversation): void {
    if (hasSamePhases(before, this.#options.conversation())) this.publishSoon();
    else this.publish();
  }

  /** Something changed at a pace that the other end decides. */
  publishSoon(): void {
    this.#nextFrame.request();
  }

  publish(): void {
    attempt("show the calls now", () => this.#nextFrame.cancel());
    attempt("show the calls", () => batch(() => this.#show()));
  }

  #show(): void {
    const { conversation, onChange } = this.#options;
    const before = this.#models;
    this.#models = new Map(
      [...conversation().calls].map(([callId, call]) => [callId, before.get(callId) ?? createModel(call)]),
    );
    for (const call of conversation().calls.values()) attempt("show a call", () => this.#showCall(call));
    const models = [...this.#models.values()];
    if (models.length === this.#told.length && models.every((model, index) => model === this.#told[index])) return;
    onChange(models);
    this.#told = models;
  }

  #showCall(call: Call): void {
    const { remoteStreams, featureStates, now, monotonicNow } = this.#options;
    const model = this.#models.get(call.callId);
    if (model === undefined) return;
    showCall(model, call);
    showFeatures(model, featureStates(call.callId));
    model.remoteStreams = remoteStreams(call.callId);
    // By the clock on the wall, asked once: it is set, and the other stands still in a machine's sleep.
    model.endedAtWallMs = call.endedAtMs === null
      ? null
      : model.endedAtWallMs ?? now() - monotonicNow() + call.endedAtMs;
  }
}

/** Whether the same calls are at the same point. */
function hasSamePhases(a: Conversation, b: Conversation): boolean {
  return a.calls.size === b.calls.size &&
    [...a.calls.values()].every(({ callId, phase }) => b.calls.get(callId)?.phase === phase);
}
