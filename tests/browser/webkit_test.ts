/**
 * Every screen but the call, in WebKit, the engine of Safari, beside the same in Chromium: the same things at the same
 * places, in the same colours, light and dark, wide and narrow. Debian's WebKit
 * has no WebRTC: first it is taken as it is, then a stand-in that connects to nobody lets the page ring.
 *
 * `WEBKIT_SCREENSHOTS=folder` keeps a picture of each screen in each browser there. Look at them.
 */

import { assert, assertEquals } from "@std/assert";
import { createSdp } from "../doubles/description.ts";
import { HostileRelay } from "../doubles/hostile_relay.ts";
import { ScriptedCaller } from "../doubles/scripted_caller.ts";
import { findFreePort, startServerProcess } from "../doubles/server_process.ts";
import { browserTest } from "./browser_test_case.ts";
import { type ChromiumPerson, WITHOUT_DEVICES } from "./chromium_person.ts";
import type { Person } from "./person.ts";
import { WebKit, WEBKIT_PROGRAMS, WebKitPerson } from "./webkit_person.ts";

const SOMEBODY = "0000-0000-0000-0000-0000";
/** The narrow one is as narrow as WebKit's window gets; both are on their side of every width that the styles know. */
const SIZES = [{ width: 1280, height: 800 }, { width: 460, height: 844 }];
const SCHEMES = ["light", "dark"] as const;
/** Two engines break lines and round lengths each in their own way, in px. */
const DISTANCE_MAX = 4;
/** A line of text is as wide as an engine sets its letters: that much more, of its width. */
const TEXT_SHARE_MAX = 0.02;

/** As much of WebRTC as placing a call and being rung takes; it connects to nobody. */
const STAND_IN = `{
  const sdp = ${JSON.stringify(createSdp())};
  globalThis.RTCPeerConnection = class {
    static generateCertificate() { return Promise.resolve({}); }
    connectionState = "new";
    createDataChannel() { return { readyState: "connecting", bufferedAmount: 0 }; }
    addTransceiver() {}
    getTransceivers() { return []; }
    createOffer() { return Promise.resolve({ type: "offer", sdp }); }
    createAnswer() { return Promise.resolve({ type: "answer", sdp }); }
    setRemoteDescription(description) { this.remoteDescription = description; return Promise.resolve(); }
    setLocalDescription() { return Promise.resolve(); }
    getConfiguration() { return {}; }
    setConfiguration() {}
    close() { this.connectionState = "closed"; }
  };
  // Neither machine has a camera; engines tell that in ways of their own.
  const getUserMedia = () => Promise.reject(new DOMException("None here", "NotFoundError"));
  const mediaDevices = Object.assign(new EventTarget(), { getUserMedia, enumerateDevices: () => Promise.resolve([]) });
  Object.defineProperty(navigator, "mediaDevices", { value: mediaDevices });
}`;

/**
 * Of what moves only the end is compared, and nothing lights up under the pointer: WebKit has it again where its window
 * last was touched, whatever the driver says.
 */
const STAND_STILL = `{
  const still = new CSSStyleSheet();
  still.replaceSync("* { pointer-events: none !important } *, *::before, *::after { animation: none !important; transition: none !important }");
  document.adoptedStyleSheets = [still];
}`;
const MOVE_ON = "void (document.adoptedStyleSheets = [])";
const IS_UNTOUCHED = `document.querySelector("body:hover") === null`;

/** What is seen of a screen. IDs are another on each page, as are times. */
const READ_LAYOUT = `{
  const seen = [];
  const parts = "h1, h2, h3, p, label, button, input, a, summary, section, [role=dialog], .disc, .chip, .control";
  for (const element of document.querySelectorAll(parts)) {
    const { x, y, width, height } = element.getBoundingClientRect();
    if (width < 2 || element.closest(".unseen") || !element.checkVisibility()) continue;
    const style = getComputedStyle(element);
    const text = (element.ariaLabel ?? (element.localName === "input" ? element.value : element.textContent)).trim();
    seen.push({
      name: element.localName + " " + text.replace(/([0-9a-z]{4}-){4}[0-9a-z]{4}/g, "ID").replace(/\\d+:\\d\\d.*/, "time"),
      box: { x, y, width, height },
      // The colours of a mark come from its ID.
      look: element.matches(".disc") ? [] : [style.color, style.backgroundColor, Math.round(10 * parseFloat(style.fontSize)), style.fontWeight, style.borderRadius, style.opacity],
    });
  }
  return seen;
}`;

