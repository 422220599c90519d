/**
 * Short words by which two people who talk find out that nobody sits between them: the exchange, as one end sees it.
 * `(comparison, event) → [comparison, effects]`, pure; `word_code.ts` computes, `comparison.ts` runs the effects.
 *
 *   caller                         callee
 *     │ <──── ask ─────────────────  │    only if the callee's person wants the words first
 *     │ ───── commit: H(…, nA) ───>  │
 *     │ <──── nonce: nB ───────────  │
 *     │ ───── reveal: nA ─────────>  │    checks that nA is what was committed to
 *     words(…, nA, nB)               words(…, nA, nB)
 *
 * The commitment comes first, as in ZRTP (RFC 6189 §4.4.1): whoever sits in between must choose both numbers before it
 * learns the words, and so has one guess in 2³⁰ and no more. A run that breaks off is another guess, so they are
 * counted, and the fourth within an hour is refused.
 */

/** Runs with one peer that may break off within `ABORTED_MS`. */
export const ABORTED_MAX = 3;
export const ABORTED_MS = 3_600_000;
/** How long the other end may take to answer a step, in milliseconds. */
export const STEP_TIMEOUT_MS = 10_000;

export type ComparisonStep = "ask" | "commit" | "nonce" | "reveal";

/**
 * `idle`: not asked for; `waiting`: a run is on; `done`: the words are known; `aborted`: the other end did not answer;
 * `refused`: too many runs have broken off; `broken`: the other end did not reveal what it had committed to.
 */
export type ComparisonPhase = "idle" | "waiting" | "done" | "aborted" | "refused" | "broken";

export type Comparison = {
  readonly isCaller: boolean;
  readonly phase: ComparisonPhase;
  /** What is expected next of the other end or of the driver. */
  readonly expects: "commitment" | "commit" | "nonce" | "reveal" | "check" | null;
  readonly commitment: string | null;
  readonly localNonce: string | null;
  readonly remoteNonce: string | null;
  /** Runs with this peer that broke off within the hour. */
  readonly abortedCount: number;
  /** The other end's person has asked for the words. */
  readonly isAskedFor: boolean;
};

export type ComparisonEvent =
  /** The person wants the words. */
  | { type: "asked"; localNonce: string }
  /** The driver has computed the caller's commitment. */
  | { type: "committed"; commitment: string }
  /** `localNonce` is a fresh one, for a run that the message may begin. */
  | { type: "received"; step: ComparisonStep; value: string; localNonce: string }
  /** The driver has compared the commitment with what was revealed. */
  | { type: "checked"; isSame: boolean }
  | { type: "timed-out" };

export type ComparisonEffect =
  | { type: "commit"; nonce: string }
  | { type: "send"; step: ComparisonStep; value: string }
  | { type: "check"; commitment: string; nonce: string }
  /** Both numbers are known; the caller's comes first. */
  | { type: "derive"; commitment: string; callerNonce: string; calleeNonce: string }
  | { type: "start-timer" }
  | { type: "stop-timer" }
  | { type: "count-aborted" }
  /** The other end cheated: the call ends. */
  | { type: "break" };

export type ComparisonResult = readonly [Comparison, readonly ComparisonEffect[]];

export function createComparison({ isCaller, abortedCount }: { isCaller: boolean; abortedCount: number }): Comparison {
  return {
    isCaller,
    phase: "idle",
    expects: null,
    commitment: null,
    localNonce: null,
    remoteNonce: null,
    abortedCount,
    isAskedFor: false,
  };
}

/** Advances the comparison; what does not fit the role or the moment changes nothing. */
export function stepComparison(comparison: Comparison, event: ComparisonEvent): ComparisonResult {
  switch (event.type) {
    case "asked":
      return ask(comparison, event.localNonce);
    case "committed":
      return commit(comparison, event.commitment);
    case "received":
      return receive(comparison, event);
    case "checked":
      return finishCheck(comparison, event.isSame);
    case "timed-out":
      return comparison.phase === "waiting" ? abort(comparison) : [comparison, []];
  }
}

function ask(comparison: Comparison, localNonce: string): ComparisonResult {
  if (comparison.phase !== "idle" && comparison.phase !== "aborted") return [comparison, []];
  if (comparison.abortedCount >= ABORTED_MAX) return refuse(comparison);
  if (comparison.isCaller) return begin(comparison, localNonce);
  return [{ ...comparison, phase: "waiting", expects: "commit" }, [
    { type: "send", step: "ask", value: "" },
    { type: "start-timer" },
  ]];
}

