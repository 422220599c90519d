/** Chooses a language for a person. Pure; put into each page by `page/early.ts`, so it imports nothing. */

/**
 * Takes the first of the languages that a person wants which there is (`de-AT` will do with `de`), and the first that
 * there is for whoever wants none of them.
 *
 * @param wanted BCP 47 tags, the dearest first; what is none is passed over
 */
export function chooseLanguage(wanted: readonly string[], languages: readonly string[]): string {
  const tags = wanted.map((tag) => tag.toLowerCase().split("-")[0] ?? "");
  return tags.find((tag) => languages.includes(tag)) ?? languages[0] ?? "";
}
