/** What a line does as time passes: heartbeats, doubt, recovery, timers, the end. */

import { assert, assertEquals } from "@std/assert";
import type { PeerMessage } from "../../../signaling/protocol.ts";
import { lineTest, type LineWorld, settle } from "../../doubles/line_world.ts";

/** What was given to the server alone about who is there. */
function queriesOf(world: LineWorld): PeerMessage[] {
  return world.byServer.splice(0).filter(({ type }) => type === "call-query" || type === "no-call");
}

const CLAIMED = { type: "call-claimed", claimedBy: "tab" } as never;
const HANG_UP = { type: "hang-up" } as never;

/** What was reported, but for the path. */
function typesOf(log: unknown[]): unknown[] {
  return log.map((entry) => (entry as { type?: string }).type ?? entry).filter((type) => !isPath(type));
}

function isPath(entry: unknown): boolean {
  return Array.isArray(entry) && entry[0] === "path";
}

lineTest("A line sends a heartbeat every 0.3 s from when it is connected", async (world) => {
  await world.connect();
  await world.live(299);
  assertEquals(world.heartbeat.sent, []);
  await world.live(1);
  assertEquals(world.heartbeat.sent, [""]);
  await world.live(2_700);
  assertEquals(world.heartbeat.sent.length, 10);
  assertEquals(world.made.length, 1);
});

lineTest("A line whose timers are late answers what it hears, once", async (world) => {
  await world.connect();
  await world.live(600);
  world.heartbeat.sent.length = 0;
  world.clock.setSystemTime(world.clock.now + 900); // Timers do not fire by it.
  for (let count = 0; count < 3; count++) world.heartbeat.receive("");
  assertEquals(world.heartbeat.sent, [""]);
});

