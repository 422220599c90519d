/** What comes of offers before there is a call: nothing without a proof, and nothing unbounded with one. */

import { assert, assertEquals } from "@std/assert";
import { type Admission, type Caller, OFFERS_MAX, STRANGER_RINGS_MAX } from "../../../client/admission/admission.ts";
import type { Offer } from "../../../client/call/call.ts";
import { Credit } from "../../../client/bounds/credit.ts";
import { FrontDoor } from "../../../client/admission/front_door.ts";
import { RecentCalls } from "../../../client/kept/recent_calls.ts";
import { tellRejoined } from "../../../client/proof/told_features.ts";
import type { CallId, DeclineReason, PeerId, PeerMessage, SealedMessage, TabId } from "../../../signaling/protocol.ts";

const [LOCAL, KIM] = ["0000-0000-0000-0000-0000" as PeerId, "k7mq-2vhd-9xtr-w4pz-0b5n" as PeerId];

class Scene {
  caller: Caller = "stranger";
  admission: Admission = "front";
  isRight = true;
  isKeyless = false;
  hasWebRtc = true;
  /** What the person has set says to who rings. */
  refusal: DeclineReason | null = null;
  asked = 0;
  nowMs = 0;
  readonly recentCalls = new RecentCalls(() => 0);
  /** The call that another tab has. */
  elsewhere: CallId | null = null;
  readonly credit = new Credit();
  checks = 0;
  unverified = 0;
  untakeable = 0;
  readonly sent: PeerMessage[] = [];
  readonly admitted: SealedMessage[][] = [];
  readonly door = new FrontDoor({
    localTabId: "local" as TabId,
    now: () => this.nowMs,
    callerOf: () => this.caller,
    judge: () => this.admission,
    trust: this,
    refusalOf: () => {
      this.asked++;
      return Promise.resolve(this.refusal);
    },
    hasWebRtc: () => this.hasWebRtc,
    recentCalls: {
      answer: (...all) => this.recentCalls.answer(...all),
      isElsewhere: (callId) => Promise.resolve(callId === this.elsewhere),
    },
    creditOf: () => this.credit,
    send: (message) => void this.sent.push(message),
    openLine: () => {
      const received: SealedMessage[] = [];
      this.admitted.push(received);
      return { receive: (message) => void received.push(message) };
    },
    onUnverified: () => this.unverified++,
    onUntakeable: () => this.untakeable++,
  });

  isProven(): Promise<boolean> {
    this.checks++;
    return Promise.resolve(this.isRight);
  }

  async receive(...messages: PeerMessage[]): Promise<void> {
    for (const message of messages) this.door.receive(message);
    for (let turn = 0; turn < 5; turn++) await Promise.resolve();
  }

  get saidTypes(): string[] {
    return this.sent.map((message) => "reason" in message ? message.reason : message.type);
  }
}

function createOffer(callId = "call", id = KIM): Offer {
  return {
    ...{ type: "video-offer-request", id, clientId: LOCAL, callId: callId as CallId, tabId: "remote" as TabId, seq: 1 },
    ...{ description: { type: "offer", sdp: "" }, audio: true, video: true },
  } as Offer;
}

/** An offer that goes on with a call. */
function createReturn(callId: CallId): Offer {
  const offer = createOffer();
  return { ...offer, description: tellRejoined({ type: "offer", sdp: "m=audio 9\r\n" }, callId) };
}

function createHangUp(callId = "call", id = KIM): PeerMessage {
  const envelope = { id, clientId: LOCAL, callId: callId as CallId, tabId: "remote" as TabId, seq: 2 };
  return { type: "hang-up", reason: "cancelled", ...envelope };
}

function nameId(index: number): PeerId {
  return `0000-0000-0000-0000-${String(index).padStart(4, "0")}` as PeerId;
}

Deno.test("an offer comes through once its proof stands, with what came behind it, in order", async () => {
  const scene = new Scene();
  const [offer, hangUp] = [createOffer(), createHangUp()];
  await scene.receive(offer, hangUp, createHangUp("call", nameId(1)));
  assertEquals(scene.admitted, [[offer, hangUp]]);
  assertEquals([scene.checks, scene.sent, scene.unverified], [1, [], 0]);
});

