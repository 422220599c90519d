/** Which calls a page goes on with that another began: by itself, when asked, or not at all. */

import { assertEquals } from "@std/assert";
import type { CallView } from "../../../client/conversation/call_views.ts";
import type { CallMemory } from "../../../client/kept/recent_calls.ts";
import { BY_ITSELF_MS, type LeftCall, OFFERED_MS, Rejoin, type Rejoining } from "../../../client/rejoin/rejoin.ts";
import type { CallId, PeerId, TabId } from "../../../signaling/protocol.ts";

const KIM = "k7mq-2vhd-9xtr-w4pz-0b5n" as PeerId;
const CALL = "0000000000000000000call0" as CallId;
const LEE = "0000-0000-0000-0000-01ee" as PeerId;
const OTHER_CALL = "000000000000000000other0" as CallId;
const LEFT: CallMemory = { name: "Kim", startedAtMs: 900_000, isMuted: true, isCameraOn: false };

/** What the features of a call leave. */
const LEGACY = { chat: { entries: ["Hello"] } };
const OTHER_LEGACY = { chat: { entries: ["Good morning"] } };

/** A browser with one profile; each page is a tab of it. */
class Profile {
  nowMs = 1_000_000;
  readonly remembered = new Map<CallId, CallMemory>();
  readonly session = new Map<string, string>();
  readonly held = new Map<string, () => void>();
  isBlocked = false;
  hasLocks = true;
  roomMax = Infinity;
  media = { isMuted: true, isCameraOn: false };

  open(): { rejoin: Rejoin; offered: (LeftCall | null)[]; rejoined: [PeerId, Rejoining][] } {
    const [offered, rejoined]: [(LeftCall | null)[], [PeerId, Rejoining][]] = [[], []];
    const rejoin = new Rejoin({
      recentCalls: {
        remember: (callId, memory) =>
          void (memory === null ? this.remembered.delete(callId) : this.remembered.set(callId, memory)),
        findLeft: (callId) => {
          const memory = this.remembered.get(callId);
          return memory === undefined ? null : { peerId: KIM, memory };
        },
      },
      now: () => this.nowMs,
      monotonicNow: () => this.nowMs - 800_000,
      session: () => {
        if (this.isBlocked) throw new DOMException("Site data is blocked", "SecurityError");
        return {
          getItem: (key) => this.session.get(key) ?? null,
          setItem: (key, value) => {
            if (value.length > this.roomMax) throw new DOMException("No room", "QuotaExceededError");
            this.session.set(key, value);
          },
          removeItem: (key) => void this.session.delete(key),
        };
      },
      locks: {
        request: async (name: string, hold: () => Promise<void>) => {
          this.held.set(name, () => this.held.delete(name));
          await hold();
          this.held.delete(name);
        },
        query: () =>
          this.hasLocks
            ? Promise.resolve({ held: [...this.held.keys()].map((name) => ({ name })) })
            : Promise.reject(new DOMException("No locks", "SecurityError")),
      } as Pick<LockManager, "request" | "query">,
      media: () => this.media,
      legacyOf: (peerId) => peerId === KIM ? LEGACY : OTHER_LEGACY,
      offer: (left) => offered.push(left),
      rejoin(...all) {
        rejoin.follow(rejoined.map(([remotePeerId]) => goingOn(remotePeerId))); // The devices open first.
        rejoined.push(all);
      },
    });
    return { rejoin, offered, rejoined };
  }

  /** The page is gone, and with it all that it held. */
  crash(): void {
    this.held.clear();
  }
}

function view(fields: Partial<CallView> = {}): CallView {
  const call = { callId: CALL, remotePeerId: KIM, remoteName: "Kim", mayRejoin: true, endedAtMs: null };
  return { ...call, phase: "connected", connectedAtMs: 100_000, ...fields } as CallView;
}

/** The call that goes on with the one with that peer, as long as nobody has answered. */
function goingOn(remotePeerId: PeerId): CallView {
  const callId = `0000000000000${remotePeerId.slice(-4)}again`.slice(0, 24) as CallId;
  return view({ callId, remotePeerId, isRejoined: true, phase: "outgoing", connectedAtMs: null });
}

