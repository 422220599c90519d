/**
 * The own camera and microphone: opened when a call or a look before one needs them, closed as soon as neither does. What
 * one has opened the other is handed as it is. Missing, refused or busy devices are troubles to show, never errors: a
 * call goes on with what there is. Runs two lives of `device.ts` on the browser's devices. Knows nothing of connections,
 * which learn of new tracks through `onChange`.
 */

import { attempt, insist } from "../bounds/attempt.ts";
import { DEVICES, type DeviceSource, type DeviceTracks, type MediaState, readMedia } from "./source.ts";
import {
  type Device,
  type DeviceEffect,
  type DeviceEvent,
  IDLE,
  isAskedFor,
  isAwaited,
  isSending,
  isSettled,
  stepDevice,
  troubleOf,
} from "./device.ts";
import { NO_WISHES, requestDevices, stop, type Wish, type Wishes } from "./device_request.ts";
import { followSigns, lookUp, type Sighting } from "./device_signs.ts";
import type { LocalMedia, MediaProblem } from "./local_media.ts";

/** What whoever chooses devices is told. */
export type DeviceWatch = {
  /** All devices that there are, each time that they are looked at. */
  found(devices: readonly MediaDeviceInfo[]): void;
  failed(source: DeviceSource, problem: MediaProblem): void;
};

/** Who needs the devices: calls, or the person who looks at themselves before one. */
export type MediaUser = "calls" | "preview";

const UNSEEN: Sighting = { deviceId: undefined, others: [] };

export class Media {
  readonly #onChange: (media: LocalMedia) => void;
  readonly #devices: Record<DeviceSource, Device> = { microphone: IDLE, camera: IDLE };
  readonly #tracks: Record<DeviceSource, MediaStreamTrack | null> = { microphone: null, camera: null };
  readonly #sightings: Record<DeviceSource, Sighting> = { microphone: UNSEEN, camera: UNSEEN };
  readonly #timers: Partial<Record<DeviceSource, ReturnType<typeof setTimeout>>> = {};
  /** The last request of each: an earlier one that fails says nothing of it. */
  readonly #requests: Record<DeviceSource, number> = { microphone: 0, camera: 0 };
  #wishes: Wishes = NO_WISHES;
  /** Null until the code that chooses is there. */
  watch: DeviceWatch | null = null;
  #waiting: (() => void)[] = [];
  #stream: MediaStream | null = null;
  #isMuted = false;
  #isCameraOn = true;
  readonly #users = new Set<MediaUser>();
  /** Open for calls that are all on hold, with no device on. */
  #isResting = false;

