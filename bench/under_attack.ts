/**
 * Measures what an attack does to others: how long a call takes to be set up through the server, quiet and under 1,000
 * silent sockets, 1,000 slow readers that are flooded, and 10,000 bad registrations a minute. Run: `deno task bench:attack`.
 */

import { p99Of, readRssMib } from "../tests/doubles/bystanders.ts";
import { startServerProcess } from "../tests/doubles/server_process.ts";
import { RawSocket } from "../tests/doubles/raw_socket.ts";

const [SILENT, SLOW, REGISTRATIONS_PER_MINUTE] = [1_000, 1_000, 10_000];
const PAIRS = 10;
const ROUNDS = 2;
const PHASE_MS = 15_000;
const RATIO_MAX = 2;
/** Between two calls of a pair; with 6 messages each, two of them long, within what a socket may send. */
const PAUSE_MS = 200;
const SDP = "a=x\r\n".repeat(600);

type Pair = { caller: RawSocket; callee: RawSocket; callerId: string; calleeId: string };

async function createPair(port: number, address: string): Promise<Pair> {
  const [caller, callee] = [await RawSocket.open(port, address), await RawSocket.open(port, address)];
  return { caller, callee, callerId: await caller.register(), calleeId: await callee.register() };
}

/** Sends what a call takes up to its first candidates, each message when the one before has come; returns the time. */
async function setUpCall({ caller, callee, callerId, calleeId }: Pair): Promise<number> {
  const relay = async (from: RawSocket, to: RawSocket, type: string, fields: Record<string, unknown> = {}) => {
    const [id, clientId] = from === caller ? [callerId, calleeId] : [calleeId, callerId];
    await from.writeFrame(JSON.stringify({ type, id, clientId, callId: "call", tabId: "tab", seq: 1, ...fields }));
    const outcome = await to.readOutcome();
    if (outcome !== "relayed") throw new Error(`Cannot set up a call: ${outcome}`);
  };
  const startedAtMs = performance.now();
  await relay(caller, callee, "video-offer-request", { description: { type: "offer", sdp: SDP } });
  await relay(callee, caller, "ringing");
  await relay(callee, caller, "video-offer-response", { accepted: true, description: { type: "answer", sdp: SDP } });
  await relay(caller, callee, "call-claimed", { claimedBy: "tab" });
  await relay(caller, callee, "ice-candidate", { candidates: [] });
  await relay(callee, caller, "ice-candidate", { candidates: [] });
  return performance.now() - startedAtMs;
}

async function measure(pairs: readonly Pair[]): Promise<number[]> {
  const times: number[] = [];
  const endMs = performance.now() + PHASE_MS;
  await Promise.all(pairs.map(async (pair) => {
    while (performance.now() < endMs) {
      times.push(await setUpCall(pair));
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS * (0.5 + Math.random())));
    }
  }));
  return times;
}

function show(what: string, times: readonly number[]): void {
  const median = times.toSorted((a, b) => a - b)[times.length >> 1] ?? 0;
  console.log(`${what}: ${times.length} calls, median ${median.toFixed(1)} ms, p99 ${p99Of(times).toFixed(1)} ms`);
}

/** Measures while the attackers are at work, from when all of them stand. */
async function measureUnderAttack(port: number, pairs: readonly Pair[]): Promise<number[]> {
  // Behind everybody else for the processor, since an attacker brings one of their own.
  const attackers = new Deno.Command("nice", {
    args: [
      "-n",
      "19",
      Deno.execPath(),
      "run",
      "--allow-all",
      new URL("../tests/hostile/attackers.ts", import.meta.url).pathname,
    ]
      .concat([port, SILENT, SLOW, REGISTRATIONS_PER_MINUTE].map(String)),
    stdout: "piped",
  }).spawn();
  const output = attackers.stdout.getReader();
  await output.read();
  const times = await measure(pairs);
  attackers.kill("SIGKILL");
  await Promise.all([attackers.status, output.cancel()]);
  return times;
}

const server = await startServerProcess({ env: { TRUSTED_PROXIES: "127.0.0.1" } });
const pairs: Pair[] = [];
for (let n = 0; n < PAIRS; n++) pairs.push(await createPair(server.port, `192.0.2.${n}`));
await measure(pairs); // Warm.
const [quiet, attacked]: [number[], number[]] = [[], []];
for (let round = 0; round < ROUNDS; round++) {
  quiet.push(...await measure(pairs));
  attacked.push(...await measureUnderAttack(server.port, pairs));
}
show("Quiet", quiet);
show("Under attack", attacked);
const healthy = await fetch(`http://127.0.0.1:${server.port}/healthz`);
console.log(`Server: ${healthy.status}, ${(await readRssMib(server.pid)).toFixed(0)} MiB`);
const ratio = p99Of(attacked) / p99Of(quiet);
console.log(`p99 under attack / quiet: ${ratio.toFixed(2)}, of ${RATIO_MAX} at most`);
await server.kill();
Deno.exit(ratio <= RATIO_MAX ? 0 : 1); // The clients' sockets would keep it.
