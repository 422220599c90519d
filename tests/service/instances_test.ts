/** Two real servers and a real Redis as one service, by sockets alone; with browsers in tests/faults/. */

import { assert, assertEquals } from "@std/assert";
import { createRandomPeerId, type PeerId, type PresenceTopic } from "../../signaling/protocol.ts";
import { Instances } from "../doubles/instances.ts";
import { createPresenceTopic } from "../doubles/presence_topic.ts";
import { isMissing } from "../doubles/programs.ts";
import { REDIS } from "../doubles/redis_server.ts";
import { TestClient } from "../doubles/test_client.ts";
import { createTestIdentity, type TestIdentity } from "../doubles/test_identity.ts";

/** The promise: messages between instances pass again this soon after Redis is back, in milliseconds. */
const BACK_MS_MAX = 3_000;
/** How long a message or its error may take. */
const PATIENCE_MS = 5_000;
/** Sessions of one address whose first words an ID hears. */
const CALLERS_MAX = 12;

type End = { readonly client: TestClient; readonly peerId: PeerId };

async function connect(host: string, identity?: TestIdentity, address?: string): Promise<End> {
  const client = new TestClient(host, address);
  return { client, peerId: await client.register(identity) };
}

function createText(from: End, to: PeerId, seq: number): string {
  const offer = { audio: false, video: false, description: { type: "offer", sdp: "" } };
  const envelope = { id: from.peerId, clientId: to, callId: "call", tabId: "tab", seq };
  return JSON.stringify({ type: "video-offer-request", ...envelope, ...offer });
}

/** Sends until it arrives, and returns the codes of the errors that came instead. */
async function reach(from: End, to: End): Promise<Set<string>> {
  const codes = new Set<string>();
  for (let seq = 1;; seq++) {
    from.client.send(createText(from, to.peerId, seq));
    const code = await seeWhatComes(from, to, seq);
    if (code === null) return codes;
    codes.add(code);
  }
}

/** Waits until a message has arrived or its error has, which may come late: Redis is asked first. */
async function seeWhatComes(from: End, to: End, seq: number): Promise<string | null> {
  const startMs = performance.now();
  while (performance.now() - startMs < PATIENCE_MS) {
    while (from.client.hasMessage) {
      const answer = await from.client.next();
      if (answer.type === "error") return answer.code;
    }
    while (to.client.hasMessage) {
      const message = await to.client.next();
      if (message.type !== "video-offer-request" || message.id !== from.peerId) continue;
      assertEquals(message.seq, seq);
      return null;
    }
    await new Promise((resolve) => setTimeout(resolve, 0)); // The next turn of the event loop.
  }
  throw new Error(`Neither the message nor an error came in ${PATIENCE_MS} ms`);
}

/** Asks which of these topics somebody is online under. */
async function seeOnline(end: End, topics: PresenceTopic[], expected: PresenceTopic[]): Promise<void> {
  end.client.send({ type: "presence-request", topics });
  const { online } = await end.client.nextOfType("presence");
  assertEquals(online, expected);
}

/** Asks for somebody who is nowhere until that is said: an instance that has just found Redis cannot tell yet. */
async function seeSettled(end: End): Promise<void> {
  for (let code = ""; code !== "peer-unavailable";) {
    end.client.send(createText(end, createRandomPeerId(), 1));
    code = (await end.client.nextOfType("error")).code;
  }
}

function instancesTest(
  name: string,
  count: number,
  run: (instances: Instances) => Promise<void>,
  env: Record<string, string> = {},
): void {
  Deno.test({
    name,
    ignore: isMissing(name, REDIS),
    async fn() {
      await using instances = await Instances.start(count, env);
      await run(instances);
    },
  });
}

async function closeAll(...ends: End[]): Promise<void> {
  await Promise.all(ends.map(({ client }) => client.close()));
}

instancesTest(
  "A message goes to another instance as it was sent and in its order, once to each tab",
  3,
  async (all) => {
    const identity = await createTestIdentity();
    const sender = await connect(all.host(0));
    const tabs = [await connect(all.host(0), identity), await connect(all.host(1), identity)];
    tabs.push(await connect(all.host(1), identity), await connect(all.host(2), identity));
    const texts = Array.from({ length: 200 }, (_, seq) => createText(sender, identity.peerId, seq + 1));
    for (const text of texts) sender.client.send(text);
    for (const tab of tabs) for (const text of texts) assertEquals(await tab.client.nextText(), text);
    await closeAll(sender, ...tabs);
  },
);

instancesTest("Whoever is on no instance is unavailable, also at once after leaving or dying", 2, async (all) => {
  const sender = await connect(all.host(0));
  await seeSettled(sender);
  const expectNobody = async (peerId: PeerId) => {
    sender.client.send(createText(sender, peerId, 1));
    const { code, clientId, callId } = await sender.client.nextOfType("error");
    assertEquals([code, clientId, callId], ["peer-unavailable", peerId, "call"]);
  };
  await expectNobody(createRandomPeerId());
  const other = await connect(all.host(1));
  assertEquals(await reach(sender, other), new Set());
  await other.client.close();
  while (await all.countChannels() > 1);
  await expectNobody(other.peerId);
  const third = await connect(all.host(1));
  assertEquals(await reach(sender, third), new Set());
  await all.at(1).kill("SIGKILL");
  while (await all.countChannels() > 1); // As soon as the kernel has closed the dead process' sockets.
  await expectNobody(third.peerId);
  await third.client.closed;
  await closeAll(sender);
});

