/**
 * What the connection check has found, classified, and the verdict over all of it.
 *
 * Pure: it is handed what the probes saw and knows no browser. `sentences.ts` says the single findings, `run.ts` fills
 * in the results, and the page shows both.
 */

import type { MediaProblem } from "../state.ts";

export const CHECK_IDS = [
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

export type IceOutcome = "works" | "not-offered" | "refused" | "full" | "no-answer" | "untested";
/** `same-machine`: the server told is this machine, and browsers send no STUN from a network to a loopback address. */
export type StunOutcome = "works" | "not-offered" | "no-answer" | "untested" | "same-machine";
export type FlowOutcome = "works" | "poor" | "failed" | "not-offered" | "untested";

/** What a finished check can have found, each in its own words. */
export type Outcomes = {
  readonly camera: "works" | MediaProblem;
  /** `unmeasured`: it is open, but the browser does not let it be listened to. */
  readonly microphone: "works" | "silent" | "unmeasured" | MediaProblem;
  readonly speaker: "works" | "not-heard" | "failed" | "unanswered";
  /** `blocked`: the server answers, but not on its WebSocket. */
  readonly socket: "works" | "refused" | "blocked" | "unreachable";
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
  const order: readonly IceOutcome[] = ["works", "full", "refused", "no-answer", "untested", "not-offered"];
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
      const group = /^stuns?:/i.test(url)
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

const RUNNER = "Ask whoever runs this server to";
const TURN_CHECKS = ["turn-udp", "turn-tcp", "turn-tls"] as const;

/** Says what works and what to do, over all results, the gravest first. */
export function judge(results: Outcomes, { isRelayOnly = false } = {}): Verdict {
  const { tone, title, sentences } = judgeConnection(results, isRelayOnly);
  const troubles = deviceTroubles(results);
  if (tone === "bad" || troubles.length === 0) return { tone, title, sentences: [...sentences, ...troubles] };
  return { tone: "note", title, sentences: [...troubles, ...sentences] };
}

function judgeConnection(results: Outcomes, isRelayOnly: boolean): Verdict {
  const { socket, direct, stun } = results;
  const hasRelay = results.relayed === "works" || results.relayed === "poor";
  if (socket !== "works") return judgeSocket(socket);
  if (direct === "failed" && !hasRelay) {
    return {
      tone: "bad",
      title: "You can’t call from this browser",
      sentences: [
        "It makes no connection even to itself. Turn off extensions and settings that block WebRTC, or use another browser.",
      ],
    };
  }
  if (isRelayOnly && !hasRelay) {
    return {
      tone: "bad",
      title: "Calls won’t connect while you hide your IP address",
      sentences: [relayTrouble(results), "Or turn off “Hide my IP address” on the first page."],
    };
  }
  if (hasRelay) return judgeRelay(results);
  if (isUdpBlocked(results)) {
    return {
      tone: "bad",
      title: "Calls will likely fail from this network",
      sentences: ["It seems to block UDP, which direct calls need. Try another network.", relayTrouble(results)],
    };
  }
  const limit = stun === "not-offered"
    ? "Calls to other networks mostly fail: this server has no STUN."
    : "Calls may fail on strict networks.";
  return { tone: "note", title: "You can call", sentences: [limit, relayTrouble(results)] };
}

/** A relay that answers over UDP, if only to refuse, has been reached over UDP. */
function isUdpBlocked({ stun, "turn-udp": turn }: Outcomes): boolean {
  return stun === "no-answer" && turn !== "works" && turn !== "refused" && turn !== "full";
}

function judgeSocket(socket: Exclude<Outcomes["socket"], "works">): Verdict {
  const sentences = {
    unreachable: "The server doesn’t answer. Check your network, then check again.",
    blocked:
      "The server answers, but something on the way cuts its WebSocket. Turn off a VPN or proxy and try another " +
      `network. If it happens everywhere: ${RUNNER} let its proxy pass WebSockets on.`,
    refused: `The server didn’t take this page in. Try again in a minute, or ${
      RUNNER.replace("Ask", "ask")
    } look at it.`,
  };
  return { tone: "bad", title: "You can’t call right now", sentences: [sentences[socket]] };
}

function judgeRelay(results: Outcomes): Verdict {
  const overStream = results["turn-tls"] === "works" ? "TLS" : results["turn-tcp"] === "works" ? "TCP" : null;
  const sentences: string[] = [];
  if (isUdpBlocked(results)) {
    sentences.push(`This network seems to block UDP, so calls go through the relay over ${overStream ?? "TCP"}.`);
  } else if (results.direct === "failed") {
    sentences.push("This browser makes no direct connections, so calls go through the relay.");
  } else if (overStream !== null) {
    sentences.push(`On networks that block UDP, calls go through the relay over ${overStream}.`);
  } else {
    sentences.push(
      "The relay helps where no direct way is found. On networks that block UDP, calls will fail.",
      `${RUNNER} offer the relay over TCP too.`,
    );
  }
  const isPoor = results.relayed === "poor";
  if (isPoor) {
    sentences.push("The way through the relay is slow or loses packets: move closer to the router, or use a cable.");
  }
  return { tone: isPoor ? "note" : "good", title: "You can call", sentences };
}

/** Says why no relay helps, and what to do about it. */
function relayTrouble(results: Outcomes): string {
  const outcome = mergeOutcomes(TURN_CHECKS.map((check) => results[check]));
  switch (outcome) {
    case "not-offered":
    case "untested":
      return `This server offers no relay. ${RUNNER} set TURN_URLS.`;
    case "refused":
      return `The relay refuses this server’s credentials. ${RUNNER} set TURN_SECRET to the relay’s own secret.`;
    case "full":
      return `The relay has no room. Try again later, or ${RUNNER.replace("Ask", "ask")} make more.`;
    case "no-answer":
      return `The relay doesn’t answer. Try another network, or ${RUNNER.replace("Ask", "ask")} look at it.`;
    case "works":
      return `The relay lets no call through. ${RUNNER} look at what it forbids.`;
  }
}

function deviceTroubles({ camera, microphone, speaker }: Outcomes): string[] {
  const isUnseen = camera !== "works";
  const isUnheard = microphone !== "works" && microphone !== "unmeasured";
  return [
    isUnseen && isUnheard
      ? "Others can’t see or hear you: see camera and microphone below."
      : isUnseen
      ? "Others can’t see you: see the camera below."
      : isUnheard && (microphone === "silent"
        ? "Others may not hear you: the microphone stayed silent."
        : "Others can’t hear you: see the microphone below."),
    (speaker === "not-heard" || speaker === "failed") && "You may not hear others: see the speaker below.",
  ].filter((sentence) => sentence !== false);
}
