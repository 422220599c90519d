/** When an uplink tries again, and when it takes silence for a loss: by the clock and the chance that it is handed. */

import { assertEquals } from "@std/assert";
import FakeTimers from "@sinonjs/fake-timers";
import type { Redis } from "ioredis";
import { EventEmitter } from "node:events";
import { RedisUplink, SILENCE_MS_MAX } from "../../../signaling/redis/redis_uplink.ts";

/** A connection that says only what a test has it say. */
class SilentRedis extends EventEmitter {
  isDisconnected = false;

  disconnect(): void {
    this.isDisconnected = true;
  }

  subscribe = () => new Promise<never>(() => {});
  publish = () => new Promise<never>(() => {});
  info = () => new Promise<never>(() => {});
  call = () => new Promise<never>(() => {});
}

class Bench implements Disposable {
  readonly clock = FakeTimers.install({ toFake: ["setTimeout", "clearTimeout", "setInterval", "clearInterval"] });
  readonly opened: SilentRedis[] = [];
  readonly reasons: string[] = [];
  /** What the process's own clock has gained on the timers. */
  aheadMs = 0;
  readonly uplink = new RedisUplink({
    open: () => {
      const redis = new SilentRedis();
      this.opened.push(redis);
      return redis as unknown as Redis;
    },
    now: () => this.clock.now + this.aheadMs,
    random: () => 0.5,
    isSharded: false,
    canary: "canary",
    receive: () => {},
    onChange: (state, reason) => this.reasons.push(`${state}: ${reason}`),
    onMoved: () => {},
  });

  [Symbol.dispose](): void {
    this.uplink.close();
    this.clock.uninstall();
  }
}

Deno.test("RedisUplink tries again after a random part of a time that doubles, and of a second at most", () => {
  using bench = new Bench();
  const waitsMs: number[] = [];
  for (let count = 1; count <= 8; count++) {
    const endedAtMs = bench.clock.now;
    bench.opened.at(-1)?.emit("end");
    while (bench.opened.length === count) bench.clock.tick(1);
    waitsMs.push(bench.clock.now - endedAtMs);
  }
  assertEquals(waitsMs, [25, 50, 100, 200, 400, 500, 500, 500]);
});

Deno.test("RedisUplink gives up a connection that is silent, by the clock that it is handed", () => {
  using bench = new Bench();
  bench.opened[0]?.emit("connect");
  bench.clock.tick(SILENCE_MS_MAX);
  assertEquals(bench.reasons, []);
  bench.clock.tick(500);
  assertEquals([bench.reasons, bench.opened[0]?.isDisconnected], [["down: it does not answer"], true]);
});

Deno.test("RedisUplink does not count the time in which it stood still itself as silence", () => {
  using bench = new Bench();
  bench.opened[0]?.emit("connect");
  bench.clock.tick(500);
  bench.aheadMs = 60_000;
  bench.clock.tick(SILENCE_MS_MAX);
  assertEquals(bench.reasons, []);
  bench.clock.tick(1_000);
  assertEquals(bench.reasons, ["down: it does not answer"]);
});
