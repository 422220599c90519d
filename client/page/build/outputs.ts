/**
 * What esbuild made, and when a page loads it: with its script, behind the first screen, or on demand. Part of the
 * build, not of the client.
 */

import type * as esbuild from "esbuild";
import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";

export interface Output {
  readonly name: string;
  readonly contents: Uint8Array<ArrayBuffer>;
  /** The source that it begins with; null for what several share. */
  readonly entryPoint: string | null;
  /** Names of the outputs that it loads with itself, and of those that it may load later. */
  readonly imports: readonly string[];
  readonly laterImports: readonly string[];
}

export function findOutput(outputs: readonly Output[], start: string, end: string): Output {
  const output = outputs.find(({ name }) => name.startsWith(start) && name.endsWith(end));
  if (output === undefined) throw new Error(`Cannot build the pages: esbuild gave no ${start}*${end}`);
  return output;
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

export function readOutputs({ outputFiles = [], metafile }: esbuild.BuildResult): Output[] {
  const made = new Map(Object.entries(metafile?.outputs ?? {}).map(([path, output]) => [nameOf(path), output]));
  return outputFiles.map(({ path, contents }) => {
    const name = nameOf(path);
    const importsOf = (kind: esbuild.ImportKind) =>
      (made.get(name)?.imports ?? []).filter((other) => other.kind === kind && other.external !== true).map((other) =>
        nameOf(other.path)
      );
    return {
      name,
      entryPoint: made.get(name)?.entryPoint?.replace(/\?\w+$/, "") ?? null,
      contents: new Uint8Array(contents), // A copy, because esbuild does not say what buffer its own is on.
      imports: importsOf("import-statement"),
      laterImports: importsOf("dynamic-import"),
    };
  });
}

/** Finds all that is loaded with `outputs`, themselves first. */
function closeOver(outputs: readonly Output[], all: readonly Output[]): Set<Output> {
  const found = new Set(outputs);
  for (const { imports } of found) { // A Set may grow while it is walked.
    for (const name of imports) found.add(findOutput(all, name, name));
  }
  return found;
}

/** The hash in the name of a script, where another loads it. */
const SCRIPT_HASH = /(?<=\/[\w-]+-)[0-9A-Z]{8}(?=\.js")/g;

/**
 * Puts hashes that are always the same in place of those of the scripts that a script loads. Else a change in any one of
 * them would change what those that load it weigh, by a few bytes.
 */
function fixHashes(contents: Uint8Array): string {
  const fixed = new Map<string, string>();
  return new TextDecoder().decode(contents).replace(SCRIPT_HASH, (hash) => {
    const other = fixed.get(hash) ??
      createHash("sha256").update(`${fixed.size}`).digest("hex").slice(0, 8).toUpperCase();
    fixed.set(hash, other);
    return other;
  });
}

/** As budgets of scripts count it: the server sends Brotli, which is smaller, and gzip to what is older. */
export function countGzipBytes(outputs: Iterable<Output>): number {
  return [...outputs].reduce((bytes, { contents }) => bytes + gzipSync(fixHashes(contents), { level: 9 }).length, 0);
}

/** What speaks other languages than English, loaded by who does. */
const SPEAKING = "client/words/speaking.ts";
/** What only few load as the page comes up. */
const RARE: readonly string[] = ["client/screens/home/insecure_banner.tsx"];
/** What the first screen loads when a person asks for it, or once there is somebody, and not as the page comes up. */
const ASKED: readonly string[] = ["client/screens/home/qr_code.tsx", "client/screens/people/people.tsx"];

export interface Loads {
  /** What a page's script loads with itself. */
  readonly first: Set<Output>;
  /** What that loads behind the first screen. */
  readonly later: Set<Output>;
  /** What is loaded only when a person asks for it: by `import()` in what comes later and in `ASKED`, and in what that loads. */
  readonly onDemand: Set<Output>;
  /** What only few load as the page comes up. */
  readonly rare: Set<Output>;
  /** What is loaded for other languages than English, which shares what the first load has. */
  readonly speaking: Output;
  /** What of `onDemand` has a budget of its own, by its source. */
  readonly parts: ReadonlyMap<string, Set<Output>>;
}

export function splitLoads(script: Output, all: readonly Output[], sources: readonly string[]): Loads {
  const importLater = (outputs: ReadonlySet<Output>) => {
    const entries = [...outputs].flatMap(({ laterImports }) => laterImports.map((name) => findOutput(all, name, name)))
      .filter(({ entryPoint }) => ![SPEAKING, ...RARE, ...ASKED].includes(entryPoint ?? ""));
    return closeOver(entries, all).difference(outputs);
  };
  const first = closeOver([script], all);
  const isReached = ({ name }: Output) => [...first].some(({ laterImports }) => laterImports.includes(name));
  const speaking = all.find((output) => output.entryPoint === SPEAKING && isReached(output));
  if (speaking === undefined) throw new Error(`Cannot build the pages: nothing loads ${SPEAKING}`);
  const reach = (sources: readonly string[]) =>
    closeOver(all.filter((output) => sources.includes(output.entryPoint ?? "") && isReached(output)), all);
  const rare = reach(RARE).difference(first);
  const later = importLater(first);
  const onDemand = importLater(later).union(reach(ASKED).difference(later)).difference(first);
  for (const output of onDemand) { // It grows while it is walked.
    for (const other of importLater(new Set([output])).difference(first).difference(later)) onDemand.add(other);
  }
  const parts = new Map(sources.map((source) => {
    const entry = [...onDemand].find(({ entryPoint }) => entryPoint === source);
    if (entry === undefined) throw new Error(`Cannot build the pages: nothing loads ${source} on demand`);
    return [source, closeOver([entry], all).intersection(onDemand)];
  }));
  return { first, later, onDemand, rare, speaking, parts };
}
