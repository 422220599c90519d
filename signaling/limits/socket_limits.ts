/**
 * How many sockets one address may have, and one block of addresses at most, given the process's memory.
 *
 * The runtime holds up to 64 MiB of a message that a socket never finishes, and frees it when the other end lets go. So
 * memory alone says how many sockets of one attacker can be borne. Pure; `server.ts` asks once, and `address_limits.ts`
 * enforces it.
 */

const MIB = 2 ** 20;
/** What one socket can pin, in bytes. */
const PINNED_BYTES_MAX = 64 * MIB;
/**
 * What must be left beside it, in bytes: 60 MiB measured for a process that does nothing, 160 for reading the end of one
 * message of 64 MiB, and the rest for everybody else's sockets.
 */
const RESERVED_BYTES = 256 * MIB;
/** One address gets no more than this part of what fits, so that a second one finds room as well. */
const ADDRESS_SHARE = 1 / 2;
/** Fewer would part a household; with less than 600 MiB even these are too many. */
const SOCKETS_MIN = 4;
const SOCKETS_MAX = 100;

export interface SocketLimits {
  /** For one IPv4 address, or one IPv6 /64; 0 means as many as it likes. */
  readonly sockets: number;
  /** For a block of addresses of any size, whatever multiple of `sockets` it would have; Infinity means no such bound. */
  readonly blockSocketsMax: number;
}

/**
 * Chooses them.
 * @param configured LIMIT_SOCKETS; null leaves it to the memory
 * @param share of `limitBytes` from which on no socket is opened, 0 to 1; 0 means that memory is not to count
 */
export function chooseSocketLimits(
  { configured, limitBytes, share }: { configured: number | null; limitBytes: number; share: number },
): SocketLimits {
  const room = share === 0 ? Infinity : Math.floor((limitBytes * share - RESERVED_BYTES) / PINNED_BYTES_MAX);
  const derived = Math.min(SOCKETS_MAX, Math.max(SOCKETS_MIN, Math.floor(room * ADDRESS_SHARE)));
  const sockets = configured ?? derived;
  return { sockets, blockSocketsMax: Math.max(sockets, room) };
}
