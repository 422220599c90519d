/**
 * What a call is sent of the person's microphone and camera: nothing while it is on hold; else sound goes to all calls
 * alike, the picture to those in which the person wants to be seen. Used by `calls.ts` and by what it makes.
 */

import { insist } from "../bounds/attempt.ts";
import type { Call } from "../call/call.ts";
import { isOnHold } from "../call/holding.ts";
import { type Conversation, isOccupied, ownCalls } from "./call_screen.ts";
import type { Media } from "../media/media.ts";
import type { DeviceTracks, MediaState } from "../media/source.ts";

/** `state` is what the other end can expect to receive. */
export type SentMedia = { readonly tracks: DeviceTracks; readonly state: MediaState };

/** @param call undefined for one that is over, which is sent no picture either */
export function sentIn(call: Call | undefined, { tracks, state }: SentMedia): SentMedia {
  if (call !== undefined && isOnHold(call)) {
    return {
      tracks: { microphone: null, camera: null },
      state: { ...state, microphone: false, camera: false },
    };
  }
  return call?.sendsVideo
    ? { tracks, state }
    : { tracks: { ...tracks, camera: null }, state: { ...state, camera: false } };
}

/** Whether the person wants to be seen in any call. */
export function isSeen(conversation: Conversation): boolean {
  return ownCalls(conversation).some((call) => call.sendsVideo && !isOnHold(call));
}

/** First of all that a step brings about: no device is on that no call needs, whatever fails later. */
export function releaseDevices(
  conversation: Conversation,
  media: Pick<Media, "wantsVideo" | "close" | "rest" | "setCameraOn">,
): void {
  if (!isOccupied(conversation)) insist("close the devices", () => media.close());
  else if (ownCalls(conversation).every(isOnHold)) insist("close the devices", () => media.rest());
  else if (media.wantsVideo && !isSeen(conversation)) insist("close the camera", () => media.setCameraOn(false));
}

/**
 * The person wants to be seen by all whom they are in a call with, or by none; who only rings sees nobody. Whom they have
 * put on hold does not see them again for having the camera on for another.
 */
export function sendVideoIn(conversation: Conversation, sendsVideo: boolean): Conversation {
  const calls = new Map(conversation.calls);
  const own = ownCalls(conversation);
  const heard = own.filter(({ isHeld }) => !isHeld);
  for (const call of sendsVideo && heard.length > 0 ? heard : own) calls.set(call.callId, { ...call, sendsVideo });
  return { ...conversation, calls };
}
