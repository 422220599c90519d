/**
 * Composition root: puts configuration, relay, routes, STUN and listener together, and takes them down again.
 *
 * It alone names the implementations, reads the environment and ends the process. `deno task start` runs it; tests call
 * `startServer` with port 0.
 */

import process from "node:process";
import { AddressLimits } from "./signaling/limits/address_limits.ts";
import type { Bus } from "./signaling/bus/bus.ts";
import { type Config, type MemoryConfig, parseConfig } from "./signaling/config/config.ts";
import { Counters } from "./signaling/monitoring/counters.ts";
import { type Clock, Deadlines } from "./signaling/session/deadlines.ts";
import { createHandler } from "./signaling/http/http.ts";
import { createIceServerOffers } from "./signaling/ice/ice_servers.ts";
import { startKeepalive } from "./signaling/session/keepalive.ts";
import { MemoryBus } from "./signaling/bus/memory_bus.ts";
import { createProxyWarnings, warnOfWideBlocks } from "./signaling/http/proxy_warnings.ts";
import { createRefusalWarnings } from "./signaling/http/refusal_warnings.ts";
import { createLog, type Log } from "./signaling/monitoring/log.ts";
import {
  chooseMemoryLimit,
  MEMORY_RELIEF_MS,
  MemoryWatch,
  type MemoryWatchOptions,
  startMemoryWatch,
} from "./signaling/limits/memory_watch.ts";
import type { Measurement, Metrics } from "./signaling/monitoring/metrics.ts";
import { OpenSessions } from "./signaling/session/open_sessions.ts";
import { REGISTER_DEADLINE_MS } from "./signaling/protocol.ts";
import { PushGate } from "./signaling/push/push_gate.ts";
import { Relay } from "./signaling/session/relay.ts";
import { RunningClock } from "./signaling/session/running_clock.ts";
import { chooseSocketLimits } from "./signaling/limits/socket_limits.ts";
import { CLOSING_MS_MAX } from "./signaling/http/socket_events.ts";
import { loadStaticFiles } from "./signaling/http/static_files.ts";
import { findPublicOrigin } from "./signaling/pages/link_preview.ts";
import { startStunServer } from "./signaling/ice/stun_server.ts";
import { listenOn, RETIRE_MS, WebListener } from "./signaling/http/web_listener.ts";

/** How long a stopping server waits for answers that are under way, in milliseconds. */
const SHUTDOWN_GRACE_MS = 2_000;
/**
 * The same signal again within this time is the same request to stop: `deno task` passes on what the whole process
 * group gets as well (measured: SIGTERM twice in 1 ms), as from a systemd unit.
 */
const SIGNAL_REPEAT_MS = 500;

/** How long a failing server waits for its sockets to hear of it, in milliseconds; what fails may be getting worse. */
const FAILURE_GRACE_MS = 250;
/** EX_TEMPFAIL of sysexits.h: to be tried again. */
const EXIT_TEMPORARY = 75;

/** So many sockets may be lost without an event; each keeps a descriptor, of which the shipped unit allows 65,536. */
const LOST_MAX = 10_000;

export interface Server {
  readonly port: number;
  /** Where the figures for monitoring are; null without any. */
  readonly metricsPort: number | null;
  /** Resolves with a sentence when the process had better end and be started afresh; never if all goes well. */
  readonly failed: Promise<string>;
  /**
   * Refuses new sockets, asks the open ones to move, and resolves when they have or after `drainSeconds`; at once if
   * there is no other instance to move to.
   */
  drain(drainSeconds: number): Promise<void>;
  /** Stops listening, closes every socket with 1001, and resolves when all answers are out. */
  stop(): Promise<void>;
}

function readMemoryLimit({ mib, percent }: MemoryConfig): MemoryWatchOptions {
  const limitBytes = chooseMemoryLimit({
    configured: mib * 2 ** 20,
    constrained: process.constrainedMemory(),
    total: Deno.systemMemoryInfo().total,
  });
  return { limitBytes, share: percent / 100 };
}

/** Timers whose clock does not count the time in which the process stands still. */
function createRunningTimers(clock: RunningClock): Clock {
  const { setTimeout, clearTimeout } = globalThis;
  return { setTimeout, clearTimeout, performance: clock };
}

/**
 * Counts the sockets that are lost in their handshake. The runtime never lets go of their descriptors, so before there
 * is none left the process had better start afresh, which costs nobody a call.
 */
function createLostHandler(counters: Counters, fail: (reason: string) => void): () => void {
  return () => {
    counters.countLost();
    if (counters.lostCount >= LOST_MAX) fail(`${LOST_MAX} connections were lost in their handshake`);
  };
}

