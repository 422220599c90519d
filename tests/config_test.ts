import { assertEquals, assertStringIncludes, assertThrows } from "@std/assert";
import { type Config, parseConfig } from "../signaling/config.ts";

function parse(variables: Record<string, string>): Config {
  return parseConfig((name) => variables[name]);
}

Deno.test("parseConfig() has a default for everything", () => {
  const defaults = { port: 5000, host: "0.0.0.0", publicHosts: [], iceServers: [] };
  assertEquals(parse({}), defaults);
  assertEquals(parse({ PORT: "", HOST: " ", PUBLIC_HOST: "", STUN_URLS: "," }), defaults);
});

Deno.test("parseConfig() reads lists split by commas", () => {
  const config = parse({
    PORT: "0",
    HOST: "::1",
    PUBLIC_HOST: "Call.Example.com, localhost:5000,[::1]:5000",
    STUN_URLS: "stun:stun.example.com:3478, stuns:[::1]",
  });
  assertEquals(config, {
    port: 0,
    host: "::1",
    publicHosts: ["call.example.com", "localhost:5000", "[::1]:5000"],
    iceServers: [{ urls: ["stun:stun.example.com:3478", "stuns:[::1]"] }],
  });
});

Deno.test("parseConfig() names every bad variable in one error", () => {
  const variables = { PORT: "65536", HOST: "a b", PUBLIC_HOST: "https://a.example", STUN_URLS: "turn:a.example" };
  const { message } = assertThrows(() => parse(variables));
  for (const [name, value] of Object.entries(variables)) {
    assertStringIncludes(message, name);
    assertStringIncludes(message, value);
  }
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
    { STUN_URLS: "stun.example.com" },
    { STUN_URLS: "stun:a.example?transport=udp" },
    { STUN_URLS: many.replaceAll("h", "stun:h") },
  ];
  for (const variables of mistakes) assertThrows(() => parse(variables), JSON.stringify(variables));
});

Deno.test("parseConfig() freezes what it returns", () => {
  const config = parse({});
  assertEquals([config, config.publicHosts, config.iceServers].map(Object.isFrozen), [true, true, true]);
});
