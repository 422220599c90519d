/** A server that stood still for longer than its peers may be silent: none of them was, and none is closed. */

import { assertEquals } from "@std/assert";
import { OPCODE, RawSocket } from "../doubles/raw_socket.ts";
import { startServerProcess } from "../doubles/server_process.ts";
import { TestClient } from "../doubles/test_client.ts";

const CLIENTS = 40;
/** Over the next sweep, and long enough for every deadline of a handshake. */
const STOPPED_MS = 25_000;

/** Takes the ping of each, which come all at once, some time in the next 20 s; a client waits for 5 s at a time. */
async function waitForSweep(clients: readonly TestClient[]): Promise<void> {
  for (const client of clients) {
    for (let tries = 0;; tries++) {
      try {
        await client.nextOfType("ping");
        break;
      } catch (error) {
        if (tries === 4) throw error;
      }
    }
  }
}

Deno.test(`A server that is stopped for ${STOPPED_MS / 1_000} s closes none of ${CLIENTS} sessions, nor one that registers`, async () => {
  const server = await startServerProcess({ env: { TRUSTED_PROXIES: "127.0.0.1", LIMIT_SOCKETS: "100" } });
  try {
    const clients = Array.from({ length: CLIENTS }, () => new TestClient(`127.0.0.1:${server.port}`));
    for (const client of clients) await client.register();
    await waitForSweep(clients);
    using late = await RawSocket.open(server.port, "203.0.113.1");
    const closes: number[] = [];
    for (const client of clients) void client.closed.then(({ code }) => closes.push(code));
    Deno.kill(server.pid, "SIGSTOP");
    await late.writeFrame('{"type":"register"}');
    for (const client of clients) client.send({ type: "pong" });
    await new Promise((resolve) => setTimeout(resolve, STOPPED_MS));
    Deno.kill(server.pid, "SIGCONT");
    await late.writeFrame("{}");
    assertEquals(await late.readOutcome(), "error bad-message", "the one that registered meanwhile is gone");
    // Each answer comes after the sweep that was due meanwhile.
    for (const client of clients) {
      client.send({ type: "ping" });
      await client.nextOfType("pong");
    }
    assertEquals(closes, []);
    await late.writeFrame("", { opcode: OPCODE.close });
    for (const client of clients) await client.close();
  } finally {
    await server.kill("SIGKILL");
  }
});
