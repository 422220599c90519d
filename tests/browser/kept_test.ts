/**
 * What a real browser keeps: moved from where older pages kept it, there again after a reload, told to other tabs; and a
 * browser that keeps nothing, or has no room.
 */

import { assert, assertEquals } from "@std/assert";
import { browserTest, type Scene } from "./browser_test_case.ts";
import type { ChromiumPerson } from "./chromium_person.ts";
import { READ_RECORDS } from "./kept_records.ts";
import type { FirefoxPerson } from "./firefox_person.ts";
import { connect } from "./person.ts";

const MISSED = [{ remotePeerId: "47z3-3qx1-ajh6-2rkb-z1a0", remoteName: "Kim", atMs: 1, count: 1, callIds: ["a"] }];
/** As pages kept it before there was a store. */
const OLD = { name: "Ada", "relay-only": "", "missed-calls": JSON.stringify(MISSED), "known-peers": "[1]" };
const KEEP_OLD = `for (const [key, text] of Object.entries(${JSON.stringify(OLD)})) localStorage.setItem(key, text)`;

const FULL = "This browser is out of space";

const SHOWN = `({
  name: document.getElementById("name-field").value,
  missed: document.body.textContent.includes("Missed calls"),
})`;
const SHOWS_ADA = `document.getElementById("name-field")?.value === "Ada"`;

/** Has the page loaded anew in a browser that an older page has kept things in. */
async function moveOld(person: ChromiumPerson | FirefoxPerson): Promise<void> {
  await person.readId();
  assertEquals(await person.evaluate(READ_RECORDS), {});
  await person.evaluate(KEEP_OLD);
  await person.page.reload();
  await person.waitUntil(SHOWS_ADA);
  await person.readId();
  assertEquals(await person.evaluate(SHOWN), { name: "Ada", missed: true });
  await person.waitUntil(`localStorage.getItem("missed-calls") === null && localStorage.getItem("name") === null`);
  assertEquals(await person.evaluate(READ_RECORDS), {
    ...{ name: "Ada", "relay-only": false, "missed-calls": MISSED, "known-peers": [] },
  });
}

/** Changes what is kept in one tab, sees it in the other, and in both once more when they are loaded anew. */
async function changeInTabs<Tab extends ChromiumPerson | FirefoxPerson>(one: Tab, other: Tab): Promise<void> {
  await other.waitUntil(SHOWS_ADA);
  await one.press("Clear");
  await other.waitUntil(`!document.body.textContent.includes("Missed calls")`);
  await one.evaluate(`(() => {
    const field = document.getElementById("name-field");
    field.value = "Lee";
    field.dispatchEvent(new Event("input", { bubbles: true }));
    field.dispatchEvent(new Event("change", { bubbles: true }));
    field.blur();
  })()`);
  await other.waitUntil(`document.getElementById("name-field").value === "Lee"`);
  for (const tab of [one, other]) {
    await tab.page.reload();
    await tab.waitUntil(`document.getElementById("name-field")?.value === "Lee"`);
    await tab.readId();
    assertEquals(await tab.evaluate(SHOWN), { name: "Lee", missed: false });
  }
}

/** Notes, at each picture of a page, what it shows of what is kept. */
const LOOK = `(() => {
  globalThis.looks = [];
  const look = () => {
    const app = document.getElementById("app");
    if (app?.firstElementChild && getComputedStyle(app).visibility === "visible") {
      looks.push(document.getElementById("name-field")?.value + " " + app.textContent.includes("Missed calls"));
    }
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
})()`;

browserTest(
  "Chromium moves what an older page kept, never shows less, keeps it, and tells its tabs of changes",
  async (scene) => {
    const one = await scene.open();
    await moveOld(one);
    const other = await scene.open({ tabOf: one, prepare: async (page) => void await page.addInitScript(LOOK) });
    await other.readId();
    assertEquals(await other.evaluate("[...new Set(looks)]"), ["Ada true"]);
    await changeInTabs(one, other);
  },
);

browserTest("Firefox moves what an older page kept, keeps it, and tells its tabs of changes", async (scene) => {
  const one = await scene.openFirefox();
  await moveOld(one);
  await changeInTabs(one, await scene.openFirefox(scene.server.origin, { tabOf: one }));
}, { "firefox-esr": "firefox-esr" });

