/** Files on their way between two ends: whole and exact whatever is lost, spoilt or loaded again, and nothing unasked. */

import { assert, assertEquals } from "@std/assert";
import { BLOCK_BYTES } from "../../../../client/features/files/blocks/blocks.ts";
import { OFFERED_MAX } from "../../../../client/features/files/receiving.ts";
import { ROUNDS_MAX, type Transfer } from "../../../../client/features/files/transfer.ts";
import { parseFrame } from "../../../../client/streams/frames.ts";
import { bytesOf, createFile, type FileEnd, FileWorld } from "../../../doubles/file_world.ts";
import { until } from "../../../doubles/until.ts";

function reach(transfer: Transfer, stage: Transfer["stage"]): Promise<void> {
  return until(() => transfer.stage === stage, `${stage}, and not ${transfer.stage}`);
}

async function assertHas(end: FileEnd, files: readonly File[]): Promise<void> {
  await until(() => end.whole.length > 0, "All has come");
  const whole = end.whole.at(-1);
  assertEquals(whole?.files.map(({ size }) => size), files.map(({ size }) => size));
  for (const [index, file] of files.entries()) {
    const [has, sent] = [await bytesOf(await whole?.readFile(index) ?? new Blob()), await bytesOf(file)];
    assert(has.every((byte, at) => byte === sent[at]) && has.length === sent.length, `${file.name} differs`);
  }
}

Deno.test("Files come whole, of any size, once they are accepted, and both ends know", async () => {
  using world = new FileWorld();
  const { kim, lee } = world;
  const sizes = [0, 1, BLOCK_BYTES - 1, BLOCK_BYTES, BLOCK_BYTES + 1];
  const files = sizes.map((size, index) => createFile(`${index}.bin`, size, index));
  const outgoing = kim.offer(...files);
  const offered = await world.offered(lee);
  assertEquals(await lee.storage.find(offered.key), null, "Nothing is kept before it is accepted");
  assertEquals([outgoing.stage, offered.stage, lee.dataBytes > 0], ["offered", "offered", true]);
  await lee.receiving.accept(offered);
  await assertHas(lee, files);
  await reach(outgoing, "done");
  assertEquals([outgoing.doneBytes, offered.doneBytes], [outgoing.blocks.bytes, outgoing.blocks.bytes]);
});

Deno.test("A connection that is lost costs nothing that has come, however often", async () => {
  using world = new FileWorld();
  const { kim, lee } = world;
  const file = createFile("a.bin", 3 * BLOCK_BYTES);
  const outgoing = kim.offer(file);
  const incoming = await world.accept(lee);
  for (const share of [0.2, 0.5, 0.9]) {
    await until(() => incoming.doneBytes > share * file.size, `${share} of it`);
    world.cut();
    world.connect();
  }
  await assertHas(lee, [file]);
  await reach(outgoing, "done");
  assert(lee.dataBytes < 1.5 * file.size, `${lee.dataBytes} came`);
});

for (const who of ["kim", "lee"] as const) {
  Deno.test(`It goes on at the last good block after ${who}'s page was loaded again, and nobody is asked anew`, async () => {
    using world = new FileWorld();
    const file = createFile("a.bin", 4 * BLOCK_BYTES + 5);
    const before = world.kim.offer(file);
    const first = await world.accept(world.lee);
    await until(() => first.doneBytes > 2.5 * BLOCK_BYTES, "Two blocks and a half have come");
    const [kept] = [first.hashes];
    world.reload(who);
    assertEquals(first.stage, "interrupted");
    world.lee.dataBytes = 0;
    // Whose page is gone picks the file again; an end whose page is the same has it still.
    const outgoing = who === "kim" ? world.kim.offer(createFile("a.bin", file.size)) : before;
    await assertHas(world.lee, [file]);
    await reach(outgoing, "done");
    assert(kept.has(1), "Two blocks were whole");
    assert(world.lee.dataBytes <= file.size - 2 * BLOCK_BYTES + 1_000, `${world.lee.dataBytes} came once more`);
    assertEquals(world.lee.incoming.map(({ stage }) => stage), ["done"]);
  });
}

Deno.test("A file that has changed under the same name is sent where it differs", async () => {
  using world = new FileWorld();
  world.kim.offer(createFile("a.bin", 3 * BLOCK_BYTES));
  const first = await world.accept(world.lee);
  await until(() => first.hashes.has(0), "A block has come");
  world.reload("kim");
  const other = createFile("a.bin", 3 * BLOCK_BYTES, 7);
  world.kim.offer(other);
  await assertHas(world.lee, [other]);
});

/** Spoils a byte in each of the next so many pieces of data that are as large as they get. */
function spoil(end: FileEnd, count: number): void {
  let left = count;
  end.onFrame = (frame) => {
    const parsed = parseFrame(frame.buffer);
    if (left === 0 || parsed?.type !== "data" || parsed.bytes.length < 500) return frame;
    left--;
    const spoilt = frame.slice();
    const last = spoilt.length - 1;
    spoilt[last] = (spoilt[last] ?? 0) ^ 1;
    return spoilt;
  };
}

Deno.test("A block that comes wrong is asked for again, and no other", async () => {
  using world = new FileWorld();
  const file = createFile("a.bin", 3 * BLOCK_BYTES);
  const outgoing = world.kim.offer(file);
  await world.offered(world.lee);
  spoil(world.lee, 1);
  world.lee.dataBytes = 0;
  const incoming = await world.accept(world.lee);
  await assertHas(world.lee, [file]);
  await reach(outgoing, "done");
  assertEquals(incoming.rounds, 2);
  assert(world.lee.dataBytes < 4 * BLOCK_BYTES + 2_000, `${world.lee.dataBytes} came`);
});

