import { assert, assertEquals, assertMatch, assertNotEquals, assertRejects, assertThrows } from "@std/assert";
import { ANSWER, AUDIO, connectionTest, OFFER, settle, SILENT, TURN, VIDEO } from "../../doubles/connection_world.ts";
import { createFingerprint, createMediaSdp, createSdp } from "../../doubles/description.ts";
import { RecordedPeerConnection } from "../../doubles/recorded_peer_connection.ts";

connectionTest(
  "A connection has its certificate, one transport, and two channels that need no negotiation",
  ({ pc }) => {
    assertEquals(pc.configuration, {
      iceServers: [TURN],
      iceTransportPolicy: "all",
      certificates: ["certificate"],
      bundlePolicy: "max-bundle",
      rtcpMuxPolicy: "require",
    } as never);
    assertEquals(pc.channels.map(({ label, options }) => [label, options]), [
      ["control", { negotiated: true, id: 0 }],
      ["heartbeat", { negotiated: true, id: 1, ordered: false, maxRetransmits: 0 }],
    ]);
  },
);

connectionTest("A connection that hides addresses uses relays only", ({ pc, connection }) => {
  assertEquals(pc.configuration.iceTransportPolicy, "relay");
  connection.configure({ iceServers: [], isRelayOnly: false });
  assertEquals([pc.configuration.iceServers, pc.configuration.iceTransportPolicy], [[], "all"]);
  assertEquals(pc.configuration.bundlePolicy, "max-bundle", "The rest stays as it was");
}, { iceServers: [TURN], isRelayOnly: true });

connectionTest("A connection offers every source both ways, with the tracks there are", async (world) => {
  const { connection, pc } = world;
  assertEquals(await connection.createOffer({ ...SILENT, microphone: AUDIO }), OFFER);
  assertEquals(pc.localDescription?.sdp, OFFER.sdp.replace(/^a=video-calling-sources:.*\r\n/m, ""), "As it was made");
  assertEquals(pc.transceivers.map(({ kind, direction }) => [kind, direction]), [
    ["audio", "sendrecv"],
    ["video", "sendrecv"],
    ["video", "sendrecv"],
    ["audio", "sendrecv"],
  ]);
  assertEquals(world.tracks, [AUDIO, null, null, null]);
});

connectionTest("A connection answers both ways, with the tracks that it was given before", async (world) => {
  const { connection, pc } = world;
  await connection.setTracks({ ...SILENT, microphone: AUDIO, camera: VIDEO });
  const answer = { type: "answer", sdp: createMediaSdp(createFingerprint(1), ["audio", "video", "video", "audio"]) };
  assertEquals(await connection.prepareAnswer(OFFER), answer as never);
  // Whoever offers is to begin the handshake: the choice that the offer leaves is made for them.
  const applied = { ...OFFER, sdp: OFFER.sdp.replaceAll("a=setup:actpass", "a=setup:active") };
  assertNotEquals(applied, OFFER);
  assertEquals([pc.remoteDescription, pc.localDescription], [applied, answer] as never);
  assertEquals(pc.transceivers.map(({ direction }) => direction), Array(4).fill("sendrecv"));
  assertEquals(world.tracks, [AUDIO, VIDEO, null, null]);
  assertEquals(world.log, []);
});

connectionTest(
  "A connection sends each track in the section of its source, whatever the order of the sections",
  async (world) => {
    const { connection, pc } = world;
    const sdp = createMediaSdp(createFingerprint(1), ["video", "audio", "video", "audio", "video"]).replace(
      "m=",
      "a=video-calling-sources:screen=0 screen-sound=1 camera=2 microphone=3 whiteboard=4\r\nm=",
    );
    const [screen, sound] = [{ kind: "video" }, { kind: "audio" }] as never[];
    await connection.setTracks({ microphone: AUDIO, camera: VIDEO, screen, "screen-sound": sound } as never);
    await connection.prepareAnswer({ type: "offer", sdp });
    assertEquals(world.tracks, [screen, sound, VIDEO, AUDIO, null]);
    const directions = ["sendrecv", "sendrecv", "sendrecv", "sendrecv", "inactive"];
    assertEquals(
      pc.transceivers.map(({ direction }) => direction),
      directions,
      "What is not known here goes neither way",
    );
  },
);

