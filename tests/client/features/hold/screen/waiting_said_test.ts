/** What is said of who rings while something else has the screen. */

import { assertEquals } from "@std/assert";
import type { CallView } from "../../../../../client/conversation/call_views.ts";
import { waitingSentence } from "../../../../../client/features/hold/screen/waiting_said.ts";
import { hold } from "../../../../../client/words/en/features/hold.ts";

Deno.test("waitingSentence() names who is known, counts strangers and names nobody unknown", () => {
  const view = (isStranger: boolean, remoteName: string | null) => ({ isStranger, remoteName } as CallView);
  const [eve, kim, lee] = [view(true, "Kim"), view(false, "Kim"), view(false, "Lee")];
  const waiting = [[], [eve], [eve, eve, eve], [kim], [kim, lee], [eve, kim], [kim, eve, eve], [kim, lee, eve]];
  assertEquals(waiting.map((calls) => waitingSentence(calls, hold)), [
    "",
    "Someone you don’t know is calling",
    "3 people you don’t know are calling",
    "Kim is calling",
    "Kim and 1 other are calling",
    "Kim and someone you don’t know are calling",
    "Kim and 2 people you don’t know are calling",
    "Kim, 1 other and someone you don’t know are calling",
  ]);
});
