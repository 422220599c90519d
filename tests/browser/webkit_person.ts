/**
 * A person at WebKit, the engine of Safari, as Debian builds it: driven over W3C WebDriver by plain requests, under a
 * display of its own. That build has no WebRTC, so that here are all screens but those of a call, and what the page says
 * without.
 */

import { findFreePort } from "../doubles/server_process.ts";
import { type MediaProgress, type Person, pollUntil } from "./person.ts";

export const WEBKIT_PROGRAMS = { WebKitWebDriver: "webkit2gtk-driver", Xvfb: "xvfb" };

const BROWSER = "/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser";
/** W3C webdriver `#elements`: what stands for an element in JSON. */
const ELEMENT = "element-6066-11e4-a52e-4f735466cecf";
const START_MS_MAX = 15_000;
/** The window follows in its own time. */
const RESIZES_MAX = 50;

type Json = Record<string, unknown>;
type Size = { readonly width: number; readonly height: number };

/** A display and a driver, with one browser; ends all three by their own handles. */
export class WebKit implements AsyncDisposable {
  readonly #display: Deno.ChildProcess;
  readonly #driver: Deno.ChildProcess;
  readonly #url: string;
  #session = "";

  private constructor(display: Deno.ChildProcess, driver: Deno.ChildProcess, url: string) {
    this.#display = display;
    this.#driver = driver;
    this.#url = url;
  }

  static async launch(): Promise<WebKit> {
    const display = new Deno.Command("Xvfb", {
      args: ["-displayfd", "1", "-screen", "0", "1400x1000x24", "-nolisten", "tcp"],
      stdout: "piped",
      stderr: "null",
    }).spawn();
    const reader = display.stdout.pipeThrough(new TextDecoderStream()).getReader();
    const { value } = await reader.read(); // Its number, as soon as it can be used.
    await reader.cancel();
    const port = findFreePort();
    const driver = new Deno.Command("WebKitWebDriver", {
      args: [`--port=${port}`],
      env: { DISPLAY: `:${value?.trim()}`, WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: "1", LIBGL_ALWAYS_SOFTWARE: "1" },
      stdout: "null",
      stderr: "null",
    }).spawn();
    const webkit = new WebKit(display, driver, `http://127.0.0.1:${port}`);
    try {
      await webkit.#open();
    } catch (error) {
      await webkit[Symbol.asyncDispose]();
      throw error;
    }
    return webkit;
  }

  async #open(): Promise<void> {
    const deadline = performance.now() + START_MS_MAX;
    const capabilities = {
      alwaysMatch: { "webkitgtk:browserOptions": { binary: BROWSER, args: ["--automation"] } },
    };
    while (this.#session === "") {
      try {
        const { sessionId } = await this.#ask("POST", "/session", { capabilities }) as { sessionId: string };
        this.#session = `/session/${sessionId}`;
      } catch (error) {
        // Nobody listens yet; any other answer is one.
        if (!(error instanceof TypeError) || performance.now() > deadline) throw error;
      }
    }
  }

  async #ask(method: string, path: string, body?: Json): Promise<unknown> {
    const response = await fetch(this.#url + path, {
      method,
      ...(method === "POST" ? { body: JSON.stringify(body ?? {}) } : {}),
    });
    const { value } = await response.json() as { value: unknown };
    if (response.ok) return value;
    throw new Error(`Cannot ${method} ${path}: ${JSON.stringify(value)}`);
  }

  command(method: string, path: string, body?: Json): Promise<unknown> {
    return this.#ask(method, this.#session + path, body);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    try {
      if (this.#session !== "") await this.#ask("DELETE", this.#session);
    } finally {
      for (const child of [this.#driver, this.#display]) {
        child.kill("SIGTERM");
        await child.status;
      }
    }
  }
}

export class WebKitPerson implements Person {
  readonly #webkit: WebKit;

  private constructor(webkit: WebKit) {
    this.#webkit = webkit;
  }

