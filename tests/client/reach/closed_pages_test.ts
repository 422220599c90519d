/** When a caller's page has browsers told of a call, when it gives up, and when it tells that the call was missed. */

import { assertEquals } from "@std/assert";
import FakeTimers from "@sinonjs/fake-timers";
import type { PushDevice, ReachCard } from "../../../client/kept/people/reach_cards.ts";
import { ABSENT_MS, ClosedPages, PUSHED_RING_MS, type ReachedCall } from "../../../client/reach/closed_pages.ts";
import { pushAll, type Pusher } from "../../../client/reach/pusher.ts";
import type { RingClaim } from "../../../client/reach/ring_claim.ts";
import type { Proof } from "../../../client/proof/call_proof.ts";
import { type CallId, type PeerId, RING_TIMEOUT_MS } from "../../../signaling/protocol.ts";

const CALL_ID = "call" as CallId;
const PEER_ID = "k7mq-2vhd-9xtr-w4pz-0b5n" as PeerId;
const ENDPOINT = "https://push.example/1";
const CALLING: ReachedCall = {
  ...{ callId: CALL_ID, remotePeerId: PEER_ID, phase: "outgoing", isRinging: false, isPatient: false },
  ...{ isOutgoing: true, connectedAtMs: null, endReason: null },
};

class World {
  call: ReachedCall | undefined = CALLING;
  card: ReachCard | undefined = { id: PEER_ID, push: [{ endpoint: ENDPOINT }] } as unknown as ReachCard;
  readonly log: unknown[] = [];
  readonly answers: PromiseWithResolvers<{ isAccepted: boolean; gone: readonly string[] }>[] = [];
  readonly pages = new ClosedPages({
    findCall: () => this.call,
    findCard: () => this.card,
    tell: (_call, _card, state) => {
      this.log.push(state);
      const answer = Promise.withResolvers<{ isAccepted: boolean; gone: readonly string[] }>();
      this.answers.push(answer);
      return answer.promise;
    },
    drop: (_id, endpoint) => void this.log.push(`drop ${endpoint}`),
    prolong: (_id, ms) => void this.log.push(ms),
    changed: () => {},
  });

  become(change: Partial<ReachedCall>): void {
    this.call = { ...CALLING, ...change };
    this.pages.follow([this.call]);
  }

  async answer(isAccepted: boolean, gone: readonly string[] = []): Promise<void> {
    this.answers.at(-1)?.resolve({ isAccepted, gone });
    for (let turn = 0; turn < 20; turn++) await Promise.resolve();
  }

  take(): unknown[] {
    return this.log.splice(0);
  }
}

function pagesTest(name: string, run: (world: World, clock: ReturnType<typeof FakeTimers.install>) => Promise<void>) {
  Deno.test(name, async () => {
    const clock = FakeTimers.install();
    try {
      const world = new World();
      await run(world, clock);
      world.become({ phase: "ended", endReason: "declined" });
      assertEquals(clock.countTimers(), 0);
    } finally {
      clock.uninstall();
    }
  });
}

pagesTest(
  "Browsers are told once nobody has been there for 2 s, and it rings for as long as that takes",
  async (world, clock) => {
    world.pages.handleAbsent(CALL_ID);
    clock.tick(ABSENT_MS - 1);
    world.pages.handleAbsent(CALL_ID);
    assertEquals([world.take(), world.pages.stageOf(CALL_ID)], [[], null]);
    clock.tick(1);
    assertEquals([world.take(), world.pages.stageOf(CALL_ID)], [[PUSHED_RING_MS, "ringing"], "telling"]);
    await world.answer(true);
    assertEquals([world.take(), world.pages.stageOf(CALL_ID)], [[PUSHED_RING_MS], "told"]);
    world.pages.handleAbsent(CALL_ID);
    clock.tick(60_000);
    assertEquals(world.take(), [], "Once for each call");
  },
);

