/**
 * Makes the names of files that somebody sends fit for any disk, and for being shown. A name may try to leave its folder,
 * to pass for another by signs that turn the direction of text, to be a device of Windows, or to be longer than a disk
 * takes. Pure.
 */

/** Bytes of UTF-8 that a name may have; disks take 255, and a browser adds something to what is there already. */
const NAME_BYTES_MAX = 200;
/** What an ending may have, to be kept where a name is cut. */
const ENDING_LENGTH_MAX = 16;
/** Folders in one another. */
const DEPTH_MAX = 16;

/** Controls, whatever turns the direction of text or does not show (joiners spell words), and halves of characters. */
const UNSEEN = /(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{DI}]/gu;
/** What some disk forbids; a lone `%` would be read as an escape by some. */
const FORBIDDEN = /[/\\:*?"<>|]/g;
/** Devices of Windows, whatever their ending. */
const RESERVED = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$|clock\$)\s*(?:\.|$)/i;

/** Makes a name of its own right, never empty, of one part. */
export function safeName(name: string): string {
  const cleaned = trim(
    name.normalize("NFC").replace(/\s+/gu, " ").replace(UNSEEN, "").replace(FORBIDDEN, "_"),
  );
  const cut = cutName(cleaned);
  if (cut === "") return "file";
  return RESERVED.test(cut) ? `_${cut}` : cut;
}

/** Makes the paths of one transfer safe and each its own, also on a disk that takes capitals for small letters. */
export function safePaths(paths: readonly string[]): string[] {
  /** How often each was made, so that a thousand alike take no thousand tries each. */
  const taken = new Map<string, number>();
  return paths.map((path) => {
    const parts = path.split(/[/\\]+/).filter((part) => !/^\s*\.{0,2}\s*$/.test(part)).map(safeName);
    const folders = parts.slice(0, -1).slice(-DEPTH_MAX);
    const whole = [...folders, parts.at(-1) ?? "file"].join("/");
    let own = whole;
    for (let count = taken.get(lookOf(whole)) ?? 0; taken.has(lookOf(own)); taken.set(lookOf(whole), ++count)) {
      const [stem, ending] = splitName(parts.at(-1) ?? "file");
      own = [...folders, `${stem} (${count + 1})${ending}`].join("/");
    }
    taken.set(lookOf(own), taken.get(lookOf(own)) ?? 1);
    return own;
  });
}

function lookOf(path: string): string {
  return path.normalize("NFKC").toLowerCase();
}

/** No dots before, which hide a file; no dots or spaces behind, which Windows drops. */
function trim(name: string): string {
  return name.replace(/^[\s.]+|[\s.]+$/gu, "");
}

function splitName(name: string): [stem: string, ending: string] {
  const at = name.lastIndexOf(".");
  return at <= 0 || name.length - at > ENDING_LENGTH_MAX ? [name, ""] : [name.slice(0, at), name.slice(at)];
}

function cutName(name: string): string {
  const count = (text: string) => new TextEncoder().encode(text).length;
  if (count(name) <= NAME_BYTES_MAX) return name;
  const [stem, ending] = splitName(name);
  const room = NAME_BYTES_MAX - count(ending);
  let kept = "";
  let bytes = 0;
  for (const sign of stem) {
    bytes += count(sign);
    if (bytes > room) break;
    kept += sign;
  }
  return trim(kept) + ending;
}
