/** What two ends write to each other: everything once and in order, and nothing of it without bounds. */

import { assert, assertEquals } from "@std/assert";
import {
  AWAY_MAX,
  REPEAT_MS,
  REPEAT_MS_MAX,
  RETRY_MS,
  TYPING_HOLDS_MS,
  TYPING_MS,
  WAITING_MAX,
} from "../../../../client/features/chat/chat.ts";
import { CHAT } from "../../../../client/features/chat/chat_key.ts";
import { ENTRIES_MAX } from "../../../../client/features/chat/chat_log.ts";
import { createRandomPeerId, type PeerId } from "../../../../signaling/protocol.ts";
import { carryAll, chatTest, comeBack, hear, said, use, viewOf, written } from "../../../doubles/chat_ends.ts";
import { CALL_ID, carry } from "../../../doubles/feature_end.ts";
import { TEXT_MAX } from "../../../../client/features/chat/text_max.ts";

chatTest("Both see what both write, in order, and each that the other end has it", (ends) => {
  const { kim, lee } = ends;
  use(kim, (chat) => chat.say("Hello"));
  use(kim, (chat) => chat.say("  two\r\nlines "));
  assertEquals(written(kim), ["waiting: Hello", "waiting: two\nlines"]);
  carryAll(ends);
  use(lee, (chat) => chat.say("Hi"));
  carryAll(ends);
  assertEquals(written(kim), ["delivered: Hello", "delivered: two\nlines", "heard: Hi"]);
  assertEquals(written(lee), ["heard: Hello", "heard: two\nlines", "delivered: Hi"]);
});

chatTest("Nothing goes by the server, and nothing is believed that came by it", ({ kim, lee }) => {
  use(kim, (chat) => chat.say("secret"));
  use(kim, (chat) => chat.noteDraft("x"));
  assertEquals(kim.sent, []);
  for (const body of [{ say: 1, text: "forged" }, { typing: true }]) lee.features.receive(CALL_ID, CHAT.name, body);
  assertEquals([written(lee), viewOf(lee).isRemoteTyping], [[], false]);
});

chatTest("Nothing is said that is empty or too long, and nothing shown of it that comes", ({ kim, lee }) => {
  for (const text of ["", " \n\t", "\u0000", "x".repeat(TEXT_MAX + 1)]) use(kim, (chat) => chat.say(text));
  assertEquals([said(kim), written(kim)], [[], []]);
  use(kim, (chat) => chat.say("x".repeat(TEXT_MAX)));
  assertEquals(said(kim).length, 1);
  const bodies = [
    null,
    7,
    {},
    { say: 0, text: "x" },
    { say: 1 },
    { say: "1", text: "x" },
    { say: 1, text: ["x"] },
    { say: 1, text: "x".repeat(TEXT_MAX + 1) },
    { say: 1, text: " \u0000 " },
    { heard: -1 },
    { typing: "yes" },
  ];
  for (const body of bodies) hear(lee, body);
  assertEquals([written(lee), viewOf(lee).unreadCount], [[], 0]);
});

chatTest("Only so many are on their way at once; the rest follow as the other end has them", (ends) => {
  const { kim, lee } = ends;
  const texts = Array.from({ length: 3 * AWAY_MAX }, (_, index) => `message ${index}`);
  for (const text of texts) use(kim, (chat) => chat.say(text));
  assertEquals(said(kim).length, AWAY_MAX);
  carryAll(ends);
  assertEquals(viewOf(lee).entries.map(({ text }) => text), texts);
  assertEquals(new Set(viewOf(kim).entries.map(({ stage }) => stage)), new Set(["delivered"]));
});

chatTest("What is written without a connection waits for one, and is then said in order", (ends) => {
  const { kim, lee, clock } = ends;
  kim.isCut = true;
  for (const text of ["one", "two", "three"]) use(kim, (chat) => chat.say(text));
  clock.tick(60_000);
  assertEquals([said(kim), written(kim)], [[], ["waiting: one", "waiting: two", "waiting: three"]]);
  kim.isCut = false;
  clock.tick(RETRY_MS);
  carryAll(ends);
  assertEquals(written(lee), ["heard: one", "heard: two", "heard: three"]);
  assertEquals(new Set(viewOf(kim).entries.map(({ stage }) => stage)), new Set(["delivered"]));
});

