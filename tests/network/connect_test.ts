import { assert, assertEquals } from "@std/assert";
import type { ChromiumPerson } from "../browser/chromium_person.ts";
import { assertMediaFlows } from "../browser/person.ts";
import { type Nat, NATS } from "./lab.ts";
import { networkTest } from "./network_test_case.ts";

const IS_LONG = Deno.env.get("LONG") === "1";

/** Calls and accepts; returns the time from the click on Accept until both ends are connected, in milliseconds. */
async function measureConnect(caller: ChromiumPerson, callee: ChromiumPerson): Promise<number> {
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
  if (a === "block-udp" || b === "block-udp") return /Relayed/;
  return isHard(a) && isHard(b) ? /Relayed/ : /Direct|Relayed/;
}

const PAIRS: readonly (readonly [Nat, Nat])[] = IS_LONG
  ? NATS.flatMap((a) => NATS.map((b) => [a, b] as const))
  : [["cone", "cone"], ["fully-random", "fully-random"], ["cone", "block-udp"], ["block-udp", "block-udp"]];

for (const [a, b] of PAIRS) {
  networkTest(`A call connects from a ${a} NAT to a ${b} NAT`, { nats: { a, b } }, async (scene) => {
    const [caller, callee] = await scene.openBoth();
    const elapsedMs = await measureConnect(caller, callee);
    await Promise.all([caller, callee].map((person) => assertMediaFlows(person, { seconds: 1 })));
    const path = caller.page.getByText(expectPath(a, b)).first();
    await path.waitFor({ state: "attached" });
    console.log(`${a} → ${b}: connected in ${Math.round(elapsedMs)} ms, ${await path.textContent()}`);
    if (a === "block-udp" && b === "block-udp") {
      assert(elapsedMs < (IS_LONG ? 3_000 : 6_000), `Connected only after ${elapsedMs} ms`);
    }
  });
}

networkTest("A fresh install without any relay connects cone NATs by the server's own STUN", {
  nats: { a: "cone", b: "cone" },
  hasRelay: false,
}, async (scene) => {
  const [caller, callee] = await scene.openBoth();
  await measureConnect(caller, callee);
  const types = await caller.evaluate<string[]>("instruments.candidates.map(({ type }) => type)");
  assert(types.includes("srflx"), "The server's own STUN must have told this end its public address");
});

networkTest("A caller who hides their address shows only relay candidates", {
  nats: { a: "cone", b: "cone" },
}, async (scene) => {
  const [caller, callee] = await scene.openBoth();
  await caller.readId();
  await caller.page.getByText("Hide my IP address").click();
  await measureConnect(caller, callee);
  const types = await caller.evaluate<string[]>("instruments.candidates.map(({ type }) => type)");
  assertEquals([...new Set(types)], ["relay"]);
  await caller.page.getByText("Relayed").first().waitFor({ state: "attached" });
});

networkTest("A call that finds no path says so plainly at both ends, each with what the other saw", {
  nats: { a: "fully-random", b: "fully-random" },
  hasRelay: false,
}, async (scene) => {
  const [caller, callee] = await scene.openBoth();
  await caller.call(await callee.readId());
  await callee.seeRinging();
  await callee.press("Accept");
  await Promise.all([caller, callee].map(async (person) => {
    await person.page.getByText("Couldn’t connect").first().waitFor({ timeout: 45_000 });
    await person.page.getByRole("link", { name: "Connection check" }).waitFor();
  }));
});

networkTest("Calls connect over a path that loses packets and takes 200 ms", {
  nats: { a: "cone", b: "cone" },
  programs: { python3: "python3", iptables: "iptables" },
}, async (scene) => {
  const people = await scene.openBoth();
  const [caller, callee] = people;
  for (const { page } of people) page.setDefaultTimeout(60_000); // What takes this long is to be measured too.
  await Promise.all(people.map((person) => person.readId()));
  using _delay = await scene.lab.delay("a", { ms: 100, jitterMs: 25 });
  await scene.lab.lose("a", 30); // Each way, and also of what the server says: half of all round trips fail.
  const times: number[] = [];
  for (let round = 0; round < (IS_LONG ? 20 : 2); round++) {
    times.push(await measureConnect(caller, callee));
    await caller.press("Hang up");
    await Promise.all(people.map((person) => person.press("Back")));
  }
  const sorted = times.toSorted((a, b) => a - b);
  const worst = sorted[Math.ceil(times.length * 0.95) - 1] ?? NaN;
  console.log(`connected after, ms: ${times.map(Math.round).join(" ")}; p95 ${Math.round(worst)}`);
  assert(worst < (IS_LONG ? 8_000 : 16_000), `Connected only after ${worst} ms`);
});
