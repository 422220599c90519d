/**
 * What this browser keeps of chats: for each person at another end, whether its own person wants that, and what was
 * written while both did. What did not reach the other end is kept for the next call with them: on the device if the
 * person wants the chat kept, else as long as the page. Each chat is a record of its own, so that a message costs no more
 * than its chat.
 */

import { isPeerId, type PeerId } from "../../../signaling/protocol.ts";
import { dropOldest } from "../../../signaling/protocol/drop_oldest.ts";
import {
  count,
  type Guarded,
  is,
  isBoolean,
  list,
  optional,
  readBy,
  shape,
  text,
} from "../../../signaling/protocol/guards.ts";
import { Kept, KeptList } from "../../kept/kept.ts";
import type { KeptStore } from "../../kept/kept_store.ts";
import type { ChatEntry } from "./chat_key.ts";
import { cut } from "./chat_log.ts";
import { TEXT_MAX } from "./text_max.ts";

/**
 * Most that is kept: people, of whom the one longest without a call goes first, and of each chat messages and UTF-16 units
 * of either end, so that neither can have the other's go.
 */
export const PEOPLE_MAX = 20;
export const KEPT_MAX = 200;
export const KEPT_UNITS_MAX = 40_000;

const isStage = is("waiting", "delivered", "failed", "heard");
/** One that is kept, or left to another call; older pages gave none an ID. */
export const isLeft = shape({
  ...{ id: optional(count()), text: text(TEXT_MAX), atMs: count(), stage: isStage },
  /** Kept only until it has reached the other end. */
  isPassing: optional(isBoolean),
});
export type LeftEntry = Guarded<typeof isLeft>;

const isRecord = shape({ isWished: isBoolean, entries: list(isLeft) });
type KeptRecord = Guarded<typeof isRecord>;
const EMPTY: KeptRecord = { isWished: false, entries: [] };

function leave({ id, text, atMs, stage }: ChatEntry): LeftEntry {
  return { id, text, atMs, stage };
}

/** Whether it is the very same, said again. */
export function isSame(one: Omit<LeftEntry, "atMs">, other: Omit<LeftEntry, "atMs">): boolean {
  return one.id === other.id && one.text === other.text && isHeard(one) === isHeard(other);
}

function isHeard({ stage }: Pick<LeftEntry, "stage">): boolean {
  return stage === "heard";
}

/** Leaves the latest of either end, in their order. */
function bound({ isWished, entries }: KeptRecord): KeptRecord {
  const left = new Set(
    [true, false].flatMap((heard) => cut(entries.filter((each) => isHeard(each) === heard), KEPT_MAX, KEPT_UNITS_MAX)),
  );
  return { isWished, entries: entries.filter((each) => left.has(each)) };
}

/** Those of this browser. */
export class KeptChats {
  readonly #store: KeptStore | undefined;
  /** Of whom there is a record, the latest first. */
  readonly #people: KeptList<PeerId>;
  /** Records that were opened: where the browser stores nothing, they last as long as the page. */
  readonly #records = new Map<PeerId, Kept<KeptRecord>>();
  /** What has not reached others whose chat is not kept. */
  readonly #undelivered = new Map<PeerId, readonly LeftEntry[]>();

