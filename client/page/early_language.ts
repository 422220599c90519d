/**
 * Chooses the language and begins to fetch its words before anything is shown, so that nothing flashes in English. Part
 * of `early.ts`; the build puts in what it needs to know.
 */

import type { Language } from "../words/grammar/languages.ts";
import { chooseLanguage } from "./choose_language.ts";

/** The tags of the languages but English, with a blank between them. */
declare const LANGUAGES: string;
/** How the names of the files of words end that the page will want. */
declare const WORDS: readonly string[];
/** What the page will want for any of them. */
declare const SPEAKING: string;

/** Reads what the person has chosen on the first screen, kept where it can be read before anything is painted. */
function readChoice(): string {
  try {
    return localStorage.getItem("language") ?? "";
  } catch {
    return ""; // Site data is blocked, and so nothing is kept.
  }
}

/** Says in the document which language it is in. What does not come stays in English. */
export function beginLanguage(root: HTMLElement): void {
  const language = chooseLanguage([readChoice(), ...navigator.languages], ["en", ...LANGUAGES.split(" ")]);
  if (language === "en") return;
  root.lang = language;
  if (language === "ar" satisfies Language) root.dir = "rtl";
  for (const href of [SPEAKING, ...WORDS.map((file) => `build/words-${language}-${file}`)]) {
    const link = document.createElement("link");
    link.rel = "modulepreload";
    link.href = href;
    document.head.append(link);
  }
}
