/**
 * Keeps to the devices that the person has chosen: looks at those that there are, has another opened when the choice falls
 * on it, and says so. Whether one can be opened is for `Media` to tell, which goes on with what it has meanwhile. Made by
 * the composition root; `choosing.ts` has the rules.
 */

import { attempt } from "../bounds/attempt.ts";
import type { KeptList } from "../kept/kept.ts";
import type { KeptStore } from "../kept/kept_store.ts";
import type { LocalMedia, MediaProblem } from "../media/local_media.ts";
import type { DeviceWatch, Media } from "../media/media.ts";
import { DEVICES, type DeviceSource } from "../media/source.ts";
import {
  type Choice,
  type Choosing,
  type DeviceNotice,
  isAnother,
  keyOf,
  listDevices,
  type ListedDevice,
  noticeOf,
  pickDevice,
  SYSTEM,
} from "./choosing.ts";
import {
  createPreferences,
  DEVICE_KINDS,
  type DeviceKind,
  type DevicePreference,
  prefer,
} from "./device_preferences.ts";

/** How often one that could not be opened is tried again by itself: nobody tells when another program lets go of it. */
export const AGAIN_MS = 20_000;

/** What the screen shows. */
export type DeviceView = {
  /** Those to choose from; of speakers none where the browser cannot choose. */
  readonly lists: Readonly<Record<DeviceKind, readonly { readonly deviceId: string; readonly label: string }[]>>;
  /** IDs of the chosen ones; `SYSTEM` where the system chooses. */
  readonly chosen: Readonly<Record<DeviceKind, string>>;
  /** There is a camera on the other side, as phones have. */
  readonly canTurnCamera: boolean;
  readonly notice: DeviceNotice | null;
};

export type DeviceChoicesOptions = {
  readonly media: Pick<Media, "tracks" | "wish"> & { watch: DeviceWatch | null };
  /** Those of the browser; a page without HTTPS is told of none. */
  readonly mediaDevices: { listen(act: () => void): void; list(): Promise<readonly ListedDevice[]> };
  readonly canChooseSpeaker: boolean;
  readonly show: (view: DeviceView) => void;
  /** Has all sound go to this speaker. */
  readonly useSpeaker: (deviceId: string) => void;
  readonly store?: KeptStore;
};

const UNKNOWN: Choice = { deviceId: SYSTEM, device: null };

export class DeviceChoices implements DeviceWatch {
  readonly #options: DeviceChoicesOptions;
  readonly #kept: KeptList<DevicePreference>;
  #choosing: Choosing = { devices: [], preferences: [], refused: new Set() };
  #choices: Readonly<Record<DeviceKind, Choice>> = { camera: UNKNOWN, microphone: UNKNOWN, speaker: UNKNOWN };
  /** Names of those that were in use last, and of those that the person waits for. */
  readonly #used = new Map<DeviceKind, string>();
  readonly #asked = new Set<DeviceKind>();
  /** Names of all that were in use: what the browser has given once, it gives again without a question. */
  readonly #known = new Set<string>();
  /** Where the person has turned the camera; null where a device decides. */
  #facing: "user" | "environment" | null = null;
  #notice: DeviceNotice | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(options: DeviceChoicesOptions) {
    this.#options = options;
    this.#kept = createPreferences((preferences) => this.#take({ preferences }), options.store);
    options.media.watch = this;
    options.mediaDevices.listen(() => this.#tryAgain());
    this.#look();
  }

