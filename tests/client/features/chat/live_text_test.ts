/** What is typed and shown as it is typed: soon, whole, not too often, and gone with the message. */

import { assertEquals } from "@std/assert";
import { TYPING_HOLDS_MS } from "../../../../client/features/chat/chat.ts";
import { LIVE_MS } from "../../../../client/features/chat/live_text.ts";
import { keptStore } from "../../../../client/kept/kept_store.ts";
import { KeptWorld } from "../../../doubles/kept_world.ts";
import { CALL_ID, carry, type FeatureEnd } from "../../../doubles/feature_end.ts";
import { carryAll, chatTest, hear, said, use, viewOf, written } from "../../../doubles/chat_ends.ts";
import { TEXT_MAX } from "../../../../client/features/chat/text_max.ts";

const world = new KeptWorld();
await keptStore.load();

function type(end: FeatureEnd, draft: string): void {
  use(end, (chat) => chat.noteDraft(draft));
}

/** Takes what was said of the draft, and leaves the rest. */
function drafts(end: FeatureEnd): string[] {
  return said(end).flatMap((body) => "draft" in body ? [String(body.draft)] : []);
}

chatTest("Nothing of a draft is said unless the person shows it, nor after they have stopped", (ends) => {
  const { kim, lee, clock } = ends;
  type(kim, "secret");
  clock.tick(60_000);
  assertEquals(said(kim), [{ typing: true }]);
  use(kim, (chat) => chat.setLive(true));
  type(kim, "shown");
  carryAll(ends);
  assertEquals(viewOf(lee).remoteDraft, "shown");
  use(kim, (chat) => chat.setLive(false));
  clock.tick(LIVE_MS);
  assertEquals(drafts(kim), [""]);
  carryAll(ends);
  assertEquals(viewOf(lee).remoteDraft, "");
  type(kim, "secret");
  clock.tick(60_000);
  assertEquals(drafts(kim), []);
});

chatTest(
  "All calls of the page know whether what is typed is shown, and none shows it once it is off in one",
  (ends) => {
    const { kim: one, lee: other, clock } = ends; // Both are calls of this page.
    use(one, (chat) => chat.setLive(true));
    assertEquals([viewOf(one).isLive, viewOf(other).isLive], [true, true]);
    type(other, "shown");
    use(one, (chat) => chat.setLive(false));
    assertEquals([viewOf(one).isLive, viewOf(other).isLive], [false, false]);
    clock.tick(60_000);
    assertEquals(drafts(other), ["shown", ""], "It is taken back, and not said again");
  },
);

chatTest("A call that is over is not told of what is chosen since", ({ kim, lee }) => {
  lee.features.close(CALL_ID);
  const { changes } = lee;
  use(kim, (chat) => chat.setLive(true));
  use(kim, (chat) => chat.setLive(false));
  assertEquals(lee.changes, changes);
});

chatTest("What is typed is there within a fifth of a second, edits too, and becomes the message", (ends) => {
  const { kim, lee, clock } = ends;
  use(kim, (chat) => chat.setLive(true));
  type(kim, "H");
  carry(kim, lee);
  assertEquals([viewOf(lee).remoteDraft, viewOf(lee).isRemoteTyping], ["H", true]);
  for (const draft of ["He", "Hel", "Helo", "Hel", "Hell", "Hello"]) type(kim, draft);
  clock.tick(LIVE_MS);
  carry(kim, lee);
  assertEquals(viewOf(lee).remoteDraft, "Hello");
  assertEquals(written(lee), [], "It is no message yet");
  type(kim, "Hello, Lee");
  use(kim, (chat) => chat.say("Hello, Lee"));
  clock.tick(LIVE_MS);
  carryAll(ends);
  assertEquals([viewOf(lee).remoteDraft, written(lee)], ["", ["heard: Hello, Lee"]]);
  clock.tick(60_000);
  assertEquals(drafts(kim), [], "Nothing of it comes after the message");
});

chatTest("A draft is said five times a second at most, and again now and then while it is there", ({ kim, clock }) => {
  use(kim, (chat) => chat.setLive(true));
  for (let letter = 1; letter <= 100; letter++) {
    type(kim, "x".repeat(letter));
    clock.tick(20);
  }
  clock.tick(LIVE_MS);
  assertEquals([drafts(kim).length, drafts(kim).at(-1)], [11, "x".repeat(100)]);
  kim.direct.splice(0);
  clock.tick(10_000);
  assertEquals(drafts(kim), ["x".repeat(100), "x".repeat(100), "x".repeat(100)]);
  kim.direct.splice(0);
  type(kim, "x".repeat(TEXT_MAX + 5));
  clock.tick(LIVE_MS);
  assertEquals(drafts(kim)[0]?.length, TEXT_MAX);
});

chatTest("What could not be said is said as soon as it can be", ({ kim, clock }) => {
  use(kim, (chat) => chat.setLive(true));
  kim.isCut = true;
  type(kim, "one");
  type(kim, "two");
  clock.tick(5_000);
  kim.isCut = false;
  clock.tick(LIVE_MS);
  assertEquals(drafts(kim), ["two"]);
});

chatTest("A draft of which no word comes any more is shown no longer, and one that fits nothing not at all", (ends) => {
  const { lee, clock } = ends;
  hear(lee, { draft: "one" });
  hear(lee, { typing: true });
  assertEquals(viewOf(lee).remoteDraft, "one");
  clock.tick(TYPING_HOLDS_MS);
  assertEquals([viewOf(lee).remoteDraft, viewOf(lee).isRemoteTyping], ["", false]);
  for (const draft of [7, null, "x".repeat(TEXT_MAX + 1), ["x"]]) hear(lee, { draft });
  assertEquals(viewOf(lee).remoteDraft, "");
  hear(lee, { draft: " a\u0000b\r\n " });
  assertEquals(viewOf(lee).remoteDraft, "ab");
});

// The last: from here on there is another tab, which hears of each change.
chatTest("What another tab has turned off is off here too, and a draft is shown no longer", async (ends) => {
  const { kim, clock } = ends;
  use(kim, (chat) => chat.setLive(true));
  type(kim, "shown");
  await world.settle();
  const tab = world.openTab();
  await tab.load();
  await tab.update("live-text", () => ({ record: false }));
  await clock.tickAsync(0);
  await world.settle();
  assertEquals(viewOf(kim).isLive, false);
  clock.tick(60_000);
  assertEquals(drafts(kim), ["shown", ""]);
});
