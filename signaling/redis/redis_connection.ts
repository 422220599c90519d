/**
 * Opens connections to Redis, each for one life. When to try again is the uplink's decision, so ioredis' own retries,
 * queues and resubscription are all off. Used by `redis_uplink.ts` and `redis_cluster.ts`.
 */

import { Redis } from "ioredis";
import "./redis_replies.ts";
import type { RedisAddress, RedisConfig } from "./redis_url.ts";

/** What is not pure of those who keep connections open. */
export interface RedisRuntime {
  /** A clock that nobody sets, in milliseconds. */
  readonly now: () => number;
  /** A number from 0 up to 1: by chance, so that not all instances come back at once. */
  readonly random: () => number;
}

/** How long a TCP connection may take, with TLS, to Redis or to a Sentinel, in milliseconds. */
const CONNECT_MS_MAX = 2_000;
/** How long a Sentinel may take to answer, in milliseconds. */
const SENTINEL_MS_MAX = 2_000;
/** How long a closed connection waits for the other end's close, in milliseconds. */
const CLOSE_MS_MAX = 500;

/**
 * Opens a connection to `address`, or to the master that the Sentinels name. It gets to `connect` or to `end` in bounded
 * time: the Sentinels are asked one after another. What comes after `connect` has no bound here.
 * @param turn counts the tries, each of which begins with another Sentinel: the first may be one that does not answer
 */
export function openRedis(config: RedisConfig, address: RedisAddress, turn = 0): Redis {
  const { kind, addresses, masterName, username, password, isTls } = config;
  const first = turn % addresses.length;
  const options = {
    ...(username === "" ? {} : { username }),
    ...(password === "" ? {} : { password }),
    ...(isTls ? { tls: {} } : {}),
    // Since RESP3 one connection subscribes and publishes, so that the order of its commands is that of their effects.
    protocol: 3 as const,
    connectTimeout: CONNECT_MS_MAX,
    disconnectTimeout: CLOSE_MS_MAX,
    retryStrategy: () => null,
    enableOfflineQueue: false,
    autoResubscribe: false,
    autoResendUnfulfilledCommands: false,
    disableClientInfo: true, // A managed Redis, or an access list, may not know it.
    enableReadyCheck: kind === "sentinel", // It asks whether the master is one; else Redis may well be loading its disk.
  };
  const redis = kind === "sentinel"
    ? new Redis({
      ...options,
      sentinels: [...addresses.slice(first), ...addresses.slice(0, first)],
      name: masterName,
      enableTLSForSentinelMode: isTls,
      sentinelCommandTimeout: SENTINEL_MS_MAX,
      sentinelRetryStrategy: () => null,
    })
    : new Redis({ ...options, ...address });
  redis.on("error", () => {}); // Without a listener it would be printed; who opened it hears of the end.
  return redis;
}
