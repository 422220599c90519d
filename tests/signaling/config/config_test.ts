import { assertEquals, assertMatch, assertStringIncludes, assertThrows } from "@std/assert";
import { type Config, parseConfig } from "../../../signaling/config/config.ts";
import { parseRedisUrl } from "../../../signaling/redis/redis_url.ts";

function parse(variables: Record<string, string>): Config {
  return parseConfig((name) => variables[name]);
}

const TURN = { TURN_URLS: "turn:turn.example.com", TURN_SECRET: "north" };

Deno.test("parseConfig() has a default for everything", () => {
  const defaults: Config = {
    port: 5000,
    host: "0.0.0.0",
    tls: null,
    publicHosts: [],
    stunPort: 3478,
    stunUrls: [],
    turn: null,
    redis: null,
    push: null,
    metrics: null,
    logFormat: "text",
    drainSeconds: 15,
    allowedOrigins: [],
    embedOrigins: [],
    requiresOrigin: false,
    trustedProxies: [],
    limits: {
      sockets: null,
      registrationsPerMinute: 120,
      messagesPerSecond: 50,
      messagesBurst: 600,
      missesPerHour: 100,
    },
    memory: { mib: 0, percent: 80 },
  };
  assertEquals(parse({}), defaults);
  const empty = { PORT: "", HOST: " ", PUBLIC_HOST: "", STUN_PORT: "", STUN_URLS: ",", TURN_URLS: " , " };
  assertEquals(parse({ ...empty, TURN_SECRET: "", TURN_TTL_SECONDS: "", DRAIN_SECONDS: " " }), defaults);
});

Deno.test("parseConfig() reads numbers, and lists split by commas", () => {
  const config = parse({
    PORT: "0",
    HOST: "::1",
    TLS_CERT: "/etc/tls/a, b.pem ",
    TLS_KEY: "key.pem",
    PUBLIC_HOST: "Call.Example.com, localhost:5000,[::1]:5000",
    STUN_PORT: "0",
    STUN_URLS: "stun:stun.example.com:3478, stuns:[::1]",
    TURN_URLS: "turn:t.example,turn:t.example:3478?transport=udp, turns:[::1]:443?transport=tcp",
    TURN_SECRET: " north\n",
    TURN_TTL_SECONDS: "60",
    METRICS_PORT: "9464",
    METRICS_HOST: "::",
    LOG_FORMAT: "json",
    DRAIN_SECONDS: "0",
    ALLOWED_ORIGINS: "https://Call.example.com, http://[::1]:5000",
    EMBED_ORIGINS: "https://Tea.example.com ,http://localhost:8080",
    REQUIRE_ORIGIN: "1",
    TRUSTED_PROXIES: "127.0.0.1, ::ffff:10.0.0.0/8,fd00::/8",
    LIMIT_SOCKETS: "1",
    LIMIT_REGISTRATIONS_PER_MINUTE: "2",
    LIMIT_MESSAGES_PER_SECOND: "0",
    LIMIT_MESSAGES_BURST: "4",
    LIMIT_MISSES_PER_HOUR: "5",
    LIMIT_MEMORY_MIB: "512",
    LIMIT_MEMORY_PERCENT: "0",
    REDIS_URL: "redis://redis.example",
    PUSH_FORWARDER: "LocalHost:5003",
    PUSH_SECRET: " north-north-east \n",
    PUSH_HOSTS: "Push.example, 10.0.0.7:8443",
  });
  assertEquals(config, {
    port: 0,
    host: "::1",
    tls: { certPath: "/etc/tls/a, b.pem", keyPath: "key.pem" },
    publicHosts: ["call.example.com", "localhost:5000", "[::1]:5000"],
    stunPort: 0,
    stunUrls: ["stun:stun.example.com:3478", "stuns:[::1]"],
    turn: {
      urls: ["turn:t.example", "turn:t.example:3478?transport=udp", "turns:[::1]:443?transport=tcp"],
      secret: "north",
      ttlSeconds: 60,
    },
    redis: parseRedisUrl("redis://redis.example"),
    push: { hostname: "localhost", port: 5003, secret: "north-north-east" },
    metrics: { port: 9464, host: "::" },
    logFormat: "json",
    drainSeconds: 0,
    allowedOrigins: ["https://call.example.com", "http://[::1]:5000"],
    embedOrigins: ["https://tea.example.com", "http://localhost:8080"],
    requiresOrigin: true,
    trustedProxies: [
      { bytes: Uint8Array.of(127, 0, 0, 1), prefixLength: 32 },
      { bytes: Uint8Array.of(10, 0, 0, 0), prefixLength: 8 },
      { bytes: Uint8Array.of(0xfd, ...new Array<number>(15).fill(0)), prefixLength: 8 },
    ],
    limits: {
      sockets: 1,
      registrationsPerMinute: 2,
      messagesPerSecond: 0,
      messagesBurst: 4,
      missesPerHour: 5,
    },
    memory: { mib: 512, percent: 0 },
  });
  assertEquals(parse(TURN).turn?.ttlSeconds, 3600);
  assertEquals(parse({ METRICS_PORT: "1" }).metrics?.host, "127.0.0.1");
});

