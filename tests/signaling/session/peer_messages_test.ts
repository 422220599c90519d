/** What goes from peer to peer under budgets, and what senders are told: nothing that a stranger could learn from. */

import { assert, assertEquals } from "@std/assert";
import { CORRESPONDENTS_MAX, STRANGERS_BUFFERED_BYTES_MAX } from "../../../signaling/limits/correspondents.ts";
import { MemoryBus } from "../../../signaling/bus/memory_bus.ts";
import { createRandomPeerId, type PeerId } from "../../../signaling/protocol.ts";
import { PEER_MESSAGE_TYPES } from "../../../signaling/protocol/peer_messages.ts";
import type { Session } from "../../../signaling/session/session.ts";
import type { FakeSocket } from "../../doubles/fake_socket.ts";
import { fillPairs } from "../../doubles/pairs.ts";
import { createShare, fill, SessionBench } from "../../doubles/session_bench.ts";

/** As they are by default: 200 at once and 20 a second of a pair, 300 and 30 of all strangers. */
const LIMITS = { messagesPerSecond: 50, messagesBurst: 600, messageLengthUnit: 4_096 };
const OFFER = "video-offer-request";

type Peer = { readonly session: Session; readonly socket: FakeSocket; readonly peerId: PeerId };

function createText(type: string, from: Peer, to: PeerId, rest: Record<string, unknown> = {}): string {
  return JSON.stringify({ type, id: from.peerId, clientId: to, callId: "call", ...rest });
}

/** Sends `count` messages, and returns how many arrived. */
async function send(from: Peer, to: Peer, count: number, type = "ack", rest = {}): Promise<number> {
  const before = to.socket.texts.length;
  for (let sent = 0; sent < count; sent += 1) await from.session.handle(createText(type, from, to.peerId, rest));
  return to.socket.texts.length - before;
}

/** Registers a peer at an address of its own, or at `block`. */
async function connect(bench: SessionBench, block: string = crypto.randomUUID(), misses: string[] = []): Promise<Peer> {
  bench.share = createShare({ block, takeMiss: (id) => (misses.push(id), 0) });
  return await bench.register();
}

Deno.test("A message of any kind but an offer tells nothing of whether anybody is there", async () => {
  using bench = new SessionBench();
  const misses: string[] = [];
  const spy = await connect(bench, "spy", misses);
  const present = await connect(bench);
  const absent = createRandomPeerId();
  for (const type of [...PEER_MESSAGE_TYPES, "reaction"]) {
    if (type === OFFER) continue;
    const before = spy.socket.texts.length;
    for (const id of [present.peerId, absent]) await spy.session.handle(createText(type, spy, id, { accepted: false }));
    assertEquals(spy.socket.texts.length, before, type);
  }
  assertEquals(misses, [present.peerId, absent], "It costs the same, and once");
  await spy.session.handle(createText(OFFER, spy, absent));
  assertEquals(spy.socket.last?.type === "error" && spy.socket.last.code, "peer-unavailable");
});

Deno.test("A message of a type that the server does not know goes on as it came, and counts under one name", async () => {
  using bench = new SessionBench();
  const [from, to] = [await connect(bench), await connect(bench)];
  const types = ["reaction", "feature-of-tomorrow", "other"];
  for (const type of types) {
    const text = createText(type, from, to.peerId, { body: { any: [1] } });
    await from.session.handle(text);
    assertEquals(to.socket.texts.at(-1), text);
  }
  assertEquals(bench.counters.relayed.get("other"), types.length);
  assertEquals([...bench.counters.relayed.keys()], ["other"]);
});

Deno.test("A type that the server does not know makes its sender no chosen peer, and is held to the limits", async () => {
  using bench = new SessionBench(new MemoryBus(), LIMITS);
  const [victim, stranger] = [await connect(bench), await connect(bench)];
  assertEquals(await send(stranger, victim, 100, "reaction"), 1 + 30 + 12, "The first, and what a stranger has");
  await send(victim, stranger, 1, "reaction");
  assertEquals(
    await send(stranger, victim, 100, "reaction"),
    0,
    "An answer of a type that nobody knows chooses nobody",
  );
});

Deno.test("Who has no tries left reaches nobody new in silence, and is neither told so nor closed", async () => {
  using bench = new SessionBench();
  const present = await connect(bench);
  bench.share = createShare({ takeMiss: () => 700 });
  const spy = await bench.register();
  const before = spy.socket.texts.length;
  assertEquals(await send(spy, present, 3, "ack"), 0);
  await spy.session.handle(createText("ack", spy, createRandomPeerId()));
  assertEquals([spy.socket.texts.length, spy.socket.closes], [before, []]);
  assertEquals(bench.counters.dropped.get("unknown"), 4);
});

