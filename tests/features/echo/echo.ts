/**
 * A feature that only a test has: what one end says, or sends as a stream, the other's says and sends back. It is put
 * into a copy of the project as any feature would be, by its folder and one line of the registry. The test reaches it in
 * the page by `globalThis.echo`.
 */

import type { Feature, FeatureCall, FeatureLine } from "../../../client/feature/feature.ts";
import type { ByteReader } from "../../../client/streams/stream_reader.ts";

type EchoView = { readonly heard: readonly string[]; readonly streamedBytes: number; readonly isClosed: boolean };

class Echo implements Feature<EchoView> {
  readonly #line: FeatureLine;
  readonly #call: FeatureCall;
  view: EchoView = { heard: [], streamedBytes: 0, isClosed: false };

  constructor(line: FeatureLine, call: FeatureCall) {
    [this.#line, this.#call] = [line, call];
    line.offerStreams((reader) => void this.#take(reader));
  }

  say(text: string): boolean {
    return this.#line.send({ text });
  }

  /** Sends so many bytes, and resolves when the other end's feature has them all. */
  async stream(byteCount: number): Promise<void> {
    const writer = await this.#line.openStream("there");
    const piece = new Uint8Array(16_384).fill(7);
    for (let left = byteCount; left > 0; left -= piece.length) await writer.write(piece.subarray(0, left));
    await writer.close();
  }

  receive(body: unknown): void {
    const { text, echo } = Object(body) as { text?: unknown; echo?: unknown };
    if (typeof text === "string") this.#line.send({ echo: text });
    if (typeof echo !== "string") return;
    this.view = { ...this.view, heard: [...this.view.heard, echo] };
    this.#call.changed();
  }

  close(): void {
    this.view = { ...this.view, isClosed: true };
  }

  async #take(reader: ByteReader): Promise<void> {
    const isThere = reader.label.endsWith("/there");
    const writer = isThere ? await this.#line.openStream("back") : null;
    for (let bytes = await reader.read(); bytes !== null; bytes = await reader.read()) {
      if (writer !== null) await writer.write(bytes);
      else this.view = { ...this.view, streamedBytes: this.view.streamedBytes + bytes.length };
    }
    await writer?.close();
  }
}

export function open(line: FeatureLine, call: FeatureCall): Feature {
  const echo = new Echo(line, call);
  Object.assign(globalThis, { echo });
  return echo;
}