Deno.test("parseConfig() names every bad variable in one error", () => {
  const variables = {
    PORT: "65536",
    HOST: "a b",
    PUBLIC_HOST: "https://a.example",
    STUN_PORT: "stun",
    STUN_URLS: "turn:a.example",
    TURN_URLS: "stun:b.example",
    TURN_TTL_SECONDS: "59",
    DRAIN_SECONDS: "26",
    ALLOWED_ORIGINS: "*.example",
    TRUSTED_PROXIES: "all",
    LIMIT_SOCKETS: "1e3",
  };
  const { message } = assertThrows(() => parse(variables));
  for (const [name, value] of Object.entries(variables)) {
    assertStringIncludes(message, name);
    assertStringIncludes(message, value);
  }
  assertMatch(message, /TURN_SECRET must be .* missing/);
});

Deno.test("parseConfig() has push only with a place to meet and a secret, and repeats that in no error", () => {
  const push = { PUSH_FORWARDER: "127.0.0.1:5003", PUSH_SECRET: "north-north-east" };
  assertEquals(parse({ ...push, PUSH: "0" }).push, null);
  assertEquals(parse({ ...push, PUSH_FORWARDER: "" }).push, null);
  assertEquals(parse({ PUSH_FORWARDER: "127.0.0.1:5003", PUSH: "0" }).push, null);
  for (
    const [variables, name] of [
      [{ ...push, PUSH_FORWARDER: "127.0.0.1" }, "PUSH_FORWARDER"],
      [{ ...push, PUSH_FORWARDER: "127.0.0.1:0" }, "PUSH_FORWARDER"],
      [{ ...push, PUSH_FORWARDER: "app1:5003,app2:5003" }, "PUSH_FORWARDER"],
      [{ ...push, PUSH_HOSTS: "https://push.example" }, "PUSH_HOSTS"],
      [{ ...push, PUSH_HOSTS: "push.example:65536" }, "PUSH_HOSTS"],
      [{ PUSH_HOSTS: "*.example" }, "PUSH_HOSTS"],
      [{ PUSH_HOSTS: "a,".repeat(17) }, "PUSH_HOSTS"],
      [{ ...push, PUSH: "2" }, "PUSH"],
    ] as const
  ) assertStringIncludes(assertThrows(() => parse(variables)).message, `${name} must be`);
  const { message } = assertThrows(() => parse({ ...push, PUSH_SECRET: "north-north-eas" }));
  assertStringIncludes(message, "PUSH_SECRET must be at least 16 characters");
  assertEquals(message.includes("north"), false);
});

