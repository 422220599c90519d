import { assert, assertEquals, assertMatch, assertNotEquals } from "@std/assert";
import { createCall } from "../../../client/call/call.ts";
import { callPhaseSentence, callStateSentence, titleSentence } from "../../../client/words/call_sentences.ts";
import { endSentence, endTitle } from "../../../client/words/end_sentences.ts";
import { findTroubleSentences } from "../../../client/screens/pieces/media_words.ts";
import { type Device, media as mediaWords } from "../../../client/words/en/media.ts";
import { lifetimeSentence, statusSentence, untakenSentence } from "../../../client/words/sentences.ts";
import { refusalSentence } from "../../../client/words/refusal_words.ts";
import { whoOf } from "../../../client/words/who.ts";
import { REFUSAL_CAUSES } from "../../../client/socket/refusal.ts";
import type { CallPhase } from "../../../client/call/call.ts";
import type { CallView } from "../../../client/conversation/call_views.ts";
import type { EndReason } from "../../../client/call/end_reason.ts";
import type { LocalMedia, LongTrouble } from "../../../client/media/local_media.ts";
import type { Obstacle } from "../../../client/model/state.ts";
import type { SignalingStatus } from "../../../client/socket/signaling_status.ts";
import type { CallId, PeerId, TabId } from "../../../signaling/protocol.ts";
import { FAILURE_DETAILS } from "../../../signaling/protocol/peer_messages.ts";

const PHASES: CallPhase[] = ["outgoing", "incoming", "connecting", "connected", "reconnecting", "ended"];
/** Keys of a record, so that the compiler misses a reason that is new. */
const END_REASONS = Object.keys(
  {
    "hung-up": 0,
    "remote-hung-up": 0,
    "cancelled": 0,
    "declined": 0,
    "busy": 0,
    "unanswered": 0,
    "contacts-only": 0,
    "answered-elsewhere": 0,
    "declined-elsewhere": 0,
    "unavailable": 0,
    "held-back": 0,
    "unsupported": 0,
    "incompatible": 0,
    "keyless": 0,
    "no-webrtc": 0,
    "unprepared": 0,
    "offline": 0,
    "unverified": 0,
    "other-key": 0,
    "remote-unverified": 0,
    "words-differed": 0,
    "flooded": 0,
    "remote-flooded": 0,
    "lost": 0,
    "vanished": 0,
    "too-late": 0,
    "page-gone": 0,
    "over": 0,
    "failed": 0,
  } satisfies Record<EndReason, 0>,
) as EndReason[];
const PROBLEMS = Object.keys(
  {
    ...{ "denied": 0, "not-found": 0, "in-use": 0, "insecure": 0, "failed": 0, "asked": 0, "silenced": 0 },
  } satisfies Record<LongTrouble, 0>,
) as LongTrouble[];
const OBSTACLES: readonly Obstacle[] = ["insecure", "keyless", "no-webrtc"];
const DEVICES: Device[] = ["camera", "microphone", "both"];
const DIRECTIONS = [{ isOutgoing: true }, { isOutgoing: false }];

function createView(fields: Partial<CallView> = {}): CallView {
  const call = createCall({
    callId: "call" as CallId,
    localTabId: "tab" as TabId,
    remotePeerId: "k7mq-2vhd-9xtr-w4pz-0b5n" as PeerId,
    isOutgoing: true,
  });
  return {
    ...call,
    remoteName: "Kim",
    remoteStreams: null,
    path: null,
    features: new Map(),
    endedAtWallMs: null,
    ...{ isRemoteGone: false, isRejoined: false, isUnsaid: false, mayRejoin: true },
    ...fields,
  };
}

function createEnded(endReason: EndReason, fields: Partial<CallView> = {}): CallView {
  return createView({ phase: "ended", endReason, endedAtMs: 1_000_000, endedAtWallMs: 1_000_000, ...fields });
}

