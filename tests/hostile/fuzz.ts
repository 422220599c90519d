/**
 * Mutated messages for the parsers and for a live socket. What is found must be repeatable, so the seed is said and may
 * be given: `deno task fuzz [SEED]`. A short form is part of the tests.
 */

import { assert, assertEquals } from "@std/assert";
import { parseClientMessage } from "../../signaling/session/client_messages.ts";
import { isPeerId } from "../../signaling/protocol.ts";
import { parseMessage } from "../../signaling/any_message.ts";
import { readRssMib } from "../doubles/bystanders.ts";
import { Random } from "../doubles/random.ts";
import { encodeFrame, OPCODE, RawSocket } from "../doubles/raw_socket.ts";
import { startServerProcess } from "../doubles/server_process.ts";

const ENVELOPE = {
  id: "k7mq-2vhd-9xtr-w4pz-0b5n",
  clientId: "0000-0000-0000-0000-0001",
  callId: "call",
  tabId: "tab",
  seq: 1,
};
const DESCRIPTION = {
  type: "offer",
  sdp: "v=0\r\no=- 1 1 IN IP4 0.0.0.0\r\ns=-\r\nt=0 0\r\na=fingerprint:sha-256 AA\r\n",
};
const CANDIDATES = [{ candidate: "candidate:1 1 udp 1 192.0.2.1 9 typ host", sdpMid: "0", sdpMLineIndex: 0 }];
/** One of every message there is, either way. */
const CORPUS = [
  { type: "register" },
  { type: "register", publicKey: "A".repeat(43), signature: "A".repeat(86) },
  { type: "ping" },
  { type: "ice-servers-request" },
  { type: "video-offer-request", ...ENVELOPE, description: DESCRIPTION, audio: true, video: true, name: "Kim" },
  { type: "ringing", ...ENVELOPE },
  { type: "video-offer-response", ...ENVELOPE, accepted: true, description: DESCRIPTION, candidates: CANDIDATES },
  { type: "video-offer-response", ...ENVELOPE, accepted: false, reason: "busy" },
  { type: "call-claimed", ...ENVELOPE, claimedBy: "tab" },
  { type: "ice-candidate", ...ENVELOPE, candidates: CANDIDATES },
  { type: "description", ...ENVELOPE, description: DESCRIPTION },
  { type: "media-state", ...ENVELOPE, audio: true, video: false },
  { type: "hang-up", ...ENVELOPE, reason: "failed", detail: "no-path" },
  { type: "ack", ...ENVELOPE, ackedTabId: "tab", ack: 3 },
  { type: "reaction", ...ENVELOPE, body: { text: "🎉" } },
  { type: "challenge", nonce: "nonce" },
  { type: "registered", id: ENVELOPE.id, iceServers: [{ urls: ["stun:a"] }], iceServersTtlSeconds: 60 },
  { type: "reconnect", withinMs: 1_000 },
  { type: "error", code: "peer-unavailable", message: "m", clientId: ENVELOPE.clientId, callId: "call" },
].map((message) => JSON.stringify(message));

/** Types whose `seq` is read; elsewhere a field of that name is nobody's. */
const NUMBERED = new Set(
  CORPUS.map((text) => JSON.parse(text)).filter(({ type, seq }) => seq === 1 && type !== "ack").map(({ type }) => type),
);

const SPLINTERS = [
  ...["null", "true", "[]", "{}", "-1", "1e999", "9007199254740993", "-0", '""', '"', "\\", "\\u0000", "\\ud800", "\0"],
  ...['"__proto__":', '"constructor":', '"toString":', '"type":', '"id":', '"clientId":', ",", ":", "[", "{", "}", "]"],
  ..."\u202e \ufeff \u2028 🙂 é ٣ <img src=x>".split(" "),
  ...["a".repeat(65), "[".repeat(500), "9".repeat(400)],
];

