/** What tests ask of a person at a browser, whichever browser it is, and the instruments set up in each page. */

export type MediaProgress = { readonly framesDecoded: number; readonly audioEnergy: number };

export interface Person {
  /** Waits until the page is registered and returns the own ID as it is shown. */
  readId(): Promise<string>;
  /** Presses the button of that accessible name. */
  press(name: string): Promise<void>;
  call(idOrLink: string): Promise<void>;
  /** Waits for the incoming call's dialog. */
  seeRinging(): Promise<void>;
  /** Waits for the live region to say this. */
  see(text: string | RegExp): Promise<void>;
  /** What the page has received so far, over all its connections. */
  readMedia(): Promise<MediaProgress>;
  evaluate<T>(expression: string): Promise<T>;
  waitUntil(expression: string): Promise<void>;
}

/**
 * Runs in each page before its own scripts: keeps hold of the peer connections, to ask them for what they received
 * (W3C webrtc-stats `#dom-rtcinboundrtpstreamstats`), and counts the requests for devices and the sockets.
 */
export const INSTRUMENTS = `
  globalThis.instruments = {
    connections: [],
    mediaRequests: 0,
    tracks: [],
    candidates: [],
    /** By connection: what it had received when it was last asked; one that closed keeps that. */
    received: new Map(),
    async readMedia() {
      for (const connection of this.connections) {
        if (connection.connectionState === "closed") continue;
        let framesDecoded = 0, audioEnergy = 0;
        for (const stats of (await connection.getStats()).values()) {
          if (stats.type !== "inbound-rtp") continue;
          framesDecoded += stats.framesDecoded ?? 0;
          audioEnergy += stats.totalAudioEnergy ?? 0;
        }
        this.received.set(connection, { framesDecoded, audioEnergy });
      }
      const all = [...this.received.values()];
      const sum = (key) => all.reduce((total, received) => total + received[key], 0);
      return { framesDecoded: sum("framesDecoded"), audioEnergy: sum("audioEnergy") };
    },
    /**
     * From now on counts the pictures that are shown, and looks ten times a second at how much sound there was; keeps
     * the longest time without anything new.
     */
    watchMedia() {
      clearInterval(this.watch);
      const now = performance.now();
      const seen = this.seen = { startedAt: now, energy: 0, frameAt: now, soundAt: now };
      const gaps = this.gaps = { frames: 0, sound: 0 };
      const video = document.querySelector("[aria-label='Remote video']");
      const handleFrame = () => {
        if (seen !== this.seen) return;
        seen.frameAt = performance.now();
        video.requestVideoFrameCallback(handleFrame);
      };
      video.requestVideoFrameCallback(handleFrame);
      this.watch = setInterval(async () => {
        const { audioEnergy } = await this.readMedia();
        const now = performance.now();
        gaps.frames = Math.max(gaps.frames, now - seen.frameAt);
        gaps.sound = Math.max(gaps.sound, now - seen.soundAt);
        if (audioEnergy > seen.energy) { seen.energy = audioEnergy; seen.soundAt = now; }
      }, 100);
    },
    findButton(name) {
      return [...document.querySelectorAll("button")].find((button) => (button.ariaLabel ?? button.textContent.trim()) === name);
    },
    get liveTracks() { return this.tracks.filter((track) => track.readyState === "live").map((track) => track.kind); },
  };
  // A frame within the page has a RTCPeerConnection of its own.
  const shared = globalThis === globalThis.top ? instruments : globalThis.top.instruments;
  if (globalThis.RTCPeerConnection) globalThis.RTCPeerConnection = class extends RTCPeerConnection {
    constructor(...parameters) {
      super(...parameters);
      if (parameters.length === 0) return; // The page only asks whether there can be one.
      shared.connections.push(this);
      this.addEventListener("icecandidate", ({ candidate }) => candidate?.port && shared.candidates.push(candidate));
    }
  };
  if (navigator.mediaDevices) {
    const getUserMedia = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
    // A small picture is as good as a large one to nearly all tests, and costs a fraction of it to encode and to draw.
    const shrink = (video) => ({ ...Object(video), width: { ideal: 320 }, height: { ideal: 180 } });
    navigator.mediaDevices.getUserMedia = async (constraints) => {
      instruments.mediaRequests++;
      // What a camera is to read must be sharp.
      const isSmall = constraints?.video && constraints.audio !== undefined && !globalThis.hasWholeCamera;
      const stream = await getUserMedia(isSmall ? { ...constraints, video: shrink(constraints.video) } : constraints);
      instruments.tracks.push(...stream.getTracks());
      return stream;
    };
  }
`;

