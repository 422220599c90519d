/** Streams between two ends: what arrives, how much waits where, how they end, and what a change of connection costs. */

import { assert, assertEquals } from "@std/assert";
import fc from "fast-check";
import { UNREAD_MAX } from "../../../client/streams/stream_reader.ts";
import { QUEUED_LOW, QUEUED_MAX, WRITE_MAX } from "../../../client/streams/stream_writer.ts";
import { STREAMS_MAX } from "../../../client/streams/pipe.ts";
import { bytesAt, codeOf, outcomeOf, readAll, StreamWorld } from "../../doubles/stream_world.ts";
import { letPromisesSettle } from "../../doubles/connection_pair.ts";

Deno.test("a stream brings its bytes in order, and both ends know when it is over", async () => {
  using world = new StreamWorld();
  const writer = world.odd.streams.open("files/1");
  assertEquals(world.odd.needs.length, 1);
  const written = writer.write(bytesAt(0, 50_000));
  await world.settle();
  await written;
  const [reader] = world.even.offered;
  assertEquals(reader?.label, "files/1");
  const [closed, read] = [writer.close(), readAll(reader)];
  await world.settle();
  assertEquals(await read, bytesAt(0, 50_000));
  await closed;
  assert(world.odd.streams.isIdle && world.even.streams.isIdle);
  assertEquals(await outcomeOf(writer.write(bytesAt(0, 1))), "closed");
  assertEquals(await reader?.read(), null);
  await writer.close();
  assertEquals([world.odd.violations, world.even.violations], [0, 0]);
});

Deno.test("a writer is told to go on below the low mark, and has nothing taken beyond the high one", async () => {
  using world = new StreamWorld();
  const writer = world.odd.streams.open("a");
  assertEquals(await outcomeOf(writer.write(new Uint8Array(WRITE_MAX + 1))), "too-large");
  let told = 0;
  for (let written = 0; written < QUEUED_MAX; written += WRITE_MAX) {
    void writer.write(bytesAt(written, WRITE_MAX)).then(() => told++);
    await letPromisesSettle();
    assertEquals(told, Math.min(told, QUEUED_LOW / WRITE_MAX));
  }
  assertEquals([writer.queuedBytes, told], [QUEUED_MAX, QUEUED_LOW / WRITE_MAX]);
  assertEquals(await outcomeOf(writer.write(bytesAt(0, 1))), "queue-full");
  const [closed, settled] = [writer.close(), world.settle()];
  await settled;
  assert(told > QUEUED_LOW / WRITE_MAX);
  const read = readAll(world.even.offered[0]);
  await world.settle();
  assertEquals(await read, bytesAt(0, QUEUED_MAX));
  await closed;
});

Deno.test("an end keeps no more than the limit of what is not read, and the other waits", async () => {
  using world = new StreamWorld();
  const writer = world.odd.streams.open("a");
  let written = 0;
  const write = async () => {
    for (; written < 3 * UNREAD_MAX; written += WRITE_MAX) await writer.write(bytesAt(written, WRITE_MAX));
  };
  const writing = write();
  await world.settle();
  assert(written <= UNREAD_MAX + QUEUED_MAX, "It wrote on");
  assertEquals(written - writer.queuedBytes <= UNREAD_MAX, true);
  const closed = writing.then(() => writer.close());
  const read = readAll(world.even.offered[0]);
  await world.settle();
  assertEquals((await read).length, 3 * UNREAD_MAX);
  await closed;
});

Deno.test("streams take turns, and each is told apart", async () => {
  using world = new StreamWorld();
  const writers = ["a", "b"].map((label) => world.odd.streams.open(label));
  for (const [index, writer] of writers.entries()) void writer.write(bytesAt(index, 60_000));
  for (let round = 0; round < 40; round++) {
    while (world.bring(world.odd) || world.bring(world.even)) await letPromisesSettle();
    const [a = 0, b = 0] = writers.map(({ queuedBytes }) => 60_000 - queuedBytes);
    assert(Math.abs(a - b) <= 16_384, `${a} and ${b}`);
    world.clock.tick(5);
  }
  const back = world.even.streams.open("c");
  const closed = [...writers, back].map((writer) => writer.close());
  await world.settle();
  const read = [...world.even.offered, ...world.odd.offered].map(readAll);
  await world.settle();
  assertEquals(await Promise.all(read), [bytesAt(0, 60_000), bytesAt(1, 60_000), new Uint8Array()]);
  await Promise.all(closed);
});

Deno.test("a stream comes through whole, wherever connections are lost", async () => {
  const steps = fc.array(fc.nat(40), { minLength: 1, maxLength: 12 });
  await fc.assert(
    fc.asyncProperty(steps, async (steps) => {
      using world = new StreamWorld();
      const writers = [world.odd, world.even].map((end) => end.streams.open("a"));
      const closed = writers.map(async (writer) => {
        for (let at = 0; at < 90_000; at += 30_000) await writer.write(bytesAt(at, 30_000));
        await writer.close();
      });
      const read: Promise<Uint8Array>[] = [];
      const readOffered = () => {
        for (const { offered } of [world.odd, world.even]) read.push(...offered.splice(0).map(readAll));
      };
      for (const count of steps) {
        for (let brought = 0; brought < count; brought++) {
          world.bring(brought % 2 === 0 ? world.odd : world.even);
          await letPromisesSettle();
          readOffered();
        }
        world.connect();
      }
      await world.settle();
      readOffered();
      await world.settle();
      assertEquals([world.odd.violations, world.even.violations], [0, 0]);
      assertEquals(await Promise.all(read), [bytesAt(0, 90_000), bytesAt(0, 90_000)]);
      await Promise.all(closed);
      assert(world.odd.streams.isIdle && world.even.streams.isIdle);
    }),
    { numRuns: 40 },
  );
});

