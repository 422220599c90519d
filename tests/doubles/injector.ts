/**
 * Counts every call that one end of a test makes of its browser, its parts and its surroundings, and lets a chosen one
 * fail. What is counted is found by running: whatever goes through `call`, a watched object or a patched class. The
 * other end runs in the same process and is told apart by the context that its work began in.
 */

import { AsyncLocalStorage } from "node:async_hooks";

/** How a call fails; `late` does not, but its promise settles only `LATE_MS` later, when all may be over. */
export const MODES = ["throws", "rejects", "never", "late"] as const;
export type Mode = typeof MODES[number];
export const LATE_MS = 50;

export type Point = {
  readonly label: string;
  readonly occurrence: number;
  readonly kind: "sync" | "promise" | "timer";
  /** The way to it in the code, from whatever the browser called; told while nothing is planned to fail. */
  readonly place: string;
  /** Made since the injector was armed. */
  readonly isArmed: boolean;
};
/** Without an occurrence, all from when the injector is armed. */
export type Plan = { readonly label: string; readonly occurrence: number | null; readonly mode: Mode };

/** What the objects are called that a browser hands out. */
const NAMES: Record<string, string> = {
  createDataChannel: "RTCDataChannel",
  getTransceivers: "RTCRtpTransceiver",
  sender: "RTCRtpSender",
  track: "MediaStreamTrack",
  getTracks: "MediaStreamTrack",
  getUserMedia: "MediaStream",
  query: "PermissionStatus",
};

export class Injector {
  readonly points: Point[] = [];
  plan: Plan | null = null;
  isArmed = false;
  hits = 0;
  /** How often something was thrown past a handler. */
  thrown = 0;
  /** Runs `act` after `LATE_MS`; set by whoever has the clock. */
  delay: (act: () => void) => void = (act) => act();
  readonly #watched = new AsyncLocalStorage<boolean>();
  readonly #counts = new Map<string, number>();
  readonly #faces = new WeakMap<object, object>();
  readonly #isFace = new WeakSet<object>();

  get isWatched(): boolean {
    return this.#watched.getStore() === true;
  }

  /** Runs what the watched end does; all that follows from it is its own too. */
  as<T>(act: () => T): T {
    return this.#watched.run(true, act);
  }

  /** Runs what the other end or the test does. */
  asOther<T>(act: () => T): T {
    return this.#watched.run(false, act);
  }

  /** What is thrown past a handler of events is reported by the browser and does no more. */
  handler<P extends unknown[]>(act: (...parameters: P) => void): (...parameters: P) => void {
    return (...parameters) => {
      try {
        act(...parameters);
      } catch {
        this.thrown++;
      }
    };
  }

  call<T>(label: string, act: () => T, kind: Point["kind"] = "sync"): T {
    if (!this.isWatched) return act();
    const occurrence = (this.#counts.get(label) ?? 0) + 1;
    this.#counts.set(label, occurrence);
    const { plan } = this;
    const isHit = plan?.label === label && (plan.occurrence === null ? this.isArmed : plan.occurrence === occurrence);
    if (plan !== null && isHit) return this.#fail(plan.mode, label, act);
    const { isArmed } = this;
    const place = plan === null ? `${label} ${new Error().stack}` : "";
    const result = act();
    this.points.push({ label, occurrence, kind: result instanceof Promise ? "promise" : kind, place, isArmed });
    return result;
  }

  #fail<T>(mode: Mode, label: string, act: () => T): T {
    this.hits++;
    switch (mode) {
      case "throws":
        throw new Error(`Injected into ${label}`);
      case "rejects":
        return Promise.reject(new Error(`Injected into ${label}`)) as T;
      case "never":
        return new Promise(() => {}) as T;
      case "late":
        return new Promise((resolve) => this.delay(() => resolve(act() as undefined))) as T;
    }
  }

  /** A face of a browser's object whose methods and settings are counted, as are those of whatever it hands out. */
  watch<T extends object>(name: string, target: T): T {
    if (this.#isFace.has(target)) return target;
    const known = this.#faces.get(target);
    if (known !== undefined) return known as T;
    const face = new Proxy(target, {
      get: (_, property) => {
        const value: unknown = Reflect.get(target, property, target);
        if (typeof value !== "function") return this.#handOut(String(property), value);
        return (...parameters: unknown[]) =>
          this.#handOut(
            String(property),
            this.call(`${name}.${String(property)}()`, () => value.apply(target, parameters)),
          );
      },
      set: (_, property, value) => {
        const own = typeof value === "function" ? AsyncLocalStorage.bind(this.handler(value as () => void)) : value;
        this.call(`${name}.${String(property)} =`, () => Reflect.set(target, property, own, target));
        return true;
      },
    });
    this.#faces.set(target, face);
    this.#isFace.add(face);
    return face;
  }

  #handOut(property: string, value: unknown): unknown {
    const name = NAMES[property];
    if (name === undefined || typeof value !== "object" || value === null) return value;
    if (value instanceof Promise) return value.then((settled) => this.#handOut(property, settled));
    return Array.isArray(value) ? value.map((item) => this.watch(name, item)) : this.watch(name, value);
  }
}

/**
 * Counts the calls of a class's public methods, for whichever injector is at work when they come. For good: methods
 * that are put in and taken out again are slow ones.
 */
export function patch(
  constructor: { readonly name: string; readonly prototype: object },
  current: () => Injector,
): void {
  const { prototype } = constructor;
  for (const [name, { value }] of Object.entries(Object.getOwnPropertyDescriptors(prototype))) {
    if (name === "constructor" || typeof value !== "function") continue;
    Reflect.set(prototype, name, function (this: unknown, ...parameters: unknown[]) {
      return current().call(`${constructor.name}.${name}()`, () => value.apply(this, parameters));
    });
  }
}
