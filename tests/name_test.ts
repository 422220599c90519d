import { assert, assertEquals } from "@std/assert";
import fc from "fast-check";
import { cleanName } from "../client/name.ts";

const ACUTE = "\u0301";

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
    ["K\u200dim\u200c \u200dLee\u200d", "Kim Lee", "joiners that join nothing"],
    ["م\u200c\u200cم \u200cم\u200c", "مم م", "joiners at the edge, and two in a row"],
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
    ["\u{1F600}".repeat(41), "\u{1F600}".repeat(40), "too long, and no character is cut in half"],
    [`${"x".repeat(39)} y`, "x".repeat(39), "too long, cut at a space"],
    [null, null, "none"],
    ["", null, "empty"],
    [" \u200b\u202e\u0000\ud800 ", null, "nothing to be seen"],
  ];
  for (const [name, shown, why] of rows) assertEquals(cleanName(name), shown, why);
});

const hostile = fc.string({
  unit: fc.oneof(
    fc.string({ unit: "binary", minLength: 1, maxLength: 1 }),
    fc.constantFrom(
      "\u202e",
      "\u200d",
      "\u0000",
      ACUTE,
      "\ud800",
      "\udc00",
      " ",
      "x",
      "\u{1F600}",
      "ക",
      "\u0d4d",
      "م",
      "\u200c",
      "\ufe0f",
    ),
  ),
  maxLength: 200,
});

Deno.test("cleanName() lets nothing through that hides, turns or piles up, and has no more to do in a second pass", () => {
  fc.assert(
    fc.property(hostile, (name) => {
      const shown = cleanName(name);
      if (shown === null) return;
      const unjoined = shown.replace(
        /(?<=[\p{L}\p{M}\p{S}])[\u200c\u200d](?![\p{M}\p{Cf}])|(?<=\p{L})[\u200c\u200d](?=\p{M})/gu,
        "",
      );
      assert(!/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}]|\p{M}{3}|\s\s|^\s|\s$|^$/u.test(unjoined), escape(shown));
      assert([...shown].length <= 40);
      assertEquals(cleanName(shown), shown, escape(shown));
    }),
    { numRuns: 3_000 },
  );
});
