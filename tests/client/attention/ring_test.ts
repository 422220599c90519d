/** What is heard beside a call's screen: ringing, the tone of waiting, and a knock of somebody else. */

import { assertEquals } from "@std/assert";
import FakeTimers from "@sinonjs/fake-timers";
import { RING, Ring, ringTone } from "../../../client/attention/ring.ts";
import type { CallView } from "../../../client/conversation/call_views.ts";

/** Stands in for Web Audio; notes the pitch of what is played. */
function installAudio(played: number[], sinks: string[] = []): { isOpen: () => boolean; restore: () => void } {
  let open = 0;
  const parameter = { linearRampToValueAtTime() {}, setValueAtTime() {} };
  const replaced = {
    AudioContext: class {
      state = "running";
      currentTime = 0;
      onstatechange: (() => void) | null = null;
      constructor() {
        open++;
        queueMicrotask(() => this.onstatechange?.());
      }
      close = () => void open--;
      setSinkId = (deviceId: string) => Promise.resolve(void sinks.push(deviceId));
    },
    GainNode: class {
      gain = parameter;
      connect() {}
    },
    OscillatorNode: class {
      constructor(_: unknown, { frequency }: { frequency: number }) {
        played.push(frequency);
      }
      connect() {}
      start() {}
      stop() {}
    },
    document: { addEventListener() {}, removeEventListener() {} },
  };
  const before = Object.keys(replaced).map((name) =>
    [name, Object.getOwnPropertyDescriptor(globalThis, name)] as const
  );
  for (const [name, value] of Object.entries(replaced)) {
    Object.defineProperty(globalThis, name, { configurable: true, value });
  }
  const restore = () => {
    for (const [name, descriptor] of before) {
      if (descriptor === undefined) Reflect.deleteProperty(globalThis, name);
      else Object.defineProperty(globalThis, name, descriptor);
    }
  };
  return { isOpen: () => open > 0, restore };
}

function view(fields: Partial<CallView>): CallView {
  return { phase: "connected", connectedAtMs: 1, isRinging: false, ...fields } as CallView;
}

type Waiting = Pick<CallView, "isStranger" | "isQuiet">;
const EVE: Waiting = { isStranger: true, isQuiet: false };
const [STRANGER, KNOWN] = [[EVE], [EVE, { isStranger: false, isQuiet: false }]];
const QUIET: readonly Waiting[] = [{ isStranger: false, isQuiet: true }];

Deno.test("Somebody known who calls during a call knocks, briefly and seldom, and whoever rings in front rings", async () => {
  const played: number[] = [];
  const audio = installAudio(played);
  const clock = FakeTimers.install({ toFake: ["setInterval", "clearInterval"] });
  try {
    const ring = new Ring(() => "");
    const hear = async (call: CallView | null, waiting: readonly Waiting[], ms = 0) => {
      played.length = 0;
      ring.follow(call, waiting);
      await Promise.resolve();
      clock.tick(ms);
      return [...played];
    };
    const talking = view({});
    assertEquals(await hear(talking, [], 10_000), [], "Nobody calls");
    assertEquals(await hear(talking, STRANGER, 10_000), [], "A stranger waits in silence");
    assertEquals(await hear(talking, KNOWN), [520, 520], "At once");
    assertEquals(await hear(talking, KNOWN, 6_999), [], "And then seldom");
    assertEquals(await hear(talking, KNOWN, 1), [520, 520]);
    assertEquals(await hear(talking, [], 60_000), [], "Whoever stops calling is heard no more");
    assertEquals(audio.isOpen(), false, "Nothing stays open");
    const placed = { phase: "outgoing", connectedAtMs: null } as const;
    assertEquals(await hear(view(placed), KNOWN, 10_000), [], "Not before there is a call");
    assertEquals(await hear(view({ ...placed, isRinging: true }), KNOWN), [425]);
    assertEquals(await hear(view({ phase: "incoming", connectedAtMs: null }), KNOWN), [660, 880, 660]);
    assertEquals(await hear(null, [], 10_000), []);
    assertEquals(await hear(talking, QUIET, 10_000), [], "Nobody knocks while the person is not to be disturbed");
    assertEquals(await hear(view({ phase: "incoming", isQuiet: true }), [], 10_000), [], "Nor rings once it is shown");
    assertEquals(audio.isOpen(), false);
  } finally {
    clock.uninstall();
    audio.restore();
  }
});

Deno.test("It rings by the chosen tone, at the chosen speaker, and at the system's where none is chosen", async () => {
  const [played, sinks]: [number[], string[]] = [[], []];
  const audio = installAudio(played, sinks);
  const clock = FakeTimers.install({ toFake: ["setInterval", "clearInterval"] });
  try {
    let speaker = "desk";
    const ring = new Ring(() => speaker);
    ringTone.value = { ...RING, notes: [{ hz: 1_000, atMs: 0, forMs: 200 }] };
    for (const phase of ["incoming", "ended"] as const) ring.follow(view({ phase, connectedAtMs: null }), []);
    assertEquals(sinks, ["desk"]);
    speaker = "";
    ring.follow(view({ phase: "incoming", connectedAtMs: null }), []);
    await Promise.resolve();
    assertEquals([sinks, played], [["desk"], [1_000]]);
    ring.follow(null, []);
  } finally {
    ringTone.value = RING;
    clock.uninstall();
    audio.restore();
  }
});
