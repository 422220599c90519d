/**
 * Tells what a page shows that its catalogue does not hold: every text that people see or hear must be a sentence of the
 * language, with names, IDs and figures in its holes.
 */

/** What stands in a hole while a sentence is made a pattern. */
const HOLE = "\u0001";
const COUNTS =
  /\/(callCount|unverified|untakenCount|blockedCount|strangers|knownAndMore|knownAndStrangers|all|tooLong|unread)$/;

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");
}

function patternOf(said: string): string {
  return escape(said).replaceAll(HOLE, ".+?").replace(/\d+/g, "\\d+");
}

/** Every text that a catalogue can come to, as patterns; of a sentence with parts, each part. */
function patternsOf(words: unknown, path = ""): string[] {
  if (words === null) return [];
  if (typeof words === "string") return [patternOf(words)];
  if (typeof words === "object") {
    return Object.entries(words).flatMap(([key, value]) => patternsOf(value, `${path}/${key}`));
  }
  const say = words as (...holes: unknown[]) => unknown;
  const holes = COUNTS.test(path)
    ? [1, 2, 3, 11].map((count) =>
      path.endsWith("Count") || /strangers$|unverified$|tooLong$|unread$/.test(path) ? [count] : [HOLE, count, count]
    )
    : [[HOLE, HOLE, HOLE], [HOLE, null, null]];
  return holes.flatMap((each) => {
    const said = say(...each);
    const parts = Array.isArray(said) ? said.filter((part) => part !== HOLE) : [said];
    return parts.map((part) => patternOf(String(part).trim()));
  });
}

/** Makes what tells a text of the catalogue, or several behind each other. */
export function createJudge(catalogues: readonly unknown[]): (text: string) => boolean {
  // What is hardly more than holes would take any text for one of the language.
  const isTelling = (pattern: string) =>
    /[\p{L}\p{M}]{2}|^[\p{Script=Han}\p{Script=Hangul}]$/u.test(pattern.replaceAll("\\d", ""));
  const one = [...new Set(catalogues.flatMap((words) => patternsOf(words)))].filter(isTelling);
  const figures = "\\d[\\d:., ]*";
  const sentence = [...one.sort((a, b) => b.length - a.length), figures].join("|");
  const all = new RegExp(`^(?:(?:${sentence})(?:[\\s.·]+|(?<=[。！？…])|$))+$`, "su");
  return (text) => all.test(text);
}

/**
 * Finds what people see or hear on the page, text by text: without what is no language (IDs, names, figures, code).
 */
export const FIND_TEXTS = `(names) => {
  const found = new Set([document.title]);
  const isSeen = (element) => element.checkVisibility({ visibilityProperty: true }) || element.closest(".unseen");
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const parent = node.parentElement;
    if (parent.closest("script, style, noscript, template, [hidden], code, .peer-id, .disc, .language, .digits, .timer")) continue;
    if (isSeen(parent)) found.add(node.data);
  }
  for (const element of document.querySelectorAll("[aria-label], [title], [placeholder], [alt]")) {
    if (!isSeen(element)) continue;
    for (const name of ["aria-label", "title", "placeholder", "alt"]) found.add(element.getAttribute(name) ?? "");
  }
  return [...found].map((text) => text.trim()).filter((text) => /\\p{L}/u.test(text) && !names.includes(text));
}`;
