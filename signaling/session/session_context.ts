/**
 * What a session is given: what all sessions of a server share, and what each has of its own. `socket_route.ts` makes
 * both.
 */

import type { Share } from "../limits/address_limits.ts";
import type { Online, Origin, Receipt } from "../bus/bus.ts";
import type { Counters } from "../monitoring/counters.ts";
import type { Clock, Deadlines } from "./deadlines.ts";
import type { OfferIceServers } from "../ice/ice_servers.ts";
import type { PairBudgets } from "../limits/pair_budgets.ts";
import type { SendPush } from "../push/push_requests.ts";
import type { MessageLimits, PeerId, PresenceTopic } from "../protocol.ts";

/** The part of a WebSocket that a session uses. */
export interface Socket {
  readonly bufferedAmount: number;
  send(text: string): void;
  close(code: number, reason: string): void;
}

/** The part of the relay that a session uses. */
export interface Router<Session> {
  join(peerId: PeerId, session: Session): void | Promise<void>;
  leave(peerId: PeerId, session: Session): void;
  route(peerId: PeerId, text: string, sender: PeerId, origin: Origin): Receipt | Promise<Receipt>;
  findOnline(topics: readonly PresenceTopic[]): Online | Promise<Online>;
}

/** Common to all sessions of a server. */
export interface SessionContext<Session> {
  readonly router: Router<Session>;
  readonly clock: Pick<Clock, "performance">;
  /** Which they wait in until they are registered. */
  readonly deadlines: Deadlines;
  /** Makes the list of ICE servers; called for each answer that carries one, since it holds credentials that expire. */
  readonly offerIceServers: OfferIceServers;
  /** What clients are told when they register: how much they may say, and whether they can push. */
  readonly announced: { readonly limits?: MessageLimits; readonly push?: boolean };
  /** Posts to push services; null where nothing does. */
  readonly sendPush: SendPush | null;
  /** What each address may send to each ID, and strangers to each session. */
  readonly pairBudgets: PairBudgets;
  /** Where they count what they do. */
  readonly counters: Counters;
  /** Called when a proof was made for none of the host names; see `SessionOptions`. */
  readonly onOtherHost: (hosts: readonly string[]) => void;
  /** Called once for each, when it is over for whichever reason. */
  readonly onClosed: (session: Session) => void;
}

/** One session's own. */
export interface SessionOptions {
  readonly socket: Socket;
  /** What this socket, and the address that it comes from, may do. */
  readonly share: Share;
  /** The handshake's `Host`, lower-case; undefined if it had none. */
  readonly host: string | undefined;
  /** Host names that a registration may be signed for, lower-case. */
  readonly hosts: readonly string[];
}
