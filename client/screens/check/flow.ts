/**
 * A call within the page: two connections, and a steady flow of packets over a data channel without order or repeats.
 * So lost packets stay lost and can be counted.
 */

import { medianOf } from "./socket.ts";
import type { FlowMeasure } from "./verdict.ts";

const CONNECT_TIMEOUT_MS = 10_000;
/** 125 packets of 1,000 bytes in a second make a megabit: a modest video call. */
const PACKET_BYTES = 1_000;
const PACKETS_PER_SECOND = 125;
const SEND_EVERY_MS = 8;
/** How long the last packets may still take. */
const LINGER_MS = 600;
const CHANNEL: RTCDataChannelInit = { negotiated: true, id: 0, ordered: false, maxRetransmits: 0 };

/** Measures a flow between two connections with this configuration; null if they do not connect. */
export async function measureFlow(configuration: RTCConfiguration, durationMs: number): Promise<FlowMeasure | null> {
  if (typeof RTCPeerConnection === "undefined") return null; // Some extensions take it away.
  const near = new RTCPeerConnection(configuration);
  const far = new RTCPeerConnection(configuration);
  try {
    const [nearChannel, farChannel] = [
      near.createDataChannel("check", CHANNEL),
      far.createDataChannel("check", CHANNEL),
    ];
    if (!await connect(near, far, nearChannel)) return null;
    const flow = await run(nearChannel, farChannel, durationMs);
    return flow.received === 0 ? null : {
      kilobitsPerSecond: flow.received * PACKET_BYTES * 8 / durationMs,
      lossRatio: 1 - flow.received / flow.sent,
      roundTripMs: medianOf(flow.roundTripsMs),
      relayProtocol: await readRelayProtocol(near),
    };
  } finally {
    near.close();
    far.close();
  }
}

async function connect(near: RTCPeerConnection, far: RTCPeerConnection, channel: RTCDataChannel): Promise<boolean> {
  for (const [from, to] of [[near, far], [far, near]] as const) {
    from.onicecandidate = ({ candidate }) => {
      if (candidate !== null) to.addIceCandidate(candidate).catch(() => {}); // One that is of no use costs a path.
    };
  }
  const isOpen = new Promise<boolean>((resolve) => {
    channel.onopen = () => resolve(true);
    setTimeout(() => resolve(false), CONNECT_TIMEOUT_MS);
  });
  // In this order, a candidate never comes before the description that it belongs to.
  const offer = await near.createOffer();
  await far.setRemoteDescription(offer);
  await near.setLocalDescription(offer);
  const answer = await far.createAnswer();
  await near.setRemoteDescription(answer);
  await far.setLocalDescription(answer);
  return await isOpen;
}

async function run(
  near: RTCDataChannel,
  far: RTCDataChannel,
  durationMs: number,
): Promise<{ sent: number; received: number; roundTripsMs: number[] }> {
  const flow = { sent: 0, received: 0, roundTripsMs: [] as number[] };
  near.binaryType = far.binaryType = "arraybuffer";
  if (far.readyState !== "open") await new Promise((resolve) => far.onopen = resolve);
  // Each packet starts with the time it left at, and comes back as that alone.
  far.onmessage = ({ data }: MessageEvent<ArrayBuffer>) => {
    flow.received++;
    if (far.readyState === "open") far.send(data.slice(0, 8));
  };
  near.onmessage = ({ data }: MessageEvent<ArrayBuffer>) => {
    flow.roundTripsMs.push(performance.now() - (new Float64Array(data)[0] ?? 0));
  };
  const startedAtMs = performance.now();
  await new Promise<void>((resolve) => {
    const timer = setInterval(() => {
      const elapsedMs = Math.min(performance.now() - startedAtMs, durationMs);
      for (; flow.sent < elapsedMs * PACKETS_PER_SECOND / 1_000 && near.readyState === "open"; flow.sent++) {
        const packet = new Float64Array(PACKET_BYTES / 8);
        packet[0] = performance.now();
        near.send(packet);
      }
      if (elapsedMs < durationMs && near.readyState === "open") return;
      clearInterval(timer);
      setTimeout(resolve, LINGER_MS);
    }, SEND_EVERY_MS);
  });
  return flow;
}

/** Reads how this end reaches its relay (W3C webrtc-stats `#dom-rtcicecandidatestats-relayprotocol`). */
async function readRelayProtocol(connection: RTCPeerConnection): Promise<FlowMeasure["relayProtocol"]> {
  const stats: Map<string, { type: string; localCandidateId?: string; state?: string; nominated?: boolean }> = new Map(
    await connection.getStats() as unknown as Iterable<[string, never]>,
  );
  for (const { type, state, nominated, localCandidateId = "" } of stats.values()) {
    if (type !== "candidate-pair" || state !== "succeeded" || nominated !== true) continue;
    const { relayProtocol } = stats.get(localCandidateId) as { relayProtocol?: "udp" | "tcp" | "tls" };
    return relayProtocol ?? null;
  }
  return null;
}
