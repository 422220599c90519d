/** What a look at the devices concludes from the little that browsers tell. */

import { assertEquals } from "@std/assert";
import { lookUp, type Sighting } from "../../../client/media/device_signs.ts";

/** A browser that tells of these microphones, and of what the person allows. */
async function look(state: PermissionState, ids: readonly string[], sighting: Sighting): Promise<boolean> {
  const devices = ids.map((deviceId) => ({ kind: "audioinput", deviceId }));
  const parts = {
    mediaDevices: { enumerateDevices: () => Promise.resolve(devices) },
    permissions: { query: () => Promise.resolve({ state }) },
  };
  const before = Object.keys(parts).map((name) => [name, Object.getOwnPropertyDescriptor(navigator, name)] as const);
  for (const [name, value] of Object.entries(parts)) {
    Object.defineProperty(navigator, name, { value, configurable: true });
  }
  try {
    const { event } = await lookUp("microphone", sighting);
    if (event.type !== "looked-up") throw new Error("It tells something else");
    assertEquals(event.permission, state);
    return event.isPresent;
  } finally {
    for (const [name, descriptor] of before) {
      if (descriptor === undefined) Reflect.deleteProperty(navigator, name);
      else Object.defineProperty(navigator, name, descriptor);
    }
  }
}

Deno.test("lookUp() finds a device by its ID, and the one that is called the default by those beside it", async () => {
  const [one, standard] = [{ deviceId: "one", others: [] }, { deviceId: "default", others: ["default", "a", "b"] }];
  assertEquals(await look("granted", ["one", "two"], one), true);
  assertEquals(await look("granted", ["two"], one), false);
  assertEquals(await look("granted", ["default", "a", "b"], standard), true);
  assertEquals(await look("granted", ["default", "a"], standard), false);
});

Deno.test("lookUp() takes a device that has lost its name with its permission for there, and none for gone", async () => {
  const one = { deviceId: "one", others: ["one"] };
  assertEquals(await look("prompt", [""], one), true);
  assertEquals(await look("prompt", [], one), false);
});
