/** Whether the chat is open, and in which call; and how it is found in a view. Kept apart from what is drawn. */

import type { CallView } from "../../../conversation/call_views.ts";
import { isIn, isPanelOpen, openPanel, type Place, sidePanel } from "../../../model/state.ts";
import { chat } from "../../../words/en/features/chat.ts";
import { createPart } from "../../../words/language.ts";
import { readView } from "../../../feature/feature.ts";
import { CHAT_PICTURES, type ChatPicturesView } from "../../chat_pictures/chat_pictures_key.ts";
import { CHAT, type ChatView } from "../chat_key.ts";

export const chatWords = createPart("call", "chat", chat);

/** What was written, and not sent, to each. */
const drafts = new Map<CallView["remotePeerId"], Place & { readonly text: string }>();

/** A call has the screen: what was open in another is not for it, nor what was written to the same person in one before. */
export function enterCall(call: CallView): void {
  if (!isIn(call, sidePanel.peek())) sidePanel.value = null;
  if (!isIn(call, drafts.get(call.remotePeerId))) drafts.delete(call.remotePeerId);
}

export function isChatOpen(call: CallView): boolean {
  return isPanelOpen(CHAT.name, call);
}

export function openChat(call: CallView): void {
  openPanel(CHAT.name, call);
}

export function keepDraft({ callId, remotePeerId }: CallView, text: string): void {
  drafts.set(remotePeerId, { callId, remotePeerId, text });
}

export function draftOf(call: CallView): string {
  const draft = drafts.get(call.remotePeerId);
  return draft && isIn(call, draft) ? draft.text : "";
}

/** Gives the focus back to the button that opened it. */
export function closeChat(): void {
  sidePanel.value = null;
  document.querySelector<HTMLElement>(".chat-button")?.focus({ preventScroll: true });
}

/** Whether the other end has a chat as well. */
export function canChat({ features }: CallView): boolean {
  return features.has(CHAT.name);
}

/** Null while its code is not there. */
export function chatOf({ features }: CallView): ChatView | null {
  return readView(features, CHAT);
}

/** Whether the other end takes pictures in the chat. */
export function canSendPictures({ features }: CallView): boolean {
  return features.has(CHAT_PICTURES.name);
}

export function picturesOf({ features }: CallView): ChatPicturesView {
  return readView(features, CHAT_PICTURES) ?? { pictures: [], unreadCount: 0 };
}

/** How many messages and pictures of the other end the person has not seen. */
export function unreadCountOf(call: CallView): number {
  return (chatOf(call)?.unreadCount ?? 0) + picturesOf(call).unreadCount;
}

/** The latest of the other end's, while there are some that the person has not seen; null otherwise. */
export function latestUnread(call: CallView): string | null {
  if (picturesOf(call).unreadCount > 0) return chatWords.value.picture;
  const view = chatOf(call);
  if (view === null || view.unreadCount === 0) return null;
  return view.entries.findLast(({ stage }) => stage === "heard")?.text ?? null;
}
