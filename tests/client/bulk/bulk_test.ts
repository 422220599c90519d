/** The life of a bulk connection: who makes it and when, what it must show, and how streams go on over the next. */

import { assert, assertEquals } from "@std/assert";
import { AGAIN_MS, IDLE_MS, OPEN_MS, SILENT_MS } from "../../../client/bulk/bulk_limits.ts";
import { CANDIDATES_MAX } from "../../../signaling/protocol.ts";
import type { ByteReader } from "../../../client/streams/stream_reader.ts";
import type { ByteWriter } from "../../../client/streams/stream_writer.ts";
import { type BulkEnd, BulkWorld, type FakePeer } from "../../doubles/bulk_world.ts";
import { letPromisesSettle } from "../../doubles/connection_pair.ts";
import { createDataSdp, createFingerprint, createSdp } from "../../doubles/description.ts";
import { bytesAt, codeOf, outcomeOf, readAll } from "../../doubles/stream_world.ts";

/** Opens a stream at one end, and has its first bytes arrive at the other. */
async function begin(world: BulkWorld, end: BulkEnd): Promise<[ByteWriter, ByteReader]> {
  const writer = end.bulk.open("a");
  void writer.write(bytesAt(0, 10));
  await world.settle();
  const reader = world.otherOf(end).offered.at(-1);
  assert(reader !== undefined, "No stream was offered");
  assertEquals(await reader.read(), bytesAt(0, 10));
  return [writer, reader];
}

/** Has a stream bring more than it has, and end. */
async function finish(world: BulkWorld, [writer, reader]: [ByteWriter, ByteReader]): Promise<void> {
  const [written, closed, read] = [writer.write(bytesAt(10, 30_000)), writer.close(), readAll(reader)];
  await world.pass(500);
  assertEquals(await read, bytesAt(10, 30_000));
  await written;
  await closed;
}

for (const who of ["maker", "asker"] as const) {
  Deno.test(`a connection is made by one end when a stream begins at the ${who}, and none before`, async () => {
    using world = new BulkWorld();
    await world.pass(5_000);
    assertEquals(world.made.length, 0);
    await finish(world, await begin(world, world[who]));
    assertEquals(world.made.length, 2);
    const asked = who === "asker" ? ["ask"] : [];
    assertEquals(world.asker.said.map(({ step }) => step), [...asked, "answer", "candidates"]);
    assertEquals(world.maker.said.map(({ step }) => step), ["offer", "candidates"]);
  });

  Deno.test(`streams of the ${who} go on over another connection when one fails, as the browser says`, async () => {
    using world = new BulkWorld();
    const stream = await begin(world, world[who]);
    for (const peer of world.open) peer.fail();
    await letPromisesSettle();
    assertEquals(world.open.length, 0);
    await world.pass(AGAIN_MS);
    await finish(world, stream);
    assertEquals(world.made.length, 4);
  });

  Deno.test(`streams of the ${who} go on over another connection when one falls silent`, async () => {
    using world = new BulkWorld();
    const stream = await begin(world, world[who]);
    await world.pass(10 * SILENT_MS); // Nobody has anything to say, and that is no silence.
    assertEquals(world.made.length, 2);
    world.isSilent = true;
    void stream[0].write(bytesAt(10, 10));
    await world.pass(SILENT_MS);
    assertEquals(world.made.length, 2);
    world.isSilent = false;
    await world.pass(1_500 + AGAIN_MS);
    assertEquals(world.made.length, 4);
    assertEquals(await stream[1].read(), bytesAt(10, 10));
  });

  Deno.test(`streams of the ${who} go on over another connection as soon as its network is another one`, async () => {
    using world = new BulkWorld();
    const stream = await begin(world, world[who]);
    world[who].bulk.handleNetworkChange();
    await finish(world, stream);
    assertEquals(world.made.length, 4);
  });

  Deno.test(`streams that begin at both ends at once need one connection, and the ${who} loses none later`, async () => {
    using world = new BulkWorld();
    const writers = [world.maker.bulk.open("a"), world.asker.bulk.open("a")];
    await world.settle();
    const closed = writers.map((writer) => writer.close());
    const read = [world.maker, world.asker].map(({ offered }) => readAll(offered[0]));
    await world.settle();
    await Promise.all([...closed, ...read]);
    assertEquals(world.made.length, 2);
    await finish(world, await begin(world, world[who]));
  });

  Deno.test(`a connection is closed after a while without streams, and made anew for the ${who}'s next`, async () => {
    using world = new BulkWorld();
    await finish(world, await begin(world, world.maker));
    await world.pass(IDLE_MS - 1_000);
    assertEquals(world.open.length, 2);
    await world.pass(2_000);
    assertEquals(world.open.length, 0);
    await finish(world, await begin(world, world[who]));
  });
}

