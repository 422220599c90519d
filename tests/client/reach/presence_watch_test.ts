/** Whom a page asks about while somebody looks at their people, and what it makes of the answers. */

import { assertEquals } from "@std/assert";
import FakeTimers from "@sinonjs/fake-timers";
import type { ReachCard } from "../../../client/kept/people/reach_cards.ts";
import { ASK_MS, PresenceWatch } from "../../../client/reach/presence_watch.ts";
import type { PeerId, PresenceRequest } from "../../../signaling/protocol.ts";

function createCards(count: number): ReachCard[] {
  return Array.from({ length: count }, (_, index) => ({
    id: `peer ${index}` as PeerId,
    presenceTopic: `${String(index).padStart(21, "0")}A`,
  } as ReachCard));
}

function watchTest(
  name: string,
  run: (
    world: { cards: ReachCard[]; asked: string[][]; online: () => PeerId[]; watch: PresenceWatch },
    clock: ReturnType<typeof FakeTimers.install>,
  ) => void,
): void {
  Deno.test(name, () => {
    const clock = FakeTimers.install();
    try {
      let online: ReadonlySet<PeerId> = new Set();
      const world = { cards: createCards(2), asked: [] as string[][], online: () => [...online] };
      const watch = new PresenceWatch({
        cards: () => world.cards,
        send: ({ topics }: PresenceRequest) => world.asked.push(topics),
        show: (ids) => online = ids,
      });
      run(Object.assign(world, { watch }), clock);
      watch.look(false);
      assertEquals(clock.countTimers(), 0);
    } finally {
      clock.uninstall();
    }
  });
}

watchTest("It asks at once and every 15 s while somebody looks, and no more after that", ({ asked, watch }, clock) => {
  watch.look(true);
  assertEquals(asked.length, 1);
  clock.tick(ASK_MS);
  assertEquals(asked.length, 2);
  watch.look(false);
  clock.tick(ASK_MS * 3);
  assertEquals(asked.length, 2);
});

watchTest("It asks for no more topics at once than the server takes, and for each once", (world) => {
  world.cards = [...createCards(130), ...createCards(1)];
  world.watch.look(true);
  assertEquals(world.asked.map(({ length }) => length), [64, 64, 2]);
});

watchTest("It shows who is there by the answers, each for those who were asked about", (world) => {
  const [one, other] = createCards(2).map(({ presenceTopic }) => presenceTopic);
  world.watch.handleTold({ type: "presence", topics: [one, other], online: [one] });
  assertEquals(world.online(), ["peer 0"]);
  world.watch.handleTold({ type: "presence", topics: [other], online: [other] });
  assertEquals(world.online(), ["peer 0", "peer 1"]);
  world.watch.handleTold({ type: "presence", topics: [one], online: [other] });
  assertEquals(world.online(), ["peer 1"]);
  for (const other of [null, {}, { type: "presence", topics: "all", online: [] }, { type: "pong" }]) {
    world.watch.handleTold(other);
  }
  assertEquals(world.online(), ["peer 1"]);
  world.cards = createCards(1);
  world.watch.handleTold({ type: "presence", topics: [one], online: [] });
  assertEquals(world.online(), [], "Whose card is no more is not known to be there");
});
