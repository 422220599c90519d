/**
 * Parses IP addresses from text into the bytes that go on the wire (RFC 4291 §2.2, RFC 5952).
 *
 * Pure. A dual-stack socket reports an IPv4 sender as an IPv4-mapped IPv6 address (RFC 4291 §2.5.5.2), so that form is
 * read as the IPv4 address it stands for. Called by `stun.ts`.
 */

const IPV4 = /^(?:::ffff:)?(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/i;
const MAPPED_PREFIX = [0, 0, 0, 0, 0, 0xffff];

function parseGroups(text: string): number[] {
  return text === "" ? [] : text.split(":").map((group) => Number.parseInt(group, 16));
}

/** Parses an address into 4 bytes (IPv4) or 16 (IPv6, without a zone); null if `text` is neither. */
export function parseIpAddress(text: string): Uint8Array | null {
  const octets = IPV4.exec(text)?.slice(1).map(Number);
  if (octets !== undefined) return octets.every((octet) => octet <= 255) ? Uint8Array.from(octets) : null;
  // The URL parser checks all of the syntax and leaves one form: groups in hexadecimal with at most one "::".
  const hostname = /^[\da-f:.]+$/i.test(text) && text.includes(":") ? URL.parse(`http://[${text}]`)?.hostname : null;
  if (hostname === null || hostname === undefined) return null;
  const [head = "", tail = ""] = hostname.slice(1, -1).split("::");
  const [front, back] = [parseGroups(head), parseGroups(tail)];
  const groups = [...front, ...new Array<number>(8 - front.length - back.length).fill(0), ...back];
  const bytes = Uint8Array.from(groups.flatMap((group) => [group >> 8, group & 0xff]));
  return MAPPED_PREFIX.every((group, index) => group === groups[index]) ? bytes.subarray(12) : bytes;
}
