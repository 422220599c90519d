/**
 * The connections of one call: the one in use and, while that is in doubt, another that may take its place.
 *
 *            replace(), or an offer of the other end        connected
 *   current ───────────────────────────────────► + standby ───────────► the standby is current, the old one closes
 *      ▲                                            │
 *      └── heard again before the answer · superseded · failed · nothing came of it
 *
 * Why a second connection and not an ICE restart: Chromium keeps a dead pair of candidates for 2.5 s and waits one more
 * before it changes over, however early ICE is restarted; a fresh connection is not bound to it and takes about a
 * second. It has the same certificate, so it is as well proved as the first, and sends the same tracks. Of those that are
 * tried one after another every second one binds to the networks that the page knows, the others to none
 * (`peer_connection.ts`).
 *
 * Either end may offer one, under a `connectionId` of its own choice; the first connection has none. When two offers
 * cross, the polite end gives way (as in W3C webrtc-pc `#perfect-negotiation-example`). Each end changes over when the
 * new one is connected, which both see, so that no further word is needed. `link.ts` decides when to replace.
 */

import { type ConnectionId, createConnectionId, type IceCandidates } from "../signaling/protocol.ts";
import { attempt } from "./attempt.ts";
import type { Description } from "./call.ts";
import type { Proof } from "./call_proof.ts";
import type { Connection, ConnectionHandlers, ConnectionOptions, ConnectionSettings, Tracks } from "./connection.ts";
import { type RemoteStreams, showTracks } from "./remote_streams.ts";
import { close, RetiredConnections } from "./retired_connections.ts";

/** An offer this young is not made anew for another sign of the same change of network, in milliseconds. */
const FRESH_MS = 1_000;
/** How long a standby may take to come to something, in milliseconds. */
const STANDBY_MS_MAX = 15_000;
const NO_TRACKS: Tracks = { audio: null, video: null };
/** Offers of the other end that are answered in a minute; in the worst of times it makes one every three seconds. */
const ANSWERS_PER_MINUTE_MAX = 30;
const MINUTE_MS = 60_000;

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
  /** The other end offers another connection. */
  remoteOffered(): void;
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

type Entry = {
  readonly connectionId: ConnectionId | null;
  readonly connection: AnyConnection;
  readonly remoteTracks: MediaStreamTrack[];
  readonly isOwn: boolean;
  readonly beganAtMs: number;
  /** Wanted even if the current connection is heard again: the network is another one. */
  isForced: boolean;
  isAnswered: boolean;
  /** Candidates that were found before the description left, which must come first; null once it has left. */
  held: IceCandidates | null;
};

export class Connections {
  readonly #options: ConnectionsOptions;
  #certificate: RTCCertificate | null = null;
  #current: Entry | null = null;
  #standby: Entry | null = null;
  readonly #retired = new RetiredConnections();
  #tracks = NO_TRACKS;
  /** Standbys that were answered and came to nothing: every other one is bound to the networks that the page knows. */
  #failures = 0;
  /** When the other end's offers were answered, as far as that is less than a minute ago. */
  #answeredAtMs: number[] = [];
  #isClosed = false;

  constructor(options: ConnectionsOptions) {
    this.#options = options;
  }

  /** The connection in use; null before the first is made and after the end. */
  get current(): AnyConnection | null {
    return this.#current?.connection ?? null;
  }

  // --- The first connection: its descriptions cross while it rings -------------------------------------------------

