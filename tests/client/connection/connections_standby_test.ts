/** When a connection that may take the current one's place is made, made anew, given up and counted as a failure. */

import { assert, assertEquals } from "@std/assert";
import type { ConnectionId } from "../../../signaling/protocol.ts";
import { type End, letPromisesSettle, type Pair, pairTest } from "../../doubles/connection_pair.ts";

const OFFER = { type: "offer", sdp: "offer of the other end" } as const;
const OTHER_ID = "other" as ConnectionId;

/** Takes an offer of the other end and lets the answer leave. */
async function answer(end: End, connectionId = OTHER_ID): Promise<void> {
  void end.connections.applyDescription(OFFER, connectionId);
  await end.work();
}

/** The ID under which an end made its latest offer. */
function latestId(end: End): ConnectionId {
  const id = end.sent.at(-1)?.connectionId;
  assert(id !== undefined, "Nothing was sent");
  return id;
}

/** Offers another connection, and lets the offer leave. */
async function offer(pair: Pair, isForced = false): Promise<ConnectionId> {
  pair.replace(0, { isForced });
  await pair.work(0);
  return latestId(pair.ends[0]);
}

async function takeAnswer(end: End, connectionId: ConnectionId): Promise<void> {
  await end.connections.applyDescription({ type: "answer", sdp: "" }, connectionId);
}

function isUnbound({ made }: End): (boolean | undefined)[] {
  return made.map(({ options }) => options.isUnbound);
}

pairTest(
  "Connections make an offer anew for another network, though the browser is still at work on it",
  async (pair) => {
    const [a] = pair.ends;
    pair.replace(0, { isForced: false });
    pair.nowMs = 999;
    pair.replace(0, { isForced: true });
    assertEquals(a.made.length, 2);
    pair.nowMs = 1_000;
    pair.replace(0, { isForced: true });
    assertEquals(a.made.length, 3, "It is a second old, and no longer fresh");
    while (await pair.work(0)) { /* The browser finishes both. */ }
    assertEquals(a.proved, [latestId(a)], "Nothing is proved of the one that was dropped");
    assertEquals(a.told, [{ offer: latestId(a) }]);
  },
);

pairTest("Connections say nothing of one that is dropped while its description is proved", async (pair) => {
  const [a] = pair.ends;
  const { promise, resolve } = Promise.withResolvers<void>();
  a.proving = promise;
  pair.replace(0, { isForced: false });
  await pair.work(0);
  assertEquals([a.proved.length, a.sent.length], [1, 0]);
  a.connections.stopMedia();
  resolve();
  await letPromisesSettle();
  assertEquals([a.sent, a.errors], [[], []]);
});

pairTest(
  "Connections keep a fresh offer that another network made necessary, though the one in use is heard",
  async (pair) => {
    const [a] = pair.ends;
    const id = await offer(pair);
    pair.replace(0, { isForced: true });
    await takeAnswer(a, id);
    assertEquals([a.made.length, a.open.length], [2, 2]);
    assert(a.made[1]?.score.hasAnswer);
  },
);

pairTest(
  "Connections keep their own offer for the polite end that gave its own up, though all is heard",
  async (pair) => {
    const [, impolite] = pair.ends;
    pair.replace(1, { isForced: false });
    await pair.work(1);
    const id = latestId(impolite);
    void impolite.connections.applyDescription(OFFER, OTHER_ID);
    assertEquals([impolite.crossed, impolite.made.length], [1, 2]);
    await takeAnswer(impolite, id);
    assert(impolite.made[1]?.score.hasAnswer);
    assertEquals(impolite.open.length, 2);
  },
);

pairTest("Connections take an answer only to the offer that stands, and only once", async (pair) => {
  const [a] = pair.ends;
  const earlier = await offer(pair, true);
  pair.nowMs = 5_000;
  const id = await offer(pair, true);
  await takeAnswer(a, earlier);
  assertEquals([a.made.length, a.made[2]?.score.hasAnswer], [3, false]);
  await takeAnswer(a, id);
  await takeAnswer(a, id);
  assertEquals([a.made[2]?.score.hasAnswer, a.errors.length], [true, 0]);
});

for (const isForced of [false, true]) {
  const forced = isForced ? "for another network" : "for a dead path";
  pairTest(`Connections tell of an offer, answer it, and make another ${forced} once that has left`, async (pair) => {
    const [, b] = pair.ends;
    await answer(b);
    assertEquals(b.told, ["remote offered", { answer: OTHER_ID }]);
    pair.replace(1, { isForced });
    assertEquals([b.made.length, b.open], [3, [b.made[0], b.made[2]]]);
  });
}

pairTest("Connections leave one that was answered for its spare time, whatever the clock says", async (pair) => {
  const [, b] = pair.ends;
  pair.nowMs = 100_000;
  await answer(b);
  pair.nowMs = 107_999;
  pair.replace(1, { isForced: false, spareMs: 8_000 });
  assertEquals(b.made.length, 2);
  pair.nowMs = 108_000;
  pair.replace(1, { isForced: false, spareMs: 8_000 });
  assertEquals(b.made.length, 3);
});

pairTest("Connections give a standby its time, and no more unless its offer may still be on its way", async (pair) => {
  const [a, b] = pair.ends;
  pair.nowMs = 100_000;
  const id = await offer(pair, true);
  await answer(b);
  pair.nowMs = 115_000;
  for (const end of [a, b]) {
    end.connections.tick({ hasUnsaid: false });
    assertEquals(end.open.length, 2, "So long a standby may take");
  }
  await takeAnswer(a, id);
  pair.nowMs = 115_001;
  for (const end of [a, b]) {
    end.connections.tick({ hasUnsaid: true });
    assertEquals(end.open, [end.made[0]], "What is unsaid is not its offer");
  }
});

