/** Notifications of calls, in several tabs that share a system and tell each other what the person has seen. */

import { assertEquals } from "@std/assert";
import { Notices } from "../../../../client/features/ringing/notices.ts";
import type { MissedCaller } from "../../../../client/kept/people/missed_calls.ts";
import type { CallId, PeerId } from "../../../../signaling/protocol.ts";

type Shown = { title: string; options: NotificationOptions; press: () => void };

/** What a desktop shows: the latest of each tag. A notification that was replaced closes the one in its place. */
class Desktop {
  readonly tabs: Tab[] = [];
  readonly shown = new Map<string, Shown>();

  get texts(): string[] {
    return [...this.shown.values()].map(({ title, options }) =>
      `${title}${options.requireInteraction ? " (stays)" : ""}`
    );
  }

  open(): Tab {
    const tab = new Tab(this);
    this.tabs.push(tab);
    return tab;
  }

  follow(...calls: Parameters<Notices["follow"]>[0]): void {
    for (const tab of this.tabs) tab.notices.follow(calls);
  }

  followMissed(...callers: MissedCaller[]): void {
    for (const tab of this.tabs) tab.notices.followMissed(callers);
  }
}

class Tab {
  isSeen = false;
  isAllowed = true;
  focused = 0;
  unseen = 0;
  readonly notices: Notices;

  constructor(desktop: Desktop) {
    this.notices = new Notices({
      isSeen: () => this.isSeen,
      show: (title, options, onPress) => {
        if (!this.isAllowed) return null;
        const tag = options.tag ?? "";
        desktop.shown.set(tag, { title, options, press: onPress });
        return { close: () => desktop.shown.delete(tag) };
      },
      focus: () => this.focused++,
      tell: (seen) => desktop.tabs.filter((tab) => tab !== this).forEach((tab) => tab.notices.handleTold(seen)),
      count: (unseen) => this.unseen = unseen,
      sayRinging: ({ remoteName, isStranger }) => isStranger ? "Someone" : `${remoteName}`,
      sayMissed: ({ remoteName }) => `Missed ${remoteName}`,
    });
  }
}

function ringing(name: string, fields: Partial<Parameters<Notices["follow"]>[0][number]> = {}) {
  return {
    ...{ callId: name as CallId, remotePeerId: name as PeerId, remoteName: name, phase: "incoming" as const },
    ...{ isStranger: false, isWaiting: false, isQuiet: false, isRejoined: false, ...fields },
  };
}

function missed(name: string, ...callIds: string[]): MissedCaller {
  return { remotePeerId: name as PeerId, remoteName: name, atMs: 1, count: callIds.length, callIds };
}

Deno.test("A call is told once however many tabs there are, silently, and is gone when it rings no more", () => {
  const desktop = new Desktop();
  const [tab] = [desktop.open(), desktop.open(), desktop.open()];
  desktop.follow(ringing("Kim"));
  assertEquals(desktop.texts, ["Kim (stays)"]);
  assertEquals(desktop.shown.get("Kim")?.options.silent, true);
  desktop.follow(ringing("Kim"), ringing("Eve", { isStranger: true }));
  assertEquals(desktop.texts, ["Kim (stays)", "Someone (stays)"]);
  tab?.notices.follow([ringing("Kim", { phase: "ended" }), ringing("Eve", { phase: "connecting" })]);
  assertEquals(desktop.texts, [], "Answered in one tab");
});

Deno.test("A press on it brings its page to the front", () => {
  const desktop = new Desktop();
  const [one, other] = [desktop.open(), desktop.open()];
  desktop.follow(ringing("Kim"));
  desktop.shown.get("Kim")?.press();
  assertEquals([one.focused, other.focused, desktop.texts], [0, 1, []]);
});

