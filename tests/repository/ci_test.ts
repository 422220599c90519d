/**
 * `.ci/run` counts what the tests have said; a miscount there refuses a change in which all is well. The workflow of the
 * public repository runs that script and nothing of its own.
 */

import { assert, assertEquals, assertMatch } from "@std/assert";

/** Runs `.ci/run`'s own counting, under its own shell options, on a log. */
async function count(word: string, log: string): Promise<string> {
  const script = await Deno.readTextFile(new URL("../../.ci/run", import.meta.url));
  const counting = /^count\(\) \{\n[^]*?^\}$/m.exec(script)?.[0];
  const path = await Deno.makeTempFile();
  try {
    await Deno.writeTextFile(path, log);
    const command = `set -euo pipefail; log="$1"; ${counting}\nvalue="$(count "$2")"; echo "$value"`;
    const { code, stdout } = await new Deno.Command("bash", { args: ["-c", command, "bash", path, word] }).output();
    return code === 0 ? new TextDecoder().decode(stdout).trim() : `exit ${code}`;
  } finally {
    await Deno.remove(path);
  }
}

const GREEN =
  "ok | 520 passed (90 steps) | 0 failed (9m2s)\nsomething | 7 passed\nok | 1 passed (5 steps) | 0 failed (29s)\n";
const RED = "FAILED | 56 passed | 2 failed | 3 ignored (5m0s)\n";

Deno.test(".ci/run adds up the summaries, and a word that is in none of them is 0 and no failure", async () => {
  assertEquals(await count("passed", GREEN), "521");
  assertEquals(await count("failed", GREEN), "0");
  assertEquals(await count("ignored", GREEN), "0");
  assertEquals(await count("passed", GREEN + RED), "577");
  assertEquals(await count("failed", GREEN + RED), "2");
  assertEquals(await count("ignored", GREEN + RED), "3");
  assertEquals(await count("passed", ""), "0");
});

Deno.test(".ci/run has the gate check and test, once", async () => {
  const script = await Deno.readTextFile(new URL("../../.ci/run", import.meta.url));
  assertEquals([...script.matchAll(/^deno task .*/gm)].map(([line]) => line), [
    'deno task ok 2>&1 | tee "$log" || status=$?',
  ]);
  const { tasks } = JSON.parse(await Deno.readTextFile(new URL("../../deno.json", import.meta.url)));
  assertEquals(tasks.ok.command.split(" && ").at(-1), "deno run --allow-all tests/gate/main.ts --check");
});

/** Runs the gate on files with these texts. */
async function runGate(texts: Readonly<Record<string, string>>): Promise<{ code: number; said: string }> {
  const folder = await Deno.makeTempDir();
  try {
    for (const [name, text] of Object.entries(texts)) await Deno.writeTextFile(`${folder}/${name}`, text);
    const main = new URL("../gate/main.ts", import.meta.url).pathname;
    const { code, stdout } = await new Deno.Command(Deno.execPath(), {
      args: ["run", "--allow-all", main, ...Object.keys(texts).map((name) => `${folder}/${name}`)],
      env: { NO_COLOR: "1" },
    }).output();
    return { code, said: new TextDecoder().decode(stdout).replaceAll(folder, "") };
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

/** Whether the report of a test names it yet: another thread writes that. */
const SAID = 'Deno.readTextFileSync("/proc/self/fd/1").includes("killed ...")';

Deno.test("The gate is red for a test that fails, and for a file that ends without a word or does not load", async () => {
  const good = 'Deno.test("good", () => {});';
  const { code, said } = await runGate({
    "good_test.ts": good,
    "bad_test.ts": `${good} Deno.test("bad", () => { throw new Error("So it is"); });`,
    "killed_test.ts": `Deno.test("killed", () => { while (!${SAID}) continue; Deno.kill(Deno.pid, "SIGKILL"); });`,
    "broken_test.ts": "import './nowhere.ts';",
  });
  assertEquals(code, 1, said);
  assertEquals([await count("passed", said), await count("failed", said)], ["2", "1"], said);
  const bad = [...said.matchAll(/^Failed in (.*)\n(.*)$/gm)].map(([, file, test]) => `${file}: ${test?.trim()}`);
  assertEquals(bad.toSorted().slice(0, 2), ["/bad_test.ts: bad", "/broken_test.ts: "]);
  assertMatch(bad.toSorted()[2] ?? "", /^\/killed_test.ts: SIGKILL after \d+ s: killed \.\.\.$/);
  for (const words of ["bad ... FAILED", "So it is", "SIGKILL after", "nowhere.ts"]) {
    assert(said.includes(words), words);
  }
});

Deno.test("The gate is green when every file is, and red when there is none", async () => {
  const good = 'Deno.test("good", () => {});';
  const { code, said } = await runGate({ "one_test.ts": good, "two_test.ts": good });
  assertEquals([code, await count("passed", said), await count("failed", said)], [0, "2", "0"], said);
  assertEquals((await runGate({ "none_test.ts": "" })).code, 1);
});

Deno.test("The workflow runs .ci/run, may only read, and takes every action at one commit", async () => {
  const workflow = await Deno.readTextFile(new URL("../../.github/workflows/gate.yml", import.meta.url));
  const commands = [...workflow.matchAll(/^ *(?:- )?run: (.*)$/gm)].map(([, command]) => command);
  assertEquals(commands, [".ci/run"]);
  assertEquals([...workflow.matchAll(/^permissions:\n((?: .*\n)+)/gm)].map(([, rows]) => rows), ["  contents: read\n"]);
  const actions = [...workflow.matchAll(/\buses: (.*)$/gm)].map(([, action]) => action ?? "");
  assert(actions.length > 0);
  for (const action of actions) assert(/@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(action), action);
});