pairTest(
  "Connections try those after a failure bound and unbound in turn, and begin anew once one is in use",
  async (pair) => {
    const [a] = pair.ends;
    for (let failures = 0; failures < 3; failures++) {
      const id = await offer(pair, true);
      await takeAnswer(a, id);
      a.made.at(-1)?.options.handlers.state("failed");
      assertEquals(a.open, [a.made[0]]);
    }
    assertEquals(isUnbound(a), [false, true, false, true]);
    for (const end of pair.ends) end.isAlive = false;
    a.sent.length = 0;
    pair.replace(0, { isForced: true });
    await pair.settle();
    assertEquals(a.current, a.made[4]);
    pair.replace(0, { isForced: true });
    assertEquals(isUnbound(a).slice(4), [false, true]);
  },
);

pairTest("Connections count one that was never answered as no failure", async (pair) => {
  const [a] = pair.ends;
  for (let count = 0; count < 2; count++) {
    await offer(pair, true);
    a.made.at(-1)?.options.handlers.state("failed");
  }
  assertEquals(isUnbound(a), [false, true, true]);
});

pairTest("Connections count one that a change of network may have overtaken as no failure", async (pair) => {
  const [, b] = pair.ends;
  for (const isAlive of [true, true, false]) {
    b.isAlive = isAlive;
    await answer(b, `${OTHER_ID}${b.made.length}` as ConnectionId);
    b.made.at(-1)?.options.handlers.state("failed");
  }
  await answer(b);
  assertEquals(isUnbound(b), [false, true, true, true, false]);
});

pairTest("Connections drop a standby that fails, for good, and keep the one in use", async (pair) => {
  const [a] = pair.ends;
  await offer(pair, true);
  const { state } = a.made[1]!.options.handlers;
  state("failed");
  assertEquals([a.open, a.current, a.told.includes("failed")], [[a.made[0]], a.made[0], false]);
  state("connected");
  assertEquals([a.current, a.opened.length], [a.made[0], 1], "It is closed, whatever it says");
});

pairTest("Connections tell when the one in use fails, and of none that was replaced", async (pair) => {
  const [a] = pair.ends;
  pair.replace(0, { isForced: true });
  await pair.settle();
  a.told.length = 0;
  const [retired, current] = a.made.map(({ options }) => options.handlers);
  pair.replace(0, { isForced: true });
  retired?.state("failed");
  retired?.state("connected");
  assertEquals([a.told, a.opened.length, a.made[2]?.score.isOpen], [[], 2, true]);
  current?.state("failed");
  assertEquals([a.told, a.opened.length, a.made[2]?.score.isOpen], [["failed"], 2, true], "Another may still come up");
});

for (const what of ["createOffer", "prepareAnswer", "applyAnswer"] as const) {
  pairTest(`Connections report a standby whose browser cannot ${what}(), and drop it`, async (pair) => {
    const [a] = pair.ends;
    a.refuses.add(what);
    if (what === "prepareAnswer") await answer(a);
    else pair.replace(0, { isForced: true });
    await pair.work(0);
    if (what === "applyAnswer") await takeAnswer(a, latestId(a));
    assertEquals([a.errors.length, a.made.length, a.open], [1, 2, [a.made[0]]]);
    assertEquals(a.sent.length, what === "applyAnswer" ? 1 : 0);
  });
}

pairTest("Connections keep a standby when the one before it could not be described, and report that", async (pair) => {
  const [a] = pair.ends;
  pair.replace(0, { isForced: true });
  pair.nowMs = 5_000;
  pair.replace(0, { isForced: true });
  a.refuses.add("createOffer");
  await pair.work(0);
  a.refuses.clear();
  await pair.work(0);
  assertEquals([a.errors.length, a.open, a.sent.length], [1, [a.made[0], a.made[2]], 1]);
});

pairTest("Connections answer again once the first of a minute's offers is a minute old", async (pair) => {
  const [end] = pair.ends;
  for (let count = 0; count < 30; count++) await answer(end, `c${count}` as ConnectionId);
  pair.nowMs = 59_999;
  await answer(end, "early" as ConnectionId);
  assertEquals(end.made.length, 31);
  pair.nowMs = 60_000;
  await answer(end, "late" as ConnectionId);
  assertEquals(end.made.length, 32);
});

pairTest(
  "Connections answer the latest offer of those that were too many once they may, and drop none but for a later",
  async (pair) => {
    const [end] = pair.ends;
    for (let count = 0; count < 30; count++) await answer(end, `c${count}` as ConnectionId);
    for (const id of ["early", "later"]) await answer(end, id as ConnectionId);
    pair.nowMs = 59_999;
    end.connections.tick({ hasUnsaid: false });
    assertEquals(end.made.length, 31);
    pair.nowMs = 60_000;
    end.connections.tick({ hasUnsaid: false });
    await pair.work(0);
    assertEquals([end.made.length, latestId(end)], [32, "later"]);
    end.connections.tick({ hasUnsaid: false });
    assertEquals(end.made.length, 32, "Once");
  },
);

pairTest("Connections make none once media has stopped, by an offer of either end", async (pair) => {
  const [a, b] = pair.ends;
  a.connections.stopMedia();
  pair.replace(0, { isForced: true });
  await answer(a);
  assertEquals([a.made.length, a.told], [1, []]);
  pair.replace(1, { isForced: true });
  b.connections.stopMedia();
  assertEquals(b.open, [b.made[0]], "One that may have come up is given up");
});
