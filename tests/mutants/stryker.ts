/**
 * Runs Stryker on one source file with the tests that are to notice, and reads what it found. Stryker puts every mutant
 * into one copy of the file behind a switch, in a copy of the tree, and runs the tests once for each. It is a program
 * beside this project, with a lock of its own (`deno.lock` here); nothing imports it.
 */

/** Pinned, since `mutators.js` reaches into it. */
export const STRYKER = "npm:@stryker-mutator/core@10.1.1";
/** The time of a processor that a run may take, in seconds: more is a loop without end, however busy the machine is. */
const CPU_SECONDS_MAX = 8;
/** What a run may take beyond one and a half times the run without a mutant, in milliseconds: it waits for ever. */
const TIMEOUT_MS = 20_000;
/** Properties are tried less often (`tests/doubles/runs.ts`): what they catch, they catch soon. */
const RUNS_DIVISOR = 10;
const FOLDER = new URL("./", import.meta.url);

export type MutantStatus = "killed" | "survived" | "timed out" | "ignored";

export type Mutant = {
  readonly status: MutantStatus;
  readonly mutator: string;
  readonly line: number;
  /** The line that it begins in, without the space around. */
  readonly source: string;
  readonly original: string;
  readonly replacement: string;
};

export type Subject = {
  /** The path from the root; with `:FROM-TO`, only those lines. */
  readonly source: string;
  readonly tests: readonly string[];
};

type Report = {
  readonly files: Readonly<Record<string, { readonly source: string; readonly mutants: readonly RawMutant[] }>>;
};
type Position = { readonly line: number; readonly column: number };
type RawMutant = {
  readonly status: string;
  readonly mutatorName: string;
  readonly replacement: string;
  readonly location: { readonly start: Position; readonly end: Position };
};

const STATUSES: Readonly<Record<string, MutantStatus>> = {
  Killed: "killed",
  RuntimeError: "killed",
  Survived: "survived",
  NoCoverage: "survived",
  Timeout: "timed out",
  Ignored: "ignored",
};

/**
 * Makes the mutants of a source file and tries each.
 *
 * @throws if the tests fail without any mutant, or Stryker fails
 */
export async function findMutants(root: URL, { source, tests }: Subject, jobs = 2): Promise<Mutant[]> {
  const folder = await Deno.makeTempDir({ prefix: "mutants-" });
  try {
    const settings = createSettings(folder, { source, tests }, jobs);
    await Deno.writeTextFile(`${folder}/stryker.json`, JSON.stringify(settings));
    const lock = new URL("deno.lock", FOLDER).pathname;
    const { success, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
      args: [
        "run",
        "--allow-all",
        "--no-config",
        `--lock=${lock}`,
        "--frozen",
        STRYKER,
        "run",
        `${folder}/stryker.json`,
      ],
      cwd: root,
      env: { NO_COLOR: "1", DENO_NO_UPDATE_CHECK: "1" },
    }).output();
    const words = new TextDecoder();
    if (!success) throw new Error(`Cannot run Stryker: ${words.decode(stdout)}\n${words.decode(stderr)}`);
    return readReport(JSON.parse(await Deno.readTextFile(`${folder}/report.json`)));
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

function createSettings(folder: string, { source, tests }: Subject, jobs: number): object {
  return {
    testRunner: "command",
    // Without types: a mutant need not have any.
    commandRunner: {
      command:
        `ulimit -t ${CPU_SECONDS_MAX}; RUNS_DIVISOR=${RUNS_DIVISOR} deno test --allow-all --no-check --quiet --fail-fast ${
          tests.join(" ")
        }`,
    },
    mutate: [source],
    plugins: [new URL("mutators.js", FOLDER).pathname],
    ignorers: ["log"],
    ignorePatterns: ["/.git", "/bench", "/deploy", "/dist", "/docs", "/static"],
    tempDirName: `${folder}/sandbox`,
    reporters: ["json"],
    jsonReporter: { fileName: `${folder}/report.json` },
    concurrency: jobs,
    timeoutMS: TIMEOUT_MS,
    timeoutFactor: 1.5,
    allowEmpty: true,
    logLevel: "error",
  };
}

function readReport({ files }: Report): Mutant[] {
  return Object.values(files).flatMap(({ source, mutants }) => {
    const lines = source.split("\n");
    return mutants.map(({ status, mutatorName, replacement, location: { start, end } }) => {
      const found = STATUSES[status];
      if (found === undefined) throw new Error(`Cannot read what Stryker says: ${status}`);
      const cut = lines.slice(start.line - 1, end.line);
      cut[cut.length - 1] = cut.at(-1)?.slice(0, end.column - 1) ?? "";
      cut[0] = cut[0]?.slice(start.column - 1) ?? "";
      return {
        status: found,
        mutator: mutatorName,
        line: start.line,
        source: lines[start.line - 1]?.trim() ?? "",
        original: cut.join("\n"),
        replacement,
      };
    });
  });
}
