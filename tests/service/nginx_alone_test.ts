/** What nginx, by the files of deploy/nginx, does by itself: answers of its own, what it keeps, and whom it drops. */

import { assert, assertEquals, assertNotEquals, assertRejects } from "@std/assert";
import { NGINX, Nginx, NGINX_WITH_TLS } from "../doubles/nginx.ts";
import { isMissing } from "../doubles/programs.ts";
import { RawSocket } from "../doubles/raw_socket.ts";
import { withServer } from "../doubles/test_server.ts";

function nginxTest(name: string, run: () => Promise<void>, programs: Record<string, string> = NGINX): void {
  Deno.test({ name, ignore: isMissing(name, programs), fn: run });
}

interface Instance extends AsyncDisposable {
  readonly port: number;
  readonly paths: readonly string[];
}

/** Stands for a server where the question is what reaches it. */
function startInstance(answer: (request: Request) => Response): Instance {
  const paths: string[] = [];
  const server = Deno.serve({ port: 0, hostname: "127.0.0.1", onListen: () => {} }, (request) => {
    paths.push(new URL(request.url).pathname);
    return answer(request);
  });
  return { port: server.addr.port, paths, [Symbol.asyncDispose]: () => server.shutdown() };
}

const SECURITY_HEADERS = [
  "content-security-policy",
  "cross-origin-opener-policy",
  "cross-origin-resource-policy",
  "referrer-policy",
  "x-content-type-options",
];
const OWN_VALUES = [
  "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  ...["same-origin", "same-origin", "no-referrer", "nosniff"],
];

/** Typed by its own lines, since the types of browsers know no `client`. */
function fetchBy(client: Deno.HttpClient, url: string, init: RequestInit = {}): Promise<Response> {
  const options: RequestInit & { client: Deno.HttpClient } = { ...init, client };
  return fetch(url, options);
}

async function readHeaders(response: Response, names: readonly string[]): Promise<(string | null)[]> {
  await response.body?.cancel();
  return names.map((name) => response.headers.get(name));
}

nginxTest("nginx sends the security headers with its own answers, and HSTS by TLS", async () => {
  const gone = startInstance(() => new Response());
  await gone[Symbol.asyncDispose]();
  await using nginx = await Nginx.start(gone.port, { hasTls: true });
  using client = Deno.createHttpClient({ caCerts: [nginx.authority ?? ""], http2: false });
  const requests: [status: number, path: string, init: RequestInit][] = [
    [404, "/metrics", {}],
    [413, "/", { method: "POST", body: "a".repeat(2_000) }],
    [502, "/", {}],
    [502, "/build/a.js", {}],
    [502, "/socket", {}],
  ];
  for (const [status, path, init] of requests) {
    const response = await fetchBy(client, nginx.origin + path, init);
    assertEquals(response.status, status, path);
    const values = await readHeaders(response, [...SECURITY_HEADERS, "strict-transport-security"]);
    assertEquals(values, [...OWN_VALUES, "max-age=63072000"], `${status} ${path}`);
  }
  const moved = await fetch(`http://localhost:${nginx.plainPort}/`, { redirect: "manual" });
  assertEquals(await readHeaders(moved, [...SECURITY_HEADERS, "strict-transport-security"]), [...OWN_VALUES, null]);
  const refused = new Set<string | null>();
  for (let round = 0; round < 15; round++) {
    const batch = Array.from({ length: 20 }, () => fetchBy(client, nginx.origin));
    for (const response of await Promise.all(batch)) {
      await response.text();
      if (response.status === 429) refused.add(response.headers.get("x-content-type-options"));
    }
  }
  assertEquals([...refused], ["nosniff"]);
}, NGINX_WITH_TLS);

nginxTest(
  "nginx leaves the server's answers their own headers, also those that it keeps",
  () =>
    withServer(async (host, server) => {
      const origin = `http://${host}`;
      await using nginx = await Nginx.start(server.port);
      const file = /\/build\/[\w-]+\.js/.exec(await (await fetch(origin)).text())?.[0] ?? "";
      for (const path of ["/", "/none", file, file]) {
        const own = await readHeaders(await fetch(origin + path), [...SECURITY_HEADERS, "permissions-policy"]);
        const passed = await readHeaders(await fetch(nginx.origin + path), [...SECURITY_HEADERS, "permissions-policy"]);
        // It names the port.
        assertEquals(passed, own, path);
        assertNotEquals(own[0], null);
      }
    }),
);

