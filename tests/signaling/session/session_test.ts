import { assert, assertEquals, assertNotEquals } from "@std/assert";
import type { Share } from "../../../signaling/limits/address_limits.ts";
import {
  CLOSE,
  createCallId,
  createRandomPeerId,
  type ErrorCode,
  isPeerId,
  MESSAGE_BYTES_MAX,
  type PeerId,
  type PresenceTopic,
  REGISTER_DEADLINE_MS,
} from "../../../signaling/protocol.ts";
import type { Bus, Online, Receipt } from "../../../signaling/bus/bus.ts";
import {
  createPresenceBudget,
  PRESENCE_BURST,
  PRESENCE_INTERVAL_MS,
} from "../../../signaling/limits/presence_budget.ts";
import { BUFFERED_BYTES_MAX } from "../../../signaling/session/session.ts";
import type { FakeSocket } from "../../doubles/fake_socket.ts";
import { createOffer, createShare, fill, HOST, SessionBench } from "../../doubles/session_bench.ts";
import { createPresenceTopic } from "../../doubles/presence_topic.ts";
import { createTestIdentity } from "../../doubles/test_identity.ts";

const SENDER = createRandomPeerId();

function nonceOf(socket: FakeSocket): string {
  if (socket.last?.type !== "challenge") throw new Error("Cannot find a challenge");
  return socket.last.nonce;
}

function assertError(socket: FakeSocket, code: ErrorCode): void {
  assertEquals(socket.last?.type === "error" ? socket.last.code : socket.last?.type, code);
}

function createPeerText(id: string, clientId: string, rest: Record<string, unknown> = {}): string {
  return JSON.stringify({ type: "ringing", id, clientId, ...rest });
}

function createCall(id: string, clientId: string, rest: Record<string, unknown> = {}): string {
  return createPeerText(id, clientId, { type: "video-offer-request", ...rest });
}

Deno.test("Session challenges each socket with a nonce of its own", () => {
  using bench = new SessionBench();
  const [first, second] = [bench.connect(), bench.connect()];
  assertEquals(nonceOf(first.socket).length, 43);
  assertNotEquals(nonceOf(first.socket), nonceOf(second.socket));
});

Deno.test("Session.handle() registers a key under the ID that it proves", async () => {
  using bench = new SessionBench();
  const identity = await createTestIdentity();
  const { session, socket } = bench.connect();
  const proof = await identity.prove(nonceOf(socket), HOST);
  await session.handle(JSON.stringify({ type: "register", ...proof }));
  assertEquals(socket.last, { type: "registered", id: identity.peerId, ...createOffer(1) });
  assertEquals(bench.relay.route(identity.peerId, "text", SENDER), 1);
});

Deno.test("Session.handle() tells whoever registers how much a socket may say", async () => {
  using bench = new SessionBench();
  bench.announced.limits = { messagesPerSecond: 50, messagesBurst: 600, messageLengthUnit: 4_096 };
  const { socket } = await bench.register();
  assertEquals(socket.last?.type === "registered" && socket.last.limits, bench.announced.limits);
});

Deno.test("Session.handle() lends a random ID to a socket without a key", async () => {
  using bench = new SessionBench();
  const [first, second] = [await bench.register(), await bench.register()];
  assert(isPeerId(first.peerId));
  assertNotEquals(first.peerId, second.peerId);
  assertEquals(bench.relay.peerCount, 2);
});

Deno.test("Session.handle() refuses a proof for another socket's nonce and closes", async () => {
  using bench = new SessionBench();
  const identity = await createTestIdentity();
  const [first, second] = [bench.connect(), bench.connect()];
  const proof = await identity.prove(nonceOf(first.socket), HOST);
  await second.session.handle(JSON.stringify({ type: "register", ...proof }));
  assertError(second.socket, "bad-signature");
  assertEquals(second.socket.closes, [[CLOSE.registerRefused, "bad-signature"]]);
  assertEquals(bench.otherHosts, [[HOST]]);
  assertEquals(bench.relay.peerCount, 0);
});

