import { assert, assertEquals } from "@std/assert";
import FakeTimers from "@sinonjs/fake-timers";
import type { CallLine } from "../../../client/line/call_line.ts";
import { CallLines } from "../../../client/conversation/call_lines.ts";
import type { CallId } from "../../../signaling/protocol.ts";

const KNOWN = { isStranger: false };

class FakeLine {
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
  readonly lines = new CallLines({
    now: () => this.clock.now,
    beforeTick: () => void this.beats++,
    onForgotten: (callId) => void this.forgotten.push(callId),
  });

  add(callId: string, use = KNOWN): FakeLine {
    const line = new FakeLine();
    this.lines.add(callId as CallId, line as unknown as CallLine, use);
    return line;
  }

  get(callId: string): unknown {
    return this.lines.get(callId as CallId);
  }

  isOver(callId: string): boolean {
    return this.lines.isOver(callId as CallId);
  }

  get callIds(): string[] {
    return [...this.lines].map(([callId]) => callId);
  }
}

function linesTest(name: string, run: (world: World) => void): void {
  Deno.test(name, () => {
    const world = new World();
    try {
      run(world);
    } finally {
      world.clock.uninstall();
    }
  });
}

linesTest("CallLines have room for 32, and for no more while none of them has ended", (world) => {
  for (let index = 0; index < 32; index++) {
    assert(world.lines.makeRoom(KNOWN), `${index} are too many`);
    world.add(`call ${index}`);
  }
  assert(!world.lines.makeRoom(KNOWN));
  assertEquals([world.callIds.length, world.forgotten], [32, []]);
});

linesTest("CallLines make room by forgetting the call that ended first, and only that", (world) => {
  const lines = Array.from({ length: 32 }, (_, index) => world.add(`call ${index}`));
  for (const [index, closedAtMs] of [[3, 20], [5, 10], [7, 30]] as const) {
    const line = lines[index];
    if (line !== undefined) Object.assign(line, { closedAtMs, hasUnsaid: true });
  }
  world.clock.tick(100);
  assert(world.lines.makeRoom(KNOWN));
  assertEquals(world.forgotten, ["call 5"]);
  assertEquals([world.get("call 5"), world.isOver("call 5")], [undefined, true]);
  assertEquals([world.callIds.length, world.isOver("call 3")], [31, false]);
  assert(world.lines.makeRoom(KNOWN), "One place is free");
  assertEquals(world.forgotten, ["call 5"]);
});

linesTest("CallLines give strangers 12 places, which cost nobody else theirs, and are the first to go", (world) => {
  const stranger = { isStranger: true };
  world.add("known, ended").closedAtMs = 0;
  const strangers = Array.from({ length: 12 }, (_, index) => {
    assert(world.lines.makeRoom(stranger), `${index} are too many`);
    return world.add(`stranger ${index}`, stranger);
  });
  assert(!world.lines.makeRoom(stranger), "A 13th at the cost of a known one's last words");
  for (let index = 1; index < 20; index++) world.add(`known ${index}`);
  assertEquals(world.callIds.length, 32);
  for (const [index, closedAtMs] of [[3, 20], [5, 10]] as const) Object.assign(strangers[index] ?? {}, { closedAtMs });
  world.clock.tick(100);
  assert(world.lines.makeRoom(KNOWN));
  assertEquals(world.forgotten, ["stranger 5"]);
  world.add("known 20");
  assert(world.lines.makeRoom(stranger));
  assertEquals(world.forgotten, ["stranger 5", "stranger 3"]);
  world.add("stranger 12", stranger);
  assert(!world.lines.makeRoom(stranger), "Nothing but the last words of somebody known is left to go");
  assert(world.lines.makeRoom(KNOWN));
  assertEquals(world.forgotten.at(-1), "known, ended");
});

linesTest("CallLines forget nothing while there is room", (world) => {
  world.add("ended").closedAtMs = 0;
  assert(world.lines.makeRoom(KNOWN));
  assertEquals([world.callIds, world.forgotten], [["ended"], []]);
});

linesTest("CallLines keep an ended call for ten seconds, and know afterwards that it is over", (world) => {
  const line = world.add("call");
  line.closedAtMs = 0;
  world.clock.tick(10_000);
  assert(world.get("call") === line, "It answers repeats");
  assert(!world.isOver("call"));
  world.clock.tick(500);
  assertEquals([world.get("call"), world.isOver("call"), world.forgotten], [undefined, true, ["call"]]);
  assert(!world.isOver("another"));
});

linesTest("CallLines keep an ended call with last words for ten minutes", (world) => {
  const line = world.add("call");
  Object.assign(line, { closedAtMs: 0, hasUnsaid: true });
  world.clock.tick(600_000);
  assert(!world.isOver("call"));
  world.clock.tick(500);
  assert(world.isOver("call"));
});

linesTest("CallLines keep a call that is on for as long as it is", (world) => {
  world.add("call");
  world.clock.tick(3_600_000);
  assertEquals(world.callIds, ["call"]);
});

linesTest("CallLines remember the last 256 calls that ended", (world) => {
  for (let index = 0; index <= 256; index++) {
    world.add(`call ${index}`).closedAtMs = -20_000;
    world.clock.tick(500);
  }
  assertEquals([world.isOver("call 0"), world.isOver("call 1"), world.isOver("call 256")], [false, true, true]);
});

linesTest("CallLines look every half second for what to repeat, with one timer, while there is a line", (world) => {
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

linesTest("CallLines let a stranger's call take the place of an ended stranger's, and of no other", (world) => {
  const isStranger = true;
  for (let index = 0; index < 31; index++) world.add(`call ${index}`).closedAtMs = 0;
  world.add("stranger", { isStranger });
  assert(!world.lines.makeRoom({ isStranger }));
  assert(world.lines.makeRoom(KNOWN), "The stranger's is on, so that another has to go");
  assertEquals([world.forgotten.length, world.get("stranger") !== undefined], [1, true]);
});

linesTest("CallLines have room for some strangers, and again when one of theirs is gone", (world) => {
  const isStranger = true;
  const strangers: FakeLine[] = [];
  while (world.lines.makeRoom({ isStranger })) {
    strangers.push(world.add(`stranger ${strangers.length}`, { isStranger }));
  }
  assert(strangers.length > 0 && strangers.length < 32, `${strangers.length}`);
  assert(world.lines.makeRoom(KNOWN), "There is room for others");
  const [first] = strangers;
  if (first !== undefined) first.closedAtMs = 0;
  assert(world.lines.makeRoom({ isStranger }));
  assertEquals(world.forgotten, ["stranger 0"]);
  assert(world.lines.makeRoom({ isStranger }), "The place is free");
});

linesTest("CallLines let go of a call as if it had never been, and the third time for good", (world) => {
  for (const isOver of [false, false, true]) {
    world.add("call");
    world.lines.release("call" as CallId);
    assertEquals([world.get("call"), world.isOver("call")], [undefined, isOver]);
  }
  assertEquals(world.forgotten, ["call", "call", "call"]);
  for (let index = 0; index < 1_000; index++) {
    world.add(`other ${index}`);
    world.lines.release(`other ${index}` as CallId);
  }
  assertEquals(world.callIds, []);
  world.add("call");
  world.lines.release("call" as CallId);
  assertEquals(world.isOver("call"), false, "How often it was is kept of the latest alone");
});
