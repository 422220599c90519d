/** Makes one of a call's connections, with what is known of it, and has what it reports go where it belongs. */

import type { ConnectionId, IceCandidates } from "../../signaling/protocol.ts";
import type { AnyConnection, ConnectionsOptions } from "./connections_options.ts";
import type { RemoteTracks } from "../transceivers/remote_streams.ts";

/** One of a call's connections, and how far it has come. */
export type Entry = {
  readonly connectionId: ConnectionId | null;
  readonly connection: AnyConnection;
  readonly remoteTracks: RemoteTracks;
  readonly isOwn: boolean;
  readonly beganAtMs: number;
  /** Whether the other end was heard when this one began, and no network had changed: one may have since. */
  readonly beganHeard: boolean;
  /** Wanted even if the current connection is heard again: the network is another one. */
  isForced: boolean;
  isAnswered: boolean;
  /** Candidates that were found before the description left, which must come first; null once it has left. */
  held: IceCandidates | null;
};

export type Origin = Pick<Entry, "connectionId" | "isOwn" | "isForced"> & {
  readonly certificate: RTCCertificate;
  /** As `peer_connection.ts` has it. */
  readonly isUnbound: boolean;
};

/** Those of the call's connections that count. */
export type Place = {
  isCurrent(entry: Entry): boolean;
  isStandby(entry: Entry): boolean;
  /** Its tracks are others. */
  shown(entry: Entry): void;
  changed(entry: Entry, state: "connected" | "failed"): void;
};

export function createEntry(
  { createConnection, handlers, settings, now, isAlive }: ConnectionsOptions,
  { connectionId, isOwn, isForced, certificate, isUnbound }: Origin,
  place: Place,
): Entry {
  const beganAtMs = now(); // Asked first: what is made must be held.
  const beganHeard = isAlive() && !isForced;
  const connection = createConnection({
    ...settings(),
    certificate,
    isUnbound,
    handlers: {
      candidates: (candidates) => {
        if (entry.held !== null) entry.held.push(...candidates);
        else if (place.isCurrent(entry) || place.isStandby(entry)) handlers.candidates(candidates, connectionId);
      },
      state: (state) => place.changed(entry, state),
      track: (source, track) => {
        entry.remoteTracks[source] = track;
        if (place.isCurrent(entry)) place.shown(entry);
      },
      // Also of a connection that was replaced: what was on its way is numbered, and as good as ever.
      control: handlers.control,
      arrived: handlers.arrived,
      heard: () => {
        if (place.isCurrent(entry)) handlers.heard();
      },
      error: handlers.error,
    },
  });
  const entry: Entry = {
    ...{ connectionId, connection, remoteTracks: {}, isOwn, isForced, isAnswered: false, held: [], beganAtMs },
    beganHeard,
  };
  return entry;
}
