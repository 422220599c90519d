/**
 * Plays a call and looks at every screen on the way: nothing sticks out sideways, on a phone as on a desktop, in light
 * and in dark. With `SCREENSHOTS=1` its pictures go to docs/images, for the README; else they are thrown away.
 */

import { assert, assertEquals, assertNotEquals } from "@std/assert";
import { browserTest } from "./browser_test_case.ts";
import type { ChromiumPerson } from "./chromium_person.ts";
import { assertMediaFlows } from "./person.ts";
import { PALETTES, writePortrait } from "./portrait.ts";

const WIDTHS = [320, 390, 1280];
const SCHEMES = ["light", "dark"] as const;
/** As long as names may be, and without a place to break. */
const LONG_NAME = "Wohnzimmerfernseher".repeat(4).slice(0, 64);

/**
 * Names what reaches past the left or right edge, and the page itself if it scrolls sideways. What only decorates (a
 * picture, a pulse) may be cut off by the edge; what is to be read or pressed may not.
 */
const FIND_OVERFLOW = `{
  const found = [];
  const page = document.scrollingElement;
  if (page.scrollWidth > innerWidth) found.push("page " + page.scrollWidth);
  for (const element of document.querySelectorAll("button, input, label, h1, h2, p, code, [role=timer], [role=group]")) {
    const { left, right, width } = element.getBoundingClientRect();
    if (width > 1 && (left < -0.5 || right > innerWidth + 0.5)) {
      found.push(element.tagName + " " + element.className + " " + Math.round(left) + "–" + Math.round(right));
    }
  }
  found;
}`;

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
    for (const width of WIDTHS) {
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

browserTest("Every screen fits widths of 320, 390 and 1280 px, in light and dark", async (scene) => {
  const temporaryFolder = await Deno.makeTempDir();
  const folder = Deno.env.get("SCREENSHOTS") === "1" ? "docs/images" : temporaryFolder;
  const films = { caller: `${temporaryFolder}/caller.y4m`, callee: `${temporaryFolder}/callee.y4m` };
  await writePortrait(films.caller, PALETTES.evening);
  await writePortrait(films.callee, PALETTES.morning);
  const openWith = (film: string, path = "/") =>
    scene.open({ args: [`--use-file-for-fake-video-capture=${film}`], path });

  const callee = await openWith(films.callee);
  const id = await callee.readId();
  await assertFits(callee, "home");
  const nameField = callee.page.getByRole("textbox", { name: "Your name" });
  await nameField.fill("Kitchen tablet");
  await nameField.blur();
  for (const scheme of SCHEMES) {
    await takePicture(callee, `${folder}/home${scheme === "dark" ? "-dark" : ""}.png`, scheme);
  }

  const caller = await openWith(films.caller, `/#${id}`);
  await caller.readId();
  await caller.page.getByRole("textbox", { name: "Your name" }).fill(LONG_NAME);
  await assertFits(caller, "invitation");

  await caller.press("Call");
  await callee.seeRinging();
  await assertFits(caller, "outgoing");
  await assertFits(callee, "incoming");

  await callee.press("Accept");
  await Promise.all([caller, callee].map((person) => assertMediaFlows(person, { seconds: 1 })));
  await assertFits(caller, "call");
  await assertFits(callee, "call with a long name");
  await takePicture(caller, `${folder}/call.png`, "light");

  await callee.press("Verify");
  await callee.waitUntil("document.querySelectorAll('.words li').length === 5");
  await assertFits(callee, "words to compare, with a long name");
  await assertFits(caller, "call in which the other would compare");
  await callee.press("Close");

  await caller.press("Hang up");
  await Promise.all([caller, callee].map((person) => person.see("Call ended")));
  await assertFits(caller, "ended");
  await assertFits(callee, "ended with a long name");
  await Deno.remove(temporaryFolder, { recursive: true });
});
