/**
 * Joins what reaches people whose page is closed to the page: to its calls, its line to the server, what it keeps and
 * shows. Loaded behind everything else, once there is somebody to reach. Holds no rule.
 */

import { effect, signal } from "@preact/signals";
import type { CallId, PeerId } from "../../../signaling/protocol.ts";
import { dropOldest } from "../../../signaling/protocol/drop_oldest.ts";
import { attempt } from "../../bounds/attempt.ts";
import type { CallView } from "../../conversation/call_views.ts";
import { readView } from "../../feature/feature.ts";
import type { Identity } from "../../identity/identity.ts";
import { blockedPeers } from "../../kept/people/blocked_peers.ts";
import { findKey, isContact, isKnown } from "../../kept/people/known_peers.ts";
import {
  createOwnReach,
  createReachCardList,
  createTopicSetting,
  dropCard,
  dropDevice,
  findCard,
  NO_REACH,
  type ReachCards,
  takeCard,
} from "../../kept/people/reach_cards.ts";
import { arePeopleSeen, onlinePeers } from "../../model/presence.ts";
import { callNote } from "../../model/call_note.ts";
import { calls as callViews, knownPeers, localPeerId } from "../../model/state.ts";
import { ClosedPages, type ReachedCall } from "../../reach/closed_pages.ts";
import { OwnCard } from "../../reach/own_card.ts";
import { PresenceWatch } from "../../reach/presence_watch.ts";
import { claimOf, pushAll, Pusher } from "../../reach/pusher.ts";
import { readCard } from "../../reach/reach_card.ts";
import { encodeRing, type Ring } from "../../reach/ring_claim.ts";
import type { SignalingClient } from "../../socket/signaling_client.ts";
import { whoOf } from "../../words/who.ts";
import { REACH_KEY, type ReachFeature } from "./reach_key.ts";
import { actAlone, followPermission, keepSubscribed } from "./subscriber.ts";
import { keepNoticeWords, reachWords } from "./reach_words.ts";

/** What it needs of the calls. */
export type ReachingCalls = {
  useFeature(callId: CallId, key: typeof REACH_KEY, act: (feature: ReachFeature) => unknown): void;
  readonly reception: { prolong(callId: CallId, ms: number): void };
};
export type Surroundings = { readonly signaling: () => SignalingClient | null; readonly identity: () => Identity };

/** Calls that are remembered. */
const CALLS_MAX = 64;
/** Beside the page, which a proxy may put below a path: what a pressed notification opens. */
const PAGE = new URL("./", location.href).href;

const cards = signal<ReachCards>([]);
const own = signal(NO_REACH);
/** Goes up when there is something else to be said of a call. */
const changes = signal(0);

const isGood = ({ id, until }: ReachCards[number]) =>
  until > Date.now() && !blockedPeers.peek().some(({ peerId }) => peerId === id);

export function startReach({ signaling, identity }: Surroundings, calls: ReachingCalls): void {
  // What is handed out must outlast the page, and be of the person's usual ID.
  if (identity().lifetime !== "kept") return;
  const cardList = createReachCardList((all) => cards.value = all);
  const ownReach = createOwnReach((reach) => own.value = reach);
  const ownCard = new OwnCard({
    own: ownReach,
    topic: createTopicSetting(),
    localPeerId: () => localPeerId.peek(),
    sign: (bytes) => identity().sign(bytes),
    now: Date.now,
    onTopic: () => signaling()?.refresh(),
    alone: (act) => actAlone(ownReach, act),
  });
  const pusher = new Pusher({
    send: (message) => signaling()?.send(message) ?? false,
    now: Date.now,
    page: PAGE,
  });
  const findCall = (callId: CallId) => callViews.peek().find((call) => call.callId === callId);
  const closed = new ClosedPages({
    findCall,
    findCard: (peerId) => cards.peek().filter(isGood).find(({ id }) => id === peerId),
    tell: (call, card, state) => tell(pusher, identity(), call, card, state),
    drop: (peerId, endpoint) => cardList.change((all) => dropDevice(all, peerId, endpoint)),
    prolong: (callId, ms) => calls.reception.prolong(callId, ms),
    changed: () => changes.value++,
  });
  const presence = new PresenceWatch({
    cards: () => cards.peek().filter(isGood),
    send: (request) => signaling()?.send(request),
    show: (online) => onlinePeers.value = online,
  });
  /** Null while the server has said nothing. */
  const isPassedOn = () => {
    const registered = signaling()?.registered;
    return registered === undefined ? null : registered.push === true;
  };
  const keepUp = () => attempt("keep the subscription", () => keepSubscribed(ownCard, isPassedOn()));

  callNote.value = (call) => noteOf(closed, call);
  listen(signaling(), (message) => {
    pusher.handleTold(message);
    presence.handleTold(message);
    const { type, code, callId } = message;
    if (type === "error" && code === "peer-unavailable") closed.handleAbsent(callId as CallId);
    if (type === "registered") keepUp();
  });
  followPermission(keepUp);
  keepUp();
  keepNoticeWords();
  effect(() => closed.follow(callViews.value.map(shownOf)));
  effect(() => presence.look(arePeopleSeen.value && cards.value.length > 0));
  handOver(calls, ownCard);
  takeOver(calls, (change) => cardList.change(change));
  effect(() => {
    const gone = ownCard.holders.filter((peerId) => !mayReach(peerId));
    if (own.value.holders.length > 0 && gone.length > 0) revoke(ownCard, keepUp);
    const stale = cards.value.filter(({ id }) => !isKnown(knownPeers.value, id) || isBlocked(id));
    if (stale.length > 0) cardList.change((all) => stale.reduce((left, { id }) => dropCard(left, id), all));
  });
  closeNotices();
}

