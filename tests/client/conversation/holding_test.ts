/** A second call, and calls on hold: who is heard, what is sent, which devices are on, and what both ends are told. */

import { assert, assertEquals } from "@std/assert";
import { oneInFront } from "../../../client/admission/admission.ts";
import { type Call, type CallEvent, createCall, type Offer } from "../../../client/call/call.ts";
import type { Conversation } from "../../../client/conversation/call_screen.ts";
import { placeIn, ringIn, stepIn } from "../../../client/conversation/conversation.ts";
import { answerIn, holdIn } from "../../../client/conversation/holding.ts";
import { tellRejoined } from "../../../client/proof/told_features.ts";
import { createSdp } from "../../doubles/description.ts";
import { remoteMediaOf } from "../../../client/features/media_state/media_key.ts";
import type { CallId, PeerId, TabId } from "../../../signaling/protocol.ts";
import { type RelayedEnd, takeTurn } from "../../doubles/relayed_pair.ts";
import { ALL, type Scene, severalTest, SOUND, until } from "../../doubles/several_calls_scene.ts";

const LOCAL_TAB = "local" as TabId;
const REJOINED = { callId: "before" as CallId, connectedAtMs: 0, name: null };

/** A conversation with these calls, named by their other ends. */
function hold(calls: Record<string, Partial<Call>>, isOneHeard = true): Conversation {
  const made = Object.entries(calls).map(([name, fields]) =>
    createCall({
      callId: name as CallId,
      localTabId: LOCAL_TAB,
      remotePeerId: name as PeerId,
      isOutgoing: false,
      phase: "connected",
      connectedAtMs: 0,
      ...fields,
    })
  );
  const policy = oneInFront(3, { isOneHeard });
  return { localTabId: LOCAL_TAB, policy, calls: new Map(made.map((call) => [call.callId, call])) };
}

const RINGS: Partial<Call> = { phase: "incoming", connectedAtMs: null, isWaiting: true };
const PLACED: Partial<Call> = { phase: "outgoing", connectedAtMs: null, isOutgoing: true };

function sceneOf({ calls }: Conversation): string[] {
  return [...calls.values()].map(({ callId, phase, isHeld, isAccepted }) =>
    `${callId} ${phase}${isAccepted && phase === "incoming" ? " accepted" : ""}${isHeld ? " held" : ""}`
  );
}

Deno.test("answerIn() puts the call that is heard on hold, or leaves it, and those that were on hold stay so", () => {
  const before = hold({ kim: { isHeld: true }, lee: {}, ann: RINGS });
  const [held, effects] = answerIn(before, "ann" as CallId, { video: true }, 1);
  assertEquals(sceneOf(held), ["kim connected held", "lee connected held", "ann incoming accepted"]);
  assertEquals(
    effects.filter(({ callId }) => callId !== "ann").map(({ callId, effect }) => `${callId} ${effect.type}`),
    [
      "lee send-media",
    ],
  );
  const [left, ending] = answerIn(before, "ann" as CallId, { video: true, endsOthers: true }, 1);
  assertEquals(sceneOf(left), ["kim connected held", "ann incoming accepted"]);
  const words = ending.flatMap(({ callId, effect }) => effect.type === "send" ? [[callId, effect.message]] : []);
  assertEquals(words as unknown[], [["lee", { type: "hang-up", reason: "ended" }]]);
});

Deno.test("answerIn() takes back a call that was only placed, keeps one that goes on with another, and answers once", () => {
  const [taken, effects] = answerIn(hold({ kim: PLACED, ann: RINGS }), "ann" as CallId, { video: true }, 1);
  assertEquals(sceneOf(taken), ["ann incoming accepted"]);
  assert(
    effects.some(({ effect }) =>
      effect.type === "send" && effect.message.type === "hang-up" && effect.message.reason === "cancelled"
    ),
  );
  const [kept] = answerIn(hold({ kim: { ...PLACED, rejoined: REJOINED }, ann: RINGS }), "ann" as CallId, {
    video: true,
  }, 1);
  assertEquals(sceneOf(kept), ["kim outgoing held", "ann incoming accepted"]);
  assertEquals(answerIn(kept, "ann" as CallId, { video: true, endsOthers: true }, 1), [kept, []]);
  assertEquals(answerIn(kept, "bob" as CallId, { video: true }, 1), [kept, []]);
});

Deno.test("Where all calls may be heard at once, none is put on hold for another", () => {
  const [next] = answerIn(hold({ kim: {}, ann: RINGS }, false), "ann" as CallId, { video: true }, 1);
  assertEquals(sceneOf(next), ["kim connected", "ann incoming accepted"]);
  const [ended] = answerIn(hold({ kim: {}, ann: RINGS }, false), "ann" as CallId, { video: true, endsOthers: true }, 1);
  assertEquals(sceneOf(ended), ["ann incoming accepted"]);
});

