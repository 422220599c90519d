/** The end of the server's process: what SIGTERM, SIGINT and a second signal do to it and to its sockets. */

import { assert, assertEquals, assertMatch } from "@std/assert";
import { CLOSE } from "../../signaling/protocol.ts";
import { waitUntilReady } from "../doubles/bus_test_case.ts";
import { RedisServer } from "../doubles/redis_server.ts";
import { redisTest, TestBus } from "../doubles/redis_test_case.ts";
import { readServerFlags } from "../doubles/server_process.ts";
import { TestClient } from "../doubles/test_client.ts";
import { createStaticFolder } from "../doubles/test_server.ts";

interface Running {
  readonly host: string;
  readonly process: Deno.ChildProcess;
}

const ROOT = new URL("../../", import.meta.url).pathname;

/** Runs `body` with the settings of an instance that has another beside it, on a Redis of their own. */
async function withPeer(body: (env: Record<string, string>) => Promise<void>): Promise<void> {
  await using redis = await RedisServer.start();
  using peer = new TestBus(redis.url);
  await waitUntilReady(peer);
  await body({ REDIS_URL: redis.url });
}

/** Runs `body` against server.ts in a process, with its own permissions and a page that stands for ours. */
async function withProcess(env: Record<string, string>, body: (running: Running) => Promise<void>): Promise<string> {
  const folder = await Deno.makeTempDir();
  await createStaticFolder(folder);
  const args = ["run", `--config=${ROOT}deno.json`, ...readServerFlags(), `${ROOT}server.ts`];
  const errors = await withCommand({ args, cwd: folder, env }, body);
  await Deno.remove(folder, { recursive: true });
  return errors;
}

async function withCommand(
  { args, cwd, env }: { args: string[]; cwd: string; env: Record<string, string> },
  body: (running: Running) => Promise<void>,
): Promise<string> {
  await using process = new Deno.Command(Deno.execPath(), {
    args,
    cwd,
    env: { PORT: "0", HOST: "0.0.0.0", STUN_PORT: "0", DRAIN_SECONDS: "", ...env },
    stdout: "piped",
    stderr: "piped",
  }).spawn();
  const lines = process.stdout.pipeThrough(new TextDecoderStream());
  let output = "";
  for await (const chunk of lines.values({ preventCancel: true })) {
    output += chunk;
    if (output.includes("\n")) break;
  }
  const port = /^Video calling is at http:\/\/localhost:(\d+)\n$/.exec(output)?.[1];
  const errors = new Response(process.stderr).text();
  assert(port !== undefined, output);
  await body({ host: `127.0.0.1:${port}`, process });
  await lines.cancel();
  return await errors;
}

async function connect(host: string): Promise<TestClient> {
  const client = new TestClient(host);
  await client.register();
  return client;
}

redisTest(
  "server.ts on SIGTERM asks its sockets to move, and exits with 0 as soon as they have",
  () =>
    withPeer(async (env) => {
      const errors = await withProcess(env, async ({ host, process }) => {
        const client = await connect(host);
        process.kill("SIGTERM");
        assertEquals(await client.next(), { type: "reconnect", withinMs: 10_000 });
        const response = await fetch(`http://${host}/readyz`);
        await response.body?.cancel();
        assertEquals(response.status, 503);
        client.send({ type: "ping" });
        assertEquals(await client.next(), { type: "pong" });
        const startMs = performance.now();
        await client.close();
        assertEquals((await process.status).code, 0);
        assert(performance.now() - startMs < 2_000, "it took too long");
      });
      assertEquals(errors, "");
    }),
);

redisTest("server.ts takes SIGTERM twice at once, as deno task sends it, for one", () =>
  withPeer(async (env) => {
    await withProcess(env, async ({ host, process }) => {
      const client = await connect(host);
      process.kill("SIGTERM");
      assertEquals((await client.next()).type, "reconnect");
      process.kill("SIGTERM");
      for (let turn = 0; turn < 3; turn += 1) {
        client.send({ type: "ping" });
        assertEquals(await client.next(), { type: "pong" });
      }
      await client.close();
      assertEquals((await process.status).code, 0);
    });
  }));

// Needs a built page, as `deno task serve` does.
redisTest(
  "deno task serve passes SIGTERM on through its tasks, and ends with 0 when the sockets have moved",
  () =>
    withPeer(async (env) => {
      await withCommand({ args: ["task", "serve"], cwd: ROOT, env }, async ({ host, process }) => {
        const client = await connect(host);
        process.kill("SIGTERM");
        assertEquals(await client.next(), { type: "reconnect", withinMs: 10_000 });
        client.send({ type: "ping" });
        assertEquals(await client.next(), { type: "pong" });
        await client.close();
        assertEquals((await process.status).code, 0);
      });
    }),
);

redisTest("server.ts closes with 1001 who stays past DRAIN_SECONDS", () =>
  withPeer(async (env) => {
    await withProcess({ ...env, DRAIN_SECONDS: "1" }, async ({ host, process }) => {
      const client = await connect(host);
      const startMs = performance.now();
      process.kill("SIGTERM");
      assertEquals(await client.next(), { type: "reconnect", withinMs: 666 });
      assertEquals((await client.closed).code, CLOSE.goingAway);
      assertEquals((await process.status).code, 0);
      const tookMs = performance.now() - startMs;
      assert(tookMs >= 950 && tookMs < 4_000, `${tookMs} ms`);
    });
  }));

Deno.test("server.ts on SIGINT, without DRAIN_SECONDS or alone, closes its sockets and exits promptly with 0", async () => {
  for (const [signal, env] of [["SIGINT", {}], ["SIGTERM", { DRAIN_SECONDS: "0" }], ["SIGTERM", {}]] as const) {
    await withProcess(env, async ({ host, process }) => {
      const client = await connect(host);
      const startMs = performance.now();
      process.kill(signal);
      assertEquals((await client.closed).code, CLOSE.goingAway);
      assertEquals((await process.status).code, 0);
      assert(performance.now() - startMs < 2_000, "it took too long");
    });
  }
});

redisTest("server.ts exits at once by a second signal", () =>
  withPeer(async (env) => {
    await withProcess(env, async ({ host, process }) => {
      const client = await connect(host);
      process.kill("SIGTERM");
      assertEquals((await client.next()).type, "reconnect");
      const startMs = performance.now();
      process.kill("SIGINT");
      assertEquals((await process.status).code, 0);
      assert(performance.now() - startMs < 1_000, "it took too long");
      await client.closed;
    });
  }));

Deno.test("server.ts warns that the STUN port is taken, and does without", async () => {
  const other = Deno.listenDatagram({ transport: "udp", hostname: "::", port: 0 });
  const { port } = other.addr as Deno.NetAddr;
  const errors = await withProcess({ STUN_PORT: String(port) }, async ({ host, process }) => {
    const client = new TestClient(host);
    await client.nextOfType("challenge");
    client.send({ type: "register" });
    assertEquals((await client.nextOfType("registered")).iceServers, []);
    process.kill("SIGINT");
    await client.closed;
    await process.status;
  });
  assertMatch(errors, new RegExp(`^Cannot answer STUN on UDP port ${port}: it is in use\\..*\\n$`));
  other.close();
});
