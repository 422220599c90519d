/** What one connection sends follows what its path takes, and what the other end has use for. */

import { assertEquals } from "@std/assert";
import FakeTimers from "@sinonjs/fake-timers";
import { TOTALS } from "../../../client/sending/budget.ts";
import { tend } from "../../../client/sending/sending.ts";
import type { PictureLimits } from "../../../client/transceivers/picture_sender.ts";
import { settle } from "../../doubles/connection_world.ts";

// What it loads by itself has come.
await import("../../../client/sending/sent_pictures.ts");

class World {
  /** Of the camera's picture. */
  readonly limits: PictureLimits[] = [];
  readonly screenLimits: PictureLimits[] = [];
  available = 2_500_000;
  connectionState = "connected";
  /** Of the camera; null while it is off. */
  camera: { width: number; height: number } | null = { width: 1280, height: 720 };
  screen: { contentHint: string } | null = null;
  isRelayed = false;
  fault: Error | null = null;
  readonly clock: FakeTimers.Clock;
  readonly #tended: ReturnType<typeof tend>;
  readonly #hasClock: boolean;

  /** @param beside another connection of the same page */
  constructor(beside?: World) {
    this.#hasClock = beside === undefined;
    this.clock = beside?.clock ??
      FakeTimers.install({ toFake: ["setInterval", "clearInterval", "performance"] });
    this.#tended = tend(this.#describe());
  }

  #describe() {
    const sound = {
      track: {},
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
        const candidate = { id: "l", candidateType: this.isRelayed ? "relay" : "host" };
        return Promise.resolve(
          new Map<string, unknown>([
            ["p", { ...pair, localCandidateId: "l" }],
            ["l", candidate],
            ["t", { type: "transport", selectedCandidatePairId: "p" }],
          ]),
        );
      },
    };
    return {
      connection: connection as never,
      pictures: [this.limits, this.screenLimits].map((all) => ({
        limit: (limits: PictureLimits) => void all.push(limits),
      })) as never,
      sender: (source: string) => {
        if (source === "microphone") return sound as never;
        const { camera, screen } = this;
        if (source === "screen") {
          return { track: screen && { ...screen, getSettings: () => ({ width: 1920, height: 1080 }) } } as never;
        }
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
    if (!this.#hasClock) return;
    assertEquals(this.clock.countTimers(), 0, "It ends with its connection");
    this.clock.uninstall();
  }
}

const SOUND_BITRATE = 80_000;
const maxBitrate = TOTALS.direct - SOUND_BITRATE;
const whole: PictureLimits = { scaleResolutionDownBy: 1, active: true, maxFramerate: 30, maxBitrate };

Deno.test("A picture follows its path, and is set once for as long as nothing changes", async () => {
  using world = new World();
  await world.pass(5);
  assertEquals(world.limits, [whole]);
  world.available = 200_000;
  await world.pass(3);
  assertEquals(world.limits.slice(1), [{ ...whole, scaleResolutionDownBy: 2, maxFramerate: 20 }]);
});

Deno.test("A picture has no more lines than the other end has use for, at once, and none where there is none", async () => {
  using world = new World();
  await world.pass(1);
  for (const lines of [180, 0, null]) world.need(lines);
  assertEquals(world.limits.slice(1), [
    { ...whole, scaleResolutionDownBy: 4, maxBitrate: 310_000 },
    { scaleResolutionDownBy: 1, active: false, maxFramerate: 5 },
    whole,
  ]);
  world.available = 200_000;
  world.need(540);
  await world.pass(1);
  const both = { ...whole, scaleResolutionDownBy: 2, maxFramerate: 20, maxBitrate: 1_300_000 };
  assertEquals(world.limits.at(-1), both, "The lesser counts");
});

Deno.test("A picture takes no more than the total of its path, and little where the person wants little sent", async () => {
  using world = new World();
  world.isRelayed = true;
  await world.pass(1);
  assertEquals(world.limits.at(-1)?.maxBitrate, TOTALS.relayed - SOUND_BITRATE);
  Object.defineProperty(navigator, "connection", { configurable: true, value: { saveData: true } });
  try {
    await world.pass(1);
    const little = { ...whole, scaleResolutionDownBy: 2, maxFramerate: 20, maxBitrate: TOTALS.low - SOUND_BITRATE };
    assertEquals(world.limits.at(-1), little, "Small and sharp, also where the path takes more");
  } finally {
    Reflect.deleteProperty(navigator, "connection");
  }
  await world.pass(1);
  assertEquals(world.limits.at(-1)?.scaleResolutionDownBy, 1, "At once: the path took it all the time");
});

Deno.test("All calls of a page share one total, those with nothing to send leave it to the rest", async () => {
  using first = new World();
  const second = new World(first);
  await first.pass(2);
  const half = { ...whole, maxBitrate: TOTALS.direct / 2 - SOUND_BITRATE };
  assertEquals([first, second].map(({ limits }) => limits.at(-1)), [half, half]);
  second.need(0);
  await first.pass(1);
  assertEquals(first.limits.at(-1)?.maxBitrate, TOTALS.direct - 2 * SOUND_BITRATE);
  second[Symbol.dispose]();
  await first.pass(1);
  assertEquals(first.limits.at(-1), whole);
});

Deno.test("A shared screen keeps its size, at fewer pictures unless it moves, and the camera yields to it", async () => {
  using world = new World();
  await world.pass(1);
  world.screen = { contentHint: "detail" };
  world.available = 200_000;
  await world.pass(1);
  const shared = { ...whole, maxFramerate: 15, maxBitrate: 0.9 * maxBitrate };
  assertEquals(world.screenLimits, [shared]);
  assertEquals(world.limits.at(-1), {
    ...whole,
    scaleResolutionDownBy: 4,
    maxFramerate: 20,
    maxBitrate: 0.1 * maxBitrate,
  });
  world.screen = { contentHint: "motion" };
  await world.pass(1);
  assertEquals(world.screenLimits.slice(1), [{ ...shared, maxFramerate: 30 }]);
  world.need(0);
  const [{ active: isCameraSent } = whole, { active: isScreenSent } = whole] = [
    world.limits.at(-1),
    world.screenLimits.at(-1),
  ];
  assertEquals([isCameraSent, isScreenSent], [false, false], "Nobody looks");
  world.need(null);
  assertEquals(world.screenLimits.at(-1), { ...shared, maxFramerate: 30 });
  [world.screen, world.available] = [null, 2_500_000];
  await world.pass(10);
  assertEquals(world.limits.at(-1), whole, "It comes back once the screen is gone");
});

Deno.test("A tall picture is measured by its shorter side", () => {
  using world = new World();
  world.camera = { width: 720, height: 1280 };
  world.need(360);
  assertEquals(world.limits, [{ ...whole, scaleResolutionDownBy: 2, maxBitrate: 700_000 }]);
});

Deno.test("What was said while the camera was off counts once it is on", async () => {
  using world = new World();
  world.camera = null;
  world.need(180);
  await world.pass(2);
  assertEquals(world.limits, []);
  world.camera = { width: 1280, height: 720 };
  await world.pass(1);
  assertEquals(world.limits, [{ ...whole, scaleResolutionDownBy: 4, maxBitrate: 310_000 }]);
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
