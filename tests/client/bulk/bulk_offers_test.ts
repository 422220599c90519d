/** A browser that makes no connection, and streams for a feature that nobody has opened yet. */

import { assert, assertEquals } from "@std/assert";
import { BulkWorld } from "../../doubles/bulk_world.ts";
import { bytesAt, outcomeOf, readAll } from "../../doubles/stream_world.ts";

Deno.test("an end whose browser makes no connection tries again, ever less often", async () => {
  for (const who of ["maker", "asker"] as const) {
    using world = new BulkWorld();
    world.isExhausted = true;
    const writer = world[who].bulk.open("a");
    await world.pass(60_000);
    const waits = world.tries.map((atMs, index) => atMs - (world.tries[index - 1] ?? atMs));
    assert(world.tries.length > 4 && world.tries.length < 20, `${who}: ${waits}`);
    assert((waits.at(-1) ?? 0) >= 10_000, `${who}: ${waits}`);
    world.isExhausted = false;
    const closed = writer.close();
    await world.pass(20_000);
    const read = readAll(world.otherOf(world[who]).offered.at(-1));
    await world.settle();
    assertEquals(await read, new Uint8Array());
    await closed;
  }
});

Deno.test("a stream whose feature nobody has opened waits until it is open, and loses nothing", async () => {
  using world = new BulkWorld();
  const opened = Promise.withResolvers<void>();
  const asked: string[] = [];
  world.asker.openFeature = (name) => {
    asked.push(name);
    return opened.promise;
  };
  const writer = world.maker.bulk.open("late/x");
  void writer.write(bytesAt(0, 10));
  await world.pass(5_000);
  assertEquals([asked, world.asker.offered.length], [["late"], 0]);
  world.asker.takers.set("late", (reader) => void world.asker.offered.push(reader));
  opened.resolve();
  await world.settle();
  const [closed, read] = [writer.close(), readAll(world.asker.offered[0])];
  await world.pass(500);
  assertEquals(await read, bytesAt(0, 10));
  await closed;
});

Deno.test("a stream whose feature cannot be opened, or takes none, is given up", async () => {
  for (const [opening, code] of [[null, "refused"], [Promise.resolve(), "cancelled"]] as const) {
    using world = new BulkWorld();
    world.asker.openFeature = () => opening;
    const outcome = outcomeOf(world.maker.bulk.open("late/x").close());
    await world.settle();
    await world.settle();
    assertEquals(await outcome, code);
  }
});
