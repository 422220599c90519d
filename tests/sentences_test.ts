import { assert, assertEquals, assertMatch, assertNotEquals } from "@std/assert";
import { createCall } from "../client/call.ts";
import {
  callPhaseSentence,
  callStateSentence,
  type Device,
  endSentence,
  endTitle,
  lifetimeSentence,
  mediaProblemSentence,
  mediaProblemSentences,
  SENTENCES,
  statusSentence,
  titleSentence,
  whoOf,
} from "../client/sentences.ts";
import type { CallPhase, CallView, EndReason, LocalMedia, MediaProblem, SignalingStatus } from "../client/state.ts";
import { type CallId, FAILURE_DETAILS, type PeerId, type TabId } from "../signaling/protocol.ts";

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
    "answered-elsewhere": 0,
    "declined-elsewhere": 0,
    "unavailable": 0,
    "unsupported": 0,
    "keyless": 0,
    "unverified": 0,
    "other-key": 0,
    "remote-unverified": 0,
    "words-differed": 0,
    "flooded": 0,
    "lost": 0,
    "failed": 0,
  } satisfies Record<EndReason, 0>,
) as EndReason[];
const PROBLEMS = Object.keys(
  { "denied": 0, "not-found": 0, "in-use": 0, "insecure": 0, "failed": 0 } satisfies Record<MediaProblem, 0>,
) as MediaProblem[];
const DEVICES: Device[] = ["camera", "microphone", "both"];
const DIRECTIONS = [{ isOutgoing: true }, { isOutgoing: false }];

function createView(fields: Partial<CallView> = {}): CallView {
  const call = createCall({
    callId: "call" as CallId,
    localTabId: "tab" as TabId,
    remotePeerId: "k7mq-2vhd-9xtr-w4pz-0b5n" as PeerId,
    isOutgoing: true,
  });
  return { ...call, remoteName: "Kim", remoteStreams: null, path: null, comparison: null, ...fields };
}

function createEnded(endReason: EndReason, fields: Partial<CallView> = {}): CallView {
  return createView({ phase: "ended", endReason, endedAtMs: 1_000_000, ...fields });
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
  const wrong: EndReason[] = ["unanswered", "declined", "unavailable", "unsupported", "lost", "failed"];
  const views = DIRECTIONS.flatMap((direction) => wrong.map((reason) => createEnded(reason, direction)));
  views.push(createEnded("busy"), createEnded("cancelled", { isOutgoing: false }), createEnded("remote-hung-up"));
  const unsure: EndReason[] = ["keyless", "unverified", "remote-unverified", "words-differed"];
  views.push(...DIRECTIONS.flatMap((direction) => unsure.map((reason) => createEnded(reason, direction))));
  for (const view of views) {
    assertMatch(
      endSentence(view),
      /\b(Try|Call again|Call over|Check|Ask|Open it|Reload|call)\b/,
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
    assertMatch(endSentence(view), /You talked with Kim for 1\u00a0min 5\u00a0s\./, reason);
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
  assertNotEquals(
    callStateSentence(createView({ isRinging: true })),
    callStateSentence(createView({ isRinging: false })),
  );
});

Deno.test("titleSentence() tells a missed call from one that was not", () => {
  assertEquals(titleSentence(null), "Video calling");
  for (const reason of END_REASONS) {
    const title = titleSentence(createEnded(reason, { isOutgoing: false }));
    const isMissed = ["cancelled", "unanswered", "busy"].includes(reason);
    assertEquals(title, isMissed ? "Missed call from Kim" : "Video calling", reason);
    assertEquals(titleSentence(createEnded(reason)), "Video calling");
  }
  assertDistinct(
    ["outgoing", "incoming", "connected", "reconnecting"].map((phase) =>
      titleSentence(createView({ phase: phase as CallPhase }))
    ),
  );
});

Deno.test("whoOf() falls back to the ID of someone without a name", () => {
  assertEquals(whoOf(createView()), "Kim");
  assertEquals(whoOf(createView({ remoteName: null })), "k7mq-2vhd-9xtr-w4pz-0b5n");
});

// --- Devices, the server, the ID ----------------------------------------------------------------------------------

Deno.test("mediaProblemSentence() says of each trouble with each device what it means and what to do", () => {
  const sentences = PROBLEMS.flatMap((problem) => DEVICES.map((device) => mediaProblemSentence(problem, device)));
  assertDistinct(sentences);
  for (const sentence of sentences) {
    assertSentence(sentence);
    assertMatch(sentence, /Others can’t (see|hear|see or hear) you\./);
    assertMatch(sentence, /\b(Allow|Plug|Close|Open|Unplug)\b/);
  }
});

Deno.test("mediaProblemSentences() says one sentence for each trouble, and one for a common one", () => {
  const media: LocalMedia = { stream: null, isMuted: false, isCameraOn: true, audioProblem: null, videoProblem: null };
  const rows: [Partial<LocalMedia>, [MediaProblem, Device][]][] = [
    [{}, []],
    [{ audioProblem: "denied" }, [["denied", "microphone"]]],
    [{ videoProblem: "in-use" }, [["in-use", "camera"]]],
    [{ audioProblem: "denied", videoProblem: "denied" }, [["denied", "both"]]],
    [{ audioProblem: "failed", videoProblem: "not-found" }, [["failed", "microphone"], ["not-found", "camera"]]],
  ];
  for (const [fields, expected] of rows) {
    const sentences = expected.map(([problem, device]) => mediaProblemSentence(problem, device));
    assertEquals(mediaProblemSentences({ ...media, ...fields }), sentences);
  }
});

Deno.test("statusSentence(), lifetimeSentence() and SENTENCES leave no state without words", () => {
  const statuses: SignalingStatus[] = [
    ...["connecting", "registered", "lost", "refused", "limited", "replaced", "incomplete"] as const,
  ];
  assertDistinct(statuses.map(statusSentence));
  for (const status of statuses) if (status !== "registered") assertSentence(statusSentence(status));
  assertEquals(lifetimeSentence("kept"), null);
  for (const lifetime of ["tab", "unanswered", "socket"] as const) assertSentence(lifetimeSentence(lifetime) ?? "");
  assertDistinct(Object.values(SENTENCES));
  for (const sentence of Object.values(SENTENCES)) assertSentence(sentence);
});
