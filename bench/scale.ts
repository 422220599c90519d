/**
 * Measures what docs/scale.md shows: several real server processes on one real Redis, and clients by the thousand in
 * this process. `deno task bench:scale [part …]` with parts of: latency kill storm outage churn idle rate. Without LONG=1 a
 * tenth of the clients and shorter times. Needs redis-server, and `ulimit -n` of 20,000 for all of it.
 */

import type { CallId, PeerMessage, TabId } from "../signaling/protocol.ts";
import { Instances } from "../tests/doubles/instances.ts";
import { percentile } from "./numbers.ts";
import { readCpu, readMemory } from "./processes.ts";
import { Load, type LoadClient, PUBLIC_HOST } from "./scale_load.ts";

const IS_LONG = Deno.env.get("LONG") === "1";
const MANY = IS_LONG ? 10_000 : 1_000;
const OUTAGE_MS = IS_LONG ? 60_000 : 5_000;
const CHURN = IS_LONG ? 100_000 : 5_000;
const IDLE_MS = IS_LONG ? 60_000 : 20_000;
const WARM_UP_MS = 4_000;
const MEASURE_MS = 5_000;
const RATE = 5_000;
/** Short and interleaved, since others use this machine. */
const LATENCY_MS = 1_000;
const LATENCY_ROUNDS = 10;
/** The shortest that a timer waits; longer would send in bursts and measure their queue. */
const TICK_MS = 1;
const PAIRS = 25;
/** A name so long that a message is about as long as one with a candidate. */
const TAB_ID = "x".repeat(64) as TabId;

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

function createMessage(from: LoadClient, to: LoadClient, seq: number): PeerMessage {
  const callId = "call" as CallId;
  return { type: "ack", id: from.peerId, clientId: to.peerId, callId, tabId: TAB_ID, ackedTabId: TAB_ID, ack: seq };
}

function report(what: string, figures: Record<string, string | number>): void {
  console.log(`${what}: ${Object.entries(figures).map(([name, figure]) => `${name} ${figure}`).join(", ")}`);
}

function check(isFine: boolean, what: string): void {
  if (isFine) return;
  console.log(`  NOT REACHED: ${what}`);
  Deno.exitCode = 1;
}

async function withInstances(
  count: number,
  body: (all: Instances, load: Load) => Promise<void>,
  env: Record<string, string> = {},
): Promise<void> {
  const load = new Load();
  await using all = await Instances.start(count, { PUBLIC_HOST, ...env });
  try {
    await body(all, load);
  } finally {
    await load.stop();
  }
}

/** Sends at `rate` for `ms` between pairs, and returns how long each message took, in milliseconds. */
async function talk(pairs: readonly [LoadClient, LoadClient][], rate: number, ms: number): Promise<number[]> {
  const sentAtMs: number[] = [];
  const tookMs: number[] = [];
  for (const [, to] of pairs) {
    to.onMessage = (message) => {
      if (message.type === "ack") tookMs.push(performance.now() - (sentAtMs[Number(message["ack"])] ?? NaN));
    };
  }
  const startMs = performance.now();
  let seq = 0;
  while (performance.now() - startMs < ms) {
    const due = (performance.now() - startMs) * rate / 1_000;
    for (; seq < due; seq += 1) {
      const [from, to] = pairs[seq % pairs.length] as [LoadClient, LoadClient];
      sentAtMs[seq] = performance.now();
      from.send(createMessage(from, to, seq));
    }
    await pause(TICK_MS);
  }
  for (let waits = 0; tookMs.length < seq && waits < 2_000; waits += 1) await pause(TICK_MS);
  if (tookMs.length < seq) throw new Error(`Only ${tookMs.length} of ${seq} messages arrived`);
  return tookMs;
}

/** Makes pairs whose ends are on the same instance, or on different ones. */
async function createPairs(all: Instances, load: Load, to: number): Promise<[LoadClient, LoadClient][]> {
  const first = load.clients.length;
  await load.add(PAIRS, [all.at(0).port]);
  await load.add(PAIRS, [all.at(to).port]);
  const clients = load.clients.slice(first);
  return clients.slice(0, PAIRS).map((client, index) => [client, clients[PAIRS + index] as LoadClient]);
}

async function measureLatency(): Promise<void> {
  await withInstances(2, async (all, load) => {
    const [same, across] = [await createPairs(all, load, 0), await createPairs(all, load, 1)];
    await talk(same, RATE, WARM_UP_MS);
    await talk(across, RATE, WARM_UP_MS);
    const [sameMs, acrossMs]: [number[], number[]] = [[], []];
    for (let round = 0; round < LATENCY_ROUNDS; round += 1) {
      sameMs.push(...await talk(same, RATE, LATENCY_MS));
      acrossMs.push(...await talk(across, RATE, LATENCY_MS));
    }
    const show = (values: number[]) => [0.5, 0.99].map((share) => percentile(values, share).toFixed(2)).join(" / ");
    const moreMs = percentile(acrossMs, 0.5) - percentile(sameMs, 0.5);
    report(`Latency at ${RATE} messages/s, p50 / p99 in ms`, {
      "same instance": show(sameMs),
      "across": show(acrossMs),
      "p50 more": moreMs.toFixed(2),
    });
    check(moreMs <= 1, "at most 1 ms more");
  });
}

