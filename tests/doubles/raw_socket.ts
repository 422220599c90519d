/**
 * A connection that sends any bytes at all, in place of a browser's well-behaved ones, and says in a few words what
 * came back: `http 403`, `error bad-message`, `relayed`, `close 1002`, or `end` when the other side just hung up.
 */

import { CLOSE } from "../../signaling/protocol.ts";
import type { TestIdentity } from "./test_identity.ts";

const PATIENCE_MS = 8_000;
const encoder = new TextEncoder();

export const OPCODE = { continuation: 0, text: 1, binary: 2, close: 8, ping: 9, pong: 10 } as const;

type FrameOptions = { opcode?: number; isFinal?: boolean; rsv?: number; isMasked?: boolean; claimedLength?: bigint };

/** Encodes one frame (RFC 6455 §5.2), right or wrong; the mask is zero, which is as good as any. */
export function encodeFrame(
  payload: string | Uint8Array,
  { opcode = OPCODE.text, isFinal = true, rsv = 0, isMasked = true, claimedLength }: FrameOptions = {},
): Uint8Array<ArrayBuffer> {
  const body = typeof payload === "string" ? encoder.encode(payload) : payload;
  const length = claimedLength ?? BigInt(body.length);
  const bits = length < 126n ? 0 : length < 65_536n ? 2 : 8;
  const head = new Uint8Array(2 + bits + (isMasked ? 4 : 0));
  const view = new DataView(head.buffer);
  head[0] = (isFinal ? 0x80 : 0) | rsv << 4 | opcode;
  head[1] = (isMasked ? 0x80 : 0) | (bits === 0 ? Number(length) : bits === 2 ? 126 : 127);
  if (bits === 2) view.setUint16(2, Number(length));
  if (bits === 8) view.setBigUint64(2, length);
  const bytes = new Uint8Array(head.length + body.length);
  bytes.set(head);
  bytes.set(body, head.length);
  return bytes;
}

/** A complete handshake; `headers` come last, `replaced` in place of the usual ones of that name. */
export function encodeHandshake(headers: Record<string, string> = {}, requestLine = "GET /socket HTTP/1.1"): string {
  const all: Record<string, string> = {
    "Host": "call.example",
    "Upgrade": "websocket",
    "Connection": "Upgrade",
    "Sec-WebSocket-Version": "13",
    "Sec-WebSocket-Key": "dGhlIHNhbXBsZSBub25jZQ==",
    ...headers,
  };
  const lines = Object.entries(all).filter(([, value]) => value !== "").map(([name, value]) => `${name}: ${value}`);
  return [requestLine, ...lines, "", ""].join("\r\n");
}

export class RawSocket implements Disposable {
  readonly #connection: Deno.TcpConn;
  #received = new Uint8Array(0);
  #hasEnded = false;
  #isDisposed = false;

  private constructor(connection: Deno.TcpConn) {
    this.#connection = connection;
  }

  static async connect(port: number, hostname = "127.0.0.1"): Promise<RawSocket> {
    const connection = await Deno.connect({ hostname, port });
    connection.setNoDelay(true);
    return new RawSocket(connection);
  }

  /** Opens a WebSocket as if from `address`, which takes a server that trusts loopback as a proxy. */
  static async open(
    port: number,
    address: string,
    headers: Record<string, string> = {},
    hostname = "127.0.0.1",
  ): Promise<RawSocket> {
    const socket = await RawSocket.connect(port, hostname);
    await socket.write(encodeHandshake({ ...headers, "X-Forwarded-For": address }));
    const status = await socket.readStatus();
    if (status === "http 101") return socket;
    socket[Symbol.dispose]();
    throw new Error(`Cannot open a WebSocket: ${status}`);
  }

  /** Registers without a key, or with a proof that was made for `host`, and returns the ID. */
  async register(identity?: TestIdentity, host = ""): Promise<string> {
    if (identity === undefined) await this.writeFrame('{"type":"register"}');
    for (;;) {
      const frame = await this.#readFrame();
      if (frame?.opcode !== OPCODE.text) throw new Error("Cannot register: no answer");
      const message = JSON.parse(new TextDecoder().decode(frame.payload));
      if (message.type === "registered") return message.id;
      if (message.type !== "challenge") throw new Error(`Cannot register: ${message.code}`);
      if (identity === undefined) continue;
      const proof = await identity.prove(message.nonce, host);
      await this.writeFrame(JSON.stringify({ type: "register", ...proof }));
    }
  }

  /** Writes as far as the other side lets it. */
  async write(data: string | Uint8Array): Promise<void> {
    const bytes = typeof data === "string" ? Uint8Array.from(data, (char) => char.charCodeAt(0)) : data;
    try {
      for (let offset = 0; offset < bytes.length;) offset += await this.#connection.write(bytes.subarray(offset));
    } catch (error) {
      if (!isHangUp(error)) throw error; // What it had to say about that is still to be read.
    }
  }

  writeFrame(payload: string | Uint8Array, options?: FrameOptions): Promise<void> {
    return this.write(encodeFrame(payload, options));
  }

