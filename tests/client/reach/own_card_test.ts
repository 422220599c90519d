/** What the own card says, when it goes up, and what becomes of it when somebody is no longer to have it. */

import { assert, assertEquals, assertNotEquals, assertRejects } from "@std/assert";
import { KNOWN_MAX } from "../../../client/kept/people/known_peers.ts";
import { NO_REACH, type OwnReach } from "../../../client/kept/people/reach_cards.ts";
import { OwnCard } from "../../../client/reach/own_card.ts";
import { CARD_LIFE_MS, readCard } from "../../../client/reach/reach_card.ts";
import type { PeerId, PresenceTopic } from "../../../signaling/protocol.ts";
import { createTestIdentity } from "../../doubles/test_identity.ts";

const KIM = "k7mq-2vhd-9xtr-w4pz-0b5n" as PeerId;

/** A browser's push manager, which may lose its subscription. */
class Subscriber {
  subscription: PushSubscription | null = null;
  made = 0;
  fails = false;

  getSubscription(): Promise<PushSubscription | null> {
    return Promise.resolve(this.subscription);
  }

  subscribe({ applicationServerKey, userVisibleOnly }: PushSubscriptionOptionsInit = {}): Promise<PushSubscription> {
    if (this.fails || !userVisibleOnly) return Promise.reject(new DOMException("no", "AbortError"));
    const endpoint = `https://push.example/${++this.made}`;
    const keys = { p256dh: "B".repeat(87), auth: "A".repeat(22) };
    this.subscription = {
      options: { applicationServerKey: (applicationServerKey as Uint8Array<ArrayBuffer>).buffer },
      toJSON: () => ({ endpoint, keys }),
      unsubscribe: () => {
        this.subscription = null;
        return Promise.resolve(true);
      },
    } as unknown as PushSubscription;
    return Promise.resolve(this.subscription);
  }
}

class World {
  readonly subscriber = new Subscriber();
  readonly own = new Box<OwnReach>(NO_REACH);
  readonly topic = new Box<PresenceTopic | null>(null);
  nowMs = 1_800_000_000_000;
  topics = 0;
  readonly card: OwnCard;
  readonly id: PeerId;

  private constructor({ peerId, sign }: Awaited<ReturnType<typeof createTestIdentity>>) {
    this.id = peerId;
    this.card = new OwnCard({
      ...{ own: this.own, topic: this.topic, sign, localPeerId: () => peerId },
      now: () => this.nowMs,
      onTopic: () => this.topics++,
    });
  }

  static async open(): Promise<World> {
    return new World(await createTestIdentity());
  }

  async read() {
    const made = await this.card.card(KIM);
    const card = await readCard(made?.signed, { id: this.id, knownKey: null, nowMs: this.nowMs });
    assert(card !== null);
    assertEquals(card.seq, made?.seq);
    return card;
  }
}

class Box<T> {
  constructor(public value: T) {}

  change(change: (value: T) => T): void {
    this.value = change(this.value);
  }
}

Deno.test("A card without a subscription has a topic alone, and is as it was the next time", async () => {
  const world = await World.open();
  const card = await world.read();
  assertEquals([card.push, world.topics], [[], 1]);
  assertEquals(card.until, world.nowMs + CARD_LIFE_MS);
  world.nowMs += CARD_LIFE_MS / 2;
  assertEquals(await world.read(), card);
  world.nowMs += 1;
  const later = await world.read();
  assert(later.seq > card.seq && later.until > card.until, "What is about to end is made anew");
  assertEquals([later.presenceTopic, world.topics], [card.presenceTopic, 1]);
  assertEquals(world.own.value.holders, [KIM]);
});

