/**
 * The life of one device, the camera or the microphone. Pure: `(device, event) → [device, effects]`; `media.ts` runs the
 * effects on the browser and knows the tracks.
 *
 *          wanted            opened           ended             not refused
 *   idle ──────────► asking ────────► live ─────────► checking ─────────────► asking
 *    ▲                 │ failed        │ unwanted        │ refused
 *    └─────────────────┴───────────────┴─────────────────┘
 *
 * No order of events is counted on: Firefox tells that the devices have changed before it ends the track of the one that
 * was unplugged, others after it, and a permission changes before, after or without either. There is one request at a
 * time; what comes while it is under way makes it try once more should it fail.
 */

import type { MediaProblem, MediaTrouble } from "./local_media.ts";

/** After how long a request counts as left alone, as one for a device that hangs, and as not worth waiting for, in ms. */
export const WAITS_MS = [500, 3_000, 8_000] as const;
/** When it is tried again by itself after it was lost, or the devices have changed, in milliseconds. */
export const RETRIES_MS = [250, 500, 1_000, 2_000] as const;
/** How often a device in use is looked for: Chromium tells nothing of what PulseAudio has lost, in milliseconds. */
export const WATCH_MS = 500;
/** How long looking for why a device has ended may take, in milliseconds. */
const CHECK_MS_MAX = 500;

export type Device = {
  readonly isWanted: boolean;
  readonly phase: "idle" | "asking" | "live" | "checking";
  /** Why it could not be used the last time; null after it was. */
  readonly problem: MediaProblem | null;
  /** What the person allows; null where the browser does not tell (Firefox before 132), or has not yet. */
  readonly permission: PermissionState | null;
  /** The system gives silence or darkness in its place. */
  readonly isSilenced: boolean;
  /** How many of `WAITS_MS` have passed since it was asked for. */
  readonly waits: number;
  /** How many of `RETRIES_MS` are over; all when none is due. */
  readonly retries: number;
  /** Something has changed since it was asked for. */
  readonly hasNews: boolean;
  /** It was found among the devices that there are, so that it is gone when it is not. */
  readonly isSeen: boolean;
  /** Another has been asked for, while this one is live. */
  readonly isSwitching: boolean;
};

export type DeviceEvent =
  /** The person wants it now: a call opens, or they press its button. */
  | { type: "wanted" }
  | { type: "unwanted" }
  /** Another is to take its place, by the person's word or by itself; where both cannot be open, once this one is closed. */
  | { type: "chosen"; isAsked: boolean; isBeside: boolean }
  | { type: "opened"; isSilenced: boolean }
  | { type: "failed"; problem: MediaProblem }
  /** Its track has ended: it was unplugged, its permission taken back, or its driver gave up. */
  | { type: "ended" }
  | { type: "looked-up"; permission: PermissionState | null; isPresent: boolean }
  | { type: "silenced"; isSilenced: boolean }
  | { type: "permission"; state: PermissionState }
  /** Devices came or went, or the page is looked at again. */
  | { type: "changed" }
  | { type: "time-up" };

/** `wait` stands for a `time-up` later, unless the phase changes before; a new one takes the place of the last. */
export type DeviceEffect = { type: "request" } | { type: "look-up" } | { type: "stop" } | { type: "wait"; ms: number };
type Step = readonly [Device, readonly DeviceEffect[]];

export const IDLE: Device = {
  isWanted: false,
  phase: "idle",
  problem: null,
  permission: null,
  isSilenced: false,
  waits: 0,
  retries: RETRIES_MS.length,
  hasNews: false,
  isSeen: false,
  isSwitching: false,
};

/** Whether a track that comes now is to be used. */
export function isAwaited({ isWanted, phase, isSwitching }: Device): boolean {
  return isWanted && (phase === "asking" || isSwitching);
}

/** Whether a call need not wait for it: it is there, or will not be soon. */
export function isSettled(device: Device): boolean {
  return !device.isWanted || device.phase === "idle" || device.phase === "live" || isOverdue(device);
}

