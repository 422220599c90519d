/** The limits that are shipped for nginx, in a real one before the real server. */

import { assert, assertEquals } from "@std/assert";
import { Nginx } from "../doubles/nginx.ts";
import { isMissing } from "../doubles/programs.ts";
import { encodeHandshake, RawSocket } from "../doubles/raw_socket.ts";
import { startServerProcess } from "../doubles/server_process.ts";

const CONNECTIONS_MAX = 120;
const BLOCK_CONNECTIONS_MAX = 240;
/** So that the test can come from any address. */
const REAL_IP = "set_real_ip_from 127.0.0.1;\nreal_ip_header X-Test-Address;\n";
const NAME = "The shipped nginx limits bound connections per address, /64 and /56, and end slow and large requests";

async function open(port: number, address: string): Promise<{ socket: RawSocket; status: string }> {
  const socket = await RawSocket.connect(port);
  await socket.write(encodeHandshake({ "X-Test-Address": address }));
  return { socket, status: await socket.readStatus() };
}

Deno.test({
  name: NAME,
  ignore: isMissing(NAME, { nginx: "nginx" }),
  async fn() {
    const server = await startServerProcess({ env: { LIMIT_SOCKETS: "0", LIMIT_REGISTRATIONS_PER_MINUTE: "0" } });
    const opened: RawSocket[] = [];
    const statusOf = async (port: number, address: string) => {
      const { socket, status } = await open(port, address);
      opened.push(socket);
      return status;
    };
    try {
      await using nginx = await Nginx.start(server.port, {
        edit: (name, text) => name === "service.conf" ? text + REAL_IP : text,
      });
      for (const createAddress of [() => "192.0.2.1", (n: number) => `2001:db8:1:2::${n.toString(16)}`]) {
        for (let n = 0; n < CONNECTIONS_MAX; n++) {
          assertEquals(await statusOf(nginx.port, createAddress(n)), "http 101");
        }
        assertEquals(await statusOf(nginx.port, createAddress(CONNECTIONS_MAX)), "http 429");
      }
      assertEquals(await statusOf(nginx.port, "192.0.2.2"), "http 101");
      assertEquals(await statusOf(nginx.port, "2001:db8:1:3::1"), "http 101");

      // One customer's /56 has 256 of them.
      const createAddress = (n: number) => `2001:db8:9:${(n % 256).toString(16)}::1`;
      for (let n = 0; n < BLOCK_CONNECTIONS_MAX; n++) {
        assertEquals(await statusOf(nginx.port, createAddress(n)), "http 101");
      }
      assertEquals(await statusOf(nginx.port, createAddress(BLOCK_CONNECTIONS_MAX)), "http 429");
      assertEquals(await statusOf(nginx.port, "2001:db8:9:100::1"), "http 101");

      const startedAtMs = performance.now();
      using slow = await RawSocket.connect(nginx.port);
      await slow.write("GET / HTTP/1.1\r\nHost: x\r\nX-Slow");
      assert(["end", "http 408"].includes(await slow.readStatus()));
      const elapsedMs = performance.now() - startedAtMs;
      assert(elapsedMs > 4_000 && elapsedMs < 7_000, `${elapsedMs} ms`);
      using large = await RawSocket.connect(nginx.port);
      await large.write(`GET / HTTP/1.1\r\nHost: x\r\nX-Large: ${"a".repeat(40_000)}\r\n\r\n`);
      assertEquals(await large.readStatus(), "http 400");
    } finally {
      for (const socket of opened) socket[Symbol.dispose]();
      await server.kill();
    }
  },
});

/** Opens sockets until one is refused, each with the X-Forwarded-For of its number, and returns how many were not. */
async function countAllowed(port: number, createForwardedFor: (n: number) => string): Promise<number> {
  const opened: RawSocket[] = [];
  try {
    for (let n = 0; n <= CONNECTIONS_MAX; n++) {
      const socket = await RawSocket.connect(port);
      opened.push(socket);
      await socket.write(encodeHandshake({ "X-Forwarded-For": createForwardedFor(n) }));
      if (await socket.readStatus() !== "http 101") return n;
    }
    return CONNECTIONS_MAX + 1;
  } finally {
    for (const socket of opened) socket[Symbol.dispose]();
  }
}

const PROXIED = "Behind a proxy nginx counts who is beyond it, and nobody chooses under which address";
Deno.test({
  name: PROXIED,
  ignore: isMissing(PROXIED, { nginx: "nginx" }),
  async fn() {
    const server = await startServerProcess({ env: { LIMIT_SOCKETS: "0", LIMIT_REGISTRATIONS_PER_MINUTE: "0" } });
    try {
      await using proxied = await Nginx.start(server.port, { isProxied: true });
      assertEquals(await countAllowed(proxied.port, (n) => `192.0.2.${n}`), CONNECTIONS_MAX + 1); // Each for themselves.
      assertEquals(await countAllowed(proxied.port, (n) => `203.0.113.${n}, 198.51.100.1`), CONNECTIONS_MAX);
      assertEquals(await countAllowed(proxied.port, (n) => `203.0.113.${n}, 192.168.0.7`), CONNECTIONS_MAX);

      // Somebody who comes from an address that is not the proxy's.
      const edit = (name: string, text: string) =>
        name === "proxied.conf" ? text.replace("set_real_ip_from 127.0.0.1;", "") : text;
      await using passedBy = await Nginx.start(server.port, { isProxied: true, edit });
      assertEquals(await countAllowed(passedBy.port, (n) => `192.0.2.${n}`), CONNECTIONS_MAX);
      await using plain = await Nginx.start(server.port);
      assertEquals(await countAllowed(plain.port, (n) => `192.0.2.${n}`), CONNECTIONS_MAX);
    } finally {
      await server.kill();
    }
  },
});
