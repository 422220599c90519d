import { assert, assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { findingOf, reportOf } from "../../../../client/screens/check/sentences.ts";
import { statusSentence } from "../../../../client/words/sentences.ts";
import { REFUSAL_CAUSES } from "../../../../client/socket/refusal.ts";
import {
  CHECK_IDS,
  classifyFlow,
  classifyStun,
  classifyTurn,
  groupIceServers,
  isOnThisMachine,
  judge,
  mergeOutcomes,
  type Outcomes,
} from "../../../../client/screens/check/verdict.ts";

const ALL_WELL: Outcomes = {
  "browser": "works",
  "camera": "works",
  "microphone": "works",
  "speaker": "works",
  "socket": "works",
  "stun": "works",
  "turn-udp": "works",
  "turn-tcp": "works",
  "turn-tls": "not-offered",
  "direct": "works",
  "relayed": "works",
};
const NO_RELAY = {
  ...ALL_WELL,
  "turn-udp": "not-offered",
  "turn-tcp": "not-offered",
  "relayed": "not-offered",
} as const;
const DEAD_RELAY = { ...ALL_WELL, "turn-udp": "no-answer", "turn-tcp": "no-answer", "relayed": "untested" } as const;

const MEDIA = [
  ...["works", "denied", "not-found", "in-use", "insecure", "failed", "asked", "silenced"] as const,
];
const ICE = ["works", "not-offered", "refused", "full", "no-answer", "untested", "impossible"] as const;
const FLOW = ["works", "poor", "failed", "not-offered", "untested", "impossible"] as const;
const OBSTACLES = ["insecure", "keyless", "no-webrtc"] as const;
const EVERY_OUTCOME: { readonly [Id in keyof Outcomes]: readonly Outcomes[Id][] } = {
  "browser": ["works", ...OBSTACLES],
  "camera": MEDIA,
  "microphone": [...MEDIA, "silent", "unmeasured"],
  "speaker": ["works", "not-heard", "failed", "unanswered"],
  "socket": ["works", "refused", "other-host", ...REFUSAL_CAUSES],
  "stun": ["works", "not-offered", "no-answer", "untested", "same-machine", "impossible"],
  "turn-udp": ICE,
  "turn-tcp": ICE,
  "turn-tls": ICE,
  "direct": FLOW,
  "relayed": FLOW,
};
const MEASURE = { kilobitsPerSecond: 1_000, lossRatio: 0, roundTripMs: 20, relayProtocol: null };

function textOf(results: Outcomes, options?: { isRelayOnly: boolean }): string {
  const { title, sentences } = judge(results, options);
  return `${title}. ${sentences.join(" ")}`;
}

Deno.test("classifyTurn() tells a refusal from a full relay and from silence", () => {
  const cases: [errorCodes: number[], gotCandidate: boolean, expected: string][] = [
    [[], true, "works"],
    [[701], true, "works"],
    [[401], false, "refused"],
    [[403], false, "refused"],
    [[701, 441], false, "refused"],
    [[486], false, "full"],
    [[508], false, "full"],
    [[701, 701], false, "no-answer"],
    [[], false, "no-answer"],
  ];
  for (const [errorCodes, gotCandidate, expected] of cases) {
    for (const isComplete of [true, false]) {
      assertEquals(classifyTurn({ gotCandidate, errorCodes, isComplete }), expected, String(errorCodes));
    }
  }
});

Deno.test("classifyStun() takes an answer without a new address for one, and a timeout for none", () => {
  assertEquals(classifyStun({ gotCandidate: true, errorCodes: [701], isComplete: false }), "works");
  assertEquals(classifyStun({ gotCandidate: false, errorCodes: [], isComplete: true }), "works");
  assertEquals(classifyStun({ gotCandidate: false, errorCodes: [], isComplete: false }), "no-answer");
  assertEquals(classifyStun({ gotCandidate: false, errorCodes: [701], isComplete: true }), "no-answer");
});

Deno.test("classifyFlow() calls loss and long ways poor", () => {
  assertEquals(classifyFlow(null), "failed");
  assertEquals(classifyFlow(MEASURE), "works");
  assertEquals(classifyFlow({ ...MEASURE, lossRatio: 0.05, roundTripMs: 500 }), "works");
  assertEquals(classifyFlow({ ...MEASURE, lossRatio: 0.06 }), "poor");
  assertEquals(classifyFlow({ ...MEASURE, roundTripMs: 501 }), "poor");
});

Deno.test("mergeOutcomes() lets one server that works stand for its kind", () => {
  assertEquals(mergeOutcomes([]), "not-offered");
  assertEquals(mergeOutcomes(["no-answer", "works", "refused"]), "works");
  assertEquals(mergeOutcomes(["no-answer", "refused"]), "refused");
  assertEquals(mergeOutcomes(["not-offered", "no-answer", "refused", "full"]), "full");
});

Deno.test("groupIceServers() makes one entry of each URL, with credentials for TURN alone", () => {
  const credentials = { username: "1:a", credential: "b" };
  const groups = groupIceServers([
    { urls: "stun:a.test:3478" },
    {
      urls: ["turn:a.test", "turn:a.test?transport=udp", "TURN:a.test?transport=tcp", "turns:a.test:443?transport=tcp"],
      ...credentials,
    },
  ]);
  assertEquals(groups, {
    "stun": [{ urls: "stun:a.test:3478" }],
    "turn-udp": [{ urls: "turn:a.test", ...credentials }, { urls: "turn:a.test?transport=udp", ...credentials }],
    "turn-tcp": [{ urls: "TURN:a.test?transport=tcp", ...credentials }],
    "turn-tls": [{ urls: "turns:a.test:443?transport=tcp", ...credentials }],
  });
});

Deno.test("isOnThisMachine() knows loopback names from others", () => {
  for (const url of ["stun:localhost", "stun:localhost:3478", "stun:127.0.0.1:3478", "stun:[::1]:3478"]) {
    assert(isOnThisMachine(url), url);
  }
  for (const url of ["stun:localhost.test", "stun:127.test:1", "stun:10.0.0.1", "stun:[::2]:3478"]) {
    assert(!isOnThisMachine(url), url);
  }
});

Deno.test("judge() is content when all works, and names the way around blocked UDP", () => {
  assertEquals(judge(ALL_WELL), {
    tone: "good",
    title: "You can call",
    sentences: ["On networks that block UDP, calls go through the relay over TCP."],
  });
  assertStringIncludes(textOf({ ...ALL_WELL, "turn-tls": "works" }), "over TLS");
  assertStringIncludes(textOf({ ...ALL_WELL, "turn-tcp": "no-answer" }), "calls will fail");
  assertStringIncludes(
    textOf({ ...ALL_WELL, "stun": "no-answer", "turn-udp": "no-answer" }),
    "This network seems to block UDP, so calls go through the relay over TCP",
  );
  assertStringIncludes(textOf({ ...ALL_WELL, "direct": "failed" }), "can’t connect directly");
  for (const answer of ["works", "refused", "full"] as const) {
    const text = textOf({ ...ALL_WELL, "stun": "no-answer", "turn-udp": answer });
    assert(!text.includes("seems to block UDP"), `An answer over UDP (${answer}) shows that UDP is not blocked`);
  }
  assertEquals(judge({ ...ALL_WELL, "relayed": "poor" }).tone, "note");
});

Deno.test("judge() says why no relay helps", () => {
  assertStringIncludes(textOf(NO_RELAY), "offers no relay. Ask whoever runs this server to add one.");
  assertStringIncludes(textOf({ ...DEAD_RELAY, "turn-udp": "refused" }), "TURN_SECRET");
  assertStringIncludes(textOf({ ...DEAD_RELAY, "turn-tcp": "full" }), "no room");
  assertStringIncludes(textOf(DEAD_RELAY), "The relay doesn’t answer");
  assertStringIncludes(textOf({ ...ALL_WELL, "relayed": "failed" }), "The relay lets no call through");
  for (const results of [NO_RELAY, DEAD_RELAY]) {
    assertEquals(judge(results).tone, "note");
    assertEquals(judge({ ...results, stun: "no-answer" }).tone, "bad");
    assertEquals(judge({ ...results, stun: "same-machine" }).tone, "note");
    assertStringIncludes(textOf({ ...results, stun: "not-offered" }), "this server offers no STUN");
    assertStringIncludes(textOf({ ...results, direct: "failed" }), "You can’t call from this browser");
    assertStringIncludes(textOf(results, { isRelayOnly: true }), "Calls won’t connect while you hide your IP address");
  }
  assertEquals(judge(ALL_WELL, { isRelayOnly: true }), judge(ALL_WELL));
});

Deno.test("judge() puts a server out of reach above all else", () => {
  for (const socket of EVERY_OUTCOME.socket) {
    if (socket === "works") continue;
    const { tone, title, sentences } = judge({ ...NO_RELAY, socket, stun: "untested", direct: "failed" });
    assertEquals([tone, title], ["bad", "You can’t call right now"], socket);
    const { text, next } = findingOf("socket", socket);
    assertEquals(sentences[0], `${text} ${next}`, "the verdict says what its row says");
  }
});

Deno.test("findingOf() says why the server takes no socket as the page does, and when to check again", () => {
  const told: Partial<Record<Outcomes["socket"], RegExp>> = {
    "host-not-listed": /^The server doesn’t recognise this address\. .* to add this one to PUBLIC_HOST\.$/,
    "origin-not-listed":
      /^The server doesn’t accept pages from this address\. .* to add this one to ALLOWED_ORIGINS\.$/,
    "host-differs": /^A proxy hides this page’s address from the server.* pass the Host header on\.$/,
    "upgrade-lost": /doesn’t let WebSockets through\. .* pass the Upgrade header on\.$/,
    "cut": /^The server answers, but something in between cuts its WebSocket\. Turn off a VPN/,
    "server-away": /^The server isn’t running behind its proxy\. Check again/,
    "server-full": /^The server is full right now\. Check again in a minute\.$/,
    "sockets": /as it’s allowed to\. Close some, or wait\. Check again in a minute\.$/,
  };
  for (const socket of EVERY_OUTCOME.socket) {
    const { text, next } = findingOf("socket", socket);
    assertMatch(`${text} ${next}`, told[socket] ?? /./);
  }
});

Deno.test("judge() names the setting that refuses a page, and blames a VPN for nothing but a cut", () => {
  const settings: Partial<Record<Outcomes["socket"], string>> = {
    "origin-not-listed": "ALLOWED_ORIGINS",
    "host-not-listed": "PUBLIC_HOST",
    "other-host": "PUBLIC_HOST",
    "host-differs": "Host header",
    "upgrade-lost": "Upgrade header",
  };
  for (const socket of EVERY_OUTCOME.socket) {
    const text = textOf({ ...ALL_WELL, socket });
    assertStringIncludes(text, settings[socket] ?? "");
    assertEquals(text.includes("VPN"), socket === "cut", text);
  }
});

Deno.test("judge() puts what this browser cannot do above all else, and blames neither server nor network for it", () => {
  const impossible = { "turn-udp": "impossible", "turn-tcp": "impossible", "turn-tls": "impossible" } as const;
  for (const browser of OBSTACLES) {
    for (const [socket, direct] of [["works", "works"], ["works", "impossible"], ["unreachable", "failed"]] as const) {
      const results: Outcomes = { ...ALL_WELL, ...impossible, browser, socket, direct, "relayed": "impossible" };
      const { tone, title, sentences } = judge(results);
      assertEquals([tone, sentences[0]], ["bad", statusSentence(browser)]);
      assertEquals(title, `You can’t call from this ${browser === "insecure" ? "page" : "browser"}`);
      assert(!/server|relay|network/i.test(sentences.join(" ")), sentences.join(" "));
    }
  }
});

Deno.test("judge() tells what others will not see or hear, and what the person will not", () => {
  assertStringIncludes(textOf({ ...ALL_WELL, camera: "denied" }), "Others can’t see you");
  assertStringIncludes(textOf({ ...ALL_WELL, microphone: "in-use" }), "Others can’t hear you");
  assertStringIncludes(textOf({ ...ALL_WELL, microphone: "silent" }), "stayed silent");
  assertStringIncludes(textOf({ ...ALL_WELL, camera: "denied", microphone: "denied" }), "see or hear you");
  assertStringIncludes(textOf({ ...ALL_WELL, speaker: "not-heard" }), "You may not hear others");
  assertEquals(judge({ ...ALL_WELL, speaker: "not-heard" }).tone, "note");
  assertEquals(judge({ ...ALL_WELL, speaker: "unanswered" }), judge(ALL_WELL));
  assertEquals(judge({ ...ALL_WELL, microphone: "unmeasured" }), judge(ALL_WELL));
});

Deno.test("findingOf() has a sentence for every outcome, and a next step for each that is not fine", () => {
  for (const check of CHECK_IDS) {
    for (const outcome of EVERY_OUTCOME[check]) {
      const { tone, text, next } = findingOf(check, outcome, { direct: MEASURE, relayed: MEASURE });
      assert(/^[A-Z].*[.?]$/.test(text), `${check} ${outcome}: ${text}`);
      assert(!text.includes("undefined"), text);
      assertEquals(next === null, tone === "good" || tone === "open", `${check} ${outcome}`);
      assertEquals(tone === "good", outcome === "works", `${check} ${outcome}`);
    }
  }
});

Deno.test("reportOf() names every check and no address", () => {
  const report = reportOf(
    { ...ALL_WELL, "turn-tls": "no-answer" },
    { socketRoundTripMs: 12.4, relayed: { ...MEASURE, lossRatio: 0.012, relayProtocol: "tcp" }, direct: MEASURE },
    judge(ALL_WELL),
    { browser: "A browser", at: new Date(Date.UTC(2026, 0, 2, 3, 4, 5)) },
  );
  assertStringIncludes(report, "Connection check, 2026-01-02 03:04 UTC\nBrowser: A browser\n");
  assertStringIncludes(report, "Call through the relay [works]: It works: 1000 kbit/s over TCP, 1.2 % lost, 20 ms");
  assertStringIncludes(report, "Relay over TLS [no-answer]: No answer over TLS.");
  assertEquals(report.split("\n").filter((line) => line.startsWith("- ")).length, CHECK_IDS.length);
  assertStringIncludes(reportOf({}, {}, judge(NO_RELAY), { browser: "", at: new Date(0) }), "Camera: not checked");
});