Deno.test("a stream that begins while the other end closes the connection gets another", async () => {
  using world = new BulkWorld();
  await finish(world, await begin(world, world.maker));
  await world.pass(IDLE_MS - 500);
  world.clock.tick(1_000);
  const writer = world.asker.bulk.open("b");
  world.maker.bulk.tick(); // Has not heard of it, and leaves.
  assertEquals(world.maker.said.at(-1)?.step, "close");
  const closed = writer.close();
  await world.pass(AGAIN_MS);
  await readAll(world.maker.offered.at(-1));
  await world.settle();
  await closed;
});

Deno.test("a connection is made with the call's certificate, servers and way out, as they are then", async () => {
  using world = new BulkWorld();
  const server = { urls: "turn:turn.example.org", username: "user", credential: "secret" };
  world.maker.settings = { iceServers: [server], isRelayOnly: true };
  const stream = await begin(world, world.maker);
  const [own, its] = world.made.map(({ configuration }) => configuration);
  assertEquals(own?.iceTransportPolicy, "relay");
  assertEquals(own?.iceServers, [server]);
  assertEquals(own?.certificates, [world.maker.certificate as never]);
  assertEquals(its?.iceTransportPolicy, "all");
  world.asker.settings = { iceServers: [], isRelayOnly: true };
  world.asker.bulk.handleNetworkChange();
  await finish(world, stream);
  assertEquals(world.made[3]?.configuration.iceTransportPolicy, "relay");
});

const PROVED = createFingerprint(1);
const FORGED: Record<string, string> = {
  "another certificate": createDataSdp(createFingerprint(3)),
  "the proven certificate and another": createDataSdp(PROVED) + createDataSdp(createFingerprint(3)),
  "an address": createDataSdp(PROVED).replace("0.0.0.0", "192.0.2.9"),
  "sound and picture": createSdp(PROVED),
  "nothing": "",
};

for (const [what, sdp] of Object.entries(FORGED)) {
  Deno.test(`no connection is made on an offer with ${what}`, async () => {
    using world = new BulkWorld();
    world.asker.bulk.receive({ step: "offer", attempt: 1, sdp });
    await world.settle();
    assertEquals([world.made.length, world.asker.said.length], [0, 0]);
    await finish(world, await begin(world, world.maker));
  });

  Deno.test(`a connection is closed whose answer has ${what}, and none is lost by it`, async () => {
    using world = new BulkWorld();
    const writer = world.maker.bulk.open("a");
    await letPromisesSettle();
    const answer = sdp.replaceAll(PROVED, createFingerprint(2));
    world.maker.bulk.receive({ step: "answer", attempt: 1, sdp: answer });
    await letPromisesSettle();
    assertEquals(world.open.length, 0, "It was kept");
    assertEquals(world.made[0]?.remoteDescription, null, "A browser has seen it");
    await world.pass(AGAIN_MS + 500);
    const closed = writer.close();
    await world.pass(500);
    await readAll(world.asker.offered[0]);
    await world.settle();
    await closed;
  });
}

