/** Names and offers that somebody else made: safe on any disk, never two alike, and nothing that is no offer is one. */

import { assert, assertEquals } from "@std/assert";
import fc from "fast-check";
import { BLOCK_BYTES, Blocks } from "../../../../client/features/files/blocks/blocks.ts";
import { BlockHashes, HASH_BYTES, HAVE_BYTES } from "../../../../client/features/files/blocks/block_hashes.ts";
import { FILES_MAX, parseOffer, TRANSFER_BYTES_MAX } from "../../../../client/features/files/blocks/offer.ts";
import { safeName, safePaths } from "../../../../client/features/files/blocks/safe_names.ts";
import { PIECE_BYTES } from "../../../../client/features/files/blocks/send_blocks.ts";
import { readLabel } from "../../../../client/features/files/talk.ts";
import { WRITE_MAX } from "../../../../client/streams/stream_writer.ts";

const NAMES: Readonly<Record<string, string>> = {
  "photo.jpg": "photo.jpg",
  "résumé 2026.pdf": "résumé 2026.pdf",
  "صورة.png": "صورة.png",
  "../../etc/passwd": "_.._etc_passwd",
  "..": "file",
  "": "file",
  ".bashrc": "bashrc",
  "cv\u202efdp.exe": "cvfdp.exe",
  "a\u2066b\u200fc\u200b.txt": "abc.txt",
  "line\r\nbreak\u0000.txt": "line break.txt",
  "CON": "_CON",
  "nul.txt": "_nul.txt",
  "com¹.log": "_com¹.log",
  "console.log": "console.log",
  'a<b>:"|?*\\.txt': "a_b_______.txt",
  "dots and spaces. . .": "dots and spaces",
};

Deno.test("safeName() makes a name safe, and leaves one alone that is", () => {
  for (const [name, safe] of Object.entries(NAMES)) {
    assertEquals(safeName(name), safe, JSON.stringify(name));
    assertEquals(safeName(safe), safe, "What is safe stays as it is");
  }
  assertEquals(safeName("a".repeat(300) + ".tar.gz"), "a".repeat(197) + ".gz", "The ending stays");
  assertEquals(safeName("😀".repeat(100)), "😀".repeat(50), "No sign is cut in half");
});

Deno.test("safePaths() keeps within its folder, whatever a path holds, and makes no two alike", () => {
  assertEquals(safePaths(["a/b.txt", "A/B.TXT", "../../x", "\\\\host\\share\\x", "/x", "./a//b.txt"]), [
    ...["a/b.txt", "A/B (2).TXT", "x", "host/share/x", "x (2)", "a/b (3).txt"],
  ]);
  assertEquals(safePaths(["a", "a", "a (2)", "a"]), ["a", "a (2)", "a (2) (2)", "a (3)"]);
  const startMs = performance.now();
  assertEquals(new Set(safePaths(Array(1_000).fill("a/b"))).size, 1_000);
  const alikeMs = performance.now() - startMs;
  const differMs = -performance.now() +
    (safePaths(Array.from({ length: 1_000 }, (_, at) => `${at}/b`)), performance.now());
  assert(alikeMs < 20 * differMs + 20, `A thousand alike took ${alikeMs} ms, and others ${differMs} ms`);
  const part = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.constantFrom("..", ".", "/", "\\", "CON", "\u202e", " ", "a"),
  );
  fc.assert(fc.property(fc.array(fc.array(part, { maxLength: 8 }), { maxLength: 12 }), (all) => {
    const paths = safePaths(all.map((parts) => parts.join("/")));
    assertEquals(new Set(paths.map((path) => path.toLowerCase())).size, all.length);
    for (const path of paths) {
      for (const name of path.split("/")) {
        assert(
          name !== "" && !/^\.|[\\:*?"<>|\p{Cc}\u202a-\u202e\u2066-\u2069]|[. ]$/u.test(name),
          JSON.stringify(path),
        );
        assert(new TextEncoder().encode(name).length <= 255, "It fits on a disk");
      }
    }
  }));
});