/** Two pages meet in a call and leave it. */
async function meet(caller: ChromiumPerson, callee: ChromiumPerson): Promise<void> {
  await connect(caller, callee);
  await caller.press("Hang up");
}

async function giveName({ page }: ChromiumPerson, name: string): Promise<void> {
  await page.getByLabel("Your name").fill(name);
  await page.getByLabel("Your name").blur();
}

/** The name is there for the other end of a call, and again on the screen that comes back after it. */
async function seeRemembered(person: ChromiumPerson, other: ChromiumPerson, name: string): Promise<void> {
  if (await other.page.getByRole("button", { name: "Back" }).isVisible()) await other.press("Back");
  await meet(other, person);
  await other.waitUntil(`document.querySelector(".ended").textContent.includes("${name}")`);
  await person.press("Back");
  assertEquals(await person.page.getByLabel("Your name").inputValue(), name);
}

const REFUSALS = {
  "keeps nothing": `
    const refuse = () => { throw new DOMException("The operation is insecure", "SecurityError"); };
    Object.defineProperty(globalThis, "indexedDB", { get: refuse });
    Object.defineProperty(globalThis, "localStorage", { get: refuse });
    globalThis.BroadcastChannel = refuse;`,
  "never answers": `
    IDBFactory.prototype.open = () => new EventTarget();`,
};

/** A browser that keeps nothing shows the first screen, and is in calls, and remembers as long as the tab. */
async function playRefusal(scene: Scene, other: ChromiumPerson, script: string): Promise<void> {
  const faults: string[] = [];
  const person = await scene.open({
    async prepare(page) {
      page.on("pageerror", (error) => faults.push(error.message));
      await page.addInitScript(script);
    },
  });
  await person.readId();
  await giveName(person, "Ada");
  await seeRemembered(person, other, "Ada");
  assertEquals(faults, []);
  await person.page.close();
}

/** A browser without room says so once, and what was changed lasts as long as the tab. */
async function playFull(scene: Scene, other: ChromiumPerson): Promise<void> {
  const person = await scene.open({
    prepare: async (page) =>
      void await page.addInitScript(`
        const { put } = IDBObjectStore.prototype;
        IDBObjectStore.prototype.put = function (...all) {
          if (this.name === "records") throw new DOMException("Full", "QuotaExceededError");
          return put.apply(this, all);
        };`),
  });
  await person.readId();
  await giveName(person, "Ada");
  await person.see(FULL);
  await person.waitUntil(`!document.body.textContent.includes("${FULL}")`);
  await giveName(person, "Lee");
  // Whatever was to be stored before this has been refused by then, and the page has said what it says of that.
  assertEquals(await person.evaluate(READ_RECORDS), {});
  await person.evaluate("new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))");
  assertEquals(await person.evaluate(`document.body.textContent.includes("${FULL}")`), false);
  await seeRemembered(person, other, "Lee");
  assertEquals(await person.evaluate(READ_RECORDS), {});
  await person.page.close();
}

/** The browser is asked to go on keeping it after the first call, and once. */
async function playAsked(scene: Scene, other: ChromiumPerson): Promise<void> {
  const count = `
    globalThis.asked = 0;
    navigator.storage.persisted = () => Promise.resolve(false);
    navigator.storage.persist = () => Promise.resolve(++asked > 9);`;
  const person = await scene.open({ prepare: async (page) => void await page.addInitScript(count) });
  await person.readId();
  assertEquals(await person.evaluate("asked"), 0);
  await other.press("Back");
  await meet(other, person);
  await person.waitUntil("asked === 1");
  await person.press("Back");
  await other.press("Back");
  await meet(other, person);
  await person.see("Call ended");
  assertEquals(await person.evaluate("asked"), 1);
  const records = await person.evaluate<Record<string, unknown>>(READ_RECORDS);
  assertEquals(records["has-asked-to-persist"], true);
  assert(Array.isArray(records["known-peers"]) && records["known-peers"].length === 1);
}

browserTest(
  "A browser that keeps nothing, never answers or is full remembers as long as the tab; one that keeps is asked once",
  async (scene) => {
    const other = await scene.open();
    for (const script of Object.values(REFUSALS)) await playRefusal(scene, other, script);
    await playFull(scene, other);
    await playAsked(scene, other);
  },
);
