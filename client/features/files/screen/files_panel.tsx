/**
 * The list of files: what is offered, under way and over, both ways, each with what can be done about it. It stands where
 * the chat does, beside the picture or below it, clear of the controls.
 */

import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import type { CallView } from "../../../conversation/call_views.ts";
import type { Actions } from "../../../model/state.ts";
import { CrossIcon } from "../../../screens/pieces/icons.tsx";
import { formatTimer } from "../../../words/grammar/timer.ts";
import { whoOf } from "../../../words/who.ts";
import { FILES, type FilesFeature, type TransferStage, type TransferView } from "../files_key.ts";
import { FileIcon, FolderIcon, PauseIcon, ResumeIcon } from "./files_icons.tsx";
import { chooseFiles, closeFiles, filesOf, filesWords, sayBytes } from "./files_open.ts";

type Props = { readonly call: CallView; readonly actions: Actions };
type Use = (act: (feature: FilesFeature) => unknown) => void;

/** Paths that are listed of one transfer. */
const LISTED_MAX = 5;

export function FilesPanel({ call, actions }: Props) {
  const words = filesWords.value;
  const { transfers, isTooMany } = filesOf(call);
  const headerRef = useRef<HTMLElement>(null);
  useEffect(() => headerRef.current?.querySelector("button")?.focus({ preventScroll: true }), []);
  const use: Use = (act) => actions.useFeature(call.callId, FILES, act);
  return (
    <section
      class="beside chat files"
      aria-label={words.title}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.stopPropagation();
        closeFiles();
      }}
    >
      <header ref={headerRef}>
        <h2>{words.title}</h2>
        <Small name={words.close} onPress={closeFiles}>
          <CrossIcon />
        </Small>
      </header>
      <div class="files-list" tabIndex={0} role="group" aria-label={words.title}>
        {!transfers.length && <p class="chat-empty">{words.empty}</p>}
        {isTooMany && <p class="chat-empty files-problem" role="status">{words.tooMany}</p>}
        <ul>
          {transfers.toReversed().map((transfer) => (
            <TransferItem key={transfer.id} transfer={transfer} call={call} use={use} />
          ))}
        </ul>
      </div>
      <div class="files-choose">
        <button type="button" class="button tonal" onClick={() => chooseFiles(call, actions, { isFolder: false })}>
          <FileIcon />
          {words.send}
        </button>
        <button
          type="button"
          class="button tonal"
          title={words.sendFolder}
          aria-label={words.sendFolder}
          onClick={() => chooseFiles(call, actions, { isFolder: true })}
        >
          <FolderIcon />
        </button>
      </div>
    </section>
  );
}

function TransferItem({ transfer, call, use }: { transfer: TransferView; call: CallView; use: Use }) {
  const words = filesWords.value;
  const { id, isOutgoing, bytes, doneBytes, stage, problem } = transfer;
  return (
    <li class={`transfer ${isOutgoing ? "mine" : ""}`} aria-describedby={`what-${id}`}>
      <p class="unseen">{isOutgoing ? words.youSend : words.theySend(whoOf(call))}</p>
      <p id={`what-${id}`} class="files-what">
        {transfer.files.slice(0, LISTED_MAX).map(({ path }) => <bdi key={path}>{path}</bdi>)}
        {transfer.files.length > LISTED_MAX && <span>{words.count(transfer.files.length)}</span>}
      </p>
      {isUnderWay(stage) && <progress max={Math.max(1, bytes)} value={doneBytes} aria-labelledby={`what-${id}`} />}
      <p class="files-how">{sayHow(transfer, call).filter(Boolean).join(" · ")}</p>
      {problem && <p class="files-problem">{words.problems[problem]}</p>}
      <Choices transfer={transfer} use={use} />
    </li>
  );
}

function isUnderWay(stage: TransferStage): boolean {
  return ["moving", "paused", "interrupted"].includes(stage);
}

/** How far it is, in words. */
function sayHow(transfer: TransferView, call: CallView): (string | false)[] {
  const words = filesWords.value;
  const { isOutgoing, stage, bytes, doneBytes, bytesPerSecond, isSaved } = transfer;
  const who = whoOf(call);
  const size = sayBytes(bytes);
  const done = words.ofAll(sayBytes(doneBytes), size);
  switch (stage) {
    case "offered":
      return [size, isOutgoing && words.waiting(who)];
    case "moving":
      if (isOutgoing && doneBytes === bytes) return [size, words.unsaved(who)];
      return [
        done,
        bytesPerSecond !== null && words.eachSecond(sayBytes(Math.round(bytesPerSecond))),
        !!bytesPerSecond && words.left(formatTimer(Math.max(1_000, (bytes - doneBytes) / bytesPerSecond * 1_000))),
      ];
    case "paused":
      return [done, words.paused];
    case "interrupted":
      return [done, words.interrupted(who)];
    case "done":
      return [size, isOutgoing ? words.sent : isSaved ? words.saved : words.received];
    case "declined":
      return [words.declined(who)];
    case "cancelled":
      return [words.cancelled];
    case "failed":
      return [size];
  }
}

/** What the person can do about it. */
export function Choices({ transfer, use }: { transfer: TransferView; use: Use }) {
  const words = filesWords.value;
  const { id, isOutgoing, stage, isSaved, canBeSaved } = transfer;
  if (stage === "offered" && !isOutgoing) {
    return (
      <div class="files-choices">
        <Large name={words.decline} look="tonal" onPress={() => use((feature) => feature.cancel(id))} />
        <Large name={words.accept} look="primary" onPress={() => use((feature) => feature.accept(id))} />
      </div>
    );
  }
  const isOver = stage !== "offered" && !isUnderWay(stage);
  const isPaused = stage === "paused";
  return (
    <div class="files-choices">
      {(isPaused || stage === "moving") && (
        <Small
          name={isPaused ? words.resume : words.pause}
          onPress={() => use((feature) => isPaused ? feature.resume(id) : feature.pause(id))}
        >
          {isPaused ? <ResumeIcon /> : <PauseIcon />}
        </Small>
      )}
      {canBeSaved && (
        <Large
          name={words.save}
          look={isSaved ? "tonal" : "primary"}
          onPress={() => use((feature) => feature.save(id))}
        />
      )}
      <Small
        name={isOver ? words.remove : words.cancel}
        onPress={() => use((feature) => isOver ? feature.dismiss(id) : feature.cancel(id))}
      >
        <CrossIcon />
      </Small>
    </div>
  );
}

function Large({ name, look, onPress }: { name: string; look: "tonal" | "primary"; onPress: () => void }) {
  return <button type="button" class={`button ${look}`} onClick={onPress}>{name}</button>;
}

function Small({ name, onPress, children }: { name: string; onPress: () => void; children: ComponentChildren }) {
  return (
    <button type="button" class="close" title={name} aria-label={name} onClick={onPress}>
      {children}
    </button>
  );
}
