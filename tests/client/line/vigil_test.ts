/** What a silence means, by where a call stands and by how the server is heard. */

import { assert, assertEquals } from "@std/assert";
import { Vigil, type VigilOutput, type VigilStage } from "../../../client/line/vigil.ts";

const TICK_MS = 500;
/** A server that is heard all the time, and none at all. */
const HEARD = () => 0;
const CUT_OFF = () => Infinity;

class Watch {
  readonly vigil: Vigil;
  readonly log: [atMs: number, output: VigilOutput][] = [];
  nowMs = 0;

  constructor(stage: VigilStage) {
    this.vigil = new Vigil(stage, 0);
  }

  note(outputs: readonly VigilOutput[]): void {
    this.log.push(...outputs.map((output) => [this.nowMs, output] as [number, VigilOutput]));
  }

  /** @param serverHeardAgoMs as of each moment */
  pass(ms: number, serverHeardAgoMs = HEARD, tickMs = TICK_MS): this {
    for (let passedMs = 0; passedMs < ms; passedMs += tickMs) {
      this.nowMs += tickMs;
      this.note(this.vigil.tick(this.nowMs, serverHeardAgoMs()));
    }
    return this;
  }

  hear(): this {
    this.note(this.vigil.handleHeard(this.nowMs));
    return this;
  }

  at(output: VigilOutput): number[] {
    return this.log.filter((entry) => entry[1] === output).map(([atMs]) => atMs);
  }
}

Deno.test("a ring whose caller is not heard is asked after each second, and is over within 5 s", () => {
  const watch = new Watch("ringing").pass(4_000);
  assertEquals(watch.at("ask"), [1_000, 2_000, 3_000]);
  assertEquals(watch.at("gone"), [4_000]);
});

Deno.test("a ring whose caller answers goes on for as long as they do, at a query a second", () => {
  const watch = new Watch("ringing");
  for (let second = 0; second < 45; second++) watch.pass(1_000).hear();
  assertEquals([watch.at("ask").length, watch.at("gone")], [45, []]);
  assertEquals(watch.pass(4_000).at("gone"), [49_000]);
});

Deno.test("two of three answers may be lost", () => {
  const watch = new Watch("ringing");
  for (let round = 0; round < 10; round++) watch.pass(3_500).hear();
  assertEquals(watch.at("gone"), []);
});

Deno.test("of an accepted call whose other end is not heard the person is told after 5.5 s, and it is over after 19 s", () => {
  const watch = new Watch("joining").pass(19_000);
  assertEquals([watch.at("away"), watch.at("gone")], [[5_500], [19_000]]);
});

Deno.test("an accepted call lives on over a path on which an answer takes 13 s", () => {
  const watch = new Watch("joining");
  for (let round = 0; round < 5; round++) watch.pass(13_000).hear();
  assertEquals([watch.at("gone"), watch.at("away").length, watch.at("back").length], [[], 5, 5]);
});

Deno.test("a silence proves nothing while the server is not heard, and what was asked then counts for nothing", () => {
  for (const stage of ["ringing", "joining", "talking", "calling"] as const) {
    const watch = new Watch(stage);
    watch.vigil.handleDenied({ isOwn: false });
    watch.pass(600_000, CUT_OFF);
    assertEquals([watch.at("gone"), watch.at("away")], [[], []], stage);
  }
  const watch = new Watch("ringing").pass(60_000, CUT_OFF);
  watch.note(watch.vigil.handleRegistered(watch.nowMs));
  assertEquals(watch.log.at(-1), [60_000, "ask"], "Asked at once");
  watch.pass(2_500);
  assertEquals(watch.at("gone"), []);
  assertEquals(watch.pass(500).at("gone"), [63_000]);
});

Deno.test("a server that went silent in the middle stops the count", () => {
  let silentMs = 0;
  const watch = new Watch("ringing").pass(2_000);
  for (let tick = 0; tick < 40; tick++) watch.pass(TICK_MS, () => silentMs += TICK_MS);
  assertEquals(watch.at("gone"), []);
});

Deno.test("a fresh socket begins anew, and asks nobody who was just heard", () => {
  const watch = new Watch("ringing").pass(3_500);
  watch.note(watch.vigil.handleRegistered(watch.nowMs));
  watch.pass(2_500);
  assertEquals(watch.at("gone"), []);
  watch.hear();
  assertEquals(watch.vigil.handleRegistered(watch.nowMs), []);
});

