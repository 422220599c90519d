/** Every kind of bus by the same suite: in memory, on a real Redis, and on a real Redis Cluster of three masters. */

import { MemoryBus, MemoryHub } from "../../../signaling/bus/memory_bus.ts";
import { RedisBus } from "../../../signaling/redis/redis_bus.ts";
import { parseRedisUrl } from "../../../signaling/redis/redis_url.ts";
import { testBus } from "../../doubles/bus_test_case.ts";
import { RUNTIME } from "../../doubles/redis_test_case.ts";
import { REDIS, RedisClusterServers, RedisServer } from "../../doubles/redis_server.ts";

function createRedisBus(url: string): RedisBus {
  const config = parseRedisUrl(url);
  if (config === null) throw new Error(`Cannot parse ${url}`);
  return new RedisBus(config, { ...RUNTIME, warn: () => {} });
}

testBus("MemoryBus", () => {
  const hub = new MemoryHub();
  return Promise.resolve({ create: () => new MemoryBus(hub), async [Symbol.asyncDispose]() {} });
});

testBus("RedisBus on one Redis", async () => {
  const redis = await RedisServer.start();
  return { create: () => createRedisBus(redis.url), [Symbol.asyncDispose]: () => redis[Symbol.asyncDispose]() };
}, REDIS);

testBus("RedisBus on a Cluster", async () => {
  const cluster = await RedisClusterServers.start();
  return { create: () => createRedisBus(cluster.url), [Symbol.asyncDispose]: () => cluster[Symbol.asyncDispose]() };
}, REDIS);
