/** What an end says of its media, and what is shown of the other's. */

import { assert, assertEquals } from "@std/assert";
import FakeTimers from "@sinonjs/fake-timers";
import fc from "fast-check";
import { RESUME_MS } from "../../../../client/features/media_state/media_state.ts";
import { remoteMediaOf } from "../../../../client/features/media_state/media_key.ts";
import { FEATURES } from "../../../../client/features/registry.ts";
import { readMedia } from "../../../../client/media/source.ts";
import { CALL_ID, carry, FeatureEnd, settle } from "../../../doubles/feature_end.ts";

const ENTRIES = FEATURES.filter(({ name }) => name === "media-state");
const SILENT = readMedia({ audio: false, video: false });
const BOTH = readMedia({ audio: true, video: true });

function remoteMedia({ call, features }: FeatureEnd): object {
  return remoteMediaOf({ features: features.statesOf(CALL_ID), remoteMedia: call?.remoteMedia ?? SILENT });
}

async function open(): Promise<{ caller: FeatureEnd; callee: FeatureEnd }> {
  const { caller, callee } = FeatureEnd.createPair(ENTRIES);
  for (const end of [caller, callee]) end.features.open(CALL_ID);
  await settle();
  return { caller, callee };
}

Deno.test("Each end says what it sends when the call is answered and whenever that changes, and each time once", async () => {
  const { caller } = await open();
  caller.handleLocalMedia(BOTH);
  for (let count = 0; count < 3; count++) caller.handleLocalMedia({ ...BOTH, microphone: false });
  caller.handleLocalMedia({ ...BOTH, microphone: false, screen: true });
  const message = { type: "media-state", audio: true, video: true, screen: false, screenSound: false, hold: false };
  assertEquals(caller.sent, [
    { message: message as never, isLatest: true },
    { message: { ...message, audio: false } as never, isLatest: true },
    { message: { ...message, audio: false, screen: true } as never, isLatest: true },
  ]);
});

Deno.test("What the other end says is shown, before that what its offer or answer said, and nothing that does not fit", async () => {
  const { caller, callee } = await open();
  assertEquals(remoteMedia(callee), SILENT);
  carry(caller, callee);
  assertEquals(remoteMedia(callee), BOTH);
  for (
    const body of [null, 7, {}, { audio: "yes", video: true }, { audio: true }, {
      audio: false,
      video: true,
      screen: 1,
    }]
  ) {
    callee.features.receive(CALL_ID, "media-state", body);
  }
  callee.features.receive(CALL_ID, "media-state", { audio: false, video: true, future: 1 });
  assertEquals(remoteMedia(callee), { ...BOTH, microphone: false }, "A page that knows of no screen has none");
  callee.features.receive(CALL_ID, "media-state", { audio: false, video: false, screen: true, screenSound: true });
  assertEquals(remoteMedia(callee), { ...SILENT, screen: true, "screen-sound": true });
});

Deno.test("Who is about to join says so until they have, and to a page that does not know it is silent meanwhile", async () => {
  const { caller, callee } = await open();
  const joining = { ...SILENT, isJoining: true as const };
  caller.handleLocalMedia(joining);
  caller.handleLocalMedia({ ...joining });
  const silent = { type: "media-state", audio: false, video: false, screen: false, screenSound: false, hold: false };
  assertEquals(caller.sent.slice(1), [{ message: { ...silent, joining: true } as never, isLatest: true }]);
  carry(caller, callee);
  assertEquals(remoteMedia(callee), joining);
  caller.handleLocalMedia(SILENT);
  assertEquals(caller.sent.at(-1)?.message, silent as never);
  carry(caller, callee);
  assertEquals(remoteMedia(callee), SILENT);
  callee.features.receive(CALL_ID, "media-state", { audio: true, video: true, joining: "soon" });
  assertEquals(remoteMedia(callee), SILENT);
});

Deno.test("An end says that it holds the call, and what the other end says of that is passed on once", async () => {
  const { caller, callee } = await open();
  assert(caller.call !== undefined);
  caller.call = { ...caller.call, isHeld: true };
  caller.handleLocalMedia(SILENT);
  assertEquals((caller.sent.at(-1)?.message as { hold?: boolean }).hold, true);
  callee.events.length = 0;
  carry(caller, callee);
  assertEquals(callee.events, [[CALL_ID, { type: "remote-held", isHeld: true }]]);
  callee.events.length = 0;
  callee.features.receive(CALL_ID, "media-state", { audio: true, video: true });
  assertEquals(callee.events, [], "A page that is older than holding holds nothing");
});

/** An end whose other end holds and resumes, and what comes of it, in a time that the test passes. */
class HeldEnd {
  readonly resumedAtMs: number[] = [];
  readonly #end: FeatureEnd;
  readonly #clock: ReturnType<typeof FakeTimers.install>;