  /** @param deviceId `SYSTEM` for whichever the system uses */
  choose(kind: DeviceKind, deviceId: string): void {
    const device = listDevices(this.#choosing.devices, kind).find((each) => each.deviceId === deviceId) ?? null;
    const wasTurned = kind === "camera" && this.#facing !== null;
    if (wasTurned) this.#facing = null;
    this.#asked.add(kind);
    this.#choosing = { ...this.#choosing, refused: new Set() };
    const before = this.#choices[kind];
    this.#kept.change((preferences) => prefer(preferences, kind, device));
    if (wasTurned && before.deviceId === this.#choices[kind].deviceId) this.#request(kind, before);
    if (kind === "speaker") this.#asked.delete(kind); // There is nothing to wait for.
  }

  /** Shows what is on the other side of a phone. */
  turnCamera(): void {
    const isFront = this.#options.media.tracks.camera?.getSettings().facingMode !== "environment";
    this.#facing = isFront ? "environment" : "user";
    this.#options.media.wish("camera", { facingMode: this.#facing }, { isAsked: true, isBeside: false });
  }

  found(devices: readonly ListedDevice[]): void {
    const isSame = (device: ListedDevice, index: number) => {
      const before = this.#choosing.devices[index];
      return before?.deviceId === device.deviceId && before.label === device.label && before.groupId === device.groupId;
    };
    if (devices.length !== this.#choosing.devices.length || !devices.every(isSame)) this.#take({ devices });
  }

  failed(source: DeviceSource, problem: MediaProblem): void {
    const { deviceId, device } = this.#choices[source];
    if (problem === "not-found") return this.#look(); // It has just gone.
    if (problem !== "in-use" && problem !== "failed") return;
    const isAsked = this.#asked.delete(source);
    if (isAsked && device !== null) this.#notice = { type: "refused", kind: source, label: device.label };
    this.#take({ refused: new Set([...this.#choosing.refused, keyOf(source, deviceId)]) });
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#tryAgain(), AGAIN_MS);
  }

  /** Takes what is in use now. */
  handleMedia({ stream }: Pick<LocalMedia, "stream">): void {
    if (stream === null) return;
    for (const source of DEVICES) {
      const label = this.#options.media.tracks[source]?.label;
      if (label !== undefined) this.#note(source, label);
    }
    this.#show();
  }

  #note(kind: DeviceKind, label: string): void {
    const before = this.#used.get(kind) ?? null;
    if (before === label) return;
    const isChosen = this.#asked.delete(kind);
    this.#used.set(kind, label);
    this.#known.add(label);
    this.#notice = noticeOf(this.#choosing, kind, before, label, { isChosen }) ?? this.#notice;
  }

  /** What another program had may be free. */
  #tryAgain(): void {
    if (this.#choosing.refused.size > 0) {
      this.#take({ refused: new Set() });
      for (const source of DEVICES) {
        if (this.#options.media.tracks[source] === null) this.#request(source, this.#choices[source]);
      }
    }
    this.#look();
  }

  #look(): void {
    attempt("look at the devices", async () => this.found(await this.#options.mediaDevices.list()));
  }

  #take(news: Partial<Choosing>): void {
    this.#choosing = { ...this.#choosing, ...news };
    for (const kind of DEVICE_KINDS) {
      const [before, now] = [this.#choices[kind], pickDevice(this.#choosing, kind)];
      this.#choices = { ...this.#choices, [kind]: now };
      if (isAnother(kind, before, now)) attempt("use another device", () => this.#request(kind, now));
    }
    this.#show();
  }

  #request(kind: DeviceKind, { deviceId, device }: Choice): void {
    const { media, useSpeaker } = this.#options;
    if (kind === "speaker") {
      this.#note(kind, device?.label ?? "");
      return useSpeaker(deviceId);
    }
    if (kind === "camera" && this.#facing !== null) return;
    const wish = deviceId === SYSTEM ? null : { deviceId };
    const isAsked = this.#asked.has(kind) || (deviceId !== SYSTEM && this.#known.has(device?.label ?? ""));
    media.wish(kind, wish, { isAsked, isBeside: kind === "microphone" || !this.#isPhone });
  }

  /** A phone opens one camera at a time, and knows on which side it is. */
  get #isPhone(): boolean {
    return (this.#options.media.tracks.camera?.getSettings().facingMode ?? "") !== "";
  }

  #show(): void {
    const { devices } = this.#choosing;
    const lists = {
      camera: listDevices(devices, "camera"),
      microphone: listDevices(devices, "microphone"),
      speaker: this.#options.canChooseSpeaker ? listDevices(devices, "speaker") : [],
    };
    const { camera, microphone, speaker } = this.#choices;
    const chosen = { camera: camera.deviceId, microphone: microphone.deviceId, speaker: speaker.deviceId };
    const canTurnCamera = this.#isPhone && lists.camera.length > 1;
    this.#options.show({ lists, chosen, canTurnCamera, notice: this.#notice });
  }
}