  constructor(store?: KeptStore) {
    this.#store = store;
    this.#people = new KeptList<PeerId>(
      { key: "chats", readItem: readBy(isPeerId), max: PEOPLE_MAX, show: () => {} },
      store,
    );
  }

  has(peerId: PeerId): boolean {
    return this.#people.value.includes(peerId);
  }

  open(peerId: PeerId): Kept<KeptRecord> {
    const record = this.#records.get(peerId) ?? new Kept<KeptRecord>({
      key: `chat ${peerId}`,
      empty: EMPTY,
      parse: readBy(isRecord),
      bound,
      isNothing: ({ isWished, entries }) => !isWished && entries.length === 0,
      show: () => {},
    }, this.#store);
    this.#records.set(peerId, record);
    dropOldest(this.#records, PEOPLE_MAX);
    return record;
  }

  /** Puts a person first on the list of whom there is a record, or takes them off it. */
  list(peerId: PeerId, isOfUse: boolean): void {
    const others = (all: readonly PeerId[]) => all.filter((each) => each !== peerId);
    const dropped = others(this.#people.value)[PEOPLE_MAX - 1];
    if (isOfUse && dropped !== undefined) this.open(dropped).change(() => EMPTY);
    this.#people.change((all) => isOfUse ? [peerId, ...others(all)] : others(all));
  }

  leave(peerId: PeerId, entries: readonly LeftEntry[]): void {
    if (entries.length > 0) this.#undelivered.set(peerId, entries);
    dropOldest(this.#undelivered, PEOPLE_MAX);
  }

  takeLeft(peerId: PeerId): readonly LeftEntry[] {
    const left = this.#undelivered.get(peerId) ?? [];
    this.#undelivered.delete(peerId);
    return left;
  }
}

/** That with one person, in one call. */
export class KeptChat {
  readonly #chats: KeptChats;
  readonly #peerId: PeerId;
  /** Null while nothing is kept. */
  #record: Kept<KeptRecord> | null = null;
  isRemoteWished = false;

  constructor(chats: KeptChats, peerId: PeerId) {
    this.#chats = chats;
    this.#peerId = peerId;
    if (!chats.has(peerId)) return;
    this.#record = chats.open(peerId);
    chats.list(peerId, true);
  }

  get isWished(): boolean {
    return this.#record?.value.isWished ?? false;
  }

  get isKeeping(): boolean {
    return this.isWished && this.isRemoteWished;
  }

  get count(): number {
    return this.#record?.value.entries.length ?? 0;
  }

  /** Takes what is kept, and what has not reached the other end; oldest first. */
  take(): LeftEntry[] {
    const kept = this.#record?.value.entries ?? [];
    const left = this.#chats.takeLeft(this.#peerId);
    return [...kept, ...left.filter((entry) => !kept.some((each) => isSame(each, entry)))];
  }

  setWish(isWished: boolean): void {
    this.#change(({ entries }) => ({ isWished, entries }));
  }

  /** Keeps a message, if both want that. */
  add(entry: ChatEntry): void {
    if (this.isKeeping) this.#add([leave(entry)]);
  }

  /** These have reached the other end; those that were only kept for that are kept no more. */
  deliver(ids: ReadonlySet<number>): void {
    const isMeant = ({ id, stage }: LeftEntry) => stage === "waiting" && ids.has(id ?? 0);
    if (!this.#record?.value.entries.some(isMeant)) return;
    this.#change(({ isWished, entries }) => ({
      isWished,
      entries: entries.flatMap((entry) =>
        !isMeant(entry) ? [entry] : entry.isPassing ? [] : [{ ...entry, stage: "delivered" }]
      ),
    }));
  }

  /** Deletes all; returns the IDs of those that have not reached the other end. */
  clear(): ReadonlySet<number | undefined> {
    const waiting = this.#record?.value.entries.filter(({ stage }) => stage === "waiting") ?? [];
    this.#change(({ isWished }) => ({ isWished, entries: [] }));
    this.#record?.forgetAside();
    return new Set(waiting.map(({ id }) => id));
  }

  /** The call is over: these have not reached the other end. */
  close(waiting: readonly ChatEntry[]): void {
    const left = waiting.map(leave);
    if (this.isWished) this.#add(left.map((each) => ({ ...each, isPassing: true })));
    else this.#chats.leave(this.#peerId, left);
  }

  #add(added: readonly LeftEntry[]): void {
    if (added.length === 0) return;
    this.#change(({ isWished, entries }) => ({
      isWished,
      entries: [...entries, ...added.filter((entry) => !entries.some((each) => isSame(each, entry)))],
    }));
  }

  #change(change: (record: KeptRecord) => KeptRecord): void {
    this.#record ??= this.#chats.open(this.#peerId);
    this.#record.change(change);
    const isOfUse = this.isWished || this.count > 0;
    if (isOfUse !== this.#chats.has(this.#peerId)) this.#chats.list(this.#peerId, isOfUse);
  }
}
