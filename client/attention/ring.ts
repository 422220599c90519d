/**
 * What a call does beside its screen: it rings at both ends, vibrates the phone, and keeps the screen on. The sound is
 * made with Web Audio, so nothing is fetched. A browser that allows no sound before the first click stays silent.
 */

import { signal } from "@preact/signals";
import { attempt } from "../bounds/attempt.ts";
import type { CallView } from "../conversation/call_views.ts";

export type Pattern = {
  readonly notes: readonly { readonly hz: number; readonly atMs: number; readonly forMs: number }[];
  readonly everyMs: number;
  /** How each note sounds: held, unless it is struck and fades. */
  readonly wave?: OscillatorType;
  readonly isStruck?: true;
};

export const RING: Pattern = {
  notes: [{ hz: 660, atMs: 0, forMs: 350 }, { hz: 880, atMs: 400, forMs: 350 }, { hz: 660, atMs: 800, forMs: 350 }],
  everyMs: 2_800,
};
/** Somebody else calls whom the person knows: short and seldom, since it is heard beside a voice. */
const KNOCK: Pattern = {
  notes: [{ hz: 520, atMs: 0, forMs: 120 }, { hz: 520, atMs: 180, forMs: 120 }],
  everyMs: 7_000,
};
const RINGBACK: Pattern = { notes: [{ hz: 425, atMs: 0, forMs: 900 }], everyMs: 4_000 };

/** The tone of calls that come in; another once what the person has chosen is there. */
export const ringTone = signal(RING);

export class Ring {
  readonly #speakerId: () => string;
  #pattern: Pattern | null = null;
  #audio: AudioContext | null = null;
  #timer: ReturnType<typeof setInterval> | undefined;
  #wakeLock: Promise<WakeLockSentinel | null> | null = null;

  /** @param speakerId which speaker all sound goes to; empty for the system's */
  constructor(speakerId: () => string) {
    this.#speakerId = speakerId;
  }

  /**
   * Rings, stops ringing, and holds the screen awake, as the call on the screen asks for. Only the person hears any of it.
   *
   * @param waiting who calls beside it; strangers do so without a sound, and so do all while nobody is to disturb
   */
  follow(call: CallView | null, waiting: readonly Pick<CallView, "isStranger" | "isQuiet">[]): void {
    const isRingback = call?.phase === "outgoing" && call.isRinging;
    const knocks = waiting.some(({ isStranger, isQuiet }) => !isStranger && !isQuiet);
    const beside = knocks && call?.connectedAtMs ? KNOCK : null;
    const rings = call?.phase === "incoming" && !call.isQuiet;
    attempt("ring", () => this.#play(rings ? ringTone.peek() : isRingback ? RINGBACK : beside));
    attempt("keep the screen on", () => this.#keepAwake(call !== null && call.phase !== "ended"));
  }

  #play(pattern: Pattern | null): void {
    if (pattern === this.#pattern) return;
    this.#pattern = pattern;
    clearInterval(this.#timer);
    if (this.#audio !== null) this.#audio.onstatechange = null;
    const before = this.#audio;
    attempt("stop ringing", () => before?.close());
    this.#audio = null;
    if (pattern === null) return void navigator.vibrate?.(0);
    const audio = this.#audio = openAudio(this.#speakerId());
    const play = () => {
      if (audio.state === "running") playNotes(audio, pattern);
      const isRing = pattern !== RINGBACK && pattern !== KNOCK;
      if (isRing && navigator.userActivation?.hasBeenActive) navigator.vibrate?.([400, 200, 400]);
    };
    audio.onstatechange = play; // Also when a first click allows sound while it rings.
    this.#timer = setInterval(play, pattern.everyMs);
  }

  #keepAwake(isNeeded: boolean): void {
    if (isNeeded === (this.#wakeLock !== null)) return;
    if (isNeeded) {
      this.#requestWakeLock();
      document.addEventListener("visibilitychange", this.#requestWakeLock);
      return;
    }
    document.removeEventListener("visibilitychange", this.#requestWakeLock);
    const before = this.#wakeLock;
    this.#wakeLock = null;
    attempt("let the screen go off", () => before?.then((lock) => lock?.release()));
  }

  /** The browser takes the lock away from a page that is hidden (W3C screen-wake-lock `#handling-document-loss-of-visibility`). */
  readonly #requestWakeLock = () => {
    // Refused on low battery or in a hidden tab; the call does not depend on it.
    this.#wakeLock = navigator.wakeLock?.request("screen").catch(() => null) ?? Promise.resolve(null);
  };
}

/** Opens a way for sound to the chosen speaker, where the browser lets one choose; else to the system's. */
export function openAudio(speakerId: string): AudioContext {
  const audio: AudioContext & { setSinkId?: (deviceId: string) => Promise<void> } = new AudioContext();
  // One that has just gone is refused, and the system's is heard.
  if (speakerId !== "") attempt("ring at the speaker", () => audio.setSinkId?.(speakerId));
  return audio;
}

/** Plays a pattern once. */
export function playNotes(audio: AudioContext, { notes, wave = "sine", isStruck }: Pattern): void {
  for (const { hz, atMs, forMs } of notes) {
    const start = audio.currentTime + atMs / 1_000;
    const end = start + forMs / 1_000;
    const gain = new GainNode(audio, { gain: 0 });
    gain.gain.linearRampToValueAtTime(0.08, start + (isStruck ? 0.005 : 0.02));
    if (!isStruck) gain.gain.setValueAtTime(0.08, end - 0.08);
    gain.gain.linearRampToValueAtTime(0, end);
    gain.connect(audio.destination);
    const tone = new OscillatorNode(audio, { frequency: hz, type: wave });
    tone.connect(gain);
    tone.start(start);
    tone.stop(end);
  }
}
