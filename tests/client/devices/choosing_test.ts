/** Which device is used, of those that there are and those that the person has chosen, and what is said of a change. */

import { assertEquals } from "@std/assert";
import {
  type Choosing,
  isAnother,
  keyOf,
  type ListedDevice,
  noticeOf,
  pickDevice,
} from "../../../client/devices/choosing.ts";
import { type DevicePreference, prefer, PREFERENCES_MAX } from "../../../client/devices/device_preferences.ts";

function microphone(deviceId: string, label = deviceId, groupId = `group of ${label}`): ListedDevice {
  return { kind: "audioinput", deviceId, label, groupId };
}

const [DESK, HEADSET] = [microphone("1", "Desk"), microphone("2", "Headset")];
const SYSTEM_DESK = microphone("default", "Default - Desk", "group of Desk");
const CAMERA: ListedDevice = { kind: "videoinput", deviceId: "3", label: "Webcam", groupId: "c" };

function wanting(...labels: string[]): DevicePreference[] {
  return labels.map((label) => ({ kind: "microphone", label, groupId: `group of ${label}` }));
}

function given(devices: readonly ListedDevice[], preferences: readonly DevicePreference[], ...refused: string[]) {
  return { devices, preferences, refused: new Set(refused) } satisfies Choosing;
}

Deno.test("pickDevice() takes what was chosen last and is there, else what the system uses", () => {
  const pick = (choosing: Choosing) => pickDevice(choosing, "microphone").deviceId;
  assertEquals(pick(given([SYSTEM_DESK, DESK, HEADSET], [])), "");
  assertEquals(pick(given([SYSTEM_DESK, DESK, HEADSET], wanting("Headset", "Desk"))), "2");
  assertEquals(pick(given([SYSTEM_DESK, DESK], wanting("Headset", "Desk"))), "1");
  assertEquals(pick(given([SYSTEM_DESK, DESK], wanting("Headset"))), "");
  assertEquals(pick(given([SYSTEM_DESK, DESK, HEADSET], wanting("Headset", "Desk"), keyOf("microphone", "2"))), "1");
  assertEquals(pick(given([SYSTEM_DESK, DESK, HEADSET], wanting("Headset"), keyOf("microphone", "2"))), "");
});

Deno.test("pickDevice() finds a device by its name under another ID, and of two of a name the one of its group", () => {
  const pick = (devices: readonly ListedDevice[]) =>
    pickDevice(given(devices, wanting("Headset")), "microphone").deviceId;
  assertEquals(pick([microphone("other", "Headset", "new group")]), "other");
  assertEquals(pick([microphone("a", "Headset", "new group"), microphone("b", "Headset")]), "b");
});

Deno.test("pickDevice() takes another microphone for one of the system's that another program has, but no camera", () => {
  const choosing = given([SYSTEM_DESK, DESK, CAMERA], [], keyOf("microphone", ""), keyOf("camera", ""));
  assertEquals(pickDevice(choosing, "microphone").deviceId, "1");
  assertEquals(pickDevice(choosing, "camera").deviceId, "");
});

Deno.test("isAnother() has microphones follow the system, once it is known by name, and cameras stay", () => {
  const pick = (...devices: ListedDevice[]) => pickDevice(given(devices, []), "microphone");
  const moved = microphone("default", "Default - Headset", "group of Headset");
  assertEquals(isAnother("microphone", pick(SYSTEM_DESK), pick(moved)), true);
  assertEquals(isAnother("microphone", pick(SYSTEM_DESK), pick(SYSTEM_DESK, HEADSET)), false);
  assertEquals(isAnother("microphone", pick(microphone("", "")), pick(SYSTEM_DESK)), false);
  assertEquals(isAnother("microphone", pick(DESK, HEADSET), pick(HEADSET)), true, "Firefox lists no default");
  const camera = (...devices: ListedDevice[]) => pickDevice(given(devices, []), "camera");
  assertEquals(isAnother("camera", camera(CAMERA), camera({ ...CAMERA, deviceId: "4", label: "New" }, CAMERA)), false);
});

Deno.test("noticeOf() says why another device is in use than before", () => {
  const both = given([SYSTEM_DESK, DESK, HEADSET], wanting("Headset"));
  const say = (choosing: Choosing, before: string | null, now: string, isChosen = false) =>
    noticeOf(choosing, "microphone", before, now, { isChosen })?.type ?? null;
  assertEquals(say(both, null, "Desk"), null);
  assertEquals(say(both, "Desk", "Desk"), null);
  assertEquals(say(both, "Desk", "Headset", true), "chosen");
  assertEquals(say(given([DESK], wanting("Headset")), "Headset", ""), "lost", "Some have no name for the system's");
  assertEquals(say(both, "", "Headset"), "back");
  assertEquals(say(given([SYSTEM_DESK, DESK], wanting("Headset")), "Headset", "Desk"), "lost");
  assertEquals(say(given([SYSTEM_DESK, DESK], wanting("Headset")), "Default - Headset", "Desk"), "lost");
  assertEquals(say(both, "Desk", "Headset"), "back");
  assertEquals(say(given([DESK, HEADSET], []), "Desk", "Headset"), "moved");
});

Deno.test("prefer() puts the latest first, once, keeps a few of each kind, and forgets all for the system's", () => {
  const camera = { kind: "camera", label: "Webcam", groupId: "c" } as const;
  let preferences: readonly DevicePreference[] = [camera];
  for (let index = 0; index < 20; index++) preferences = prefer(preferences, "microphone", microphone("x", `${index}`));
  assertEquals(preferences.filter(({ kind }) => kind === "microphone").length, PREFERENCES_MAX);
  preferences = prefer(preferences, "microphone", microphone("x", "18", "another group"));
  assertEquals(preferences.slice(0, 2).map(({ label, groupId }) => [label, groupId]), [
    ["18", "another group"],
    ["19", "group of 19"],
  ]);
  assertEquals(preferences.filter(({ label }) => label === "18").length, 1);
  assertEquals(prefer(preferences, "microphone", null), [camera]);
  assertEquals(prefer([], "microphone", microphone("x", "y".repeat(999)))[0]?.label.length, 256);
});
