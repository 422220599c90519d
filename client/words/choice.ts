/** Switches to a language: the one that `early.ts` chose at first, or the one that the person chooses. */

import { signal } from "@preact/signals";
import type { Language } from "./grammar/languages.ts";
import { language } from "./language.ts";

/** Longest that the first screen waits, in milliseconds; then it is shown with what is there, in English. */
const WORDS_WITHIN_MS = 2_000;

/** The language that the person has chosen and whose words did not come; null where there is none. */
export const unspoken = signal<Language | null>(null);
let chosenLast: Language | null = null;

/** Speaks a language from the moment that its words are there, or never; tells whether it does, or is not to any more. */
async function speak(wanted: string): Promise<boolean> {
  try {
    return await (await import("./speaking.ts")).speak(wanted as Language);
  } catch (error) {
    console.warn("Cannot load what speaks:", error);
    return false;
  }
}

/** Speaks the language that the person has chosen; where its words do not come, they are to be told. */
export async function choose(wanted: Language): Promise<void> {
  chosenLast = wanted;
  unspoken.value = null;
  if (!await speak(wanted) && chosenLast === wanted) unspoken.value = wanted;
}

/**
 * Shows the page in the language that was chosen for the person; words that come later change it.
 *
 * @param part what else the first screen would be changed by; null for nothing
 */
export async function showInLanguage(show: () => void, part: Promise<unknown> | null = null): Promise<void> {
  const root = document.documentElement;
  const words = root.lang === language.value ? null : speak(root.lang);
  if (words !== null || part !== null) {
    const tooLate = new Promise((resolve) => setTimeout(resolve, WORDS_WITHIN_MS));
    // What has come with the part speaks too, or it would be seen in English first.
    await Promise.race([Promise.all([words, part]).then(() => words && speak(root.lang)), tooLate]);
    if (language.value === "en") [root.lang, root.dir] = ["en", "ltr"];
  }
  show();
  // What is chosen in another tab holds in this one too.
  addEventListener("storage", ({ key, newValue }) => key === "language" && newValue && speak(newValue));
}
