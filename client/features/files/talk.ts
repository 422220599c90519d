/**
 * How two ends speak of transfers: each word is a stream of its own, whose label says what it is and of which transfer
 * (PROTOCOL.md, "Files"). So words outlive connections, and no server hears them. One word is said at a time.
 */

import type { FeatureLine } from "../../feature/feature.ts";
import type { Bytes } from "../../streams/byte_queue.ts";
import type { ByteReader } from "../../streams/stream_reader.ts";
import type { StreamErrorCode } from "../../streams/stream_error.ts";
import type { ByteWriter } from "../../streams/stream_writer.ts";
import { PIECE_BYTES } from "./blocks/send_blocks.ts";
import type { TransferId } from "./files_key.ts";

const WORDS = ["offer", "want", "data", "done", "no"] as const;
export type Word = typeof WORDS[number];

const LABEL = /^files\/([a-z]+)\/([\w-]{22})$/;
const ID_BYTES = 16;

export function createTransferId(): TransferId {
  const bytes = crypto.getRandomValues(new Uint8Array(ID_BYTES));
  return btoa(String.fromCharCode(...bytes)).replaceAll("+", "-").replaceAll("/", "_").slice(0, 22) as TransferId;
}

/** Why a stream failed; null where that was not the stream. Not by `instanceof`, which would load the code of streams. */
export function codeOf(error: unknown): StreamErrorCode | null {
  const { name, code } = error as { name?: unknown; code?: unknown };
  return name === "StreamError" || code === "unavailable" ? code as StreamErrorCode : null;
}

/** Reads what a stream is; null for what this page does not know. */
export function readLabel(label: string): { readonly word: Word; readonly id: TransferId } | null {
  const [, name, id] = LABEL.exec(label) ?? [];
  const word = WORDS.find((each) => each === name);
  return word === undefined || id === undefined ? null : { word, id: id as TransferId };
}

/** Reads a word's content; null if it is longer than it may be. */
export async function readWord(reader: ByteReader, bytesMax: number): Promise<Bytes | null> {
  const parts: Bytes[] = [];
  let length = 0;
  for (let part = await reader.read(); part !== null; part = await reader.read()) {
    length += part.length;
    if (length > bytesMax) {
      reader.cancel();
      return null;
    }
    parts.push(part);
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}

export class Talk {
  readonly #line: Pick<FeatureLine, "openStream">;
  #last: Promise<void> = Promise.resolve();

  constructor(line: Pick<FeatureLine, "openStream">) {
    this.#line = line;
  }

  open(word: Word, id: TransferId): Promise<ByteWriter> {
    return this.#line.openStream(`${word}/${id}`);
  }

  /** @throws {StreamError} why the other end has not heard it */
  say(word: Word, id: TransferId, content: Bytes = new Uint8Array()): Promise<void> {
    const said = this.#last.then(() => this.#say(word, id, content));
    this.#last = said.catch(() => {}); // Whoever says it has it as well.
    return said;
  }

  async #say(word: Word, id: TransferId, content: Bytes): Promise<void> {
    const writer = await this.open(word, id);
    for (let at = 0; at < content.length; at += PIECE_BYTES) await writer.write(content.subarray(at, at + PIECE_BYTES));
    await writer.close();
  }
}
