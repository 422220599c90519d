import { assert, assertEquals } from "@std/assert";
import { isInFront, isRingingCall, isTaken } from "../../../client/conversation/call_screen.ts";
import { isLive, isStale } from "../../../client/call/call_steps.ts";
import type { CallId, PeerId } from "../../../signaling/protocol.ts";
import { type Action, callsIn, createTab, describe, explore, type World } from "../../doubles/call_world.ts";

const LOW = "0000-0000-0000-0000-0000";
const HIGH = "zzzz-zzzz-zzzz-zzzz-zzzz";
const THIRD = "cccc-cccc-cccc-cccc-cccc";

function place(remotePeerId: string, callId: string): Action {
  return { type: "place", remotePeerId: remotePeerId as PeerId, callId: callId as CallId };
}

/** Of a tab's calls at most one is in front, one taken and one placed, and what waits only rings. */
function assertOneInFront({ tabs }: World): void {
  for (const { conversation } of tabs) {
    const calls = [...conversation.calls.values()];
    const front = calls.filter((call) => isInFront(call) && !isStale(call));
    const what = JSON.stringify(calls.map(({ callId, phase, isWaiting }) => [callId, phase, isWaiting]));
    assert(front.length <= 1, what);
    assert(calls.filter(isTaken).length <= 1, what);
    assert(calls.filter(({ phase }) => phase === "ended").length <= (front.length === 0 ? 1 : 0), what);
    assert(calls.filter(({ isWaiting }) => isWaiting).every(isRingingCall), what);
    assert(!calls.some(isTaken) || calls.filter(isLive).length === 1, what);
    assert(calls.filter(isStale).length <= 1, what);
  }
}

/** No call waits for something that will never come, and whoever is connected is connected to each other. */
function assertSettled(world: World): void {
  for (const phase of ["outgoing", "incoming", "connecting"] as const) {
    assertEquals(callsIn(world, phase).length, 0, `A call is stuck in ${phase}: ${describe(world)}`);
  }
  const connected = callsIn(world, "connected");
  for (const { tab, call } of connected) {
    const other = connected.find((end) => end.tab.conversation.localTabId === call.remoteTabId);
    assert(other !== undefined && other.call.callId === call.callId, `Connected to nobody: ${describe(world)}`);
    assertEquals(other.call.remoteTabId, tab.conversation.localTabId);
  }
}

Deno.test("Conversation settles one call however accept, cancel and hang-up interleave", () => {
  const tabs = [
    createTab(LOW, "a", [place(HIGH, "call"), { type: "hang-up" }]),
    createTab(HIGH, "b", [{ type: "accept" }, { type: "hang-up" }]),
  ];
  const { ends } = explore(tabs, assertSettled);
  assert(ends > 1);
});

Deno.test("Conversation settles one call however timeouts and answers interleave", () => {
  const tabs = [
    createTab(LOW, "a", [place(HIGH, "call"), { type: "ring-times-out" }]),
    createTab(HIGH, "b", [{ type: "accept" }, { type: "decline" }, { type: "ring-times-out" }]),
  ];
  explore(tabs, (world) => {
    // Whoever answers nothing lets it ring: the timers end it, and both are always there.
    if (callsIn(world, "incoming").length === 0) assertSettled(world);
  });
});

Deno.test("Conversation makes one call of two that cross, the one that the lower ID placed", () => {
  const seen = new Set<string>();
  const tabs = [createTab(LOW, "a", [place(HIGH, "low")]), createTab(HIGH, "b", [place(LOW, "high")])];
  explore(tabs, (world) => {
    const crossed = [...world.tabs[1]?.conversation.calls.keys() ?? []].includes("low" as CallId);
    const connected = callsIn(world, "connected").map(({ call }) => call.callId);
    if (callsIn(world, "incoming").length > 0) return; // The second never pressed Call in time: it rings there.
    assertSettled(world);
    if (crossed) assertEquals(connected, ["low", "low"] as CallId[]);
    seen.add(connected.join());
  });
  assert(seen.has("low,low"), "No order led to a connected call");
});

Deno.test("Conversation leaves nobody waiting when one of two crossing calls is cancelled at any moment", () => {
  const tabs = [
    createTab(LOW, "a", [place(HIGH, "low"), { type: "hang-up" }]),
    createTab(HIGH, "b", [place(LOW, "high"), { type: "accept" }, { type: "hang-up" }]),
  ];
  explore(tabs, (world) => {
    if (callsIn(world, "incoming").length === 0) assertSettled(world);
    for (const { tab } of callsIn(world, "incoming")) {
      assertEquals(tab.peerId as string, LOW, `Only the lower end cannot accept here: ${describe(world)}`);
      assertEquals(callsIn(world, "outgoing").length, 1, `It rings for a caller who is gone: ${describe(world)}`);
    }
  });
});

Deno.test("Conversation gives a call to one of two tabs that both accept", () => {
  const tabs = [
    createTab(LOW, "a", [place(HIGH, "call")]),
    createTab(HIGH, "b1", [{ type: "accept" }]),
    createTab(HIGH, "b2", [{ type: "accept" }]),
  ];
  explore(tabs, (world) => {
    assertSettled(world);
    assertEquals(callsIn(world, "connected").length, 2);
    const [elsewhere] = callsIn(world, "ended");
    assertEquals(elsewhere?.call.endReason, "answered-elsewhere");
  });
});

Deno.test("Conversation stops every tab from ringing when one declines, even as another accepts", () => {
  const tabs = [
    createTab(LOW, "a", [place(HIGH, "call")]),
    createTab(HIGH, "b1", [{ type: "decline" }]),
    createTab(HIGH, "b2", [{ type: "accept" }]),
  ];
  explore(tabs, assertSettled);
});

