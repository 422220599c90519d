/** Names that people give themselves, made fit to be shown: another peer's name is hostile until it has been here. */

const SHOWN_LENGTH_MAX = 40;

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

/** Scripts in which a joiner, or a non-joiner, within a word is spelling. */
const JOINING = [
  "Arabic",
  "Syriac",
  "Devanagari",
  "Bengali",
  "Gurmukhi",
  "Gujarati",
  "Oriya",
  "Tamil",
  "Telugu",
  "Kannada",
]
  .concat("Malayalam", "Sinhala", "Khmer", "Mongolian").map((script) => `\\p{Script=${script}}`).join("");
/** Whatever else shows nothing. */
const INVISIBLE = /[\p{DI}\p{Cf}\p{Cs}\p{Co}\p{Cn}]/gu;

const LETTER = `(?=\\p{L})[${JOINING}]`;
const LETTER_OR_MARK = `(?=[\\p{L}\\p{M}])[${JOINING}]`;

/**
 * Where something invisible counts: what stands before it, the thing itself, and what follows. Joiners within such a
 * word but not between two marks, and behind a Malayalam chillu; joiners in an emoji of several, and the selector that
 * makes a sign an emoji. Not one expression, since Safari before 16.4 cannot look behind and would not load the page.
 */
const PLACES = ([
  [LETTER_OR_MARK, "[\u200c\u200d]", LETTER],
  [LETTER, "[\u200c\u200d]", LETTER_OR_MARK],
  ["\u0d4d", "\u200d", "(?!\\p{M})"],
  ["\\p{ExtPict}[\ufe0f\\p{EMod}]?", "\u200d", "\\p{ExtPict}"],
  ["\\p{ExtPict}", "\ufe0f", ""],
] as const).map(([before, itself, after]) => ({
  before: new RegExp(`(?:${before})$`, "u"),
  itselfAndAfter: new RegExp(`^${itself}${after}`, "u"),
}));

function dropInvisible(text: string): string {
  return text.replace(INVISIBLE, (sign, offset: number) => {
    const [head, tail] = [text.slice(0, offset), text.slice(offset)];
    return PLACES.some(({ before, itselfAndAfter }) => before.test(head) && itselfAndAfter.test(tail)) ? sign : "";
  });
}

/** What one pass leaves may want another: signs that come together join, or change places under NFC (UAX #15). */
const PASSES_MAX = 8;

/**
 * Cleans a display name: no control or invisible characters (bidirectional marks among them), no badges, at most two
 * combining marks in a row, single spaces, 40 characters at most. Null when nothing is left.
 */
export function cleanName(name: string | null): string | null {
  let text = name ?? "";
  for (let pass = 0; pass < PASSES_MAX; pass += 1) {
    const cleaned = cleanOnce(text);
    if (cleaned === text) break;
    text = cleaned;
  }
  return text || null;
}

function cleanOnce(text: string): string {
  const plain = text
    .normalize("NFC")
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]/gu, " ")
    .replace(BLANK, " ")
    .replace(BADGE, " ");
  const shown = dropInvisible(plain)
    .replace(/(\p{M}{2})\p{M}+/gu, "$1")
    .replace(/\s+/g, " ")
    .trim();
  return [...shown].slice(0, SHOWN_LENGTH_MAX).join("").trim();
}
