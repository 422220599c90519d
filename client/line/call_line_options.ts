/** What a line needs from its call, and what it reports; `calls.ts` provides both. */

import type { CallId, PeerId, PeerMessage, TabId } from "../../signaling/protocol.ts";
import type { CallEvent } from "../call/call.ts";
import type { BulkOptions } from "../bulk/bulk_options.ts";
import type { ConnectionSettings } from "../connection/connection.ts";
import type { ConnectionsOptions } from "../connection/connections_options.ts";
import type { Credit } from "../bounds/credit.ts";
import type { FeatureEntry } from "../feature/feature.ts";
import type { Lookout, LookoutOptions } from "./lookout.ts";
import type { Verdict } from "../proof/claim_check.ts";
import type { ProofGateOptions } from "../proof/proof_gate.ts";
import type { MediaPath } from "../connection/connection_stats.ts";

export type CallLineHandlers = {
  /** Whether another message of that feature may be taken now. */
  mayTake(feature: string): boolean;
  /** Takes what a feature of the other end's says by the connection alone. */
  receiveDirect(feature: string, body: unknown): void;
  /** Takes each message of the other end in order, with the word on its proof; one that needs none counts as proven. */
  receive(message: PeerMessage, verdict: Verdict): void;
  event(event: CallEvent): void;
  /** Sends through the server; what does not go now is repeated after the next registration. */
  sendByServer(message: PeerMessage): void;
  /** The path is in doubt, and so may be the socket. */
  doubt(): void;
  pathChanged(path: MediaPath | null): void;
};

export type CallLineOptions = {
  readonly callId: CallId;
  readonly tabId: TabId;
  readonly localPeerId: PeerId;
  readonly remotePeerId: PeerId;
  /** Keeps trying while nobody is connected under the remote ID. */
  readonly isPatient: boolean;
  /** The remote peer has placed the call. */
  readonly isAnswering: boolean;
  /** The remote peer's, for all that they make this end say. */
  readonly credit: Credit;
  /** Those of this page. */
  readonly features: readonly FeatureEntry[];
  readonly now: () => number;
  /** How long ago the server was heard, in milliseconds; `Infinity` while there is no socket. */
  readonly serverHeardAgoMs: () => number;
  /** The ICE servers to use for a connection that is made now. */
  readonly settings: () => ConnectionSettings;
  readonly createLookout: (options: LookoutOptions) => Lookout | null;
  readonly prove: ConnectionsOptions["prove"];
  /** What the other end's descriptions are held to. */
  readonly gate: Omit<ProofGateOptions, "deliver">;
  /** What the other end has proved and told of itself; null before the call was accepted, and after it. */
  readonly provenEnd: BulkOptions["provenEnd"];
  /** Opens the feature of which the other end begins a stream. */
  readonly openFeature: BulkOptions["openFeature"];
  readonly handlers: CallLineHandlers;
};
