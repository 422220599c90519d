/** What calls need of the page around them, which `main.tsx` gives, and what they make links for. */

import type { PeerId, PeerMessage, TabId } from "../signaling/protocol.ts";
import type { Caller } from "./admission.ts";
import type { Offer } from "./call.ts";
import type { Identity } from "./identity.ts";
import type { Media } from "./media.ts";
import type { CallView, MissedCall } from "./state.ts";

/** What a link is for. */
export type LinkUse = {
  readonly isPatient?: boolean;
  /** The other end has called. */
  readonly isAnswering?: boolean;
  readonly isStranger?: boolean;
  /** The offer that it is made for, whose proof stands. */
  readonly proven?: Offer;
};

export type CallsOptions = {
  readonly localTabId: TabId;
  readonly media: Pick<Media, "tracks" | "state" | "wantsVideo" | "open" | "close">;
  /** Wall-clock time, for people. */
  readonly now: () => number;
  /** A clock that nobody sets, for waiting. */
  readonly monotonicNow: () => number;
  /** Sends through the server; what does not go is repeated. */
  readonly send: (message: PeerMessage) => void;
  /** The key that proves the calls of this end. */
  readonly identity: () => Pick<Identity, "sign" | "lifetime">;
  readonly localName: () => string | null;
  /** The key that an ID is known by; null for one that this browser has not talked with. */
  readonly knownKey: (peerId: PeerId) => string | null;
  /** Whom this browser knows, and whom the person has blocked. */
  readonly callerOf: (peerId: PeerId) => Caller;
  /** Whether the person types, or is about to call somebody else whose link opened the page. */
  readonly isAbsorbed: (callerId: PeerId) => boolean;
  readonly isRelayOnly: () => boolean;
  /** Called with every call there is whenever one changes, oldest first. */
  readonly onChange: (calls: readonly CallView[]) => void;
  readonly onMissed: (call: MissedCall) => void;
  /** Called when a call came that nobody has proved to be the caller's. */
  readonly onUnverified: () => void;
  /** Called when the socket may be worse than it looks: a connection is in doubt, or a call waits for word. */
  readonly onDoubt: () => void;
};
