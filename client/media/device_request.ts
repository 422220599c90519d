/**
 * Asks the browser for camera and microphone with as few prompts as possible, and reports on each as soon as its
 * outcome is known. Knows nothing of calls, or of what happens to the tracks.
 */

import { insist } from "../bounds/attempt.ts";
import { type DeviceSource, KIND_OF } from "./source.ts";
import type { MediaProblem } from "./local_media.ts";

const CONSTRAINTS: Record<DeviceSource, MediaTrackConstraints> = {
  microphone: { echoCancellation: true, noiseSuppression: true, autoGainControl: true },
  camera: { width: { ideal: 1280 }, height: { ideal: 720 } },
};

/** Which device is to be opened: that one and no other; the camera that looks there; or, null, the browser's own choice. */
export type Wish = { readonly deviceId: string } | { readonly facingMode: "user" | "environment" } | null;
export type Wishes = Readonly<Record<DeviceSource, Wish>>;
export const NO_WISHES: Wishes = { microphone: null, camera: null };

function constrain(source: DeviceSource, wish: Wish): MediaTrackConstraints {
  const choice = wish === null
    ? source === "camera" && { facingMode: "user" }
    : "deviceId" in wish
    ? { deviceId: { exact: wish.deviceId } }
    : wish;
  return { ...CONSTRAINTS[source], ...choice };
}

export type Answer = { readonly track: MediaStreamTrack } | { readonly problem: MediaProblem };
type Answered = (source: DeviceSource, answer: Answer) => void;

/** Stops a device, whatever else fails. */
export function stop(track: MediaStreamTrack | null): void {
  if (track !== null) insist("stop a device", () => track.stop());
}

/** Asks for all of them at once, so that the person is asked once; then for each alone, as far as that can help. */
export async function requestDevices(
  sources: readonly DeviceSource[],
  answered: Answered,
  wishes = NO_WISHES,
): Promise<void> {
  if (navigator.mediaDevices === undefined) {
    const problem: MediaProblem = isSecureContext ? "failed" : "insecure";
    return sources.forEach((source) => answered(source, { problem }));
  }
  let stream: MediaStream | null = null;
  let tracks: readonly MediaStreamTrack[];
  try {
    const constraints = Object.fromEntries(
      sources.map((source) => [KIND_OF[source], constrain(source, wishes[source])]),
    );
    stream = await navigator.mediaDevices.getUserMedia(constraints);
    tracks = stream.getTracks();
  } catch (error) {
    insist("stop a device", () => stream?.getTracks().forEach(stop));
    const problem = readProblem(error);
    if (sources.length === 1) return sources.forEach((source) => answered(source, { problem }));
    await Promise.all(sources.map((source) => requestAlone(source, problem, answered, wishes)));
    return;
  }
  for (const source of sources) {
    const track = tracks.find(({ kind }) => kind === KIND_OF[source]);
    answered(source, track === undefined ? { problem: "failed" } : { track });
  }
}

/** Asks for one device after the request for all has failed; whoever has just said no is not asked again. */
async function requestAlone(
  source: DeviceSource,
  problem: MediaProblem,
  answered: Answered,
  wishes: Wishes,
): Promise<void> {
  if (problem === "denied" && (await queryPermission(source))?.state !== "granted") {
    return answered(source, { problem });
  }
  await requestDevices([source], answered, wishes);
}

/** What the person allows; null where the browser does not tell (Firefox before 132). */
export async function queryPermission(source: DeviceSource): Promise<PermissionStatus | null> {
  try {
    return await navigator.permissions.query({ name: source as PermissionName }); // The names are the same.
  } catch {
    return null;
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
