/**
 * The messages by which two ends set up a bulk connection (PROTOCOL.md, "Streams"). They travel as feature messages of
 * the call. Pure: it parses bodies that anybody may have written, and checks a description before a browser sees it.
 */

import { type IceCandidates, SDP_LENGTH_MAX } from "../../signaling/protocol.ts";
import { anyOf, count, is, readBy, shape, text } from "../../signaling/protocol/guards.ts";
import { isCandidates } from "../../signaling/protocol/peer_messages.ts";
import { checkDescription } from "../proof/description_check.ts";

/** `attempt` counts the connections that the end which makes them has made in this call, from 1. */
export type BulkSignal =
  /** To the end that makes connections: one is needed, and that one was the last, or none if it is 0. */
  | { readonly step: "ask"; readonly attempt: number }
  | { readonly step: "offer" | "answer"; readonly attempt: number; readonly sdp: string }
  | { readonly step: "candidates"; readonly attempt: number; readonly candidates: IceCandidates }
  /** No stream is on any more. */
  | { readonly step: "close"; readonly attempt: number }
  /** This end cannot do it. */
  | { readonly step: "unable"; readonly attempt: number };

const attempt = count();

/** Reads what the other end says; null for what is none of it. */
export const parseBulkSignal: (body: unknown) => BulkSignal | null = readBy(anyOf(
  shape({ step: is("ask"), attempt }),
  shape({ step: is("offer", "answer"), attempt, sdp: text(SDP_LENGTH_MAX) }),
  shape({ step: is("candidates"), attempt, candidates: isCandidates }),
  shape({ step: is("close"), attempt }),
  shape({ step: is("unable"), attempt }),
));

/** Reads the certificate of a description that carries data and nothing else; null if it is no such description. */
export function readDataFingerprint(sdp: string): string | null {
  const sections = sdp.split(/\r?\n/).filter((line) => line.startsWith("m="));
  if (sections.length !== 1 || !sections[0]?.startsWith("m=application ")) return null;
  return checkDescription(sdp).fingerprint;
}
