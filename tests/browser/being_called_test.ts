/** What a call does at a page that nobody looks at, and what the person sets of it. */

import { assertEquals } from "@std/assert";
import type { Page } from "playwright-core";
import { assertAccessible } from "./accessible.ts";
import { browserTest } from "./browser_test_case.ts";
import type { ChromiumPerson } from "./chromium_person.ts";
import { PATIENCE_MS } from "./person.ts";

/** Has a page note the pitch of all that it plays; it stays as silent as a browser may keep it while `isSilenced`. */
async function noteSounds(page: Page): Promise<void> {
  await page.addInitScript(`
    instruments.played = [];
    globalThis.OscillatorNode = class extends OscillatorNode {
      constructor(context, options) {
        super(context, options);
        instruments.played.push(options.frequency);
      }
    };
    const { get } = Object.getOwnPropertyDescriptor(BaseAudioContext.prototype, "state");
    const state = { get() { return instruments.isSilenced ? "suspended" : get.call(this); } };
    Object.defineProperty(BaseAudioContext.prototype, "state", state);
  `);
}

const readPlayed = (person: ChromiumPerson) => person.evaluate<number[]>("instruments.played.splice(0)");
const settings = ({ page }: ChromiumPerson) => page.getByRole("dialog", { name: "Ringing" });

browserTest("Calls ring by the tone that the person has chosen, which they can try", async (scene, step) => {
  const [kim, sam] = [await scene.open({ prepare: noteSounds }), await scene.open()];
  const kimId = await kim.readId();
  const tone = settings(kim).getByRole("combobox", { name: "Ring tone" });

  await step("Each is heard by a press, and it says what to do where nothing is heard", async () => {
    await kim.press("Ringing");
    await assertAccessible(kim, "settings of ringing");
    const first: number[] = [];
    for (const name of ["Classic", "Chimes", "Drops", "Telephone"]) {
      await tone.selectOption(name);
      await kim.press("Test ring");
      await settings(kim).getByText("You should hear it now.").waitFor();
      await kim.waitUntil("instruments.played.length > 0"); // It may say so of the one before.
      first.push((await readPlayed(kim))[0] ?? 0);
    }
    assertEquals(first, [660, 1_047, 587, 440]);
    await kim.evaluate("instruments.isSilenced = true");
    await kim.press("Test ring");
    await settings(kim).getByText("This browser won’t let the page ring.").waitFor();
    assertEquals(await readPlayed(kim), []);
    await kim.evaluate("instruments.isSilenced = false");
  });
  await step("A call rings by it, closes the settings, and does so after the page was loaded again", async () => {
    await tone.selectOption("Chimes");
    await sam.call(kimId);
    await kim.seeRinging();
    await settings(kim).waitFor({ state: "detached" });
    await kim.waitUntil("instruments.played.includes(784)");
    assertEquals((await readPlayed(kim)).slice(0, 4), [1_047, 784, 659, 523]);
    await sam.press("Cancel");
    await kim.page.reload();
    await kim.readId();
    await kim.press("Ringing");
    assertEquals(await tone.inputValue(), "chimes");
  });
});

/** Has a page know somebody, note its notifications, and be looked at only while `instruments.isLookedAt`. */
function noteNotifications(knownId: string) {
  const known = [{ peerId: knownId, names: [], verifiedAtMs: null, publicKey: null }];
  return async (page: Page): Promise<void> => {
    await page.addInitScript(`
      localStorage.setItem("known-peers", ${JSON.stringify(JSON.stringify(known))});
      document.hasFocus = () => instruments.isLookedAt ?? false;
      instruments.notifications = [];
      instruments.icons = [];
      globalThis.Blob = class extends Blob {
        constructor(parts, options) {
          super(parts, options);
          if (options?.type === "image/svg+xml") instruments.icons.push(parts[0]);
        }
      };
      navigator.setAppBadge = async (count) => { instruments.badge = count; };
      navigator.clearAppBadge = async () => { instruments.badge = 0; };
      globalThis.Notification = class extends Notification {
        constructor(title, options = {}) {
          super(title, options);
          if (Notification.permission !== "granted") return;
          const { silent, requireInteraction, tag } = options;
          const noted = { title, silent, requireInteraction, tag, isOpen: false, press: () => this.onclick() };
          instruments.notifications.push(noted);
          this.addEventListener("show", () => noted.isOpen = true);
          this.addEventListener("close", () => noted.isOpen = false);
        }
      };
    `);
  };
}

