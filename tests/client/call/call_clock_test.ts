/** How long people talked is measured by a clock that nobody sets; when a call ended is told by the one on the wall. */

import FakeTimers from "@sinonjs/fake-timers";
import { assertEquals, assertMatch } from "@std/assert";
import { endSentence } from "../../../client/words/end_sentences.ts";
import { formatTimeOfDay } from "../../../client/words/format.ts";
import { FakeNetwork } from "../../doubles/fake_peer_connection.ts";
import { RelayedPair, takeTurn } from "../../doubles/relayed_pair.ts";
import { createTestIdentity } from "../../doubles/test_identity.ts";

const HOUR_MS = 3_600_000;

type Clocks = { wallMs: number; monotonicMs: number };

/** Plays a scene between two pages whose clocks are as told; their timers fire only when told to. */
async function playScene(clocks: Clocks, scene: (pair: RelayedPair) => Promise<void>): Promise<void> {
  const identities = { caller: await createTestIdentity(), callee: await createTestIdentity() };
  const network = new FakeNetwork();
  network.hasChannels = true;
  const restore = network.install();
  const timers = FakeTimers.install({ toFake: ["setTimeout", "clearTimeout", "setInterval", "clearInterval"] });
  try {
    await scene(new RelayedPair(identities, (message) => [message], () => clocks.wallMs, () => clocks.monotonicMs));
  } finally {
    timers.uninstall();
    restore();
  }
}

Deno.test("a system clock that is set an hour ahead, or back, makes no call longer or shorter", async () => {
  for (const setMs of [HOUR_MS, -HOUR_MS]) {
    const clocks = { wallMs: Date.now(), monotonicMs: 7_000 };
    await playScene(clocks, async (pair) => {
      await pair.play();
      const { caller, callee } = pair;
      assertEquals([caller.view?.phase, callee.view?.phase], ["connected", "connected"]);
      clocks.monotonicMs += 65_000;
      clocks.wallMs += 65_000 + setMs;
      if (caller.view !== null) caller.calls.hangUp(caller.view.callId);
      await pair.waitFor(() => callee.view?.phase === "ended");
      for (const { view } of [caller, callee]) {
        if (view === null) throw new Error("No call is shown");
        assertMatch(endSentence(view), /You talked with Ann for 1\u00a0minute, 5\u00a0seconds/, `${setMs}`);
      }
    });
  }
});

Deno.test("a missed call tells the time of day by the system's clock", async () => {
  const clocks = { wallMs: new Date(2026, 0, 2, 15, 4).getTime(), monotonicMs: 7_000 };
  await playScene(clocks, async ({ caller, callee }) => {
    caller.calls.placeCall(callee.peerId);
    const phase = () => callee.view?.phase;
    while (phase() !== "incoming") await takeTurn();
    clocks.wallMs += 5 * 60_000;
    clocks.monotonicMs += 5 * 60_000;
    if (caller.view !== null) caller.calls.hangUp(caller.view.callId);
    while (phase() !== "ended") await takeTurn();
    if (callee.view === null) throw new Error("No call is shown");
    const missed = new RegExp(`Ann called you at ${formatTimeOfDay(clocks.wallMs)}\\.`);
    assertMatch(endSentence(callee.view), missed);
    clocks.wallMs += HOUR_MS; // The machine sleeps meanwhile, or its clock is set.
    callee.calls.handleBlocked(); // Nobody; but the calls are shown anew.
    assertMatch(endSentence(callee.view), missed);
  });
});
