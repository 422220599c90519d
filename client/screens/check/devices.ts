/**
 * The check's ears and voice: how loud the microphone is, and a tone on the speaker.
 *
 * Camera and microphone themselves are opened by `Media`, as in a call. Knows no rows and no sentences.
 */

/** Quieter than this, as the peak of a wave of 0 to 1, is a microphone that hears nobody. */
export const SILENCE_PEAK_MAX = 0.01;

const TONE_MS = 1_200;
const TONE_HERTZ = [523.25, 659.25];
/** How long a browser may take to let sound start, in milliseconds. */
const SOUND_START_MS = 1_000;

export type LevelWatch = {
  /** False where the browser gives no sound to measure: without any speaker (Firefox), or where it plays none. */
  isMeasuring(): boolean;
  stop(): void;
};

/** Reports the peak of each moment, 0 to 1, until it is stopped. */
export function watchLevel(track: MediaStreamTrack, onPeak: (peak: number) => void): LevelWatch {
  const context = new AudioContext();
  const analyser = context.createAnalyser();
  context.createMediaStreamSource(new MediaStream([track])).connect(analyser);
  const samples = new Float32Array(analyser.fftSize);
  const timer = setInterval(() => {
    analyser.getFloatTimeDomainData(samples);
    onPeak(samples.reduce((peak, sample) => Math.max(peak, Math.abs(sample)), 0));
  }, 40);
  return {
    isMeasuring: () => context.state === "running",
    stop() {
      clearInterval(timer);
      void context.close();
    },
  };
}

/** Plays two notes, and tells whether the browser let them sound. */
export async function playTone(): Promise<boolean> {
  const context = new AudioContext();
  try {
    await Promise.race([context.resume(), new Promise((resolve) => setTimeout(resolve, SOUND_START_MS))]);
    if (context.state !== "running") return false;
    const gain = context.createGain();
    gain.connect(context.destination);
    const startS = context.currentTime;
    const noteS = TONE_MS / 1_000 / TONE_HERTZ.length;
    for (const [index, hertz] of TONE_HERTZ.entries()) {
      const oscillator = context.createOscillator();
      oscillator.frequency.value = hertz;
      oscillator.connect(gain);
      const atS = startS + index * noteS;
      gain.gain.setValueAtTime(0.0001, atS);
      gain.gain.exponentialRampToValueAtTime(0.25, atS + 0.03); // A sudden start or end would click.
      gain.gain.exponentialRampToValueAtTime(0.0001, atS + noteS);
      oscillator.start(atS);
      oscillator.stop(atS + noteS);
    }
    await new Promise((resolve) => setTimeout(resolve, TONE_MS));
    return true;
  } finally {
    void context.close();
  }
}
