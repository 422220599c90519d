/** What the person may choose for a chat, and what is said of its being kept. */

import type { CallView } from "../../../conversation/call_views.ts";
import type { Actions } from "../../../model/state.ts";
import { CHAT, type ChatFeature, type ChatView } from "../chat_key.ts";
import { chatWords } from "./chat_open.ts";

type Props = {
  readonly call: CallView;
  readonly actions: Actions;
  readonly view: ChatView;
  /** Whether the person has opened them; what they should know of is said all the same. */
  readonly isOpen: boolean;
};

export function ChatOptions({ call, actions, view, isOpen }: Props) {
  const words = chatWords.value;
  const { isWished, isRemoteWished, isLive, keptCount } = view;
  const who = <bdi>{call.remoteName ?? call.remotePeerId}</bdi>;
  const isKept = isWished && isRemoteWished;
  const use = (act: (chat: ChatFeature) => void) => actions.useFeature(call.callId, CHAT, act);
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