/** Longer than anything takes where there is much else to do: how soon it must be is for each test to measure. */
export const PATIENCE_MS = 40_000;

/** Most of it that an error quotes. */
const PAGE_LENGTH_MAX = 600;

/**
 * Asks the page until the expression is true. The drivers' own waiting evaluates inside the page, which its Content
 * Security Policy forbids, and the policy stays on in tests.
 */
export async function pollUntil(person: Person, expression: string): Promise<void> {
  const deadline = performance.now() + PATIENCE_MS;
  while (!await person.evaluate(expression)) {
    if (performance.now() > deadline) {
      throw new Error(`Never came true: ${expression}; the page says: ${await readPage(person)}`);
    }
    await person.evaluate("new Promise((resolve) => setTimeout(resolve, 20))");
  }
}

/** What the page shows and its connections are, for who has to find out why it is not what it should be. */
async function readPage(person: Person): Promise<string> {
  const text = await person.evaluate<string>(`[
    location.href, document.readyState, document.body.innerText,
    ...(globalThis.instruments?.connections ?? []).map((each) =>
      [each.connectionState, each.signalingState, globalThis.former?.includes(each) ? "former" : ""].join("/")),
  ].join(" ")`);
  return text.replaceAll(/\s+/g, " ").slice(0, PAGE_LENGTH_MAX);
}

/**
 * Asserts that decoded frames and audio energy grow, second by second.
 *
 * @throws if a second passes without either
 */
export async function assertMediaFlows(person: Person, { seconds }: { seconds: number }): Promise<void> {
  await person.waitUntil("instruments.readMedia().then((media) => media.framesDecoded > 0 && media.audioEnergy > 0)");
  let before = await person.readMedia();
  for (let second = 1; second <= seconds; second++) {
    // The page's own clock paces the readings: growth over a second of the call is what is asserted.
    await person.evaluate("new Promise((resolve) => setTimeout(resolve, 1_000))");
    const now = await person.readMedia();
    if (now.framesDecoded <= before.framesDecoded) throw new Error(`No frame was decoded in second ${second}`);
    if (now.audioEnergy <= before.audioEnergy) throw new Error(`No sound was heard in second ${second}`);
    before = now;
  }
}

/** Calls and accepts; resolves when both are told that they are connected. */
export async function connect(caller: Person, callee: Person): Promise<void> {
  await caller.call(await callee.readId());
  await callee.seeRinging();
  await callee.press("Accept");
  await Promise.all([caller, callee].map((person) => person.see("Connected with")));
}

/** The same, but the callee takes it without a picture of their own, where none is looked at. */
export async function connectWithoutPicture(caller: Person, callee: Person): Promise<void> {
  await caller.call(await callee.readId());
  await callee.seeRinging();
  await callee.press("Accept without video");
  await Promise.all([caller, callee].map((person) => person.see("Connected with")));
}

/** Plays a call: both see and hear each other for some seconds, the caller hangs up, the callee is told. */
export async function playCall(caller: Person, callee: Person, { seconds }: { seconds: number }): Promise<void> {
  await connect(caller, callee);
  await Promise.all([caller, callee].map((person) => assertMediaFlows(person, { seconds })));
  await caller.press("Hang up");
  await callee.see("Call ended");
}
