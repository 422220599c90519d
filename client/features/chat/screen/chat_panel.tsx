/**
 * The panel of the chat: what was written, and the field to write in. It stands beside the picture, or below it on a phone,
 * always clear of the controls. All that the other end wrote is shown as text.
 */

import { useSignal } from "@preact/signals";
import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import type { CallView } from "../../../conversation/call_views.ts";
import type { Actions } from "../../../model/state.ts";
import { CrossIcon } from "../../../screens/pieces/icons.tsx";
import { CHAT, type ChatView, TEXT_MAX } from "../chat_key.ts";
import { SendIcon } from "./chat_icons.tsx";
import { ChatMessage } from "./chat_message.tsx";
import { canChat, chatOf, chatWords, closeChat, draftOf, keepDraft } from "./chat_open.ts";

type Props = { readonly call: CallView; readonly actions: Actions };

/** How near to its end the list must be to follow what comes, in CSS pixels. */
const NEAR_END = 60;

export function ChatPanel({ call, actions }: Props) {
  const words = chatWords.value;
  const view = chatOf(call);
  useReading(call, actions, view);
  return (
    <section
      class="beside chat"
      aria-label={words.title}
      onKeyDown={(event) => {
        if (event.key !== "Escape" || event.isComposing) return;
        event.stopPropagation();
        closeChat();
      }}
    >
      <header>
        <h2>{words.title}</h2>
        <button type="button" class="close" title={words.close} aria-label={words.close} onClick={closeChat}>
          <CrossIcon />
        </button>
      </header>
      {canChat(call)
        ? (
          <>
            <Log call={call} actions={actions} view={view} />
            <Composer call={call} actions={actions} />
          </>
        )
        : <Lacking call={call} />}
    </section>
  );
}

/** Marks as read what comes while the person can see it. */
function useReading(call: CallView, actions: Actions, view: ChatView | null): void {
  const { callId } = call;
  const unreadCount = view?.unreadCount ?? 0;
  useEffect(() => {
    const read = () => {
      if (unreadCount > 0 && document.visibilityState === "visible") {
        actions.useFeature(callId, CHAT, (chat) => chat.markRead());
      }
    };
    read();
    document.addEventListener("visibilitychange", read);
    return () => document.removeEventListener("visibilitychange", read);
  }, [callId, unreadCount]);
}

function Lacking({ call }: { call: CallView }) {
  const ref = useRef<HTMLParagraphElement>(null);
  useLayoutEffect(() => ref.current?.focus({ preventScroll: true }), []);
  return (
    <p ref={ref} class="chat-empty" tabIndex={-1}>
      {chatWords.value.lacking(<bdi>{call.remoteName ?? call.remotePeerId}</bdi>)}
    </p>
  );
}

function Log({ call, actions, view }: Props & { view: ChatView | null }) {
  const words = chatWords.value;
  const logRef = useRef<HTMLDivElement>(null);
  const listRef = useRef<HTMLOListElement>(null);
  const isAtEndRef = useRef(true);
  const entries = view?.entries ?? [];
  const last = entries.at(-1);
  useLayoutEffect(() => {
    const log = logRef.current;
    if (log === null) return;
    // Whoever reads further up is left there, but for what they write themselves.
    if (isAtEndRef.current || last?.stage === "waiting") log.scrollTop = log.scrollHeight;
  }, [entries, view?.isRemoteTyping]);
  useEffect(() => {
    const [log, list] = [logRef.current, listRef.current];
    if (log === null || list === null) return;
    // Either may change its height: what is laid out only once it is seen, too.
    const observer = new ResizeObserver(() => {
      if (isAtEndRef.current) log.scrollTop = log.scrollHeight;
    });
    observer.observe(log);
    observer.observe(list);
    return () => observer.disconnect();
  }, []);
  const who = <bdi>{call.remoteName ?? call.remotePeerId}</bdi>;
  return (
    <>
      <div
        ref={logRef}
        class="chat-log"
        role="log"
        aria-live="polite"
        aria-relevant="additions"
        aria-label={words.title}
        tabIndex={0}
        onScroll={({ currentTarget: { scrollTop, scrollHeight, clientHeight } }) =>
          isAtEndRef.current = scrollHeight - scrollTop - clientHeight < NEAR_END}
      >
        {entries.length === 0 && <p class="chat-empty">{words.empty}</p>}
        {view?.isCut && <p class="chat-empty">{words.olderGone}</p>}
        <ol ref={listRef}>
          {entries.map((entry) => (
            <ChatMessage
              key={entry.key}
              entry={entry}
              remoteName={call.remoteName ?? call.remotePeerId}
              onAgain={() => actions.useFeature(call.callId, CHAT, (chat) => chat.sayAgain(entry.key))}
            />
          ))}
        </ol>
      </div>
      <p class="chat-typing">{view?.isRemoteTyping && words.isTyping(who)}</p>
    </>
  );
}

function Composer({ call, actions }: Props) {
  const { callId } = call;
  const words = chatWords.value;
  const fieldRef = useRef<HTMLTextAreaElement>(null);
  const excess = useSignal(0);
  useLayoutEffect(() => {
    const field = fieldRef.current;
    if (field === null) return;
    field.value = draftOf(call);
    change(field);
    field.focus({ preventScroll: true });
  }, []);

  const change = (field: HTMLTextAreaElement) => {
    keepDraft(call, field.value);
    field.style.height = "auto";
    field.style.height = `${field.scrollHeight + 2}px`; // With its border.
    excess.value = Math.max(0, field.value.trim().length - TEXT_MAX);
  };
  const send = () => {
    const field = fieldRef.current;
    if (field === null || field.value.trim() === "" || excess.value > 0) return;
    const text = field.value;
    actions.useFeature(callId, CHAT, (chat) => chat.say(text));
    field.value = "";
    change(field);
    field.focus({ preventScroll: true });
  };
  return (
    <form
      class="chat-form"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <textarea
        ref={fieldRef}
        class="field"
        rows={1}
        dir="auto"
        aria-label={words.message}
        placeholder={words.message}
        aria-invalid={excess.value > 0}
        aria-describedby="excess"
        enterkeyhint="send"
        autocomplete="off"
        onInput={({ currentTarget: field }) => {
          change(field);
          const isTyping = field.value.trim() !== "";
          actions.useFeature(callId, CHAT, (chat) => chat.noteTyping(isTyping));
        }}
        onKeyDown={(event) => {
          // While an input method composes, Enter takes what it offers; Safari says so by the code alone.
          if (event.key !== "Enter" || event.shiftKey || event.isComposing || event.keyCode === 229) return;
          event.preventDefault();
          send();
        }}
      />
      <button type="submit" class="send" title={words.send} aria-label={words.send}>
        <SendIcon />
      </button>
      <p id="excess" class="chat-excess" role="status">{excess.value > 0 && words.tooLong(excess.value)}</p>
    </form>
  );
}
