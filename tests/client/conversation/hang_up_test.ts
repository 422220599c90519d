/**
 * Leaving works whatever fails: in each phase of a call, each call that the page makes of its browser, its parts and its
 * surroundings fails once, in each way that it can, and the person presses Hang up. Nothing of theirs may be left on.
 * Which calls there are is found by playing each phase once with nothing failing.
 *
 * With LONG=1 each call in each scene. Else each place in the code once, in the first scene that comes by there; what
 * comes from the press on, once for each phase.
 */

import { assertEquals } from "@std/assert";
import type { CallEffect } from "../../../client/call/call.ts";
import { HangUpWorld, isOfPart } from "../../doubles/hang_up_world.ts";
import type { Plan, Point } from "../../doubles/injector.ts";
import { createTestIdentity, type TestIdentity } from "../../doubles/test_identity.ts";

/** By when everything is off, in milliseconds after the press. */
const OFF_MS_MAX = 100;

/** Keys of a record, so that the compiler misses an effect that is new. */
const EFFECTS = Object.keys(
  {
    ...{
      "send": 0,
      "prepare-offer": 0,
      "prepare-answer": 0,
      "open-media": 0,
      "send-media": 0,
      "bind-channel": 0,
      "apply-answer": 0,
    },
    ...{ "apply-description": 0, "add-candidates": 0, "replace-connection": 0, "feature": 0, "open-features": 0 },
    ...{
      "start-timer": 0,
      "stop-timer": 0,
      "reject-offer": 0,
      "report-missed": 0,
      "close": 0,
      "forget": 0,
      "note-connected": 0,
    },
  } satisfies Record<CallEffect["type"], 0>,
);
/** Without these nothing can be turned off: a browser in which they never work is beyond help. */
const LAST_RESORTS = ["MediaStreamTrack.stop()", "MediaStream.getTracks()", "RTCPeerConnection.close()"];

const TRIES_MAX = 5;
const IS_LONG = Deno.env.get("LONG") === "1";
/** Deeper than any way into the code from what the browser calls. */
const STACK_LINES = 60;

type Scene = { readonly phase: string; play(world: HangUpWorld): Promise<void> };

/** Gets as far as both talking; with a handshake that leads nowhere, as far as the answer. */
async function connect(world: HangUpWorld, { isCaller }: { isCaller: boolean }): Promise<void> {
  if (isCaller) {
    world.placeCall();
    await world.settle();
    const ringing = world.other.view;
    if (ringing !== null) world.injector.asOther(() => world.other.calls.acceptCall(ringing.callId, { video: true }));
  } else {
    world.injector.asOther(() => world.other.calls.placeCall(world.identities.own.peerId));
    await world.settle();
    world.acceptCall();
  }
  await world.settle();
}

const SCENES: Record<string, Scene> = {
  "a call that rings at the other end": {
    phase: "outgoing",
    async play(world) {
      world.placeCall();
      await world.settle();
    },
  },
  "a call that rings here, after one that was missed": {
    phase: "incoming",
    async play(world) {
      for (const isLast of [false, true]) {
        world.injector.asOther(() => world.other.calls.placeCall(world.identities.own.peerId));
        await world.settle();
        if (isLast) return;
        world.injector.asOther(() => world.other.calls.handlePageClosing());
        await world.settle();
      }
    },
  },
  "a call that rings again, since its caller has come back": {
    phase: "incoming",
    async play(world) {
      world.injector.asOther(() => world.other.calls.placeCall(world.identities.own.peerId));
      await world.settle();
      world.isCutOff = true;
      await world.pass(5_000, 500);
      world.isCutOff = false;
      await world.pass(3_000, 500);
    },
  },
  "a call that was taken while another rang": {
    phase: "connected",
    async play(world) {
      world.injector.asOther(() => world.other.calls.placeCall(world.identities.own.peerId));
      await world.settle();
      world.callAgain();
      await world.settle();
      world.acceptCall();
      await world.settle();
    },
  },
};
for (const isCaller of [true, false]) {
  const who = isCaller ? "the caller" : "the callee";
  SCENES[`${who} while the browser asks for the devices`] = {
    phase: "connected",
    async play(world) {
      world.isAsked = true;
      if (isCaller) {
        world.placeCall();
        await world.pass(8_500, 500);
      }
      await connect(world, { isCaller });
    },
  };
  SCENES[`${who} whose microphone is unplugged, and camera silenced`] = {
    phase: "connected",
    async play(world) {
      await connect(world, { isCaller });
      world.unplug();
      await world.settle();
      world.silence();
      await world.settle();
    },
  };
  SCENES[`${who} while it connects`] = {
    phase: "connecting",
    async play(world) {
      world.network.isBlocked = true;
      await connect(world, { isCaller });
      await world.pass(3_300, 300); // Long enough for another connection to be tried.
    },
  };
  SCENES[`${who} in a call`] = {
    phase: "connected",
    async play(world) {
      await connect(world, { isCaller });
      world.compareWords();
      world.hold(true);
      world.callAgain();
      await world.settle();
      world.hold(false);
      await world.settle();
    },
  };
  SCENES[`${who} while it reconnects`] = {
    phase: "reconnecting",
    async play(world) {
      await connect(world, { isCaller });
      world.network.isSilent = world.network.isBlocked = true;
      await world.pass(3_000, 300);
    },
  };
}

