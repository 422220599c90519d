import { assert, assertEquals } from "@std/assert";
import FakeTimers from "@sinonjs/fake-timers";
import type { Link } from "../client/link.ts";
import { Links } from "../client/links.ts";
import type { CallId } from "../signaling/protocol.ts";

class FakeLink {
  ticks = 0;
  hasUnsaid = false;
  closedAtMs: number | null = null;

  get isClosed(): boolean {
    return this.closedAtMs !== null;
  }
  closedForMs(nowMs: number): number {
    return this.closedAtMs === null ? 0 : nowMs - this.closedAtMs;
  }
  tick(): void {
    this.ticks++;
  }
}

class World {
  readonly clock = FakeTimers.install({ toFake: ["setInterval", "clearInterval"] });
  readonly forgotten: string[] = [];
  beats = 0;
  readonly links = new Links({
    now: () => this.clock.now,
    beforeTick: () => void this.beats++,
    onForgotten: (callId) => void this.forgotten.push(callId),
  });

  add(callId: string, ...use: { isStranger: boolean }[]): FakeLink {
    const link = new FakeLink();
    this.links.add(callId as CallId, link as unknown as Link, ...use);
    return link;
  }

  get(callId: string): unknown {
    return this.links.get(callId as CallId);
  }

  isOver(callId: string): boolean {
    return this.links.isOver(callId as CallId);
  }

  get callIds(): string[] {
    return [...this.links].map(([callId]) => callId);
  }
}

function linksTest(name: string, run: (world: World) => void): void {
  Deno.test(name, () => {
    const world = new World();
    try {
      run(world);
    } finally {
      world.clock.uninstall();
    }
  });
}

linksTest("Links have room for 32, and for no more while none of them has ended", (world) => {
  for (let index = 0; index < 32; index++) {
    assert(world.links.makeRoom(), `${index} are too many`);
    world.add(`call ${index}`);
  }
  assert(!world.links.makeRoom());
  assertEquals([world.callIds.length, world.forgotten], [32, []]);
});

linksTest("Links make room by forgetting the call that ended first, and only that", (world) => {
  const links = Array.from({ length: 32 }, (_, index) => world.add(`call ${index}`));
  for (const [index, closedAtMs] of [[3, 20], [5, 10], [7, 30]] as const) {
    const link = links[index];
    if (link !== undefined) Object.assign(link, { closedAtMs, hasUnsaid: true });
  }
  world.clock.tick(100);
  assert(world.links.makeRoom());
  assertEquals(world.forgotten, ["call 5"]);
  assertEquals([world.get("call 5"), world.isOver("call 5")], [undefined, true]);
  assertEquals([world.callIds.length, world.isOver("call 3")], [31, false]);
  assert(world.links.makeRoom(), "One place is free");
  assertEquals(world.forgotten, ["call 5"]);
});

linksTest("Links give strangers 12 places, which cost nobody else theirs, and are the first to go", (world) => {
  const stranger = { isStranger: true };
  world.add("known, ended").closedAtMs = 0;
  const strangers = Array.from({ length: 12 }, (_, index) => {
    assert(world.links.makeRoom(stranger), `${index} are too many`);
    return world.add(`stranger ${index}`, stranger);
  });
  assert(!world.links.makeRoom(stranger), "A 13th at the cost of a known one's last words");
  for (let index = 1; index < 20; index++) world.add(`known ${index}`);
  assertEquals(world.callIds.length, 32);
  for (const [index, closedAtMs] of [[3, 20], [5, 10]] as const) Object.assign(strangers[index] ?? {}, { closedAtMs });
  world.clock.tick(100);
  assert(world.links.makeRoom());
  assertEquals(world.forgotten, ["stranger 5"]);
  world.add("known 20");
  assert(world.links.makeRoom(stranger));
  assertEquals(world.forgotten, ["stranger 5", "stranger 3"]);
  world.add("stranger 12", stranger);
  assert(!world.links.makeRoom(stranger), "Nothing but the last words of somebody known is left to go");
  assert(world.links.makeRoom());
  assertEquals(world.forgotten.at(-1), "known, ended");
});

