import { assert, assertEquals } from "@std/assert";
import FakeTimers from "@sinonjs/fake-timers";
import { RECENT_MAX, RECENT_MS, RecentCalls } from "../../../client/kept/recent_calls.ts";
import type { CallId, PeerId } from "../../../signaling/protocol.ts";
import { FakeNetwork } from "../../doubles/fake_peer_connection.ts";
import { KeptWorld } from "../../doubles/kept_world.ts";
import { type Relay, RelayedPair } from "../../doubles/relayed_pair.ts";
import { createTestIdentity } from "../../doubles/test_identity.ts";

const [KIM, ANN] = ["k7mq-2vhd-9xtr-w4pz-0b5n" as PeerId, "0000-0000-0000-0000-0000" as PeerId];
const CALL = "call" as CallId;

/** Opens a page in the same browser, which has read what is kept. */
type OpenPage = (now?: () => number) => Promise<RecentCalls>;

function recentTest(name: string, run: (open: OpenPage, world: KeptWorld) => Promise<void>): void {
  Deno.test(name, async () => {
    using world = new KeptWorld();
    await run(async (now = () => 0) => {
      const store = world.openTab();
      const recent = new RecentCalls(now, store);
      await store.load();
      await world.settle();
      return recent;
    }, world);
  });
}

recentTest(
  "a call is known to a page that is opened afterwards, with whom it was, for an hour",
  async (open, world) => {
    let nowMs = 1_000_000;
    const before = await open(() => nowMs);
    assert(!before.has(CALL, KIM));
    before.note(CALL, KIM);
    await world.settle();
    const after = await open(() => nowMs);
    assert(after.has(CALL, KIM));
    assert(!after.has(CALL, ANN), "Whoever else knows the ID of the call was not in it");
    assert(!after.has("other" as CallId, KIM));
    nowMs += RECENT_MS - 1;
    assert(after.has(CALL, KIM));
    nowMs += 1;
    assert(!after.has(CALL, KIM));
  },
);

recentTest("a call that is noted again is known for longer, and takes the place of no other", async (open) => {
  let nowMs = 1_000_000;
  const recent = await open(() => nowMs);
  recent.note("other" as CallId, ANN);
  for (let times = 0; times <= RECENT_MAX; times++) recent.note(CALL, KIM);
  assert(recent.has("other" as CallId, ANN));
  nowMs += RECENT_MS - 1;
  recent.note(CALL, KIM);
  nowMs += RECENT_MS - 1;
  assert(recent.has(CALL, KIM));
  assert(!recent.has("other" as CallId, ANN));
});

recentTest(
  "a call of which both ends know that it is over is forgotten, in other tabs too, and no other",
  async (open, world) => {
    const [recent, beside] = [await open(), await open()];
    const other = "other" as CallId;
    for (const callId of [CALL, other]) recent.note(callId, KIM);
    await world.settle();
    recent.forget(CALL);
    await world.settle();
    for (const tab of [recent, beside, await open()]) {
      assertEquals([tab.has(CALL, KIM), tab.has(other, KIM)], [false, true]);
    }
  },
);

recentTest("a tab in which a call is over forgets none that another tab is in", async (open, world) => {
  (await open()).note(CALL, KIM);
  await world.settle();
  const beside = await open();
  beside.forget(CALL);
  await world.settle();
  assert(beside.has(CALL, KIM));
});

recentTest("the latest are kept, and so many", async (open) => {
  const recent = await open();
  for (let index = 0; index <= RECENT_MAX; index++) recent.note(`call${index}` as CallId, KIM);
  assertEquals([0, 1, RECENT_MAX].map((index) => recent.has(`call${index}` as CallId, KIM)), [false, true, true]);
});

recentTest("what another page needs to go on with a call is kept with it, until nobody may", async (open, world) => {
  const memory = { name: "Kim", startedAtMs: 5, isMuted: true, isCameraOn: false };
  const before = await open();
  before.note(CALL, KIM);
  before.remember(CALL, memory);
  before.note(CALL, KIM); // Again, as it goes on.
  await world.settle();
  const after = await open();
  assertEquals(after.findLeft(CALL), { peerId: KIM, memory });
  assertEquals(after.findLeft("other" as CallId), null);
  after.drop(CALL, ANN);
  assert(after.findLeft(CALL) !== null, "Nobody else can say that it is over");
  after.remember(CALL, null);
  assertEquals([after.findLeft(CALL), after.has(CALL, KIM)], [null, true]);
  after.drop(CALL, KIM);
  assert(!after.has(CALL, KIM));
});

recentTest("what is stored and is none of these is none", async (open, world) => {
  const stored = [null, 1, {}, { callId: "call", peerId: "x", atMs: 0 }, { callId: "", peerId: KIM, atMs: 0 }];
  localStorage.setItem("recent-calls", JSON.stringify([...stored, { callId: "call", peerId: KIM }]));
  assert(!(await open()).has(CALL, KIM));
  assertEquals([world.records.get("recent-calls"), localStorage.getItem("recent-calls")], [[], null]);
});

/** Plays a call that the caller leaves; tells how many calls each end remembers while it lasts, and in the end. */
async function playCall(relay: Relay): Promise<{ during: number[]; after: number[] }> {
  const identities = { caller: await createTestIdentity(), callee: await createTestIdentity() };
  const network = new FakeNetwork();
  network.hasChannels = true;
  const restore = network.install();
  const timers = FakeTimers.install({ toFake: ["setTimeout", "clearTimeout", "setInterval", "clearInterval"] });
  try {
    let nowMs = 0;
    const pair = new RelayedPair(identities, relay, () => nowMs);
    const count = () => [pair.caller, pair.callee].map(({ recentCalls }) => recentCalls.size);
    await pair.play();
    const during = count();
    nowMs += 1_000; // What was acknowledged a moment ago is not acknowledged anew.
    if (pair.caller.view !== null) pair.caller.calls.hangUp(pair.caller.view.callId);
    await pair.waitFor(() => false);
    return { during, after: count() };
  } finally {
    timers.uninstall();
    restore();
  }
}

Deno.test("both ends forget a call when the one has left it and the other has acknowledged that", async () => {
  assertEquals(await playCall((message) => [message]), { during: [1, 1], after: [0, 0] });
});

Deno.test("an end that nobody has told that its last words have come remembers the call", async () => {
  let hasLeft = false;
  const { during, after } = await playCall((message, to) => {
    hasLeft ||= message.type === "hang-up";
    return hasLeft && to === "caller" ? [] : [message];
  });
  assertEquals([during, after], [[1, 1], [1, 0]]);
});
