/**
 * Has a browser begin to send pictures at more than its own cautious 300 kbit/s, at which the first seconds of every call
 * are mush. Chromium and Safari read it in the other end's description; others pass over it.
 */

/** In kbit/s. The browser finds out within a second where that is too much. */
const START_KBIT = 1_000;
const TOLD = `x-google-start-bitrate=${START_KBIT}`;
/** Formats of a section that get it: more than any browser has, and few enough to cost nothing. */
const TYPES_MAX = 64;
/** Formats that carry no pictures of their own. */
const NO_PICTURES = /^a=rtpmap:\d+ (?:rtx|red|ulpfec|flexfec)/;

/**
 * Writes it into a description of the other end's, for every codec of pictures. That was checked before, and nothing of
 * it may come to stand where it did not: only whole lines of this page's own, or an end of one, are added.
 */
export function hintStart(sdp: string): string {
  // Every browser ends lines so; with other ends, what this takes for one line is two to a browser.
  if (/(?<!\r)\n/.test(sdp)) return sdp;
  return sdp.split(/^(?=m=)/m).map((section) => {
    const types = /^m=video \S+ \S+ ([\d ]+)$/m.exec(section.replaceAll("\r", ""))?.[1]?.split(" ") ?? [];
    return [...new Set(types)].slice(0, TYPES_MAX).reduce(hint, section);
  }).join("");
}

function hint(section: string, type: string): string {
  const lines = section.split("\r\n");
  const mapped = lines.findIndex((line) => line.startsWith(`a=rtpmap:${type} `));
  if (mapped === -1 || NO_PICTURES.test(lines[mapped] ?? "")) return section;
  const format = lines.findIndex((line) => line.startsWith(`a=fmtp:${type} `));
  if (format === -1) lines.splice(mapped + 1, 0, `a=fmtp:${type} ${TOLD}`);
  else lines[format] += `;${TOLD}`;
  return lines.join("\r\n");
}
