/**
 * `Media` over the browser's calls for devices, in the hands of a test: devices that are there or not, questions that the
 * person answers when the test says so, permissions, and tracks that end or fall silent. Shaped as browsers have them, and
 * only as far as they are used.
 */

import FakeTimers from "@sinonjs/fake-timers";
import type { LocalMedia } from "../../client/media/local_media.ts";
import { Media } from "../../client/media/media.ts";
import { DEVICES, type DeviceSource, KIND_OF } from "../../client/media/source.ts";

export class FakeTrack {
  enabled = true;
  readyState = "live";
  muted = false;
  onended: (() => void) | null = null;
  onmute: (() => void) | null = null;
  onunmute: (() => void) | null = null;

  constructor(readonly kind: string, readonly deviceId: string) {}

  get label(): string {
    return this.deviceId;
  }

  getSettings() {
    return { deviceId: this.deviceId };
  }

  stop(): void {
    this.readyState = "ended";
  }

  /** Ends as browsers end a track whose device is gone. */
  end(): void {
    this.stop();
    this.onended?.();
  }

  silence(isSilent: boolean): void {
    this.muted = isSilent;
    if (isSilent) this.onmute?.();
    else this.onunmute?.();
  }
}

class FakeStream {
  readonly #tracks: readonly FakeTrack[];

  constructor(tracks: readonly FakeTrack[]) {
    this.#tracks = [...tracks];
  }

  getTracks(): FakeTrack[] {
    return [...this.#tracks];
  }
}

/** The error that a request for a device fails with, if it does. */
type Refusals = Partial<Record<DeviceSource, string>>;

/** The device that is asked for and no other; undefined where any will do. */
function readDeviceId(constraints: MediaTrackConstraints | boolean | undefined): string | undefined {
  const wanted = typeof constraints === "object" ? constraints.deviceId : undefined;
  return typeof wanted === "object" && "exact" in wanted ? String(wanted.exact) : undefined;
}

export class MediaWorld {
  readonly clock = FakeTimers.install({ toFake: ["setTimeout", "clearTimeout"] });
  readonly media: Media;
  /** What was asked for, as `audio`, `video` or `audio video`. */
  readonly asked: string[] = [];
  /** What was shown, the latest last. */
  readonly shown: LocalMedia[] = [];
  /** All tracks that the browser has given, the oldest first. */
  readonly given: FakeTrack[] = [];
  readonly refusals: Refusals = {};
  /** IDs of devices that another program has. */
  readonly taken = new Set<string>();
  /** The browser's question stays open until the test answers. */
  isHeld = false;
  #questions: (() => void)[] = [];
  readonly #present = new Set<DeviceSource>(DEVICES);
  readonly #listeners: (() => void)[] = [];
  readonly #restores: (() => void)[] = [];
  /** Becomes `granted` with the first device that the person gives. */
  #permission: PermissionState;

  constructor({ permission = "granted" as PermissionState, isSecure = true } = {}) {
    this.#install(navigator, "mediaDevices", isSecure ? this.#createDevices() : undefined);
    this.#permission = permission;
    this.#install(navigator, "permissions", {
      query: () => Promise.resolve({ state: this.#permission, onchange: null }),
    });
    this.#install(globalThis, "document", { addEventListener: () => {}, visibilityState: "visible" });
    this.#install(globalThis, "isSecureContext", isSecure);
    this.#install(globalThis, "MediaStream", FakeStream);
    this.media = new Media((shown) => void this.shown.push(shown));
  }

  [Symbol.dispose](): void {
    this.clock.uninstall();
    for (const restore of this.#restores.reverse()) restore();
  }

  #install(target: object, name: string, value: unknown): void {
    const before = Object.getOwnPropertyDescriptor(target, name);
    Object.defineProperty(target, name, { configurable: true, writable: true, value });
    this.#restores.push(() => {
      if (before === undefined) Reflect.deleteProperty(target, name);
      else Object.defineProperty(target, name, before);
    });
  }

  #createDevices() {
    return {
      getUserMedia: (constraints: MediaStreamConstraints) => this.#ask(constraints),
      enumerateDevices: () =>
        Promise.resolve([...this.#present].map((source) => ({ kind: `${KIND_OF[source]}input`, deviceId: source }))),
      addEventListener: (_: "devicechange", listen: () => void) => void this.#listeners.push(listen),
    };
  }

  async #ask(constraints: MediaStreamConstraints): Promise<FakeStream> {
    this.asked.push(Object.keys(constraints).join(" "));
    if (this.isHeld) await new Promise<void>((resolve) => this.#questions.push(resolve));
    const sources = DEVICES.filter((source) => constraints[KIND_OF[source]]);
    for (const source of sources) {
      const refusal = this.refusals[source] ?? (this.#present.has(source) ? undefined : "NotFoundError");
      if (refusal !== undefined) throw new DOMException("No", refusal);
    }
    const ids = sources.map((source) => readDeviceId(constraints[KIND_OF[source]]) ?? source);
    if (ids.some((id) => this.taken.has(id))) throw new DOMException("No", "NotReadableError");
    this.#permission = "granted";
    const tracks = sources.map((source, index) => new FakeTrack(KIND_OF[source], ids[index] ?? source));
    this.given.push(...tracks);
    return new FakeStream(tracks);
  }

  get latest(): LocalMedia {
    const latest = this.shown.at(-1);
    if (latest === undefined) throw new Error("Nothing was shown");
    return latest;
  }

  /** What the latest stream that was shown has. */
  get streamed(): unknown[] | null {
    return this.latest.stream?.getTracks() ?? null;
  }

  /** Lets the person answer what the browser has asked. */
  async answer(): Promise<void> {
    this.isHeld = false;
    for (const answer of this.#questions.splice(0)) answer();
    await this.settle();
  }

  /** Takes a device away or puts it back, and tells the page that something has changed. */
  async plug(source: DeviceSource, isPresent: boolean): Promise<void> {
    if (isPresent) this.#present.add(source);
    else this.#present.delete(source);
    for (const listen of this.#listeners) listen();
    await this.settle();
  }

  /** Lets time pass, and the browser answer what it is asked meanwhile. */
  async pass(ms: number): Promise<void> {
    await this.clock.tickAsync(ms);
  }

  async settle(): Promise<void> {
    await this.clock.tickAsync(0);
  }
}
