/** The languages that there are. Imports nothing. */

/** Each by its own name; a person looks for that, in the order of the alphabets. */
export const LANGUAGES = {
  en: "English",
  de: "Deutsch",
  es: "Español",
  fr: "Français",
  it: "Italiano",
  nl: "Nederlands",
  pl: "Polski",
  pt: "Português",
  tr: "Türkçe",
  uk: "Українська",
  ar: "العربية",
  hi: "हिन्दी",
  ja: "日本語",
  ko: "한국어",
  zh: "简体中文",
} as const;
export type Language = keyof typeof LANGUAGES;
