/** What a browser keeps of chats: what both wanted kept and no more, within bounds, in all tabs and after all pages. */

import { assertEquals } from "@std/assert";
import type { ChatEntry, ChatStage } from "../../../../client/features/chat/chat_key.ts";
import {
  KEPT_MAX,
  KEPT_UNITS_MAX,
  KeptChat,
  KeptChats,
  PEOPLE_MAX,
} from "../../../../client/features/chat/kept_chat.ts";
import { createRandomPeerId } from "../../../../signaling/protocol.ts";
import { KeptWorld } from "../../../doubles/kept_world.ts";

const KIM = createRandomPeerId();

function entry(id: number, stage: ChatStage = "heard", text = `message ${id}`): ChatEntry {
  return { key: id, id, text, atMs: id, stage };
}

function keptTest(name: string, run: (world: KeptWorld) => Promise<void>): void {
  Deno.test(name, async () => {
    using world = new KeptWorld();
    await run(world);
    await world.settle();
  });
}

/** The page is opened in one more tab, or again, and its records have been read. */
async function openPage(world: KeptWorld): Promise<KeptChats> {
  const store = world.openTab();
  const chats = new KeptChats(store);
  await store.load();
  return chats;
}

function openKept(chats: KeptChats, peerId = KIM): KeptChat {
  const kept = new KeptChat(chats, peerId);
  kept.setWish(true);
  kept.isRemoteWished = true;
  return kept;
}

const read = (kept: KeptChat) => kept.take().map(({ id, stage }) => `${id} ${stage}`);

keptTest("What is written while both want it is kept for the next page, and nothing else is", async (world) => {
  const kept = new KeptChat(await openPage(world), KIM);
  kept.add(entry(1));
  kept.setWish(true);
  kept.add(entry(2));
  kept.isRemoteWished = true;
  kept.add(entry(3));
  kept.add(entry(4, "waiting"));
  kept.deliver(new Set([4]));
  kept.isRemoteWished = false;
  kept.add(entry(5));
  kept.isRemoteWished = true;
  kept.setWish(false);
  kept.add(entry(6));
  await world.settle();
  const next = new KeptChat(await openPage(world), KIM);
  assertEquals([read(next), next.isWished, next.isRemoteWished], [["3 heard", "4 delivered"], false, false]);
  assertEquals(read(new KeptChat(await openPage(world), createRandomPeerId())), []);
});

keptTest(
  "Nothing is stored of a chat that nobody wants kept, nor of one that was deleted and is not wanted",
  async (world) => {
    const chats = await openPage(world);
    const kept = new KeptChat(chats, KIM);
    kept.add(entry(1));
    kept.close([entry(2, "waiting")]);
    await world.settle();
    assertEquals([...world.records.keys()], []);
    const other = openKept(chats);
    other.add(entry(3));
    other.setWish(false);
    assertEquals(other.count, 1);
    other.clear();
    await world.settle();
    assertEquals(world.records.get("chats"), []);
    assertEquals([...world.records.keys()], ["chats"], "Not even its key tells of it");
  },
);

keptTest("Of a chat only so much is kept, the latest", async (world) => {
  const chats = await openPage(world);
  const kept = openKept(chats);
  for (let id = 1; id <= KEPT_MAX + 5; id++) kept.add(entry(id));
  assertEquals([kept.count, kept.take()[0]?.id], [KEPT_MAX, 6]);
  for (let id = 1_000; id < 1_020; id++) kept.add(entry(id, "heard", "x".repeat(4_000)));
  await world.settle();
  assertEquals(new KeptChat(await openPage(world), KIM).count, KEPT_UNITS_MAX / 4_000);
});

keptTest(
  "However much the other end writes, what this person wrote stays, also what has not arrived",
  async (world) => {
    const kept = openKept(await openPage(world));
    kept.add(entry(1, "delivered"));
    kept.add(entry(2, "waiting"));
    for (let id = 3; id < 30; id++) kept.add(entry(id, "heard", "x".repeat(4_000)));
    await world.settle();
    const next = new KeptChat(await openPage(world), KIM);
    assertEquals(read(next).slice(0, 3), ["1 delivered", "2 waiting", "20 heard"]);
    assertEquals(next.count, 2 + KEPT_UNITS_MAX / 4_000);
  },
);