  /** Reads an answer's status; its headers and body are dropped, but not what follows a 101. */
  async readStatus(): Promise<string> {
    const isWhole = () => this.#indexOfBody() >= 0;
    if (!await this.#fill(isWhole)) return "end";
    const head = new TextDecoder("latin1").decode(this.#received.subarray(0, this.#indexOfBody()));
    this.#received = this.#received.slice(this.#indexOfBody());
    return `http ${/^HTTP\/1\.[01] (\d{3}) /.exec(head)?.[1]}`;
  }

  /** Reads to the end, and returns the statuses of all answers. */
  async readStatuses(): Promise<string[]> {
    await this.#fill(() => false);
    const text = new TextDecoder("latin1").decode(this.#received);
    return [...text.matchAll(/HTTP\/1\.[01] (\d{3}) /g)].map(([, status]) => `http ${status}`);
  }

  /** Reads frames up to one that says something about what was sent; pings and the greeting do not. */
  async readOutcome(): Promise<string> {
    for (;;) {
      const frame = await this.#readFrame();
      if (frame === null) return "end";
      if (frame.opcode === OPCODE.close) {
        return `close ${frame.payload.length < 2 ? 1005 : (frame.payload[0] ?? 0) << 8 | (frame.payload[1] ?? 0)}`;
      }
      if (frame.opcode === OPCODE.pong) return "pong frame";
      const message = JSON.parse(new TextDecoder().decode(frame.payload));
      if (["challenge", "registered", "ping"].includes(message.type)) continue;
      if (message.type !== "error") {
        return ["pong", "ice-servers", "reconnect"].includes(message.type) ? message.type : "relayed";
      }
      if (message.code in CLOSES) continue; // The close that follows says it again, and that it is meant.
      return `error ${message.code}`;
    }
  }

  /** Reads on, past whatever comes before, to how the socket is closed. */
  async readEnd(): Promise<string> {
    let outcome = "";
    while (outcome !== "end" && !outcome.startsWith("close")) outcome = await this.readOutcome();
    return outcome;
  }

  [Symbol.dispose](): void {
    if (!this.#isDisposed) this.#connection.close();
    this.#isDisposed = true;
  }

  #indexOfBody(): number {
    const index = new TextDecoder("latin1").decode(this.#received).indexOf("\r\n\r\n");
    return index < 0 ? -1 : index + 4;
  }

  /** Reads until `isEnough`, and tells whether it came to that before the end. */
  async #fill(isEnough: () => boolean): Promise<boolean> {
    const buffer = new Uint8Array(65_536);
    let timer: ReturnType<typeof setTimeout> | undefined;
    const isLate = new Promise<"late">((resolve) => timer = setTimeout(() => resolve("late"), PATIENCE_MS));
    try {
      while (!isEnough()) {
        if (this.#hasEnded) return false;
        const count = await Promise.race([this.#connection.read(buffer), isLate]);
        if (count === "late") {
          this[Symbol.dispose]();
          throw new Error(`Nothing came in ${PATIENCE_MS} ms`);
        }
        if (count === null) this.#hasEnded = true;
        else this.#append(buffer.subarray(0, count));
      }
      return true;
    } catch (error) {
      if (!isHangUp(error)) throw error;
      this.#hasEnded = true;
      return false;
    } finally {
      clearTimeout(timer);
    }
  }

  #append(bytes: Uint8Array): void {
    const all = new Uint8Array(this.#received.length + bytes.length);
    all.set(this.#received);
    all.set(bytes, this.#received.length);
    this.#received = all;
  }

  async #readFrame(): Promise<{ opcode: number; payload: Uint8Array } | null> {
    const sizes = () => {
      const short = (this.#received[1] ?? 0) & 0x7f;
      const view = new DataView(this.#received.buffer);
      if (short < 126) return { head: 2, body: short };
      if (this.#received.length < 10) return { head: 10, body: 0 };
      return short === 126 ? { head: 4, body: view.getUint16(2) } : { head: 10, body: Number(view.getBigUint64(2)) };
    };
    const isWhole = () => this.#received.length >= 2 && this.#received.length >= sizes().head + sizes().body;
    if (!await this.#fill(isWhole)) return null;
    const { head, body } = sizes();
    const frame = { opcode: (this.#received[0] ?? 0) & 0xf, payload: this.#received.slice(head, head + body) };
    this.#received = this.#received.slice(head + body);
    return frame;
  }
}

/** Codes of errors that close the socket. */
const CLOSES: Readonly<Record<string, number>> = {
  "not-text": CLOSE.unsupportedData,
  "too-large": CLOSE.tooLarge,
  "bad-signature": CLOSE.registerRefused,
  "register-timeout": CLOSE.registerTimeout,
  "replaced": CLOSE.replaced,
  "rate-limited": CLOSE.rateLimited,
};

function isHangUp(error: unknown): boolean {
  const { ConnectionReset, BrokenPipe, ConnectionAborted, UnexpectedEof } = Deno.errors;
  return [ConnectionReset, BrokenPipe, ConnectionAborted, UnexpectedEof].some((kind) => error instanceof kind);
}
