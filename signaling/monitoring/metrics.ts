/**
 * The server's figures in Prometheus' text format, on a port of their own.
 *
 * It reads `Counters` and `measure` when somebody asks. In between it only runs a timer that shows how late the event
 * loop is. `server.ts` loads it, and `prom-client` with it, only where METRICS_PORT is set. Every figure is a sum over
 * all peers, so nothing here tells one from another.
 */

import { Counter, Gauge, Histogram, Registry } from "prom-client";
import process from "node:process";
import { Counters } from "./counters.ts";

function countTimers(): number {
  return process.getActiveResourcesInfo().filter((kind) => kind === "Timeout").length;
}

/** What is so right now. */
export interface Measurement {
  readonly peerCount: number;
  readonly socketCount: number;
  /** What waits in all sockets, and in the fullest, in bytes. */
  readonly bufferedBytes: number;
  readonly bufferedBytesMax: number;
  readonly isDraining: boolean;
  /** Whether the other instances can be reached; without any, yes. */
  readonly isBusReady: boolean;
}

const LOOP_PROBE_MS = 250;
const RELAY_SECONDS = [0.000_01, 0.000_025, 0.000_05, 0.000_1, 0.000_25, 0.000_5, 0.001, 0.0025, 0.01, 0.05, 0.25, 1];
const HANDSHAKE_SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];
const LOOP_SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5];

/** So many durations wait, at most, for somebody to ask. */
const UNOBSERVED_MAX = 256;

/**
 * A histogram of durations, in seconds. What it is given is only noted, and goes into the buckets when somebody asks or
 * there is no room: the library takes longer for one by one than a whole relay may.
 */
class Durations {
  readonly #histogram: Histogram;
  readonly #unobservedMs = new Float64Array(UNOBSERVED_MAX);
  #count = 0;

  constructor(registry: Registry, name: string, help: string, buckets: number[]) {
    const collect = () => this.#observe();
    this.#histogram = new Histogram({ name, help, buckets, registers: [registry], collect });
  }

  add(ms: number): void {
    this.#unobservedMs[this.#count++] = ms;
    if (this.#count === UNOBSERVED_MAX) this.#observe();
  }

  #observe(): void {
    for (const ms of this.#unobservedMs.subarray(0, this.#count)) this.#histogram.observe(ms / 1_000);
    this.#count = 0;
  }
}

export class Metrics {
  readonly counters: Counters;
  readonly #registry = new Registry();
  readonly #loopDelay: Durations;
  readonly #startedAtSeconds = Date.now() / 1_000;
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor() {
    const handshake = new Durations(
      this.#registry,
      "signaling_handshake_seconds",
      "From the opening of a socket to its registration",
      HANDSHAKE_SECONDS,
    );
    const relay = new Durations(
      this.#registry,
      "signaling_relay_seconds",
      "From the arrival of a message to its delivery, or to the other instances; one in 16 is timed",
      RELAY_SECONDS,
    );
    this.#loopDelay = new Durations(
      this.#registry,
      "signaling_event_loop_delay_seconds",
      "How late the event loop runs a timer",
      LOOP_SECONDS,
    );
    this.counters = new Counters({
      nowMs: () => performance.now(),
      addHandshake: (ms) => handshake.add(ms),
      addRelay: (ms) => relay.add(ms),
    });
    this.#registerCounters();
    this.#registerProcess();
  }

