/** Who has the screen when several ring, of people known and strangers; and what is left of a ring that is over. */

import { assert, assertEquals } from "@std/assert";
import { type Admission, type Caller, oneInFront, type Scene } from "../../../client/admission/admission.ts";
import type { Call, CallEvent, CallMessage, Offer } from "../../../client/call/call.ts";
import {
  blockIn,
  judgeOffer,
  placeIn,
  placeRingIn,
  ringIn,
  stepIn,
} from "../../../client/conversation/conversation.ts";
import { isSeen, sendVideoIn } from "../../../client/conversation/sent_media.ts";
import {
  type Conversation,
  type ConversationEffect,
  type ConversationStep,
  isOccupied,
} from "../../../client/conversation/call_screen.ts";
import type { CallId, PeerId, TabId } from "../../../signaling/protocol.ts";
import { tellRejoined } from "../../../client/proof/told_features.ts";
import { createSdp } from "../../doubles/description.ts";

const OVER = "0000000000000000000over0" as CallId;
const LOCAL = {
  localPeerId: "0000-0000-0000-0000-0000" as PeerId,
  wantsVideo: true,
  isOver: (callId: CallId) => callId === OVER,
};
const EMPTY: Conversation = { localTabId: "local" as TabId, policy: oneInFront(1), calls: new Map() };
const PROOF = { publicKey: "key", signature: "signature" };

function nameId(name: string): PeerId {
  return `${name.padEnd(4, "0").slice(0, 4)}-1111-1111-1111-1111` as PeerId;
}

type RingOptions = { isAbsorbed?: boolean; rings?: number; callId?: string; rejoins?: CallId; calls?: string };

function offerOf(name: string, { callId = name, rejoins, calls = name }: RingOptions): Offer {
  const description = { type: "offer", sdp: createSdp() } as const;
  return {
    ...{ type: "video-offer-request", id: nameId(name), clientId: LOCAL.localPeerId, name: calls },
    ...{ callId: callId as CallId, tabId: `tab of ${name}` as TabId, seq: 1, proof: PROOF },
    description: rejoins === undefined ? description : tellRejoined(description, rejoins),
    ...{ audio: true, video: true },
  } as Offer;
}

/** A page with all effects so far. */
class Page {
  conversation = EMPTY;
  effects: ConversationEffect[] = [];

  take([conversation, effects]: ConversationStep): this {
    this.conversation = conversation;
    this.effects = [...effects];
    return this;
  }

  ring(name: string, caller: Caller, options: RingOptions = {}): this {
    const offer = offerOf(name, options);
    const ringing = {
      caller,
      isAbsorbed: options.isAbsorbed ?? false,
      isQuiet: false,
      strangerRings: options.rings ?? 0,
    };
    return this.take(ringIn(this.conversation, offer, LOCAL, ringing, 1));
  }

  dial(name: string): this {
    return this.take(placeIn(this.conversation, `to ${name}` as CallId, nameId(name), {}, 1));
  }

  step(callId: string, event: CallEvent): this {
    return this.take(stepIn(this.conversation, callId as CallId, event, 1));
  }

  hangUp(callId: string, reason: "cancelled" | "ended" = "cancelled"): this {
    const call = this.call(callId);
    const envelope = { id: call.remotePeerId, clientId: LOCAL.localPeerId, callId: call.callId, seq: 2 };
    const tabId = call.remoteTabId ?? "" as TabId;
    return this.step(callId, { type: "message-received", message: { ...envelope, tabId, type: "hang-up", reason } });
  }

  call(callId: string): Call {
    const call = this.conversation.calls.get(callId as CallId);
    if (call === undefined) throw new Error(`No call ${callId}`);
    return call;
  }

  /** Each call with where it stands. */
  get scene(): string[] {
    return [...this.conversation.calls.values()].map((call) =>
      `${call.callId} ${call.isWaiting ? "waits" : call.phase}`
    );
  }

  get missed(): string[] {
    return this.effects.filter(({ effect }) =>
      effect.type === "report-missed" || "isMissed" in effect && effect.isMissed
    )
      .map(({ callId }) => callId);
  }

