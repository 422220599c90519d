/**
 * Classifies what the connection check has found, and gives the verdict.
 *
 * Pure: it gets what the probes saw and knows no browser. `sentences.ts` words the findings, `run.ts` fills in the
 * results.
 */

import { checkWords } from "./check_words.ts";
import { joinSentences, pageWords } from "../../words/language.ts";
import type { LongTrouble } from "../../media/local_media.ts";
import type { Obstacle } from "../../model/state.ts";
import { isTurnUrl } from "../../ice/ice_urls.ts";
import { type SocketOutcome, socketTrouble } from "./socket_trouble.ts";

export const CHECK_IDS = [
  "browser",
  "camera",
  "microphone",
  "speaker",
  "socket",
  "stun",
  "turn-udp",
  "turn-tcp",
  "turn-tls",
  "direct",
  "relayed",
] as const;
export type CheckId = typeof CHECK_IDS[number];

/** `impossible`, here and below: the browser cannot try it, whatever the network and the server do. */
export type IceOutcome = "works" | "not-offered" | "refused" | "full" | "no-answer" | "untested" | "impossible";
/** `same-machine`: the server told is this machine, and browsers send no STUN from a network to a loopback address. */
export type StunOutcome = "works" | "not-offered" | "no-answer" | "untested" | "same-machine" | "impossible";
export type FlowOutcome = "works" | "poor" | "failed" | "not-offered" | "untested" | "impossible";

/** What a finished check can have found, each in its own words. */
export type Outcomes = {
  readonly browser: "works" | Obstacle;
  readonly camera: "works" | LongTrouble;
  /** `unmeasured`: it is open, but the browser does not let it be listened to. */
  readonly microphone: "works" | "silent" | "unmeasured" | LongTrouble;
  readonly speaker: "works" | "not-heard" | "failed" | "unanswered";
  readonly socket: SocketOutcome;
  readonly stun: StunOutcome;
  readonly "turn-udp": IceOutcome;
  readonly "turn-tcp": IceOutcome;
  readonly "turn-tls": IceOutcome;
  /** Between two connections of this page, straight. */
  readonly direct: FlowOutcome;
  /** The same through the relay. */
  readonly relayed: FlowOutcome;
};

/** What a steady flow over a data channel came to. */
export type FlowMeasure = {
  readonly kilobitsPerSecond: number;
  /** Of the packets sent, those that did not arrive; 0 to 1. */
  readonly lossRatio: number;
  /** The median. */
  readonly roundTripMs: number;
  /** How the relay was reached; null where none was used. */
  readonly relayProtocol: "udp" | "tcp" | "tls" | null;
};

/** A flow worse than this makes a poor call. */
const LOSS_RATIO_MAX = 0.05;
const ROUND_TRIP_MS_MAX = 500;

export function classifyFlow(measure: FlowMeasure | null): "works" | "poor" | "failed" {
  if (measure === null) return "failed";
  return measure.lossRatio > LOSS_RATIO_MAX || measure.roundTripMs > ROUND_TRIP_MS_MAX ? "poor" : "works";
}

/** What a peer connection that was given one ICE server gathered from it. */
export type Gathering = {
  /** Whether the candidate that only the server can give came (`srflx` of STUN, `relay` of TURN). */
  readonly gotCandidate: boolean;
  /** STUN error codes (RFC 8489 §18.3, RFC 8656 §18); 701 for no answer (webrtc-pc `#rtcpeerconnectioniceerrorevent`). */
  readonly errorCodes: readonly number[];
  /** Whether the browser was done before time was up. */
  readonly isComplete: boolean;
};

export function classifyStun({ gotCandidate, errorCodes, isComplete }: Gathering): "works" | "no-answer" {
  // A server that sees the very address that this machine has gives no candidate: there is no router between.
  return gotCandidate || isComplete && errorCodes.length === 0 ? "works" : "no-answer";
}

export function classifyTurn({ gotCandidate, errorCodes }: Gathering): "works" | "refused" | "full" | "no-answer" {
  if (gotCandidate) return "works";
  if (errorCodes.some((code) => code === 486 || code === 508)) return "full";
  return errorCodes.some((code) => code >= 400 && code < 500) ? "refused" : "no-answer";
}

/** Sums several servers of one kind up: one that works is enough. */
export function mergeOutcomes<Outcome extends IceOutcome>(outcomes: readonly Outcome[]): Outcome | "not-offered" {
  const order: readonly IceOutcome[] = [
    "works",
    "full",
    "refused",
    "no-answer",
    "untested",
    "not-offered",
    "impossible",
  ];
  return outcomes.toSorted((a, b) => order.indexOf(a) - order.indexOf(b))[0] ?? "not-offered";
}

/** Tells whether an ICE URL names a loopback address. */
export function isOnThisMachine(url: string): boolean {
  return /^\w+:(?:localhost|127\.[\d.]+|\[::1\])(?::|\?|$)/i.test(url);
}

