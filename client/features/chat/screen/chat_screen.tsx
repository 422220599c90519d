/**
 * What the chat shows in a call: its button with the number of messages that nobody has read, the last of these over the
 * pictures and for whoever hears the page, and the panel. Where the other end has no chat, the panel says so.
 */

import { useLayoutEffect } from "preact/hooks";
import type { CallView } from "../../../conversation/call_views.ts";
import type { FeatureScreen } from "../../../model/feature_screen.ts";
import type { Actions } from "../../../model/state.ts";
import { isolate, whoOf } from "../../../words/who.ts";
import { CHAT } from "../chat_key.ts";
import { ChatIcon } from "./chat_icons.tsx";
import { chatWords, closeChat, enterCall, isChatOpen, latestUnread, openChat, unreadCountOf } from "./chat_open.ts";
import { ChatPanel } from "./chat_panel.tsx";
import { LargePicture } from "./chat_picture.tsx";

type Props = { readonly call: CallView; readonly actions: Actions };

/** Units of a message that are said aloud while the panel is closed. */
const SPOKEN_MAX = 200;
const COUNT_MAX = 99;

function ChatButton({ call }: Props) {
  const words = chatWords.value;
  useLayoutEffect(() => enterCall(call), [call.callId]);
  const isOpen = isChatOpen(call);
  const unreadCount = isOpen ? 0 : unreadCountOf(call);
  const isUnread = unreadCount > 0;
  return (
    <>
      <button
        type="button"
        class={`control chat-button ${isOpen ? "open" : ""}`}
        title={words.title}
        aria-label={words.title}
        aria-expanded={isOpen}
        aria-describedby={isUnread ? "unread" : undefined}
        onClick={() => isOpen ? closeChat() : openChat(call)}
      >
        <ChatIcon />
        {isUnread && (
          <span class="badge" aria-hidden="true">{unreadCount > COUNT_MAX ? `${COUNT_MAX}+` : unreadCount}</span>
        )}
      </button>
      <p class="unseen" role="status">{isOpen ? "" : spokenNews(call)}</p>
      {isUnread && <p class="unseen" id="unread" aria-hidden="true">{words.unread(unreadCount)}</p>}
    </>
  );
}

/** One message is read out; of several, how many there are. */
function spokenNews(call: CallView): string {
  const text = latestUnread(call);
  const count = unreadCountOf(call);
  if (text === null) return "";
  if (count > 1) return chatWords.value.unread(count);
  return chatWords.value.newMessage(whoOf(call), isolate(text.slice(0, SPOKEN_MAX)));
}

/** Shows the last message until the person has looked: it does not fade, as the button does. */
function ChatNews({ call }: Props) {
  const text = latestUnread(call);
  if (text === null || isChatOpen(call)) return null;
  return (
    <button type="button" class="chip chat-news" onClick={() => openChat(call)}>
      <ChatIcon />
      <span class="ellipsis">
        <bdi>{call.remoteName ?? call.remotePeerId}</bdi> <bdi>{text.slice(0, SPOKEN_MAX)}</bdi>
      </span>
    </button>
  );
}

function ChatLayer({ call, actions }: Props) {
  if (!isChatOpen(call) || call.connectedAtMs === null) return null;
  return (
    <>
      <ChatPanel call={call} actions={actions} />
      <LargePicture call={call} />
    </>
  );
}

/** Messages that people leave are shown by the same. */
export { findLinks as links } from "../links.ts";

export const SCREEN: FeatureScreen = {
  name: CHAT.name,
  isAlwaysShown: true,
  Notice: ChatNews,
  Layer: ChatLayer,
  Control: ChatButton,
  shortcuts: [{
    key: "c",
    say: () => chatWords.value.title,
    press: (call) => isChatOpen(call) ? closeChat() : openChat(call),
  }],
  isOpenIn: isChatOpen,
};
