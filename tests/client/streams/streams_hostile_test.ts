/** What the other end may say of streams, and what is a violation, at which nothing more is read. */

import { assert, assertEquals } from "@std/assert";
import { encodeFrame, type Frame } from "../../../client/streams/frames.ts";
import { UNREAD_MAX } from "../../../client/streams/stream_reader.ts";
import { FRAMES } from "../../../client/streams/streams.ts";
import { bytesAt, outcomeOf, StreamWorld } from "../../doubles/stream_world.ts";

const data = (offset: number, length: number, stream = 1): Frame => ({
  type: "data",
  stream,
  offset,
  bytes: bytesAt(offset, length),
});
const ack = (received: number, limit = received, stream = 2): Frame => ({
  type: "ack",
  stream,
  received,
  limit,
  arrivedAt: 0,
});

/** What an honest end never says: the other end has opened stream 1, this one stream 2 and sent 4,400 bytes of it. */
const VIOLATIONS: Record<string, Frame> = {
  "data of a stream that was never opened": data(0, 10, 3),
  "data that leaves a gap": data(1, 10),
  "the end of a stream where it does not end": { type: "end", stream: 1, offset: 10 },
  "the end of a stream that was never opened": { type: "end", stream: 3, offset: 0 },
  "a stream under one of this end's numbers": { type: "open", stream: 4, label: "a" },
  "the same stream under another label": { type: "open", stream: 1, label: "b" },
  "data of this end's stream": data(0, 10, 2),
  "word of more than was sent": ack(4_401),
  "word of a stream that this end has not begun": ack(0, 0, 8),
  "all of a stream that goes on": { type: "done", stream: 2 },
  "word of its own stream": ack(0, 0, 1),
};

async function createScene(): Promise<StreamWorld> {
  const world = new StreamWorld();
  world.odd.streams.open("a");
  const writer = world.even.streams.open("b");
  await world.settle();
  void writer.write(bytesAt(0, 60_000));
  assertEquals(world.even.said.length, 4);
  return world;
}

for (const [what, frame] of Object.entries(VIOLATIONS)) {
  Deno.test(`an end takes no ${what}`, async () => {
    using world = await createScene();
    world.even.get(frame);
    assertEquals(world.even.violations, 1);
  });
}

Deno.test("an end takes what comes for a stream that it has just given up", async () => {
  using world = await createScene();
  world.even.offered[0]?.cancel();
  for (const frame of [data(0, 10), { type: "end", stream: 1, offset: 10 } as const]) world.even.get(frame);
  world.even.get({ type: "reset", stream: 1, code: "aborted" });
  assertEquals(world.even.violations, 0);
});

Deno.test("an end takes no more than the limit that it has told, to the byte", async () => {
  for (const more of [0, 1]) {
    using world = await createScene();
    let offset = 0;
    for (; offset < UNREAD_MAX - 65_536; offset += 65_536) world.even.get(data(offset, 65_536));
    world.even.get(data(offset, 65_535));
    assertEquals(world.even.violations, 0);
    world.even.get(data(offset + 65_535, 1 + more));
    assertEquals(world.even.violations, more);
  }
});

Deno.test("an end takes no text, nothing empty and nothing that is no frame", async () => {
  for (const message of ["open", new ArrayBuffer(0), new Uint8Array([9, 0, 0, 0, 1]).buffer, null]) {
    using world = await createScene();
    world.even.streams.receive(message);
    assertEquals(world.even.violations, 1);
  }
});

Deno.test("an end reads so many frames at once, and no more", async () => {
  using world = await createScene();
  world.clock.tick(10_000);
  const { buffer } = encodeFrame({ type: "reset", stream: 1, code: "aborted" });
  for (let count = 0; count < FRAMES.capacity; count++) world.even.streams.receive(buffer);
  assertEquals(world.even.violations, 0);
  world.even.streams.receive(buffer);
  assertEquals(world.even.violations, 1);
});

Deno.test("an end answers each stream that it does not take by one short word, and forgets the oldest", async () => {
  using world = await createScene();
  world.even.isTaking = false;
  const before = world.even.said.length;
  for (let stream = 3; stream < 1_003; stream += 2) world.even.get({ type: "open", stream, label: "a" });
  assertEquals(world.even.said.length - before, 500);
  assert(world.even.onTheirWay.slice(before).every(({ length }) => length <= 6));
  world.even.get({ type: "open", stream: 3, label: "a" });
  assertEquals(world.even.said.at(-1), { type: "reset", stream: 3, code: "lost" });
  assertEquals(world.even.violations, 0);
});

Deno.test("a writer whose stream is said to be read before its end fails with the others, and waits for nothing", async () => {
  using world = new StreamWorld();
  const writer = world.even.streams.open("b");
  const written = [0, 1, 2, 3].map((part) => outcomeOf(writer.write(bytesAt(part * 60_000, 60_000))));
  world.even.get({ type: "done", stream: 2 });
  assertEquals(world.even.violations, 1);
  world.even.streams.close("violated");
  assertEquals(await written.at(-1), "violated");
});

Deno.test("a connection that fails while an acknowledgement is sent on it stops nothing", async () => {
  using world = await createScene();
  void world.odd.streams.open("c").write(bytesAt(0, 10)).catch(() => {});
  world.even.isFailing = true;
  await world.settle();
  world.even.isFailing = false;
  world.connect();
  await world.settle();
  assertEquals(await world.even.offered[1]?.read(), bytesAt(0, 10));
});