/** Whether the browser asks the person for it, as far as is known, and nobody has answered. */
export function isAskedFor({ isWanted, phase, permission }: Device): boolean {
  return isWanted && phase === "asking" && permission !== "granted";
}

export function isSending({ phase, isSilenced }: Device): boolean {
  return phase === "live" && !isSilenced;
}

function isOverdue({ waits }: Device): boolean {
  return waits === WAITS_MS.length;
}

/** What keeps others from seeing or hearing the person through this device; null while nothing does, or it is off. */
export function troubleOf(device: Device): MediaTrouble | null {
  const { isWanted, phase, problem, isSilenced, waits } = device;
  if (!isWanted || phase === "idle") return problem;
  if (phase === "live") return isSilenced ? "silenced" : null;
  if (isAskedFor(device) && waits > 0) return "asked";
  return problem ?? (waits > 1 ? "failed" : "starting");
}

export function stepDevice(device: Device, event: DeviceEvent): Step {
  const { phase, isWanted } = device;
  switch (event.type) {
    case "wanted":
      return want({ ...device, isWanted: true }, isWanted);
    case "unwanted":
      return unwant({ ...device, isWanted: false, problem: null, isSilenced: false });
    case "chosen":
      return choose(device, event);
    case "opened":
      if (phase !== "asking" && !device.isSwitching) return [device, []];
      return open({ ...device, problem: null, isSilenced: event.isSilenced, isSeen: false, isSwitching: false });
    case "failed":
      if (device.isSwitching) return [{ ...device, isSwitching: false }, []]; // The one in use goes on.
      return phase === "asking" ? fail({ ...device, phase: "idle" }, event.problem) : [device, []];
    case "ended":
      if (phase !== "live") return [device, []];
      if (device.isSwitching) return expect({ ...device, retries: 0 }, []);
      return [{ ...device, phase: "checking", waits: 0, retries: 0 }, [{ type: "look-up" }, {
        type: "wait",
        ms: CHECK_MS_MAX,
      }]];
    case "looked-up":
      if (phase === "live") return watch(device, event.isPresent);
      return phase === "checking" ? find({ ...device, permission: event.permission }, event.isPresent) : [device, []];
    case "silenced":
      return [phase === "live" ? { ...device, isSilenced: event.isSilenced } : device, []];
    case "permission": {
      const next = { ...device, permission: event.state };
      return event.state === "granted" && device.permission !== "granted" ? hearNews(next) : [next, []];
    }
    case "changed":
      return phase === "live" ? [device, [{ type: "look-up" }]] : hearNews(device);
    case "time-up":
      return takeTime(device);
  }
}

const LOOK_OUT: readonly DeviceEffect[] = [{ type: "look-up" }, { type: "wait", ms: WATCH_MS }];

function open(device: Device): Step {
  return device.isWanted ? [{ ...device, phase: "live" }, LOOK_OUT] : [{ ...device, phase: "idle" }, []];
}

function watch(device: Device, isPresent: boolean): Step {
  if (isPresent) return [device.isSeen ? device : { ...device, isSeen: true }, []]; // The same one, of which nothing is told.
  return device.isSeen ? reopen({ ...device, retries: 0 }) : [device, []];
}

function reopen(device: Device): Step {
  const requests: readonly DeviceEffect[] = device.isSwitching ? [] : [{ type: "request" }]; // It is under way.
  return expect(device, [{ type: "stop" }, ...requests]);
}

function ask(device: Device): Step {
  return expect(device, [{ type: "request" }]);
}

/** Has nothing until what is asked for is there. */
function expect(device: Device, effects: readonly DeviceEffect[]): Step {
  const asking: Device = { ...device, phase: "asking", waits: 0, hasNews: false, isSwitching: false };
  return [asking, [...effects, { type: "wait", ms: WAITS_MS[0] }]];
}

