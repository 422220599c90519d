/** How a card goes from one end of a call to the other: by the connection alone, and again until it was heard. */

import { assertEquals } from "@std/assert";
import FakeTimers from "@sinonjs/fake-timers";
import { AGAIN_MS, TRIES_MAX } from "../../../../client/features/reach/reach.ts";
import { REACH_KEY, type ReachFeature } from "../../../../client/features/reach/reach_key.ts";
import { readView } from "../../../../client/feature/feature.ts";
import { FEATURES } from "../../../../client/features/registry.ts";
import { CALL_ID, FeatureEnd, settle } from "../../../doubles/feature_end.ts";

const ENTRIES = FEATURES.filter(({ name }) => name === REACH_KEY.name);
const CARD = { card: "{}", publicKey: "key", signature: "signature" };

function use({ features }: FeatureEnd, act: (feature: ReachFeature) => void): void {
  features.use(CALL_ID, REACH_KEY, act);
}

async function withEnds(
  run: (kim: FeatureEnd, sam: FeatureEnd, clock: ReturnType<typeof FakeTimers.install>) => void | Promise<void>,
): Promise<void> {
  const { caller: kim, callee: sam } = FeatureEnd.createPair(ENTRIES);
  for (const end of [kim, sam]) use(end, () => {});
  await settle();
  const clock = FakeTimers.install();
  try {
    await run(kim, sam, clock);
    for (const end of [kim, sam]) end.features.close(CALL_ID);
    assertEquals(clock.countTimers(), 0, "It ends with the call");
  } finally {
    clock.uninstall();
  }
}

const bodies = ({ direct }: FeatureEnd) => direct.splice(0).map(({ body }) => body);

Deno.test("A card is said by the connection alone, again until the other end has it, and then no more", () =>
  withEnds((kim, _sam, clock) => {
    use(kim, (feature) => feature.hand(CARD, 7));
    assertEquals([bodies(kim), kim.sent], [[CARD], []]);
    clock.tick(AGAIN_MS);
    assertEquals(bodies(kim), [CARD]);
    kim.features.receiveDirect(CALL_ID, REACH_KEY.name, { got: 6 });
    clock.tick(AGAIN_MS);
    assertEquals(bodies(kim), [CARD], "That was an older one");
    kim.features.receiveDirect(CALL_ID, REACH_KEY.name, { got: 7 });
    clock.tick(AGAIN_MS * 20);
    assertEquals(bodies(kim), []);
  }));

Deno.test("A card that nobody hears of is said ten times", () =>
  withEnds((kim, _sam, clock) => {
    use(kim, (feature) => feature.hand(CARD, 7));
    clock.tick(AGAIN_MS * 50);
    assertEquals(bodies(kim).length, TRIES_MAX);
  }));

Deno.test("What comes by the connection is shown as it came, each time anew; what came by the server is not", () =>
  withEnds((kim) => {
    const received = () => readView(kim.features.statesOf(CALL_ID), REACH_KEY)?.received ?? null;
    for (const none of [null, 7, "card", {}, { card: 7 }, { got: "7" }]) {
      kim.features.receiveDirect(CALL_ID, REACH_KEY.name, none);
    }
    kim.features.receive(CALL_ID, REACH_KEY.name, CARD);
    assertEquals(received(), null);
    for (let count = 0; count < 2; count++) {
      const said = { ...CARD };
      kim.features.receiveDirect(CALL_ID, REACH_KEY.name, said);
      assertEquals(received() === said, true);
    }
    use(kim, (feature) => feature.confirm(7));
    assertEquals(bodies(kim), [{ got: 7 }]);
  }));
