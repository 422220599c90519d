/**
 * Plays a call in German and in Arabic, and looks at every screen on the way: all that is seen or heard is of the
 * language, and nothing sticks out sideways, on a phone as on a desktop. With `SCREENSHOTS=1` it does so in English, Hindi
 * and Japanese too, and pictures of all go to docs/screens; that needs ImageMagick, and the fonts that
 * `take_people_pictures.ts` names.
 */

import { assert, assertEquals } from "@std/assert";
import * as deFirst from "../../client/words/de/first.ts";
import { call } from "../../client/words/en/call.ts";
import { chat } from "../../client/words/en/features/chat.ts";
import { screenShare } from "../../client/words/en/features/screen_share.ts";
import { check } from "../../client/words/en/check.ts";
import { comparison } from "../../client/words/en/comparison.ts";
import { draw } from "../../client/words/en/features/draw.ts";
import { ends } from "../../client/words/en/ends.ts";
import { files } from "../../client/words/en/features/files.ts";
import { first } from "../../client/words/en/first.ts";
import { insecure } from "../../client/words/en/insecure.ts";
import { devices } from "../../client/words/en/features/devices.ts";
import { keyboard } from "../../client/words/en/features/keyboard.ts";
import { pictures } from "../../client/words/en/features/pictures.ts";
import { app } from "../../client/words/en/home/app.ts";
import { leftCall } from "../../client/words/en/home/left_call.ts";
import { people } from "../../client/words/en/home/people.ts";
import { peopleFile } from "../../client/words/en/home/people_file.ts";
import { admission } from "../../client/words/en/home/admission.ts";
import { knocking } from "../../client/words/en/home/knocking.ts";
import { strangers } from "../../client/words/en/home/strangers.ts";
import { notes } from "../../client/words/en/home/notes.ts";
import { reach } from "../../client/words/en/home/reach.ts";
import { ringing } from "../../client/words/en/home/ringing.ts";
import { scan } from "../../client/words/en/home/scan.ts";
import { media } from "../../client/words/en/media.ts";
import { page } from "../../client/words/en/page.ts";
import { preview } from "../../client/words/en/features/preview.ts";
import { hold } from "../../client/words/en/features/hold.ts";
import { details, quality } from "../../client/words/en/features/quality.ts";
import { reactions } from "../../client/words/en/features/reactions.ts";
import { refusals } from "../../client/words/en/refusals.ts";
import { things } from "../../client/words/en/things.ts";
import type { LanguageFiles } from "../../client/words/language.ts";
import { browserTest, type Scene } from "./browser_test_case.ts";
import type { ChromiumPerson } from "./chromium_person.ts";
import { FIND_OVERFLOW } from "./overflow.ts";
import { assertMediaFlows, connect } from "./person.ts";
import { findSchemes, shrink } from "./picture_taking.ts";
import { PALETTES, writePortrait } from "./portrait.ts";
import { createJudge, FIND_TEXTS } from "./said.ts";

type Catalogue =
  & LanguageFiles["first"]
  & LanguageFiles["call"]
  & LanguageFiles["ends"]
  & LanguageFiles["check"]
  & LanguageFiles["home"]
  & LanguageFiles["things"];

const TAKES_PICTURES = Deno.env.get("SCREENSHOTS") === "1";
const FOLDER = "docs/screens";
const NAMES = ["Kim Lee", "محمد علي"];
const SIZES = { phone: { width: 390, height: 844 }, desktop: { width: 1280, height: 800 } } as const;

async function readLanguage(tag: string): Promise<Catalogue> {
  const files = ["first", "call", "ends", "check", "home", "things"];
  return Object.assign({}, ...await Promise.all(files.map((file) => import(`../../client/words/${tag}/${file}.ts`))));
}

