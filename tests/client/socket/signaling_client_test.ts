import { assert, assertEquals } from "@std/assert";
import { RETRY_MS_MAX, RETRY_MS_MIN, URGENT_RETRY_MS_MAX } from "../../../client/time/backoff.ts";
import {
  DOUBT_MS,
  PROBE_MS,
  PROBE_MS_MAX,
  REGISTER_TIMEOUT_MS,
  SLEEP_MS,
  WATCH_MS,
} from "../../../client/socket/signaling_client.ts";
import {
  encodeMessage,
  type ErrorCode,
  type IceServer,
  type PeerId,
  type PeerMessage,
  PING_INTERVAL_MS,
  type ServerMessage,
  SILENCE_MAX_MS,
} from "../../../signaling/protocol.ts";
import { HOST, ICE_SERVERS, LOCAL_ID, SignalingBench } from "../../doubles/signaling_bench.ts";

const REGISTERED: ServerMessage = { type: "registered", id: LOCAL_ID, iceServers: ICE_SERVERS };
const MESSAGE = {
  type: "ringing",
  id: LOCAL_ID,
  clientId: "0000-0000-0000-0000-0000",
  callId: "call",
  tabId: "tab",
  seq: 1,
} as PeerMessage;
const HOUR_MS = 3_600_000;

function createError(code: ErrorCode): ServerMessage {
  return { type: "error", code };
}

/** Lets time pass on a socket that the server pings, as it does a registered one. */
function passPinged(bench: SignalingBench, ms: number): void {
  for (let passedMs = 0; passedMs < ms; passedMs += PING_INTERVAL_MS) {
    bench.clock.tick(Math.min(PING_INTERVAL_MS, ms - passedMs));
    bench.last.say({ type: "ping" });
  }
}

// --- Registering and talking --------------------------------------------------------------------------------------

Deno.test("SignalingClient registers with a proof for the challenge and its own host, and reports what it got", async () => {
  const registrations: [id: PeerId, iceServers: readonly IceServer[]][] = [];
  using bench = new SignalingBench({ registered: (id, iceServers) => void registrations.push([id, iceServers]) });
  bench.client.start();
  const socket = await bench.challenge("abc");
  assertEquals(socket.texts, [`{"type":"register","publicKey":"key","signature":"abc for ${HOST}"}`]);
  assertEquals([bench.client.isRegistered, registrations.length], [false, 0]);
  socket.say(REGISTERED);
  assert(bench.client.isRegistered);
  assertEquals(registrations, [[LOCAL_ID, ICE_SERVERS]]);
  assertEquals(bench.sockets.length, 1);
});

Deno.test("SignalingClient registers under a presence topic, where what is kept is one", async () => {
  using bench = new SignalingBench();
  const topic = "A".repeat(22);
  bench.client.start();
  for (const [kept, told] of [[topic, topic], ["none", undefined], [undefined, undefined], [{}, undefined]]) {
    bench.presenceTopic = kept;
    const socket = await bench.challenge();
    assertEquals(JSON.parse(socket.texts[0] ?? "").presenceTopic, told);
    bench.client.refresh();
  }
});

Deno.test("SignalingClient hands on all that the server says of its own, known to this page or not", async () => {
  using bench = new SignalingBench();
  const told: unknown[] = [];
  const socket = await bench.start();
  assertEquals(bench.client.registered, REGISTERED);
  bench.client.onTold = (message) => void told.push(message);
  const later = { type: "of a later day", requestId: "1" };
  for (const message of [later, createError("peer-unavailable"), { type: "pong" }]) {
    socket.say(message as ServerMessage);
  }
  socket.say(MESSAGE as unknown as ServerMessage);
  assertEquals(told, [later, createError("peer-unavailable"), { type: "pong" }]);
});

Deno.test("SignalingClient registers a socket once, whatever the server repeats", async () => {
  using bench = new SignalingBench();
  await bench.start();
  const socket = await bench.register();
  assertEquals([socket.texts.length, bench.reports, socket.isClosedByPage], [1, ["registered"], false]);
});

Deno.test("SignalingClient registers bare without a key", async () => {
  using bench = new SignalingBench();
  bench.hasKey = false;
  bench.client.start();
  assertEquals((await bench.challenge()).texts, ['{"type":"register"}']);
});

