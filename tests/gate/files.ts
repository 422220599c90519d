/** Which files are tests of the gate, and what they need: the processors to themselves, browsers, the network's namespaces. */

import type { Kind } from "./plan.ts";

/** Sets up a whole machine, from the Internet. */
const ELSEWHERE = "tests/machine/";

/**
 * Files that hold a promise about time to its figure, or compare what others notice with and without an attack: beside
 * something else that computes they would measure that.
 */
const TIMED = [
  "tests/bench/load_test.ts",
  "tests/bench/relay_test.ts",
  "tests/browser/blank_test.ts",
  "tests/browser/screen_share_time_test.ts",
  "tests/browser/strangers_test.ts",
  "tests/browser/unplugged_test.ts",
  "tests/faults/killed_test.ts",
  "tests/faults/vanished_test.ts",
  "tests/hostile/inputs_test.ts",
  "tests/network/recovery_test.ts",
  "tests/network/one_address_test.ts",
  "tests/network/streams_test.ts",
  "tests/quality/quality_test.ts",
  "tests/start/preflight_test.ts",
];

/** Of those, whose promises are of seconds that the page waits for, and none of them a comparison: see `Company`. */
const ACCOMPANIED = ["tests/faults/vanished_test.ts", "tests/network/recovery_test.ts"];

/** A folder whose tests have clocks of their own, and so take as long as they do. */
const COMPUTING = "tests/client/";

/** Folders whose tests need a browser, a namespace, a container, or a processor of their own. */
const HEAVY = ["bench", "browser", "faults", "hostile", "image", "network", "quality"].map((folder) =>
  `tests/${folder}/`
);
/** The longest file of the quick tests, in seconds. */
export const QUICK_SECONDS_MAX = 8;

/** Finds the test files of a folder, as paths from the root, sorted. */
export async function findFiles(root: URL, folder = "tests/"): Promise<string[]> {
  const files: string[] = [];
  for await (const { name, isDirectory } of Deno.readDir(new URL(folder, root))) {
    const path = folder + name;
    if (isDirectory) files.push(...await findFiles(root, `${path}/`));
    else if (/_test\.tsx?$/.test(name) && !path.startsWith(ELSEWHERE)) files.push(path);
  }
  return files.toSorted();
}

export function isTimed(file: string): boolean {
  return TIMED.includes(file);
}

/** What a file is to the plan. */
export function kindOf(file: string): Kind {
  const company = ACCOMPANIED.includes(file) ? "has" : file.startsWith(COMPUTING) ? "is" : "none";
  return { isTimed: isTimed(file), company };
}

/** Whether it needs neither a browser nor a namespace, and is soon over. */
export function isQuick(file: string, seconds: number | undefined): boolean {
  return !HEAVY.some((folder) => file.startsWith(folder)) && (seconds ?? 0) <= QUICK_SECONDS_MAX;
}
