/**
 * The exchange of words: both ends learn the same, somebody in between has one guess, and no message at a wrong moment
 * moves anything. `LONG=1` plays 100,000 attacks instead of 5,000.
 */

import { assert, assertEquals, assertNotEquals } from "@std/assert";
import {
  ABORTED_MAX,
  type Comparison,
  type ComparisonEvent,
  type ComparisonStep,
  createComparison,
  stepComparison,
} from "../../../../client/features/comparison/compare_words.ts";
import {
  type ComparedCall,
  createCommitment,
  createNonce,
  deriveCode,
  readWordCode,
} from "../../../../client/features/comparison/word_code.ts";
import type { CallId, PeerId } from "../../../../signaling/protocol.ts";
import { ComparisonEnd, exchange } from "../../../doubles/comparison_end.ts";

const CALL: ComparedCall = {
  callId: "call" as CallId,
  callerId: "aaaa-aaaa-aaaa-aaaa-aaaa" as PeerId,
  calleeId: "bbbb-bbbb-bbbb-bbbb-bbbb" as PeerId,
  callerFingerprint: "AA",
  calleeFingerprint: "BB",
};
/** What each victim sees while `M` sits in between. */
const CALL_OF_CALLER: ComparedCall = { ...CALL, calleeFingerprint: "MM" };
const CALL_OF_CALLEE: ComparedCall = { ...CALL, callerFingerprint: "MM" };
const ATTACKS = Deno.env.get("LONG") === "1" ? 100_000 : 5_000;
const STEPS: readonly ComparisonStep[] = ["ask", "commit", "nonce", "reveal"];

function createPair(call = CALL) {
  return { caller: new ComparisonEnd(call, { isCaller: true }), callee: new ComparisonEnd(call, { isCaller: false }) };
}

function play(comparison: Comparison, ...events: ComparisonEvent[]): Comparison {
  return events.reduce((before, event) => stepComparison(before, event)[0], comparison);
}

function received(step: ComparisonStep, value = "x"): ComparisonEvent {
  return { type: "received", step, value, localNonce: "local" };
}

const ASKED: ComparisonEvent = { type: "asked", localNonce: "local" };
const COMMITTED: ComparisonEvent = { type: "committed", commitment: "commitment" };

Deno.test("both ends get the same words, whoever asks for them and also when both do at once", async () => {
  for (const askers of [["caller"], ["callee"], ["caller", "callee"], ["callee", "caller"]] as const) {
    const pair = createPair();
    for (const asker of askers) await pair[asker].ask();
    await exchange(pair.caller, pair.callee);
    assert(pair.caller.code !== null && pair.callee.code !== null, askers.join());
    assertEquals(readWordCode(pair.caller.code), readWordCode(pair.callee.code));
    assertEquals([pair.caller.comparison.phase, pair.callee.comparison.phase], ["done", "done"]);
    if (askers.length === 1) {
      const other = askers[0] === "caller" ? pair.callee : pair.caller;
      assert(other.comparison.isAskedFor, "The other end must learn that words are waiting for it");
    }
  }
});

Deno.test("a code depends on each part of the call and on both numbers", async () => {
  const numbers = { commitment: "c", callerNonce: "n", calleeNonce: "m" };
  const plain = await deriveCode(CALL, numbers, 16);
  for (const field of ["callId", "callerId", "calleeId", "callerFingerprint", "calleeFingerprint"] as const) {
    assertNotEquals(await deriveCode({ ...CALL, [field]: "other" }, numbers, 16), plain, field);
    if (field === "calleeFingerprint") continue; // The caller does not know it yet when it commits.
    assertNotEquals(
      await createCommitment({ ...CALL, [field]: "other" }, "n"),
      await createCommitment(CALL, "n"),
      field,
    );
  }
  for (const field of ["commitment", "callerNonce", "calleeNonce"] as const) {
    assertNotEquals(await deriveCode(CALL, { ...numbers, [field]: "other" }, 16), plain, field);
  }
  assertNotEquals(
    await deriveCode(CALL, { ...numbers, callerNonce: "nm", calleeNonce: "" }, 16),
    await deriveCode(CALL, { ...numbers, callerNonce: "n", calleeNonce: "m" }, 16),
  );
});