Deno.test("Session.handle() does not register a socket that closed while its signature was checked", async () => {
  using bench = new SessionBench();
  const identity = await createTestIdentity();
  const { session, socket } = bench.connect();
  const proof = await identity.prove(nonceOf(socket), HOST);
  const isDone = session.handle(JSON.stringify({ type: "register", ...proof }));
  session.handleClosed();
  await isDone;
  assertEquals(bench.relay.peerCount, 0);
  assertEquals(socket.texts.length, 1);
});

Deno.test("Session.handle() takes one register only, also while a signature is checked", async () => {
  using bench = new SessionBench();
  const identity = await createTestIdentity();
  const { session, socket } = bench.connect();
  const proof = await identity.prove(nonceOf(socket), HOST);
  const isDone = session.handle(JSON.stringify({ type: "register", ...proof }));
  await session.handle('{"type":"register"}');
  assertError(socket, "already-registered");
  await session.handle(createPeerText(identity.peerId, identity.peerId));
  assertError(socket, "not-registered");
  await isDone;
  assertEquals(socket.last?.type, "registered");
  await session.handle('{"type":"register"}');
  assertError(socket, "already-registered");
  assertEquals(socket.closes, []);
});

Deno.test("Session closes a socket that has not registered in 5 s", () => {
  using bench = new SessionBench();
  const { socket } = bench.connect();
  bench.clock.tick(REGISTER_DEADLINE_MS - 1);
  assertEquals(socket.closes, []);
  bench.clock.tick(1);
  assertError(socket, "register-timeout");
  assertEquals(socket.closes, [[CLOSE.registerTimeout, "register-timeout"]]);
  assertEquals(bench.sessions.size, 0);
});

Deno.test("Session leaves a registered socket open past the deadline", async () => {
  using bench = new SessionBench();
  const { socket } = await bench.register();
  bench.clock.tick(REGISTER_DEADLINE_MS * 2);
  assertEquals(socket.closes, []);
});

Deno.test("Session.handle() renews the ICE servers of a registered socket, and of no other", async () => {
  using bench = new SessionBench();
  const { session, socket } = bench.connect();
  await session.handle('{"type":"ice-servers-request"}');
  assertError(socket, "not-registered");
  await session.handle('{"type":"register"}');
  await session.handle('{"type":"ice-servers-request"}');
  assertEquals(socket.last, { type: "ice-servers", ...createOffer(2) });
  assertEquals(socket.closes, []);
});

Deno.test("Session.handle() answers a bare register before it returns, so that nothing can overtake it", () => {
  using bench = new SessionBench();
  const { session, socket } = bench.connect();
  session.handle('{"type":"register"}');
  session.handle('{"type":"ping"}');
  assertEquals(socket.texts.map((text) => JSON.parse(text).type), ["challenge", "registered", "pong"]);
});

Deno.test("Session.askToReconnect() tells the client and leaves the socket working", async () => {
  using bench = new SessionBench();
  const { session, socket, peerId } = await bench.register();
  session.askToReconnect(10_000);
  assertEquals(socket.last, { type: "reconnect", withinMs: 10_000 });
  const text = createPeerText(peerId, peerId);
  await session.handle(text);
  assertEquals(socket.texts.at(-1), text);
  assertEquals(socket.closes, []);
  session.goAway();
  session.askToReconnect(10_000);
  assertEquals(socket.texts.at(-1), text, "nothing is sent on a closed socket");
});

Deno.test("Session.handle() answers a ping in any state", async () => {
  using bench = new SessionBench();
  const { session, socket } = bench.connect();
  await session.handle('{"type":"ping"}');
  assertEquals(socket.texts.at(-1), '{"type":"pong"}');
  await session.handle('{"type":"register"}');
  await session.handle('{"type":"ping"}');
  assertEquals(socket.texts.at(-1), '{"type":"pong"}');
  assertEquals(socket.texts.length, 4);
});

