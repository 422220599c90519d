/** Whether the system tells of calls. The browser is asked for it by a press here, and never before. */

import { useEffect } from "preact/hooks";
import { attempt } from "../../../bounds/attempt.ts";
import { pushNote } from "../../../model/push_note.ts";
import { askForNotifications, lookAtNotifications, notificationState } from "./notification.ts";
import { ringingWords } from "./ringing_words.ts";

export function NotifyPart() {
  useEffect(lookAtNotifications, []);
  const [words, state] = [ringingWords.value, notificationState.value];
  const sentences = {
    default: words.notifyNote,
    granted: pushNote.value ?? words.notified,
    denied: words.notifyDenied,
    unable: pushNote.value ?? words.notifyUnable,
  };
  return (
    <section>
      {state === "default" && (
        <button
          type="button"
          class="button tonal"
          onClick={() => attempt("ask for notifications", askForNotifications)}
        >
          {words.notify}
        </button>
      )}
      <p class="quiet" role="status">{sentences[state]}</p>
    </section>
  );
}
