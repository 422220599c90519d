/** What a bus on a Redis Cluster must stand: slots that move, one by one or all of a master, and masters that go. */

import { assert, assertEquals } from "@std/assert";
import { createRandomPeerId, type PeerId, type PresenceTopic } from "../../../signaling/protocol.ts";
import calculateSlot from "cluster-key-slot";
import { SENDER, settlesAt, waitUntilReady, waitUntilSettled } from "../../doubles/bus_test_case.ts";
import { createPresenceTopic } from "../../doubles/presence_topic.ts";
import { RedisClusterServers } from "../../doubles/redis_server.ts";
import { createPeerIdsIn, publishUntil, redisTest, TestBus } from "../../doubles/redis_test_case.ts";

/** How long IDs may be out of reach from one instance to another because slots have moved, in milliseconds. */
const BACK_MS_MAX = 3_000;
/** The first slots of the second and the third master. */
const [SECOND_FIRST, THIRD_FIRST] = [5_461, 10_922];

function slotOf(peerId: PeerId): number {
  return calculateSlot(`vc:{${peerId}}`);
}

function slotOfTopic(topic: PresenceTopic): number {
  return calculateSlot(`vc:{topic:${topic}}`);
}

function createTopicIn(isWanted: (slot: number) => boolean): PresenceTopic {
  let topic = createPresenceTopic();
  while (!isWanted(slotOfTopic(topic))) topic = createPresenceTopic();
  return topic;
}

redisTest("RedisBus follows a slot that moves to another master", async () => {
  await using cluster = await RedisClusterServers.start();
  using a = new TestBus(cluster.url);
  using b = new TestBus(cluster.url);
  await waitUntilReady(a, b);
  const peerId = createRandomPeerId();
  await b.subscribe(peerId, () => {});
  assertEquals(await a.publish(peerId, "text", SENDER), 1);
  const slot = calculateSlot(`vc:{${peerId}}`);
  const from = Math.floor(slot * cluster.masters.length / 16_384);
  await cluster.moveSlot(slot, (from + 1) % 3);
  await publishUntil(1, a, peerId);
  assertEquals(a.isReady && b.isReady, true);
  await cluster.moveSlot(slot, from);
  await publishUntil(1, a, peerId);
});

redisTest("RedisBus on a Cluster goes on with the other masters while one is away", async () => {
  await using cluster = await RedisClusterServers.start(["--cluster-require-full-coverage", "no"]);
  using a = new TestBus(cluster.url);
  using b = new TestBus(cluster.url);
  await waitUntilReady(a, b);
  const peerIds = Array.from({ length: 60 }, createRandomPeerId);
  await Promise.all(peerIds.map((peerId) => b.subscribe(peerId, () => {})));
  const [first] = cluster.masters;
  await first?.kill();
  await settlesAt(false, () => a.isReady || b.isReady);
  const receipts = await Promise.all(peerIds.map((peerId) => a.publish(peerId, "text", SENDER)));
  assert(receipts.includes("unavailable") && receipts.includes(1) && !receipts.includes(0), String(receipts));
  await first?.start();
  for (const peerId of peerIds) assertEquals((await publishUntil(1, a, peerId)).has(0), false);
  await waitUntilReady(a, b);
});

for (const [which, slot] of [["first", SECOND_FIRST], ["last", THIRD_FIRST - 1]] as const) {
  redisTest(`RedisBus keeps the other slots of a master whose ${which} slot moves away`, async () => {
    await using cluster = await RedisClusterServers.start();
    using a = new TestBus(cluster.url);
    using b = new TestBus(cluster.url);
    await waitUntilReady(a, b);
    const isOfSecond = (s: number) => s > SECOND_FIRST && s < THIRD_FIRST - 1;
    const peerIds = createPeerIdsIn(20, isOfSecond, slotOf);
    await Promise.all(peerIds.map((peerId) => b.subscribe(peerId, () => {})));
    await cluster.moveSlot(slot, 2 - (slot === SECOND_FIRST ? 0 : 2));
    // Longer than an uplink without its canary lives.
    const startMs = performance.now();
    let lostAtMs = startMs;
    while (performance.now() - startMs < 4_000) {
      const receipts = await Promise.all(peerIds.map((peerId) => a.publish(peerId, "text", SENDER)));
      assertEquals(receipts.includes(0), false);
      if (receipts.includes("unavailable")) lostAtMs = performance.now();
      await new Promise((resolve) => setTimeout(resolve, 0));
    }
    assert(lostAtMs - startMs < 1_000, `IDs were out of reach still after ${lostAtMs - startMs} ms`);
    assertEquals(a.isReady && b.isReady, true);
    assertEquals([...a.lines, ...b.lines], []);
  });
}