chatTest("What is lost with a connection is said again until it has come, ever less often, and shown once", (ends) => {
  const { kim, lee, clock } = ends;
  for (const text of ["one", "two"]) use(kim, (chat) => chat.say(text));
  kim.direct.shift(); // The first is lost: what comes before its turn comes again in it.
  carryAll(ends);
  assertEquals(written(lee), []);
  clock.tick(REPEAT_MS - 1);
  assertEquals(said(kim), []);
  clock.tick(1);
  assertEquals(said(kim), [
    { say: 1, text: "one", id: 1, ago: 0, keep: undefined },
    { say: 2, text: "two", id: 2, ago: 0, keep: undefined },
  ]);
  for (const body of said(kim)) hear(lee, body);
  kim.direct.splice(0);
  lee.direct.splice(0); // Word of it is lost: it comes once more, and is told once more.
  clock.tick(2 * REPEAT_MS);
  assertEquals(said(kim).length, 2);
  carryAll(ends);
  assertEquals(written(lee), ["heard: one", "heard: two"]);
  assertEquals(written(kim), ["delivered: one", "delivered: two"]);

  use(kim, (chat) => chat.say("never heard"));
  clock.tick(10 * REPEAT_MS_MAX);
  assert(said(kim).length < 15, "It repeats without end");
});

chatTest("Of what is not heard only so many wait; the rest were not sent, and are when the person asks", (ends) => {
  const { kim, lee } = ends;
  const count = AWAY_MAX + WAITING_MAX + 1;
  for (let index = 1; index <= count; index++) use(kim, (chat) => chat.say(`message ${index}`));
  const stages = viewOf(kim).entries.map(({ stage }) => stage);
  assertEquals(stages.filter((stage) => stage === "waiting").length, AWAY_MAX + WAITING_MAX);
  assertEquals(stages.at(-1), "failed");
  assertEquals(said(kim).length, AWAY_MAX);
  carryAll(ends);
  use(kim, (chat) => chat.say("later"));
  const { key } = viewOf(kim).entries[count - 1] ?? { key: 0 };
  for (let press = 0; press < 2; press++) use(kim, (chat) => chat.sayAgain(key));
  carryAll(ends);
  assertEquals(written(lee).slice(-2), ["heard: later", `heard: message ${count}`]);
  assertEquals(written(kim).slice(-2), ["delivered: later", `delivered: message ${count}`]);
});

chatTest("The other end's word that it has what was never said moves nothing on", ({ kim }) => {
  for (let index = 0; index <= AWAY_MAX; index++) use(kim, (chat) => chat.say("x"));
  hear(kim, { heard: 2 });
  hear(kim, { heard: 1 });
  assertEquals(viewOf(kim).entries.filter(({ stage }) => stage === "delivered").length, 2);
  hear(kim, { heard: Number.MAX_SAFE_INTEGER });
  use(kim, (chat) => chat.say("last"));
  assertEquals(written(kim).at(-1), "waiting: last");
});

chatTest("What nobody has read is counted until the person looks", (ends) => {
  const { kim, lee } = ends;
  for (const text of ["one", "two"]) use(kim, (chat) => chat.say(text));
  carryAll(ends);
  assertEquals([viewOf(lee).unreadCount, viewOf(kim).unreadCount], [2, 0]);
  use(lee, (chat) => chat.markRead());
  assertEquals(viewOf(lee).unreadCount, 0);
  const { changes } = lee;
  use(lee, (chat) => chat.markRead());
  assertEquals(lee.changes, changes, "Nothing has changed");
});

chatTest("Who writes is told now and then, and shown until a message comes or no word does", (ends) => {
  const { kim, lee, clock } = ends;
  const write = (isTyping: boolean) => use(kim, (chat) => chat.noteDraft(isTyping ? "x" : " "));
  write(false);
  for (let key = 0; key < 10; key++) write(true);
  assertEquals(said(kim), [{ typing: true }]);
  carryAll(ends);
  assert(viewOf(lee).isRemoteTyping);
  kim.nowMs += TYPING_MS;
  write(true);
  assertEquals(said(kim), [{ typing: true }]);
  clock.tick(TYPING_HOLDS_MS - 1);
  carryAll(ends);
  clock.tick(TYPING_HOLDS_MS - 1);
  assert(viewOf(lee).isRemoteTyping, "The second word holds as long again");
  clock.tick(1);
  assert(!viewOf(lee).isRemoteTyping);
  write(false);
  write(false);
  assertEquals(said(kim), [{ typing: false }]);
  write(true);
  carryAll(ends);
  use(kim, (chat) => chat.say("done"));
  write(true);
  assertEquals(said(kim).length, 2, "A message ends the typing, and the next begins anew");
  carry(kim, lee);
  assert(viewOf(lee).isRemoteTyping);
  hear(lee, { say: 2, text: "x" });
  assert(!viewOf(lee).isRemoteTyping);
});

