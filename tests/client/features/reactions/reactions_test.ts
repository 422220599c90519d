/** What two ends show each other by reactions and hands, and how little of it there can be at once. */

import { assertEquals } from "@std/assert";
import FakeTimers from "@sinonjs/fake-timers";
import { SHOWN_MAX, SHOWN_MS } from "../../../../client/features/reactions/reactions.ts";
import {
  REACTIONS,
  REACTIONS_KEY,
  type ReactionsFeature,
  type ReactionsView,
} from "../../../../client/features/reactions/reactions_key.ts";
import { readView } from "../../../../client/feature/feature.ts";
import { FEATURES } from "../../../../client/features/registry.ts";
import type { CallId } from "../../../../signaling/protocol.ts";
import { CALL_ID, carry, FeatureEnd, settle } from "../../../doubles/feature_end.ts";

const ENTRIES = FEATURES.filter(({ name }) => name === REACTIONS_KEY.name);

type Ends = {
  readonly kim: FeatureEnd;
  readonly lee: FeatureEnd;
  readonly clock: ReturnType<typeof FakeTimers.install>;
};

function reactionsTest(name: string, run: (ends: Ends) => void | Promise<void>): void {
  Deno.test(name, async () => {
    const { caller: kim, callee: lee } = FeatureEnd.createPair(ENTRIES);
    for (const end of [kim, lee]) use(end, () => {});
    await settle();
    const clock = FakeTimers.install();
    try {
      await run({ kim, lee, clock });
    } finally {
      for (const end of [kim, lee]) end.features.close(CALL_ID);
      const timers = clock.countTimers();
      clock.uninstall();
      assertEquals(timers, 0, "It ends with the call");
    }
  });
}

function use({ features }: FeatureEnd, act: (feature: ReactionsFeature) => void): void {
  features.use(CALL_ID, REACTIONS_KEY, act);
}

function viewOf({ features }: FeatureEnd): ReactionsView {
  const view = readView(features.statesOf(CALL_ID), REACTIONS_KEY);
  if (view === null) throw new Error("There are no reactions");
  return view;
}

function shown(end: FeatureEnd): string[] {
  return viewOf(end).shown.map(({ reaction, isOwn }) => `${isOwn ? "own " : ""}${reaction}`);
}

reactionsTest(
  "A reaction shows at both ends for some seconds, and goes by the connection alone",
  ({ kim, lee, clock }) => {
    use(kim, (feature) => feature.react("heart"));
    assertEquals(kim.sent, []);
    carry(kim, lee);
    clock.tick(SHOWN_MS / 2);
    use(lee, (feature) => feature.react("laugh"));
    carry(kim, lee);
    assertEquals([shown(kim), shown(lee)], [["own heart", "laugh"], ["heart", "own laugh"]]);
    clock.tick(SHOWN_MS / 2);
    assertEquals([shown(kim), shown(lee)], [["laugh"], ["own laugh"]]);
    clock.tick(SHOWN_MS / 2);
    assertEquals([shown(kim), shown(lee)], [[], []]);
  },
);

reactionsTest("Only so many of each end show at once, and no more are said", ({ kim, lee, clock }) => {
  for (let count = 0; count < 3 * SHOWN_MAX; count++) {
    use(kim, (feature) => feature.react("party"));
    lee.features.receiveDirect(CALL_ID, REACTIONS_KEY.name, { reaction: "wow" });
  }
  assertEquals(kim.direct.length, SHOWN_MAX);
  assertEquals(shown(lee), Array(SHOWN_MAX).fill("wow"));
  use(lee, (feature) => feature.react("heart"));
  assertEquals(shown(lee).at(-1), "own heart");
  clock.tick(SHOWN_MS);
  use(kim, (feature) => feature.react("party"));
  assertEquals(shown(kim), ["own party"]);
});

reactionsTest(
  "A hand is up until it is lowered; each change is said once, and the last is all that counts",
  ({ kim, lee }) => {
    use(kim, (feature) => feature.setHand(false));
    for (let press = 0; press < 2; press++) use(kim, (feature) => feature.setHand(true));
    assertEquals(kim.sent.map(({ message, isLatest }) => [message, isLatest]), [
      [{ type: "feature", feature: "reactions", body: { isHandUp: true } }, true],
    ]);
    carry(kim, lee);
    assertEquals([viewOf(kim).isHandUp, viewOf(lee).isRemoteHandUp, viewOf(lee).isHandUp], [true, true, false]);
    use(kim, (feature) => feature.setHand(false));
    carry(kim, lee);
    assertEquals([viewOf(kim).isHandUp, viewOf(lee).isRemoteHandUp], [false, false]);
  },
);

reactionsTest("A hand stays up in a call that goes on with another", async ({ kim, lee, clock }) => {
  use(kim, (feature) => feature.setHand(true));
  kim.sent.splice(0);
  for (const end of [kim, lee]) {
    end.features.close(CALL_ID);
    if (end.call !== undefined) {
      end.call = { ...end.call, rejoined: { callId: "before" as CallId, connectedAtMs: 0, name: null } };
    }
    end.features.open(CALL_ID);
  }
  await clock.tickAsync(0);
  carry(kim, lee);
  assertEquals([viewOf(kim).isHandUp, viewOf(lee).isHandUp, viewOf(lee).isRemoteHandUp], [true, false, true]);
});

reactionsTest("What does not fit shows nothing", ({ lee }) => {
  const before = viewOf(lee);
  for (
    const body of [null, 7, {}, { reaction: "skull" }, { reaction: ["heart"] }, { isHandUp: "yes" }, {
      isHandUp: false,
    }]
  ) {
    lee.features.receiveDirect(CALL_ID, REACTIONS_KEY.name, body);
    lee.features.receive(CALL_ID, REACTIONS_KEY.name, body);
  }
  for (const reaction of REACTIONS) lee.features.receive(CALL_ID, REACTIONS_KEY.name, { reaction });
  assertEquals(viewOf(lee), before);
});
