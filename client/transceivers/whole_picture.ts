/**
 * Sends whole pictures when the other end has none to begin with, at most one a second however often it asks: each is a
 * key frame, many times the size of another. Small ones for a moment: after a silence the sender believes the path to
 * be slow, and a large first picture takes seconds (measured: 2.0 s large, 0.13 s at a quarter). Used by
 * `transceivers.ts`, one for each picture.
 */

/** How often a whole picture may be sent, in milliseconds; the last one asked for meanwhile follows. */
const WHOLE_PICTURE_MS = 1_000;
/** How long pictures stay small after a silence, in milliseconds. */
const SMALL_PICTURE_MS = 1_500;

type Size = { readonly scaleDownBy: number; readonly isWhole: boolean };

const SMALL: Size = { scaleDownBy: 4, isWhole: true };
const FULL: Size = { scaleDownBy: 1, isWhole: false };

export type WholePictureOptions = {
  /** The sender of the picture; undefined while there is none. */
  readonly sender: () => RTCRtpSender | undefined;
  readonly error: (error: unknown) => void;
};

export class WholePicture {
  readonly #options: WholePictureOptions;
  #paceTimer: ReturnType<typeof setTimeout> | undefined;
  #sizeTimer: ReturnType<typeof setTimeout> | undefined;
  #isAskedAgain = false;
  /** What is to be set next; null when nothing is. */
  #wanted: Size | null = null;
  #isSetting = false;

  constructor(options: WholePictureOptions) {
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
    this.#sizeTimer = setTimeout(() => this.#set(FULL), SMALL_PICTURE_MS);
    this.#set(SMALL);
  }

  close(): void {
    clearTimeout(this.#paceTimer);
    clearTimeout(this.#sizeTimer);
    this.#wanted = null;
  }

  #set(size: Size): void {
    // One that was asked for and has not left must not be lost to a change of size.
    this.#wanted = { ...size, isWhole: size.isWhole || (this.#wanted?.isWhole ?? false) };
    if (!this.#isSetting) void this.#apply();
  }

  /** One after another: a browser refuses to set parameters while it is setting others. */
  async #apply(): Promise<void> {
    this.#isSetting = true;
    for (let size = this.#wanted; size !== null; size = this.#wanted) {
      this.#wanted = null;
      try {
        const sender = this.#options.sender();
        if (sender !== undefined && sender.track !== null) await scale(sender, size);
      } catch (error) {
        this.#options.error(error);
      }
    }
    this.#isSetting = false;
  }
}

/** Sets the size of what is sent; `isWhole` asks for a key frame, which only Chromium takes as a request. */
async function scale(sender: RTCRtpSender, { scaleDownBy, isWhole }: Size): Promise<void> {
  const parameters = sender.getParameters();
  for (const encoding of parameters.encodings) encoding.scaleResolutionDownBy = scaleDownBy;
  // W3C webrtc-extensions `#dom-rtcsetparameteroptions`; not in the DOM types yet, ignored where it is unknown.
  const options = { encodingOptions: parameters.encodings.map(() => ({ keyFrame: isWhole })) };
  await sender.setParameters(parameters, options as RTCSetParameterOptions);
}
