/**
 * The own camera and microphone: opened when a call needs them, closed as soon as none does. Missing, refused or busy
 * devices are problems to show, never errors: a call goes on with what there is. Knows nothing of connections, which
 * learn of new tracks through `onChange`.
 */

import { attempt, insist } from "./attempt.ts";
import type { MediaKind, Tracks } from "./connection.ts";
import type { LocalMedia, MediaProblem } from "./state.ts";

type Problems = Record<MediaKind, MediaProblem | null>;

const CONSTRAINTS: Record<MediaKind, MediaTrackConstraints> = {
  audio: { echoCancellation: true, noiseSuppression: true, autoGainControl: true },
  video: { width: { ideal: 1280 }, height: { ideal: 720 }, facingMode: "user" },
};
const PERMISSION_NAMES: Record<MediaKind, PermissionName> = {
  audio: "microphone" as PermissionName,
  video: "camera" as PermissionName,
};

export class Media {
  readonly #onChange: (media: LocalMedia) => void;
  #tracks: Record<MediaKind, MediaStreamTrack | null> = { audio: null, video: null };
  #problems: Problems = { audio: null, video: null };
  #isMuted = false;
  #isCameraOn = true;
  #isOpen = false;
  /** Counts openings and closings: a device that opens after its call has ended must close again at once. */
  #generation = 0;

  constructor(onChange: (media: LocalMedia) => void) {
    this.#onChange = onChange;
  }

