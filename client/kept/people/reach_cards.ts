/**
 * The reach cards that contacts have handed over in calls: how to reach them while their page is closed, and where to see
 * that they are there. And what the own card is made of. A card holds secrets of whoever made it: it is handed on to
 * nobody.
 */

import { isPeerId, isPresenceTopic, type PeerId, type PresenceTopic } from "../../../signaling/protocol.ts";
import {
  count,
  type Guard,
  type Guarded,
  is,
  list,
  nullable,
  readBy,
  shape,
} from "../../../signaling/protocol/guards.ts";
import { Kept, KeptList } from "../kept.ts";
import type { KeptStore } from "../kept_store.ts";

/** Cards kept, of others: fewer than people. Whoever handed theirs over first goes first, until their next call. */
export const CARDS_MAX = 200;
/** Browsers of one person that a card may name. */
export const DEVICES_MAX = 4;
/** Longest address of a browser at its push service, in UTF-16 units; they take some 200. */
export const ENDPOINT_MAX = 1_024;

const base64Url = (bytes: number): Guard<string> => {
  const pattern = new RegExp(`^[\\w-]{${Math.ceil(bytes * 4 / 3)}}$`);
  return (value): value is string => typeof value === "string" && pattern.test(value);
};
const isPeer: Guard<PeerId> = isPeerId;
const isTopic: Guard<PresenceTopic> = isPresenceTopic;

/** Which hosts may be pushed to is for the server to say: here it need only be a plain `https:` address. */
const isEndpoint: Guard<string> = (value): value is string => {
  if (typeof value !== "string" || value.length > ENDPOINT_MAX || !URL.canParse(value)) return false;
  const { protocol, username, password, hash } = new URL(value);
  return protocol === "https:" && username === "" && password === "" && hash === "";
};

export const isVapidKey = shape({
  ...{ kty: is("EC"), crv: is("P-256") },
  ...{ x: base64Url(32), y: base64Url(32), d: base64Url(32) },
});
export type VapidKey = Guarded<typeof isVapidKey>;

const target = { endpoint: isEndpoint, p256dh: base64Url(65), auth: base64Url(16) };
export const isPushTarget = shape(target);
/** Where a browser takes pushed messages, as its subscription has it; keys in base64url. */
export type PushTarget = Guarded<typeof isPushTarget>;

const isPushDevice = shape({ device: base64Url(12), ...target, vapid: isVapidKey });
export type PushDevice = Guarded<typeof isPushDevice>;

export const isReachCard = shape({
  /** Whose it is. */
  id: isPeer,
  /** Goes up with each change; an older card changes nothing. */
  seq: count(1),
  /** Until when it is good, in milliseconds since 1970. */
  until: count(),
  push: list(isPushDevice, DEVICES_MAX),
  presenceTopic: isTopic,
});
export type ReachCard = Guarded<typeof isReachCard>;
export type ReachCards = readonly ReachCard[];

export function createReachCardList(show: (cards: ReachCards) => void, store?: KeptStore): KeptList<ReachCard> {
  return new KeptList({ key: "reach-cards", readItem: readBy(isReachCard), max: CARDS_MAX, show }, store);
}

/** Takes a card that was checked, unless there is one that is as new. */
export function takeCard(cards: ReachCards, card: ReachCard): ReachCards {
  const before = findCard(cards, card.id);
  if (before !== undefined && before.seq >= card.seq) return cards;
  return [card, ...dropCard(cards, card.id)].slice(0, CARDS_MAX);
}

export function dropCard(cards: ReachCards, id: PeerId): ReachCards {
  return cards.filter((card) => card.id !== id);
}

/** Takes a browser out that its push service no longer knows. */
export function dropDevice(cards: ReachCards, id: PeerId, endpoint: string): ReachCards {
  return cards.map((card) =>
    card.id === id ? { ...card, push: card.push.filter((device) => device.endpoint !== endpoint) } : card
  );
}

export function findCard(cards: ReachCards, id: PeerId): ReachCard | undefined {
  return cards.find((card) => card.id === id);
}

const isOwnReach = shape({
  seq: count(),
  until: count(),
  /** Of this browser, among those of its person. */
  device: nullable(base64Url(12)),
  /** The key that it subscribed with; made anew when somebody is no longer to reach it. */
  vapid: nullable(isVapidKey),
  /** Null while nothing can be pushed to it. */
  target: nullable(isPushTarget),
  /** Who has been handed the present card. */
  holders: list(isPeer),
});
/** What the own card is made of. */
export type OwnReach = Guarded<typeof isOwnReach>;

export const NO_REACH: OwnReach = { seq: 0, until: 0, device: null, vapid: null, target: null, holders: [] };

export const OWN_REACH_KEY = "own-reach";

export function createOwnReach(show: (reach: OwnReach) => void, store?: KeptStore): Kept<OwnReach> {
  return new Kept({ key: OWN_REACH_KEY, empty: NO_REACH, parse: readBy(isOwnReach), show }, store);
}

/** The topic is a record of its own: the page registers with it before this is loaded. */
export function createTopicSetting(store?: KeptStore): Kept<PresenceTopic | null> {
  return new Kept<PresenceTopic | null>({
    key: "presence-topic",
    empty: null,
    parse: readBy(isTopic),
    show: () => {},
  }, store);
}
