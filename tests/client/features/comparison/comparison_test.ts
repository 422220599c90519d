/** Whose comparison of words is whose, and when there is one. */

import { assert, assertEquals } from "@std/assert";
import FakeTimers from "@sinonjs/fake-timers";
import "../../../../client/features/comparison/comparison.ts"; // So that no test has to wait for it to be loaded.
import {
  COMPARISON,
  comparisonOf,
  type ComparisonView,
} from "../../../../client/features/comparison/comparison_key.ts";
import { FEATURES } from "../../../../client/features/registry.ts";
import { CALL_ID, carry, FeatureEnd, settle, waitUntil } from "../../../doubles/feature_end.ts";

/** Whether the code for comparisons is there when it is asked for. */
let canLoad = true;

const ENTRIES = FEATURES.filter(({ name }) => name === COMPARISON.name).map((entry) => ({
  ...entry,
  load: () => canLoad ? entry.load() : Promise.reject(new Error("Cannot load")),
}));

const createEnds = () => FeatureEnd.createPair(ENTRIES);

function ask({ features }: FeatureEnd): void {
  features.use(CALL_ID, COMPARISON, (comparison) => comparison.ask());
}

function viewOf({ features }: FeatureEnd): ComparisonView | null {
  return comparisonOf(features.statesOf(CALL_ID));
}

function hasCode(end: FeatureEnd): boolean {
  return (viewOf(end)?.code ?? null) !== null;
}

/** Carries the steps of a comparison until `isDone`. */
async function compare(
  caller: FeatureEnd,
  callee: FeatureEnd,
  isDone: () => boolean,
  change?: (message: object) => object,
): Promise<void> {
  await waitUntil(() => {
    if (isDone()) return true;
    carry(caller, callee, change);
    return false;
  });
}

/** Ends both ends' comparisons, timers included. */
async function closeAll(ends: readonly FeatureEnd[]): Promise<void> {
  for (const { features } of ends) features.close(CALL_ID);
  await settle();
}

Deno.test("A comparison is by both ends' certificates, and both see the same", async () => {
  const { caller, callee } = createEnds();
  assertEquals(viewOf(caller), null);
  ask(caller);
  ask(callee);
  const types = new Set<string>();
  await compare(caller, callee, () => {
    for (const { message } of [...caller.sent, ...callee.sent]) types.add(message.type);
    return hasCode(caller) && hasCode(callee);
  });
  const [one, other] = [viewOf(caller), viewOf(callee)];
  assert(one !== null && hasCode(caller), JSON.stringify(one));
  assertEquals(one.code, other?.code as never);
  assert(caller.changes > 0 && callee.changes > 0);
  assertEquals([caller.events, callee.events], [[], []]);
  assert(types.size === 1 && types.has("compare"), [...types].join());
  await closeAll([caller, callee]);
  assertEquals([viewOf(caller), viewOf(callee)], [null, null]);
});

Deno.test("A comparison takes the person's judgement once there are words, and leaves the call where they differ", async () => {
  const { caller, callee } = createEnds();
  const judge = ({ features }: FeatureEnd, isSame: boolean) =>
    features.use(CALL_ID, COMPARISON, (comparison) => comparison.judge({ isSame }));
  ask(caller);
  ask(callee);
  await waitUntil(() => caller.features.statesOf(CALL_ID).get(COMPARISON.name)?.stage === "open");
  judge(caller, true);
  await compare(caller, callee, () => hasCode(caller) && hasCode(callee));
  assertEquals(caller.events, [], "There was nothing to judge yet");
  judge(caller, true);
  judge(callee, false);
  assertEquals(caller.events, [[CALL_ID, { isSame: true }]] as unknown[]);
  const left = { type: "left", endReason: "words-differed", word: "unverified" };
  assertEquals(callee.events, [[CALL_ID, { isSame: false }], [CALL_ID, left]] as unknown[]);
  await closeAll([caller, callee]);
});

Deno.test("A comparison has the caller commit itself first, and the callee ask for that", async () => {
  const { caller, callee } = createEnds();
  for (const [end, step] of [[caller, "commit"], [callee, "ask"]] as const) {
    ask(end);
    await waitUntil(() => end.sent.length > 0);
    assertEquals(end.sent.map(({ message }) => Reflect.get(message, "step")), [step]);
  }
  await closeAll([caller, callee]);
});

