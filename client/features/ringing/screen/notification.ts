/**
 * Notifications of the browser, as far as the person wants them: by the service worker where there is one, which brings a
 * page to the front when they are pressed, and else by the page itself, which not every browser has.
 */

import { signal } from "@preact/signals";
import { attempt } from "../../../bounds/attempt.ts";
import type { Shown } from "../notices.ts";

/** `unable` where there are none for this page: Safari on phones outside an app, and Chrome on Android. */
export type NotificationState = NotificationPermission | "unable";

function readState(): NotificationState {
  return typeof Notification === "undefined" ? "unable" : Notification.permission;
}

export const notificationState = signal(readState());

/** Null before there is a worker. */
let registration: ServiceWorkerRegistration | null = null;
void navigator.serviceWorker?.ready.then((ready) => registration = ready);

function showByWorker(by: ServiceWorkerRegistration, title: string, options: NotificationOptions): Shown {
  const showing = by.showNotification(title, options);
  const close = async () => {
    await showing;
    for (const notification of await by.getNotifications({ tag: options.tag ?? "" })) notification.close();
  };
  attempt("notify", () => showing);
  return { close: () => attempt("take back a notification", close) };
}

/** Shows one; null where it may not. */
export function showNotification(title: string, options: NotificationOptions, onPress: () => void): Shown | null {
  if (readState() !== "granted") return null;
  if (registration !== null) return showByWorker(registration, title, options);
  if (notificationState.peek() === "unable") return null;
  try {
    const notification = new Notification(title, options);
    let isOver = false;
    notification.onclick = onPress;
    // Chromium does not close one that it has not shown yet, and shows it then.
    notification.onshow = () => isOver && notification.close();
    return {
      close() {
        isOver = true;
        notification.close();
      },
    };
  } catch (error) {
    console.warn("Cannot notify:", error); // Chrome on Android throws, and says so in no other way.
    notificationState.value = "unable";
    return null;
  }
}

/** Looks whether the person has allowed it meanwhile, or forbidden. */
export function lookAtNotifications(): void {
  if (notificationState.peek() !== "unable") notificationState.value = readState();
}

/** Has the browser ask the person, unless it would be for nothing. */
export async function askForNotifications(): Promise<void> {
  if (readState() === "unable") return;
  if (readState() === "default" && registration === null) {
    try {
      new Notification("").close(); // Not shown before it is allowed; but it throws where it never would be.
    } catch {
      notificationState.value = "unable";
      return;
    }
  }
  notificationState.value = await Notification.requestPermission();
}
