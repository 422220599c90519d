/** Two people in a call, of whom one has a name, and what they do with the chat. */

import type { Locator, Page } from "playwright-core";
import type { Scene } from "./browser_test_case.ts";
import type { ChromiumPerson } from "./chromium_person.ts";
import { connect } from "./person.ts";

/** Opens a page for Kim, who says so, and one for Lee, and has Kim call. */
export async function openPair(
  scene: Scene,
  prepare?: (page: Page) => Promise<void>,
): Promise<[ChromiumPerson, ChromiumPerson]> {
  const options = prepare === undefined ? {} : { prepare };
  const [kim, lee] = [await scene.open(options), await scene.open(options)];
  await kim.page.getByRole("textbox", { name: "Your name" }).fill("Kim");
  await connect(kim, lee);
  return [kim, lee];
}

export function field({ page }: ChromiumPerson): Locator {
  return page.getByRole("textbox", { name: "Message", exact: true });
}

export function log({ page }: ChromiumPerson): Locator {
  return page.getByRole("region", { name: "Chat", exact: true }).getByRole("log");
}

export async function openChat(person: ChromiumPerson): Promise<void> {
  await person.press("Chat");
  await field(person).waitFor();
}

export async function write(person: ChromiumPerson, text: string): Promise<void> {
  await field(person).fill(text);
  await field(person).press("Enter");
}

export async function seeMessage(person: ChromiumPerson, text: string): Promise<void> {
  await log(person).getByText(text, { exact: true }).waitFor();
}
