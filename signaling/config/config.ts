/**
 * The server's configuration, read once from environment variables.
 *
 * Pure: it is handed a function that looks a variable up, so nothing else in the server reads the environment. It
 * reports every bad variable at once, so that setting a host up takes one attempt and not one for each mistake. Called
 * by `server.ts`, and by tests with a plain object.
 */

import { type AddressBlock, parseAddressBlock } from "../address/client_address.ts";
import { findSetting, type SettingName } from "./settings.ts";
import {
  type HostPort,
  parseMeetingPoints,
  parsePushHosts,
  PUSH_HOSTS_MAX,
  SECRET_LENGTH_MIN,
} from "../push/push_settings.ts";
import { parseRedisUrl, type RedisConfig } from "../redis/redis_url.ts";

const LOG_FORMATS = ["text", "json"] as const;
export type LogFormat = typeof LOG_FORMATS[number];

export interface Config {
  /** TCP port; 0 lets the system choose. */
  readonly port: number;
  /** Address to listen on. */
  readonly host: string;
  /** Where certificate and key are, if the server speaks HTTPS itself; null means HTTP. */
  readonly tls: TlsConfig | null;
  /** Lower-case `host[:port]` names that a registration may be signed for; empty means the request's own Host. */
  readonly publicHosts: readonly string[];
  /** UDP port of our own STUN server; 0 means none. */
  readonly stunPort: number;
  /** STUN servers told to clients in place of our own; empty means our own. */
  readonly stunUrls: readonly string[];
  /** TURN servers, and the secret shared with them; null means none. */
  readonly turn: TurnConfig | null;
  /** What joins several instances to one service; null means that this one is alone. */
  readonly redis: RedisConfig | null;
  /** Where the forwarder of pushes comes in; null means that there is none. */
  readonly push: PushConfig | null;
  /** Where the figures for monitoring are; null means nowhere. */
  readonly metrics: MetricsConfig | null;
  /** How the server says what happens. */
  readonly logFormat: LogFormat;
  /** How long a stopping server waits for its clients to move; 0 means not at all. */
  readonly drainSeconds: number;
  /** Origins of pages that may open a socket, as browsers write them; empty means our own hosts. */
  readonly allowedOrigins: readonly string[];
  /** Origins of pages that may show ours in a frame; empty means none. */
  readonly embedOrigins: readonly string[];
  /** Refuses a socket without an Origin, which no browser opens. */
  readonly requiresOrigin: boolean;
  /** Whose X-Forwarded-For and X-Forwarded-Proto are believed. */
  readonly trustedProxies: readonly AddressBlock[];
  readonly limits: LimitConfig;
  readonly memory: MemoryConfig;
}

/** What one address, IPv4 or IPv6 /64, may have and do, and one socket for messages; 0 means as much as it likes. */
export interface LimitConfig {
  /** Null leaves it to the memory that there is. */
  readonly sockets: number | null;
  readonly registrationsPerMinute: number;
  readonly messagesPerSecond: number;
  readonly messagesBurst: number;
  readonly missesPerHour: number;
}

export interface MemoryConfig {
  /** What the process may take; 0 means what its container or the machine has. */
  readonly mib: number;
  /** The share of it above which no new socket is opened; 0 means never. */
  readonly percent: number;
}

/** Where it is waited for. */
export interface PushConfig extends HostPort {
  readonly secret: string;
}

export interface MetricsConfig {
  readonly port: number;
  readonly host: string;
}

export interface TlsConfig {
  /** Files, PEM both; the first may hold a chain. */
  readonly certPath: string;
  readonly keyPath: string;
}

export interface TurnConfig {
  readonly urls: readonly string[];
  readonly secret: string;
  /** How long credentials are good. */
  readonly ttlSeconds: number;
}

/** Each name costs one signature check when none of them matches. */
const PUBLIC_HOSTS_MAX = 8;
const ICE_URLS_MAX = 8;

const ALLOWED_ORIGINS_MAX = 64;
/** They are sent with each answer that may be in a frame. */
const EMBED_ORIGINS_MAX = 16;
const TRUSTED_PROXIES_MAX = 64;

/** It is not repeated, as other values are. */
const SHORT_SECRET = `PUSH_SECRET must be at least ${SECRET_LENGTH_MIN} characters, since PUSH_FORWARDER is set`;

