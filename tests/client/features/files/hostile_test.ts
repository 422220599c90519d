/** A sender and a receiver that mean harm: what they say costs no more than its bounds, and nothing unasked is kept. */

import { assert, assertEquals } from "@std/assert";
import { digest } from "../../../../client/features/files/blocks/block_hashes.ts";
import { BLOCK_BYTES } from "../../../../client/features/files/blocks/blocks.ts";
import { encodeOffer, OFFER_BYTES_MAX } from "../../../../client/features/files/blocks/offer.ts";
import { WHOLE } from "../../../../client/features/files/blocks/send_blocks.ts";
import { STREAMS } from "../../../../client/features/files/hearing.ts";
import { createTransferId, type Word } from "../../../../client/features/files/talk.ts";
import type { TransferId } from "../../../../client/features/files/files_key.ts";
import { ROUNDS_MAX } from "../../../../client/features/files/transfer.ts";
import type { Bytes } from "../../../../client/streams/byte_queue.ts";
import { createFile, FileWorld } from "../../../doubles/file_world.ts";
import { outcomeOf } from "../../../doubles/stream_world.ts";
import { until } from "../../../doubles/until.ts";

/** Says a word as no honest end would. */
async function say({ kim }: FileWorld, word: Word, id: TransferId, content: Bytes = new Uint8Array()): Promise<void> {
  const writer = kim.streams.open(`files/${word}/${id}`);
  for (let at = 0; at < content.length; at += 65_536) await writer.write(content.subarray(at, at + 65_536));
  await writer.close();
}

function encodeBlock(block: number, hash: Uint8Array, bytes = new Uint8Array()): Bytes {
  const all = new Uint8Array(36 + bytes.length);
  new DataView(all.buffer).setUint32(0, block);
  all.set(hash, 4);
  all.set(bytes, 36);
  return all;
}

function join(...parts: Uint8Array[]): Bytes {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  parts.reduce((at, part) => (all.set(part, at), at + part.length), 0);
  return all;
}

/** Offers two blocks, and has them accepted. */
async function offerTwo(world: FileWorld, size = BLOCK_BYTES + 10) {
  const id = createTransferId();
  const offer = encodeOffer([{ path: "a", size, lastModified: 1 }]);
  assert(offer !== null);
  await say(world, "offer", id, offer);
  return { id, incoming: await world.accept(world.lee) };
}

const BYTES = new Uint8Array(10);
const HASH = await digest(BYTES);
const DATA: Readonly<Record<string, Bytes>> = {
  "a block that there is not": encodeBlock(2, HASH, BYTES),
  "the same block twice": join(encodeBlock(1, HASH, BYTES), encodeBlock(1, HASH, BYTES)),
  "nothing": new Uint8Array(),
  "half a block": encodeBlock(0, HASH, new Uint8Array(1_000)),
  "more behind the end": join(encodeBlock(WHOLE, HASH), BYTES),
};

for (const [what, data] of Object.entries(DATA)) {
  Deno.test(`A sender that sends ${what} is given up, and nothing of it is kept`, async () => {
    using world = new FileWorld();
    const { id, incoming } = await offerTwo(world);
    await outcomeOf(say(world, "data", id, data));
    await until(() => incoming.stage === "failed", "It is given up");
    assertEquals([incoming.problem, await world.lee.storage.find(incoming.key)], ["corrupt", null]);
  });
}

Deno.test("Bytes that nobody has accepted are not read", async () => {
  using world = new FileWorld();
  const id = createTransferId();
  assertEquals(await outcomeOf(say(world, "data", id, encodeBlock(0, HASH, BYTES))), "cancelled");
  await say(world, "offer", id, encodeOffer([{ path: "a", size: 10, lastModified: 1 }]) ?? new Uint8Array());
  await world.offered(world.lee);
  assertEquals(await outcomeOf(say(world, "data", id, encodeBlock(0, HASH, BYTES))), "cancelled");
  assertEquals(world.lee.incoming.map(({ stage, doneBytes }) => [stage, doneBytes]), [["offered", 0]]);
});

Deno.test("An offer that is too long is not read to its end, and one that is none is no offer", async () => {
  using world = new FileWorld();
  const { dataBytes } = world.lee;
  assertEquals(
    await outcomeOf(say(world, "offer", createTransferId(), new Uint8Array(4 * OFFER_BYTES_MAX))),
    "cancelled",
  );
  assert(world.lee.dataBytes - dataBytes < 4 * OFFER_BYTES_MAX, "Its reader has stopped it");
  await say(world, "offer", createTransferId(), new TextEncoder().encode(`{"files":[{"path":"a"}]}`));
  assertEquals(world.lee.incoming, []);
});

Deno.test("So many words are heard at once, and no more", async () => {
  using world = new FileWorld();
  let heard = 0;
  for (let count = 0; count < STREAMS.capacity + 20; count++) {
    if (await outcomeOf(say(world, "no", createTransferId())) === undefined) heard++;
  }
  assert(heard >= STREAMS.capacity && heard < STREAMS.capacity + 20, `${heard} were heard`);
});

Deno.test("A receiver that asks again and again is answered only so often, and never what was not offered", async () => {
  using world = new FileWorld();
  const outgoing = world.lee.offer(createFile("a.bin", 100));
  assertEquals(await outcomeOf(say(world, "want", createTransferId())), "cancelled", "There is no such transfer");
  for (let count = 0; count < ROUNDS_MAX; count++) await outcomeOf(say(world, "want", outgoing.id));
  assertEquals(await outcomeOf(say(world, "want", outgoing.id)), "cancelled");
  assertEquals(outgoing.rounds, ROUNDS_MAX);
});

Deno.test("A receiver that says that it has what it cannot have gets nothing for it", async () => {
  using world = new FileWorld();
  const outgoing = world.lee.offer(createFile("a.bin", 100));
  for (const haves of [encodeBlock(1, HASH), encodeBlock(0, HASH).subarray(1), new Uint8Array(72)]) {
    await outcomeOf(say(world, "want", outgoing.id, haves));
  }
  assertEquals([outgoing.stage, outgoing.doneBytes], ["offered", 0]);
});
