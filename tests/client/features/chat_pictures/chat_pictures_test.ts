/** Pictures in a chat, between two who mean well and from one who does not: bounded, drawn anew, and shown when asked for. */

import FakeTimers from "@sinonjs/fake-timers";
import { assert, assertEquals, assertRejects } from "@std/assert";
import {
  BYTES_MAX,
  COMING,
  FILE_BYTES_MAX,
  PICTURES_MAX,
  TAKE_MS_MAX,
  WAITING_MAX,
} from "../../../../client/features/chat_pictures/picture_bounds.ts";
import { createJpeg, createPng } from "../../../doubles/picture_bytes.ts";
import { type PictureEnd, PictureWorld } from "../../../doubles/picture_world.ts";
import { until } from "../../../doubles/until.ts";

function createFile(width = 100, height = 100, type = "image/png"): File {
  return new File([createPng(width, height)], "picture", { type });
}

function pictureTest(name: string, run: (world: PictureWorld) => Promise<void>): void {
  Deno.test(name, async () => {
    const { warn } = console;
    console.warn = () => {};
    using world = new PictureWorld();
    try {
      await run(world);
    } finally {
      console.warn = warn;
    }
  });
}

/** Sends as no honest page would. */
async function force(
  from: PictureEnd,
  bytes: Uint8Array<ArrayBuffer>,
  label = "chat-pictures/picture",
): Promise<boolean> {
  try {
    const writer = await from.openStream(label);
    for (let at = 0; at < bytes.length; at += 65_536) await writer.write(bytes.slice(at, at + 65_536));
    await writer.close();
    return true;
  } catch {
    return false;
  }
}

const sent = ({ stages }: PictureEnd) => stages.every((stage) => stage !== "waiting");
const keyOf = ({ feature }: PictureEnd) => feature.view.pictures.at(-1)?.key ?? 0;

pictureTest(
  "A picture is drawn anew before it leaves, arrives, and is decoded only when it is asked for, and drawn again",
  async (world) => {
    const { kim, lee } = world;
    kim.feature.add([createFile()]);
    assertEquals(kim.stages, ["waiting"]);
    await until(() => sent(kim), "It has arrived");
    assertEquals([kim.stages, lee.stages, lee.feature.view.unreadCount], [["delivered"], ["hidden"], 1]);
    assertEquals([world.decoded, world.urls.size], [["100 × 100"], 1], "Kim's alone");
    await lee.feature.show(keyOf(lee));
    await lee.feature.show(keyOf(lee));
    assertEquals([lee.stages, world.decoded.length, world.urls.size], [["shown"], 2, 2]);
    lee.feature.markRead();
    assertEquals(lee.feature.view.unreadCount, 0);
    const [own] = kim.feature.view.pictures;
    assert(own?.url?.startsWith("blob:"));
  },
);

pictureTest("What is large becomes small: its sides, and its bytes as far as that goes", async (world) => {
  const { kim } = world;
  kim.feature.add([createFile(4_000, 1_000, "image/jpeg")]);
  await until(() => sent(kim), "It was sent");
  assertEquals(world.drawnTypes, ["image/jpeg 1600 × 400"]);
  world.drawnTypes.length = 0;
  world.drawnBytes = 2.5 * BYTES_MAX;
  kim.feature.add([createFile(100, 100)]);
  await until(() => sent(kim), "It was sent");
  assertEquals(world.drawnTypes.at(-1), "image/jpeg 49 × 49");
  world.drawnBytes = 20 * BYTES_MAX;
  kim.feature.add([createFile(), new File([new Uint8Array(FILE_BYTES_MAX + 1)], "huge", { type: "image/png" })]);
  await until(() => sent(kim), "It is told");
  assertEquals(kim.stages.slice(2), ["failed: too-large", "failed: too-large"]);
});

pictureTest("What is no picture is said to be none, and does not hold up the next", async ({ kim, lee }) => {
  kim.feature.add([new File(["text"], "x.png", { type: "image/png" }), createFile()]);
  await until(() => sent(kim), "Both are over");
  assertEquals([kim.stages, lee.stages], [["failed: unreadable", "delivered"], ["hidden"]]);
});

pictureTest("What did not arrive is said, and sent again when the person asks", async ({ kim, lee }) => {
  kim.isCut = true;
  kim.feature.add([createFile()]);
  await until(() => sent(kim), "It failed");
  assertEquals(kim.stages, ["failed: unavailable"]);
  kim.isCut = false;
  for (let press = 0; press < 2; press++) kim.feature.sendAgain(keyOf(kim));
  await until(() => sent(kim), "It was sent");
  assertEquals([kim.stages, lee.stages], [["delivered"], ["hidden"]]);
});

