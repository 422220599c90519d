/**
 * Finds the address that a request is counted under: the sender's own or, behind trusted proxies, the one that the
 * outermost of them saw.
 *
 * Pure. Each proxy appends to the right end of `X-Forwarded-For`, and only what a trusted proxy wrote can be believed.
 * So it is read from the right, up to the first address that is not itself trusted; anyone can invent what stands left
 * of that. `socket_route.ts` asks for each socket.
 */

import { parseIpAddress } from "./ip_address.ts";

/** A block of addresses (RFC 4632 §3.1), IPv4-mapped IPv6 as IPv4. */
export interface AddressBlock {
  readonly bytes: Uint8Array;
  readonly prefixLength: number;
}

/** Parses `address` or `address/prefix`; null if it is neither. */
export function parseAddressBlock(text: string): AddressBlock | null {
  const [, addressText = "", prefixText] = /^([^/]+)(?:\/(\d{1,3}))?$/.exec(text) ?? [];
  const bytes = parseIpAddress(addressText);
  if (bytes === null) return null;
  const prefixLength = prefixText === undefined ? bytes.length * 8 : Number(prefixText);
  return prefixLength <= bytes.length * 8 ? { bytes, prefixLength } : null;
}

/** Of a block that is wider than these, not every address is a proxy's. */
const BLOCK_BITS_MIN = { 4: 24, 16: 64 } as const;

function describeBlock({ bytes, prefixLength }: AddressBlock): string {
  if (bytes.length === 4) return `${bytes.join(".")}/${prefixLength}`;
  const groups = Array.from({ length: 8 }, (_, index) => (bytes[index * 2] ?? 0) << 8 | (bytes[index * 2 + 1] ?? 0));
  return `${groups.map((group) => group.toString(16)).join(":").replace(/(?::0)+$/, "::")}/${prefixLength}`;
}

/** Names those of the trusted blocks that are so wide that somebody else may be in them. */
export function findWideBlocks(trusted: readonly AddressBlock[]): string[] {
  return trusted
    .filter(({ bytes, prefixLength }) => prefixLength < (bytes.length === 4 ? BLOCK_BITS_MIN[4] : BLOCK_BITS_MIN[16]))
    .map(describeBlock);
}

const PLAIN_IPV4 = /^\d{1,3}(?:\.\d{1,3}){3}$/;

function contains({ bytes, prefixLength }: AddressBlock, address: Uint8Array): boolean {
  if (bytes.length !== address.length) return false;
  for (let index = 0, bits = prefixLength; bits > 0; index += 1, bits -= 8) {
    const shift = Math.max(0, 8 - bits);
    if ((bytes[index] ?? 0) >> shift !== (address[index] ?? 0) >> shift) return false;
  }
  return true;
}

function isWithin(address: Uint8Array, blocks: readonly AddressBlock[]): boolean {
  return blocks.some((block) => contains(block, address));
}

/** Reads one hop of `X-Forwarded-For`, which some proxies write with the port. */
function parseHop(text: string): Uint8Array | null {
  const hop = text.trim();
  return parseIpAddress(hop) ??
    parseIpAddress(/^\[([^\]]+)\](?::\d+)?$|^([\d.]+):\d+$/.exec(hop)?.slice(1).join("") ?? "");
}

/** What a request is counted under. */
export interface ClientAddress {
  /** An IPv4 address, or the first 64 bits of an IPv6 one, because that is the least that one customer gets (RFC 6177). */
  readonly name: string;
  /** The blocks that one customer may have as a whole, the widest first; IPv4 has none. */
  readonly blocks: readonly string[];
}

const NO_BLOCKS: readonly string[] = [];

function nameOf(address: Uint8Array): ClientAddress {
  if (address.length === 4) return { name: address.join("."), blocks: NO_BLOCKS };
  const groups = [0, 2, 4, 6].map((index) => (address[index] ?? 0) << 8 | (address[index + 1] ?? 0));
  const nameBlock = (groups: readonly number[], bits: number) =>
    `${groups.map((group) => group.toString(16)).join(":")}::/${bits}`;
  const site = groups.slice(0, 3);
  return {
    name: nameBlock(groups, 64),
    blocks: [nameBlock(site, 48), nameBlock([...site, (groups[3] ?? 0) & 0xff00], 56)],
  };
}

/**
 * Finds under which name to count a request that came from `remote`, and whether a trusted proxy brought it.
 * A hop that cannot be read ends the search at the proxy that passed it on.
 */
export function findClientAddress(
  remote: string,
  forwardedFor: string | null,
  trusted: readonly AddressBlock[],
): ClientAddress & { readonly isProxied: boolean } {
  // Most servers, most of the time: the system writes an IPv4 address in one form, its name.
  const isPlain = trusted.length === 0 && PLAIN_IPV4.test(remote);
  let address = isPlain ? null : parseIpAddress(remote);
  if (address === null) return { name: remote, blocks: NO_BLOCKS, isProxied: false }; // Or a Unix socket, with none.
  const isProxied = isWithin(address, trusted);
  let rest = isProxied ? forwardedFor ?? "" : "";
  while (rest !== "" && isWithin(address, trusted)) {
    const comma = rest.lastIndexOf(",");
    const hop = parseHop(rest.slice(comma + 1));
    if (hop === null) break;
    address = hop;
    rest = rest.slice(0, Math.max(0, comma));
  }
  return { ...nameOf(address), isProxied };
}

/** Tells whether a proxy that is trusted says that the request came to it by HTTPS. */
export function isTlsRequest({ isProxied }: { readonly isProxied: boolean }, headers: Headers): boolean {
  return isProxied && headers.get("x-forwarded-proto")?.toLowerCase() === "https";
}

/** Where a proxy of one's own is: loopback, private and unique local addresses (RFC 1918, RFC 4193). */
const OWN_NETWORKS = ["127.0.0.0/8", "::1", "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "fc00::/7"]
  .map(parseAddressBlock).filter((block) => block !== null);

/** Tells whether `remote` looks like a proxy of one's own that was forgotten among the trusted ones. */
export function isForgottenProxy(
  remote: string,
  forwardedFor: string | null,
  trusted: readonly AddressBlock[],
): boolean {
  const address = forwardedFor === null ? null : parseIpAddress(remote);
  return address !== null && isWithin(address, OWN_NETWORKS) && !isWithin(address, trusted);
}

/**
 * Tells whether a request names as its sender an address of the very block that its proxy is trusted for: then somebody
 * who is no proxy is in it, and can name any address. Blocks of one address have no room for that.
 */
export function isSenderTrusted(
  remote: string,
  forwardedFor: string | null,
  trusted: readonly AddressBlock[],
): boolean {
  const address = forwardedFor === null ? null : parseIpAddress(remote);
  const sender = forwardedFor === null ? null : parseHop(forwardedFor.split(",", 1)[0] ?? "");
  if (address === null || sender === null) return false;
  return trusted.some((block) =>
    block.prefixLength < block.bytes.length * 8 && contains(block, address) && contains(block, sender)
  );
}
