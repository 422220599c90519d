/**
 * What sending files is measured by: files that are too large for memory, what a bare data channel between the same two
 * pages carries, and what a page holds meanwhile.
 */

import { createHash } from "node:crypto";
import type { CDPSession } from "playwright-core";
import type { ChromiumPerson } from "./chromium_person.ts";

const PART_BYTES = 2 ** 20;
/** How often memory is looked at: each time, all that is garbage is collected first, which costs the page much. */
const LOOK_INTERVAL_MS = 3_000;

/** Writes a file of random bytes, and returns their hash. */
export async function writeRandomFile(path: string, length: number): Promise<string> {
  const hash = createHash("sha256");
  using file = await Deno.create(path);
  const writer = file.writable.getWriter();
  for (let at = 0; at < length; at += PART_BYTES) {
    const part = new Uint8Array(Math.min(PART_BYTES, length - at));
    for (let from = 0; from < part.length; from += 65_536) crypto.getRandomValues(part.subarray(from, from + 65_536));
    hash.update(part);
    await writer.write(part);
  }
  await writer.close();
  return hash.digest("hex");
}

export async function hashOfFile(path: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const part of (await Deno.open(path)).readable) hash.update(part);
  return hash.digest("hex");
}

/** Bytes a second over a data channel of its own between the pages of two people, in messages as large as ours. */
export async function measureBareRate(one: ChromiumPerson, other: ChromiumPerson, length: number): Promise<number> {
  const open = async ({ page }: ChromiumPerson, sdp: string | null, type: RTCSdpType) =>
    await page.evaluate(async ([sdp, type]) => {
      const connection = new RTCPeerConnection();
      const channel = connection.createDataChannel("bare", { negotiated: true, id: 0 });
      channel.binaryType = "arraybuffer";
      Object.assign(globalThis, { bare: { connection, channel, received: 0 } });
      if (sdp !== null) await connection.setRemoteDescription({ type: type as RTCSdpType, sdp });
      await connection.setLocalDescription();
      while (connection.iceGatheringState !== "complete") {
        await new Promise((resolve) => connection.addEventListener("icegatheringstatechange", resolve, { once: true }));
      }
      return connection.localDescription?.sdp ?? "";
    }, [sdp, type] as const);
  const offer = await open(one, null, "offer");
  const answer = await open(other, offer, "offer");
  const whole = other.page.evaluate((length) =>
    new Promise<number>((resolve) => {
      const { channel } = (globalThis as never as { bare: { channel: RTCDataChannel } }).bare;
      let [received, startMs] = [0, 0];
      channel.onmessage = ({ data }) => {
        startMs ||= performance.now();
        received += data.byteLength;
        if (received >= length) resolve(received * 1_000 / (performance.now() - startMs));
      };
    }), length);
  await one.page.evaluate(async ([answer, length]) => {
    type Bare = { connection: RTCPeerConnection; channel: RTCDataChannel };
    const { connection, channel } = (globalThis as never as { bare: Bare }).bare;
    await connection.setRemoteDescription({ type: "answer", sdp: answer });
    if (channel.readyState !== "open") await new Promise((resolve) => channel.onopen = resolve);
    channel.bufferedAmountLowThreshold = 262_144;
    const message = new Uint8Array(16_384);
    for (let sent = 0; sent < length; sent += message.length) {
      if (channel.bufferedAmount > 1_048_576) await new Promise((resolve) => channel.onbufferedamountlow = resolve);
      channel.send(message);
    }
  }, [answer, length] as const);
  const rate = await whole;
  for (const { page } of [one, other]) {
    await page.evaluate(() =>
      (globalThis as never as { bare: { connection: RTCPeerConnection } }).bare.connection.close()
    );
  }
  return rate;
}

/**
 * Looks now and then at what a page holds, its buffers included. What fails meanwhile is thrown to who asks for the
 * growth, and to nobody else: a page that was closed must not hide why.
 */
export class MemoryWatch implements AsyncDisposable {
  readonly #session: CDPSession;
  readonly #first: number;
  readonly #over = Promise.withResolvers<void>();
  readonly #watched: Promise<PromiseSettledResult<number>[]>;

  private constructor(session: CDPSession, first: number) {
    this.#session = session;
    this.#first = first;
    this.#watched = Promise.allSettled([this.#watch()]);
  }

  static async start({ page }: ChromiumPerson): Promise<MemoryWatch> {
    const session = await page.context().newCDPSession(page);
    return new MemoryWatch(session, await readMemory(session));
  }

  /** Ends watching, and returns by how many bytes the page had grown at most. */
  async readGrowth(): Promise<number> {
    this.#over.resolve();
    const [watched] = await this.#watched;
    if (watched?.status !== "fulfilled") throw watched?.reason;
    return watched.value - this.#first;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#over.resolve();
    await this.#watched;
    await this.#session.detach().catch(() => {}); // The page may be closed.
  }

  async #watch(): Promise<number> {
    let isOver = false;
    let most = this.#first;
    while (!isOver) {
      let timer;
      isOver = await Promise.race([
        this.#over.promise.then(() => true),
        new Promise<false>((resolve) => timer = setTimeout(resolve, LOOK_INTERVAL_MS, false)),
      ]);
      clearTimeout(timer);
      most = Math.max(most, await readMemory(this.#session));
    }
    return most;
  }
}

async function readMemory(session: CDPSession): Promise<number> {
  await session.send("HeapProfiler.collectGarbage");
  const usage: Record<string, number> = await session.send("Runtime.getHeapUsage") as never;
  return (usage.usedSize ?? 0) + (usage.embedderHeapUsedSize ?? 0) + (usage.backingStorageSize ?? 0);
}
