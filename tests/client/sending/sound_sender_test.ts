/** How sound is sent: ahead of pictures, and by the worker that repeats it once that is of use. */

import { assertEquals } from "@std/assert";
import type { Depth } from "../../../client/sending/redundancy.ts";

type Encoding = { priority?: string; networkPriority?: string; maxBitrate?: number };

class World {
  encoding: Encoding = {};
  sets = 0;
  readonly said: (number | "terminate")[] = [];
  workers = 0;
  worker: { onmessage: ((event: { data: string }) => void) | null; onerror: (() => void) | null } | null = null;
  readonly sender = {
    transform: undefined as unknown,
    getParameters: () => ({ codecs: [{ mimeType: this.codec }], encodings: [{ ...this.encoding }] }),
    setParameters: ({ encodings: [encoding = {}] }: { encodings: Encoding[] }): Promise<void> => {
      this.encoding = encoding;
      this.sets++;
      return Promise.resolve();
    },
  };

  constructor(readonly codec = "audio/red", hasTransforms = true) {
    // deno-lint-ignore no-this-alias -- The classes below have a `this` of their own.
    const world = this;
    Object.assign(globalThis, {
      location: { href: "https://calls.example/" },
      Worker: class {
        onmessage: ((event: { data: string }) => void) | null = null;
        onerror: (() => void) | null = null;
        constructor() {
          world.workers++;
          world.worker = this;
        }
        postMessage(depth: number): void {
          world.said.push(depth);
        }
        terminate(): void {
          world.said.push("terminate");
        }
      },
      RTCRtpScriptTransform: hasTransforms ? class {} : undefined,
    });
  }

  async create() {
    const { SoundSender } = await import("../../../client/sending/sound_sender.ts");
    return new SoundSender(() => this.sender as never);
  }

  /** The worker's script has run. */
  ready(): void {
    this.worker?.onmessage?.({ data: "ready" });
  }

  get limit(): number | undefined {
    return this.encoding.maxBitrate;
  }
}

Deno.test("Sound goes ahead of pictures from the first, and costs no worker while no packets are lost", async () => {
  const world = new World();
  const sound = await world.create();
  await sound.set(1, null);
  await sound.set(1, 32_000);
  assertEquals([world.encoding, world.sets, world.workers], [{ priority: "high", networkPriority: "high" }, 1, 0]);
  sound.close();
});

Deno.test("One worker is told how often sound goes out, as that changes, and ends with the connection", async () => {
  const world = new World();
  const sound = await world.create();
  await sound.set(2, null);
  assertEquals([world.sender.transform, world.said], [undefined, []], "Sound would go nowhere before it is there");
  world.ready();
  assertEquals(world.sender.transform === undefined, false);
  for (const depth of [2, 3, 2, 1] as Depth[]) await sound.set(depth, null);
  sound.close();
  assertEquals([world.workers, world.said], [1, [2, 3, 2, 1, "terminate"]]);
});

Deno.test("Sound that goes out often is encoded at 20 kbit/s, whatever the browser takes off for headers", async () => {
  for (const headers of [0, 16_000, 22_400, 30_000]) {
    const world = new World();
    const sound = await world.create();
    const encodedAt = () => world.limit === undefined ? 32_000 : Math.max(6_000, world.limit - headers);
    await sound.set(4, encodedAt());
    world.ready();
    for (let look = 0; look < 6; look++) await sound.set(4, encodedAt());
    assertEquals(encodedAt(), 20_000, `${headers}`);
    const { sets } = world;
    await sound.set(4, encodedAt());
    assertEquals(world.sets, sets, "It is set once");
    await sound.set(2, encodedAt());
    assertEquals(world.limit, undefined);
    sound.close();
  }
});

for (
  const [what, world] of [
    ["the other end takes no such packets", new World("audio/opus")],
    ["the browser hands out no packets", new World("audio/red", false)],
  ] as const
) {
  Deno.test(`Where ${what}, sound is sent as ever`, async () => {
    new World(world.codec, what.startsWith("the other"));
    const sound = await world.create();
    await sound.set(5, 32_000);
    assertEquals([world.workers, world.limit, world.sender.transform], [0, undefined, undefined]);
    sound.close();
  });
}

Deno.test("A worker that does not load leaves sound as it was, and is not tried again and again", async () => {
  const world = new World();
  const sound = await world.create();
  await sound.set(3, 32_000);
  world.worker?.onerror?.();
  for (let look = 0; look < 5; look++) await sound.set(4, 32_000);
  assertEquals([world.workers, world.limit, world.sender.transform], [1, undefined, undefined]);
  assertEquals(world.said, ["terminate"]);
  sound.close();
});

Deno.test("A worker that is there only when the call is over is ended", async () => {
  const world = new World();
  const sound = await world.create();
  await sound.set(3, 32_000);
  sound.close();
  world.ready();
  assertEquals(world.sender.transform, undefined);
  assertEquals(world.said.includes("terminate"), true);
});

Deno.test("A limit that the browser has refused is set again", async () => {
  const world = new World();
  const sound = await world.create();
  const set = world.sender.setParameters;
  world.sender.setParameters = () => Promise.reject(new Error("not now"));
  await sound.set(1, null).catch(() => {});
  world.sender.setParameters = set;
  await sound.set(1, null);
  assertEquals(world.encoding.priority, "high");
  sound.close();
});