Deno.test("A comparison breaks a call in which the other end cheats at the words", async () => {
  const { caller, callee } = createEnds();
  for (const end of [caller, callee]) ask(end);
  let steps = 0;
  await compare(
    caller,
    callee,
    () => caller.events.length + callee.events.length > 0,
    (message) => {
      const value = String(Reflect.get(message, "value"));
      return ++steps > 2 ? { ...message, value: value.replace(/^./, (first) => first === "A" ? "B" : "A") } : message;
    },
  );
  const events = [...caller.events, ...callee.events];
  assertEquals(events[0], [CALL_ID, { type: "left", endReason: "words-differed", word: "unverified" }] as unknown);
  await closeAll([caller, callee]);
});

Deno.test("A comparison is of nothing before both ends are proved, or when the call is over", async () => {
  const spoil: ((end: FeatureEnd) => void)[] = [
    (end) => end.call = undefined,
    (end) => end.hasLine = false,
    (end) => Object.assign(end.call ?? {}, { phase: "ended" }),
    (end) => Object.assign(end.call ?? {}, { phase: "incoming" }),
    (end) => Object.assign(end.call ?? {}, { remoteFeatures: ["media-state"] }),
    (end) => Object.assign(end.call ?? {}, { localFingerprint: null }),
    (end) => Object.assign(end.call ?? {}, { remoteFingerprint: null }),
    (end) => end.localPeerId = null,
  ];
  for (const isOutgoing of [true, false]) {
    for (const change of spoil) {
      const { caller, callee } = createEnds();
      const end = isOutgoing ? caller : callee;
      change(end);
      ask(end);
      await settle();
      assertEquals([viewOf(end), end.changes, end.sent], [null, 0, []], `${change}`);
    }
  }
});

Deno.test("A comparison shows nothing from the moment that its call is closed, and ends it", async () => {
  const { caller } = createEnds();
  const clock = FakeTimers.install({ toFake: ["setTimeout", "clearTimeout"] });
  try {
    ask(caller);
    await waitUntil(() => viewOf(caller) !== null && clock.countTimers() > 0);
    assertEquals([viewOf(caller)?.phase, clock.countTimers()], ["waiting", 1]);
    caller.features.close(CALL_ID);
    assertEquals(viewOf(caller), null, "at once");
    const { changes } = caller;
    await settle();
    assertEquals([viewOf(caller), caller.changes], [null, changes], "and later");
    assertEquals(clock.countTimers(), 0, "Nobody is waited for any more");
  } finally {
    clock.uninstall();
  }
});

Deno.test("A call in which nobody compared ends without a word of it", async () => {
  const { caller } = createEnds();
  const { warn } = console;
  const lines: unknown[] = [];
  console.warn = (...words: unknown[]) => void lines.push(words);
  try {
    caller.features.close(CALL_ID);
    await settle();
  } finally {
    console.warn = warn;
  }
  assertEquals(lines, []);
});

Deno.test("A comparison loads its code again at the next press when it could not be loaded", async () => {
  const { caller, callee } = createEnds();
  const { warn } = console;
  console.warn = () => {};
  try {
    canLoad = false;
    ask(caller);
    await waitUntil(() => viewOf(caller)?.phase === "aborted");
    canLoad = true;
  } finally {
    console.warn = warn;
  }
  for (const end of [caller, callee]) ask(end);
  await compare(caller, callee, () => hasCode(caller) && hasCode(callee));
  assert(hasCode(caller) && hasCode(callee));
  await closeAll([caller, callee]);
});

Deno.test("A comparison says that it broke off when its code fails, and tries again at the next press", async () => {
  const { caller, callee } = createEnds();
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
    ask(caller);
    await waitUntil(() => viewOf(caller) !== null);
    assertEquals(viewOf(caller), { phase: "aborted", isAskedFor: false, code: null });
    assertEquals(caller.changes, 2, "It was loaded, and failed");
  } finally {
    Reflect.deleteProperty(crypto, "getRandomValues");
    console.warn = warn;
  }
  for (const end of [caller, callee]) ask(end);
  await compare(caller, callee, () => hasCode(caller) && hasCode(callee));
  assert(hasCode(caller) && hasCode(callee));
  await closeAll([caller, callee]);
});
