/**
 * The part of the service worker that tells of calls while no page is open (W3C Push API, Notifications API). The worker
 * loads it as it is installed; the build makes one script of it. It only reads what pages keep.
 *
 * Every push is shown, or browsers cancel the subscription: by the name that we keep where a contact has signed it, in
 * our own words alone where nobody has whom we know. A call that is old or was shown before does not ring again, nor does
 * one that the person does not let ring.
 */

import { dropOldest } from "../../signaling/protocol/drop_oldest.ts";
import { type Guard, list, shape } from "../../signaling/protocol/guards.ts";
import { isPeerId, type PeerId } from "../../signaling/protocol/ids.ts";
import { readClock } from "../attention/quiet_times.ts";
import { ENGLISH, isNoticeWords, type NoticeWords } from "./notice_words.ts";
import { isFresh, isRingMessage, isSignedBy, type Ring } from "./ring_claim.ts";
import { isKnownCaller, isSilenced, type KnownCaller } from "./silenced.ts";

/** TypeScript has types of either a page or a worker. */
interface PushingEvent extends Event {
  readonly data?: { json(): unknown };
  readonly notification: Notification;
  readonly action: string;
  waitUntil(done: Promise<unknown>): void;
}
interface Client {
  readonly url: string;
  focus(): Promise<unknown>;
}
interface PushScope {
  readonly clients: {
    matchAll(options: { type: "window"; includeUncontrolled: boolean }): Promise<readonly Client[]>;
    openWindow(url: string): Promise<unknown>;
  };
  readonly registration: {
    showNotification(title: string, options: NotificationOptions & { actions?: readonly object[] }): Promise<void>;
  };
  addEventListener(type: string, handle: (event: PushingEvent) => void): void;
}
const scope = globalThis as unknown as PushScope;

/** As `kept_store.ts` and `known_peers.ts` have it. */
const [DATABASE, STORE] = ["video-calling-kept", "records"];
/** A proxy may put it below a path, and other pages beside it. */
const PAGE = new URL("./", location.href).href;
const DECLINE = "decline";
/** Under which what names nobody is shown: one takes the place of another. */
const NO_CALL = "call";
const SHOWN_MAX = 64;

/** Calls that rang here, as long as the browser keeps the worker. */
const shown = new Set<string>();

const isPeer: Guard<PeerId> = isPeerId;

const KEYS = ["known-peers", "notice-words", "blocked-peers", "do-not-disturb", "who-rings"];
/** In the order of their keys. */
type Records = readonly unknown[];

/** Reads what pages keep; where there is nothing yet it makes nothing either, or no page could. */
function readRecords(): Promise<Records> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(DATABASE);
    opening.onupgradeneeded = () => opening.transaction?.abort();
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const database = opening.result;
      const transaction = database.transaction(STORE, "readonly");
      const store = transaction.objectStore(STORE);
      const records = KEYS.map((key) => store.get(key));
      transaction.oncomplete = () => {
        database.close();
        resolve(records.map(({ result }) => result));
      };
      transaction.onabort = () => reject(transaction.error);
    };
  });
}

function readRing(event: PushingEvent): Ring | null {
  try {
    const message = event.data?.json();
    return isRingMessage(message) ? message.ring : null;
  } catch {
    return null; // No JSON, and so none of ours.
  }
}

/** Gives who calls as we keep them; null where nobody has signed it whom we know, or want to hear of, or not for us. */
async function findCaller(ring: Ring, own: PeerId | null, [known, , blocked]: Records): Promise<KnownCaller | null> {
  const isCaller = ({ peerId }: { peerId: PeerId }) => peerId === ring.caller;
  const people = Array.isArray(known) ? known.filter((each) => isKnownCaller(each)) : [];
  const isBlocked = list(shape({ peerId: isPeer }))(blocked) && blocked.some(isCaller);
  const caller = people.find(isCaller);
  if (caller === undefined || isBlocked || ring.callee !== own) return null;
  return await isSignedBy(caller.publicKey, ring) ? caller : null;
}

function titleOf(words: NoticeWords, name: string | null, isRinging: boolean): string {
  if (name === null) return isRinging ? words.someoneRinging : words.someoneMissed;
  return (isRinging ? words.ringing : words.missed).replace("%", () => name);
}

async function show(event: PushingEvent): Promise<void> {
  const ring = readRing(event);
  const records = await readRecords().catch((error: unknown) => {
    console.warn("Cannot read what is kept:", error);
    return [];
  });
  const [, kept, , quiet, whoRings] = records;
  const words = isNoticeWords(kept) ? kept : ENGLISH;
  const caller = ring && await findCaller(ring, words.own, records);
  const name = caller && (caller.ownName ?? caller.shownName ?? caller.peerId);
  const silent = isSilenced(caller, { quiet, whoRings }, readClock());
  // Whoever has a card and is nobody we know may say that it rings; a call that did so before, or did long ago, is over.
  const isRinging = ring !== null && !silent && ring.state === "ringing" && isFresh(ring, Date.now()) &&
    !shown.has(ring.callId);
  if (ring !== null) shown.add(ring.callId);
  dropOldest(shown, SHOWN_MAX);
  const actions = [
    { action: "accept", title: words.accept },
    { action: DECLINE, title: words.decline },
  ];
  await scope.registration.showNotification(titleOf(words, name, isRinging), {
    tag: caller !== null && ring !== null ? ring.callId : NO_CALL,
    icon: "icon-192.png",
    ...{ lang: words.lang, dir: words.dir },
    silent,
    requireInteraction: isRinging,
    ...(isRinging ? { actions } : {}),
  });
}

/** Brings a page of ours to the front, or opens one: what still rings rings there, as its caller says it again. */
async function openPage(): Promise<void> {
  const open = await scope.clients.matchAll({ type: "window", includeUncontrolled: true });
  const page = open.find(({ url }) => url.split(/[?#]/)[0] === PAGE);
  await (page === undefined ? scope.clients.openWindow(PAGE) : page.focus());
}

scope.addEventListener("push", (event) => event.waitUntil(show(event)));
scope.addEventListener("notificationclick", (event) => {
  event.notification.close();
  if (event.action !== DECLINE) event.waitUntil(openPage());
});