/** What comes last to the first screen has come. */
const IS_COMPLETE = `document.querySelector(".before-call button") !== null`;

/** The browser opens databases, as the page's own begins with. */
const HAS_STORAGE = `new Promise((resolve) => {
  const request = indexedDB.open("is it there");
  request.onsuccess = () => (request.result.close(), resolve(true));
  request.onerror = () => resolve(false);
})`;

type Seen = {
  readonly name: string;
  readonly box: Readonly<Record<"x" | "y" | "width" | "height", number>>;
  readonly look: readonly string[];
};

/** Their row of buttons is so nearly full that each engine breaks it elsewhere. */
const WRAPS: ReadonlySet<string> = new Set(["ended"]);

/** What the tour asks of a person at either browser. */
type Visitor = Pick<Person, "press" | "call" | "see" | "seeRinging" | "evaluate" | "waitUntil"> & {
  readonly name: string;
  goTo(url: string): Promise<void>;
  setSize(size: { width: number; height: number }): Promise<void>;
  fill(label: string, text: string): Promise<void>;
  /** To where nothing is that lights up under it. */
  movePointerAway(): Promise<void>;
  screenshot(path: string): Promise<void>;
};

function visitAs(person: Person): Pick<Visitor, keyof Person & keyof Visitor> {
  return {
    press: (name) => person.press(name),
    call: (text) => person.call(text),
    see: (text) => person.see(text),
    seeRinging: () => person.seeRinging(),
    evaluate: (expression) => person.evaluate(expression),
    waitUntil: (expression) => person.waitUntil(expression),
  };
}

function visitByWebKit(person: WebKitPerson): Visitor {
  return {
    ...visitAs(person),
    name: "webkit",
    goTo: (url) => person.goTo(url),
    setSize: (size) => person.setSize(size),
    fill: (label, text) => person.fill(label, text),
    movePointerAway: () => person.movePointer(1, 1),
    screenshot: (path) => person.screenshot(path),
  };
}

function visitByChromium(person: ChromiumPerson): Visitor {
  const { page } = person;
  return {
    ...visitAs(person),
    name: "chromium",
    goTo: async (url) => void await page.goto(url),
    setSize: (size) => page.setViewportSize(size),
    fill: (label, text) => page.getByLabel(label, { exact: true }).fill(text),
    movePointerAway: () => page.mouse.move(1, 1),
    screenshot: async (path) => void await page.screenshot({ path }),
  };
}

/** A screen's layouts, by size and scheme. */
type Views = Map<string, Map<string, Seen[]>>;

class Tour {
  readonly views: Views = new Map();
  readonly #visitor: Visitor;
  readonly #folder = Deno.env.get("WEBKIT_SCREENSHOTS");

  constructor(visitor: Visitor) {
    this.#visitor = visitor;
  }

  /** Looks at the screen in all sizes, and in both schemes. */
  async look(screen: string): Promise<void> {
    const visitor = this.#visitor;
    const layouts = new Map<string, Seen[]>();
    await visitor.movePointerAway();
    await visitor.evaluate(`(() => ${STAND_STILL})()`);
    for (const size of SIZES) {
      await visitor.setSize(size);
      for (const scheme of SCHEMES) {
        if (size.width < 600 && scheme === "dark") continue; // Another palette lays nothing out anew.
        await visitor.evaluate(`document.documentElement.style.colorScheme = "${scheme}"`);
        await visitor.waitUntil(IS_UNTOUCHED);
        await visitor.evaluate("new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))");
        const layout = await visitor.evaluate<Seen[]>(`(() => ${READ_LAYOUT})()`);
        layouts.set(`${size.width} ${scheme}`, layout);
        if (this.#folder !== undefined) {
          await visitor.screenshot(`${this.#folder}/${screen} ${size.width} ${scheme} ${visitor.name}.png`);
        }
      }
    }
    await visitor.evaluate(MOVE_ON);
    this.views.set(screen, layouts);
  }