  get said(): string[] {
    return this.effects.flatMap(({ effect }) =>
      effect.type === "send" ? ["reason" in effect.message ? effect.message.reason : effect.message.type] : []
    );
  }
}

Deno.test("a contact rings in front of a stranger, who then waits, whatever the stranger does", () => {
  const page = new Page().ring("Eve", "stranger");
  assertEquals(page.scene, ["Eve incoming"]);
  page.ring("Kim", "known");
  assertEquals(page.scene, ["Eve waits", "Kim incoming"]);
  page.ring("Mallory", "stranger", { rings: 1 });
  assertEquals(page.scene, ["Eve waits", "Kim incoming", "Mallory waits"]);
  page.step("Kim", { type: "accepted", video: true });
  assertEquals(page.conversation.calls.size, 1, "All others are told");
  assertEquals(page.missed, ["Eve", "Mallory"]);
  assertEquals(page.said.filter((word) => word === "busy").length, 2);
});

Deno.test("a second contact waits behind the first, and comes to the front by itself", () => {
  const page = new Page().ring("Kim", "known").ring("Lee", "known");
  assertEquals(page.scene, ["Kim incoming", "Lee waits"]);
  page.hangUp("Kim");
  assertEquals(page.scene, ["Lee incoming"]);
  assertEquals(page.missed, ["Kim"]);
  page.step("Lee", { type: "declined" });
  assertEquals(page.scene, ["Lee ended"]);
  const strangers = new Page().ring("Eve", "stranger").ring("Mallory", "stranger", { rings: 1 });
  strangers.step("Eve", { type: "declined" });
  assertEquals(strangers.scene, ["Eve ended", "Mallory waits"], "A stranger stays where it is");
});

Deno.test("a stranger's ring that nobody took leaves a missed call and no screen; a contact's says what it was", () => {
  for (const caller of ["known", "stranger"] as const) {
    for (const end of ["cancelled", "timer"] as const) {
      const page = new Page().ring("Kim", caller);
      if (end === "cancelled") page.hangUp("Kim");
      else page.step("Kim", { type: "timer-fired", timer: "ring" });
      assertEquals(page.scene, caller === "known" ? ["Kim ended"] : [], `${caller} ${end}`);
      assertEquals(page.missed, ["Kim"]);
    }
  }
  for (const cause of ["no-webrtc", "incompatible", "unprepared"] as const) {
    const failed = new Page().ring("Eve", "stranger").step("Eve", { type: "preparation-failed", cause });
    assertEquals([failed.scene, failed.missed], [[], ["Eve"]], cause);
  }
  const declined = new Page().ring("Eve", "stranger").step("Eve", { type: "declined" });
  assertEquals(declined.scene, ["Eve ended"], "What the person did themselves is shown");
});

Deno.test("what waits in the quiet line takes no ended call off the screen, nor leaves one", () => {
  const page = new Page().dial("Kim").step("to Kim", { type: "hung-up" });
  assertEquals(page.scene, ["to Kim ended"]);
  page.ring("Eve", "stranger", { isAbsorbed: true });
  assertEquals(page.scene, ["to Kim ended", "Eve waits"]);
  page.hangUp("Eve");
  assertEquals(page.scene, ["to Kim ended"]);
  assertEquals(page.missed, ["Eve"]);
});

Deno.test("whoever dials puts what rings aside, and is refused nothing by it", () => {
  const page = new Page();
  for (const name of ["Eve", "Mallory", "Trudy", "Oscar"]) {
    page.ring(name, "stranger", { rings: page.conversation.calls.size });
  }
  page.ring("Craig", "stranger", { rings: 4 });
  assertEquals(page.scene, ["Eve incoming", "Mallory waits", "Trudy waits", "Oscar waits"], "One too many is dropped");
  assertEquals([page.effects, isOccupied(page.conversation)], [[], false]);
  page.dial("Kim");
  assertEquals(page.scene, ["Eve waits", "Mallory waits", "Trudy waits", "Oscar waits", "to Kim outgoing"]);
  assertEquals(page.effects.map(({ effect }) => effect.type), ["prepare-offer"]);
  page.ring("Lee", "known");
  assertEquals(page.scene.at(-1), "Lee waits", "Somebody known is not turned away either");
  page.step("to Kim", { type: "hung-up" });
  assertEquals(page.scene.at(-1), "Lee incoming");
});