const NO_CALL = { type: "no-call", id: KIM, clientId: KIM, callId: CALL, tabId: "tab" as TabId } as const;

async function settle(): Promise<void> {
  for (let turn = 0; turn < 5; turn++) await Promise.resolve();
}

/** A profile in which a page was in a call, and went. */
function leave({ isCrash }: { isCrash: boolean }): Profile {
  const profile = new Profile();
  const { rejoin } = profile.open();
  rejoin.follow([view()]);
  if (!isCrash) rejoin.handlePageHide();
  profile.crash();
  return profile;
}

Deno.test("Rejoin goes on by itself with a call whose page was loaded again, and offers it later", async () => {
  for (
    const [agoMs, result] of [[0, "goes on"], [BY_ITSELF_MS, "goes on"], [BY_ITSELF_MS + 1, "offers"], [
      OFFERED_MS,
      "offers",
    ], [OFFERED_MS + 1, "nothing"]] as const
  ) {
    const profile = leave({ isCrash: false });
    profile.nowMs += agoMs;
    const { rejoin, offered, rejoined } = profile.open();
    await rejoin.start();
    const left: LeftCall = { callId: CALL, peerId: KIM, ...LEFT };
    const how = {
      rejoined: { callId: CALL, connectedAtMs: 100_000, name: "Kim" },
      isMuted: true,
      video: false,
      ...{ isHeld: false, isRemoteHeld: false, isStranger: false },
      legacy: LEGACY,
    };
    assertEquals(rejoined, result === "goes on" ? [[KIM, how]] : []);
    assertEquals(offered, result === "offers" ? [left] : []);
    if (result !== "offers") continue;
    rejoin.accept();
    assertEquals(rejoined, [[KIM, how]]);
    const next = profile.open();
    await next.rejoin.start();
    assertEquals([next.rejoined, next.offered], [[], []], "Once");
  }
});

Deno.test("Rejoin leaves its calls to the next page also where this one is closed before it goes on with them", async () => {
  const profile = new Profile();
  const first = profile.open();
  const held = view({ callId: OTHER_CALL, remotePeerId: LEE, isHeld: true, sendsVideo: true });
  first.rejoin.follow([view(), held]);
  first.rejoin.handlePageHide();
  profile.crash();
  for (let turns = 0; turns < 12; turns++) {
    const { rejoin } = profile.open();
    const started = rejoin.start();
    for (let turn = 0; turn < turns; turn++) await Promise.resolve();
    rejoin.handlePageHide();
    profile.crash();
    await started;
    profile.crash();
    const { others, ...front } = JSON.parse(profile.session.get("left-call") ?? "{}");
    assertEquals([front.callId, front.legacy], [CALL, LEGACY], `${turns} turns`);
    assertEquals(others.map(({ callId }: LeftCall) => callId), [OTHER_CALL], `${turns} turns`);
    assertEquals(others[0].legacy, OTHER_LEGACY);
  }
});

Deno.test("Rejoin goes on with a call once although the browser puts its page away and back meanwhile", async () => {
  const profile = leave({ isCrash: false });
  const { rejoin, rejoined } = profile.open();
  const started = rejoin.start();
  rejoin.handlePageHide();
  await Promise.all([rejoin.start(), started]);
  assertEquals(rejoined.length, 1);
  assertEquals([...profile.held.keys()], [`call ${CALL}`]);
});

Deno.test("Rejoin offers a call that was put away too long ago, and forgets it once it is declined, also where it was about to go on", async () => {
  for (const isOver of [false, true]) {
    const profile = leave({ isCrash: false });
    const { rejoin, rejoined, offered } = profile.open();
    const started = rejoin.start();
    rejoin.handlePageHide();
    if (isOver) await started;
    profile.nowMs += BY_ITSELF_MS + 1;
    await Promise.all([rejoin.start(), started]);
    assertEquals([rejoined, offered.map((left) => left?.callId)], [[], [CALL]]);
    rejoin.decline();
    rejoin.handlePageHide();
    const next = profile.open();
    await next.rejoin.start();
    assertEquals([next.rejoined, next.offered], [[], []], "It was declined");
  }
});