  /** Goes through all screens at a page that can ring. */
  async run(origin: string): Promise<void> {
    const visitor = this.#visitor;
    await visitor.goTo(`${origin}/nothing`);
    await this.look("not found");
    await visitor.goTo(`${origin}/check`);
    await this.look("check");
    // A page that waits for a browser's storage is another screen; one that has only begun may take its time for it.
    await visitor.waitUntil(HAS_STORAGE);
    await visitor.goTo(origin);
    const own = (await visitor.see("Ready for calls"),
      await visitor.evaluate<string>(
        "document.querySelector('.own-id').textContent",
      ));
    await visitor.waitUntil(IS_COMPLETE);
    await this.look("home");
    for (const [typed, said] of [["", "Type their ID"], ["abc", "An ID looks like"], [own, "That’s your own ID"]]) {
      await visitor.call(typed ?? "");
      await visitor.see(said ?? "");
    }
    await visitor.fill("Your name", "Kitchen tablet");
    await this.look("dialling error");
    await visitor.fill("ID or link", "");
    await this.#beRung(new URL(origin).host, own);

    await visitor.goTo(`${origin}/#${SOMEBODY}`);
    await visitor.see("Ready for calls");
    await visitor.waitUntil(IS_COMPLETE);
    await this.look("invitation");
    await visitor.press("Call");
    await visitor.see("page isn’t open. We’ll keep trying.");
    await this.look("outgoing");
    await visitor.press("Cancel");
    await visitor.see("Call cancelled");
    await this.look("ended");
    await visitor.press("Back");
    await visitor.see("Ready for calls");
  }

  async #beRung(host: string, ownId: string): Promise<void> {
    const visitor = this.#visitor;
    const caller = await ScriptedCaller.open(host, ownId as Parameters<typeof ScriptedCaller.open>[1]);
    const callId = await caller.ring({ name: "Kim" });
    await visitor.seeRinging();
    await this.look("incoming");
    caller.takeBack(callId);
    await visitor.press("Clear");
    await caller.reach({ name: "Kim" });
    await visitor.press("Decline");
    await visitor.see("You declined the call from");
    await this.look("declined");
    await visitor.press("Block");
    await visitor.evaluate("document.querySelector('summary').click()");
    await visitor.waitUntil("!document.body.textContent.includes('ring you any more')"); // The notice fades.
    await this.look("blocked people");
    await visitor.press("Unblock Kim");
    await caller.close();
  }
}

function assertAlike(webkit: Views, chromium: Views): void {
  const differences: string[] = [];
  for (const [screen, layouts] of chromium) {
    const other = webkit.get(screen);
    for (const [view, layout] of layouts) {
      const seen = other?.get(view) ?? [];
      assertEquals(seen.map(({ name }) => name), layout.map(({ name }) => name), `${screen}, ${view}`);
      if (WRAPS.has(screen)) continue;
      for (const [index, { name, box, look }] of layout.entries()) {
        const there = seen[index];
        for (const side of ["x", "y", "width", "height"] as const) {
          if (name.includes("ID") && (side === "x" || side === "width")) continue; // As wide as its letters are.
          const distance = (there?.box[side] ?? NaN) - box[side];
          const isOfText = name.startsWith("p ") && (side === "x" || side === "width");
          if (!(Math.abs(distance) <= DISTANCE_MAX + (isOfText ? TEXT_SHARE_MAX * box.width : 0))) {
            differences.push(`${screen}, ${view}, ${name}: ${side} ${box[side]} in Chromium, ${there?.box[side]}`);
          }
        }
        if (there?.look.join() !== look.join()) {
          differences.push(`${screen}, ${view}, ${name}: ${look} in Chromium, ${there?.look}`);
        }
      }
    }
  }
  assertEquals(differences, [], differences.slice(0, 60).join("\n"));
}

browserTest("Every screen but the call is in WebKit as it is in Chromium", async (scene) => {
  await using webkit = await WebKit.launch();
  const own = await WebKitPerson.open(webkit, scene.server.origin);
  await lookWithoutWebRtc(own);

  const port = findFreePort();
  const server = await startServerProcess({ env: { PUBLIC_HOST: `localhost:${port}` } });
  await using relay = new HostileRelay({ target: `localhost:${server.port}`, port, script: STAND_IN });
  const chromium = visitByChromium(await scene.open({ origin: relay.origin, args: [WITHOUT_DEVICES] }));
  const tours = [visitByWebKit(own), chromium].map((visitor) => new Tour(visitor));
  for (const tour of tours) await tour.run(relay.origin);
  await server.kill();
  const [byWebKit, byChromium] = tours.map(({ views }) => views);
  assert(byWebKit !== undefined && byChromium !== undefined);
  assertAlike(byWebKit, byChromium);
}, WEBKIT_PROGRAMS);

/** What a page of WebKit says as Debian builds it. */
async function lookWithoutWebRtc(person: WebKitPerson): Promise<void> {
  await person.see("This browser can’t make calls: WebRTC is switched off.");
  assertEquals(await person.evaluate("document.querySelector('.own-id, .line.registered')"), null);
  await person.press("Connection check");
  await person.press("Start");
  await person.see("You can’t call from this browser.");
}