pagesTest("Whoever rings by then, or has given no card, is not told of it", async (world, clock) => {
  world.pages.handleAbsent(CALL_ID);
  world.become({ isRinging: true });
  clock.tick(ABSENT_MS);
  world.card = undefined;
  world.become({});
  world.pages.handleAbsent(CALL_ID);
  clock.tick(ABSENT_MS);
  world.card = { id: PEER_ID, push: [] } as unknown as ReachCard;
  world.pages.handleAbsent(CALL_ID);
  clock.tick(ABSENT_MS);
  world.become({ isOutgoing: false, phase: "incoming" });
  world.pages.handleAbsent(CALL_ID);
  clock.tick(ABSENT_MS);
  assertEquals(world.take(), []);
  await Promise.resolve();
});

pagesTest(
  "A call whose browsers are all subscribed no more is given up, and one that is no more is forgotten",
  async (world, clock) => {
    world.pages.handleAbsent(CALL_ID);
    clock.tick(ABSENT_MS);
    await world.answer(false, [ENDPOINT]);
    assertEquals(world.take(), [PUSHED_RING_MS, "ringing", `drop ${ENDPOINT}`, 0]);
    assertEquals(world.pages.stageOf(CALL_ID), null);
  },
);

for (const result of ["unavailable", "limited", "refused"] as const) {
  pagesTest(
    `A call of which a push is ${result} rings for what is left of the usual time, as without a card`,
    async (world, clock) => {
      // As the page has it told, with the server's answer in place.
      const pusher = { push: () => Promise.resolve(result) } as unknown as Pusher;
      const devices = [{ endpoint: ENDPOINT }] as unknown as readonly PushDevice[];
      const told = await pushAll(pusher, devices, {} as RingClaim, { state: "ringing", proof: {} as Proof });
      world.pages.handleAbsent(CALL_ID);
      clock.tick(ABSENT_MS);
      clock.tick(8_000);
      await world.answer(told.isAccepted, told.gone);
      assertEquals(world.take(), [PUSHED_RING_MS, "ringing", RING_TIMEOUT_MS - ABSENT_MS - 8_000]);
      assertEquals(world.pages.stageOf(CALL_ID), null);
    },
  );
}

pagesTest("A call of which one browser may hear another time is not given up", async (world, clock) => {
  world.card = {
    id: PEER_ID,
    push: [{ endpoint: ENDPOINT }, { endpoint: "https://push.example/2" }],
  } as unknown as ReachCard;
  world.pages.handleAbsent(CALL_ID);
  clock.tick(ABSENT_MS);
  await world.answer(false, [ENDPOINT]);
  assertEquals(world.take(), [PUSHED_RING_MS, "ringing", `drop ${ENDPOINT}`, RING_TIMEOUT_MS - ABSENT_MS]);
});

pagesTest("A patient caller keeps trying all the same, and one whose call rings by then too", async (world, clock) => {
  world.become({ isPatient: true });
  world.pages.handleAbsent(CALL_ID);
  clock.tick(ABSENT_MS);
  await world.answer(false);
  assertEquals(world.take(), ["ringing"]);
  world.become({});
  world.pages.handleAbsent(CALL_ID);
  clock.tick(ABSENT_MS);
  world.become({ isRinging: true });
  await world.answer(false);
  assertEquals(world.take(), [PUSHED_RING_MS, "ringing"]);
});

pagesTest(
  "Whoever was told of a call is told that they missed it, unless they took it or would not",
  async (world, clock) => {
    for (
      const [end, expected] of [
        [{ endReason: "cancelled" }, ["missed"]],
        [{ endReason: "unavailable" }, ["missed"]],
        [{ endReason: "declined" }, []],
        [{ endReason: "busy" }, []],
        [{ endReason: "remote-hung-up", connectedAtMs: 1 }, []],
      ] as const
    ) {
      world.become({});
      world.pages.handleAbsent(CALL_ID);
      clock.tick(ABSENT_MS);
      await world.answer(true);
      world.take();
      world.become({ phase: "ended", ...end });
      assertEquals(world.take(), [...expected], end.endReason);
      world.become({ phase: "ended", ...end });
      assertEquals(world.take(), [], "Once");
    }
  },
);

pagesTest(
  "A call that ends while browsers are told of it was missed once one of them has taken it",
  async (world, clock) => {
    world.pages.handleAbsent(CALL_ID);
    clock.tick(ABSENT_MS);
    world.take();
    world.become({ phase: "ended", endReason: "cancelled" });
    assertEquals(world.take(), []);
    await world.answer(true);
    assertEquals(world.take(), ["missed"]);
  },
);