Deno.test("What always comes wrong is given up at both ends, and nothing of it is kept", async () => {
  using world = new FileWorld();
  const outgoing = world.kim.offer(createFile("a.bin", 20_000));
  await world.offered(world.lee);
  spoil(world.lee, Infinity);
  const incoming = await world.accept(world.lee);
  await reach(incoming, "failed");
  await reach(outgoing, "cancelled");
  assertEquals([incoming.problem, incoming.rounds], ["corrupt", ROUNDS_MAX]);
  assertEquals(await world.lee.storage.find(incoming.key), null);
});

Deno.test("Either end pauses and goes on, gives it up, or declines, and the other learns of it", async () => {
  using world = new FileWorld();
  const { kim, lee } = world;
  const file = createFile("a.bin", 4 * BLOCK_BYTES);
  const outgoing = kim.offer(file);
  const incoming = await world.accept(lee);
  await until(() => incoming.doneBytes > 0, "It has begun");
  for (const paused of [incoming, outgoing]) {
    paused.pause();
    assertEquals(paused.view(0).stage, "paused");
    const at = incoming.doneBytes;
    for (let turn = 0; turn < 5; turn++) await new Promise((resolve) => setTimeout(resolve));
    assert(incoming.doneBytes <= at + BLOCK_BYTES, "No more than what was on its way");
    paused.resume();
  }
  await reach(outgoing, "done");

  const second = kim.offer(createFile("b.bin", 4 * BLOCK_BYTES));
  const taken = await world.accept(lee);
  await until(() => taken.hashes.has(0), "A block has come");
  lee.receiving.cancel(taken);
  await reach(second, "cancelled");
  assertEquals(await lee.storage.find(taken.key), null, "Nothing of it is kept");

  const third = kim.offer(createFile("c.bin", 4 * BLOCK_BYTES));
  const other = await world.accept(lee);
  await until(() => other.hashes.has(0), "A block has come");
  kim.sending.cancel(third);
  await reach(other, "cancelled");

  const fourth = kim.offer(createFile("d.bin", 1));
  lee.receiving.cancel(await world.offered(lee));
  await reach(fourth, "declined");
  assertEquals(lee.incoming.map(({ stage }) => stage), ["done", "cancelled", "cancelled"], "No word of the declined");
});

Deno.test("A file that is taken away while it is sent ends that, with the reason", async () => {
  using world = new FileWorld();
  const gone = createFile("a.bin", 2 * BLOCK_BYTES);
  gone.slice = () => {
    throw new DOMException("It is gone", "NotReadableError");
  };
  const outgoing = world.kim.offer(gone);
  const incoming = await world.accept(world.lee);
  await reach(outgoing, "failed");
  await reach(incoming, "cancelled");
  assertEquals(outgoing.problem, "unreadable");
});

Deno.test("What there is no room for is not accepted, and says why", async () => {
  using world = new FileWorld();
  world.lee.storage.room = () => Promise.resolve(9);
  world.kim.offer(createFile("a.bin", 10));
  const incoming = await world.accept(world.lee);
  assertEquals([incoming.stage, incoming.problem], ["offered", "memory"]);
  assertEquals(await world.lee.storage.find(incoming.key), null);
});

Deno.test("What was accepted before takes its room, though little of it has come", async () => {
  using world = new FileWorld();
  world.lee.storage.room = () => Promise.resolve(10);
  world.kim.offer(createFile("a.bin", 6));
  const first = await world.offered(world.lee);
  first.pause();
  await world.lee.receiving.accept(first);
  world.kim.offer(createFile("b.bin", 5));
  const second = await world.accept(world.lee);
  assertEquals([second.stage, second.problem], ["offered", "memory"]);
  world.lee.receiving.cancel(first);
  await world.lee.receiving.accept(second);
  await reach(second, "done");
});

Deno.test("Only so many offers wait for a person; what is beyond that is declined", async () => {
  using world = new FileWorld();
  const all = Array.from({ length: OFFERED_MAX + 2 }, (_, index) => world.kim.offer(createFile(`${index}`, 5)));
  await until(() => all.filter(({ stage }) => stage === "declined").length === 2, "Two are declined");
  assertEquals(world.lee.incoming.length, OFFERED_MAX);
});

/** Waits until all has come once more, and is there once. */
async function reachWhole(end: FileEnd, times: number): Promise<void> {
  await until(() => end.whole.length === times, `It has come ${times} times`);
  assertEquals(end.incoming.map(({ stage, isSaved }) => [stage, isSaved]), [["done", false]]);
}

Deno.test("What the receiver has and has not saved is not done at the sender, and comes again to a page that lost it", async () => {
  using world = new FileWorld();
  const file = createFile("a.bin", BLOCK_BYTES + 5);
  world.lee.savesAtOnce = false;
  const outgoing = world.kim.offer(file);
  await world.accept(world.lee);
  await reachWhole(world.lee, 1);
  assertEquals([outgoing.stage, outgoing.doneBytes], ["moving", file.size]);

  world.reload("lee");
  world.lee.savesAtOnce = false;
  assertEquals(outgoing.stage, "offered");
  await reachWhole(world.lee, 1);

  world.lee.renew();
  world.kim.renew();
  world.connect();
  await reachWhole(world.lee, 2);
  assertEquals(outgoing.stage, "moving");
  const [last] = world.lee.incoming;
  assert(last !== undefined);
  world.lee.save(last);
  await reach(outgoing, "done");
});