  async prepareOffer(tracks: Tracks): Promise<{ type: "offer"; sdp: string }> {
    this.#tracks = tracks;
    return await (await this.#createFirst()).createOffer(tracks);
  }

  /**
   * Makes the answer to a call's offer; called again, on a new connection, when the one before gave up while it rang.
   *
   * @throws if the browser cannot take the offer
   */
  async prepareAnswer(offer: Description): Promise<{ type: "answer"; sdp: string }> {
    const first = await this.#createFirst();
    attempt("send tracks", () => first.setTracks(this.#tracks));
    return await first.prepareAnswer(offer);
  }

  /** @throws if the browser cannot take the answer */
  async applyAnswer(answer: Description): Promise<void> {
    await this.#current?.connection.applyAnswer(answer);
  }

  async #createFirst(): Promise<AnyConnection> {
    this.#certificate ??= await this.#options.createCertificate();
    if (this.#isClosed) throw new Error("Cannot make a connection: the call is over");
    close(this.#current?.connection);
    this.#current = null;
    this.#current = this.#create(this.#certificate, { connectionId: null, isOwn: true, isForced: false });
    this.#current.held = null; // The call's own rules say when these may leave.
    return this.#current.connection;
  }

  // --- Those after it ----------------------------------------------------------------------------------------------

  /**
   * Offers another connection in place of the current one. An offer that still waits for its answer is left to wait:
   * the channel repeats it, and where one cannot arrive another cannot either. With `isForced` it is made anew, since
   * its candidates may be those of the network before. One that was answered is left alone for `spareMs` after it began.
   */
  async replace({ isForced, spareMs = 0 }: { isForced: boolean; spareMs?: number }): Promise<void> {
    if (this.#isClosed || this.#current === null || this.#certificate === null) return;
    if (this.#standby !== null && this.#mustStay(this.#standby, isForced, spareMs)) return;
    this.#dropStandby();
    const entry = this.#create(this.#certificate, { connectionId: createConnectionId(), isOwn: true, isForced });
    this.#standby = entry;
    await this.#describe(
      entry,
      async () => ({ offer: await entry.connection.createOffer(this.#tracks), answer: null }),
    );
  }

  #mustStay(standby: Entry, isForced: boolean, spareMs: number): boolean {
    const ageMs = this.#options.now() - standby.beganAtMs;
    // The other end waits for this answer and may ignore all else until it comes: it must leave first.
    if (!standby.isOwn && standby.held !== null) return true;
    if (standby.isAnswered) return !isForced && ageMs < spareMs;
    standby.isForced ||= isForced;
    return !isForced || ageMs < FRESH_MS;
  }

  /** Takes the other end's offer of another connection, or its answer to one of this end's. */
  async applyDescription(description: Description, connectionId: ConnectionId): Promise<void> {
    if (description.type === "offer") await this.#answerOffer(description, connectionId);
    else await this.#applyStandbyAnswer(description, connectionId);
  }

  async #answerOffer(offer: Description, connectionId: ConnectionId): Promise<void> {
    if (this.#isClosed || this.#current === null || this.#certificate === null) return;
    const standby = this.#standby;
    if (standby !== null && standby.isOwn && !standby.isAnswered && !this.#options.isPolite) {
      standby.isForced = true; // The other end gives its own up for this one, and may need it.
      return this.#options.handlers.remoteCrossed();
    }
    if (!this.#mayAnswer()) return;
    this.#dropStandby();
    const entry = this.#create(this.#certificate, { connectionId, isOwn: false, isForced: false });
    entry.isAnswered = true;
    this.#standby = entry;
    this.#options.handlers.remoteOffered();
    attempt("send tracks", () => entry.connection.setTracks(this.#tracks));
    await this.#describe(entry, async () => ({ offer, answer: await entry.connection.prepareAnswer(offer) }));
  }

  /** An answer and its candidates are more than an offer need be, so that they are not to be had at will. */
  #mayAnswer(): boolean {
    const nowMs = this.#options.now();
    this.#answeredAtMs = this.#answeredAtMs.filter((atMs) => nowMs - atMs < MINUTE_MS);
    if (this.#answeredAtMs.length >= ANSWERS_PER_MINUTE_MAX) return false;
    this.#answeredAtMs.push(nowMs);
    return true;
  }

  async #applyStandbyAnswer(answer: Description, connectionId: ConnectionId): Promise<void> {
    const standby = this.#standby;
    if (standby === null || standby.connectionId !== connectionId || !standby.isOwn || standby.isAnswered) return;
    // Until the answer is applied nothing can connect, so the other end cannot have changed over either.
    if (!standby.isForced && this.#options.isAlive()) return this.#dropStandby();
    standby.isAnswered = true;
    try {
      await standby.connection.applyAnswer(answer);
    } catch (error) {
      this.#giveUp(standby, error);
    }
  }

  /** Sends a standby's description and then its candidates, unless it was dropped meanwhile. */
  async #describe(
    entry: Entry,
    create: () => Promise<{ offer: Description; answer: Description | null }>,
  ): Promise<void> {
    const { handlers, prove } = this.#options;
    try {
      const descriptions = await create();
      if (this.#standby !== entry || entry.connectionId === null) return;
      const proof = await prove(entry.connectionId, descriptions);
      if (this.#standby !== entry) return;
      handlers.description(descriptions.answer ?? descriptions.offer, entry.connectionId, proof);
      const held = entry.held ?? [];
      entry.held = null;
      if (held.length > 0) handlers.candidates(held, entry.connectionId);
    } catch (error) {
      this.#giveUp(entry, error);
    }
  }

  /** Takes the other end's candidates for one of the connections; of any other they are of no use any more. */
  async addCandidates(candidates: IceCandidates, connectionId: ConnectionId | null): Promise<void> {
    const entry = [this.#current, this.#standby].find((known) => known?.connectionId === connectionId);
    await entry?.connection.addCandidates(candidates);
  }

  /**
   * Gives up a standby that comes to nothing. Call it now and then; `hasUnsaid` tells that an offer may still be on its
   * way, which is then worth waiting for: another would only queue behind it.
   */
  tick({ hasUnsaid }: { hasUnsaid: boolean }): void {
    const standby = this.#standby;
    if (standby === null || this.#options.now() - standby.beganAtMs <= STANDBY_MS_MAX) return;
    const isUndelivered = standby.isOwn && !standby.isAnswered && hasUnsaid;
    if (!isUndelivered) this.#dropStandby();
  }

  // --- All of them -------------------------------------------------------------------------------------------------

  async setTracks(tracks: Tracks): Promise<void> {
    this.#tracks = tracks;
    await Promise.all([this.#current, this.#standby].map((entry) => entry?.connection.setTracks(tracks)));
  }

  /** Takes ICE servers with fresh credentials, as far as connections can still use them. */
  configure(settings: ConnectionSettings): void {
    for (const entry of [this.#current, this.#standby]) {
      attempt("use other ICE servers", () => entry?.connection.configure(settings));
    }
  }

  /** Sends nothing more but over the control channel of the current connection, and makes no other. */
  stopMedia(): void {
    this.#isClosed = true;
    this.#dropStandby();
    attempt("stop sending", () => this.setTracks(NO_TRACKS));
  }

  close(): void {
    this.#isClosed = true;
    this.#dropStandby();
    const current = this.#current;
    this.#current = null;
    close(current?.connection);
    this.#retired.close();
  }

  #create(
    certificate: RTCCertificate,
    { connectionId, isOwn, isForced }: Pick<Entry, "connectionId" | "isOwn" | "isForced">,
  ): Entry {
    const { handlers, createConnection, settings, now } = this.#options;
    const isUnbound = connectionId !== null && this.#failures % 2 === 0;
    const connection = createConnection({
      ...settings(),
      certificate,
      isUnbound,
      handlers: {
        candidates: (candidates) => {
          if (entry.held !== null) entry.held.push(...candidates);
          else if (this.#isKnown(entry)) handlers.candidates(candidates, connectionId);
        },
        state: (state) => this.#handleState(entry, state),
        track: (track) => {
          entry.remoteTracks.push(track);
          if (entry === this.#current) this.#show(entry);
        },
        // Also of a connection that was replaced: what was on its way is numbered, and as good as ever.
        control: handlers.control,
        arrived: handlers.arrived,
        heard: () => {
          if (entry === this.#current) handlers.heard();
        },
        error: handlers.error,
      },
    });
    const entry: Entry = {
      ...{ connectionId, connection, remoteTracks: [], isOwn, isForced, isAnswered: false, held: [] },
      beganAtMs: now(),
    };
    return entry;
  }

  #isKnown(entry: Entry): boolean {
    return entry === this.#current || entry === this.#standby;
  }

  #handleState(entry: Entry, state: "connected" | "failed"): void {
    const { handlers } = this.#options;
    if (state === "failed") {
      if (entry === this.#current) handlers.failed();
      else if (entry === this.#standby) this.#dropStandby();
      return;
    }
    if (entry === this.#standby) this.#changeOver(entry);
    if (entry === this.#current) handlers.opened();
  }

  #changeOver(entry: Entry): void {
    const old = this.#current?.connection;
    this.#failures = 0;
    this.#standby = null;
    this.#current = entry;
    this.#show(entry);
    if (old === undefined) return;
    this.#retired.add(old);
    attempt("stop sending", () => old.setTracks(NO_TRACKS));
  }

  #show({ remoteTracks }: Entry): void {
    showTracks(this.#options.remoteStreams, remoteTracks);
  }

  #giveUp(entry: Entry, error: unknown): void {
    this.#options.handlers.error(error);
    if (this.#standby === entry) this.#dropStandby();
  }

  #dropStandby(): void {
    const standby = this.#standby;
    this.#standby = null;
    if (standby?.isAnswered) this.#failures++;
    close(standby?.connection);
  }
}