Deno.test("SignalingClient answers each ping with a pong, before it is registered too", async () => {
  using bench = new SignalingBench();
  bench.client.start();
  bench.last.open();
  bench.last.say({ type: "ping" });
  assertEquals(bench.last.texts, ['{"type":"pong"}']);
  await bench.register();
  bench.last.say({ type: "ping" });
  assertEquals(bench.last.texts.slice(-1), ['{"type":"pong"}']);
});

Deno.test("SignalingClient hands on messages and errors, and ignores what it does not know", async () => {
  using bench = new SignalingBench();
  const socket = await bench.start();
  socket.say(MESSAGE);
  socket.say(createError("peer-unavailable"));
  for (const data of ["", "{", '{"type":"future"}', '{"type":"ringing"}', new ArrayBuffer(1)]) socket.sayRaw(data);
  socket.say({ type: "pong" });
  assertEquals([bench.messages, bench.errors], [[MESSAGE], ["peer-unavailable"]]);
  assertEquals([bench.reports, bench.sockets.length], [["registered"], 1]);
});

Deno.test("SignalingClient.send() sends when a socket is registered and says so, else returns false", async () => {
  using bench = new SignalingBench();
  assertEquals(bench.client.send(MESSAGE), false);
  bench.client.start();
  assertEquals(bench.client.send(MESSAGE), false, "not open yet");
  const socket = await bench.challenge();
  assertEquals(bench.client.send(MESSAGE), false, "not registered yet");
  socket.say(REGISTERED);
  assertEquals(bench.client.send(MESSAGE), true);
  assertEquals(socket.texts.at(-1), encodeMessage(MESSAGE));
  const count = socket.texts.length;
  socket.readyState = WebSocket.CLOSING;
  assertEquals(bench.client.send(MESSAGE), false, "about to close");
  socket.breakDown();
  assertEquals(bench.client.send(MESSAGE), false, "closed");
  assertEquals(socket.texts.length, count);
});

// --- Coming back --------------------------------------------------------------------------------------------------

/** How long the client waits before each of nine tries to come back, when each socket breaks down as it is opened. */
async function findWaits(random: number, { isUrgent } = { isUrgent: false }): Promise<number[]> {
  using bench = new SignalingBench();
  await bench.start();
  bench.isUrgent = isUrgent;
  bench.random = random;
  return Array.from({ length: 9 }, () => {
    const [lostAtMs, count] = [bench.clock.now, bench.sockets.length];
    bench.last.breakDown();
    while (bench.sockets.length === count) bench.clock.next();
    return bench.clock.now - lostAtMs;
  });
}

Deno.test("SignalingClient comes back with full jitter, within a bound that grows with the time lost", async () => {
  const bounds = [RETRY_MS_MIN, 500, 1_000, 2_000, 4_000, 8_000, RETRY_MS_MAX, RETRY_MS_MAX, RETRY_MS_MAX];
  const longest = await findWaits(1 - 2 ** -53);
  for (const [index, boundMs] of bounds.entries()) {
    const waitMs = longest[index] ?? 0;
    assert(waitMs <= boundMs && waitMs > boundMs * 0.99, `${waitMs} of ${boundMs} ms`); // Timers drop fractions.
  }
  assertEquals(await findWaits(0), bounds.map(() => 0));
  assert((await findWaits(0.5)).every((ms, index) => ms > 100 && ms <= (bounds[index] ?? 0) / 2));
});

Deno.test("SignalingClient does not wait as long while a call is on", async () => {
  const waits = await findWaits(1 - 2 ** -53, { isUrgent: true });
  assertEquals(Math.max(...waits), URGENT_RETRY_MS_MAX - 1);
});

Deno.test("SignalingClient starts with a short wait again once it was registered", async () => {
  using bench = new SignalingBench();
  bench.random = 1 - 2 ** -53;
  await bench.start();
  for (let turn = 0; turn < 8; turn += 1) {
    bench.last.breakDown();
    bench.clock.tick(RETRY_MS_MAX);
  }
  (await bench.register()).breakDown();
  const count = bench.sockets.length;
  bench.clock.tick(RETRY_MS_MIN);
  assertEquals(bench.sockets.length, count + 1);
});

