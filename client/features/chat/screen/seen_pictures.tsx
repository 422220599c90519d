/** How pictures in the chat look: one among the messages, and one that is seen large. Loaded once the chat is open. */

import { signal } from "@preact/signals";
import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import type { CallView } from "../../../conversation/call_views.ts";
import type { Actions } from "../../../model/state.ts";
import { CrossIcon } from "../../../screens/pieces/icons.tsx";
import type { ChatWords } from "../../../words/en/features/chat.ts";
import { CHAT_PICTURES, type ChatPicturesFeature, type PictureView } from "../../chat_pictures/chat_pictures_key.ts";
import type { Meta as MetaPiece } from "./chat_message.tsx";

/** What the chat has is handed in: what is imported here would be split from it. */
export type SeenProps = {
  readonly call: CallView;
  readonly actions: Actions;
  readonly picture: PictureView;
  readonly words: ChatWords;
  readonly Meta: typeof MetaPiece;
};

/** Which is seen large, and in which call: each numbers its own from 1. */
const large = signal<Pick<CallView, "callId"> & Pick<PictureView, "key"> | null>(null);

/** A stranger's is looked into only when the person says so. */
export function SeenPicture({ call, actions, picture, words, Meta }: SeenProps) {
  const { key, isOwn, atMs, stage, url, problem } = picture;
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
      {url && (
        <button
          type="button"
          class="chat-picture"
          title={words.openPicture}
          aria-label={words.openPicture}
          onClick={() => large.value = { callId: call.callId, key }}
        >
          <img src={url} alt="" />
        </button>
      )}
      {!url && !problem && (stage === "hidden"
        ? <button type="button" class="button tonal" onClick={show}>{words.showPicture}</button>
        : <p class="bubble">{words.picture}</p>)}
      <Meta
        atMs={atMs}
        stage={stage}
        problem={problem && words.pictureProblems[problem]}
        onAgain={isOwn && url ? () => use((pictures) => pictures.sendAgain(key)) : null}
      />
    </li>
  );
}

function close(): void {
  large.value = null;
}

type LargeProps = Pick<SeenProps, "call" | "words"> & { readonly pictures: readonly PictureView[] };

/** Closes by its button, a press anywhere, or Escape, and gives the focus back. */
export function LargePicture({ call, pictures, words }: LargeProps) {
  const ref = useRef<HTMLDialogElement>(null);
  const key = large.value?.callId === call.callId ? large.value.key : null;
  const url = pictures.find((picture) => picture.key === key)?.url;
  useLayoutEffect(() => ref.current?.showModal(), [url]);
  useEffect(() => close, []);
  if (!url) return null;
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
