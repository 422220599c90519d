import { assertEquals } from "@std/assert";
import {
  ENDPOINT_PUSHES_MAX,
  PUSHES_PER_SECOND_MAX,
  PUSHES_WAITING_MAX,
  PushLimits,
} from "../../../signaling/push/push_limits.ts";

const MINUTE_MS = 60_000;

function createLimits(): { limits: PushLimits; pass: (ms: number) => void } {
  let nowMs = 0;
  return { limits: new PushLimits(() => nowMs), pass: (ms) => void (nowMs += ms) };
}

async function takeAndRelease(limits: PushLimits, key: string): Promise<number> {
  const waitMs = await limits.take(key);
  if (waitMs === 0) limits.release();
  return waitMs;
}

Deno.test("PushLimits lets six a minute to one endpoint, says when to come back, and knows it no longer than that", async () => {
  const { limits, pass } = createLimits();
  for (let count = 0; count < ENDPOINT_PUSHES_MAX; count++) assertEquals(await takeAndRelease(limits, "a"), 0);
  assertEquals(await takeAndRelease(limits, "a"), 10_000);
  assertEquals(await takeAndRelease(limits, "b"), 0);
  assertEquals(limits.endpointCount, 2);
  pass(10_000);
  assertEquals(await takeAndRelease(limits, "a"), 0);
  assertEquals(limits.endpointCount, 1);
  assertEquals(await takeAndRelease(limits, "a"), 10_000);
  pass(MINUTE_MS);
  assertEquals(limits.endpointCount, 0);
});

Deno.test("PushLimits lets fifty a second in all, and what it refuses takes nothing of an endpoint's", async () => {
  const { limits, pass } = createLimits();
  for (let n = 0; n < PUSHES_PER_SECOND_MAX; n++) assertEquals(await takeAndRelease(limits, `${n}`), 0);
  for (let count = 0; count < 10; count++) assertEquals(await takeAndRelease(limits, "a"), 20);
  pass(1_000);
  for (let count = 0; count < ENDPOINT_PUSHES_MAX; count++) assertEquals(await takeAndRelease(limits, "a"), 0);
});

Deno.test("PushLimits lets 64 wait for their answers, and another when one has come", async () => {
  const { limits, pass } = createLimits();
  for (let n = 0; n < PUSHES_WAITING_MAX; n++) {
    pass(20);
    assertEquals(await limits.take(`${n}`), 0);
  }
  pass(1_000);
  assertEquals(await limits.take("a"), 1_000);
  limits.release();
  assertEquals(await limits.take("a"), 0);
});
