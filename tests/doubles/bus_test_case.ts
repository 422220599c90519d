/** The conformance suite of buses: what each kind must do, whatever it is made of. */

import { assert, assertEquals } from "@std/assert";
import { type Bus, NO_ORIGIN, type Origin, ORIGIN_LENGTH } from "../../signaling/bus/bus.ts";
import { createRandomPeerId, type PeerId, type PresenceTopic } from "../../signaling/protocol.ts";
import { createPresenceTopic } from "./presence_topic.ts";
import { isMissing } from "./programs.ts";
import { until } from "./until.ts";

/** Makes buses that can hear each other. */
export type CreateBus = () => Bus;
/** Begins what the buses need; called once for each test. */
export type BusSetting = { readonly create: CreateBus } & AsyncDisposable;

/** As many as register within a second or two after an instance is lost. */
const BURST = 10_000;
type Four<T> = [T, T, T, T];
/** Whose messages all of them are. */
export const SENDER = createRandomPeerId();
const PATIENCE_MS = 10_000;
/** Beside much else masters lose each other for a while: how soon a bus is back is for other tests to measure. */
const READY_MS_MAX = 30_000;

/** What one bus has been given, and a way to wait for it. */
class Inbox {
  readonly received: [PeerId, string][] = [];
  /** Of each that was received. */
  readonly origins: Origin[] = [];
  #wake = () => {};

  readonly receive = (peerId: PeerId, text: string, sender: PeerId, origin: Origin): void => {
    assertEquals(sender, SENDER);
    this.received.push([peerId, text]);
    this.origins.push(origin);
    this.#wake();
  };

