/** The five words that two people compare, as a page shows them. */

import type { Person } from "./person.ts";

const READ_WORDS = "[...document.querySelectorAll('.words li')].map((item) => item.lastChild.textContent)";

export async function readWords(person: Person): Promise<string[]> {
  await person.waitUntil("document.querySelectorAll('.words li').length === 5");
  return await person.evaluate(READ_WORDS);
}