for (const isCut of [false, true]) {
  const where = isCut ? "a connection is lost" : "all arrives";
  Deno.test(`a stream that nobody takes is refused, also where ${where}`, async () => {
    using world = new StreamWorld();
    world.even.isTaking = false;
    const writer = world.odd.streams.open("a");
    const closed = writer.close();
    if (isCut) {
      while (world.bring(world.odd));
      world.connect();
    }
    await world.settle();
    assertEquals(await outcomeOf(closed), "refused");
    assertEquals(await outcomeOf(writer.write(bytesAt(0, 1))), "refused");
    assert(world.odd.streams.isIdle && world.even.streams.isIdle);
  });

  Deno.test(`a stream is over when its reader gives it up, also where ${where}`, async () => {
    using world = new StreamWorld();
    const writer = world.odd.streams.open("a");
    void writer.write(bytesAt(0, 60_000));
    await world.settle();
    const closed = writer.close();
    world.even.offered[0]?.cancel();
    if (isCut) world.connect();
    await world.settle();
    assertEquals(await outcomeOf(closed), "cancelled");
    assertEquals(await outcomeOf(world.even.offered[0]?.read() as Promise<unknown>), "cancelled");
    assert(world.odd.streams.isIdle && world.even.streams.isIdle);
    assertEquals([world.odd.violations, world.even.violations], [0, 0]);
  });

  Deno.test(`a stream is over when its writer gives it up, also where ${where}`, async () => {
    using world = new StreamWorld();
    const writer = world.odd.streams.open("a");
    await world.settle();
    const read = outcomeOf(readAll(world.even.offered[0]));
    void writer.write(bytesAt(0, 60_000));
    writer.abort();
    if (isCut) world.connect();
    await world.settle();
    assertEquals(await read, "aborted");
    assertEquals(await outcomeOf(writer.write(bytesAt(0, 1))), "aborted");
    assert(world.odd.streams.isIdle && world.even.streams.isIdle);
    assertEquals([world.odd.violations, world.even.violations], [0, 0]);
  });
}

Deno.test("all that waits for a stream ends with the call, and nothing begins after it", async () => {
  using world = new StreamWorld();
  const writer = world.odd.streams.open("a");
  await world.settle();
  const waits = [writer.write(bytesAt(0, 60_000)), writer.write(bytesAt(0, 60_000)), writer.write(bytesAt(0, 60_000))];
  waits.push(writer.close());
  const [, , third, closed] = waits.map(outcomeOf);
  world.odd.streams.close("call-ended");
  assertEquals([await third, await closed], ["call-ended", "call-ended"]);
  assertEquals(codeOf(() => world.odd.streams.open("b")), "call-ended");
  const read = outcomeOf(world.even.offered[0]?.read() as Promise<unknown>);
  world.even.streams.close("call-ended");
  assertEquals(await read, "call-ended");
});

Deno.test("an end opens so many streams and no more, and takes no more of the other end's", async () => {
  using world = new StreamWorld();
  const writers = Array.from({ length: STREAMS_MAX }, () => world.odd.streams.open("a"));
  assertEquals(codeOf(() => world.odd.streams.open("a")), "too-many");
  assertEquals(codeOf(() => world.odd.streams.open("a b")), "bad-label");
  await world.settle();
  world.even.get({ type: "open", stream: 99, label: "a" });
  assertEquals(world.even.said, [{ type: "reset", stream: 99, code: "too-many" }]);
  assertEquals([world.even.offered.length, world.even.violations], [STREAMS_MAX, 0]);
  writers[0]?.abort();
  world.odd.streams.open("a");
});

Deno.test("nothing more is given to a browser that has much to send yet, until it has not", async () => {
  using world = new StreamWorld();
  const writer = world.odd.streams.open("a");
  await world.settle();
  world.odd.bufferedBytes = 1_000_000;
  await writer.write(bytesAt(0, 1_000));
  assertEquals(world.odd.said, []);
  world.odd.bufferedBytes = 0;
  world.odd.streams.pump();
  assertEquals(world.odd.said.map(({ type }) => type), ["data"]);
});

Deno.test("a stream's first bytes are few, and more follow only as they arrive", async () => {
  using world = new StreamWorld();
  const writer = world.odd.streams.open("a");
  await world.settle();
  await writer.write(bytesAt(0, WRITE_MAX));
  const first = world.odd.said.reduce((bytes, frame) => bytes + (frame.type === "data" ? frame.bytes.length : 0), 0);
  assert(first > 1_000 && first < 6_000, `${first} at once`);
  world.clock.tick(60_000);
  world.odd.streams.pump();
  assertEquals(world.odd.said.length * 1_100, first, "Nothing has arrived");
});
