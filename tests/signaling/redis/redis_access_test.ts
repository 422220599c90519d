/** The ways to a Redis that is not just a port: by Sentinels, through a failover; by password and TLS. */

import { assertEquals } from "@std/assert";
import { createRandomPeerId } from "../../../signaling/protocol.ts";
import { RedisBus } from "../../../signaling/redis/redis_bus.ts";
import { parseRedisUrl } from "../../../signaling/redis/redis_url.ts";
import { SENDER, settlesAt, waitUntilReady } from "../../doubles/bus_test_case.ts";
import { ChaosProxy } from "../../doubles/chaos_proxy.ts";
import { isMissing } from "../../doubles/programs.ts";
import { RUNTIME } from "../../doubles/redis_test_case.ts";
import { REDIS, RedisServer } from "../../doubles/redis_server.ts";
import { startServerProcess } from "../../doubles/server_process.ts";
import { TestClient } from "../../doubles/test_client.ts";
import { until } from "../../doubles/until.ts";

function createBus(url: string): RedisBus {
  const config = parseRedisUrl(url);
  if (config === null) throw new Error(`Cannot parse ${url}`);
  return new RedisBus(config, { ...RUNTIME, warn: () => {} });
}

const FAILOVER = "RedisBus finds the master by its Sentinels, and the next one after a failover";

Deno.test({
  name: FAILOVER,
  ignore: isMissing(FAILOVER, REDIS),
  async fn() {
    await using master = await RedisServer.start();
    await using replica = await RedisServer.start({ settings: ["--replicaof", master.host, String(master.port)] });
    const isReplica = async () => (await replica.command("INFO", "replication")).includes("master_link_status:up");
    await until(isReplica, "the replica has what its master has", 20_000);
    await using sentinel = await RedisServer.startSentinel(master.port);
    const knows = async () => (await sentinel.command("SENTINEL", "REPLICAS", "main")).includes(String(replica.port));
    await until(knows, "the Sentinel knows the replica", 20_000);
    const url = `redis+sentinel://${sentinel.host}:${sentinel.port}/main`;
    const [a, b] = [createBus(url), createBus(url)];
    try {
      await waitUntilReady(a, b);
      const peerId = createRandomPeerId();
      await b.subscribe(peerId, () => {});
      assertEquals(await a.publish(peerId, "text", SENDER), 1);
      await master.kill();
      await settlesAt(false, () => a.isReady || b.isReady);
      await waitUntilReady(a, b);
      assertEquals(await a.publish(peerId, "text", SENDER), 1);
    } finally {
      a.close();
      b.close();
    }
  },
});

/** A port that takes no connection and refuses none: those that wait to be taken fill all the room there is. */
class BlackHole implements AsyncDisposable {
  readonly port: number;
  readonly #listener = Deno.listen({ hostname: "127.0.0.1", port: 0, tcpBacklog: 1 });
  #waiting: Deno.TcpConn[] = [];

  constructor() {
    this.port = this.#listener.addr.port;
  }

  async fill(): Promise<void> {
    for (let n = 0; n < 2; n++) this.#waiting.push(await Deno.connect({ hostname: "127.0.0.1", port: this.port }));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const connection of this.#waiting) connection.close();
    this.#listener.close();
    await Promise.resolve();
  }
}

for (
  const [what, open] of [
    ["takes no connection", async () => {
      const hole = new BlackHole();
      await hole.fill();
      return hole;
    }],
    ["takes connections and says nothing", (targetPort: number) => {
      const proxy = new ChaosProxy({ targetPort });
      proxy.welcome = "stall";
      return Promise.resolve(proxy);
    }],
  ] as const
) {
  const name = `RedisBus passes by a Sentinel that ${what}`;
  Deno.test({
    name,
    ignore: isMissing(name, REDIS),
    async fn() {
      await using master = await RedisServer.start();
      await using sentinel = await RedisServer.startSentinel(master.port);
      await using silent = await open(sentinel.port);
      const bus = createBus(`redis+sentinel://127.0.0.1:${silent.port},127.0.0.1:${sentinel.port}/main`);
      try {
        await waitUntilReady(bus);
      } finally {
        bus.close();
      }
    },
  });
}

async function openssl(folder: string, ...words: string[]): Promise<void> {
  const { success, stderr } = await new Deno.Command("openssl", { args: words, cwd: folder }).output();
  if (!success) throw new Error(`Cannot openssl ${words.join(" ")}: ${new TextDecoder().decode(stderr)}`);
}

/** Makes a certificate for localhost, and the authority that signed it. */
async function createCertificate(folder: string): Promise<void> {
  const days = ["-days", "2"];
  const key = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"];
  await openssl(folder, "req", "-x509", ...key, "-keyout", "ca.key", "-out", "ca.pem", "-subj", "/CN=test", ...days);
  await openssl(folder, "req", ...key, "-keyout", "key.pem", "-out", "request.pem", "-subj", "/CN=localhost");
  await Deno.writeTextFile(`${folder}/extensions`, "subjectAltName=DNS:localhost\nbasicConstraints=CA:FALSE\n");
  const signing = ["-CA", "ca.pem", "-CAkey", "ca.key", "-CAcreateserial", "-extfile", "extensions", ...days];
  await openssl(folder, "x509", "-req", "-in", "request.pem", "-out", "certificate.pem", ...signing);
}

const SECURED = "A server reaches a Redis by TLS, user and password, and says so when they are wrong";

Deno.test({
  name: SECURED,
  ignore: isMissing(SECURED, { ...REDIS, openssl: "openssl" }),
  async fn() {
    const folder = await Deno.makeTempDir();
    await createCertificate(folder);
    const settings = ["--tls-cert-file", `${folder}/certificate.pem`];
    settings.push("--tls-key-file", `${folder}/key.pem`, "--tls-ca-cert-file", `${folder}/ca.pem`);
    settings.push(
      "--tls-auth-clients",
      "no",
      "--user",
      "default",
      "off",
      "--user",
      "calls",
      "on",
      ">n@rth",
      "+@all",
      "&*",
    );
    await using redis = await RedisServer.start({ settings, isTls: true });
    const start = (secret: string) =>
      startServerProcess({
        env: { REDIS_URL: `rediss://calls:${secret}@localhost:${redis.port}`, DENO_CERT: `${folder}/ca.pem` },
      });
    const statusOf = async ({ port }: { port: number }) => {
      const response = await fetch(`http://127.0.0.1:${port}/readyz`);
      await response.body?.cancel();
      return response.status;
    };
    const servers = [await start("n%40rth"), await start("n%40rth")] as const;
    const stranger = await start("wrong");
    try {
      for (const server of servers) await settlesAt(200, () => statusOf(server));
      const [from, to] = servers.map(({ port }) => new TestClient(`127.0.0.1:${port}`)) as [TestClient, TestClient];
      const [id, clientId] = [await from.register(), await to.register()];
      from.send({ type: "ringing", id, clientId, callId: "call", tabId: "tab", seq: 1 });
      assertEquals((await to.nextOfType("ringing")).id, id);
      assertEquals(await statusOf(stranger), 503);
      await Promise.all([from.close(), to.close()]);
    } finally {
      await Promise.all([...servers, stranger].map((server) => server.kill("SIGKILL")));
      await Deno.remove(folder, { recursive: true });
    }
  },
});
