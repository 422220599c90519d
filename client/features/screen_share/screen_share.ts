/**
 * Shares the screen in one call: the browser asks the person what to show, and sends it, with its sound where there is
 * any, until they stop, the browser does, what is shown closes, or the call ends. Whoever cancels hears nothing of it. What
 * the other end shares is told by `media-state` and needs no word of this feature.
 */

import { insist } from "../../bounds/attempt.ts";
import type { FeatureCall, FeatureLine } from "../../feature/feature.ts";
import type { ShareProblem, ShareView, SharingFeature } from "./screen_share_key.ts";

/** W3C screen-capture `#dom-displaymediastreamoptions`; not all in the DOM types yet, and ignored where they are unknown. */
const OPTIONS = {
  video: { frameRate: { ideal: 30 } },
  // The call's own sound is left out, or the other end would hear itself; and nothing is taken for noise.
  audio: { restrictOwnAudio: true, echoCancellation: false, noiseSuppression: false, autoGainControl: false },
  selfBrowserSurface: "exclude",
  surfaceSwitching: "include",
  systemAudio: "include",
} as DisplayMediaStreamOptions;

const IDLE: ShareView = { phase: "idle", picture: null, hasSound: false, isMoving: false, problem: null };

class ScreenShare implements SharingFeature {
  readonly #line: FeatureLine;
  readonly #call: FeatureCall;
  #tracks: readonly MediaStreamTrack[] = [];
  #isClosed = false;
  view = IDLE;

  constructor(line: FeatureLine, call: FeatureCall) {
    [this.#line, this.#call] = [line, call];
  }

  async share(): Promise<void> {
    if (this.view.phase !== "idle") return;
    this.#show({ ...IDLE, phase: "choosing" });
    let stream: MediaStream;
    try {
      stream = await navigator.mediaDevices.getDisplayMedia(OPTIONS);
    } catch (error) {
      return this.#show({ ...IDLE, problem: readProblem(error) });
    }
    this.#tracks = stream.getTracks();
    const [[screen = null], [sound = null]] = [stream.getVideoTracks(), stream.getAudioTracks()];
    if (this.#isClosed || screen?.readyState !== "live") return this.stop(); // It was over before it began.
    screen.contentHint = "detail";
    screen.onended = () => this.stop();
    this.#line.sendTracks({ screen, "screen-sound": sound });
    this.#show({ ...IDLE, phase: "sharing", picture: stream, hasSound: sound !== null });
  }

  stop(): void {
    for (const track of this.#tracks) insist("stop sharing", () => track.stop());
    this.#tracks = [];
    if (this.#isClosed) return;
    this.#line.sendTracks({ screen: null, "screen-sound": null });
    this.#show(IDLE);
  }

  /** W3C mst-content-hint `#video-content-hints`: what to give up first on a slow path, sharpness or smoothness. */
  setMoving(isMoving: boolean): void {
    const [screen] = this.#tracks;
    if (screen === undefined) return;
    for (const track of this.#tracks) if (track.kind === "video") track.contentHint = isMoving ? "motion" : "detail";
    this.#show({ ...this.view, isMoving });
  }

  receive(): void {}

  close(): void {
    this.#isClosed = true;
    this.stop();
  }

  #show(view: ShareView): void {
    this.view = view;
    if (!this.#isClosed) this.#call.changed();
  }
}

/** Reads the error of getDisplayMedia (W3C screen-capture `#dom-mediadevices-getdisplaymedia`); null for a person's no. */
function readProblem(error: unknown): ShareProblem | null {
  const { name, message } = Object(error) as Partial<DOMException>;
  // Chromium says so where the person would, but their system does not let it.
  if (name === "NotAllowedError") return /by system/i.test(message ?? "") ? "blocked" : null;
  return name === "NotReadableError" ? "blocked" : name === "NotFoundError" ? "nothing" : "failed";
}

export function open(line: FeatureLine, call: FeatureCall): SharingFeature {
  return new ScreenShare(line, call);
}
