/** Whether this browser can be told of calls while the page is closed, and says why not. */

import { effect, signal } from "@preact/signals";
import { pushNote } from "../../model/push_note.ts";
import { keptStore } from "../../kept/kept_store.ts";
import { OWN_REACH_KEY } from "../../kept/people/reach_cards.ts";
import type { OwnCard, OwnCardOptions } from "../../reach/own_card.ts";
import { reachWords } from "./reach_words.ts";

type Note = "ready" | "openOnly" | "homeScreen" | "failed";

const note = signal<Note | null>(null);
effect(() => void (pushNote.value = note.value && reachWords.value[note.value]));

/** Only Safari on phones and tablets tells of itself that it is no app. */
const isHomeScreenNeeded = "standalone" in navigator && navigator.standalone === false;

/**
 * Subscribes where the person wants notifications and all that is needed is there, or makes sure that it still is.
 *
 * @param isPassedOn whether the server passes pushed messages on; null while it has not said so
 */
export async function keepSubscribed(ownCard: OwnCard, isPassedOn: boolean | null): Promise<void> {
  if (typeof Notification === "undefined" || !("PushManager" in globalThis) || !("serviceWorker" in navigator)) {
    note.value = isHomeScreenNeeded ? "homeScreen" : "openOnly";
    return;
  }
  if (isPassedOn !== true) {
    // Another day it may: what was handed out stays.
    note.value = isPassedOn === false ? "openOnly" : null;
    return;
  }
  if (Notification.permission !== "granted") {
    note.value = null;
    await ownCard.keepUp(null);
    return;
  }
  const { pushManager } = await navigator.serviceWorker.ready;
  try {
    await ownCard.keepUp(pushManager);
    note.value = "ready";
  } catch (error) {
    note.value = "failed";
    throw error;
  }
}

/** Tells when the person has allowed notifications, or forbidden them. */
export function followPermission(handle: () => void): void {
  // Where a browser does not tell, the next time that the page is opened will do.
  navigator.permissions?.query({ name: "notifications" }).then(
    (status) => status.onchange = handle,
    (error: unknown) => console.warn("Cannot follow the permission to notify:", error),
  );
}

/** Acts in one tab after another, each of which has what the one before has stored; at once where there are no locks. */
export async function actAlone<T>(own: OwnCardOptions["own"], act: () => Promise<T>): Promise<T> {
  const { locks }: { readonly locks?: LockManager } = navigator;
  if (locks === undefined) return await act();
  /** Whether there is a record by now, behind all that this tab has changed. */
  const isStored = async () => {
    let stored: unknown;
    await keptStore.update(OWN_REACH_KEY, (record) => ({ record: stored = record }));
    return stored !== undefined;
  };
  return await locks.request("video-calling-reach", async () => {
    if (await isStored()) {
      own.change((reach) => reach); // Which has it read what others have stored.
      await isStored();
    }
    try {
      return await act();
    } finally {
      await isStored();
    }
  });
}
