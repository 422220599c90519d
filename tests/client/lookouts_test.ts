/** Who is let in where what says who may ring fails. */

import { assertEquals } from "@std/assert";
import type { Offer } from "../../client/call/call.ts";
import { watching } from "../../client/lookouts.ts";

const COPY = "who-rings copy";

Deno.test("Where it cannot be told who may ring, nobody does, but where everybody may", async () => {
  const unreadable = {} as Offer; // It fails on this as on code that does not load.
  const heard: unknown[] = [];
  for (const copy of [null, '"everybody"', '"contacts"', '"nobody"']) {
    if (copy === null) localStorage.removeItem(COPY);
    else localStorage.setItem(COPY, copy);
    heard.push(await watching.refusalOf(unreadable));
  }
  localStorage.removeItem(COPY);
  assertEquals(heard, [null, null, "declined", "declined"]);
});
