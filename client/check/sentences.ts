/**
 * What each row of the connection check says, and the report made of all of them.
 *
 * Pure. Every finding that is not fine has a sentence and a next step. Nothing here holds an address, so that the
 * report can be sent to anybody.
 */

import {
  CHECK_IDS,
  type CheckId,
  type FlowMeasure,
  type FlowOutcome,
  type IceOutcome,
  type Outcomes,
  type Tone,
  type Verdict,
} from "./verdict.ts";

/** `open`: neither good nor bad, because it was not tried. `next` is null where there is nothing to do. */
export type Finding = { readonly tone: Tone | "open"; readonly text: string; readonly next: string | null };

/** Numbers beside the outcomes; absent until measured. */
export type Measures = {
  readonly socketRoundTripMs?: number;
  readonly direct?: FlowMeasure;
  readonly relayed?: FlowMeasure;
};

export const TITLES: Record<CheckId, string> = {
  "camera": "Camera",
  "microphone": "Microphone",
  "speaker": "Speaker",
  "socket": "Line to the server",
  "stun": "Address lookup (STUN)",
  "turn-udp": "Relay over UDP",
  "turn-tcp": "Relay over TCP",
  "turn-tls": "Relay over TLS",
  "direct": "Call within this browser",
  "relayed": "Call through the relay",
};

/** What a check does while it runs; for the status line, so complete without the row. */
export const ACTIVITIES: Record<CheckId, string> = {
  "camera": "Opening the camera. Allow it if the browser asks.",
  "microphone": "Listening to the microphone. Say something.",
  "speaker": "Playing a tone…",
  "socket": "Asking the server…",
  "stun": "Looking up your address…",
  "turn-udp": "Asking the relay over UDP…",
  "turn-tcp": "Asking the relay over TCP…",
  "turn-tls": "Asking the relay over TLS…",
  "direct": "Calling within this browser…",
  "relayed": "Calling through the relay…",
};

const RUNNER = "Ask whoever runs this server to";

type Finders = { readonly [Id in CheckId]: (outcome: Outcomes[Id], measures: Measures) => Finding };

/** Says what a check has found and what to do about it. */
export function findingOf<Id extends CheckId>(check: Id, outcome: Outcomes[Id], measures: Measures = {}): Finding {
  return FINDERS[check](outcome, measures);
}

const FINDERS: Finders = {
  "camera": (outcome) => deviceFinding("camera", outcome),
  "microphone": (outcome) => deviceFinding("microphone", outcome),
  "speaker": (outcome) => SPEAKER[outcome],
  "socket": (outcome, { socketRoundTripMs }) => socketFinding(outcome, socketRoundTripMs),
  "stun": (outcome) => STUN[outcome],
  "turn-udp": (outcome) => turnFinding("UDP", outcome),
  "turn-tcp": (outcome) => turnFinding("TCP", outcome),
  "turn-tls": (outcome) => turnFinding("TLS", outcome),
  "direct": (outcome, { direct }) => flowFinding("direct", outcome, direct),
  "relayed": (outcome, { relayed }) => flowFinding("relayed", outcome, relayed),
};

function good(text: string): Finding {
  return { tone: "good", text, next: null };
}

function note(text: string, next: string): Finding {
  return { tone: "note", text, next };
}

function open(text: string): Finding {
  return { tone: "open", text, next: null };
}

function bad(text: string, next: string): Finding {
  return { tone: "bad", text, next };
}

function deviceFinding(device: "camera" | "microphone", outcome: Outcomes["camera" | "microphone"]): Finding {
  switch (outcome) {
    case "works":
      return good(device === "camera" ? "It works." : "It hears you.");
    case "silent":
      return note(
        "It is on, but stayed silent.",
        "Say something and watch the bar. If it stays still, unmute the microphone or choose another in the system’s " +
          "settings.",
      );
    case "unmeasured":
      return open("It is on. This browser doesn’t say how loud it is.");
    case "denied":
      return bad("It is blocked for this page.", "Allow it beside the page’s address, then check again.");
    case "not-found":
      return bad(`No ${device} found.`, "Plug one in, then check again.");
    case "in-use":
      return bad("Another program is using it.", "Close that program, then check again.");
    case "insecure":
      return bad(`The browser gives no ${device} to a page without HTTPS.`, "Open this page by its https:// address.");
    case "failed":
      return bad("It didn’t start.", "Unplug it and plug it in again, then check again.");
  }
}

const SPEAKER: Record<Outcomes["speaker"], Finding> = {
  "works": good("You heard the tone."),
  "not-heard": bad(
    "You didn’t hear the tone.",
    "Turn the volume up, and choose the right speaker or headphones in the system’s settings.",
  ),
  "failed": bad(
    "The browser didn’t play the tone.",
    "Plug in a speaker or let this page play sound, then check again.",
  ),
  "unanswered": open("Did you hear the tone?"),
};

