/** What becomes of another network that asks for a new connection, when the other end's offer of one is in its way. */

import { assert, assertEquals } from "@std/assert";
import type { ConnectionId } from "../../../signaling/protocol.ts";
import { assertAgreed, type Pair, pairTest } from "../../doubles/connection_pair.ts";

/** The first end is asked for a replacement while its browser is at work on an answer, and the other end wants none then. */
async function playInTheWay(pair: Pair, { isForced }: { isForced: boolean }): Promise<void> {
  pair.nowMs = 10_000;
  pair.replace(1, { isForced: false });
  await pair.work(1);
  pair.deliver(1);
  pair.replace(0, { isForced });
  await pair.settle();
  assertEquals(pair.ends.map(({ current, made }) => current === made[0]), [true, true]);
}

async function tick(pair: Pair, nowMs: number): Promise<void> {
  pair.nowMs = nowMs;
  for (const end of pair.ends) end.connections.tick({ hasUnsaid: false });
  await pair.settle();
}

pairTest(
  "Connections do not forget another network over the other end's offer, which may come to nothing",
  async (pair) => {
    const [a] = pair.ends;
    await playInTheWay(pair, { isForced: true });
    await tick(pair, 12_999);
    assertEquals(a.made.length, 2, "It has its time");
    assert(!a.told.includes("replacing"));
    await tick(pair, 13_000);
    assertAgreed(pair.ends);
    assertEquals(a.told.filter((each) => each === "replacing").length, 1, "Whoever waits for it has to know of it");
    assertEquals([a.made.length, a.current], [3, a.made[2]]);
    await tick(pair, 60_000);
    assertEquals(a.made.length, 3);
  },
);

pairTest("Connections follow another network at once when the other end's offer has come to nothing", async (pair) => {
  const [a] = pair.ends;
  await playInTheWay(pair, { isForced: true });
  a.made[1]?.options.handlers.state("failed");
  await tick(pair, 10_001);
  assertAgreed(pair.ends);
  assertEquals(a.current, a.made[2]);
});

pairTest("Connections owe nothing for a path in doubt, nor for what they have tried themselves", async (pair) => {
  const [a] = pair.ends;
  await playInTheWay(pair, { isForced: false });
  await tick(pair, 13_000);
  assertEquals(a.made.length, 2, "The path was heard again");
  await tick(pair, 60_000);
  pair.replace(0, { isForced: false });
  pair.replace(0, { isForced: true });
  a.made[2]?.options.handlers.state("failed");
  await tick(pair, 63_000);
  assertEquals(a.made.length, 3, "An own offer was made for it");
});

pairTest("Connections try once for another network what the other end's offer was before", async (pair) => {
  const [a] = pair.ends;
  await playInTheWay(pair, { isForced: true });
  pair.nowMs = 13_000;
  a.connections.tick({ hasUnsaid: false });
  assertEquals(a.made.length, 3);
  a.made[2]?.options.handlers.state("failed");
  await tick(pair, 60_000);
  assertEquals(a.made.length, 3);
});

pairTest("Connections do not forget another network when they give way before their offer has left", async (pair) => {
  const [polite] = pair.ends;
  pair.replace(1, { isForced: false });
  await pair.work(1);
  pair.replace(0, { isForced: true });
  pair.deliver(1);
  await pair.settle();
  assertEquals(polite.current, polite.made[0]);
  pair.nowMs = 3_000;
  polite.connections.tick({ hasUnsaid: false });
  await pair.settle();
  assertAgreed(pair.ends);
  assertEquals(polite.current, polite.made[3]);
});

pairTest("Connections are content with the other end's, if it comes up after the network changed", async (pair) => {
  for (const end of pair.ends) end.isAlive = false;
  pair.replace(1, { isForced: false });
  await pair.work(1);
  pair.deliver(1);
  pair.replace(0, { isForced: true });
  await pair.settle();
  pair.nowMs = 60_000;
  for (const end of pair.ends) end.connections.tick({ hasUnsaid: false });
  assertAgreed(pair.ends);
  assertEquals(pair.ends.map(({ made }) => made.length), [2, 2]);
});

pairTest("Connections owe nothing of an own offer that was answered and then overtaken", async (pair) => {
  const [a] = pair.ends;
  pair.replace(0, { isForced: true });
  await pair.work(0);
  pair.deliver(0);
  await pair.work(1);
  pair.deliver(1);
  await pair.work(0);
  void a.connections.applyDescription({ type: "offer", sdp: "another" }, "another" as ConnectionId);
  await pair.work(0);
  assertEquals(a.made.length, 3);
  a.made[2]?.options.handlers.state("failed");
  a.connections.tick({ hasUnsaid: false });
  assertEquals(a.made.length, 3);
});

pairTest(
  "Connections tell of no try that the answer to the other end's offer still stands in the way of",
  async (pair) => {
    const [a] = pair.ends;
    pair.replace(1, { isForced: false });
    await pair.work(1);
    pair.deliver(1);
    pair.replace(0, { isForced: true });
    pair.nowMs = 3_000; // The browser is still at work on it.
    a.connections.tick({ hasUnsaid: true });
    assertEquals([a.made.length, a.told.includes("replacing")], [2, false]);
  },
);