Deno.test("readWordCode() shows the first 30 bits as five of 64 things, and six digits of the rest", () => {
  const read = (...bytes: number[]) => readWordCode(new Uint8Array([...bytes, ...Array(16 - bytes.length).fill(0)]));
  assertEquals(read(0, 0, 0, 0).things, [0, 0, 0, 0, 0]);
  assertEquals(read(255, 255, 255, 252).things, [63, 63, 63, 63, 63]);
  // 000001 000010 000011 000100 000101 00
  const [a, b, c, d] = [0b00000100, 0b00100000, 0b11000100, 0b00010100];
  assertEquals(read(a, b, c, d).things, [1, 2, 3, 4, 5]);
  assertEquals(read(0, 0, 0, 0, 0, 0, 0, 7).digits, "000007");
  // 4,294,000,000 and above would make the low numbers likelier, so the next number is taken.
  assertEquals(read(0, 0, 0, 0, 255, 255, 255, 255, 0, 0, 0, 9).digits, "000009");
});

/** Plays one attack in which `M` speaks to both; returns the first byte that each victim sees, an 8-bit code. */
async function attack(order: "caller-first" | "callee-first"): Promise<[number, number]> {
  const caller = new ComparisonEnd(CALL_OF_CALLER, { isCaller: true });
  const callee = new ComparisonEnd(CALL_OF_CALLEE, { isCaller: false });
  const [towardsCallee, towardsCaller] = [createNonce(), createNonce()];
  const commitment = await createCommitment(CALL_OF_CALLEE, towardsCallee);
  const takeCaller = async () => {
    await caller.ask();
    await caller.receive({ step: "nonce", value: towardsCaller });
  };
  const openCallee = () => callee.receive({ step: "commit", value: commitment });
  if (order === "caller-first") await takeCaller();
  await openCallee();
  if (order === "callee-first") await takeCaller();
  await callee.receive({ step: "reveal", value: towardsCallee });
  if (caller.code === null || callee.code === null) throw new Error("The attack did not run to its end");
  return [caller.code[0] ?? -1, callee.code[0] ?? -1];
}

for (const order of ["caller-first", "callee-first"] as const) {
  Deno.test(`somebody in between sees one 8-bit code match in 256, ${order}`, async () => {
    let matches = 0;
    const attacks = ATTACKS / 2;
    for (let index = 0; index < attacks; index++) {
      const [callers, callees] = await attack(order);
      if (callers === callees) matches++;
    }
    const expected = attacks / 256;
    console.log(`${order}: ${matches} of ${attacks} match, ${expected.toFixed(0)} expected`);
    assert(Math.abs(matches - expected) < 4 * Math.sqrt(expected), `${matches} of ${attacks}, not 1 in 256`);
  });
}

Deno.test("whoever searches for a number that makes the words match cannot reveal it", async () => {
  for (let index = 0; index < 20; index++) {
    const caller = new ComparisonEnd(CALL_OF_CALLER, { isCaller: true });
    const callee = new ComparisonEnd(CALL_OF_CALLEE, { isCaller: false });
    await caller.ask();
    await caller.receive({ step: "nonce", value: createNonce() });
    const commitment = await createCommitment(CALL_OF_CALLEE, createNonce());
    await callee.receive({ step: "commit", value: commitment });
    const calleeNonce = callee.sent.at(-1)?.value ?? "";
    const wanted = caller.code?.[0];
    let found = "";
    for (let guess = 0; found === ""; guess++) {
      const code = await deriveCode(CALL_OF_CALLEE, { commitment, callerNonce: `${guess}`, calleeNonce }, 1);
      if (code[0] === wanted) found = `${guess}`;
    }
    await callee.receive({ step: "reveal", value: found });
    assertEquals([callee.isBroken, callee.code, callee.comparison.phase], [true, null, "broken"]);
  }
});