pictureTest(
  "Nothing that is too large is read on, and nothing decoded that is too many dots or no picture",
  async (world) => {
    const { kim, lee } = world;
    assertEquals(await force(kim, new Uint8Array(BYTES_MAX + 1)), false);
    assertEquals(await force(kim, createPng(1, 1), "chat-pictures/other"), false);
    assertEquals(await force(kim, new Uint8Array()), true);
    assertEquals(lee.stages, []);
    const bombs = [
      ...[createPng(100_000, 100_000), createPng(2_049, 1), createPng(0, 5), createJpeg(65_535, 65_535)],
      createJpeg(9, 9, { between: [0] }),
      // Pages that mean well send none of these.
      ...["<svg xmlns='http://www.w3.org/2000/svg'/>", "GIF89a\x09\0\x09\0", "RIFFxxxxWEBPVP8X", "\0\0\0\x20ftypavif"]
        .map((start) => new TextEncoder().encode(start.padEnd(60, "x"))),
    ];
    for (const bytes of bombs) {
      assert(await force(kim, bytes));
      await until(() => lee.stages.at(-1) === "hidden", "It has come");
      await lee.feature.show(keyOf(lee));
      assertEquals(lee.stages.at(-1), "failed: unshowable");
      lee.nowMs += 60_000;
    }
    assertEquals([world.decoded, world.urls.size], [[], 0]);
  },
);

pictureTest(
  "Only so many come at once, and only so many are kept; the oldest lose their place and their address",
  async (world) => {
    const { kim, lee } = world;
    for (let count = 0; count < COMING.capacity; count++) assert(await force(kim, createPng(9, 9)));
    assertEquals(await force(kim, createPng(9, 9)), false);
    for (const skewMs of [3_600_000, -3_600_000]) {
      lee.skewMs = skewMs; // Somebody sets the clock.
      assertEquals(await force(kim, createPng(9, 9)), false);
      lee.nowMs += 1 / COMING.perMs;
      assertEquals(await force(kim, createPng(9, 9)), true);
    }
    assertEquals(await force(kim, createPng(9, 9)), false);
    await lee.feature.show(lee.feature.view.pictures[0]?.key ?? 0);
    assertEquals(world.urls.size, 1);
    for (let count = 0; count < PICTURES_MAX; count++) {
      lee.nowMs += 1 / COMING.perMs;
      await force(kim, createPng(9, 9));
    }
    await until(() => lee.feature.view.pictures.length === PICTURES_MAX, "They have come");
    assertEquals([lee.stages.includes("shown"), world.urls.size], [false, 0]);
  },
);

pictureTest(
  "Only one picture is decoded at a time, however many are shown and sent; none that is gone by then",
  async (world) => {
    const { kim, lee } = world;
    for (let count = 0; count < COMING.capacity; count++) assert(await force(kim, createPng(9, 9)));
    const { pictures } = lee.feature.view;
    lee.feature.add([createFile(), createFile()]);
    await Promise.all(pictures.map(({ key }) => lee.feature.show(key)));
    await until(() => sent(lee), "They were sent");
    assertEquals([lee.stages.filter((stage) => stage === "shown").length, world.openMost], [COMING.capacity, 1]);
    assertEquals([world.decoded.length, world.openCount], [COMING.capacity + 2, 0]);
    kim.feature.add([createFile(), createFile()]);
    const late = kim.feature.view.pictures.map(({ key }) => kim.feature.show(key));
    kim.feature.close();
    await Promise.all(late);
    await new Promise((resolve) => setTimeout(resolve));
    assertEquals(world.decoded.length, COMING.capacity + 2);
  },
);

pictureTest("What comes takes no place of one that waits to be sent", async ({ kim, lee }) => {
  lee.openStream = () => new Promise(() => {});
  lee.feature.add(Array.from({ length: WAITING_MAX }, () => createFile()));
  for (let count = 0; count < PICTURES_MAX; count++) {
    lee.nowMs += 1 / COMING.perMs;
    assert(await force(kim, createPng(9, 9)));
  }
  const stages = [...Array(WAITING_MAX).fill("waiting"), ...Array(PICTURES_MAX - WAITING_MAX).fill("hidden")];
  await until(() => keyOf(lee) === PICTURES_MAX + WAITING_MAX, "They have come");
  assertEquals(lee.stages, stages);
});

