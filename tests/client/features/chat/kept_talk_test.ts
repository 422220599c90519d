/** A chat that outlives its call: what both want kept is there again, and what did not arrive does in the next call. */

import { assert, assertEquals } from "@std/assert";
import { AGO_MS_MAX, AWAY_MAX } from "../../../../client/features/chat/chat.ts";
import { ENTRIES_MAX } from "../../../../client/features/chat/chat_log.ts";
import { keptStore } from "../../../../client/kept/kept_store.ts";
import {
  callAnew,
  carryAll,
  chatTest,
  comeBack,
  type Ends,
  hear,
  said,
  use,
  viewOf,
  written,
} from "../../../doubles/chat_ends.ts";
import { carry } from "../../../doubles/feature_end.ts";
import { KeptWorld } from "../../../doubles/kept_world.ts";

/** Both ends of all these tests keep what they keep in one browser, under each other's IDs. */
const world = new KeptWorld();
await keptStore.load();

/** Each turns keeping on, and has heard that the other did. */
function wishBoth(ends: Ends): void {
  for (const end of [ends.kim, ends.lee]) use(end, (chat) => chat.setWish(true));
  carryAll(ends);
}

function storedTexts(end: Ends["kim"]): string[] {
  const record = world.records.get(`chat ${end.call?.remotePeerId}`) as { entries: { text: string }[] } | undefined;
  return record?.entries.map(({ text }) => text) ?? [];
}

chatTest(
  "What was written while both wanted it kept is there in the next call, and goes on from there",
  async (ends) => {
    const { kim, lee } = ends;
    use(kim, (chat) => chat.say("before"));
    carryAll(ends);
    use(kim, (chat) => chat.setWish(true));
    carryAll(ends);
    assertEquals([viewOf(lee).isRemoteWished, viewOf(lee).isWished], [true, false]);
    use(lee, (chat) => chat.say("only one wants it"));
    carryAll(ends);
    use(lee, (chat) => chat.setWish(true));
    carryAll(ends);
    kim.nowMs = lee.nowMs = 1_000;
    use(kim, (chat) => chat.say("one"));
    use(lee, (chat) => chat.say("two"));
    carryAll(ends);
    assertEquals([viewOf(kim).keptCount, viewOf(lee).keptCount], [2, 2]);
    await callAnew(ends);
    assertEquals(written(kim), ["delivered: one", "heard: two"]);
    assertEquals(written(lee).toSorted(), ["delivered: two", "heard: one"]);
    assertEquals(viewOf(kim).entries.map(({ atMs }) => atMs), [1_000, 1_000]);
    assertEquals(viewOf(kim).unreadCount, 0, "They were read");
    carryAll(ends);
    assertEquals([viewOf(kim).isRemoteWished, viewOf(lee).isRemoteWished], [true, true]);
    use(lee, (chat) => chat.say("three"));
    carryAll(ends);
    assertEquals(viewOf(kim).keptCount, 3);
  },
);

chatTest(
  "Either end stops it; what was kept can be deleted, and is gone from the screen and the device",
  async (ends) => {
    const { kim, lee } = ends;
    wishBoth(ends);
    use(kim, (chat) => chat.say("one"));
    carryAll(ends);
    await callAnew(ends);
    carryAll(ends);
    use(kim, (chat) => chat.say("two, though no clock has moved on"));
    carryAll(ends);
    use(lee, (chat) => chat.setWish(false));
    carryAll(ends);
    use(kim, (chat) => chat.say("not kept"));
    carryAll(ends);
    await world.settle();
    const texts = ["one", "two, though no clock has moved on"];
    assertEquals([storedTexts(kim), storedTexts(lee)], [texts, texts]);
    for (const end of [kim, lee]) use(end, (chat) => chat.deleteKept());
    await world.settle();
    assertEquals([storedTexts(kim), storedTexts(lee)], [[], []]);
    assertEquals([written(kim), written(lee)], [
      [`delivered: ${texts[1]}`, "delivered: not kept"],
      [`heard: ${texts[1]}`, "heard: not kept"],
    ]);
    assertEquals(viewOf(kim).keptCount, 0);
  },
);

