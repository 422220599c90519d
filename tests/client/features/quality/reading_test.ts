/** What is read of statistics as browsers give them, and what happened between two readings. */

import { assertEquals } from "@std/assert";
import { compareReadings, readQuality } from "../../../../client/features/quality/reading.ts";

const LOCAL = { id: "l", type: "local-candidate", candidateType: "srflx", protocol: "udp" };
const REMOTE = { id: "r", type: "remote-candidate", candidateType: "relay", protocol: "udp" };
const PAIR = {
  ...{ id: "p", type: "candidate-pair", localCandidateId: "l", remoteCandidateId: "r" },
  ...{ availableOutgoingBitrate: 500_000, currentRoundTripTime: 0.08 },
};
const TRANSPORT = { id: "t", type: "transport", selectedCandidatePairId: "p", srtpCipher: "AES_CM_128_HMAC_SHA1_80" };
const SOUND = {
  ...{ type: "inbound-rtp", kind: "audio", codecId: "o", packetsReceived: 500, totalSamplesReceived: 480_000 },
  ...{ concealedSamples: 9_600, silentConcealedSamples: 4_800, bytesReceived: 20_000 },
  ...{ jitterBufferDelay: 28_800, jitterBufferEmittedCount: 480_000 },
};
const PICTURE = {
  ...{ type: "inbound-rtp", kind: "video", codecId: "v", frameWidth: 640, frameHeight: 360, framesPerSecond: 29.7 },
  ...{ totalFreezesDuration: 1.5, bytesReceived: 80_000 },
};
const SENT = {
  ...{ type: "outbound-rtp", kind: "video", codecId: "v", frameWidth: 320, frameHeight: 180, framesPerSecond: 10 },
  ...{ qualityLimitationReason: "cpu", bytesSent: 30_000 },
};
const CODECS = [{ id: "o", type: "codec", mimeType: "audio/red" }, { id: "v", type: "codec", mimeType: "video/VP8" }];
const ALL = [LOCAL, REMOTE, PAIR, TRANSPORT, SOUND, PICTURE, SENT, ...CODECS];

Deno.test("readQuality() reads sound, pictures, path, codecs and cipher of a connection", () => {
  assertEquals(readQuality(ALL, 7), {
    ...{ atMs: 7, packets: 500, samples: 480_000, madeUp: 4_800, waitedSeconds: 28_800, waited: 480_000 },
    ...{ frozenSeconds: 1.5, receivedBytes: 100_000, sentBytes: 30_000, roundTripMs: 80 },
    received: { width: 640, height: 360, framesPerSecond: 30 },
    sent: { width: 320, height: 180, framesPerSecond: 10 },
    ...{ available: 500_000, isBusy: true },
    path: { kind: "relayed", protocol: "udp" },
    ...{ codecs: ["red", "VP8"], cipher: "AES_CM_128_HMAC_SHA1_80" },
  });
});

Deno.test("readQuality() says of a connection that has nothing yet that there is nothing", () => {
  const { path, received, sent, roundTripMs, available, cipher, codecs } = readQuality([], 0);
  assertEquals([path, received, sent, roundTripMs, available, cipher, codecs], [
    null,
    null,
    null,
    null,
    null,
    null,
    [],
  ]);
});

Deno.test("readQuality() takes the sound and the picture that come, of several, and what the path takes only while one goes", () => {
  const silent = { ...SOUND, packetsReceived: 0, concealedSamples: 480_000 };
  const still = { ...PICTURE, frameWidth: 1_920, framesPerSecond: undefined };
  const reading = readQuality([silent, still, ...ALL.filter((each) => each !== SENT)], 0);
  assertEquals([reading.madeUp, reading.received?.width, reading.available], [4_800, 640, null]);
});

Deno.test("readQuality() takes the round trip of reports where the pair has none, and the pair that is selected (Firefox)", () => {
  const pair = { ...PAIR, selected: true, currentRoundTripTime: undefined };
  const report = { id: "x", type: "remote-inbound-rtp", kind: "audio", roundTripTime: 0.09, timestamp: 5 };
  const reading = readQuality([LOCAL, REMOTE, { ...PAIR, id: "other" }, pair, report], 0);
  assertEquals([reading.roundTripMs, reading.path?.kind], [90, "relayed"]);
});

Deno.test("compareReadings() gives shares and rates of what came between", () => {
  const before = readQuality(ALL, 1_000);
  const after = {
    ...before,
    ...{ atMs: 3_000, packets: 600, samples: 576_000, madeUp: 14_400, waitedSeconds: 38_400, waited: 576_000 },
    ...{ receivedBytes: 350_000, sentBytes: 155_000 },
  };
  assertEquals(compareReadings(before, after), {
    ...{ lost: 0.1, bufferMs: 100, receivedRate: 1_000_000, sentRate: 500_000 },
  });
});

Deno.test("compareReadings() tells no loss of silence, nor of counters that began anew", () => {
  const before = readQuality(ALL, 0);
  assertEquals(compareReadings(before, { ...before, samples: 600_000, madeUp: 100_000 }).lost, null);
  const anew = readQuality([], 1_000);
  assertEquals(compareReadings(before, anew), { lost: null, bufferMs: 0, receivedRate: 0, sentRate: 0 });
});
