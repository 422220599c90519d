/** What the connections of a call need from it, and what they report; `call_line.ts` provides both. */

import type { ConnectionId, IceCandidates } from "../../signaling/protocol.ts";
import type { Proof } from "../proof/call_proof.ts";
import type { Connection, ConnectionHandlers, ConnectionOptions, ConnectionSettings } from "./connection.ts";
import type { Description } from "./description.ts";
import type { RemoteStreams } from "../transceivers/remote_streams.ts";

/** The public face of a connection. */
export type AnyConnection = { readonly [K in keyof Connection]: Connection[K] };

export type ConnectionsHandlers = Pick<ConnectionHandlers, "arrived"> & {
  /** Candidates and descriptions for the other end; null stands for the call's first connection. */
  candidates(candidates: IceCandidates, connectionId: ConnectionId | null): void;
  description(description: Description, connectionId: ConnectionId, proof: Proof): void;
  /** There is a connection now, or another one took its place. */
  opened(): void;
  /** The current connection gave up. */
  failed(): void;
  /** Another connection is tried, which nobody has asked for now: the other end offers it, or an earlier wish was owed. */
  replacing(how: { readonly isOffered: boolean }): void;
  /** The other end offers one too, so that it has not had this end's offer, which stands. */
  remoteCrossed(): void;
  control(text: string): void;
  /** A sign of life of the other end on the current connection. */
  heard(): void;
  error(error: unknown): void;
};

export type ConnectionsOptions = {
  /** Filled with what is received. */
  readonly remoteStreams: RemoteStreams;
  readonly isPolite: boolean;
  /** The ICE servers to use for a connection that is made now. */
  readonly settings: () => ConnectionSettings;
  readonly now: () => number;
  /** Whether something has just been heard on the current connection. */
  readonly isAlive: () => boolean;
  readonly handlers: ConnectionsHandlers;
  /** Proves a description of a connection after the first: an offer, or the answer to one. */
  readonly prove: (
    connectionId: ConnectionId,
    descriptions: { readonly offer: Description; readonly answer: Description | null },
  ) => Promise<Proof>;
  readonly createCertificate: () => Promise<RTCCertificate>;
  readonly createConnection: (options: ConnectionOptions) => AnyConnection;
};
