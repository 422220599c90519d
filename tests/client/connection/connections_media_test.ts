/** What all connections of a call carry: the first one's descriptions, candidates, tracks, ICE servers, signs of life. */

import { assertEquals, assertRejects } from "@std/assert";
import type { ConnectionId, IceCandidates } from "../../../signaling/protocol.ts";
import { End, letPromisesSettle, NO_TRACKS, pairTest, recordWarnings } from "../../doubles/connection_pair.ts";

const OFFER = { type: "offer", sdp: "offer of the other end" } as const;
const OTHER_ID = "other" as ConnectionId;
const TRACKS = { microphone: { kind: "audio", id: "sound" }, camera: { kind: "video", id: "picture" } } as never;
const SENT = { ...NO_TRACKS, ...TRACKS as object };
const SETTINGS = { iceServers: [{ urls: "turn:fresh" }], isRelayOnly: true };

function createEnd(): End {
  return new End({ isPolite: true, nowMs: () => 0 });
}

function candidates(...ports: number[]): IceCandidates {
  return ports.map((port) => ({ candidate: `candidate:1 1 udp 1 192.0.2.1 ${port} typ host` }));
}

// --- The first one ---------------------------------------------------------------------------------------------------

Deno.test("Connections have none before the first, and whatever comes for one finds nothing and harms nothing", async () => {
  const end = createEnd();
  await end.connections.applyAnswer({ type: "answer", sdp: "" });
  await end.connections.addCandidates(candidates(1), OTHER_ID);
  await end.connections.replace({ isForced: true });
  await end.connections.applyDescription(OFFER, OTHER_ID);
  await end.connections.applyDescription({ type: "answer", sdp: "" }, OTHER_ID);
  const warnings = await recordWarnings(() => {
    end.connections.configure(SETTINGS);
    end.connections.tick({ hasUnsaid: false });
    end.connections.close();
  });
  assertEquals([end.connections.current, end.made, end.told, end.errors, warnings], [null, [], [], [], []]);
});

Deno.test("Connections send from the first on what was to be sent before there was one", async () => {
  const end = createEnd();
  await end.connections.setTracks(TRACKS);
  await end.finish(end.connections.prepareAnswer(OFFER));
  assertEquals(end.made[0]?.score.tracks, SENT);
});

Deno.test("Connections offer in a replacement what the call's offer had", async () => {
  const end = createEnd();
  await end.finish(end.connections.prepareOffer(TRACKS));
  void end.connections.replace({ isForced: true });
  assertEquals(end.made.map(({ score }) => score.tracks), [SENT, SENT]);
});

Deno.test("Connections answer a call again on a new connection, and close the one before", async () => {
  const end = createEnd();
  for (let count = 0; count < 2; count++) await end.finish(end.connections.prepareAnswer(OFFER));
  assertEquals([end.made.length, end.open, end.current], [2, [end.made[1]], end.made[1]]);
});

Deno.test("Connections have none when the browser makes no new first one, and replace nothing then", async () => {
  const end = createEnd();
  await end.finish(end.connections.prepareAnswer(OFFER));
  end.refuses.add("create");
  await assertRejects(() => end.connections.prepareAnswer(OFFER));
  assertEquals([end.connections.current, end.open], [null, []]);
  end.refuses.clear();
  await end.connections.replace({ isForced: true });
  await end.connections.applyDescription(OFFER, OTHER_ID);
  assertEquals(end.made.length, 1);
});

pairTest("Connections take one that comes up though the browser made no new first one", async (pair, clock) => {
  const [a] = pair.ends;
  pair.replace(0, { isForced: true });
  a.refuses.add("create");
  await assertRejects(() => a.connections.prepareAnswer(OFFER));
  const warnings = await recordWarnings(() => {
    a.made[1]?.options.handlers.state("connected");
    clock.tick(60_000);
  });
  assertEquals([a.current, a.opened.length, warnings], [a.made[1], 2, []]);
});

// --- Candidates ------------------------------------------------------------------------------------------------------

Deno.test("Connections tell the first one's candidates at once", async () => {
  const end = createEnd();
  const offer = end.connections.prepareOffer(NO_TRACKS);
  await letPromisesSettle();
  end.made[0]?.options.handlers.candidates(candidates(1));
  assertEquals(end.told, [{ candidates: candidates(1), connectionId: null }]);
  await end.finish(offer);
});

pairTest("Connections hold a replacement's candidates until its description has left", async (pair) => {
  const [a] = pair.ends;
  pair.replace(0, { isForced: true });
  const { handlers } = a.made[1]!.options;
  handlers.candidates(candidates(1));
  handlers.candidates(candidates(2, 3));
  assertEquals(a.told, []);
  await pair.work(0);
  const connectionId = a.proved[0];
  assertEquals(a.told.splice(0), [{ offer: connectionId }, { candidates: candidates(1, 2, 3), connectionId }]);
  handlers.candidates(candidates(4));
  assertEquals(a.told, [{ candidates: candidates(4), connectionId }], "The description is on its way before it");
});

