/** The routes of the real server, asked over the network. */

import { assertEquals, assertMatch } from "@std/assert";
import { encodeHandshake, RawSocket } from "../../doubles/raw_socket.ts";
import { INLINE_SCRIPT, INLINE_STYLE, SCRIPT, withServer } from "../../doubles/test_server.ts";

/** Sends a request byte by byte as given, which `fetch` would not, and returns the whole answer. */
async function exchangeRaw(host: string, request: string, { isRefused = false } = {}): Promise<string> {
  const [hostname = "", port] = host.split(":");
  const connection = await Deno.connect({ hostname, port: Number(port) });
  await connection.write(new TextEncoder().encode(request.replaceAll("\n", "\r\n")));
  if (isRefused) await connection.closeWrite(); // A refused upgrade leaves the connection open for another request.
  return await new Response(connection.readable).text();
}

Deno.test("createHandler() answers each kind of request with the right status", () =>
  withServer(async (host) => {
    const expected: [method: string, path: string, status: number][] = [
      ["GET", "/", 200],
      ["HEAD", "/", 200],
      ["GET", "/index.html?query", 200],
      ["GET", "/healthz", 200],
      ["GET", "/readyz", 200],
      ["HEAD", "/readyz", 200],
      ["GET", "/socket", 426],
      ["HEAD", "/socket", 426],
      ["GET", "/nothing", 404],
      ["HEAD", "/nothing", 404],
      ["GET", "/socket/", 404],
      ["POST", "/", 405],
      ["POST", "/socket", 405],
      ["DELETE", "/nothing", 405],
      ["OPTIONS", "/", 405],
    ];
    for (const [method, path, status] of expected) {
      const response = await fetch(`http://${host}${path}`, { method });
      const text = await response.text();
      assertEquals(response.status, status, `${method} ${path}`);
      assertEquals(response.headers.get("x-content-type-options"), "nosniff", `${method} ${path}`);
      assertEquals(text === "", method === "HEAD", `${method} ${path}`);
      if (status === 405) assertEquals(response.headers.get("allow"), "GET, HEAD");
      if (status === 426) assertEquals(response.headers.get("upgrade"), "websocket");
      const type = status === 426 ? "application/json" : "text/plain; charset=utf-8";
      if (status >= 400) assertEquals(response.headers.get("content-type"), type);
    }
  }));

Deno.test("createHandler() shows a browser that follows a wrong link a page with the way to the first one", () =>
  withServer(async (host) => {
    const accept = "text/html,application/xhtml+xml,*/*;q=0.8";
    for (const path of ["/nothing", "/not_found", "/build/not_found.html"]) {
      const response = await fetch(`http://${host}${path}`, { headers: { accept } });
      assertEquals([response.status, response.headers.get("cache-control")], [404, "no-store"], path);
      assertMatch(response.headers.get("content-type") ?? "", /^text\/html/);
      assertMatch(await response.text(), /There is nothing here/);
    }
    for (const path of ["/not_found_de", "/build/not_found_de.html"]) {
      const response = await fetch(`http://${host}${path}`, {
        headers: { accept, "accept-language": "de-AT, en;q=0.5" },
      });
      assertEquals(response.status, 404, path);
      assertMatch(await response.text(), /Hier ist nichts/);
    }
    for (const wanted of ["en, de;q=0.9", "fr", "*", "de;q=0", "x".repeat(600)]) {
      const response = await fetch(`http://${host}/nothing`, { headers: { accept, "accept-language": wanted } });
      assertMatch(await response.text(), /There is nothing here/, wanted);
    }
    const head = await fetch(`http://${host}/nothing`, { method: "HEAD", headers: { accept } });
    assertEquals([head.status, await head.text()], [404, ""]);
    const script = await fetch(`http://${host}/nothing.js`, { headers: { accept: "*/*" } });
    assertEquals([script.status, await script.text()], [404, "There is nothing at this address.\n"]);
  }));