Deno.test("to call somebody who rings is to take their call", () => {
  for (const caller of ["known", "stranger"] as const) {
    const page = new Page().ring("Kim", caller, { isAbsorbed: true }).dial("Kim");
    assertEquals(page.conversation.calls.size, 1);
    assertEquals([page.call("Kim").isAccepted, page.call("Kim").sendsVideo], [true, true]);
    assertEquals([page.call("Kim").isWaiting, isOccupied(page.conversation)], [false, true]);
  }
});

Deno.test("whoever waits can be brought to the front and put back; accepting takes back the call that was placed", () => {
  const page = new Page().dial("Kim").ring("Eve", "stranger");
  page.conversation = placeRingIn(page.conversation, "Eve" as CallId, "front");
  assertEquals(page.scene, ["to Kim outgoing", "Eve incoming"]);
  page.conversation = placeRingIn(page.conversation, "Eve" as CallId, "line");
  assertEquals(page.scene, ["to Kim outgoing", "Eve waits"]);
  page.step("Eve", { type: "accepted", video: true });
  assertEquals(page.scene, ["Eve incoming"]);
  assert(page.said.includes("cancelled"));
  page.conversation = placeRingIn(page.conversation, "Eve" as CallId, "line");
  assertEquals(page.scene, ["Eve incoming"], "What was accepted is not put back");
});

Deno.test("somebody who rings and calls again rings once", () => {
  const page = new Page().ring("Eve", "stranger").ring("Eve", "stranger", { callId: "again", rings: 1 });
  assertEquals(page.scene, ["again incoming"]);
  assertEquals([page.said, page.missed], [["busy", "ringing"], []]);
});

Deno.test("a stranger's description is kept from the browser until the person reaches for Accept, or presses it", () => {
  const prepared = ({ effects }: Page) => effects.filter(({ effect }) => effect.type === "prepare-answer").length;
  assertEquals(prepared(new Page().ring("Kim", "known")), 1);
  const page = new Page().ring("Eve", "stranger");
  assertEquals(prepared(page), 0);
  assertEquals(prepared(page.step("Eve", { type: "warmed" })), 1);
  assertEquals(prepared(page.step("Eve", { type: "warmed" })), 0, "Once is enough");
  const accepted = new Page().ring("Eve", "stranger").step("Eve", { type: "accepted", video: true });
  assertEquals(prepared(accepted), 1);
  const later = page.step("Eve", { type: "accepted", video: true });
  assertEquals(prepared(later), 0);
});

Deno.test("a block ends what rings without a word and without a trace, and touches no call that was taken", () => {
  const page = new Page().ring("Eve", "stranger").ring("Kim", "known");
  page.take(blockIn(page.conversation, (peerId) => peerId === nameId("Eve"), 1));
  assertEquals([page.scene, page.said, page.missed], [["Kim incoming"], [], []]);
  assertEquals(page.effects.map(({ effect }) => effect.type).slice(-2), ["close", "forget"], "It answers nothing more");
  page.step("Kim", { type: "accepted", video: true });
  page.take(blockIn(page.conversation, () => true, 1));
  assertEquals(page.scene, ["Kim incoming"]);
});

Deno.test("judgeOffer() takes an offer that crosses ours, or of somebody whose connection is lost, whoever it is", () => {
  const judge = (page: Page, name: string, caller: Caller): Admission =>
    judgeOffer(page.conversation, { id: nameId(name), description: { type: "offer", sdp: createSdp() } }, {
      caller,
      isAbsorbed: true,
      isQuiet: true,
      strangerRings: 30,
    });
  const dialling = new Page().dial("Kim");
  assertEquals([judge(dialling, "Kim", "blocked"), judge(dialling, "Eve", "blocked")], ["front", "drop"]);
  const lost = new Page().ring("Kim", "stranger").step("Kim", { type: "accepted", video: true });
  lost.conversation = {
    ...lost.conversation,
    calls: new Map([["Kim" as CallId, { ...lost.call("Kim"), phase: "reconnecting" }]]),
  };
  assertEquals(judge(lost, "Kim", "stranger"), "front");
  lost.ring("Kim", "stranger", { callId: "again" });
  assertEquals(lost.scene, ["again incoming"]);
  assertEquals(judge(new Page().dial("Kim"), "Eve", "stranger"), "line");
});

