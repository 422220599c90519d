/**
 * What the runtime holds for a hostile socket: up to 64 MiB of a message that is never finished, also after the server
 * has closed it. One address can pin no more than its sockets, and when many do it the process ends and starts afresh.
 */

import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { readRssMib } from "../doubles/bystanders.ts";
import { encodeFrame, encodeHandshake, OPCODE, RawSocket } from "../doubles/raw_socket.ts";
import { type ServerProcess, startServerProcess } from "../doubles/server_process.ts";

const ENV = { TRUSTED_PROXIES: "127.0.0.1", PUBLIC_HOST: "call.example" };
const PIECE = encodeFrame(new Uint8Array(2 ** 20), { opcode: OPCODE.continuation, isFinal: false });
/** Loopback is quicker than any line that an attacker has; this is a Gigabit. */
const LINE_MIB_PER_SECOND = 110;
const EX_TEMPFAIL = 75;

async function withServer(env: Record<string, string>, body: (server: ServerProcess) => Promise<void>): Promise<void> {
  const server = await startServerProcess({ env: { ...ENV, ...env } });
  try {
    await body(server);
  } finally {
    await server.kill();
  }
}

async function readStatus(port: number, address: string): Promise<string> {
  using socket = await RawSocket.connect(port);
  await socket.write(encodeHandshake({ "X-Forwarded-For": address }));
  return await socket.readStatus();
}

/** Opens a socket and sends the beginning of a message, `mib` of it. */
async function pin(port: number, address: string, mib: number): Promise<RawSocket> {
  const socket = await RawSocket.open(port, address);
  await socket.writeFrame("", { opcode: OPCODE.text, isFinal: false });
  for (let count = 0; count < mib; count++) await socket.write(PIECE);
  return socket;
}

function disposeAll(sockets: readonly RawSocket[]): void {
  for (const socket of sockets) socket[Symbol.dispose]();
}

Deno.test("The server refuses sockets, asks its clients to move, and ends itself before its memory does", async () => {
  const env = { LIMIT_MEMORY_MIB: "400", LIMIT_MEMORY_PERCENT: "70" };
  const server = await startServerProcess({ env: { ...ENV, ...env } });
  const { port } = server;
  const attackers: RawSocket[] = [];
  try {
    using client = await RawSocket.open(port, "198.51.100.1");
    await client.register();
    let isOver = false;
    let peakMib = 0;
    void server.status.then(() => isOver = true);
    const statuses = new Set<string>();
    // 30 sockets of 21 MiB, from an address each, so that no limit of one address helps.
    for (let n = 0; n < 30 && !isOver; n++) {
      try {
        attackers.push(await pin(port, `203.0.113.${n}`, 21));
        await new Promise((resolve) => setTimeout(resolve, 21_000 / LINE_MIB_PER_SECOND));
        peakMib = Math.max(peakMib, await readRssMib(server.pid));
      } catch (error) {
        statuses.add(error instanceof Error ? error.message : "");
        break;
      }
    }
    assertEquals([...statuses], ["Cannot open a WebSocket: http 503"]);
    const ready = await fetch(`http://127.0.0.1:${port}/readyz`);
    assertEquals(ready.status, 503);
    assertEquals(ready.headers.get("retry-after"), "5");
    assertStringIncludes(await ready.text(), "server-full");
    const healthy = await fetch(`http://127.0.0.1:${port}/healthz`);
    assertEquals((await healthy.text()).trim(), "ok");
    assertEquals(await client.readOutcome(), "reconnect");
    assert(attackers.length < 30 && peakMib < 400, `${attackers.length} sockets, ${peakMib} MiB`);
    // Those that are in go on, and that the process does not survive.
    const last = attackers.map(async (socket) => {
      for (let count = 0; count < 21; count++) await socket.write(PIECE);
    });
    const { code } = await server.status;
    assertEquals(code, EX_TEMPFAIL);
    await Promise.all(last);
    assertEquals(await client.readEnd(), "close 1001");
  } finally {
    disposeAll(attackers);
    await server.kill();
  }
  await withServer(env, async ({ port }) => {
    using client = await RawSocket.open(port, "198.51.100.1");
    await client.register();
  });
});

