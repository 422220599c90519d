/**
 * Has the browser ask once before the page of a call is closed. Outside of calls nothing listens, since that would keep the
 * page out of the browser's cache of pages to go back to.
 */

import type { CallView } from "../conversation/call_views.ts";

function ask(event: Event): void {
  event.preventDefault();
}

/** Follows the calls of this page. */
export function askBeforeLeaving(calls: readonly CallView[]): void {
  const isInCall = calls.some(({ connectedAtMs, endedAtMs }) => connectedAtMs !== null && endedAtMs === null);
  if (isInCall) addEventListener("beforeunload", ask);
  else removeEventListener("beforeunload", ask);
}
