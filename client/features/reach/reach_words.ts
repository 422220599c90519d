/** The words of reaching people, and those that the worker finds while no page is open. */

import { effect } from "@preact/signals";
import { Kept } from "../../kept/kept.ts";
import { localPeerId } from "../../model/state.ts";
import { isNoticeWords, type NoticeWords } from "../../reach/notice_words.ts";
import { callWords } from "../../words/call_words.ts";
import { reach } from "../../words/en/home/reach.ts";
import { createPart, isRtl, language } from "../../words/language.ts";
import { readBy } from "../../../signaling/protocol/guards.ts";

export const reachWords = createPart("home", "reach", reach);

/** Keeps them in the language of the page, where the worker reads them. */
export function keepNoticeWords(): void {
  const kept = new Kept<NoticeWords | null>({
    key: "notice-words",
    empty: null,
    parse: readBy(isNoticeWords),
    show: () => {},
  });
  effect(() => {
    const { title, accept, decline } = callWords.value;
    // Names may run the other way (UAX #9 §2.4.1).
    const who = isRtl.value ? "\u2068%\u2069" : "%";
    const words: NoticeWords = {
      own: localPeerId.value ?? kept.value?.own ?? null,
      ...{ lang: language.value, dir: isRtl.value ? "rtl" : "ltr", accept, decline },
      ...{ ringing: title.incoming(who), missed: title.missed(who) },
      ...{ someoneRinging: title.waiting, someoneMissed: reachWords.value.missed },
    };
    if (JSON.stringify(kept.value) !== JSON.stringify(words)) kept.change(() => words);
  });
}
