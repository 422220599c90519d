/** Loads `chat_more.tsx` with the chat, so that it is there once the server is gone; and again where it did not come. */

import { signal } from "@preact/signals";
import { attempt } from "../../../bounds/attempt.ts";

/** Null while it is not there. */
export const more = signal<typeof import("./chat_more.tsx") | null>(null);

export function loadMore(): void {
  attempt("load more of the chat", async () => more.value ??= await import("./chat_more.tsx"));
}
