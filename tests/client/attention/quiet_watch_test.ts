/** When a stranger who waits in the quiet line comes to the front by itself, and when never. */

import FakeTimers from "@sinonjs/fake-timers";
import { assertEquals } from "@std/assert";
import { FRONT_RINGS_MAX } from "../../../client/admission/occupation.ts";
import { QuietWatch } from "../../../client/attention/quiet_watch.ts";
import type { CallPhase } from "../../../client/call/call.ts";
import type { CallId, PeerId } from "../../../signaling/protocol.ts";

function createCall(
  name: string,
  { isWaiting = true, isStranger = true, isRejoined = false, isQuiet = false, phase = "incoming" as CallPhase } = {},
) {
  return { callId: name as CallId, remotePeerId: name as PeerId, phase, isStranger, isWaiting, isQuiet, isRejoined };
}

/** Plays a scene on a clock of its own; tells who came forward. */
function playScene(scene: (watch: QuietWatch, clock: FakeTimers.Clock, person: { isAbsorbed: boolean }) => void) {
  const clock = FakeTimers.install({ toFake: ["setInterval", "clearInterval"] });
  const [person, forward] = [{ isAbsorbed: false }, [] as string[]];
  const watch: QuietWatch = new QuietWatch({
    now: () => clock.now,
    isAbsorbed: () => person.isAbsorbed,
    bringForward: (callId) => forward.push(callId),
  });
  try {
    scene(watch, clock, person);
    watch.follow([]);
    assertEquals(clock.countTimers(), 0, "Nobody waits, and nothing is left to do");
  } finally {
    clock.uninstall();
  }
  return forward;
}

Deno.test("QuietWatch brings a stranger to the front once the person has stopped typing", () => {
  const forward = playScene((watch, clock, person) => {
    person.isAbsorbed = true;
    watch.follow([createCall("Eve")]);
    clock.tick(20_000);
    person.isAbsorbed = false;
    clock.tick(1_000);
    watch.follow([createCall("Eve", { isWaiting: false })]);
  });
  assertEquals(forward, ["Eve"]);
});

Deno.test("QuietWatch waits until the screen is free", () => {
  const forward = playScene((watch, clock) => {
    for (const phase of ["outgoing", "ended", "incoming"] as const) {
      watch.follow([createCall("Kim", { phase, isWaiting: false, isStranger: false }), createCall("Eve")]);
      clock.tick(5_000);
    }
    watch.follow([createCall("Eve")]);
    clock.tick(1_000);
  });
  assertEquals(forward, ["Eve"]);
});

Deno.test("QuietWatch never brings back whom the person has put aside", () => {
  const forward = playScene((watch, clock) => {
    watch.follow([createCall("Eve", { isWaiting: false })]);
    watch.follow([createCall("Eve")]);
    clock.tick(45_000);
  });
  assertEquals(forward, []);
});

Deno.test("QuietWatch leaves the screen alone while more strangers ring than may take it, and then again", () => {
  const many = Array.from({ length: FRONT_RINGS_MAX + 1 }, (_, index) => createCall(`Eve ${index}`));
  const forward = playScene((watch, clock) => {
    watch.follow(many);
    clock.tick(59_000);
    watch.follow([]);
    clock.tick(1_000);
    watch.follow([createCall("Ann")]);
    clock.tick(1_000);
  });
  assertEquals(forward, ["Ann"]);
});

Deno.test("QuietWatch brings no third to the front within a minute, however long the first two have waited", () => {
  const forward = playScene((watch, clock, person) => {
    person.isAbsorbed = true;
    watch.follow([createCall("Eve")]);
    clock.tick(1_000);
    watch.follow([createCall("Eve"), createCall("Mallory")]);
    clock.tick(42_000);
    person.isAbsorbed = false;
    clock.tick(1_000);
    watch.follow([createCall("Eve", { isWaiting: false }), createCall("Mallory")]);
    watch.follow([createCall("Mallory")]);
    clock.tick(1_000);
    watch.follow([createCall("Mallory", { isWaiting: false })]);
    watch.follow([]);
    clock.tick(17_000);
    watch.follow([createCall("Trudy")]); // A minute after the first two began to ring.
    clock.tick(41_000);
    watch.follow([createCall("Trudy"), createCall("Ann")]); // And less than one after Mallory came forward.
    clock.tick(1_000);
  });
  assertEquals(forward, ["Eve", "Mallory"]);
});

Deno.test("QuietWatch counts no call that goes on with another: it does not ring", () => {
  const forward = playScene((watch, clock) => {
    for (let page = 0; page < FRONT_RINGS_MAX; page++) {
      watch.follow([createCall(`Kim ${page}`, { isWaiting: false, isRejoined: true }), createCall("Ann")]);
      clock.tick(1_000);
    }
    watch.follow([createCall("Ann")]);
    clock.tick(1_000);
  });
  assertEquals(forward, ["Ann"]);
});

Deno.test("QuietWatch counts a call that rings again as another", () => {
  const forward = playScene((watch, clock) => {
    for (let ring = 0; ring < FRONT_RINGS_MAX; ring++) {
      watch.follow([createCall("Eve", { isWaiting: false })]);
      clock.tick(4_000);
      watch.follow([]);
      clock.tick(1_000);
    }
    watch.follow([createCall("Ann")]);
    clock.tick(20_000);
  });
  assertEquals(forward, []);
});

Deno.test("QuietWatch lets nobody come forward who rang while the person was not to be disturbed", () => {
  const forward = playScene((watch, clock) => {
    watch.follow([createCall("Eve", { isQuiet: true })]);
    clock.tick(60_000);
    watch.follow([createCall("Eve")]); // It is over, and Eve still rings.
    clock.tick(1_000);
  });
  assertEquals(forward, ["Eve"], "Once, and not before");
});
