/** What only a bus on Redis can get wrong: a Redis that goes away, falls silent, is overrun, or moves its slots. */

import { assert, assertEquals } from "@std/assert";
import type { Receipt } from "../../../signaling/bus/bus.ts";
import { createRandomPeerId, type PeerId } from "../../../signaling/protocol.ts";
import { SILENCE_MS_MAX } from "../../../signaling/redis/redis_uplink.ts";
import calculateSlot from "cluster-key-slot";
import { parseRedisUrl } from "../../../signaling/redis/redis_url.ts";
import { SENDER, settlesAt, waitUntilReady } from "../../doubles/bus_test_case.ts";
import { ChaosProxy, type Direction, DIRECTIONS } from "../../doubles/chaos_proxy.ts";
import { createPresenceTopic } from "../../doubles/presence_topic.ts";
import { RedisClusterServers, RedisServer } from "../../doubles/redis_server.ts";
import { publishUntil, redisTest, TestBus } from "../../doubles/redis_test_case.ts";
import { until } from "../../doubles/until.ts";

/** Until a silent connection is given up: the limit, and the canaries at both ends of it. */
const NOTICED_MS_MAX = SILENCE_MS_MAX + 1_500;

redisTest(
  "RedisBus comes back to a restarted Redis with all subscriptions, and never says that nobody is there",
  async () => {
    await using redis = await RedisServer.start();
    using a = new TestBus(redis.url);
    using b = new TestBus(redis.url);
    await waitUntilReady(a, b);
    const peerIds = Array.from({ length: 3_000 }, createRandomPeerId);
    await Promise.all(peerIds.map((peerId) => b.subscribe(peerId, () => {})));
    for (let round = 0; round < 3; round++) {
      await redis.kill();
      await settlesAt(false, () => a.isReady || b.isReady);
      assertEquals(a.publish(peerIds[0] as PeerId, "text", SENDER), "unavailable");
      const late = createRandomPeerId();
      assertEquals(b.subscribe(late, () => {}), undefined, "Nobody waits for a Redis that is away");
      await redis.start();
      for (const peerId of [late, ...peerIds.slice(0, 5)]) {
        assertEquals((await publishUntil(1, a, peerId)).has(0), false);
      }
      await waitUntilReady(a, b);
      assertEquals(b.channelCount, peerIds.length + 1);
      b.unsubscribe(late);
      await settlesAt(peerIds.length, () => b.channelCount);
    }
    for (const { lines } of [a, b]) {
      assertEquals(lines.length, 6, `It says once that Redis is away and once that it is back: ${lines}`);
    }
  },
);

for (const directions of [DIRECTIONS, ["up"], ["down"]] as (readonly Direction[])[]) {
  redisTest(
    `RedisBus notices a connection that is stuck (${directions.join(" and ")}), and leaves no ghost of it`,
    async () => {
      await using redis = await RedisServer.start();
      await using proxy = new ChaosProxy({ targetPort: redis.port });
      using a = new TestBus(redis.url);
      using b = new TestBus(`redis://127.0.0.1:${proxy.port}`);
      await waitUntilReady(a, b);
      const peerId = createRandomPeerId();
      await b.subscribe(peerId, () => {});
      assertEquals(await a.publish(peerId, "text", SENDER), 1);
      proxy.stall(directions);
      const startMs = performance.now();
      await settlesAt(false, () => b.isReady); // By the canary alone: nothing else is said.
      const tookMs = performance.now() - startMs;
      assert(tookMs < NOTICED_MS_MAX, `It was noticed only after ${tookMs} ms`);
      await waitUntilReady(b);
      // The stuck one lives on in Redis, which has not heard of its end.
      await settlesAt(1, async () => Number(await a.publish(peerId, "text", SENDER)));
    },
  );
}

redisTest("RedisBus ends its own stuck connection only, though a restarted Redis counts connections anew", async () => {
  await using redis = await RedisServer.start();
  await using proxy = new ChaosProxy({ targetPort: redis.port });
  using bus = new TestBus(`redis://127.0.0.1:${proxy.port}`);
  await waitUntilReady(bus);
  const id = /\bid=(\d+)/.exec(await redis.command("CLIENT", "LIST", "TYPE", "pubsub"))?.[1];
  proxy.welcome = "refuse";
  await redis.kill();
  await redis.start();
  const strangers: Deno.TcpConn[] = [];
  const ask = async (stranger: Deno.TcpConn, words: string) => {
    await stranger.write(new TextEncoder().encode(`${words}\r\n`));
    const chunk = new Uint8Array(64);
    return new TextDecoder().decode(chunk.subarray(0, await stranger.read(chunk) ?? 0)).trimEnd();
  };
  for (let taken = ""; taken !== `:${id}`;) {
    const stranger = await Deno.connect({ hostname: redis.host, port: redis.port });
    strangers.push(stranger);
    taken = await ask(stranger, "CLIENT ID");
  }
  proxy.welcome = "join";
  await waitUntilReady(bus);
  for (let turn = 0; turn < 3; turn++) await bus.publish(createRandomPeerId(), "text", SENDER);
  for (const stranger of strangers) assertEquals(await ask(stranger, "PING"), "+PONG");
  for (const stranger of strangers) stranger.close();
});