Deno.test("holdIn() swaps: the call that is resumed takes the place of the one that was heard", () => {
  const [swapped] = holdIn(hold({ kim: { isHeld: true }, lee: {} }), "kim" as CallId, false, 1);
  assertEquals(sceneOf(swapped), ["kim connected", "lee connected held"]);
  const [all] = holdIn(swapped, "kim" as CallId, true, 1);
  assertEquals(sceneOf(all), ["kim connected held", "lee connected held"], "None comes off hold by itself");
  assertEquals(holdIn(all, "kim" as CallId, true, 1)[1], [], "Held is held");
});

Deno.test("holdIn() holds what has begun, and neither a call that rings or is placed, nor one that is over", () => {
  const moments: Record<string, Partial<Call>> = {
    "a": { phase: "connecting", connectedAtMs: null },
    "b": { phase: "reconnecting" },
    "c": { phase: "incoming", connectedAtMs: null, isAccepted: true },
    "d": { ...PLACED, rejoined: REJOINED },
    "w": RINGS,
    "x": PLACED,
    "y": { phase: "ended" },
  };
  const held = Object.entries(moments).map(([name, fields]) => {
    const [{ calls }] = holdIn(hold({ [name]: fields }), name as CallId, true, 1);
    return calls.get(name as CallId)?.isHeld;
  });
  assertEquals(held, [true, true, true, true, false, false, false]);
});

Deno.test("A call that is placed puts the one that is heard on hold; one that goes on with a held call is held itself", () => {
  const place = (isHeld: boolean) =>
    placeIn(hold({ kim: {} }), "new" as CallId, "bob" as PeerId, { isHeld, rejoined: isHeld ? REJOINED : null }, 1)[0];
  assertEquals(sceneOf(place(false)), ["kim connected held", "new outgoing"]);
  assertEquals(sceneOf(place(true)), ["kim connected", "new outgoing held"]);
  const [{ calls }] = placeIn(
    hold({}),
    "new" as CallId,
    "bob" as PeerId,
    { isRemoteHeld: true, rejoined: REJOINED },
    1,
  );
  assertEquals(calls.get("new" as CallId)?.isRemoteHeld, true);
  const [both] = placeIn(place(true), "other" as CallId, "ann" as PeerId, { rejoined: REJOINED }, 1);
  assertEquals(sceneOf(both), ["kim connected held", "new outgoing held", "other outgoing"], "Several may come back");
});

Deno.test("A call on hold that goes on with another page at the other end stays on hold, and opens no device", () => {
  const sdp = tellRejoined({ type: "offer", sdp: createSdp() }, "kim" as CallId);
  const offer = {
    ...{ type: "video-offer-request", id: "kim" as PeerId, clientId: "me" as PeerId, callId: "back" as CallId },
    ...{ tabId: "tab" as TabId, seq: 1, description: sdp, audio: true, video: true },
    proof: { publicKey: "key", signature: "signature" },
  } as Offer;
  const local = { localPeerId: "me" as PeerId, wantsVideo: true, isOver: () => false };
  const ringing = { caller: "known", isAbsorbed: false, isQuiet: false, strangerRings: 0 } as const;
  for (const isHeld of [true, false]) {
    const [next] = ringIn(hold({ kim: { isHeld }, lee: { isHeld: !isHeld } }), offer, local, ringing, 1);
    assertEquals(sceneOf(next).toSorted(), [
      `back incoming accepted${isHeld ? " held" : ""}`,
      `lee connected${isHeld ? "" : " held"}`,
    ]);
  }
  const [theirs] = ringIn(hold({ kim: { isRemoteHeld: true } }), offer, local, ringing, 1);
  assertEquals(theirs.calls.get("back" as CallId)?.isRemoteHeld, true, "Until the other end says something else");
});

