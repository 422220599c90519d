/** One end's features in one call: what they say waits to be carried, and what comes of it is kept. */

import { type Call, type CallMessage, createCall } from "../../client/call/call.ts";
import type { ConnectionStats } from "../../client/connection/connection_stats.ts";
import { CallFeatures } from "../../client/feature/call_features.ts";
import type { FeatureEntry, FeatureState } from "../../client/feature/feature.ts";
import { readMessage } from "../../client/feature/spelling.ts";
import { type MediaState, readMedia, type Tracks } from "../../client/media/source.ts";
import { type CallId, createRandomPeerId, type PeerId, type TabId } from "../../signaling/protocol.ts";
import { createFingerprint } from "./description.ts";
import { takeTurn } from "./relayed_pair.ts";

export const CALL_ID = "call" as CallId;
/** Turns after which nothing is to be expected any more. */
const TURNS_MAX = 20_000;

export class FeatureEnd {
  call: Call | undefined;
  localPeerId: PeerId | null;
  media = readMedia({ audio: true, video: true });
  /** Whether there is a line that takes what is said, and whether it has no connection. */
  hasLine = true;
  isCut = false;
  readonly sent: { message: CallMessage; isLatest: boolean }[] = [];
  /** What was said by the connection alone. */
  readonly direct: { feature: string; body: object }[] = [];
  readonly events: unknown[] = [];
  /** With whom this end is in calls besides. */
  readonly others = new Set<PeerId>();
  /** Whether there is a call that goes on with this one. */
  goesOn = false;
  changes = 0;
  nowMs = 0;
  readonly features: CallFeatures;
  readonly #entries: readonly FeatureEntry[];

  private constructor(
    entries: readonly FeatureEntry[],
    localPeerId: PeerId,
    remotePeerId: PeerId,
    isOutgoing: boolean,
  ) {
    this.localPeerId = localPeerId;
    this.#entries = entries;
    this.call = {
      ...createCall({ callId: CALL_ID, localTabId: "tab" as TabId, remotePeerId, isOutgoing }),
      phase: "connected",
      localFingerprint: createFingerprint(isOutgoing ? 1 : 2),
      remoteFingerprint: createFingerprint(isOutgoing ? 2 : 1),
      remoteFeatures: entries.map(({ name }) => name),
    };
    this.features = new CallFeatures({
      features: entries,
      findCall: (callId) => callId === CALL_ID ? this.call : undefined,
      localPeerId: () => this.localPeerId,
      isInCallWith: (peerId) => this.others.has(peerId),
      goesOnWith: (peerId) => this.goesOn && peerId === this.call?.remotePeerId,
      localMedia: () => this.media,
      now: () => this.nowMs,
      monotonicNow: () => this.nowMs,
      dispatch: (callId, event) => void this.events.push([callId, event]),
      findLine: () => this.hasLine ? this : undefined,
      changed: () => void this.changes++,
      onJudged: ({ callId }, { isSame }) => void this.events.push([callId, { isSame }]),
    });
  }

  /** Two that have never met: words that were not compared to the end count for an hour. */
  static createPair(entries: readonly FeatureEntry[]): { caller: FeatureEnd; callee: FeatureEnd } {
    const [callerId, calleeId] = [createRandomPeerId(), createRandomPeerId()];
    return {
      caller: new FeatureEnd(entries, callerId, calleeId, true),
      callee: new FeatureEnd(entries, calleeId, callerId, false),
    };
  }

  send(message: CallMessage, { isLatest }: { isLatest: boolean }): boolean {
    this.sent.push({ message, isLatest });
    return true;
  }

  sendDirect(feature: string, body: object): boolean {
    if (!this.isCut) this.direct.push({ feature, body });
    return !this.isCut;
  }

  /** What features send, by source. */
  readonly tracks: Partial<Tracks>[] = [];

  setTracks(tracks: Partial<Tracks>): void {
    this.tracks.push(tracks);
  }

  /** How many lines of the camera's picture the other end has use for, as features say. */
  readonly needed: (number | null)[] = [];

  /** What the connection in use says of itself. */
  connection: { readStats(): Promise<ConnectionStats> } | null = null;

  get connections() {
    return { needPicture: (lines: number | null) => void this.needed.push(lines), current: this.connection };
  }

  openStream(): Promise<never> {
    throw new Error("This end has no streams");
  }

  offerStreams(): () => void {
    return () => {};
  }

  state(name: string): FeatureState | undefined {
    return this.features.statesOf(CALL_ID).get(name);
  }

  /** This end sends something else from now on. */
  handleLocalMedia(media: MediaState): void {
    this.media = media;
    this.features.handleLocalMedia();
  }

  /** Takes a message as the line does, from its envelope to the feature. */
  receive(message: object): void {
    const ends = { id: this.call?.remotePeerId, clientId: this.localPeerId };
    const sealed = { ...message, ...ends, callId: CALL_ID, tabId: "tab", seq: 1 };
    const read = readMessage(sealed as never, this.#entries);
    if (read?.type === "feature") this.features.receive(CALL_ID, read.feature, read.body);
  }
}

/** Carries what both have said, once. */
export function carry(one: FeatureEnd, other: FeatureEnd, change: (message: object) => object = (message) => message) {
  for (const [from, to] of [[one, other], [other, one]] as const) {
    for (const { message } of from.sent.splice(0)) to.receive(change(message));
    for (const { feature, body } of from.direct.splice(0)) to.features.receiveDirect(CALL_ID, feature, body);
  }
}

export async function waitUntil(isDone: () => boolean): Promise<void> {
  for (let turn = 0; turn < TURNS_MAX && !isDone(); turn++) await takeTurn();
}

/** Turns enough for whatever is under way to show itself. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 30; turn++) await takeTurn();
}