Deno.test("an offer that goes on with a call is left to the tab that has it, without a ring or a word", async () => {
  const [call, other] = ["0000000000000000000call0", "000000000000000000other0"] as CallId[];
  const scene = new Scene();
  scene.elsewhere = call ?? null;
  if (call === undefined || other === undefined) throw new Error("There are two");
  await scene.receive(createReturn(call), createHangUp());
  assertEquals([scene.checks, scene.admitted, scene.sent], [1, [], []]);
  scene.isRight = false;
  await scene.receive(createReturn(call));
  assertEquals(scene.saidTypes, ["unverified"], "Nobody learns by it which calls there are");
  const next = new Scene();
  next.elsewhere = call;
  await next.receive(createReturn(other));
  assertEquals(next.admitted.length, 1);
});

Deno.test("an offer without its proof is counted and refused, a few times as it comes, and has no call", async () => {
  for (const [isKeyless, reason] of [[false, "unverified"], [true, "unsupported"]] as const) {
    const scene = new Scene();
    scene.isRight = false;
    scene.isKeyless = isKeyless;
    await scene.receive(createOffer());
    assertEquals([scene.saidTypes, scene.unverified, scene.admitted], [[reason], 1, []]);
    await scene.receive(createHangUp());
    assertEquals(scene.sent.at(-1), {
      ...{ type: "ack", id: LOCAL, clientId: KIM, callId: "call" as CallId, tabId: "local" as TabId },
      ...{ ackedTabId: "remote" as TabId, ack: 2 },
    });
    for (let index = 0; index < 1_000; index++) await scene.receive(createOffer());
    assertEquals([scene.saidTypes.length, scene.unverified, scene.checks], [4, 1, isKeyless ? 0 : 1]);
  }
});

Deno.test("without WebRTC an offer is refused as unsupported once its proof stands, and is a missed call", async () => {
  const scene = new Scene();
  scene.hasWebRtc = false;
  for (let count = 0; count < 10; count++) await scene.receive(createOffer());
  assertEquals([scene.saidTypes, scene.admitted], [Array(4).fill("unsupported"), []]);
  assertEquals([scene.checks, scene.untakeable, scene.unverified], [1, 1, 0]);
  scene.isRight = false;
  await scene.receive(createOffer("forged"));
  assertEquals([scene.saidTypes.at(-1), scene.untakeable, scene.unverified], ["unsupported", 1, 1]);
  scene.caller = "blocked";
  await scene.receive(createOffer("blocked"));
  assertEquals([scene.saidTypes.length, scene.checks], [5, 2], "Somebody blocked hears nothing");
});

Deno.test("a proof that cannot be checked does not stand", async () => {
  const scene = new Scene();
  const door = new FrontDoor({
    ...{ localTabId: "local" as TabId, now: () => 0, callerOf: () => "known", judge: () => "front" },
    ...{
      hasWebRtc: () => true,
      onUntakeable: () => {},
      trust: { isKeyless: false, isProven: () => Promise.reject(new Error("no crypto")) },
      refusalOf: () => Promise.resolve(null),
    },
    ...{ recentCalls: { answer: () => null, isElsewhere: () => Promise.resolve(false) }, creditOf: () => scene.credit },
    send: (message) => void scene.sent.push(message),
    openLine: () => {
      scene.admitted.push([]);
      return null;
    },
    onUnverified: () => scene.unverified++,
  });
  door.receive(createOffer());
  while (scene.unverified === 0) await Promise.resolve();
  assertEquals([scene.saidTypes, scene.admitted], [["unverified"], []]);
});

Deno.test("of somebody blocked, and of one too many, there is no check, no word and no call", async () => {
  const scene = new Scene();
  scene.caller = "blocked";
  await scene.receive(createOffer("a"), createHangUp("a"));
  scene.caller = "stranger";
  scene.admission = "drop";
  await scene.receive(createOffer("b"), createHangUp("b"));
  assertEquals([scene.checks, scene.sent, scene.admitted, scene.unverified], [0, [], [], 0]);
  scene.admission = "front";
  await scene.receive(createOffer("b"));
  assertEquals(scene.admitted.length, 1, "The repeat of an honest page comes in once there is room");
});

Deno.test("whoever was refused and is blocked since hears no more of it", async () => {
  const scene = new Scene();
  scene.isRight = false;
  await scene.receive(createOffer());
  assertEquals(scene.saidTypes, ["unverified"]);
  scene.caller = "blocked";
  await scene.receive(createOffer(), createHangUp());
  assertEquals(scene.saidTypes, ["unverified"]);
});

Deno.test("a ring that comes to the front by itself counts again, among the strangers' of the minute", async () => {
  const scene = new Scene();
  await scene.receive(createOffer());
  scene.nowMs = 40_000;
  scene.door.noteForward();
  assertEquals(scene.door.strangerRings, 2);
  scene.nowMs = 60_000;
  assertEquals(scene.door.strangerRings, 1);
});