/** Kills one instance with so many clients, and measures how long each is without. */
async function measureReturn(what: string, count: number, msMax: number): Promise<void> {
  await withInstances(2, async (all, load) => {
    const baseMb = readMemory(all.at(1).pid);
    await load.add(count, [all.at(0).port, all.at(1).port]);
    const startMs = performance.now();
    await all.at(0).kill("SIGKILL");
    await load.waitFor(() => load.clients.every(({ registrations }) => registrations === 2), 60_000);
    const tookMs = load.clients.map(({ registeredAtMs }) => registeredAtMs - startMs);
    const channels = await all.countChannels();
    const fullMb = readMemory(all.at(1).pid);
    const errors = [...load.errors].map(([code, n]) => `${n} ${code}`).join(" ") || "none";
    await load.stop();
    const left = await settle(() => all.countChannels(), 0);
    report(`${what}: ${count} clients of a killed instance`, {
      "back p50": `${Math.round(percentile(tookMs, 0.5))} ms`,
      p99: `${Math.round(percentile(tookMs, 0.99))} ms`,
      max: `${Math.round(Math.max(...tookMs))} ms`,
      errors,
      channels: `${channels}, ${left} after all have left`,
      "memory before / full / after": `${await describeMemory(all, baseMb, fullMb)}`,
    });
    check(percentile(tookMs, 0.99) < msMax && errors === "none" && left === 0, `p99 < ${msMax} ms without errors`);
  });
}

async function describeMemory(all: Instances, baseMb: number, fullMb: number): Promise<string> {
  await pause(IS_LONG ? 15_000 : 2_000);
  return [baseMb, fullMb, readMemory(all.at(1).pid)].map((mb) => `${Math.round(mb)} MiB`).join(" / ");
}

async function settle(look: () => Promise<number>, expected: number): Promise<number> {
  let seen = await look();
  for (let waits = 0; seen !== expected && waits < 500; waits += 1) {
    await pause(20);
    seen = await look();
  }
  return seen;
}

/** Ends of the reliable channel talk on while Redis is gone; tests/faults/ has the checker, this the times. */
async function measureOutage(kind: "killed" | "paused"): Promise<void> {
  await withInstances(2, async (all, load) => {
    const [same, across] = [await createPairs(all, load, 0), await createPairs(all, load, 1)];
    await talk(same, 1_000, WARM_UP_MS);
    const quiet = await talk(same, 1_000, MEASURE_MS);
    if (kind === "killed") await all.redis.kill();
    else all.redis.pause();
    await all.waitUntilReady(503);
    const during = await talk(same, 1_000, OUTAGE_MS);
    const [from, to] = across[0] as [LoadClient, LoadClient];
    const errorsBefore = load.errors.size;
    const arrived = new Promise<number>((resolve) => to.onMessage = () => resolve(performance.now()));
    const ask = setInterval(() => from.send(createMessage(from, to, 0)), 50);
    await load.waitFor(() => load.errors.size > errorsBefore, 5_000);
    if (kind === "killed") await all.redis.start();
    else all.redis.resume();
    const backAtMs = performance.now();
    const tookMs = await arrived - backAtMs;
    clearInterval(ask);
    await talk(across, 1_000, 2_000);
    report(`Redis ${kind} for ${OUTAGE_MS / 1_000} s`, {
      "same instance p50 / p99 before": `${percentile(quiet, 0.5).toFixed(2)} / ${
        percentile(quiet, 0.99).toFixed(2)
      } ms`,
      during: `${percentile(during, 0.5).toFixed(2)} / ${percentile(during, 0.99).toFixed(2)} ms`,
      "lost there": 0,
      "across again after": `${Math.round(tookMs)} ms`,
      errors: [...load.errors].map(([code, n]) => `${n} ${code}`).join(" "),
    });
    check(tookMs < 3_000 && !load.errors.has("peer-unavailable"), "across < 3 s after, nobody declared absent");
  });
}

