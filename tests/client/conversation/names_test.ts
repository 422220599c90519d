/** Whatever other ends call themselves, calls and missed calls hold names that are fit to be shown. */

import { assertEquals } from "@std/assert";
import FakeTimers from "@sinonjs/fake-timers";
import { oneInFront } from "../../../client/admission/admission.ts";
import { type Call, createCall, type Offer } from "../../../client/call/call.ts";
import { ringIn } from "../../../client/conversation/conversation.ts";
import { type CallId, createRandomPeerId, type TabId } from "../../../signaling/protocol.ts";
import { createSdp } from "../../doubles/description.ts";
import { FakeNetwork } from "../../doubles/fake_peer_connection.ts";
import { RelayedPair } from "../../doubles/relayed_pair.ts";
import { createTestIdentity } from "../../doubles/test_identity.ts";

const HOSTILE = "\u202eKim \u{1F6E1}\u200b\u0300\u0301\u0302\u0303";
const CLEAN = "Kim \u0300\u0301";

function namesTest(name: string, run: (pair: RelayedPair) => Promise<void>): void {
  Deno.test(name, async () => {
    const restore = new FakeNetwork().install();
    const clock = FakeTimers.install({ toFake: ["setTimeout", "clearTimeout", "setInterval", "clearInterval"] });
    try {
      const identities = { caller: await createTestIdentity(), callee: await createTestIdentity() };
      const pair = new RelayedPair(identities, (message) => [message]);
      pair.caller.name = pair.callee.name = HOSTILE;
      await run(pair);
    } finally {
      clock.uninstall();
      restore();
    }
  });
}

namesTest("Both ends of a call see each other's names cleaned, under a proof of what was sent", async (pair) => {
  await pair.play();
  const [caller, callee] = [pair.caller.view, pair.callee.view];
  assertEquals([caller?.remoteName, callee?.remoteName], [CLEAN, CLEAN]);
  assertEquals([pair.caller.unverifiedCount, pair.callee.unverifiedCount], [0, 0]);
});

namesTest("A call that cannot be taken is missed under a cleaned name", async (pair) => {
  pair.callee.hasWebRtc = false;
  await pair.play();
  assertEquals(pair.callee.missed, [CLEAN]);
});

Deno.test("Whoever calls while the person is in a call is missed under a cleaned name", () => {
  const [localPeerId, one, other] = [createRandomPeerId(), createRandomPeerId(), createRandomPeerId()];
  const localTabId = "tab" as TabId;
  const talking: Call = {
    ...createCall({ callId: "one" as CallId, localTabId, remotePeerId: one, isOutgoing: false }),
    phase: "connected",
  };
  const set = { localTabId, policy: oneInFront(1), calls: new Map([[talking.callId, talking]]) };
  const offer: Offer = {
    ...{ type: "video-offer-request", id: other, clientId: localPeerId, callId: "other" as CallId, seq: 1 },
    ...{ tabId: "other tab" as TabId, description: { type: "offer", sdp: createSdp() }, audio: true, video: true },
    ...{ name: HOSTILE },
  };
  const ringing = { caller: "known", isAbsorbed: false, isQuiet: false, strangerRings: 0 } as const;
  const [, effects] = ringIn(set, offer, { localPeerId, wantsVideo: true, isOver: () => false }, ringing, 1);
  assertEquals(effects.map(({ effect }) => effect.type === "reject-offer" && effect.name), [CLEAN]);
});
