import { assertEquals } from "@std/assert";
import { chooseLanguage } from "../../../client/page/choose_language.ts";

Deno.test("chooseLanguage() takes the dearest language that there is, in whatever country", () => {
  const rows: [wanted: string[], chosen: string][] = [
    [["de-AT", "en"], "de"],
    [["fr-FR", "ar-EG", "de"], "ar"],
    [["DE"], "de"],
    [["zh-Hant-TW"], "en"],
    [["", "en-GB", "de"], "en"],
    [["deu", "nds", "x-de", "toString"], "en"],
    [[], "en"],
  ];
  for (const [wanted, chosen] of rows) assertEquals(chooseLanguage(wanted, ["en", "de", "ar"]), chosen, String(wanted));
});

Deno.test("chooseLanguage() puts what a person has chosen before what their browser says", () => {
  assertEquals(chooseLanguage(["ar", "de-DE", "en"], ["en", "de", "ar"]), "ar");
  assertEquals(
    chooseLanguage(["tlh", "de-DE", "en"], ["en", "de", "ar"]),
    "de",
    "what is kept and is none counts for nothing",
  );
});
