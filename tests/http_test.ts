/** The routes of the real server, asked over the network. */

import { assert, assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { SCRIPT, withServer } from "./doubles/test_server.ts";

/** Sends a request byte by byte as given, which `fetch` would not, and returns the whole answer. */
async function exchangeRaw(host: string, request: string): Promise<string> {
  const [hostname = "", port] = host.split(":");
  const connection = await Deno.connect({ hostname, port: Number(port) });
  await connection.write(new TextEncoder().encode(request.replaceAll("\n", "\r\n")));
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
      if (status >= 400) assertEquals(response.headers.get("content-type"), "text/plain; charset=utf-8");
    }
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
    const handshake = `GET /socket HTTP/1.1\nHost: x\nUpgrade: websocket\n${end}`;
    assertMatch(await exchangeRaw(host, handshake), /^HTTP\/1.1 400 [\s\S]*handshake is incomplete/);
  }));

Deno.test("createHandler() lets the page load only what is its own", () =>
  withServer(async (host) => {
    const response = await fetch(`http://${host}/`);
    await response.body?.cancel();
    const policy = response.headers.get("content-security-policy") ?? "";
    for (const rule of ["default-src 'none'", "script-src 'self'", "connect-src 'self'", "frame-ancestors 'none'"]) {
      assertStringIncludes(policy, rule);
    }
    assert(!/unsafe|\*/.test(policy), "no hole in it");
    assertStringIncludes(response.headers.get("permissions-policy") ?? "", "camera=(self), microphone=(self)");
    assertEquals(response.headers.get("referrer-policy"), "no-referrer");
    assertEquals(response.headers.get("cross-origin-opener-policy"), "same-origin");
  }));

Deno.test("createHandler() sends files once compressed, revalidated by ETag, and in ranges", () =>
  withServer(async (host) => {
    const head = `GET /build/main-ABC.js HTTP/1.1\nHost: x\nConnection: close\n`;
    const full = await exchangeRaw(host, `${head}Accept-Encoding: gzip, br\n\n`);
    assertMatch(full, /\r\ncontent-encoding: gzip\r\n/);
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