function isBlocked(peerId: PeerId): boolean {
  return blockedPeers.value.some((blocked) => blocked.peerId === peerId);
}

/** Whether the person wants somebody to reach them while the page is closed. */
function mayReach(peerId: PeerId): boolean {
  return isContact(knownPeers.value, peerId) && !isBlocked(peerId);
}

function listen(signaling: SignalingClient | null, take: (message: Readonly<Record<string, unknown>>) => void): void {
  if (signaling === null) return;
  signaling.onTold = (message) => {
    if (message !== null) attempt("take what the server says", () => take(message));
  };
}

async function tell(
  pusher: Pusher,
  identity: Identity,
  call: ReachedCall,
  card: ReachCards[number],
  state: Ring["state"],
) {
  const caller = localPeerId.peek();
  const claim = caller === null ? null : claimOf(call, caller, Date.now());
  const proof = claim && await identity.sign(encodeRing({ ...claim, state }));
  if (claim === null || proof === null) return { isAccepted: false, gone: [] };
  return await pushAll(pusher, card.push, claim, { state, proof });
}

function noteOf(closed: ClosedPages, call: CallView): string | null {
  void changes.value;
  const stage = closed.stageOf(call.callId);
  return stage && reachWords.value[stage](whoOf(call));
}

/** Reads what is followed of a call. */
function shownOf(call: CallView): ReachedCall {
  const { callId, remotePeerId, phase, isRinging, isPatient, isOutgoing, connectedAtMs, endReason } = call;
  return { callId, remotePeerId, phase, isRinging, isPatient, isOutgoing, connectedAtMs, endReason };
}

/** Hands the card to contacts, in each call once and again when there is another: with somebody saved meanwhile, too. */
function handOver(calls: ReachingCalls, ownCard: OwnCard): void {
  const handed = new Map<CallId, number>();
  effect(() => {
    const { seq } = own.value;
    for (const { callId, remotePeerId, phase, features } of callViews.value) {
      if (phase !== "connected" || !features.has(REACH_KEY.name) || !mayReach(remotePeerId)) continue;
      if (handed.has(callId) && handed.get(callId) === seq) continue;
      handed.set(callId, seq);
      dropOldest(handed, CALLS_MAX);
      attempt("hand over the card", async () => {
        const card = await ownCard.card(remotePeerId);
        if (card === null) return;
        handed.set(callId, card.seq);
        calls.useFeature(callId, REACH_KEY, (feature) => feature.hand(card.signed, card.seq));
      });
    }
  });
}

/** Takes the cards of others, once each time they say them, and says that they have come. */
function takeOver(calls: ReachingCalls, change: (change: (cards: ReachCards) => ReachCards) => void): void {
  const taken = new WeakSet<object>();
  effect(() => {
    for (const { callId, remotePeerId: id, features } of callViews.value) {
      const received = readView(features, REACH_KEY)?.received ?? null;
      if (received === null || taken.has(received)) continue;
      taken.add(received);
      attempt("take a card", async () => {
        const card = await readCard(received, { id, knownKey: findKey(knownPeers.peek(), id), nowMs: Date.now() });
        if (card === null) return console.warn("Cannot take a card: it is not of whoever hands it over");
        change((all) => takeCard(all, card));
        const seq = findCard(cards.peek(), id)?.seq ?? card.seq;
        calls.useFeature(callId, REACH_KEY, (feature) => feature.confirm(Math.min(seq, card.seq)));
      });
    }
  });
}

/** Whoever is no contact any more reaches nobody by the card that they have. */
function revoke(ownCard: OwnCard, keepUp: () => void): void {
  attempt("revoke the card", async () => {
    const registration = await navigator.serviceWorker?.getRegistration();
    await ownCard.rotate(registration?.pushManager ?? null);
    keepUp();
  });
}

/** Takes back what the system has shown of calls, by the worker or by this page, as the person looks at them here. */
function closeNotices(): void {
  const close = (callIds: readonly CallId[]) =>
    attempt("take back notifications", async () => {
      const registration = await navigator.serviceWorker?.getRegistration();
      for (const notice of await registration?.getNotifications() ?? []) {
        if (callIds.some((callId) => callId === notice.tag)) notice.close();
      }
    });
  const look = () => {
    const callIds = callViews.value.map(({ callId }) => callId);
    if (callIds.length > 0 && document.visibilityState === "visible" && document.hasFocus()) close(callIds);
  };
  effect(look);
  addEventListener("focus", look);
}
