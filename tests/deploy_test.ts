/** What is in deploy/: nginx with its own configuration before two servers, and a Compose file that fits the rest. */

import { assert, assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { parseConfig } from "../signaling/config.ts";
import { Instances } from "./doubles/instances.ts";
import { Nginx } from "./doubles/nginx.ts";
import { isMissing } from "./doubles/programs.ts";
import { REDIS } from "./doubles/redis_server.ts";
import { TestClient } from "./doubles/test_client.ts";
import { createTestIdentity } from "./doubles/test_identity.ts";

const NAME = "nginx as deployed spreads sockets over two instances, and passes one by that stops or is gone";

Deno.test({
  name: NAME,
  ignore: isMissing(NAME, { ...REDIS, nginx: "nginx" }),
  async fn() {
    await using all = await Instances.start(2, { DRAIN_SECONDS: "20" });
    await using nginx = await Nginx.start([all.at(0).port, all.at(1).port]);
    const host = `127.0.0.1:${nginx.port}`;
    const connect = async () => {
      const client = new TestClient(host);
      return { client, peerId: await client.register(await createTestIdentity()) };
    };
    const ends = [await connect(), await connect(), await connect(), await connect()] as const;
    const [from] = ends;
    for (const to of ends) {
      from.client.send({ type: "ringing", id: from.peerId, clientId: to.peerId, callId: "c", tabId: "t", seq: 1 });
      assertEquals((await to.client.nextOfType("ringing")).id, from.peerId);
    }

    all.at(0).terminate();
    const moved = await Promise.race(ends.map(async ({ client }) => (await client.nextOfType("reconnect")).type));
    assertEquals(moved, "reconnect");
    for (let turn = 0; turn < 6; turn++) {
      const end = await connect(); // The one that stops answers 503, and the other is asked.
      await end.client.close();
    }
    await all.at(0).kill("SIGKILL");
    for (let turn = 0; turn < 6; turn++) {
      const end = await connect();
      await end.client.close();
    }
    await all.at(1).kill("SIGKILL");
    await Promise.all(ends.map(({ client }) => client.closed));
    await fetchIgnoringBody(`http://${host}/`);
  },
});

async function fetchIgnoringBody(url: string): Promise<void> {
  const response = await fetch(url);
  await response.body?.cancel();
  assertEquals(response.status, 502);
}

Deno.test("deploy/compose.yaml sets only what the server reads, and names the instances that nginx does", async () => {
  const compose = await Deno.readTextFile(new URL("../deploy/compose.yaml", import.meta.url));
  const nginx = await Deno.readTextFile(new URL("../deploy/nginx/instances.compose.conf", import.meta.url));
  const environment = /environment:\n((?: {4}.*\n)+)/.exec(compose)?.[1] ?? "";
  const variables = new Map(
    [...environment.matchAll(/^ {4}([A-Z_]+): "?(.*?)"?$/gm)].map(([, name = "", value = ""]) =>
      [name, value.replace(/\$\{(\w+)[^}]*\}/g, "call.example.com")] as const
    ),
  );
  const readme = await Deno.readTextFile(new URL("../README.md", import.meta.url));
  assert(variables.size >= 6);
  for (const name of variables.keys()) assertStringIncludes(readme, `| \`${name}\``);
  const config = parseConfig((name) => variables.get(name));
  assertEquals(config.redis?.addresses, [{ host: "redis", port: 6379 }]);
  for (const [, host, port] of nginx.matchAll(/server (app\d):(\d+)/g)) {
    assertStringIncludes(compose, `\n  ${host}: *app\n`);
    assertEquals(Number(port), config.port);
  }
  assertStringIncludes(compose, "redis-server, --save");
});

Deno.test("deploy/compose.yaml looks each instance's name up again, with an nginx that can", async () => {
  const compose = await Deno.readTextFile(new URL("../deploy/compose.yaml", import.meta.url));
  const upstream = await Deno.readTextFile(new URL("../deploy/nginx/instances.compose.conf", import.meta.url));
  const servers = upstream.match(/^ *server .*$/gm) ?? [];
  assertEquals(servers.length, 2);
  for (const server of servers) assertStringIncludes(server, " resolve ");
  assertMatch(upstream, /^ *zone \w+ /m);
  assertMatch(upstream, /^ *resolver 127\.0\.0\.11 /m);
  const [, minor] = /image: nginx:1\.(\d+)/.exec(compose) ?? [];
  assert(Number(minor) >= 28, `nginx 1.${minor} knows no "resolve"`);
});

Deno.test("deploy/compose.yaml gives nginx the site behind a proxy and all that it includes, for this machine alone", async () => {
  const compose = await Deno.readTextFile(new URL("../deploy/compose.yaml", import.meta.url));
  const mounted = new Map(
    [...compose.matchAll(/- \.\/nginx\/(\S+):\/etc\/nginx\/(\S+):ro/g)].map((match) => [match[2], match[1]]),
  );
  assertEquals(mounted.get("conf.d/default.conf"), "proxied.conf");
  for (const file of mounted.values()) {
    const text = await Deno.readTextFile(new URL(`../deploy/nginx/${file}`, import.meta.url));
    for (const [, part] of text.matchAll(/include (video-calling\/\S+);/g)) {
      assert(mounted.has(part), `${file}: ${part}`);
    }
  }
  assertMatch(compose, /ports:(?:\n +#.*)*\n +- 127\.0\.0\.1:8080:80\n/);
});

Deno.test("deploy/compose.yaml gives coturn the shipped configuration, and nothing beside it but its own", async () => {
  const compose = await Deno.readTextFile(new URL("../deploy/compose.yaml", import.meta.url));
  const [, volume = "", place = ""] = /- (\S*turnserver\.conf):(\S+):ro/.exec(compose) ?? [];
  const shipped = await Deno.readTextFile(new URL(volume, new URL("../deploy/compose.yaml", import.meta.url)));
  assert(shipped.split("denied-peer-ip=").length > 20);
  assertStringIncludes(compose, `- -c\n      - ${place}\n`);
  assertEquals(/denied-peer-ip|allowed-peer-ip|allow-loopback-peers/.test(compose), false);
});

Deno.test("Every task that serves runs the server with the same permissions, written down once", async () => {
  const { tasks } = JSON.parse(await Deno.readTextFile(new URL("../deno.json", import.meta.url)));
  assertEquals(tasks.serve.command, "deno task server server.ts");
  assertEquals(tasks.start.command, "deno task build && deno task serve");
  assertEquals(tasks.dev.command.endsWith("& deno task server --watch=static/build server.ts)"), true);
  const commands = Object.values<{ command: string }>(tasks).map(({ command }) => command);
  assertEquals(commands.filter((command) => command.includes("--ignore-env")), [tasks.server.command]);
});
