/**
 * Shows in the title and on the icons what the person has not seen, and has the system tell them of calls while they look
 * at something else. Joins `notices.ts` to the page.
 */

import { effect } from "@preact/signals";
import { attempt } from "../../../bounds/attempt.ts";
import { isOthersName } from "../../../kept/people/acquaintances.ts";
import { isKnown } from "../../../kept/people/known_peers.ts";
import { missedCalls } from "../../../kept/people/missed_calls.ts";
import { calls, knownPeers, nameLook, unseenMissed } from "../../../model/state.ts";
import { callWords } from "../../../words/call_words.ts";
import { whoOf } from "../../../words/who.ts";
import { isAlarming, Notices } from "../notices.ts";
import { showNotification } from "./notification.ts";
import { ringingWords } from "./ringing_words.ts";
import { showOnIcons } from "./tab_icon.ts";

/** Whose words a notification may have: a person's whom the browser knows, by a name that is not somebody else's. */
function isNamed({ remotePeerId, remoteName }: Parameters<typeof whoOf>[0]): boolean {
  const known = knownPeers.peek();
  return isKnown(known, remotePeerId) && !isOthersName(known, remotePeerId, remoteName, nameLook.peek());
}

export function followCalls(): void {
  let channel: BroadcastChannel | null = null;
  const notices = new Notices({
    isSeen: () => document.visibilityState === "visible" && document.hasFocus(),
    show: showNotification,
    focus: () => globalThis.focus(),
    tell: (seen) => channel?.postMessage(seen),
    count: (unseen) => unseenMissed.value = unseen,
    sayRinging: (call) => isNamed(call) ? callWords.peek().title.incoming(whoOf(call)) : callWords.peek().title.waiting,
    sayMissed: (call) =>
      isNamed(call) ? callWords.peek().title.missed(whoOf(call)) : ringingWords.peek().missedStranger,
  });
  attempt("hear what is seen in other tabs", () => {
    channel = new BroadcastChannel("video-calling-seen");
    channel.onmessage = ({ data }: MessageEvent<unknown>) => notices.handleTold(data);
  });
  effect(() => notices.follow(calls.value));
  effect(() => notices.followMissed(missedCalls.value));
  effect(() => showOnIcons({ isRinging: calls.value.some(isAlarming), missed: unseenMissed.value }));
  addEventListener("focus", () => notices.handleSeen());
}
