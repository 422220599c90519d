/** Whose comparison of words is whose, and when there is one. */

import { assert, assertEquals } from "@std/assert";
import "../client/comparisons.ts"; // So that no test has to wait for it to be loaded.
import { takeTurn } from "./doubles/relayed_pair.ts";
import { CALL_ID, createEnds, type TrustEnd, waitUntil } from "./doubles/trust_end.ts";

/** Carries the steps of a comparison until `isDone`. */
async function compare(
  caller: TrustEnd,
  callee: TrustEnd,
  isDone: () => boolean,
  change: (value: string) => string = (value) => value,
): Promise<void> {
  await waitUntil(() => {
    if (isDone()) return true;
    for (const [from, to] of [[caller, callee], [callee, caller]] as const) {
      for (const { step, value } of from.sent.splice(0)) {
        to.trust.receiveStep(CALL_ID, step as never, change(value ?? ""));
      }
    }
    return false;
  });
}

/** Turns enough for whatever is under way to show itself. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 30; turn++) await takeTurn();
}

function hasCode({ trust }: TrustEnd): boolean {
  return (trust.viewOf(CALL_ID)?.code ?? null) !== null;
}

/** Ends both ends' comparisons, timers included. */
async function closeAll(ends: readonly TrustEnd[]): Promise<void> {
  for (const { trust } of ends) trust.close(CALL_ID);
  await settle();
}

Deno.test("CallTrust compares words by both ends' certificates, and both see the same", async () => {
  const { caller, callee } = await createEnds();
  assertEquals(caller.trust.viewOf(CALL_ID), null);
  caller.trust.compareWords(CALL_ID);
  callee.trust.compareWords(CALL_ID);
  const types = new Set<string>();
  await compare(caller, callee, () => {
    for (const { type } of [...caller.sent, ...callee.sent]) types.add(type);
    return hasCode(caller) && hasCode(callee);
  });
  const [one, other] = [caller.trust.viewOf(CALL_ID), callee.trust.viewOf(CALL_ID)];
  assert(one !== null && hasCode(caller), JSON.stringify(one));
  assertEquals(one.code, other?.code as never);
  assert(caller.changes > 0 && callee.changes > 0);
  assertEquals([caller.events, callee.events], [[], []]);
  assert(types.size === 1 && types.has("compare"), [...types].join());
  await closeAll([caller, callee]);
  assertEquals([caller.trust.viewOf(CALL_ID), callee.trust.viewOf(CALL_ID)], [null, null]);
});

Deno.test("CallTrust breaks a call in which the other end cheats at the words", async () => {
  const { caller, callee } = await createEnds();
  for (const end of [caller, callee]) end.trust.compareWords(CALL_ID);
  let steps = 0;
  await compare(
    caller,
    callee,
    () => caller.events.length + callee.events.length > 0,
    (value) => ++steps > 2 ? value.replace(/^./, (first) => first === "A" ? "B" : "A") : value,
  );
  const events = [...caller.events, ...callee.events];
  assertEquals(events[0], [CALL_ID, { type: "words-differed" }] as unknown);
  await closeAll([caller, callee]);
});

Deno.test("CallTrust compares nothing before both ends are proved, or when the call is over", async () => {
  const spoil: ((end: TrustEnd) => void)[] = [
    (end) => end.call = undefined,
    (end) => Object.assign(end.call ?? {}, { phase: "ended" }),
    (end) => Object.assign(end.call ?? {}, { localFingerprint: null }),
    (end) => Object.assign(end.call ?? {}, { remoteFingerprint: null }),
    (end) => end.localPeerId = null,
  ];
  for (const isOutgoing of [true, false]) {
    for (const change of spoil) {
      const { caller, callee } = await createEnds();
      const end = isOutgoing ? caller : callee;
      change(end);
      end.trust.compareWords(CALL_ID);
      await settle();
      assertEquals([end.trust.viewOf(CALL_ID), end.changes, end.sent], [null, 0, []], `${change}`);
    }
  }
});

Deno.test("CallTrust says that a comparison broke off when its code fails, and tries again at the next press", async () => {
  const { caller, callee } = await createEnds();
  const { warn } = console;
  console.warn = () => {};
  crypto.getRandomValues = ((get) => {
    let isFirst = true;
    return ((bytes: Uint8Array<ArrayBuffer>) => {
      if (isFirst) {
        isFirst = false;
        throw new Error("no");
      }
      return Reflect.apply(get, crypto, [bytes]);
    }) as typeof crypto.getRandomValues;
  })(crypto.getRandomValues);
  try {
    caller.trust.compareWords(CALL_ID);
    await waitUntil(() => caller.trust.viewOf(CALL_ID) !== null);
    assertEquals(caller.trust.viewOf(CALL_ID), { phase: "aborted", isAskedFor: false, code: null });
    assertEquals(caller.changes, 1);
  } finally {
    Reflect.deleteProperty(crypto, "getRandomValues");
    console.warn = warn;
  }
  for (const end of [caller, callee]) end.trust.compareWords(CALL_ID);
  await compare(caller, callee, () => hasCode(caller) && hasCode(callee));
  assert(hasCode(caller) && hasCode(callee));
  await closeAll([caller, callee]);
});
