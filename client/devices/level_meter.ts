/**
 * How loud a microphone is, ten times a second, also while it is muted: a muted track is silent itself, so that a copy is
 * listened to, which goes nowhere. Runs only while somebody looks.
 */

import { attempt, insist } from "../bounds/attempt.ts";

const EVERY_MS = 100;
/** Nearly all that there is from one reading to the next. */
const SAMPLES = 4_096;
/** What counts as silence and as loud, in decibels below the loudest there is. */
const [QUIET_DB, LOUD_DB] = [-60, -12];

/** From 0 to 1, as people hear it and not as it is measured. */
export function levelOf(samples: Float32Array): number {
  const meanSquare = samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length;
  const decibels = 10 * Math.log10(meanSquare + 1e-12);
  return Math.min(1, Math.max(0, (decibels - QUIET_DB) / (LOUD_DB - QUIET_DB)));
}

/** Reports the level of a track until it is told to stop; then, or when the track ends, nothing listens any more. */
export function watchLevel(track: MediaStreamTrack, report: (level: number) => void): () => void {
  const copy = track.enabled ? null : track.clone();
  if (copy !== null) copy.enabled = true;
  const audio = new AudioContext();
  const analyser = new AnalyserNode(audio, { fftSize: SAMPLES });
  new MediaStreamAudioSourceNode(audio, { mediaStream: new MediaStream([copy ?? track]) }).connect(analyser);
  const samples = new Float32Array(SAMPLES);
  const timer = setInterval(() => {
    if (track.readyState === "ended") return stop();
    if (document.visibilityState !== "visible") return;
    analyser.getFloatTimeDomainData(samples);
    report(levelOf(samples));
  }, EVERY_MS);
  let isOver = false;
  function stop(): void {
    if (isOver) return;
    isOver = true;
    clearInterval(timer);
    if (copy !== null) insist("stop listening", () => copy.stop());
    attempt("stop listening", () => audio.close());
    report(0);
  }
  return stop;
}
