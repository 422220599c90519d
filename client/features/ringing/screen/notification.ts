/** Notifications of the browser, as far as it has them for a page without a service worker, and the person wants them. */

import { signal } from "@preact/signals";
import type { Shown } from "../notices.ts";

/** `unable` where there are none for this page: Safari on phones outside an app, and Chrome on Android. */
export type NotificationState = NotificationPermission | "unable";

function readState(): NotificationState {
  return typeof Notification === "undefined" ? "unable" : Notification.permission;
}

export const notificationState = signal(readState());

/** Shows one; null where it may not. */
export function showNotification(title: string, options: NotificationOptions, onPress: () => void): Shown | null {
  if (readState() !== "granted" || notificationState.peek() === "unable") return null;
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
  if (readState() === "default") {
    try {
      new Notification("").close(); // Not shown before it is allowed; but it throws where it never would be.
    } catch {
      notificationState.value = "unable";
      return;
    }
  }
  notificationState.value = await Notification.requestPermission();
}
