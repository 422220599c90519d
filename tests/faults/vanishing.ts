/** What the tests of peers that vanish have in common. */

import { assert } from "@std/assert";
import type { ChromiumPerson } from "../browser/chromium_person.ts";
import { PATIENCE_MS } from "../browser/person.ts";

/** Measures and judges how long it takes until this person has seen something: their page waits no less than that. */
export async function measure(
  what: string,
  msMax: number,
  { page }: ChromiumPerson,
  body: () => Promise<unknown>,
): Promise<void> {
  page.setDefaultTimeout(Math.max(msMax, PATIENCE_MS));
  const startedAtMs = performance.now();
  await body();
  page.setDefaultTimeout(PATIENCE_MS);
  const elapsedMs = Math.round(performance.now() - startedAtMs);
  console.log(`${what}: ${elapsedMs} ms`);
  assert(elapsedMs <= msMax, `${what} only after ${elapsedMs} ms`);
}

export async function pause(ms: number): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, ms));
}

export function seeNoRing(person: ChromiumPerson): Promise<void> {
  return person.page.getByRole("dialog", { name: "Incoming call" }).waitFor({ state: "detached" });
}

export async function ring(caller: ChromiumPerson, callee: ChromiumPerson): Promise<void> {
  await caller.call(await callee.readId());
  await callee.seeRinging();
  await caller.see("Ringing");
}
