/**
 * A device recovers whichever way round a browser tells of what happened: each order of the events, each moment of the
 * browser's answers, and each thing that a browser may tell of permissions.
 */

import { assertEquals, assertStrictEquals } from "@std/assert";
import {
  type DeviceEvent,
  isSending,
  isSettled,
  RETRIES_MS,
  stepDevice,
  WAITS_MS,
} from "../../../client/media/device.ts";
import { DeviceBench, ordersOf } from "../../doubles/device_bench.ts";

const WANTED: DeviceEvent = { type: "wanted" };
const ENDED: DeviceEvent = { type: "ended" };
const CHANGED: DeviceEvent = { type: "changed" };
const GRANTED: DeviceEvent = { type: "permission", state: "granted" };
const PERMISSIONS = ["granted", "prompt", null] as const;

function createLive(permission: PermissionState | null): DeviceBench {
  const bench = new DeviceBench(permission);
  bench.tell(WANTED);
  bench.rest();
  assertEquals([bench.device.phase, bench.requests], ["live", 1]);
  return bench;
}

/** Plays events in each order, with the browser's answers to whatever was asked before each of them, or not. */
function playOrders(
  create: () => DeviceBench,
  events: readonly (DeviceEvent | ((bench: DeviceBench) => void))[],
  check: (bench: DeviceBench, order: string) => void,
): number {
  let plays = 0;
  for (const order of ordersOf([...events.keys()])) {
    for (let answers = 0; answers < 2 ** events.length; answers++) {
      const bench = create();
      for (const [place, index] of order.entries()) {
        const event = events[index];
        if (typeof event === "function") event(bench);
        else if (event !== undefined) bench.tell(event);
        while ((answers >> place) % 2 > 0 && bench.answer());
      }
      bench.rest();
      check(bench, `order ${order}, answers ${answers.toString(2)}`);
      plays++;
    }
  }
  return plays;
}

Deno.test("a device that is unplugged is replaced by another, in whatever order a browser tells of it", () => {
  for (const permission of PERMISSIONS) {
    const plays = playOrders(() => createLive(permission), [ENDED, CHANGED, CHANGED, CHANGED], (bench, order) => {
      assertEquals([bench.device.phase, bench.trouble], ["live", null], `${permission}, ${order}`);
      assertEquals(bench.passedMs, 0, "At once");
    });
    assertEquals(plays, 24 * 16);
  }
});

Deno.test("a device whose successor comes or wakes only later is had then, however the browser tells of it", () => {
  for (const problem of ["not-found", "in-use", "failed"] as const) {
    const create = () => {
      const bench = createLive("granted");
      bench.outcome = problem;
      bench.tell(ENDED);
      return bench;
    };
    const isBack = (bench: DeviceBench) => void (bench.outcome = null);
    playOrders(create, [isBack, CHANGED, CHANGED], (bench, order) => {
      assertEquals([bench.device.phase, bench.trouble], ["live", null], `${problem}, ${order}`);
    });
    // Long after, with all tries by itself made.
    const bench = create();
    bench.rest();
    assertEquals([bench.device.phase, bench.trouble], ["idle", problem]);
    assertEquals(bench.requests, 2 + RETRIES_MS.length, "The first, one at once and the retries");
    assertEquals(bench.passedMs, RETRIES_MS.reduce((sum, ms) => sum + ms, 0));
    isBack(bench);
    bench.tell(CHANGED);
    bench.rest();
    assertEquals(bench.device.phase, "live");
  }
});

Deno.test("a permission that is taken back reads as that, asks nobody by itself, and is taken up when it is given again", () => {
  for (
    const [before, after] of [["granted", "denied"], ["granted", "prompt"], ["prompt", "prompt"], [null, null]] as const
  ) {
    const create = () => {
      const bench = createLive(before);
      Object.assign(bench, { permission: after, isPresent: true, outcome: "denied" });
      return bench;
    };
    const told: DeviceEvent[] = after === null ? [] : [{ type: "permission", state: after }];
    playOrders(create, [ENDED, ...told, CHANGED], (bench, order) => {
      assertEquals([bench.trouble, bench.requests], ["denied", 1], `${before} → ${after}, ${order}`);
      bench.outcome = null;
      bench.tell(CHANGED);
      assertEquals(bench.requests, 1, "Whoever said no is not asked again for news");
      if (bench.permission === null) bench.tell(WANTED);
      else Object.assign(bench, { permission: "granted" }).tell(GRANTED);
      bench.rest();
      assertEquals([bench.device.phase, bench.trouble, bench.requests], ["live", null, 2], order);
    });
  }
});

Deno.test("a device that was refused is asked for when its button is pressed, and when the permission is there", () => {
  const bench = new DeviceBench("prompt");
  bench.outcome = "denied";
  bench.tell(WANTED);
  bench.rest();
  assertEquals([bench.trouble, bench.requests, bench.waitMs], ["denied", 1, null]);
  bench.tell(CHANGED);
  assertEquals(bench.requests, 1);
  bench.tell(WANTED);
  bench.rest();
  assertEquals([bench.trouble, bench.requests], ["denied", 2]);
  bench.outcome = null;
  bench.tell(GRANTED, GRANTED, CHANGED);
  bench.rest();
  assertEquals([bench.trouble, bench.device.phase, bench.requests], [null, "live", 3]);
});

Deno.test("a refusal that was overtaken by news is tried once more, and without HTTPS nothing is", () => {
  for (const [problem, requests] of [["denied", 2], ["in-use", 2], ["insecure", 1]] as const) {
    const bench = new DeviceBench("prompt");
    bench.outcome = problem;
    bench.tell(WANTED, GRANTED);
    bench.answer();
    bench.outcome = null;
    bench.rest();
    assertEquals(bench.requests, requests, problem);
    assertEquals(bench.trouble, problem === "insecure" ? "insecure" : null);
  }
});

