/**
 * Makes connections to Redis: one at a time and for one life each. When to try again is the link's business, so that
 * ioredis' own retries, queues and resubscription are all off. Used by `redis_link.ts` and `redis_cluster.ts`.
 */

import { Redis } from "ioredis";
import type { RedisAddress, RedisConfig } from "./redis_url.ts";

/** How long a TCP connection may take, in milliseconds. */
const CONNECT_MS_MAX = 3_000;
/** How long a closed connection waits for the other end's close, in milliseconds. */
const CLOSE_MS_MAX = 500;

/** Opens a connection to `address`, or to the master that the Sentinels name. It always gets to `end` at last. */
export function openRedis(config: RedisConfig, address: RedisAddress): Redis {
  const { kind, addresses, masterName, username, password, isTls } = config;
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
      sentinels: [...addresses],
      name: masterName,
      enableTLSForSentinelMode: isTls,
      sentinelRetryStrategy: () => null,
    })
    : new Redis({ ...options, ...address });
  redis.on("error", () => {}); // Without a listener it would be printed; who opened it hears of the end.
  return redis;
}