Deno.test("Rejoin goes on with calls, and offers them, in a browser that tells of no locks", async () => {
  for (const [agoMs, isCrash] of [[0, false], [BY_ITSELF_MS + 1, false], [0, true]] as const) {
    const profile = leave({ isCrash });
    profile.hasLocks = false;
    profile.nowMs += agoMs;
    const { rejoin, rejoined, offered } = profile.open();
    await rejoin.start();
    await settle();
    if (isCrash) assertEquals(rejoin.answer(NO_CALL), { ...NO_CALL, mayRejoin: true });
    assertEquals(rejoined.length + offered.length, 1, `${agoMs} ms ago`);
  }
});

Deno.test("Rejoin offers a call after a crash once the other end asks, and says so", async () => {
  const profile = leave({ isCrash: true });
  const { rejoin, offered, rejoined } = profile.open();
  await rejoin.start();
  assertEquals([offered, rejoined], [[], []]);
  await settle();
  for (let times = 0; times < 2; times++) assertEquals(rejoin.answer(NO_CALL), { ...NO_CALL, mayRejoin: true });
  assertEquals(offered.map((left) => left?.callId), [CALL], "Once");
  rejoin.decline();
  assertEquals([offered.at(-1), rejoin.answer(NO_CALL)], [null, NO_CALL], "It is over");
});

Deno.test("Rejoin leaves a call alone that another tab has, until that is gone", async () => {
  const profile = new Profile();
  const first = profile.open();
  first.rejoin.follow([view()]);
  const { rejoin, offered } = profile.open();
  assertEquals(rejoin.answer(NO_CALL), null, "It has not looked yet");
  await settle();
  assertEquals([rejoin.answer(NO_CALL), offered], [null, []]);
  profile.crash();
  rejoin.answer(NO_CALL);
  await settle();
  assertEquals(rejoin.answer(NO_CALL)?.mayRejoin, true);
  assertEquals(offered.length, 1);
  first.rejoin.handlePageHide();
  first.rejoin.follow([view()]);
});

Deno.test("Rejoin remembers nothing of a call that is over, that never was, or whose other end is older", async () => {
  for (
    const fields of [{ endedAtMs: 1 }, { connectedAtMs: null }, { mayRejoin: false }] satisfies Partial<CallView>[]
  ) {
    const profile = new Profile();
    const { rejoin } = profile.open();
    rejoin.follow([view(fields)]);
    rejoin.handlePageHide();
    assertEquals([profile.remembered.size, profile.session.size, profile.held.size], [0, 0, 0]);
  }
  const profile = new Profile();
  const { rejoin } = profile.open();
  rejoin.follow([view()]);
  rejoin.follow([view({ endedAtMs: 1, phase: "ended" })]);
  await settle();
  rejoin.handlePageHide();
  assertEquals([profile.session.size, profile.held.size], [0, 0]);
});

Deno.test("Rejoin lets go of a call that another has taken the place of, and goes on with that alone", async () => {
  const profile = new Profile();
  const { rejoin } = profile.open();
  const next = "0000000000000000000next0" as CallId;
  rejoin.follow([view()]);
  rejoin.follow([view({ callId: next })]); // The other end's page has come back.
  await settle();
  assertEquals([...profile.held.keys()], [`call ${next}`]);
  rejoin.follow([view({ callId: next, endedAtMs: 1, phase: "ended" })]);
  await settle();
  rejoin.handlePageHide();
  assertEquals([profile.session.size, profile.held.size], [0, 0], "Nothing is left to go on with");
});

Deno.test("Rejoin offers no call that a tab has taken since it looked last", async () => {
  const profile = new Profile();
  const { rejoin, offered } = profile.open();
  await settle();
  profile.nowMs += 60_000;
  const first = profile.open();
  first.rejoin.follow([view()]);
  assertEquals([rejoin.answer(NO_CALL), offered], [null, []], "What it saw a minute ago is no answer");
  await settle();
  profile.nowMs += 3_000;
  assertEquals([rejoin.answer(NO_CALL), offered], [null, []]);
});

