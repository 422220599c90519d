/** Reads from a connection's statistics how what it sends fares (W3C webrtc-stats). Pure. */

import type { LossReport } from "./redundancy.ts";
import type { Measured } from "./ladder.ts";

// deno-lint-ignore no-explicit-any -- The DOM types know only some of the statistics' fields.
type Entries = readonly any[];

/** `at` tells one report of the other end's from the next. */
export type SendingReport = Measured & {
  /** What the sound is encoded at, in bit/s; null where the browser does not say. */
  readonly soundBitrate: number | null;
  /** The path leads through a relay. */
  readonly isRelayed: boolean;
  readonly report: LossReport & { readonly at: unknown } | null;
};

export function readSending(entries: Entries): SendingReport {
  const pair =
    entries.find(({ id }) => id === entries.find(({ type }) => type === "transport")?.selectedCandidatePairId) ??
      entries.find(({ type, selected }) => type === "candidate-pair" && selected);
  const ends = [pair?.localCandidateId, pair?.remoteCandidateId];
  const reports = entries.filter(({ type, fractionLost }) =>
    type === "remote-inbound-rtp" && fractionLost !== undefined
  );
  const newest = reports.toSorted((a, b) => b.timestamp - a.timestamp)[0];
  const pictures = entries.filter(({ type, kind }) => type === "outbound-rtp" && kind === "video");
  return {
    soundBitrate:
      entries.find(({ type, kind, targetBitrate }) => type === "outbound-rtp" && kind === "audio" && targetBitrate > 0)
        ?.targetBitrate ?? null,
    isRelayed: entries.some(({ id, candidateType }) => candidateType === "relay" && ends.includes(id)),
    available: pair?.availableOutgoingBitrate ?? null,
    isBusy: pictures.some(({ qualityLimitationReason }) => qualityLimitationReason === "cpu"),
    report: newest === undefined ? null : {
      at: newest.timestamp,
      loss: newest.fractionLost,
      roundTripSeconds: pair?.currentRoundTripTime ?? newest.roundTripTime ?? null,
    },
  };
}
