/** The languages that there are. Imports nothing. */

/** Each by its own name; a person looks for that. */
export const LANGUAGES = {
  en: "English",
  de: "Deutsch",
  ar: "العربية",
  es: "Español",
  fr: "Français",
  pt: "Português",
  it: "Italiano",
} as const;
export type Language = keyof typeof LANGUAGES;