const ORIGIN = /^https?:\/\/(?:[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?|\[[0-9a-f:.]+\])(?::\d{1,5})?$/;
/** As a policy can name it: no IPv6 address (CSP 3 #grammardef-host-source). */
const FRAMING_ORIGIN = /^https?:\/\/[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?(?::\d{1,5})?$/;
const ADDRESS = /^[\w.:-]+$/;
const HOST_NAME = /^(?:[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?|\[[0-9a-f:.]+\])(?::\d{1,5})?$/;
const STUN_URL = /^stuns?:(?:[\w.-]+|\[[0-9a-f:.]+\])(?::\d{1,5})?$/i; // RFC 7064 §3.1
const TURN_URL = /^turns?:(?:[\w.-]+|\[[0-9a-f:.]+\])(?::\d{1,5})?(?:\?transport=(?:udp|tcp))?$/i; // RFC 7065 §3.1

function parseList(text: string | undefined): string[] {
  return (text ?? "").split(",").map((item) => item.trim()).filter((item) => item !== "");
}

type Get = (name: SettingName) => string | undefined;
type ParseNumber = (name: SettingName) => number;
type Expect = (isFine: boolean, name: SettingName, must: string) => void;
type Access = Pick<
  Config,
  "allowedOrigins" | "embedOrigins" | "requiresOrigin" | "trustedProxies" | "limits" | "memory"
>;

/** Parses who may connect, and how much each may have. */
function parseAccess(get: Get, expect: Expect, parseNumber: ParseNumber): Access {
  const allowedOrigins = parseList(get("ALLOWED_ORIGINS")).map((origin) => origin.toLowerCase());
  const areOrigins = allowedOrigins.length <= ALLOWED_ORIGINS_MAX &&
    allowedOrigins.every((origin) => ORIGIN.test(origin));
  expect(areOrigins, "ALLOWED_ORIGINS", `up to ${ALLOWED_ORIGINS_MAX} of http(s)://host[:port], split by commas`);
  const embedOrigins = parseList(get("EMBED_ORIGINS")).map((origin) => origin.toLowerCase());
  const areFraming = embedOrigins.length <= EMBED_ORIGINS_MAX &&
    embedOrigins.every((origin) => FRAMING_ORIGIN.test(origin));
  expect(areFraming, "EMBED_ORIGINS", `up to ${EMBED_ORIGINS_MAX} of http(s)://host[:port], split by commas`);
  const requiresOrigin = parseNumber("REQUIRE_ORIGIN") === 1;

  const blocks = parseList(get("TRUSTED_PROXIES")).map(parseAddressBlock);
  const trustedProxies = blocks.filter((block) => block !== null);
  const areBlocks = blocks.length <= TRUSTED_PROXIES_MAX && trustedProxies.length === blocks.length;
  expect(areBlocks, "TRUSTED_PROXIES", `up to ${TRUSTED_PROXIES_MAX} of address[/prefix], split by commas`);

  const limits = Object.freeze({
    sockets: get("LIMIT_SOCKETS")?.trim() ? parseNumber("LIMIT_SOCKETS") : null,
    registrationsPerMinute: parseNumber("LIMIT_REGISTRATIONS_PER_MINUTE"),
    messagesPerSecond: parseNumber("LIMIT_MESSAGES_PER_SECOND"),
    messagesBurst: parseNumber("LIMIT_MESSAGES_BURST"),
    missesPerHour: parseNumber("LIMIT_MISSES_PER_HOUR"),
  });
  const memory = Object.freeze({
    mib: parseNumber("LIMIT_MEMORY_MIB"),
    percent: parseNumber("LIMIT_MEMORY_PERCENT"),
  });
  return {
    allowedOrigins: Object.freeze(allowedOrigins),
    embedOrigins: Object.freeze(embedOrigins),
    requiresOrigin,
    trustedProxies: Object.freeze(trustedProxies),
    limits,
    memory,
  };
}

/** Parses where the forwarder comes in. PUSH_HOSTS is the forwarder's own, but a mistake in it stops the start here. */
function parsePush(get: Get, expect: Expect, parseNumber: ParseNumber, problems: string[]): PushConfig | null {
  const [text, secret] = [get("PUSH_FORWARDER")?.trim() ?? "", get("PUSH_SECRET")?.trim() ?? ""];
  const places = parseMeetingPoints(text, 1);
  const areHosts = parsePushHosts(get("PUSH_HOSTS") ?? "") !== null;
  expect(places !== null, "PUSH_FORWARDER", "one address:port");
  expect(areHosts, "PUSH_HOSTS", `up to ${PUSH_HOSTS_MAX} of host[:port], split by commas`);
  const [place] = places ?? [];
  if (parseNumber("PUSH") === 0 || place === undefined) return null;
  if (secret.length < SECRET_LENGTH_MIN) problems.push(SHORT_SECRET);
  return Object.freeze({ ...place, secret });
}

/**
 * Parses the configuration from the variables that `get` finds; an empty one counts as absent.
 * Throws one error that names every variable that is wrong, and what it must be. It never repeats a secret.
 */
export function parseConfig(get: (name: string) => string | undefined): Config {
  const problems: string[] = [];
  const read = (name: SettingName) => get(name)?.trim() || findSetting(name).fallback;
  const expect: Expect = (isFine, name, must) => {
    if (!isFine) problems.push(`${name} must be ${must}, not ${JSON.stringify(get(name))}`);
  };
  const parseNumber: ParseNumber = (name) => {
    const { range: [min, max] = [0, 0] } = findSetting(name);
    const text = read(name);
    const isFine = /^\d{1,9}$/.test(text) && Number(text) >= min && Number(text) <= max;
    expect(isFine, name, `a number from ${min} to ${max}`);
    return Number(text);
  };
  const parseUrls = (name: SettingName, pattern: RegExp, form: string): readonly string[] => {
    const urls = parseList(get(name));
    const areFine = urls.length <= ICE_URLS_MAX && urls.every((url) => pattern.test(url));
    expect(areFine, name, `up to ${ICE_URLS_MAX} of ${form}, split by commas`);
    return Object.freeze(urls);
  };

  const port = parseNumber("PORT");

  const host = read("HOST");
  expect(ADDRESS.test(host), "HOST", "an address or a host name");

  const [certPath, keyPath] = [read("TLS_CERT"), read("TLS_KEY")];
  if ((certPath === "") !== (keyPath === "")) {
    const missing = certPath === "" ? "TLS_CERT" : "TLS_KEY";
    problems.push(`TLS_CERT and TLS_KEY must be two files that belong together, and ${missing} is missing`);
  }

  const publicHosts = parseList(get("PUBLIC_HOST")).map((name) => name.toLowerCase());
  const arePublicHosts = publicHosts.length <= PUBLIC_HOSTS_MAX && publicHosts.every((name) => HOST_NAME.test(name));
  expect(arePublicHosts, "PUBLIC_HOST", `up to ${PUBLIC_HOSTS_MAX} of host[:port], without https://, split by commas`);

  const stunPort = parseNumber("STUN_PORT");
  const stunUrls = parseUrls("STUN_URLS", STUN_URL, "stun:host[:port]");
  const turnUrls = parseUrls("TURN_URLS", TURN_URL, "turn:host[:port] or turns:host[:port] with ?transport=udp|tcp");
  const secret = read("TURN_SECRET");
  if (turnUrls.length > 0 && secret === "") {
    problems.push("TURN_SECRET must be the static-auth-secret of the servers in TURN_URLS, and is missing");
  }
  const ttlSeconds = parseNumber("TURN_TTL_SECONDS");
  const metricsPort = parseNumber("METRICS_PORT");
  const metricsHost = read("METRICS_HOST");
  expect(ADDRESS.test(metricsHost), "METRICS_HOST", "an address or a host name");
  const logFormat = LOG_FORMATS.find((format) => format === read("LOG_FORMAT")) ?? "text";
  expect(logFormat === read("LOG_FORMAT"), "LOG_FORMAT", LOG_FORMATS.join(" or "));
  const drainSeconds = parseNumber("DRAIN_SECONDS");

  const redisUrl = read("REDIS_URL");
  const redis = redisUrl === "" ? null : parseRedisUrl(redisUrl);
  if (redisUrl !== "" && redis === null) { // It may hold a password, so it is not repeated.
    problems.push("REDIS_URL must be redis[s]://host, redis[s]+sentinel://host,…/master or redis[s]+cluster://host,…");
  }
  const push = parsePush(get, expect, parseNumber, problems);
  const access = parseAccess(get, expect, parseNumber);

  if (problems.length > 0) throw new Error(`Cannot start: ${problems.join("; ")}`);
  return Object.freeze({
    port,
    host,
    tls: certPath === "" ? null : Object.freeze({ certPath, keyPath }),
    publicHosts: Object.freeze(publicHosts),
    stunPort,
    stunUrls,
    turn: turnUrls.length === 0 ? null : Object.freeze({ urls: turnUrls, secret, ttlSeconds }),
    redis,
    push,
    metrics: metricsPort === 0 ? null : Object.freeze({ port: metricsPort, host: metricsHost }),
    logFormat,
    drainSeconds,
    ...access,
  });
}
