/** What two ends tell each other of what they receive, and what each makes of it. */

import { assert, assertEquals } from "@std/assert";
import FakeTimers from "@sinonjs/fake-timers";
import { callRecords } from "../../../../client/features/quality/call_records.ts";
import { QUALITY, type QualityView } from "../../../../client/features/quality/quality_key.ts";
import { FEATURES } from "../../../../client/features/registry.ts";
import { CALL_ID, carry, FeatureEnd, settle } from "../../../doubles/feature_end.ts";

const ENTRIES = FEATURES.filter(({ name }) => name === "quality");

/** A connection of which a second's worth of sound comes with each second, and a share of it is made up. */
class Connection {
  lost = 0;
  available = 2_000_000;
  limit = "none";
  #packets = 0;
  #madeUp = 0;

  readStats(): Promise<unknown[]> {
    this.#packets += 50;
    this.#madeUp += this.lost * 48_000;
    return Promise.resolve([
      { id: "l", type: "local-candidate", candidateType: "host", protocol: "udp" },
      { id: "r", type: "remote-candidate", candidateType: "host", protocol: "udp" },
      { id: "t", type: "transport", selectedCandidatePairId: "p" },
      {
        ...{ id: "p", type: "candidate-pair", localCandidateId: "l", remoteCandidateId: "r" },
        ...{ currentRoundTripTime: 0.05, availableOutgoingBitrate: this.available },
      },
      {
        ...{ id: "a", type: "inbound-rtp", kind: "audio", packetsReceived: this.#packets },
        ...{ totalSamplesReceived: this.#packets * 960, concealedSamples: this.#madeUp },
      },
      { id: "v", type: "outbound-rtp", kind: "video", framesPerSecond: 30, qualityLimitationReason: this.limit },
    ]);
  }
}

type End = { readonly end: FeatureEnd; connection: Connection };
type World = { readonly kim: End; readonly sam: End; pass(seconds: number): Promise<void> };

async function play(run: (world: World) => Promise<void>): Promise<void> {
  await ENTRIES[0]?.load(); // Before the clock stands still.
  const clock = FakeTimers.install();
  const warn = console.warn;
  console.warn = () => {}; // There is no database here.
  const { caller, callee } = FeatureEnd.createPair(ENTRIES);
  const [kim, sam] = [caller, callee].map((end) => ({ end, connection: new Connection() })) as [End, End];
  try {
    for (const { end, connection } of [kim, sam]) {
      end.connection = connection;
      end.features.open(CALL_ID);
    }
    await settle();
    await run({
      kim,
      sam,
      async pass(seconds) {
        for (let second = 0; second < seconds; second++) {
          for (const { end } of [kim, sam]) end.nowMs += 1_000;
          clock.tick(1_000);
          await settle();
          carry(kim.end, sam.end);
          carry(sam.end, kim.end);
          await settle();
        }
      },
    });
  } finally {
    for (const { end } of [kim, sam]) end.features.close(CALL_ID);
    await settle();
    clock.uninstall();
    console.warn = warn;
    callRecords().change(() => []);
  }
}

function viewOf({ end }: End): QualityView {
  return end.state(QUALITY.name)?.view as QualityView;
}

/** What an end has said, before it is carried. */
function listen({ end }: End): object[] {
  const said: object[] = [];
  const { sendDirect } = end;
  end.sendDirect = (feature, body) => (said.push(body), sendDirect.call(end, feature, body));
  return said;
}

Deno.test("A call that loses nothing has four bars, and neither end is told of anything", () =>
  play(async ({ kim, sam, pass }) => {
    assertEquals(viewOf(kim).bars.value, null, "Nothing was measured yet");
    await pass(20);
    assertEquals([kim, sam].map((end) => [viewOf(end).bars.value, viewOf(end).cause.value]), [[4, null], [4, null]]);
    assertEquals(viewOf(kim).samples.value.at(-1)?.toldLost, 0);
  }));

Deno.test("Both ends know whose sound is lost, each from its own side, and when it is over", () =>
  play(async ({ kim, sam, pass }) => {
    sam.connection.lost = 0.1;
    await pass(20);
    assertEquals(viewOf(kim).cause.value, { what: "losing", side: "own" });
    assertEquals(viewOf(sam).cause.value, { what: "losing", side: "theirs" });
    assertEquals([kim, sam].map((end) => viewOf(end).bars.value), [4, 1], "Bars are of what one hears");
    sam.connection.lost = 0;
    await pass(25);
    assertEquals([kim, sam].map((end) => viewOf(end).cause.value), [null, null]);
    assertEquals(viewOf(sam).bars.value, 4);
  }));

Deno.test("An end speaks at most once in three seconds, and of nothing new once in fifteen; the server hears none of it", () =>
  play(async ({ kim, sam, pass }) => {
    const said = listen(sam);
    await pass(31);
    assertEquals(said, Array(2).fill({ lost: 0, isSlow: false, isBusy: false }));
    sam.connection.lost = 0.5;
    await pass(9);
    assert(said.length >= 4 && said.length <= 5, `${said.length}`);
    assertEquals(said.at(-1), { lost: 500, isSlow: false, isBusy: false });
    assertEquals([kim, sam].map(({ end }) => end.sent), [[], []]);
  }));

Deno.test("What was not said, since the connection was away, is said when it is back", () =>
  play(async ({ kim, sam, pass }) => {
    sam.end.isCut = true;
    sam.connection.lost = 0.1;
    await pass(10);
    assertEquals(viewOf(kim).samples.value.at(-1)?.toldLost, null);
    sam.end.isCut = false;
    await pass(2);
    assertEquals(viewOf(kim).samples.value.at(-1)?.toldLost, 0.1);
  }));

Deno.test("A path that takes hardly a picture, and a processor that is the limit for long, are told by whose they are", () =>
  play(async ({ kim, sam, pass }) => {
    kim.connection.available = 150_000;
    await pass(20);
    assertEquals(viewOf(kim).cause.value, { what: "slow", side: "own" });
    assertEquals(viewOf(sam).cause.value, { what: "slow", side: "theirs" });
    kim.connection.available = 2_000_000;
    sam.connection.limit = "cpu";
    await pass(12);
    assertEquals(viewOf(sam).cause.value, null, "Each is at times");
    await pass(15);
    assertEquals(viewOf(kim).cause.value, { what: "busy", side: "theirs" });
    assertEquals(viewOf(sam).cause.value, { what: "busy", side: "own" });
  }));

Deno.test("What the other end says that makes no sense is nothing, as is what comes numbered, by the server", () =>
  play(async ({ kim, pass }) => {
    await pass(10);
    const whole = { lost: 100, isSlow: true, isBusy: true };
    const senseless = [
      ...[{}, null, [], "lost", { ...whole, lost: 1_001 }, { ...whole, lost: -1 }, { ...whole, lost: 0.5 }],
      ...[{ ...whole, isSlow: 1 }, { lost: 100 }, { ...whole, lost: "100" }],
    ];
    for (const body of senseless) kim.end.features.receiveDirect(CALL_ID, QUALITY.name, body);
    kim.end.features.receive(CALL_ID, QUALITY.name, whole);
    await pass(12);
    assertEquals(viewOf(kim).cause.value, null);
    assertEquals(viewOf(kim).samples.value.at(-1)?.toldLost, 0);
  }));

Deno.test("What the other end said long ago counts no more", () =>
  play(async ({ kim, sam, pass }) => {
    sam.connection.lost = 0.1;
    await pass(20);
    sam.end.isCut = true;
    await pass(35);
    assertEquals(viewOf(kim).cause.value, { what: "losing", side: "own" });
    await pass(20);
    assertEquals(viewOf(kim).cause.value, null);
  }));

Deno.test("A call leaves a record of how it went, without who it was with; another connection is no loss", () =>
  play(async ({ kim, pass }) => {
    const { features } = kim.end;
    features.use(CALL_ID, QUALITY, (feature) => feature.noteConnected(200));
    kim.connection.lost = 0.02;
    await pass(10);
    const measured = viewOf(kim).samples.value.length;
    kim.end.connection = kim.connection = new Connection();
    await pass(2);
    assertEquals(viewOf(kim).samples.value.length, measured, "What it makes up until its buffer is full is no fault");
    await pass(18);
    let now;
    features.use(CALL_ID, QUALITY, (feature) => now = feature.readRecords()[0]);
    features.close(CALL_ID);
    const [record] = callRecords().value;
    assertEquals(record, now);
    assertEquals(record, {
      ...{ answeredAtMs: 0, connectedAfterMs: 200, pictureAfterMs: null, seconds: 30, paths: ["direct/udp"] },
      ...{ replacements: 1, lostPercent: 0.6, theirLostPercentMax: 0, frozenSeconds: 0, roundTripMsMean: 50 },
      worstBars: 3,
    });
  }));

Deno.test("Records are deleted at a word, and a call that was never connected leaves none", () =>
  play(async ({ kim, pass }) => {
    kim.end.connection = null;
    await pass(5);
    kim.end.features.close(CALL_ID);
    assertEquals(callRecords().value, []);
    kim.end.connection = new Connection();
    kim.end.features.open(CALL_ID);
    await settle();
    await pass(5);
    kim.end.features.close(CALL_ID);
    assertEquals(callRecords().value.length, 1);
    kim.end.features.open(CALL_ID);
    await settle();
    kim.end.features.use(CALL_ID, QUALITY, (feature) => feature.deleteRecords());
    assertEquals(callRecords().value, []);
  }));
