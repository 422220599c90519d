/** What is read of statistics as browsers give them. */

import { assertEquals } from "@std/assert";
import { readSending } from "../../../client/sending/sending_stats.ts";

const PAIR = { id: "p", type: "candidate-pair", availableOutgoingBitrate: 500_000, currentRoundTripTime: 0.08 };
const TRANSPORT = { id: "t", type: "transport", selectedCandidatePairId: "p" };
const SOUND = { type: "remote-inbound-rtp", kind: "audio", fractionLost: 0.1, timestamp: 5, roundTripTime: 0.09 };
const PICTURE = { type: "remote-inbound-rtp", kind: "video", fractionLost: 0.2, timestamp: 7 };

Deno.test("The newest report counts, of sound or of pictures, and the round trip of the path in use", () => {
  const read = readSending([{ ...PAIR, id: "other", currentRoundTripTime: 9 }, PAIR, TRANSPORT, SOUND, PICTURE]);
  assertEquals(read.report, { at: 7, loss: 0.2, roundTripSeconds: 0.08 });
  assertEquals(read.available, 500_000);
});

Deno.test("Where a browser names no transport, the pair that it has selected counts (Firefox)", () => {
  const pair = { ...PAIR, selected: true, availableOutgoingBitrate: undefined, currentRoundTripTime: undefined };
  const read = readSending([{ ...PAIR, id: "other" }, pair, SOUND]);
  assertEquals(read, {
    available: null,
    isBusy: false,
    isRelayed: false,
    soundBitrate: null,
    report: { at: 5, loss: 0.1, roundTripSeconds: 0.09 },
  });
});

Deno.test("A connection of which nobody has reported yet says nothing", () => {
  const nothing = { available: null, isBusy: false, isRelayed: false, soundBitrate: null, report: null };
  assertEquals(readSending([]), nothing);
  const old = { type: "remote-inbound-rtp", kind: "audio", timestamp: 5 };
  assertEquals(readSending([old]).report, null, "Without a loss (Firefox before 144)");
});

Deno.test("What limits the picture, and what the sound is encoded at, is of what is sent", () => {
  const cpu = { type: "outbound-rtp", kind: "video", qualityLimitationReason: "cpu" };
  const [idle, sound] = [0, 28_000].map((targetBitrate) => ({ type: "outbound-rtp", kind: "audio", targetBitrate }));
  const read = readSending([{ ...cpu, qualityLimitationReason: "none" }, cpu, idle, sound]);
  assertEquals([read.isBusy, read.soundBitrate], [true, 28_000]);
  assertEquals(readSending([{ ...cpu, qualityLimitationReason: "bandwidth" }]).isBusy, false);
});

Deno.test("A path leads through a relay if either end of the pair in use does", () => {
  const pair = { ...PAIR, localCandidateId: "l", remoteCandidateId: "r" };
  const ends = (local: string, remote: string) => [
    { id: "l", candidateType: local },
    { id: "r", candidateType: remote },
    { id: "unused", candidateType: "relay" },
  ];
  const isRelayed = (local: string, remote: string) => readSending([pair, TRANSPORT, ...ends(local, remote)]).isRelayed;
  assertEquals([isRelayed("host", "srflx"), isRelayed("relay", "srflx"), isRelayed("host", "relay")], [
    false,
    true,
    true,
  ]);
});
