/**
 * A person at a Firefox, driven by puppeteer over WebDriver BiDi: the only way that works with Debian's Firefox. Its
 * waiting for accessible names takes many seconds there, so buttons are looked up in the page; the Chromium tests hold
 * the page to the names.
 */

import type { Browser, BrowserContext, Page } from "puppeteer-core";
import { INSTRUMENTS, type MediaProgress, PATIENCE_MS, type Person, pollUntil } from "./person.ts";

export async function launchFirefox(
  preferences: Record<string, boolean> = {},
  env: Record<string, string> = {},
): Promise<Browser> {
  const { default: puppeteer } = await import("puppeteer-core"); // Most tests open no Firefox, and it takes time to load.
  return await puppeteer.launch({
    browser: "firefox",
    executablePath: "/usr/bin/firefox-esr",
    headless: true,
    env: { ...Deno.env.toObject(), ...env },
    extraPrefsFirefox: {
      "media.navigator.streams.fake": true,
      "media.navigator.permission.disabled": true,
      "media.autoplay.default": 0,
      ...preferences,
    },
  });
}

export class FirefoxPerson implements Person {
  readonly page: Page;

  private constructor(page: Page) {
    this.page = page;
  }

  /** Opens the page in a tab of a browser, or of one of its profiles. */
  static async open(browser: Browser | BrowserContext, url: string): Promise<FirefoxPerson> {
    const page = await browser.newPage();
    page.setDefaultTimeout(PATIENCE_MS);
    await page.evaluateOnNewDocument(INSTRUMENTS);
    await page.goto(url);
    return new FirefoxPerson(page);
  }

  async readId(): Promise<string> {
    await this.see("Ready for calls");
    const text = await this.page.$eval("::-p-aria([name='Your ID'][role='group'])", (element) => element.textContent);
    if (text === null) throw new Error("The page shows no ID");
    return text;
  }

  async press(name: string): Promise<void> {
    await this.page.mouse.move(400 + Math.random() * 100, 300);
    await this.waitUntil(`instruments.findButton(${JSON.stringify(name)}) !== undefined`);
    const { x, y } = await this.evaluate<{ x: number; y: number }>(
      `(({ x, y, width, height }) => ({ x: x + width / 2, y: y + height / 2 }))(
        instruments.findButton(${JSON.stringify(name)}).getBoundingClientRect())`,
    );
    await this.page.mouse.click(x, y);
  }

  async call(idOrLink: string): Promise<void> {
    await this.page.locator("::-p-aria([name='ID or link'][role='textbox'])").fill(idOrLink);
    await this.press("Call");
  }

  seeRinging(): Promise<void> {
    return this.waitUntil(`document.querySelector("[aria-modal=true][aria-label='Incoming call']") !== null`);
  }

  async see(text: string | RegExp): Promise<void> {
    const source = text instanceof RegExp ? text.source : RegExp.escape(text);
    await this.waitUntil(
      `[...document.querySelectorAll("[role=status]")].some(({ textContent }) => new RegExp(${
        JSON.stringify(source)
      }).test(textContent))`,
    );
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