redisTest("RedisBus keeps no more than it may of what waits for Redis", async () => {
  await using redis = await RedisServer.start();
  using bus = new TestBus(redis.url);
  await waitUntilReady(bus);
  redis.pause();
  const text = "x".repeat(64 * 1024);
  const receipts = Array.from({ length: 1_000 }, () => bus.publish(createRandomPeerId(), text, SENDER));
  const waiting = receipts.filter((receipt) => typeof receipt === "object");
  assert(waiting.length > 0 && waiting.length <= 256, `${waiting.length} of 64 KiB wait`);
  assertEquals(new Set(receipts.filter((receipt) => typeof receipt !== "object")), new Set<Receipt>(["unavailable"]));
  assertEquals(new Set(await Promise.all(waiting)), new Set<Receipt>(["unavailable"]));
  redis.resume();
  await waitUntilReady(bus);
  assertEquals(
    await bus.publish(createRandomPeerId(), "text", SENDER),
    "unavailable",
    "Others may be on their way back",
  );
});

redisTest("RedisBus comes up though registrations keep coming, faster than Redis confirms them", async () => {
  await using redis = await RedisServer.start();
  await using proxy = new ChaosProxy({ targetPort: redis.port });
  proxy.delayMs = 20;
  using bus = new TestBus(`redis://127.0.0.1:${proxy.port}`);
  const first = createRandomPeerId();
  void bus.subscribe(first, () => {});
  await settlesAt(true, () => {
    void bus.subscribe(createRandomPeerId(), () => {});
    return bus.isReady;
  });
  using other = new TestBus(redis.url);
  await waitUntilReady(other);
  assertEquals(await other.publish(first, "text", SENDER), 1);
});

redisTest(
  "RedisBus says of nobody that they are absent when it has just come up: others may be behind it",
  async () => {
    await using redis = await RedisServer.start();
    using bus = new TestBus(redis.url);
    await waitUntilReady(bus);
    const [peerId, topic] = [createRandomPeerId(), createPresenceTopic()];
    assertEquals(await bus.publish(peerId, "text", SENDER), "unavailable");
    assertEquals(await bus.findOnline([topic]), "unavailable");
    assertEquals(await publishUntil(0, bus, peerId), new Set(["unavailable"]));
    assertEquals(await bus.findOnline([topic]), []);
  },
);

redisTest("calculateSlot() agrees with Redis", async () => {
  await using cluster = await RedisClusterServers.start();
  const names = ["", "123456789", "a{b}c{d}", "a{}b", "{", "}{", "vc:{topic:qTGyw0ZyKUmJpUOhF9bXrA}"];
  for (const name of [...names, ...Array.from({ length: 50 }, () => `vc:{${createRandomPeerId()}}`)]) {
    assertEquals(`:${calculateSlot(name)}`, await cluster.masters[0]?.command("CLUSTER", "KEYSLOT", name), name);
  }
});

Deno.test("parseRedisUrl() reads one server, Sentinels and a Cluster, with and without TLS and password", () => {
  const plain = {
    kind: "single",
    addresses: [{ host: "r.example", port: 6379 }],
    masterName: "",
    username: "",
  } as const;
  const open = { password: "", isTls: false };
  assertEquals(parseRedisUrl("redis://r.example"), { ...plain, ...open });
  assertEquals(parseRedisUrl("redis://r.example:6379/0"), { ...plain, ...open });
  const secret = { username: "u", password: "p@/:ß", isTls: true };
  assertEquals(parseRedisUrl("rediss://u:p%40%2F%3A%C3%9F@r.example"), { ...plain, ...secret });
  assertEquals(parseRedisUrl("rediss://:p%40%2F%3A%C3%9F@r.example"), { ...plain, ...secret, username: "" });
  assertEquals(parseRedisUrl("redis+sentinel://a,b:1/main"), {
    kind: "sentinel",
    addresses: [{ host: "a", port: 26379 }, { host: "b", port: 1 }],
    masterName: "main",
    username: "",
    ...open,
  });
  assertEquals(parseRedisUrl("rediss+cluster://[::1]:7000,b")?.addresses, [{ host: "::1", port: 7000 }, {
    host: "b",
    port: 6379,
  }]);
  const bad = ["", "redis", "http://r", "redis://", "redis://a,b", "redis://r:0", "redis://r:65536", "redis://r/1"];
  bad.push("redis+sentinel://a", "redis+cluster://a/1", "redis://u:%zz@r", "redis://a b", "redis+other://a");
  for (const url of bad) assertEquals(parseRedisUrl(url), null, url);
});

redisTest(
  "RedisBus.hasPeers() knows whether it is alone, and takes it that it is not when that cannot be told",
  async () => {
    await using redis = await RedisServer.start();
    using a = new TestBus(redis.url);
    assertEquals(await a.hasPeers(), true); // Not connected yet; and others may be about to come as well.
    await waitUntilReady(a);
    const isAlone = async () => !await a.hasPeers();
    await until(isAlone, "it is settled");
    const b = new TestBus(redis.url);
    await waitUntilReady(b);
    assertEquals(await a.hasPeers(), true);
    b.close();
    await until(isAlone, "the other has gone");
    await redis.kill();
    await settlesAt(false, () => a.isReady);
    assertEquals(await a.hasPeers(), true);
  },
);
