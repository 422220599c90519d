/** What screens get of a call: signals, so that each reads what it shows, and is drawn again for nothing else. */

import { assertEquals, assertStrictEquals } from "@std/assert";
import { effect } from "@preact/signals";
import { oneInFront } from "../../../client/admission/admission.ts";
import { type Call, createCall } from "../../../client/call/call.ts";
import { CallDisplay } from "../../../client/conversation/call_display.ts";
import type { CallView } from "../../../client/conversation/call_views.ts";
import type { FeatureStates } from "../../../client/feature/feature.ts";
import { type CallId, createRandomPeerId, type TabId } from "../../../signaling/protocol.ts";

const LOCAL = "tab" as TabId;

class World {
  readonly clock = { wallMs: 5_000, monotonicMs: 1_000 };
  calls = new Map<CallId, Call>();
  features: FeatureStates = new Map();
  /** Each list of calls that was told. */
  readonly told: (readonly CallView[])[] = [];
  readonly display = new CallDisplay({
    conversation: () => ({ localTabId: LOCAL, policy: oneInFront(3), calls: this.calls }),
    remoteStreams: () => null,
    featureStates: () => new Map(this.features),
    now: () => this.clock.wallMs,
    monotonicNow: () => this.clock.monotonicMs,
    onChange: (calls) => this.told.push(calls),
  });

  show(callId: string, fields: Partial<Call> = {}): CallView {
    const id = callId as CallId;
    const before = this.calls.get(id) ??
      createCall({ callId: id, localTabId: LOCAL, remotePeerId: createRandomPeerId(), isOutgoing: true });
    this.calls = new Map(this.calls).set(id, { ...before, ...fields });
    this.display.publish();
    const view = this.told.at(-1)?.find((each) => each.callId === callId);
    if (view === undefined) throw new Error(`Nothing is told of ${callId}`);
    return view;
  }
}

/** Follows what `read` gives, as a component does that shows it. */
function follow(read: () => unknown): { readonly seen: unknown[]; stop(): void } {
  const seen: unknown[] = [];
  return { seen, stop: effect(() => void seen.push(read())) };
}

Deno.test("Whoever reads one thing of a call is told when that changes, and of nothing else", () => {
  const world = new World();
  const call = world.show("one");
  const other = world.show("two");
  const [phase, name, otherPhase] = [() => call.phase, () => call.remoteName, () => other.phase].map(follow);
  world.show("one", { isRinging: true, hasRung: true });
  world.show("one", { phase: "connecting", remoteName: "Kim" });
  world.display.handlePath("one" as CallId, { kind: "direct", protocol: "udp" });
  world.show("one", { phase: "connected" });
  world.display.publish();
  assertEquals([phase?.seen, name?.seen], [["outgoing", "connecting", "connected"], [null, "Kim"]]);
  assertEquals(otherPhase?.seen, ["outgoing"]);
  for (const each of [phase, name, otherPhase]) each?.stop();
});

Deno.test("What changes together shows together", () => {
  const world = new World();
  const [one, two] = [world.show("one"), world.show("two")];
  const { seen, stop } = follow(() => [one.phase, one.remoteName, two.isWaiting]);
  const two2 = world.calls.get(two.callId);
  if (two2 !== undefined) world.calls = new Map(world.calls).set(two.callId, { ...two2, isWaiting: true });
  world.show("one", { phase: "connecting", remoteName: "Kim" });
  assertEquals(seen, [["outgoing", null, false], ["connecting", "Kim", true]]);
  stop();
});

Deno.test("A call is one object for as long as it is there, and the list is told when another is, or one is gone", () => {
  const world = new World();
  const one = world.show("one");
  assertStrictEquals(world.show("one", { phase: "connected" }), one);
  assertEquals(world.told.length, 1);
  world.show("two");
  world.calls = new Map([...world.calls].slice(1));
  world.display.publish();
  assertEquals(world.told.map((calls) => calls.map(({ callId }) => callId as string)), [["one"], ["one", "two"], [
    "two",
  ]]);
});

Deno.test("Features and the path are news when they are others, and not when they are told again", () => {
  const world = new World();
  const call = world.show("one");
  const [features, path] = [follow(() => call.features.get("chat")?.view), follow(() => call.path?.kind)];
  world.features = new Map([["chat", { stage: "open", view: 1 }]]);
  world.display.publish();
  world.display.publish();
  world.features = new Map([["chat", { stage: "open", view: 2 }]]);
  world.display.publish();
  world.features = new Map();
  world.display.publish();
  assertEquals(features.seen, [undefined, 1, 2, undefined]);
  for (const kind of ["direct", "direct", "relayed"] as const) {
    world.display.handlePath(call.callId, { kind, protocol: "udp" });
  }
  world.display.forget(call.callId);
  assertEquals(path.seen, [undefined, "direct", "relayed", undefined]);
  for (const each of [features, path]) each.stop();
});

Deno.test("The end of a call is told by the clock on the wall as it was then, and anew when the call rings again", () => {
  const world = new World();
  const call = world.show("one", { phase: "ended", endedAtMs: 900 });
  assertEquals(call.endedAtWallMs, 4_900);
  world.clock.wallMs += 3_600_000;
  world.show("one");
  assertEquals(call.endedAtWallMs, 4_900);
  world.show("one", { phase: "incoming", endedAtMs: null });
  assertEquals(call.endedAtWallMs, null);
});

Deno.test("A call that cannot be shown whole takes no other along, and a list that could not be told is told again", () => {
  const world = new World();
  const { warn } = console;
  console.warn = () => {};
  let isBroken = true;
  const told: (readonly CallView[])[] = [];
  const display = new CallDisplay({
    conversation: () => ({ localTabId: LOCAL, policy: oneInFront(3), calls: world.calls }),
    remoteStreams: () => null,
    featureStates: () => {
      throw new Error("no");
    },
    now: () => 0,
    monotonicNow: () => 0,
    onChange: (calls) => {
      if (isBroken) throw new Error("no");
      told.push(calls);
    },
  });
  try {
    world.show("one");
    world.show("two");
    display.publish();
    isBroken = false;
    world.show("two", { phase: "connected" });
    display.publish();
  } finally {
    console.warn = warn;
  }
  assertEquals(told.map((calls) => calls.map(({ phase }) => phase)), [["outgoing", "connected"]]);
});