connectionTest("A connection has no screen with a page that offers sound and picture alone", async (world) => {
  const { connection, pc } = world;
  const screen = { kind: "video" } as MediaStreamTrack;
  await connection.setTracks({ ...SILENT, microphone: AUDIO, camera: VIDEO, screen });
  await connection.prepareAnswer({ type: "offer", sdp: createSdp() });
  assertEquals(pc.transceivers.map(({ direction }) => direction), ["sendrecv", "sendrecv"]);
  assertEquals([world.tracks, world.log], [[AUDIO, VIDEO], []]);
});

connectionTest("A connection that was given no tracks answers and sends none", async (world) => {
  await world.connection.prepareAnswer(OFFER);
  assertEquals(world.senders.map(({ replaced }) => replaced), [[], [], [], []]);
});

connectionTest("A connection describes itself by nothing where the browser does", async ({ connection, pc }) => {
  pc.createOffer = () => Promise.resolve({ type: "offer" } as never);
  pc.createAnswer = () => Promise.resolve({ type: "answer" } as never);
  assertEquals(await connection.createOffer(SILENT), { type: "offer", sdp: "" });
  assertEquals(pc.localDescription?.type, "offer");
  assertEquals(await connection.prepareAnswer(OFFER), { type: "answer", sdp: "" });
});

connectionTest("A connection that the browser makes only by half is closed at once", (world) => {
  const { prototype } = RecordedPeerConnection;
  const { createDataChannel, close } = prototype;
  let closed = 0;
  prototype.createDataChannel = () => {
    throw new Error("no");
  };
  prototype.close = () => void closed++;
  try {
    assertThrows(() => world.create());
    assertEquals(closed, 1);
  } finally {
    Object.assign(prototype, { createDataChannel, close });
  }
});

connectionTest("A connection takes an answer", async ({ connection, pc }) => {
  await connection.createOffer(SILENT);
  await connection.applyAnswer(ANSWER);
  assertEquals(pc.remoteDescription, ANSWER);
});

const MISREADINGS: [name: string, read: () => RTCSessionDescriptionInit | null][] = [
  ["another certificate", () => ({ type: "offer", sdp: createSdp(createFingerprint(3)) })],
  ["no certificate", () => ({ type: "offer", sdp: "v=0\r\n" })],
  ["two certificates", () => ({ type: "offer", sdp: createSdp() + createSdp(createFingerprint(3)) })],
  ["nothing", () => null],
];

for (const [name, read] of MISREADINGS) {
  connectionTest(
    `A connection refuses an offer in which the browser reads ${name}, and answers nothing`,
    async (world) => {
      world.pc.read = read;
      await assertRejects(() => world.connection.prepareAnswer(OFFER));
      assertEquals(world.pc.localDescription, null);
    },
  );

  connectionTest(`A connection refuses an answer in which the browser reads ${name}`, async (world) => {
    await world.connection.createOffer(SILENT);
    world.pc.read = read;
    assertMatch((await assertRejects(() => world.connection.applyAnswer(ANSWER))).message, /another certificate/);
  });
}

connectionTest(
  "A connection refuses a description without a certificate, whatever the browser reads",
  async (world) => {
    const bare = { type: "offer", sdp: "v=0\r\n" } as const;
    await assertRejects(() => world.connection.prepareAnswer(bare));
    assertEquals(world.pc.localDescription, null);
  },
);

connectionTest("A connection replaces only the tracks that change", async (world) => {
  await world.connection.createOffer({ ...SILENT, microphone: AUDIO });
  await world.connection.setTracks({ ...SILENT, microphone: AUDIO, camera: VIDEO });
  await world.connection.setTracks(SILENT);
  assertEquals(world.senders.map(({ replaced }) => replaced), [[AUDIO, null], [VIDEO, null], [], []]);
});

connectionTest("A connection sends one track though the other cannot be sent", async (world) => {
  await world.connection.createOffer(SILENT);
  const [audio, video] = world.senders;
  if (audio !== undefined) audio.replaceTrack = () => Promise.reject(new Error("no"));
  await world.connection.setTracks({ ...SILENT, microphone: AUDIO, camera: VIDEO });
  assertEquals([video?.track, world.log], [VIDEO, [["error", "no"]]]);
});

connectionTest("A connection hands each candidate to the browser, and goes on after one of no use", async (world) => {
  const whole = { candidate: "one", sdpMid: "0", sdpMLineIndex: 0, usernameFragment: "abcd" };
  await world.connection.addCandidates([whole, { candidate: "unusable" }, { candidate: "two" }]);
  const absent = { sdpMid: null, sdpMLineIndex: null, usernameFragment: null };
  assertEquals(world.pc.candidates, [whole, { candidate: "two", ...absent }]);
  assertEquals(world.log, [["error", "unusable"]]);
});

