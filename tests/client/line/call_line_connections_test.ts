/** What a line makes of its connections and reports of them. */

import { assert, assertEquals } from "@std/assert";
import { tellSections } from "../../../client/transceivers/sections.ts";
import { ANSWER, lineTest, type LineWorld, settle } from "../../doubles/line_world.ts";

const CLAIMED = { type: "call-claimed", claimedBy: "tab" } as never;
const OPENED = { type: "connection-opened" };

lineTest("A line shows what it receives from its first connection to its end", async (world) => {
  assertEquals(world.line.remoteStreams, null);
  await world.connect();
  const streams = world.line.remoteStreams;
  const track = { kind: "video" };
  world.pc().report("track", { track, transceiver: world.pc().transceivers[2] });
  assertEquals(streams?.screen.getTracks(), [track] as never);
  for (const source of ["microphone", "camera", "screen-sound"] as const) {
    assertEquals(streams?.[source].getTracks(), []);
  }
  world.line.stop();
  assertEquals(world.line.remoteStreams, null);
});

lineTest("A line has a certificate of P-256, the same for all its connections", async (world) => {
  await world.connect();
  await world.line.connections.replace({ isForced: true });
  const [first, second] = world.made.map(({ configuration }) => configuration.certificates);
  assertEquals(first, [{ algorithm: { name: "ECDSA", namedCurve: "P-256" } }] as never);
  assert(first?.[0] === second?.[0]);
});

lineTest(
  "A line reports the candidates of its first connection, and descriptions and candidates of others",
  async (world) => {
    await world.connect();
    const candidate = { type: "host", toJSON: () => ({ candidate: "one" }) };
    world.pc().report("icecandidate", { candidate });
    const candidates = [{ candidate: "one" }];
    assertEquals(world.takeLog(), [{ type: "candidates-gathered", candidates, connectionId: null }]);
    world.line.handleNetworkChange();
    await settle();
    const [created] = world.takeLog() as { type: string; connectionId: string; description: object }[];
    const { type, sdp = "" } = world.pc(1).localDescription ?? {};
    assertEquals([created?.type, created?.description], ["description-created", { type, sdp: tellSections(sdp) }]);
    world.pc(1).report("icecandidate", { candidate });
    const connectionId = created?.connectionId;
    assertEquals(world.takeLog(), [{ type: "candidates-gathered", candidates, connectionId }]);
  },
);

lineTest("A line says that it is connected, and not again when another connection takes over", async (world) => {
  await world.line.connections.prepareOffer({});
  world.pc().become("connected");
  assertEquals(world.takeLog(), [OPENED]);
  world.line.send(CLAIMED);
  world.takeSent();
  world.line.handleNetworkChange();
  await settle();
  world.takeLog();
  world.pc(1).become("connected");
  assertEquals(world.takeLog(), []);
  assertEquals(world.takeSent(), { byServer: ["call-claimed"], byControl: ["call-claimed"] });
});

lineTest(
  "A line says that its first connection has failed, and tries no other before it was connected",
  async (world) => {
    await world.line.connections.prepareOffer({});
    world.pc().become("failed");
    await settle();
    assertEquals([world.takeLog(), world.made.length], [[{ type: "connection-failed" }], 1]);
  },
);

