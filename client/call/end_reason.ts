/** The reasons for which calls end; each has its own sentence in `end_sentences.ts`. */

/** Why a call ended, as seen from here. */
export type EndReason =
  | "hung-up" // by the local person
  | "remote-hung-up"
  | "cancelled" // the caller gave up before an answer; by whom, `isOutgoing` tells
  | "vanished" // the caller is not there any more; it rings again if they come back
  | "too-late" // the person here accepted when the caller had gone
  | "declined" // the callee said no; by whom, `isOutgoing` tells
  | "busy"
  | "contacts-only" // only the callee's contacts ring there
  | "unanswered" // nobody answered in 45 s; a missed call where `isOutgoing` is false
  | "answered-elsewhere" // another tab or device of the local ID has it
  | "declined-elsewhere"
  | "unavailable" // nobody is connected under that ID, or any more
  | "held-back" // the relay let no more through to them from this network
  | "unsupported" // the other page takes no calls
  | "incompatible" // one of the two browsers could not use what the other sent
  | "keyless" // this page has no key to prove itself with
  | "no-webrtc" // this browser makes no connections
  | "unprepared" // this browser could not set up this one
  | "offline" // this page could not reach the server, so that nobody heard of the call
  | "unverified" // what came was not signed by the ID it named
  | "other-key" // it was signed, by another key than that ID had before
  | "remote-unverified" // the other end found that of what came from here
  | "words-differed" // the person compared, and somebody may be in between
  | "flooded" // the other end sent far more than a call needs
  | "remote-flooded" // the other end found that of this one
  | "lost" // the connection did not come back
  | "page-gone" // the page at the other end was closed, or opened again
  | "over" // the call that was to be gone on with is over at the other end
  | "failed"; // no connection could be made

/** Whether somebody rang here who would have liked an answer. */
export function isMissed({ isOutgoing, endReason }: { isOutgoing: boolean; endReason: EndReason | null }): boolean {
  return !isOutgoing && /^(?:cancelled|vanished|busy|unanswered)$/.test(endReason ?? "");
}