connectionTest("A connection hands over each candidate without waiting for the one before", ({ pc, connection }) => {
  const handed: string[] = [];
  pc.addIceCandidate = ({ candidate }) => {
    handed.push(candidate);
    return new Promise(() => {});
  };
  void connection.addCandidates([{ candidate: "one" }, { candidate: "two" }]);
  assertEquals(handed, ["one", "two"]);
});

connectionTest("A connection reports its own candidates, but not that there are no more", ({ pc, log }) => {
  const json = { candidate: "one", sdpMid: "0" };
  pc.report("icecandidate", { candidate: { type: "host", toJSON: () => json } });
  pc.report("icecandidate", { candidate: null });
  assertEquals(log, [["candidates", [json]]]);
});

connectionTest("A connection reports tracks by their source, and when it is up or has failed", async (world) => {
  const { connection, pc, log } = world;
  await connection.createOffer(SILENT);
  for (const index of [3, 1]) pc.report("track", { track: VIDEO, transceiver: pc.transceivers[index] });
  pc.report("track", { track: VIDEO, transceiver: { mid: "9" } });
  for (const state of ["connecting", "connected", "disconnected", "failed"]) pc.become(state);
  const tracks = [["track", "screen-sound", VIDEO], ["track", "camera", VIDEO]];
  assertEquals(log, [...tracks, ["state", "connected"], ["state", "failed"]]);
});

connectionTest("A connection sends control messages once its channel is open, and says whether it did", (world) => {
  const { connection, pc } = world;
  assertEquals(connection.sendControl("early"), false);
  pc.become("connected");
  assertEquals(connection.sendControl("hello"), true);
  pc.channel("control").readyState = "closing";
  assertEquals(connection.sendControl("late"), false);
  assertEquals(pc.channel("control").sent, ["hello"]);
  assertEquals(pc.channel("heartbeat").sent, []);
});

connectionTest("A connection says that it did not send what its channel refuses", ({ connection, pc }) => {
  pc.become("connected");
  pc.channel("control").fault = new DOMException("Queue is full", "OperationError");
  assertEquals(connection.sendControl("hello"), false);
});

connectionTest("A connection that is up before it has anything to send has no path to watch", async (world) => {
  const { warn } = console;
  const warnings: unknown[][] = [];
  console.warn = (...words: unknown[]) => void warnings.push(words);
  try {
    world.pc.become("connected");
    await world.connection.createOffer({ ...SILENT, microphone: AUDIO });
    world.pc.become("connected");
  } finally {
    console.warn = warn;
  }
  assertEquals([warnings, world.log], [[], [["state", "connected"], ["state", "connected"]]]);
});

connectionTest("A connection hands on control messages of text alone; anything is a sign of life", ({ pc, log }) => {
  pc.channel("control").receive("text");
  pc.channel("control").receive(new ArrayBuffer(1));
  pc.channel("heartbeat").receive("");
  assertEquals(log, ["heard", ["control", "text"], "heard", "heard"]);
});

connectionTest("A connection sends heartbeats while the path takes them", ({ connection, pc }) => {
  const channel = pc.channel("heartbeat");
  connection.sendHeartbeat();
  pc.become("connected");
  assertEquals(channel.sent, []);
  connection.sendHeartbeat();
  assertEquals(channel.sent, [""]);
  channel.bufferedAmount = 1;
  connection.sendHeartbeat();
  assertEquals(channel.sent, [""]);
});

connectionTest("A connection hears and does nothing at what may not be read", async (world) => {
  await world.connection.createOffer({ ...SILENT, microphone: AUDIO, camera: VIDEO });
  world.readsMax = 6;
  for (const data of ["picture", new ArrayBuffer(1)]) {
    for (const channel of world.pc.channels) channel.receive(data);
  }
  await settle();
  assertEquals([world.log, world.senders[1]?.scaled], [[], []]);
  world.pc.channel("control").receive("hello");
  assertEquals(world.log, ["heard", ["control", "hello"]], "A text is as long as it is");
});

connectionTest("A connection whose channel takes no more says so, and throws at nothing", (world) => {
  const { connection, pc } = world;
  for (const channel of pc.channels) {
    channel.readyState = "open";
    channel.fault = new DOMException("queue is full", "OperationError");
  }
  assertEquals(connection.sendControl("{}"), false);
  connection.sendHeartbeat();
  connection.requestPicture();
});

