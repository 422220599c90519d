/** What of the gate runs when: nothing is left out, what is long begins early, and nothing disturbs what measures time. */

import { assert, assertEquals } from "@std/assert";
import { findFiles, isQuick, isTimed, kindOf } from "../gate/files.ts";
import { findFailed, type Result, runAll } from "../gate/main.ts";
import { chooseNext, type Costs, createRun, PLAIN, planRuns, type Run } from "../gate/plan.ts";

const ROOT = new URL("../../", import.meta.url);

function createCosts(rows: Record<string, [seconds: number, cpuSeconds: number]>): Costs {
  return Object.fromEntries(
    Object.entries(rows).map(([name, [seconds, cpuSeconds]]) => [name, { seconds, cpuSeconds }]),
  );
}

function createTimed(name: string): Run {
  return { names: [name], seconds: 100, load: 0.1, isTimed: true, company: "none" };
}

const TIMED = { isTimed: true, company: "none" } as const;
const COMPANY = { isTimed: false, company: "is" } as const;

Deno.test("planRuns() gives every file one run: short ones share, long, timed and unknown ones have their own", () => {
  const costs = createCosts({ a: [3, 3], b: [3, 3], c: [40, 4], d: [2, 1], ...Object.fromEntries(SHORT) });
  const files = ["a", "new", "b", "c", "d", ...SHORT.map(([name]) => name)];
  const runs = planRuns(files, costs, (name) => name === "d" ? TIMED : PLAIN);
  assertEquals(runs.flatMap(({ names }) => names).toSorted(), files.toSorted());
  for (const alone of ["new", "c", "d"]) assert(runs.some(({ names }) => names.length === 1 && names[0] === alone));
  assertEquals(runs.find(({ names }) => names.includes("d"))?.isTimed, true);
  const shared = runs.filter(({ names }) => names.length > 1);
  assert(shared.length > 1 && shared.every(({ seconds, isTimed }) => seconds <= 20 && !isTimed));
});

Deno.test("planRuns() lets those that are company share a process with their like alone", () => {
  const costs = createCosts(Object.fromEntries(["a", "b", "c", "d"].map((name) => [name, [1, 1]])));
  const runs = planRuns(["a", "b", "c", "d"], costs, (name) => name < "c" ? PLAIN : COMPANY);
  assertEquals(runs.map(({ names, company }) => [names.join(), company]), [["a,b", "none"], ["c,d", "is"]]);
});

/** Half a minute of short files. */
const SHORT = Array.from({ length: 30 }, (_, index): [string, [number, number]] => [`short ${index}`, [1, 1]]);

Deno.test("chooseNext() takes the longest that there is room for, and what waits beside what computes", () => {
  const costs = createCosts({ idle: [200, 10], long: [100, 120], middle: [50, 45], small: [9, 9] });
  const left = ["small", "middle", "idle", "long"].map((name) => createRun([name], costs));
  const on: Run[] = [];
  for (let next = chooseNext(left, on, 2); next !== null; next = chooseNext(left, on, 2)) {
    left.splice(left.indexOf(next), 1);
    on.push(next);
  }
  assertEquals(on.map(({ names }) => names[0]), ["idle", "long", "middle"]);
  assertEquals(chooseNext(left, [], 2)?.names, ["small"]);
  assertEquals(chooseNext([createRun(["greedy"], createCosts({ greedy: [9, 90] }))], [], 2)?.names, ["greedy"]);
  assertEquals(chooseNext([], [], 2), null);
});

Deno.test("chooseNext() lets what is timed run when all else is over, and then alone", () => {
  const [first, second] = [createTimed("first"), createTimed("second")];
  const other = createRun(["other"], createCosts({ other: [1, 0] }));
  assertEquals(chooseNext([first, other], [], 2), other);
  assertEquals(chooseNext([first], [other], 2), null);
  assertEquals(chooseNext([first, second], [], 2), first);
  assertEquals(chooseNext([second], [first], 2), null);
  assertEquals(chooseNext([other], [first], 2), null);
});

Deno.test("chooseNext() gives what is timed company where it may have some, last of all and one for a free processor", () => {
  const busy = createCosts({ one: [9, 9], two: [8, 8], three: [7, 7] });
  const [one, two, three] = ["one", "two", "three"].map((name) => createRun([name], busy, COMPANY)) as [Run, Run, Run];
  const lone = createTimed("lone");
  const sociable: Run = { ...createTimed("sociable"), company: "has" };
  const greedy: Run = { ...sociable, load: 1.1 };
  const other = createRun(["other"], createCosts({ other: [1, 0] }));
  assertEquals(chooseNext([one, sociable, other], [], 2), other, "Company is kept for what is timed");
  assertEquals(chooseNext([one, sociable], [other], 2), null);
  assertEquals(chooseNext([one, sociable, lone], [], 2), lone);
  assertEquals(chooseNext([one, sociable], [lone], 2), null);
  assertEquals(chooseNext([one, sociable], [], 2), sociable);
  assertEquals(chooseNext([two, one], [sociable], 2), one);
  assertEquals(chooseNext([two], [sociable, one], 2), null);
  assertEquals(chooseNext([one], [greedy], 2), null);
  assertEquals(chooseNext([two], [greedy, one], 4), two);
  assertEquals(chooseNext([three], [greedy, one, two], 4), null);
  assertEquals(chooseNext([two, sociable], [one], 2), sociable, "What is on goes on beside the next");
  assertEquals(chooseNext([two, lone], [one], 2), null);
  assertEquals(chooseNext([one], [sociable], 1), null);
  assertEquals([chooseNext([one, two], [], 2), chooseNext([two], [one], 2)], [one, two], "Nothing timed is left");
});