Deno.test("devices that change with each attempt make a device try a few times in seconds, not without end", () => {
  const bench = new DeviceBench("granted");
  bench.outcome = "in-use";
  bench.tell(WANTED);
  let told = 0;
  while (bench.passedMs < 60_000) {
    if (bench.answer()) {
      bench.tell(CHANGED);
      told++;
    } else if (bench.waitMs === null) bench.tell(CHANGED);
    else bench.pass();
  }
  assertEquals(told < 120, true, `${told} attempts in a minute`);
});

Deno.test("a question that nobody answers is named after a second, and waited for no longer than the last of the waits", () => {
  for (
    const [permission, troubles] of [["prompt", ["starting", "asked", "asked", "asked"]], [null, [
      "starting",
      "asked",
      "asked",
      "asked",
    ]], ["granted", ["starting", "starting", "failed", "failed"]]] as const
  ) {
    const bench = new DeviceBench(permission);
    bench.outcome = "asking";
    bench.tell(WANTED);
    for (const [waits, trouble] of troubles.entries()) {
      assertEquals([bench.trouble, isSettled(bench.device), isSending(bench.device)], [trouble, waits === 3, false]);
      if (waits === 3) break;
      bench.pass();
      assertEquals(bench.passedMs, WAITS_MS[waits]);
    }
    assertEquals(bench.waitMs, null);
    bench.outcome = null;
    bench.rest();
    assertEquals([bench.trouble, bench.device.phase, bench.requests], [null, "live", 1], "An answer that comes late");
  }
});

Deno.test("a press asks again for what was left alone, and not before; another call waits for it anew", () => {
  const bench = new DeviceBench("prompt");
  bench.outcome = "asking";
  bench.tell(WANTED, WANTED);
  bench.pass();
  bench.tell(WANTED, { type: "unwanted" });
  assertEquals([bench.trouble, isSettled(bench.device)], [null, true]);
  bench.tell(WANTED);
  assertEquals([bench.device.waits, bench.waitMs, bench.requests], [0, WAITS_MS[0], 1], "It takes up what is open");
  bench.rest();
  bench.tell(WANTED);
  assertEquals([bench.requests, bench.device.waits], [2, 0]);
});

Deno.test("a device that is wanted no more stops, whenever that is, and one that opens then is not used", () => {
  const live = createLive("granted");
  assertEquals(stepDevice(live.device, { type: "unwanted" })[1], [{ type: "stop" }]);
  const checking = createLive("granted");
  checking.tell(ENDED, { type: "unwanted" });
  checking.rest();
  assertEquals([checking.device.phase, checking.trouble, checking.requests], ["idle", null, 1]);
  const asking = new DeviceBench("prompt");
  asking.tell(WANTED, { type: "unwanted" });
  asking.rest();
  assertEquals([asking.device.phase, asking.trouble, asking.requests], ["idle", null, 1]);
  const waiting = createLive("granted");
  waiting.outcome = "not-found";
  waiting.tell(ENDED);
  while (waiting.answer());
  assertEquals(waiting.waitMs, RETRIES_MS[0]);
  waiting.tell({ type: "unwanted" });
  waiting.rest();
  assertEquals([waiting.device.phase, waiting.trouble, waiting.requests], ["idle", null, 2]);
  waiting.tell(CHANGED, GRANTED, { type: "time-up" });
  assertEquals(waiting.requests, 2, "Nobody wants it");
});

Deno.test("a device that the system silences says so until it is given back, and a press opens it anew", () => {
  const bench = createLive("granted");
  bench.tell({ type: "silenced", isSilenced: true });
  assertEquals([bench.trouble, isSending(bench.device)], ["silenced", false]);
  bench.tell({ type: "silenced", isSilenced: false });
  assertEquals([bench.trouble, isSending(bench.device)], [null, true]);
  bench.tell({ type: "silenced", isSilenced: true });
  assertEquals(stepDevice(bench.device, WANTED)[1][0], { type: "stop" });
  bench.tell(WANTED);
  bench.rest();
  assertEquals([bench.trouble, bench.requests], [null, 2]);
});

Deno.test("a device that vanishes without a word is missed, if it was ever to be found", () => {
  for (const isPresent of [true, false]) {
    const bench = createLive("granted");
    bench.isPresent = isPresent;
    bench.pass();
    bench.rest();
    assertEquals([bench.device.phase, bench.requests], ["live", 1]);
    bench.isPresent = false;
    bench.pass();
    bench.rest();
    assertEquals([bench.device.phase, bench.requests], ["live", isPresent ? 2 : 1]);
    bench.pass();
    bench.rest();
    assertEquals([bench.device.phase, bench.requests], ["live", isPresent ? 2 : 1], "The new one is not yet seen");
  }
});

Deno.test("a device that is found again and again stays as it is, so that nothing is said of it", () => {
  const bench = createLive("granted");
  bench.isPresent = true;
  bench.pass();
  bench.rest();
  const seen = bench.device;
  for (let looks = 0; looks < 3; looks++) {
    bench.pass();
    bench.rest();
    assertStrictEquals(bench.device, seen);
  }
});

Deno.test("a look for why a device ended that takes too long is not waited for", () => {
  const bench = createLive("prompt");
  bench.tell(ENDED);
  assertEquals(bench.trouble, "starting");
  bench.pass();
  assertEquals([bench.device.phase, bench.requests], ["asking", 2]);
});