lineTest("A line tells of its path at first and every three seconds", async (world) => {
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

lineTest("A line doubts, replaces, tells of, and recovers from a silence", async (world) => {
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

lineTest("A line asks for a picture after a short silence too, and tells nobody", async (world) => {
  await world.connect();
  await world.hush(1_300);
  world.takeLog();
  world.heartbeat.sent.length = 0;
  world.receiveControl(world.message());
  assertEquals([typesOf(world.takeLog()), world.heartbeat.sent], [[["deliver", "call-claimed"]], ["picture"]]);
});

lineTest("A line takes media that comes in for a sign of life", async (world) => {
  await world.connect();
  for (let packetsReceived = 1; packetsReceived <= 30; packetsReceived++) {
    world.pc().stats.set("in", { type: "inbound-rtp", packetsReceived });
    await world.hush(100);
  }
  assertEquals(typesOf(world.takeLog()), ["doubt"], "Until it has looked twice");
  assertEquals(world.made.length, 1);
});

lineTest("A line goes on as if heard once another connection is up", async (world) => {
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

lineTest("A line looks for another path after a sleep, unless it hears the old one", async (world) => {
  await world.connect();
  world.clock.setSystemTime(world.clock.now + 2_701);
  await world.live(600);
  assertEquals(world.made.length, 1, "It was only slow");
  for (let sleeps = 1; sleeps <= 2; sleeps++) {
    world.clock.setSystemTime(world.clock.now + 2_701);
    await world.hush(300);
    assertEquals(world.made.length, sleeps, "It may be heard yet");
    await world.hush(300);
    assertEquals(world.made.length, sleeps + 1);
    await world.live(900);
    assertEquals(world.made.length, sleeps + 1, "Once for each sleep");
  }
});

lineTest("A line in a silence leaves the other end's offer as long as its own next one would have", async (world) => {
  await world.connect();
  const sdp = world.pc().localDescription?.sdp ?? "";
  await world.hush(2_000);
  await world.line.connections.applyDescription({ type: "offer", sdp }, "theirs" as never);
  assertEquals(world.made.length, 3, "The one in use, its own, and that of the other end");
  await world.hush(5_900);
  assertEquals(world.made.length, 3);
  await world.hush(400);
  assertEquals(world.made.length, 4);
});

lineTest("A line gives up an answer that nothing came of", async (world) => {
  await world.connect();
  const sdp = world.pc().localDescription?.sdp ?? "";
  await world.line.connections.applyDescription({ type: "offer", sdp }, "theirs" as never);
  await world.live(15_000);
  assert(!world.pc(1).isClosed);
  await world.live(600);
  assert(world.pc(1).isClosed);
});

lineTest("A line waits for an offer that may still be on its way", async (world) => {
  await world.connect();
  world.line.handleNetworkChange();
  await settle();
  world.line.send(CLAIMED);
  await world.live(16_000);
  assert(!world.pc(1).isClosed);
  world.line.receive(world.ack(1));
  await world.live(300);
  assert(world.pc(1).isClosed);
});

lineTest("A line's timers fire once, and that of connecting says why nothing has come up", async (world) => {
  world.line.timers.start("connect", 1_000);
  world.clock.tick(1_000);
  assertEquals(world.takeLog(), [{ type: "timer-fired", timer: "connect" }], "There is nothing to diagnose");
  assertEquals(world.warnings, []);
  await world.line.connections.prepareOffer({});
  world.line.timers.start("ring", 1_000);
  world.line.timers.start("connect", 2_000);
  world.clock.tick(1_000);
  assertEquals(world.takeLog(), [{ type: "timer-fired", timer: "ring" }]);
  world.clock.tick(60_000);
  assertEquals(world.takeLog(), [
    { type: "connection-diagnosed", detail: "peer-silent" },
    { type: "timer-fired", timer: "connect" },
  ]);
});

lineTest("A line that stops says nothing more, sends nothing but last words, and knows for how long", async (world) => {
  await world.connect();
  world.line.timers.start("ring", 1_000);
  assertEquals([world.line.isClosed, world.line.closedForMs(world.clock.now)], [false, 0]);
  world.line.stop();
  world.line.send(HANG_UP);
  assertEquals(world.takeSent(), { byServer: ["hang-up"], byControl: ["hang-up"] });
  world.heartbeat.sent.length = 0;
  assertEquals(world.line.isClosed, true);
  world.clock.tick(5_000);
  world.line.stop();
  assertEquals(world.line.closedForMs(world.clock.now), 5_000, "It stopped once");
  world.pc().become("failed");
  world.heartbeat.receive("");
  await settle();
  assertEquals(typesOf(world.takeLog()), ["connection-failed"]);
  assertEquals([world.heartbeat.sent, world.made.length, world.pc().isClosed], [[], 1, false]);
});

lineTest("A line that stops tells nobody new of what somebody has", (world) => {
  world.line.send(CLAIMED);
  world.line.receive(world.ack(1));
  world.clock.tick(10_000);
  world.line.tick();
  assertEquals(world.takeSent().byServer.length, 2, "A tab that opens while it rings must hear of it");
  world.line.stop();
  world.clock.tick(10_000);
  world.line.tick();
  assertEquals(world.takeSent().byServer, []);
});

lineTest("A line that closes stops, and closes its connection", async (world) => {
  await world.connect();
  world.line.close();
  assertEquals([world.line.isClosed, world.pc().isClosed, world.line.connections.current], [true, true, null]);
  assertEquals(world.clock.countTimers(), 0);
});

lineTest("A line that was stopped can still be closed", async (world) => {
  await world.connect();
  world.line.stop();
  assert(!world.pc().isClosed);
  world.line.close();
  assert(world.pc().isClosed);
});

/** Passes time as the page does, which looks at its lines twice a second. */
async function watch(world: LineWorld, ms: number, { isAlive = false } = {}): Promise<void> {
  for (let passed = 0; passed < ms; passed += 500) {
    await (isAlive ? world.live(500) : world.hush(500));
    world.line.tick();
  }
}

lineTest("A line that rings asks its caller's tab by the server, and reports a silence once it has", async (world) => {
  const { tabId } = world.message();
  world.line.bind(tabId);
  await watch(world, 1_000);
  const [query, ...others] = queriesOf(world);
  assertEquals(query?.type === "call-query" && query.askedTabId, tabId);
  assertEquals([others, world.takeLog()], [[], ["doubt"]]);
  await watch(world, 3_000);
  assertEquals(typesOf(world.takeLog()), ["doubt", "doubt", "peer-gone"]);
}, { isAnswering: true });

lineTest("A line that rings takes any word of its caller's tab for life, and none of another's", async (world) => {
  const { tabId, ...message } = world.message();
  world.line.bind(tabId);
  for (let round = 0; round < 5; round++) {
    await watch(world, 3_000);
    world.line.receive(world.ack(0));
  }
  assertEquals(typesOf(world.takeLog()).filter((type) => type === "peer-gone"), []);
  await watch(world, 3_000);
  world.line.receive({ ...message, type: "no-call", tabId: "other" as never });
  world.line.receive({ ...world.ack(0), tabId: "other" as never });
  await watch(world, 1_000);
  assertEquals(typesOf(world.takeLog()).at(-1), "peer-gone");
}, { isAnswering: true });

lineTest("A line that has accepted waits anew, and hears when its caller has the call no more", async (world) => {
  const { tabId, ...message } = world.message();
  world.line.bind(tabId);
  await watch(world, 3_500);
  world.line.send({ type: "video-offer-response", accepted: true } as never);
  await watch(world, 3_000);
  assertEquals(typesOf(world.takeLog()).filter((type) => type !== "doubt"), []);
  world.line.receive({ ...message, type: "no-call", tabId });
  assertEquals(typesOf(world.takeLog()), ["peer-left"]);
}, { isAnswering: true });

lineTest("A line asks nobody whose path is alive, and hears nothing of having no call", async (world) => {
  const { tabId, ...message } = world.message();
  world.line.bind(tabId);
  await world.connect();
  world.byServer.length = 0;
  await watch(world, 60_000, { isAlive: true });
  world.line.receive({ ...message, type: "no-call", tabId });
  assertEquals([queriesOf(world), typesOf(world.takeLog())], [[], []]);
});

lineTest(
  "A line in a silence asks every three seconds, tells who is away, and hears of a page that is gone",
  async (world) => {
    const { tabId, ...message } = world.message();
    world.line.bind(tabId);
    await world.connect();
    world.byServer.length = 0;
    await watch(world, 9_500);
    assertEquals(queriesOf(world).length, 3);
    const told = () => typesOf(world.takeLog()).filter((type) => String(type).startsWith("peer-"));
    assertEquals(told(), ["peer-away"]);
    world.line.receive({ ...message, type: "no-call", tabId: "reopened" as never });
    await watch(world, 6_500);
    assertEquals(told(), ["peer-gone"]);
    world.line.receive(world.ack(0));
    assertEquals(told(), ["peer-back"]);
  },
);

lineTest(
  "A line in a silence hears of a page that may go on with the call, and gives nobody up for it",
  async (world) => {
    const { tabId, ...message } = world.message();
    world.line.bind(tabId);
    await world.connect();
    const rejoin = { ...message, type: "no-call", tabId: "reopened" as never, mayRejoin: true } as const;
    world.line.receive(rejoin);
    assertEquals(typesOf(world.takeLog()).filter((type) => type === "peer-closed"), [], "The path is alive");
    await watch(world, 9_500);
    world.takeLog();
    world.line.receive(rejoin);
    await watch(world, 20_000);
    const told = typesOf(world.takeLog()).filter((type) => String(type).startsWith("peer-"));
    assertEquals(told, ["peer-closed"]);
  },
);

lineTest("A line whose path is back hears nothing of having no call, though it has just asked", async (world) => {
  const { tabId, ...message } = world.message();
  world.line.bind(tabId);
  await world.connect();
  world.byServer.length = 0;
  await watch(world, 3_500);
  assertEquals(queriesOf(world).length, 1);
  world.heartbeat.receive("");
  world.takeLog();
  world.line.receive({ ...message, type: "no-call", tabId });
  assertEquals(typesOf(world.takeLog()), []);
});

lineTest("A line of a call that is over asks nobody, and says so to who asks", async (world) => {
  const { tabId, ...message } = world.message();
  world.line.bind(tabId);
  world.line.stop();
  await watch(world, 10_000);
  assertEquals([queriesOf(world), world.takeLog()], [[], []]);
  world.line.receive({ ...message, type: "call-query", tabId, askedTabId: "mine" as never });
  assertEquals(queriesOf(world).map(({ type }) => type), ["no-call"]);
});