Deno.test("Answers to whoever has written cost no tries, also when that one has gone", async () => {
  using bench = new SessionBench();
  const misses: string[] = [];
  const victim = await connect(bench, "victim", misses);
  for (let caller = 0; caller < 40; caller += 1) {
    const stranger = await connect(bench);
    assertEquals(await send(stranger, victim, 1, OFFER), 1);
    stranger.session.handleClosed();
    await victim.session.handle(createText("ringing", victim, stranger.peerId));
  }
  assertEquals(misses, []);
  assertEquals(victim.socket.closes, []);
});

Deno.test("Ten sockets of one address send one ID no more than one could, and others theirs", async () => {
  using bench = new SessionBench(new MemoryBus(), LIMITS);
  const victim = await connect(bench);
  const attackers: Peer[] = [];
  for (let count = 0; count < 10; count += 1) attackers.push(await connect(bench, "attacker"));
  for (const attacker of attackers) await send(victim, attacker, 1, OFFER); // No strangers, who may send still less.
  let arrived = 0;
  for (const attacker of attackers) arrived += await send(attacker, victim, 100, "ringing");
  assert(arrived >= 200 && arrived < 215, `${arrived} arrived at once`);
  bench.clock.tick(10_000);
  arrived = 0;
  for (const attacker of attackers) arrived += await send(attacker, victim, 100, "ringing");
  assert(arrived >= 200 && arrived < 215, `${arrived} came after 10 s`);
  assertEquals(bench.counters.dropped.get("pair"), 1_600);

  const another = await connect(bench);
  assertEquals(await send(another, victim, 1, OFFER), 1, "a first word of another address");
  const elsewhere = await connect(bench);
  const attacker = attackers[0] as Peer;
  assertEquals(await send(attacker, elsewhere, 50), 1 + 30 + 12, "to another ID, to whom it is a stranger");
});

Deno.test("Sessions of one address that begin to call one ID are bounded, and are told so", async () => {
  using bench = new SessionBench(new MemoryBus(), LIMITS);
  const victim = await connect(bench);
  let arrived = 0;
  let last: Peer | null = null;
  for (let count = 0; count < 100; count += 1) {
    last = await connect(bench, "attacker");
    arrived += await send(last, victim, 1, OFFER);
  }
  assertEquals(arrived, 12);
  const told = last?.socket.last;
  assertEquals(told?.type === "error" && [told.code, told.clientId, String(told.callId)], [
    "rate-limited",
    victim.peerId,
    "call",
  ]);
  assertEquals(last?.socket.closes, []);
  bench.clock.tick(60_000);
  for (let count = 0; count < 100; count += 1) {
    arrived += await send(await connect(bench, "attacker"), victim, 1, OFFER);
  }
  assertEquals(arrived, 24);
});

Deno.test("A caller who repeats an offer every 3 s is never too many", async () => {
  using bench = new SessionBench(new MemoryBus(), LIMITS);
  const [caller, victim] = [await connect(bench), await connect(bench)];
  for (let seconds = 0; seconds < 600; seconds += 3) {
    assertEquals(await send(caller, victim, 1, OFFER), 1);
    bench.clock.tick(3_000);
  }
});

Deno.test("A flood of strangers at hundreds of addresses fills no line, and takes nothing from those in a call", async () => {
  using bench = new SessionBench(new MemoryBus(), LIMITS);
  const [victim, friend] = [await connect(bench), await connect(bench)];
  assertEquals(await send(friend, victim, 1, OFFER), 1);
  assertEquals(await send(victim, friend, 1, "video-offer-response", { accepted: true }), 1);
  const strangers: Peer[] = [];
  for (let count = 0; count < 300; count += 1) strangers.push(await connect(bench));
  let arrived = 0;
  for (let second = 0; second < 10; second += 1) {
    for (const stranger of strangers) arrived += await send(stranger, victim, 5, OFFER);
    for (const stranger of strangers.slice(0, 60)) await send(victim, stranger, 1, "ringing"); // As a page does by itself.
    assertEquals(await send(friend, victim, 20, "description"), 20, `second ${second}`);
    bench.clock.tick(1_000);
  }
  // 300 and 60 at once, up to an eighth more where the clock is looked at late, and 180; then 30, 1 and 10 a second.
  assert(arrived <= 1.125 * 360 + 180 + 41 * 10, `${arrived} came of strangers in 10 s`);
  assert((bench.counters.dropped.get("recipient") ?? 0) > 5_000);
  assertEquals(victim.socket.closes, []);
});