Deno.test("createHandler() answers requests that no browser would send", () =>
  withServer(async (host) => {
    const end = `Connection: close\n\n`;
    assertMatch(await exchangeRaw(host, `GET /x HTTP/1.1\nHost: %%^ bad\n${end}`), /^HTTP\/1.1 400 /);
    assertMatch(await exchangeRaw(host, `GET /../server.ts HTTP/1.1\nHost: x\n${end}`), /^HTTP\/1.1 404 /);
    assertMatch(await exchangeRaw(host, `GET /..%2fserver.ts HTTP/1.1\nHost: x\n${end}`), /^HTTP\/1.1 404 /);
    assertMatch(
      await exchangeRaw(host, `GET http://evil.example/healthz HTTP/1.1\nHost: x\n${end}`),
      /^HTTP\/1.1 200 /,
    );
    assertMatch(await exchangeRaw(host, `GET /socket HTTP/1.1\nHost: %%^ bad\n${end}`), /^HTTP\/1.1 400 /);
    const handshake = "GET /socket HTTP/1.1\nHost: x\nUpgrade: websocket\n";
    assertMatch(await exchangeRaw(host, handshake + end), /^HTTP\/1.1 426 [\s\S]*\r\nsec-websocket-version: 13\r\n/);
    assertMatch(
      await exchangeRaw(host, `${handshake}Sec-WebSocket-Version: 13\n${end}`),
      /^HTTP\/1.1 400 [\s\S]*handshake is incomplete/,
    );
  }));

/** As a policy names what stands in a page. */
async function hash(text: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return `'sha256-${new Uint8Array(digest).toBase64()}'`;
}

/** As in docs/security.md. To be changed with a reason. */
const HEADERS = {
  "content-security-policy": `default-src 'none'; script-src 'self' 'wasm-unsafe-eval' ${await hash(INLINE_SCRIPT)}; ` +
    `style-src 'self' ${await hash(INLINE_STYLE)}; ` +
    "img-src 'self' blob:; connect-src 'self'; media-src 'self'; worker-src 'self'; " +
    "manifest-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; " +
    "require-trusted-types-for 'script'; trusted-types own-scripts",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "permissions-policy": "camera=(self), microphone=(self), display-capture=(self), autoplay=(self), " +
    "geolocation=(), hid=(), midi=(), payment=(), publickey-credentials-get=(), serial=(), usb=()",
  "referrer-policy": "no-referrer",
  "x-frame-options": "deny",
  "x-content-type-options": "nosniff",
};

Deno.test("createHandler() sends the same security headers with every answer", () =>
  withServer(async (host) => {
    for (const path of ["/", "/build/main-ABC.js", "/healthz", "/socket", "/nothing"]) {
      const { headers, body } = await fetch(`http://${host}${path}`);
      await body?.cancel();
      const sent = Object.keys(HEADERS).map((name) => [name, headers.get(name)]);
      assertEquals(Object.fromEntries(sent), HEADERS, path);
      assertEquals(headers.get("set-cookie"), null);
      assertEquals(headers.get("server"), null);
      assertEquals(headers.get("access-control-allow-origin"), null);
    }
  }));

Deno.test("createHandler() asks for HTTPS only where a trusted proxy says that it is spoken", async () => {
  const readHsts = async (host: string, proto: string) => {
    const { headers, body } = await fetch(`http://${host}/`, { headers: { "x-forwarded-proto": proto } });
    await body?.cancel();
    return headers.get("strict-transport-security");
  };
  await withServer(async (host) => assertEquals(await readHsts(host, "https"), null));
  await withServer(async (host) => {
    assertEquals(await readHsts(host, "https"), "max-age=63072000");
    assertEquals(await readHsts(host, "http"), null);
  }, { TRUSTED_PROXIES: "127.0.0.0/8" });
});

