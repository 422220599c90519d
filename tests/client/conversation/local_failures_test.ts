/**
 * What fails in one browser is told as that browser's at both ends, wherever it fails on the way to a call; and a page
 * that has lost its own line says nothing of the other end.
 */

import { assert, assertEquals } from "@std/assert";
import FakeTimers from "@sinonjs/fake-timers";
import { RING_TIMEOUT_MS } from "../../../signaling/protocol.ts";
import { FakeNetwork, FakePeerConnection } from "../../doubles/fake_peer_connection.ts";
import { RelayedPair, takeTurn } from "../../doubles/relayed_pair.ts";
import { createTestIdentity, type TestIdentity } from "../../doubles/test_identity.ts";

type Scene = { readonly identities: { caller: TestIdentity; callee: TestIdentity }; readonly clock: FakeTimers.Clock };

function failureTest(name: string, run: (scene: Scene) => Promise<void>): void {
  Deno.test(name, async () => {
    const restore = new FakeNetwork().install();
    const clock = FakeTimers.install({ toFake: ["setTimeout", "clearTimeout", "setInterval", "clearInterval"] });
    const prototype = Object.getOwnPropertyDescriptors(FakePeerConnection.prototype);
    try {
      await run({ identities: { caller: await createTestIdentity(), callee: await createTestIdentity() }, clock });
    } finally {
      Object.defineProperties(FakePeerConnection.prototype, prototype);
      clock.uninstall();
      restore();
    }
  });
}

function refuse(): never {
  throw new DOMException("WebRTC is blocked", "NotSupportedError");
}

/** Takes WebRTC away: `missing` as a setting does, `throwing` as some extensions and policies do. */
function takeWebRtc(how: "missing" | "throwing"): void {
  if (how === "missing") return void Reflect.deleteProperty(globalThis, "RTCPeerConnection");
  const { RTCPeerConnection } = globalThis;
  const Blocked = Object.assign(function () {
    refuse();
  }, { generateCertificate: () => RTCPeerConnection.generateCertificate("ECDSA" as never) });
  Object.defineProperty(globalThis, "RTCPeerConnection", { configurable: true, value: Blocked });
}

function breakMethod(name: "setRemoteDescription" | "createOffer", type: "offer" | "answer"): void {
  const before = FakePeerConnection.prototype[name] as (description?: RTCSessionDescriptionInit) => unknown;
  const broken = function (this: unknown, description?: RTCSessionDescriptionInit) {
    return description === undefined || description.type === type
      ? Promise.reject(new Error())
      : before.call(this, description);
  };
  Object.defineProperty(FakePeerConnection.prototype, name, { configurable: true, writable: true, value: broken });
}

function endsOf({ caller, callee }: RelayedPair): unknown[] {
  return [caller.view?.endReason, callee.view?.endReason];
}

for (const how of ["missing", "throwing"] as const) {
  failureTest(`a caller whose WebRTC is ${how} hears so, and nobody else hears of the call`, async ({ identities }) => {
    const pair = new RelayedPair(identities, (message) => [message]);
    takeWebRtc(how);
    await pair.play();
    assertEquals(endsOf(pair), ["no-webrtc", undefined]);
    assert(!pair.caller.hasWebRtc, "the page is told");
  });

  failureTest(
    `a callee whose WebRTC turns out to be ${how} is told so, the caller that it takes none`,
    async (scene) => {
      const pair = new RelayedPair(scene.identities, (message) => {
        if (message.type === "video-offer-request") takeWebRtc(how);
        return [message];
      });
      await pair.play();
      assertEquals(endsOf(pair), ["unsupported", "no-webrtc"]);
      assertEquals([pair.caller.hasWebRtc, pair.callee.hasWebRtc], [true, false], "the page is told");
      assertEquals(pair.callee.missed.length, 1);
    },
  );
}

failureTest("a page that knows it has no WebRTC refuses what comes, and keeps it as missed", async ({ identities }) => {
  const pair = new RelayedPair(identities, (message) => [message]);
  pair.callee.hasWebRtc = false;
  await pair.play();
  assertEquals(endsOf(pair), ["unsupported", undefined]);
  assertEquals([pair.callee.missed.length, pair.callee.unverifiedCount], [1, 0]);
});

failureTest(
  "a browser that makes no certificate, or no offer, is not told as the other end's",
  async ({ identities }) => {
    const generate = { value: () => Promise.reject(new Error("No certificate")), configurable: true };
    const before = Object.getOwnPropertyDescriptor(RTCPeerConnection, "generateCertificate");
    Object.defineProperty(RTCPeerConnection, "generateCertificate", generate);
    const first = new RelayedPair(identities, (message) => [message]);
    await first.play();
    assertEquals(endsOf(first), ["unprepared", undefined]);

    // And at the callee, once the offer is on its way.
    Object.defineProperty(RTCPeerConnection, "generateCertificate", before ?? {});
    const second = new RelayedPair(identities, (message) => {
      Object.defineProperty(RTCPeerConnection, "generateCertificate", generate);
      return [message];
    });
    await second.play();
    assertEquals(endsOf(second), ["unsupported", "unprepared"]);

    Object.defineProperty(RTCPeerConnection, "generateCertificate", before ?? {});
    breakMethod("createOffer", "offer");
    const third = new RelayedPair(identities, (message) => [message]);
    await third.play();
    assertEquals(endsOf(third), ["unprepared", undefined]);
  },
);

for (const type of ["offer", "answer"] as const) {
  failureTest(`a browser that cannot use the other end's ${type} blames neither`, async ({ identities }) => {
    breakMethod("setRemoteDescription", type);
    const pair = new RelayedPair(identities, (message) => [message]);
    await pair.play();
    assertEquals(endsOf(pair), ["incompatible", "incompatible"]);
  });
}

failureTest("a page without a line to the server does not say that nobody is there", async ({ identities, clock }) => {
  const pair = new RelayedPair(identities, () => []);
  pair.caller.isRegistered = false;
  await pair.play();
  clock.tick(RING_TIMEOUT_MS);
  assertEquals(pair.caller.view?.endReason, "offline");

  const heard = new RelayedPair(identities, () => []);
  await heard.play();
  clock.tick(RING_TIMEOUT_MS);
  assertEquals(
    heard.caller.view?.endReason,
    "unavailable",
    "With a line to the server, it is the other end that is away",
  );
});

failureTest("a page without a line to the server does not say that the other end has gone", async (scene) => {
  for (const isRegistered of [false, true]) {
    let isCut = false;
    const { identities, clock } = scene;
    const pair = new RelayedPair(identities, (message) => isCut ? [] : [message], () => clock.now);
    await pair.play();
    assertEquals(pair.caller.view?.phase, "connected");
    isCut = true;
    pair.caller.isRegistered = isRegistered;
    for (let ms = 0; ms < 15_000; ms += 100) {
      clock.tick(100);
      await takeTurn();
    }
    assertEquals([pair.caller.view?.phase, pair.caller.view?.isRemoteAway], ["reconnecting", isRegistered]);
  }
});
