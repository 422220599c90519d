/** What a link makes of its connections and reports of them. */

import { assert, assertEquals } from "@std/assert";
import { ANSWER, linkTest, type LinkWorld, settle } from "./doubles/link_world.ts";

const CLAIMED = { type: "call-claimed", claimedBy: "tab" } as never;
const OPENED = { type: "connection-opened" };

linkTest("A link shows what it receives from its first connection to its end", async (world) => {
  assertEquals(world.link.remoteStreams, null);
  await world.connect();
  const streams = world.link.remoteStreams;
  const track = { kind: "video" };
  world.pc().report("track", { track });
  assertEquals(streams?.video.getTracks(), [track] as never);
  assertEquals(streams?.audio.getTracks(), []);
  world.link.stop();
  assertEquals(world.link.remoteStreams, null);
});

linkTest("A link has a certificate of P-256, the same for all its connections", async (world) => {
  await world.connect();
  await world.link.connections.replace({ isForced: true });
  const [first, second] = world.made.map(({ configuration }) => configuration.certificates);
  assertEquals(first, [{ algorithm: { name: "ECDSA", namedCurve: "P-256" } }] as never);
  assert(first?.[0] === second?.[0]);
});

linkTest(
  "A link reports the candidates of its first connection, and descriptions and candidates of others",
  async (world) => {
    await world.connect();
    const candidate = { type: "host", toJSON: () => ({ candidate: "one" }) };
    world.pc().report("icecandidate", { candidate });
    const candidates = [{ candidate: "one" }];
    assertEquals(world.takeLog(), [{ type: "candidates-gathered", candidates, connectionId: null }]);
    world.link.handleNetworkChange();
    await settle();
    const [created] = world.takeLog() as { type: string; connectionId: string; description: object }[];
    assertEquals([created?.type, created?.description], [
      "description-created",
      world.pc(1).localDescription as object,
    ]);
    world.pc(1).report("icecandidate", { candidate });
    const connectionId = created?.connectionId;
    assertEquals(world.takeLog(), [{ type: "candidates-gathered", candidates, connectionId }]);
  },
);

linkTest("A link says that it is connected, and not again when another connection takes over", async (world) => {
  await world.link.connections.prepareOffer({ audio: null, video: null });
  world.pc().become("connected");
  assertEquals(world.takeLog(), [OPENED]);
  world.link.send(CLAIMED);
  world.takeSent();
  world.link.handleNetworkChange();
  await settle();
  world.takeLog();
  world.pc(1).become("connected");
  assertEquals(world.takeLog(), []);
  assertEquals(world.takeSent(), { byServer: ["call-claimed"], byControl: ["call-claimed"] });
});

linkTest(
  "A link says that its first connection has failed, and tries no other before it was connected",
  async (world) => {
    await world.link.connections.prepareOffer({ audio: null, video: null });
    world.pc().become("failed");
    await settle();
    assertEquals([world.takeLog(), world.made.length], [[{ type: "connection-failed" }], 1]);
  },
);

linkTest("A link replaces a connection that failed", async (world) => {
  await world.connect();
  world.pc().become("failed");
  await settle();
  const [failed, doubt, created] = world.takeLog() as { type: string }[];
  assertEquals([failed, doubt, created?.type] as unknown[], [
    { type: "connection-failed" },
    "doubt",
    "description-created",
  ]);
});

async function offer(world: LinkWorld, connectionId: string): Promise<void> {
  const sdp = world.pc().localDescription?.sdp ?? "";
  await world.link.connections.applyDescription({ type: "offer", sdp }, connectionId as never);
}

linkTest(
  "A polite link answers another connection, even one that crosses its own, and sends both ways meanwhile",
  async (world) => {
    await world.connect();
    world.link.handleNetworkChange();
    await settle();
    world.takeLog();
    await offer(world, "theirs");
    const [created] = world.takeLog() as { type: string; connectionId: string }[];
    assertEquals([created?.type, created?.connectionId], ["description-created", "theirs"]);
    await world.live(2_900);
    world.link.send(CLAIMED);
    assertEquals(world.takeSent().byServer, ["call-claimed"]);
    world.link.receive(world.ack(1));
    await world.live(200);
    world.link.send(CLAIMED);
    assertEquals(world.takeSent().byServer, []);
  },
);

