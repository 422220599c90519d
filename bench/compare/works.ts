/** What is asked of each server, and what must come of it. */

import { type BenchServer, MINIMAL, OURS, PEER_SERVER, SERVERS, SOCKET_IO, WS } from "./servers.ts";

export interface Work {
  readonly name: string;
  /** What the load generator is told; see `load/main.c`. */
  readonly command: string;
  readonly servers: readonly BenchServer[];
  /** Only in the first round, since it takes long. */
  readonly isOnce?: boolean;
}

/** By then the runtimes have compiled what is called most as well as they will. */
const RELAY = "warmup=6 seconds=3";

export const WORKS: readonly Work[] = [
  { name: "candidate w1", command: `relay window=1 ${RELAY}`, servers: SERVERS },
  { name: "candidate w16", command: `relay window=16 ${RELAY}`, servers: SERVERS },
  { name: "description w1", command: `relay window=1 kind=offer ${RELAY}`, servers: SERVERS },
  { name: "description w16", command: `relay window=16 kind=offer ${RELAY}`, servers: SERVERS },
  { name: "candidates at 20,000/s", command: "rate rate=20000 warmup=5 seconds=5", servers: SERVERS },
  { name: "descriptions at 5,000/s", command: "rate rate=5000 kind=offer warmup=5 seconds=4", servers: SERVERS },
  { name: "calls at 500/s", command: "calls rate=500 pairs=500 warmup=4 seconds=4", servers: SERVERS },
  {
    name: "calls in single file",
    command: "calls rate=500 pairs=500 single=1 warmup=4 seconds=4",
    servers: [OURS, MINIMAL, PEER_SERVER],
  },
  {
    name: "own calls at 500/s",
    command: "calls rate=500 pairs=500 own=1 warmup=4 seconds=4",
    servers: [OURS, PEER_SERVER],
  },
  { name: "registering", command: "storm warmup=3 seconds=0", servers: SERVERS },
  { name: "registering with proofs", command: "storm proved=1 warmup=0 seconds=0", servers: [OURS] },
  { name: "idle", command: "storm warmup=3 seconds=60", servers: [OURS, MINIMAL, PEER_SERVER] },
  { name: "dying", command: "cycles cycles=25 seconds=20", servers: [OURS, MINIMAL], isOnce: true },
];

/** The same works, so short that they show no more than that all of it runs. */
export function shorten(work: Work, seconds: number): Work {
  const command =
    work.command.replace(/warmup=\d+/, `warmup=${seconds}`).replace(/ seconds=\d+/, ` seconds=${seconds}`) +
    (work.command.startsWith("calls") ? " rate=100" : "") +
    (/^(storm|cycles) /.test(work.command) ? " count=500 cycles=2" : "");
  return { ...work, command };
}

/** A figure of ours beside the same of another server, in the same round. */
export interface Bar {
  readonly what: string;
  readonly work: string;
  /** Of which work of the other server, if not of the same. */
  readonly besideWork?: string;
  readonly beside: BenchServer;
  readonly figure: string;
  readonly atMost: number;
}

const cpu = (what: string, work: string, beside: BenchServer, atMost: number): Bar => ({
  what,
  work,
  beside,
  figure: "cpuUs",
  atMost,
});

export const BARS: readonly Bar[] = [
  cpu("CPU per candidate, one at a time", "candidate w1", MINIMAL, 1.20),
  cpu("CPU per candidate, 16 at a time", "candidate w16", MINIMAL, 1.20),
  cpu("CPU per description, one at a time", "description w1", MINIMAL, 1.20),
  cpu("CPU per description, 16 at a time", "description w16", MINIMAL, 1.20),
  { what: "memory per idle socket", work: "idle", beside: MINIMAL, figure: "kibPerSocket", atMost: 1.15 },
  cpu("CPU per candidate, one at a time", "candidate w1", PEER_SERVER, 0.75),
  cpu("CPU per candidate, 16 at a time", "candidate w16", PEER_SERVER, 0.75),
  cpu("CPU per description, one at a time", "description w1", PEER_SERVER, 0.65),
  cpu("CPU per description, 16 at a time", "description w16", PEER_SERVER, 0.65),
  cpu("CPU per call, the same 16 messages", "calls at 500/s", PEER_SERVER, 0.90),
  { what: "10,000 registering, bare", work: "registering", beside: PEER_SERVER, figure: "seconds", atMost: 0.80 },
  {
    what: "10,000 registering, with proofs",
    work: "registering with proofs",
    besideWork: "registering",
    beside: PEER_SERVER,
    figure: "seconds",
    atMost: 1.5,
  },
  { what: "CPU of 10,000 idle sockets", work: "idle", beside: PEER_SERVER, figure: "idleCpuMs", atMost: 0.6 },
  { what: "p99 at 20,000 messages/s", work: "candidates at 20,000/s", beside: WS, figure: "p99", atMost: 1.5 },
  cpu("CPU per candidate, one at a time", "candidate w1", SOCKET_IO, 0.55),
];

/** What ours alone must keep. */
export interface Ceiling {
  readonly what: string;
  readonly work: string;
  readonly figure: string;
  readonly atMost: number;
}

const MIB = 1_024;

export const CEILINGS: readonly Ceiling[] = [
  { what: "KiB 20 s after 25 × 10,000 died", work: "dying", figure: "laterKib", atMost: 400 * MIB },
  { what: "KiB while they came and died", work: "dying", figure: "peakKib", atMost: 400 * MIB },
];
