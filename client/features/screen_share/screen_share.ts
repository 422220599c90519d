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

const NOTHING: Parameters<FeatureLine["sendTracks"]>[0] = { screen: null, "screen-sound": null };

class ScreenShare implements SharingFeature {
  #line: FeatureLine;
  #call: FeatureCall;
  #tracks = NOTHING;
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
    const [[screen = null], [sound = null]] = [stream.getVideoTracks(), stream.getAudioTracks()];
    this.#tracks = { screen, "screen-sound": sound };
    if (this.#isClosed || screen?.readyState !== "live") return this.stop(); // It was over before it began.
    screen.contentHint = "detail";
    screen.onended = () => this.stop();
    this.#line.sendTracks(this.#tracks);
    this.#show({ ...IDLE, phase: "sharing", picture: stream, hasSound: sound !== null });
  }

  stop(): void {
    for (const track of Object.values(this.#tracks)) insist("stop sharing", () => track?.stop());
    this.#tracks = NOTHING;
    if (this.#isClosed) return;
    this.#line.sendTracks(NOTHING);
    this.#show(IDLE);
  }

  /** The other end's page was loaded again: whoever shares is not asked again what. */
  goOn(line: FeatureLine, call: FeatureCall): void {
    [this.#line, this.#call] = [line, call];
    line.sendTracks(this.#tracks);
  }

  /** W3C mst-content-hint `#video-content-hints`: what to give up first on a slow path, sharpness or smoothness. */
  setMoving(isMoving: boolean): void {
    const { screen } = this.#tracks;
    if (!screen) return;
    screen.contentHint = isMoving ? "motion" : "detail";
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

export function open(line: FeatureLine, call: FeatureCall): ScreenShare {
  return new ScreenShare(line, call);
}
