/**
 * Sound and pictures to measure calls by: something like speech, since a codec treats a mere tone otherwise (Opus mends
 * what is lost in its speech mode alone), and a picture of 720p that moves, since a still one costs nothing to send.
 * Both are the same in every run.
 */

const SAMPLE_RATE = 48_000;
const SPEECH_SECONDS = 20;
const FRAMES = 30;
/** Of the picture, where it is what is measured; and where it only has to be there. */
export const SIZES = { whole: [1280, 720], half: [640, 360], small: [320, 180] } as const;
export type Size = keyof typeof SIZES;

/** A generator of numbers from 0 to 1, the same each time (Marsaglia's xorshift). */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}

/** Syllables: a voice whose pitch and vowels change, a breath of noise at their begin, and pauses between words. */
function createSpeech(): Int16Array<ArrayBuffer> {
  const random = createRandom(7);
  const samples = new Int16Array(SAMPLE_RATE * SPEECH_SECONDS);
  let at = 0;
  while (at < samples.length) {
    const length = Math.floor(SAMPLE_RATE * (0.12 + 0.18 * random()));
    const pitch = 95 + 60 * random();
    const formants = [300 + 500 * random(), 900 + 1_300 * random(), 2_300 + 700 * random()];
    let phase = 0;
    for (let index = 0; index < length && at + index < samples.length; index++) {
      const share = index / length;
      const envelope = Math.sin(Math.PI * Math.min(1, share * 1.4)) ** 0.7;
      phase += 2 * Math.PI * pitch * (1 + 0.08 * Math.sin(3 * share)) / SAMPLE_RATE;
      let voice = 0;
      for (let harmonic = 1; harmonic * pitch < 3_800; harmonic++) {
        const frequency = harmonic * pitch;
        const gain = formants.reduce((sum, formant) => sum + 1 / (1 + ((frequency - formant) / 130) ** 2), 0.02);
        voice += gain * Math.sin(harmonic * phase) / harmonic ** 0.6;
      }
      const breath = share < 0.2 ? (random() - 0.5) * (1 - share / 0.2) : 0;
      samples[at + index] = Math.round(9_000 * envelope * (0.35 * voice + 0.5 * breath));
    }
    at += length + (random() < 0.25 ? Math.floor(SAMPLE_RATE * 0.25 * random()) : 0);
  }
  return samples;
}

/** Writes the sound as a WAV file (RIFF, 16 bits, one channel). */
async function writeSpeech(path: string): Promise<void> {
  const samples = createSpeech();
  const header = new DataView(new ArrayBuffer(44));
  const text = (offset: number, value: string) =>
    [...value].forEach((letter, index) => header.setUint8(offset + index, letter.charCodeAt(0)));
  text(0, "RIFF");
  header.setUint32(4, 36 + samples.byteLength, true);
  text(8, "WAVEfmt ");
  header.setUint32(16, 16, true);
  header.setUint16(20, 1, true);
  header.setUint16(22, 1, true);
  header.setUint32(24, SAMPLE_RATE, true);
  header.setUint32(28, SAMPLE_RATE * 2, true);
  header.setUint16(32, 2, true);
  header.setUint16(34, 16, true);
  text(36, "data");
  header.setUint32(40, samples.byteLength, true);
  await Deno.writeFile(path, new Uint8Array([...new Uint8Array(header.buffer)]));
  await Deno.writeFile(path, new Uint8Array(samples.buffer), { append: true });
}

/** Writes the picture as Y4M: a head and shoulders that sway before a room, with grain that no encoder can foresee. */
async function writePicture(path: string, [width, height]: readonly [number, number]): Promise<void> {
  const random = createRandom(11);
  const grain = Uint8Array.from({ length: 65_536 }, () => Math.floor(5 * random()));
  using file = await Deno.open(path, { write: true, create: true, truncate: true });
  const write = async (bytes: Uint8Array) => {
    for (let at = 0; at < bytes.length;) at += await file.write(bytes.subarray(at));
  };
  await write(new TextEncoder().encode(`YUV4MPEG2 W${width} H${height} F30:1 Ip A1:1 C420\n`));
  const chroma = new Uint8Array(width * height / 2);
  const luma = new Uint8Array(width * height);
  for (let frame = 0; frame < FRAMES; frame++) {
    const turn = 2 * Math.PI * frame / FRAMES;
    const [headX, headY] = [width / 2 + 60 * Math.sin(turn), height * 0.4 + 14 * Math.cos(2 * turn)];
    for (let y = 0; y < height; y++) {
      for (let x = 0; x < width; x++) {
        const isHead = ((x - headX) / 150) ** 2 + ((y - headY) / 200) ** 2 < 1;
        const isBody = ((x - headX * 0.7 - width * 0.15) / 330) ** 2 + ((y - height) / 230) ** 2 < 1;
        const wall = 70 + 40 * Math.sin(x / 90) * Math.cos(y / 70);
        const light = isHead ? 170 + 25 * Math.sin(x / 19) : isBody ? 120 + 18 * Math.sin((x + y) / 11) : wall;
        luma[y * width + x] = light + (grain[(x * 31 + y * 97 + frame * 7_919) & 65_535] ?? 0);
      }
    }
    chroma.fill(118, 0, chroma.length / 2);
    chroma.fill(140, chroma.length / 2);
    await write(new TextEncoder().encode("FRAME\n"));
    await write(luma);
    await write(chroma);
  }
}

/** Writes both into a folder, and returns what has Chromium take them for its microphone and its camera. */
export async function createMedia(folder: string, size: Size): Promise<readonly string[]> {
  const [sound, picture] = [`${folder}/speech.wav`, `${folder}/picture.y4m`];
  await Promise.all([writeSpeech(sound), writePicture(picture, SIZES[size])]);
  return [`--use-file-for-fake-audio-capture=${sound}`, `--use-file-for-fake-video-capture=${picture}`];
}
