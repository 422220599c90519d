import { assertEquals } from "@std/assert";
import {
  CLOSE,
  createRandomPeerId,
  type PeerId,
  type PresenceTopic,
  REGISTER_DEADLINE_MS,
} from "../../../signaling/protocol.ts";
import { Counters } from "../../../signaling/monitoring/counters.ts";
import { Deadlines } from "../../../signaling/session/deadlines.ts";
import { MemoryBus, MemoryHub } from "../../../signaling/bus/memory_bus.ts";
import { PairBudgets } from "../../../signaling/limits/pair_budgets.ts";
import { Relay, SESSIONS_PER_PEER_MAX } from "../../../signaling/session/relay.ts";
import { BUFFERED_BYTES_MAX, Session } from "../../../signaling/session/session.ts";
import { FakeSocket } from "../../doubles/fake_socket.ts";
import { createShare, fill } from "../../doubles/session_bench.ts";
import { createPresenceTopic } from "../../doubles/presence_topic.ts";
import { createTestIdentity } from "../../doubles/test_identity.ts";

const SENDER = createRandomPeerId();

/** A session that the test joins by hand, on a clock that stands still. */
function createSession(
  relay: Relay,
  { hosts = [], keepsChallenge = false }: { hosts?: string[]; keepsChallenge?: boolean } = {},
): { session: Session; socket: FakeSocket } {
  const socket = new FakeSocket();
  const clock = { setTimeout: () => 0, clearTimeout: () => {}, performance };
  const offerIceServers = () => ({ iceServers: [] });
  const share = createShare({});
  const deadlines = new Deadlines(clock, REGISTER_DEADLINE_MS);
  const pairBudgets = new PairBudgets({ messagesPerSecond: 0, messagesBurst: 0 }, () => 0);
  const handlers = { onClosed: () => {}, onOtherHost: () => {} };
  const rest = { offerIceServers, announced: {}, sendPush: null, pairBudgets, counters: new Counters(), ...handlers };
  const context = { router: relay, clock, deadlines, ...rest };
  const session = new Session(context, { socket, host: undefined, hosts, share });
  if (!keepsChallenge) socket.texts.length = 0;
  return { session, socket };
}

/** A session that registered by itself, so that it leaves by itself too. */
async function createRegistered(
  relay: Relay,
  presenceTopic?: PresenceTopic,
): Promise<{ socket: FakeSocket; session: Session; peerId: PeerId }> {
  const { session, socket } = createSession(relay);
  await session.handle(JSON.stringify({ type: "register", presenceTopic }));
  if (socket.last?.type !== "registered") throw new Error("Cannot register");
  const peerId = socket.last.id;
  socket.texts.length = 0;
  return { session, socket, peerId };
}

Deno.test("Relay.route() delivers to every session of the ID and to no other", () => {
  const relay = new Relay(new MemoryBus());
  const [peerId, otherId] = [createRandomPeerId(), createRandomPeerId()];
  const [first, second, other] = [createSession(relay), createSession(relay), createSession(relay)];
  relay.join(peerId, first.session);
  relay.join(peerId, second.session);
  relay.join(otherId, other.session);
  assertEquals(relay.route(peerId, "text", SENDER), 2);
  assertEquals([first, second, other].map(({ socket }) => socket.texts), [["text"], ["text"], []]);
});

Deno.test("Relay.route() tells the sender when nobody has that ID", () => {
  const relay = new Relay(new MemoryBus());
  assertEquals(relay.route(createRandomPeerId(), "text", SENDER), 0);
});

Deno.test("Relay.leave() takes out one session and forgets an ID with none", () => {
  const relay = new Relay(new MemoryBus());
  const peerId = createRandomPeerId();
  const [first, second] = [createSession(relay), createSession(relay)];
  relay.join(peerId, first.session);
  relay.join(peerId, second.session);
  relay.leave(peerId, first.session);
  relay.leave(peerId, first.session);
  assertEquals(relay.route(peerId, "text", SENDER), 1);
  assertEquals(relay.peerCount, 1);
  relay.leave(peerId, second.session);
  relay.leave(peerId, second.session);
  assertEquals(relay.route(peerId, "text", SENDER), 0);
  assertEquals(relay.peerCount, 0);
});

