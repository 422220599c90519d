/**
 * How much the other end of a call may have this page read: on every channel and by the server, before it is parsed and
 * before it is acknowledged; and how often what it says reaches the screen.
 */

import { assert, assertEquals } from "@std/assert";
import FakeTimers from "@sinonjs/fake-timers";
import { BUDGET, EXCESS, MessageBudget } from "../../../client/bounds/message_budget.ts";
import { UNACKED_MAX } from "../../../client/line/channel_options.ts";
import type { PeerId, PeerMessage } from "../../../signaling/protocol.ts";
import { FakeNetwork } from "../../doubles/fake_peer_connection.ts";
import { lineTest, settle } from "../../doubles/line_world.ts";
import { RelayedPair, takeTurn } from "../../doubles/relayed_pair.ts";
import { createTestIdentity } from "../../doubles/test_identity.ts";

const CANDIDATES = Array(50).fill({ candidate: "candidate:1 1 udp 1 192.0.2.1 9 typ host" });
const DESCRIPTION = { type: "description", connectionId: "other", description: { type: "offer", sdp: "" } };

function chargeAll(budget: MessageBudget, count: number, nowMs: number): number {
  return Array.from({ length: count }, () => budget.charge(0, nowMs)).filter(Boolean).length;
}

Deno.test("MessageBudget refills with time, never over its bound, and never by a clock that is set back", () => {
  const budget = new MessageBudget();
  assertEquals(chargeAll(budget, BUDGET.max + 10, 1_000), BUDGET.max);
  assertEquals(chargeAll(budget, 10, 0), 0);
  assertEquals(chargeAll(budget, 1_000, 2_000), BUDGET.perSecond);
  assertEquals(chargeAll(budget, 2 * BUDGET.max, 10 ** 9), BUDGET.max);
});

Deno.test("MessageBudget charges for length, and for the work that a message asks for", () => {
  const countOf = (charge: (budget: MessageBudget) => boolean) => {
    const budget = new MessageBudget();
    let count = 0;
    while (charge(budget)) count++;
    return count;
  };
  const candidates = { type: "ice-candidate", candidates: CANDIDATES } as unknown as PeerMessage;
  assertEquals(countOf((budget) => budget.charge(4_095, 0)), BUDGET.max);
  assertEquals(countOf((budget) => budget.charge(40_960, 0)), Math.floor(BUDGET.max / 11));
  assertEquals(countOf((budget) => budget.chargeWork(candidates, 0)), BUDGET.max / 50);
  assertEquals(countOf((budget) => budget.chargeWork(DESCRIPTION as unknown as PeerMessage, 0)), BUDGET.max / 10);
  const free = new MessageBudget();
  chargeAll(free, BUDGET.max, 0);
  assert(free.chargeWork({ type: "hang-up" } as PeerMessage, 0), "Leaving is no work");
});

Deno.test("MessageBudget calls it a flood when far more was left unread than may be", () => {
  const budget = new MessageBudget();
  chargeAll(budget, BUDGET.max + EXCESS.max, 0);
  assert(!budget.isFlooded);
  chargeAll(budget, 1, 0);
  assert(budget.isFlooded);
  const busy = new MessageBudget();
  for (let ms = 0; ms < 600_000; ms++) if (ms % 1_000 < EXCESS.perSecond) busy.charge(0, ms);
  assert(!busy.isFlooded, "A thousand a second are only left unread");
});

lineTest("A line has one budget for control, heartbeats and the server, and reads nothing over it", async (world) => {
  await world.connect();
  for (let count = 0; count < BUDGET.max / 2; count++) world.heartbeat.receive("");
  const [last, over] = [world.message(), world.message()];
  for (let count = 0; count < BUDGET.max / 2 - 1; count++) world.receiveControl(world.ack(0));
  world.takeLog();
  world.line.receive(last);
  assertEquals(world.takeLog(), [["deliver", "call-claimed"]]);
  world.takeSent();
  world.line.receive(over);
  world.receiveControl(over);
  world.heartbeat.receive("");
  assertEquals([world.takeLog(), world.takeSent()], [[], { byServer: [], byControl: [] }], "Nor is it acknowledged");
  world.clock.tick(1_000);
  world.receiveControl(over);
  assertEquals(world.takeLog(), [["deliver", "call-claimed"]], "It comes again, and nothing was lost");
});