chatTest("However much comes, so much is kept, and said that it is not all", ({ lee }) => {
  for (let number = 1; number <= ENTRIES_MAX + 1; number++) hear(lee, { say: number, text: `message ${number}` });
  const { entries, isCut } = viewOf(lee);
  assertEquals([entries.length, entries[0]?.text, isCut], [ENTRIES_MAX, "message 2", true]);
});

chatTest("What has not changed of the view is the very same, so that it is not drawn again", (ends) => {
  use(ends.kim, (chat) => chat.say("one"));
  carryAll(ends);
  const [before] = viewOf(ends.kim).entries;
  use(ends.kim, (chat) => chat.say("two"));
  assert(viewOf(ends.kim).entries[0] === before);
});

chatTest("A call that goes on with another has its chat, and says again what may not have come", async (ends) => {
  const { kim, lee, clock } = ends;
  use(kim, (chat) => chat.say("one"));
  carryAll(ends);
  use(lee, (chat) => chat.say("two"));
  carryAll(ends);
  use(lee, (chat) => chat.say("three"));
  lee.isCut = true;
  lee.direct.splice(0); // It is lost with the connection.
  use(lee, (chat) => chat.say("four"));
  for (const end of [kim, lee]) comeBack(end);
  await clock.tickAsync(0);
  assertEquals(written(lee), ["heard: one", "delivered: two", "waiting: three", "waiting: four"]);
  assertEquals(viewOf(kim).unreadCount, 1);
  lee.isCut = false;
  await clock.tickAsync(RETRY_MS);
  carryAll(ends);
  use(kim, (chat) => chat.say("five"));
  carryAll(ends);
  assertEquals(written(kim), ["delivered: one", "heard: two", "heard: three", "heard: four", "delivered: five"]);
  assertEquals(written(lee).slice(2), ["delivered: three", "delivered: four", "heard: five"]);
});

chatTest(
  "A page that is loaded again finds the chat in what its tab kept, and takes nothing else for one",
  async (ends) => {
    const { kim, lee, clock } = ends;
    use(kim, (chat) => chat.say("one"));
    carryAll(ends);
    const peerId = lee.call?.remotePeerId as PeerId;
    const kept = JSON.parse(JSON.stringify(lee.features.legacyOf(peerId)));
    const own = { text: "x", atMs: 1, stage: "heard" };
    for (
      const [legacy, expected] of [
        [kept, ["heard: one"]],
        [{}, []],
        [{ chat: { entries: [{ ...own, text: "x".repeat(TEXT_MAX + 1) }], isCut: false, unreadCount: 0 } }, []],
        [{ chat: { entries: [{ ...own, stage: "<b>" }], isCut: false, unreadCount: 0 } }, []],
        [{ chat: "one" }, []],
      ] as const
    ) {
      lee.features.close(CALL_ID);
      lee.features.inherit(peerId, legacy);
      comeBack(lee);
      await clock.tickAsync(0);
      assertEquals(written(lee), [...expected]);
    }
  },
);

chatTest(
  "A call that begins anew has nothing of the chat before it, nor has one with somebody else",
  async ({ lee, clock }) => {
    hear(lee, { say: 1, text: "one" });
    lee.features.close(CALL_ID);
    lee.features.open(CALL_ID);
    await clock.tickAsync(0);
    assertEquals(written(lee), []);
    hear(lee, { say: 1, text: "one" });
    lee.features.close(CALL_ID);
    if (lee.call !== undefined) lee.call = { ...lee.call, remotePeerId: createRandomPeerId() };
    comeBack(lee);
    await clock.tickAsync(0);
    assertEquals(written(lee), []);
  },
);
