import { assertEquals, assertMatch, assertStringIncludes, assertThrows } from "@std/assert";
import { type Config, parseConfig } from "../signaling/config.ts";
import { parseRedisUrl } from "../signaling/redis_url.ts";

function parse(variables: Record<string, string>): Config {
  return parseConfig((name) => variables[name]);
}

const TURN = { TURN_URLS: "turn:turn.example.com", TURN_SECRET: "north" };

Deno.test("parseConfig() has a default for everything", () => {
  const defaults = {
    port: 5000,
    host: "0.0.0.0",
    publicHosts: [],
    stunPort: 3478,
    stunUrls: [],
    turn: null,
    redis: null,
    drainSeconds: 15,
  };
  assertEquals(parse({}), defaults);
  const empty = { PORT: "", HOST: " ", PUBLIC_HOST: "", STUN_PORT: "", STUN_URLS: ",", TURN_URLS: " , " };
  assertEquals(parse({ ...empty, TURN_SECRET: "", TURN_TTL_SECONDS: "", DRAIN_SECONDS: " " }), defaults);
});

Deno.test("parseConfig() reads numbers, and lists split by commas", () => {
  const config = parse({
    PORT: "0",
    HOST: "::1",
    PUBLIC_HOST: "Call.Example.com, localhost:5000,[::1]:5000",
    STUN_PORT: "0",
    STUN_URLS: "stun:stun.example.com:3478, stuns:[::1]",
    TURN_URLS: "turn:t.example,turn:t.example:3478?transport=udp, turns:[::1]:443?transport=tcp",
    TURN_SECRET: " north\n",
    TURN_TTL_SECONDS: "60",
    DRAIN_SECONDS: "0",
    REDIS_URL: "redis://redis.example",
  });
  assertEquals(config, {
    port: 0,
    host: "::1",
    publicHosts: ["call.example.com", "localhost:5000", "[::1]:5000"],
    stunPort: 0,
    stunUrls: ["stun:stun.example.com:3478", "stuns:[::1]"],
    turn: {
      urls: ["turn:t.example", "turn:t.example:3478?transport=udp", "turns:[::1]:443?transport=tcp"],
      secret: "north",
      ttlSeconds: 60,
    },
    redis: parseRedisUrl("redis://redis.example"),
    drainSeconds: 0,
  });
  assertEquals(parse(TURN).turn?.ttlSeconds, 3600);
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
  };
  const { message } = assertThrows(() => parse(variables));
  for (const [name, value] of Object.entries(variables)) {
    assertStringIncludes(message, name);
    assertStringIncludes(message, value);
  }
  assertMatch(message, /TURN_SECRET must be .* missing/);
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
  ];
  for (const variables of mistakes) assertThrows(() => parse(variables), JSON.stringify(variables));
});

Deno.test("parseConfig() freezes what it returns", () => {
  const config = parse(TURN);
  const parts = [config, config.publicHosts, config.stunUrls, config.turn, config.turn?.urls];
  assertEquals(parts.map(Object.isFrozen), parts.map(() => true));
});

Deno.test("parseConfig() refuses a bad REDIS_URL, and repeats it in no error", () => {
  const { message } = assertThrows(() => parse({ REDIS_URL: "redis://user:north@" }));
  assertMatch(message, /REDIS_URL must be redis/);
  assertEquals(message.includes("north"), false);
});
