/**
 * What an end tells of itself in its offer or answer: the features that it has, and the call that an offer goes on with.
 * Each is an attribute of the session that browsers ignore (RFC 8866 §5.13: what is not understood must be). They stand
 * there because a description is proved as a whole: nobody on the way can take one out or put one in, and a page that
 * knows other features, or of none, checks the proof all the same. Pure.
 */

import { type CallId, FEATURES_MAX, isCallId, isTypeName } from "../../signaling/protocol.ts";

const ATTRIBUTE = "a=video-calling-features:";
/** What an offer says by which its caller asks to be let in. */
export const ENTRY = "a=video-calling-entry:";
const REJOINS = "a=video-calling-rejoins:";
/** What a page tells that can go on with a call of a page before it. */
export const REJOIN = "rejoin";

/** Writes the features into a description that was made here, before its first section. */
export function tellFeatures<T extends { readonly sdp: string }>(description: T, features: readonly string[]): T {
  if (features.length === 0) return description;
  return tell(description, ATTRIBUTE + features.slice(0, FEATURES_MAX).join(" "));
}

/** Writes into an offer that it goes on with a call which this end had before its page was closed. */
export function tellRejoined<T extends { readonly sdp: string }>(description: T, callId: CallId): T {
  return tell(description, REJOINS + callId);
}

/** Writes into an offer by what its caller asks to be let in; see `client/model/entry.ts`. */
export function tellEntry<T extends { readonly sdp: string }>(description: T, entry: string | undefined): T {
  return entry === undefined ? description : tell(description, ENTRY + entry);
}

function tell<T extends { readonly sdp: string }>(description: T, line: string): T {
  return { ...description, sdp: description.sdp.replace(/^(?=m=)/m, `${line}\r\n`) };
}

/** Reads the features that the other end has told; null of a page that tells none, which is older than features are. */
export function readFeatures(sdp: string): readonly string[] | null {
  return readLine(sdp, ATTRIBUTE)?.split(" ").filter(isTypeName).slice(0, FEATURES_MAX) ?? null;
}

/** Reads which call an offer goes on with; null if it begins one. */
export function readRejoined(sdp: string): CallId | null {
  const callId = readLine(sdp, REJOINS);
  return isCallId(callId) ? callId : null;
}

/** Reads an attribute of the session; undefined where there is none. */
export function readLine(sdp: string, attribute: string): string | undefined {
  const [session = ""] = sdp.split(/^m=/m, 1);
  return session.split(/\r?\n/).find((each) => each.startsWith(attribute))?.slice(attribute.length);
}
