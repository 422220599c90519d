/** The tones to ring by: unlike each other, over before they begin again, and kept. */

import { assert, assertEquals } from "@std/assert";
import { RING, ringTone } from "../../../../client/attention/ring.ts";
import { createToneSetting, lengthOf, TONE_NAMES, toneName, TONES } from "../../../../client/features/ringing/tones.ts";
import { KeptWorld } from "../../../doubles/kept_world.ts";

Deno.test("Each tone is a melody of its own, and is over before it begins again", () => {
  const melodies = new Set(TONE_NAMES.map((name) => TONES[name].notes.map(({ hz }) => hz).join(" ")));
  assertEquals(melodies.size, TONE_NAMES.length);
  for (const name of TONE_NAMES) {
    const { notes, everyMs } = TONES[name];
    assert(lengthOf(TONES[name]) <= everyMs - 800, `${name} leaves a pause`);
    // What a phone's small speaker can play, and an ear that is old can hear.
    assert(notes.every(({ hz }) => hz >= 400 && hz <= 2_000), name);
    assert(notes.every(({ forMs }) => forMs > 100), `${name} has no click`);
  }
});

Deno.test("The tone that was chosen is that of the next call, in other tabs and later too", async () => {
  using world = new KeptWorld();
  assertEquals(ringTone.value, RING, "Before anything was read");
  const store = world.openTab();
  const setting = createToneSetting(store);
  await store.load();
  setting.change(() => "drops");
  await world.settle();
  assertEquals([toneName.value, ringTone.value], ["drops", TONES.drops]);
  for (const [stored, expected] of [["chimes", "chimes"], ["a later page's", "classic"], [7, "classic"]] as const) {
    world.records.set("ring-tone", stored);
    const later = world.openTab();
    createToneSetting(later);
    await later.load();
    assertEquals([toneName.value, ringTone.value], [expected, TONES[expected]]);
  }
});