redisTest("RedisBus says of nobody that they are absent because their slot has moved", async () => {
  await using cluster = await RedisClusterServers.start();
  using a = new TestBus(cluster.url);
  using b = new TestBus(cluster.url);
  await waitUntilReady(a, b);
  const [here, there, absent] = createPeerIdsIn(3, (slot) => slot < SECOND_FIRST, slotOf) as [PeerId, PeerId, PeerId];
  const [topic, absentTopic] = [createTopicIn((slot) => slot < SECOND_FIRST), createPresenceTopic()];
  for (const peerId of [here, there]) await b.subscribe(peerId, () => {});
  await b.appear(topic);
  await waitUntilSettled(a, b);
  assertEquals(await a.findOnline([topic, absentTopic]), [topic]);

  for (const slot of [slotOf(here), slotOfTopic(topic)]) await cluster.moveSlot(slot, 1);
  const answers = new Set<string>(); // Nothing has told `a` that anything has moved.
  await settlesAt(topic as string, async () => {
    const online = String(await a.findOnline([topic, absentTopic]));
    answers.add(online);
    return online;
  });
  answers.delete("unavailable");
  assertEquals(answers, new Set([topic]));
  assertEquals((await publishUntil(1, a, here)).has(0), false);

  await cluster.moveSlot(slotOf(absent), 1);
  const startMs = performance.now();
  assertEquals(await publishUntil(0, a, absent), new Set(["unavailable"]));
  const tookMs = performance.now() - startMs;
  assert(tookMs > 2_500, `Others had only ${tookMs} ms to tell the new master of their channels`);
  assertEquals(await a.publish(there, "text", SENDER), 1);
});

redisTest("RedisBus tells a master again of channels that it dropped as their slot went and came back", async () => {
  await using cluster = await RedisClusterServers.start();
  using a = new TestBus(cluster.url);
  using b = new TestBus(cluster.url);
  await waitUntilReady(a, b);
  const [peerId] = createPeerIdsIn(1, (slot) => slot > SECOND_FIRST && slot < THIRD_FIRST, slotOf) as [PeerId];
  await b.subscribe(peerId, () => {});
  await waitUntilSettled(a);
  // Before anybody can have asked: the other masters never hear of it.
  const second = cluster.masters[1];
  const ids = await Promise.all(
    cluster.masters.map(async (m) => (await m.command("CLUSTER", "MYID")).split("\r\n")[1]),
  );
  for (const id of [ids[0], ids[1]]) {
    await second?.command("CLUSTER", "SETSLOT", String(slotOf(peerId)), "NODE", id ?? "");
  }
  const startMs = performance.now();
  await publishUntil(1, a, peerId);
  const tookMs = performance.now() - startMs;
  assert(tookMs < BACK_MS_MAX, `It was told again only after ${tookMs} ms`);
});

redisTest(
  "RedisBus goes over to the replica of a master that dies, and says meanwhile that it cannot tell",
  async () => {
    await using cluster = await RedisClusterServers.start();
    await using _replica = await cluster.addReplica(1);
    using a = new TestBus(cluster.url);
    using b = new TestBus(cluster.url);
    await waitUntilReady(a, b);
    const isLost = (slot: number) => slot >= SECOND_FIRST && slot < THIRD_FIRST;
    const [absent, ...peerIds] = createPeerIdsIn(20, isLost, slotOf);
    const absentTopic = createTopicIn(isLost);
    await Promise.all(peerIds.map((peerId) => b.subscribe(peerId, () => {})));
    await waitUntilSettled(a);
    await cluster.masters[1]?.kill();
    await settlesAt(false, () => a.isReady || b.isReady);
    await waitUntilReady(a);
    assertEquals(await a.publish(absent as PeerId, "text", SENDER), "unavailable");
    assertEquals(await a.findOnline([absentTopic]), "unavailable");
    for (const peerId of peerIds) assertEquals((await publishUntil(1, a, peerId)).has(0), false);
    await publishUntil(0, a, absent as PeerId);
  },
);
