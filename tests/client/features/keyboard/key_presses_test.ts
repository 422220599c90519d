/** Which key does what in a call, and that none does anything while somebody types. */

import { assertEquals } from "@std/assert";
import { type KeyPress, KeyPresses } from "../../../../client/features/keyboard/key_presses.ts";

/** An element as far as it is asked: whether it is in one of these. */
function createElement(name: string): unknown {
  return { closest: (selector: string) => selector.split(", ").includes(name) ? {} : null };
}

function createWorld({ isMac = false } = {}) {
  const world = { pressed: [] as string[], isMuted: true, areOn: true };
  const presses = new KeyPresses({
    isMac,
    areSingleKeysOn: () => world.areOn,
    isMuted: () => world.isMuted,
    setMuted: (isMuted) => world.isMuted = isMuted,
    press(key) {
      if (!"mvch?".includes(key)) return false;
      world.pressed.push(key);
      return true;
    },
  });
  /** Presses a key, and tells whether the browser's own meaning of it was put off. */
  const down = (key: string, change: Partial<KeyPress> = {}): boolean => {
    let isPrevented = false;
    const usual = { code: "", ctrlKey: false, metaKey: false, altKey: false, repeat: false, isComposing: false };
    presses.handleDown({
      key,
      ...usual,
      target: createElement("main"),
      preventDefault: () => isPrevented = true,
      ...change,
    });
    return isPrevented;
  };
  return { world, presses, down };
}

Deno.test("A key does what its shortcut says, in any case and on any keyboard, and once for each press", () => {
  const { world, down } = createWorld();
  for (const key of ["m", "V", "?", "x", "Enter", "Tab"]) down(key);
  down("m", { repeat: true });
  down("ة", { code: "KeyM" });
  assertEquals(world.pressed, ["m", "v", "?", "m"]);
});

Deno.test("No single key does anything while somebody types, or when they are turned off", () => {
  const { world, down } = createWorld();
  for (const target of ["input", "textarea", "select", "[contenteditable]"]) {
    down("m", { target: createElement(target) });
  }
  down("m", { isComposing: true });
  world.areOn = false;
  for (const key of ["m", " "]) down(key);
  assertEquals([world.pressed, world.isMuted], [[], true]);
  down("d", { ctrlKey: true });
  assertEquals(world.pressed, ["m"]);
});

Deno.test("Ctrl, on a Mac ⌘, and D or E are those of Meet, also while somebody types; with others nothing is", () => {
  for (const isMac of [false, true]) {
    const { world, down } = createWorld({ isMac });
    const [held, other] = isMac ? ["metaKey", "ctrlKey"] : ["ctrlKey", "metaKey"];
    const target = createElement("textarea");
    assertEquals(["d", "e", "c"].map((key) => down(key, { [held as string]: true, target })), [true, true, false]);
    for (const key of ["d", "m"]) down(key, { [other as string]: true });
    for (const key of ["d", "m"]) down(key, { altKey: true });
    down("d", { ctrlKey: true, metaKey: true });
    assertEquals(world.pressed, ["m", "v"]);
  }
});

Deno.test("Space lets a muted person be heard for as long as it is held, and no longer", () => {
  const { world, presses, down } = createWorld();
  assertEquals([down(" "), world.isMuted], [true, false]);
  assertEquals([down(" ", { repeat: true }), world.isMuted], [true, false]);
  presses.handleUp({ key: "m" });
  assertEquals(world.isMuted, false);
  presses.handleUp({ key: " " });
  assertEquals(world.isMuted, true);
  down(" ");
  presses.release(); // The window has lost the keyboard.
  assertEquals(world.isMuted, true);
});

Deno.test("Space is left alone where it means something, and where nobody is muted", () => {
  const { world, presses, down } = createWorld();
  for (const name of ["button", "textarea", "a", "[role=log]", "[role=dialog]"]) {
    assertEquals([down(" ", { target: createElement(name) }), world.isMuted], [false, true], name);
  }
  world.isMuted = false;
  assertEquals(down(" "), false);
  presses.handleUp({ key: " " });
  assertEquals(world.isMuted, false, "It was not Space that let them be heard");
});