  async waitFor(count: number): Promise<[PeerId, string][]> {
    const startMs = performance.now();
    const timer = setTimeout(() => this.#wake(), PATIENCE_MS);
    while (this.received.length < count) {
      if (performance.now() - startMs >= PATIENCE_MS) throw new Error(`Got ${this.received.length} of ${count}`);
      await new Promise<void>((resolve) => this.#wake = resolve);
    }
    clearTimeout(timer);
    return this.received;
  }
}

/** Waits until the bus says that it is ready. */
export async function waitUntilReady(...buses: Bus[]): Promise<void> {
  await until(() => buses.every(({ isReady }) => isReady), "the buses are ready", READY_MS_MAX);
}

/** Waits until the bus says of those who are nowhere that they are: after a change it is some seconds silent. */
export async function waitUntilSettled(...buses: Bus[]): Promise<void> {
  for (const bus of buses) {
    // Enough to have some in each part of a Cluster.
    const ask = () => Promise.all(Array.from({ length: 32 }, () => bus.publish(createRandomPeerId(), "", SENDER)));
    await until(async () => !(await ask()).includes("unavailable"), "the bus is settled", READY_MS_MAX);
  }
}

/** Waits until `look` finds `expected`: a subscription ends some time after it was told to. */
export async function settlesAt<T>(expected: T, look: () => T | Promise<T>): Promise<void> {
  const startMs = performance.now();
  let seen = await look();
  while (seen !== expected && performance.now() - startMs < PATIENCE_MS) {
    await new Promise((resolve) => setTimeout(resolve, 0)); // The next turn of the event loop.
    seen = await look();
  }
  assertEquals(seen, expected);
}

export function testBus(
  name: string,
  open: () => Promise<BusSetting>,
  programs: Record<string, string> = {},
): void {
  const test = (what: string, run: (buses: [Bus, Bus, Bus]) => Promise<void>) => {
    const testName = `${name} ${what}`;
    Deno.test({
      name: testName,
      ignore: isMissing(testName, programs),
      async fn() {
        await using setting = await open();
        const buses: [Bus, Bus, Bus] = [setting.create(), setting.create(), setting.create()];
        try {
          await waitUntilReady(...buses);
          await run(buses);
        } finally {
          for (const bus of buses) bus.close();
        }
      },
    });
  };

  test("publishes to every other instance that subscribes, once each, and tells how many", async ([a, b, c]) => {
    const [peerId, otherId] = [createRandomPeerId(), createRandomPeerId()];
    const [inA, inB, inC] = [new Inbox(), new Inbox(), new Inbox()];
    await waitUntilSettled(a, c);
    await a.subscribe(peerId, inA.receive);
    await b.subscribe(peerId, inB.receive);
    await c.subscribe(otherId, inC.receive);
    assertEquals(await a.publish(peerId, "from a", SENDER), 1);
    assertEquals(await c.publish(peerId, "from c", SENDER), 2);
    assertEquals(await c.publish(otherId, "to itself", SENDER), 0);
    assertEquals(await a.publish(createRandomPeerId(), "to nobody", SENDER), 0);
    assertEquals(await a.publish(otherId, "last", SENDER), 1);
    assertEquals(await inA.waitFor(1), [[peerId, "from c"]]);
    assertEquals(await inB.waitFor(2), [[peerId, "from a"], [peerId, "from c"]]);
    assertEquals(await inC.waitFor(1), [[otherId, "last"]]);
  });

  test("carries any text as it is", async ([a, b]) => {
    const peerId = createRandomPeerId();
    const inbox = new Inbox();
    await b.subscribe(peerId, inbox.receive);
    const texts = ["", " ", '{"type":"ringing"}\r\n$5', "ü 漢 🙂", "x".repeat(64 * 1024)];
    for (const text of texts) assertEquals(await a.publish(peerId, text, SENDER), 1);
    assertEquals((await inbox.waitFor(texts.length)).map(([, text]) => text), texts);
  });

  test("tells which origin each text has, and that of who has none", async ([a, b]) => {
    const peerId = createRandomPeerId();
    const inbox = new Inbox();
    await b.subscribe(peerId, inbox.receive);
    const origins = ["abcdef", "-_09AZ", "abcdef"] as Origin[];
    for (const origin of origins) {
      assertEquals(origin.length, ORIGIN_LENGTH);
      await a.publish(peerId, "of somebody", SENDER, origin);
    }
    await a.publish(peerId, "of nobody", SENDER);
    const texts = await inbox.waitFor(4);
    assertEquals(texts.map(([, text]) => text), [...origins.map(() => "of somebody"), "of nobody"]);
    assertEquals(inbox.origins, [...origins, NO_ORIGIN]);
  });

  test("keeps the order of what one instance publishes to one ID", async ([a, b]) => {
    const peerIds = Array.from({ length: 5 }, createRandomPeerId);
    const inbox = new Inbox();
    for (const peerId of peerIds) await b.subscribe(peerId, inbox.receive);
    const sent = Array.from({ length: 2_000 }, (_, n) => [peerIds[n % 5] as PeerId, String(n)] as const);
    const receipts = await Promise.all(sent.map(([peerId, text]) => a.publish(peerId, text, SENDER)));
    assertEquals(new Set(receipts), new Set([1]));
    const received = await inbox.waitFor(sent.length);
    for (const peerId of peerIds) {
      assertEquals(received.filter(([id]) => id === peerId), sent.filter(([id]) => id === peerId));
    }
  });

  test("reaches an ID from the moment that its subscription is settled, and not after its end", async ([a, b]) => {
    const inbox = new Inbox();
    for (let round = 0; round < 20; round++) {
      const peerId = createRandomPeerId();
      await b.subscribe(peerId, inbox.receive);
      assertEquals(await a.publish(peerId, "here", SENDER), 1);
      b.unsubscribe(peerId);
      b.unsubscribe(peerId);
      await settlesAt(0, async () => Number(await a.publish(peerId, "gone", SENDER)));
    }
  });

  test("ends as it was last told, however fast it changes", async ([a, b]) => {
    const [staying, leaving] = [createRandomPeerId(), createRandomPeerId()];
    const inbox = new Inbox();
    for (let round = 0; round < 50; round++) {
      void b.subscribe(staying, inbox.receive);
      void b.subscribe(leaving, inbox.receive);
      if (round % 7 === 0) await a.publish(staying, "between", SENDER);
      b.unsubscribe(leaving);
      b.unsubscribe(staying);
    }
    await b.subscribe(staying, inbox.receive);
    assertEquals(await a.publish(staying, "last", SENDER), 1);
    await settlesAt(0, async () => Number(await a.publish(leaving, "last", SENDER)));
  });

  test(`takes ${BURST} subscriptions at once, and their end`, async ([a, b]) => {
    const peerIds = Array.from({ length: BURST }, createRandomPeerId);
    const inbox = new Inbox();
    await Promise.all(peerIds.map((peerId) => b.subscribe(peerId, inbox.receive)));
    const receipts = await Promise.all(peerIds.map((peerId) => a.publish(peerId, peerId, SENDER)));
    assertEquals(receipts.filter((receipt) => receipt !== 1), []);
    const received = await inbox.waitFor(BURST);
    assert(received.every(([peerId, text]) => text === peerId));
    for (const peerId of peerIds) b.unsubscribe(peerId);
    const count = async () =>
      (await Promise.all(peerIds.map((id) => a.publish(id, "", SENDER)))).filter((n) => n !== 0).length;
    await settlesAt(0, count);
  });

  test("finds the topics that somebody has appeared under anywhere, and no IDs", async ([a, b, c]) => {
    const [here, there, both, absent] = Array.from({ length: 4 }, createPresenceTopic) as Four<PresenceTopic>;
    const peerId = createRandomPeerId();
    const { receive } = new Inbox();
    await b.subscribe(peerId, receive);
    await a.appear(here);
    await b.appear(there);
    await b.appear(both);
    await c.appear(both);
    const all = [absent, both, peerId as string as PresenceTopic, there, here];
    await waitUntilSettled(a);
    assertEquals(await a.findOnline(all), [both, there, here]);
    assertEquals(await a.findOnline([]), []);
    assertEquals(await a.publish(there as string as PeerId, "to a topic", SENDER), 0);

    b.disappear(there);
    b.disappear(there);
    b.disappear(both);
    await settlesAt(2, async () => (await a.findOnline(all)).length);
    assertEquals(await a.findOnline(all), [both, here]);
    c.disappear(both);
    a.disappear(here);
    await settlesAt(0, async () => (await a.findOnline(all)).length);
    assertEquals(await a.publish(peerId, "the ID is still there", SENDER), 1);
  });

  test("leaves nothing behind when it closes", async ([a, b]) => {
    const [peerId, topic] = [createRandomPeerId(), createPresenceTopic()];
    await b.subscribe(peerId, () => {});
    await b.appear(topic);
    b.close();
    await settlesAt(0, async () => Number(await a.publish(peerId, "", SENDER)));
    const answers: unknown[] = [];
    await settlesAt(true, async () => {
      answers.push(await a.findOnline([topic]));
      return answers.at(-1) !== "unavailable";
    });
    assertEquals(answers.at(-1), []); // The first that says who is there.
  });
}