async function measureChurn(): Promise<void> {
  await withInstances(2, async (all, load) => {
    const memory = () => all.servers.map(({ pid }) => Math.round(readMemory(pid))).join(" + ");
    const rounds = 20;
    const marks: string[] = [`0: ${memory()}`];
    let redisBase = 0;
    for (let round = 1; round <= rounds; round += 1) {
      for (let done = 0; done < CHURN / rounds; done += 500) {
        const count = Math.min(500, CHURN / rounds - done);
        await load.add(count / 2, [all.at(0).port]);
        await load.add(count / 2, [all.at(1).port]);
        await load.stop();
      }
      if (round === 1) redisBase = await readUsedMemory(all);
      if (round === 1 || round % 5 === 0) marks.push(`${round * CHURN / rounds}: ${memory()}`);
    }
    const channels = await settle(() => all.countChannels(), 0);
    report(`${CHURN} connects and disconnects`, {
      "channels left": channels,
      "memory of both in MiB after so many": marks.join("; "),
      "Redis more than after the first round": `${Math.round((await readUsedMemory(all) - redisBase) / 1024)} KiB`,
      errors: [...load.errors].map(([code, n]) => `${n} ${code}`).join(" ") || "none",
    });
    check(channels === 0, "no channel left");
  });
}

async function readUsedMemory(all: Instances): Promise<number> {
  return Number(/used_memory:(\d+)/.exec(await all.redis.command("INFO", "memory"))?.[1]);
}

/** What a client costs that is only there: memory, registering, and pings. */
async function measureIdle(): Promise<void> {
  await withInstances(1, async (all, load) => {
    const { pid } = all.at(0);
    const base = { mb: readMemory(pid), redis: await readUsedMemory(all), cpu: readCpu(pid) };
    await load.add(MANY, [all.at(0).port]);
    const full = { mb: readMemory(pid), redis: await readUsedMemory(all), cpu: readCpu(pid) };
    await pause(IDLE_MS);
    const idleCpu = readCpu(pid) - full.cpu;
    report(`${MANY} clients that only wait`, {
      "KiB of the instance each": ((full.mb - base.mb) * 1024 / MANY).toFixed(1),
      "bytes of Redis each": Math.round((full.redis - base.redis) / MANY),
      "µs of processor to register one": Math.round((full.cpu - base.cpu) / MANY),
      "% of a core for pings": (idleCpu / IDLE_MS / 10).toFixed(1),
    });
  });
}

/** Keeps so many messages under way as the instances take, and counts what they cost. */
async function measureRate(
  what: string,
  count: number,
  choose: (index: number) => [number, number],
  env: Record<string, string> = {},
): Promise<void> {
  await withInstances(count, async (all, load) => {
    const pairs: [LoadClient, LoadClient][] = [];
    for (let index = 0; index < PAIRS; index += 1) {
      const [from, to] = choose(index);
      await load.add(1, [all.at(from).port]);
      await load.add(1, [all.at(to).port]);
      pairs.push(load.clients.slice(-2) as [LoadClient, LoadClient]);
    }
    let arrived = 0;
    let isOver = false;
    for (const [from, to] of pairs) {
      to.onMessage = () => {
        arrived += 1;
        if (!isOver) from.send(createMessage(from, to, arrived));
      };
      for (let window = 0; window < 16; window += 1) from.send(createMessage(from, to, window));
    }
    await pause(WARM_UP_MS);
    const pids = [...all.servers.map(({ pid }) => pid), all.redis.pid, Deno.pid];
    const before = pids.map(readCpu);
    const [startMs, startCount] = [performance.now(), arrived];
    await pause(MEASURE_MS * 2);
    const seconds = (performance.now() - startMs) / 1_000;
    const messages = arrived - startCount;
    const cpu = pids.map((pid, index) => (readCpu(pid) - (before[index] ?? 0)) / messages);
    isOver = true;
    report(what, {
      "messages/s": Math.round(messages / seconds),
      "µs of processor per message": cpu.slice(0, -2).map((us) => us.toFixed(1)).join(" + "),
      Redis: cpu.at(-2)?.toFixed(1) ?? "",
      "this load": cpu.at(-1)?.toFixed(1) ?? "",
    });
  }, env);
}

const PARTS: Record<string, () => Promise<void>> = {
  latency: measureLatency,
  kill: () => measureReturn("Kill", 1_000, 3_000),
  storm: () => measureReturn("Storm", MANY, 20_000),
  async outage() {
    await measureOutage("killed");
    await measureOutage("paused");
  },
  churn: measureChurn,
  idle: measureIdle,
  async rate() {
    await measureRate("1 instance without Redis", 1, () => [0, 0], { REDIS_URL: "" });
    await measureRate("1 instance", 1, () => [0, 0]);
    await measureRate("2 instances, each pair within one", 2, (index) => [index % 2, index % 2]);
    await measureRate("2 instances, each pair across", 2, (index) => [index % 2, (index + 1) % 2]);
  },
};

for (const part of Deno.args.length > 0 ? Deno.args : Object.keys(PARTS)) await PARTS[part]?.();
