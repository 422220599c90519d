/** Every language says all that English does, in forms of its own, and lets no name change what it says around it. */

import { assert, assertEquals, assertMatch, assertNotEquals } from "@std/assert";
import * as arCall from "../../../client/words/ar/call.ts";
import * as arHome from "../../../client/words/ar/home.ts";
import * as deCall from "../../../client/words/de/call.ts";
import { app } from "../../../client/words/en/home/app.ts";
import { call } from "../../../client/words/en/call.ts";
import { chat } from "../../../client/words/en/features/chat.ts";
import { scan } from "../../../client/words/en/home/scan.ts";
import { screenShare } from "../../../client/words/en/features/screen_share.ts";
import { devices } from "../../../client/words/en/features/devices.ts";
import { check } from "../../../client/words/en/check.ts";
import { comparison } from "../../../client/words/en/comparison.ts";
import { draw } from "../../../client/words/en/features/draw.ts";
import { ends } from "../../../client/words/en/ends.ts";
import { files } from "../../../client/words/en/features/files.ts";
import { first } from "../../../client/words/en/first.ts";
import { guard } from "../../../client/words/en/guard.ts";
import { insecure } from "../../../client/words/en/insecure.ts";
import { keyboard } from "../../../client/words/en/features/keyboard.ts";
import { notes } from "../../../client/words/en/home/notes.ts";
import { leftCall } from "../../../client/words/en/home/left_call.ts";
import { pictures } from "../../../client/words/en/features/pictures.ts";
import { media } from "../../../client/words/en/media.ts";
import { page } from "../../../client/words/en/page.ts";
import { preview } from "../../../client/words/en/features/preview.ts";
import { hold } from "../../../client/words/en/features/hold.ts";
import { things } from "../../../client/words/en/things.ts";
import { details, quality } from "../../../client/words/en/features/quality.ts";
import { reactions } from "../../../client/words/en/features/reactions.ts";
import { refusals } from "../../../client/words/en/refusals.ts";
import { people } from "../../../client/words/en/home/people.ts";
import { peopleFile } from "../../../client/words/en/home/people_file.ts";
import { admission } from "../../../client/words/en/home/admission.ts";
import { knocking } from "../../../client/words/en/home/knocking.ts";
import { strangers } from "../../../client/words/en/home/strangers.ts";
import { reach } from "../../../client/words/en/home/reach.ts";
import { ringing } from "../../../client/words/en/home/ringing.ts";
import { plain } from "../../../client/words/en/home/plain.ts";
import { LANGUAGES as NAMES } from "../../../client/words/grammar/languages.ts";

/** All that a language says, as the build and the scripts take it. */
async function readLanguage(tag: string): Promise<Record<string, unknown>> {
  const files = ["first", "call", "ends", "check", "home", "things", "guard", "home/plain"];
  const words = await Promise.all(files.map((file) => import(`../../../client/words/${tag}/${file}.ts`)));
  return Object.assign({}, ...words);
}

const OTHERS = NAMES.filter((tag) => tag !== "en");

const LANGUAGES: Record<string, Record<string, unknown>> = {
  en: {
    app,
    call,
    chat,
    check,
    comparison,
    details,
    devices,
    draw,
    ends,
    files,
    first,
    guard,
    insecure,
    keyboard,
    leftCall,
    notes,
    media,
    pictures,
    page,
    people,
    peopleFile,
    plain,
    preview,
    hold,
    quality,
    reactions,
    refusals,
    scan,
    admission,
    knocking,
    strangers,
    reach,
    ringing,
    screenShare,
    things,
  },
  ...Object.fromEntries(await Promise.all(OTHERS.map(async (tag) => [tag, await readLanguage(tag)] as const))),
};

type Leaf = string | null | ((...holes: unknown[]) => unknown);

/** Every sentence of a catalogue, by its path. */
function leavesOf(words: unknown, path = ""): [path: string, leaf: Leaf][] {
  if (typeof words === "object" && words !== null) {
    return Object.entries(words).flatMap(([key, value]) => leavesOf(value, `${path}/${key}`));
  }
  return [[path, words as Leaf]];
}

/** Those whose only hole is a number. */
const COUNTS =
  /\/(callCount|unverified|untakenCount|blockedCount|waiting\/strangers|files\/count|chat\/(?:tooLong|unread))$/;
/** Those that are the same in another language: names of protocols and the like. */
const ALIKE =
  /^\/(check\/(titles\/camera|reportBrowser|reportRow|reportVerdict|groups\/browser)|call\/[\w/]+By|ends\/aloud|people\/claimed|peopleFile\/passphrase)$/;

/** What those are written in that do not use Latin letters. */
const SCRIPTS: Readonly<Record<string, RegExp>> = {
  ar: /\p{Script=Arabic}/u,
  hi: /\p{Script=Devanagari}/u,
  ja: /\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Han}/u,
  ko: /\p{Script=Hangul}/u,
  uk: /\p{Script=Cyrillic}/u,
  zh: /\p{Script=Han}/u,
};

function say(path: string, leaf: Leaf, ...holes: unknown[]): string {
  if (typeof leaf !== "function") return leaf ?? "";
  const said = leaf(...(COUNTS.test(path) ? [3] : holes));
  return Array.isArray(said) ? said.join("") : String(said);
}

Deno.test("each language has every sentence that English has, and no other", () => {
  const shapeOf = (words: unknown) =>
    leavesOf(words).map(([path, leaf]) => `${path}: ${leaf === null ? null : typeof leaf}`).sort();
  const expected = shapeOf(LANGUAGES.en);
  assert(expected.length > 300, String(expected.length));
  for (const [language, words] of Object.entries(LANGUAGES)) assertEquals(shapeOf(words), expected, language);
});