Deno.test("chooseNext() starts no more than six at once on two processors, and six that wait beside them", () => {
  const little = { seconds: 10, cpuSeconds: 2 };
  const on = Array.from({ length: 6 }, (_, index) => createRun([`${index}`], { [index]: little }));
  const waiting = Array.from({ length: 6 }, (_, index) => createRun([`${index}`], { [index]: WAITS }));
  const more = createRun(["more"], { more: WAITS });
  assertEquals(chooseNext([more], on, 2), null);
  assertEquals(chooseNext([more], [...on.slice(1), ...waiting], 2), more);
  assertEquals(chooseNext([more], [...on, ...waiting].slice(0, 12), 2), null);
});

const WAITS = { seconds: 10, cpuSeconds: 0 };

Deno.test("runAll() runs each once, side by side as planned, and ends when the last has ended", async () => {
  const costs = createCosts({ a: [30, 30], b: [20, 20], c: [10, 10] });
  const runs = [...planRuns(["a", "b", "c"], costs, () => PLAIN), createTimed("timed")];
  const on = new Map<string, () => void>();
  const began: string[] = [];
  const execute = async (run: Run): Promise<Result> => {
    const [name = ""] = run.names;
    began.push(name);
    await new Promise<void>((resolve) => on.set(name, resolve));
    on.delete(name);
    return { run, isGood: name !== "b", faults: [], cost: WAITS };
  };
  const end = (name: string) => {
    on.get(name)?.();
    return new Promise((resolve) => setTimeout(resolve)); // All that follows from it has come by then.
  };
  const all = runAll(runs, 2, execute);
  assertEquals(began, ["a", "b"]);
  await end("a");
  assertEquals(began, ["a", "b", "c"]);
  await end("b");
  assertEquals(began, ["a", "b", "c"]);
  await end("c");
  assertEquals(began, ["a", "b", "c", "timed"]);
  await end("timed");
  assertEquals((await all).map(({ run, isGood }) => [run.names[0], isGood]), [
    ["a", true],
    ["b", false],
    ["c", true],
    ["timed", true],
  ]);
});

Deno.test("The gate knows every test file, and those that it names exist", async () => {
  const files = await findFiles(ROOT);
  assert(files.includes("tests/repository/gate_test.ts") && files.includes("tests/image/image_test.ts"));
  assert(!files.some((file) => file.startsWith("tests/machine/")), "A whole machine is not the gate's");
  const text = await Deno.readTextFile(new URL("../gate/files.ts", import.meta.url));
  const named = [...text.matchAll(/"(tests\/[\w/]+_test\.ts)"/g)].map(([, name = ""]) => name);
  assert(named.length > 0);
  for (const name of named) assert(files.includes(name) && isTimed(name), name);
  const kinds = files.map(kindOf);
  for (const company of ["has", "is"]) assert(kinds.some((kind) => kind.company === company), company);
  assert(kinds.every(({ isTimed, company }) => isTimed ? company !== "is" : company !== "has"));
});

Deno.test("The quick tests open no browser, no namespace and no container, and each is soon over", () => {
  for (const folder of ["bench", "browser", "faults", "hostile", "image", "network"]) {
    assertEquals(isQuick(`tests/${folder}/some_test.ts`, 1), false, folder);
  }
  assertEquals(
    [isQuick("tests/client/line/call_line_test.ts", 1), isQuick("tests/client/line/call_line_test.ts", 60)],
    [true, false],
  );
  assertEquals(isQuick("tests/new_test.ts", undefined), true);
});

Deno.test("findFailed() tells the first lines of why each test failed, without the ways through the code", () => {
  const said = [
    "adds up ... ok (1ms)",
    "takes away ... \u001b[31mFAILED\u001b[0m (3s)",
    "",
    " ERRORS ",
    "",
    "takes away => ./sums_test.ts:2:6",
    "error: AssertionError: Values are not equal",
    "-   1",
    "+   2",
    "    at file:///sums_test.ts:2:40",
    "",
    "multiplies ... by nothing => ./sums_test.ts:9:6",
    "error: Error: Never came true: 0",
    "    throw new Error(said);",
    "    at file:///sums_test.ts:9:40",
    "",
    "./quotients_test.ts (uncaught error)",
    "error: (in promise) Error: by nothing",
    "    at file:///quotients_test.ts:1:7",
    "",
    " FAILURES ",
    "",
    "takes away => ./sums_test.ts:2:6",
    "multiplies ... by nothing => ./sums_test.ts:9:6",
  ].join("\n");
  const why = [
    ["takes away", "  error: AssertionError: Values are not equal", "  -   1", "  +   2"],
    ["multiplies ... by nothing", "  error: Error: Never came true: 0", "      throw new Error(said);"],
    ["./quotients_test.ts", "  error: (in promise) Error: by nothing"],
  ];
  assertEquals(findFailed(said), why.map((lines) => lines.join("\n  ")));
  assertEquals(findFailed("never said ... FAILED (1s)"), ["never said"]);
});
