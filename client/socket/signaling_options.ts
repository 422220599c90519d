/** What the line to the server is given, and what it reports; `main.tsx` joins them. */

import type { IceServer, MessageLimits, PeerId, SealedMessage, ServerMessage } from "../../signaling/protocol.ts";
import type { Identity } from "../identity/identity.ts";

export type ServerError = Extract<ServerMessage, { type: "error" }>;

export type SignalingHandlers = {
  /** `limits` are those of the fresh socket; undefined for none. */
  registered(id: PeerId, iceServers: readonly IceServer[], limits: MessageLimits | undefined): void;
  /** Fresh credentials, before the old ones expire. */
  iceServers(iceServers: readonly IceServer[]): void;
  /**
   * No socket is registered any more; another is on its way. `error` when the server refused with a reason; `isUnheard`
   * when the socket failed without a word from the server, which may have refused the handshake.
   */
  lost(error: ServerError | null, how: { readonly isUnheard: boolean }): void;
  /** Of a peer's message, whose type this page may not know, the envelope is read. */
  message(message: SealedMessage): void;
  error(error: ServerError): void;
};

export type SignalingOptions = {
  readonly url: string;
  /** The host that the page was loaded from; signed, so that another server cannot pass the proof on. */
  readonly host: string;
  readonly identity: Pick<Identity, "lifetime" | "prove">;
  /** Gives what others may find the page's sessions by, as it is kept: a presence topic, or anything else for none. */
  readonly presenceTopic?: () => unknown;
  readonly handlers: SignalingHandlers;
  readonly now: () => number;
  readonly random: () => number;
  /** Whether a call is on, so that a lost socket is missed more. */
  readonly isUrgent: () => boolean;
  readonly createSocket?: (url: string) => WebSocket;
};
