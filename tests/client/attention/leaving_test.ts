import { assertEquals } from "@std/assert";
import { askBeforeLeaving } from "../../../client/attention/leaving.ts";
import type { CallView } from "../../../client/conversation/call_views.ts";

/** Whether the browser would ask before the page is closed. */
function asks(): boolean {
  return !dispatchEvent(new Event("beforeunload", { cancelable: true }));
}

Deno.test("askBeforeLeaving() asks in a call, and not while one rings or when all are over", () => {
  const [ringing, talking, over] = [[null, null], [1, null], [1, 2]].map(([connectedAtMs, endedAtMs]) =>
    ({ connectedAtMs, endedAtMs }) as CallView
  ) as [CallView, CallView, CallView];
  for (
    const [calls, expected] of [[[], false], [[ringing], false], [[over, talking], true], [[over], false]] as const
  ) {
    askBeforeLeaving(calls);
    assertEquals(asks(), expected);
  }
});