function encode(value: unknown): Uint8Array {
  return new TextEncoder().encode(typeof value === "string" ? value : JSON.stringify(value));
}

Deno.test("parseOffer() takes what is an offer, and nothing else", () => {
  const file = { path: "a", size: 1, lastModified: 2 };
  assertEquals(parseOffer(encode({ files: [file] })), [file]);
  const others: unknown[] = [
    ...["", "{", "null", "[]", '{"files":[]}', '{"files":{}}'],
    { files: Array(FILES_MAX + 1).fill(file) },
    { files: [{ ...file, size: -1 }] },
    { files: [{ ...file, size: 1.5 }] },
    { files: [{ ...file, size: TRANSFER_BYTES_MAX + 1 }] },
    { files: Array(65).fill({ ...file, size: 2 ** 30 }) },
    { files: [{ ...file, path: "a".repeat(1_001) }] },
    { files: [{ ...file, path: 7 }] },
    { files: [{ ...file, lastModified: "x" }] },
    { files: Array(FILES_MAX).fill({ ...file, path: "a".repeat(400) }) },
  ];
  for (const other of others) assertEquals(parseOffer(encode(other)), null, JSON.stringify(other).slice(0, 80));
  assertEquals(parseOffer(Uint8Array.of(0xff, 0xfe)), null);
});

Deno.test("BlockHashes.parse() takes blocks in order, each once, and of the transfer", () => {
  const have = (...blocks: number[]) => {
    const bytes = new Uint8Array(blocks.length * HAVE_BYTES);
    for (const [index, block] of blocks.entries()) new DataView(bytes.buffer).setUint32(index * HAVE_BYTES, block);
    return bytes;
  };
  assertEquals(BlockHashes.parse(have(0, 2), 3)?.has(2), true);
  for (const bytes of [have(3), have(1, 1), have(2, 0), have(0, 1, 2, 3), have(0).subarray(1)]) {
    assertEquals(BlockHashes.parse(bytes, 3), null);
  }
  fc.assert(fc.property(fc.uniqueArray(fc.nat(40)), (blocks) => {
    const hashes = new BlockHashes(41);
    for (const block of blocks) hashes.set(block, new Uint8Array(HASH_BYTES).fill(block + 1));
    const read = BlockHashes.parse(hashes.encode(), 41);
    for (let block = 0; block < 41; block++) {
      assertEquals([read?.has(block), read?.get(block)], [hashes.has(block), hashes.get(block)]);
    }
  }));
});

Deno.test("Blocks cover every byte of every file once", () => {
  const size = fc.oneof(fc.nat(3), fc.nat(5 * BLOCK_BYTES), fc.constantFrom(BLOCK_BYTES, 2 * BLOCK_BYTES));
  fc.assert(fc.property(fc.array(size, { maxLength: 8 }), (sizes) => {
    const blocks = new Blocks(sizes);
    const covered = sizes.map(() => 0);
    for (let block = 0; block < blocks.count; block++) {
      const place = blocks.locate(block);
      assert(place !== null && place.length > 0 && place.length <= BLOCK_BYTES);
      assertEquals(covered[place.file], place.from);
      covered[place.file] = place.from + place.length;
      assert(blocks.of(place.file).includes(block));
    }
    assertEquals(covered, sizes);
    for (const none of [-1, blocks.count, 0.5, NaN]) assertEquals(blocks.locate(none), null);
  }));
});

Deno.test("readLabel() knows the words of transfers alone; a piece is what a stream takes at once", () => {
  const id = "a".repeat(22);
  assertEquals(readLabel(`files/offer/${id}`), { word: "offer", id } as never);
  for (
    const label of [
      `files/other/${id}`,
      `files/offer/${id}a`,
      "files/offer",
      `chat/offer/${id}`,
      `files/offer/../${id}`,
    ]
  ) {
    assertEquals(readLabel(label), null, label);
  }
  assertEquals(PIECE_BYTES, WRITE_MAX);
});