pictureTest("A picture that comes byte by byte is as good as another, and no more in memory", async ({ kim, lee }) => {
  const before = globalThis.Blob;
  let partsMost = 0;
  globalThis.Blob = class extends before {
    constructor(parts?: BlobPart[], options?: BlobPropertyBag) {
      super(parts, options);
      partsMost = Math.max(partsMost, parts?.length ?? 0);
    }
  };
  try {
    const writer = await kim.openStream("chat-pictures/picture");
    for (const byte of createPng(7, 7)) await writer.write(new Uint8Array([byte]));
    await writer.close();
    await until(() => lee.stages.length === 1, "It has come");
  } finally {
    globalThis.Blob = before;
  }
  assertEquals(partsMost, 1);
  await lee.feature.show(keyOf(lee));
  assertEquals(lee.stages, ["shown"]);
});

pictureTest("A picture that does not come to its end is given up", async ({ kim, lee }) => {
  const clock = FakeTimers.install({ toFake: ["setTimeout", "clearTimeout"] });
  try {
    assert(await force(kim, createPng(9, 9)));
    for (let turn = 0; turn < 5; turn++) await Promise.resolve();
    assertEquals([lee.stages, clock.countTimers()], [["hidden"], 0]);
    const writer = await kim.openStream("chat-pictures/picture");
    for (const ms of [TAKE_MS_MAX - 1, 1]) {
      await writer.write(new Uint8Array(9));
      clock.tick(ms);
    }
    await assertRejects(() => writer.write(new Uint8Array(9)));
    for (let turn = 0; turn < 5; turn++) await Promise.resolve();
    assertEquals([lee.stages.length, clock.countTimers()], [1, 0]);
  } finally {
    clock.uninstall();
  }
});

pictureTest("Many pictures at once all arrive, as fast as the other end takes them", async ({ kim, lee }) => {
  const { setTimeout } = globalThis;
  const clock = FakeTimers.install({ toFake: ["setTimeout", "clearTimeout"] });
  try {
    kim.feature.add(Array.from({ length: COMING.capacity + 3 }, () => createFile()));
    for (let turn = 0; !sent(kim) && turn < 2_000; turn++) {
      await new Promise((resolve) => setTimeout(resolve));
      for (const end of [kim, lee]) end.nowMs += 100;
      clock.tick(100);
    }
  } finally {
    clock.uninstall();
  }
  assertEquals(kim.stages, Array(COMING.capacity + 3).fill("delivered"));
  assertEquals(lee.stages.length, COMING.capacity + 3);
});

pictureTest("A picture that waits for its turn as the call ends is not sent", async ({ kim }) => {
  const { setTimeout } = globalThis;
  const clock = FakeTimers.install({ toFake: ["setTimeout", "clearTimeout"] });
  try {
    kim.feature.add(Array.from({ length: COMING.capacity + 1 }, () => createFile()));
    const isLast = () => kim.stages.filter((stage) => stage === "delivered").length === COMING.capacity;
    for (let turn = 0; !(isLast() && clock.countTimers() > 0) && turn < 2_000; turn++) {
      await new Promise((resolve) => setTimeout(resolve));
    }
    assertEquals(clock.countTimers(), 1, "The last one waits");
    let opened = 0;
    kim.openStream = () => (opened++, new Promise(() => {}));
    kim.feature.close();
    assertEquals(clock.countTimers(), 0, "Nothing outlives the call");
    clock.tick(60_000);
    await new Promise((resolve) => setTimeout(resolve));
    assertEquals(opened, 0);
  } finally {
    clock.uninstall();
  }
});

pictureTest("Of more pictures than may wait some are left out, and the person is told", ({ kim }) => {
  kim.openStream = () => new Promise(() => {});
  kim.feature.add(Array.from({ length: WAITING_MAX + 1 }, () => createFile()));
  const waiting = Array(WAITING_MAX).fill("waiting");
  assertEquals(kim.stages, [...waiting, "failed: too-many"]);
  kim.feature.add([createFile()]);
  assertEquals(kim.stages, [...waiting, "failed: too-many", "failed: too-many"]);
  return Promise.resolve();
});

pictureTest("With the call all of it is gone, also what is still being drawn", async (world) => {
  const { kim, lee } = world;
  kim.feature.add([createFile()]);
  await until(() => sent(kim), "It was sent");
  await lee.feature.show(keyOf(lee));
  kim.feature.add([createFile()]);
  await until(() => sent(kim), "It was sent");
  kim.feature.add([createFile()]);
  const late = lee.feature.show(keyOf(lee));
  for (const { feature } of [kim, lee]) feature.close();
  await late;
  await new Promise((resolve) => setTimeout(resolve));
  assertEquals([kim.stages, lee.stages, world.urls.size], [[], [], 0]);
});
