/** How the calls of one page share what it may send. */

import { assert, assertEquals } from "@std/assert";
import { divide, type Link, TOTALS } from "../../../client/sending/budget.ts";

const LINK: Link = { isRelayed: false, sound: "plain", lines: Infinity, hasScreen: false };
const RELAYED: Link = { ...LINK, isRelayed: true };
const UNSEEN: Link = { ...LINK, lines: 0 };
const HELD: Link = { ...UNSEEN, sound: null };
const [SOUND, REPEATED] = [80_000, 140_000];

const camerasOf = (links: readonly Link[], isLow = false) => divide(links, isLow).map(({ camera }) => camera);

Deno.test("One call has all of what its path is to take, less what its sound takes", () => {
  assertEquals(camerasOf([LINK]), [TOTALS.direct - SOUND]);
  assertEquals(camerasOf([RELAYED]), [TOTALS.relayed - SOUND]);
  assertEquals(camerasOf([LINK], true), [TOTALS.low - SOUND]);
  assertEquals(camerasOf([RELAYED], true), [TOTALS.low - SOUND], "Little is little on any path");
  assertEquals(camerasOf([{ ...RELAYED, sound: "repeated" }]), [TOTALS.relayed - REPEATED], "Sound goes first");
  assertEquals(camerasOf([{ ...LINK, sound: null }]), [TOTALS.direct]);
});

Deno.test("Calls that are all seen have the same, and together no more than one", () => {
  const all = camerasOf([LINK, LINK, LINK]);
  assert(Math.max(...all) - Math.min(...all) < 1, String(all));
  assertEquals(Math.round(all.reduce((sum, each) => sum + each + SOUND, 0)), TOTALS.direct);
});

Deno.test("A call that is held or not seen has nothing, and what it does not take the others do", () => {
  assertEquals(camerasOf([LINK, HELD, HELD]), [TOTALS.direct - SOUND, 0, 0]);
  assertEquals(camerasOf([UNSEEN, LINK]), [0, TOTALS.direct - 2 * SOUND], "It is heard all the same");
  assertEquals(camerasOf([UNSEEN]), [0]);
  assertEquals(camerasOf([]), []);
});

Deno.test("A small picture leaves to the others what it has no use for", () => {
  const [small = 0, large = 0] = camerasOf([{ ...LINK, lines: 180 }, LINK]);
  assertEquals(small, 310_000);
  assertEquals(large, TOTALS.direct - 2 * SOUND - small);
  assertEquals(camerasOf([{ ...LINK, lines: 181 }]), [700_000]);
  assertEquals(camerasOf([{ ...LINK, lines: 540 }]), [1_300_000]);
  assertEquals(camerasOf([{ ...LINK, lines: 541 }]), [TOTALS.direct - SOUND]);
});

Deno.test("A call by a relay takes no more of it beside one that goes straight", () => {
  const [relayed = 0, direct = 0] = camerasOf([RELAYED, LINK]);
  assertEquals([relayed, direct], [1_120_000, 1_220_000]);
  assert(relayed + SOUND <= TOTALS.relayed);
});

Deno.test("A shared screen has nine tenths, and the camera yields to it", () => {
  const [{ camera, screen } = { camera: 0, screen: 0 }] = divide([{ ...LINK, hasScreen: true }], false);
  assertEquals(camera, 0.1 * (TOTALS.direct - SOUND));
  assertEquals(camera + screen, TOTALS.direct - SOUND);
  assertEquals(divide([{ ...LINK, lines: 0, hasScreen: true }], false), [{ camera: 0, screen: TOTALS.direct - SOUND }]);
});

Deno.test("However many share little, each that is seen has enough for a small picture", () => {
  for (const camera of camerasOf(Array.from({ length: 8 }, () => LINK), true)) assert(camera >= 35_000, `${camera}`);
});