function begin(comparison: Comparison, localNonce: string): ComparisonResult {
  const begun: Comparison = { ...comparison, phase: "waiting", expects: "commitment", localNonce, remoteNonce: null };
  return [begun, [{ type: "commit", nonce: localNonce }, { type: "start-timer" }]];
}

function commit(comparison: Comparison, commitment: string): ComparisonResult {
  if (comparison.expects !== "commitment") return [comparison, []];
  return [{ ...comparison, expects: "nonce", commitment }, [{ type: "send", step: "commit", value: commitment }]];
}

function receive(comparison: Comparison, event: Extract<ComparisonEvent, { type: "received" }>): ComparisonResult {
  return comparison.isCaller ? receiveAsCaller(comparison, event) : receiveAsCallee(comparison, event);
}

function receiveAsCaller(
  comparison: Comparison,
  { step, value, localNonce }: Extract<ComparisonEvent, { type: "received" }>,
): ComparisonResult {
  if (step === "ask") {
    const isIdle = comparison.phase === "idle" || comparison.phase === "aborted";
    const asked = { ...comparison, isAskedFor: true };
    if (!isIdle) return [asked, []];
    return comparison.abortedCount >= ABORTED_MAX ? refuse(asked) : begin(asked, localNonce);
  }
  const { commitment, localNonce: callerNonce } = comparison;
  if (step !== "nonce" || comparison.expects !== "nonce" || commitment === null || callerNonce === null) {
    return [comparison, []];
  }
  // Only the first number counts: another would let the other end choose after it has seen the words.
  return [{ ...comparison, phase: "done", expects: null, remoteNonce: value }, [
    { type: "stop-timer" },
    { type: "send", step: "reveal", value: callerNonce },
    { type: "derive", commitment, callerNonce, calleeNonce: value },
  ]];
}

function receiveAsCallee(
  comparison: Comparison,
  { step, value, localNonce }: Extract<ComparisonEvent, { type: "received" }>,
): ComparisonResult {
  if (step === "commit") {
    if (!["idle", "waiting", "aborted"].includes(comparison.phase)) return [comparison, []];
    // One that begins anew after it has seen this end's number has broken off the run before.
    const isRunning = comparison.expects === "reveal" || comparison.expects === "check";
    const [before, counting] = isRunning ? abort(comparison) : [comparison, []];
    const [after, effects] = answerCommit(
      { ...before, isAskedFor: before.isAskedFor || comparison.phase !== "waiting" },
      value,
      localNonce,
    );
    return [after, [...counting, ...effects]];
  }
  const { commitment } = comparison;
  if (step !== "reveal" || comparison.expects !== "reveal" || commitment === null) return [comparison, []];
  return [{ ...comparison, expects: "check", remoteNonce: value }, [{ type: "check", commitment, nonce: value }]];
}

function answerCommit(comparison: Comparison, commitment: string, localNonce: string): ComparisonResult {
  if (comparison.abortedCount >= ABORTED_MAX) return refuse(comparison);
  return [{ ...comparison, phase: "waiting", expects: "reveal", commitment, localNonce }, [
    { type: "send", step: "nonce", value: localNonce },
    { type: "start-timer" },
  ]];
}

function finishCheck(comparison: Comparison, isSame: boolean): ComparisonResult {
  const { expects, commitment, localNonce, remoteNonce } = comparison;
  if (expects !== "check" || commitment === null || localNonce === null || remoteNonce === null) {
    return [comparison, []];
  }
  if (!isSame) return [{ ...comparison, phase: "broken", expects: null }, [{ type: "stop-timer" }, { type: "break" }]];
  return [{ ...comparison, phase: "done", expects: null }, [
    { type: "stop-timer" },
    { type: "derive", commitment, callerNonce: remoteNonce, calleeNonce: localNonce },
  ]];
}

/** Gives the run up. It counts only once a number was out: before, there was nothing to guess at. */
function abort(comparison: Comparison): ComparisonResult {
  const isGuess = comparison.expects !== "commitment" && comparison.expects !== "commit";
  const abortedCount = comparison.abortedCount + (isGuess ? 1 : 0);
  const aborted: Comparison = {
    ...comparison,
    ...{ phase: "aborted", expects: null, commitment: null, localNonce: null, remoteNonce: null, abortedCount },
  };
  return [aborted, [{ type: "stop-timer" }, ...isGuess ? [{ type: "count-aborted" } as const] : []]];
}

function refuse(comparison: Comparison): ComparisonResult {
  return [{ ...comparison, phase: "refused", expects: null }, []];
}
