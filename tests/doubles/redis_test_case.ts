/** What the tests of the bus on Redis share: a bus that keeps its lines, and one that is tried until it works. */

import { createRandomPeerId, type PeerId } from "../../signaling/protocol.ts";
import { RedisBus } from "../../signaling/redis/redis_bus.ts";
import { parseRedisUrl } from "../../signaling/redis/redis_url.ts";
import { SENDER } from "./bus_test_case.ts";
import { isMissing } from "./programs.ts";
import { REDIS } from "./redis_server.ts";

/** The clock and the chance that the server gives to its bus. */
export const RUNTIME = {
  now: () => performance.now(),
  random: Math.random,
  randomBytes: (count: number) => crypto.getRandomValues(new Uint8Array(count)),
};

export class TestBus extends RedisBus implements Disposable {
  readonly lines: string[];

  constructor(url: string) {
    const config = parseRedisUrl(url);
    if (config === null) throw new Error(`Cannot parse ${url}`);
    const lines: string[] = [];
    super(config, { ...RUNTIME, warn: (line) => lines.push(line) });
    this.lines = lines;
  }

  [Symbol.dispose](): void {
    this.close();
  }
}

export function redisTest(name: string, run: () => Promise<void>): void {
  Deno.test({ name, ignore: isMissing(name, REDIS), fn: run });
}

const PATIENCE_MS = 20_000;

/** Publishes until the receipt is `expected`, and returns what else it was. */
export async function publishUntil(expected: unknown, from: RedisBus, peerId: PeerId): Promise<Set<unknown>> {
  const startMs = performance.now();
  const others = new Set<unknown>();
  for (let receipt; (receipt = await from.publish(peerId, "text", SENDER)) !== expected; others.add(receipt)) {
    if (performance.now() - startMs > PATIENCE_MS) throw new Error(`The receipt was never ${expected}: ${[...others]}`);
    await new Promise((resolve) => setTimeout(resolve, 0)); // The next turn of the event loop.
  }
  return others;
}

/** Makes IDs until there are `count` whose channels are in slots that `isWanted` takes. */
export function createPeerIdsIn(count: number, isWanted: (slot: number) => boolean, slotOf: (id: PeerId) => number) {
  const peerIds: PeerId[] = [];
  while (peerIds.length < count) {
    const peerId = createRandomPeerId();
    if (isWanted(slotOf(peerId))) peerIds.push(peerId);
  }
  return peerIds;
}
