/**
 * Connections that are reset while their handshake is on its way: the runtime neither opens nor closes such a socket, and
 * the address it came from must not pay for that, nor the process with a descriptor for each.
 */

import { assert, assertEquals } from "@std/assert";
import { connect, type Socket } from "node:net";
import { encodeHandshake, RawSocket } from "../doubles/raw_socket.ts";
import { type ServerProcess, startServerProcess } from "../doubles/server_process.ts";

const ENV = { TRUSTED_PROXIES: "127.0.0.1", PUBLIC_HOST: "call.example" };
const ATTACKER = "203.0.113.1";
const COUNT = 110;
/** A few more than before are other things than sockets: a worker's pipe, the connection that was just closed. */
const NOISE = 5;
const PATIENCE_MS = 10_000;

function countDescriptors(pid: number): number {
  return [...Deno.readDirSync(`/proc/${pid}/fd`)].length;
}

function openConnection(port: number): Promise<Socket> {
  const { promise, resolve, reject } = Promise.withResolvers<Socket>();
  const socket = connect(port, "127.0.0.1", () => resolve(socket));
  socket.on("error", reject);
  return promise;
}

/** Sends the handshake and resets the connection at once. */
function sendAndReset(socket: Socket): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  socket.on("close", () => resolve());
  socket.write(encodeHandshake({ "X-Forwarded-For": ATTACKER }), () => socket.resetAndDestroy());
  return promise;
}

async function waitFor(isSo: () => Promise<boolean>, what: () => string): Promise<void> {
  const deadlineMs = performance.now() + PATIENCE_MS;
  while (!await isSo()) {
    if (performance.now() > deadlineMs) throw new Error(`Not in ${PATIENCE_MS} ms: ${what()}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

async function canRegister(port: number): Promise<boolean> {
  using socket = await RawSocket.connect(port);
  await socket.write(encodeHandshake({ "X-Forwarded-For": ATTACKER }));
  if (await socket.readStatus() !== "http 101") return false;
  await socket.register();
  return true;
}

/** Answered one by one, so that the server has taken in every connection that came before. */
async function settle({ origin }: ServerProcess): Promise<void> {
  assertEquals((await (await fetch(`${origin}/healthz`)).text()).trim(), "ok");
}

Deno.test("110 handshakes that are reset at once cost their address no place, and the process no descriptor", async () => {
  const server = await startServerProcess({ env: ENV });
  try {
    await settle(server);
    const before = countDescriptors(server.pid);
    const sockets = [];
    for (let count = 0; count < COUNT; count++) sockets.push(await openConnection(server.port));
    await settle(server);
    assert(countDescriptors(server.pid) >= before + COUNT, "the connections do not stand");
    // While the process stands still, so that it finds each handshake together with its reset, as luck has it else.
    Deno.kill(server.pid, "SIGSTOP");
    await Promise.all(sockets.map(sendAndReset));
    Deno.kill(server.pid, "SIGCONT");
    await waitFor(() => canRegister(server.port), () => "the address is let in");
    await waitFor(
      () => Promise.resolve(countDescriptors(server.pid) <= before + NOISE),
      () => `${countDescriptors(server.pid) - before} more descriptors than before`,
    );
  } finally {
    await server.kill();
  }
});
