/**
 * Calls between two homes: over which paths they connect, all between the same two pages. With LONG=1, on a machine with
 * nothing else to do: every pair of NATs, and the figures as promised.
 */

import { assert, assertEquals } from "@std/assert";
import { assertMediaFlows } from "../browser/person.ts";
import { type Nat, NATS } from "./lab.ts";
import { hangUp, measureConnect, pairTest } from "./network_test_case.ts";

const IS_LONG = Deno.env.get("LONG") === "1";

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