function socketFinding(outcome: Outcomes["socket"], roundTripMs: number | undefined): Finding {
  switch (outcome) {
    case "works":
      return good(`It works${roundTripMs === undefined ? "" : `, ${formatMs(roundTripMs)} there and back`}.`);
    case "unreachable":
      return bad("The server doesn’t answer.", "Check your network, then check again.");
    case "blocked":
      return bad(
        "The server answers, but its WebSocket is cut on the way.",
        "Turn off a VPN or proxy, or try another network.",
      );
    case "refused":
      return bad("The server didn’t take this page in.", "Try again in a minute.");
  }
}

const UNTESTED = open("Not tested, because the server didn’t say what it offers.");

const STUN: Record<Outcomes["stun"], Finding> = {
  "works": good("It works: others can find the way to you."),
  "not-offered": note(
    "Not offered by this server. Calls connect only within one network, or through a relay.",
    `${RUNNER} set STUN_PORT or STUN_URLS.`,
  ),
  "no-answer": bad("No answer. This network may block UDP.", "Try another network, or rely on the relay."),
  "untested": UNTESTED,
  "same-machine": open("Not tested, because the server runs on this very machine."),
};

function turnFinding(protocol: "UDP" | "TCP" | "TLS", outcome: IceOutcome): Finding {
  switch (outcome) {
    case "works":
      return good("It works.");
    case "not-offered":
      return open("Not offered by this server.");
    case "refused":
      return bad(
        "The relay refused the credentials that this server gave.",
        `${RUNNER} set TURN_SECRET to the relay’s own secret, and to set its clock.`,
      );
    case "full":
      return bad("The relay has no room right now.", "Try again later.");
    case "no-answer":
      return bad(
        `No answer over ${protocol}.`,
        protocol === "TLS"
          ? "This network may block it, or the relay’s certificate isn’t valid. Try another network."
          : `This network may block it, or the relay doesn’t offer ${protocol}. Try another network.`,
      );
    case "untested":
      return UNTESTED;
  }
}

function flowFinding(check: "direct" | "relayed", outcome: FlowOutcome, measure: FlowMeasure | undefined): Finding {
  const numbers = measure === undefined ? "" : formatMeasure(measure);
  switch (outcome) {
    case "works":
      return good(`It works: ${numbers}.`);
    case "poor":
      return note(
        `It connects, but poorly: ${numbers}.`,
        check === "direct"
          ? "Close other programs and tabs, then check again."
          : "Move closer to the router or use a cable, then check again.",
      );
    case "failed":
      return check === "direct"
        ? bad(
          "This browser makes no connection.",
          "Turn off extensions and settings that block WebRTC, or use another browser.",
        )
        : bad("No call came through the relay.", `${RUNNER} look at what the relay forbids.`);
    case "not-offered":
      return note("This server offers no relay.", `${RUNNER} set TURN_URLS.`);
    case "untested":
      return open("Not tested, because the relay can’t be used.");
  }
}

function formatMs(ms: number): string {
  return `${ms < 10 ? ms.toFixed(1) : Math.round(ms)}\u00a0ms`;
}

function formatMeasure({ kilobitsPerSecond, lossRatio, roundTripMs, relayProtocol }: FlowMeasure): string {
  const loss = lossRatio === 0 ? "nothing" : `${(lossRatio * 100).toFixed(lossRatio < 0.1 ? 1 : 0)}\u00a0%`;
  const way = relayProtocol === null ? "" : ` over ${relayProtocol.toUpperCase()}`;
  return `${Math.round(kilobitsPerSecond)}\u00a0kbit/s${way}, ${loss} lost, ${formatMs(roundTripMs)} there and back`;
}

/** Writes everything down as text for somebody who helps. It holds no address. */
export function reportOf(
  results: Partial<Outcomes>,
  measures: Measures,
  verdict: Verdict,
  { browser, at }: { browser: string; at: Date },
): string {
  const rows = CHECK_IDS.map((check) => {
    const outcome = results[check];
    if (outcome === undefined) return `- ${TITLES[check]}: not checked`;
    const { text, next } = findingOf(check, outcome, measures);
    return `- ${TITLES[check]} [${outcome}]: ${text}${next === null ? "" : ` ${next}`}`;
  });
  return [
    `Connection check, ${at.toISOString().slice(0, 16).replace("T", " ")} UTC`,
    `Browser: ${browser}`,
    "",
    `${verdict.title}. ${verdict.sentences.join(" ")}`,
    "",
    ...rows,
    "",
  ].join("\n").replaceAll("\u00a0", " ");
}
