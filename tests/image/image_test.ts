/** The image of the Dockerfile, as a host runs it: read-only, as nobody, without capabilities. One build for all steps. */

import { assert, assertEquals, assertRejects } from "@std/assert";
import { PushGate } from "../../signaling/push/push_gate.ts";
import { playCallAt } from "../browser/chromium_person.ts";
import { type Container, Image, IMAGE_PROGRAMS } from "../doubles/image.ts";
import { isMissing } from "../doubles/programs.ts";
import { TestClient } from "../doubles/test_client.ts";
import { until } from "../doubles/until.ts";

const ADDED_BYTES_MAX = 40 * 2 ** 20;

/** What a process in the container may do and be, as its kernel sees it. */
async function readPrivileges(container: Container): Promise<Record<string, string>> {
  const status = await container.evaluate(`
    console.log(Deno.readTextFileSync("/proc/1/status"));
    try { Deno.writeTextFileSync("/app/written", ""); } catch (error) { console.log("Write:\\t" + error.message); }
    try { Deno.writeTextFileSync("/tmp/written", ""); } catch (error) { console.log("WriteTmp:\\t" + error.message); }
  `);
  return Object.fromEntries([...status.matchAll(/^(\w+):\t(.*)$/gm)].map(([, name, value]) => [name, value]));
}

const NAME = "The image";
Deno.test({
  name: NAME,
  ignore: isMissing(NAME, { ...IMAGE_PROGRAMS, chromium: "chromium" }),
  sanitizeOps: false, // The browser's driver keeps timers of its own.
  sanitizeResources: false,
  async fn(t) {
    await using image = await Image.build();

    await t.step("adds at most 40 MiB to its base and says what it is", async () => {
      const addedBytes = await image.measureAddedBytes();
      assert(addedBytes > 0 && addedBytes <= ADDED_BYTES_MAX, `it adds ${addedBytes} bytes`);
      const labels = await image.readLabels();
      assertEquals(labels["org.opencontainers.image.title"], "Video calling");
      assertEquals(labels["org.opencontainers.image.revision"], "abc123");
    });

    await t.step("runs as nobody, without capabilities, and can write nowhere", async () => {
      const container = await image.start();
      const privileges = await readPrivileges(container);
      assertEquals(privileges.Uid?.split("\t")[0], "65532");
      assertEquals([privileges.CapPrm, privileges.CapEff, privileges.CapBnd], Array(3).fill("0000000000000000"));
      assertEquals(privileges.NoNewPrivs, "1");
      for (const message of [privileges.Write, privileges.WriteTmp]) assert(message?.includes("os error 30"), message);
      await container.stop();
    });

    await t.step("carries a call", async () => {
      const container = await image.start();
      await playCallAt(container.origin);
      await container.stop();
    });

    await t.step("has the forwarder of pushes too", async () => {
      const secret = "north-north-east";
      using gate = new PushGate({ hostname: "127.0.0.1", port: 0, secret, warn: () => {} });
      await image.startForwarder({ PUSH_FORWARDER: `127.0.0.1:${gate.port}`, PUSH_SECRET: secret });
      const authorization = `vapid t=a.b.c, k=${"k".repeat(87)}`;
      const rest = { ttlSeconds: 75, urgency: "high", authorization, body: "AAAA" } as const;
      // Which it refuses by itself, once it is there.
      const isServed = async () =>
        (await gate.send({ endpoint: "https://evil.example", ...rest })).result === "refused";
      await until(isServed, "the forwarder is there");
    });

    await t.step("is healthy until it is stopped, then drains, and ends with 0", async () => {
      // It cannot know whether it is alone, so it lets its clients move.
      const container = await image.start({ DRAIN_SECONDS: "10", REDIS_URL: "redis://127.0.0.1:1" });
      await container.checkHealth();
      const client = new TestClient(`127.0.0.1:${container.port}`);
      await client.register();
      const stopped = container.stop();
      assertEquals((await client.nextOfType("reconnect")).withinMs, 6_666);
      // What the health check asks, which podman itself does not run any more; it must not be killed while it drains.
      const response = await fetch(`${container.origin}/healthz`);
      assertEquals([response.status, await response.text()], [200, "ok\n"]);
      await client.close();
      await stopped;
      assertEquals(await container.readExitCode(), 0);
    });

    await t.step("is not healthy when its server does not answer", async () => {
      // It listens on another address than the check asks.
      const container = await image.start({ HOST: "127.0.0.2" });
      await assertRejects(() => container.checkHealth());
      await container.stop();
    });
  },
});