Deno.test("Without LIMIT_SOCKETS one address pins and finishes all that it may, and the process and the others live on", () =>
  withServer({ LIMIT_MEMORY_MIB: "640" }, async ({ port, pid }) => {
    const attackers: RawSocket[] = [];
    try {
      let status = "http 101";
      while (status === "http 101" && attackers.length < 100) {
        attackers.push(await pin(port, "203.0.113.1", 63));
        status = await readStatus(port, "203.0.113.1");
      }
      assertEquals([attackers.length, status], [4, "http 429"]);
      assertEquals(await (await fetch(`http://127.0.0.1:${port}/readyz`)).text(), "ready\n");
      for (const socket of attackers) await socket.writeFrame("é");
      using client = await RawSocket.open(port, "198.51.100.1");
      await client.register();
      assert(await readRssMib(pid) < 0.8 * 640);
    } finally {
      disposeAll(attackers);
    }
  }));

Deno.test("One address pins no more than its sockets, also of those that the server has closed", () =>
  withServer({ LIMIT_SOCKETS: "3" }, async ({ port, pid }) => {
    const before = await readRssMib(pid);
    const attackers = [];
    for (let count = 0; count < 3; count++) attackers.push(await pin(port, "203.0.113.1", 21));
    assertEquals(await readStatus(port, "203.0.113.1"), "http 429");
    // They have not registered, so they are closed; they do not answer that, and what they sent stays.
    assertEquals(await Promise.all(attackers.map((socket) => socket.readEnd())), Array(3).fill("close 4002"));
    assertEquals(await readStatus(port, "203.0.113.1"), "http 429");
    assert(await readRssMib(pid) - before < 3 * 64, "more than they can have sent");
    using other = await RawSocket.open(port, "203.0.113.2");
    await other.register();
    disposeAll(attackers);
    await waitUntilOpen(port, "203.0.113.1");
  }));

Deno.test("Sockets that vanish in each state give their place back", () =>
  withServer({ LIMIT_SOCKETS: "1", LIMIT_REGISTRATIONS_PER_MINUTE: "0" }, async ({ port }) => {
    const address = "203.0.113.1";
    const vanish = [
      async () => {
        using socket = await RawSocket.connect(port);
        await socket.write(encodeHandshake({ "X-Forwarded-For": address })); // And gone before the answer.
      },
      async () => void (await RawSocket.open(port, address))[Symbol.dispose](),
      async () => {
        using socket = await RawSocket.open(port, address);
        await socket.register();
      },
      async () => {
        using socket = await pin(port, address, 1);
        await socket.writeFrame("", { opcode: OPCODE.close });
      },
      async () => {
        using socket = await RawSocket.open(port, address);
        await socket.writeFrame("{}", { opcode: OPCODE.binary });
        assertEquals(await socket.readEnd(), "close 1003");
      },
    ];
    for (const go of vanish) {
      for (let count = 0; count < 10; count++) {
        await waitUntilOpen(port, address);
        await go();
      }
    }
    await waitUntilOpen(port, address);
  }));

/** The promise: so soon a place is given back, whichever way its socket went. */
const PLACE_BACK_MS_MAX = 10_000;

/**
 * Tries until a socket of `address` is let in. Its closing is noticed by the server a moment later than here, and one that
 * was gone before it opened some seconds later: the runtime tells of none such.
 */
async function waitUntilOpen(port: number, address: string): Promise<void> {
  const deadlineMs = performance.now() + PLACE_BACK_MS_MAX;
  let status = "";
  while (performance.now() < deadlineMs) {
    status = await readStatus(port, address);
    if (status === "http 101") return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error(`${address} is still refused: ${status}`);
}

Deno.test("A server without a file descriptor left ends itself, since Deno's listener is deaf from then on", async () => {
  const prefix = ["sh", "-c", 'ulimit -n 100 && exec "$0" "$@"'];
  const server = await startServerProcess({ env: ENV, prefix });
  const attackers: RawSocket[] = [];
  try {
    using client = await RawSocket.open(server.port, "198.51.100.1");
    await client.register();
    for (let count = 0; count < 100; count++) {
      try {
        attackers.push(await RawSocket.connect(server.port)); // And not a word.
      } catch (error) {
        if (!(error instanceof Deno.errors.ConnectionRefused || error instanceof Deno.errors.ConnectionReset)) {
          throw error;
        }
        break;
      }
    }
    assertEquals((await server.status).code, EX_TEMPFAIL);
    assertEquals(await client.readEnd(), "close 1001");
  } finally {
    disposeAll(attackers);
    await server.kill();
  }
});
