/** Where things stand on a page, and the sizes of a phone, of one that lies on its side, and of a desk. */

import type { ChromiumPerson } from "./chromium_person.ts";

export const SIZES = [{ width: 390, height: 844 }, { width: 844, height: 390 }, { width: 1280, height: 800 }];

export type Box = { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number };

export function readBox(person: ChromiumPerson, selector: string): Promise<Box> {
  return person.evaluate(
    `(({ left, top, right, bottom }) => ({ left, top, right, bottom }))(document.querySelector("${selector}").getBoundingClientRect())`,
  );
}
