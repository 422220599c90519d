/**
 * The part of the service worker that tells of calls while no page is open (W3C Push API, Notifications API). The worker
 * loads it as it is installed; the build makes one script of it. It only reads what pages keep.
 *
 * Every push is shown, or browsers cancel the subscription: by the name that we keep where a contact has signed it, in
 * our own words alone where nobody has whom we know. A call that is old or was shown before does not ring again.
 */

import { dropOldest } from "../../signaling/protocol/drop_oldest.ts";
import { type Guard, list, nullable, shape, text } from "../../signaling/protocol/guards.ts";
import { isPeerId, type PeerId } from "../../signaling/protocol/ids.ts";
import { ENGLISH, isNoticeWords, type NoticeWords } from "./notice_words.ts";
import { isFresh, isRingMessage, isSignedBy, type Ring } from "./ring_claim.ts";

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
/** Under which what names no call is shown. */
const NO_CALL = "call";
const SHOWN_MAX = 64;

/** Calls that rang here, as long as the browser keeps the worker. */
const shown = new Set<string>();

const isPeer: Guard<PeerId> = isPeerId;
const isKnownPeer = shape({ peerId: isPeer, shownName: nullable(text()), publicKey: text() });

type Records = { readonly known: unknown; readonly words: unknown; readonly blocked: unknown };

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
      const [known, words, blocked] = ["known-peers", "notice-words", "blocked-peers"].map((key) => store.get(key));
      transaction.oncomplete = () => {
        database.close();
        resolve({ known: known?.result, words: words?.result, blocked: blocked?.result });
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

/** Gives the name that we keep of the caller; null where nobody has signed it whom we know, or want to hear of. */
async function findName(ring: Ring, { known, blocked }: Records): Promise<string | null> {
  const isCaller = ({ peerId }: { peerId: PeerId }) => peerId === ring.caller;
  const people = Array.isArray(known) ? known.filter((each) => isKnownPeer(each)) : [];
  const isBlocked = list(shape({ peerId: isPeer }))(blocked) && blocked.some(isCaller);
  const caller = people.find(isCaller);
  if (caller === undefined || isBlocked) return null;
  return await isSignedBy(caller.publicKey, ring) ? caller.shownName ?? caller.peerId : null;
}

function titleOf(words: NoticeWords, name: string | null, isRinging: boolean): string {
  if (name === null) return isRinging ? words.someoneRinging : words.someoneMissed;
  return (isRinging ? words.ringing : words.missed).replace("%", () => name);
}

async function show(event: PushingEvent): Promise<void> {
  const ring = readRing(event);
  const records = await readRecords().catch((error: unknown) => {
    console.warn("Cannot read what is kept:", error);
    return { known: null, words: null, blocked: null };
  });
  const words = isNoticeWords(records.words) ? records.words : ENGLISH;
  const name = ring && await findName(ring, records);
  // Whoever has a card and is nobody we know may say that it rings; a call that did so before, or did long ago, is over.
  const isRinging = ring !== null && ring.state === "ringing" && isFresh(ring, Date.now()) && !shown.has(ring.callId);
  if (ring !== null) shown.add(ring.callId);
  dropOldest(shown, SHOWN_MAX);
  const actions = [
    { action: "accept", title: words.accept },
    { action: DECLINE, title: words.decline },
  ];
  await scope.registration.showNotification(titleOf(words, name, isRinging), {
    tag: ring?.callId ?? NO_CALL,
    icon: "icon-192.png",
    ...{ lang: words.lang, dir: words.dir },
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