Deno.test("A card goes up with a subscription that is new or was lost, and with no other", async () => {
  const world = await World.open();
  const bare = await world.read();
  assert(await world.card.keepUp(world.subscriber));
  const card = await world.read();
  assertEquals(card.push.map(({ endpoint }) => endpoint), ["https://push.example/1"]);
  assert(card.seq > bare.seq);
  await world.card.keepUp(world.subscriber);
  assertEquals(await world.read(), card);
  world.subscriber.subscription = null;
  await world.card.keepUp(world.subscriber);
  const renewed = await world.read();
  assertEquals(renewed.push.map(({ endpoint }) => endpoint), ["https://push.example/2"]);
  assertEquals(renewed.push[0]?.vapid, card.push[0]?.vapid);
  assert(renewed.seq > card.seq);
  assert(!await world.card.keepUp(null));
  assertEquals((await world.read()).push, [], "The person has forbidden it");
});

Deno.test("A subscription by another key than the card's is given up", async () => {
  const world = await World.open();
  await world.subscriber.subscribe({ applicationServerKey: new Uint8Array(65), userVisibleOnly: true });
  await world.card.keepUp(world.subscriber);
  assertEquals((await world.read()).push.map(({ endpoint }) => endpoint), ["https://push.example/2"]);
});

Deno.test("Where the browser does not subscribe the card is as it was, and the next is tried all the same", async () => {
  const world = await World.open();
  const card = await world.read();
  world.subscriber.fails = true;
  await assertRejects(() => world.card.keepUp(world.subscriber));
  assertEquals(await world.read(), card);
  world.subscriber.fails = false;
  assert(await world.card.keepUp(world.subscriber));
});

Deno.test("Once somebody is no longer to reach the person, nothing of the card is as it was, and nobody has it", async () => {
  const world = await World.open();
  await world.card.keepUp(world.subscriber);
  const card = await world.read();
  await world.card.rotate(world.subscriber);
  assertEquals([world.subscriber.subscription, world.own.value.holders, world.topics], [null, [], 2]);
  await world.card.keepUp(world.subscriber);
  const rotated = await world.read();
  const [before, after] = [card.push[0], rotated.push[0]];
  assertNotEquals(after?.vapid, before?.vapid);
  assertNotEquals(after?.endpoint, before?.endpoint);
  assertNotEquals(rotated.presenceTopic, card.presenceTopic);
  assert(rotated.seq > card.seq);
});

Deno.test("A record that was lost holds nobody to an older card", async () => {
  const world = await World.open();
  for (let count = 0; count < 3; count++) {
    world.nowMs += CARD_LIFE_MS;
    await world.read();
  }
  const { seq } = await world.read();
  world.own.value = NO_REACH;
  world.nowMs += 2_000;
  assert((await world.read()).seq > seq);
});

Deno.test("Everybody a person knows may have the card, and none of them is forgotten", async () => {
  const world = await World.open();
  const others = Array.from({ length: KNOWN_MAX - 1 }, (_, index) => `other-${index}` as PeerId);
  world.own.value = { ...NO_REACH, holders: others };
  await world.read();
  assertEquals(world.own.value.holders, [KIM, ...others]);
});

Deno.test("Of two tabs that subscribe at once the later has the subscription of the earlier", async () => {
  const [one, other] = [await World.open(), await World.open()];
  let [stored, turn]: [OwnReach, Promise<unknown>] = [NO_REACH, Promise.resolve()];
  const subscriber = new Subscriber();
  const cards = [one, other].map(({ own, topic, id }) =>
    new OwnCard({
      ...{ own, topic, localPeerId: () => id, sign: () => Promise.resolve(null) },
      ...{ now: () => one.nowMs, onTopic: () => {} },
      alone<T>(act: () => Promise<T>): Promise<T> {
        const done = turn.then(async () => {
          own.value = stored;
          const result = await act();
          stored = own.value;
          return result;
        });
        turn = done;
        return done;
      },
    })
  );
  await Promise.all(cards.map((card) => card.keepUp(subscriber)));
  assertEquals(subscriber.made, 1);
  assertEquals(other.own.value, one.own.value);
  await Promise.all([cards[0]?.rotate(subscriber), cards[1]?.keepUp(subscriber)]);
  assertEquals([subscriber.made, other.own.value.target?.endpoint], [2, "https://push.example/2"]);
});