Deno.test("parseConfig() needs a secret for TURN, and repeats it in no error", () => {
  assertMatch(assertThrows(() => parse({ ...TURN, TURN_SECRET: " " })).message, /TURN_SECRET must be/);
  assertEquals(assertThrows(() => parse({ ...TURN, TURN_URLS: "turn:" })).message.includes("north"), false);
  assertEquals(parse({ TURN_SECRET: "north" }).turn, null);
});

Deno.test("parseConfig() refuses each kind of mistake", () => {
  const many = Array.from({ length: 9 }, (_, index) => `h${index}`).join();
  const mistakes: Record<string, string>[] = [
    { PORT: "-1" },
    { PORT: "5000x" },
    { PORT: "1e3" },
    { HOST: "http://x" },
    { PUBLIC_HOST: "a.example/path" },
    { PUBLIC_HOST: "a.example:" },
    { TLS_CERT: "cert.pem" },
    { TLS_KEY: "key.pem" },
    { PUBLIC_HOST: "-a" },
    { PUBLIC_HOST: many },
    { STUN_PORT: "65536" },
    { STUN_PORT: "off" },
    { STUN_URLS: "stun.example.com" },
    { STUN_URLS: "stun:a.example?transport=udp" },
    { STUN_URLS: many.replaceAll("h", "stun:h") },
    { ...TURN, TURN_URLS: "turn.example.com" },
    { ...TURN, TURN_URLS: "turn://a.example" },
    { ...TURN, TURN_URLS: "turn:user@a.example" },
    { ...TURN, TURN_URLS: "turn:a.example?transport=sctp" },
    { ...TURN, TURN_URLS: "turn:a.example?transport=udp&x" },
    { ...TURN, TURN_URLS: many.replaceAll("h", "turn:h") },
    { TURN_TTL_SECONDS: "604801" },
    { TURN_TTL_SECONDS: "1h" },
    { DRAIN_SECONDS: "-1" },
    { DRAIN_SECONDS: "1.5" },
    { ALLOWED_ORIGINS: "call.example.com" },
    { ALLOWED_ORIGINS: "https://call.example.com/" },
    { ALLOWED_ORIGINS: "*" },
    { ALLOWED_ORIGINS: "null" },
    { EMBED_ORIGINS: "*" },
    { EMBED_ORIGINS: "https://*.example.com" },
    { EMBED_ORIGINS: "https://tea.example.com/" },
    { EMBED_ORIGINS: "https://tea.example.com; script-src *" },
    { EMBED_ORIGINS: "https://[::1]" },
    { EMBED_ORIGINS: Array(17).fill("https://tea.example.com").join() },
    { REQUIRE_ORIGIN: "yes" },
    { TRUSTED_PROXIES: "localhost" },
    { TRUSTED_PROXIES: "10.0.0.0/33" },
    { TRUSTED_PROXIES: "::1/129" },
    { TRUSTED_PROXIES: "10.0.0.0/8/8" },
    { TRUSTED_PROXIES: many.replaceAll("h", "10.0.0.").replace("8", "256") },
    { LIMIT_SOCKETS: "-1" },
    { LIMIT_SOCKETS: "few" },
    { LIMIT_MESSAGES_PER_SECOND: "many" },
    { LIMIT_MEMORY_PERCENT: "100" },
  ];
  for (const variables of mistakes) assertThrows(() => parse(variables), JSON.stringify(variables));
});

Deno.test("parseConfig() freezes what it returns", () => {
  const config = parse(TURN);
  const parts = [
    config,
    config.limits,
    config.memory,
    config.trustedProxies,
    config.publicHosts,
    config.stunUrls,
    config.turn,
    config.turn?.urls,
  ];
  assertEquals(parts.map(Object.isFrozen), parts.map(() => true));
});

Deno.test("parseConfig() refuses a bad REDIS_URL, and repeats it in no error", () => {
  const { message } = assertThrows(() => parse({ REDIS_URL: "redis://user:north@" }));
  assertMatch(message, /REDIS_URL must be redis/);
  assertEquals(message.includes("north"), false);
});