/**
 * What was asked for before is of no use any more. A device that works is not left by itself where the browser might ask
 * the person first.
 */
function choose(device: Device, { isAsked, isBeside }: { isAsked: boolean; isBeside: boolean }): Step {
  const { isWanted, phase, permission } = device;
  if (!isWanted || phase === "checking" || (phase === "idle" && !mayRetry(device))) return [device, []];
  if (phase !== "live") return ask({ ...device, retries: 0 });
  if (!isAsked && permission !== "granted") return [device, []];
  if (!isBeside) return reopen({ ...device, retries: 0, isSwitching: false });
  return [{ ...device, isSwitching: true }, [{ type: "request" }]];
}

function want(device: Device, wasWanted: boolean): Step {
  const anew = { ...device, retries: RETRIES_MS.length };
  switch (device.phase) {
    case "idle":
      return ask(anew);
    case "asking":
      // Firefox puts a question away without an answer when one clicks beside it: another brings it back.
      if (isOverdue(device)) return ask(anew);
      return wasWanted ? [device, []] : [{ ...device, waits: 0 }, [{ type: "wait", ms: WAITS_MS[0] }]];
    case "live":
      return device.isSilenced ? reopen(anew) : [device, []];
    case "checking":
      return [device, []];
  }
}

/** What was asked for stays asked for: the browser's question cannot be taken back, only its answer not be used. */
function unwant(device: Device): Step {
  if (device.phase === "asking") return [device, []];
  if (device.isSwitching) return [{ ...device, phase: "asking", isSwitching: false }, [{ type: "stop" }]];
  return [giveUp(device), device.phase === "live" ? [{ type: "stop" }] : []];
}

function fail(device: Device, problem: MediaProblem): Step {
  if (!device.isWanted) return [device, []];
  const retries = device.hasNews && hasGivenUp(device) ? 0 : device.retries;
  const failed = { ...device, problem, retries };
  const ms = RETRIES_MS[retries];
  if (ms === undefined || !mayRetry(failed)) return [giveUp(failed), []];
  return [failed, [{ type: "wait", ms }]];
}

/** While a retry is due, news is no reason for another: an attempt may itself make the devices change. */
function hasGivenUp({ retries }: Device): boolean {
  return retries === RETRIES_MS.length;
}

function giveUp(device: Device): Device {
  return { ...device, phase: "idle", retries: RETRIES_MS.length };
}

/** Whoever has said no is not asked again unless they do something about it. */
function mayRetry({ problem, permission }: Device): boolean {
  return problem !== "insecure" && (problem !== "denied" || permission === "granted");
}

/**
 * Learns why the device ended. It is gone, or the browser lets it be opened again: the next try will tell. It is there
 * and must be asked for: then its permission was taken back.
 */
function find(device: Device, isPresent: boolean): Step {
  const isRefused = device.permission === "denied" || (device.permission !== "granted" && isPresent);
  return isRefused ? [giveUp({ ...device, problem: "denied" }), []] : ask(device);
}

function hearNews(device: Device): Step {
  if (device.phase === "asking") return [{ ...device, hasNews: true }, []];
  const isLost = device.isWanted && device.phase === "idle" && device.problem !== null;
  return isLost && hasGivenUp(device) && mayRetry(device) ? ask({ ...device, retries: 0 }) : [device, []];
}

function takeTime(device: Device): Step {
  switch (device.phase) {
    case "asking": {
      if (isOverdue(device)) return [device, []];
      const waits = device.waits + 1;
      const [since = 0, until] = WAITS_MS.slice(device.waits);
      return [{ ...device, waits }, until === undefined ? [] : [{ type: "wait", ms: until - since }]];
    }
    case "checking":
      return find(device, false);
    case "idle":
      if (!device.isWanted || hasGivenUp(device)) return [device, []];
      return ask({ ...device, retries: device.retries + 1 });
    case "live":
      return [device, LOOK_OUT];
  }
}
