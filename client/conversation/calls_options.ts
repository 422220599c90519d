/** What calls need from the page, which `main.tsx` provides, and what they make lines for. */

import type { PeerId, PeerMessage, TabId } from "../../signaling/protocol.ts";
import type { AdmissionPolicy, Caller } from "../admission/admission.ts";
import type { Call, Offer } from "../call/call.ts";
import type { FeatureEntry } from "../feature/feature.ts";
import type { Identity } from "../identity/identity.ts";
import type { CallLineOptions } from "../line/call_line_options.ts";
import type { Media } from "../media/media.ts";
import type { RecentCalls } from "../kept/recent_calls.ts";
import type { FrontDoorOptions } from "../admission/front_door.ts";
import type { CallView } from "./call_views.ts";
import type { MissedCall } from "../kept/people/missed_calls.ts";

/** What a line is for. */
export type LineUse = {
  readonly isPatient?: boolean;
  /** The other end has called. */
  readonly isAnswering?: boolean;
  readonly isStranger?: boolean;
  /** The offer that it is made for, whose proof stands. */
  readonly proven?: Offer;
};

export type CallsOptions = {
  readonly localTabId: TabId;
  /** Who may ring where, and in how many calls a person may be at once. */
  readonly policy: AdmissionPolicy;
  readonly media: Pick<Media, "tracks" | "state" | "wantsVideo" | "open" | "close" | "rest" | "setCameraOn">;
  /** Wall-clock time, for people. */
  readonly now: () => number;
  /** A clock that nobody sets, for waiting and for how long people talk; may stand still while the machine sleeps. */
  readonly monotonicNow: () => number;
  /** How long ago the server was heard, in milliseconds; `Infinity` while there is no socket. */
  readonly serverHeardAgoMs: () => number;
  readonly createLookout: CallLineOptions["createLookout"];
  /** The calls in which this browser was connected not long ago. */
  readonly recentCalls: Pick<RecentCalls, "note" | "forget" | "answer" | "drop"> & FrontDoorOptions["recentCalls"];
  /** Sends through the server; what does not go is repeated. */
  readonly send: (message: PeerMessage) => void;
  /** The key that proves the calls of this end. */
  readonly identity: () => Pick<Identity, "sign" | "lifetime">;
  readonly localName: () => string | null;
  /** What this page can do in calls beside talking. */
  readonly features: readonly FeatureEntry[];
  /** Their names and those of what lines can do by themselves, which other ends are told. */
  readonly toldFeatures: readonly string[];
  /** The key that an ID is known by; null for one that this browser has not talked with. */
  readonly knownKey: (peerId: PeerId) => string | null;
  /** Whom this browser knows, and whom the person has blocked. */
  readonly callerOf: (peerId: PeerId) => Caller;
  /** Whether the person types, or is about to call somebody else whose link opened the page. */
  readonly isAbsorbed: (callerId: PeerId) => boolean;
  /** Whether the person is not to be disturbed now, by this caller. */
  readonly isQuiet: (callerId: PeerId) => boolean;
  /** By what this end asks somebody to be let in: undefined where it just rings. */
  readonly entryTo: (peerId: PeerId) => string | undefined;
  /** Whether the person lets who has made an offer ring: null, or what its caller is told. */
  readonly refusalOf: FrontDoorOptions["refusalOf"];
  readonly isRelayOnly: () => boolean;
  /** Whether this browser makes connections. */
  readonly hasWebRtc: () => boolean;
  /** It has turned out to make none. */
  readonly onNoWebRtc: () => void;
  /** The person has made sure who the other end of a call is: it is they, or it is not. */
  readonly onJudged: (call: Call, judgement: { readonly isSame: boolean }) => void;
  /** Whether this page has a line to the server: without, silence says nothing of the other end. */
  readonly isRegistered: () => boolean;
  /** Called with every call there is, oldest first, when another is there or one is gone; each shows by itself how it changes. */
  readonly onChange: (calls: readonly CallView[]) => void;
  readonly onMissed: (call: MissedCall) => void;
  /** Called when a call came that nobody has proved to be the caller's. */
  readonly onUnverified: () => void;
  /** Called when the socket may be worse than it looks: a connection is in doubt, or a call waits for word. */
  readonly onDoubt: () => void;
};
