/**
 * Two clients that mind their own business while others attack: they send to each other through the relay, in turn, and
 * the time each message takes is kept.
 */

import { assert } from "@std/assert";
import { RawSocket } from "./raw_socket.ts";

export class Bystanders implements Disposable {
  readonly ids: readonly [string, string];
  #sender: RawSocket;
  #receiver: RawSocket;
  #isReply = false;

  private constructor(sender: RawSocket, receiver: RawSocket, ids: [string, string]) {
    this.#sender = sender;
    this.#receiver = receiver;
    this.ids = ids;
  }

  static async join(port: number, address = "198.51.100.200", hostname = "127.0.0.1"): Promise<Bystanders> {
    const open = () => RawSocket.open(port, address, {}, hostname);
    const [sender, receiver] = [await open(), await open()];
    const bystanders = new Bystanders(sender, receiver, [await sender.register(), await receiver.register()]);
    // Each calls the other, since somebody who was never called may not say as much.
    for (const _ of bystanders.ids) await bystanders.relayOnce("video-offer-request");
    return bystanders;
  }

  /** Relays one message and returns how long it took, in milliseconds. */
  async relayOnce(type = "ringing"): Promise<number> {
    const [id, clientId] = this.#isReply ? this.ids.toReversed() : this.ids;
    const text = JSON.stringify({ type, id, clientId, callId: "bystanders", tabId: "t", seq: 1 });
    const startedAtMs = performance.now();
    await this.#sender.writeFrame(text);
    assert(await this.#receiver.readOutcome() === "relayed", "the bystanders' message did not arrive");
    const tookMs = performance.now() - startedAtMs;
    // In turn, since what goes from one to the other is bounded as well.
    [this.#sender, this.#receiver, this.#isReply] = [this.#receiver, this.#sender, !this.#isReply];
    return tookMs;
  }

  /** Relays all the while that `attack` takes, some 40 a second, and returns how long each took. */
  async measureDuring(attack: () => Promise<void>): Promise<number[]> {
    let isOver = false;
    const times: number[] = [];
    const relaying = async () => {
      while (!isOver) {
        times.push(await this.relayOnce());
        await new Promise((resolve) => setTimeout(resolve, 25)); // Within what one socket may send.
      }
    };
    const attacking = async () => {
      try {
        await attack();
      } finally {
        isOver = true;
      }
    };
    const results = await Promise.allSettled([attacking(), relaying()]);
    for (const result of results) if (result.status === "rejected") throw result.reason;
    return times;
  }

  [Symbol.dispose](): void {
    this.#sender[Symbol.dispose]();
    this.#receiver[Symbol.dispose]();
  }
}

/** The value below which 99 of 100 lie. */
export function p99Of(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length * 0.99)] ?? 0;
}

/** What a process has in memory now, in MiB. */
export async function readRssMib(pid: number): Promise<number> {
  const pages = Number((await Deno.readTextFile(`/proc/${pid}/statm`)).split(" ")[1]);
  return pages * 4_096 / 2 ** 20;
}
