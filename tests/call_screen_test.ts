/** Who has the screen when several ring, of people known and strangers; and what is left of a ring that is over. */

import { assert, assertEquals } from "@std/assert";
import type { Admission, Caller } from "../client/admission.ts";
import type { Call, CallEvent, Offer } from "../client/call.ts";
import {
  blockInSet,
  type CallSet,
  type CallSetEffect,
  type CallSetStep,
  isOccupied,
  judgeOffer,
  placeInSet,
  placeRingInSet,
  ringInSet,
  stepInSet,
} from "../client/call_set.ts";
import type { CallId, PeerId, TabId } from "../signaling/protocol.ts";
import { createSdp } from "./doubles/description.ts";

const LOCAL = { localPeerId: "0000-0000-0000-0000-0000" as PeerId, wantsVideo: true };
const EMPTY: CallSet = { localTabId: "local" as TabId, calls: new Map() };
const PROOF = { publicKey: "key", signature: "signature" };

function nameId(name: string): PeerId {
  return `${name.padEnd(4, "0").slice(0, 4)}-1111-1111-1111-1111` as PeerId;
}

/** A page with all effects so far. */
class Page {
  set = EMPTY;
  effects: CallSetEffect[] = [];

  take([set, effects]: CallSetStep): this {
    this.set = set;
    this.effects = [...effects];
    return this;
  }

  ring(name: string, caller: Caller, options: { isAbsorbed?: boolean; rings?: number; callId?: string } = {}): this {
    const offer = {
      ...{ type: "video-offer-request", id: nameId(name), clientId: LOCAL.localPeerId, name },
      ...{ callId: (options.callId ?? name) as CallId, tabId: `tab of ${name}` as TabId, seq: 1, proof: PROOF },
      ...{ description: { type: "offer", sdp: createSdp() }, audio: true, video: true },
    } as Offer;
    const ringing = { caller, isAbsorbed: options.isAbsorbed ?? false, strangerRings: options.rings ?? 0 };
    return this.take(ringInSet(this.set, offer, LOCAL, ringing, 1));
  }

  dial(name: string): this {
    return this.take(placeInSet(this.set, `to ${name}` as CallId, nameId(name), {}, 1));
  }

  step(callId: string, event: CallEvent): this {
    return this.take(stepInSet(this.set, callId as CallId, event, 1));
  }

  hangUp(callId: string, reason: "cancelled" | "ended" = "cancelled"): this {
    const call = this.call(callId);
    const envelope = { id: call.remotePeerId, clientId: LOCAL.localPeerId, callId: call.callId, seq: 2 };
    const tabId = call.remoteTabId ?? "" as TabId;
    return this.step(callId, { type: "message-received", message: { ...envelope, tabId, type: "hang-up", reason } });
  }

  call(callId: string): Call {
    const call = this.set.calls.get(callId as CallId);
    if (call === undefined) throw new Error(`No call ${callId}`);
    return call;
  }

  /** Each call with where it stands. */
  get scene(): string[] {
    return [...this.set.calls.values()].map((call) => `${call.callId} ${call.isWaiting ? "waits" : call.phase}`);
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
  assertEquals(page.set.calls.size, 1, "All others are told");
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
  const failed = new Page().ring("Eve", "stranger").step("Eve", { type: "preparation-failed" });
  assertEquals([failed.scene, failed.missed], [[], []]);
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
  for (const name of ["Eve", "Mallory", "Trudy", "Oscar"]) page.ring(name, "stranger", { rings: page.set.calls.size });
  page.ring("Craig", "stranger", { rings: 4 });
  assertEquals(page.scene, ["Eve incoming", "Mallory waits", "Trudy waits", "Oscar waits"], "One too many is dropped");
  assertEquals([page.effects, isOccupied(page.set)], [[], false]);
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
    assertEquals(page.set.calls.size, 1);
    assertEquals(page.call("Kim").acceptance, { video: true });
    assertEquals([page.call("Kim").isWaiting, isOccupied(page.set)], [false, true]);
  }
});

Deno.test("whoever waits can be brought to the front and put back; accepting takes back the call that was placed", () => {
  const page = new Page().dial("Kim").ring("Eve", "stranger");
  page.set = placeRingInSet(page.set, "Eve" as CallId, "front");
  assertEquals(page.scene, ["to Kim outgoing", "Eve incoming"]);
  page.set = placeRingInSet(page.set, "Eve" as CallId, "line");
  assertEquals(page.scene, ["to Kim outgoing", "Eve waits"]);
  page.step("Eve", { type: "accepted", video: true });
  assertEquals(page.scene, ["Eve incoming"]);
  assert(page.said.includes("cancelled"));
  page.set = placeRingInSet(page.set, "Eve" as CallId, "line");
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
  page.take(blockInSet(page.set, (peerId) => peerId === nameId("Eve"), 1));
  assertEquals([page.scene, page.said, page.missed], [["Kim incoming"], [], []]);
  assert(page.effects.some(({ effect }) => effect.type === "close"));
  page.step("Kim", { type: "accepted", video: true });
  page.take(blockInSet(page.set, () => true, 1));
  assertEquals(page.scene, ["Kim incoming"]);
});

Deno.test("judgeOffer() takes an offer that crosses ours, or of somebody whose connection is lost, whoever it is", () => {
  const judge = (page: Page, name: string, caller: Caller): Admission =>
    judgeOffer(page.set, { id: nameId(name) }, { caller, isAbsorbed: true, strangerRings: 30 });
  const dialling = new Page().dial("Kim");
  assertEquals([judge(dialling, "Kim", "blocked"), judge(dialling, "Eve", "blocked")], ["front", "drop"]);
  const lost = new Page().ring("Kim", "stranger").step("Kim", { type: "accepted", video: true });
  lost.set = { ...lost.set, calls: new Map([["Kim" as CallId, { ...lost.call("Kim"), phase: "reconnecting" }]]) };
  assertEquals(judge(lost, "Kim", "stranger"), "front");
  lost.ring("Kim", "stranger", { callId: "again" });
  assertEquals(lost.scene, ["again incoming"]);
  assertEquals(judge(new Page().dial("Kim"), "Eve", "stranger"), "line");
});
