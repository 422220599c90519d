/**
 * Three people and a second call: who calls meanwhile is put before the person, the first call goes on hold, the two are
 * swapped and both outlive the page, and whoever is on hold sends nothing and is told. With `SCREENSHOTS=FOLDER` its
 * pictures go there.
 */

import { assertEquals } from "@std/assert";
import { assertAccessible } from "./accessible.ts";
import { browserTest, type Scene } from "./browser_test_case.ts";
import { log, openChat, seeMessage, write } from "./named_pair.ts";
import type { ChromiumPerson } from "./chromium_person.ts";
import { FIND_OVERFLOW } from "./overflow.ts";
import { assertMediaFlows } from "./person.ts";

type Scheme = "light" | "dark";
/** As `accessible.ts` has them. */
const VIEWS = { light: [390, 844], dark: [1280, 800] } as const;

/**
 * Asserts that nothing sticks out and that axe finds nothing: on a phone in the light or on a desktop in the dark, since
 * states that are drawn alike share the two. Takes pictures of both sizes in both schemes where they are asked for.
 */
async function look(person: ChromiumPerson, name: string, scheme: Scheme): Promise<void> {
  const { page } = person;
  const folder = Deno.env.get("SCREENSHOTS");
  for (const [width, height] of folder ? Object.values(VIEWS) : []) {
    for (const colorScheme of ["light", "dark"] as const) {
      await page.setViewportSize({ width, height });
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      await page.mouse.move(width / 2, 300 + Math.random() * 50);
      await person.evaluate("new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))");
      await page.screenshot({ path: `${folder}/${name}-${width}-${colorScheme}.png` });
    }
  }
  await assertAccessible(person, name, [scheme]);
  assertEquals(await person.evaluate(FIND_OVERFLOW), [], `${name}, ${scheme}`);
}

/** Waits until the person's page has no device on, and gets neither pictures nor sound. */
async function assertOnHold(person: ChromiumPerson): Promise<void> {
  await person.waitUntil("instruments.liveTracks.length === 0");
  await person.waitUntil(`instruments.readMedia().then(async (before) => {
    await new Promise((resolve) => setTimeout(resolve, 500));
    const now = await instruments.readMedia();
    return now.framesDecoded === before.framesDecoded && now.audioEnergy - before.audioEnergy < 1e-6;
  })`);
}

/** Whether who calls leaves in sight who one talks with. */
const SHOWS_HEADER = `document.querySelector(".quiet-line").getBoundingClientRect().top >=
  document.querySelector(".call-header").getBoundingClientRect().bottom`;

function held({ page }: ChromiumPerson) {
  return page.getByRole("region", { name: "On hold", exact: true });
}

/** Opens a page for somebody who says what they are called; small, since each picture is drawn by the processor. */
async function open(scene: Scene, name: string): Promise<ChromiumPerson> {
  const person = await scene.open();
  await person.page.setViewportSize({ width: 480, height: 640 });
  await person.page.getByRole("textbox", { name: "Your name" }).fill(name);
  return person;
}

/** Waits for what comes from now on: the devices of the other end have yet to open. */
async function seeAndHearAgain(person: ChromiumPerson): Promise<void> {
  const { framesDecoded, audioEnergy } = await person.readMedia();
  await person.waitUntil(`instruments.readMedia().then((media) =>
    media.framesDecoded > ${framesDecoded} && media.audioEnergy > ${audioEnergy})`);
}

/** Presses what the menu of the call has. */
async function choose(person: ChromiumPerson, name: string): Promise<void> {
  await person.press("More");
  await person.page.locator("#more-menu").getByRole("button", { name, exact: true }).click();
}

/** What rests says so; what is switched meanwhile is as the call will be once it resumes. */
async function playResting(person: ChromiumPerson): Promise<void> {
  const { page } = person;
  const describe = (name: string) => page.getByRole("button", { name, exact: true }).getAttribute("title");
  const said = "The call is on hold. This takes effect when it resumes.";
  for (const name of ["Mute", "Turn camera off", "Share screen"]) assertEquals(await describe(name), said, name);
  await person.press("Mute");
  assertEquals(await describe("Unmute"), said);
  assertEquals(await person.evaluate("instruments.liveTracks"), []);
  await person.press("Unmute");
}