  constructor(onChange: (media: LocalMedia) => void) {
    this.#onChange = onChange;
    followSigns((sources, event) => this.#step(sources, event));
  }

  get tracks(): DeviceTracks {
    return { ...this.#tracks };
  }

  /** What the other end can expect to receive. */
  get state(): MediaState {
    const { microphone, camera } = this.#devices;
    const joining = !isSending(microphone) && (isAskedFor(microphone) || isAskedFor(camera));
    return readMedia({ audio: isSending(microphone) && !this.#isMuted, video: isSending(camera), joining });
  }

  get wantsVideo(): boolean {
    return this.#isCameraOn;
  }

  /** Whether the person has turned their camera off before a call. */
  get isHidden(): boolean {
    return this.#users.has("preview") && !this.#isCameraOn;
  }

  /**
   * Opens the microphone and, if asked, the camera, as far as there are any. Waits for the browser and the person's word
   * no longer than the last of `WAITS_MS`; what comes later is used all the same. Never throws. A camera that is open
   * for another call stays so.
   */
  async open({ video }: { video: boolean }, user: MediaUser = "calls"): Promise<void> {
    if (video || !this.#isOpen || this.#isResting) this.#isCameraOn = video;
    this.#users.add(user);
    this.#isResting = false;
    this.#step(video ? DEVICES : ["microphone"], { type: "wanted" });
    if (!this.#isSettled) await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }

  /** Once nobody else needs them: stops every track, so that the light goes out, and forgets problems and switches. */
  close(user: MediaUser = "calls"): void {
    if (!this.#users.delete(user) || this.#isOpen) return;
    this.#isResting = false;
    this.#isMuted = false;
    this.#isCameraOn = true;
    this.#step(DEVICES, { type: "unwanted" });
  }

  /**
   * Stops every track until `open` is called again, or leaves them off for calls that are on hold from the start; what is
   * muted or off stays so, and can be changed meanwhile.
   */
  rest(): void {
    this.#users.add("calls");
    if (this.#isResting || this.#users.size > 1) return;
    this.#isResting = true;
    this.#step(DEVICES, { type: "unwanted" });
  }

  /** Mutes the microphone, or turns it on again: one that was not there is tried once more. */
  setMuted(isMuted: boolean): void {
    if (!this.#isOpen) return; // A click that came as the call ended.
    this.#isMuted = isMuted;
    const { microphone } = this.#tracks;
    if (microphone !== null) insist("mute", () => void (microphone.enabled = !this.#isMuted));
    if (!isMuted && !this.#isResting) this.#step(["microphone"], { type: "wanted" });
    else this.#publish();
  }

  /** Opens the camera, or closes it: off means off, not black. */
  setCameraOn(isCameraOn: boolean): void {
    if (!this.#isOpen) return; // As above.
    this.#isCameraOn = isCameraOn;
    if (this.#isResting) return this.#publish();
    this.#step(["camera"], { type: isCameraOn ? "wanted" : "unwanted" });
  }

  /**
   * Uses another device from now on, also where one is in use. That goes on until the other has opened, unless both
   * cannot be open at once.
   *
   * @param isAsked whether the person has chosen it, and so may be asked for it by the browser
   */
  wish(source: DeviceSource, wish: Wish, { isAsked = false, isBeside = true } = {}): void {
    this.#wishes = { ...this.#wishes, [source]: wish };
    this.#step([source], { type: "chosen", isAsked, isBeside });
  }

  get #isOpen(): boolean {
    return this.#users.size > 0;
  }

  get #isSettled(): boolean {
    return DEVICES.every((source) => isSettled(this.#devices[source]));
  }

  #step(sources: readonly DeviceSource[], event: DeviceEvent): void {
    const before = { ...this.#devices };
    const wanted = sources.filter((source) => this.#advance(source, event));
    if (sources.every((source) => this.#devices[source] === before[source])) return; // Nothing to show.
    // Where the answer is known each is opened by itself: a camera that hangs must not hold up the microphone.
    const isKnown = (source: DeviceSource) => !["prompt", null].includes(this.#devices[source].permission);
    const together = wanted.filter((source) => !isKnown(source));
    for (const group of [together, ...wanted.filter(isKnown).map((source) => [source])]) {
      if (group.length > 0) attempt("open a device", () => this.#request(group));
    }
    this.#publish();
    if (!this.#isSettled) return;
    for (const resolve of this.#waiting.splice(0)) resolve();
  }

  /** Takes one device a step further, and tells whether it is to be asked for. */
  #advance(source: DeviceSource, event: DeviceEvent): boolean {
    const before = this.#devices[source];
    const [device, effects] = stepDevice(before, event);
    this.#devices[source] = device;
    if (device.phase !== before.phase) attempt("stop a timer", () => clearTimeout(this.#timers[source]));
    for (const effect of effects) attempt(`run ${effect.type}`, () => this.#run(source, effect));
    return effects.some(({ type }) => type === "request");
  }

  #run(source: DeviceSource, effect: DeviceEffect): unknown {
    switch (effect.type) {
      case "request":
        return; // Together with the other device, if that is asked for too.
      case "stop": {
        const track = this.#tracks[source];
        this.#tracks[source] = null;
        return stop(track);
      }
      case "look-up":
        return this.#lookUp(source);
      case "wait":
        clearTimeout(this.#timers[source]);
        this.#timers[source] = setTimeout(() => this.#step([source], { type: "time-up" }), effect.ms);
    }
  }

  async #lookUp(source: DeviceSource): Promise<void> {
    const track = this.#tracks[source];
    const { event, sighting, devices } = await lookUp(source, this.#sightings[source]);
    attempt("tell of the devices", () => this.watch?.found(devices));
    if (track !== this.#tracks[source]) return; // It was another one that was looked for.
    this.#sightings[source] = sighting;
    this.#step([source], event);
  }

  #request(sources: readonly DeviceSource[]): Promise<void> {
    const requests = sources.map((source) => [source, ++this.#requests[source]] as const);
    const numbers = new Map(requests);
    const wishes = this.#wishes;
    return requestDevices(sources, (source, answer) => {
      const isLatest = numbers.get(source) === this.#requests[source];
      if (!("problem" in answer)) this.#take(source, answer.track, isLatest || wishes[source] === this.#wishes[source]);
      else if (isLatest) this.#fail(source, answer.problem);
    }, wishes);
  }

  #fail(source: DeviceSource, problem: MediaProblem): void {
    this.#step([source], { type: "failed", problem });
    attempt("tell of a device", () => this.watch?.failed(source, problem));
  }

  /** @param isWished false for one in whose place another has been asked for meanwhile */
  #take(source: DeviceSource, track: MediaStreamTrack, isWished: boolean): void {
    if (!isWished) return stop(track);
    const before = this.#tracks[source];
    if (!isAwaited(this.#devices[source])) {
      stop(track); // The call has ended meanwhile, or another answer came first.
      return this.#step([source], { type: "opened", isSilenced: false });
    }
    this.#use(source, track);
    this.#step([source], { type: "opened", isSilenced: track.muted });
    stop(before); // Once calls send the other.
  }

  #use(source: DeviceSource, track: MediaStreamTrack): void {
    this.#tracks[source] = track;
    if (source === "microphone") insist("mute", () => void (track.enabled = !this.#isMuted));
    const report = (event: DeviceEvent) => {
      if (this.#tracks[source] !== track) return;
      if (event.type === "ended") this.#tracks[source] = null;
      this.#step([source], event);
    };
    attempt("watch a device", () => {
      track.onended = () => report({ type: "ended" });
      track.onmute = () => report({ type: "silenced", isSilenced: true });
      track.onunmute = () => report({ type: "silenced", isSilenced: false });
    });
    attempt("watch a device", () => this.#sightings[source] = { ...UNSEEN, deviceId: track.getSettings().deviceId });
  }

  #publish(): void {
    const audioProblem = troubleOf(this.#devices.microphone);
    const videoProblem = troubleOf(this.#devices.camera);
    attempt("show the devices", () =>
      this.#onChange({
        stream: this.#updateStream(),
        isMuted: this.#isMuted,
        isCameraOn: this.#isCameraOn && (videoProblem === null || videoProblem === "starting"),
        audioProblem,
        videoProblem,
      }));
  }

  /** The stream of the tracks there are: another one whenever they change, so that elements take it. */
  #updateStream(): MediaStream | null {
    const tracks = DEVICES.map((source) => this.#tracks[source]).filter((track) => track !== null);
    const shown = this.#stream?.getTracks() ?? [];
    if (tracks.length === shown.length && tracks.every((track) => shown.includes(track))) return this.#stream;
    return this.#stream = tracks.length === 0 ? null : new MediaStream(tracks);
  }
}
