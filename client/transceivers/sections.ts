/**
 * Which section of a description carries which source. Whoever offers makes a section for each source and says which is
 * which, by mid, in an attribute of the session that browsers ignore (RFC 8866 §5.13). So it is proved with the rest of the
 * description, and either end may come to send more than the other knows. A page that is older says nothing: its first
 * section with sound is the microphone, its first with a picture the camera. Pure.
 */

import { DEVICES, KIND_OF, type Source, SOURCES } from "../media/source.ts";

const ATTRIBUTE = "a=video-calling-sources:";

/** The source of each section that has one which is known here, by the section's mid. */
export type Sections = ReadonlyMap<string, Source>;

/** Writes into an offer that was made here, with a section for each of `SOURCES` in their order, which is which. */
export function tellSections(sdp: string): string {
  const pairs = [...readKinds(sdp).keys()].map((mid, index) => `${SOURCES[index]}=${mid}`);
  return sdp.replace(/^(?=m=)/m, `${ATTRIBUTE}${pairs.join(" ")}\r\n`);
}

/** Reads which section of an offer is which: each source once, and only where the section is of its kind. */
export function readSections(sdp: string): Sections {
  const kinds = readKinds(sdp);
  const told = sdp.split(/^m=/m)[0]?.split(/\r?\n/).find((line) => line.startsWith(ATTRIBUTE));
  const pairs = told === undefined
    ? DEVICES.map((source) => [source, findFirst(kinds, KIND_OF[source])] as const)
    : [...told.slice(ATTRIBUTE.length).matchAll(/([\w-]+)=(\S+)/g)].map(([, source = "", mid]) =>
      [source, mid] as const
    );
  const mids = new Map<string, string | undefined>(pairs);
  const sections = new Map<string, Source>();
  for (const source of SOURCES) {
    const mid = mids.get(source) ?? "";
    if (kinds.get(mid) === KIND_OF[source] && !sections.has(mid)) sections.set(mid, source);
  }
  return sections;
}

function findFirst(kinds: ReadonlyMap<string, string>, kind: string): string | undefined {
  return [...kinds].find(([, each]) => each === kind)?.[0];
}

/** The kind of each section with sound or a picture by its mid, in their order. */
function readKinds(sdp: string): ReadonlyMap<string, string> {
  return new Map(
    sdp.split(/^(?=m=)/m).flatMap((section) => {
      const kind = /^m=(audio|video) /.exec(section)?.[1];
      const mid = /^a=mid:(\S+)/m.exec(section)?.[1];
      return kind === undefined || mid === undefined ? [] : [[mid, kind] as const];
    }),
  );
}