type Noted = { title: string; silent: boolean; requireInteraction: boolean; tag: string };

/** Waits until the tabs have this open, together and no more: all that is open, or nothing. */
async function seeOpen(tabs: readonly ChromiumPerson[], title: string | null): Promise<Noted[]> {
  const deadline = performance.now() + PATIENCE_MS;
  while (true) {
    const open = await Promise.all(
      tabs.map((tab) => tab.evaluate<Noted[]>("instruments.notifications.filter(({ isOpen }) => isOpen)")),
    );
    const all = open.flat();
    if (title === null ? all.length === 0 : all.length === 1 && all[0]?.title === title) return all;
    if (performance.now() > deadline) throw new Error(`Open is ${JSON.stringify(all)}, and not ${title}`);
    await tabs[0]?.evaluate("new Promise((resolve) => setTimeout(resolve, 20))");
  }
}

/** Waits until each tab has told of a call. */
async function seeTold(tabs: readonly ChromiumPerson[], title: string): Promise<Noted[]> {
  const told = `instruments.notifications.some((each) => each.title === ${JSON.stringify(title)})`;
  for (const tab of tabs) await tab.waitUntil(told);
  return await seeOpen(tabs, title);
}

/** What is written on the mark of a tab's icon, as its browser draws it; null where there is none. */
function readIcon(tab: ChromiumPerson): Promise<string | null> {
  return tab.evaluate(`(async () => {
    const icon = document.querySelector("link[rel=icon][type='image/svg+xml']").href;
    if (!icon.startsWith("blob:")) return null;
    const image = new Image();
    image.src = icon;
    await image.decode();
    return instruments.icons.at(-1).match(/<text[^>]*>([^<]*)</)[1];
  })()`);
}

async function forgetTold(tabs: readonly ChromiumPerson[]): Promise<void> {
  for (const tab of tabs) await tab.evaluate("instruments.notifications.length = 0");
}

const countNotifications = (tabs: readonly ChromiumPerson[]) =>
  Promise.all(tabs.map((tab) => tab.evaluate<number>("instruments.notifications.length")));

browserTest(
  "The system tells of a call while the person looks at something else, once they want that",
  async (scene, step) => {
    const [sam, eve] = [await scene.open(), await scene.open()];
    const prepare = noteNotifications(await sam.readId());
    await sam.page.getByRole("textbox", { name: "Your name" }).fill("Sam");
    const kim = await scene.open({ isWhole: true, prepare });
    const other = await scene.open({ tabOf: kim, prepare });
    const tabs = [kim, other];
    const kimId = await kim.readId();
    await other.readId();

    await step("It asks by a press, and not before", async () => {
      await kim.press("Ringing");
      const button = settings(kim).getByRole("button", { name: "Notify me" });
      await button.waitFor();
      // As the person answers once they are asked; before that there would be nothing left to press.
      const { origin } = scene.server;
      await kim.page.exposeFunction("allow", () => kim.context.grantPermissions(["notifications"], { origin }));
      await kim.evaluate(`(() => {
        const ask = Notification.requestPermission;
        Notification.requestPermission = async () => (await allow(), await ask.call(Notification));
      })()`);
      await button.click();
      await settings(kim).getByText("You’ll get a notification when someone calls").waitFor();
      assertEquals(await button.count(), 0);
      await kim.press("Done");
    });
    await step("One tells of the call, in silence, and is gone once a tab has answered it", async () => {
      await sam.call(kimId);
      const [noted] = await seeTold(tabs, "Sam is calling…");
      assertEquals([await readIcon(kim), await readIcon(other)], ["", ""], "The icon has a mark");
      assertEquals([noted?.silent, noted?.requireInteraction], [true, true]);
      assertEquals(await countNotifications(tabs), [1, 1], "Both have told, under one tag");
      await other.press("Decline");
      await seeOpen(tabs, null);
      await sam.see("declined");
      await sam.press("Back");
      await other.press("Back");
    });
    await step("It becomes a missed call, until the person looks at a tab", async () => {
      await forgetTold(tabs);
      await sam.call(kimId);
      await seeTold(tabs, "Sam is calling…");
      await sam.press("Cancel");
      const [noted] = await seeTold(tabs, "Missed call from Sam");
      assertEquals([noted?.silent, noted?.requireInteraction], [true, false]);
      for (const tab of tabs) await tab.press("Back");
      for (const tab of tabs) await tab.waitUntil("document.title === '(1) Video calling'");
      assertEquals([await readIcon(kim), await kim.evaluate("instruments.badge")], ["1", 1]);
      await other.evaluate("dispatchEvent(new Event('focus'))");
      await seeOpen(tabs, null);
      for (const tab of tabs) await tab.waitUntil("document.title === 'Video calling'");
      assertEquals([await readIcon(kim), await kim.evaluate("instruments.badge")], [null, 0]);
      await sam.press("Back");
    });
    await step("A stranger chooses no word of it, and whoever presses it has seen it", async () => {
      await eve.page.getByRole("textbox", { name: "Your name" }).fill("Your bank");
      await eve.call(kimId);
      await seeTold(tabs, "Someone is calling…");
      await eve.press("Cancel");
      await seeTold(tabs, "Missed call from someone you don’t know");
      await eve.press("Back");
      await forgetTold(tabs);
      await eve.call(kimId);
      await seeTold(tabs, "Someone is calling…");
      for (const tab of tabs) await tab.evaluate("instruments.notifications.find(({ isOpen }) => isOpen)?.press()");
      await seeOpen(tabs, null);
      await eve.press("Cancel");
    });
    await step("Nobody is told of what they see in any tab", async () => {
      await forgetTold(tabs);
      await other.evaluate("instruments.isLookedAt = true");
      await sam.call(kimId);
      for (const tab of tabs) await tab.seeRinging();
      await sam.press("Cancel");
      for (const tab of tabs) await tab.see("Missed call");
      await seeOpen(tabs, null);
      assertEquals((await countNotifications(tabs))[1], 0);
    });
  },
);