lineTest("A line replaces a connection that failed", async (world) => {
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

async function offer(world: LineWorld, connectionId: string): Promise<void> {
  const sdp = world.pc().localDescription?.sdp ?? "";
  await world.line.connections.applyDescription({ type: "offer", sdp }, connectionId as never);
}

lineTest(
  "A polite line answers another connection, even one that crosses its own, and sends both ways meanwhile",
  async (world) => {
    await world.connect();
    world.line.handleNetworkChange();
    await settle();
    world.takeLog();
    await offer(world, "theirs");
    const [created] = world.takeLog() as { type: string; connectionId: string }[];
    assertEquals([created?.type, created?.connectionId], ["description-created", "theirs"]);
    await world.live(2_900);
    world.line.send(CLAIMED);
    assertEquals(world.takeSent().byServer, ["call-claimed"]);
    world.line.receive(world.ack(1));
    await world.live(200); // What its own was made for is tried again by now.
    world.line.send(CLAIMED);
    assertEquals(world.takeSent().byServer, ["call-claimed"]);
    world.line.receive(world.ack(2));
    await world.live(3_000);
    world.line.send(CLAIMED);
    assertEquals(world.takeSent().byServer, []);
  },
);

lineTest("A line sends both ways after the other end offered another connection", async (world) => {
  await world.connect();
  await offer(world, "theirs");
  world.line.send(CLAIMED);
  assertEquals(world.takeSent().byServer, ["call-claimed"]);
});

lineTest("An impolite line repeats its own offer when another crosses it", async (world) => {
  await world.connect();
  world.line.handleNetworkChange();
  await settle();
  world.takeLog();
  world.line.send(CLAIMED);
  world.takeSent();
  await offer(world, "theirs");
  assertEquals(world.takeLog(), []);
  assertEquals(world.takeSent(), { byServer: ["call-claimed"], byControl: ["call-claimed"] });
}, { isPolite: false });

lineTest(
  "A line drops the answer to its offer once the path is heard again, and takes it while it is not",
  async (world) => {
    await world.connect();
    for (const [index, isHeard] of [[1, false], [2, true]] as const) {
      await world.hush(5_000);
      const created = world.takeLog().filter((entry) => (entry as { type?: string }).type === "description-created");
      const { connectionId } = created.at(-1) as { connectionId: never };
      const pc = world.made.at(-1);
      if (isHeard) world.heartbeat.receive("");
      await world.line.connections.applyDescription(ANSWER, connectionId);
      assertEquals([pc?.isClosed, pc?.remoteDescription ?? null], isHeard ? [true, null] : [false, ANSWER], `${index}`);
      await world.live(20_000);
    }
  },
);

lineTest("A line takes the answer to its offer for another network though the old path is heard", async (world) => {
  await world.connect();
  world.line.handleNetworkChange();
  await settle();
  const { connectionId } = world.takeLog().at(-1) as { connectionId: never };
  world.heartbeat.receive("");
  world.line.send(CLAIMED);
  assertEquals(world.takeSent(), { byServer: ["call-claimed"], byControl: ["call-claimed"] }, "Either may be lost");
  await world.line.connections.applyDescription(ANSWER, connectionId);
  assertEquals(world.pc(1).remoteDescription, ANSWER);
});

lineTest("A line that was never connected takes another connection, its answer, and signs of life", async (world) => {
  await world.line.connections.prepareOffer({});
  world.heartbeat.receive("");
  world.line.handleRegistered();
  await world.line.connections.replace({ isForced: false });
  const { connectionId } = world.takeLog().at(-1) as { connectionId: never };
  await world.line.connections.applyDescription(ANSWER, connectionId);
  assertEquals(world.pc(1).remoteDescription, ANSWER);
  await offer(world, "theirs");
  assertEquals((world.takeLog().at(-1) as { connectionId: string }).connectionId, "theirs");
  assertEquals(world.warnings, []);
});

lineTest("A line warns of what its browser cannot use, and goes on", async (world) => {
  await world.connect();
  await world.line.connections.addCandidates([{ candidate: "unusable" }], null);
  assertEquals(world.warnings.length, 1);
});

lineTest("A line sends the tracks that it is given until it ends", async (world) => {
  await world.connect();
  const track = { kind: "audio" } as MediaStreamTrack;
  const tracks = () => world.pc().transceivers.map(({ sender }) => sender.track);
  world.line.setTracks({ microphone: track, camera: null });
  await settle();
  assertEquals(tracks(), [track, null, null, null]);
  world.line.stop();
  await settle();
  assertEquals(tracks(), [null, null, null, null]);
  world.line.setTracks({ microphone: track, camera: null });
  await settle();
  assertEquals(tracks(), [null, null, null, null]);
});

lineTest("A line makes nothing of another network before it was connected, or after its end", async (world) => {
  await world.line.connections.prepareOffer({});
  world.line.handleNetworkChange();
  await settle();
  assertEquals(world.made.length, 1);
  world.pc().become("connected");
  world.line.stop();
  world.line.handleNetworkChange();
  await settle();
  assertEquals(world.made.length, 1);
});
