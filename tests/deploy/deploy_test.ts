/** nginx with its own configuration before two servers, and the tasks that serve. */

import { assertEquals } from "@std/assert";
import { Instances } from "../doubles/instances.ts";
import { Nginx } from "../doubles/nginx.ts";
import { isMissing } from "../doubles/programs.ts";
import { REDIS } from "../doubles/redis_server.ts";
import { TestClient } from "../doubles/test_client.ts";
import { createTestIdentity } from "../doubles/test_identity.ts";

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

Deno.test("Every task that serves runs the server with the same permissions, written down once", async () => {
  const { tasks } = JSON.parse(await Deno.readTextFile(new URL("../../deno.json", import.meta.url)));
  assertEquals(
    / && \((.*)\)$/.exec(tasks.serve.command)?.[1],
    // What fails in the background would else end the server too.
    "(deno task --quiet forwarder || true) & deno task --quiet server server.ts",
  );
  assertEquals(
    tasks.start.command,
    "deno task --quiet preflight && deno task --quiet build && deno task --quiet serve",
  );
  assertEquals(tasks["start:lan"].command.endsWith("TLS_KEY=.lan/key.pem deno task --quiet serve"), true);
  assertEquals(tasks.dev.command.endsWith("& deno task --quiet server --watch=static/build server.ts)"), true);
  const commands = Object.values<{ command: string }>(tasks).map(({ command }) => command);
  assertEquals(commands.filter((command) => command.includes("--ignore-env")), [tasks.server.command]);
});