browserTest("A browser that notifies of nothing says so, and asks for nothing", async (scene) => {
  const throwing = `globalThis.Notification = class {
    static permission = "default";
    static requestPermission() { instruments.hasAsked = true; }
    constructor() { throw new TypeError("Illegal constructor"); }
  };`;
  const without = await scene.open({
    prepare: async (page) => void await page.addInitScript("delete globalThis.Notification"),
  });
  await without.readId();
  await without.press("Ringing");
  await settings(without).getByText("This browser shows no notifications for a page like this.").waitFor();
  const denying = 'Object.defineProperty(Notification, "permission", { value: "denied" })';
  const denied = await scene.open({ prepare: async (page) => void await page.addInitScript(denying) });
  await denied.readId();
  await denied.press("Ringing");
  await settings(denied).getByText("This browser blocks notifications from this page.").waitFor();
  assertEquals(await settings(denied).getByRole("button", { name: "Notify me" }).count(), 0);
  const phone = await scene.open({ prepare: async (page) => void await page.addInitScript(throwing) });
  await phone.readId();
  await phone.press("Ringing");
  await phone.press("Notify me");
  await settings(phone).getByText("This browser shows no notifications for a page like this.").waitFor();
  assertEquals(await phone.evaluate("instruments.hasAsked ?? false"), false);
});

/** Whatever the driver asks of a page counts as a touch; here only a press does. */
async function keepUntouched(page: Page): Promise<void> {
  await page.addInitScript(`
    let hasBeenActive = false;
    addEventListener("pointerdown", () => hasBeenActive = true, { capture: true });
    Object.defineProperty(navigator, "userActivation", { value: { get hasBeenActive() { return hasBeenActive; } } });
  `);
}

browserTest(
  "A page that was never touched says that it may not ring, until it is, and nothing moves",
  async (scene) => {
    const kim = await scene.open({ fakesClock: true, prepare: keepUntouched });
    const { page } = kim;
    const usual = page.getByText("Anyone with your link can call you");
    const hint = page.getByText("Tap once so that this page can ring.");
    await kim.readId();
    await page.getByRole("button", { name: "Ringing" }).and(page.locator(":enabled")).waitFor();
    assertEquals(await usual.isVisible(), true);
    const where = () => kim.evaluate<number>("document.querySelector('.dial').getBoundingClientRect().top");
    const before = await where();
    await page.clock.runFor(20_000);
    await hint.waitFor();
    assertEquals([await usual.isVisible(), await where()], [false, before]);
    await page.mouse.click(5, 5);
    await hint.waitFor({ state: "hidden" });
    assertEquals([await usual.isVisible(), await where()], [true, before]);
  },
);
