/** The state of the line to the server, and what the server itself has said about it. Pure. */

import type { ErrorCode } from "../../signaling/protocol.ts";

/**
 * `connecting`: no socket yet; `registered`: can call and be called; `lost`: the socket is gone, trying again;
 * `refused`: the server does not take this page's proof, because it does not know itself by the name in the address
 * bar, trying again; `limited`: too much has come from this network, waiting as told; `replaced`: too many newer tabs
 * share the ID, idle until this one is looked at; `incomplete`: the page's own code did not load, so it cannot be
 * called.
 */
export type SignalingStatus =
  | "connecting"
  | "registered"
  | "lost"
  | "refused"
  | "limited"
  | "replaced"
  | "incomplete";

/** What the server says when it closes a socket that it does not want for now. */
const TOLD: Partial<Record<ErrorCode, SignalingStatus>> = {
  "replaced": "replaced",
  "bad-signature": "refused",
  "rate-limited": "limited",
};

/** `say` tells why the server opens no socket, in place of the usual word; null where that will do. */
export type Standing = { readonly status: SignalingStatus; readonly say: (() => string) | null };

export const CONNECTING: Standing = { status: "connecting", say: null };

export type StandingEvent =
  | { type: "registered" }
  /** The socket is gone: `code` is of the last error that came on it; `isUnheard` if not a word came. */
  | { type: "lost"; code: ErrorCode | undefined; isUnheard: boolean }
  /** It was asked why the last socket did not open; `say` is null where nothing was found out. */
  | { type: "told"; say: (() => string) | null }
  | { type: "incomplete" };

/** Says how the page stands after an event; where nothing is new, as it did. */
export function stepStanding(standing: Standing, event: StandingEvent): Standing {
  const { status } = standing;
  if (status === "incomplete") return standing; // Without its own code no socket is of use.
  switch (event.type) {
    case "lost":
      // What is said stands until the answer comes.
      if (event.isUnheard && status !== "registered") return standing;
      return { status: (event.code && TOLD[event.code]) ?? "lost", say: null };
    case "told":
      return status === "registered" ? standing : { status: "lost", say: event.say };
    default:
      return { status: event.type, say: null };
  }
}
