/**
 * Sets how one picture is sent: within the limits that it is given, and whole when the other end has none to begin with,
 * at most once a second however often that asks, since a key frame is many times the size of another. Whole ones are
 * small for a moment: after a silence the sender believes the path to be slow, and a large first picture takes seconds
 * (measured: 2.0 s large, 0.13 s at a quarter). Used by `transceivers.ts`, one for each picture.
 */

/** How often a whole picture may be sent, in milliseconds; the last one asked for meanwhile follows. */
const WHOLE_PICTURE_MS = 1_000;
/** How long pictures stay small after a silence, in milliseconds. */
const SMALL_PICTURE_MS = 1_500;
/** How many times smaller they are, in width and in height. */
const SMALL = 4;

/** In W3C webrtc-pc's words: how many times smaller, whether at all, and if there is a limit how many a second, and bit/s. */
export type PictureLimits =
  & Required<Pick<RTCRtpEncodingParameters, "scaleResolutionDownBy" | "active">>
  & Pick<RTCRtpEncodingParameters, "maxFramerate" | "maxBitrate">;
export const NO_LIMITS: PictureLimits = { scaleResolutionDownBy: 1, active: true };

type Size = PictureLimits & { readonly isWhole: boolean };

export type PictureSenderOptions = {
  /** The sender of the picture; undefined while there is none. */
  readonly sender: () => RTCRtpSender | undefined;
  readonly error: (error: unknown) => void;
};

export class PictureSender {
  readonly #options: PictureSenderOptions;
  #limits = NO_LIMITS;
  #isSmall = false;
  #paceTimer: ReturnType<typeof setTimeout> | undefined;
  #sizeTimer: ReturnType<typeof setTimeout> | undefined;
  #isAskedAgain = false;
  /** What is to be set next; null when nothing is. */
  #wanted: Size | null = null;
  #isSetting = false;

  constructor(options: PictureSenderOptions) {
    this.#options = options;
  }

  /** Sends a whole picture now, or as soon as the last one is a second old. */
  request(): void {
    this.#isAskedAgain = this.#paceTimer !== undefined;
    if (this.#isAskedAgain) return;
    this.#paceTimer = setTimeout(() => {
      this.#paceTimer = undefined;
      if (this.#isAskedAgain) this.request();
    }, WHOLE_PICTURE_MS);
    clearTimeout(this.#sizeTimer);
    this.#sizeTimer = setTimeout(() => {
      this.#isSmall = false;
      this.#set(false);
    }, SMALL_PICTURE_MS);
    this.#isSmall = true;
    this.#set(true);
  }

  /** Sends within these from now on. One that was not sent begins whole. */
  limit(limits: PictureLimits): void {
    const isBack = limits.active && !this.#limits.active;
    this.#limits = limits;
    this.#set(isBack);
  }

  close(): void {
    clearTimeout(this.#paceTimer);
    clearTimeout(this.#sizeTimer);
    this.#wanted = null;
  }

  #set(isWhole: boolean): void {
    const scaleResolutionDownBy = Math.max(this.#limits.scaleResolutionDownBy, this.#isSmall ? SMALL : 1);
    // One that was asked for and has not left must not be lost to a change of size.
    this.#wanted = { ...this.#limits, scaleResolutionDownBy, isWhole: isWhole || (this.#wanted?.isWhole ?? false) };
    if (!this.#isSetting) void this.#apply();
  }

  /** One after another: a browser refuses to set parameters while it is setting others. */
  async #apply(): Promise<void> {
    this.#isSetting = true;
    for (let size = this.#wanted; size !== null; size = this.#wanted) {
      this.#wanted = null;
      try {
        const sender = this.#options.sender();
        if (sender !== undefined && sender.track !== null) await set(sender, size);
      } catch (error) {
        this.#options.error(error);
      }
    }
    this.#isSetting = false;
  }
}

/** `isWhole` asks for a key frame, which only Chromium takes as a request. */
async function set(sender: RTCRtpSender, { isWhole, ...limits }: Size): Promise<void> {
  const parameters = sender.getParameters();
  for (const encoding of parameters.encodings) {
    delete encoding.maxFramerate;
    delete encoding.maxBitrate;
    Object.assign(encoding, limits);
  }
  // W3C webrtc-extensions `#dom-rtcsetparameteroptions`; not in the DOM types yet, ignored where it is unknown.
  const options = { encodingOptions: parameters.encodings.map(() => ({ keyFrame: isWhole })) };
  await sender.setParameters(parameters, options as RTCSetParameterOptions);
}
