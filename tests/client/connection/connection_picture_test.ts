/** When a connection asks for a whole picture, and when it sends one. */

import { assert, assertEquals } from "@std/assert";
import { AUDIO, connectionTest, settle, SILENT, VIDEO } from "../../doubles/connection_world.ts";

connectionTest("A connection asks for a picture by a heartbeat that says so", ({ connection, pc }) => {
  connection.requestPicture();
  pc.become("connected");
  connection.requestPicture();
  assertEquals(pc.channel("heartbeat").sent, ["picture"]);
});

connectionTest(
  "A connection that is asked for a picture sends a whole small one, and large ones later",
  async (world) => {
    await world.connection.createOffer({ ...SILENT, microphone: AUDIO, camera: VIDEO });
    world.pc.channel("heartbeat").receive("picture");
    await settle();
    const [audio, video] = world.senders;
    assertEquals(video?.scaled, [[[4], [true]]]);
    world.clock.tick(1_499);
    await settle();
    assertEquals(video?.scaled.length, 1);
    world.clock.tick(1);
    await settle();
    assertEquals(video?.scaled, [[[4], [true]], [[1], [false]]]);
    assertEquals(audio?.scaled, []);
  },
);

connectionTest("A connection that is asked for a picture sends that of the screen too", async (world) => {
  const screen = { kind: "video" } as MediaStreamTrack;
  await world.connection.createOffer({ ...SILENT, screen, "screen-sound": AUDIO });
  world.pc.channel("heartbeat").receive("picture");
  await settle();
  assertEquals(world.senders.map(({ scaled }) => scaled.length), [0, 0, 1, 0]);
});

connectionTest("A connection with nothing to show is asked in vain", async (world) => {
  world.pc.channel("heartbeat").receive("picture");
  await settle();
  await world.connection.createOffer({ ...SILENT, microphone: AUDIO });
  world.clock.tick(60_000);
  world.pc.channel("heartbeat").receive("picture");
  world.clock.tick(60_000);
  await settle();
  assertEquals([world.senders.map(({ scaled }) => scaled), world.log], [[[], [], [], []], ["heard", "heard"]]);
});

connectionTest("A connection sends no whole picture for a heartbeat, or for a control message", async (world) => {
  await world.connection.createOffer({ ...SILENT, microphone: AUDIO, camera: VIDEO });
  world.pc.channel("heartbeat").receive("");
  world.pc.channel("control").receive("picture");
  await settle();
  assertEquals([world.senders.map(({ scaled }) => scaled), world.clock.countTimers()], [[[], [], [], []], 0]);
});

connectionTest("A connection goes on when the browser cannot change the picture", async (world) => {
  await world.connection.createOffer({ ...SILENT, microphone: AUDIO, camera: VIDEO });
  const video = world.senders[1];
  if (video !== undefined) video.fault = new Error("no");
  world.pc.channel("heartbeat").receive("picture");
  await settle();
  world.clock.tick(1_500);
  await settle();
  assertEquals(world.log, ["heard", ["error", "no"], ["error", "no"]]);
});

connectionTest("A connection sends a whole picture when the path changes, and watches for that once", async (world) => {
  await world.connection.createOffer({ ...SILENT, microphone: AUDIO, camera: VIDEO });
  const [audio, video] = world.senders;
  world.pc.become("connected");
  const path: { onselectedcandidatepairchange: (() => void) | null } = { onselectedcandidatepairchange: null };
  if (audio !== undefined) audio.transport = { iceTransport: path };
  world.pc.become("connected");
  const watch = path.onselectedcandidatepairchange;
  assert(watch !== null);
  world.pc.become("connected");
  assert(path.onselectedcandidatepairchange === watch);
  watch();
  await settle();
  assertEquals(video?.scaled, [[[4], [true]]]);
});

connectionTest(
  "A connection sends one whole picture a second at most, and the last that was asked for",
  async (world) => {
    await world.connection.createOffer({ ...SILENT, microphone: AUDIO, camera: VIDEO });
    const wholes = () => world.senders[1]?.scaled.filter(([, keyFrames]) => keyFrames.some(Boolean)).length;
    for (let asked = 0; asked < 5_000; asked++) world.pc.channel("heartbeat").receive("picture");
    await settle();
    assertEquals(wholes(), 1);
    world.clock.tick(999);
    await settle();
    assertEquals(wholes(), 1);
    world.clock.tick(1);
    await settle();
    assertEquals(wholes(), 2, "Who asked last may have had no use of what came before");
    world.clock.tick(10_000);
    await settle();
    assertEquals([wholes(), world.senders[1]?.scaled.at(-1)], [2, [[1], [false]]]);
  },
);

connectionTest(
  "A connection sets the picture's size again only when the browser is done with the last",
  async (world) => {
    await world.connection.createOffer({ ...SILENT, microphone: AUDIO, camera: VIDEO });
    const video = world.senders[1];
    if (video === undefined) throw new Error("No sender");
    const done: (() => void)[] = [];
    const set = video.setParameters.bind(video);
    video.setParameters = (...all) => set(...all).then(() => new Promise((resolve) => done.push(resolve)));
    world.pc.channel("heartbeat").receive("picture");
    await settle();
    world.clock.tick(1_500);
    world.pc.channel("heartbeat").receive("picture");
    await settle();
    assertEquals(video.scaled.length, 1, "A browser refuses to set what it is setting");
    done.shift()?.();
    await settle();
    assertEquals(video.scaled.slice(1), [[[4], [true]]], "The latest size, and the picture that was asked for");
  },
);
