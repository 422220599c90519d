/**
 * What a session description of the other end may be, before a browser sees it (RFC 8866; profile of RFC 9429): one
 * DTLS certificate, one bundle, encrypted transports, few media sections, and no address: those come as candidates, after
 * the acceptance.
 *
 * Reads no more than that and changes nothing. What an end proves is its fingerprint, so it must be beyond doubt: RFC
 * 8122 lets a description list several, of which a browser takes any.
 */

import { type IceCandidates, SDP_LENGTH_MAX } from "../../signaling/protocol.ts";

/** Media sections in a description; the page itself makes five. */
export const SECTIONS_MAX = 8;
/** Lines in a description; Chromium's first offer has 230 of them. */
export const LINES_MAX = 2_000;

/** Why a description is not taken; for tests and the log, never for a screen. */
export type DescriptionFault =
  | "too-long"
  | "malformed"
  | "sections"
  | "transport"
  | "bundle"
  | "fingerprint"
  | "address";

export type CheckedDescription = { readonly fingerprint: string; readonly fault: null } | {
  readonly fingerprint: null;
  readonly fault: DescriptionFault;
};

/** Half a surrogate pair has no UTF-8 of its own, so that a hash could not tell it from another. */
const LINE = /^[a-z]=[^\p{Cc}\p{Cs}]*$/u;
const SECTION = /^m=(?:audio|video) \d{1,5} UDP\/TLS\/RTP\/SAVPF( [0-9]{1,3})+$/;
const DATA_SECTION = /^m=application \d{1,5} UDP\/DTLS\/SCTP webrtc-datachannel$/;
const FINGERPRINT = /^a=fingerprint:sha-256 ((?:[0-9a-f]{2}:){31}[0-9a-f]{2})$/i;
/** No address at all, as a browser writes it before it has gathered one (RFC 9429 §5.2.1). */
const NO_ADDRESS = /^c=IN (?:IP4 0\.0\.0\.0|IP6 ::)$/;

/** Checks a description of the other end and reads the one fingerprint in it, in upper case. */
export function checkDescription(sdp: string): CheckedDescription {
  if (sdp.length > SDP_LENGTH_MAX) return refuse("too-long");
  const lines = sdp.split(/\r?\n/);
  if (lines.at(-1) === "") lines.pop();
  if (lines.length > LINES_MAX) return refuse("too-long");
  if (lines[0] !== "v=0" || !lines.every((line) => LINE.test(line))) return refuse("malformed");

  const media = lines.filter((line) => line.startsWith("m="));
  if (media.length === 0 || media.length > SECTIONS_MAX) return refuse("sections");
  if (!media.every((line) => SECTION.test(line) || DATA_SECTION.test(line))) return refuse("transport");
  if (lines.some((line) => line.startsWith("a=crypto:"))) return refuse("transport"); // RFC 4568: a key in the clear.
  if (!isOneBundle(lines)) return refuse("bundle");
  if (lines.some(hasAddress)) return refuse("address");
  const fingerprint = readFingerprint(lines);
  return fingerprint === null ? refuse("fingerprint") : { fingerprint, fault: null };
}

/** Reads the fingerprint of a description, if all that it names are the same; null otherwise. */
export function readFingerprint(lines: readonly string[] | string): string | null {
  const all = typeof lines === "string" ? lines.split(/\r?\n/) : lines;
  // Whatever so much as looks like one counts: no browser may find a second where this finds none.
  const named = all.filter((line) => /fingerprint/i.test(line)).map((line) => FINGERPRINT.exec(line)?.[1]);
  const [fingerprint, ...others] = new Set(named.map((hex) => hex?.toUpperCase()));
  return fingerprint === undefined || others.length > 0 ? null : fingerprint;
}

/**
 * Leaves the candidates that a browser may be given: one line each, an address or a name of mDNS (RFC 8828 §5.2), so
 * that nobody can make it look up a name of theirs.
 */
export function keepUsableCandidates(candidates: IceCandidates): IceCandidates {
  return candidates.filter(({ candidate }) => candidate === "" || CANDIDATE.test(candidate));
}

/** RFC 8839 §5.1, as far as it matters here: the address and the port are the fifth and sixth word. */
const CANDIDATE =
  /^(?:a=)?candidate:[\w+/]{1,32} [12] (?:udp|tcp|ssltcp) \d{1,10} (?:[0-9a-f:.]{2,45}|[0-9a-f-]{1,64}\.local) \d{1,5} typ [a-z]{4,5}(?: [\x21-\x7e]+)*$/i;

function refuse(fault: DescriptionFault): CheckedDescription {
  return { fingerprint: null, fault };
}

/** Whether one group holds every section that is not rejected: one transport, and so one certificate (RFC 9143). */
function isOneBundle(lines: readonly string[]): boolean {
  const starts = lines.flatMap((line, index) => line.startsWith("m=") ? [index] : []);
  const groups = lines.slice(0, starts[0]).filter((line) => line.startsWith("a=group:BUNDLE"));
  const sections = starts.map((start, index) => lines.slice(start, starts[index + 1]));
  if (groups.length !== 1 || !sections.every((section) => readMids(section).length === 1)) return false;
  const bundled = groups.flatMap((line) => line.split(" ").slice(1));
  const mids = sections.flatMap(readMids);
  if (new Set(mids).size !== mids.length || new Set(bundled).size !== bundled.length) return false;
  if (!bundled.every((mid) => mids.includes(mid))) return false;
  return sections.filter((section) => !isRejected(section)).flatMap(readMids).every((mid) => bundled.includes(mid));
}

function readMids(section: readonly string[]): string[] {
  return section.filter((line) => line.startsWith("a=mid:")).map((line) => line.slice(6));
}

function isRejected(section: readonly string[]): boolean {
  return section.some((line) => /^m=\w+ 0 /.test(line)) && !section.includes("a=bundle-only");
}

function hasAddress(line: string): boolean {
  return /^a=(?:remote-)?candidates?:/i.test(line) || (line.startsWith("c=") && !NO_ADDRESS.test(line));
}