  static async open(webkit: WebKit, url: string): Promise<WebKitPerson> {
    const person = new WebKitPerson(webkit);
    await person.goTo(url);
    return person;
  }

  async goTo(url: string): Promise<void> {
    await this.#webkit.command("POST", "/url", { url });
  }

  /** Makes the page itself this large, whatever the browser has around it. */
  async setSize({ width, height }: Size): Promise<void> {
    for (let tries = 0; tries < RESIZES_MAX; tries++) {
      const inner = await this.evaluate<Size>("({ width: innerWidth, height: innerHeight })");
      if (inner.width === width && inner.height === height) return;
      const outer = await this.#webkit.command("GET", "/window/rect") as Size;
      await this.#webkit.command("POST", "/window/rect", {
        ...{ x: 0, y: 0, width: outer.width + width - inner.width, height: outer.height + height - inner.height },
      });
      await this.evaluate("new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))");
    }
    throw new Error(`Cannot make the page ${width} × ${height}`);
  }

  async screenshot(path: string): Promise<void> {
    const picture = await this.#webkit.command("GET", "/screenshot") as string;
    await Deno.writeFile(path, Uint8Array.fromBase64(picture));
  }

  readId(): Promise<string> {
    return this.see("Ready for calls").then(() => this.evaluate("document.querySelector('.own-id').textContent"));
  }

  async press(name: string): Promise<void> {
    await this.#click(`[...document.querySelectorAll("button, a, summary")].find((element) =>
      (element.ariaLabel ?? element.textContent.trim()) === ${JSON.stringify(name)})`);
  }

  async call(idOrLink: string): Promise<void> {
    await this.fill("ID or link", idOrLink);
    await this.press("Call");
  }

  /** Types into the field of that label, in place of what is in it. */
  async fill(label: string, text: string): Promise<void> {
    const field = await this.#find(`[...document.querySelectorAll("label")].find(({ textContent }) =>
      textContent === ${JSON.stringify(label)})?.control`);
    // The driver's own clearing is no input to the page.
    await this.#webkit.command("POST", `/element/${field}/click`);
    await this.evaluate("document.activeElement.select()");
    await this.type(text === "" ? "\uE003" : text[0] ?? "");
    if (text.length > 1) await this.#webkit.command("POST", `/element/${field}/value`, { text: text.slice(1) });
  }

  /** Presses keys where the focus is. */
  async type(...keys: string[]): Promise<void> {
    const actions = keys.flatMap((value) => [{ type: "keyDown", value }, { type: "keyUp", value }]);
    await this.#webkit.command("POST", "/actions", { actions: [{ type: "key", id: "keyboard", actions }] });
  }

  async movePointer(x: number, y: number): Promise<void> {
    const actions = [{ type: "pointerMove", x, y, duration: 0 }];
    await this.#webkit.command("POST", "/actions", { actions: [{ type: "pointer", id: "mouse", actions }] });
  }

  async #click(expression: string): Promise<void> {
    await this.#webkit.command("POST", `/element/${await this.#find(expression)}/click`);
  }

  async #find(expression: string): Promise<string> {
    await this.waitUntil(`${expression} !== undefined`);
    const { [ELEMENT]: element } = await this.evaluate<Record<string, string>>(expression);
    if (element === undefined) throw new Error(`No such element: ${expression}`);
    return element;
  }

  async seeRinging(): Promise<void> {
    await this.waitUntil(`document.querySelector("[aria-modal=true][aria-label='Incoming call']") !== null`);
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
    throw new Error("Cannot read media: this build of WebKit has no WebRTC");
  }

  async evaluate<T>(expression: string): Promise<T> {
    return await this.#webkit.command("POST", "/execute/sync", { script: `return (${expression})`, args: [] }) as T;
  }

  waitUntil(expression: string): Promise<void> {
    return pollUntil(this, expression);
  }
}