Deno.test("a call whose caller was not there for a while is missed, and rings again when they come back, and no other", () => {
  for (const caller of ["known", "stranger"] as const) {
    const page = new Page().ring("kim", caller).step("kim", { type: "peer-gone" });
    assertEquals([page.missed, page.scene], [["kim"], caller === "known" ? ["kim ended"] : []]);
    assertEquals(page.ring("kim", caller).scene, ["kim incoming"]);
  }
  const page = new Page().ring("kim", "known").step("kim", { type: "declined" });
  assertEquals(page.ring("kim", "known").scene, ["kim ended"]);
});

Deno.test("a call that waits for its other end for long lets others ring in front, and goes when one is taken", () => {
  const page = new Page().dial("kim");
  page.conversation = withPhase(page.conversation, "to kim", "reconnecting");
  assertEquals(page.ring("ann", "known").scene, ["to kim reconnecting"], "For a moment it may only be the network");
  assertEquals(page.missed, ["ann"]);
  page.step("to kim", { type: "timer-fired", timer: "wait" });
  page.ring("ann", "known", { callId: "second" }).ring("bob", "stranger");
  assertEquals(page.scene, ["to kim reconnecting", "second incoming", "bob waits"]);
  assert(isOccupied(page.conversation), "The camera is the call's until it is over");
  page.step("second", { type: "accepted", video: true });
  assertEquals(page.scene, ["second incoming"]);
  const words = page.effects.flatMap(({ callId, effect }) =>
    effect.type === "send" ? [[callId, effect.message] as [string, CallMessage]] : []
  );
  assertEquals(words, [
    ["to kim", { type: "hang-up", reason: "lost" }],
    ["bob", { type: "video-offer-response", accepted: false, reason: "busy" }],
  ]);
});

Deno.test("a call that comes back while another rings has the screen again, and the other is missed", () => {
  const page = new Page().dial("kim");
  page.conversation = withPhase(page.conversation, "to kim", "reconnecting");
  page.step("to kim", { type: "timer-fired", timer: "wait" }).ring("ann", "known").ring("bob", "known");
  assertEquals(page.scene, ["to kim reconnecting", "ann incoming", "bob waits"]);
  assertEquals(page.step("ann", { type: "declined" }).scene, ["to kim reconnecting", "bob incoming"], "Next, please");
  page.step("to kim", { type: "connection-opened" });
  assertEquals([page.scene, page.missed], [["to kim connected"], ["bob"]]);
});

function withPhase(conversation: Conversation, callId: string, phase: Call["phase"]): Conversation {
  const call = conversation.calls.get(callId as CallId);
  if (call === undefined) throw new Error(`No call ${callId}`);
  const remoteTabId = "tab of kim" as TabId;
  return { ...conversation, calls: new Map(conversation.calls).set(call.callId, { ...call, phase, remoteTabId }) };
}

Deno.test("A set that allows three calls has those who call ring in the quiet line, takes three, and is busy for the fourth", () => {
  const page = new Page();
  page.conversation = { ...EMPTY, policy: oneInFront(3) };
  page.ring("Kim", "known").step("Kim", { type: "accepted", video: true });
  page.ring("Lee", "known");
  assertEquals(page.scene, ["Kim incoming", "Lee waits"]);
  page.take([placeRingIn(page.conversation, "Lee" as CallId, "front"), []]).step("Lee", {
    type: "accepted",
    video: true,
  })
    .ring(
      "Eve",
      "stranger",
    );
  assertEquals(page.scene, ["Kim incoming", "Lee incoming", "Eve waits"]);
  page.take([placeRingIn(page.conversation, "Eve" as CallId, "front"), []]).step("Eve", {
    type: "accepted",
    video: true,
  });
  assertEquals(page.effects.filter(({ effect }) => effect.type === "close"), []);
  page.ring("Bob", "known");
  assertEquals(page.effects.map(({ effect }) => effect.type), ["reject-offer"]);
  page.hangUp("Lee", "ended");
  assertEquals(page.scene, ["Kim incoming", "Eve incoming"]);
  assertEquals([...new Set(page.effects.map(({ callId }) => callId))], ["Lee"]);
  assertEquals(page.ring("Bob", "known").scene, ["Kim incoming", "Eve incoming", "Bob waits"]);
});