Deno.test("no language leaves a sentence in English", () => {
  const english = new Map(leavesOf(LANGUAGES.en));
  for (const language of OTHERS) {
    for (const [path, leaf] of leavesOf(LANGUAGES[language])) {
      if (leaf === null || ALIKE.test(path)) continue;
      const said = say(path, leaf, "1", "2", "3");
      const same = say(path, english.get(path) ?? "", "1", "2", "3");
      const script = SCRIPTS[language];
      if (script !== undefined || !/^[\w\s]{0,9}$/.test(said)) assertNotEquals(said, same, `${language}${path}`);
      if (script !== undefined && !/^\P{L}*$/u.test(said)) assertMatch(said, script, `${language}${path}`);
      assert(!/\b(the|your|you|call|with)\b/i.test(said), `${language}${path}: ${said}`);
    }
  }
});

Deno.test("a name stands in a sentence as it is, once, whatever it is made of", () => {
  const names = ["Kim", "$& $1 $`", "<b>x</b>", "محمد علي", "%s {0} ${who}", "O’Neill “Q”", "a\u0301".repeat(20)];
  for (const [language, words] of Object.entries(LANGUAGES)) {
    for (const [path, leaf] of leavesOf(words)) {
      if (typeof leaf !== "function" || COUNTS.test(path)) continue;
      for (const name of names) {
        const said = say(path, leaf, name, "2", "3");
        assertEquals(said.split(name).length, 2, `${language}${path}: ${said}`);
        const other = say(path, leaf, "\u0001", "2", "3");
        assertEquals(said, other.replace("\u0001", () => name), "a name changes nothing around it");
      }
    }
  }
});

Deno.test("sentences with holes say no hole, and no gap", () => {
  for (const [language, words] of Object.entries(LANGUAGES)) {
    for (const [path, leaf] of leavesOf(words)) {
      const said = say(path, leaf, "Kim", path.endsWith("Https") ? "x" : null, 3);
      assert(!/undefined|NaN|\[object|\s\s/.test(said), `${language}${path}: ${said}`);
    }
  }
});

Deno.test("counts are said in the forms that a language has", () => {
  const english = [1, 2].map((count) => first.unverified(count));
  assertEquals(english[0], "1 call couldn’t be verified, so it didn’t ring.");
  assertEquals(english[1], "2 calls couldn’t be verified, so they didn’t ring.");
  assertEquals([1, 2].map((count) => hold.waiting.knownAndMore("Kim", count)), [
    "Kim and 1 other are calling",
    "Kim and 2 others are calling",
  ]);
  assertEquals([1, 2].map((count) => deCall.hold.waiting.all("Kim", count, 1)), [
    "Kim, noch jemand und jemand, den du nicht kennst, rufen an",
    "Kim, 2 weitere und jemand, den du nicht kennst, rufen an",
  ]);
  assertEquals([1, 2].map((count) => deCall.hold.waiting.knownAndMore("Kim", count)), [
    "Kim und noch jemand rufen an",
    "Kim und 2 weitere rufen an",
  ]);
  assertEquals([2, 3, 10, 11, 99, 100, 103].map((count) => arHome.people.callCount(count)), [
    "مكالمتان",
    "3 مكالمات",
    "10 مكالمات",
    "11 مكالمة",
    "99 مكالمة",
    "100 مكالمة",
    "103 مكالمات",
  ]);
  assertEquals(new Set([1, 2, 3, 11].map((count) => arCall.hold.waiting.strangers(count))).size, 4);
});

/** What is made of a count alone. */
const COUNTED = [
  "/first/unverified",
  "/first/untakenCount",
  "/people/callCount",
  "/people/blockedCount",
  "/peopleFile/exported",
  "/peopleFile/imported",
  "/notes/strangers",
  "/hold/waiting/strangers",
  "/files/count",
  "/chat/tooLong",
  "/chat/unread",
  "/chat/deleteKept",
];
/** Further than any of the rules goes by ones and tens; millions are nowhere counted. */
const FIGURES = [...Array(32).keys(), 99, 100, 101, 102, 111, 112, 121, 122, 125, 1_001];

Deno.test("a count is said by its own figure in every language, whatever form it takes", () => {
  for (const [language, words] of Object.entries(LANGUAGES)) {
    const sentences = new Map(leavesOf(words));
    for (const path of COUNTED) {
      const leaf = sentences.get(path);
      assert(typeof leaf === "function", path);
      const rules = new Intl.PluralRules(language);
      const said = FIGURES.map((count) => String(leaf(count)));
      for (const [index, count] of FIGURES.entries()) {
        const figures = said[index]?.match(/\d+/g) ?? [];
        // One and two may be words, or a form of what is counted; and nobody is told of none.
        const isWord = figures.length === 0 && count <= 2;
        assertEquals([...figures], isWord ? [] : [String(count)], language + path);
      }
      // Whatever one rule covers is said alike.
      const shapes = new Map<string, Set<string>>();
      for (const [index, count] of FIGURES.entries()) {
        const shape = (said[index] ?? "").replace(/\d+/, "#");
        const rule = rules.select(count);
        if (!shape.includes("#")) continue;
        shapes.set(rule, (shapes.get(rule) ?? new Set()).add(shape));
      }
      for (const [rule, alike] of shapes) assertEquals(alike.size, 1, `${language}${path}, ${rule}`);
    }
  }
});
