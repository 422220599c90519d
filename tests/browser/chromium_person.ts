/** A person at a Chromium: what they see and press, by accessible names alone, and what their page receives. */

import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";
import { INSTRUMENTS, type MediaProgress, PATIENCE_MS, type Person, playCall, pollUntil } from "./person.ts";

/** The same engine without the windows around the page: half the work of a test, by far most of which is theirs. */
export const HEADLESS_SHELL = "/usr/bin/chromium-headless-shell";
/** The browser that people have: where its own windows, bars and permissions matter. */
export const WHOLE_CHROMIUM = "/usr/bin/chromium";
/** Program and Debian package of the browser that tests open. */
export const CHROMIUM_PROGRAMS = { "chromium-headless-shell": "chromium-headless-shell" };

export const CHROMIUM_ARGS = [
  "--no-sandbox",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
  "--use-fake-device-for-media-stream=fps=5", // Few pictures: they are much of what a call costs.
  "--use-fake-ui-for-media-stream",
];

/** More pictures, for who counts those that are missed. */
export const MORE_PICTURES = "--use-fake-device-for-media-stream=fps=10";
/** A switch of our own: no fake camera and microphone, and so none at all on a machine that has none. */
export const WITHOUT_DEVICES = "--without-fake-devices";
/** Another: nobody answers the browser's question for devices, as long as the test allows nothing. */
export const WITHOUT_ANSWERS = "--without-fake-answers";

/** A page's service worker stays on its way for good. */
const WITHOUT_WORKER = `
  if (globalThis.ServiceWorkerContainer) ServiceWorkerContainer.prototype.register = () => new Promise(() => {});
`;

export function launchChromium(
  args: readonly string[] = [],
  executablePath = HEADLESS_SHELL,
  env: Record<string, string> = {},
): Promise<Browser> {
  // Where paths break, it is pictures that tell.
  const more = executablePath === HEADLESS_SHELL ? [] : [MORE_PICTURES];
  const left = [
    ...args.includes(WITHOUT_DEVICES) ? ["--use-fake-device"] : [],
    ...args.includes(WITHOUT_ANSWERS) ? ["--use-fake-ui"] : [],
  ];
  const all = [...CHROMIUM_ARGS, ...more, ...args].filter((arg) => !left.some((start) => arg.startsWith(start)));
  return chromium.launch({ executablePath, args: all, env: { ...Deno.env.toObject(), ...env } });
}

export type PersonOptions = { readonly fakesClock?: boolean; readonly prepare?: (page: Page) => Promise<void> };

export class ChromiumPerson implements Person {
  readonly page: Page;
  readonly context: BrowserContext;

  private constructor(page: Page, context: BrowserContext) {
    this.page = page;
    this.context = context;
  }

  /** Opens the page in a profile of its own. */
  static async open(browser: Browser, url: string, options: PersonOptions = {}): Promise<ChromiumPerson> {
    return await ChromiumPerson.openIn(await ChromiumPerson.createProfile(browser), url, options);
  }

  /**
   * @param locale what the person's browser speaks; American English if none is told
   * @param hasWorker whether the page may start its service worker, which answers in place of whatever a test puts before
   * the server, and loads the whole page once more
   */
  static async createProfile(
    browser: Browser,
    { locale, hasWorker = false }: { locale?: string | undefined; hasWorker?: boolean } = {},
  ): Promise<BrowserContext> {
    // Whoever asks for less motion is drawn no spinner sixty times a second, which costs more than the call that it waits for.
    const settings = { viewport: { width: 1280, height: 800 }, reducedMotion: "reduce" } as const;
    const context = await browser.newContext({ ...settings, ...(locale === undefined ? {} : { locale }) });
    if (!hasWorker) await context.addInitScript(WITHOUT_WORKER);
    return context;
  }

  /** Opens the page in a tab of a profile. */
  static async openIn(
    context: BrowserContext,
    url: string,
    { fakesClock = false, prepare }: PersonOptions = {},
  ): Promise<ChromiumPerson> {
    const page = await context.newPage();
    page.setDefaultTimeout(PATIENCE_MS);
    if (fakesClock) await page.clock.install();
    await page.addInitScript(INSTRUMENTS);
    await prepare?.(page);
    await page.goto(url);
    return new ChromiumPerson(page, context);
  }

  async readId(): Promise<string> {
    await this.see("Ready for calls");
    const text = await this.page.getByLabel("Your ID", { exact: true }).textContent();
    if (text === null) throw new Error("The page shows no ID");
    return text;
  }

  async press(name: string): Promise<void> {
    await this.page.mouse.move(400 + Math.random() * 100, 300); // The control bar comes back for whoever moves.
    await this.page.getByRole("button", { name, exact: true }).click();
  }

  async call(idOrLink: string): Promise<void> {
    await this.page.getByRole("textbox", { name: "ID or link" }).fill(idOrLink);
    await this.press("Call");
  }

  async seeRinging(): Promise<void> {
    await this.page.getByRole("dialog", { name: "Incoming call" }).waitFor();
  }

  async see(text: string | RegExp): Promise<void> {
    await this.page.getByRole("status").filter({ hasText: text }).waitFor();
  }

  readMedia(): Promise<MediaProgress> {
    return this.evaluate("instruments.readMedia()");
  }

  async evaluate<T>(expression: string): Promise<T> {
    return await this.page.evaluate(expression) as T;
  }

  waitUntil(expression: string): Promise<void> {
    return pollUntil(this, expression);
  }
}

/** Plays a call between two profiles of a whole Chromium of its own, at a page that is served at `url`. */
export async function playCallAt(url: string, args: readonly string[] = []): Promise<void> {
  const browser = await launchChromium(args, WHOLE_CHROMIUM);
  try {
    const [caller, callee] = [await ChromiumPerson.open(browser, url), await ChromiumPerson.open(browser, url)];
    await playCall(caller, callee, { seconds: 2 });
  } finally {
    await browser.close();
  }
}