const CATALOGUES: Record<string, { locale: string; dir: string; words: Catalogue }> = {
  de: { locale: "de-DE", dir: "ltr", words: await readLanguage("de") },
  ar: { locale: "ar-EG", dir: "rtl", words: await readLanguage("ar") },
};
const ENGLISH: Catalogue = {
  admission,
  knocking,
  strangers,
  call,
  chat,
  check,
  comparison,
  details,
  draw,
  ends,
  files,
  first,
  insecure,
  devices,
  keyboard,
  leftCall,
  app,
  people,
  peopleFile,
  notes,
  reach,
  ringing,
  scan,
  pictures,
  media,
  page,
  preview,
  hold,
  quality,
  reactions,
  refusals,
  screenShare,
  things,
};
if (TAKES_PICTURES) {
  CATALOGUES.en = { locale: "en-US", dir: "ltr", words: ENGLISH };
  CATALOGUES.hi = { locale: "hi-IN", dir: "ltr", words: await readLanguage("hi") };
  CATALOGUES.ja = { locale: "ja-JP", dir: "ltr", words: await readLanguage("ja") };
}

/** Looks at what one person sees, and takes its pictures. */
type Look = (person: ChromiumPerson, screen: string) => Promise<void>;

function createLook(language: string, dir: string, words: Catalogue): Look {
  const isSaid = createJudge([words]);
  return async (person, screen) => {
    assertEquals(await person.evaluate("[document.documentElement.lang, document.documentElement.dir || 'ltr']"), [
      language,
      dir,
    ]);
    const texts: string[] = await person.evaluate(`(${FIND_TEXTS})(${JSON.stringify(NAMES)})`);
    assert(texts.length > 3, `${language}, ${screen}: ${texts.join(" | ")}`);
    assertEquals(texts.filter((text) => !isSaid(text)), [], `${language}, ${screen}: no words of the catalogue`);
    for (const width of [320, 390, 1280]) {
      await setScreen(person, { width, height: width < 600 ? 844 : 800 }, "light");
      assertEquals(await person.evaluate(FIND_OVERFLOW), [], `${language}, ${screen}, ${width} px`);
    }
    if (TAKES_PICTURES) await takePictures(person, `${FOLDER}/${language}-${screen}`);
    await setScreen(person, SIZES.desktop, "light");
  };
}

async function setScreen(
  { page }: ChromiumPerson,
  size: { width: number; height: number },
  colorScheme: "light" | "dark",
): Promise<void> {
  await page.setViewportSize(size);
  await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
  await page.evaluate("scrollTo(0, 0)");
  await page.evaluate("new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))");
}

async function takePictures(person: ChromiumPerson, path: string): Promise<void> {
  await Deno.mkdir(FOLDER, { recursive: true });
  for (const [device, size] of Object.entries(SIZES)) {
    for (const scheme of await findSchemes(person)) {
      await setScreen(person, size, scheme);
      await person.page.mouse.move(200 + 100 * Math.random(), 300); // Brings the controls back.
      await person.page.screenshot({ path: `${path}-${device}-${scheme}.png` });
      await shrink(`${path}-${device}-${scheme}.png`);
    }
  }
}

async function readOwnId({ page }: ChromiumPerson): Promise<string> {
  await page.locator("#line.registered").waitFor();
  return await page.locator(".own-id").textContent() ?? "";
}

async function giveName({ page }: ChromiumPerson, name: string): Promise<void> {
  await page.locator("#name-field").fill(name);
  await page.locator("#name-field").blur();
}

async function press({ page }: ChromiumPerson, name: string): Promise<void> {
  await page.mouse.move(400 + 100 * Math.random(), 300);
  await page.getByRole("button", { name, exact: true }).click();
}