Deno.test("Conversation settles crossing calls of two people with two tabs each", () => {
  const tabs = [
    createTab(LOW, "a1", [place(HIGH, "low")]),
    createTab(LOW, "a2", []),
    createTab(HIGH, "b1", [place(LOW, "high")]),
    createTab(HIGH, "b2", []),
  ];
  explore(tabs, (world) => {
    if (callsIn(world, "incoming").length > 0) return; // One pressed Call too late to cross: it rings, unanswered.
    assertSettled(world);
    const connected = callsIn(world, "connected").map(({ call }) => call.callId as string);
    // Whoever presses Call while the other's call rings already takes that, and places none.
    const isPlaced = world.tabs.some(({ conversation }) => conversation.calls.has("low" as CallId));
    assertEquals(connected, isPlaced ? ["low", "low"] : ["high", "high"]);
  }, { gathers: false });
});

Deno.test("Conversation tells a third caller that the line is busy", () => {
  const tabs = [
    createTab(LOW, "a", [place(HIGH, "first")]),
    createTab(HIGH, "b", [{ type: "accept" }]),
    createTab(THIRD, "c", [place(HIGH, "second")]),
  ];
  const reasons = new Set<string>();
  explore(tabs, (world) => {
    if (callsIn(world, "incoming").length > 0) return; // The third came first; accept is spent on nobody else.
    assertSettled(world);
    for (const { call } of callsIn(world, "ended")) reasons.add(`${call.callId} ${call.endReason}`);
  });
  assert(reasons.has("second busy"));
});

Deno.test("Conversation lets several ring, keeps one in front, and leaves nobody waiting for ever", () => {
  const tabs = [
    createTab(LOW, "a", [place(HIGH, "first"), { type: "hang-up" }]),
    createTab(HIGH, "b", [{ type: "accept" }, place(LOW, "back")]),
    createTab(THIRD, "c", [place(HIGH, "second"), { type: "ring-times-out" }]),
  ];
  let most = 0;
  const visit = (world: World) => {
    assertOneInFront(world);
    most = Math.max(most, [...world.tabs[1]?.conversation.calls.values() ?? []].filter(isRingingCall).length);
  };
  explore(tabs, (world) => {
    if (callsIn(world, "incoming").length === 0) assertSettled(world);
  }, { visit, gathers: false });
  assertEquals(most, 2, "Two never rang at once");
});

Deno.test("Conversation lets no candidate out before the callee has accepted", () => {
  const tabs = [
    createTab(LOW, "a", [place(HIGH, "call")]),
    createTab(HIGH, "b", [{ type: "accept" }, { type: "decline" }]),
  ];
  let carried = 0;
  const visit = (world: World) => {
    const accepted = world.tabs[1]?.conversation.calls.get("call" as CallId)?.isAccepted ?? false;
    for (const { messages } of world.flights) {
      for (const message of messages) {
        const candidates = "candidates" in message ? message.candidates : [];
        if (candidates.length === 0) continue;
        carried++;
        assert(accepted, `A candidate left too early: ${describe(world)}`);
      }
    }
  };
  explore(tabs, () => {}, { visit });
  assert(carried > 0, "No candidate was ever sent");
});

Deno.test("Conversation lets others ring while a call waits for its other end, and one of them take its place", () => {
  const tabs = [
    createTab(LOW, "a", [place(HIGH, "first")]),
    createTab(HIGH, "b", [
      { type: "accept" },
      { type: "accept" },
      { type: "interrupt" },
      { type: "wait" },
      { type: "resume" },
    ]),
    createTab(THIRD, "c", [place(HIGH, "second")]),
  ];
  const seen = new Set<string>();
  const visit = (world: World) => {
    assertOneInFront(world);
    const calls = [...world.tabs[1]?.conversation.calls.values() ?? []];
    const [old, ring] = ["first", "second"].map((callId) => calls.find((call) => call.callId === callId));
    if (old?.phase === "reconnecting" && ring?.phase === "incoming") {
      assert(old.waits > 0, `It rings before it may: ${describe(world)}`);
      assert(isInFront(ring), `It waits behind a dead call: ${describe(world)}`);
      seen.add("rings");
    }
    if (old?.phase === "connected" && ring !== undefined) assert(!isLive(ring), describe(world));
    if (ring?.phase === "connected") seen.add("taken");
  };
  explore(tabs, (world) => {
    if (callsIn(world, "incoming").length > 0 || callsIn(world, "reconnecting").length > 0) return;
    for (const phase of ["outgoing", "connecting"] as const) {
      assertEquals(callsIn(world, phase).length, 0, `Stuck in ${phase}: ${describe(world)}`);
    }
  }, { visit, gathers: false });
  assertEquals([...seen].sort(), ["rings", "taken"]);
});

Deno.test("Conversation keeps nobody waiting for an end that is not heard, whenever that is noticed", () => {
  const tabs = [
    createTab(LOW, "a", [place(HIGH, "call"), { type: "lose-peer" }, { type: "interrupt" }]),
    createTab(HIGH, "b", [{ type: "accept" }, { type: "lose-peer" }]),
  ];
  const ends = new Set<string>();
  explore(tabs, (world) => {
    for (const { call } of callsIn(world, "ended")) ends.add(`${call.endReason}`);
    for (const { tab, call } of [...callsIn(world, "connecting"), ...callsIn(world, "incoming")]) {
      // Whoever has still to notice has a clock of their own.
      assert(
        tab.actions.some(({ type }) => type === "lose-peer" || type === "accept"),
        `${call.phase}: ${describe(world)}`,
      );
    }
  }, { gathers: false });
  for (const reason of ["vanished", "too-late", "page-gone"]) assert(ends.has(reason), `${reason}: ${[...ends]}`);
});
