/** What a link needs of the call that it carries, and what it reports; `calls.ts` gives both. */

import type { CallId, PeerId, PeerMessage, TabId } from "../signaling/protocol.ts";
import type { CallEvent } from "./call.ts";
import type { NumberedMessage } from "./channel.ts";
import type { ConnectionSettings } from "./connection.ts";
import type { ConnectionsOptions } from "./connections.ts";
import type { Credit } from "./credit.ts";
import type { MediaPath } from "./state.ts";

export type LinkHandlers = {
  deliver(message: NumberedMessage): void;
  event(event: CallEvent): void;
  /** Sends through the server; what does not go now is repeated after the next registration. */
  sendByServer(message: PeerMessage): void;
  /** The path is in doubt, and so may be the socket. */
  doubt(): void;
  pathChanged(path: MediaPath | null): void;
};

export type LinkOptions = {
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
  readonly now: () => number;
  /** The ICE servers to use for a connection that is made now. */
  readonly settings: () => ConnectionSettings;
  readonly prove: ConnectionsOptions["prove"];
  readonly handlers: LinkHandlers;
};
