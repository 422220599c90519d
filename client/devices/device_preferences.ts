/**
 * The devices that the person has chosen, the latest first, shared by all tabs. They are kept by what they are called and
 * by the group that the browser puts them in: browsers change the IDs, and some do with each visit.
 */

import { type Guard, is, readBy, shape, text } from "../../signaling/protocol/guards.ts";
import { KeptList } from "../kept/kept.ts";
import type { KeptStore } from "../kept/kept_store.ts";

export const DEVICE_KINDS = ["camera", "microphone", "speaker"] as const;
export type DeviceKind = typeof DEVICE_KINDS[number];

export type DevicePreference = { readonly kind: DeviceKind; readonly label: string; readonly groupId: string };

/** Devices kept of each kind: those of home, of work, and what one is lent. */
export const PREFERENCES_MAX = 8;
/** Names that devices may have, in UTF-16 units; browsers pass on what the device says. */
const TEXT_LENGTH_MAX = 256;

const isPreference: Guard<DevicePreference> = shape({
  kind: is(...DEVICE_KINDS),
  label: text(TEXT_LENGTH_MAX),
  groupId: text(TEXT_LENGTH_MAX),
});

/** Puts a device before the others of its kind; null forgets them all, so that the system chooses. */
export function prefer(
  preferences: readonly DevicePreference[],
  kind: DeviceKind,
  device: Pick<DevicePreference, "label" | "groupId"> | null,
): readonly DevicePreference[] {
  const others = preferences.filter((each) => each.kind !== kind);
  if (device === null) return others;
  const label = device.label.slice(0, TEXT_LENGTH_MAX);
  const groupId = device.groupId.slice(0, TEXT_LENGTH_MAX);
  const same = preferences.filter((each) => each.kind === kind && each.label !== label);
  return [{ kind, label, groupId }, ...same.slice(0, PREFERENCES_MAX - 1), ...others];
}

export function createPreferences(
  show: (preferences: readonly DevicePreference[]) => void,
  store?: KeptStore,
): KeptList<DevicePreference> {
  return new KeptList({
    key: "devices",
    readItem: readBy(isPreference),
    max: PREFERENCES_MAX * DEVICE_KINDS.length,
    show,
  }, store);
}