browserTest(
  "A second call ends the first or holds it, is swapped with it, and outlives the page; both ends may hold",
  async (scene) => {
    const [kim, lee, ann] = [await open(scene, "Kim"), await open(scene, "Lee"), await open(scene, "Ann Lindqvist")];
    const id = await kim.readId();
    await lee.call(id);
    await kim.press("Show"); // Who has just typed is not interrupted by somebody unknown.
    await kim.press("Accept");
    await Promise.all([lee, kim].map((person) => person.see("Connected with")));
    await ann.call(id);
    await kim.see("Someone you don’t know is calling");
    await kim.page.getByRole("complementary").getByText("Ann Lindqvist").waitFor();
    await kim.waitUntil(SHOWS_HEADER);
    await look(kim, "second-call", "dark");
    await kim.waitUntil(SHOWS_HEADER);
    assertEquals(await kim.page.getByRole("button", { name: "Show", exact: true }).count(), 0);
    await kim.press("Turn camera off");
    await kim.press("End and answer");
    await Promise.all([lee.see("Call ended"), ann.see("Connected with Kim"), kim.see("Connected with Ann Lindqvist")]);
    assertEquals(await held(kim).count(), 0);
    await ann.page.getByText("camera is off").waitFor(); // Who is not seen in one call need not be seen in the next.
    await kim.press("Turn camera on");
    await ann.page.getByText("camera is off").waitFor({ state: "detached" });

    await lee.press("Back");
    await lee.call(id);
    await kim.see("Lee is calling");
    await kim.press("Hold and answer");
    await Promise.all([kim.see("Connected with Lee"), kim.see("You’ve put Ann Lindqvist on hold.")]);
    await Promise.all([ann.see("Kim has put you on hold."), assertOnHold(ann), assertMediaFlows(lee, { seconds: 1 })]);
    await look(kim, "one-on-hold", "light");

    await kim.press("Mute");
    await kim.press("Swap to Ann Lindqvist");
    await Promise.all([ann.see("You’re back in the call with Kim."), kim.see("You’ve put Lee on hold.")]);
    await Promise.all([lee.see("Kim has put you on hold."), assertOnHold(lee)]);
    await Promise.all([kim.see("Connected with Ann Lindqvist"), held(kim).getByText("Lee").waitFor()]);
    assertEquals(await kim.page.getByRole("button", { name: "Unmute", exact: true }).count(), 1, "Muted as before");
    await kim.press("Unmute");

    await openChat(lee);
    await write(lee, "Are you there?");
    await log(lee).getByRole("img", { name: "Delivered" }).waitFor();
    await kim.page.reload();
    await Promise.all([kim.see("Connected with Ann Lindqvist"), held(kim).getByText("Lee").waitFor()]);
    await Promise.all([assertMediaFlows(ann, { seconds: 1 }), lee.see("Kim has put you on hold."), assertOnHold(lee)]);
    await kim.press("Swap to Lee");
    await lee.see("You’re back in the call with Kim.");
    await openChat(kim);
    await seeMessage(kim, "Are you there?"); // Each call has its own chat again, also the one that was on hold.
    await kim.press("Swap to Ann Lindqvist");
    await Promise.all([ann.see("You’re back in the call with Kim."), held(kim).getByText("Lee").waitFor()]);
    await lee.press("Hang up");
    await kim.see("The call on hold with Lee has ended.");
    await held(kim).waitFor({ state: "detached" });
    await lee.page.close();

    await choose(kim, "Hold");
    await Promise.all([assertOnHold(kim), ann.see("Kim has put you on hold.")]);
    await playResting(kim);
    await playResting(ann);
    await choose(ann, "Hold");
    await kim.see("have both put this call on hold");
    if (Deno.env.get("SCREENSHOTS")) await look(kim, "both-hold", "light");
    await kim.press("Resume");
    await kim.see("Ann Lindqvist has put you on hold.");
    await ann.press("Resume");
    await Promise.all([kim, ann].map(seeAndHearAgain));
    assertEquals(await kim.page.getByRole("button", { name: "Mute", exact: true }).getAttribute("title"), "Mute");
  },
);