Deno.test("Relay.join() replaces the oldest session with the ninth", async () => {
  const relay = new Relay(new MemoryBus());
  const oldest = await createRegistered(relay);
  const newer = Array.from({ length: SESSIONS_PER_PEER_MAX }, () => createSession(relay));
  for (const { session } of newer.slice(0, -1)) relay.join(oldest.peerId, session);
  assertEquals(relay.route(oldest.peerId, "eight", SENDER), 8);
  assertEquals(oldest.socket.closes, []);

  for (const { session } of newer.slice(-1)) relay.join(oldest.peerId, session);
  assertEquals(oldest.socket.last, {
    type: "error",
    code: "replaced",
    message: "Cannot keep socket open: its ID has 8 newer ones",
  });
  assertEquals(oldest.socket.closes, [[CLOSE.replaced, "replaced"]]);
  assertEquals(relay.route(oldest.peerId, "nine", SENDER), 8);
  assertEquals(newer.map(({ socket }) => socket.texts.at(-1)), Array(8).fill("nine"));
});

Deno.test("Relay.route() drops a slow session at once, without harm to the others and without counting it", async () => {
  const relay = new Relay(new MemoryBus());
  const slow = await createRegistered(relay);
  const fast = createSession(relay);
  relay.join(slow.peerId, fast.session);
  await fill(slow, BUFFERED_BYTES_MAX, { isOver: true });
  slow.socket.texts.length = 0;
  assertEquals(relay.route(slow.peerId, "text", SENDER), 1);
  assertEquals(fast.socket.texts, ["text"]);
  assertEquals(slow.socket.texts, []);
  assertEquals(slow.socket.closes, [[CLOSE.slowReader, "slow-reader"]]);
  assertEquals(relay.route(slow.peerId, "again", SENDER), 1);
});

Deno.test("Relay.route() delivers here at once, and on other instances once to each session", () => {
  const hub = new MemoryHub();
  const [here, there] = [new Relay(new MemoryBus(hub)), new Relay(new MemoryBus(hub))];
  const peerId = createRandomPeerId();
  const [own, first, second] = [createSession(here), createSession(there), createSession(there)];
  there.join(peerId, first.session);
  there.join(peerId, second.session);
  assertEquals(here.route(peerId, "one", SENDER), 1, "instances are counted where there is no session here");
  here.join(peerId, own.session);
  assertEquals(here.route(peerId, "two", SENDER), 1);
  assertEquals(own.socket.texts, ["two"]);
  for (const { socket } of [first, second]) assertEquals(socket.texts, ["one", "two"]);
  there.leave(peerId, first.session);
  there.leave(peerId, second.session);
  here.leave(peerId, own.session);
  assertEquals(here.route(peerId, "three", SENDER), 0, "the last session takes the subscription with it");
});

Deno.test("Relay.findOnline() finds a topic until the last session under it has left, and never an ID", async () => {
  const relay = new Relay(new MemoryBus());
  const identity = await createTestIdentity();
  const register = async (presenceTopic?: PresenceTopic) => {
    const { session, socket } = createSession(relay, { hosts: ["host"], keepsChallenge: true });
    if (socket.last?.type !== "challenge") throw new Error("Cannot register");
    const proof = await identity.prove(socket.last.nonce, "host");
    await session.handle(JSON.stringify({ type: "register", presenceTopic, ...proof }));
    return session;
  };
  const [shared, own] = [createPresenceTopic(), createPresenceTopic()];
  const all = [identity.peerId as string as PresenceTopic, shared, own];
  await register();
  assertEquals(relay.findOnline(all), []);
  const sessions = [await register(shared), await register(shared), await register(own)];
  for (const online of [[shared, own], [shared, own], [own], []]) {
    assertEquals(relay.findOnline(all), online);
    sessions.shift()?.handleClosed();
  }
  assertEquals(relay.route(identity.peerId, "text", SENDER), 1);
});

Deno.test("Relay counts a session that a ninth replaces out of its topic", async () => {
  const relay = new Relay(new MemoryBus());
  const topic = createPresenceTopic();
  const oldest = await createRegistered(relay, topic);
  assertEquals(relay.findOnline([topic]), [topic]);
  for (let count = 0; count < SESSIONS_PER_PEER_MAX; count += 1) {
    relay.join(oldest.peerId, createSession(relay).session);
  }
  assertEquals(relay.findOnline([topic]), []);
});