linkTest("A link sends both ways after the other end offered another connection", async (world) => {
  await world.connect();
  await offer(world, "theirs");
  world.link.send(CLAIMED);
  assertEquals(world.takeSent().byServer, ["call-claimed"]);
});

linkTest("An impolite link repeats its own offer when another crosses it", async (world) => {
  await world.connect();
  world.link.handleNetworkChange();
  await settle();
  world.takeLog();
  world.link.send(CLAIMED);
  world.takeSent();
  await offer(world, "theirs");
  assertEquals(world.takeLog(), []);
  assertEquals(world.takeSent(), { byServer: ["call-claimed"], byControl: ["call-claimed"] });
}, { isPolite: false });

linkTest(
  "A link drops the answer to its offer once the path is heard again, and takes it while it is not",
  async (world) => {
    await world.connect();
    for (const [index, isHeard] of [[1, false], [2, true]] as const) {
      await world.hush(5_000);
      const created = world.takeLog().filter((entry) => (entry as { type?: string }).type === "description-created");
      const { connectionId } = created.at(-1) as { connectionId: never };
      const pc = world.made.at(-1);
      if (isHeard) world.heartbeat.receive("");
      await world.link.connections.applyDescription(ANSWER, connectionId);
      assertEquals([pc?.isClosed, pc?.remoteDescription ?? null], isHeard ? [true, null] : [false, ANSWER], `${index}`);
      await world.live(20_000);
    }
  },
);

linkTest("A link takes the answer to its offer for another network though the old path is heard", async (world) => {
  await world.connect();
  world.link.handleNetworkChange();
  await settle();
  const { connectionId } = world.takeLog().at(-1) as { connectionId: never };
  world.heartbeat.receive("");
  world.link.send(CLAIMED);
  assertEquals(world.takeSent(), { byServer: ["call-claimed"], byControl: ["call-claimed"] }, "Either may be lost");
  await world.link.connections.applyDescription(ANSWER, connectionId);
  assertEquals(world.pc(1).remoteDescription, ANSWER);
});

linkTest("A link that was never connected takes another connection, its answer, and signs of life", async (world) => {
  await world.link.connections.prepareOffer({ audio: null, video: null });
  world.heartbeat.receive("");
  world.link.handleRegistered();
  await world.link.connections.replace({ isForced: false });
  const { connectionId } = world.takeLog().at(-1) as { connectionId: never };
  await world.link.connections.applyDescription(ANSWER, connectionId);
  assertEquals(world.pc(1).remoteDescription, ANSWER);
  await offer(world, "theirs");
  assertEquals((world.takeLog().at(-1) as { connectionId: string }).connectionId, "theirs");
  assertEquals(world.warnings, []);
});

linkTest("A link warns of what its browser cannot use, and goes on", async (world) => {
  await world.connect();
  await world.link.connections.addCandidates([{ candidate: "unusable" }], null);
  assertEquals(world.warnings.length, 1);
});

linkTest("A link sends the tracks that it is given until it ends", async (world) => {
  await world.connect();
  const track = { kind: "audio" } as MediaStreamTrack;
  const tracks = () => world.pc().transceivers.map(({ sender }) => sender.track);
  world.link.setTracks({ audio: track, video: null });
  await settle();
  assertEquals(tracks(), [track, null]);
  world.link.stop();
  await settle();
  assertEquals(tracks(), [null, null]);
  world.link.setTracks({ audio: track, video: null });
  await settle();
  assertEquals(tracks(), [null, null]);
});

linkTest("A link makes nothing of another network before it was connected, or after its end", async (world) => {
  await world.link.connections.prepareOffer({ audio: null, video: null });
  world.link.handleNetworkChange();
  await settle();
  assertEquals(world.made.length, 1);
  world.pc().become("connected");
  world.link.stop();
  world.link.handleNetworkChange();
  await settle();
  assertEquals(world.made.length, 1);
});
