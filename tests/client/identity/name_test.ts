import { assert, assertEquals } from "@std/assert";
import fc from "fast-check";
import { cleanName } from "../../../client/identity/name.ts";
import { NAME_LENGTH_MAX } from "../../../signaling/protocol.ts";

const ACUTE = "\u0301";
const FAMILY = "\u{1F468}\u200d\u{1F469}\u200d\u{1F467}\u200d\u{1F466}";
const ENGLAND = "\u{1F3F4}\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}";

Deno.test("cleanName() makes a name fit to be shown", () => {
  const rows: [name: string | null, shown: string | null, why: string][] = [
    ["Kim", "Kim", "plain"],
    ["  Kim \t Lee\n", "Kim Lee", "spaces"],
    ["Kim\u00a0\u2003Lee", "Kim Lee", "spaces of other kinds"],
    ["Kim\u2028Lee\u2029Ann", "Kim Lee Ann", "line and paragraph separators"],
    ["Kim\u0000Lee", "Kim Lee", "NUL"],
    ["Kim\u0007\u001b[31m\u0085", "Kim [31m", "control characters"],
    ["\u202egnp.exe", "gnp.exe", "right-to-left override"],
    ["\u2066Kim\u2069\u200f\u061c\u200e", "Kim", "isolates and marks of direction"],
    ["Ki\u200bm\ufeff\u00ad\u2060", "Kim", "invisible characters"],
    ["\u{1F469}\u200d\u{1F467}", "\u{1F469}\u200d\u{1F467}", "a family of emoji"],
    ["\u{1F469}\u{1F3FD}\u200d\u{1F4BB}", "\u{1F469}\u{1F3FD}\u200d\u{1F4BB}", "an emoji with a colour of skin"],
    ["\u2764\ufe0f\u200d\u{1F525}", "\u2764\ufe0f\u200d\u{1F525}", "an emoji with a selector"],
    ["می\u200cخواهم", "می\u200cخواهم", "a non-joiner that Persian is spelt with"],
    ["ක්\u200dර", "ක්\u200dර", "a joiner that Sinhala is spelt with"],
    ["র\u200d্যাব", "র\u200d্যাব", "a joiner before a sign, as Bengali has it"],
    ["രാജന്\u200d", "രാജന്\u200d", "a joiner that ends a Malayalam word"],
    ["क्\u200dष क्\u200cष", "क्\u200dष क्\u200cष", "joiners that Devanagari is spelt with"],
    ["سَ\u200cمَ", "سَ\u200cمَ", "a non-joiner behind a vowel sign"],
    ["ত\u09cd\u200d সৎ", "ত\u09cd\u200d সৎ", "a joiner that ends a Bengali word, behind a virama"],
    ["ರ\u200d್ಯ", "ರ\u200d್ಯ", "a joiner before a virama, as Kannada has it"],
    ["ස\u0dca\u200dර\u0dd2", "ස\u0dca\u200dර\u0dd2", "Sri, in Sinhala"],
    ["ಕ್\u200cಷ తమ్\u200cముడు", "ಕ್\u200cಷ తమ్\u200cముడు", "non-joiners behind a virama"],
    ["ស៊\u200cី", "ស៊\u200cី", "a non-joiner between a Khmer shifter and its vowel"],
    ["ᠰᠠᠷ\u180eᠠ ᠭ\u180bᠠ", "ᠰᠠᠷ\u180eᠠ ᠭ\u180bᠠ", "the forms of Mongolian letters"],
    ["葛\u{e0100}城 渡邉\u{e0102}", "葛\u{e0100}城 渡邉\u{e0102}", "the forms of Han signs in Japanese names"],
    ["K\u200dim\u200c \u200dLee\u200d", "Kim Lee", "joiners that join nothing"],
    ["क\u200dक क\u200cक க\u200dக", "कक कक கக", "joiners that show nothing, with no virama before them"],
    ["م\u200dم", "مم", "a joiner between letters that join by themselves"],
    ["م\u200c\u200cم \u200cم\u200c", "م\u200cم م", "joiners at the edge, and two in a row"],
    ["Kim\u{e0100} K\u180bim 1\ufe0fx", "Kim Kim 1x", "selectors with nothing to choose from"],
    [ENGLAND, ENGLAND, "a flag that is spelt with tags"],
    [`\u{1F3F4}${"\u{e0041}".repeat(3)}\u{e007f}`, "\u{1F3F4}", "a flag with other tags"],
    ["1\ufe0f\u20e3", "1\ufe0f\u20e3", "a digit on a key"],
    ["\u{1F468}\u200d\u200d\u{1F469}\u200d", "\u{1F468}\u200d\u{1F469}", "a family with a joiner too many"],
    ["Kim\u3164\uffa0\u115f\u1160\u2800", "Kim", "letters that show nothing"],
    ["Kim\u3164Lee", "Kim Lee", "a letter that looks like a space"],
    ["Ki\u034fm\ufe0f\u17b5", "Kim", "marks that show nothing"],
    ["Kim 🛡️ Verified", "Kim Verified", "a shield; the word is left, and warns beside a known Kim"],
    ["✅✔️✓☑️Kim🔒🔰⭐🎖️👑🔵®™", "Kim", "badges"],
    ["Kim🛡️Lee", "Kim Lee", "a badge between names"],
    ["✅🛡️", null, "nothing but badges"],
    ["Kim 🐶❤️", "Kim 🐶❤️", "emoji that vouch for nobody"],
    ["\u{E0041}\u{E007F}Kim", "Kim", "invisible tags"],
    ["Kim\ud800", "Kim", "half a surrogate pair"],
    ["Kim\ue000\u{F0000}", "Kim", "private use"],
    ["Kim\u0378", "Kim", "unassigned"],
    [`Zoe${"\u0308"}`, "Zoë", "composed"],
    [`x${ACUTE.repeat(10_000)}y`, `x${ACUTE.repeat(2)}y`, "10,000 combining marks"],
    ["ก\u0e36\u0e48", "ก\u0e36\u0e48", "the two marks that Thai needs"],
    ["Jos\u00e9 Mar\u00eda", "José María", "accents"],
    ["محمد", "محمد", "Arabic"],
    ["李小龍", "李小龍", "Han"],
    ["<b>Kim</b>", "<b>Kim</b>", "markup is only text"],
    ["x".repeat(41), "x".repeat(40), "too long"],
    ["\u{1F600}".repeat(33), "\u{1F600}".repeat(32), "longer than a message carries, and no character is cut in half"],
    [FAMILY.repeat(6), FAMILY.repeat(5), "no family is cut in half"],
    [`${"x".repeat(38)}${FAMILY}${FAMILY}`, `${"x".repeat(38)}${FAMILY}${FAMILY}`, "each family is one character"],
    [`${"x".repeat(39)}क्षिय`, `${"x".repeat(39)}क्षि`, "a cluster of letters is one character"],
    ["\u{1D15E}".repeat(32), "\u{1D157}\u{1D165}".repeat(16), "made longer by NFC, yet not than a message carries"],
    [`${"x".repeat(39)} y`, "x".repeat(39), "too long, cut at a space"],
    [`${"x".repeat(40)} y`, "x".repeat(40), "as long as may be, and then a space"],
    [`${"x".repeat(30)} Montgomery`, "x".repeat(30), "a word that does not fit goes whole"],
    [`${"x".repeat(31)} Montgome`, `${"x".repeat(31)} Montgome`, "one that just fits stays"],
    [`${"x".repeat(20)} ab ${"y".repeat(30)}`, `${"x".repeat(20)} ab ${"y".repeat(16)}`, "a long word is cut within"],
    [`${"x".repeat(25)} ${"y".repeat(20)}`, `${"x".repeat(25)} ${"y".repeat(14)}`, "the space is too far back"],
    [`${"x".repeat(26)} ${"y".repeat(20)}`, "x".repeat(26), "the space is just near enough"],
    [`${"é".repeat(30)} ${FAMILY.repeat(3)}Kim`, "é".repeat(30), "what a message cannot carry goes by words as well"],
    [`${"خ".repeat(34)} محمدمحمد`, "خ".repeat(34), "words of other scripts"],
    [null, null, "none"],
    ["", null, "empty"],
    [" \u200b\u202e\u0000\ud800 ", null, "nothing to be seen"],
  ];
  for (const [name, shown, why] of rows) assertEquals(cleanName(name), shown, why);
});

