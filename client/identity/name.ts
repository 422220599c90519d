/**
 * Makes the names that people give themselves fit to be shown. A peer's name is hostile until it has passed here. That
 * happens as soon as the proof of its message stands, so calls and missed calls hold clean names only.
 */

import { NAME_LENGTH_MAX } from "../../signaling/protocol.ts";

const SHOWN_LENGTH_MAX = 40;
/** How many characters may go with a word that does not fit; of a longer one, what fits stays. */
const WORD_LENGTH_MAX = 14;

/** Letters and marks that show nothing: fillers, and the blank of Braille. */
const BLANK = /[\u115f\u1160\u3164\uffa0\u2800]/g;

/**
 * What looks like a badge beside a name, as if somebody else vouched for it: marks that tick, shields, locks and keys,
 * stars, medals, ribbons, coloured dots and diamonds, and signs of trade.
 */
const BADGE = new RegExp(
  "[©®™℠§✓✔✅☑☒🗸🗹🗳🛡🔒🔓🔏🔐🔑🗝★☆⭐🌟✦✧✩-✯✪❂⚝🟉-🟔🔯🎖🎗🏅🏆🏵🥇-🥉🔰⚜👑💎💠🔵🔷🔹🟢🟦🟩🆗]",
  "gu",
);

/** Letters of scripts that a joiner belongs to the spelling of; of the first three, those that join by themselves. */
const CURSIVE = "(?=\\p{L})[\\p{Script=Arabic}\\p{Script=Syriac}\\p{Script=Mongolian}]";
const INDIC = "(?=\\p{L})[" +
  ["Devanagari", "Bengali", "Gurmukhi", "Gujarati", "Oriya", "Tamil", "Telugu", "Kannada", "Malayalam", "Sinhala"]
    .map((script) => `\\p{Script=${script}}`).join("") +
  "]";
const VIRAMA = "[\u094d\u09cd\u0a4d\u0acd\u0b4d\u0bcd\u0c4d\u0ccd\u0d4d\u0dca]";

/** Whatever shows nothing; the flags of England, Scotland and Wales, spelt with such signs, are found as a whole. */
const INVISIBLE =
  /\u{1f3f4}\u{e0067}\u{e0062}(?:\u{e0065}\u{e006e}\u{e0067}|\u{e0073}\u{e0063}\u{e0074}|\u{e0077}\u{e006c}\u{e0073})\u{e007f}|[\p{DI}\p{Cf}\p{Cs}\p{Co}\p{Cn}]/gu;

/**
 * Where something invisible counts: what stands before it, the thing itself, and what follows. The contexts A1, A2 and B
 * of UAX #31 §2.3.1, and what else is written so that it shows: a joiner before a virama (Bengali, Kannada), a
 * non-joiner behind a Khmer shifter, the forms of Mongolian letters and of Han signs in Japanese names, emoji of several
 * signs, and the selector that makes a sign an emoji. Not one expression, since Safari before 16.4 cannot look behind
 * and would not load the page.
 */
const PLACES = ([
  [`${CURSIVE}\\p{M}*`, "\u200c", `\\p{M}*${CURSIVE}`],
  [`${INDIC}\\p{M}?${VIRAMA}`, "\u200c", INDIC],
  [`${INDIC}\\p{M}?${VIRAMA}`, "\u200d", "(?!\\p{M})"],
  [INDIC, "[\u200c\u200d]", VIRAMA],
  ["\\p{L}[\u17c9\u17ca]", "\u200c", "[\u17b6-\u17c5]"],
  ["(?=\\p{L})\\p{Script=Mongolian}", "[\u180b-\u180f]", ""],
  ["\\p{Script=Han}", "[\u{e0100}-\u{e01ef}]", ""],
  ["\\p{ExtPict}[\ufe0f\\p{EMod}]?", "\u200d", "\\p{ExtPict}"],
  ["\\p{ExtPict}", "\ufe0f", ""],
  ["[\\d#*]", "\ufe0f", "\u20e3"],
] as const).map(([before, itself, after]) => ({
  before: new RegExp(`(?:${before})$`, "u"),
  itselfAndAfter: new RegExp(`^${itself}${after}`, "u"),
}));

/** How far before a sign it can matter what stands there, in UTF-16 units. */
const REACH = 8;

function dropInvisible(text: string): string {
  return text.replace(/([\u200c\u200d])\1+/g, "$1").replace(INVISIBLE, (sign, offset: number, whole: string) => {
    if (sign.length > 2) return sign;
    const [head, tail] = [whole.slice(Math.max(0, offset - REACH), offset), whole.slice(offset, offset + REACH)];
    return PLACES.some(({ before, itselfAndAfter }) => before.test(head) && itselfAndAfter.test(tail)) ? sign : "";
  });
}

/** What one pass leaves may want another: signs that come together join, or change places under NFC (UAX #15). */
const PASSES_MAX = 8;

/**
 * Cleans a display name: no control or invisible characters (bidirectional marks among them), no badges, at most two
 * combining marks in a row, single spaces, 40 characters at most, as a reader counts them, and no half word at the end
 * unless it is a long one. Null when nothing is left. What else people write in one line may be longer.
 */
export function cleanName(
  name: string | null | undefined,
  shownMax = SHOWN_LENGTH_MAX,
  lengthMax = NAME_LENGTH_MAX,
): string | null {
  let text = name ?? "";
  for (let pass = 0; pass < PASSES_MAX; pass += 1) {
    const cleaned = cleanOnce(text, shownMax, lengthMax);
    if (cleaned === text) break;
    text = cleaned;
  }
  return text || null;
}

function cleanOnce(text: string, shownMax: number, lengthMax: number): string {
  const plain = text
    .normalize("NFC")
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]/gu, " ")
    .replace(BLANK, " ")
    .replace(BADGE, " ");
  const shown = dropInvisible(plain)
    .replace(/(\p{M}{2})\p{M}+/gu, "$1")
    .replace(/\s+/g, " ")
    .trim();
  return cut(shown, shownMax, lengthMax).trim();
}

/** Firefox before 125 has none; there a sign made of several may be cut within. */
const segmenter = "Segmenter" in Intl ? new Intl.Segmenter() : null;

/**
 * Cuts between words, or else between what a reader takes for characters (UAX #29), and to what a message may carry. The
 * text has single spaces, so that a word which does not fit begins behind the last of them.
 */
function cut(text: string, shownMax: number, lengthMax: number): string {
  const signs = segmenter === null ? [...text] : Array.from(segmenter.segment(text), ({ segment }) => segment);
  let [count, length] = [0, 0];
  for (const sign of signs) {
    if (count === shownMax || length + sign.length > lengthMax) break;
    count += 1;
    length += sign.length;
  }
  const space = signs[count] === " " ? count : signs.lastIndexOf(" ", count - 1);
  const isWordCut = count < signs.length && space > 0 && count - space <= WORD_LENGTH_MAX;
  return signs.slice(0, isWordCut ? space : count).join("");
}
