/** What a link does as time passes: heartbeats, doubt, recovery, timers, the end. */

import { assert, assertEquals } from "@std/assert";
import { linkTest, settle } from "./doubles/link_world.ts";

const CLAIMED = { type: "call-claimed", claimedBy: "tab" } as never;
const HANG_UP = { type: "hang-up" } as never;

/** What was reported, but for the path. */
function typesOf(log: unknown[]): unknown[] {
  return log.map((entry) => (entry as { type?: string }).type ?? entry).filter((type) => !isPath(type));
}

function isPath(entry: unknown): boolean {
  return Array.isArray(entry) && entry[0] === "path";
}

linkTest("A link sends a heartbeat every 0.3 s from when it is connected", async (world) => {
  await world.connect();
  await world.live(299);
  assertEquals(world.heartbeat.sent, []);
  await world.live(1);
  assertEquals(world.heartbeat.sent, [""]);
  await world.live(2_700);
  assertEquals(world.heartbeat.sent.length, 10);
  assertEquals(world.made.length, 1);
});

linkTest("A link tells of its path at first and every three seconds", async (world) => {
  await world.connect();
  const paths = async (ms: number) => {
    await world.live(ms);
    return world.takeLog();
  };
  assertEquals(await paths(300), [["path", null]]);
  assertEquals(await paths(3_000), []);
  assertEquals(await paths(300), [["path", null]]);
  assertEquals(await paths(300), []);
  world.pc().become("connected");
  assertEquals(await paths(300), [["path", null]], "It may be another one");
});

linkTest("A link doubts, replaces, tells of, and recovers from a silence", async (world) => {
  await world.connect();
  await world.hush(600);
  assertEquals(typesOf(world.takeLog()), []);
  await world.hush(500);
  assertEquals(typesOf(world.takeLog()), ["doubt"]);
  await world.hush(100);
  assertEquals(typesOf(world.takeLog()), ["doubt", "description-created"]);
  await world.hush(1_200);
  assertEquals(typesOf(world.takeLog()), ["connection-interrupted"]);
  world.heartbeat.sent.length = 0;
  world.heartbeat.receive("");
  assertEquals(typesOf(world.takeLog()), ["connection-opened"]);
  assertEquals(world.heartbeat.sent, ["picture"]);
});

linkTest("A link asks for a picture after a short silence too, and tells nobody", async (world) => {
  await world.connect();
  await world.hush(1_300);
  world.takeLog();
  world.heartbeat.sent.length = 0;
  world.receiveControl(world.message());
  assertEquals([typesOf(world.takeLog()), world.heartbeat.sent], [[["deliver", "call-claimed"]], ["picture"]]);
});

linkTest("A link takes media that comes in for a sign of life", async (world) => {
  await world.connect();
  for (let packetsReceived = 1; packetsReceived <= 30; packetsReceived++) {
    world.pc().stats.set("in", { type: "inbound-rtp", packetsReceived });
    await world.hush(100);
  }
  assertEquals(typesOf(world.takeLog()), ["doubt"], "Until it has looked twice");
  assertEquals(world.made.length, 1);
});

linkTest("A link goes on as if heard once another connection is up", async (world) => {
  await world.connect();
  await world.hush(2_400);
  world.takeLog();
  world.pc(1).become("connected");
  assertEquals(typesOf(world.takeLog()), ["connection-opened"]);
  assertEquals(world.pc(1).channel("heartbeat").sent, ["picture"]);
  world.heartbeat.sent.length = 0;
  world.clock.tick(300);
  await settle();
  assertEquals(world.pc(1).channel("heartbeat").sent, ["picture", ""]);
  assertEquals(world.heartbeat.sent, []);
});

linkTest("A link looks for another path after a sleep, though it hears the old one", async (world) => {
  await world.connect();
  world.clock.setSystemTime(world.clock.now + 2_700);
  await world.live(300);
  assertEquals(world.made.length, 1);
  world.clock.setSystemTime(world.clock.now + 2_701);
  await world.live(300);
  assertEquals(world.made.length, 2);
  await world.live(900);
  assertEquals(world.made.length, 2, "Once for each sleep");
});

linkTest("A link gives up an answer that nothing came of", async (world) => {
  await world.connect();
  const sdp = world.pc().localDescription?.sdp ?? "";
  await world.link.connections.applyDescription({ type: "offer", sdp }, "theirs" as never);
  await world.live(15_000);
  assert(!world.pc(1).isClosed);
  await world.live(600);
  assert(world.pc(1).isClosed);
});

linkTest("A link waits for an offer that may still be on its way", async (world) => {
  await world.connect();
  world.link.handleNetworkChange();
  await settle();
  world.link.send(CLAIMED);
  await world.live(16_000);
  assert(!world.pc(1).isClosed);
  world.link.receive(world.ack(1));
  await world.live(300);
  assert(world.pc(1).isClosed);
});

linkTest("A link's timers fire once, and that of connecting says why nothing has come up", async (world) => {
  world.link.timers.start("connect", 1_000);
  world.clock.tick(1_000);
  assertEquals(world.takeLog(), [{ type: "timer-fired", timer: "connect" }], "There is nothing to diagnose");
  assertEquals(world.warnings, []);
  await world.link.connections.prepareOffer({ audio: null, video: null });
  world.link.timers.start("ring", 1_000);
  world.link.timers.start("connect", 2_000);
  world.clock.tick(1_000);
  assertEquals(world.takeLog(), [{ type: "timer-fired", timer: "ring" }]);
  world.clock.tick(60_000);
  assertEquals(world.takeLog(), [
    { type: "connection-diagnosed", detail: "peer-silent" },
    { type: "timer-fired", timer: "connect" },
  ]);
});

linkTest("A link that stops says nothing more, sends nothing but last words, and knows for how long", async (world) => {
  await world.connect();
  world.link.timers.start("ring", 1_000);
  assertEquals([world.link.isClosed, world.link.closedForMs(world.clock.now)], [false, 0]);
  world.link.stop();
  world.link.send(HANG_UP);
  assertEquals(world.takeSent(), { byServer: ["hang-up"], byControl: ["hang-up"] });
  world.heartbeat.sent.length = 0;
  assertEquals(world.link.isClosed, true);
  world.clock.tick(5_000);
  world.link.stop();
  assertEquals(world.link.closedForMs(world.clock.now), 5_000, "It stopped once");
  world.pc().become("failed");
  world.heartbeat.receive("");
  await settle();
  assertEquals(typesOf(world.takeLog()), ["connection-failed"]);
  assertEquals([world.heartbeat.sent, world.made.length, world.pc().isClosed], [[], 1, false]);
});

linkTest("A link that stops tells nobody new of what somebody has", (world) => {
  world.link.send(CLAIMED);
  world.link.receive(world.ack(1));
  world.clock.tick(10_000);
  world.link.tick();
  assertEquals(world.takeSent().byServer.length, 2, "A tab that opens while it rings must hear of it");
  world.link.stop();
  world.clock.tick(10_000);
  world.link.tick();
  assertEquals(world.takeSent().byServer, []);
});

linkTest("A link that closes stops, and closes its connection", async (world) => {
  await world.connect();
  world.link.close();
  assertEquals([world.link.isClosed, world.pc().isClosed, world.link.connections.current], [true, true, null]);
  assertEquals(world.clock.countTimers(), 0);
});

linkTest("A link that was stopped can still be closed", async (world) => {
  await world.connect();
  world.link.stop();
  assert(!world.pc().isClosed);
  world.link.close();
  assert(world.pc().isClosed);
});