/** The contexts A1, A2 and B of UAX #31, and those that name.ts names beside them. */
const VISIBLE_JOINERS = [
  /(?<=\p{L}\p{M}{0,2})\u200c(?=\p{M}{0,2}\p{L})/gu,
  /(?<=\p{L}\p{M}?[\u094d\u09cd\u0a4d\u0acd\u0b4d\u0bcd\u0c4d\u0ccd\u0d4d\u0dca])\u200d(?!\p{M})/gu,
  /(?<=\p{L})[\u200c\u200d](?=[\u094d\u09cd\u0a4d\u0acd\u0b4d\u0bcd\u0c4d\u0ccd\u0d4d\u0dca])/gu,
  /(?<=[\u17c9\u17ca])\u200c(?=\p{M})/gu,
  /(?<=\p{S}[\ufe0f\u{1F3FB}-\u{1F3FF}]?)\u200d(?=\p{S})/gu,
  /(?<=\p{Script=Mongolian})\u180e/gu,
  /\u{1F3F4}\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}/gu,
];

const hostile = fc.string({
  unit: fc.oneof(
    fc.string({ unit: "binary", minLength: 1, maxLength: 1 }),
    fc.constantFrom(
      ..."\u202e\u200d\u0000\u0301 x\u{1F600}ക\u0d4dमम्\u200cم\ufe0fස៊ី\u180eᠠ\u{E0067}\u{E007F}葛\u{e0100}",
    ),
    fc.constantFrom("\ud800", "\udc00", ENGLAND, FAMILY),
  ),
  maxLength: 200,
});

Deno.test("cleanName() lets nothing through that hides, turns or piles up, and has no more to do in a second pass", () => {
  const segmenter = new Intl.Segmenter();
  fc.assert(
    fc.property(hostile, (name) => {
      const shown = cleanName(name);
      if (shown === null) return;
      const unjoined = VISIBLE_JOINERS.reduce((text, place) => text.replace(place, "x"), shown);
      assert(!/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}]|\s\s|^\s|\s$|^$/u.test(unjoined), escape(shown));
      assert(!/\p{M}{3}|[\u200c\u200d]{2}|^[\u200c\u200d]/u.test(shown), escape(shown));
      assert([...segmenter.segment(shown)].length <= 40 && shown.length <= NAME_LENGTH_MAX);
      assertEquals(cleanName(shown), shown, escape(shown));
    }),
    { numRuns: 3_000 },
  );
});
