/**
 * Sends one sound as often as it takes, and ahead of every picture. Used by `sending.ts`.
 *
 * The worker that repeats it is made when it is needed first, so that a call on a good path costs none.
 */

import { ownScript } from "../page/own_scripts.ts";
import type { Depth } from "./redundancy.ts";

/** W3C webrtc-encoded-transform §4; not in the DOM types yet. */
declare const RTCRtpScriptTransform: (new (worker: Worker) => unknown) | undefined;

/** What speech is encoded at where each piece goes out so often that it adds up, in bit/s (RFC 7587 §3.1.1: wideband). */
const THIN_BITRATE = 20_000;
/** What browsers take off a limit for the packets' own headers, in bit/s: measured in Chromium 156, and then by what it does. */
const HEADERS_BITRATE = 22_400;
const HEADERS_BITRATE_MAX = 40_000;
/** From this depth on. */
const THIN_FROM = 3;
/** RFC 2198, as browsers name it. */
const REDUNDANT = "audio/red";

export class SoundSender {
  readonly #sender: () => RTCRtpSender | undefined;
  /** The worker that sound goes by; null before it can. */
  #worker: Worker | null = null;
  #loading: Worker | null = null;
  #hasTried = false;
  #isClosed = false;
  #depth: Depth = 1;
  #headersBitrate = HEADERS_BITRATE;
  /** What was set last, in bit/s; null for no limit, undefined before anything was. */
  #limit: number | null | undefined;

  constructor(sender: () => RTCRtpSender | undefined) {
    this.#sender = sender;
  }

  /**
   * Sends this often from now on, as far as browser and codec can.
   *
   * @param encodedAt what the sound is encoded at now, in bit/s; null where the browser does not say
   */
  async set(depth: Depth, encodedAt: number | null): Promise<void> {
    const sender = this.#sender();
    if (sender === undefined) return;
    if (depth > 1 && this.#worker === null) this.#start(sender);
    if (depth !== this.#depth) this.#worker?.postMessage(depth);
    this.#depth = depth;
    const isThin = depth >= THIN_FROM && this.#worker !== null;
    if (isThin && encodedAt !== null && typeof this.#limit === "number") {
      this.#headersBitrate = Math.min(HEADERS_BITRATE_MAX, Math.max(0, this.#limit - encodedAt));
    }
    const limit = isThin ? THIN_BITRATE + this.#headersBitrate : null;
    if (limit === this.#limit) return;
    await prefer(sender, limit);
    this.#limit = limit;
  }

  /** Sound goes by the worker from the moment that it can: while it loads, and where it does not, as ever. */
  #start(sender: RTCRtpSender): void {
    if (this.#hasTried || typeof RTCRtpScriptTransform === "undefined" || !isRedundant(sender)) return;
    this.#hasTried = true;
    const Transform = RTCRtpScriptTransform;
    const worker = new Worker(ownScript("redundancy_worker.js"));
    worker.onerror = () => worker.terminate();
    worker.onmessage = () => {
      if (this.#isClosed) return worker.terminate();
      (sender as { transform?: unknown }).transform = new Transform(worker);
      worker.postMessage(this.#depth);
      this.#worker = worker;
    };
    this.#loading = worker;
  }

  close(): void {
    this.#isClosed = true;
    this.#loading?.terminate();
    this.#worker = null;
  }
}

/** Whether what is sent is of that codec, which the other end may not have. */
function isRedundant(sender: RTCRtpSender): boolean {
  return sender.getParameters().codecs?.[0]?.mimeType.toLowerCase() === REDUNDANT;
}

/** Ahead of pictures, in the browser's queue and by the network's marks (W3C webrtc-priority §4). */
async function prefer(sender: RTCRtpSender, limit: number | null): Promise<void> {
  const parameters = sender.getParameters();
  for (const encoding of parameters.encodings) {
    encoding.priority = encoding.networkPriority = "high";
    if (limit === null) delete encoding.maxBitrate;
    else encoding.maxBitrate = limit;
  }
  await sender.setParameters(parameters);
}
