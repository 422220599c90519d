/** The files of deploy/nginx in a real nginx: what reaches the server, what is answered in its place, and what is refused. */

import { assert, assertEquals } from "@std/assert";
import { NGINX, Nginx, NGINX_WITH_TLS } from "../doubles/nginx.ts";
import { isMissing } from "../doubles/programs.ts";
import { TestClient } from "../doubles/test_client.ts";
import { createTestIdentity } from "../doubles/test_identity.ts";
import { withServer } from "../doubles/test_server.ts";

function nginxTest(name: string, run: () => Promise<void>, programs: Record<string, string> = NGINX): void {
  Deno.test({ name, ignore: isMissing(name, programs), fn: run });
}

interface Instance extends AsyncDisposable {
  readonly port: number;
  /** Number of requests that reached it. */
  readonly count: number;
}

/** Stands for a server where the question is what reaches it. */
function startInstance(answer: (request: Request) => Response): Instance {
  let count = 0;
  const server = Deno.serve({ port: 0, hostname: "127.0.0.1", onListen: () => {} }, (request) => {
    count += 1;
    return answer(request);
  });
  return {
    port: server.addr.port,
    get count() {
      return count;
    },
    [Symbol.asyncDispose]: () => server.shutdown(),
  };
}

const echoHeaders = (request: Request) => Response.json(Object.fromEntries(request.headers));
const answerWith = (status: number) => () => new Response(`${status}`, { status });

async function fetchText(
  url: string,
  init: RequestInit & { client?: Deno.HttpClient } = {},
): Promise<{ status: number; text: string }> {
  const response = await fetch(url, init);
  return { status: response.status, text: await response.text() };
}

nginxTest("nginx passes on the host with its port, the address that it saw, and how it was asked", async () => {
  await using instance = startInstance(echoHeaders);
  await using nginx = await Nginx.start(instance.port);
  const { text } = await fetchText(nginx.origin, { headers: { "x-forwarded-for": "203.0.113.9" } });
  const headers = JSON.parse(text);
  assertEquals(headers.host, `localhost:${nginx.port}`);
  assertEquals(headers["x-forwarded-for"], "203.0.113.9, 127.0.0.1"); // The last is what it saw itself.
  assertEquals(headers["x-forwarded-proto"], "http");
  assertEquals(headers.upgrade, undefined);
});

nginxTest(
  "nginx behind a proxy passes on how that was asked, and of the addresses only the one that it saw",
  async () => {
    await using instance = startInstance(echoHeaders);
    await using nginx = await Nginx.start(instance.port, { isProxied: true });
    const forwarded = { "x-forwarded-for": "192.0.2.66, 192.168.0.7", "x-forwarded-proto": "https" };
    const { text } = await fetchText(nginx.origin, { headers: forwarded });
    const headers = JSON.parse(text);
    assertEquals([headers["x-forwarded-for"], headers["x-forwarded-proto"]], ["192.168.0.7", "https"]);
  },
);

nginxTest("nginx joins a socket to the server, which grants an ID proved for the name in the address bar", async () => {
  await withServer(async (_, server) => {
    await using nginx = await Nginx.start(server.port);
    const client = new TestClient(`localhost:${nginx.port}`);
    const identity = await createTestIdentity();
    assertEquals(await client.register(identity), identity.peerId);
    await client.close();
  });
});

nginxTest("nginx asks the next instance where one is stopping or gone", async () => {
  await using stopping = startInstance(answerWith(503));
  await using working = startInstance(answerWith(200));
  const gone = startInstance(answerWith(200));
  await gone[Symbol.asyncDispose]();
  await using nginx = await Nginx.start([stopping.port, gone.port, working.port]);
  for (const path of ["/", "/socket", "/build/a.js"]) {
    assertEquals((await fetchText(nginx.origin + path)).status, 200, path);
  }
});