Deno.test("a sleep is no silence: who wakes asks first", () => {
  const watch = new Watch("ringing").pass(500);
  watch.nowMs += 50_000;
  watch.pass(500);
  assertEquals([watch.at("ask"), watch.at("gone")], [[51_000], []]);
  watch.hear().pass(2_000);
  assertEquals(watch.at("gone"), []);
});

Deno.test("a hidden tab whose timers run once a minute gives nobody up who answers, and does who does not", () => {
  const minuteMs = 60_000;
  const watch = new Watch("talking");
  for (let minute = 0; minute < 10; minute++) {
    watch.pass(minuteMs, () => minuteMs - 100, minuteMs);
    watch.hear();
  }
  assertEquals(watch.at("gone"), []);
  const ringing = new Watch("ringing").pass(4 * minuteMs, () => minuteMs - 100, minuteMs);
  assertEquals(ringing.at("gone"), [4 * minuteMs]);
});

Deno.test("a connected call is never given up for a silence alone, but its other end is told away, and back", () => {
  const watch = new Watch("talking").pass(600_000);
  assertEquals([watch.at("gone"), watch.at("away")], [[], [6_000]]);
  assertEquals(watch.at("ask").slice(0, 3), [3_000, 6_000, 9_000]);
  assert(watch.at("ask").length <= 200);
  assertEquals(watch.hear().log.at(-1), [600_000, "back"]);
  assertEquals(watch.hear().log.at(-1), [600_000, "back"], "Once");
});

Deno.test("a connected call is over within 20 s of another tab's word that it has none, and of the owner's silence", () => {
  for (const reopenedAtMs of [3_000, 5_000, 9_000, 60_000, 150_000]) {
    const watch = new Watch("talking").pass(reopenedAtMs);
    // The reopened page answers each query from then on.
    while (watch.at("gone").length === 0 && watch.nowMs < 200_000) {
      const before = watch.at("ask").length;
      watch.pass(TICK_MS);
      if (watch.at("ask").length > before || watch.nowMs === 3_500) watch.vigil.handleDenied({ isOwn: false });
    }
    const [goneAtMs = Infinity] = watch.at("gone");
    assert(goneAtMs >= 12_000, `Given up after ${goneAtMs} ms: the owner may be between two sockets`);
    assert(goneAtMs <= Math.max(reopenedAtMs + 10_000, 15_000), `${reopenedAtMs} ms: only after ${goneAtMs} ms`);
  }
});

Deno.test("another tab's word is nothing while the owner answers, and begins anew with each sign of life", () => {
  const watch = new Watch("talking");
  for (let round = 0; round < 20; round++) {
    watch.pass(11_500);
    watch.vigil.handleDenied({ isOwn: false });
    watch.hear();
  }
  assertEquals(watch.at("gone"), []);
});

Deno.test("the owner's own word is final, but not unasked", () => {
  for (const stage of ["ringing", "joining", "talking"] as const) {
    const watch = new Watch(stage);
    assertEquals(watch.vigil.handleDenied({ isOwn: true }), [], "Whoever is on the way could say it");
    watch.pass(3_000);
    assertEquals(watch.vigil.handleDenied({ isOwn: true }), ["left"]);
    watch.hear();
    assertEquals(watch.vigil.handleDenied({ isOwn: true }), [], "It has been heard since it was asked");
  }
});

Deno.test("a call that rings there is silent after 7 s, or at the server's word, and is asked after by its repeats", () => {
  const watch = new Watch("calling").pass(6_500);
  assertEquals(watch.log, []);
  assertEquals(watch.pass(60_000).log, [[7_000, "away"]]);
  watch.hear();
  assertEquals(watch.log.at(-1), [66_500, "back"]);
  watch.note(watch.vigil.handleAbsent());
  watch.note(watch.vigil.handleAbsent());
  assertEquals(watch.log.slice(2), [[66_500, "away"]]);
  const joining = new Watch("joining");
  assertEquals(joining.vigil.handleAbsent(), []);
});

Deno.test("a stage begins with as much time as there is", () => {
  const watch = new Watch("ringing").pass(3_500);
  watch.vigil.enter("joining", watch.nowMs);
  assertEquals(watch.vigil.stage, "joining");
  assertEquals(watch.pass(18_500).at("gone"), []);
  assertEquals(watch.pass(500).at("gone"), [22_500]);
});
