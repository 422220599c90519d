/**
 * What `inbound_test.ts` runs at both ends of its cable. `sink PORT…` takes connections, counts what comes in the first
 * 3 s of each and answers with the sum; `send FROM>TO:PORT…` sends on all of these ways at once as much as goes, and
 * prints the sums. A connection that is cut is an error.
 */

import { connect } from "node:net";

const [role, ...words] = Deno.args;
const WINDOW_MS = 3_000;

async function count(connection: Deno.TcpConn): Promise<void> {
  const buffer = new Uint8Array(65_536);
  let [bytes, isOver] = [0, false];
  setTimeout(() => {
    isOver = true;
    connection.write(new TextEncoder().encode(String(bytes))).catch(() => Deno.exit(1));
  }, WINDOW_MS);
  for (let read = await connection.read(buffer); read !== null; read = await connection.read(buffer)) {
    if (!isOver) bytes += read;
  }
}

async function sink(port: number): Promise<void> {
  for await (const connection of Deno.listen({ hostname: "::", port })) void count(connection).catch(() => {});
}

/** Resolves with what the other end counted. */
function send(way: string): Promise<number> {
  const [, localAddress = "", host = "", port] = /^(.*)>(.*):(\d+)$/.exec(way) ?? [];
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  const socket = connect({ host, port: Number(port), localAddress });
  const piece = new Uint8Array(65_536);
  const write = () => {
    while (socket.write(piece));
  };
  socket.on("connect", write).on("drain", write).on("error", reject).on("data", (data) => resolve(Number(data)));
  return promise;
}

if (role === "sink") {
  for (const port of words) void sink(Number(port));
  console.log("listening");
} else {
  console.log(JSON.stringify(await Promise.all(words.map(send))));
  Deno.exit();
}
