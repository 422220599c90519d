/** Who rings while the person is not to be disturbed: in the quiet line, and like anybody whom nobody answers. */

import { assertEquals } from "@std/assert";
import { type Caller, oneInFront } from "../../../client/admission/admission.ts";
import type { CallEvent, Offer } from "../../../client/call/call.ts";
import type { Conversation, ConversationStep } from "../../../client/conversation/call_screen.ts";
import { placeIn, placeRingIn, quietIn, ringIn, stepIn } from "../../../client/conversation/conversation.ts";
import type { CallId, PeerId, TabId } from "../../../signaling/protocol.ts";
import { createSdp } from "../../doubles/description.ts";

const LOCAL = { localPeerId: "0000-0000-0000-0000-0000" as PeerId, wantsVideo: true, isOver: () => false };

function nameId(name: string): PeerId {
  return `${name.toLowerCase().padEnd(4, "0").slice(0, 4)}-1111-1111-1111-1111` as PeerId;
}

class Page {
  conversation: Conversation = { localTabId: "local" as TabId, policy: oneInFront(3), calls: new Map() };
  /** What this end has said, and whose calls it has missed, in the last step. */
  said: string[] = [];
  missed: string[] = [];

  take([conversation, effects]: ConversationStep): this {
    this.conversation = conversation;
    this.said = effects.flatMap(({ effect }) =>
      effect.type === "send" ? ["reason" in effect.message ? effect.message.reason : effect.message.type] : []
    );
    this.missed = effects.filter(({ effect }) => effect.type === "report-missed").map(({ callId }) => callId);
    return this;
  }

  ring(name: string, caller: Caller, isQuiet = true): this {
    const offer = {
      ...{ type: "video-offer-request", id: nameId(name), clientId: LOCAL.localPeerId, name },
      ...{ callId: name as CallId, tabId: `tab of ${name}` as TabId, seq: 1, audio: true, video: true },
      ...{ proof: { publicKey: "key", signature: "signature" }, description: { type: "offer", sdp: createSdp() } },
    } as Offer;
    return this.take(
      ringIn(this.conversation, offer, LOCAL, { caller, isAbsorbed: false, isQuiet, strangerRings: 0 }, 1),
    );
  }

  step(callId: string, event: CallEvent): this {
    return this.take(stepIn(this.conversation, callId as CallId, event, 1));
  }

  get scene(): string[] {
    return [...this.conversation.calls.values()].map(({ callId, phase, isWaiting, isQuiet }) =>
      [callId, ...isWaiting ? ["waits"] : [phase], ...isQuiet ? ["quietly"] : []].join(" ")
    );
  }
}

Deno.test("whoever rings waits quietly, and hears what all hear whom nobody answers", () => {
  for (const caller of ["known", "stranger"] as const) {
    const [quiet, usual] = [new Page().ring("Kim", caller), new Page().ring("Kim", caller, false)];
    assertEquals([quiet.scene, usual.scene], [["Kim waits quietly"], ["Kim incoming"]]);
    assertEquals(quiet.said, usual.said, "It rings for them");
    for (const page of [quiet, usual]) page.step("Kim", { type: "timer-fired", timer: "ring" });
    assertEquals(quiet.said, usual.said, "And nobody answers");
    assertEquals([quiet.missed, quiet.scene], [["Kim"], []], "A missed call, and no screen for it");
  }
});

Deno.test("nobody comes to the front by themselves, and the person may bring them there", () => {
  const page = new Page().ring("Kim", "known").ring("Eve", "stranger").ring("Lee", "known");
  assertEquals(page.scene, ["Kim waits quietly", "Eve waits quietly", "Lee waits quietly"]);
  page.step("Kim", { type: "timer-fired", timer: "ring" });
  assertEquals(page.scene, ["Eve waits quietly", "Lee waits quietly"]);
  page.take([placeRingIn(page.conversation, "Lee" as CallId, "front"), []]);
  assertEquals(page.scene, ["Eve waits quietly", "Lee incoming quietly"], "Without a sound, as long as it lasts");
});

Deno.test("a call that rings goes on quietly when it begins, and rings again when it ends", () => {
  const page = new Page().ring("Kim", "known", false).ring("Eve", "stranger", false);
  assertEquals(page.scene, ["Kim incoming", "Eve waits"]);
  page.take(quietIn(page.conversation, () => true, 1));
  assertEquals([page.scene, page.said, page.missed], [["Kim waits quietly", "Eve waits quietly"], [], []]);
  page.take(quietIn(page.conversation, () => false, 1));
  assertEquals(page.scene, ["Kim incoming", "Eve waits"]);
});

Deno.test("it may be quiet for one caller, and ring for another", () => {
  const page = new Page().ring("Kim", "known", false).ring("Eve", "known", false);
  page.take(quietIn(page.conversation, (callerId) => callerId === nameId("Kim"), 1));
  assertEquals(page.scene, ["Kim waits quietly", "Eve incoming"]);
});

Deno.test("the person's own calls are as ever, and so is who is called back in them", () => {
  const page = new Page();
  page.take(placeIn(page.conversation, "own" as CallId, nameId("Kim"), {}, 1));
  page.take(quietIn(page.conversation, () => true, 1));
  assertEquals(page.scene, ["own outgoing"]);
  page.ring("Kim", "known");
  assertEquals(page.scene.some((call) => call.includes("waits")), false, "They call each other");
});
