/**
 * Loads and switches to languages other than English. It loads when the first of them is wanted, so English costs
 * nothing extra. If the words of a language do not load, the page keeps its language, and whoever chose the other one
 * is told.
 */

import { batch, effect } from "@preact/signals";
import type { Language } from "./grammar/languages.ts";
import { isRtl, language, type LanguageFiles, type Part, parts } from "./language.ts";

type Loaders = { readonly [File in keyof LanguageFiles]: () => Promise<LanguageFiles[File]> };

const FILES: Record<Exclude<Language, "en">, Loaders> = {
  de: {
    first: () => import("./de/first.ts"),
    call: () => import("./de/call.ts"),
    ends: () => import("./de/ends.ts"),
    check: () => import("./de/check.ts"),
    home: () => import("./de/home.ts"),
    things: () => import("./de/things.ts"),
  },
  ar: {
    first: () => import("./ar/first.ts"),
    call: () => import("./ar/call.ts"),
    ends: () => import("./ar/ends.ts"),
    check: () => import("./ar/check.ts"),
    home: () => import("./ar/home.ts"),
    things: () => import("./ar/things.ts"),
  },
  es: {
    first: () => import("./es/first.ts"),
    call: () => import("./es/call.ts"),
    ends: () => import("./es/ends.ts"),
    check: () => import("./es/check.ts"),
    home: () => import("./es/home.ts"),
    things: () => import("./es/things.ts"),
  },
  fr: {
    first: () => import("./fr/first.ts"),
    call: () => import("./fr/call.ts"),
    ends: () => import("./fr/ends.ts"),
    check: () => import("./fr/check.ts"),
    home: () => import("./fr/home.ts"),
    things: () => import("./fr/things.ts"),
  },
  pt: {
    first: () => import("./pt/first.ts"),
    call: () => import("./pt/call.ts"),
    ends: () => import("./pt/ends.ts"),
    check: () => import("./pt/check.ts"),
    home: () => import("./pt/home.ts"),
    things: () => import("./pt/things.ts"),
  },
  it: {
    first: () => import("./it/first.ts"),
    call: () => import("./it/call.ts"),
    ends: () => import("./it/ends.ts"),
    check: () => import("./it/check.ts"),
    home: () => import("./it/home.ts"),
    things: () => import("./it/things.ts"),
  },
  hi: {
    first: () => import("./hi/first.ts"),
    call: () => import("./hi/call.ts"),
    ends: () => import("./hi/ends.ts"),
    check: () => import("./hi/check.ts"),
    home: () => import("./hi/home.ts"),
    things: () => import("./hi/things.ts"),
  },
  ja: {
    first: () => import("./ja/first.ts"),
    call: () => import("./ja/call.ts"),
    ends: () => import("./ja/ends.ts"),
    check: () => import("./ja/check.ts"),
    home: () => import("./ja/home.ts"),
    things: () => import("./ja/things.ts"),
  },
  ko: {
    first: () => import("./ko/first.ts"),
    call: () => import("./ko/call.ts"),
    ends: () => import("./ko/ends.ts"),
    check: () => import("./ko/check.ts"),
    home: () => import("./ko/home.ts"),
    things: () => import("./ko/things.ts"),
  },
  zh: {
    first: () => import("./zh/first.ts"),
    call: () => import("./zh/call.ts"),
    ends: () => import("./zh/ends.ts"),
    check: () => import("./zh/check.ts"),
    home: () => import("./zh/home.ts"),
    things: () => import("./zh/things.ts"),
  },
  nl: {
    first: () => import("./nl/first.ts"),
    call: () => import("./nl/call.ts"),
    ends: () => import("./nl/ends.ts"),
    check: () => import("./nl/check.ts"),
    home: () => import("./nl/home.ts"),
    things: () => import("./nl/things.ts"),
  },
  pl: {
    first: () => import("./pl/first.ts"),
    call: () => import("./pl/call.ts"),
    ends: () => import("./pl/ends.ts"),
    check: () => import("./pl/check.ts"),
    home: () => import("./pl/home.ts"),
    things: () => import("./pl/things.ts"),
  },
  tr: {
    first: () => import("./tr/first.ts"),
    call: () => import("./tr/call.ts"),
    ends: () => import("./tr/ends.ts"),
    check: () => import("./tr/check.ts"),
    home: () => import("./tr/home.ts"),
    things: () => import("./tr/things.ts"),
  },
  uk: {
    first: () => import("./uk/first.ts"),
    call: () => import("./uk/call.ts"),
    ends: () => import("./uk/ends.ts"),
    check: () => import("./uk/check.ts"),
    home: () => import("./uk/home.ts"),
    things: () => import("./uk/things.ts"),
  },
};

/** What each part that has been put in place speaks. */
const spoken = new WeakMap<Part, Language>();
let wantedLast: Language = "en";

async function fetchWords(part: Part, wanted: Language): Promise<() => void> {
  const words = wanted === "en" ? null : await FILES[wanted][part.file]();
  return () => {
    part.put(words as never);
    spoken.set(part, wanted);
  };
}

/**
 * Speaks a language from the moment that all its words are there, for those parts that are. Where they do not come, and
 * where another language has been asked for meanwhile, all stays as it is. False if this one
 * is still wanted, and not spoken.
 */
export async function speak(wanted: Language): Promise<boolean> {
  wantedLast = wanted;
  try {
    const put = await Promise.all(parts.peek().map((part) => fetchWords(part, wanted)));
    if (wanted !== wantedLast) return true;
    batch(() => {
      language.value = wanted;
      for (const each of put) each();
    });
    return true;
  } catch (error) {
    console.warn("Cannot load words:", error);
    return wanted !== wantedLast;
  }
}

// Parts that are loaded later speak what the others do.
effect(() => {
  const late = parts.value.filter((part) => (spoken.get(part) ?? "en") !== language.value);
  const wanted = language.value;
  for (const part of late) {
    fetchWords(part, wanted).then(
      (put) => wanted === language.peek() && put(),
      (error: unknown) => console.warn("Cannot load words:", error),
    );
  }
});

effect(() => {
  document.documentElement.lang = language.value;
  document.documentElement.dir = isRtl.value ? "rtl" : "ltr";
});
