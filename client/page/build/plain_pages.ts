/**
 * Makes what pages say that run no script, in every language: the pages for addresses that lead nowhere, and the word
 * that a page needs JavaScript. Part of the build, not of the client.
 */

import type { PageWords } from "../../words/en/page.ts";
import type { PlainWords } from "../../words/en/home/plain.ts";
import { LANGUAGES } from "../../words/grammar/languages.ts";
import { fill, type Parts, readText } from "./documents.ts";
import type { Output } from "./outputs.ts";

/** The page for addresses that lead nowhere: to be filled in. */
export const NOT_FOUND = "not_found";

type Words = {
  readonly tag: string;
  readonly dir: "ltr" | "rtl";
  readonly page: PageWords;
  readonly plain: PlainWords;
};

async function readWords(tag: string): Promise<Words> {
  const [{ page }, { plain }] = await Promise.all(
    ["page", "home/plain"].map((file) => import(`../../words/${tag}/${file}.ts`)),
  );
  return { tag, dir: tag === "ar" ? "rtl" : "ltr", page, plain };
}

/** In the order in which they are listed. */
const ALL: readonly Words[] = await Promise.all(LANGUAGES.map(readWords));

function escape(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}

function markLanguage({ tag, dir }: Words): string {
  return `lang="${tag}"${dir === "rtl" ? ' dir="rtl"' : ""}`;
}

/** What a page says where scripts do not run: in English, and then in each other language. */
export const NEEDS_SCRIPT: string = ALL.map((words) =>
  `<p${words.tag === "en" ? "" : ` ${markLanguage(words)}`}>${escape(words.plain.needsScript)}</p>`
).join("");

/** Puts together the pages for addresses that lead nowhere, by their files' names. */
export function assembleNotFoundPages(
  template: string,
  sheet: Output,
  { logo }: Pick<Parts, "logo">,
): ReadonlyMap<string, string> {
  return new Map(ALL.map((words) => {
    const { tag, page, plain: { nothing } } = words;
    const name = tag === "en" ? NOT_FOUND : `${NOT_FOUND}_${tag}`;
    const html = fill(name, template, {
      'lang="en"': markLanguage(words),
      '<link rel="stylesheet" href="/sheet.css">': `<style>${readText(sheet).trim()}</style>`,
      "<!-- icon.svg -->": logo,
      "<!-- title -->": escape(`${nothing.title} – ${page.title}`),
      "<!-- name -->": escape(page.title),
      "<!-- heading -->": escape(nothing.heading),
      "<!-- explanation -->": escape(nothing.explanation),
      "<!-- home -->": escape(nothing.home),
    });
    return [`${name}.html`, html];
  }));
}