Deno.test("SignalingClient reports a loss and a return, and uses the new socket", async () => {
  using bench = new SignalingBench();
  const first = await bench.start();
  first.breakDown();
  bench.clock.tick(RETRY_MS_MIN);
  const second = await bench.register();
  assertEquals(bench.reports, ["registered", "lost", "registered"]);
  assert(bench.client.send(MESSAGE));
  assertEquals(second.texts.at(-1), encodeMessage(MESSAGE));
});

Deno.test("SignalingClient gives a socket up that has not registered in time, and no longer listens to it", async () => {
  for (const isOpen of [false, true]) {
    using bench = new SignalingBench();
    bench.client.start();
    const first = isOpen ? await bench.challenge() : bench.last;
    bench.clock.tick(REGISTER_TIMEOUT_MS - 1);
    assertEquals([bench.sockets.length, bench.reports], [1, []]);
    bench.clock.tick(1 + RETRY_MS_MIN);
    assertEquals([bench.sockets.length, bench.reports, first.isClosedByPage], [2, ["lost"], true]);
    first.say(REGISTERED);
    first.breakDown();
    assertEquals([bench.client.isRegistered, bench.sockets.length], [false, 2]);
  }
});

Deno.test("SignalingClient says of a socket that failed whether the server had said anything on it", async () => {
  const hows: boolean[] = [];
  using bench = new SignalingBench({ lost: (_, { isUnheard }) => void hows.push(isUnheard) });
  bench.client.start();
  const again = (): void => {
    const count = bench.sockets.length;
    while (bench.sockets.length === count) bench.clock.next();
  };
  bench.last.breakDown();
  again();
  bench.last.open();
  bench.clock.tick(REGISTER_TIMEOUT_MS);
  again();
  (await bench.challenge()).breakDown();
  again();
  (await bench.register()).breakDown();
  again();
  bench.last.breakDown();
  assertEquals(hows, [true, true, false, false, true]);
});

Deno.test("SignalingClient.holdOff() waits as it is told, and then comes back with jitter", async () => {
  using bench = new SignalingBench();
  bench.random = 0;
  bench.client.start();
  bench.last.breakDown();
  bench.client.holdOff(5_000);
  bench.client.refresh();
  bench.clock.tick(4_999);
  assertEquals(bench.sockets.length, 1);
  bench.clock.tick(1);
  assertEquals(bench.sockets.length, 2);
  bench.client.holdOff(7_000); // The answer came when the next try was on its way.
  bench.last.breakDown();
  bench.clock.tick(6_999);
  assertEquals(bench.sockets.length, 2);
  bench.clock.tick(1);
  await bench.register();
  bench.client.holdOff(0);
  bench.client.refresh();
  assertEquals(bench.sockets.length, 4, "a socket that registers takes it back");
});

Deno.test("SignalingClient keeps trying when the server refuses its proof, and reports why each time", async () => {
  using bench = new SignalingBench();
  bench.client.start();
  for (let turn = 0; turn < 5; turn += 1) {
    const socket = await bench.challenge();
    socket.say(createError("bad-signature"));
    assert(socket.isClosedByPage);
    while (bench.sockets.length < turn + 2) bench.clock.next();
  }
  assertEquals(bench.reports, Array(5).fill("lost: bad-signature"));
  await bench.register();
  assert(bench.client.isRegistered);
});

// --- A fresh socket beside the current one ------------------------------------------------------------------------

Deno.test("SignalingClient.refresh() opens a socket beside the current one, which works on until it is registered", async () => {
  using bench = new SignalingBench();
  const old = await bench.start();
  bench.client.refresh();
  const fresh = await bench.challenge();
  assert(bench.client.send(MESSAGE));
  assertEquals(old.texts.at(-1), encodeMessage(MESSAGE));
  old.say(MESSAGE);
  assertEquals([bench.messages, old.isClosedByPage], [[MESSAGE], false]);
  fresh.say(REGISTERED);
  assert(old.isClosedByPage);
  assert(bench.client.send(MESSAGE));
  assertEquals(fresh.texts.at(-1), encodeMessage(MESSAGE));
  old.breakDown();
  bench.clock.tick(RETRY_MS_MAX);
  assertEquals([bench.reports, bench.sockets.length], [["registered", "registered"], 2]);
});

