/**
 * Pictures of what somebody sees, in each form that a window has: a phone upright and on its side, a desktop, and one at
 * twice its size; in light and in dark. ImageMagick makes them small.
 */

import type { Browser } from "playwright-core";
import { ChromiumPerson, launchChromium, type PersonOptions } from "./chromium_person.ts";
import { PALETTES, writePortrait } from "./portrait.ts";

/** Of what a window shows, in CSS pixels. */
const VIEWS = {
  phone: [390, 844],
  landscape: [844, 390],
  desktop: [1280, 800],
  double: [640, 400],
} as const;
export type View = keyof typeof VIEWS;
/** Those that are looked at in the dark too. */
const BOTH: readonly string[] = ["phone", "desktop"];

/** A palette is enough to see whether a screen is right, and makes a tenth of it. */
export async function shrink(path: string): Promise<void> {
  const args = [path, "-dither", "None", "-colors", "48", "-define", "png:compression-level=9", `PNG8:${path}`];
  if (!(await new Deno.Command("convert", { args }).output()).success) throw new Error(`Cannot shrink ${path}`);
}

/** In which colours there is something to see: a call is dark in both. */
export async function findSchemes(person: ChromiumPerson): Promise<("light" | "dark")[]> {
  const isCall = await person.evaluate<boolean>(
    "document.querySelector('.stage') !== null && document.querySelector('dialog.panel[open]') === null",
  );
  return isCall ? ["light"] : ["light", "dark"];
}

/** The browsers of whose pictures there are to be, and where those go. */
export class Studio implements AsyncDisposable {
  readonly #folder: string;
  readonly #films: string;
  readonly #browsers: Browser[] = [];
  /** Goes on beside what is played, whose calls would not wait. */
  #shrinking: Promise<void> = Promise.resolve();

  private constructor(folder: string, films: string) {
    [this.#folder, this.#films] = [folder, films];
  }

  static async open(folder: string): Promise<Studio> {
    await Deno.mkdir(folder, { recursive: true });
    return new Studio(folder, await Deno.makeTempDir());
  }

  /** Opens a browser whose camera has a portrait before it. */
  async launch(palette: keyof typeof PALETTES): Promise<Browser> {
    const film = `${this.#films}/${palette}.y4m`;
    await writePortrait(film, PALETTES[palette]);
    const browser = await launchChromium([
      `--use-file-for-fake-video-capture=${film}`,
      "--auto-select-desktop-capture-source=Slide",
    ]);
    this.#browsers.push(browser);
    return browser;
  }

  async enter(url: string, palette: keyof typeof PALETTES, name: string, options: PersonOptions = {}) {
    const person = await ChromiumPerson.open(await this.launch(palette), url, options);
    await person.readId();
    await person.page.getByRole("textbox", { name: "Your name" }).fill(name);
    await person.page.getByRole("textbox", { name: "Your name" }).blur();
    return person;
  }

  /** Takes a picture of each view, and leaves a desktop in the light. */
  async take(person: ChromiumPerson, name: string): Promise<void> {
    const schemes = await findSchemes(person);
    for (const view of Object.keys(VIEWS) as View[]) {
      for (const scheme of BOTH.includes(view) ? schemes : schemes.slice(0, 1)) {
        await this.takeOne(person, view, scheme, name);
      }
    }
    await setView(person, "desktop", "light");
    console.log(name);
  }

  async takeOne(person: ChromiumPerson, view: View, scheme: "light" | "dark", name: string): Promise<void> {
    await setView(person, view, scheme);
    const path = `${this.#folder}/${name}-${view}-${scheme}.png`;
    await person.page.screenshot({ path });
    this.#shrinking = this.#shrinking.then(() => shrink(path));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await Promise.all(this.#browsers.map((browser) => browser.close()));
    await this.#shrinking;
    await Deno.remove(this.#films, { recursive: true });
  }
}

export async function setView({ page }: ChromiumPerson, view: View, colorScheme: "light" | "dark"): Promise<void> {
  const [width, height] = VIEWS[view];
  await page.setViewportSize({ width, height });
  await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
  await page.mouse.move(width / 2 + 20 * Math.random(), height / 2); // Brings the controls back.
  await page.evaluate("new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))");
}
