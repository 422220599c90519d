/**
 * Which camera, microphone and speaker are to be used: of the devices that there are, the one that the person chose last
 * and that works, else the one that the system uses. Pure; `device_choices.ts` looks at the devices and has them opened.
 */

import type { DeviceKind, DevicePreference } from "./device_preferences.ts";

export type ListedDevice = Pick<MediaDeviceInfo, "kind" | "deviceId" | "groupId" | "label">;

export type Choosing = {
  /** As the browser lists them, where each kind begins with the one that the system uses. */
  readonly devices: readonly ListedDevice[];
  readonly preferences: readonly DevicePreference[];
  /** Those that could not be opened, by `keyOf`: another program may have them. */
  readonly refused: ReadonlySet<string>;
};

export function keyOf(kind: DeviceKind, deviceId: string): string {
  return `${kind} ${deviceId}`;
}

/** Stands for whatever the system uses, in place of a device's ID. */
export const SYSTEM = "";

/** `deviceId` is `SYSTEM` where the system chooses; `device` is the one that this means, as far as that is known. */
export type Choice = { readonly deviceId: string; readonly device: ListedDevice | null };

/** Chromium lists two devices twice, under names of their own. */
const PSEUDO = ["default", "communications"];
const LISTED_AS: Readonly<Record<DeviceKind, MediaDeviceKind>> = {
  camera: "videoinput",
  microphone: "audioinput",
  speaker: "audiooutput",
};

/** Those that one can choose from: none before the person has allowed any, when they have no names. */
export function listDevices(devices: readonly ListedDevice[], kind: DeviceKind): readonly ListedDevice[] {
  return devices.filter((device) =>
    device.kind === LISTED_AS[kind] && device.label !== "" && !PSEUDO.includes(device.deviceId)
  );
}

/** Of several of the same name the one in the same group, which is what a device and its parts have in common. */
export function findPreferred(
  devices: readonly ListedDevice[],
  { kind, label, groupId }: DevicePreference,
): ListedDevice | undefined {
  const named = listDevices(devices, kind).filter((device) => device.label === label);
  return named.find((device) => device.groupId === groupId) ?? named[0];
}

export function pickDevice({ devices, preferences, refused }: Choosing, kind: DeviceKind): Choice {
  const isRefused = (deviceId: string) => refused.has(keyOf(kind, deviceId));
  for (const preference of preferences) {
    const found = preference.kind === kind && findPreferred(devices, preference);
    if (found && !isRefused(found.deviceId)) return { deviceId: found.deviceId, device: found };
  }
  // Another camera than the person knows of would show what they do not expect.
  const instead = kind === "microphone" && isRefused(SYSTEM)
    ? listDevices(devices, kind).find(({ deviceId }) => !isRefused(deviceId))
    : undefined;
  if (instead !== undefined) return { deviceId: instead.deviceId, device: instead };
  const first = devices.find((device) => device.kind === LISTED_AS[kind]);
  return { deviceId: SYSTEM, device: first?.label ? first : null };
}

/**
 * Whether what is in use is to be changed for `now`. Where the system chooses, microphones follow it; browsers have the
 * speakers do so, and a camera that has just been plugged in is no reason to show the person by it.
 */
export function isAnother(kind: DeviceKind, before: Choice, now: Choice): boolean {
  if (before.deviceId !== now.deviceId) return true;
  if (kind !== "microphone" || now.deviceId !== SYSTEM || before.device === null || now.device === null) return false;
  return before.device.label !== now.device.label || before.device.groupId !== now.device.groupId;
}

/**
 * What is said when another device is in use than before: by the person's choice; because the other is gone; because the
 * chosen one is back; because the system has changed; or that the chosen one does not work, and so is not in use.
 */
export type DeviceNotice = {
  readonly type: "chosen" | "lost" | "back" | "moved" | "refused";
  readonly kind: DeviceKind;
  /** What it is about: what is in use, or for `refused` what is not. Empty where the browser does not name it. */
  readonly label: string;
};

/** @param before name of what was in use, null if nothing was; `isChosen`, that the person has asked for `now` */
export function noticeOf(
  choosing: Choosing,
  kind: DeviceKind,
  before: string | null,
  now: string,
  { isChosen }: { isChosen: boolean },
): DeviceNotice | null {
  if (before === now) return null;
  if (isChosen) return { type: "chosen", kind, label: now };
  if (before === null) return null;
  const isThere = before === "" || listDevices(choosing.devices, kind).some(({ label }) => before.endsWith(label));
  const wished = choosing.preferences.find((each) => each.kind === kind);
  return { type: wished?.label === now ? "back" : isThere ? "moved" : "lost", kind, label: now };
}
