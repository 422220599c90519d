/** Which words a page speaks by, as languages come, come late and do not come. */

import { assertEquals } from "@std/assert";

/** What of a browser's document `speaking.ts` marks; it must be there before that is loaded. */
const root = { lang: "en", dir: "" };
Object.defineProperty(globalThis, "document", { value: { documentElement: root }, configurable: true });

const { createPart, language, locale, pageWords, parts } = await import("../../../client/words/language.ts");
const { firstWords } = await import("../../../client/words/first_words.ts");
const { choose, unspoken } = await import("../../../client/words/choice.ts");
const { speak } = await import("../../../client/words/speaking.ts");
const { callPhaseSentence } = await import("../../../client/words/call_sentences.ts");
const { call } = await import("../../../client/words/en/call.ts");
const { isolate } = await import("../../../client/words/who.ts");

const view = { phase: "outgoing", isRinging: true } as Parameters<typeof callPhaseSentence>[0];

Deno.test("speak() changes all that is loaded at once, marks the document, and comes back to English", async () => {
  await speak("de");
  assertEquals([language.value, pageWords.value.check, firstWords.value.call, callPhaseSentence(view)], [
    "de",
    "Verbindungstest",
    "Anrufen",
    "Es klingelt …",
  ]);
  assertEquals(root, { lang: "de", dir: "ltr" });
  await speak("ar");
  assertEquals([pageWords.value.check, root.lang, root.dir], ["فحص الاتصال", "ar", "rtl"]);
  await speak("en");
  assertEquals([pageWords.value.check, firstWords.value.call, root.lang, root.dir], [
    "Connection check",
    "Call",
    "en",
    "ltr",
  ]);
});

Deno.test("speak() speaks what was asked for last, however the words come", async () => {
  await Promise.all([speak("de"), speak("ar"), speak("de"), speak("en"), speak("ar")]);
  assertEquals([language.value, pageWords.value.check], ["ar", "فحص الاتصال"]);
  await speak("en");
});

Deno.test("speak() leaves everything as it is where words do not come", async () => {
  const broken = { file: "none" as "call", put() {} };
  const warn = console.warn;
  console.warn = () => {};
  parts.value = [...parts.peek(), broken];
  try {
    await choose("de");
    assertEquals([language.value, pageWords.value.check, root.lang], ["en", "Connection check", "en"]);
    assertEquals(unspoken.value, "de", "Whoever has chosen it is told");
    await Promise.all([choose("ar"), choose("en")]);
    assertEquals([language.value, unspoken.value], ["en", null], "Not of what is not wanted any more");
  } finally {
    parts.value = parts.peek().filter((part) => part !== broken);
    console.warn = warn;
  }
});

Deno.test("a part that is loaded later speaks what the page does", async () => {
  await speak("de");
  const late = createPart("call", "call", call);
  assertEquals(late.value.accept, "Accept");
  const { promise, resolve } = Promise.withResolvers<void>();
  const stop = late.subscribe(({ accept }) => accept === "Annehmen" && resolve());
  await promise;
  stop();
  await speak("en");
  assertEquals(late.value.accept, "Accept");
});

Deno.test("numbers and times are written as the person's browser has the language, with the digits of IDs", async () => {
  const before = Object.getOwnPropertyDescriptor(Navigator.prototype, "languages");
  const languagesOf = (...languages: string[]) =>
    Object.defineProperty(navigator, "languages", { value: languages, configurable: true });
  try {
    languagesOf("fr", "de-AT", "ar-EG");
    for (const [wanted, expected] of [["de", "de-AT-u-nu-latn"], ["ar", "ar-EG-u-nu-latn"]] as const) {
      await speak(wanted);
      assertEquals(locale.value, expected);
    }
    assertEquals(
      new Date(0).toLocaleTimeString(locale.value, { timeStyle: "short" }).replace(/[^\d]/g, "").length > 0,
      true,
    );
  } finally {
    Reflect.deleteProperty(navigator, "languages");
    assertEquals(before === undefined || navigator.languages.length > 0, true);
    await speak("en");
  }
});

Deno.test("isolate() sets apart a name whose script runs the other way, and every name in a page that does", async () => {
  assertEquals([isolate("Kim"), isolate("李"), isolate("محمد")], ["Kim", "李", "\u2068محمد\u2069"]);
  await speak("ar");
  assertEquals([isolate("Kim"), isolate("k7mq-2vhd")], ["\u2068Kim\u2069", "\u2068k7mq-2vhd\u2069"]);
  await speak("en");
});