Deno.test("a second number or a second reveal changes nothing", async () => {
  const { caller, callee } = createPair();
  await caller.ask();
  await exchange(caller, callee);
  const codes = [caller.code, callee.code];
  for (const end of [caller, callee]) {
    for (const step of STEPS) {
      await end.receive({ step, value: createNonce() });
      assertEquals(end.comparison.phase, "done", step);
      assertEquals(end.sent, [], step);
    }
  }
  assertEquals([caller.code, callee.code], codes);
});

Deno.test("each message moves only the role and the moment that it is for", () => {
  const caller = createComparison({ isCaller: true, abortedCount: 0 });
  const callee = createComparison({ isCaller: false, abortedCount: 0 });
  const moments: [name: string, comparison: Comparison, moves: ComparisonStep[]][] = [
    ["caller idle", caller, ["ask"]],
    ["caller computing", play(caller, ASKED), []],
    ["caller committed", play(caller, ASKED, COMMITTED), ["nonce"]],
    ["caller done", play(caller, ASKED, COMMITTED, received("nonce")), []],
    ["caller aborted", play(caller, ASKED, COMMITTED, { type: "timed-out" }), ["ask"]],
    ["callee idle", callee, ["commit"]],
    ["callee asking", play(callee, ASKED), ["commit"]],
    ["callee answered", play(callee, received("commit")), ["commit", "reveal"]],
    ["callee checking", play(callee, received("commit"), received("reveal")), ["commit"]],
    ["callee done", play(callee, received("commit"), received("reveal"), { type: "checked", isSame: true }), []],
    ["callee broken", play(callee, received("commit"), received("reveal"), { type: "checked", isSame: false }), []],
  ];
  for (const [name, comparison, moves] of moments) {
    for (const step of STEPS) {
      const [after, effects] = stepComparison(comparison, received(step, "new"));
      const hasMoved = effects.length > 0 || after.expects !== comparison.expects;
      assertEquals(hasMoved, moves.includes(step), `${name}: ${step}`);
    }
  }
});

Deno.test("runs that break off are counted, and the one after the third is refused at either end", () => {
  for (const isCaller of [true, false]) {
    let comparison = createComparison({ isCaller, abortedCount: 0 });
    for (let run = 1; run <= ABORTED_MAX; run++) {
      comparison = isCaller ? play(comparison, ASKED, COMMITTED) : play(comparison, received("commit"));
      const [after, effects] = stepComparison(comparison, { type: "timed-out" });
      assertEquals(effects.some(({ type }) => type === "count-aborted"), true);
      assertEquals([after.phase, after.abortedCount], ["aborted", run]);
      comparison = after;
    }
    assertEquals(play(comparison, ASKED).phase, "refused");
    assertEquals(play(comparison, received(isCaller ? "ask" : "commit")).phase, "refused");
    assertEquals(stepComparison(comparison, received(isCaller ? "ask" : "commit"))[1], []);
  }
});

Deno.test("a caller that begins again and again after it has seen the number is refused after three", () => {
  let comparison = createComparison({ isCaller: false, abortedCount: 0 });
  let numbers = 0;
  for (let run = 0; run < 10; run++) {
    const [after, effects] = stepComparison(comparison, received("commit", `commitment ${run}`));
    comparison = after;
    if (effects.some(({ type }) => type === "send")) numbers++;
  }
  assertEquals([comparison.phase, numbers], ["refused", ABORTED_MAX]);
});

Deno.test("a run in which no number was out does not count when it breaks off", () => {
  const callee = play(createComparison({ isCaller: false, abortedCount: 0 }), ASKED, { type: "timed-out" });
  assertEquals([callee.phase, callee.abortedCount], ["aborted", 0]);
  assertEquals(play(callee, ASKED).phase, "waiting");
});