for (
  const [what, body, cost] of [["candidates", { type: "ice-candidate", candidates: CANDIDATES }, 51], [
    "descriptions",
    DESCRIPTION,
    11,
  ]] as const
) {
  lineTest(`A line takes only so many ${what} at once, and acknowledges no other`, async (world) => {
    await world.connect();
    let taken = 0;
    for (let count = 0; count < 1_000; count++) {
      world.receiveControl(world.message(body));
      await settle(); // A description waits for the word on its proof.
      taken += world.takeLog().filter((entry) => Array.isArray(entry) && entry[0] === "deliver").length;
    }
    assertEquals(taken, Math.floor(BUDGET.max / cost));
    world.clock.tick(60_000);
    world.receiveControl({ ...world.message({ type: "hang-up", reason: "ended" }), seq: taken + 1 });
    assertEquals(world.takeLog().slice(0, 1), [["deliver", "hang-up"]], "Leaving still arrives");
  });
}

lineTest("A line reads all that an honest end repeats at once, by both ways", async (world) => {
  await world.connect();
  const all = Array.from({ length: UNACKED_MAX - 20 }, () => world.message());
  for (const message of all) world.receiveControl(message);
  for (const message of all) world.line.receive(message);
  const delivered = world.takeLog().filter((entry) => Array.isArray(entry) && entry[0] === "deliver");
  assertEquals(delivered.length, all.length);
});

lineTest("A line lets nobody else spend the budget of its other end", async (world) => {
  await world.connect();
  const stranger = { ...world.message(), id: "1111-1111-1111-1111-1111" as PeerId };
  for (let count = 0; count < 2 * BUDGET.max; count++) world.line.receive(stranger);
  world.line.receive({ ...stranger, id: world.remotePeerId });
  assertEquals(world.takeLog(), [["deliver", "call-claimed"]]);
});

lineTest("A line reports a flood, on whichever channel, and none once it is closed", async (world) => {
  await world.connect();
  for (let count = 0; count < BUDGET.max + EXCESS.max; count++) world.heartbeat.receive("picture");
  assertEquals(world.takeLog(), []);
  world.receiveControl(world.message());
  assertEquals(world.takeLog(), [{ type: "flooded" }]);
  world.line.close();
  world.line.receive(world.message());
  assertEquals(world.takeLog(), []);
});

Deno.test("what the other end sends reaches the screen at most once a frame, and its leaving at once", async () => {
  const network = new FakeNetwork();
  const restore = network.install();
  const clock = FakeTimers.install({ toFake: ["setTimeout", "clearTimeout", "setInterval", "clearInterval"] });
  try {
    const identities = { caller: await createTestIdentity(), callee: await createTestIdentity() };
    const { caller, callee } = await playCall(identities);
    const before = caller.shown;
    for (let count = 0; count < 101; count++) {
      callee.isMuted = !callee.isMuted;
      callee.calls.handleLocalMedia();
    }
    for (let turn = 0; turn < 20; turn++) await takeTurn();
    assertEquals(caller.shown, before);
    clock.tick(100);
    assertEquals(caller.shown, before + 1);
    if (callee.view !== null) callee.calls.hangUp(callee.view.callId);
    for (let turn = 0; turn < 20; turn++) await takeTurn();
    assertEquals(caller.view?.endReason, "remote-hung-up");
  } finally {
    clock.uninstall();
    restore();
  }
});

async function playCall(identities: ConstructorParameters<typeof RelayedPair>[0]): Promise<RelayedPair> {
  const pair = new RelayedPair(identities, (message) => [message]);
  await pair.play();
  assert(pair.caller.wasConnected && pair.callee.wasConnected);
  return pair;
}
