/**
 * What the docs say of tests: every file that they name is there, and no other could be meant; and every test that they
 * quote as what shows something is in the files named beside it.
 */

import { assert, assertEquals } from "@std/assert";

const ROOT = new URL("../../", import.meta.url);
/** Stands for anything, in a quoted name as in one that a test puts together. */
const ANYTHING = "…";
/** Fewer letters than this are no name: a text that holds next to nothing else than what is put into it. */
const LETTERS_MIN = 8;
const FILE = /(?<![\w/.-])((?:[\w.-]+\/)*[\w-]+_test(?:_case)?\.ts)/g;
const FOLDER = /`(tests\/(?:[\w.-]+\/)*)`/g;
const QUOTED = /“([^”]+)”|"([^"]+)"/g;
const LITERAL = /"((?:[^"\\\n]|\\.)*)"|`((?:[^`\\]|\\.)*)`/g;

async function listTests(folder = "tests/"): Promise<string[]> {
  const paths: string[] = [];
  for await (const { name, isDirectory } of Deno.readDir(new URL(folder, ROOT))) {
    if (isDirectory) paths.push(`${folder}${name}/`, ...await listTests(`${folder}${name}/`));
    else if (/_test(?:_case)?\.ts$/.test(name)) paths.push(folder + name);
  }
  return paths;
}

interface Doc {
  readonly name: string;
  readonly lines: readonly string[];
}

async function readDocs(): Promise<Doc[]> {
  const docs: Doc[] = [];
  for await (const { name } of Deno.readDir(new URL("docs/", ROOT))) {
    if (!name.endsWith(".md")) continue;
    docs.push({ name, lines: (await Deno.readTextFile(new URL(`docs/${name}`, ROOT))).split("\n") });
  }
  return docs;
}

/** Finds what a name in a doc may mean: it may leave out the folders that nobody needs to know the file by. */
function findFiles(name: string, tests: readonly string[]): string[] {
  return tests.filter((path) => path === name || path.endsWith(`/${name}`));
}

/** Quotes, code marks and emphasis are a matter of the page that they stand on. */
function plain(name: string): string {
  return name.replace(/[“”"‘’']/g, "'").replace(/[`_\\]/g, "").replace(/\s*…\s*/g, ANYTHING).trim();
}

function matches(pattern: string, name: string): boolean {
  const parts = pattern.split(ANYTHING).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${parts.join(".*")}$`).test(name);
}

/**
 * Whether a quoted name may be that of a test: its beginning at least, in whole words. Either may have parts that stand
 * for anything.
 */
function isNameOf(quoted: string, name: string): boolean {
  const isBeginning = name.startsWith(quoted) && !/^\w/.test(name.slice(quoted.length));
  return isBeginning || matches(quoted, name) || matches(name, quoted);
}

/** The texts in a file's code, among them the names of its tests. */
async function readTexts(path: string): Promise<string[]> {
  const source = await Deno.readTextFile(new URL(path, ROOT));
  return [...source.matchAll(LITERAL)]
    .map(([, text = "", template]) => plain((template ?? text).replace(/\$\{[^}]*\}/g, ANYTHING)))
    .filter((text) => text.replaceAll(ANYTHING, "").length >= LETTERS_MIN);
}

type Proof = { readonly line: number; readonly cell: string };

/** The tables that say by what something is shown: of each the last cells, with the lines that they are in. */
function findProofs({ lines }: Doc): Proof[][] {
  const tables: { header: string; proofs: Proof[] }[] = [];
  for (const [index, line] of lines.entries()) {
    if (!line.startsWith("|")) continue;
    const cell = line.split("|").at(-2)?.trim() ?? "";
    if (lines[index - 1]?.startsWith("|")) tables.at(-1)?.proofs.push({ line: index + 1, cell });
    else tables.push({ header: cell, proofs: [] });
  }
  return tables.filter(({ header }) => header.startsWith("shown by")).map(({ proofs }) => proofs);
}

/** Finds the files that a text names. */
function findNamed(text: string, files: readonly string[]): string[] {
  return [...text.matchAll(FILE)].flatMap(([, name = ""]) => findFiles(name, files));
}

Deno.test("isNameOf() takes a name for itself, for what it leaves out, and for no other", () => {
  assert(isNameOf(plain("a “b” is …"), plain('a "b" is c')));
  assert(isNameOf(plain("where it is full, all is said"), `where it is ${ANYTHING}, all is said`));
  assert(isNameOf(plain("a is b"), plain("a is b, and c")));
  assert(!isNameOf(plain("a is b"), plain("a is blue")));
  assert(!isNameOf(plain("a … c"), plain("a is b")));
});

Deno.test("The docs name tests by paths that are there, and that mean one file each", async () => {
  const tests = await listTests();
  const wrong: string[] = [];
  let count = 0;
  for (const { name: doc, lines } of await readDocs()) {
    for (const [index, line] of lines.entries()) {
      for (const [, name = ""] of [...line.matchAll(FILE), ...line.matchAll(FOLDER)]) {
        const found = findFiles(name, tests);
        if (found.length !== 1) wrong.push(`${doc}:${index + 1} ${name}: ${found.join(", ") || "no such file"}`);
        count++;
      }
    }
  }
  assert(count > 100, `found no more than ${count}`);
  assertEquals(wrong, []);
});

Deno.test("The docs quote tests that are in the files named beside them, or else in the same table", async () => {
  const tests = await listTests();
  const files = tests.filter((path) => path.endsWith(".ts"));
  const texts = new Map(await Promise.all(files.map(async (path) => [path, await readTexts(path)] as const)));
  const wrong: string[] = [];
  let count = 0;
  for (const doc of await readDocs()) {
    for (const proofs of findProofs(doc)) {
      const ofTable = findNamed(proofs.map(({ cell }) => cell).join(" "), files);
      for (const { line, cell } of proofs) {
        const named = findNamed(cell, files);
        for (const [, curled, straight = ""] of cell.matchAll(QUOTED)) {
          const quoted = plain(curled ?? straight);
          const isIn = (path: string) => texts.get(path)?.some((text) => isNameOf(quoted, text)) ?? false;
          if (![...named, ...ofTable].some(isIn)) wrong.push(`${doc.name}:${line} “${curled ?? straight}”`);
          count++;
        }
      }
    }
  }
  assert(count > 100, `found no more than ${count}`);
  assertEquals(wrong, []);
});
