/**
 * Builds the words of every language but English. Each part is a file of its own and shares nothing with the pages'
 * scripts, so English costs nothing extra. Where scripts import words, they get the file's name. Part of the build, not
 * of the client.
 */

import * as esbuild from "esbuild";
import { createHash } from "node:crypto";
import type { GuardWords } from "../../words/en/guard.ts";
import { LANGUAGES } from "../../words/grammar/languages.ts";
import { compress } from "./compress.ts";
import { type Output, readOutputs } from "./outputs.ts";

/** All but English, which the scripts hold. */
const TAGS = LANGUAGES.filter((tag) => tag !== "en");
/** Each language's, by their files' names, with the most that one may be, in bytes, compressed by Brotli. */
const PARTS_BYTES_MAX: Readonly<Record<string, number>> = {
  first: 4 * 1024,
  call: 6 * 1024,
  ends: 3 * 1024,
  check: 4.5 * 1024,
  home: 6 * 1024,
  things: 1024,
  guard: 640,
};
/** By the language's tag and then the part's name, as the sources have them. */
const PATHS = TAGS.flatMap((tag) =>
  Object.keys(PARTS_BYTES_MAX).filter((part) => part !== "guard").map((part) => `client/words/${tag}/${part}.ts`)
);
const SOURCE = new RegExp(`/(${TAGS.join("|")})/(\\w+)\\.ts$`);

async function readGuard(tag: string): Promise<GuardWords> {
  return (await import(`../../words/${tag}/guard.ts`)).guard;
}
/** What `load_guard.ts` says. */
const ENGLISH_GUARD = await readGuard("en");
const GUARDS = await Promise.all(TAGS.map(async (tag) => [tag, await readGuard(tag)] as const));

/** What a page wants of a language before it shows its first screen. */
const FIRST_PARTS = { index: ["first"], check: ["first", "check"] } as const;

/** By `de/first` and the like, and `de/guard` for what `load_guard.ts` says. */
export type LanguageFiles = ReadonlyMap<string, Output>;

function nameOf(path: string): string | null {
  const [, tag, part] = SOURCE.exec(path) ?? [];
  return tag === undefined ? null : `${tag}/${part}`;
}

async function buildLanguages(): Promise<LanguageFiles> {
  const result = await esbuild.build({
    entryPoints: PATHS.map((path) => ({ in: path, out: `words-${path.split("/").slice(2).join("-").slice(0, -3)}` })),
    entryNames: "[name]",
    outdir: "static/build",
    bundle: true,
    format: "esm",
    target: "es2022",
    charset: "utf8",
    minify: true,
    metafile: true,
    write: false,
  });
  const words = readOutputs(result).map((output) => [nameOf(`/${output.entryPoint}`) ?? "", output] as const);
  const guards = GUARDS.map(([tag, guard]) => [`${tag}/guard`, createGuard(tag, guard)] as const);
  return nameByHash([...words, ...guards]);
}

function createGuard(tag: string, guard: GuardWords): Output {
  const contents = new TextEncoder().encode(JSON.stringify(guard));
  return { name: `words-${tag}-guard.json`, contents, entryPoint: null, imports: [], laterImports: [] };
}

/** One hash for all of them: each that a page's first script had to name would be eight signs that nothing makes shorter. */
function nameByHash(files: readonly (readonly [name: string, output: Output])[]): LanguageFiles {
  const hash = createHash("sha256");
  for (const [name, { contents }] of files.toSorted(([a], [b]) => a < b ? -1 : 1)) {
    hash.update(`${name} ${contents.length}\n`).update(contents);
  }
  const tail = hash.digest("hex").slice(0, 8).toUpperCase();
  return new Map(
    files.map(([name, output]) => [name, { ...output, name: output.name.replace(/(?=\.\w+$)/, `-${tail}`) }] as const),
  );
}

/** What the build puts into a page's `early.ts` and `load_guard.ts`. */
export function defineForLanguages(files: LanguageFiles, page: keyof typeof FIRST_PARTS, speaking: Output) {
  const [tag = ""] = TAGS; // They are the same of each.
  const endingOf = (part: string) => files.get(`${tag}/${part}`)?.name.replace(`words-${tag}-`, "");
  return {
    ENGLISH: JSON.stringify(ENGLISH_GUARD),
    LANGUAGES: JSON.stringify(TAGS.join(" ")),
    GUARD_WORDS: JSON.stringify(endingOf("guard")),
    WORDS: JSON.stringify(FIRST_PARTS[page].map(endingOf)),
    SPEAKING: JSON.stringify(`build/${speaking.name}`),
  };
}

/** Makes the scripts load the words from their files; `takeFiles` is handed these at the beginning of each build. */
export function createLanguagePlugin(takeFiles: (files: LanguageFiles) => void): esbuild.Plugin {
  return {
    name: "languages",
    setup({ onStart, onResolve }) {
      let files: LanguageFiles = new Map();
      onStart(async () => takeFiles(files = await buildLanguages()));
      onResolve({ filter: SOURCE }, ({ path, kind, resolveDir }) => {
        if (kind !== "dynamic-import") return null;
        const name = nameOf(path);
        if (name === null) return null;
        const output = files.get(name);
        if (output === undefined) return { errors: [{ text: `${path} is no part of a language` }] };
        const watchFiles = [`${resolveDir}/${path}`];
        return { path: `./${output.name}`, external: true, watchFiles };
      });
    },
  };
}

/** Prints what each language weighs, and names the parts over their budgets. */
export function checkLanguages(files: LanguageFiles): string[] {
  const sizes = [...files].map(([name, { contents }]) => {
    const [tag = "", part = ""] = name.split("/");
    return { tag, part, bytes: compress(contents)[".br"].length };
  });
  for (const [tag, own = []] of Object.entries(Object.groupBy(sizes, ({ tag }) => tag))) {
    console.log(`Built ${tag}: ${own.map(({ part, bytes }) => `${part} ${bytes}`).join(", ")}`);
  }
  const most = Object.entries(PARTS_BYTES_MAX).map(([part, max]) => `${part} ${max}`).join(", ");
  console.log(`  bytes as served, of at most ${most}`);
  return sizes.filter(({ part, bytes }) => bytes > (PARTS_BYTES_MAX[part] ?? 0)).map(({ tag, part }) =>
    `${tag}/${part}`
  );
}
