/**
 * One device's life beside a browser that tells the truth when it is asked, and tells of changes in whatever order the
 * test plays. Holds that no two requests are under way at once, unless the person asked again for one that was left alone.
 */

import { assert } from "@std/assert";
import { type Device, type DeviceEvent, IDLE, stepDevice, troubleOf } from "../../client/media/device.ts";
import type { MediaProblem } from "../../client/media/local_media.ts";

/** Steps after which a life that still moves is one that never comes to rest. */
const STEPS_MAX = 40;

export class DeviceBench {
  device: Device;
  /** What a request comes to: null for a device that opens, `asking` for a question that nobody answers. */
  outcome: MediaProblem | "asking" | null = null;
  /** Whether the device that was in use is still among those that there are. */
  isPresent = false;
  requests = 0;
  /** How long `time-up` is off, in milliseconds; null where none is. */
  waitMs: number | null = null;
  passedMs = 0;
  #open = 0;
  #looks = 0;

  constructor(public permission: PermissionState | null) {
    this.device = { ...IDLE, permission };
  }

  get trouble() {
    return troubleOf(this.device);
  }

  tell(...events: DeviceEvent[]): void {
    for (const event of events) {
      const before = this.device;
      const [device, effects] = stepDevice(before, event);
      this.device = device;
      if (device.phase !== before.phase) this.waitMs = null;
      for (const effect of effects) {
        if (effect.type === "wait") this.waitMs = effect.ms;
        if (effect.type === "look-up") this.#looks++;
        if (effect.type !== "request") continue;
        this.requests++;
        this.#open++;
        assert(this.#open === 1 || before.waits === 3, `${this.#open} requests at once after ${event.type}`);
      }
    }
  }

  /** Lets the browser answer one thing that it was asked; tells whether there was any. */
  answer(): boolean {
    const { permission, isPresent, outcome } = this;
    if (this.#looks > 0) {
      this.#looks--;
      this.tell({ type: "looked-up", permission, isPresent });
      return true;
    }
    if (this.#open === 0 || outcome === "asking") return false;
    this.#open--;
    this.tell(outcome === null ? { type: "opened", isSilenced: false } : { type: "failed", problem: outcome });
    return true;
  }

  /** Lets the browser answer all, and time pass, until nothing moves any more. */
  rest(): void {
    for (let steps = 0; steps < STEPS_MAX; steps++) {
      if (this.answer()) continue;
      if (this.waitMs === null || this.device.phase === "live") return;
      this.pass();
    }
    throw new Error(`It never comes to rest: ${JSON.stringify(this.device)}`);
  }

  /** Lets the time of the next `time-up` come. */
  pass(): void {
    this.passedMs += this.waitMs ?? 0;
    this.waitMs = null;
    this.tell({ type: "time-up" });
  }
}

/** All orders of some things. */
export function ordersOf<T>(all: readonly T[]): T[][] {
  if (all.length === 0) return [[]];
  return all.flatMap((first, index) => ordersOf(all.toSpliced(index, 1)).map((rest) => [first, ...rest]));
}
