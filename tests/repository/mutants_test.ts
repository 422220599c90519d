/**
 * The short form of `deno task test:mutants`, and whether it can fail: what the tool finds, what it says of it, and that
 * nothing of the check of what a browser applied can be left out unnoticed.
 */

import { assert, assertEquals, assertThrows } from "@std/assert";
import { ARGUED, type Argued, judge } from "../mutants/argued.ts";
import { describeFaults, describeTable, isGood, type Result, run } from "../mutants/main.ts";
import type { Mutant, Subject } from "../mutants/stryker.ts";
import { selectSubjects, SUBJECTS } from "../mutants/subjects.ts";

const ROOT = new URL("../../", import.meta.url);

function createMutant(status: Mutant["status"], replacement = "false"): Mutant {
  return { status, mutator: "Some", line: 3, source: "if (a) b();", original: "a", replacement };
}

function createResult(mutants: Mutant[], list: Argued[] = []): Result {
  return { source: "a.ts", mutants, verdict: judge("a.ts", mutants, list), seconds: 1.2 };
}

const ENTRY: Argued = { file: "a.ts", source: "if (a) b();", original: "a", replacement: "false", because: "It is." };
const KILLED = Array.from({ length: 30 }, () => createMutant("killed"));

Deno.test("A file is good only if 95 % are killed, and what survived is argued, and what is argued survived", () => {
  const survived = createMutant("survived");
  assert(isGood(createResult([...KILLED, createMutant("timed out"), createMutant("ignored")])));
  assert(!isGood(createResult([...KILLED, survived])));
  assert(isGood(createResult([...KILLED, survived], [ENTRY])));
  assert(!isGood(createResult(KILLED, [ENTRY])), "The entry is idle");
  assert(!isGood(createResult([survived, ...KILLED.slice(0, 15)], [ENTRY])), "Too few are killed");
  for (const change of [{ file: "b.ts" }, { source: "" }, { original: "b" }, { replacement: "true" }]) {
    assert(!isGood(createResult([...KILLED, survived], [{ ...ENTRY, ...change }])), JSON.stringify(change));
  }
});

Deno.test("The report names the line, what stood there and what stands there now", () => {
  const result = createResult([...KILLED, createMutant("timed out"), createMutant("survived", "true")], [ENTRY]);
  const [survivor, idle, ...others] = describeFaults(result);
  assertEquals(survivor, "a.ts:3 survived (Some)\n    if (a) b();\n  - a\n  + true");
  assert(idle?.startsWith('a.ts: no survivor matches what argued.ts says of "a" → "false"'));
  assertEquals(others, []);
  assertEquals(describeTable([result]).split("\n").at(-1), "| `a.ts` | 32 | 31 (1 by time) | 96.9 % | 0 | 1 | 1 |");
});

Deno.test("A file, some of its lines, or all can be asked for, and none whose tests are not named", () => {
  assertEquals(selectSubjects([]), SUBJECTS);
  const [chosen, ...others] = selectSubjects(["client/conversation/call_lines.ts:10-20"]);
  assertEquals([chosen?.source, others], ["client/conversation/call_lines.ts:10-20", []]);
  assertEquals(chosen?.tests, SUBJECTS.find(({ source }) => source === "client/conversation/call_lines.ts")?.tests);
  assertThrows(() => selectSubjects(["client/link"]));
});

Deno.test("Every entry that is argued is of a file that is mutated, still stands there, and has a reason", async () => {
  for (const { file, source, original, because } of ARGUED) {
    assert(SUBJECTS.some((subject) => subject.source === file), file);
    const lines = (await Deno.readTextFile(new URL(file, ROOT))).split("\n").map((line) => line.trim());
    assert(lines.includes(source), `${file} has no line ${source}`);
    assert(source.includes(original.split("\n")[0] ?? ""), original);
    assert(because.length > 20, because);
  }
});

const SOURCE = `const NAMES = ["sound"];

export function check(value: number, report: (what: string) => void): boolean {
  if (value > 3) throw new RangeError("Cannot take so many");
  console.warn("Words for the log");
  report(NAMES.join());
  return value === 1;
}
`;

/** Mutates `SOURCE` as it is tested by `body`. */
async function mutate(body: string): Promise<{ isFine: boolean; said: string }> {
  const folder = await Deno.makeTempDir();
  try {
    const root = new URL(`file://${folder}/`);
    await Deno.writeTextFile(new URL("deno.json", root), "{}");
    await Deno.writeTextFile(new URL("check.ts", root), SOURCE);
    const test = `import { check } from "./check.ts";\nDeno.test("check", () => {\n${body}\n});\n`;
    await Deno.writeTextFile(new URL("check_test.ts", root), test);
    const said: string[] = [];
    const subject: Subject = { source: "check.ts", tests: ["check_test.ts"] };
    const isFine = await run(root, [], { list: [], select: () => [subject], say: (line) => void said.push(line) });
    return { isFine, said: said.join("\n") };
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

Deno.test("A test that sees everything lets nothing survive", async () => {
  const { isFine, said } = await mutate(`
    const equal = (a: unknown, b: unknown) => { if (a !== b) throw new Error(\`\${a} is not \${b}\`); };
    const said: string[] = [];
    const report = (what: string) => void said.push(what);
    equal(check(1, report), true);
    equal(check(3, report), false);
    equal(said.join(), "sound,sound");
    try { check(4, report); } catch { return; }
    throw new Error("It took 4");`);
  assert(isFine, said);
});

Deno.test("A test that always passes lets each kind survive: conditions, literals, statements, whole blocks", async () => {
  const { isFine, said } = await mutate("    check(1, () => {});");
  assert(!isFine);
  for (const mutant of ["- value > 3\n  + false", "- value > 3\n  + value >= 3", "- report(NAMES.join());\n  + {}"]) {
    assert(said.includes(mutant), `${mutant} is not in\n${said}`);
  }
  for (const kind of ["ArrayDeclaration", "BlockStatement", "EqualityOperator", "LeftOutStatement", "StringLiteral"]) {
    assert(said.includes(`(${kind})`), `${kind} is not in\n${said}`);
  }
  for (const words of ['- "Cannot take', '- "Words']) assert(!said.includes(words), said);
});

/** The lines of a file from the one that begins with `first` to the next that is `last`. */
async function findLines(file: string, first: string, last: string): Promise<string> {
  const lines = (await Deno.readTextFile(new URL(file, ROOT))).split("\n");
  const from = lines.findIndex((line) => line.startsWith(first));
  const to = lines.indexOf(last, from);
  assert(from >= 0 && to > from, `${file} has no ${first}`);
  return `${file}:${from + 1}-${to + 1}`;
}

Deno.test("A sample of the product's mutants is killed", async () => {
  const said: string[] = [];
  const lines = await findLines("client/connection/connection.ts", "  #assertApplied", "  }");
  const isFine = await run(ROOT, [lines], { say: (line) => void said.push(line) });
  assert(isFine, said.join("\n"));
});