/** Mutates a message of the corpus once to four times, mostly so that it still nearly is one. */
function createText(random: Random): string {
  let text = random.pick(CORPUS);
  for (let count = random.between(1, 4); count > 0; count--) {
    const [from, to] = [0, 0].map(() => random.between(0, text.length)).sort((a, b) => a - b);
    const [head, middle, tail] = [text.slice(0, from), text.slice(from, to), text.slice(to)];
    text = random.pick([
      () => head + tail,
      () => head + middle + middle + tail,
      () => head + random.pick(SPLINTERS) + middle + tail,
      () => head + random.pick(SPLINTERS) + tail,
      () => head + String.fromCharCode(random.between(0, 0xffff)) + text.slice((from ?? 0) + 1),
      () => head + random.pick(CORPUS).slice(from),
      // A value for another: the shape stays.
      () =>
        text.replace(/:("[^"]*"|\d+|true|false)/g, (all) => random.chance(0.2) ? `:${random.pick(SPLINTERS)}` : all),
    ])();
  }
  return text.slice(0, 70_000);
}

/** Hands `count` mutated texts to both parsers; throws on the first that is not taken as it must. */
export function fuzzParsers(count: number, seed: number): { accepted: number } {
  const random = new Random(seed);
  let accepted = 0;
  for (let index = 0; index < count; index++) {
    const text = createText(random);
    const message = parseClientMessage(text);
    const isSound = "clientId" in message
      ? isPeerId(message.id) && isPeerId(message.clientId)
      : ["refusal", "register", "ping", "pong", "ice-servers-request"].includes(message.type);
    const received = parseMessage(text);
    assert(isSound, `seed ${seed}, ${index}: ${text}`);
    if (received === null) continue;
    accepted += 1;
    if (!NUMBERED.has(received.type) || !("seq" in received)) continue;
    assert(Number.isSafeInteger(received.seq) && received.seq > 0, `seed ${seed}, ${index}: ${text}`);
  }
  return { accepted };
}

/** Spoils a frame or two of a hundred: its head, or its length. */
function createFrame(random: Random): { bytes: Uint8Array; isWhole: boolean } {
  const bytes = encodeFrame(createText(random));
  if (random.chance(0.98)) return { bytes, isWhole: true };
  if (random.chance(0.3)) return { bytes: bytes.subarray(0, random.between(0, bytes.length)), isWhole: false };
  bytes[random.between(0, 5)] = random.between(0, 255);
  return { bytes, isWhole: false };
}

/** Sends `count` mutated messages to a server of its own process, on fresh sockets as often as it closes them. */
export async function fuzzSocket(count: number, seed: number): Promise<{ sockets: number; growthMib: number }> {
  const none = { LIMIT_MESSAGES_PER_SECOND: "0", LIMIT_MISSES_PER_HOUR: "0", LIMIT_REGISTRATIONS_PER_MINUTE: "0" };
  const server = await startServerProcess({ env: none });
  const random = new Random(seed);
  try {
    let sockets = 0;
    let rssMib = 0;
    for (let sent = 0; sent < count;) {
      if (rssMib === 0 && sent >= count / 2) rssMib = await readRssMib(server.pid); // Warm by now.
      using socket = await RawSocket.open(server.port, "");
      sockets += 1;
      if (random.chance(0.8)) await socket.register();
      const batch = Math.min(count - sent, random.between(1, 200));
      let areWhole = true;
      for (let index = 0; index < batch; index++) {
        const { bytes, isWhole } = createFrame(random);
        areWhole &&= isWhole;
        await socket.write(bytes);
      }
      sent += batch;
      await socket.writeFrame("", { opcode: OPCODE.close });
      // When it answers that, it has dealt with all before. It may still wait for the rest of a spoiled frame.
      if (areWhole) await socket.readEnd();
    }
    const response = await fetch(`http://127.0.0.1:${server.port}/healthz`);
    assertEquals((await response.text()).trim(), "ok", `seed ${seed}`);
    return { sockets, growthMib: await readRssMib(server.pid) - rssMib };
  } finally {
    await server.kill();
  }
}

if (import.meta.main) {
  const seed = Number(Deno.args[0] ?? Math.floor(Math.random() * 2 ** 31));
  console.log(`Seed ${seed}`);
  const { accepted } = fuzzParsers(1_000_000, seed);
  console.log(`1,000,000 texts: no crash; ${accepted} of them still messages`);
  const { sockets, growthMib } = await fuzzSocket(100_000, seed);
  console.log(`100,000 messages on ${sockets} sockets: alive; ${growthMib.toFixed(1)} MiB more in the second half`);
}