Deno.test("nothing is made while nobody is proved, and nothing on a candidate or answer out of the blue", async () => {
  using world = new BulkWorld();
  world.asker.provenEnd = null;
  world.maker.provenEnd = null;
  world.maker.bulk.receive({ step: "ask", attempt: 0 });
  const candidates = [{ candidate: "candidate:1 1 udp 1 192.0.2.1 9 typ host", sdpMid: "0", sdpMLineIndex: 0 }];
  for (
    const body of [
      { step: "offer", attempt: 1, sdp: createDataSdp(PROVED) },
      { step: "answer", attempt: 1, sdp: createDataSdp(PROVED) },
      { step: "candidates", attempt: 1, candidates },
      { step: "candidates", attempt: 1, candidates: Array(65).fill(candidates[0]) },
      { step: "close", attempt: 0 },
      { step: "ask", attempt: 0 },
      { step: "ask", attempt: -1 },
      { step: "offer", attempt: 1, sdp: 1 },
      { step: "else", attempt: 1 },
      { attempt: 1 },
      [],
      null,
      "offer",
    ]
  ) world.asker.bulk.receive(body);
  await world.pass(2_000);
  assertEquals([world.made.length, world.asker.said.length, world.maker.said.length], [0, 0, 0]);
});

Deno.test("nothing is made for an end that has proved no certificate", async () => {
  using world = new BulkWorld();
  world.asker.provenEnd = { remoteTabId: null, remoteFingerprint: null, remoteFeatures: ["streams"] };
  world.asker.bulk.receive({ step: "offer", attempt: 1, sdp: createDataSdp(PROVED) });
  await world.settle();
  assertEquals([world.made.length, world.asker.said.length], [0, 0]);
});

Deno.test("no stream begins to an end that has not told that it knows them", async () => {
  using world = new BulkWorld();
  for (const remoteFeatures of [null, [], ["comparison"]]) {
    world.maker.provenEnd = { remoteTabId: null, remoteFingerprint: createFingerprint(2), remoteFeatures };
    assertEquals(codeOf(() => world.maker.bulk.open("a")), "unavailable");
  }
  await world.settle();
  assertEquals(world.made.length, 0);
});

Deno.test("a stream goes to who takes those of its name, and to nobody else", async () => {
  using world = new BulkWorld();
  const writers = ["b/1/x", "c", "ab"].map((label) => world.maker.bulk.open(label));
  const closed = writers.map((writer) => outcomeOf(writer.close()));
  await world.settle();
  assertEquals(world.asker.offered.map(({ label }) => label), ["b/1/x"]);
  assertEquals(await Promise.all(closed.slice(1)), ["refused", "refused"]);
});

Deno.test("an end takes so many candidates for one connection, and no more", async () => {
  using world = new BulkWorld();
  world.isBlocked = true;
  world.maker.bulk.open("a");
  await world.settle();
  const candidate = { candidate: "candidate:1 1 udp 1 192.0.2.1 9 typ host", sdpMid: "0", sdpMLineIndex: 0 };
  for (let time = 0; time < 3; time++) {
    world.asker.bulk.receive({ step: "candidates", attempt: 1, candidates: Array(40).fill(candidate) });
  }
  assertEquals(world.made[1]?.candidates.length, CANDIDATES_MAX);
});

Deno.test("an end makes so many connections at the other's word, and then waits", async () => {
  for (const who of ["maker", "asker"] as const) {
    using world = new BulkWorld();
    const signal = who === "maker" ? { step: "ask" } : { step: "offer", sdp: createDataSdp(PROVED) };
    for (let attempt = 1; attempt <= 100; attempt++) world[who].bulk.receive({ ...signal, attempt });
    await letPromisesSettle();
    assertEquals(world.made.length, 8);
    assert(world.open.length <= 1, "Each takes the place of the one before");
    world.clock.tick(3_000);
    world[who].bulk.tick();
    await letPromisesSettle();
    assertEquals(world.made.length, 9, "The last that had to wait");
    world[who].bulk.tick();
    await letPromisesSettle();
    assertEquals(world.made.length, 9);
  }
});