Deno.test("Session.handle() answers what is no message with a code and stays open", async () => {
  using bench = new SessionBench();
  const { session, socket, peerId } = await bench.register();
  const refusals: [text: string, code: ErrorCode][] = [
    ["", "bad-message"],
    ["{", "bad-message"],
    ["[]", "bad-message"],
    ['{"type":7}', "bad-message"],
    ['{"type":"constructor"}', "unknown-type"],
    ['{"type":"register","publicKey":"x"}', "bad-message"],
    [createPeerText(peerId, "nobody"), "bad-message"],
    [createPeerText(createRandomPeerId(), peerId), "wrong-id"],
  ];
  for (const [text, code] of refusals) {
    await session.handle(text);
    assertError(socket, code);
  }
  assertEquals(socket.closes, []);
  assertEquals(bench.relay.peerCount, 1);
});

Deno.test("Session.handle() relays nothing before it is registered", async () => {
  using bench = new SessionBench();
  const receiver = await bench.register();
  const { session, socket } = bench.connect();
  await session.handle(createPeerText(receiver.peerId, receiver.peerId));
  assertError(socket, "not-registered");
  assertEquals(receiver.socket.last?.type, "registered");
});

Deno.test("Session.handle() forwards the text as it came, its own ID included", async () => {
  using bench = new SessionBench();
  const [sender, receiver] = [await bench.register(), await bench.register()];
  const text = ` { "clientId" : "${receiver.peerId}", "x": 1.0, "type":"ringing", "\\u0069d": "${sender.peerId}"}\n`;
  await sender.session.handle(text);
  assertEquals(receiver.socket.texts.at(-1), text);
  const toSelf = createPeerText(sender.peerId, sender.peerId);
  await sender.session.handle(toSelf);
  assertEquals(sender.socket.texts.at(-1), toSelf);
});

Deno.test("Session.handle() names the peer and the call that it cannot reach", async () => {
  using bench = new SessionBench();
  const { session, socket, peerId } = await bench.register();
  const [clientId, callId] = [createRandomPeerId(), createCallId()];
  const error = { type: "error", code: "peer-unavailable", message: "Nobody has this ID right now", clientId } as const;
  await session.handle(createCall(peerId, clientId, { callId }));
  assertEquals(socket.last, { ...error, callId });
  for (const badCallId of [undefined, 7, "a b", "x".repeat(65)]) {
    await session.handle(createCall(peerId, clientId, { callId: badCallId }));
    assertEquals(socket.last, error);
  }
});

Deno.test("Session.handle() parses a relayed message once and encodes nothing", async () => {
  using bench = new SessionBench();
  const [sender, receiver] = [await bench.register(), await bench.register()];
  const text = createPeerText(sender.peerId, receiver.peerId);
  const { parse, stringify } = JSON;
  const counts = { parse: 0, stringify: 0 };
  JSON.parse = (...args) => (counts.parse += 1, parse(...args));
  JSON.stringify = (...args: unknown[]) => (counts.stringify += 1, Reflect.apply(stringify, JSON, args));
  try {
    for (let turn = 0; turn < 100; turn += 1) await sender.session.handle(text);
  } finally {
    Object.assign(JSON, { parse, stringify });
  }
  assertEquals(counts, { parse: 100, stringify: 0 });
  assertEquals(receiver.socket.texts.length, 102);
});

Deno.test("Session.handle() closes a socket that sends too much, counted in bytes of UTF-8", async () => {
  using bench = new SessionBench();
  const { session, socket } = await bench.register();
  await session.handle(`{"type":"ping","x":"${"é".repeat((MESSAGE_BYTES_MAX - 22) / 2)}"}`);
  assertEquals(socket.texts.at(-1), '{"type":"pong"}');
  await session.handle(`{"type":"ping","x":"${"é".repeat((MESSAGE_BYTES_MAX - 20) / 2)}"}`);
  assertError(socket, "too-large");
  assertEquals(socket.closes, [[CLOSE.tooLarge, "too-large"]]);
  assertEquals(bench.relay.peerCount, 0);
});