  get tracks(): Tracks {
    return { ...this.#tracks };
  }

  /** What the other end can expect to receive. */
  get state(): { audio: boolean; video: boolean } {
    return { audio: this.#tracks.audio !== null && !this.#isMuted, video: this.#tracks.video !== null };
  }

  get wantsVideo(): boolean {
    return this.#isCameraOn;
  }

  /** Opens the microphone and, if asked, the camera, as far as there are any. Never throws. */
  async open({ video }: { video: boolean }): Promise<void> {
    this.#isOpen = true;
    if (!video) await this.setCameraOn(false); // A camera that was open for something else closes.
    this.#isCameraOn = video;
    await this.#openKinds(video ? ["audio", "video"] : ["audio"]);
  }

  /** Stops every track, so that the camera's light goes out, and forgets problems and switches. */
  close(): void {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    this.#generation++;
    const tracks = Object.values(this.#tracks);
    this.#tracks = { audio: null, video: null };
    for (const track of tracks) stop(track);
    this.#problems = { audio: null, video: null };
    this.#isMuted = false;
    this.#isCameraOn = true;
    this.#publish();
  }

  /** Tries again what was not there: a headset may just have been plugged in. */
  async retry(): Promise<void> {
    if (!this.#isOpen) return;
    const missing = [this.#problems.audio && "audio", this.#problems.video && this.#isCameraOn && "video"];
    await this.#openKinds(missing.filter((kind) => kind === "audio" || kind === "video"));
  }

  setMuted(isMuted: boolean): void {
    this.#isMuted = isMuted;
    const { audio } = this.#tracks;
    if (audio !== null) insist("mute", () => void (audio.enabled = !this.#isMuted));
    this.#publish();
  }

  /** Opens the camera, or closes it: off means off, not black. */
  async setCameraOn(isCameraOn: boolean): Promise<void> {
    if (!this.#isOpen) return; // A click that came as the call ended.
    this.#isCameraOn = isCameraOn;
    if (isCameraOn) return await this.#openKinds(["video"]);
    stop(this.#tracks.video);
    this.#tracks.video = null;
    this.#problems.video = null;
    this.#publish();
  }

  async #openKinds(kinds: MediaKind[]): Promise<void> {
    const generation = this.#generation;
    const missing = kinds.filter((kind) => this.#tracks[kind] === null);
    if (missing.length === 0) return;
    const { tracks, problems } = await requestTracks(missing);
    for (const kind of missing) {
      const track = tracks[kind] ?? null;
      const isUnwanted = generation !== this.#generation || this.#tracks[kind] !== null ||
        (kind === "video" && !this.#isCameraOn);
      if (isUnwanted) {
        stop(track);
        continue;
      }
      this.#tracks[kind] = track;
      this.#problems[kind] = problems[kind] ?? null;
      if (track === null) continue;
      if (kind === "audio") insist("mute", () => void (track.enabled = !this.#isMuted));
      attempt("watch a device", () => track.onended = () => this.#handleEnded(kind, track));
    }
    if (generation === this.#generation) this.#publish();
  }

  /** The device was unplugged, or its permission taken back. */
  #handleEnded(kind: MediaKind, track: MediaStreamTrack): void {
    if (this.#tracks[kind] !== track) return;
    this.#tracks[kind] = null;
    this.#problems[kind] = "not-found";
    this.#publish();
  }

  #publish(): void {
    const { audio, video } = this.#tracks;
    const tracks = [audio, video].filter((track) => track !== null);
    attempt("show the devices", () =>
      this.#onChange({
        stream: tracks.length === 0 ? null : new MediaStream(tracks),
        isMuted: this.#isMuted,
        isCameraOn: this.#isCameraOn && this.#problems.video === null,
        audioProblem: this.#problems.audio,
        videoProblem: this.#problems.video,
      }));
  }
}

/** Stops a device, whatever else fails. */
function stop(track: MediaStreamTrack | null): void {
  if (track !== null) insist("stop a device", () => track.stop());
}

type Opened = { tracks: Partial<Record<MediaKind, MediaStreamTrack>>; problems: Partial<Problems> };

/** Asks for all kinds at once, so that the person is asked once; then for each alone, as far as that can help. */
async function requestTracks(kinds: MediaKind[]): Promise<Opened> {
  if (navigator.mediaDevices === undefined) {
    const problem: MediaProblem = isSecureContext ? "failed" : "insecure";
    return { tracks: {}, problems: Object.fromEntries(kinds.map((kind) => [kind, problem])) };
  }
  let stream: MediaStream | null = null;
  try {
    const constraints = Object.fromEntries(kinds.map((kind) => [kind, CONSTRAINTS[kind]]));
    stream = await navigator.mediaDevices.getUserMedia(constraints);
    return { tracks: Object.fromEntries(stream.getTracks().map((track) => [track.kind, track])), problems: {} };
  } catch (error) {
    insist("stop what was opened", () => stream?.getTracks().forEach(stop));
    const problem = readProblem(error);
    const [only, ...others] = kinds;
    if (only !== undefined && others.length === 0) return { tracks: {}, problems: { [only]: problem } };
    const opened = await Promise.all(kinds.map((kind) => requestAlone(kind, problem)));
    return {
      tracks: Object.assign({}, ...opened.map(({ tracks }) => tracks)),
      problems: Object.assign({}, ...opened.map(({ problems }) => problems)),
    };
  }
}

/** Asks for one kind after the request for all has failed; whoever has just said no is not asked again. */
async function requestAlone(kind: MediaKind, problem: MediaProblem): Promise<Opened> {
  if (problem === "denied" && !await isGranted(kind)) return { tracks: {}, problems: { [kind]: problem } };
  return await requestTracks([kind]);
}

async function isGranted(kind: MediaKind): Promise<boolean> {
  try {
    return (await navigator.permissions.query({ name: PERMISSION_NAMES[kind] })).state === "granted";
  } catch {
    return false; // This browser does not tell (Firefox before 132); the joint answer stands for both.
  }
}

/** Reads the error of getUserMedia (W3C mediacapture-main `#dom-mediadevices-getusermedia`). */
function readProblem(error: unknown): MediaProblem {
  switch (error instanceof DOMException ? error.name : "") {
    case "NotAllowedError":
    case "SecurityError":
      return "denied";
    case "NotFoundError":
    case "OverconstrainedError":
      return "not-found";
    case "NotReadableError":
    case "AbortError":
      return "in-use";
    default:
      return "failed";
  }
}
