/** What one connection sends follows what its path takes, and what the other end has use for. */

import { assertEquals } from "@std/assert";
import FakeTimers from "@sinonjs/fake-timers";
import { tend } from "../../../client/sending/sending.ts";
import type { PictureLimits } from "../../../client/transceivers/picture_sender.ts";
import { settle } from "../../doubles/connection_world.ts";

class World {
  readonly limits: PictureLimits[] = [];
  available = 2_500_000;
  connectionState = "connected";
  /** Of the camera; null while it is off. */
  camera: { width: number; height: number } | null = { width: 1280, height: 720 };
  fault: Error | null = null;
  readonly clock = FakeTimers.install({ toFake: ["setInterval", "clearInterval", "performance"] });
  readonly #tended = tend(this.#describe());

  #describe() {
    const sound = {
      getParameters: () => ({ codecs: [], encodings: [{}] }),
      setParameters: () => this.fault === null ? Promise.resolve() : Promise.reject(this.fault),
    };
    const connection = {
      state: () => this.connectionState,
      get connectionState() {
        return this.state();
      },
      getStats: () => {
        const pair = { id: "p", type: "candidate-pair", availableOutgoingBitrate: this.available };
        return Promise.resolve(
          new Map<string, unknown>([["p", pair], ["t", { type: "transport", selectedCandidatePairId: "p" }]]),
        );
      },
    };
    return {
      connection: connection as never,
      picture: { limit: (limits: PictureLimits) => void this.limits.push(limits) } as never,
      sender: (source: string) => {
        if (source === "microphone") return sound as never;
        const { camera } = this;
        return { track: camera && { getSettings: () => camera } } as never;
      },
    };
  }

  async pass(seconds: number): Promise<void> {
    for (let second = 0; second < seconds; second++) {
      this.clock.tick(1_000);
      await settle();
      await settle();
    }
  }

  need(lines: number | null): void {
    this.#tended.need(lines);
  }

  [Symbol.dispose](): void {
    this.#tended.close();
    assertEquals(this.clock.countTimers(), 0, "It ends with its connection");
    this.clock.uninstall();
  }
}

const whole: PictureLimits = { scaleResolutionDownBy: 1, active: true, maxFramerate: 30 };

Deno.test("A picture follows its path, and is set once for as long as nothing changes", async () => {
  using world = new World();
  await world.pass(5);
  assertEquals(world.limits, [whole]);
  world.available = 200_000;
  await world.pass(3);
  assertEquals(world.limits.slice(1), [{ scaleResolutionDownBy: 2, active: true, maxFramerate: 20 }]);
});

Deno.test("A picture has no more lines than the other end has use for, at once, and none where there is none", async () => {
  using world = new World();
  await world.pass(1);
  for (const lines of [180, 0, null]) world.need(lines);
  assertEquals(world.limits.slice(1), [
    { ...whole, scaleResolutionDownBy: 4 },
    { ...whole, active: false },
    whole,
  ]);
  world.available = 200_000;
  world.need(540);
  await world.pass(1);
  assertEquals(world.limits.at(-1), { scaleResolutionDownBy: 2, active: true, maxFramerate: 20 }, "The lesser counts");
});

Deno.test("A tall picture is measured by its shorter side", () => {
  using world = new World();
  world.camera = { width: 720, height: 1280 };
  world.need(360);
  assertEquals(world.limits, [{ ...whole, scaleResolutionDownBy: 2 }]);
});

Deno.test("What was said while the camera was off counts once it is on", async () => {
  using world = new World();
  world.camera = null;
  world.need(180);
  await world.pass(2);
  assertEquals(world.limits, []);
  world.camera = { width: 1280, height: 720 };
  await world.pass(1);
  assertEquals(world.limits, [{ ...whole, scaleResolutionDownBy: 4 }]);
});

Deno.test("A picture follows its path also where sound can be set by nobody", async () => {
  const warn = console.warn;
  console.warn = () => {};
  try {
    using world = new World();
    world.fault = new Error("no");
    world.available = 200_000;
    await world.pass(2);
    assertEquals(world.limits.at(-1)?.scaleResolutionDownBy, 2);
  } finally {
    console.warn = warn;
  }
});

Deno.test("A connection that does not stand is left alone", async () => {
  using world = new World();
  world.connectionState = "disconnected";
  world.available = 10_000;
  await world.pass(5);
  assertEquals(world.limits, []);
});