async function playCall(scene: Scene, locale: string, words: Catalogue, look: Look): Promise<void> {
  const folder = await Deno.makeTempDir();
  const open = async (film: string, palette: keyof typeof PALETTES, path = "/") => {
    if (!TAKES_PICTURES) return await scene.open({ path, locale });
    await writePortrait(`${folder}/${film}`, PALETTES[palette]);
    return await scene.open({ args: [`--use-file-for-fake-video-capture=${folder}/${film}`], path, locale });
  };
  const callee = await open("callee.y4m", "morning");
  const id = await readOwnId(callee);
  await giveName(callee, NAMES[1] ?? "");
  await look(callee, "home");
  const caller = await open("caller.y4m", "evening", `/#${id}/${encodeURIComponent(NAMES[1] ?? "")}`);
  await readOwnId(caller);
  await giveName(caller, NAMES[0] ?? "");
  await look(caller, "guest");
  await press(caller, words.first.call);
  await callee.page.locator(".incoming").waitFor();
  await caller.page.getByText(words.call.phase.ringing, { exact: true }).waitFor();
  await look(caller, "calling");
  await look(callee, "ringing");
  await press(callee, words.call.accept);
  await Promise.all([caller, callee].map((person) => assertMediaFlows(person, { seconds: 1 })));
  await look(caller, "call");
  await press(callee, words.comparison.verify);
  await callee.waitUntil("document.querySelectorAll('.words li').length === 5");
  await look(callee, "words");
  await press(callee, words.comparison.close);
  await press(caller, words.call.hangUp);
  await Promise.all([caller, callee].map(({ page }) => page.locator(".ended").waitFor()));
  await look(callee, "ended");
  await Deno.remove(folder, { recursive: true });
}

async function playCheck(scene: Scene, locale: string, words: Catalogue, look: Look): Promise<void> {
  const person = await scene.open({ path: "/check", locale });
  await press(person, words.check.start);
  await press(person, words.check.yes);
  await person.page.getByRole("button", { name: words.check.copyReport }).waitFor();
  await look(person, "check");
}

for (const [language, { locale, dir, words }] of Object.entries(CATALOGUES)) {
  browserTest(`Every screen is in the language of the person's browser, and fits: ${locale}`, async (scene) => {
    const look = createLook(language, dir, words);
    await playCall(scene, locale, words, look);
    await playCheck(scene, locale, words, look);
  });
}

/** A language that does not come is told, and can be tried again. */
async function chooseInVain(person: ChromiumPerson): Promise<void> {
  const { page: tab } = person;
  await tab.route(/words-de-/, (route) => route.abort());
  const choice = tab.getByRole("combobox", { name: first.language });
  await choice.selectOption("de");
  await tab.getByRole("alert").filter({ hasText: first.unspoken("Deutsch") }).waitFor();
  assertEquals(await choice.inputValue(), "en");
  assertEquals(await person.evaluate("document.documentElement.lang"), "en");
  await tab.unroute(/words-de-/);
}

browserTest(
  "A person changes the language, is told if it did not come, can try again, and the page keeps it and shows no other first",
  async (scene) => {
    const person = await scene.open();
    await person.readId();
    await chooseInVain(person);
    await person.page.getByRole("combobox", { name: first.language }).selectOption("de");
    await person.page.locator("#line", { hasText: deFirst.page.status.registered }).waitFor();
    assertEquals(await person.evaluate("[document.documentElement.lang, document.title]"), ["de", deFirst.page.title]);
    assertEquals(
      [await person.page.getByRole("alert").count(), await person.page.getByRole("combobox").inputValue()],
      [0, "de"],
    );
    // Whatever it shows from now on is noted, from the first element on.
    await person.page.addInitScript(`
    globalThis.shown = new Set();
    new MutationObserver(() => {
      if (getComputedStyle(document.body ?? document.documentElement).visibility === "hidden") return;
      const heading = document.querySelector("h1");
      if (heading?.checkVisibility({ visibilityProperty: true })) shown.add(heading.innerText.trim());
    }).observe(document, { childList: true, subtree: true, characterData: true });
  `);
    await person.page.reload();
    await person.page.locator("#line", { hasText: deFirst.page.status.registered }).waitFor();
    assertEquals(await person.evaluate("[...shown]"), [deFirst.page.title]);
  },
);

browserTest(
  "A page whose words do not come is shown in English, calls in it, and says nothing of it",
  async (scene) => {
    const person = await scene.open({
      locale: "de-DE",
      prepare: async (page) => void await page.route(/words-de-/, (route) => route.abort()),
    });
    await person.readId();
    assertEquals(await person.evaluate("[document.documentElement.lang, document.title]"), ["en", page.title]);
    assertEquals(await person.page.getByRole("alert").count(), 0);
    const other = await scene.open();
    await connect(other, person);
    await person.press(call.hangUp);
    await person.see("Call ended");
    assertEquals(await person.page.getByRole("alert").count(), 0);
  },
);