Deno.test("Session.handle() closes a socket that sends a binary frame, and ignores what follows", async () => {
  using bench = new SessionBench();
  const { session, socket } = await bench.register();
  await session.handle(new ArrayBuffer(1));
  assertError(socket, "not-text");
  assertEquals(socket.closes, [[CLOSE.unsupportedData, "not-text"]]);
  const count = socket.texts.length;
  await session.handle('{"type":"ping"}');
  await session.handle(new ArrayBuffer(1));
  assertEquals([socket.texts.length, socket.closes.length], [count, 1]);
});

Deno.test("Session leaves the relay before it closes its socket, and does not wait for the close event", async () => {
  using bench = new SessionBench();
  const { session, socket, peerId } = await bench.register();
  socket.close = () => assertEquals([bench.relay.peerCount, bench.sessions.size], [0, 0]);
  session.goAway();
  assertEquals(bench.relay.route(peerId, "text", SENDER), 0);
  session.handleClosed(); // The event comes after all.
});

Deno.test("Session closes a socket whose answers pile up unread", async () => {
  using bench = new SessionBench();
  const { session, socket } = await bench.register();
  await fill({ session, socket }, BUFFERED_BYTES_MAX, { isOver: true });
  assertEquals(socket.closes, []);
  await session.handle('{"type":"ping"}');
  assertEquals(socket.closes, [[CLOSE.slowReader, "slow-reader"]]);
  assertEquals(bench.relay.peerCount, 0);
});

Deno.test("Session.handle() closes a socket over a limit, and says when to come back", async () => {
  const key = '{"type":"register"}';
  const limited: [limit: Partial<Share>, texts: (peerId: string) => string[]][] = [
    [{ takeMessage: () => 700 }, () => ['{"type":"ping"}']],
    [{ takeRegistration: () => 700 }, () => [key]],
    [{ takeMiss: () => 700 }, (peerId) => [createCall(peerId, createRandomPeerId())]],
  ];
  for (const [limit, createTexts] of limited) {
    using bench = new SessionBench();
    const isMiss = limit.takeMiss !== undefined;
    bench.share = createShare(limit);
    const { session, socket } = bench.connect();
    if (isMiss) await session.handle(key);
    const peerId = socket.last?.type === "registered" ? socket.last.id : "";
    for (const text of createTexts(peerId)) await session.handle(text);
    assertError(socket, "rate-limited");
    assertEquals(socket.last?.type === "error" && socket.last.retryAfterMs, 700);
    assertEquals(socket.closes, [[CLOSE.rateLimited, "rate-limited"]]);
    assertEquals(bench.relay.peerCount, 0);
    await session.handle('{"type":"ping"}');
    assertEquals(socket.closes.length, 1);
  }
});

Deno.test("Session.handle() counts each message by its length, before it reads it, and each miss by its ID", async () => {
  using bench = new SessionBench();
  const lengths: number[] = [];
  const missed: string[] = [];
  bench.share = createShare({
    takeMessage: (length) => (lengths.push(length), 0),
    takeMiss: (id) => (missed.push(id), 0),
  });
  const { session, peerId } = await bench.register();
  const nobody = createRandomPeerId();
  const texts = [createCall(peerId, nobody), createCall(peerId, peerId)];
  for (const text of ["{", ...texts]) await session.handle(text);
  assertEquals(lengths, [19, 1, ...texts.map((text) => text.length)]);
  assertEquals(missed, [nobody]);
});

/** A relay whose bus answers when the test says so. */
class SlowBus implements Bus {
  readonly isReady = true;
  readonly joined = Promise.withResolvers<void>();
  readonly asked = Promise.withResolvers<PeerId>();
  receipt: Receipt = 0;
  online: Online = [];
  readonly appeared: PresenceTopic[] = [];

  subscribe(peerId: PeerId): Promise<void> {
    this.asked.resolve(peerId);
    return this.joined.promise;
  }

  unsubscribe(): void {}

  hasPeers() {
    return false;
  }
  close(): void {}

  publish(): Promise<Receipt> {
    return Promise.resolve(this.receipt);
  }

  appear(topic: PresenceTopic): void {
    this.appeared.push(topic);
  }

  disappear(topic: PresenceTopic): void {
    this.appeared.splice(this.appeared.indexOf(topic), 1);
  }

