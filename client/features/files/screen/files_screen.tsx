/**
 * What is shown of files in a call: how to send some (from the menu, by dropping or by pasting), the other end's offers,
 * which the person answers, how far all is while the list is closed, and the list.
 */

import { signal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import type { CallView } from "../../../conversation/call_views.ts";
import type { FeatureScreen } from "../../../model/feature_screen.ts";
import type { Actions } from "../../../model/state.ts";
import { isTextPasted } from "../../../page/pasted.ts";
import { loadStyle } from "../../../page/style.ts";
import { joinSentences } from "../../../words/language.ts";
import { whoOf } from "../../../words/who.ts";
import { FILES } from "../files_key.ts";
import { readDropped } from "./dropped.ts";
import { FileIcon, FolderIcon } from "./files_icons.tsx";
import { Choices, FilesPanel } from "./files_panel.tsx";
import {
  areFilesOpen,
  chooseFiles,
  closeFiles,
  filesOf,
  filesWords,
  offerFiles,
  openFiles,
  sayBytes,
  sayShare,
  sayWhat,
} from "./files_open.ts";

type Props = { readonly call: CallView; readonly actions: Actions };

/** Whether something hangs over the page that could be dropped on it. */
const isHovering = signal(false);

function FilesMenu({ call, actions }: Props) {
  return (
    <>
      {!areFilesOpen(call) && (
        <button
          type="button"
          class="menu-item"
          popovertarget="more-menu"
          popovertargetaction="hide"
          onClick={() => chooseFiles(call, actions, { isFolder: false })}
        >
          <FileIcon />
          <span>{filesWords.value.send}</span>
        </button>
      )}
      <button
        type="button"
        class="menu-item"
        popovertarget="more-menu"
        popovertargetaction="hide"
        onClick={() => areFilesOpen(call) ? closeFiles() : openFiles(call)}
      >
        <FolderIcon />
        <span>{filesWords.value.title}</span>
      </button>
    </>
  );
}

/** Of several offers the latest stands over the picture; the list has all. */
function FilesNotice({ call, actions }: Props) {
  const words = filesWords.value;
  const offer = filesOf(call).transfers.findLast(({ stage, isOutgoing }) => stage === "offered" && !isOutgoing);
  const question = offer && words.offered(whoOf(call), sayWhat(offer), sayBytes(offer.bytes));
  const said = joinSentences(question, offer?.problem && words.problems[offer.problem]);
  const isOpen = areFilesOpen(call);
  return (
    <>
      <p class="unseen" role="status">{said}</p>
      {!isOpen && offer && (
        <div class="chip request">
          <FileIcon />
          <span>{said}</span>
          <Choices transfer={offer} use={(act) => actions.useFeature(call.callId, FILES, act)} />
        </div>
      )}
      {!isOpen && <FilesUnderWay call={call} actions={actions} />}
    </>
  );
}

/** How far the latest is that moves, or that has come and is not saved; not what the other end has yet to save. */
function FilesUnderWay({ call }: Props) {
  const latest = filesOf(call).transfers.findLast(({ stage, canBeSaved, isSaved, bytes, doneBytes }) =>
    stage === "moving" ? doneBytes < bytes : canBeSaved && !isSaved
  );
  return latest && (
    <button type="button" class="chip chat-news" onClick={() => openFiles(call)}>
      <FileIcon />
      <span class="files-now">
        {filesWords.value.underWay(sayWhat(latest), sayShare(latest.doneBytes / Math.max(1, latest.bytes)))}
      </span>
    </button>
  );
}

function FilesLayer({ call, actions }: Props) {
  const callRef = useRef(call);
  callRef.current = call;
  useEffect(() => {
    // Its code is there before it is needed: the server may be gone by then, and what broke off goes on by itself.
    actions.useFeature(call.callId, FILES, () => {});
    loadStyle("files").catch((error: unknown) => console.warn("Cannot load the style of files yet:", error));
    return followDrops((picked) => offerFiles(callRef.current, actions, picked));
  }, [call.callId]);
  return (
    <>
      {isHovering.value && (
        <div class="files-drop" aria-hidden="true">
          <p>{filesWords.value.drop(whoOf(call))}</p>
        </div>
      )}
      {areFilesOpen(call) && call.connectedAtMs !== null && <FilesPanel call={call} actions={actions} />}
    </>
  );
}

/** Offers what is dropped on the page or pasted; a page that did not take it would be left for the file. */
function followDrops(offer: (picked: Awaited<ReturnType<typeof readDropped>>) => void): () => void {
  const isFiles = ({ dataTransfer }: DragEvent) => dataTransfer?.types.some((type) => /^files$/i.test(type)) === true;
  const over = (event: DragEvent) => {
    if (!isFiles(event)) return;
    isHovering.value = !event.defaultPrevented; // Else it is over what takes it itself.
    event.preventDefault();
  };
  const leave = ({ relatedTarget }: DragEvent) => {
    if (relatedTarget === null) isHovering.value = false;
  };
  const drop = (event: DragEvent) => {
    isHovering.value = false;
    if (!isFiles(event) || event.dataTransfer === null || event.defaultPrevented) return;
    event.preventDefault();
    readDropped(event.dataTransfer).then(
      offer,
      (error: unknown) => console.warn("Cannot read what was dropped:", error),
    );
  };
  const paste = (event: ClipboardEvent) => {
    const { clipboardData } = event;
    const files = [...clipboardData?.files ?? []];
    if (clipboardData === null || isTextPasted(clipboardData)) return;
    if (files.length === 0 || event.defaultPrevented) return;
    event.preventDefault();
    offer(files.map((file) => ({ path: file.name, file })));
  };
  const listeners = { dragover: over, dragleave: leave, drop, paste } as const;
  const entries = Object.entries(listeners) as [string, EventListener][];
  for (const entry of entries) document.addEventListener(...entry);
  return () => {
    isHovering.value = false;
    for (const entry of entries) document.removeEventListener(...entry);
  };
}

export const SCREEN: FeatureScreen = {
  name: FILES.name,
  Notice: FilesNotice,
  Layer: FilesLayer,
  Menu: FilesMenu,
  isOpenIn: areFilesOpen,
};
