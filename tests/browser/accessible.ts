/**
 * What axe finds on a screen, in light and dark, on a phone and on a desktop: nothing. It sees names, roles, contrast and
 * the size of targets (WCAG 2.2 A and AA), in the page as the browser has drawn it.
 */

import { assertEquals } from "@std/assert";
import axe from "axe-core";
import type { ChromiumPerson } from "./chromium_person.ts";

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const VIEWS = [
  { width: 390, height: 844, colorScheme: "light" },
  { width: 1280, height: 800, colorScheme: "dark" },
] as const;

/** @param schemes the views to look at, where a test shares them out among several states of a screen */
export async function assertAccessible(
  person: ChromiumPerson,
  screen: string,
  schemes: readonly (typeof VIEWS)[number]["colorScheme"][] = ["light", "dark"],
): Promise<void> {
  const { page } = person;
  if (!await person.evaluate("'axe' in globalThis")) await page.evaluate(`${axe.source}; 0`);
  const run = `axe.run({ runOnly: ${JSON.stringify(RULES)}, resultTypes: ["violations"] }).then(({ violations }) =>
    violations.flatMap(({ id, nodes }) => nodes.map(({ target, any, all, none }) =>
      [id, target.join(" "), ...[...any, ...all, ...none].map(({ message }) => message)].join(": "))))`;
  const found: string[] = [];
  for (const { colorScheme, ...size } of VIEWS) {
    if (!schemes.includes(colorScheme)) continue;
    await page.setViewportSize(size);
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await page.mouse.move(size.width / 2, 200 + Math.random() * 50); // The controls come back for whoever moves.
    await person.evaluate("new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))");
    for (const violation of await person.evaluate<string[]>(run)) found.push(`${screen}, ${colorScheme}: ${violation}`);
  }
  assertEquals(found, []);
}
