/**
 * A tab that can be put into the background and frozen there, as the browser itself does it to save power (DevTools
 * protocol, `Page.setWebLifecycleState`). Driven by puppeteer: Playwright keeps every page visible, and what is visible
 * does not freeze.
 */

import puppeteer, { type Browser, type CDPSession } from "puppeteer-core";
import { CHROMIUM_ARGS, WHOLE_CHROMIUM } from "../browser/chromium_person.ts";
import { FirefoxPerson as PuppeteerPerson } from "../browser/firefox_person.ts";

export class FreezableTab implements AsyncDisposable {
  readonly person: PuppeteerPerson;
  readonly #browser: Browser;
  readonly #devTools: CDPSession;

  private constructor(person: PuppeteerPerson, browser: Browser, devTools: CDPSession) {
    this.person = person;
    this.#browser = browser;
    this.#devTools = devTools;
  }

  static async open(url: string): Promise<FreezableTab> {
    const browser = await puppeteer.launch({
      executablePath: WHOLE_CHROMIUM,
      args: [...CHROMIUM_ARGS],
      ignoreDefaultArgs: ["--disable-backgrounding-occluded-windows", "--disable-renderer-backgrounding"],
    });
    const person = await PuppeteerPerson.open(browser, url);
    await person.evaluate("void document.addEventListener('freeze', () => instruments.wasFrozen = true)");
    return new FreezableTab(person, browser, await person.page.createCDPSession());
  }

  /** Puts another tab in front of it, and freezes it. */
  async freeze(): Promise<void> {
    const front = await this.#browser.newPage();
    await front.bringToFront();
    await this.person.waitUntil("document.visibilityState === 'hidden'");
    await this.#devTools.send("Page.setWebLifecycleState", { state: "frozen" });
  }

  /** Wakes it up, still in the background. Throws if it was awake. */
  async wake(): Promise<void> {
    await this.#devTools.send("Page.setWebLifecycleState", { state: "active" });
    if (await this.person.evaluate("instruments.wasFrozen") !== true) throw new Error("Cannot wake: it was not frozen");
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#browser.close();
  }
}
