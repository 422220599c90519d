/**
 * Packets of redundant sound (RFC 2198 §3): takes out what a browser has put into one, and makes another with more of what
 * went before. Pure; runs in `redundancy_worker.ts`.
 *
 *   header of each earlier block   F=1 | type (7) | timestamp offset (14) | length (10)
 *   header of the last block       F=0 | type (7)
 *   then the blocks themselves
 */

/** A piece of sound as it was encoded. */
export type Block = {
  /** RTP payload type of its codec. */
  readonly type: number;
  /** By the RTP clock of 48 kHz, 32 bits. */
  readonly timestamp: number;
  readonly data: Uint8Array;
};

const EARLIER_HEADER_BYTES = 4;
const OFFSET_MAX = 2 ** 14 - 1;
const LENGTH_MAX = 2 ** 10 - 1;
/** What a packet may hold and still pass any path in one piece. */
const PACKET_BYTES_MAX = 1_100;

/** Reads the newest block of a packet; null if this is none. */
export function readNewest(packet: Uint8Array, timestamp: number): Block | null {
  let at = 0;
  let before = 0;
  for (let first = packet[at] ?? -1; first >= 0; first = packet[at] ?? -1) {
    if ((first & 0x80) === 0) {
      const begin = at + 1 + before;
      return begin < packet.length ? { type: first, timestamp, data: packet.slice(begin) } : null;
    }
    before += (((packet[at + 2] ?? 0) & 0x03) << 8) | (packet[at + 3] ?? 0);
    at += EARLIER_HEADER_BYTES;
  }
  return null;
}

/**
 * Makes a packet of a block and those before it.
 *
 * @param earlier the oldest first; those that are too old, too long or too many to name are left out
 */
export function writePacket(newest: Block, earlier: readonly Block[]): Uint8Array<ArrayBuffer> {
  const taken: Block[] = [];
  let bytes = 1 + newest.data.length;
  for (const block of earlier.toReversed()) {
    const offset = offsetOf(newest, block);
    const size = EARLIER_HEADER_BYTES + block.data.length;
    if (offset <= 0 || offset > OFFSET_MAX || block.data.length > LENGTH_MAX || bytes + size > PACKET_BYTES_MAX) break;
    taken.unshift(block);
    bytes += size;
  }
  const packet = new Uint8Array(bytes);
  let at = 0;
  for (const block of taken) {
    const [offset, length] = [offsetOf(newest, block), block.data.length];
    packet.set([0x80 | block.type, offset >> 6, ((offset & 0x3f) << 2) | (length >> 8), length & 0xff], at);
    at += EARLIER_HEADER_BYTES;
  }
  packet[at++] = newest.type;
  for (const { data } of [...taken, newest]) {
    packet.set(data, at);
    at += data.length;
  }
  return packet;
}

/** The clock goes round once a day. */
function offsetOf(newest: Block, block: Block): number {
  return (newest.timestamp - block.timestamp) >>> 0;
}