Deno.test("A set that allows three calls places one beside another, but not two at a time nor one to the same person", () => {
  const page = new Page();
  page.conversation = { ...EMPTY, policy: oneInFront(3) };
  page.ring("Kim", "known").step("Kim", { type: "accepted", video: true });
  assertEquals(page.dial("Kim").scene, ["Kim incoming"]);
  assertEquals(page.dial("Lee").scene, ["Kim incoming", "to Lee outgoing"]);
  assertEquals(page.dial("Bob").scene, ["Kim incoming", "to Lee outgoing"]);
  assertEquals(page.ring("Eve", "stranger").scene, ["Kim incoming", "to Lee outgoing", "Eve waits"]);
});

// --- A page in place of another -----------------------------------------------------------------------------------

const LEFT = "0000000000000000000left0" as CallId;

/** A page in a call with Kim that began 5 ms after its clock. */
function inCall(): Page {
  const page = new Page().ring("kim", "known", { callId: LEFT }).step(LEFT, { type: "accepted", video: true });
  const connected = { ...page.call(LEFT), phase: "connected", connectedAtMs: 5 } as const;
  page.conversation = { ...page.conversation, calls: new Map([[LEFT, connected]]) };
  return page;
}

Deno.test("an offer that goes on with a call takes its place without a ring, and the call's time goes on", () => {
  for (const before of [[], [{ type: "connection-interrupted" }] as const]) {
    const page = inCall();
    for (const event of before) page.step(LEFT, event);
    page.ring("kim", "known", { callId: "back", rejoins: LEFT });
    assertEquals(page.scene, ["back incoming"]);
    assertEquals([page.call("back").isAccepted, page.missed], [true, []]);
    assert(isOccupied(page.conversation), "The devices stay open");
    const kinds = page.effects.map(({ callId, effect }) => `${callId === LEFT ? "left" : callId} ${effect.type}`);
    assert(kinds.includes("left close") && kinds.includes("back open-media"), kinds.join());
    assert(!kinds.includes("left send"), "Nobody is there to hear it");
    const answer = { description: { type: "answer", sdp: createSdp() }, proof: PROOF, name: null } as const;
    page.step("back", { type: "answer-prepared", answer }).step("back", { type: "connection-opened" });
    assertEquals(page.call("back").connectedAtMs, 5);
  }
});

Deno.test("a page that is loaded again before it was back is known by the call that it had, as often as that happens", () => {
  const page = inCall().ring("kim", "known", { callId: "second", rejoins: LEFT });
  for (const callId of ["third", "fourth"]) {
    page.ring("kim", "known", { callId, rejoins: LEFT });
    assertEquals([page.scene, page.missed, page.call(callId).isAccepted], [[`${callId} incoming`], [], true]);
    assertEquals(page.call(callId).rejoined, { callId: LEFT, connectedAtMs: 5, name: "kim" });
  }
  const other = inCall().ring("kim", "known", { callId: "second", rejoins: LEFT });
  assertEquals(other.ring("eve", "known", { callId: "eve", rejoins: LEFT }).missed, ["eve"]);
});

Deno.test("who was a stranger in a call is one in the call that goes on with it, and it is answered at once", () => {
  for (const isStranger of [true, false]) {
    const page = inCall();
    page.conversation = { ...page.conversation, calls: new Map([[LEFT, { ...page.call(LEFT), isStranger }]]) };
    page.ring("kim", "known", { callId: "back", rejoins: LEFT });
    assertEquals([page.call("back").isStranger, page.call("back").isAccepted], [isStranger, true]);
    assert(page.effects.some(({ effect }) => effect.type === "prepare-answer"), "Nobody reaches for Accept");
    page.step("back", { type: "connection-failed" });
    assertEquals(page.scene, ["back incoming"], "It is shown, and not in the quiet line");
  }
});