Deno.test("Rejoin tells whether another tab has a call, and never says so of this one's", async () => {
  const profile = new Profile();
  const [first, second] = [profile.open(), profile.open()];
  first.rejoin.follow([view()]);
  assertEquals(await Promise.all([first, second].map(({ rejoin }) => rejoin.isElsewhere(CALL))), [false, true]);
  profile.crash();
  assertEquals(await second.rejoin.isElsewhere(CALL), false);
});

Deno.test("Rejoin goes back to no call that the person has left, whoever asks after it later", async () => {
  const profile = new Profile();
  const first = profile.open();
  first.rejoin.follow([view()]);
  first.rejoin.follow([view({ endedAtMs: 1, phase: "ended", endReason: "hung-up" })]);
  first.rejoin.handlePageHide();
  profile.crash();
  const { rejoin, offered, rejoined } = profile.open();
  await rejoin.start();
  assertEquals([rejoin.answer(NO_CALL), offered, rejoined], [NO_CALL, [], []]);
});

Deno.test("Rejoin remembers a call that ends because its page goes away, and goes on when the page is back", async () => {
  const profile = new Profile();
  const { rejoin, rejoined } = profile.open();
  rejoin.follow([view()]);
  rejoin.handlePageHide();
  const ended = view({ endedAtMs: 1, phase: "ended", endReason: "hung-up" });
  rejoin.follow([ended]);
  assertEquals([...profile.remembered.keys()], [CALL]);
  await settle();
  await rejoin.start(); // From the browser's cache of pages.
  assertEquals(rejoined.map(([, { rejoined: { callId } }]) => callId), [CALL]);
  const back = { callId: "0000000000000000000back0" as CallId, isRejoined: true };
  rejoin.follow([view({ ...back, endedAtMs: 2, phase: "ended", endReason: "hung-up" })]);
  assertEquals(profile.remembered.size, 0, "Now the person has left it");
});

Deno.test("Rejoin goes on with a call whose page is loaded again before it was back, muted as it is now", async () => {
  const back = { callId: "0000000000000000000back0" as CallId, isRejoined: true };
  const going = view({ ...back, phase: "outgoing", connectedAtMs: null });
  const profile = new Profile();
  profile.media = { isMuted: false, isCameraOn: true };
  const first = profile.open();
  first.rejoin.follow([view()]);
  first.rejoin.handlePageHide();
  for (const [isMuted, isCameraOn] of [[false, true], [true, true], [false, false]] as const) {
    profile.crash();
    const { rejoin, rejoined } = profile.open();
    await rejoin.start();
    rejoin.follow([going]);
    assertEquals(rejoin.answer(NO_CALL), { ...NO_CALL, mayRejoin: true });
    assertEquals([...profile.held.keys()], [`call ${CALL}`], "No other tab is to offer it");
    profile.media = { isMuted, isCameraOn };
    rejoin.handlePageHide();
    rejoin.follow([{ ...going, endedAtMs: 1, phase: "ended", endReason: "hung-up" } as CallView]);
    assertEquals(rejoined.map(([, { rejoined: { callId } }]) => callId), [CALL]);
  }
  profile.crash();
  const last = profile.open();
  await last.rejoin.start();
  assertEquals(last.rejoined.map(([, { isMuted, video }]) => [isMuted, video]), [[true, false]]);
  last.rejoin.follow([view(back)]);
  await settle();
  assertEquals([...profile.held.keys()], [`call ${back.callId}`], "It is back");
});

Deno.test("Rejoin may offer a call once more that it could not go on with, unless the person took that back", async () => {
  for (const [endReason, isKept] of [["unavailable", true], ["cancelled", false]] as const) {
    const profile = leave({ isCrash: false });
    const { rejoin } = profile.open();
    await rejoin.start();
    rejoin.follow([view({ callId: "back" as CallId, isRejoined: true, connectedAtMs: null, endedAtMs: 1, endReason })]);
    await settle();
    assertEquals([profile.remembered.has(CALL), profile.held.size], [isKept, 0], endReason);
  }
});

Deno.test("Rejoin goes on with a call although there is no room for what its features have", async () => {
  const profile = new Profile();
  const first = profile.open();
  first.rejoin.follow([view()]);
  profile.roomMax = 200;
  first.rejoin.handlePageHide();
  profile.crash();
  const { rejoin, rejoined } = profile.open();
  await rejoin.start();
  assertEquals(rejoined.map(([, { legacy }]) => legacy), [{}]);
  assertEquals(profile.session.size, 0, "Nothing of it stays behind");
});

