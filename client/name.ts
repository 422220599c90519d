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
/** Joiners in their place, which is not between marks: within such a word, after a Malayalam chillu, and in an emoji of several. */
const JOINER = `(?<=[${JOINING}])[\\u200c\\u200d](?=(?!\\p{M})[${JOINING}])|` +
  `(?<=(?!\\p{M})[${JOINING}])[\\u200c\\u200d](?=[${JOINING}])|(?<=\\u0d4d)\\u200d(?!\\p{M})|` +
  "(?<=\\p{ExtPict}[\\ufe0f\\p{EMod}]?)\\u200d(?=\\p{ExtPict})";
/** Whatever else shows nothing, but for the selector that makes a sign an emoji. */
const INVISIBLE = new RegExp(`(?!${JOINER}|(?<=\\p{ExtPict})\\ufe0f)[\\p{DI}\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}]`, "gu");

/**
 * Cleans a display name: no control or invisible characters (bidirectional marks among them), no badges, at most two
 * combining marks in a row, single spaces, 40 characters at most. Null when nothing is left.
 */
export function cleanName(name: string | null): string | null {
  const text = (name ?? "")
    .normalize("NFC")
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]/gu, " ")
    .replace(BLANK, " ")
    .replace(BADGE, " ")
    .replace(INVISIBLE, "")
    .replace(/(\p{M}{2})\p{M}+/gu, "$1")
    .replace(/\s+/g, " ")
    .trim();
  // Cut behind a joiner, it joins nothing any more.
  return [...text].slice(0, SHOWN_LENGTH_MAX).join("").replace(INVISIBLE, "").trim() || null;
}
