/**
 * What the connection check says, in English; its type is what every language says. A finding is what is so and what to
 * do about it; null where there is nothing to do. `verdict.ts` of the check says what each of them means.
 */

import type { LongTrouble } from "../../media/local_media.ts";
import type { Obstacle } from "../../model/state.ts";

export type Finding = readonly [text: string, next: string | null];
type Device = Record<LongTrouble, Finding>;
/** How calls reach a relay. */
export type Protocol = "UDP" | "TCP" | "TLS";

const browserImpossible = "Not tested, because this browser can’t make calls from here.";
const untested = "Not tested, because the server didn’t say what it offers.";

export const check = {
  pageTitle: "Connection check – Video calling",
  version: "Page version",
  intro:
    "Tests your camera, microphone, speaker and every route a call can take. It takes about 15 seconds, turns on " +
    "your camera and microphone, and records nothing.",
  start: "Start",
  checking: "Checking…",
  again: "Check again",
  yes: "Yes",
  no: "No",
  playAgain: "Play again",
  microphoneLevel: "Microphone level",
  copyReport: "Copy report",
  report: "Report",
  reportCopied: "Report copied. It contains no addresses. Send it to whoever is helping you.",
  reportByHand: "Copy the text below. It contains no addresses.",
  reportTitle: (at: string) => `Connection check, ${at} UTC`,
  reportBrowser: (browser: string) => `Browser: ${browser}`,
  notChecked: "not checked",
  /** What a check has come to, and what is behind that; then over all of them. */
  reportRow: (check: string, found: string) => `${check}: ${found}`,
  reportVerdict: (title: string, sentences: string) => `${title}. ${sentences}`,
  groups: { browser: "Browser", devices: "Devices", network: "Network", calls: "Calls" },
  titles: {
    "browser": "This browser",
    "camera": "Camera",
    "microphone": "Microphone",
    "speaker": "Speaker",
    "socket": "Connection to the server",
    "stun": "Address lookup (STUN)",
    "turn-udp": "Relay over UDP",
    "turn-tcp": "Relay over TCP",
    "turn-tls": "Relay over TLS",
    "direct": "Call within this browser",
    "relayed": "Call through the relay",
  },
  /** What a check does while it runs; for the status line, so complete without the row. */
  activities: {
    "browser": "Looking at the browser…",
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
  },

  browser: {
    "works": ["It can make calls.", null],
    "insecure": [
      "It can’t make calls here, because this page was opened without HTTPS.",
      "Open the page at its https:// address, or ask whoever sent you the link for that. If the server is yours, put " +
      "HTTPS in front of it, or open the page from localhost.",
    ],
    "keyless": [
      "It doesn’t support Ed25519 keys, which are used to verify calls.",
      "Use Chrome or Edge 137, Firefox 129, Safari 17, or later.",
    ],
    "no-webrtc": [
      "WebRTC, which makes calls, is switched off.",
      "Turn it on in the browser’s settings, turn off extensions that block it, or use another browser.",
    ],
  } satisfies Record<"works" | Obstacle, Finding>,
  camera: {
    "works": ["It works.", null],
    "asked": ["The browser is still asking for it.", "Choose Allow at the top of the window, then check again."],
    "silenced": ["The system has turned it off.", "Turn it on with its switch or in the system’s settings."],
    "denied": ["It is blocked for this page.", "Allow it next to the page’s address, then check again."],
    "not-found": ["No camera found.", "Plug one in, then check again."],
    "in-use": ["Another program is using it.", "Close that program, then check again."],
    "insecure": [
      "Browsers allow the camera only on HTTPS pages.",
      "Open this page at its https:// address.",
    ],
    "failed": ["It didn’t start.", "Unplug it and plug it in again, then check again."],
  } satisfies Device & { works: Finding },
  microphone: {
    "works": ["It hears you.", null],
    "silent": [
      "It is on, but stayed silent.",
      "Say something and watch the bar. If it stays still, unmute the microphone or choose another in the system’s " +
      "settings.",
    ],
    "unmeasured": ["It is on. This browser doesn’t say how loud it is.", null],
    "asked": ["The browser is still asking for it.", "Choose Allow at the top of the window, then check again."],
    "silenced": ["The system has turned it off.", "Turn it on with its switch or in the system’s settings."],
    "denied": ["It is blocked for this page.", "Allow it next to the page’s address, then check again."],
    "not-found": ["No microphone found.", "Plug one in, then check again."],
    "in-use": ["Another program is using it.", "Close that program, then check again."],
    "insecure": [
      "Browsers allow the microphone only on HTTPS pages.",
      "Open this page at its https:// address.",
    ],
    "failed": ["It didn’t start.", "Unplug it and plug it in again, then check again."],
  } satisfies Device & Record<"works" | "silent" | "unmeasured", Finding>,
  speaker: {
    "works": ["You heard the tone.", null],
    "not-heard": [
      "You didn’t hear the tone.",
      "Turn the volume up, and choose the right speaker or headphones in the system’s settings.",
    ],
    "failed": [
      "The browser didn’t play the tone.",
      "Plug in a speaker or let this page play sound, then check again.",
    ],
    "unanswered": ["Did you hear the tone?", null],
  } satisfies Record<string, Finding>,
  socket: {
    works: "It works.",
    worksWithin: (roundTrip: string) => `It works, ${roundTrip} there and back.`,
    "refused": [
      "The server didn’t accept this page.",
      "Try again in a minute, or ask whoever runs this server to look at it.",
    ],
    "other-host": [
      "The server goes by another name than the one in the address bar.",
      "Open the page at its usual address, or ask whoever runs this server to set PUBLIC_HOST to this one, or to have " +
      "its proxy pass the Host header on.",
    ],
    unreachable: ["The server isn’t answering.", "Check your network, then check again."],
    startIt: "Check again in a minute, or ask whoever runs this server to start it.",
    cutEverywhere: "Turn off a VPN or proxy, or try another network. If it happens everywhere, ask whoever runs this " +
      "server to let its proxy pass WebSockets on.",
    laterAgain: "Check again in a minute.",
  } satisfies Record<string, Finding | string | ((roundTrip: string) => string)>,
  stun: {
    "works": ["It works: others can find a way to you.", null],
    "not-offered": [
      "Not offered by this server. Calls connect only within one network, or through a relay.",
      "Ask whoever runs this server to set STUN_PORT or STUN_URLS.",
    ],
    "no-answer": ["No answer. This network may block UDP.", "Try another network, or rely on the relay."],
    "untested": [untested, null],
    "impossible": [browserImpossible, null],
    "same-machine": ["Not tested, because the server runs on this very machine.", null],
  } satisfies Record<string, Finding>,
  turn: {
    "works": ["It works.", null],
    "not-offered": ["Not offered by this server.", null],
    "refused": [
      "The relay refused the credentials that this server gave.",
      "Ask whoever runs this server to set TURN_SECRET to the relay’s own secret, and to check its clock.",
    ],
    "full": ["The relay has no room right now.", "Try again later."],
    "untested": [untested, null],
    "impossible": [browserImpossible, null],
  } satisfies Record<string, Finding>,
  turnSilent: (protocol: Protocol) => `No answer over ${protocol}.`,
  turnSilentNext: {
    UDP: "This network may block it, or the relay doesn’t offer UDP. Try another network.",
    TCP: "This network may block it, or the relay doesn’t offer TCP. Try another network.",
    TLS: "This network may block it, or the relay’s certificate isn’t valid. Try another network.",
  } satisfies Record<Protocol, string>,
  flow: {
    /** `measure` is a list of what is below. */
    works: (measure: string) => `It works: ${measure}.`,
    poor: (measure: string) => `It connects, but poorly: ${measure}.`,
    over: (rate: string, protocol: string) => `${rate} over ${protocol}`,
    nothingLost: "nothing lost",
    lost: (share: string) => `${share} lost`,
    thereAndBack: (roundTrip: string) => `${roundTrip} there and back`,
    directPoor: "Close other programs and tabs, then check again.",
    relayedPoor: "Move closer to the router or use a cable, then check again.",
    directFailed: [
      "This browser can’t connect.",
      "Turn off extensions and settings that block WebRTC, or use another browser.",
    ],
    relayedFailed: [
      "No call got through the relay.",
      "Ask whoever runs this server to look at what the relay forbids.",
    ],
    notOffered: ["This server offers no relay.", "Ask whoever runs this server to add one."],
    untested: ["Not tested, because the relay can’t be used.", null],
    impossible: [browserImpossible, null],
  } satisfies Record<string, Finding | string | ((first: string, second: string) => string)>,

  verdict: {
    canCall: "You can call",
    notNow: "You can’t call right now",
    notFromPage: "You can’t call from this page",
    notFromBrowser: "You can’t call from this browser",
    notHidden: "Calls won’t connect while you hide your IP address",
    likelyFail: "Calls will likely fail from this network",
    seeBelow: "See below for what to do.",
    noConnection:
      "This browser can’t connect even to itself. Turn off extensions and settings that block WebRTC, or use " +
      "another browser.",
    orDontHide: "Or turn off “Hide my IP address” on the home page.",
    blocksUdp: "This network seems to block UDP, which direct calls need. Try another one.",
    noStun: "Most calls to other networks will fail: this server offers no STUN.",
    mayFail: "Calls may fail on strict networks.",
    aroundBlock: (protocol: Protocol) =>
      `This network seems to block UDP, so calls go through the relay over ${protocol}.`,
    onlyRelay: "This browser can’t connect directly, so calls go through the relay.",
    aroundBlocks: (protocol: Protocol) => `On networks that block UDP, calls go through the relay over ${protocol}.`,
    relayOverUdp: "The relay helps where no direct way is found. On networks that block UDP, calls will fail.",
    offerTcp: "Ask whoever runs this server to offer the relay over TCP too.",
    slowRelay: "The way through the relay is slow or loses packets: move closer to the router, or use a cable.",
    noRelay: "This server offers no relay. Ask whoever runs this server to add one.",
    relayRefuses: "The relay refuses this server’s credentials. " +
      "Ask whoever runs this server to set TURN_SECRET to the relay’s own secret.",
    relayFull: "The relay has no room. Try again later, or ask whoever runs this server to make room.",
    relaySilent: "The relay doesn’t answer. Try another network, or ask whoever runs this server to look at it.",
    relayForbids: "The relay lets no call through. Ask whoever runs this server to look at what it forbids.",
    unseenAndUnheard: "Others can’t see or hear you: see camera and microphone below.",
    unseen: "Others can’t see you: see the camera below.",
    silent: "Others may not hear you: the microphone stayed silent.",
    unheard: "Others can’t hear you: see the microphone below.",
    deaf: "You may not hear others: see the speaker below.",
  },
};

export type CheckWords = typeof check;
