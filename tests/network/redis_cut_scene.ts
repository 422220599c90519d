/**
 * What `redis_cut_test.ts` runs inside a network namespace, where it may cut the way to Redis: one server here, one
 * beside Redis at the other end of a cable, and packets of Redis alone dropped in one direction or in both. It ends
 * with an error where something does not hold. Arguments: the address of both, Redis' port, the other server's port.
 */

import { assert, assertEquals } from "@std/assert";
import type { PeerId } from "../../signaling/protocol.ts";
import { startServerProcess } from "../doubles/server_process.ts";
import { TestClient } from "../doubles/test_client.ts";

const [address = "", redisPort = "", otherPort = ""] = Deno.args;
const BACK_MS_MAX = 3_000;
const CUTS = { "both ways": ["sport", "dport"], "from Redis": ["sport"], "to Redis": ["dport"] };

type End = { readonly client: TestClient; readonly peerId: PeerId };

async function nft(rules: string): Promise<void> {
  const child = new Deno.Command("nft", { args: ["-f", "-"], stdin: "piped" }).spawn();
  const writer = child.stdin.getWriter();
  await writer.write(new TextEncoder().encode(rules));
  await writer.close();
  assert((await child.status).success, rules);
}

async function connect(host: string): Promise<End> {
  const client = new TestClient(host);
  return { client, peerId: await client.register() };
}

async function waitForStatus(host: string, status: number): Promise<number> {
  const startMs = performance.now();
  while (true) {
    const response = await fetch(`http://${host}/readyz`);
    await response.body?.cancel();
    if (response.status === status) return performance.now() - startMs;
  }
}

let seq = 0;

function send(from: End, to: End): void {
  seq += 1;
  const offer = { audio: false, video: false, description: { type: "offer", sdp: "" } };
  const envelope = { id: from.peerId, clientId: to.peerId, callId: "call", tabId: "tab", seq };
  from.client.send({ type: "video-offer-request", ...envelope, ...offer });
}

/** Sends several times a second, as the ends do in their way, until it arrives. */
async function reach(from: End, to: End): Promise<number> {
  const startMs = performance.now();
  const timer = setInterval(() => send(from, to), 100);
  const first = seq;
  while ((await to.client.nextOfType("video-offer-request")).seq <= first);
  clearInterval(timer);
  return performance.now() - startMs;
}

const server = await startServerProcess({ env: { REDIS_URL: `redis://${address}:${redisPort}` } });
const [here, there] = [`127.0.0.1:${server.port}`, `${address}:${otherPort}`];
await waitForStatus(here, 200);
const [a, b, c] = [await connect(here), await connect(there), await connect(here)];
await reach(a, b);
await reach(b, a);
for (const [name, sides] of Object.entries(CUTS)) {
  const chain = (hook: string) =>
    `chain ${hook} { type filter hook ${hook} priority 0;
    ${sides.map((side) => `tcp ${side} ${redisPort} drop`).join("; ")}; }\n`;
  await nft(`table inet cut {\n${chain("input")}${chain("output")}}\n`);
  const noticedMs = await waitForStatus(here, 503);
  send(a, c);
  await c.client.nextOfType("video-offer-request");
  send(a, b);
  assertEquals((await a.client.nextOfType("error")).code, "unavailable", name);
  await nft("delete table inet cut\n");
  const [outMs, inMs] = [await reach(a, b), await reach(b, a)];
  const backMs = outMs + inMs;
  console.log(`cut ${name}: noticed after ${Math.round(noticedMs)} ms, both ways again after ${Math.round(backMs)} ms`);
  assert(backMs < BACK_MS_MAX, `${name}: both ways only after ${backMs} ms`);
  await waitForStatus(here, 200);
}
await Promise.all([a, b, c].map(({ client }) => client.close()));
await server.kill("SIGKILL");
