/**
 * Shows the first screen, an invitation, the connection check and a call in every language that `languages_test.ts` does
 * not play a call in: nothing is in another language, nothing sticks out or lies over something else, on a phone as on a
 * desktop. One call will do: the languages are chosen one after another in another tab. `LANGUAGES=ja,zh` takes some.
 *
 * It needs no fonts: where a machine lacks those of a script, its letters are boxes of about the same width.
 */

import { assert, assertEquals } from "@std/assert";
import { call } from "../../client/words/en/call.ts";
import { comparison } from "../../client/words/en/comparison.ts";
import { check } from "../../client/words/en/check.ts";
import { type Language, LANGUAGES } from "../../client/words/grammar/languages.ts";
import { browserTest } from "./browser_test_case.ts";
import type { ChromiumPerson } from "./chromium_person.ts";
import { FIND_OVERFLOW } from "./overflow.ts";
import { assertMediaFlows, PATIENCE_MS } from "./person.ts";
import { createJudge, FIND_TEXTS } from "./said.ts";

const NAMES = ["Kim Lee", "Sam"];
const TAGS = Deno.env.get("LANGUAGES")?.split(",") ??
  LANGUAGES.filter((tag) => !["en", "de", "ar"].includes(tag));
/** The narrowest is where words do not fit; `WIDE=1` looks at a desktop too. */
const WIDTHS = Deno.env.get("WIDE") === "1" ? [320, 1280] : [320];

async function readJudge(tag: string): Promise<(text: string) => boolean> {
  const files = ["first", "call", "ends", "check", "home", "things"];
  return createJudge(await Promise.all(files.map((file) => import(`../../client/words/${tag}/${file}.ts`))));
}

const JUDGES = new Map(await Promise.all(TAGS.map(async (tag) => [tag, await readJudge(tag)] as const)));

/** Names each pair of things to press or titles that lie over each other, and each button whose own text sticks out of it. */
const FIND_OVERLAPS = `(() => {
  const found = [];
  const all = [...document.querySelectorAll("button, a, select, h1, h2")]
    .filter((element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && !element.closest(".unseen, [inert]"))
    .map((element) => [element, element.getBoundingClientRect()])
    .filter(([, { width, height }]) => width > 1 && height > 1);
  const nameOf = (element) => element.ariaLabel ?? element.innerText ?? element.className;
  for (const [index, [one, a]] of all.entries()) {
    if (one.tagName === "BUTTON" && one.scrollWidth > one.clientWidth + 1) found.push("out of: " + nameOf(one));
    for (const [other, b] of all.slice(index + 1)) {
      if (one.contains(other) || other.contains(one)) continue;
      const width = Math.min(a.right, b.right) - Math.max(a.left, b.left);
      const height = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
      if (width > 1 && height > 1) found.push(nameOf(one) + " over " + nameOf(other));
    }
  }
  return found;
})()`;

/** Chooses a language as another tab of the person does. */
async function choose({ page, context }: ChromiumPerson, language: string): Promise<void> {
  const tab = context.pages().find((other) => other !== page);
  assert(tab);
  await tab.evaluate((tag) => localStorage.setItem("language", tag), language);
  await page.locator(`:root[lang="${language}"]`).waitFor({ state: "attached" });
}

/** The words of all that is shown come at once, and what follows from them, as the title, in the next turns. */
async function assertSaid(person: ChromiumPerson, tag: string, screen: string): Promise<void> {
  const deadline = performance.now() + PATIENCE_MS;
  const isSaid = JUDGES.get(tag);
  for (;;) {
    const texts: string[] = await person.evaluate(`(${FIND_TEXTS})(${JSON.stringify(NAMES)})`);
    assert(texts.length > 3, `${tag}, ${screen}: ${texts.join(" | ")}`);
    const others = texts.filter((text) => !isSaid?.(text));
    if (others.length === 0) return;
    if (performance.now() > deadline) assertEquals(others, [], `${tag}, ${screen}: no words of the catalogue`);
    await person.evaluate("new Promise((resolve) => setTimeout(resolve, 20))");
  }
}

async function look(person: ChromiumPerson, screen: string): Promise<void> {
  const { page } = person;
  for (const tag of TAGS) {
    await choose(person, tag);
    await assertSaid(person, tag, screen);
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: width < 600 ? 844 : 800 });
      await page.evaluate("new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))");
      const found = [
        ...await person.evaluate<string[]>(FIND_OVERFLOW),
        ...await person.evaluate<string[]>(FIND_OVERLAPS),
      ];
      assertEquals(found, [], `${tag}, ${screen}, ${width} px`);
    }
  }
  await choose(person, "en" satisfies Language);
}

browserTest(
  "Every screen is in each language, and nothing in it is cut off or lies over something else",
  async (scene) => {
    const open = async (path = "/") => {
      const person = await scene.open({ path });
      // Another tab, in which nothing runs and rings.
      await (await person.context.newPage()).goto(`${scene.server.origin}/icon.svg`);
      return person;
    };
    const callee = await open();
    const id = await callee.readId();
    await callee.page.locator("#name-field").fill("Kim Lee");
    await callee.page.locator("#name-field").blur();
    await look(callee, "first screen");
    const caller = await open(`/#${id}/Kim%20Lee`);
    await caller.readId();
    await caller.page.locator("#name-field").fill("Sam");
    await caller.page.locator("#name-field").blur();
    await look(caller, "invitation");
    await caller.press("Call");
    await callee.page.locator(".incoming").waitFor();
    await look(callee, "incoming call");
    await callee.press(call.accept);
    await Promise.all([caller, callee].map((person) => assertMediaFlows(person, { seconds: 1 })));
    await look(caller, "call");
    await callee.press(comparison.verify);
    await callee.waitUntil("document.querySelectorAll('.words li').length === 5");
    await look(callee, "words");
    await callee.press(comparison.close);
    await caller.press(call.hangUp);
    await callee.page.locator(".ended").waitFor();
    await look(callee, "end");
    await caller.page.goto(`${scene.server.origin}/check`);
    await caller.press(check.start);
    await caller.press(check.yes);
    await caller.page.getByRole("button", { name: check.copyReport }).waitFor();
    await look(caller, "check");
  },
);