Deno.test("SignalingClient.refresh() leaves the current socket alone when the fresh one fails, and tries again", async () => {
  const failures: ((bench: SignalingBench) => void)[] = [
    (bench) => bench.last.breakDown(),
    (bench) => bench.last.say(createError("bad-signature")),
    (bench) => bench.clock.tick(REGISTER_TIMEOUT_MS),
  ];
  for (const fail of failures) {
    using bench = new SignalingBench();
    const old = await bench.start();
    bench.client.refresh();
    fail(bench);
    assert(bench.client.isRegistered && !old.isClosedByPage);
    bench.clock.tick(RETRY_MS_MIN);
    assertEquals([bench.reports, bench.sockets.length], [["registered"], 3]);
  }
});

Deno.test("SignalingClient.refresh() drops an earlier fresh socket, whose proof is then not sent", async () => {
  using bench = new SignalingBench();
  await bench.start();
  bench.client.refresh();
  const challenged = bench.challenge();
  bench.client.refresh();
  const dropped = await challenged;
  assertEquals([dropped.isClosedByPage, dropped.texts], [true, []]);
  await bench.register();
  assertEquals([bench.sockets.length, bench.reports], [3, ["registered", "registered"]]);
});

Deno.test("SignalingClient.refresh() does not wait for a retry that is due later", async () => {
  using bench = new SignalingBench();
  (await bench.start()).breakDown();
  bench.client.refresh();
  assertEquals(bench.sockets.length, 2);
  await bench.register();
  passPinged(bench, RETRY_MS_MAX);
  assertEquals(bench.sockets.length, 2, "the retry came as well");
});

Deno.test("SignalingClient reports the loss of the current socket at once, and waits for the fresh one on its way", async () => {
  using bench = new SignalingBench();
  const old = await bench.start();
  bench.client.refresh();
  old.breakDown();
  assertEquals(bench.reports, ["registered", "lost"]);
  bench.clock.tick(RETRY_MS_MIN);
  assertEquals(bench.sockets.length, 2);
  await bench.register();
  assertEquals(bench.reports, ["registered", "lost", "registered"]);
});

// --- Silence, sleep and doubt -------------------------------------------------------------------------------------

Deno.test("SignalingClient keeps a socket that is pinged, for hours", async () => {
  using bench = new SignalingBench();
  await bench.start();
  passPinged(bench, HOUR_MS);
  assertEquals([bench.sockets.length, bench.reports], [1, ["registered"]]);
});

Deno.test("SignalingClient opens a fresh socket before SILENCE_MAX_MS have passed in silence, as often as it happens", async () => {
  using bench = new SignalingBench();
  let old = await bench.start();
  for (let count = 1; count <= 3; count += 1) {
    bench.clock.tick(2 * PING_INTERVAL_MS - 1);
    assertEquals(bench.sockets.length, count, "too early");
    bench.clock.tick(SILENCE_MAX_MS - 2 * PING_INTERVAL_MS + 1);
    assertEquals([bench.sockets.length, old.isClosedByPage], [count + 1, false]);
    const fresh = await bench.register();
    assert(old.isClosedByPage);
    old = fresh;
  }
  assertEquals(bench.reports, Array(4).fill("registered"));
});

Deno.test("SignalingClient reports a loss when a silent socket cannot be replaced, and tries no faster for it", async () => {
  using bench = new SignalingBench();
  bench.random = 1 - 2 ** -53;
  const old = await bench.start();
  bench.clock.tick(SILENCE_MAX_MS);
  const isChallenged = bench.challenge(); // The fresh one hears a word, but the current one is as silent as before.
  bench.clock.tick(REGISTER_TIMEOUT_MS);
  await isChallenged;
  assertEquals([bench.reports, old.isClosedByPage], [["registered", "lost"], true]);
  const count = bench.sockets.length;
  bench.clock.tick(10 * (RETRY_MS_MAX + REGISTER_TIMEOUT_MS));
  assert(bench.sockets.length - count <= 10 + 6, `${bench.sockets.length - count} tries`);
  await bench.register();
  assert(bench.client.isRegistered);
});

