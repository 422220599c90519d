/** What comes of offers before there is a call: nothing without a proof, and nothing unbounded with one. */

import { assert, assertEquals } from "@std/assert";
import { type Admission, type Caller, OFFERS_MAX, STRANGER_RINGS_MAX } from "../client/admission.ts";
import type { Offer } from "../client/call.ts";
import { FrontDoor } from "../client/front_door.ts";
import type { CallId, PeerId, PeerMessage, TabId } from "../signaling/protocol.ts";

const [LOCAL, KIM] = ["0000-0000-0000-0000-0000" as PeerId, "k7mq-2vhd-9xtr-w4pz-0b5n" as PeerId];

class Scene {
  caller: Caller = "stranger";
  admission: Admission = "front";
  isProven = true;
  isKeyless = false;
  nowMs = 0;
  checks = 0;
  unverified = 0;
  readonly sent: PeerMessage[] = [];
  readonly admitted: PeerMessage[][] = [];
  readonly door = new FrontDoor({
    localTabId: "local" as TabId,
    now: () => this.nowMs,
    callerOf: () => this.caller,
    judge: () => this.admission,
    verify: () => {
      this.checks++;
      return Promise.resolve(this.isProven);
    },
    isKeyless: () => this.isKeyless,
    send: (message) => void this.sent.push(message),
    admit: (offer, later) => void this.admitted.push([offer, ...later]),
    onUnverified: () => this.unverified++,
  });

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

Deno.test("an offer without its proof is counted and refused, a few times as it comes, and has no call", async () => {
  for (const [isKeyless, reason] of [[false, "unverified"], [true, "unsupported"]] as const) {
    const scene = new Scene();
    scene.isProven = false;
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

Deno.test("a proof that cannot be checked does not stand", async () => {
  const scene = new Scene();
  const door = new FrontDoor({
    ...{ localTabId: "local" as TabId, now: () => 0, callerOf: () => "known", judge: () => "front" },
    ...{ isKeyless: () => false, verify: () => Promise.reject(new Error("no crypto")) },
    send: (message) => void scene.sent.push(message),
    admit: () => void scene.admitted.push([]),
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

Deno.test("a minute of 500 strangers costs bounded checks and words, and keeps nobody known away", async () => {
  for (const isProven of [false, true]) {
    const scene = new Scene();
    let known = 0;
    for (let index = 0; index < 30_000; index++) {
      scene.nowMs = index * 2;
      [scene.caller, scene.isProven] = ["stranger", isProven];
      await scene.receive(createOffer(`call ${index}`, nameId(index % 500)));
      if (index % 6_000 > 0) continue;
      [scene.caller, scene.isProven] = ["known", true];
      await scene.receive(createOffer(`known ${index}`));
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
    await scene.receive(createOffer(`call ${index}`));
  }
  assertEquals(scene.checks, OFFERS_MAX.known);
});

Deno.test("only a first offer knocks: all else of a call that there is not is nobody's", async () => {
  const scene = new Scene();
  await scene.receive(createHangUp(), { ...createOffer(), seq: 2 });
  assertEquals([scene.checks, scene.sent], [0, []]);
});
