/**
 * What the person may choose for a chat, and what is said of its being kept. It is loaded behind the chat, and shares no
 * code with it, which would be a part of its own.
 */

import type { VNode } from "preact";
import type { ChatWords } from "../../../words/en/features/chat.ts";
import type { ChatFeature, ChatView } from "../chat_key.ts";

type Props = {
  readonly words: ChatWords;
  readonly who: VNode;
  readonly use: (act: (chat: ChatFeature) => void) => void;
  readonly view: ChatView;
  /** Whether the person has opened them; what they should know of is said all the same. */
  readonly isOpen: boolean;
};

export function ChatOptions({ words, who, use, view, isOpen }: Props) {
  const { isWished, isRemoteWished, isLive, keptCount } = view;
  const isKept = isWished && isRemoteWished;
  const option = (id: "keep" | "live", note: string, isOn: boolean) => (
    <div class="setting">
      <div>
        <label for={id}>{words[id]}</label>
        <p id={`${id}-note`} class="quiet">{note}</p>
      </div>
      <input
        id={id}
        class="switch"
        type="checkbox"
        role="switch"
        aria-describedby={`${id}-note`}
        checked={isOn}
        onChange={() => use((chat) => id === "keep" ? chat.setWish(!isOn) : chat.setLive(!isOn))}
      />
    </div>
  );
  return (
    <div class={isOpen ? "chat-options open" : "chat-options"}>
      {isOpen && option("keep", words.keepNote, isWished)}
      {isOpen && option("live", words.liveOption, isLive)}
      <p role="status">
        {isKept ? words.keepBoth : isWished ? words.keepAlone(who) : isRemoteWished && words.keepAsked(who)}
      </p>
      {keptCount > 0 && (isOpen || !isKept) && (
        <button
          type="button"
          class="button tonal"
          onClick={() => use((chat) => chat.deleteKept())}
        >
          {words.deleteKept(keptCount)}
        </button>
      )}
    </div>
  );
}
