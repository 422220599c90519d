/**
 * Reads where Redis is from one URL: a single server, a group watched by Sentinels, or a Cluster.
 *
 *   redis://[user:password@]host[:6379]                         one server, or a managed one's address
 *   redis+sentinel://[user:password@]host[:26379],…/master      the user and password are the master's
 *   redis+cluster://[user:password@]host[:6379],…               any of its nodes; the others are found by them
 *
 * With `rediss` for `redis` it speaks TLS. Pure; called by `config.ts`. It must not let a password into a message.
 */

export interface RedisAddress {
  readonly host: string;
  readonly port: number;
}

export interface RedisConfig {
  readonly kind: "single" | "sentinel" | "cluster";
  /** The server; or the Sentinels, or some nodes of the Cluster, any of which will do. */
  readonly addresses: readonly RedisAddress[];
  /** The name that the Sentinels know the master by; empty without Sentinels. */
  readonly masterName: string;
  /** Empty for Redis' own default user. */
  readonly username: string;
  /** Empty for none. */
  readonly password: string;
  readonly isTls: boolean;
}

const ADDRESSES_MAX = 16;
const PORTS = { single: 6379, sentinel: 26379, cluster: 6379 } as const;
const REDIS_URL = /^redis(s?)(?:\+(sentinel|cluster))?:\/\/(?:([^\s/@:]*):([^\s/@]*)@)?([^\s/@]+?)(?:\/([\w.-]*))?$/;
const ADDRESS = /^([\w.-]+|\[[0-9a-f:.]+\])(?::(\d{1,5}))?$/i;

function parseAddress(text: string, defaultPort: number): RedisAddress | null {
  const [, host, portText] = ADDRESS.exec(text) ?? [];
  const port = Number(portText ?? defaultPort);
  if (host === undefined || port < 1 || port > 65_535) return null;
  return { host: host.replace(/^\[|\]$/g, ""), port };
}

function decode(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null; // A percent sign that begins nothing.
  }
}

/** Parses a URL of the forms above; null for anything else. */
export function parseRedisUrl(text: string): RedisConfig | null {
  const match = REDIS_URL.exec(text);
  if (match === null) return null;
  const [, secure, form = "single", user = "", secret = "", hosts = "", path = ""] = match;
  const kind = form as RedisConfig["kind"];
  const addresses = hosts.split(",").map((address) => parseAddress(address, PORTS[kind]));
  const areAddressesFine = addresses.length <= (kind === "single" ? 1 : ADDRESSES_MAX);
  // What is published belongs to no database, so that another number than 0 would only look like one.
  const isPathFine = kind === "sentinel" ? path !== "" : path === "" || path === "0";
  const [username, password] = [decode(user), decode(secret)];
  if (!areAddressesFine || !isPathFine || username === null || password === null) return null;
  const found = addresses.filter((address) => address !== null);
  if (found.length < addresses.length) return null;
  const masterName = kind === "sentinel" ? path : "";
  return Object.freeze({ kind, addresses: found, masterName, username, password, isTls: secure === "s" });
}
