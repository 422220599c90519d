/**
 * Has a browser begin to send pictures at more than its own cautious 300 kbit/s, at which the first seconds of every call
 * are mush. Chromium and Safari read it in the other end's description; others pass over it.
 */

/** In kbit/s. The browser finds out within a second where that is too much. */
const START_KBIT = 1_000;

/** Writes it into a description of the other end's, for every codec of pictures. */
export function hintStart(sdp: string): string {
  return sdp.split(/^(?=m=)/m).map((section) => {
    const types = /^m=video \S+ \S+ (.*)/.exec(section)?.[1]?.trim().split(" ") ?? [];
    return types.reduce((text, type) => hint(text, type), section);
  }).join("");
}

function hint(section: string, type: string): string {
  const [codec] = new RegExp(`^a=rtpmap:${type} (?!rtx|red|ulpfec|flexfec).*\\r\\n`, "m").exec(section) ?? [];
  if (codec === undefined) return section;
  const told = `x-google-start-bitrate=${START_KBIT}`;
  const before = section.replace(new RegExp(`^(a=fmtp:${type} .*)`, "m"), `$1;${told}`);
  return before !== section ? before : section.replace(codec, `${codec}a=fmtp:${type} ${told}\r\n`);
}