function createLimits({ limits }: Config, memoryLimit: MemoryWatchOptions, clock: RunningClock): AddressLimits {
  const socketLimits = chooseSocketLimits({ configured: limits.sockets, ...memoryLimit });
  return new AddressLimits({ ...limits, ...socketLimits }, {
    now: () => performance.now(),
    readPausedMs: () => clock.readPausedMs(),
  });
}

/** Makes the bus; the client of Redis is loaded only by who has one. */
async function createBus({ redis }: Config, log: Log): Promise<Bus> {
  if (redis === null) return new MemoryBus();
  const { RedisBus } = await import("./signaling/redis/redis_bus.ts");
  return new RedisBus(redis, {
    now: () => performance.now(),
    random: Math.random,
    randomBytes: (count) => crypto.getRandomValues(new Uint8Array(count)),
    warn: (line) => log.warn("redis", line),
  });
}

/** Makes the figures for monitoring; their library is loaded only by who wants them. */
async function createMetrics(config: Config): Promise<Metrics | null> {
  if (config.metrics === null) return null;
  const { Metrics } = await import("./signaling/monitoring/metrics.ts");
  return new Metrics();
}

function measure({ relay, bus, sessions }: { relay: Relay; bus: Bus; sessions: OpenSessions }): Measurement {
  let [bufferedBytes, bufferedBytesMax] = [0, 0];
  for (const session of sessions) {
    bufferedBytes += session.bufferedBytes;
    bufferedBytesMax = Math.max(bufferedBytesMax, session.bufferedBytes);
  }
  return {
    peerCount: relay.peerCount,
    socketCount: sessions.size,
    bufferedBytes,
    bufferedBytesMax,
    isDraining: sessions.isDraining,
    isBusReady: bus.isReady,
  };
}

/** Starts listening, whether or not Redis can be reached. Throws if the page is not built, or if the address cannot be listened on. */
export async function startServer(
  config: Config,
  staticFolder = "static",
  log: Log = createLog(config.logFormat),
): Promise<Server> {
  const files = await loadStaticFiles(staticFolder, {
    origin: findPublicOrigin(config),
    embedOrigins: config.embedOrigins,
  });
  const sessions = new OpenSessions();
  const stun = config.stunPort === 0 ? null : startStunServer(config.stunPort, (line) => log.warn("stun", line));
  const stunPort = stun === null ? null : config.stunPort;
  const memoryLimit = readMemoryLimit(config.memory);
  const memory = new MemoryWatch(memoryLimit);
  const runningClock = new RunningClock();
  const limits = createLimits(config, memoryLimit, runningClock);
  const failed = Promise.withResolvers<string>();
  warnOfWideBlocks(log, config.trustedProxies);
  const clock = createRunningTimers(runningClock);
  const [deadlines, closings] = [new Deadlines(clock, REGISTER_DEADLINE_MS), new Deadlines(clock, CLOSING_MS_MAX)];
  const offerIceServers = createIceServerOffers({ config, stunPort, nowMs: Date.now });
  const bus = await createBus(config, log);
  const relay = new Relay(bus);
  const push = config.push && new PushGate({ ...config.push, warn: (line) => log.warn("push", line) });
  const metrics = await createMetrics(config);
  const counters = metrics?.counters ?? new Counters();
  let listener: WebListener;
  let metricsListener: Deno.HttpServer<Deno.NetAddr> | null = null;
  try {
    if (metrics !== null && config.metrics !== null) {
      const { port, host: hostname } = config.metrics;
      const respond = (request: Request) => metrics.respond(request);
      metricsListener = listenOn(
        "METRICS_PORT",
        port,
        () => Deno.serve({ port, hostname, onListen: () => {} }, respond),
      );
    }
    listener = await WebListener.start({
      port: config.port,
      hostname: config.host,
      tls: config.tls,
      log,
      onRenewed: () => sessions.askToReconnect(RETIRE_MS / 2),
      handler: createHandler({
        ...{ config, relay, bus, files, sessions, deadlines, closings, offerIceServers, limits, memory, counters },
        sendPush: push?.send ?? null,
        ...createProxyWarnings(log),
        onRefused: createRefusalWarnings(log),
        onLost: createLostHandler(counters, failed.resolve),
        log,
      }),
    });
  } catch (error) {
    bus.close();
    push?.close();
    await Promise.all([metricsListener?.shutdown(), stun?.close()]);
    throw error;
  }
  metrics?.start(() => measure({ relay, bus, sessions }));
  const stopClock = runningClock.start();
  const stopKeepalive = startKeepalive(sessions, () => runningClock.now());
  const readings = { readUsedBytes: () => process.memoryUsage.rss(), now: () => runningClock.now() };
  const stopMemoryWatch = startMemoryWatch(memory, readings, (state) => {
    if (state === "calm") log.info("memory", "There is memory again");
    if (state === "full") {
      log.warn("memory", "Memory is short: new sockets are refused (LIMIT_MEMORY_MIB, LIMIT_MEMORY_PERCENT)");
    }
    if (state === "full") sessions.askToReconnect(MEMORY_RELIEF_MS / 2);
    if (state === "exhausted") failed.resolve("no memory is left");
  });
  void listener.failed.then((error) => failed.resolve(`the listener failed: ${String(error)}`));
  return {
    port: listener.port,
    metricsPort: metricsListener?.addr.port ?? null,
    failed: failed.promise,
    async drain(drainSeconds) {
      // Whoever is told to move finds nobody else: back to us, who turn them away. The successor comes when we are gone.
      const canMove = drainSeconds > 0 && await bus.hasPeers();
      await sessions.drain(canMove ? drainSeconds * 1_000 : 0);
    },
    async stop() {
      stopClock();
      stopKeepalive();
      metrics?.stop();
      stopMemoryWatch();
      // Deno closes its sockets in a shutdown as well, also those still in their handshake, but does not promise it.
      sessions.close();
      bus.close();
      push?.close();
      await Promise.all([listener.shutdown(), metricsListener?.shutdown(), stun?.close()]);
    },
  };
}

