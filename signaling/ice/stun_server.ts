/**
 * The UDP sockets of the STUN server: each datagram goes through `answerBinding` and back to where it came from.
 *
 * It keeps no state and no queue: it reads a socket's next datagram once the last is answered, and the kernel drops
 * what comes faster. `Deno.listenDatagram` is unstable in Deno 2.9 (`"unstable": ["net"]` in deno.json); the stable
 * `node:dgram` takes 2.7 times the CPU for a datagram. Started by `server.ts`.
 */

/// <reference lib="deno.unstable" />

import { answerBinding } from "./stun.ts";

/** A larger datagram is cut off, so that its length no longer fits and it is dropped. Ethernet's MTU. */
const DATAGRAM_BYTES_MAX = 1_500;
/** A socket that fails this often in a row is broken, and not the victim of one odd datagram. */
const FAILURES_MAX = 100;

/** The part of a `Deno.DatagramConn` that is used here. */
export interface DatagramSocket {
  receive(buffer: Uint8Array): Promise<[Uint8Array, Deno.Addr]>;
  send(bytes: Uint8Array, address: Deno.Addr): Promise<number>;
}

/** Answers what comes on `socket` until it is closed or broken, and returns why it ended. Never rejects. */
export async function answerDatagrams(socket: DatagramSocket): Promise<unknown> {
  const buffer = new Uint8Array(DATAGRAM_BYTES_MAX);
  let failure: unknown;
  for (let failures = 0; failures < FAILURES_MAX;) {
    try {
      const [bytes, source] = await socket.receive(buffer);
      const answer = source.transport === "udp" ? answerBinding(bytes, source) : null;
      // Waiting for it bounds what is under way. It fails for a source that cannot be reached, forged or gone.
      if (answer !== null) await socket.send(answer, source);
      failures = 0;
    } catch (error) {
      failure = error;
      if (error instanceof Deno.errors.Interrupted || error instanceof Deno.errors.BadResource) break; // It is closed.
      failures += 1;
    }
  }
  return failure;
}

export interface StunServer {
  /** Closes the sockets and resolves when nothing is under way on them. */
  close(): Promise<void>;
}

function describe(error: unknown): string {
  if (error instanceof Deno.errors.AddrInUse) return "it is in use";
  return error instanceof Error ? error.message : String(error);
}

/**
 * Starts answering on UDP `port` of every address, whatever HOST is: behind a proxy that is a loopback address, and UDP
 * does not pass through the proxy. Returns null after a warning if the port cannot be had, since calls within reach of
 * each other, or with STUN_URLS, need none.
 */
export function startStunServer(port: number, warn: (line: string) => void = console.warn): StunServer | null {
  const sockets: Deno.DatagramConn[] = [];
  let failure: unknown;
  // On Linux and macOS "::" takes IPv4 as well, and "0.0.0.0" then finds the port in use; Windows, systems set to
  // bindv6only, and those without IPv6 need the second.
  for (const hostname of ["::", "0.0.0.0"]) {
    try {
      sockets.push(Deno.listenDatagram({ transport: "udp", hostname, port }));
    } catch (error) {
      failure = error;
    }
  }
  if (sockets.length === 0) {
    warn(
      `Cannot answer STUN on UDP port ${port}: ${describe(failure)}. ` +
        "Set STUN_PORT to another port, or to 0 and STUN_URLS to a server that answers.",
    );
    return null;
  }
  let isClosing = false;
  const loops = sockets.map(async (socket) => {
    const reason = await answerDatagrams(socket);
    if (!isClosing) warn(`Cannot answer STUN on UDP port ${port} any more: ${describe(reason)}`);
  });
  return {
    async close() {
      isClosing = true;
      for (const socket of sockets) socket.close();
      await Promise.all(loops);
    },
  };
}
