/** Makes what somebody wrote fit to be said and shown: it is hostile until it has passed here. Pure. */

/** What no text has a use for: control characters but for tab and new line. */
const CONTROLS = /[^\P{Cc}\t\n]/gu;

/** Marks on one letter: no script has as many, and a text of nothing else takes a browser seconds to draw. */
const PILED_MARKS = /(\p{M}{8})\p{M}+/gu;

/** Makes a text fit to be said and shown; empty if there is nothing in it. */
export function cleanText(text: string): string {
  return text.toWellFormed().replace(/\r\n?/g, "\n").replace(CONTROLS, "").replace(PILED_MARKS, "$1").trim();
}