Deno.test("tries become rarer while nothing comes up, and none is made while the call's own path is in doubt", async () => {
  using world = new BulkWorld();
  world.isBlocked = true;
  const writer = world.maker.bulk.open("a");
  await world.pass(OPEN_MS + 500 + AGAIN_MS);
  assertEquals(world.made.length, 4);
  await world.pass(10 * (OPEN_MS + 15_000));
  const tries = world.made.length / 2;
  assert(tries > 8 && tries < 15, `${tries} tries`);
  world.maker.isPathAlive = world.asker.isPathAlive = false;
  await world.pass(OPEN_MS + 1_000);
  const before = world.made.length;
  await world.pass(60_000);
  assertEquals(world.made.length, before);
  world.maker.isPathAlive = world.asker.isPathAlive = true;
  world.isBlocked = false;
  await world.pass(500);
  const closed = writer.close();
  await world.pass(500);
  await readAll(world.asker.offered[0]);
  await world.settle();
  await closed;
});

Deno.test("an end that cannot make an offer tries again, also when it is asked", async () => {
  using world = new BulkWorld();
  world.isUnable = true;
  const writer = world.asker.bulk.open("a");
  await world.settle();
  assertEquals(world.maker.said, []);
  world.isUnable = false;
  const closed = writer.close();
  await world.pass(OPEN_MS + 500);
  await readAll(world.maker.offered[0]);
  await world.settle();
  await closed;
});

Deno.test("an end that breaks the rules has no streams any more, and is told so as often as it asks", async () => {
  using world = new BulkWorld();
  const [writer] = await begin(world, world.asker);
  world.open.find(({ fingerprint }) => fingerprint === PROVED)?.channel.onmessage?.({ data: "text" });
  await world.settle();
  assertEquals(world.maker.said.at(-1), { step: "unable", attempt: 1 });
  assertEquals(await outcomeOf(writer.close()), "unavailable");
  assertEquals(codeOf(() => world.maker.bulk.open("b")), "violated");
  assertEquals(world.open.length, 0);
  const again = outcomeOf(world.asker.bulk.open("c").close());
  await world.pass(1_000);
  assertEquals(await again, "unavailable");
});

Deno.test("the connection goes with the call, and what waits for a stream is told", async () => {
  using world = new BulkWorld();
  const [writer, reader] = await begin(world, world.maker);
  const [closed, read] = [outcomeOf(writer.close()), outcomeOf(readAll(reader))];
  world.maker.bulk.close();
  world.asker.bulk.close();
  assertEquals([await closed, await read], ["call-ended", "call-ended"]);
  assertEquals(world.open.length, 0);
  world.asker.bulk.receive({ step: "offer", attempt: 9, sdp: createDataSdp(PROVED) });
  await world.pass(1_000);
  assertEquals(world.open.length, 0);
});

Deno.test("an end that has broken the rules is told so, and not again by the clock alone", async () => {
  for (const who of ["maker", "asker"] as const) {
    using world = new BulkWorld();
    await begin(world, world[who]);
    const signal = who === "maker" ? { step: "ask" } : { step: "offer", sdp: createDataSdp(PROVED) };
    for (let attempt = 2; attempt <= 12; attempt++) world[who].bulk.receive({ ...signal, attempt });
    await letPromisesSettle();
    const { channel } = world.made.at(-1) as FakePeer;
    channel.readyState = "open";
    channel.onopen?.();
    channel.onmessage?.({ data: "no frame" });
    const { length } = world[who].said;
    assertEquals(world[who].said.at(-1)?.step, "unable");
    for (let passed = 0; passed < 60_000; passed += 500) {
      world.clock.tick(500);
      world[who].bulk.tick();
    }
    assertEquals(world[who].said.slice(length), []);
  }
});

Deno.test("an end that is told to close again and again makes connections ever more rarely", async () => {
  using world = new BulkWorld();
  await begin(world, world.maker);
  for (let time = 0; time < 100; time++) {
    for (let attempt = 1; attempt < 110; attempt++) world.maker.bulk.receive({ step: "close", attempt });
    await letPromisesSettle();
  }
  assert(world.made.length <= 3, `${world.made.length} were made at one moment`);
});

Deno.test("an offer of a number far ahead keeps no later one out", async () => {
  using world = new BulkWorld();
  world.asker.bulk.receive({ step: "offer", attempt: Number.MAX_SAFE_INTEGER, sdp: createDataSdp(PROVED) });
  await letPromisesSettle();
  assertEquals(world.made.length, 0);
  await finish(world, await begin(world, world.maker));
});