chatTest("What is deleted before it has arrived is never said, neither in this call nor in the next", async (ends) => {
  const { kim, lee, clock } = ends;
  wishBoth(ends);
  kim.isCut = true;
  const texts = Array.from({ length: AWAY_MAX + 2 }, (_, index) => `deleted ${index}`);
  for (const text of texts) use(kim, (chat) => chat.say(text));
  await callAnew(ends);
  carry(kim, lee); // Kim has heard that Lee wants it.
  use(kim, (chat) => chat.say("deleted, of this call"));
  use(kim, (chat) => chat.deleteKept());
  use(kim, (chat) => chat.say("said"));
  assertEquals(written(kim), ["waiting: said"]);
  await world.settle();
  assertEquals(storedTexts(kim), ["said"]);
  kim.isCut = false;
  await clock.tickAsync(1_000);
  carryAll(ends);
  assertEquals([written(kim), written(lee)], [["delivered: said"], ["heard: said"]]);
  await callAnew(ends);
  carryAll(ends);
  assertEquals([written(kim), written(lee)], [["delivered: said"], ["heard: said"]]);
});

chatTest("The wish is said among the messages and repeated like them, once; of several the last counts", (ends) => {
  const { kim, lee, clock } = ends;
  kim.isCut = true;
  for (let count = 0; count < AWAY_MAX; count++) use(kim, (chat) => chat.say("before"));
  for (const isWished of [true, true, false, true, false, true]) use(kim, (chat) => chat.setWish(isWished));
  use(kim, (chat) => chat.say("one"));
  kim.isCut = false;
  clock.tick(60_000);
  kim.direct.splice(0); // All of it is lost.
  clock.tick(60_000);
  carryAll(ends);
  assertEquals([viewOf(lee).isRemoteWished, written(lee).at(-1)], [true, "heard: one"]);
  for (let count = 0; count < AWAY_MAX; count++) use(kim, (chat) => chat.say("away"));
  for (const isWished of [false, true]) use(kim, (chat) => chat.setWish(isWished));
  carryAll(ends);
  assertEquals(viewOf(lee).isRemoteWished, true);
});

chatTest("What waits when the wish comes is kept by neither end, and what is written after it by both", (ends) => {
  const { kim, lee, clock } = ends;
  use(lee, (chat) => chat.setWish(true));
  carryAll(ends);
  kim.isCut = true;
  // So many that the last of them waits behind those that are on their way.
  for (let count = 0; count <= AWAY_MAX; count++) use(kim, (chat) => chat.say("before"));
  use(kim, (chat) => chat.setWish(true));
  use(kim, (chat) => chat.say("kept"));
  use(kim, (chat) => chat.setWish(false));
  use(kim, (chat) => chat.say("after"));
  kim.isCut = false;
  clock.tick(1_000);
  carryAll(ends);
  assertEquals(written(lee).slice(-2), ["heard: kept", "heard: after"]);
  assertEquals([viewOf(kim).keptCount, viewOf(lee).keptCount], [1, 1]);
});

chatTest("A call that goes on knows what was there before it, and takes it off the screen", async (ends) => {
  const { kim, clock } = ends;
  wishBoth(ends);
  use(kim, (chat) => chat.say("of the call before"));
  carryAll(ends);
  await callAnew(ends);
  carryAll(ends);
  use(kim, (chat) => chat.say("of this call"));
  carryAll(ends);
  comeBack(kim);
  await clock.tickAsync(0);
  assertEquals(written(kim), ["delivered: of the call before", "delivered: of this call"]);
  use(kim, (chat) => chat.deleteKept());
  assertEquals(written(kim), ["delivered: of this call"]);
});

chatTest("However much is heard, what has not arrived is said in the next call", async (ends) => {
  const { kim, lee, clock } = ends;
  kim.isCut = true;
  use(kim, (chat) => chat.say("own"));
  for (let number = 1; number <= ENTRIES_MAX; number++) hear(kim, { say: number, text: "x" });
  assertEquals(written(kim)[0], "heard: x", "There is no room for it on the screen");
  await callAnew(ends);
  kim.isCut = false;
  await clock.tickAsync(1_000);
  carryAll(ends);
  assertEquals(written(lee), ["heard: own"]);
});

