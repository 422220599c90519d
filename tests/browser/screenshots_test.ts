/**
 * Plays a call and looks at every screen on the way: nothing sticks out sideways, on a phone as on a desktop, in light
 * and in dark, and axe finds nothing that shuts anybody out. With `SCREENSHOTS=1` its pictures go to docs/images, for the README; else they are thrown away.
 */

import { assert, assertEquals, assertNotEquals } from "@std/assert";
import { assertAccessible } from "./accessible.ts";
import { browserTest, type Scene } from "./browser_test_case.ts";
import type { ChromiumPerson } from "./chromium_person.ts";
import { FIND_OVERFLOW } from "./overflow.ts";
import { assertMediaFlows } from "./person.ts";
import { PALETTES, writePortrait } from "./portrait.ts";

const WIDTHS = [320, 390, 1280];
const SCHEMES = ["light", "dark"] as const;
/** As long as names may be, and without a place to break. */
const LONG_NAME = "Wohnzimmerfernseher".repeat(4).slice(0, 64);

async function setScreen({ page }: ChromiumPerson, width: number, colorScheme: "light" | "dark"): Promise<void> {
  await page.setViewportSize({ width, height: width < 600 ? 800 : 720 });
  await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
  // Two frames: the first lays out what the change asked for, the second has drawn it.
  await page.evaluate("new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))");
}

/** Asserts that nothing sticks out, over all widths and both colour schemes, and that the page's colour is as given. */
async function assertFits(person: ChromiumPerson, screen: string): Promise<void> {
  const backgrounds: string[] = [];
  for (const scheme of SCHEMES) {
    // Dark changes colours alone: it has all widths in light.
    for (const width of scheme === "light" ? WIDTHS : WIDTHS.slice(0, 1)) {
      await setScreen(person, width, scheme);
      assertEquals(await person.evaluate(FIND_OVERFLOW), [], `${screen}, ${width} px, ${scheme}`);
    }
    backgrounds.push(await person.evaluate("getComputedStyle(document.body).backgroundColor"));
  }
  assertNotEquals(backgrounds[0], backgrounds[1], `${screen} is the same in light and dark`);
}

async function takePicture(person: ChromiumPerson, path: string, scheme: "light" | "dark"): Promise<void> {
  await setScreen(person, 1280, scheme);
  await person.page.mouse.move(500, 300); // Brings the controls back.
  const picture = await person.page.screenshot({ path });
  assert(picture.length > 10_000, `${path} has next to nothing on it`);
}

/** Looks at a screen for what sticks out and for what shuts anybody out. */
async function look(person: ChromiumPerson, screen: string): Promise<void> {
  await assertFits(person, screen);
  await assertAccessible(person, screen);
}

async function choose(person: ChromiumPerson, name: string): Promise<void> {
  await person.press("More");
  await person.page.getByRole("button", { name, exact: true }).click();
}

/** What opens over a call. */
async function lookAtPanels(caller: ChromiumPerson, callee: ChromiumPerson): Promise<void> {
  await caller.press("More");
  await assertAccessible(caller, "call with its menu");
  await caller.page.keyboard.press("Escape");
  await choose(caller, "Keyboard shortcuts");
  await assertAccessible(caller, "call with its shortcuts");
  await caller.press("Close shortcuts");
  await choose(caller, "Camera and sound");
  await assertAccessible(caller, "call with its devices");
  await caller.page.keyboard.press("Escape");
  await caller.press("Chat");
  await caller.page.getByRole("textbox", { name: "Message" }).fill("See https://example.org/");
  await caller.page.keyboard.press("Enter");
  await callee.page.getByRole("button", { name: /^Chat/ }).click();
  await callee.page.getByRole("link", { name: "https://example.org/" }).waitFor();
  await assertAccessible(caller, "call with its chat, who wrote");
  await assertAccessible(callee, "call with its chat, who reads");
  for (const person of [caller, callee]) await person.page.keyboard.press("Escape");
  await choose(caller, "Raise hand");
  await caller.press("Mute");
  await callee.page.getByText("is muted").waitFor();
  await assertAccessible(callee, "call with somebody muted, with a hand up");
}

async function lookAtCheck(scene: Scene): Promise<void> {
  const check = await scene.open({ path: "/check" });
  await check.press("Start");
  await check.page.getByRole("button", { name: "Check again" }).waitFor();
  await assertAccessible(check, "check");
}

browserTest(
  "Every screen fits widths of 320, 390 and 1280 px, in light and dark, and shuts nobody out, as far as axe can tell",
  async (scene) => {
    const temporaryFolder = await Deno.makeTempDir();
    const folder = Deno.env.get("SCREENSHOTS") === "1" ? "docs/images" : temporaryFolder;
    const films = { caller: `${temporaryFolder}/caller.y4m`, callee: `${temporaryFolder}/callee.y4m` };
    await writePortrait(films.caller, PALETTES.evening);
    await writePortrait(films.callee, PALETTES.morning);
    const openWith = (film: string, path = "/") =>
      scene.open({ args: [`--use-file-for-fake-video-capture=${film}`], path });

    const callee = await openWith(films.callee);
    const id = await callee.readId();
    await look(callee, "home");
    const nameField = callee.page.getByRole("textbox", { name: "Your name" });
    await nameField.fill("Kitchen tablet");
    await nameField.blur();
    for (const scheme of SCHEMES) {
      await takePicture(callee, `${folder}/home${scheme === "dark" ? "-dark" : ""}.png`, scheme);
    }

    const caller = await openWith(films.caller, `/#${id}/${LONG_NAME}`);
    await caller.readId();
    await caller.page.getByRole("textbox", { name: "Your name" }).fill(LONG_NAME);
    await look(caller, "invitation");
    await caller.press("Check camera and sound");
    await caller.page.getByRole("combobox", { name: "Camera" }).waitFor();
    await look(caller, "invitation with the look before the call");

    await caller.press("Call");
    await callee.seeRinging();
    await look(caller, "outgoing");
    await look(callee, "incoming");

    await callee.press("Accept");
    await Promise.all([caller, callee].map((person) => assertMediaFlows(person, { seconds: 1 })));
    await look(caller, "call");
    await assertFits(callee, "call with a long name");
    await takePicture(caller, `${folder}/call.png`, "light");

    await callee.press("Verify");
    await callee.waitUntil("document.querySelectorAll('.words li').length === 5");
    await look(callee, "words to compare, with a long name");
    await assertFits(caller, "call in which the other would compare");
    await callee.press("Close");
    await lookAtPanels(caller, callee);

    await caller.press("Hang up");
    await Promise.all([caller, callee].map((person) => person.see("Call ended")));
    await assertFits(caller, "ended");
    await look(callee, "ended with a long name");
    await lookAtCheck(scene);
    await Deno.remove(temporaryFolder, { recursive: true });
  },
);