Deno.test("Either end holds by itself: in any order of holding and resuming the call is on hold while one has it so", () => {
  const events: CallEvent[] = [
    ...[true, false].map((isHeld) => ({ type: "held", isHeld } as const)),
    ...[true, false].map((isHeld) => ({ type: "remote-held", isHeld } as const)),
  ];
  let orders: CallEvent[][] = [[]];
  for (let length = 0; length < 5; length++) {
    orders = orders.flatMap((order) => events.map((event) => [...order, event]));
  }
  for (const order of orders) {
    let conversation = hold({ kim: {} });
    const [own, remote] = [{ is: false }, { is: false }];
    for (const event of order) {
      const wasOn = own.is || remote.is;
      const side = event.type === "held" ? own : remote;
      const isNews = "isHeld" in event && side.is !== event.isHeld;
      if ("isHeld" in event) side.is = event.isHeld;
      const [next, effects] = stepIn(conversation, "kim" as CallId, event, 1);
      const isOn = own.is || remote.is;
      const types = effects.map(({ effect }) => effect.type);
      assertEquals(types, !isNews ? [] : isOn ? ["send-media"] : ["send-media", "open-media"], `${wasOn}`);
      conversation = next;
    }
    const call = conversation.calls.get("kim" as CallId);
    assertEquals([call?.isHeld, call?.isRemoteHeld], [own.is, remote.is]);
  }
});

// --- With real lines and devices -------------------------------------------------------------------------------------

const ONE_HEARD = { isOneHeard: true };
const NOTHING: string[] = [];

function callIdOf(scene: Scene, guest: RelayedEnd): CallId {
  const callId = scene.host.views.find(({ remotePeerId }) => remotePeerId === guest.peerId)?.callId;
  assert(callId !== undefined);
  return callId;
}

function isTold(guest: RelayedEnd, isHeld: boolean): boolean {
  return guest.view?.isRemoteHeld === isHeld;
}

/** What the guests send to the host. */
function sentBy(scene: Scene, guest: RelayedEnd): number {
  return scene.network.connections.filter(({ connectionState, tracksSent }) =>
    connectionState === "connected" && tracksSent.some((track) => track === guest.tracks.microphone)
  ).length;
}

severalTest(
  "Hold sends nothing either way, tells the other end, closes the devices, and Resume has all back",
  async (scene) => {
    const guest = await scene.talk({ video: true });
    await scene.waitFor([ALL], "they see the person");
    const callId = callIdOf(scene, guest);
    scene.media.setMuted(true);
    const connections = [...scene.network.connections];
    scene.host.calls.setHeld(callId, true);
    assertEquals(scene.live, NOTHING, "at once");
    await until(() => isTold(guest, true), "they are told");
    await until(() => connections.every(({ tracksSent }) => tracksSent.length === 0), "nothing is sent either way");
    assertEquals([guest.view?.phase, scene.host.views[0]?.phase], ["connected", "connected"]);
    assertEquals(scene.host.views[0]?.remoteStreams, null, "Nor is anything shown of who sends on");
    scene.host.calls.setHeld(callId, false);
    await scene.waitFor([ALL], "they see the person again");
    await until(() => isTold(guest, false) && sentBy(scene, guest) === 1, "and are seen");
    const microphone = scene.devices.findLast(({ kind }) => kind === "audio");
    assertEquals([microphone?.readyState, microphone?.enabled], ["live", false], "Muted as it was");
    assertEquals(scene.network.connections.length, connections.length, "The same connection");
  },
  ONE_HEARD,
);

severalTest(
  "Who is on hold is told, closes the devices as well, and both may hold: each must resume",
  async (scene) => {
    const guest = await scene.talk({ video: true });
    await scene.waitFor([ALL], "they see the person");
    const callId = callIdOf(scene, guest);
    guest.calls.setHeld(callId, true);
    await until(() => scene.host.views[0]?.isRemoteHeld === true, "the person is told");
    assertEquals(scene.live, NOTHING);
    scene.host.calls.setCameraOn(true);
    await takeTurn();
    assertEquals(scene.live, NOTHING, "A camera that is turned on waits for the call");
    await scene.media.open({ video: true }, "preview");
    assertEquals(scene.live, ALL, "The person looks at themselves while somebody else rings");
    scene.media.close("preview");
    scene.host.calls.releaseDevices();
    assertEquals(scene.live, NOTHING, "And leaves it");
    scene.host.calls.setCameraOn(false);
    scene.media.setMuted(true);
    scene.media.setMuted(false);
    assertEquals(scene.live, NOTHING, "Switches open nothing meanwhile");
    scene.host.calls.setHeld(callId, true);
    await until(() => isTold(guest, true), "both hold");
    guest.calls.setHeld(callId, false);
    await until(() => scene.host.views[0]?.isRemoteHeld === false, "the other end has resumed");
    assertEquals([scene.live, sentBy(scene, guest)], [NOTHING, 0], "One of both is not enough");
    scene.host.calls.setHeld(callId, false);
    await scene.waitFor([SOUND], "they hear the person, who has turned the camera off meanwhile");
    await until(() => sentBy(scene, guest) === 1, "and are heard");
  },
  ONE_HEARD,
);