chatTest("A page that knows nothing of keeping takes the wish for nothing, and says none", (ends) => {
  const { kim, lee } = ends;
  use(kim, (chat) => chat.setWish(true));
  const [wish] = said(kim) as { say: number; text: string }[];
  assertEquals([wish?.say, wish?.text], [1, ""], "It is a message without a text, of which nothing is shown");
  hear(kim, { heard: 1 });
  hear(kim, { say: 1, text: "from an older page" });
  assertEquals([written(kim), viewOf(kim).isRemoteWished, viewOf(kim).keptCount], [
    ...[["heard: from an older page"], false, 0],
  ]);
  assert(viewOf(lee).isRemoteWished === false);
});

for (const isKept of [false, true]) {
  const name = `What did not arrive is said in the next call, once and in order${
    isKept ? ", also where it is kept" : ""
  }`;
  chatTest(name, async (ends) => {
    const { kim, lee } = ends;
    if (isKept) wishBoth(ends);
    use(kim, (chat) => chat.say("arrived"));
    carryAll(ends);
    // This one arrives, and word of it is lost.
    use(kim, (chat) => chat.say("arrived, and Kim does not know"));
    for (const body of said(kim)) hear(lee, body);
    kim.direct.splice(0);
    kim.isCut = true;
    kim.nowMs = lee.nowMs = 5_000;
    for (const text of ["two", "three"]) use(kim, (chat) => chat.say(text));
    await callAnew(ends);
    kim.nowMs = lee.nowMs = 100_000;
    kim.isCut = false;
    await ends.clock.tickAsync(1_000);
    carryAll(ends);
    use(kim, (chat) => chat.say("four"));
    carryAll(ends);
    const texts = (end: Ends["kim"]) => viewOf(end).entries.map(({ text }) => text);
    const before = isKept ? ["arrived", "arrived, and Kim does not know"] : ["arrived, and Kim does not know"];
    assertEquals(texts(lee), [...before, "two", "three", "four"], "Kim sees that it has arrived, and Lee sees it");
    assertEquals(viewOf(lee).entries.find(({ text }) => text === "two")?.atMs, 5_000, "It tells when it was written");
    assertEquals(viewOf(lee).unreadCount, isKept ? 3 : 4);
    assertEquals(viewOf(kim).entries.filter(({ stage }) => stage !== "delivered"), []);
    assertEquals([viewOf(kim).keptCount, viewOf(lee).keptCount], isKept ? [5, 5] : [0, 0]);
    await callAnew(ends);
    carryAll(ends);
    assertEquals(texts(lee), isKept ? [...before, "two", "three", "four"] : [], "Nothing is said twice");
  });
}

chatTest("Messages of one ID that say something else are each shown, and kept", (ends) => {
  const { lee } = ends;
  wishBoth(ends);
  const texts = ["one", "two", "one", "other"];
  texts.forEach((text, index) => hear(lee, { say: index + 2, text, id: 7 }));
  assertEquals(written(lee), ["heard: one", "heard: two", "heard: other"]);
  assertEquals(viewOf(lee).keptCount, 3);
});

chatTest("Whom a message was not for never gets it", async (ends) => {
  const { kim, lee } = ends;
  kim.isCut = true;
  use(kim, (chat) => chat.say("for Lee"));
  const { call } = kim;
  if (call !== undefined) kim.call = { ...call, remotePeerId: kim.localPeerId ?? call.remotePeerId };
  await callAnew(ends);
  kim.isCut = false;
  await ends.clock.tickAsync(1_000);
  assertEquals([written(kim), said(kim)], [[], []]);
  kim.call = call;
  await callAnew(ends);
  await ends.clock.tickAsync(1_000);
  carryAll(ends);
  assertEquals(written(lee), ["heard: for Lee"]);
});

chatTest("What the other end says of when it wrote is bounded", ({ lee }) => {
  lee.nowMs = 2 * AGO_MS_MAX;
  hear(lee, { say: 1, text: "one", id: 1, ago: Number.MAX_SAFE_INTEGER });
  hear(lee, { say: 2, text: "two", id: 2, ago: -1 });
  hear(lee, { say: 2, text: "two", id: 2.5, ago: 0 });
  hear(lee, { say: 2, text: "two", id: 2, ago: 0, keep: "yes" });
  assertEquals(viewOf(lee).entries.map(({ text, atMs }) => [text, atMs]), [["one", AGO_MS_MAX]]);
  lee.nowMs = 0;
  hear(lee, { say: 2, text: "two", id: 2, ago: 1 });
  assertEquals(viewOf(lee).entries.at(-1)?.atMs, 0);
});