keptTest(
  "Of people only so many are kept: whom there was no call with for longest goes, and what was written with them",
  async (world) => {
    const chats = await openPage(world);
    const people = Array.from({ length: PEOPLE_MAX }, createRandomPeerId);
    for (const peerId of people) openKept(chats, peerId).add(entry(1));
    const [first, second] = people;
    new KeptChat(chats, first ?? KIM); // They meet again.
    openKept(chats).add(entry(1));
    await world.settle();
    assertEquals([chats.has(first ?? KIM), chats.has(second ?? KIM), chats.has(KIM)], [true, false, true]);
    assertEquals(world.records.has(`chat ${second}`), false);
    assertEquals((world.records.get("chats") as unknown[]).length, PEOPLE_MAX);
  },
);

keptTest(
  "What did not reach the other end waits for the next call: on the device if the person keeps the chat, else in the page",
  async (world) => {
    const chats = await openPage(world);
    new KeptChat(chats, KIM).close([entry(1, "waiting")]);
    assertEquals(read(new KeptChat(await openPage(world), KIM)), [], "Another page knows nothing of it");
    const kept = new KeptChat(chats, KIM);
    assertEquals(read(kept), ["1 waiting"]);
    assertEquals(read(new KeptChat(chats, KIM)), [], "It was taken");
    kept.setWish(true);
    kept.close([entry(1, "waiting")]);
    await world.settle();
    const next = new KeptChat(await openPage(world), KIM);
    assertEquals(read(next), ["1 waiting"]);
    next.deliver(new Set([1]));
    assertEquals(read(next), [], "The other end does not want it kept");
  },
);

keptTest(
  "What was kept stays when it arrives only in a later call, also before the other end has said that it wants it",
  async (world) => {
    const kept = openKept(await openPage(world));
    kept.add(entry(1, "waiting"));
    kept.isRemoteWished = false;
    kept.close([entry(1, "waiting"), entry(2, "waiting")]);
    await world.settle();
    const next = new KeptChat(await openPage(world), KIM);
    assertEquals(read(next), ["1 waiting", "2 waiting"]);
    next.deliver(new Set([1, 2]));
    assertEquals(read(next), ["1 delivered"], "The second was kept for nothing but to arrive");
  },
);

keptTest("A message is kept once, whatever is said of it again", async (world) => {
  const kept = openKept(await openPage(world));
  kept.add(entry(1, "waiting"));
  kept.add(entry(1, "heard"));
  kept.add(entry(1, "heard"));
  kept.add(entry(1, "heard", "MESSAGE 1"));
  kept.close([entry(1, "waiting"), entry(2, "waiting")]);
  assertEquals(read(kept), ["1 waiting", "1 heard", "1 heard", "2 waiting"]);
});

keptTest("Two tabs undo nothing of each other's", async (world) => {
  const [one, other] = [await openPage(world), await openPage(world)];
  const [first, second] = [openKept(one), openKept(other)];
  await world.settle();
  first.add(entry(1));
  second.add(entry(2));
  await world.settle();
  assertEquals(read(new KeptChat(await openPage(world), KIM)), ["1 heard", "2 heard"]);
});

Deno.test("A browser that stores nothing keeps a chat as long as the page, one that is full says so, and no call fails", async () => {
  for (const refusal of ["fails", "full"] as const) {
    using world = new KeptWorld();
    world.database.refusal = refusal;
    const chats = await openPage(world);
    openKept(chats).add(entry(1));
    await world.settle();
    assertEquals(read(new KeptChat(chats, KIM)), ["1 heard"], refusal);
    assertEquals(world.fullCount, refusal === "full" ? 1 : 0);
  }
});

keptTest("What cannot be read is set aside and told, and what is no chat is none", async (world) => {
  const damaged = { isWished: true, entries: [{ id: 1, text: 7, atMs: 1, stage: "heard" }] };
  const store = world.openTab();
  await store.update("chats", () => ({ record: [KIM] }));
  await store.update(`chat ${KIM}`, () => ({ record: damaged }));
  const next = world.openTab();
  const chats = new KeptChats(next);
  await next.load();
  const kept = openKept(chats);
  assertEquals([read(kept), next.trouble.value], [[], "damaged"]);
  kept.add(entry(2));
  await world.settle();
  assertEquals(world.records.get(`chat ${KIM} unreadable`), damaged);
});

keptTest("What is deleted goes with what nobody could read of it, and was set aside", async (world) => {
  const [key, aside] = [`chat ${KIM}`, `chat ${KIM} unreadable`];
  world.records.set(key, { isWished: true, entries: "of another day" });
  const kept = openKept(await openPage(world));
  kept.add(entry(1));
  await world.settle();
  assertEquals(world.records.get(aside), { isWished: true, entries: "of another day" });
  kept.clear();
  await world.settle();
  assertEquals([world.records.get(key), world.records.has(aside)], [{ isWished: true, entries: [] }, false]);
});