Deno.test("a minute of 500 strangers costs bounded checks and words, and keeps nobody known away", async () => {
  for (const isProven of [false, true]) {
    const scene = new Scene();
    let known = 0;
    for (let index = 0; index < 30_000; index++) {
      scene.nowMs = index * 2;
      [scene.caller, scene.isRight] = ["stranger", isProven];
      await scene.receive(createOffer(`call-${index}`, nameId(index % 500)));
      if (index % 6_000 > 0) continue;
      [scene.caller, scene.isRight] = ["known", true];
      await scene.receive(createOffer(`known-${index}`));
      known++;
      assertEquals(scene.admitted.at(-1)?.[0]?.id, KIM, `At ${scene.nowMs} ms somebody known did not come through`);
    }
    assert(scene.checks <= 400, `${scene.checks} checks`);
    assert(scene.sent.length <= 400, `${scene.sent.length} words`);
    assert(scene.admitted.length - known <= (isProven ? STRANGER_RINGS_MAX : 0), `${scene.admitted.length} rings`);
  }
});

Deno.test("one ID that is known has its own bound too", async () => {
  const scene = new Scene();
  scene.caller = "known";
  for (let index = 0; index < 100; index++) {
    scene.nowMs = index * 500;
    await scene.receive(createOffer(`call-${index}`));
  }
  assertEquals(scene.checks, OFFERS_MAX.known);
});

Deno.test("only a first offer knocks: all else of a call that there is not is nobody's", async () => {
  const scene = new Scene();
  await scene.receive(createHangUp(), { ...createOffer(), seq: 2 });
  assertEquals([scene.checks, scene.sent], [0, []]);
});

Deno.test("who asks after a call is told that it is not here if this browser had it, at their expense, and nobody else", async () => {
  localStorage.clear();
  const scene = new Scene();
  const envelope = { clientId: LOCAL, callId: "call" as CallId, tabId: "remote" as TabId };
  const query: PeerMessage = { type: "call-query", id: KIM, ...envelope, askedTabId: "before" as TabId };
  scene.door.receiveQuery(query);
  assertEquals(scene.sent, [], "Whoever hears an answer knows that somebody is here");
  scene.recentCalls.note("call" as CallId, KIM);
  scene.door.receiveQuery({ ...query, id: nameId(1) });
  assertEquals(scene.sent, []);
  scene.door.receiveQuery(query);
  assertEquals(scene.sent, [{
    ...{ type: "no-call", id: LOCAL, clientId: KIM },
    callId: "call" as CallId,
    tabId: "local" as TabId,
  }]);
  scene.caller = "blocked";
  scene.door.receiveQuery(query);
  assertEquals(scene.sent.length, 1);
  scene.caller = "known";
  while (scene.credit.take(1, 1));
  const tiny = { ...query, tabId: "r" as TabId, askedTabId: "b" as TabId };
  for (let count = 0; count < 100; count++) scene.door.receiveQuery(tiny);
  assert(scene.sent.length <= 101, "No more answers than questions");
  localStorage.clear();
  await scene.receive(query);
});

Deno.test("whoever the person lets not ring hears why, a few times for each call, and gets no line", async () => {
  const scene = new Scene();
  scene.refusal = "contacts-only";
  for (let round = 0; round < 6; round++) await scene.receive(createOffer());
  await scene.receive(createHangUp());
  assertEquals(scene.saidTypes, Array(4).fill("contacts-only"));
  assertEquals([scene.admitted.length, scene.checks, scene.asked], [0, 1, 1], "What was refused is not judged again");
  assertEquals(scene.untakeable, 0, "A stranger leaves no trace");
  assertEquals(scene.door.strangerRings, 0);
  scene.caller = "known";
  await scene.receive(createOffer("another"));
  assertEquals([scene.saidTypes.length, scene.untakeable], [5, 1], "Somebody known has called");
});

Deno.test("who may ring is asked of nobody whose proof does not stand, or who is blocked", async () => {
  const scene = new Scene();
  scene.refusal = "contacts-only";
  scene.isRight = false;
  await scene.receive(createOffer());
  assertEquals([scene.saidTypes, scene.asked], [["unverified"], 0]);
  scene.isRight = true;
  scene.caller = "blocked";
  await scene.receive(createOffer("blocked"));
  assertEquals([scene.saidTypes.length, scene.asked], [1, 0]);
});
