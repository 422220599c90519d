/**
 * Builds the words of every language but English. Each part is a file of its own and shares nothing with the pages'
 * scripts, so English costs nothing extra. Where scripts import words, they get the file's name. Part of the build, not
 * of the client.
 */

import * as esbuild from "esbuild";
import { createHash } from "node:crypto";
import { guard as arGuard } from "../../words/ar/guard.ts";
import { guard as deGuard } from "../../words/de/guard.ts";
import { guard as enGuard } from "../../words/en/guard.ts";
import { compress } from "./compress.ts";
import { type Output, readOutputs } from "./outputs.ts";

/** By the language's tag and then the part's name, as the sources have them. */
const PATHS = ["de", "ar"].flatMap((tag) =>
  ["first", "call", "check", "home", "things"].map((part) => `client/words/${tag}/${part}.ts`)
);
const SOURCE = /\/(de|ar)\/(\w+)\.ts$/;
/** Most that all the words of one language may be but for those below, in bytes, compressed by Brotli. */
const BYTES_MAX = 13 * 1024;
/** Most that the others may be: those of what comes behind the first screen, and of pictures, which only people in a call load. */
const APART_BYTES_MAX: Readonly<Record<string, number>> = { home: 3 * 1024, things: 640 };

const GUARDS = { de: deGuard, ar: arGuard } as const;
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
    entryNames: "[name]-[hash]",
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
  return new Map([
    ...words,
    ...Object.entries(GUARDS).map(([tag, guard]) => [`${tag}/guard`, createGuard(tag, guard)] as const),
  ]);
}

function createGuard(tag: string, guard: unknown): Output {
  const contents = new TextEncoder().encode(JSON.stringify(guard));
  const hash = createHash("sha256").update(contents).digest("hex").slice(0, 8).toUpperCase();
  return { name: `words-${tag}-guard-${hash}.json`, contents, entryPoint: null, imports: [], laterImports: [] };
}

/** What the build puts into a page's `load_guard.ts`. */
export function defineForGuard(files: LanguageFiles, page: keyof typeof FIRST_PARTS, speaking: Output) {
  const languages = Object.fromEntries(
    Object.keys(GUARDS).map((tag) => {
      const names = ["guard", ...FIRST_PARTS[page]].map((part) => files.get(`${tag}/${part}`)?.name ?? "");
      return [tag, names.map((name) => name.replace(`words-${tag}-`, ""))];
    }),
  );
  return {
    ENGLISH: JSON.stringify(enGuard),
    LANGUAGES: JSON.stringify(languages),
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

/** Prints what each language weighs, and names those over the budget. */
export function checkLanguages(files: LanguageFiles): string[] {
  const sizes = [...files].map(([name, { contents }]) => {
    const [tag = "", part = ""] = name.split("/");
    return { tag, part, bytes: compress(contents)[".br"].length };
  });
  return Object.entries(Object.groupBy(sizes, ({ tag }) => tag)).flatMap(([tag, own = []]) => {
    const [apart, others] = [true, false].map((is) => own.filter(({ part }) => part in APART_BYTES_MAX === is));
    const sum = others?.reduce((bytes, size) => bytes + size.bytes, 0) ?? 0;
    const list = (some: typeof own = []) => some.map(({ part, bytes }) => `${tag}/${part} ${bytes}`).join(", ");
    console.log(
      `Built ${tag}: ${list(others)}; together ${sum} bytes as served, of ${BYTES_MAX} at most; ${list(apart)}`,
    );
    return sum > BYTES_MAX || apart?.some(({ part, bytes }) => bytes > (APART_BYTES_MAX[part] ?? 0)) ? [tag] : [];
  });
}