severalTest(
  "A second call puts the first on hold, a third the second; a swap keeps the camera of each as it was",
  async (scene) => {
    const first = await scene.talk({ video: true });
    await scene.waitFor([ALL], "the first sees the person");
    const second = await scene.talk({ video: false });
    await scene.waitFor([NOTHING, SOUND], "the second hears the person, the first gets nothing");
    await until(() => isTold(first, true) && isTold(second, false), "the first alone is on hold");
    assertEquals(scene.live, SOUND, "Nobody sees the person");
    const third = await scene.talk({ video: true });
    await scene.waitFor([NOTHING, NOTHING, ALL], "the third alone sees the person");
    scene.host.calls.setCameraOn(true);
    scene.host.calls.setHeld(callIdOf(scene, second), false);
    await scene.waitFor([NOTHING, SOUND, NOTHING], "the second hears the person, as before");
    assertEquals(scene.live, SOUND);
    scene.host.calls.setHeld(callIdOf(scene, first), false);
    await scene.waitFor([ALL, NOTHING, NOTHING], "the first sees the person, as before");
    assertEquals([first, second, third].map(({ view }) => view?.isRemoteHeld), [false, true, true]);
  },
  ONE_HEARD,
);

severalTest(
  "One on hold who hangs up leaves the other be; the last that is heard leaves those on hold on hold",
  async (scene) => {
    const [first, second] = [await scene.talk({ video: true }), await scene.talk({ video: true })];
    const third = await scene.talk({ video: true });
    const views = () => scene.host.views.map(({ remotePeerId, isHeld }) => [remotePeerId, isHeld]);
    second.calls.hangUp(callIdOf(scene, second));
    await until(() => scene.host.views.length === 2, "the second is gone");
    assertEquals(views(), [[first.peerId, true], [third.peerId, false]]);
    assertEquals(scene.live, ALL);
    third.calls.hangUp(callIdOf(scene, third));
    await until(() => scene.host.views.length === 1, "the third is gone");
    assertEquals(views(), [[first.peerId, true]]);
    assertEquals(scene.live, NOTHING, "No device opens without a press");
    scene.host.calls.setHeld(callIdOf(scene, first), false);
    await until(() => scene.live.length === 2 && isTold(first, false), "the first is back");
  },
  ONE_HEARD,
);

severalTest(
  "A call on hold whose connection is replaced stays on hold, and sends nothing on the new one",
  async (scene) => {
    const guest = await scene.talk({ video: true });
    await scene.waitFor([ALL], "they see the person");
    const callId = callIdOf(scene, guest);
    scene.host.calls.setHeld(callId, true);
    await until(() => isTold(guest, true), "they are told");
    const before = scene.network.connections.length;
    scene.host.calls.handleNetworkChange();
    const made = () => scene.network.connections.slice(before);
    await until(
      () => made().filter(({ connectionState }) => connectionState === "connected").length >= 2,
      "there is another connection",
    );
    assertEquals(made().flatMap(({ tracksSent }) => tracksSent), []);
    assertEquals([scene.host.views[0]?.phase, scene.host.views[0]?.isHeld, isTold(guest, true)], [
      "connected",
      true,
      true,
    ]);
    scene.host.calls.setHeld(callId, false);
    await scene.waitFor([ALL], "they see the person on the new one");
  },
  ONE_HEARD,
);

severalTest("What the other end says of its media while it is on hold is that it sends none", async (scene) => {
  const guest = await scene.talk({ video: true });
  await scene.waitFor([ALL], "they see the person");
  const shown = () => scene.host.views[0] && remoteMediaOf(scene.host.views[0]);
  await until(() => shown()?.camera === true, "the person sees them");
  scene.host.calls.setHeld(callIdOf(scene, guest), true);
  await until(() => shown()?.camera === false && shown()?.microphone === false, "they send nothing");
}, ONE_HEARD);

severalTest(
  "End and answer leaves the call that is heard, tells its other end, and keeps the devices on for the next",
  async (scene) => {
    const first = await scene.talk({ video: true });
    await scene.waitFor([ALL], "the first sees the person");
    const made = scene.devices.length;
    const second = await scene.ring();
    scene.host.calls.acceptCall(callIdOf(scene, second), { video: true, endsOthers: true });
    await until(() => first.view?.phase === "ended", "the first is told");
    await until(() => second.view?.phase === "connected", "the second is connected");
    await scene.waitFor([NOTHING, ALL], "the second sees the person");
    assertEquals([scene.live, scene.devices.length], [ALL, made], "No device was closed and opened again");
  },
  ONE_HEARD,
);
