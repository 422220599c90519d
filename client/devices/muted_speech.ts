/**
 * Tells when somebody speaks who is muted: loud enough for long enough to be speech, and said once in a while, not with
 * each word. Pure; fed with a microphone's levels.
 */

/** From this level on it may be speech. */
export const SPEECH_LEVEL = 0.35;
/** Of so many readings so many must be that loud: a cough is not. */
export const READINGS = 10;
export const LOUD_MIN = 3;
/** How long it is said, and how long after that it is not said again, in milliseconds. */
export const SAID_MS = 5_000;
export const QUIET_MS = 15_000;

export type MutedSpeech = {
  /** The latest readings, whether each was loud. */
  readonly readings: readonly boolean[];
  /** When it was said last. */
  readonly saidAtMs: number;
  readonly isSaid: boolean;
};

export const NO_SPEECH: MutedSpeech = { readings: [], saidAtMs: -Infinity, isSaid: false };

export function hearLevel(speech: MutedSpeech, level: number, nowMs: number): MutedSpeech {
  const readings = [...speech.readings, level >= SPEECH_LEVEL].slice(-READINGS);
  const sinceMs = nowMs - speech.saidAtMs;
  const isDue = sinceMs >= SAID_MS + QUIET_MS && readings.filter(Boolean).length >= LOUD_MIN;
  if (isDue) return { readings: [], saidAtMs: nowMs, isSaid: true };
  return { ...speech, readings, isSaid: speech.isSaid && sinceMs < SAID_MS };
}
