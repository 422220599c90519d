/** A peer that is gone without a word: whoever rings, waits or talks with them finds out, and is told the truth. */

import { assertEquals } from "@std/assert";
import { browserTest } from "../browser/browser_test_case.ts";
import type { ChromiumPerson } from "../browser/chromium_person.ts";
import { connect } from "../browser/person.ts";
import { MortalBrowser } from "../doubles/mortal_browser.ts";
import { measure, pause, ring, seeNoRing } from "./vanishing.ts";

/** It rings for nobody this long at most, in milliseconds. */
const RINGS_MS_MAX = 5_000;
/** Whoever answers nobody is told this soon. */
const TOLD_MS_MAX = 8_000;
/** The other end of a call is known to be gone this soon. */
const KNOWN_MS_MAX = 20_000;
/** Longer than the server keeps a session that is silent; and when one of the callers gives up before that. */
const ASLEEP_MS = 50_000;
const GIVEN_UP_MS = 15_000;

browserTest(
  "A machine that slept while its callers gave up rings no more, and tells whoever answers; " +
    "a caller is told that nobody rings any more when the callee’s browser was killed",
  async (scene) => {
    await using rings = await MortalBrowser.launch();
    await using answers = await MortalBrowser.launch();
    const callees = [await rings.open(scene.server.origin), await answers.open(scene.server.origin)] as const;
    const callers = [await scene.open(), await scene.open()] as const;
    for (const caller of callers) await caller.readId();
    await ring(callers[0], callees[0]);
    await ring(callers[1], callees[1]);
    await Promise.all([rings.sleep(), answers.sleep()]);
    await pause(GIVEN_UP_MS);
    await callers[0].press("Cancel");
    await pause(ASLEEP_MS - GIVEN_UP_MS);
    await callers[1].see("Not reachable"); // The server has closed the session that was silent.
    await rings.wake();
    await measure("stopped ringing after waking", RINGS_MS_MAX, callees[0], () => seeNoRing(callees[0]));
    await answers.wake();
    // It is pressed in the page itself, as soon as that runs again: whoever comes back to a ringing machine is quick.
    const press = "instruments.findButton('Accept')?.click() ?? null";
    await measure("told on answering after waking", TOLD_MS_MAX, callees[1], async () => {
      await callees[1].evaluate(press);
      // Whichever comes first: the caller's last words, or the person.
      await callees[1].page.getByText(/They stopped calling|Missed/).first().waitFor();
    });
    assertEquals(await callees[1].evaluate("instruments.liveTracks"), []);

    await callers[0].press("Back");
    await ring(callers[0], callees[0]);
    await rings.kill();
    await measure("told that the page is gone", KNOWN_MS_MAX, callers[0], () => callers[0].see("We’ll keep trying."));
  },
);

/** Lets the page's timers go faster: those of the product, which are minutes. */
async function forward(person: ChromiumPerson, ms: number): Promise<void> {
  await person.page.clock.fastForward(ms);
}

/** Leaves them in a call with a browser that is killed. */
async function lose(person: ChromiumPerson, browser: MortalBrowser, other: ChromiumPerson): Promise<void> {
  await connect(person, other);
  await browser.kill();
  await measure("told of the killed browser", KNOWN_MS_MAX, person, () => person.see("hasn’t responded for a while"));
  await forward(person, 10_000);
}

async function playEnd(person: ChromiumPerson, other: ChromiumPerson, id: string): Promise<void> {
  await other.call(id);
  await person.seeRinging();
  await person.press("Decline");
  await person.see("hasn’t responded for a while");
  await forward(person, 50_000);
  await person.see("has left");
  await forward(person, 60_000);
  await person.see("Connection lost");
  assertEquals(await person.evaluate("instruments.liveTracks"), []);
}

browserTest(
  "A call whose other browser was killed says so within 20 s, lets others ring, and ends; " +
    "taking another’s call ends the one that waits for a browser that was killed",
  async (scene) => {
    await using first = await MortalBrowser.launch();
    await using second = await MortalBrowser.launch();
    const person = await scene.open({ fakesClock: true });
    const id = await person.readId();
    const other = await second.open(scene.server.origin);
    await lose(person, first, await first.open(scene.server.origin));
    await playEnd(person, other, id);
    for (const each of [person, other]) await each.press("Back");

    await lose(person, second, other);
    const third = await scene.open();
    await third.call(id);
    await person.seeRinging();
    await person.press("Accept");
    await Promise.all([person, third].map((each) => each.see("Connected with")));
  },
);
