/** What a plain request to the socket is told: what a handshake of the same page would get, with the same words. */

import { assertEquals, assertMatch } from "@std/assert";
import { encodeHandshake, RawSocket } from "../../doubles/raw_socket.ts";
import { withServer } from "../../doubles/test_server.ts";

type Answer = { readonly status: number; readonly retryAfter: string | null; readonly [field: string]: unknown };

/** Asks as a page does, whose origin is the server's own unless another is given. */
async function ask(host: string, origin = `http://${host}`): Promise<Answer> {
  const response = await fetch(`http://${host}/socket?origin=${encodeURIComponent(origin)}`);
  const { type, message, ...rest } = await response.json();
  assertEquals(type, "error");
  assertMatch(message, /^[A-Z]/);
  return { status: response.status, retryAfter: response.headers.get("retry-after"), ...rest };
}

/** Tries a handshake with these headers, and returns its status. */
async function shake(port: number, headers: Record<string, string>): Promise<string> {
  using socket = await RawSocket.connect(port);
  await socket.write(encodeHandshake(headers));
  return await socket.readStatus();
}

const FREE = { status: 426, retryAfter: null, code: "upgrade-required" };

Deno.test("GET /socket says that nothing stands against a handshake, and the same of a proxy that loses the Upgrade", () =>
  withServer(async (host, { port }) => {
    assertEquals(await ask(host), FREE);
    assertEquals(await shake(port, { Host: host, Upgrade: "" }), "http 426");
    assertEquals(await ask(host), { ...FREE, reason: "upgrade-lost" });
    assertEquals(await shake(port, { Host: host }), "http 101");
    assertEquals(await ask(host), FREE, "one that came whole takes it back");
    assertEquals(await shake(port, { Host: host, Connection: "close" }), "http 426", "as nginx has it by itself");
    assertEquals(await ask(host), { ...FREE, reason: "upgrade-lost" });
  }));

Deno.test("GET /socket says of an address alone that its handshakes lose the Upgrade", () =>
  withServer(async (host, { port }) => {
    assertEquals(await shake(port, { "X-Forwarded-For": "192.0.2.1", "Upgrade": "" }), "http 426");
    assertEquals(await ask(host), FREE);
  }, { TRUSTED_PROXIES: "127.0.0.1" }));

Deno.test("GET /socket names the setting that refuses a page, as the handshake does", async () => {
  const refused = (reason: string) => ({ status: 403, retryAfter: null, code: "origin-refused", reason });
  await withServer(async (host) => {
    assertEquals(await ask(host, "https://call.example"), refused("host-differs"));
  });
  await withServer(async (host, { port }) => {
    assertEquals(await ask(host), refused("host-not-listed"));
    assertEquals(await ask(host, "https://call.example"), FREE);
    assertEquals(await shake(port, { Host: host, Origin: `http://${host}` }), "http 403");
  }, { PUBLIC_HOST: "call.example" });
  await withServer(async (host, { port }) => {
    assertEquals(await ask(host), refused("origin-not-listed"));
    assertEquals(await shake(port, { Host: host, Origin: `http://${host}` }), "http 403");
    const foreign = await fetch(`http://${host}/socket?origin=https://call.example`, { headers: { origin: "null" } });
    assertEquals(
      (await foreign.json()).reason,
      "origin-not-listed",
      "what a browser says counts before what a page does",
    );
  }, { ALLOWED_ORIGINS: "https://call.example" });
  await withServer(async (host) => {
    const response = await fetch(`http://${host}/socket`);
    assertEquals((await response.json()).reason, "origin-missing");
  }, { REQUIRE_ORIGIN: "1" });
});

Deno.test("GET /socket says which limit is reached and when to come back, and takes nothing of it", async () => {
  await withServer(async (host, { port }) => {
    for (let count = 0; count < 10; count++) assertEquals(await ask(host), FREE);
    using socket = await RawSocket.connect(port);
    await socket.write(encodeHandshake({ Host: host }));
    assertEquals(await socket.readStatus(), "http 101");
    const limited = { status: 429, retryAfter: "5", code: "rate-limited", reason: "sockets", retryAfterMs: 5_000 };
    assertEquals(await ask(host), limited);
  }, { LIMIT_SOCKETS: "1" });
  await withServer(async (host, { port }) => {
    assertEquals([await shake(port, {}), await shake(port, {}), await shake(port, {})].at(-1), "http 429");
    const { code, reason, retryAfter } = await ask(host);
    assertEquals([code, reason, retryAfter], ["rate-limited", "handshakes", "30"]);
  }, { LIMIT_REGISTRATIONS_PER_MINUTE: "1" });
});

Deno.test("GET /socket says that the server is full, and that it is stopping", async () => {
  await withServer(async (host, server) => {
    while ((await ask(host)).status === 426); // It looks at its memory now and then.
    assertEquals(await ask(host), { status: 503, retryAfter: "5", code: "server-full" });
    await server.drain(0);
    assertEquals(await ask(host), { status: 503, retryAfter: "1", code: "server-stopping" });
  }, { LIMIT_MEMORY_MIB: "1" });
});
