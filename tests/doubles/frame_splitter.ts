/**
 * Splits one direction of an HTTP/1.1 connection into pieces that can be held back one by one: the head, and then, if
 * the connection is a WebSocket, frame by frame (RFC 6455 §5.2). Whatever is not a WebSocket goes through as it comes.
 */

export type Piece = {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** What an unfragmented text frame says; null for all else. */
  readonly text: string | null;
};

const HEAD_END = "\r\n\r\n";
const UPGRADE = /^(GET \/socket |HTTP\/1\.1 101 )/;
const FINAL_TEXT = 0x81;

export class FrameSplitter {
  #rest: Uint8Array<ArrayBuffer> = new Uint8Array();
  #state: "head" | "frames" | "raw" = "head";

  /** Takes what has arrived and returns the pieces that are whole by now. */
  push(chunk: Uint8Array): Piece[] {
    const bytes = new Uint8Array(this.#rest.length + chunk.length);
    bytes.set(this.#rest);
    bytes.set(chunk, this.#rest.length);
    this.#rest = bytes;
    const pieces: Piece[] = [];
    for (let piece = this.#take(); piece !== null; piece = this.#take()) pieces.push(piece);
    return pieces;
  }

  #take(): Piece | null {
    if (this.#rest.length === 0) return null;
    if (this.#state === "raw") return { bytes: this.#cut(this.#rest.length), text: null };
    return this.#state === "head" ? this.#takeHead() : this.#takeFrame();
  }

  #takeHead(): Piece | null {
    const head = new TextDecoder("latin1").decode(this.#rest);
    const end = head.indexOf(HEAD_END);
    if (end < 0) return null;
    this.#state = UPGRADE.test(head) ? "frames" : "raw";
    return { bytes: this.#cut(end + HEAD_END.length), text: null };
  }

  #takeFrame(): Piece | null {
    const view = new DataView(this.#rest.buffer, this.#rest.byteOffset, this.#rest.length);
    if (view.byteLength < 2) return null;
    const isMasked = (view.getUint8(1) & 0x80) !== 0;
    const shortLength = view.getUint8(1) & 0x7f;
    const lengthBytes = shortLength === 127 ? 8 : shortLength === 126 ? 2 : 0;
    const start = 2 + lengthBytes + (isMasked ? 4 : 0);
    if (view.byteLength < start) return null;
    const longLength = lengthBytes === 8 ? Number(view.getBigUint64(2)) : lengthBytes === 2 ? view.getUint16(2) : 0;
    const end = start + (lengthBytes === 0 ? shortLength : longLength);
    if (view.byteLength < end) return null;
    const isText = view.getUint8(0) === FINAL_TEXT;
    const bytes = this.#cut(end);
    if (!isText) return { bytes, text: null };
    const payload = bytes.slice(start);
    if (isMasked) payload.forEach((byte, index) => payload[index] = byte ^ (bytes[start - 4 + index % 4] ?? 0));
    return { bytes, text: new TextDecoder().decode(payload) };
  }

  #cut(length: number): Uint8Array<ArrayBuffer> {
    const piece = this.#rest.slice(0, length);
    this.#rest = this.#rest.slice(length);
    return piece;
  }
}
