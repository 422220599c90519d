/**
 * Calls between two homes: over which paths they connect, and how soon they are mended when those break; all between the
 * same two pages. With LONG=1, on a machine with nothing else to do: every pair of NATs, the rounds that make a percentile,
 * and the figures as promised.
 */

import { assert, assertEquals } from "@std/assert";
import { assertMediaFlows } from "../browser/person.ts";
import { type Nat, NATS } from "./lab.ts";
import { hangUp, type Pair, pairTest } from "./network_test_case.ts";
import { connectAndSee, playChangeOfAddress, playCut, playCutOfUdp, playRestartOfRelay } from "./recovery_scene.ts";

const IS_LONG = Deno.env.get("LONG") === "1";

/** Calls and accepts; returns the time from the click on Accept until both ends are connected, in milliseconds. */
async function measureConnect({ caller, callee }: Pair): Promise<number> {
  await caller.call(await callee.readId());
  await callee.seeRinging();
  await caller.see("Ringing");
  const acceptedAtMs = performance.now();
  await callee.press("Accept");
  await Promise.all([caller.see("Connected with"), callee.see("Connected with")]);
  return performance.now() - acceptedAtMs;
}

/** What must carry the call between two routers: nothing but a relay joins two that map at random. */
function expectPath(a: Nat, b: Nat): RegExp {
  const isHard = (nat: Nat) => nat === "fully-random" || nat === "block-udp";
  if (a === "block-udp" || b === "block-udp") return /relay/;
  return isHard(a) && isHard(b) ? /relay/ : /Direct|relay/;
}

const PAIRS: readonly (readonly [Nat, Nat])[] = IS_LONG
  ? NATS.flatMap((a) => NATS.map((b) => [a, b] as const))
  : [["cone", "cone"], ["fully-random", "fully-random"], ["cone", "block-udp"], ["block-udp", "block-udp"]];

for (const [a, b] of PAIRS) {
  pairTest(`A call connects from a ${a} NAT to a ${b} NAT`, { nats: { a, b } }, async (pair) => {
    const { caller, people } = pair;
    const elapsedMs = await measureConnect(pair);
    await Promise.all(people.map((person) => assertMediaFlows(person, { seconds: 1 })));
    const path = caller.page.getByTitle(expectPath(a, b)).first();
    await path.waitFor({ state: "attached" });
    console.log(`${a} → ${b}: connected in ${Math.round(elapsedMs)} ms, ${await path.getAttribute("title")}`);
    if (a === "block-udp" && b === "block-udp") {
      assert(elapsedMs < (IS_LONG ? 3_000 : 6_000), `Connected only after ${elapsedMs} ms`);
    }
    await hangUp(pair);
  });
}

pairTest("A fresh install without any relay connects cone NATs by the server's own STUN", {
  nats: { a: "cone", b: "cone" },
  hasRelay: false,
}, async (pair) => {
  await measureConnect(pair);
  const types = await pair.caller.evaluate<string[]>("instruments.candidates.map(({ type }) => type)");
  assert(types.includes("srflx"), "The server's own STUN must have told this end its public address");
  await hangUp(pair);
});

pairTest("A caller who hides their address shows only relay candidates", {
  nats: { a: "cone", b: "cone" },
}, async (pair) => {
  const { caller } = pair;
  await caller.page.getByText("Hide my IP address").click();
  await measureConnect(pair);
  const types = await caller.evaluate<string[]>("instruments.candidates.map(({ type }) => type)");
  assertEquals([...new Set(types)], ["relay"]);
  await caller.page.getByTitle("Through a relay").first().waitFor({ state: "attached" });
  await hangUp(pair);
  await caller.page.getByText("Hide my IP address").click();
});

pairTest("A call that finds no path says so plainly at both ends, each with what the other saw", {
  nats: { a: "fully-random", b: "fully-random" },
  hasRelay: false,
}, async ({ caller, callee, people }) => {
  await caller.call(await callee.readId());
  await callee.seeRinging();
  await callee.press("Accept without video"); // Half a minute goes by, in which nobody sees any.
  await caller.press("Turn camera off");
  await Promise.all(people.map(async (person) => {
    await person.page.getByText("Couldn’t connect").first().waitFor({ timeout: 45_000 });
    await person.page.getByRole("link", { name: "Connection check" }).waitFor();
    await person.press("Back");
  }));
});

pairTest(
  "A call outlives a link that is down for 10 s, said within 3 s and mended within 4 s of its return, " +
    "a change of address within 4 s, and cut UDP within 10 s, over TCP through the relay",
  { nats: { a: "cone", b: "cone" } },
  async (pair) => {
    await connectAndSee(pair);
    await playCut(pair);
    await playChangeOfAddress(pair);
    await playCutOfUdp(pair);
    await hangUp(pair);
    await pair.scene.lab.blockUdp("a", false);
  },
);

pairTest(
  "A relayed call survives a restart of the relay",
  { nats: { a: "fully-random", b: "fully-random" } },
  async (pair) => {
    await connectAndSee(pair);
    await playRestartOfRelay(pair);
    await hangUp(pair);
  },
);

pairTest("Calls connect over a path that loses packets and takes 200 ms", {
  nats: { a: "cone", b: "cone" },
  programs: { python3: "python3", iptables: "iptables" },
}, async (pair) => {
  const { scene, people } = pair;
  for (const { page } of people) page.setDefaultTimeout(60_000); // What takes this long is to be measured too.
  using _delay = await scene.lab.delay("a", { ms: 100, jitterMs: 25 });
  await scene.lab.lose("a", 30); // Each way, and also of what the server says: half of all round trips fail.
  const times: number[] = [];
  for (let round = 0; round < (IS_LONG ? 20 : 1); round++) {
    times.push(await measureConnect(pair));
    await hangUp(pair);
  }
  const sorted = times.toSorted((a, b) => a - b);
  const worst = sorted[Math.ceil(times.length * 0.95) - 1] ?? NaN;
  console.log(`connected after, ms: ${times.map(Math.round).join(" ")}; p95 ${Math.round(worst)}`);
  assert(worst < (IS_LONG ? 8_000 : 16_000), `Connected only after ${worst} ms`);
});
