/** Rings once, for the person to hear what a call will sound like, and finds out whether the browser lets it sound. */

import { openAudio, playNotes, ringTone } from "../../attention/ring.ts";
import { lengthOf } from "./tones.ts";

/** How long a browser may take to begin, in milliseconds. */
const BEGIN_MS = 1_500;

export class TestRing {
  #audio: AudioContext | null = null;

  /** Rings at the speaker; false if the browser does not let it sound. */
  async play(speakerId: string): Promise<boolean> {
    this.stop();
    const audio = this.#audio = openAudio(speakerId);
    // Where it may not sound, this is not refused: it waits.
    await Promise.race([audio.resume(), wait(BEGIN_MS)]);
    if (audio !== this.#audio) return true; // Rung again meanwhile, or over.
    if (audio.state !== "running") {
      this.stop();
      return false;
    }
    const pattern = ringTone.peek();
    playNotes(audio, pattern);
    void wait(lengthOf(pattern)).then(() => audio === this.#audio && this.stop());
    return true;
  }

  stop(): void {
    void this.#audio?.close();
    this.#audio = null;
  }
}

function wait(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
