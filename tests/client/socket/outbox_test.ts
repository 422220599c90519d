/** A page's output stays below the limits that its server announces, whatever peers have it say. */

import { assert, assertEquals } from "@std/assert";
import FakeTimers from "@sinonjs/fake-timers";
import { Outbox, RETRY_MS, type Said, WAITING_MAX } from "../../../client/socket/outbox.ts";
import { TokenBucket } from "../../../signaling/protocol/token_bucket.ts";
import {
  type CallId,
  createRandomPeerId,
  encodeMessage,
  type MessageLimits,
  type PeerId,
  type PeerMessage,
  type TabId,
} from "../../../signaling/protocol.ts";
import { Random } from "../../doubles/random.ts";

/** As a server has them by default. */
const LIMITS: MessageLimits = { messagesPerSecond: 50, messagesBurst: 600, messageLengthUnit: 4_096 };
const LOCAL_ID = createRandomPeerId();
const [PEER, OTHER] = [createRandomPeerId(), createRandomPeerId()];

/** An outbox and the server's own count of what comes from it. */
class Bench implements Disposable {
  readonly clock = FakeTimers.install({ toFake: ["setTimeout", "clearTimeout"] });
  readonly sent: Said[] = [];
  readonly outbox: Outbox;
  isOnline = true;
  /** How often the server would have closed the socket. */
  closes = 0;
  /** What is on its way to a server that a bad network keeps from it. */
  #held: Said[] | null = null;
  readonly #bucket = new TokenBucket({ capacity: LIMITS.messagesBurst, perMs: LIMITS.messagesPerSecond / 1_000 }, 0);

