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
 * tried in turn every second one binds to the networks that the page knows, the others to none: `peer_connection.ts`.
 *
 * Either end may offer one, under a `connectionId` of its own choice; the first connection has none. When two offers
 * cross, the polite end gives way (as in W3C webrtc-pc `#perfect-negotiation-example`). Each end changes over when the
 * new one is connected, which both see, so that no further word is needed. `call_line.ts` decides when to replace.
 */

import { type ConnectionId, createConnectionId, type IceCandidates } from "../../signaling/protocol.ts";
import { attempt } from "../bounds/attempt.ts";
import type { Description } from "./description.ts";
import type { ConnectionSettings } from "./connection.ts";
import type { AnyConnection, ConnectionsOptions } from "./connections_options.ts";
import { NO_TRACKS, type Tracks } from "../media/source.ts";
import { createEntry, type Entry } from "./entry.ts";
import { AnswerBudget, isOverdue, isSpent, mustStay } from "./standby.ts";
import { showTracks } from "../transceivers/remote_streams.ts";
import { close, RetiredConnections } from "./retired_connections.ts";

export class Connections {
  readonly #options: ConnectionsOptions;
  #certificate: RTCCertificate | null = null;
  #current: Entry | null = null;
  #standby: Entry | null = null;
  readonly #retired = new RetiredConnections();
  #tracks = NO_TRACKS;
  /** Lines of the camera's picture that the other end has use for; null for all. */
  #linesNeeded: number | null = null;
  /**
   * Standbys that were answered and came to nothing: every other one is bound to the networks that the page knows. One
   * that a change of network overtook says nothing about either way and does not count.
   */
  #failures = 0;
  readonly #answers = new AnswerBudget();
  /** Another network asked for one, and the other end's offer, which may come to nothing, was there first. */
  #isOwed = false;
  /** The other end's latest offer, while there have been too many to answer it yet: it was acknowledged, and is kept. */
  #unanswered: { readonly offer: Description; readonly connectionId: ConnectionId } | null = null;
  #isClosed = false;

  constructor(options: ConnectionsOptions) {
    this.#options = options;
  }

  /** The connection in use; null before the first is made and after the end. */
  get current(): AnyConnection | null {
    return this.#current?.connection ?? null;
  }

  /** The one of all this call's connections; null before the first is made. */
  get certificate(): RTCCertificate | null {
    return this.#certificate;
  }

  // --- The first connection: its descriptions cross while it rings -------------------------------------------------

  async prepareOffer(tracks: Partial<Tracks>): Promise<{ type: "offer"; sdp: string }> {
    this.#tracks = { ...this.#tracks, ...tracks };
    return await (await this.#createFirst()).createOffer(this.#tracks);
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
    if (this.#standby !== null && mustStay(this.#standby, { isForced, spareMs }, this.#options.now())) {
      return void (this.#isOwed ||= isForced && !this.#standby.isOwn);
    }
    this.#isOwed = false;
    this.#dropStandby();
    const entry = this.#create(this.#certificate, { connectionId: createConnectionId(), isOwn: true, isForced });
    this.#standby = entry;
    await this.#describe(
      entry,
      async () => ({ offer: await entry.connection.createOffer(this.#tracks), answer: null }),
    );
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
    const mayAnswer = this.#answers.take(this.#options.now());
    this.#unanswered = mayAnswer ? null : { offer, connectionId };
    if (!mayAnswer) return;
    this.#isOwed ||= standby !== null && standby.isOwn && standby.isForced && !standby.isAnswered;
    this.#dropStandby();
    const entry = this.#create(this.#certificate, { connectionId, isOwn: false, isForced: false });
    entry.isAnswered = true;
    this.#standby = entry;
    this.#options.handlers.replacing({ isOffered: true });
    attempt("send tracks", () => entry.connection.setTracks(this.#tracks));
    await this.#describe(entry, async () => ({ offer, answer: await entry.connection.prepareAnswer(offer) }));
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
   * Gives up a standby that comes to nothing, and does what had to wait. Call it now and then; `hasUnsaid` tells that an
   * offer may still be on its way, which is then worth waiting for: another would only queue behind it.
   */
  tick({ hasUnsaid }: { hasUnsaid: boolean }): void {
    const nowMs = this.#options.now();
    if (this.#standby !== null && isOverdue(this.#standby, { hasUnsaid }, nowMs)) this.#dropStandby();
    if (this.#isOwed && isSpent(this.#standby, nowMs)) {
      attempt("look elsewhere", () => this.replace({ isForced: true }));
      if (!this.#isOwed) this.#options.handlers.replacing({ isOffered: false });
    }
    const waiting = this.#unanswered;
    if (waiting !== null) attempt("answer an offer", () => this.#answerOffer(waiting.offer, waiting.connectionId));
  }

  // --- All of them -------------------------------------------------------------------------------------------------

  /** Sends these from now on, and from the other sources what it did. */
  async setTracks(tracks: Partial<Tracks>): Promise<void> {
    this.#tracks = { ...this.#tracks, ...tracks };
    await Promise.all([this.#current, this.#standby].map((entry) => entry?.connection.setTracks(this.#tracks)));
  }

  /** Sends no more lines of the camera's picture than these. */
  needPicture(lines: number | null): void {
    this.#linesNeeded = lines;
    attempt("send what is needed", () => this.#current?.connection.needPicture(lines));
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

  #create(certificate: RTCCertificate, origin: Pick<Entry, "connectionId" | "isOwn" | "isForced">): Entry {
    const isUnbound = origin.connectionId !== null && this.#failures % 2 === 0;
    return createEntry(this.#options, { ...origin, certificate, isUnbound }, {
      isCurrent: (entry) => entry === this.#current,
      isStandby: (entry) => entry === this.#standby,
      shown: ({ remoteTracks }) => showTracks(this.#options.remoteStreams, remoteTracks),
      changed: (entry, state) => this.#handleState(entry, state),
    });
  }

  #handleState(entry: Entry, state: "connected" | "failed"): void {
    const { handlers } = this.#options;
    if (state === "failed") {
      if (entry === this.#current) handlers.failed();
      else if (entry === this.#standby) this.#dropStandby();
      return;
    }
    const lines = this.#linesNeeded;
    if (lines !== null) attempt("send what is needed", () => entry.connection.needPicture(lines));
    if (entry === this.#standby) this.#changeOver(entry);
    if (entry === this.#current) handlers.opened();
  }

  #changeOver(entry: Entry): void {
    const old = this.#current?.connection;
    this.#failures = 0;
    this.#isOwed = false;
    this.#standby = null;
    this.#current = entry;
    showTracks(this.#options.remoteStreams, entry.remoteTracks);
    if (old === undefined) return;
    this.#retired.add(old);
    attempt("stop sending", () => old.setTracks(NO_TRACKS));
  }

  #giveUp(entry: Entry, error: unknown): void {
    this.#options.handlers.error(error);
    if (this.#standby === entry) this.#dropStandby();
  }

  #dropStandby(): void {
    const standby = this.#standby;
    this.#standby = null;
    if (standby?.isAnswered && !standby.beganHeard) this.#failures++;
    close(standby?.connection);
  }
}
