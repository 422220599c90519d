import { assert, assertEquals, assertRejects } from "@std/assert";
import FakeTimers from "@sinonjs/fake-timers";
import fc from "fast-check";
import type { ConnectionId } from "../../../signaling/protocol.ts";
import { assertAgreed, NO_TRACKS, Pair, pairTest } from "../../doubles/connection_pair.ts";
import { runs } from "../../doubles/runs.ts";

const TRACK = { kind: "video" } as MediaStreamTrack;

pairTest("Connections change over to a replacement at both ends, and close the old one later", async (pair, clock) => {
  const [a, b] = pair.ends;
  assertEquals(a.connections.certificate, "certificate" as never);
  for (const end of pair.ends) end.isAlive = false;
  pair.replace(0, { isForced: false });
  await pair.settle();
  assertAgreed(pair.ends);
  for (const end of [a, b]) assertEquals([end.made.length, end.opened.length, end.open.length], [2, 2, 2]);
  clock.tick(60_000);
  for (const end of [a, b]) assertEquals(end.open, [end.made[1]]);
});

pairTest("Connections show the tracks of the one in use, in the same stream", async (pair) => {
  const [a] = pair.ends;
  const [before, after] = ["before", "after"].map((id) => ({ ...TRACK, id })) as [MediaStreamTrack, MediaStreamTrack];
  a.made[0]?.options.handlers.track("camera", before);
  assertEquals([...a.streams.camera.tracks], [before]);
  pair.replace(0, { isForced: true });
  a.made[1]?.options.handlers.track("camera", after);
  assertEquals([...a.streams.camera.tracks], [before], "Nothing comes on it yet");
  await pair.settle();
  assertEquals([...a.streams.camera.tracks], [after]);
});

pairTest("Connections answer so many offers a minute, whatever the other end needs them for", async (pair) => {
  const [end] = pair.ends;
  const offer = async (count: number) => {
    void end.connections.applyDescription({ type: "offer", sdp: `offer ${count}` }, `c${count}` as ConnectionId);
    await pair.settle();
  };
  for (let count = 0; count < 60; count++) {
    pair.nowMs += 900;
    await offer(count);
  }
  assertEquals(end.made.length - 1, 30, "No connection is made for what is not answered either");
  pair.nowMs += 60_000;
  await offer(60);
  assertEquals(end.made.length - 1, 31);
});

pairTest("Connections send what they sent before on a replacement too", async (pair) => {
  const [a, b] = pair.ends;
  const tracks = { ...NO_TRACKS, camera: TRACK };
  for (const end of [a, b]) await end.connections.setTracks(tracks);
  pair.replace(1, { isForced: true });
  await pair.settle();
  for (const end of [a, b]) {
    assertEquals(end.made.map(({ score }) => score.tracks), [NO_TRACKS, tracks]);
  }
});

pairTest(
  "Connections drop a replacement once the one in use is heard again, unless the network changed",
  async (pair) => {
    const [a, b] = pair.ends;
    pair.replace(0, { isForced: false });
    await pair.settle();
    assertEquals([a.open.length, a.current], [1, a.made[0]]);
    assertEquals(b.current, b.made[0]);
    pair.nowMs = 60_000;
    b.connections.tick({ hasUnsaid: false });
    assertEquals(b.open.length, 1, "The other end waits in vain for a time");
    pair.replace(0, { isForced: true });
    await pair.settle();
    assertAgreed(pair.ends);
    assertEquals(a.current, a.made[2]);
  },
);

pairTest("Connections let the polite end give way when both offer", async (pair) => {
  const [polite, impolite] = pair.ends;
  for (const end of pair.ends) end.isAlive = false;
  for (const end of [0, 1] as const) pair.replace(end, { isForced: false });
  const offer = impolite.made[1]?.score.offer;
  await pair.settle();
  assertAgreed(pair.ends);
  assertEquals(polite.current?.score.offer, offer);
  assertEquals([polite.crossed, impolite.crossed], [0, 1], "Whose offer stands says it again");
  assertEquals(pair.ends.map((end) => end.current?.options.isUnbound), [true, true]);
});

pairTest("Connections let an answer leave that the other end waits for, whatever comes meanwhile", async (pair) => {
  const [polite, impolite] = pair.ends;
  for (const end of pair.ends) end.isAlive = false;
  pair.replace(1, { isForced: false });
  await pair.work(1);
  pair.deliver(1);
  for (const isForced of [false, true]) pair.replace(0, { isForced });
  await pair.settle();
  assertAgreed(pair.ends);
  assertEquals([polite.made.length, impolite.made.length], [2, 2]);
});

pairTest("Connections give up an offer that was delivered and never answered, and no other", async (pair) => {
  const [a] = pair.ends;
  pair.replace(0, { isForced: false });
  await pair.work(0);
  pair.nowMs = 60_000;
  a.connections.tick({ hasUnsaid: true });
  assertEquals(a.open.length, 2);
  a.connections.tick({ hasUnsaid: false });
  assertEquals(a.open.length, 1);
});