  constructor() {
    this.outbox = new Outbox({ now: () => this.clock.now, send: (message) => this.#send(message) });
    this.#bucket.take(0); // The registration.
    this.outbox.configure(LIMITS);
  }

  /** Holds up everything for a time, and then lets it arrive at once. */
  stall(run: () => void): void {
    this.#held = [];
    run();
    const held = this.#held;
    this.#held = null;
    for (const message of held) this.#arrive(message);
  }

  to(peerId: PeerId): Said[] {
    return this.sent.filter(({ clientId }) => clientId === peerId);
  }

  [Symbol.dispose](): void {
    this.clock.uninstall();
  }

  #send(message: Said): boolean {
    if (!this.isOnline) return false;
    if (this.#held === null) this.#arrive(message);
    else this.#held.push(message);
    return true;
  }

  #arrive(message: Said): void {
    this.sent.push(message);
    const cost = 1 + Math.floor(encodeMessage(message).length / LIMITS.messageLengthUnit);
    if (this.#bucket.take(this.clock.now, cost) > 0) this.closes += 1;
  }
}

function createEnvelope(clientId: PeerId, callId = "call") {
  return { id: LOCAL_ID, clientId, callId: callId as CallId, tabId: "tab" as TabId };
}

function createNumbered(clientId: PeerId, seq: number, callId?: string): PeerMessage {
  return { type: "media-state", ...createEnvelope(clientId, callId), seq };
}

function createHangUp(clientId: PeerId, seq: number): PeerMessage {
  return { type: "hang-up", ...createEnvelope(clientId), seq, reason: "ended" };
}

function createAck(clientId: PeerId, ack: number, callId?: string): PeerMessage {
  return { type: "ack", ...createEnvelope(clientId, callId), ackedTabId: "theirs" as TabId, ack };
}

function createLong(clientId: PeerId, seq: number, length: number): PeerMessage {
  const description = { type: "offer", sdp: "v=0".padEnd(length, "-") } as const;
  return { type: "description", ...createEnvelope(clientId), seq, connectionId: "c" as never, description };
}

Deno.test("Outbox never goes over the limits that are announced, whatever is said, and stalls and pongs included", () => {
  const random = Random.fromEnvironment();
  for (let run = 0; run < 12; run++) {
    using bench = new Bench();
    const peers = Array.from({ length: random.between(1, 100) }, createRandomPeerId);
    let seq = 0;
    const say = (count: number) => {
      for (let message = 0; message < count; message++) {
        const peer = random.pick(peers);
        seq += 1;
        bench.outbox.send(
          random.pick([
            () => createAck(peer, seq, `call${random.between(0, 5)}`),
            () => createNumbered(peer, seq),
            () => createLong(peer, seq, random.pick([100, 4_000, 40_000])),
            () => createHangUp(peer, seq),
          ])(),
        );
      }
    };
    for (let step = 0; step < 40; step++) {
      const act = () => {
        say(random.pick([1, 10, 100, 400]));
        bench.clock.tick(random.pick([1, 100, 1_000, 4_000]));
      };
      if (random.chance(0.2)) bench.stall(act);
      else act();
    }
    assertEquals(bench.closes, 0, `Seed ${random.seed}, run ${run}`);
    assert(bench.sent.length > 300, "It says nothing at all");
  }
});

Deno.test("Outbox sends at once what the limits have room for, and all of it where there are none", () => {
  using bench = new Bench();
  for (let seq = 1; seq <= 100; seq++) bench.outbox.send(createNumbered(PEER, seq));
  assertEquals(bench.sent.length, 100);
  bench.outbox.configure(undefined);
  for (let seq = 1; seq <= 1_000; seq++) bench.outbox.send(createNumbered(PEER, seq));
  assertEquals(bench.sent.length, 1_100);
});

Deno.test("Outbox brings what waits in the end, in order, once each, and keeps no timer then", () => {
  using bench = new Bench();
  for (let seq = 1; seq <= 200; seq++) bench.outbox.send(createNumbered(PEER, seq));
  assert(bench.sent.length < 200);
  for (let seq = 150; seq <= 200; seq++) bench.outbox.send(createNumbered(PEER, seq)); // Repeats of what waits or was said.
  bench.clock.tick(60_000);
  const seqs = bench.sent.map((message) => "seq" in message ? message.seq : 0);
  assertEquals([...new Set(seqs)], Array.from({ length: 200 }, (_, index) => index + 1));
  assertEquals(bench.clock.countTimers(), 0);
});

Deno.test("Outbox lets hang-ups and acceptances pass everything that waits", () => {
  using bench = new Bench();
  for (let seq = 1; seq <= 2_000; seq++) {
    for (const peer of [PEER, OTHER, createRandomPeerId()]) bench.outbox.send(createNumbered(peer, seq));
  }
  const before = bench.sent.length;
  bench.outbox.send(createHangUp(PEER, 2_001));
  assertEquals(bench.sent.slice(before).map(({ type }) => type), ["hang-up"]);
});

Deno.test("Outbox has a hang-up wait rather than anything else when nothing more may be said", () => {
  using bench = new Bench();
  for (let seq = 1; seq <= 1_000; seq++) bench.outbox.send(createHangUp(PEER, seq));
  for (let seq = 2_000; seq <= 2_000 + WAITING_MAX; seq++) bench.outbox.send(createNumbered(OTHER, seq));
  bench.outbox.send(createHangUp(OTHER, 3_000));
  bench.clock.tick(60_000);
  assert(bench.to(OTHER).some(({ type }) => type === "hang-up"));
});

Deno.test("Outbox gives peers their turn: one who keeps it talking leaves the others room", () => {
  using bench = new Bench();
  let seq = 0;
  for (let second = 0; second < 60; second++) {
    for (let count = 0; count < 200; count++) bench.outbox.send(createNumbered(PEER, ++seq));
    bench.clock.tick(1_000);
  }
  const before = bench.sent.length;
  for (let count = 1; count <= 10; count++) bench.outbox.send(createNumbered(OTHER, count));
  bench.clock.tick(RETRY_MS);
  assertEquals(bench.sent.slice(before).filter(({ clientId }) => clientId === OTHER).length, 10);
});

Deno.test("Outbox says one acknowledgement for many, the latest, and after all else", () => {
  using bench = new Bench();
  for (let count = 0; count < 1_000; count++) bench.outbox.send(createAck(createRandomPeerId(), 1));
  const before = bench.sent.length;
  for (let ack = 1; ack <= 50; ack++) bench.outbox.send(createAck(PEER, ack));
  bench.outbox.send(createNumbered(PEER, 1));
  assertEquals(bench.sent.slice(before).map(({ type }) => type), ["media-state"]);
  bench.clock.tick(60_000);
  assertEquals(bench.to(PEER).flatMap((message) => message.type === "ack" ? [message.ack] : []), [50]);
});

Deno.test("Outbox forgets what waits when there is no socket, and begins anew on the next", () => {
  using bench = new Bench();
  for (let seq = 1; seq <= 200; seq++) bench.outbox.send(createNumbered(PEER, seq));
  const before = bench.sent.length;
  bench.isOnline = false;
  bench.clock.tick(RETRY_MS * 2);
  assertEquals(bench.clock.countTimers(), 0);
  bench.isOnline = true;
  bench.outbox.configure(LIMITS);
  bench.clock.tick(60_000);
  assertEquals(bench.sent.length, before);
});
