/**
 * Notices when a device may be available again, or why it was lost: devices that come and go, permissions, and a person
 * who returns to the page. Reports signs and answers questions; `device.ts` draws the conclusions.
 */

import { attempt } from "../bounds/attempt.ts";
import { DEVICES, type DeviceSource, KIND_OF } from "./source.ts";
import type { DeviceEvent } from "./device.ts";
import { queryPermission } from "./device_request.ts";

type Report = (sources: readonly DeviceSource[], event: DeviceEvent) => void;

/** Reports each sign, as long as the page is there. */
export function followSigns(report: Report): void {
  const tell = () => report(DEVICES, { type: "changed" });
  // From the system's settings or another program one comes back to the page.
  attempt("follow the page", () => {
    document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && tell());
  });
  attempt("follow the devices", () => navigator.mediaDevices?.addEventListener("devicechange", tell));
  for (const source of DEVICES) attempt("follow a permission", () => followPermission(source, report));
}

async function followPermission(source: DeviceSource, report: Report): Promise<void> {
  const status = await queryPermission(source);
  if (status === null) return;
  const tell = () => report([source], { type: "permission", state: status.state });
  status.onchange = tell;
  tell();
}

/** What was in use when it was last found: by its ID, and beside which others. */
export type Sighting = { readonly deviceId: string | undefined; readonly others: readonly string[] };

/** Looks whether a device that is or was in use is still there, and may be used. */
export async function lookUp(
  source: DeviceSource,
  { deviceId, others }: Sighting,
): Promise<{ event: DeviceEvent; sighting: Sighting; devices: readonly MediaDeviceInfo[] }> {
  const [status, devices] = await Promise.all([queryPermission(source), navigator.mediaDevices.enumerateDevices()]);
  const ids = devices.filter((device) => device.kind === `${KIND_OF[source]}input`).map((device) => device.deviceId);
  // Where it would have to be asked for again, Chromium tells that there is one and not which.
  const isUnnamed = ids.includes("");
  // Chromium's "default" is always there, and does not tell which device it stands for: any that goes may be that one.
  const isPresent = isUnnamed ||
    (ids.some((id) => id === deviceId) && (deviceId !== "default" || others.every((other) => ids.includes(other))));
  const event: DeviceEvent = { type: "looked-up", permission: status?.state ?? null, isPresent };
  return { event, sighting: { deviceId, others: ids }, devices };
}
