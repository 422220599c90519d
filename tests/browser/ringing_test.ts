/** How long it rings, by a clock that runs ahead: 45 s, whichever end keeps the time. */

import { assert } from "@std/assert";
import type { Page } from "playwright-core";
import { browserTest } from "./browser_test_case.ts";
import type { ChromiumPerson } from "./chromium_person.ts";

/** How a page shows that it rings, and that it rings no more; and what a message from the other end has in it. */
type Signs = { readonly rings: string; readonly isOver: string; readonly word: string };

/** Has a page keep when it last got a word from the other end, whichever `watchRinging` tells it. */
async function keepWords(page: Page): Promise<void> {
  await page.addInitScript(`
    globalThis.WebSocket = class extends WebSocket {
      constructor(...parameters) {
        super(...parameters);
        this.addEventListener("message", ({ data }) => {
          const { ringing } = instruments;
          if (ringing !== undefined && data.includes(ringing.word)) ringing.heardMs = performance.now();
        });
      }
    };
  `);
}

/** Has a page note, by its own clock, when it rang from now on, and when that was over. */
async function watchRinging(person: ChromiumPerson, { rings, isOver, word }: Signs): Promise<void> {
  await person.evaluate(`{
    const ringing = { word: ${JSON.stringify(word)}, sinceMs: null, overMs: null, heardMs: -Infinity };
    instruments.ringing = ringing;
    new MutationObserver(() => {
      if (ringing.sinceMs === null) { if (${rings}) ringing.sinceMs = performance.now(); }
      else if (${isOver}) ringing.overMs ??= performance.now();
    }).observe(document, { childList: true, characterData: true, subtree: true });
  }`);
}

/** The step of a clock, and the longest silence of the other end before a step; both together it must bear. */
type Pace = { readonly stepMs: number; readonly silenceMs: number };

/**
 * Lets a page's clock run ahead until the ringing is over, and tells after how many milliseconds it was. Each step waits
 * until the page has just heard the other end: by a clock that ran ahead of those words, the other end would be gone.
 * The page says itself when it was over: whoever asks it now and then would let the clock run on meanwhile.
 */
async function ringOut({ page }: ChromiumPerson, { stepMs, silenceMs }: Pace): Promise<number> {
  type Ringing = { sinceMs: number | null; overMs: number | null; nowMs: number; heardMs: number };
  while (true) {
    const { sinceMs, overMs, nowMs, heardMs } = await page.evaluate<Ringing>(
      "({ ...instruments.ringing, nowMs: performance.now() })",
    );
    assert(sinceMs !== null, "It has not rung");
    if (overMs !== null) return overMs - sinceMs;
    assert(nowMs - sinceMs < 50_000, "It rings for longer than it may");
    if (nowMs - heardMs < silenceMs) await page.clock.runFor(stepMs); // Real time that passes counts too.
  }
}

function assertRangOut(ms: number): void {
  assert(ms > 40_000 && ms < 50_000, `It rang for ${ms} ms`);
}

browserTest(
  "What rings for too long, between two people of whom one has a clock that runs ahead",
  async (scene, step) => {
    const [ahead, other] = [await scene.open({ fakesClock: true, prepare: keepWords }), await scene.open()];
    const [aheadId, otherId] = [await ahead.readId(), await other.readId()];
    const seeMissed = (person: ChromiumPerson) => person.page.getByRole("heading", { name: "Missed calls" }).waitFor();

    await step("A call that nobody answers ends after 45 s on both sides", async () => {
      const says = (text: string) => `document.querySelector("[role=status]")?.textContent.includes("${text}")`;
      await watchRinging(ahead, { rings: says("Ringing"), isOver: says("No answer"), word: '"type":"ack"' });
      await ahead.call(otherId);
      await other.seeRinging();
      await ahead.see("Ringing");
      // The offer is repeated at least every 3.5 s; a callee who acknowledged none for 7 s would not seem to ring any more.
      assertRangOut(await ringOut(ahead, { stepMs: 3_000, silenceMs: 3_500 }));
      await ahead.see("No answer");
      await seeMissed(other);
      await ahead.press("Back");
    });
    await step("A callee's own clock ends the ringing when the caller's never does", async () => {
      const rings = "document.querySelector('[role=dialog]') !== null";
      await watchRinging(ahead, { rings, isOver: `!(${rings})`, word: `"id":"${otherId}"` });
      await other.call(aheadId);
      await ahead.seeRinging();
      // The caller is asked after a silence of 1 s, and is gone after one of 4 s.
      assertRangOut(await ringOut(ahead, { stepMs: 1_000, silenceMs: 1_500 }));
      await ahead.see("Missed call"); // From somebody whom they have called, and so on a screen of its own.
      await ahead.press("Back");
      await seeMissed(ahead);
      await other.see("No answer");
    });
    await step(
      "Somebody who is away is called for as long as it would ring, and longer if the caller likes",
      async () => {
        const pass = async (seconds: number) => {
          for (let left = seconds; left > 0; left -= 3) await ahead.page.clock.runFor(3_000);
        };
        await ahead.call("0000-0000-0000-0000-0000");
        await ahead.see("page isn’t open. We’ll keep trying.");
        await pass(30);
        await ahead.see("page isn’t open. We’ll keep trying.");
        await pass(18);
        await ahead.see("isn’t reachable right now. Try again, or send them your link.");
        await ahead.press("Keep trying");
        await ahead.press("Cancel");
        await ahead.see("Call cancelled");
      },
    );
  },
);