instancesTest("Who is online is seen from every instance by who knows the topic", 2, async (all) => {
  const asker = await connect(all.host(0));
  await seeSettled(asker);
  const [here, there, absent] = [createPresenceTopic(), createPresenceTopic(), createPresenceTopic()];
  const appear = async (host: string, presenceTopic: PresenceTopic): Promise<End> => {
    const client = new TestClient(host);
    await client.nextOfType("challenge");
    client.send({ type: "register", presenceTopic });
    return { client, peerId: (await client.nextOfType("registered")).id };
  };
  const ends = [await appear(all.host(0), here), await appear(all.host(1), there)] as const;
  const topics = [absent, there, here];
  await seeOnline(asker, topics, [there, here]);
  await ends[0].client.close();
  await ends[1].client.close();
  while (await all.countChannels() > 1); // That of the one who asks.
  await seeOnline(asker, topics, []);
  await all.redis.kill();
  await all.waitUntilReady(503);
  asker.client.send({ type: "presence-request", topics });
  assertEquals((await asker.client.nextOfType("error")).code, "unavailable");
  await closeAll(asker);
});

instancesTest("Without Redis each instance goes on alone, starts, and says so", 2, async (all) => {
  const [a, b, c] = [await connect(all.host(0)), await connect(all.host(0)), await connect(all.host(1))];
  await all.redis.kill();
  await all.waitUntilReady(503);
  assertEquals(await all.status(0, "/healthz"), 200);
  assertEquals(await reach(a, b), new Set());
  a.client.send(createText(a, c.peerId, 1));
  assertEquals((await a.client.nextOfType("error")).code, "unavailable");

  await all.add(); // It starts without Redis.
  const d = await connect(all.host(2));
  assertEquals(await all.status(2), 503);

  await all.redis.start();
  const startMs = performance.now();
  assertEquals([...await reach(a, c)].includes("peer-unavailable"), false);
  assertEquals([...await reach(c, d)].includes("peer-unavailable"), false);
  const tookMs = performance.now() - startMs;
  assert(tookMs < BACK_MS_MAX, `Between instances it works only ${tookMs} ms after Redis is back`);
  await all.waitUntilReady();
  await closeAll(a, b, c, d);
});

instancesTest("A Redis that has stopped answering is noticed, and found again", 2, async (all) => {
  const [a, b] = [await connect(all.host(0)), await connect(all.host(1))];
  all.redis.pause();
  await all.waitUntilReady(503);
  a.client.send(createText(a, b.peerId, 1));
  assertEquals((await a.client.nextOfType("error")).code, "unavailable");
  const late = await connect(all.host(0)); // Nobody waits for Redis to register.
  all.redis.resume();
  const startMs = performance.now();
  assertEquals([...await reach(a, b)].includes("peer-unavailable"), false);
  assert(performance.now() - startMs < BACK_MS_MAX, `${performance.now() - startMs} ms`);
  assertEquals([...await reach(b, late)].includes("peer-unavailable"), false);
  await all.waitUntilReady();
  assertEquals(await all.countChannels(), 3);
  await closeAll(a, b, late);
});

instancesTest("Redis may be emptied, and connections to it closed, at any time", 2, async (all) => {
  const [a, b] = [await connect(all.host(0)), await connect(all.host(1))];
  assertEquals(await all.redis.command("FLUSHALL"), "+OK");
  assertEquals(await reach(a, b), new Set());
  for (let round = 0; round < 3; round++) {
    await all.redis.command("CLIENT", "KILL", "TYPE", "pubsub");
    assertEquals([...await reach(a, b)].includes("peer-unavailable"), false);
    assertEquals([...await reach(b, a)].includes("peer-unavailable"), false);
  }
  await closeAll(a, b);
});

instancesTest("The subscriptions are those of the IDs that are connected, and no more", 2, async (all) => {
  const identity = await createTestIdentity();
  for (let round = 0; round < 5; round++) {
    const ends = await Promise.all(Array.from({ length: 40 }, (_, n) => connect(all.host(n % 2))));
    const tabs = await Promise.all(Array.from({ length: 4 }, (_, n) => connect(all.host(n % 2), identity)));
    assertEquals(await all.countChannels(), ends.length + 1);
    await closeAll(...ends, ...tabs);
    while (await all.countChannels() > 0);
  }
});

instancesTest(
  "What one address sends through another instance is counted as its own, and takes nothing from others",
  2,
  async (all) => {
    const victim = await connect(all.host(1));
    const attackers: End[] = [];
    for (let count = 0; count < CALLERS_MAX; count++) {
      const attacker = await connect(all.host(0), undefined, "192.0.2.1");
      assertEquals(await reach(attacker, victim), new Set());
      attackers.push(attacker);
    }
    for (const { client, peerId } of attackers) {
      const ends = { id: peerId, clientId: victim.peerId, callId: "call", tabId: "tab", ackedTabId: "tab" };
      for (let count = 0; count < 20; count++) client.send({ type: "ack", ...ends, ack: 1 });
    }
    const caller = await connect(all.host(0), undefined, "198.51.100.1");
    assertEquals(await reach(caller, victim), new Set());
    await closeAll(victim, caller, ...attackers);
  },
  { TRUSTED_PROXIES: "127.0.0.1", LIMIT_MESSAGES_PER_SECOND: "50" },
);
