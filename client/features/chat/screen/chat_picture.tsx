/**
 * Pictures in the chat: how they are pasted and dropped, one among the messages, and one that is seen large. A stranger's is
 * looked into only when the person says so.
 */

import { signal } from "@preact/signals";
import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import type { CallView } from "../../../conversation/call_views.ts";
import type { Actions } from "../../../model/state.ts";
import { isTextPasted } from "../../../page/pasted.ts";
import { CrossIcon } from "../../../screens/pieces/icons.tsx";
import { CHAT_PICTURES, type ChatPicturesFeature, type PictureView } from "../../chat_pictures/chat_pictures_key.ts";
import { Meta } from "./chat_message.tsx";
import { canSendPictures, chatWords, picturesOf } from "./chat_open.ts";

type Props = { readonly call: CallView; readonly actions: Actions; readonly picture: PictureView };

const PICTURE = /^image\/(?:png|jpeg|webp|gif|avif)$/;

/** Which is seen large, and in which call: each numbers its own from 1. */
const large = signal<Pick<CallView, "callId"> & Pick<PictureView, "key"> | null>(null);

/** What takes pictures that are pasted and dropped; all else is left to whoever takes files. */
export function takePictures(call: CallView, actions: Actions) {
  const take = (event: Event, handed: DataTransfer | null) => {
    if (handed !== null && event.type === "paste" && isTextPasted(handed)) return;
    const items = [...handed?.items ?? []].filter(({ kind }) => kind === "file");
    if (!canSendPictures(call) || items.length === 0 || !items.every(({ type }) => PICTURE.test(type))) return;
    event.preventDefault();
    if (event.type === "dragover") return;
    const files = items.map((item) => item.getAsFile()).filter((file) => file !== null);
    actions.useFeature(call.callId, CHAT_PICTURES, (pictures) => pictures.add(files));
  };
  const takeDragged = (event: DragEvent) => take(event, event.dataTransfer);
  return {
    onPaste: (event: ClipboardEvent) => take(event, event.clipboardData),
    onDrop: takeDragged,
    onDragOver: takeDragged,
  };
}

export function ChatPicture({ call, actions, picture: { key, isOwn, atMs, stage, url, problem } }: Props) {
  const words = chatWords.value;
  const use = (act: (pictures: ChatPicturesFeature) => unknown) => actions.useFeature(call.callId, CHAT_PICTURES, act);
  const show = () => use((pictures) => pictures.show(key));
  useEffect(() => {
    if (stage === "hidden" && !call.isStranger) show();
  }, [stage]);
  return (
    <li class={isOwn ? "mine" : "theirs"}>
      <span class="unseen">
        {isOwn ? words.youWrote : words.theyWrote(<bdi>{call.remoteName ?? call.remotePeerId}</bdi>)}
      </span>
      {url !== null && (
        <button
          type="button"
          class="picture"
          title={words.openPicture}
          aria-label={words.openPicture}
          onClick={() => large.value = { callId: call.callId, key }}
        >
          <img src={url} alt="" />
        </button>
      )}
      {url === null && problem === null && (stage === "hidden"
        ? <button type="button" class="button tonal" onClick={show}>{words.showPicture}</button>
        : <p class="bubble">{words.picture}</p>)}
      <Meta
        atMs={atMs}
        stage={stage}
        problem={problem && words.pictureProblems[problem]}
        onAgain={isOwn && url !== null ? () => use((pictures) => pictures.sendAgain(key)) : null}
      />
    </li>
  );
}

function close(): void {
  large.value = null;
}

/** Closes by its button, a press anywhere, or Escape, and gives the focus back. */
export function LargePicture({ call }: { readonly call: CallView }) {
  const words = chatWords.value;
  const ref = useRef<HTMLDialogElement>(null);
  const key = large.value?.callId === call.callId ? large.value.key : null;
  const url = picturesOf(call).pictures.find((picture) => picture.key === key)?.url ?? null;
  useLayoutEffect(() => ref.current?.showModal(), [url]);
  useEffect(() => close, []);
  if (url === null) return null;
  return (
    <dialog
      ref={ref}
      class="large-picture"
      aria-label={words.picture}
      onClick={({ currentTarget }) => currentTarget.close()}
      onClose={close}
    >
      <img src={url} alt={words.picture} />
      <button type="button" class="control" title={words.closePicture} aria-label={words.closePicture}>
        <CrossIcon />
      </button>
    </dialog>
  );
}
