/**
 * Somebody who is gone without a word, and how soon the other end knows: a caller while it rings, a caller who is answered,
 * and a page that crashed in a call. These promises are of a few seconds, and what else a machine does counts as theirs.
 */

import { assertEquals } from "@std/assert";
import { browserTest } from "../browser/browser_test_case.ts";
import type { ChromiumPerson } from "../browser/chromium_person.ts";
import { READ_RECORDS } from "../browser/kept_records.ts";
import { connect } from "../browser/person.ts";
import { MortalBrowser } from "../doubles/mortal_browser.ts";
import { measure, pause, ring, seeNoRing } from "./vanishing.ts";

/** It rings for nobody this long at most, in milliseconds. */
const RINGS_MS_MAX = 5_000;
/** Whoever answers nobody is told this soon. */
const TOLD_MS_MAX = 8_000;
/** From then on, until the call is over. */
const ENDED_MS_MAX = 20_000;
/** After a crash the other end knows this soon that the page is back, and that its person has left. */
const KNOWN_MS_MAX = 20_000;

/** A stranger's ring. */
async function playRing(origin: string, callee: ChromiumPerson): Promise<void> {
  await using browser = await MortalBrowser.launch();
  const caller = await browser.open(origin);
  await caller.readId();
  await ring(caller, callee);
  await pause(5_000); // An honest caller is asked a few times meanwhile.
  await callee.seeRinging();
  await browser.kill();
  await measure("stopped ringing", RINGS_MS_MAX, callee, () => seeNoRing(callee));
  await callee.page.getByText("Missed").first().waitFor();
}

/** Crashes the page, opens it again and leaves the call there; returns the page that is open then. */
async function playCrash(browser: MortalBrowser, page: ChromiumPerson, other: ChromiumPerson): Promise<ChromiumPerson> {
  const origin = new URL(page.page.url()).origin;
  await connect(page, other);
  // The browser stores in a moment that it is in the call; before that nobody can know it after a crash.
  await page.waitUntil(`${READ_RECORDS}.then((records) => records["recent-calls"]?.length === 1)`);
  const devTools = await page.context.newCDPSession(page.page);
  const crashed = page.page.waitForEvent("crash");
  devTools.send("Page.crash").catch(() => {}); // Nobody is left to answer.
  await crashed;
  let reopened = page;
  await measure("told of the reopened page, and that they left", KNOWN_MS_MAX, other, async () => {
    reopened = await browser.open(origin, page);
    await other.see("page was closed. Waiting");
    await reopened.page.getByRole("button", { name: "Leave" }).click();
    await other.see("was closed or reloaded");
  });
  assertEquals(await other.evaluate("instruments.liveTracks"), []);
  await other.press("Back");
  return reopened;
}

async function playAnswer(browser: MortalBrowser, caller: ChromiumPerson, callee: ChromiumPerson): Promise<void> {
  await ring(caller, callee);
  await browser.kill();
  await callee.press("Accept");
  await measure("told on answering", TOLD_MS_MAX, callee, () => callee.see("hasn’t responded for a while"));
  await measure("over", ENDED_MS_MAX, callee, () => callee.see("They stopped calling"));
  assertEquals(await callee.evaluate("instruments.liveTracks"), []);
}

browserTest(
  "A ring whose caller’s browser was killed is over within 5 s, and missed; " +
    "a page that crashed in a call and was opened again tells the other end within 20 s; " +
    "whoever answers a caller whose browser was killed is told within 8 s",
  async (scene) => {
    const { origin } = scene.server;
    const callee = await scene.open();
    await callee.readId();
    await playRing(origin, callee);
    await using browser = await MortalBrowser.launch();
    const caller = await browser.open(origin);
    await caller.readId();
    const reopened = await playCrash(browser, caller, callee);
    await playAnswer(browser, reopened, callee);
  },
);
