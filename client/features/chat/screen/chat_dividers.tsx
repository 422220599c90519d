/** Parts what was written in earlier calls from what is of this one. Loaded behind the chat. */

import type { VNode } from "preact";
import type { CallView } from "../../../conversation/call_views.ts";
import type { ChatWords } from "../../../words/en/features/chat.ts";

/** Puts dividers among what was written, which is drawn already; none where all is of this call. */
export function divide(
  items: readonly { readonly atMs: number }[],
  drawn: readonly VNode[],
  { connectedAtMs }: Pick<CallView, "connectedAtMs">,
  words: ChatWords,
): readonly VNode[] {
  const begunAtMs = (connectedAtMs ?? 0) - performance.now() + Date.now();
  const first = items.findIndex(({ atMs }) => atMs >= begunAtMs);
  const count = first < 0 ? items.length : first;
  const part = (label: string) => <li key={label} class="chat-divider">{label}</li>;
  return count ? [part(words.earlier), ...drawn.slice(0, count), part(words.thisCall), ...drawn.slice(count)] : drawn;
}
