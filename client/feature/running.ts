/**
 * A feature as it runs in one call: what it sends there, what waits for it, and the call's line as it has it, on which
 * whatever it says and sends bears its name. Used by `call_features.ts`, which decides when it begins and ends.
 */

import type { PeerId } from "../../signaling/protocol.ts";
import { attempt } from "../bounds/attempt.ts";
import type { StreamTaker } from "../bulk/line_streams.ts";
import type { CallMessage } from "../call/call.ts";
import type { Feature, FeatureEntry, FeatureLine } from "./feature.ts";
import type { Tracks } from "../media/source.ts";
import { encodeFeature } from "./spelling.ts";
import type { ByteWriter } from "../streams/stream_writer.ts";

/** What a call's line does for features. */
export type SpeakingLine = {
  /** Says it, once and in order; false if it can be said no more. */
  send(message: CallMessage, options: { readonly isLatest: boolean }): boolean;
  /** Says it for a feature by the connection alone, once; false while the other end is not heard there. */
  sendDirect(feature: string, body: object): boolean;
  openStream(label: string): Promise<ByteWriter>;
  offerStreams(name: string, take: StreamTaker): () => void;
  setTracks(tracks: Partial<Tracks>): void;
  readonly connections: {
    needPicture(lines: number | null): void;
    readonly current: ReturnType<FeatureLine["connection"]>;
  };
};

export type Act = (feature: Feature) => unknown;
/** `isAcked`: the other end has been told that it came, and so it is never dropped while it can still be done. */
export type Waiting = { readonly act: Act; readonly isAcked: boolean };
export type Running = {
  readonly remotePeerId: PeerId;
  stage: "loading" | "open" | "failed";
  feature: Feature | null;
  waiting: Waiting[];
  /** Resolves once it is open, or has failed. */
  loading: Promise<void>;
  failedAtMs: number;
  /** Takes no more streams for it. */
  refuseStreams: () => void;
  /** What it sends in the call, beside camera and microphone. */
  sent: Partial<Tracks>;
  /** Sends none of that any more. */
  withdraw: () => void;
};

export function end({ feature, refuseStreams }: Running): void {
  attempt("end a feature", () => feature?.close());
  attempt("refuse streams", refuseStreams);
}

/** The line as one feature has it: whatever it says and sends bears its name. */
export function createFeatureLine(
  entry: FeatureEntry,
  line: SpeakingLine,
  running: Running,
): Omit<FeatureLine, "sendTracks"> {
  return {
    send: (body, options = { isLatest: false }) => line.send(encodeFeature(entry, body), options),
    sendDirect: (body) => line.sendDirect(entry.name, body),
    needPicture: (lines) => line.connections.needPicture(lines),
    connection: () => line.connections.current,
    openStream: (label) => line.openStream(`${entry.name}/${label}`),
    offerStreams: (take) => {
      running.refuseStreams();
      running.refuseStreams = line.offerStreams(entry.name, take);
    },
  };
}