  findOnline(): Online {
    return this.online;
  }
}

Deno.test("Session says that it is registered once other instances reach it, or with the first message", async () => {
  for (const isMessageFirst of [false, true]) {
    const bus = new SlowBus();
    using bench = new SessionBench(bus);
    const { session, socket } = bench.connect();
    const isDone = session.handle('{"type":"register"}');
    const peerId = await bus.asked.promise;
    assertEquals(socket.last?.type, "challenge");
    await session.handle(createPeerText(peerId, createRandomPeerId()));
    assertError(socket, "not-registered");
    if (isMessageFirst) void bench.relay.route(peerId, "text", SENDER);
    else bus.joined.resolve();
    if (isMessageFirst) assertEquals(socket.texts.at(-1), "text");
    bus.joined.resolve();
    await isDone;
    const types = socket.texts.map((text) => text === "text" ? text : JSON.parse(text).type);
    const rest = isMessageFirst ? ["text"] : [];
    assertEquals(types, ["challenge", "error", "registered", ...rest]);
  }
});

Deno.test("Session does not register what closed while other instances were told", async () => {
  const bus = new SlowBus();
  using bench = new SessionBench(bus);
  const { session, socket } = bench.connect();
  const isDone = session.handle('{"type":"register"}');
  session.handleClosed();
  bus.joined.resolve();
  await isDone;
  assertEquals([socket.last?.type, bench.relay.peerCount], ["challenge", 0]);
});

Deno.test("Session.handle() tells apart that nobody is there and that it cannot be told", async () => {
  const bus = new SlowBus();
  bus.joined.resolve();
  using bench = new SessionBench(bus);
  const { session, socket, peerId } = await bench.register();
  const [clientId, callId] = [createRandomPeerId(), createCallId()];
  for (const [receipt, code] of [[0, "peer-unavailable"], ["unavailable", "unavailable"]] as const) {
    bus.receipt = receipt;
    await session.handle(createCall(peerId, clientId, { callId }));
    assertError(socket, code);
    const { last } = socket;
    assertEquals(last?.type === "error" && [last.clientId, last.callId], [clientId, callId]);
    await session.handle(createCall(peerId, clientId, { callId: [["no", "ID"]] }));
    assertError(socket, code);
    assert(!("callId" in (socket.last ?? {})), "It names what is no ID");
  }
  const count = socket.texts.length;
  bus.receipt = 1;
  await session.handle(createCall(peerId, clientId, { callId }));
  assertEquals(socket.texts.length, count);
});

Deno.test("Session.handle() tells who is online, once registered and not too often", async () => {
  const bus = new SlowBus();
  bus.joined.resolve();
  using bench = new SessionBench(bus);
  const topics = [createPresenceTopic(), createPresenceTopic()];
  const request = JSON.stringify({ type: "presence-request", topics });
  const early = bench.connect();
  await early.session.handle(request);
  assertError(early.socket, "not-registered");
  const { session, socket } = await bench.register();
  bus.online = topics.slice(1);
  await session.handle(request);
  assertEquals(socket.last, { type: "presence", topics, online: topics.slice(1) });
  bus.online = "unavailable";
  await session.handle(request);
  assertError(socket, "unavailable");
  for (let asked = 2; asked < PRESENCE_BURST; asked += 1) await session.handle(request);
  assertError(socket, "unavailable");
  await session.handle(request);
  assertError(socket, "rate-limited");
});

Deno.test("createPresenceBudget() gives one question back for each interval, and no more than the burst", () => {
  const budget = createPresenceBudget(0);
  const takeAll = (nowMs: number) => {
    let count = 0;
    while (budget.take(nowMs) === 0) count += 1;
    return count;
  };
  assertEquals(takeAll(1_000_000), PRESENCE_BURST);
  assertEquals(takeAll(1_000_000 + PRESENCE_INTERVAL_MS - 1), 0);
  assertEquals(takeAll(1_000_000 + PRESENCE_INTERVAL_MS * 3), 3);
  assertEquals(takeAll(9_000_000), PRESENCE_BURST);
});
