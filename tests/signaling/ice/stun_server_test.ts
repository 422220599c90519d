/** The STUN server's sockets: real ones on loopback, and one that fails on purpose. */

import { assert, assertEquals, assertMatch } from "@std/assert";
import { answerDatagrams, type DatagramSocket, startStunServer } from "../../../signaling/ice/stun_server.ts";
import { findFreeUdpPort } from "../../doubles/server_process.ts";

const REQUEST = Uint8Array.fromHex("000100002112a442b7e7a701bc34d686fa87dfae");

function fail(line: string): void {
  throw new Error(`Unexpected warning: ${line}`);
}

/** Sends `requests` from `hostname` and returns the port they came from and the first datagram that comes back. */
async function exchange(hostname: string, port: number, requests: Uint8Array[]) {
  const socket = Deno.listenDatagram({ transport: "udp", hostname, port: 0 });
  for (const request of requests) await socket.send(request, { transport: "udp", hostname, port });
  const [answer, source] = await socket.receive();
  const ownPort = (socket.addr as Deno.NetAddr).port;
  socket.close();
  return { answer: answer.toHex(), source, ownPort };
}

function portXor(port: number): string {
  return (port ^ 0x2112).toString(16).padStart(4, "0");
}

Deno.test("startStunServer() tells IPv4 and IPv6 senders their address, from the port that was asked", async () => {
  const port = findFreeUdpPort();
  const server = startStunServer(port, fail);
  assert(server !== null);
  const ipv4 = await exchange("127.0.0.1", port, [REQUEST]);
  assertEquals(
    ipv4.answer,
    `0101000c2112a442b7e7a701bc34d686fa87dfae002000080001${portXor(ipv4.ownPort)}5e12a443`,
  );
  assertEquals((ipv4.source as Deno.NetAddr).port, port);
  const ipv6 = await exchange("::1", port, [REQUEST]);
  assertEquals(
    ipv6.answer,
    `010100182112a442b7e7a701bc34d686fa87dfae002000140002${portXor(ipv6.ownPort)}` +
      "2112a442b7e7a701bc34d686fa87dfaf",
  );
  await server.close();
});

Deno.test("startStunServer() answers the request after datagrams that are none, empty and too large ones too", async () => {
  const port = findFreeUdpPort();
  const server = startStunServer(port, fail);
  const large = new Uint8Array(9_000);
  large.set(REQUEST);
  const { answer } = await exchange("127.0.0.1", port, [new Uint8Array(0), new Uint8Array(20), large, REQUEST]);
  assertEquals(answer.slice(0, 4), "0101");
  await server?.close();
});

Deno.test("startStunServer() warns and goes without, if the port is taken", async () => {
  for (const hostname of ["0.0.0.0", "::"]) {
    const other = Deno.listenDatagram({ transport: "udp", hostname, port: 0 });
    const { port } = other.addr as Deno.NetAddr;
    const lines: string[] = [];
    const server = startStunServer(port, (line) => lines.push(line));
    assertEquals([server, lines.length], [null, 1]);
    assertMatch(lines[0] ?? "", new RegExp(`^Cannot answer STUN on UDP port ${port}: it is in use\\. Set STUN_PORT`));
    await server?.close();
    other.close();
  }
});

/** Yields `results` one after the other, errors as rejections, and then is closed. */
class ScriptedSocket implements DatagramSocket {
  readonly sent: Uint8Array[] = [];
  readonly #results: (Error | Uint8Array)[];
  readonly #sendError: Error | null;

  constructor(results: (Error | Uint8Array)[], sendError: Error | null = null) {
    this.#results = results;
    this.#sendError = sendError;
  }

  receive(): Promise<[Uint8Array, Deno.Addr]> {
    const result = this.#results.shift() ?? new Deno.errors.BadResource("closed");
    if (result instanceof Error) return Promise.reject(result);
    return Promise.resolve([result, { transport: "udp", hostname: "192.0.2.1", port: 9 }]);
  }

  send(bytes: Uint8Array): Promise<number> {
    this.sent.push(bytes);
    return this.#sendError === null ? Promise.resolve(bytes.length) : Promise.reject(this.#sendError);
  }
}

Deno.test("answerDatagrams() goes on after a datagram that cannot be answered or received", async () => {
  const refused = new Error("Network is unreachable");
  const socket = new ScriptedSocket([REQUEST, REQUEST, refused, REQUEST], refused);
  const reason = await answerDatagrams(socket);
  assert(reason instanceof Deno.errors.BadResource);
  assertEquals(socket.sent.length, 3);
});

Deno.test("answerDatagrams() ends when its socket does nothing but fail, and not before", async () => {
  const failures = new Array<Error>(99).fill(new Error("broken"));
  const recovering = new ScriptedSocket([...failures, REQUEST, ...failures, REQUEST]);
  await answerDatagrams(recovering);
  assertEquals(recovering.sent.length, 2);
  const broken = new ScriptedSocket([...failures, new Error("at last"), REQUEST]);
  const reason = await answerDatagrams(broken);
  assertEquals([(reason as Error).message, broken.sent.length], ["at last", 0]);
});