  constructor(end: FeatureEnd, clock: ReturnType<typeof FakeTimers.install>) {
    [this.#end, this.#clock] = [end, clock];
  }

  get isHeld(): boolean | undefined {
    return this.#end.call?.isRemoteHeld;
  }

  /** Does with what the feature says what the call does. */
  #take(): void {
    for (const [, event] of this.#end.events.splice(0) as [unknown, { type: string; isHeld: boolean }][]) {
      if (event.type !== "remote-held" || this.#end.call === undefined) continue;
      this.#end.call = { ...this.#end.call, isRemoteHeld: event.isHeld };
      if (!event.isHeld) this.resumedAtMs.push(this.#end.nowMs);
    }
  }

  say(isHeld: boolean): void {
    this.#end.features.receive(CALL_ID, "media-state", { audio: true, video: true, hold: isHeld });
    this.#take();
  }

  setClockBack(): void {
    this.#end.nowMs -= 900_000;
  }

  pass(ms: number): void {
    for (let passed = 0; passed < ms; passed += 10) {
      this.#end.nowMs += 10;
      this.#clock.tick(10);
      this.#take();
    }
  }

  /** The other end's page comes back, and its call goes on in another. */
  async comeBack(): Promise<void> {
    this.#end.features.close(CALL_ID);
    const rejoined = { callId: CALL_ID, connectedAtMs: 0, name: null };
    if (this.#end.call !== undefined) this.#end.call = { ...this.#end.call, rejoined };
    this.#end.features.open(CALL_ID);
    await settle();
  }

  /** The feature fails, which ends it, and begins anew when it is next needed. */
  async fail(): Promise<void> {
    const { warn } = console;
    console.warn = () => {};
    this.#end.features.use(CALL_ID, { name: "media-state" }, () => Promise.reject(new Error("no")));
    await settle();
    console.warn = warn;
    this.#take();
  }

  assertSeldom(): void {
    for (const [index, ms] of this.resumedAtMs.entries()) {
      const gapMs = ms - (this.resumedAtMs[index - 1] ?? -Infinity);
      assert(gapMs >= RESUME_MS, `resumed at ${this.resumedAtMs}`);
    }
  }
}

async function withHeldEnd(run: (held: HeldEnd) => void | Promise<void>): Promise<void> {
  const { callee } = await open();
  callee.nowMs = 1_000_000;
  const clock = FakeTimers.install({ toFake: ["setTimeout", "clearTimeout"] });
  try {
    await run(new HeldEnd(callee, clock));
    callee.features.close(CALL_ID);
    assertEquals(clock.countTimers(), 0);
  } finally {
    clock.uninstall();
  }
}

Deno.test("Whoever holds and resumes again and again resumes every two seconds at most, and the last word counts", async () => {
  await withHeldEnd((held) => {
    for (let count = 0; count < 60; count++) {
      held.say(true);
      assertEquals(held.isHeld, true, "At once");
      held.pass(160);
      held.say(false);
      held.pass(160);
    }
    held.pass(RESUME_MS);
    assertEquals([held.isHeld, held.resumedAtMs.length], [false, 11]);
    held.assertSeldom();
    held.say(true);
    held.say(false);
    held.say(true);
    held.pass(10 * RESUME_MS);
    assertEquals(held.isHeld, true, "That it was resumed was taken back");
    held.say(false);
    assertEquals(held.isHeld, false, "Who waits for nothing need not");
    held.setClockBack();
    held.say(true);
    held.say(false);
    held.pass(RESUME_MS);
    assertEquals(held.isHeld, false, "However the clock is set");
  });
  const words = fc.array(fc.tuple(fc.integer({ min: 0, max: 250 }), fc.boolean()), { minLength: 1, maxLength: 20 });
  await fc.assert(
    fc.asyncProperty(words, async (all) => {
      await withHeldEnd((held) => {
        for (const [waits, isHeld] of all) {
          held.pass(waits * 10);
          held.say(isHeld);
        }
        held.pass(RESUME_MS);
        assertEquals(held.isHeld, all.at(-1)?.[1]);
        held.assertSeldom();
      });
    }),
    { numRuns: 50 },
  );
});

Deno.test("Whoever has its page loaded again and again resumes no more often for it", async () => {
  await withHeldEnd(async (held) => {
    for (let count = 0; count < 10; count++) {
      held.say(true);
      await held.comeBack();
      held.say(false);
      held.pass(300);
    }
    held.pass(RESUME_MS);
    assertEquals([held.isHeld, held.resumedAtMs.length], [false, 3]);
    held.assertSeldom();
  });
});

Deno.test("Where its word cannot be read, the other end's picture shows for itself", () => {
  const features = new Map([["media-state", { stage: "failed" as const, view: undefined }]]);
  assertEquals(remoteMediaOf({ features, remoteMedia: SILENT }), BOTH);
});

Deno.test("That a call was resumed counts although the feature fails before its time, and no more than was said", async () => {
  await withHeldEnd(async (held) => {
    for (const isHeld of [true, false, true, false]) held.say(isHeld);
    assertEquals(held.isHeld, true, "It is too soon");
    await held.fail();
    assertEquals(held.isHeld, false);
    held.say(true);
    await held.fail();
    assertEquals(held.isHeld, true);
    await held.fail();
    assertEquals(held.isHeld, true, "Nothing was said since");
  });
});
