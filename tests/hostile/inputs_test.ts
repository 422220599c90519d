/**
 * Hostile inputs, each against a real server of its own process with the limits that it has by default: the answer is
 * the right one, and afterwards the process lives, others were served as before, and its memory is what it was.
 */

import { assert, assertEquals, assertMatch } from "@std/assert";
import { Bystanders, p99Of, readRssMib } from "../doubles/bystanders.ts";
import { RawSocket } from "../doubles/raw_socket.ts";
import { startServerProcess } from "../doubles/server_process.ts";
import { HOSTILE_FRAMES, type HostileFrames } from "./frames.ts";
import { HOSTILE_REQUESTS } from "./handshakes.ts";
import { HOSTILE_MESSAGES } from "./messages.ts";

/** Loopback is a proxy here, so that each input can come from an address of its own. */
const ENV = {
  TRUSTED_PROXIES: "127.0.0.1",
  PUBLIC_HOST: "call.example",
  TURN_URLS: "turn:turn.example",
  TURN_SECRET: "north-north-east",
};
const GROWTH_MIB_MAX = 96;
/** An input that stopped the server for longer than this would be a weapon. */
const NOISE_MS = 100;

let addressCount = 0;
function createAddress(): string {
  addressCount += 1;
  return `203.0.${addressCount >> 8}.${addressCount & 255}`;
}

function matches(outcome: string, expected: string | RegExp): boolean {
  return typeof expected === "string" ? outcome === expected : expected.test(outcome);
}

/** Runs `attack` beside bystanders and checks that neither they nor the process took harm. */
async function withBystanders(attack: (port: number, other: string) => Promise<void>): Promise<void> {
  const server = await startServerProcess({ env: ENV });
  try {
    using bystanders = await Bystanders.join(server.port);
    for (let count = 0; count < 50; count++) await bystanders.relayOnce(); // Warm.
    const quiet: number[] = [];
    for (let count = 0; count < 200; count++) quiet.push(await bystanders.relayOnce());
    const rssMib = await readRssMib(server.pid);
    const times = await bystanders.measureDuring(() => attack(server.port, bystanders.ids[1]));
    const growthMib = await readRssMib(server.pid) - rssMib;
    // The attacker works in this very process, on a machine that others may share; `deno task bench:attack` is exact.
    assert(p99Of(times) < 2 * p99Of(quiet) + NOISE_MS, `p99 went from ${p99Of(quiet)} to ${p99Of(times)} ms`);
    assert(growthMib < GROWTH_MIB_MAX, `the server grew by ${growthMib} MiB`);
    assertEquals((await (await fetch(`http://127.0.0.1:${server.port}/healthz`)).text()).trim(), "ok");
  } finally {
    await server.kill();
  }
}

async function tryFrames({ send, isFirst, expected }: HostileFrames, port: number, other: string): Promise<string> {
  using socket = await RawSocket.open(port, createAddress());
  const id = isFirst ? "" : await socket.register();
  await send(socket, { id, other });
  return `${expected}`.includes("close") ? await socket.readEnd() : await socket.readOutcome();
}

Deno.test("There are 25 hostile inputs at the least, and 25 more", () => {
  const names = [...HOSTILE_REQUESTS, ...HOSTILE_FRAMES, ...HOSTILE_MESSAGES].map(({ name }) => name);
  assertEquals(new Set(names).size, names.length);
  assert(names.length >= 50, `${names.length}`);
});

Deno.test("Hostile requests get the right status, and harm nobody", () =>
  withBystanders(async (port) => {
    const wrong: string[] = [];
    for (const { name, request, expected } of HOSTILE_REQUESTS) {
      using socket = await RawSocket.connect(port);
      await socket.write(request);
      const outcome = await socket.readStatus();
      if (!matches(outcome, expected)) wrong.push(`${name}: ${outcome}, not ${expected}`);
    }
    assertEquals(wrong, []);
  }));

for (const [what, inputs] of [["frames", HOSTILE_FRAMES], ["messages", HOSTILE_MESSAGES]] as const) {
  Deno.test(`Hostile ${what} get the right code, and harm nobody`, () =>
    withBystanders(async (port, other) => {
      const wrong: string[] = [];
      for (const input of inputs) {
        const outcome = await tryFrames(input, port, other);
        if (!matches(outcome, input.expected)) wrong.push(`${input.name}: ${outcome}, not ${input.expected}`);
      }
      assertEquals(wrong, []);
    }));
}

Deno.test("A sender who makes up X-Forwarded-For, or an IPv6 host part, is one sender", () =>
  withBystanders(async (port) => {
    const sockets: RawSocket[] = [];
    const tryOpen = async (address: string) => {
      try {
        sockets.push(await RawSocket.open(port, address));
        return "open";
      } catch (error) {
        return error instanceof Error ? error.message : "";
      }
    };
    for (const createName of [(n: number) => `192.0.2.${n}, 198.51.100.7`, (n: number) => `2001:db8:1:2::${n}`]) {
      const outcomes = [];
      for (let n = 0; n < 110; n++) outcomes.push(await tryOpen(createName(n)));
      assertEquals(outcomes.filter((outcome) => outcome === "open").length, 100);
      assertMatch(outcomes.at(-1) ?? "", /http 429/);
    }
    for (const socket of sockets) socket[Symbol.dispose]();
  }));

Deno.test("A socket without an Origin is let in, or refused where REQUIRE_ORIGIN says so", async () => {
  for (const [setting, expected] of [["0", "http 101"], ["1", "http 403"]] as const) {
    const server = await startServerProcess({ env: { REQUIRE_ORIGIN: setting } });
    try {
      const headers = { upgrade: "websocket", connection: "Upgrade", host: `127.0.0.1:${server.port}` };
      using socket = await RawSocket.connect(server.port);
      const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`).join("");
      const key = "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n";
      await socket.write(`GET /socket HTTP/1.1\r\n${lines}${key}\r\n`);
      assertEquals(await socket.readStatus(), expected);
    } finally {
      await server.kill();
    }
  }
});

Deno.test("Wrong proofs are refused one by one, and from the 121st in a minute all at once", () =>
  withBystanders(async (port) => {
    const outcomes: string[] = [];
    const proof = JSON.stringify({ type: "register", publicKey: "A".repeat(43), signature: "A".repeat(86) });
    for (let count = 0; count < 130; count++) {
      using socket = await RawSocket.open(port, "203.0.113.77");
      await socket.writeFrame(proof);
      outcomes.push(await socket.readOutcome());
    }
    assertEquals(new Set(outcomes.slice(0, 120)), new Set(["close 4001"]));
    assert(outcomes.includes("close 4006"), "none was told to wait");
    using another = await RawSocket.open(port, "203.0.113.78");
    await another.register();
  }));
