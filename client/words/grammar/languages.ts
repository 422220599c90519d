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
  hi: "हिन्दी",
  ja: "日本語",
  ko: "한국어",
  zh: "简体中文",
} as const;
export type Language = keyof typeof LANGUAGES;