Deno.test("Rejoin takes its offer back when the person calls, and lives with site data that is blocked", async () => {
  const profile = leave({ isCrash: true });
  profile.isBlocked = true;
  const { rejoin, offered } = profile.open();
  await rejoin.start();
  await settle();
  rejoin.answer(NO_CALL);
  rejoin.follow([view({ callId: "another" as CallId, phase: "outgoing", connectedAtMs: null })]);
  assertEquals(offered.map((left) => left?.callId ?? null), [CALL, null]);
  rejoin.handlePageHide();
});

Deno.test("Rejoin goes on with all calls that the tab was in: those on hold on hold, and the one that was heard last", async () => {
  const profile = new Profile();
  const held = view({ callId: OTHER_CALL, remotePeerId: LEE, remoteName: "Lee", isHeld: true, sendsVideo: true });
  const { rejoin } = profile.open();
  rejoin.follow([view(), held]);
  rejoin.handlePageHide();
  profile.crash();
  const next = profile.open();
  await next.rejoin.start();
  const states = next.rejoined.map(([peerId, { isHeld, video }]) => [peerId, isHeld, video]);
  assertEquals(states, [[LEE, true, true], [KIM, false, false]], "Each with the camera as it was in it");
  assertEquals(
    next.rejoined.map(([, { legacy }]) => legacy),
    [OTHER_LEGACY, LEGACY],
    "What features left goes to the call it is of",
  );
});

Deno.test("Rejoin leaves what features have of the call that was heard, where there is no room for that of the others", async () => {
  const profile = new Profile();
  const { rejoin } = profile.open();
  rejoin.follow([view(), view({ callId: OTHER_CALL, remotePeerId: LEE, isHeld: true, sendsVideo: true })]);
  rejoin.handlePageHide();
  profile.roomMax = (profile.session.get("left-call")?.length ?? NaN) - 1;
  rejoin.handlePageHide();
  profile.crash();
  const next = profile.open();
  await next.rejoin.start();
  assertEquals(next.rejoined.map(([, { legacy }]) => legacy), [{}, LEGACY]);
});

Deno.test("Rejoin goes on as on hold with a call that the other end has on hold", async () => {
  const profile = new Profile();
  const { rejoin } = profile.open();
  rejoin.follow([view({ isRemoteHeld: true })]);
  rejoin.handlePageHide();
  profile.crash();
  const next = profile.open();
  await next.rejoin.start();
  assertEquals(next.rejoined.map(([, { isHeld, isRemoteHeld }]) => [isHeld, isRemoteHeld]), [[false, true]]);
});

Deno.test("Rejoin goes on with a stranger's call as with a stranger's, by itself and when asked, also after a crash", async () => {
  for (const [isCrash, agoMs] of [[false, 0], [false, BY_ITSELF_MS + 1], [true, 0]] as const) {
    const profile = new Profile();
    const { rejoin } = profile.open();
    rejoin.follow([view({ isStranger: true })]);
    if (!isCrash) rejoin.handlePageHide();
    profile.crash();
    profile.nowMs += agoMs;
    const next = profile.open();
    await next.rejoin.start();
    await settle();
    if (isCrash) next.rejoin.answer(NO_CALL);
    next.rejoin.accept();
    assertEquals(next.rejoined.map(([, { isStranger }]) => isStranger), [true], `${isCrash} ${agoMs}`);
  }
});

Deno.test("Rejoin leaves the only call on hold as it was, and one that the person goes on with is heard", async () => {
  for (const isLate of [false, true]) {
    const profile = new Profile();
    const { rejoin } = profile.open();
    rejoin.follow([view({ isHeld: true, sendsVideo: false })]);
    rejoin.handlePageHide();
    profile.crash();
    if (isLate) profile.nowMs += BY_ITSELF_MS + 1;
    const next = profile.open();
    await next.rejoin.start();
    if (isLate) next.rejoin.accept();
    assertEquals(next.rejoined.map(([, { isHeld }]) => isHeld), [!isLate]);
  }
});