Deno.test("A flood of strangers leaves each of the others a little, and those with many IDs not so much each", async () => {
  using bench = new SessionBench(new MemoryBus(), LIMITS);
  const victim = await connect(bench);
  const contacts = await Promise.all(Array.from({ length: 5 }, () => connect(bench)));
  for (const contact of contacts) assertEquals(await send(contact, victim, 1, OFFER), 1);
  const strangers: Peer[] = [];
  for (let count = 0; count < 12; count += 1) strangers.push(await connect(bench));
  const flood = async () => {
    let arrived = 0;
    for (const stranger of strangers) arrived += await send(stranger, victim, 60, OFFER);
    return arrived;
  };
  await flood();
  bench.clock.tick(1_000);
  await flood(); // By now they have used up what all have together, and what is their own.
  for (const contact of contacts.slice(0, 2)) assertEquals(await send(contact, victim, 20, OFFER), 12);
  for (let round = 0; round < 3; round += 1) {
    bench.clock.tick(2_500); // One more for each, and for all together less than strangers have spent.
    await flood();
    for (const contact of contacts.slice(0, 2)) assertEquals(await send(contact, victim, 20, OFFER), 1);
  }

  const office = await Promise.all(Array.from({ length: 5 }, () => connect(bench, "office")));
  let arrived = 0;
  for (const peer of office) arrived += await send(peer, victim, 20, OFFER);
  assertEquals(arrived, 5 + 30, "first words, and what an address has beyond what strangers have together");
});

Deno.test("What fills a slow line is not the strangers'", async () => {
  using bench = new SessionBench(new MemoryBus(), LIMITS);
  const [victim, friend, stranger] = [await connect(bench), await connect(bench), await connect(bench)];
  await send(victim, friend, 1, OFFER);
  await fill(victim, STRANGERS_BUFFERED_BYTES_MAX, { isOver: false });
  assertEquals(await send(stranger, victim, 1, OFFER), 1);
  await fill(victim, STRANGERS_BUFFERED_BYTES_MAX, { isOver: true });
  const before = stranger.socket.texts.length;
  assertEquals(await send(stranger, victim, 5, OFFER), 0);
  assertEquals(stranger.socket.texts.length, before, "It is there, and says nothing of it");
  assertEquals(await send(friend, victim, 5, "description"), 5);
  assertEquals(victim.socket.closes, []);
});

Deno.test("No stranger becomes chosen by what a page answers by itself, and none puts out who is", async () => {
  using bench = new SessionBench(new MemoryBus(), LIMITS);
  const [victim, friend] = [await connect(bench), await connect(bench)];
  assertEquals(await send(victim, friend, 1, "description"), 1);
  for (let count = 0; count < CORRESPONDENTS_MAX * 2; count += 1) {
    const stranger = await connect(bench);
    await send(stranger, victim, 1, OFFER);
    for (const type of ["ack", "ringing", "hang-up"]) await send(victim, stranger, 1, type);
    await send(victim, stranger, 1, "video-offer-response", { accepted: false });
    await send(stranger, victim, 10);
  }
  await fill(victim, STRANGERS_BUFFERED_BYTES_MAX, { isOver: true }); // Only who is chosen gets through.
  assertEquals(await send(friend, victim, 1, "ack"), 1);
  const stranger = await connect(bench);
  await send(stranger, victim, 1, OFFER);
  await send(victim, stranger, 1, "video-offer-response", { accepted: false });
  assertEquals(await send(stranger, victim, 1), 0);
  await send(victim, stranger, 1, "video-offer-response", { accepted: true });
  assertEquals(await send(stranger, victim, 1), 1);
});

Deno.test("Limits of 0 leave pairs and strangers without any", async () => {
  using bench = new SessionBench();
  const victim = await connect(bench);
  for (let count = 0; count < 100; count += 1) {
    assertEquals(await send(await connect(bench, "one"), victim, 100, OFFER), 100);
  }
});

Deno.test("Where no pair can be remembered, nobody's calls are counted with another's", async () => {
  using bench = new SessionBench(new MemoryBus(), LIMITS);
  fillPairs(bench.pairBudgets);
  const [attacker, caller, victim] = [await connect(bench), await connect(bench), await connect(bench)];
  for (let count = 0; count < 40; count += 1) await send(attacker, await connect(bench), 10, OFFER);
  assertEquals(await send(attacker, victim, 1, OFFER), 0, "It has used up what it has");
  assertEquals(await send(caller, victim, 1, OFFER), 1);
});

