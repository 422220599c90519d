/**
 * Where a push may go: an exact list of names, and no address of a private network. Pure; the forwarder asks before it
 * connects, and again about the address that the connection has got. It is given what anybody on the Internet may say.
 */

import { parseIpAddress } from "../address/ip_address.ts";
import type { HostPort } from "./push_settings.ts";

/** The push services of browsers: Chromium's, Firefox's, Safari's and Edge's. A `*` stands for one name or more. */
export const PUSH_SERVICES = [
  "fcm.googleapis.com",
  "updates.push.services.mozilla.com",
  "*.push.apple.com",
  "*.notify.windows.com",
] as const;

const HTTPS_PORT = 443;

export interface PushTarget extends HostPort {
  /** Path and query, as they go into the request. */
  readonly path: string;
  /** As it goes into the request. */
  readonly host: string;
  /** The same however an endpoint is written, and whatever is added that its service does not read. */
  readonly key: string;
  /** Whether the operator has named it, so that it may be anywhere. */
  readonly isNamed: boolean;
}

/** Of a query only Microsoft's `token` counts; all others have everything in the path. */
function createKey({ host, pathname, searchParams }: URL): string {
  const path = pathname.replace(/%[0-9a-f]{2}/gi, (escape) => String.fromCharCode(parseInt(escape.slice(1), 16)));
  return [host, path.replace(/\/{2,}/g, "/"), searchParams.get("token") ?? ""].join(" ");
}

function isPushService(hostname: string): boolean {
  return PUSH_SERVICES.some((name) =>
    name.startsWith("*") ? hostname.endsWith(name.slice(1)) && !/^\.|\.\./.test(hostname) : hostname === name
  );
}

/** Finds where an endpoint leads; null if it may not be reached. @param named those of PUSH_HOSTS */
export function findPushTarget(endpoint: string, named: readonly HostPort[]): PushTarget | null {
  const authority = /^https:\/\/([^/?#]+)/.exec(endpoint)?.[1];
  const url = URL.parse(endpoint);
  if (authority === undefined || authority.includes("@") || endpoint.includes("#")) return null;
  if (url === null) return null;
  const { hostname, host } = url;
  const port = url.port === "" ? HTTPS_PORT : Number(url.port);
  const isNamed = named.some((each) => each.hostname === hostname && each.port === port);
  if (!isNamed && (port !== HTTPS_PORT || !isPushService(hostname))) return null;
  return { hostname, port, host, path: url.pathname + url.search, key: createKey(url), isNamed };
}

type Block = readonly [bytes: readonly number[], bits: number];

/** Not for the Internet, or for no single host of it (RFC 6890, IANA's registry of special-purpose addresses). */
const PRIVATE_IPV4: readonly Block[] = [
  [[0], 8], // this network
  [[10], 8], // private
  [[100, 64], 10], // carrier-grade NAT, and the metadata of some clouds
  [[127], 8], // loopback
  [[169, 254], 16], // link-local, and the metadata of most
  [[172, 16], 12], // private
  [[192, 0, 0], 24], // protocol assignments
  [[192, 0, 2], 24], // documentation
  [[192, 168], 16], // private
  [[198, 18], 15], // benchmarks
  [[198, 51, 100], 24], // documentation
  [[203, 0, 113], 24], // documentation
  [[224], 3], // multicast, reserved, broadcast
];
/** Of IPv6 only global unicast is for the Internet, and of that not these. */
const GLOBAL_IPV6: Block = [[0x20], 3];
const PRIVATE_IPV6: readonly Block[] = [
  [[0x20, 0x01, 0x00, 0x00], 23], // protocol assignments, Teredo among them
  [[0x20, 0x01, 0x0d, 0xb8], 32], // documentation
  [[0x20, 0x02], 16], // 6to4, which has an IPv4 address in it
  [[0x3f, 0xff, 0x00], 20], // documentation
];
/** What a network without IPv4 writes for an IPv4 address, its last four bytes (RFC 6052). */
const NAT64: Block = [[0x00, 0x64, 0xff, 0x9b, 0, 0, 0, 0, 0, 0, 0, 0], 96];

function isWithin(address: Uint8Array, [bytes, bits]: Block): boolean {
  return bytes.every((byte, index) => {
    const shift = Math.max(0, 8 * (index + 1) - bits);
    return (address[index] ?? 0) >> shift === byte >> shift;
  });
}

/** Tells whether an address is none of the public Internet; what is no address counts as that too. */
export function isPrivateAddress(text: string): boolean {
  const address = parseIpAddress(text);
  if (address === null) return true;
  if (address.length === 4) return PRIVATE_IPV4.some((block) => isWithin(address, block));
  if (isWithin(address, NAT64)) return PRIVATE_IPV4.some((block) => isWithin(address.subarray(12), block));
  return !isWithin(address, GLOBAL_IPV6) || PRIVATE_IPV6.some((block) => isWithin(address, block));
}