Deno.test("createHandler() says by status and body what is wrong with a handshake, and when to come back", () =>
  withServer(async (host) => {
    const handshake = "GET /socket HTTP/1.1\nHost: x\nUpgrade: websocket\nConnection: Upgrade\n" +
      "Sec-WebSocket-Version: 13\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\n";
    const foreign = await exchangeRaw(host, `${handshake}Origin: https://evil.example\n\n`, { isRefused: true });
    assertMatch(foreign, /^HTTP\/1.1 403 [\s\S]*"code":"origin-refused"/);
    const open = await Deno.connect({ hostname: "127.0.0.1", port: Number(host.split(":")[1]) });
    await open.write(new TextEncoder().encode(`${handshake}\n`.replaceAll("\n", "\r\n")));
    await open.read(new Uint8Array(1_000));
    const second = await exchangeRaw(host, `${handshake}\n`, { isRefused: true });
    assertMatch(
      second,
      /^HTTP\/1.1 429 [\s\S]*\r\nretry-after: 5\r\n[\s\S]*"code":"rate-limited"[\s\S]*"retryAfterMs":5000/,
    );
    open.close();
  }, { LIMIT_SOCKETS: "1" }));

Deno.test("createHandler() refuses the socket to a page that came by HTTP where a trusted proxy speaks HTTPS", () =>
  withServer(async (_, { port }) => {
    const open = async (headers: Record<string, string>) => {
      using socket = await RawSocket.connect(port);
      await socket.write(encodeHandshake({ "X-Forwarded-For": "192.0.2.1", ...headers }));
      return await socket.readStatus();
    };
    const origin = (scheme: string, proto: string) => ({
      "Origin": `${scheme}://call.example`,
      "X-Forwarded-Proto": proto,
    });
    assertEquals(await open(origin("https", "https")), "http 101");
    assertEquals(await open(origin("http", "https")), "http 403");
    assertEquals(await open(origin("http", "http")), "http 101");
  }, { TRUSTED_PROXIES: "127.0.0.1" }));

Deno.test("createHandler() lets ten /64s of one customer open no more sockets than their blocks may have", () =>
  withServer(async (_, { port }) => {
    const sockets: RawSocket[] = [];
    const openAll = async (addresses: string[]) => {
      const statuses = await Promise.all(addresses.map(async (address) => {
        const socket = await RawSocket.connect(port);
        sockets.push(socket);
        await socket.write(encodeHandshake({ "X-Forwarded-For": address }));
        return await socket.readStatus();
      }));
      return statuses.filter((status) => status === "http 101").length;
    };
    const ten = (name: (n: number) => string) => Array.from({ length: 10 }, (_, n) => name(n));
    try {
      assertEquals(await openAll(ten((n) => `2001:db8:1:1${n}::1`)), 2);
      assertEquals(await openAll(ten((n) => `2001:db8:2:${n}00::1`)), 4);
      assertEquals(await openAll(ten((n) => `192.0.2.${n}`)), 10);
    } finally {
      for (const socket of sockets) socket[Symbol.dispose]();
    }
  }, { LIMIT_SOCKETS: "1", TRUSTED_PROXIES: "127.0.0.1" }));

Deno.test("createHandler() sends files once compressed, revalidated by ETag, and in ranges", () =>
  withServer(async (host) => {
    const head = `GET /build/main-ABC.js HTTP/1.1\nHost: x\nConnection: close\n`;
    const full = await exchangeRaw(host, `${head}Accept-Encoding: gzip, br\n\n`);
    assertMatch(full, /\r\ncontent-encoding: br\r\n/);
    assertMatch(full, /\r\ncache-control: public, max-age=31536000, immutable\r\n/);
    const etag = /\r\netag: (.*)\r\n/.exec(full)?.[1] ?? "";
    assertMatch(etag, /^"/);
    const again = await exchangeRaw(host, `${head}Accept-Encoding: gzip, br\nIf-None-Match: ${etag}\n\n`);
    assertMatch(again, /^HTTP\/1.1 304 /);
    const range = await exchangeRaw(host, `${head}Accept-Encoding: gzip, br\nRange: bytes=0-6\n\n`);
    assertMatch(range, /^HTTP\/1.1 206 [\s\S]*\r\n\r\nconsole$/);
    const response = await fetch(`http://${host}/build/main-ABC.js`);
    assertEquals(await response.text(), SCRIPT);
  }));