Deno.test("SignalingClient replaces its socket after a sleep, or when the clock was set back", async () => {
  for (const skewMs of [SLEEP_MS, HOUR_MS, -WATCH_MS - 1, -HOUR_MS]) {
    using bench = new SignalingBench();
    const old = await bench.start();
    bench.clock.tick(1);
    bench.skewClock(skewMs);
    bench.clock.tick(WATCH_MS);
    assertEquals([bench.sockets.length, old.isClosedByPage], [2, false], `${skewMs} ms`);
    await bench.register();
    passPinged(bench, HOUR_MS);
    assertEquals([bench.sockets.length, bench.reports], [2, ["registered", "registered"]]);
  }
});

Deno.test("SignalingClient does not take the timers of a hidden page, one a minute, for a sleep", async () => {
  using bench = new SignalingBench();
  const socket = await bench.start();
  for (let minute = 0; minute < 30; minute += 1) {
    bench.skewClock(60_000 - WATCH_MS);
    socket.say({ type: "ping" });
    bench.clock.tick(WATCH_MS);
  }
  assertEquals(bench.sockets.length, 1);
});

Deno.test("SignalingClient.refreshIfInDoubt() opens a fresh socket after DOUBT_MS of silence, and not before", async () => {
  using bench = new SignalingBench();
  const socket = await bench.start();
  bench.clock.tick(DOUBT_MS);
  bench.client.refreshIfInDoubt();
  assertEquals(bench.sockets.length, 1);
  socket.say({ type: "pong" });
  bench.clock.tick(1);
  bench.client.refreshIfInDoubt();
  assertEquals(bench.sockets.length, 1);
  bench.clock.tick(DOUBT_MS);
  bench.client.refreshIfInDoubt();
  assertEquals(bench.sockets.length, 2);
});

Deno.test("SignalingClient.refreshIfInDoubt() does not wait for the next try when no socket is registered", async () => {
  using bench = new SignalingBench();
  (await bench.start()).breakDown();
  bench.client.refreshIfInDoubt();
  assertEquals(bench.sockets.length, 2);
});

Deno.test("SignalingClient.probe() asks for a word, and opens a fresh socket if none comes in time", async () => {
  for (const answer of [null, { type: "pong" }, MESSAGE] as const) {
    using bench = new SignalingBench();
    const socket = await bench.start();
    bench.clock.tick(1);
    bench.client.probe();
    bench.client.probe();
    assertEquals(socket.texts.filter((text) => text === '{"type":"ping"}').length, 1, "One question at a time");
    bench.clock.tick(PROBE_MS - 1);
    if (answer !== null) socket.say(answer);
    bench.clock.tick(1);
    assertEquals([bench.sockets.length, socket.isClosedByPage], [answer === null ? 2 : 1, false]);
    bench.client.probe();
    assertEquals(socket.texts.filter((text) => text === '{"type":"ping"}').length, 2, "It can be asked again");
  }
});

Deno.test("SignalingClient.probe() gives a server that is slow to answer its time", async () => {
  for (const [slownessMs, waitMs] of [[0, PROBE_MS], [500, 1_500], [9_000, PROBE_MS_MAX]] as const) {
    using bench = new SignalingBench();
    bench.client.start();
    await bench.challenge();
    bench.clock.tick(slownessMs);
    bench.last.say(REGISTERED);
    bench.clock.tick(1);
    bench.client.probe();
    bench.clock.tick(waitMs - 1);
    assertEquals(bench.sockets.length, 1, "too early");
    bench.clock.tick(1);
    assertEquals(bench.sockets.length, 2);
  }
});

Deno.test("SignalingClient.probe() does not begin a fresh socket anew, and asks nothing without a socket", async () => {
  using bench = new SignalingBench();
  bench.client.probe();
  const socket = await bench.start();
  bench.clock.tick(1);
  bench.client.probe();
  bench.client.refresh();
  bench.clock.tick(PROBE_MS);
  assertEquals(bench.sockets.length, 2);
  bench.last.breakDown();
  socket.breakDown();
  bench.client.probe();
  bench.clock.tick(PROBE_MS);
  assertEquals(bench.last.texts, []);
});

Deno.test("SignalingClient opens no socket after stop(), whoever asks", async () => {
  using bench = new SignalingBench();
  await bench.start();
  bench.client.stop();
  bench.client.refresh();
  bench.client.refreshIfInDoubt();
  bench.client.probe();
  bench.clock.tick(HOUR_MS);
  assertEquals(bench.sockets.length, 1);
});

