/**
 * Tells the other end which sources this one sends from, whenever that changes, and shows what the other end says of
 * itself. Only the latest word matters. An answer leaves before any device is asked for, so this is how every callee's
 * picture comes to be shown.
 */

import { isBoolean, optional, shape } from "../../../signaling/protocol.ts";
import type { Feature, FeatureCall, FeatureLine } from "../../feature/feature.ts";
import { type MediaState, readMedia, tellMedia } from "../../media/source.ts";

const isToldMedia = shape({
  audio: isBoolean,
  video: isBoolean,
  screen: optional(isBoolean),
  screenSound: optional(isBoolean),
  joining: optional(isBoolean),
  hold: optional(isBoolean),
});

class MediaStateFeature implements Feature<MediaState> {
  readonly #line: FeatureLine;
  readonly #call: FeatureCall;
  #told = "";
  view: MediaState;

  constructor(line: FeatureLine, call: FeatureCall) {
    [this.#line, this.#call, this.view] = [line, call, call.remoteMedia];
    this.handleLocalMedia(call.localMedia());
  }

  receive(body: unknown): void {
    if (!isToldMedia(body)) return;
    this.view = readMedia(body);
    this.#call.held(body.hold ?? false);
    this.#call.changed();
  }

  handleLocalMedia(media: MediaState): void {
    const told = { ...tellMedia(media), hold: this.#call.isHeld() };
    const text = JSON.stringify(told);
    if (text === this.#told) return;
    this.#told = text;
    this.#line.send(told, { isLatest: true });
  }

  close(): void {}
}

export function open(line: FeatureLine, call: FeatureCall): Feature {
  return new MediaStateFeature(line, call);
}
