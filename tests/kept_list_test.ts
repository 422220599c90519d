/** A list that is kept: what is stored, what is not, and what happens where nothing can be. */

import { assertEquals } from "@std/assert";
import { KeptList } from "../client/kept_list.ts";

const KEY = "kept-list-test";

function createList(): { list: KeptList<number>; shown: () => readonly number[] } {
  let shown: readonly number[] = [];
  const readItem = (value: unknown) => typeof value === "number" ? value : null;
  const list = new KeptList<number>({ key: KEY, readItem, max: 3, show: (items) => shown = items });
  return { list, shown: () => shown };
}

Deno.test("KeptList keeps so many, reads what another page kept, and drops what is none", () => {
  localStorage.setItem(KEY, '[1, "two", 3]');
  try {
    const { list, shown } = createList();
    list.change((items) => [0, ...items]);
    assertEquals(shown(), [0, 1, 3]);
    list.change((items) => [9, ...items]);
    assertEquals([shown(), localStorage.getItem(KEY)], [[9, 0, 1], "[9,0,1]"]);
  } finally {
    localStorage.removeItem(KEY);
  }
});

Deno.test("KeptList goes on from what it shows where nothing more can be stored, until something can", () => {
  localStorage.setItem(KEY, "[1]");
  const { list, shown } = createList();
  const { setItem } = Storage.prototype;
  try {
    Storage.prototype.setItem = () => {
      throw new DOMException("Full", "QuotaExceededError");
    };
    list.change((items) => [2, ...items]);
    list.change((items) => [3, ...items]);
    assertEquals([shown(), localStorage.getItem(KEY)], [[3, 2, 1], "[1]"]);
    Storage.prototype.setItem = setItem;
    list.change((items) => items.filter((item) => item !== 1));
    assertEquals([shown(), localStorage.getItem(KEY)], [[3, 2], "[3,2]"]);
  } finally {
    Storage.prototype.setItem = setItem;
    localStorage.removeItem(KEY);
  }
});