linksTest("Links forget nothing while there is room", (world) => {
  world.add("ended").closedAtMs = 0;
  assert(world.links.makeRoom());
  assertEquals([world.callIds, world.forgotten], [["ended"], []]);
});

linksTest("Links keep an ended call for ten seconds, and know afterwards that it is over", (world) => {
  const link = world.add("call");
  link.closedAtMs = 0;
  world.clock.tick(10_000);
  assert(world.get("call") === link, "It answers repeats");
  assert(!world.isOver("call"));
  world.clock.tick(500);
  assertEquals([world.get("call"), world.isOver("call"), world.forgotten], [undefined, true, ["call"]]);
  assert(!world.isOver("another"));
});

linksTest("Links keep an ended call with last words for ten minutes", (world) => {
  const link = world.add("call");
  Object.assign(link, { closedAtMs: 0, hasUnsaid: true });
  world.clock.tick(600_000);
  assert(!world.isOver("call"));
  world.clock.tick(500);
  assert(world.isOver("call"));
});

linksTest("Links keep a call that is on for as long as it is", (world) => {
  world.add("call");
  world.clock.tick(3_600_000);
  assertEquals(world.callIds, ["call"]);
});

linksTest("Links remember the last 256 calls that ended", (world) => {
  for (let index = 0; index <= 256; index++) {
    world.add(`call ${index}`).closedAtMs = -20_000;
    world.clock.tick(500);
  }
  assertEquals([world.isOver("call 0"), world.isOver("call 1"), world.isOver("call 256")], [false, true, true]);
});

linksTest("Links look every half second for what to repeat, with one timer, while there is a link", (world) => {
  assertEquals(world.clock.countTimers(), 0);
  const [first, second] = [world.add("first"), world.add("second")];
  assertEquals(world.clock.countTimers(), 1);
  world.clock.tick(1_499);
  assertEquals([first.ticks, second.ticks, world.beats], [2, 2, 2]);
  first.closedAtMs = -20_000;
  world.clock.tick(1);
  assertEquals([first.ticks, second.ticks, world.clock.countTimers()], [3, 3, 1], "It was looked at before it went");
  second.closedAtMs = -20_000;
  world.clock.tick(500);
  assertEquals([world.callIds, world.clock.countTimers()], [[], 0]);
  const third = world.add("third");
  world.clock.tick(500);
  assertEquals([third.ticks, world.beats], [1, 5]);
});

linksTest("Links let a stranger's call take the place of an ended stranger's, and of no other", (world) => {
  const isStranger = true;
  for (let index = 0; index < 31; index++) world.add(`call ${index}`).closedAtMs = 0;
  world.add("stranger", { isStranger });
  assert(!world.links.makeRoom({ isStranger }));
  assert(world.links.makeRoom(), "The stranger's is on, so that another has to go");
  assertEquals([world.forgotten.length, world.get("stranger") !== undefined], [1, true]);
});

linksTest("Links have room for some strangers, and again when one of theirs is gone", (world) => {
  const isStranger = true;
  const strangers: FakeLink[] = [];
  while (world.links.makeRoom({ isStranger })) {
    strangers.push(world.add(`stranger ${strangers.length}`, { isStranger }));
  }
  assert(strangers.length > 0 && strangers.length < 32, `${strangers.length}`);
  assert(world.links.makeRoom(), "There is room for others");
  const [first] = strangers;
  if (first !== undefined) first.closedAtMs = 0;
  assert(world.links.makeRoom({ isStranger }));
  assertEquals(world.forgotten, ["stranger 0"]);
  assert(world.links.makeRoom({ isStranger }), "The place is free");
});