function describeAddress({ host, tls }: Config, port: number): string {
  const isWildcard = host === "0.0.0.0" || host === "::";
  const name = isWildcard ? "localhost" : host.includes(":") ? `[${host}]` : host;
  return `${tls === null ? "http" : "https"}://${name}:${port}`;
}

/** Ends the process when it is told to: after a drain by SIGTERM, promptly by Ctrl+C, at once by a second signal. */
function stopOnSignals(server: Server, drainSeconds: number, log: Log): void {
  let first: { signal: Deno.Signal; atMs: number } | null = null;
  const handleSignal = async (signal: Deno.Signal) => {
    if (first !== null) {
      const isRepeat = signal === first.signal && performance.now() - first.atMs < SIGNAL_REPEAT_MS;
      if (!isRepeat) Deno.exit(0);
      return;
    }
    first = { signal, atMs: performance.now() };
    log.info("stopping", `Stopping on ${signal}`);
    await server.drain(signal === "SIGINT" ? 0 : drainSeconds);
    // A socket whose other end does not answer the close would keep the process alive.
    setTimeout(() => Deno.exit(0), SHUTDOWN_GRACE_MS);
    await server.stop();
    Deno.exit(0);
  };
  for (const signal of ["SIGINT", "SIGTERM"] as const) Deno.addSignalListener(signal, () => handleSignal(signal));
}

/** Ends the process with a code that asks for another start, as soon as its sockets are told. */
async function exitOnFailure(server: Server, log: Log): Promise<void> {
  const reason = await server.failed;
  log.error("failing", `Cannot go on: ${reason}; ending, to be started afresh`);
  setTimeout(() => Deno.exit(EXIT_TEMPORARY), FAILURE_GRACE_MS);
  await server.stop();
  Deno.exit(EXIT_TEMPORARY);
}

/** Gives up what only the start needs, so that nothing that goes wrong later can reach for it. */
export function dropPermissions({ stunPort, redis, tls }: Pick<Config, "stunPort" | "redis" | "tls">): void {
  for (const name of ["env", "sys"] as const) Deno.permissions.revokeSync({ name });
  Deno.permissions.revokeSync({ name: "read", ...(tls !== null && { path: "static" }) }); // Not what may be renewed.
  // A listening socket needs no permission to accept; Deno asks for one to answer each STUN request, to reach Redis, and
  // to listen with another certificate.
  if (stunPort === 0 && redis === null && tls === null) Deno.permissions.revokeSync({ name: "net" });
}

async function main(log: Log): Promise<void> {
  const config = parseConfig((name) => Deno.env.get(name));
  const server = await startServer(config, "static", log);
  dropPermissions(config);
  stopOnSignals(server, config.drainSeconds, log);
  void exitOnFailure(server, log);
  log.info("listening", `Video calling is at ${describeAddress(config, server.port)}`);
}

if (import.meta.main) {
  const log = createLog(Deno.env.get("LOG_FORMAT")?.trim() === "json" ? "json" : "text"); // Also for a bad setting.
  try {
    await main(log);
  } catch (error) {
    log.error("cannot-start", error instanceof Error ? error.message : String(error));
    Deno.exit(1);
  }
}
