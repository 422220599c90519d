/** How many frames an end sends: never more than the other reads, and none that the browser has no room for. */

import { assert, assertEquals } from "@std/assert";
import { FRAMES_AHEAD_MAX } from "../../../client/streams/frame_pipe.ts";
import type { ByteReader } from "../../../client/streams/stream_reader.ts";
import type { ByteWriter } from "../../../client/streams/stream_writer.ts";
import { bytesAt, readAll, StreamWorld } from "../../doubles/stream_world.ts";

async function createScene(): Promise<{ world: StreamWorld; writer: ByteWriter; reader: ByteReader }> {
  const world = new StreamWorld();
  const writer = world.odd.streams.open("a");
  await world.settle();
  const [reader] = world.even.offered;
  assert(reader !== undefined);
  return { world, writer, reader };
}

async function finish(world: StreamWorld, writer: ByteWriter, reader: ByteReader, length: number): Promise<void> {
  const [closed, read] = [writer.close(), readAll(reader)];
  for (let round = 0; round < 100; round++) await world.settle();
  assertEquals(await read, bytesAt(0, length));
  await closed;
  assertEquals([world.odd.violations, world.even.violations], [0, 0]);
}

Deno.test("an end that writes byte by byte sends no more frames than the other reads, nor gets more words back", async () => {
  const { world, writer, reader } = await createScene();
  using _world = world;
  const length = 30_000;
  for (let at = 0; at < length; at++) {
    void writer.write(bytesAt(at, 1));
    for (const end of [world.odd, world.even]) while (world.bring(end));
  }
  assertEquals([world.odd.violations, world.even.violations], [0, 0]);
  await finish(world, writer, reader, length);
});

Deno.test("an end has so many frames on their way that a path which brings all at once breaks no rule", async () => {
  const { world, writer, reader } = await createScene();
  using _world = world;
  const length = 30_000;
  for (let at = 0; at < length; at++) {
    void writer.write(bytesAt(at, 1));
    world.clock.tick(1);
  }
  assert(world.odd.onTheirWay.length <= FRAMES_AHEAD_MAX + 1, `${world.odd.onTheirWay.length}`);
  assert(world.odd.onTheirWay.length > FRAMES_AHEAD_MAX / 2, `${world.odd.onTheirWay.length}`);
  await finish(world, writer, reader, length);
});

Deno.test("acknowledgements wait for a browser that has much to send yet, and become one", async () => {
  const { world, writer, reader } = await createScene();
  using _world = world;
  world.even.bufferedBytes = 1_000_000;
  for (let at = 0; at < 10; at++) {
    void writer.write(bytesAt(at, 1));
    world.bring(world.odd);
    world.clock.tick(100);
  }
  assertEquals(world.even.said, []);
  world.even.bufferedBytes = 0;
  world.even.streams.pump({ isLate: true });
  assertEquals(world.even.said.map((frame) => frame.type === "ack" && frame.received), [10]);
  await finish(world, writer, reader, 10);
});

Deno.test("words about streams that are over wait too, and the oldest of very many are forgotten", async () => {
  const { world } = await createScene();
  using _world = world;
  world.even.isTaking = false;
  world.even.bufferedBytes = 1_000_000;
  for (let stream = 3; stream < 1_003; stream += 2) world.even.get({ type: "open", stream, label: "a" });
  assertEquals(world.even.said, []);
  world.even.bufferedBytes = 0;
  world.even.streams.pump();
  assertEquals(world.even.said.length, 64);
  assertEquals(world.even.said.at(-1), { type: "reset", stream: 1_001, code: "refused" });
});