pairTest("Connections leave one alone that was answered, as long as they are told to", async (pair) => {
  for (const end of pair.ends) end.isAlive = false;
  pair.replace(0, { isForced: false });
  await pair.work(0);
  pair.deliver(0);
  await pair.work(1);
  pair.deliver(1);
  await pair.work(0);
  pair.nowMs = 7_999;
  for (const end of [0, 1] as const) pair.replace(end, { isForced: false, spareMs: 8_000 });
  assertEquals(pair.ends.map(({ made }) => made.length), [2, 2]);
  pair.nowMs = 8_000;
  pair.replace(0, { isForced: false, spareMs: 8_000 });
  assertEquals(pair.ends[0].made.length, 3);
  assertEquals(pair.ends[0].made.map(({ options }) => options.isUnbound), [false, true, false], "It tries both ways");
});

Deno.test("Connections make none after the end", async () => {
  const pair = await Pair.connect();
  const [end] = pair.ends;
  end.connections.close();
  await assertRejects(() => end.connections.prepareOffer({}));
  assertEquals(end.open, []);
});

pairTest(
  "Connections leave an offer that waits for its answer, and make it anew only for another network",
  async (pair) => {
    const [a] = pair.ends;
    pair.replace(0, { isForced: false });
    pair.replace(0, { isForced: false });
    pair.replace(0, { isForced: true });
    await pair.work(0);
    assertEquals([a.made.length, a.sent.length], [2, 1], "It is too young to be of another network");
    pair.nowMs = 5_000;
    pair.replace(0, { isForced: false });
    assertEquals(a.made.length, 2);
    pair.replace(0, { isForced: true });
    await pair.work(0);
    assertEquals([a.made.length, a.sent.length], [3, 2]);
    await pair.settle();
    assertAgreed(pair.ends);
  },
);

pairTest("Connections close everything at the end", async (pair) => {
  const [a] = pair.ends;
  pair.replace(0, { isForced: true });
  await pair.settle();
  pair.replace(0, { isForced: true });
  a.connections.close();
  assertEquals(a.open, []);
  pair.replace(0, { isForced: true });
  assertEquals(a.made.length, 3, "Nothing is made after the end");
});

const end = fc.constantFrom(0 as const, 1 as const);
const step = fc.oneof(
  fc.record({
    type: fc.constant("replace" as const),
    at: end,
    isForced: fc.boolean(),
    spareMs: fc.constantFrom(0, 8_000),
  }),
  fc.record({ type: fc.constant("deliver" as const), at: end }),
  fc.record({ type: fc.constant("work" as const), at: end }),
  fc.record({ type: fc.constant("connect" as const), at: end }),
  fc.record({ type: fc.constant("live" as const), at: end, isAlive: fc.boolean() }),
  fc.record({ type: fc.constant("wait" as const), ms: fc.integer({ min: 0, max: 20_000 }) }),
);

Deno.test("Connections agree after any mix of offers, however they cross", async () => {
  const clock = FakeTimers.install({ toFake: ["setTimeout", "clearTimeout"] });
  try {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
        const pair = await Pair.connect();
        for (const step of steps) {
          if (step.type === "replace") pair.replace(step.at, step);
          else if (step.type === "deliver") pair.deliver(step.at);
          else if (step.type === "work") await pair.work(step.at);
          else if (step.type === "connect") pair.connectNewest(step.at);
          else if (step.type === "live") pair.ends[step.at].isAlive = step.isAlive;
          else pair.nowMs += step.ms;
          for (const { open } of pair.ends) assert(open.length <= 3 + steps.length);
        }
        await pair.settle();
        // An end that changed over alone hears nothing, and offers another.
        const isApart = pair.ends[0].current?.score.offer !== pair.ends[1].current?.score.offer;
        if (isApart) {
          for (const end of pair.ends) end.isAlive = false;
          pair.nowMs += 60_000;
          for (const end of pair.ends) end.connections.tick({ hasUnsaid: false });
          pair.replace(0, { isForced: false });
          await pair.settle();
        }
        assertAgreed(pair.ends);
        // What had to wait is done now.
        for (const round of ["what is owed", "what came to nothing"]) {
          pair.nowMs += 60_000;
          for (const end of pair.ends) end.connections.tick({ hasUnsaid: false });
          await pair.settle();
          assertAgreed(pair.ends, round);
        }
        clock.tick(60_000);
        for (const end of pair.ends) {
          assertEquals(end.errors, []);
          assertEquals(end.open, [end.current], "One is left");
        }
      }),
      { numRuns: runs(2_000) },
    );
  } finally {
    clock.uninstall();
  }
});
