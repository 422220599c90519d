/** What a bulk connection needs from its call; the line provides it. */

import type { ConnectionSettings } from "../connection/connection.ts";
import type { TabId } from "../../signaling/protocol.ts";
import type { BulkSignal } from "./bulk_signal.ts";

/** What the other end of a call has proved and told of itself. */
export type ProvenEnd = {
  /** The tab that the call is with: what another says is none of it. */
  readonly remoteTabId: TabId | null;
  readonly remoteFingerprint: string | null;
  readonly remoteFeatures: readonly string[] | null;
};

export type BulkOptions = {
  /** This end makes the connections. */
  readonly isMaker: boolean;
  readonly now: () => number;
  /** What the call's own connections are made with now. */
  readonly settings: () => ConnectionSettings;
  /** The certificate of the call's connections; null before there is one. */
  readonly certificate: () => RTCCertificate | null;
  /** What the other end has proved and told of itself; null unless the call was accepted and is on. */
  readonly provenEnd: () => ProvenEnd | null;
  /** Whether the call's own path is alive: without, the two ends have more to say than this. */
  readonly isPathAlive: () => boolean;
  readonly send: (signal: BulkSignal) => void;
  /**
   * Opens the feature that streams of this name are for. Null if there is none to be opened; else resolves once it is
   * open, or cannot be.
   */
  readonly openFeature: (name: string) => Promise<void> | null;
};
