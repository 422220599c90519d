/**
 * One message as text: links can be followed, and nothing else of it is more than letters. What is drawn of a message
 * that has not changed is the same as before, so that a long chat costs no more than its last message.
 */

import { useMemo } from "preact/hooks";
import { CheckIcon, WarningIcon } from "../../../screens/pieces/icons.tsx";
import { formatMoment } from "../../../words/format.ts";
import { locale } from "../../../words/language.ts";
import type { ChatEntry } from "../chat_key.ts";
import { findLinks } from "../links.ts";
import { WaitingIcon } from "./chat_icons.tsx";
import { chatWords } from "./chat_open.ts";

type Props = { readonly entry: ChatEntry; readonly remoteName: string; readonly onAgain: () => void };

export function ChatMessage({ entry, remoteName, onAgain }: Props) {
  const words = chatWords.value;
  return useMemo(() => {
    const { text, atMs, stage } = entry;
    const isOwn = stage !== "heard";
    return (
      <li class={isOwn ? "mine" : "theirs"}>
        <span class="unseen">{isOwn ? words.youWrote : words.theyWrote(<bdi>{remoteName}</bdi>)}</span>
        <p class="bubble" dir="auto">
          {findLinks(text).map((part, index) =>
            typeof part === "string"
              ? part
              : (
                <a key={index} href={part.href} title={part.href} target="_blank" rel="noreferrer noopener" dir="ltr">
                  {part.text}
                </a>
              )
          )}
        </p>
        <Meta atMs={atMs} stage={stage} problem={stage === "failed" ? words.notSent : null} onAgain={onAgain} />
      </li>
    );
  }, [entry, words, remoteName]);
}

type MetaProps = {
  readonly atMs: number;
  readonly stage: string;
  readonly problem: string | null;
  /** Null if another try is of no use. */
  readonly onAgain: (() => void) | null;
};

/** When it was written, and what has become of it. */
export function Meta({ atMs, stage, problem, onAgain }: MetaProps) {
  const words = chatWords.value;
  return (
    <p class="chat-meta">
      <time>{formatMoment(atMs, Date.now(), locale.value)}</time>
      {stage === "waiting" && <Sign name={words.onItsWay} Icon={WaitingIcon} />}
      {stage === "delivered" && <Sign name={words.delivered} Icon={CheckIcon} />}
      {problem && (
        <>
          <WarningIcon />
          {problem}
          {onAgain && <button type="button" onClick={onAgain}>{words.sendAgain}</button>}
        </>
      )}
    </p>
  );
}

function Sign({ name, Icon }: { name: string; Icon: typeof WaitingIcon }) {
  return (
    <span class="sign" role="img" aria-label={name} title={name}>
      <Icon />
    </span>
  );
}