/** The ways in which this call can fail; without an occurrence, each time from the press on. */
function plansFor({ label, kind }: Point, occurrence: number | null): Plan[] {
  const modes = kind === "promise"
    ? ["throws", "rejects", "never", "late"] as const
    : kind === "timer"
    ? ["throws", "never"] as const
    : ["throws"] as const;
  return modes.map((mode) => ({ label, occurrence, mode }));
}

/** One of the browser's or the surroundings' that could fail each time; the first call stands for all. */
function canStayBroken({ label, occurrence }: Point): boolean {
  return occurrence === 1 && !isOfPart(label) && !LAST_RESORTS.includes(label);
}

type Identities = { own: TestIdentity; other: TestIdentity };

async function play(identities: Identities, scene: Scene, plan: Plan | null): Promise<HangUpWorld> {
  using world = new HangUpWorld(identities, plan);
  await scene.play(world);
  if (plan === null) assertEquals(world.view?.phase, scene.phase, "The scene must get where it leads");
  world.leave();
  await world.pass(OFF_MS_MAX);
  // What comes late may ring only now, and is left then.
  while (world.leave()) await world.pass(OFF_MS_MAX);
  return world;
}

/** Those of a scene that no scene before it has let fail. */
function chooseNew(points: readonly Point[], nameOf: (point: Point) => string): Point[] {
  if (IS_LONG) return [...points];
  return points.filter((point) => {
    const isNew = !seen.has(nameOf(point));
    seen.add(nameOf(point));
    return isNew;
  });
}

/** Plays all cases of a scene, and says in which of them something was left. */
async function playAll(identities: Identities, scene: Scene): Promise<{ cases: number; failures: string[] }> {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = STACK_LINES;
  const ordinary = await play(identities, scene, null);
  Error.stackTraceLimit = stackTraceLimit;
  assertEquals(ordinary.remains, { devices: 0, connections: 0, phase: "ended" });
  for (const type of ordinary.effects) seenEffects.add(type);
  const { points } = ordinary.injector;
  const plans = [
    ...chooseNew(points, ({ place, isArmed }) => isArmed ? `${scene.phase} ${place}` : place)
      .flatMap((point) => plansFor(point, point.occurrence)),
    ...chooseNew(points.filter(canStayBroken), ({ label }) => `${scene.phase} ${label}`)
      .flatMap((point) => plansFor(point, null)),
  ];
  const failures: string[] = [];
  const unreached: string[] = [];
  for (const plan of plans) {
    let { remains, injector } = await play(identities, scene, plan);
    // Keys are at work in threads of the system's, in an order of its own.
    for (let tries = 1; tries < TRIES_MAX && injector.hits === 0 && plan.occurrence !== null; tries++) {
      ({ remains, injector } = await play(identities, scene, plan));
    }
    const name = `${plan.label} #${plan.occurrence ?? "all"} ${plan.mode}`;
    if (plan.occurrence !== null && injector.hits === 0) unreached.push(name);
    if (remains.devices + remains.connections > 0) failures.push(`${name}: ${JSON.stringify(remains)}`);
    // A screen that takes no word shows nothing any more.
    const isTold = remains.phase === undefined || remains.phase === "ended" || plan.label === "onChange";
    if (!isTold) failures.push(`${name}: the screen says ${remains.phase}`);
    if (unhandled.length > 0) failures.push(`${name}: unhandled ${unhandled.splice(0)}`);
  }
  // The last of a kind may be one that this order of things did not need.
  if (unreached.length > plans.length / 100) failures.push(`Never called: ${unreached.join(", ")}`);
  return { cases: plans.length - unreached.length, failures };
}

const seenEffects = new Set<string>();
const seen = new Set<string>();
const unhandled: unknown[] = [];

Deno.test("Hang up leaves nothing on, whatever fails, in each phase of a call", async (test) => {
  const identities = { own: await createTestIdentity(), other: await createTestIdentity() };
  const warn = console.warn;
  console.warn = () => {}; // Each failure is reported.
  const note = (event: PromiseRejectionEvent) => {
    event.preventDefault();
    unhandled.push(event.reason);
  };
  addEventListener("unhandledrejection", note);
  let all = 0;
  try {
    for (const [name, scene] of Object.entries(SCENES)) {
      await test.step(name, async () => {
        const { cases, failures } = await playAll(identities, scene);
        all += cases;
        assertEquals(failures, []);
      });
    }
  } finally {
    removeEventListener("unhandledrejection", note);
    console.warn = warn;
  }
  console.log(`${all} cases: devices off and connections closed within ${OFF_MS_MAX} ms in each`);
  assertEquals([...seenEffects].toSorted(), EFFECTS.toSorted(), "Each effect must have been made to fail");
});