// --- ICE servers and a server that stops ---------------------------------------------------------------------------

Deno.test("SignalingClient asks for fresh ICE servers before the old ones expire, and not if they never do", async () => {
  const timed = { iceServers: ICE_SERVERS, iceServersTtlSeconds: 1_000 };
  using bench = new SignalingBench();
  bench.client.start();
  const socket = await bench.challenge();
  socket.say({ ...REGISTERED, ...timed });
  const asked = () => socket.texts.filter((text) => text === '{"type":"ice-servers-request"}').length;
  for (let turn = 1; turn <= 3; turn += 1) {
    passPinged(bench, 700_000);
    assertEquals(asked(), turn - 1, "too early");
    passPinged(bench, 100_000);
    assertEquals(asked(), turn, "too late");
    socket.say({ type: "ice-servers", ...(turn < 3 ? timed : { iceServers: [] }) });
  }
  passPinged(bench, HOUR_MS);
  assertEquals(asked(), 3);
  assertEquals(bench.reports, ["registered", "ice-servers", "ice-servers", "ice-servers"]);
});

Deno.test("SignalingClient moves to a fresh socket within the time that a stopping server gives", async () => {
  for (const random of [0.01, 0.5, 0.999]) {
    using bench = new SignalingBench();
    const old = await bench.start();
    bench.random = random;
    old.say({ type: "reconnect", withinMs: 10_000 });
    bench.clock.tick(10_000 * random - 1);
    assertEquals([bench.sockets.length, old.isClosedByPage], [1, false]);
    bench.clock.tick(1);
    assertEquals([bench.sockets.length, old.isClosedByPage], [2, false]);
    await bench.register();
    assertEquals(bench.reports, ["registered", "registered"]);
  }
});

Deno.test("SignalingClient does not move again when the server stopped sooner, nor when it was replaced", async () => {
  using bench = new SignalingBench();
  const old = await bench.start();
  old.say({ type: "reconnect", withinMs: 10_000 });
  old.breakDown();
  bench.clock.tick(RETRY_MS_MIN);
  const next = await bench.register();
  bench.clock.tick(10_000);
  assertEquals(bench.sockets.length, 2);
  next.say({ type: "reconnect", withinMs: 10_000 });
  next.say(createError("replaced"));
  bench.clock.tick(10_000);
  assertEquals(bench.sockets.length, 2);
});

// --- Replaced -----------------------------------------------------------------------------------------------------

Deno.test("SignalingClient rests when it is replaced, through sleep too, until it is asked to come back", async () => {
  using bench = new SignalingBench();
  const socket = await bench.start();
  socket.say(createError("replaced"));
  socket.breakDown();
  assertEquals([bench.client.isRegistered, bench.client.send(MESSAGE)], [false, false]);
  bench.clock.tick(HOUR_MS);
  bench.skewClock(HOUR_MS);
  bench.clock.tick(HOUR_MS);
  assertEquals([bench.sockets.length, bench.reports], [1, ["registered", "lost: replaced"]]);
  bench.client.refreshIfInDoubt();
  assertEquals(bench.sockets.length, 2);
  await bench.register();
  bench.last.breakDown();
  bench.clock.tick(RETRY_MS_MIN);
  assertEquals(bench.sockets.length, 3, "It comes back by itself again");
  await bench.register();
  bench.clock.tick(SILENCE_MAX_MS + WATCH_MS);
  assertEquals(bench.sockets.length, 4, "and watches for silence again");
});

Deno.test("SignalingClient rests when it is replaced while a retry is due", async () => {
  using bench = new SignalingBench();
  const socket = await bench.start();
  bench.client.refresh();
  bench.last.breakDown();
  socket.say(createError("replaced"));
  bench.clock.tick(HOUR_MS);
  assertEquals(bench.sockets.length, 2);
});

Deno.test("SignalingClient goes on with a fresh socket that was asked for before it was replaced", async () => {
  using bench = new SignalingBench();
  const socket = await bench.start();
  bench.client.refresh();
  socket.say(createError("replaced"));
  await bench.register();
  assertEquals(bench.reports, ["registered", "lost: replaced", "registered"]);
});

// --- Stopping -----------------------------------------------------------------------------------------------------