Deno.test("who goes on with a call keeps the name that it had: nobody has looked at another", () => {
  const page = inCall().ring("kim", "known", { callId: "back", rejoins: LEFT, calls: "Your bank" });
  assertEquals(page.call("back").remoteName, "kim");
});

Deno.test("two that go on with a call at once, both pages loaded again, go on with its time", () => {
  const rejoined = { callId: LEFT, connectedAtMs: -60_000, name: "Kim" };
  const page = new Page();
  const placing = { rejoined, video: false, isStranger: true };
  page.take(placeIn(page.conversation, "own" as CallId, nameId("kim"), placing, 1));
  assert(page.call("own").isStranger, "This page was loaded again");
  const higher = { ...LOCAL, localPeerId: nameId("zoe"), wantsVideo: false };
  const ringing = { caller: "known", isAbsorbed: false, isQuiet: false, strangerRings: 0 } as const;
  page.take(ringIn(page.conversation, offerOf("kim", { callId: "back", rejoins: LEFT }), higher, ringing, 1));
  const { sendsVideo, isStranger } = page.call("back");
  assertEquals([page.call("back").rejoined, sendsVideo, isStranger], [rejoined, false, true]);
});

Deno.test("nobody goes on with a call of somebody else, nor with one that is over", () => {
  const other = inCall().ring("eve", "known", { callId: "eve", rejoins: LEFT });
  assertEquals(other.scene, [`${LEFT} connected`]);
  assertEquals(other.missed, ["eve"], "Busy, as for any caller");
  const page = inCall().step(LEFT, { type: "hung-up" }).ring("kim", "known", { callId: "back", rejoins: OVER });
  const [refusal] = page.effects.map(({ effect }) => effect);
  assert(refusal?.type === "reject-offer" && refusal.reason === "over" && !refusal.isMissed);
  assertEquals(new Page().ring("kim", "known", { callId: "back", rejoins: LEFT }).scene, ["back incoming"]);
});

Deno.test("Who joins a conversation is for the policy to say that it was handed", () => {
  const scenes: Scene[] = [];
  const page = new Page();
  page.conversation = {
    ...EMPTY,
    policy: {
      takenMax: 2,
      isOneHeard: false,
      admit: (caller, scene) => {
        scenes.push(scene);
        return caller === "stranger" ? "busy" : "line";
      },
    },
  };
  assertEquals(page.ring("Eve", "stranger").effects.map(({ effect }) => effect.type), ["reject-offer"]);
  assertEquals(
    page.ring("Kim", "known").scene,
    ["Kim incoming"],
    "Nobody else is there, so who is known comes forward",
  );
  page.step("Kim", { type: "accepted", video: true });
  assertEquals(page.ring("Lee", "known").scene, ["Kim incoming", "Lee waits"]);
  assertEquals(scenes.map(({ occupation }) => occupation), ["free", "free", "engaged"]);
});

Deno.test("Each call has the person's picture or not by what was said of it, and all of them by what is said of the camera", () => {
  const page = new Page();
  page.conversation = { ...EMPTY, policy: oneInFront(3) };
  const seen = () => ["Kim", "Lee", "Eve"].map((name) => page.call(name).sendsVideo);
  page.ring("Kim", "known").step("Kim", { type: "accepted", video: false });
  page.ring("Lee", "known");
  assert(!isSeen(page.conversation), "Who only rings sees nobody");
  page.step("Lee", { type: "accepted", video: true }).ring("Eve", "known");
  assertEquals([seen(), isSeen(page.conversation)], [[false, true, true], true]);
  page.take([sendVideoIn(page.conversation, false), []]);
  assertEquals([seen(), isSeen(page.conversation)], [[false, false, true], false], "Who rings was not asked");
  page.take([sendVideoIn(page.conversation, true), []]);
  assertEquals(seen(), [true, true, true]);
  page.hangUp("Lee", "ended").hangUp("Kim", "ended");
  assert(!isSeen(page.conversation));
});