  /** Begins to watch the event loop, and to show what `measure` finds. */
  start(measure: () => Measurement): void {
    this.#registerGauges(measure);
    let dueAtMs = performance.now() + LOOP_PROBE_MS;
    this.#timer = setInterval(() => {
      const nowMs = performance.now();
      this.#loopDelay.add(Math.max(0, nowMs - dueAtMs));
      dueAtMs = nowMs + LOOP_PROBE_MS;
    }, LOOP_PROBE_MS);
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  /** Answers a request on the port of the metrics. */
  async respond(request: Request): Promise<Response> {
    if (URL.parse(request.url)?.pathname !== "/metrics") return new Response("Look at /metrics\n", { status: 404 });
    return new Response(await this.#registry.metrics(), { headers: { "content-type": this.#registry.contentType } });
  }

  #addCounts(name: string, help: string, label: string, read: () => ReadonlyMap<string | number, number>): void {
    new Counter({
      name,
      help,
      labelNames: [label],
      registers: [this.#registry],
      collect() {
        this.reset();
        for (const [value, count] of read()) this.inc({ [label]: value }, count);
      },
    });
  }

  #addCount(name: string, help: string, read: () => number): void {
    new Counter({
      name,
      help,
      registers: [this.#registry],
      collect() {
        this.reset();
        this.inc(read());
      },
    });
  }

  #addGauge(name: string, help: string, read: () => number): void {
    new Gauge({
      name,
      help,
      registers: [this.#registry],
      collect() {
        this.set(read());
      },
    });
  }

  #registerCounters(): void {
    const { counters } = this;
    this.#addCounts("signaling_messages_relayed_total", "Messages from peer to peer", "type", () => counters.relayed);
    this.#addCounts(
      "signaling_refusals_total",
      "What was refused, by the protocol's codes",
      "code",
      () => counters.refused,
    );
    this.#addCounts("signaling_messages_dropped_total", "Messages over a budget", "reason", () => counters.dropped);
    this.#addCounts("signaling_sockets_closed_total", "Sockets that ended", "reason", () => counters.closed);
    this.#addCounts("signaling_pushes_total", "Pushes that were asked for", "result", () => counters.pushes);
    this.#addCounts("signaling_http_responses_total", "Answers by HTTP", "status", () => counters.responses);
    this.#addCount("signaling_sockets_opened_total", "Sockets that opened", () => counters.openedCount);
    this.#addCount(
      "signaling_handshakes_lost_total",
      "Sockets that neither opened nor closed",
      () => counters.lostCount,
    );
    this.#addGauge(
      "signaling_descriptors",
      "Sockets that hold a file descriptor: open, closing, or lost in their handshake",
      () => counters.heldCount,
    );
    this.#addCount("signaling_registrations_total", "Sockets that registered", () => counters.registeredCount);
  }

  #registerGauges(measure: () => Measurement): void {
    const add = (name: string, help: string, read: (measurement: Measurement) => number) =>
      this.#addGauge(name, help, () => read(measure()));
    add("signaling_peers", "IDs that can be reached", ({ peerCount }) => peerCount);
    add("signaling_sockets", "Sockets that are open, registered or not", ({ socketCount }) => socketCount);
    add("signaling_send_buffer_bytes", "What waits to be sent, in all sockets", ({ bufferedBytes }) => bufferedBytes);
    add("signaling_send_buffer_max_bytes", "What waits in the fullest", ({ bufferedBytesMax }) => bufferedBytesMax);
    add("signaling_draining", "1 while the server stops", ({ isDraining }) => Number(isDraining));
    add("signaling_bus_up", "1 while the other instances can be reached", ({ isBusReady }) => Number(isBusReady));
  }

  #registerProcess(): void {
    const readMemory = (kind: keyof Deno.MemoryUsage) => () => Deno.memoryUsage()[kind];
    this.#addGauge("process_resident_memory_bytes", "Memory of the process", readMemory("rss"));
    this.#addGauge("signaling_heap_bytes", "Memory of its objects", readMemory("heapUsed"));
    this.#addGauge("signaling_timers", "Timers that are pending", countTimers);
    this.#addGauge("process_start_time_seconds", "When it started", () => this.#startedAtSeconds);
    this.#addCount("process_cpu_seconds_total", "Time on a processor", () => {
      const { user, system } = process.cpuUsage();
      return (user + system) / 1e6;
    });
  }
}
