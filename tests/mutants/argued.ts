/**
 * Mutants that no test can notice, because the program does the same with them, each with the reason. An entry is known
 * by its line, not by the line's number; one that no survivor matches any more fails the run, so that the list cannot
 * outlive the code it is about.
 */

import type { Mutant } from "./stryker.ts";

export type Argued = {
  readonly file: string;
  /** The line, without the space around it. */
  readonly source: string;
  readonly original: string;
  readonly replacement: string;
  readonly because: string;
};

export const ARGUED: readonly Argued[] = [
  {
    file: "signaling/identity_check.ts",
    source: 'return await crypto.subtle.importKey("raw", bytes, "Ed25519", false, ["verify"]);',
    original: "false",
    replacement: "true",
    because:
      "Of a public key that came from outside, whether it may be exported again changes nothing; nobody exports it.",
  },
  {
    file: "client/connection.ts",
    source: 'const applied = readFingerprint(this.#pc.remoteDescription?.sdp ?? "");',
    original: '""',
    replacement: '"Stryker was here!"',
    because: "No fingerprint is in the one as in the other, and that there is none is all that is asked.",
  },
  {
    file: "client/links.ts",
    source: "if (this.#ended.size > ENDED_MAX && oldest !== undefined) this.#ended.delete(oldest);",
    original: "oldest !== undefined",
    replacement: "true",
    because: "A set that holds more than 256 has a first, so the comparison is there for the types alone.",
  },
];

export type Verdict = {
  readonly survivors: readonly Mutant[];
  readonly argued: readonly Mutant[];
  /** Entries that match none of the survivors. */
  readonly idle: readonly Argued[];
};

/** Parts what survived in a file into what is argued and what is not. */
export function judge(file: string, mutants: readonly Mutant[], list: readonly Argued[] = ARGUED): Verdict {
  const entries = list.filter((entry) => entry.file === file);
  const survivors = mutants.filter(({ status }) => status === "survived");
  const argues = (entry: Argued, mutant: Mutant) =>
    entry.source === mutant.source && entry.original === mutant.original && entry.replacement === mutant.replacement;
  const isArgued = (mutant: Mutant) => entries.some((entry) => argues(entry, mutant));
  return {
    survivors: survivors.filter((mutant) => !isArgued(mutant)),
    argued: survivors.filter(isArgued),
    idle: entries.filter((entry) => !survivors.some((mutant) => argues(entry, mutant))),
  };
}
