/** The choice of one camera, microphone or speaker; and a sound to try the speaker by. Nothing where there is no choice. */

import { SYSTEM } from "../../../devices/choosing.ts";
import type { DeviceKind } from "../../../devices/device_preferences.ts";
import { type Actions, deviceView } from "../../../model/state.ts";
import { deviceWords } from "./device_words.ts";

export function DeviceChoice({ kind, actions }: { kind: DeviceKind; actions: Actions }) {
  const view = deviceView.value;
  const devices = view?.lists[kind] ?? [];
  if (devices.length === 0) return null;
  const words = deviceWords.value;
  return (
    <label class="device-choice">
      <span>{words[kind]}</span>
      <select
        value={view?.chosen[kind]}
        onChange={({ currentTarget }) => actions.chooseDevice(kind, currentTarget.value)}
      >
        <option value={SYSTEM}>{words.system}</option>
        {devices.map(({ deviceId, label }) => <option key={deviceId} value={deviceId}>{label}</option>)}
      </select>
    </label>
  );
}