Deno.test("Where no pair can be remembered, an ID still hears no more callers of one address, and those of others", async () => {
  using bench = new SessionBench(new MemoryBus(), LIMITS);
  fillPairs(bench.pairBudgets);
  const [caller, victim] = [await connect(bench), await connect(bench)];
  let arrived = 0;
  for (let count = 0; count < 70; count += 1) arrived += await send(await connect(bench, "one"), victim, 1, OFFER);
  assertEquals(arrived, 12);
  assertEquals(await send(caller, victim, 1, OFFER), 1);
});

Deno.test("Who has no tries left makes no pairs by words to IDs that nobody has", async () => {
  using bench = new SessionBench(new MemoryBus(), LIMITS);
  let triesLeft = 100;
  bench.share = createShare({ takeMiss: () => triesLeft-- > 0 ? 0 : 700 });
  const spy = await bench.register();
  for (let count = 0; count < 1_000; count += 1) await spy.session.handle(createText("ack", spy, createRandomPeerId()));
  assertEquals(bench.pairBudgets.pairCount, 100);
});

for (const addressCount of [1, 4]) {
  Deno.test(`What ${addressCount * 20} sockets at ${addressCount} addresses send takes no offer from a contact elsewhere`, async () => {
    using bench = new SessionBench(new MemoryBus(), LIMITS);
    const [victim, contact] = [await connect(bench), await connect(bench)];
    const addresses = Array.from({ length: addressCount }, (_, n) => `attacker ${n}`);
    const sockets = await Promise.all(
      addresses.map((address) => Promise.all(Array.from({ length: 20 }, () => connect(bench, address)))),
    );
    const types = ["ringing", "ack", OFFER];
    for (let second = 0; second < 300; second += 1) {
      for (const [index, own] of sockets.entries()) {
        // As many new IDs as an address may have, and more messages of each than go through.
        for (const old of own.splice(0, 2)) old.session.handleClosed();
        while (own.length < 20) own.push(await connect(bench, addresses[index]));
        for (const [n, socket] of own.entries()) await send(socket, victim, 3, types[(n + second) % 3]);
      }
      const newcomer = second % 3 === 0 ? contact : null;
      if (newcomer !== null) assertEquals(await send(newcomer, victim, 1, OFFER), 1, `second ${second}`);
      if (second % 30 === 0) assertEquals(await send(await connect(bench), victim, 1, OFFER), 1, `new, ${second}`);
      bench.clock.tick(1_000);
    }
    assert((bench.counters.dropped.get("pair") ?? 0) > 5_000);
    assertEquals(victim.socket.closes, []);
  });
}

Deno.test("Four addresses that are heard and never stop leave every other caller their messages", async () => {
  using bench = new SessionBench(new MemoryBus(), LIMITS);
  const [caller, victim] = [await connect(bench), await connect(bench)];
  const attackers: Peer[] = [];
  for (let count = 0; count < 4 * 12; count += 1) attackers.push(await connect(bench, `attacker ${count % 4}`));
  for (const attacker of attackers) assertEquals(await send(attacker, victim, 1, OFFER), 1);
  for (let second = 0; second < 60; second += 1) {
    for (const attacker of attackers) await send(attacker, victim, 10, "ringing");
    assertEquals(await send(caller, victim, 1, OFFER), 1, `second ${second}`);
    bench.clock.tick(1_000);
  }
  assert((bench.counters.dropped.get("recipient") ?? 0) > 1_000);
});

Deno.test("A first word of any kind counts as a call, and one that was refused is not to be had by repeating it", async () => {
  using bench = new SessionBench(new MemoryBus(), LIMITS);
  const victim = await connect(bench);
  let arrived = 0;
  const sockets: Peer[] = [];
  for (let count = 0; count < 30; count += 1) sockets.push(await connect(bench, "attacker"));
  for (let round = 0; round < 3; round += 1) {
    for (const socket of sockets) arrived += Math.min(1, await send(socket, victim, 1, "ringing"));
    if (round === 0) assertEquals(arrived, 12);
  }
  assertEquals(arrived, 36, "the same 12, three times");
  assertEquals(bench.counters.dropped.get("pair"), 54, "Those of the other 18 went no further than their own budget");
});
