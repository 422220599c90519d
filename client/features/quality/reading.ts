/** Reads from a connection's statistics what people hear, see and wait for (W3C webrtc-stats). Pure. */

import { type ConnectionStats, findPath, type MediaPath } from "../../connection/connection_stats.ts";

/** As counters stand. */
export type Reading = {
  readonly atMs: number;
  /** Of sound that came: packets, samples that were played, and those of them that were made up where somebody spoke. */
  readonly packets: number;
  readonly samples: number;
  readonly madeUp: number;
  /** What samples have waited before they were played, together, and how many did. */
  readonly waitedSeconds: number;
  readonly waited: number;
  readonly frozenSeconds: number;
  readonly receivedBytes: number;
  readonly sentBytes: number;
  readonly roundTripMs: number | null;
  readonly received: Picture | null;
  readonly sent: Picture | null;
  /** What the browser believes that the path takes, in bit/s; null where it does not say. */
  readonly available: number | null;
  /** The processor is what makes the own picture smaller. */
  readonly isBusy: boolean;
  readonly path: MediaPath | null;
  readonly codecs: readonly string[];
  /** What it is encrypted by; null where the browser does not say. */
  readonly cipher: string | null;
};

export type Picture = { readonly width: number; readonly height: number; readonly framesPerSecond: number };

/** What happened between two readings. */
export type Figures = {
  /** Share of the sound that was made up, 0 to 1; null where none came. */
  readonly lost: number | null;
  readonly bufferMs: number;
  /** In bit/s. */
  readonly receivedRate: number;
  readonly sentRate: number;
};

/** Of several sources of a kind the one of which most has come, or gone. */
function findMost(stats: ConnectionStats, type: string, kind: string, by: string) {
  return stats.filter((entry) => entry.type === type && entry.kind === kind)
    .toSorted((a, b) => (b[by] ?? 0) - (a[by] ?? 0))[0];
}

function sum(stats: ConnectionStats, type: string, by: string): number {
  return stats.reduce((bytes, entry) => entry.type === type ? bytes + (entry[by] ?? 0) : bytes, 0);
}

function readPicture(entry: ConnectionStats[number]): Picture | null {
  const { frameWidth: width, frameHeight: height, framesPerSecond = 0 } = entry ?? {};
  return width > 0 && height > 0 ? { width, height, framesPerSecond: Math.round(framesPerSecond) } : null;
}

export function readQuality(stats: ConnectionStats, atMs: number): Reading {
  const byId = new Map(stats.map((entry) => [entry.id, entry]));
  const transport = stats.find(({ type }) => type === "transport");
  const pair = byId.get(transport?.selectedCandidatePairId) ??
    stats.find(({ type, selected }) => type === "candidate-pair" && selected); // Firefox
  const sound = findMost(stats, "inbound-rtp", "audio", "packetsReceived");
  const sentSound = findMost(stats, "outbound-rtp", "audio", "packetsSent");
  const picture = findMost(stats, "inbound-rtp", "video", "framesPerSecond");
  const sentPicture = findMost(stats, "outbound-rtp", "video", "framesPerSecond");
  const roundTrip = pair?.currentRoundTripTime ??
    findMost(stats, "remote-inbound-rtp", "audio", "timestamp")?.roundTripTime;
  const codecs = [sound, sentSound, picture, sentPicture].flatMap((entry) => {
    const { mimeType } = byId.get(entry?.codecId) ?? {};
    return typeof mimeType === "string" ? [mimeType.split("/")[1] ?? ""] : [];
  });
  return {
    atMs,
    packets: sound?.packetsReceived ?? 0,
    samples: sound?.totalSamplesReceived ?? 0,
    madeUp: (sound?.concealedSamples ?? 0) - (sound?.silentConcealedSamples ?? 0),
    waitedSeconds: sound?.jitterBufferDelay ?? 0,
    waited: sound?.jitterBufferEmittedCount ?? 0,
    frozenSeconds: picture?.totalFreezesDuration ?? 0,
    receivedBytes: sum(stats, "inbound-rtp", "bytesReceived"),
    sentBytes: sum(stats, "outbound-rtp", "bytesSent"),
    roundTripMs: roundTrip === undefined ? null : 1_000 * roundTrip,
    received: readPicture(picture),
    sent: readPicture(sentPicture),
    available: sentPicture?.framesPerSecond > 0 ? pair?.availableOutgoingBitrate ?? null : null,
    isBusy: sentPicture?.qualityLimitationReason === "cpu",
    path: findPath(stats),
    codecs: [...new Set(codecs)],
    cipher: transport?.srtpCipher ?? null,
  };
}

/** Compares two readings of one connection. */
export function compareReadings(before: Reading, after: Reading): Figures {
  const grown = (key: "packets" | "samples" | "madeUp" | "waitedSeconds" | "waited" | "receivedBytes" | "sentBytes") =>
    Math.max(0, after[key] - before[key]);
  const seconds = Math.max(after.atMs - before.atMs, 1) / 1_000;
  const [samples, waited] = [grown("samples"), grown("waited")];
  return {
    // Where nothing comes at all nobody speaks, or the call says that it reconnects.
    lost: grown("packets") > 0 && samples > 0 ? Math.min(1, grown("madeUp") / samples) : null,
    bufferMs: waited > 0 ? 1_000 * grown("waitedSeconds") / waited : 0,
    receivedRate: 8 * grown("receivedBytes") / seconds,
    sentRate: 8 * grown("sentBytes") / seconds,
  };
}
