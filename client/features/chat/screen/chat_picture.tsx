/** Pictures in the chat: how they are pasted and dropped; and how they look, which is loaded once the chat is open. */

import type { CallView } from "../../../conversation/call_views.ts";
import type { Actions } from "../../../model/state.ts";
import { isTextPasted } from "../../../page/pasted.ts";
import { CHAT_PICTURES } from "../../chat_pictures/chat_pictures_key.ts";
import { Meta } from "./chat_message.tsx";
import { canSendPictures, chatWords, picturesOf } from "./chat_open.ts";
import { more } from "./load_more.ts";
import type { SeenProps } from "./seen_pictures.tsx";

const PICTURE = /^image\/(?:png|jpeg|webp|gif|avif)$/;

/** What takes pictures that are pasted and dropped; all else is left to whoever takes files. */
export function takePictures(call: CallView, actions: Actions) {
  const take = (event: Event, handed: DataTransfer | null) => {
    if (handed && event.type === "paste" && isTextPasted(handed)) return;
    const items = [...handed?.items ?? []].filter(({ kind }) => kind === "file");
    if (!canSendPictures(call) || items.length === 0 || !items.every(({ type }) => PICTURE.test(type))) return;
    event.preventDefault();
    if (event.type === "dragover") return;
    const files = items.flatMap((item) => item.getAsFile() ?? []);
    actions.useFeature(call.callId, CHAT_PICTURES, (pictures) => pictures.add(files));
  };
  const takeDragged = (event: DragEvent) => take(event, event.dataTransfer);
  return {
    onPaste: (event: ClipboardEvent) => take(event, event.clipboardData),
    onDrop: takeDragged,
    onDragOver: takeDragged,
  };
}

/** One whose code has not come is a word for it. */
export function ChatPicture(props: Omit<SeenProps, "words" | "Meta">) {
  const code = more.value;
  const words = chatWords.value;
  return code === null
    ? (
      <li class="theirs">
        <p class="bubble">{words.picture}</p>
      </li>
    )
    : <code.SeenPicture {...props} words={words} Meta={Meta} />;
}

export function LargePicture({ call }: { readonly call: CallView }) {
  const code = more.value;
  return code && <code.LargePicture call={call} pictures={picturesOf(call).pictures} words={chatWords.value} />;
}
