/** What `page/load_guard.ts` says while the page is not there, in German. */

import type { GuardWords } from "../en/guard.ts";

export const guard: GuardWords = {
  slow: "Diese Seite braucht lange zum Laden. Wenn nichts kommt, lade sie neu oder nimm einen anderen Browser.",
  away: "Diese Seite ist nur zum Teil angekommen. Der Rest folgt, sobald der Server erreichbar ist.",
  old:
    "Diese Seite lässt sich in diesem Browser nicht starten. Nimm Chrome oder Edge ab 137, Firefox ab 129 oder Safari ab 17.",
  failed: "Diese Seite wurde nicht geladen. Sie versucht es jede Minute wieder. Wenn das nicht hilft, verändert oder " +
    "sperrt etwas unterwegs ihre Dateien.",
  reload: "Neu laden",
};