/** A sentence, or a few: starts large, ends with a stop, and holds no gap, no hole and no word of a machine's. */
function assertSentence(text: string): void {
  assertMatch(text, /^[\p{Lu}\p{N}].*[.…]$/u, text);
  assert(!/error|exception|undefined|null|NaN|\[object|failed|invalid|\s\s|\s[.,…]/i.test(text), text);
}

function assertDistinct(texts: readonly string[]): void {
  for (const [index, text] of texts.entries()) assertEquals(texts.indexOf(text), index, `Said twice: ${text}`);
}

// --- Calls --------------------------------------------------------------------------------------------------------

Deno.test("endSentence() says another thing of a call that went on for a while than of one that never rang", () => {
  for (const { isOutgoing } of DIRECTIONS) {
    const later = endSentence(createEnded("unverified", { isOutgoing, remotePublicKey: "key", connectedAtMs: 0 }));
    assertSentence(later);
    assert(!/ring|Nothing was/.test(later), later);
  }
  assertMatch(endSentence(createEnded("unverified")), /Nothing was seen/);
  // In a call that was proved, it was no page that failed: the other person may have found other words.
  assertMatch(endSentence(createEnded("remote-unverified")), /Reload this page/);
  const found = endSentence(createEnded("remote-unverified", { connectedAtMs: 0 }));
  assertMatch(found, /someone may be between you.* Don’t rely on what was said/);
});

Deno.test("endSentence() and endTitle() have words of their own for each end of a call, for both sides", () => {
  for (const { isOutgoing } of DIRECTIONS) {
    for (const connectedAtMs of [null, 400_000]) {
      const views = END_REASONS.map((reason) => createEnded(reason, { isOutgoing, connectedAtMs }));
      for (const view of views) assertSentence(endSentence(view));
      for (const view of views) assertMatch(endTitle(view), /^[A-Z][a-z’]+( [a-z’]+){1,2}$/);
      // A caller who gave up and one who waited in vain are one thing to who was called: a missed call.
      const distinct = views.filter(({ endReason }) => isOutgoing || endReason !== "cancelled");
      if (connectedAtMs === null) assertDistinct(distinct.map(endSentence));
    }
  }
});

Deno.test("endSentence() says what to do next wherever something went wrong", () => {
  const wrong: EndReason[] = [
    "unanswered",
    "declined",
    "unavailable",
    "unsupported",
    "lost",
    "failed",
    "too-late",
    "page-gone",
  ];
  const views = DIRECTIONS.flatMap((direction) => wrong.map((reason) => createEnded(reason, direction)));
  views.push(createEnded("busy"), createEnded("cancelled", { isOutgoing: false }), createEnded("remote-hung-up"));
  const unsure: EndReason[] = ["keyless", "unverified", "remote-unverified", "words-differed"];
  unsure.push("incompatible", "no-webrtc", "unprepared", "offline", "remote-flooded");
  views.push(...DIRECTIONS.flatMap((direction) => unsure.map((reason) => createEnded(reason, direction))));
  for (const view of views) {
    assertMatch(
      endSentence(view),
      /\b(Try|Call again|Call over|Check|Ask|Open it|Reload|Update|call)\b/,
      `${view.endReason}: ${endSentence(view)}`,
    );
  }
});

Deno.test("endSentence() tells both sides' findings of a connection that never came up, and a step", () => {
  const findings = [null, ...FAILURE_DETAILS];
  const sentences = findings.flatMap((local) =>
    findings.map((remote) => endSentence(createEnded("failed", { failure: { local, remote } })))
  );
  for (const sentence of sentences) {
    assertSentence(sentence);
    assertMatch(sentence, /\b(Try|Turn off)\b/);
  }
  // What both found is said once, so it is the same as if only this end had found it.
  assertEquals(new Set(sentences).size, findings.length ** 2 - FAILURE_DETAILS.length);
});

Deno.test("endSentence() says for how long two people talked", () => {
  for (const reason of ["hung-up", "remote-hung-up", "lost"] as const) {
    const view = createEnded(reason, { connectedAtMs: 1_000_000 - 65_000 });
    assertMatch(endSentence(view), /You talked with Kim for 1\u00a0minute, 5\u00a0seconds\./, reason);
  }
});

Deno.test("callStateSentence() is complete for each phase, and callPhaseSentence() short", () => {
  for (const { isOutgoing } of DIRECTIONS) {
    for (const phase of PHASES) {
      for (const flag of [true, false]) {
        const flags = { isRinging: flag, hasVideo: flag, isPatient: flag };
        const view = createView({ phase, isOutgoing, ...flags, endReason: phase === "ended" ? "hung-up" : null });
        assertSentence(callStateSentence(view));
        assert(callPhaseSentence(view).length <= 50 && callPhaseSentence(view) !== "");
      }
    }
    assertDistinct(PHASES.map((phase) => callStateSentence(createView({ phase, isOutgoing }))));
  }
  assertMatch(
    callStateSentence(createView({ isHeldBack: true, isPatient: true })),
    /called Kim too often.*as soon as it’s allowed/,
  );
  assertMatch(callPhaseSentence(createView({ isHeldBack: true })), /too often/);
  assertMatch(callStateSentence(createView({ isHeldBack: true, isRinging: true })), /^Ringing/);
  assertNotEquals(
    callStateSentence(createView({ isRinging: true })),
    callStateSentence(createView({ isRinging: false })),
  );
});

Deno.test("titleSentence() tells a missed call from one that was not", () => {
  for (const reason of END_REASONS) {
    const title = titleSentence(createEnded(reason, { isOutgoing: false }));
    const isMissed = ["cancelled", "vanished", "unanswered", "busy"].includes(reason);
    assertEquals(title, isMissed ? "Missed call from Kim" : null, reason);
    assertEquals(titleSentence(createEnded(reason)), null);
  }
  assertDistinct(
    ["outgoing", "incoming", "connected", "reconnecting"].map((phase) =>
      titleSentence(createView({ phase: phase as CallPhase })) ?? ""
    ),
  );
});

Deno.test("whoOf() falls back to the ID of someone without a name", () => {
  assertEquals(whoOf(createView()), "Kim");
  assertEquals(whoOf(createView({ remoteName: null })), "k7mq-2vhd-9xtr-w4pz-0b5n");
});

// --- Devices, the server, the ID ----------------------------------------------------------------------------------

Deno.test("the words of devices say of each trouble with each device what it means and what to do", () => {
  const sentences = PROBLEMS.flatMap((problem) => DEVICES.map((device) => mediaWords[problem][device]));
  assertDistinct(sentences);
  for (const sentence of sentences) {
    assertSentence(sentence);
    assertMatch(sentence, /Others can’t (see|hear|see or hear) you\./);
    assertMatch(sentence, /\b(Allow|Plug|Close|Open|Unplug|press)\b/);
  }
});

Deno.test("findTroubleSentences() says one sentence for each trouble, and one for a common one", () => {
  const media: LocalMedia = { stream: null, isMuted: false, isCameraOn: true, audioProblem: null, videoProblem: null };
  const rows: [Partial<LocalMedia>, [LongTrouble, Device][]][] = [
    [{}, []],
    [{ audioProblem: "denied" }, [["denied", "microphone"]]],
    [{ videoProblem: "in-use" }, [["in-use", "camera"]]],
    [{ audioProblem: "starting", videoProblem: "starting" }, []],
    [{ audioProblem: "asked", videoProblem: "starting" }, [["asked", "microphone"]]],
    [{ audioProblem: "asked", videoProblem: "asked" }, [["asked", "both"]]],
    [{ audioProblem: "denied", videoProblem: "denied" }, [["denied", "both"]]],
    [{ audioProblem: "failed", videoProblem: "not-found" }, [["failed", "microphone"], ["not-found", "camera"]]],
  ];
  for (const [fields, expected] of rows) {
    const sentences = expected.map(([problem, device]) => mediaWords[problem][device]);
    assertEquals(findTroubleSentences({ ...media, ...fields }, mediaWords), sentences);
  }
});

Deno.test("statusSentence(), lifetimeSentence() and refusalSentence() leave no state without words", () => {
  const statuses: (SignalingStatus | Obstacle)[] = [
    ...["connecting", "registered", "lost", "refused", "limited", "replaced", "incomplete"] as const,
    ...OBSTACLES,
  ];
  assertDistinct(statuses.map(statusSentence));
  for (const status of statuses) if (status !== "registered") assertSentence(statusSentence(status));
  for (const lifetime of ["kept", "socket"] as const) assertEquals(lifetimeSentence(lifetime), null);
  for (const lifetime of ["tab", "unanswered"] as const) assertSentence(lifetimeSentence(lifetime) ?? "");
  assertDistinct(REFUSAL_CAUSES.map(refusalSentence));
  for (const cause of REFUSAL_CAUSES) assertSentence(refusalSentence(cause));
});

Deno.test("what keeps this browser from calling is said of this browser, and what keeps the other one of that", () => {
  for (const obstacle of OBSTACLES) {
    assertMatch(statusSentence(obstacle), /^This (page|browser) can’t make calls: /);
    assertMatch(untakenSentence("Kim", obstacle), /^Kim called\. This (page|browser) can’t make calls: /);
  }
  assertMatch(statusSentence("keyless"), /Chrome or Edge 137, Firefox 129, Safari 17/);
  for (const direction of DIRECTIONS) {
    for (const reason of ["no-webrtc", "unprepared"] as const) {
      const sentence = endSentence(createEnded(reason, direction));
      assertMatch(sentence, /\bYour browser\b/);
      assert(!/Kim’s|other end/.test(sentence), sentence);
    }
    assertMatch(endSentence(createEnded("unsupported", direction)), /^Kim’s browser can’t take calls\./);
    assertMatch(endSentence(createEnded("incompatible", direction)), /^Your browser and Kim’s /);
    assertMatch(endSentence(createEnded("offline", direction)), /^This page wasn’t connected to the server/);
    assertMatch(endSentence(createEnded("remote-flooded", direction)), /^Your browser sent/);
  }
});
