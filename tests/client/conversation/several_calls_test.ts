/** One page in several calls: what each other end gets of its camera and microphone, and who decides how many there are. */

import { assert, assertEquals } from "@std/assert";
import { remoteMediaOf } from "../../../client/features/media_state/media_key.ts";
import { ALL, carry, severalTest, SOUND, until } from "../../doubles/several_calls_scene.ts";
import { RelayedEnd } from "../../doubles/relayed_pair.ts";
import { createTestIdentity } from "../../doubles/test_identity.ts";

severalTest("A call that is taken without video leaves the picture on for those who have it", async (scene) => {
  await scene.talk({ video: true });
  await scene.waitFor([ALL], "the first sees the person");
  await scene.talk({ video: false });
  await scene.waitFor([ALL, SOUND], "the first still does, the second does not");
  assertEquals(scene.live, ALL);
});

severalTest("A call that is taken with video shows the person to nobody who was not to see them", async (scene) => {
  await scene.talk({ video: false });
  await scene.waitFor([SOUND], "the first hears the person");
  assertEquals(scene.live, SOUND);
  await scene.talk({ video: true });
  await scene.waitFor([SOUND, ALL], "the second sees them too, the first does not");
});

severalTest("A call that is placed while the camera is off shows the person to nobody", async (scene) => {
  await scene.talk({ video: false });
  const callee = new RelayedEnd(await createTestIdentity());
  scene.guests.push(callee);
  callee.onSend = (message) => carry(message, scene.host);
  scene.host.calls.placeCall(callee.peerId);
  await until(() => callee.view?.phase === "incoming", "it rings");
  if (callee.view !== null) callee.calls.acceptCall(callee.view.callId, { video: true });
  await scene.waitFor([SOUND, SOUND], "neither sees them");
  assertEquals(scene.live, SOUND);
});

severalTest("The camera goes on and off for all, and off by itself when nobody is left who sees it", async (scene) => {
  await scene.talk({ video: true });
  await scene.talk({ video: false });
  scene.host.calls.setCameraOn(true);
  await scene.waitFor([ALL, ALL], "both see the person");
  scene.host.calls.setCameraOn(false);
  await scene.waitFor([SOUND, SOUND], "neither does");
  assertEquals(scene.live, SOUND);
  const third = await scene.talk({ video: true });
  await scene.waitFor([SOUND, SOUND, ALL], "the third alone does");
  const callId = third.view?.callId;
  assert(callId !== undefined);
  scene.host.calls.hangUp(callId);
  assertEquals(scene.live, SOUND, "at once");
});

severalTest("Mute reaches all", async (scene) => {
  for (const video of [true, false, true]) await scene.talk({ video });
  const hears = () => scene.guests.map(({ view }) => view !== null && remoteMediaOf(view).microphone);
  await until(() => hears().every((isHeard) => isHeard), "all are told that they hear the person");
  scene.media.setMuted(true);
  await until(() => hears().every((isHeard) => !isHeard), "all are told that they do not");
  const microphone = scene.devices.find(({ kind, readyState }) => kind === "audio" && readyState === "live");
  assertEquals(microphone?.enabled, false);
});