nginxTest("nginx finds a built file on the instance that has it, amid an upgrade", async () => {
  await using older = startInstance(answerWith(404));
  await using newer = startInstance(answerWith(200));
  await using nginx = await Nginx.start([older.port, newer.port]);
  for (const name of ["a", "b", "c", "d"]) {
    assertEquals((await fetchText(`${nginx.origin}/build/${name}.js`)).status, 200);
  }
  assert(older.count > 0, "it was never asked");
});

nginxTest("nginx answers built files while the server is away, and nothing else", async () => {
  const instance = startInstance(() =>
    new Response("script", { headers: { "cache-control": "public, max-age=31536000, immutable" } })
  );
  await using nginx = await Nginx.start(instance.port);
  for (const path of ["/build/main-ABC.js", "/"]) await fetchText(nginx.origin + path);
  await instance[Symbol.asyncDispose]();
  assertEquals(await fetchText(`${nginx.origin}/build/main-ABC.js`), { status: 200, text: "script" });
  assertEquals((await fetchText(nginx.origin)).status, 502);
  assertEquals(instance.count, 2);
});

nginxTest("nginx keeps no built file that the server does not have", async () => {
  let status = 404;
  await using instance = startInstance(() => answerWith(status)());
  await using nginx = await Nginx.start(instance.port);
  assertEquals((await fetchText(`${nginx.origin}/build/new.js`)).status, 404);
  status = 200;
  assertEquals((await fetchText(`${nginx.origin}/build/new.js`)).status, 200);
});

nginxTest("nginx takes the sites beside what distributions have in their http { }", async () => {
  const theirs =
    "http {\n  sendfile on; tcp_nopush on; server_tokens off; keepalive_timeout 65; types_hash_max_size 2048;\n";
  const edit = (name: string, text: string) => name === "main.conf" ? text.replace("http {\n", theirs) : text;
  await using instance = startInstance(answerWith(200));
  for (const site of [{}, { isProxied: true }, { hasTls: true }]) {
    await using nginx = await Nginx.start(instance.port, { ...site, edit });
    const response = await fetch(`http://localhost:${nginx.plainPort}/`, { redirect: "manual" });
    await response.body?.cancel();
    assertEquals(response.headers.get("server"), "nginx");
  }
}, NGINX_WITH_TLS);

nginxTest("nginx shows the figures of monitoring to nobody", async () => {
  await using instance = startInstance(answerWith(200));
  await using nginx = await Nginx.start(instance.port);
  assertEquals((await fetchText(`${nginx.origin}/metrics`)).status, 404);
  assertEquals(instance.count, 0);
});

nginxTest("nginx limits how fast one address may ask", async () => {
  await using instance = startInstance(answerWith(200));
  await using nginx = await Nginx.start(instance.port);
  const statuses = new Set<number>();
  for (let round = 0; round < 20; round++) {
    const batch = await Promise.all(Array.from({ length: 20 }, () => fetchText(nginx.origin)));
    for (const { status } of batch) statuses.add(status);
  }
  assertEquals([...statuses].sort(), [200, 429]);
});

nginxTest("nginx leads from HTTP to HTTPS, and answers there by HTTP/2 with a chain that can be checked", async () => {
  await using instance = startInstance(echoHeaders);
  await using nginx = await Nginx.start(instance.port, { hasTls: true });
  const plain = await fetch(`http://localhost:${nginx.plainPort}/check?a=1`, { redirect: "manual" });
  await plain.body?.cancel();
  assertEquals([plain.status, plain.headers.get("location")], [301, "https://localhost/check?a=1"]);
  using client = Deno.createHttpClient({ caCerts: [nginx.authority ?? ""], http1: false, http2: true });
  const { status, text } = await fetchText(nginx.origin, { client });
  const headers = JSON.parse(text);
  assertEquals([status, headers["x-forwarded-proto"], headers.host], [200, "https", `localhost:${nginx.port}`]);
}, NGINX_WITH_TLS);
