/** People find their language by its own name. */

import { assertEquals } from "@std/assert";
import { LANGUAGES, nameOfLanguage } from "../../../../client/words/grammar/languages.ts";

Deno.test("nameOfLanguage() says each language in its own words, as a list begins them", () => {
  assertEquals(LANGUAGES.map(nameOfLanguage), [
    ...["English", "Deutsch", "Español", "Français", "Italiano", "Nederlands", "Polski", "Português", "Türkçe"],
    ...["Українська", "العربية", "हिन्दी", "日本語", "한국어", "简体中文"],
  ]);
});