Deno.test("SignalingClient.stop() leaves no timer, no open socket and no report behind, whenever it comes", async () => {
  const moments: ((bench: SignalingBench) => unknown)[] = [
    () => {},
    (bench) => bench.client.start(),
    (bench) => bench.start(),
    async (bench) => (await bench.start()).breakDown(),
    async (bench) => (await bench.start(), bench.client.refresh()),
    async (bench) => (await bench.start(), bench.client.refresh(), bench.last.breakDown()),
    async (bench) => (await bench.start()).say(createError("replaced")),
    async (bench) => (await bench.start(), bench.client.probe()),
    async (bench) => (await bench.start()).say({ type: "reconnect", withinMs: 10_000 }),
    async (bench) => (await bench.start()).say({ type: "ice-servers", iceServers: [], iceServersTtlSeconds: 60 }),
  ];
  for (const reach of moments) {
    using bench = new SignalingBench();
    await reach(bench);
    const reports = [...bench.reports];
    bench.client.stop();
    assertEquals(bench.clock.countTimers(), 0);
    for (const socket of bench.sockets) {
      assert(socket.readyState !== WebSocket.OPEN && socket.readyState !== WebSocket.CONNECTING);
      socket.say(REGISTERED);
      socket.breakDown();
    }
    assertEquals([bench.reports, bench.client.isRegistered, bench.clock.countTimers()], [reports, false, 0]);
  }
});

Deno.test("SignalingClient.stop() lets no proof go out that was being made", async () => {
  using bench = new SignalingBench();
  bench.client.start();
  const isChallenged = bench.challenge();
  bench.client.stop();
  assertEquals((await isChallenged).texts, []);
});

// --- Told to wait -------------------------------------------------------------------------------------------------

Deno.test("SignalingClient told to wait waits at least as long, whatever the network does, and says so", async () => {
  for (const isRegistered of [false, true]) {
    using bench = new SignalingBench();
    bench.client.start();
    const socket = isRegistered ? await bench.register() : await bench.challenge();
    bench.reports.length = 0;
    bench.random = 0;
    socket.say({ type: "error", code: "rate-limited", retryAfterMs: 36_000 });
    assertEquals(bench.reports, ["lost: rate-limited"]);
    assertEquals(socket.readyState, WebSocket.CLOSING);
    bench.clock.tick(35_999);
    bench.client.refresh();
    bench.client.refreshIfInDoubt();
    assertEquals(bench.sockets.length, 1);
    bench.clock.tick(1);
    assertEquals(bench.sockets.length, 2);
    await bench.register();
    bench.client.refresh();
    assertEquals(bench.sockets.length, 3);
  }
});

Deno.test("SignalingClient never comes at once because it was told to wait for too long", async () => {
  for (const ms of [2 ** 31, Number.MAX_SAFE_INTEGER]) {
    using waiting = new SignalingBench();
    waiting.client.start();
    waiting.random = 0;
    (await waiting.challenge()).say({ type: "error", code: "rate-limited", retryAfterMs: ms });
    waiting.clock.tick(HOUR_MS - 1);
    assertEquals(waiting.sockets.length, 1);
    waiting.clock.tick(1);
    assertEquals(waiting.sockets.length, 2, "No server means more than an hour");
  }
});

Deno.test("SignalingClient does nothing at once that is far off", async () => {
  for (const far of [2 ** 32, Number.MAX_SAFE_INTEGER]) {
    using bench = new SignalingBench();
    bench.random = 0.999;
    const socket = await bench.start();
    const before = socket.texts.length;
    socket.say({ type: "reconnect", withinMs: far });
    socket.say({ type: "ice-servers", iceServers: [], iceServersTtlSeconds: far });
    bench.clock.tick(10_000);
    assertEquals([bench.sockets.length, socket.texts.length], [1, before]);
  }
});

Deno.test("SignalingClient hands on the limits of each fresh socket, and that there are none", async () => {
  const told: unknown[] = [];
  using bench = new SignalingBench({ registered: (_id, _iceServers, limits) => void told.push(limits) });
  const limits = { messagesPerSecond: 50, messagesBurst: 600, messageLengthUnit: 4_096 };
  bench.client.start();
  const socket = await bench.challenge();
  socket.say({ ...REGISTERED, limits } as ServerMessage);
  bench.client.refresh();
  await bench.register();
  assertEquals(told, [limits, undefined]);
});
