/** A short sound by which one hears which speaker is in use. It is made here, so that nothing is fetched. */

import { speakerId } from "../../../model/state.ts";

const NOTES_HZ = [523, 659, 784];
const NOTE_SECONDS = 0.22;

/** Plays it through the chosen speaker; resolves when it is over. */
export async function playTestSound(): Promise<void> {
  const audio = new AudioContext();
  const element = new Audio();
  try {
    const output = new MediaStreamAudioDestinationNode(audio);
    element.srcObject = output.stream;
    await element.setSinkId?.(speakerId.peek());
    await element.play();
    const start = audio.currentTime + 0.1;
    const ended = NOTES_HZ.map((frequency, index) => {
      const [from, until] = [start + index * NOTE_SECONDS, start + (index + 1) * NOTE_SECONDS];
      const gain = new GainNode(audio, { gain: 0 });
      gain.gain.setTargetAtTime(0.2, from, 0.01);
      gain.gain.setTargetAtTime(0, until - 0.06, 0.02);
      gain.connect(output);
      const tone = new OscillatorNode(audio, { frequency });
      tone.connect(gain);
      tone.start(from);
      tone.stop(until);
      return new Promise((resolve) => tone.onended = resolve);
    });
    await Promise.all(ended);
  } finally {
    element.srcObject = null; // Else the browser keeps it.
    await audio.close();
  }
}
