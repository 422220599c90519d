/** What two people compare has a picture and a name in each language, no two alike, and none has changed its place. */

import { assert, assertEquals, assertMatch } from "@std/assert";
import { DRAWINGS } from "../../../../../client/features/comparison/screen/drawings.ts";
import { things as ar } from "../../../../../client/words/ar/things.ts";
import { things as de } from "../../../../../client/words/de/things.ts";
import { things as en } from "../../../../../client/words/en/things.ts";

/** A page of an earlier commit, which shows emoji. */
const OLDER_BUILD = new URL("../../../../ages/f1c8f39/static/build/", import.meta.url);
const PATH = /^(?:[MLHVCSAZmlhvcsaz](?:-?(?:\d+(?:\.\d+)?|\.\d+)[ ,]?)*)*$/;

async function readOlderNames(): Promise<string[]> {
  for await (const { name } of Deno.readDir(OLDER_BUILD)) {
    const [names] = name.endsWith(".js") ? await findNames(name) : [];
    if (names !== undefined) return names.split(",").map((entry) => entry.split(" ")[1] ?? "");
  }
  throw new Error("Cannot find the names of the older page");
}

async function findNames(file: string): Promise<RegExpExecArray | []> {
  return /\\u\{1F436\} Dog,[^"]+/.exec(await Deno.readTextFile(new URL(file, OLDER_BUILD))) ?? [];
}

Deno.test("Each of 64 things has a picture of its own, in two paths on the grid", () => {
  assertEquals(DRAWINGS.length, 64);
  assertEquals(new Set(DRAWINGS).size, 64);
  for (const [thing, drawing] of DRAWINGS.entries()) {
    const paths = drawing.split("|");
    assertEquals(paths.length, 2, en.names[thing]);
    assert(drawing.length > 30, en.names[thing]);
    for (const path of paths) assertMatch(path, PATH, en.names[thing]);
  }
});

Deno.test("Each of 64 things has a name of its own in every language", () => {
  for (const { names } of [en, de, ar]) {
    assertEquals(names.length, 64);
    const spoken = names.map((name) => name.replaceAll("\u00ad", ""));
    assertEquals(new Set(spoken).size, 64);
    for (const name of spoken) assertMatch(name, /^\p{L}+(?: \p{L}+){0,2}$/u);
  }
  for (const name of [...en.names, ...de.names]) assert(!name.includes(" "), `${name} is no single word`);
});

Deno.test("Each thing is called and counted as it is by pages that show emoji", async () => {
  assertEquals(en.names, await readOlderNames());
});