pairTest("Connections send no candidates with a description that has none yet", async (pair) => {
  const [a] = pair.ends;
  void a.connections.applyDescription(OFFER, OTHER_ID);
  await pair.work(0);
  assertEquals(a.told, ["remote offered", { answer: OTHER_ID }]);
});

pairTest("Connections tell the candidates of the one in use, and none of one that was replaced", async (pair) => {
  const [a] = pair.ends;
  pair.replace(0, { isForced: true });
  await pair.settle();
  const connectionId = a.proved[0];
  a.told.length = 0;
  const [retired, current] = a.made.map(({ options }) => options.handlers);
  retired?.candidates(candidates(1));
  assertEquals(a.told, []);
  current?.candidates(candidates(2));
  assertEquals(a.told, [{ candidates: candidates(2), connectionId }]);
});

pairTest("Connections take candidates for the one they were found for, and for no unknown one", async (pair) => {
  const [a] = pair.ends;
  await a.connections.addCandidates(candidates(1), OTHER_ID);
  void a.connections.applyDescription(OFFER, OTHER_ID);
  await a.connections.addCandidates(candidates(2), OTHER_ID);
  await a.connections.addCandidates(candidates(3), null);
  await a.connections.addCandidates(candidates(4), "unknown" as ConnectionId);
  assertEquals(a.made.map(({ score }) => score.candidates), [candidates(3), candidates(2)]);
});

// --- Tracks, ICE servers and signs of life ---------------------------------------------------------------------------

pairTest(
  "Connections send new tracks, and use new ICE servers, on the one in use and its replacement",
  async (pair) => {
    const [a] = pair.ends;
    pair.replace(0, { isForced: true });
    await a.connections.setTracks(TRACKS);
    a.connections.configure(SETTINGS);
    assertEquals(a.made.map(({ score }) => score.tracks), [SENT, SENT]);
    assertEquals(a.made.map(({ score }) => score.settings), [SETTINGS, SETTINGS]);
  },
);

pairTest("Connections go on to send from the sources of which they are told nothing", async (pair) => {
  const [a] = pair.ends;
  const screen = { kind: "video", id: "screen" } as never;
  await a.connections.setTracks({ screen });
  await a.connections.setTracks(TRACKS);
  assertEquals(a.made[0]?.score.tracks, { ...SENT, screen });
  pair.replace(0, { isForced: true });
  assertEquals(a.made[1]?.score.tracks, { ...SENT, screen }, "So does what takes its place");
  await a.connections.setTracks({ screen: null });
  assertEquals(a.made.map(({ score }) => score.tracks), [SENT, SENT]);
});

pairTest(
  "Connections use new ICE servers on the one in use without a word while it has no replacement",
  async (pair) => {
    const [a] = pair.ends;
    assertEquals(await recordWarnings(() => a.connections.configure(SETTINGS)), []);
    assertEquals(a.made[0]?.score.settings, SETTINGS);
  },
);

pairTest("Connections hear the other end on the one in use alone", async (pair) => {
  const [a] = pair.ends;
  pair.replace(0, { isForced: true });
  const [first, second] = a.made.map(({ options }) => options.handlers);
  second?.heard();
  assertEquals(a.told, [], "It is not in use yet");
  first?.heard();
  assertEquals(a.told, ["heard"]);
  await pair.settle();
  a.told.length = 0;
  first?.heard();
  assertEquals(a.told, [], "It is in use no more");
  second?.heard();
  assertEquals(a.told, ["heard"]);
});

pairTest(
  "Connections stop what they send when media stops, and keep the one in use for its last words",
  async (pair) => {
    const [a] = pair.ends;
    await a.connections.setTracks(TRACKS);
    pair.replace(0, { isForced: true });
    a.connections.stopMedia();
    assertEquals(a.made[0]?.score.tracks, NO_TRACKS);
    assertEquals([a.open, a.current], [[a.made[0]], a.made[0]]);
  },
);

pairTest("Connections stop sending on one that was replaced", async (pair) => {
  const [a] = pair.ends;
  await a.connections.setTracks(TRACKS);
  pair.replace(0, { isForced: true });
  await pair.settle();
  assertEquals(a.made.map(({ score }) => score.tracks), [NO_TRACKS, SENT]);
});

pairTest("Connections have none after the end, which may come twice", async (pair) => {
  const [a] = pair.ends;
  pair.replace(0, { isForced: true });
  await pair.settle();
  for (let count = 0; count < 2; count++) {
    a.connections.close();
    assertEquals([a.connections.current, a.open], [null, []]);
  }
});
