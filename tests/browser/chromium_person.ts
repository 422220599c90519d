/** A person at a Chromium: what they see and press, by accessible names alone, and what their page receives. */

import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";
import { INSTRUMENTS, type MediaProgress, type Person, playCall, pollUntil } from "./person.ts";

export const CHROMIUM_ARGS = [
  "--no-sandbox",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
  "--use-fake-device-for-media-stream=fps=10", // A third of the usual rate: the encoders are most of a test's work.
  "--use-fake-ui-for-media-stream",
];

/** A switch of our own: no fake camera and microphone, and so none at all on a machine that has none. */
export const WITHOUT_DEVICES = "--without-fake-devices";

export function launchChromium(
  args: readonly string[] = [],
  executablePath = "/usr/bin/chromium",
): Promise<Browser> {
  const isBare = args.includes(WITHOUT_DEVICES);
  const all = [...CHROMIUM_ARGS, ...args].filter((arg) => !(isBare && arg.startsWith("--use-fake-device")));
  return chromium.launch({ executablePath, args: all });
}

export class ChromiumPerson implements Person {
  readonly page: Page;
  readonly context: BrowserContext;

  private constructor(page: Page, context: BrowserContext) {
    this.page = page;
    this.context = context;
  }

  /** Opens the page in a profile of its own, or, given another person, in a second tab of theirs. */
  static async open(
    browser: Browser,
    url: string,
    options: { tabOf?: ChromiumPerson | undefined; fakesClock?: boolean; prepare?: (page: Page) => Promise<void> } = {},
  ): Promise<ChromiumPerson> {
    const context = options.tabOf?.context ?? await browser.newContext({ viewport: { width: 1280, height: 800 } });
    const page = await context.newPage();
    page.setDefaultTimeout(15_000);
    if (options.fakesClock) await page.clock.install();
    await page.addInitScript(INSTRUMENTS);
    await options.prepare?.(page);
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

/** Plays a call between two profiles of a browser of its own, at a page that is served at `url`. */
export async function playCallAt(url: string, args: readonly string[] = []): Promise<void> {
  const browser = await launchChromium(args);
  try {
    const [caller, callee] = [await ChromiumPerson.open(browser, url), await ChromiumPerson.open(browser, url)];
    await playCall(caller, callee, { seconds: 2 });
  } finally {
    await browser.close();
  }
}
