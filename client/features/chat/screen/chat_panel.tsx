/**
 * The panel of the chat: what was written, and the field to write in. It stands beside the picture, or below it on a phone,
 * always clear of the controls. All that the other end wrote is shown as text.
 */

import { useSignal } from "@preact/signals";
import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import type { CallView } from "../../../conversation/call_views.ts";
import type { Actions } from "../../../model/state.ts";
import { CrossIcon, MoreIcon } from "../../../screens/pieces/icons.tsx";
import { CHAT_PICTURES, type PictureView } from "../../chat_pictures/chat_pictures_key.ts";
import { CHAT, type ChatEntry, type ChatView } from "../chat_key.ts";
import { SendIcon } from "./chat_icons.tsx";
import { ChatDraft } from "./chat_draft.tsx";
import { ChatMessage } from "./chat_message.tsx";
import { canChat, chatOf, chatWords, closeChat, draftOf, keepDraft, picturesOf, unreadCountOf } from "./chat_open.ts";
import { ChatPicture, takePictures } from "./chat_picture.tsx";
import { TEXT_MAX } from "../text_max.ts";
import { loadMore, more } from "./load_more.ts";

type Props = { readonly call: CallView; readonly actions: Actions };

/** How near to its end the list must be to follow what comes, in CSS pixels. */
const NEAR_END = 60;

loadMore();

export function ChatPanel({ call, actions }: Props) {
  const words = chatWords.value;
  const view = chatOf(call);
  const hasOptions = useSignal(false);
  const Options = more.value?.ChatOptions;
  useEffect(() => {
    loadMore();
    // Its code is there before it is needed: the server may be gone by then.
    actions.useFeature(call.callId, CHAT_PICTURES, () => {});
  }, []);
  useReading(call, actions);
  return (
    <section
      class="beside chat"
      aria-label={words.title}
      {...takePictures(call, actions)}
      onKeyDown={(event) => {
        if (event.key !== "Escape" || event.isComposing) return;
        event.stopPropagation();
        closeChat();
      }}
    >
      <header>
        <h2>{words.title}</h2>
        {view && Options && (
          <button
            type="button"
            class="close"
            title={words.options}
            aria-label={words.options}
            aria-expanded={hasOptions.value}
            onClick={() => hasOptions.value = !hasOptions.value}
          >
            <MoreIcon />
          </button>
        )}
        <button type="button" class="close" title={words.close} aria-label={words.close} onClick={closeChat}>
          <CrossIcon />
        </button>
      </header>
      {canChat(call)
        ? (
          <>
            {view && Options && (
              <Options
                words={words}
                who={<bdi>{call.remoteName ?? call.remotePeerId}</bdi>}
                use={(act) => actions.useFeature(call.callId, CHAT, act)}
                view={view}
                isOpen={hasOptions.value}
              />
            )}
            <Log call={call} actions={actions} view={view} />
            <Composer call={call} actions={actions} isLive={view?.isLive ?? false} />
          </>
        )
        : <Lacking call={call} />}
    </section>
  );
}

/** Marks as read what comes while the person can see it. */
function useReading(call: CallView, actions: Actions): void {
  const { callId } = call;
  const unreadCount = unreadCountOf(call);
  useEffect(() => {
    const read = () => {
      if (unreadCount > 0 && !document.hidden) {
        actions.useFeature(callId, CHAT, (chat) => chat.markRead());
        actions.useFeature(callId, CHAT_PICTURES, (pictures) => pictures.markRead());
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
  // Where the list stood while it followed what comes, in CSS pixels from its top; −1 once the person reads further up.
  const topRef = useRef(0);
  const entries = view?.entries ?? [];
  const { pictures } = picturesOf(call);
  const last = entries.at(-1);
  const follow = () => {
    const log = logRef.current;
    if (!log) return;
    log.scrollTop = log.scrollHeight;
    topRef.current = log.scrollTop;
  };
  // Whoever reads further up is left there, but for what they write themselves.
  useLayoutEffect(() => {
    if (topRef.current >= 0 || last?.stage === "waiting") follow();
  }, [entries, pictures, view?.isRemoteTyping, view?.remoteDraft]);
  useEffect(() => {
    // Either may change its height: what is laid out only once it is seen, too.
    const observer = new ResizeObserver(() => topRef.current >= 0 && follow());
    for (const { current } of [logRef, listRef]) if (current) observer.observe(current);
    return () => observer.disconnect();
  }, []);
  const name = call.remoteName ?? call.remotePeerId;
  const items = mergePictures(entries, pictures);
  const drawn = items.map((item) =>
    "text" in item
      ? (
        <ChatMessage
          key={item.key}
          entry={item}
          remoteName={name}
          onAgain={() => actions.useFeature(call.callId, CHAT, (chat) => chat.sayAgain(item.key))}
        />
      )
      : <ChatPicture key={`picture ${item.key}`} call={call} actions={actions} picture={item} />
  );
  return (
    <>
      <div
        ref={logRef}
        class="chat-log"
        role="log"
        aria-relevant="additions"
        aria-label={words.title}
        tabIndex={0}
        onScroll={({ currentTarget: { scrollTop, scrollHeight, clientHeight } }) => {
          // Only a person goes up: a list that grew between its scrolling and this event is still followed.
          if (scrollHeight - scrollTop - clientHeight < NEAR_END) topRef.current = scrollTop;
          else if (scrollTop < topRef.current) topRef.current = -1;
        }}
      >
        {!items.length && <p class="chat-empty">{words.empty}</p>}
        {view?.isCut && <p class="chat-empty">{words.olderGone}</p>}
        <ol ref={listRef}>
          {more.value?.divide(items, drawn, call, words) ?? drawn}
        </ol>
        <ChatDraft call={call} draft={view?.remoteDraft ?? ""} />
      </div>
      <p class="chat-typing">{view?.isRemoteTyping && words.isTyping(<bdi>{name}</bdi>)}</p>
    </>
  );
}

/** Puts pictures where they belong among the messages, which stay in their order. */
function mergePictures(entries: readonly ChatEntry[], pictures: readonly PictureView[]): (ChatEntry | PictureView)[] {
  let from = 0;
  const before = (atMs: number) => {
    const first = from;
    while ((pictures[from]?.atMs ?? Infinity) < atMs) from++;
    return pictures.slice(first, from);
  };
  return [...entries.flatMap((entry) => [...before(entry.atMs), entry]), ...pictures.slice(from)];
}

function Composer({ call, actions, isLive }: Props & { isLive: boolean }) {
  const { callId } = call;
  const words = chatWords.value;
  const fieldRef = useRef<HTMLTextAreaElement>(null);
  const excess = useSignal(0);
  useLayoutEffect(() => {
    const field = fieldRef.current;
    if (!field) return;
    field.value = draftOf(call);
    change(field);
    field.focus({ preventScroll: true });
  }, []);
  useEffect(() => {
    note(fieldRef.current?.value ?? "");
    return () => note(""); // Nobody is left to change it.
  }, [callId]);

  const note = (draft: string) => actions.useFeature(callId, CHAT, (chat) => chat.noteDraft(draft));
  const change = (field: HTMLTextAreaElement) => {
    keepDraft(call, field.value);
    field.style.height = "auto";
    field.style.height = `${field.scrollHeight + 2}px`; // With its border.
    excess.value = Math.max(0, field.value.trim().length - TEXT_MAX);
  };
  const send = () => {
    const field = fieldRef.current;
    if (!field?.value.trim() || excess.value > 0) return;
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
          note(field.value);
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
      {isLive && <p class="chat-live">{words.liveNote}</p>}
    </form>
  );
}