nginxTest("nginx keeps a built file once for each way to pack it, in however many ways it is asked", async () => {
  await using instance = startInstance((request) =>
    new Response(request.headers.get("accept-encoding") ?? "plain", {
      headers: { "cache-control": "public, max-age=31536000, immutable", "vary": "accept-encoding" },
    })
  );
  await using nginx = await Nginx.start(instance.port);
  const ask = async (query: string, encoding: string) => {
    const response = await fetch(`${nginx.origin}/build/a.js${query}`, { headers: { "accept-encoding": encoding } });
    return await response.text();
  };
  for (let n = 0; n < 50; n++) {
    assertEquals(await ask(`?${n}`, "gzip"), "gzip");
    assertEquals(await ask("", `x${n}, zstd;q=0.${n}`), "plain");
    assertEquals(await ask("", `x${n}, br;q=0.9${n}`), "br");
  }
  for (const encoding of ["gzip, deflate, br, zstd", "br,gzip;q=0.5", "gzip;q=0.0, br"]) {
    assertEquals(await ask("", encoding), "br", encoding);
  }
  for (const encoding of ["gzip, deflate, br;q=0", "deflate, gzip;q=1.0", "gzip, brr"]) {
    assertEquals(await ask("", encoding), "gzip", encoding);
  }
  for (const encoding of ["gzip;q=0", "gzip;q=0.0, br;q=0", "notgzip", "gzippy", "brotli"]) {
    assertEquals(await ask("", encoding), "plain", encoding);
  }
  assertEquals(instance.paths.length, 3);
});

nginxTest("nginx drops who asks for another name or for none, and shows them no certificate", async () => {
  await using instance = startInstance(() => new Response("page"));
  await using nginx = await Nginx.start(instance.port, { hasTls: true, dropsForeign: true });
  const ask = async (head: string) => {
    using socket = await RawSocket.connect(nginx.plainPort);
    await socket.write(head);
    return await socket.readStatus();
  };
  assertEquals(await ask("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n"), "http 301");
  for (const host of ["other.example", "127.0.0.1", "localhost.other.example", "_"]) {
    assertEquals(await ask(`GET / HTTP/1.1\r\nHost: ${host}\r\n\r\n`), "end", host);
  }
  assertEquals(await ask("GET / HTTP/1.0\r\n\r\n"), "end");
  using client = Deno.createHttpClient({ caCerts: [nginx.authority ?? ""] });
  assertEquals(await (await fetchBy(client, nginx.origin)).text(), "page");
  // The certificate is good for this address too, but the site has a name.
  await assertRejects(() => fetchBy(client, `https://127.0.0.1:${nginx.port}`));
  const caCerts = [nginx.authority ?? ""];
  using foreign = await Deno.connectTls({ hostname: "localhost", port: nginx.port, caCerts });
  await foreign.write(new TextEncoder().encode("GET / HTTP/1.1\r\nHost: other.example\r\n\r\n"));
  const answer = foreign.read(new Uint8Array(1)).catch((error) => {
    if (error instanceof Deno.errors.ConnectionReset) return null;
    throw error;
  });
  assertEquals(await answer, null, "Another name behind the right certificate");
  assertEquals(instance.paths.length, 1);
}, NGINX_WITH_TLS);

nginxTest("nginx counts each of many requests that are sent at once by one connection", async () => {
  await using instance = startInstance(() => new Response("page"));
  await using nginx = await Nginx.start(instance.port);
  using socket = await RawSocket.connect(nginx.port);
  const request = "GET /a HTTP/1.1\r\nHost: localhost\r\n\r\n";
  await socket.write(request.repeat(499) + "GET /a HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
  const statuses = await socket.readStatuses();
  assertEquals(statuses.length, 500);
  const granted = statuses.filter((status) => status === "http 200").length;
  assert(granted >= 200 && granted < 300, `${granted} requests were granted`);
  assertEquals(statuses.filter((status) => status === "http 429").length, 500 - granted);
  assertEquals(instance.paths.length, granted);
});

const CONFINED = "nginx works as somebody without capabilities, as compose.yaml has it";
Deno.test({
  name: CONFINED,
  ignore: isMissing(CONFINED, { ...NGINX, setpriv: "util-linux" }) || Deno.uid() !== 0,
  async fn() {
    await using instance = startInstance(() => new Response("page", { headers: { "cache-control": "max-age=60" } }));
    await using nginx = await Nginx.start(instance.port, { isProxied: true, uid: 101 });
    for (const path of ["/", "/build/a.js", "/build/a.js"]) {
      assertEquals(await (await fetch(nginx.origin + path)).text(), "page");
    }
    assertEquals(instance.paths, ["/", "/build/a.js"]);
  },
});