connectionTest(
  "A connection tells whether media has come in since it was asked, three turns ago at most",
  async (world) => {
    const { connection, pc } = world;
    const receive = (packetsReceived: number) => pc.stats.set("in", { type: "inbound-rtp", packetsReceived });
    receive(5);
    assertEquals(await connection.hasReceivedMore(1), false, "Nobody asked before");
    assertEquals(await connection.hasReceivedMore(2), false);
    receive(6);
    assertEquals(await connection.hasReceivedMore(5), true);
    receive(7);
    assertEquals(await connection.hasReceivedMore(9), false, "It may be old");
  },
);

connectionTest("A connection reads its path, and none when it is closed", async ({ connection, pc }) => {
  assertEquals(await connection.readPath(), null);
  pc.stats.set("t", { id: "t", type: "transport", selectedCandidatePairId: "p" });
  pc.stats.set("p", { id: "p", type: "candidate-pair", localCandidateId: "l", remoteCandidateId: "r" });
  pc.stats.set("l", { id: "l", candidateType: "relay", relayProtocol: "tcp" });
  pc.stats.set("r", { id: "r", candidateType: "host" });
  for (const entry of pc.stats.values()) assert(typeof entry === "object");
  assertEquals(await connection.readPath(), { kind: "relayed", protocol: "tcp" });
  connection.close();
  assertEquals(await connection.readPath(), null);
});

const relay = { candidate: { type: "relay", toJSON: () => ({ candidate: "relay" }) } };
const host = { candidate: { type: "host", toJSON: () => ({ candidate: "host" }) } };

connectionTest("A connection says that the relay gave no sign, or which it gave", ({ connection, pc }) => {
  pc.report("icecandidate", host);
  assertEquals(connection.diagnose(), "relay-unreachable");
  pc.report("icecandidateerror", { url: "turn:b.example", errorCode: 701 });
  pc.report("icecandidateerror", { url: "stun:a.example", errorCode: 401 });
  pc.report("icecandidateerror", { errorCode: 401 });
  assertEquals(connection.diagnose(), "relay-unreachable");
  pc.report("icecandidateerror", { url: "turns:b.example", errorCode: 486 });
  assertEquals(connection.diagnose(), "relay-refused");
});

connectionTest("A connection keeps sixteen errors of relays, which are enough to tell", ({ connection, pc }) => {
  for (let count = 0; count < 16; count++) pc.report("icecandidateerror", { url: "turn:b.example", errorCode: 701 });
  pc.report("icecandidateerror", { url: "turn:b.example", errorCode: 486 });
  assertEquals(connection.diagnose(), "relay-unreachable");
});

connectionTest("A connection says that the other end was silent, or that there was no path", async (world) => {
  const { connection, pc } = world;
  pc.report("icecandidate", relay);
  pc.report("icecandidate", host);
  await connection.addCandidates([]);
  assertEquals(connection.diagnose(), "peer-silent");
  await connection.addCandidates([{ candidate: "one" }]);
  await connection.addCandidates([]);
  assertEquals(connection.diagnose(), "no-path");
  connection.configure({ iceServers: [{ urls: "stun:a.example" }], isRelayOnly: false });
  assertEquals(connection.diagnose(), "no-path-and-no-relay");
  connection.configure({ iceServers: [{ urls: "stun:a.example" }], isRelayOnly: true });
  assertEquals(connection.diagnose(), "relay-only-and-no-relay");
  pc.configuration = {};
  assertEquals(connection.diagnose(), "no-path-and-no-relay");
});

connectionTest("A connection that is closed reports nothing more, and changes nothing", async (world) => {
  const { connection, pc, log } = world;
  await connection.createOffer({ ...SILENT, microphone: AUDIO, camera: VIDEO });
  pc.channel("heartbeat").receive("picture");
  await settle();
  log.length = 0;
  connection.close();
  assert(pc.isClosed);
  pc.report("icecandidate", host);
  pc.report("icecandidateerror", { url: "turn:b.example", errorCode: 486 });
  pc.report("track", { track: VIDEO, transceiver: pc.transceivers[1] });
  pc.become("failed");
  for (const channel of pc.channels) channel.receive("picture");
  world.clock.tick(10_000);
  await settle();
  assertEquals([log, world.senders[1]?.scaled.length, world.clock.countTimers()], [[], 1, 0]);
  assertEquals(connection.diagnose(), "relay-unreachable");
});
