/**
 * Finds the links in what somebody wrote: web addresses that stand there in full, or begin with `www.`. Pure. Nothing is
 * fetched, and a link reads as it was typed.
 */

export type TextPart = string | { readonly text: string; readonly href: string };

/** Of one message; more are left as text: each is work for the page that shows it. */
export const LINKS_MAX = 20;

/** Ends at a space, at what sets a link apart, and at signs that turn the direction of what follows. */
const LINK = /(?<![\p{L}\p{N}_@.])(?:https?:\/\/|www\.)[^\s<>"`\p{Cc}\p{Cf}]+/giu;
/** Belongs to the sentence around it. */
const TRAILING = /[.,;:!?'’”»…*_~)\]}]$/u;
const BRACKETS = ["()", "[]", "{}"];

/** Takes the sentence's own signs off the end; a bracket only if the link has not opened it. */
function trimEnd(text: string): string {
  const count = (sign: string) => text.split(sign).length;
  const unopened = new Map<string, number>(
    BRACKETS.map(([open = "", close = ""]) => [close, count(close) - count(open)]),
  );
  let end = text.length;
  for (; TRAILING.test(text.charAt(end - 1)); end--) {
    const sign = text.charAt(end - 1);
    const left = unopened.get(sign);
    if (left === undefined) continue;
    if (left <= 0) break;
    unopened.set(sign, left - 1);
  }
  return text.slice(0, end);
}

/** Makes an address of it; null where it is none, and where a name before the host could pass for the host. */
function readHref(text: string): string | null {
  try {
    const url = new URL(/^www\./i.test(text) ? `https://${text}` : text);
    return /^https?:$/.test(url.protocol) && url.username + url.password === "" ? url.href : null;
  } catch {
    return null; // Not every text that begins like an address is one.
  }
}

/** Divides a text into what is plain and what is a link, in order; together they are the text. */
export function findLinks(text: string): TextPart[] {
  const parts: TextPart[] = [];
  let from = 0;
  let count = 0;
  for (const { 0: found, index } of text.matchAll(LINK)) {
    const link = trimEnd(found);
    const href = readHref(link);
    if (href === null || count++ >= LINKS_MAX) continue;
    if (index > from) parts.push(text.slice(from, index));
    parts.push({ text: link, href });
    from = index + link.length;
  }
  if (from < text.length || from === 0) parts.push(text.slice(from));
  return parts;
}
