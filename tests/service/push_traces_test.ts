/**
 * Whom somebody has had rung: neither server nor forwarder, Redis, log or figures hold an endpoint afterwards. All are
 * the real ones, each in its process; their heaps are read by Deno's own inspector.
 */

import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { Redis } from "ioredis";
import { readForwarderFlags, startForwarder } from "../doubles/forwarder_process.ts";
import { inspectFlags, takeHeapSnapshot } from "../doubles/heap.ts";
import { isMissing } from "../doubles/programs.ts";
import { createPushSender, encryptFor } from "../doubles/push_sender.ts";
import { startPushService } from "../doubles/push_service.ts";
import { Pusher } from "../doubles/push_world.ts";
import { REDIS, RedisServer } from "../doubles/redis_server.ts";
import { findFreePort, readServerFlags, startServerProcess } from "../doubles/server_process.ts";
import { TestClient } from "../doubles/test_client.ts";
import { createTestIdentity } from "../doubles/test_identity.ts";

const SECRET = "north-north-east-by-north";
const NAME = "Nothing of a push is left in server, forwarder, Redis or figures, and neither process may write a file";

/** All that Redis has, and all that it is told from now on. */
async function watchRedis(url: string): Promise<{ readAll(): Promise<string>; close(): void }> {
  const client = new Redis(url);
  const heard: string[] = [];
  const monitor = await client.monitor();
  monitor.on("monitor", (_time: string, args: string[]) => heard.push(args.join(" ")));
  return {
    async readAll() {
      const keys = await client.keys("*");
      const values = await Promise.all(keys.map((key) => client.dumpBuffer(key)));
      await client.ping(); // So that the monitor has heard of all before.
      return [...keys, ...values.map(String), ...heard].join("\n");
    },
    close() {
      monitor.disconnect();
      client.disconnect();
    },
  };
}

Deno.test({
  name: NAME,
  ignore: isMissing(NAME, { ...REDIS, openssl: "openssl" }),
  async fn() {
    await using redis = await RedisServer.start();
    const watch = await watchRedis(redis.url);
    const service = await startPushService();
    const [serverPort, forwarderPort, metricsPort] = [findFreePort(), findFreePort(), findFreePort()];
    const settings = { PUSH_FORWARDER: `127.0.0.1:${findFreePort()}`, PUSH_SECRET: SECRET, PUSH_HOSTS: service.host };
    const server = await startServerProcess({
      env: { ...settings, REDIS_URL: redis.url, METRICS_PORT: String(metricsPort) },
      flags: inspectFlags(readServerFlags(), serverPort),
    });
    const flags = inspectFlags([], forwarderPort);
    const forwarder = await startForwarder({ env: { ...settings, DENO_CERT: service.caPath }, flags });
    const client = new TestClient(`127.0.0.1:${server.port}`);
    try {
      const id = await client.register(await createTestIdentity());
      const sender = await createPushSender();
      const subscription = await service.subscribe(sender.publicKey);
      const authorization = await sender.authorize(service.origin);
      const body = await encryptFor(subscription, "Kim rings");
      const push = { endpoint: subscription.endpoint, ttlSeconds: 75, urgency: "high", authorization, body };
      assertEquals(await new Pusher(client).push(push), { result: "accepted" });
      client.send({ type: "ping" }); // The runtime holds a socket's latest message until its next.
      await client.nextOfType("pong");

      const secrets = [subscription.endpoint, subscription.endpoint.slice(-32), authorization, body];
      const heaps = [await takeHeapSnapshot(serverPort), await takeHeapSnapshot(forwarderPort)];
      for (const heap of heaps) {
        assertStringIncludes(heap, SECRET); // What is held is found.
        assertEquals(secrets.filter((secret) => heap.includes(secret)), []);
      }
      assertStringIncludes(heaps[0] ?? "", id);
      const figures = await (await fetch(`http://127.0.0.1:${metricsPort}/metrics`)).text();
      assertStringIncludes(figures, 'signaling_pushes_total{result="accepted"} 1');
      const stored = await watch.readAll();
      assert(stored.includes("subscribe"), "nothing was seen of what Redis is told");
      assertEquals(secrets.filter((secret) => stored.includes(secret) || figures.includes(secret)), []);
    } finally {
      await client.close();
      await forwarder.kill();
      await server.kill("SIGKILL");
      await service.close();
      watch.close();
    }
    const all = [...readServerFlags(), ...readForwarderFlags(settings)];
    assertEquals(all.filter((flag) => /^--allow-(?:write|run|ffi|all)|^-A$/.test(flag)), []);
  },
});