type IceUrl = { readonly urls: string; readonly username?: string; readonly credential?: string };
export type IceServerGroups = Readonly<Record<"stun" | "turn-udp" | "turn-tcp" | "turn-tls", readonly IceUrl[]>>;

/** Sorts ICE servers by how they are reached, one entry for each URL (RFC 7064 §3.1, RFC 7065 §3.1). */
export function groupIceServers(
  servers: readonly { urls: string | readonly string[]; username?: string; credential?: string }[],
): IceServerGroups {
  const groups = {
    "stun": [] as IceUrl[],
    "turn-udp": [] as IceUrl[],
    "turn-tcp": [] as IceUrl[],
    "turn-tls": [] as IceUrl[],
  };
  for (const { urls, ...credentials } of servers) {
    for (const url of [urls].flat()) {
      const group = !isTurnUrl(url)
        ? "stun"
        : /^turns:/i.test(url)
        ? "turn-tls"
        : /[?&]transport=tcp/i.test(url)
        ? "turn-tcp"
        : "turn-udp";
      groups[group].push({ urls: url, ...(group === "stun" ? {} : credentials) });
    }
  }
  return groups;
}

export type Tone = "good" | "note" | "bad";
export type Verdict = { readonly tone: Tone; readonly title: string; readonly sentences: readonly string[] };

const TURN_CHECKS = ["turn-udp", "turn-tcp", "turn-tls"] as const;

/** Says what works and what to do, over all results, the gravest first. */
export function judge(results: Outcomes, { isRelayOnly = false } = {}): Verdict {
  const { tone, title, sentences } = judgeConnection(results, isRelayOnly);
  const troubles = deviceTroubles(results);
  if (tone === "bad" || troubles.length === 0) return { tone, title, sentences: [...sentences, ...troubles] };
  return { tone: "note", title, sentences: [...troubles, ...sentences] };
}

function bad(title: string, ...sentences: readonly string[]): Verdict {
  return { tone: "bad", title, sentences };
}

function judgeConnection(results: Outcomes, isRelayOnly: boolean): Verdict {
  const words = checkWords.value.verdict;
  const { browser, socket, direct, stun } = results;
  const hasRelay = results.relayed === "works" || results.relayed === "poor";
  if (browser !== "works") {
    const title = browser === "insecure" ? words.notFromPage : words.notFromBrowser;
    return bad(title, pageWords.value.status[browser], words.seeBelow);
  }
  if (socket !== "works") return bad(words.notNow, joinSentences(...socketTrouble(socket)));
  if (direct === "failed" && !hasRelay) return bad(words.notFromBrowser, words.noConnection);
  if (isRelayOnly && !hasRelay) return bad(words.notHidden, relayTrouble(results), words.orDontHide);
  if (hasRelay) return judgeRelay(results);
  if (isUdpBlocked(results)) return bad(words.likelyFail, words.blocksUdp, relayTrouble(results));
  const limit = stun === "not-offered" ? words.noStun : words.mayFail;
  return { tone: "note", title: words.canCall, sentences: [limit, relayTrouble(results)] };
}

/** A relay that answers over UDP, if only to refuse, has been reached over UDP. */
function isUdpBlocked({ stun, "turn-udp": turn }: Outcomes): boolean {
  return stun === "no-answer" && turn !== "works" && turn !== "refused" && turn !== "full";
}

function judgeRelay(results: Outcomes): Verdict {
  const words = checkWords.value.verdict;
  const overStream = results["turn-tls"] === "works" ? "TLS" : results["turn-tcp"] === "works" ? "TCP" : null;
  const sentences = isUdpBlocked(results)
    ? [words.aroundBlock(overStream ?? "TCP")]
    : results.direct === "failed"
    ? [words.onlyRelay]
    : overStream !== null
    ? [words.aroundBlocks(overStream)]
    : [words.relayOverUdp, words.offerTcp];
  const isPoor = results.relayed === "poor";
  if (isPoor) sentences.push(words.slowRelay);
  return { tone: isPoor ? "note" : "good", title: words.canCall, sentences };
}

/** Says why no relay helps, and what to do about it. */
function relayTrouble(results: Outcomes): string {
  const words = checkWords.value.verdict;
  switch (mergeOutcomes(TURN_CHECKS.map((check) => results[check]))) {
    case "not-offered":
    case "untested":
    case "impossible":
      return words.noRelay;
    case "refused":
      return words.relayRefuses;
    case "full":
      return words.relayFull;
    case "no-answer":
      return words.relaySilent;
    case "works":
      return words.relayForbids;
  }
}

function deviceTroubles({ camera, microphone, speaker }: Outcomes): string[] {
  const words = checkWords.value.verdict;
  const isUnseen = camera !== "works";
  const isUnheard = microphone !== "works" && microphone !== "unmeasured";
  return [
    isUnseen && isUnheard
      ? words.unseenAndUnheard
      : isUnseen
      ? words.unseen
      : isUnheard && (microphone === "silent" ? words.silent : words.unheard),
    (speaker === "not-heard" || speaker === "failed") && words.deaf,
  ].filter((sentence) => sentence !== false);
}
