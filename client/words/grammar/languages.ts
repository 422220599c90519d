/** The languages that there are. Imports nothing. */

/** By their tags (BCP 47), in the order of the alphabets that they are named in. */
export const LANGUAGES = [
  "en",
  "de",
  "es",
  "fr",
  "it",
  "nl",
  "pl",
  "pt",
  "tr",
  "uk",
  "ar",
  "hi",
  "ja",
  "ko",
  "zh",
] as const;
export type Language = typeof LANGUAGES[number];

/** Each by its own name, as the browser has it (ECMA-402), for a person looks for that; and which Chinese it is. */
export function nameOfLanguage(tag: Language): string {
  if (tag === "zh") return "简体中文";
  const name = new Intl.DisplayNames(tag, { type: "language" }).of(tag) ?? tag;
  return name.charAt(0).toLocaleUpperCase(tag) + name.slice(1);
}