Deno.test("Nobody is told of a call that they see, in whichever tab, or come to see", () => {
  for (const seen of [0, 2]) {
    const desktop = new Desktop();
    const tabs = [desktop.open(), desktop.open(), desktop.open()];
    const tab = tabs[seen];
    if (tab !== undefined) tab.isSeen = true;
    desktop.follow(ringing("Kim"));
    desktop.follow(ringing("Kim"));
    assertEquals(desktop.texts, [], `Tab ${seen} is looked at`);
  }
  const desktop = new Desktop();
  const [, tab] = [desktop.open(), desktop.open()];
  desktop.followMissed();
  desktop.follow(ringing("Kim"));
  tab?.notices.handleSeen();
  desktop.follow(ringing("Kim"), ringing("Kim", { isWaiting: true }));
  assertEquals(desktop.texts, []);
  desktop.follow();
  desktop.followMissed(missed("Kim", "Kim"));
  assertEquals(desktop.texts, [], "Nor that they missed it");
});

Deno.test("What disturbs nobody tells nobody: quiet calls, strangers in the quiet line, calls that go on", () => {
  const desktop = new Desktop();
  desktop.open();
  desktop.follow(
    ringing("Kim", { isQuiet: true, isWaiting: true }),
    ringing("Eve", { isStranger: true, isWaiting: true }),
    ringing("Sam", { isRejoined: true }),
    ringing("Lee", { phase: "connected" }),
  );
  assertEquals(desktop.texts, []);
  desktop.follow(ringing("Kim", { isWaiting: true }));
  assertEquals(desktop.texts, ["Kim (stays)"], "Somebody known, during another call");
});

Deno.test("A missed call takes the place of its notification, whichever is heard of first, until a tab is looked at", () => {
  for (const isEndFirst of [true, false]) {
    const desktop = new Desktop();
    const [, tab] = [desktop.open(), desktop.open()];
    desktop.followMissed(missed("Lee", "of yesterday"));
    desktop.follow(ringing("Kim"));
    const news = [missed("Kim", "Kim"), missed("Lee", "of yesterday", "never rang here")];
    if (isEndFirst) desktop.follow();
    desktop.followMissed(...news);
    desktop.follow();
    assertEquals(desktop.texts, ["Missed Kim"], `${isEndFirst}`);
    desktop.followMissed(...news, missed("Sam", "old"));
    tab?.notices.handleSeen();
    assertEquals(desktop.texts, []);
  }
});

Deno.test("Where notifications are not allowed, or fail, nothing is told and nothing goes wrong", () => {
  const desktop = new Desktop();
  const tab = desktop.open();
  tab.isAllowed = false;
  desktop.followMissed();
  desktop.follow(ringing("Kim"));
  tab.isAllowed = true;
  desktop.follow();
  desktop.followMissed(missed("Kim", "Kim"));
  assertEquals(desktop.texts, []);
});

Deno.test("Missed calls are counted in each tab until one is looked at, or they are missed no more", () => {
  const desktop = new Desktop();
  const [one, other] = [desktop.open(), desktop.open()];
  const counts = () => [one.unseen, other.unseen];
  desktop.followMissed(missed("Lee", "of yesterday"));
  assertEquals(counts(), [0, 0], "They were there when the page was opened");
  desktop.followMissed(missed("Kim", "b", "a"), missed("Lee", "of yesterday"));
  desktop.followMissed(missed("Kim", "b", "a"), missed("Lee", "of yesterday"));
  assertEquals(counts(), [2, 2], "Also where nothing rang");
  desktop.followMissed(missed("Kim", "a"));
  assertEquals(counts(), [1, 1], "One came through after all");
  desktop.followMissed();
  assertEquals(counts(), [0, 0], "The list was cleared");
  desktop.followMissed(missed("Kim", "c"));
  other.notices.handleSeen();
  assertEquals(counts(), [0, 0]);
  other.isSeen = true;
  other.notices.followMissed([missed("Kim", "d", "c")]);
  one.notices.followMissed([missed("Kim", "d", "c")]);
  assertEquals(counts(), [0, 0], "Seen in the other tab, before this one heard of it");
  other.isSeen = false;
  one.notices.followMissed([missed("Kim", "e", "d", "c")]);
  other.isSeen = true;
  other.notices.followMissed([missed("Kim", "e", "d", "c")]);
  assertEquals(counts(), [0, 0], "Or after");
});
