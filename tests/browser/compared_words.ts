/** The five words that two people compare, and their pictures, as a page shows them. */

import { DRAWINGS } from "../../client/features/comparison/screen/drawings.ts";
import type { Person } from "./person.ts";

const BUILD_FOLDER = new URL("../../static/build/", import.meta.url);

const READ_WORDS = "[...document.querySelectorAll('.words li')].map((item) => item.lastChild.textContent)";

export async function readWords(person: Person): Promise<string[]> {
  await person.waitUntil("document.querySelectorAll('.words li').length === 5");
  return await person.evaluate(READ_WORDS);
}

/** Waits for all five pictures, and tells of each the two paths as in `DRAWINGS`. */
export async function readDrawings(person: Person): Promise<string[]> {
  await person.waitUntil("document.querySelectorAll('.words li > .picture > :first-child[d]').length === 5");
  return await person.evaluate(`[...document.querySelectorAll(".words .picture")]
    .map(({ children }) => [...children].map((path) => path.getAttribute("d")).join("|"))`);
}

/** Finds the built file that the pictures come in. */
export async function findDrawingsFile(): Promise<string> {
  for await (const { name } of Deno.readDir(BUILD_FOLDER)) {
    if (!name.endsWith(".js")) continue;
    if ((await Deno.readTextFile(new URL(name, BUILD_FOLDER))).includes(DRAWINGS[0] ?? "")) return name;
  }
  throw new Error("Cannot find the pictures: no built file has the first of them");
}
