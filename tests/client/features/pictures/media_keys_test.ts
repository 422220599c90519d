import { assertEquals } from "@std/assert";
import { bindMediaKeys, type CallSession, tellOnAir } from "../../../../client/features/pictures/media_keys.ts";

/** A browser that has some of the keys, and throws at the names of the others. */
function createSession(
  names: readonly string[],
): { session: CallSession; keys: Map<string, () => void>; on: string[] } {
  const keys = new Map<string, () => void>();
  const on: string[] = [];
  return {
    ...{ keys, on },
    session: {
      setActionHandler(action, handler) {
        if (!names.includes(action)) throw new TypeError(`No ${action}`);
        if (handler === null) keys.delete(action);
        else keys.set(action, handler);
      },
      setMicrophoneActive: (isActive) => on.push(`microphone ${isActive}`),
    },
  };
}

Deno.test("The system's keys do what the buttons do, those that the browser has, until the call is over", () => {
  const { session, keys } = createSession(["play", "togglemicrophone", "hangup"]);
  const pressed: string[] = [];
  const unbind = bindMediaKeys(session, {
    togglemicrophone: () => pressed.push("microphone"),
    togglecamera: () => pressed.push("camera"),
    hangup: () => pressed.push("hang up"),
    enterpictureinpicture: () => pressed.push("window"),
  });
  for (const press of keys.values()) press();
  assertEquals(pressed, ["microphone", "hang up"]);
  unbind();
  assertEquals([...keys.keys()], []);
});

Deno.test("The system is told what is on, as far as the browser can", () => {
  const { session, on } = createSession([]);
  tellOnAir(session, { isMicrophoneOn: false, isCameraOn: true });
  assertEquals(on, ["microphone false"]);
});
