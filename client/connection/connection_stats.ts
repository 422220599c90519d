/** Reads a connection's statistics (W3C webrtc-stats) and evens out the differences between browsers. */

/** How the media travels: straight between the browsers or through a relay, and over which transport. */
export type MediaPath = { readonly kind: "direct" | "relayed"; readonly protocol: "udp" | "tcp" | "tls" };

// deno-lint-ignore no-explicit-any -- The DOM types know only some of the statistics' fields.
export type ConnectionStats = readonly any[];

/** Reads all entries; none of a connection that is closed. */
export async function readStats(pc: RTCPeerConnection): Promise<ConnectionStats> {
  return pc.connectionState === "closed" ? [] : [...(await pc.getStats()).values()];
}

/** Counts the packets of media that have come in. */
export function countMediaPackets(stats: ConnectionStats): number {
  return stats.reduce(
    (sum, { type, packetsReceived }) => type === "inbound-rtp" ? sum + (packetsReceived ?? 0) : sum,
    0,
  );
}

/** Finds which way the media goes (`#dom-rtcicecandidatepairstats`); null before it is known. */
export function findPath(stats: ConnectionStats): MediaPath | null {
  const byId = new Map(stats.map((entry) => [entry.id, entry]));
  const transport = stats.find((entry) => entry.type === "transport");
  const pair = byId.get(transport?.selectedCandidatePairId) ??
    stats.find((entry) => entry.type === "candidate-pair" && entry.selected); // Firefox
  const local = byId.get(pair?.localCandidateId);
  const remote = byId.get(pair?.remoteCandidateId);
  if (local === undefined || remote === undefined) return null;
  const isRelayed = local.candidateType === "relay" || remote.candidateType === "relay";
  const protocol = local.candidateType === "relay" ? local.relayProtocol : local.protocol;
  return {
    kind: isRelayed ? "relayed" : "direct",
    protocol: protocol === "tcp" || protocol === "tls" ? protocol : "udp",
  };
}
