/** Every message and its limits; the IDs are in protocol_ids_test.ts. */

import { assert, assertEquals } from "@std/assert";
import fc from "fast-check";
import { parseClientMessage } from "../../../signaling/session/client_messages.ts";
import {
  CANDIDATES_MAX,
  encodeMessage,
  ERROR_CODES,
  type ErrorCode,
  isTooLarge,
  MESSAGE_BYTES_MAX,
  NAME_LENGTH_MAX,
  parseEnvelope,
  parseServerMessage,
  PRESENCE_TOPICS_MAX,
  SDP_LENGTH_MAX,
} from "../../../signaling/protocol.ts";
import { DECLINE_REASONS, HANG_UP_REASONS } from "../../../signaling/protocol/peer_messages.ts";
import { parseMessage } from "../../../signaling/any_message.ts";

const ID = "k7mq-2vhd-9xtr-w4pz-0b5n";
const OTHER_ID = "0000-1111-2222-3333-4444";
const TOPIC = "qTGyw0ZyKUmJpUOhF9bXrA";
const OTHER_TOPIC = "____________________-w";

type Fields = Record<string, unknown>;

const ENVELOPE = { id: ID, clientId: OTHER_ID, callId: "call-1", tabId: "tab_1" };
const NUMBERED = { ...ENVELOPE, seq: 1 };
const MEDIA = { audio: true, video: false };
const OFFER = { type: "offer", sdp: "v=0\r\n" };
const ANSWER = { type: "answer", sdp: "v=0\r\n" };
const CANDIDATE = { candidate: "candidate:1", sdpMid: "0", sdpMLineIndex: 0, usernameFragment: "u" };
const LONG_SDP = "x".repeat(SDP_LENGTH_MAX + 1);
const TOO_MANY = Array(CANDIDATES_MAX + 1).fill(CANDIDATE);

/** What is wrong in any message of a call. */
const BAD_ENVELOPES: Fields[] = [
  { id: undefined },
  { id: ID.toUpperCase() },
  { clientId: ID.replaceAll("-", "") },
  { clientId: null },
  { callId: undefined },
  { callId: "" },
  { callId: "a b" },
  { callId: "x".repeat(65) },
  { tabId: 7 },
];
const PROOF = { publicKey: "k".repeat(43), signature: "s".repeat(86) };
/** An absent proof is well-formed: its sender must hear why nobody believes it. */
const BAD_PROOFS: Fields[] = [
  { proof: null },
  { proof: "key" },
  { proof: { publicKey: PROOF.publicKey } },
  { proof: { ...PROOF, signature: 1 } },
  { proof: { ...PROOF, publicKey: "k".repeat(65) } },
  { proof: { ...PROOF, signature: "s".repeat(129) } },
];
const BAD_NUMBERS: Fields[] = [
  { after: -1 },
  { after: 0.5 },
  { after: "0" },
  { after: null },
  { seq: undefined },
  { seq: 0 },
  { seq: 1.5 },
  { seq: "1" },
  { seq: 2 ** 53 },
];
const BAD_MEDIA: Fields[] = [{ audio: undefined }, { audio: "true" }, { video: undefined }, { video: 1 }];
const BAD_NAMES: Fields[] = [{ name: "x".repeat(NAME_LENGTH_MAX + 1) }, { name: null }, { name: 1 }];
const BAD_CANDIDATES: Fields[] = [
  { candidates: undefined },
  { candidates: {} },
  { candidates: [null] },
  { candidates: [{ ...CANDIDATE, candidate: undefined }] },
  { candidates: [{ ...CANDIDATE, candidate: "x".repeat(1_001) }] },
  { candidates: [{ ...CANDIDATE, sdpMLineIndex: -1 }] },
  { candidates: [{ ...CANDIDATE, sdpMid: 0 }] },
  { candidates: TOO_MANY },
];

interface Sample {
  readonly good: Fields;
  /** Fields that spoil the good message when they replace its own; undefined leaves one out. */
  readonly bad: Fields[];
  /** Fields that spoil its body, where it still stands for something, and for what. */
  readonly guessed?: [spoilt: Fields, meant: Fields][];
}

const INCOMPATIBLE = { accepted: false, reason: "incompatible" };
const DECLINED = { accepted: false, reason: "declined" };
const ENDED = { reason: "ended", detail: undefined };

/** Every message that a client may receive from a peer, with what each of its fields must not be. */
const PEER_SAMPLES: Sample[] = ([
  {
    good: { type: "video-offer-request", ...NUMBERED, ...MEDIA, name: "Kim", description: OFFER, proof: PROOF },
    bad: [
      ...BAD_PROOFS,
      ...BAD_NUMBERS,
      ...BAD_MEDIA,
      ...BAD_NAMES,
      { description: undefined },
      { description: ANSWER },
      { description: { type: "offer" } },
      { description: { type: "offer", sdp: LONG_SDP } },
    ],
  },
  { good: { type: "video-offer-request", ...NUMBERED, ...MEDIA, description: OFFER }, bad: [] },
  { good: { type: "ringing", ...NUMBERED }, bad: BAD_NUMBERS },
  {
    good: {
      type: "video-offer-response",
      ...NUMBERED,
      ...MEDIA,
      accepted: true,
      description: ANSWER,
      proof: PROOF,
      candidates: [CANDIDATE],
    },
    bad: BAD_NUMBERS,
    guessed: [
      ...[
        ...BAD_PROOFS,
        ...BAD_MEDIA,
        ...BAD_NAMES,
        ...BAD_CANDIDATES,
        { accepted: undefined },
        { accepted: "true" },
        { description: OFFER },
        { description: undefined },
      ].map((spoilt): [Fields, Fields] => [spoilt, INCOMPATIBLE]),
      [{ accepted: false }, DECLINED],
    ],
  },
  ...DECLINE_REASONS.map((reason): Sample => ({
    good: { type: "video-offer-response", ...NUMBERED, accepted: false, reason },
    bad: BAD_NUMBERS,
    guessed: [[{ accepted: true }, INCOMPATIBLE], [{ reason: "ended" }, DECLINED], [{ reason: undefined }, DECLINED]],
  })),
  {
    good: { type: "call-claimed", ...NUMBERED, claimedBy: "tab_2" },
    bad: [...BAD_NUMBERS, { claimedBy: undefined }, { claimedBy: "a b" }],
  },
  { good: { type: "ice-candidate", ...NUMBERED, candidates: [] }, bad: [...BAD_NUMBERS, ...BAD_CANDIDATES] },
  {
    good: {
      type: "ice-candidate",
      ...NUMBERED,
      candidates: [{ candidate: "", sdpMid: null, sdpMLineIndex: null, usernameFragment: null }, { candidate: "" }],
    },
    bad: BAD_CANDIDATES,
  },
  {
    good: { type: "description", ...NUMBERED, description: OFFER, connectionId: "c", proof: PROOF },
    bad: [
      ...BAD_PROOFS,
      ...BAD_NUMBERS,
      { description: { type: "rollback", sdp: "" } },
      { description: "v=0" },
      { connectionId: undefined },
      { connectionId: "a b" },
    ],
  },
  {
    good: { type: "ice-candidate", ...NUMBERED, candidates: [], connectionId: "c" },
    bad: [{ connectionId: "" }, { connectionId: null }],
  },
  {
    good: { type: "description", ...NUMBERED, description: ANSWER, connectionId: "c" },
    bad: [{ description: { type: "pranswer" } }],
  },
  { good: { type: "media-state", ...NUMBERED, ...MEDIA }, bad: BAD_NUMBERS },
  ...["ask", "commit", "nonce", "reveal"].map((step) => ({
    good: { type: "compare", ...NUMBERED, step, value: "v".repeat(64) },
    bad: BAD_NUMBERS, // Its body is the comparison's to parse.
  })),
  ...[{ any: [1] }, null, "text", 0, false].map((body): Sample => ({
    good: { type: "feature", ...NUMBERED, feature: "chat", body },
    bad: [...BAD_NUMBERS, { body: undefined }, { feature: undefined }, { feature: "Chat" }, {
      feature: "x".repeat(33),
    }],
  })),
  ...HANG_UP_REASONS.map((reason): Sample => ({
    good: { type: "hang-up", ...NUMBERED, reason },
    bad: BAD_NUMBERS,
    guessed: [[{ reason: "bored" }, ENDED], [{ reason: undefined }, ENDED], [{ detail: "moon" }, {
      detail: undefined,
    }]],
  })),
  {
    good: { type: "ack", ...ENVELOPE, ackedTabId: "tab_2", ack: 0 },
    bad: [{ ack: undefined }, { ack: -1 }, { ack: 0.5 }, { ackedTabId: undefined }, { ackedTabId: "" }],
  },
] satisfies Sample[]).map((sample: Sample) => ({ ...sample, bad: [...BAD_ENVELOPES, ...sample.bad] }));

const SERVER_SAMPLES: Sample[] = [
  { good: { type: "challenge", nonce: "n" }, bad: [{ nonce: undefined }, { nonce: 1 }] },
  {
    good: { type: "registered", id: ID, iceServers: [] },
    bad: [{ id: "me" }, { iceServers: undefined }, { iceServers: [{}] }, { iceServers: [{ urls: [1] }] }],
  },
  {
    good: {
      type: "registered",
      id: ID,
      iceServers: [{ urls: "stun:a" }, { urls: ["turn:b"], username: "u", credential: "c" }],
    },
    bad: [{ iceServers: [{ urls: "turn:b", credential: 1 }] }],
  },
  {
    good: {
      ...{ type: "registered", id: ID, iceServers: [] },
      limits: { messagesPerSecond: 50, messagesBurst: 600, messageLengthUnit: 4_096 },
    },
    bad: [
      { limits: null },
      { limits: {} },
      { limits: { messagesPerSecond: 0, messagesBurst: 600, messageLengthUnit: 4_096 } },
      { limits: { messagesPerSecond: 50, messagesBurst: 0, messageLengthUnit: 4_096 } },
      { limits: { messagesPerSecond: 50, messagesBurst: 600, messageLengthUnit: 0 } },
      { limits: { messagesPerSecond: "50", messagesBurst: 600, messageLengthUnit: 4_096 } },
    ],
  },
  {
    good: { type: "ice-servers", iceServers: [{ urls: "stun:a" }], iceServersTtlSeconds: 60 },
    bad: [
      { iceServers: undefined },
      { iceServersTtlSeconds: -1 },
      { iceServersTtlSeconds: 0.5 },
      { iceServersTtlSeconds: "60" },
      { iceServersTtlSeconds: null },
    ],
  },
  { good: { type: "ice-servers", iceServers: [] }, bad: [{ iceServers: {} }] },
  { good: { type: "reconnect", withinMs: 0 }, bad: [{ withinMs: undefined }, { withinMs: -1 }, { withinMs: "1" }] },
  {
    good: { type: "presence", topics: [TOPIC, OTHER_TOPIC], online: [TOPIC] },
    bad: [{ topics: undefined }, { topics: [ID] }, { online: TOPIC }, { online: Array(65).fill(TOPIC) }],
  },
  { good: { type: "ping" }, bad: [] },
  { good: { type: "pong" }, bad: [] },
  ...ERROR_CODES.map((code) => ({
    good: { type: "error", code, message: "Cannot", clientId: ID, callId: "c" },
    bad: [{ code: "other" }, { code: undefined }, { clientId: "x" }, { callId: "" }, { message: 1 }],
  })),
  { good: { type: "error", code: "bad-message" }, bad: [] },
];

Deno.test("parseMessage() returns each valid message as it was encoded", () => {
  for (const { good } of [...PEER_SAMPLES, ...SERVER_SAMPLES]) {
    const message = parseMessage(JSON.stringify(good));
    assert(message !== null, JSON.stringify(good));
    assertEquals<unknown>(message, good);
    assertEquals<unknown>(parseMessage(encodeMessage(message)), good);
  }
});

Deno.test("parseMessage() takes a message with fields that it does not know", () => {
  for (const { good } of [...PEER_SAMPLES, ...SERVER_SAMPLES]) {
    const newer = { ...good, future: 1 };
    assertEquals<unknown>(parseMessage(JSON.stringify(newer)), newer);
  }
});

Deno.test("parseMessage() returns null for each message with one bad field", () => {
  for (const { good, bad } of [...PEER_SAMPLES, ...SERVER_SAMPLES]) {
    for (const fields of bad) {
      const text = JSON.stringify({ ...good, ...fields });
      assertEquals(parseMessage(text), null, text.slice(0, 300));
    }
  }
});

Deno.test("parsePeerMessage() takes the end of a wait for an end, whatever else is wrong with it", () => {
  for (const { good, guessed = [] } of PEER_SAMPLES) {
    for (const [spoilt, meant] of guessed) {
      const message = { ...good, ...spoilt };
      assertEquals<unknown>(parseMessage(JSON.stringify(message)), {
        ...JSON.parse(JSON.stringify(message)),
        ...meant,
      });
    }
  }
});

Deno.test("parseEnvelope() reads that of any type, and refuses one that is not well-formed", () => {
  for (const type of ["reaction", "feature", "registered", "x", `x${"-".repeat(31)}`]) {
    const message = { type, ...NUMBERED, after: 0, body: [1] };
    assertEquals<unknown>(parseEnvelope(message), message);
    assertEquals(parseMessage(JSON.stringify(message)), null);
    const { seq: _, ...unnumbered } = message;
    assertEquals<unknown>(parseEnvelope(unnumbered), unnumbered);
    for (const bad of [...BAD_ENVELOPES, ...BAD_NUMBERS.filter((fields) => !("seq" in fields) || fields["seq"])]) {
      assertEquals(parseEnvelope(JSON.parse(JSON.stringify({ ...message, ...bad }))), null, JSON.stringify(bad));
    }
  }
  for (const type of ["", "Reaction", "-x", "9x", "re action", "x".repeat(33), 7, null, ["x"]]) {
    assertEquals(parseEnvelope({ type, ...NUMBERED }), null, String(type));
  }
  assertEquals(parseEnvelope(null), null);
});

Deno.test("parseServerMessage() takes nothing for the server's that a peer has said", () => {
  for (const { good } of SERVER_SAMPLES) {
    assertEquals(parseServerMessage({ ...good, id: ID, clientId: OTHER_ID }), null, JSON.stringify(good));
    assertEquals(parseMessage(JSON.stringify({ ...good, ...NUMBERED })), null);
  }
});

Deno.test("parseMessage() returns null for what a server never sends", () => {
  const texts = ["", "null", "7", "[]", "{}", "{", '"ping"', '{"type":"register"}', '{"type":"__proto__"}'];
  for (const text of [...texts, '{"type":"toString"}', '{"type":["ping"]}', '{"type":null}']) {
    assertEquals(parseMessage(text), null, text);
  }
});

Deno.test("parseClientMessage() checks the envelope of each peer message and nothing more", () => {
  for (const { good } of PEER_SAMPLES) {
    const { type } = good;
    for (
      const message of [good, { type, id: ID, clientId: OTHER_ID }, { type, id: ID, clientId: OTHER_ID, callId: 7 }]
    ) {
      assertEquals<unknown>(parseClientMessage(JSON.stringify(message)), message);
    }
  }
});

Deno.test("parseClientMessage() checks of a peer message whose type it does not know the same, and its name", () => {
  for (const type of ["features", "reaction", "x", "other", `x${"9".repeat(31)}`]) {
    const text = JSON.stringify({ type, id: ID, clientId: OTHER_ID, body: {} });
    assertEquals<unknown>(parseClientMessage(text), { type: "other", id: ID, clientId: OTHER_ID });
  }
});

Deno.test("parseClientMessage() lets no peer speak for the server", () => {
  for (const { good } of SERVER_SAMPLES) {
    const message = parseClientMessage(JSON.stringify({ ...good, id: ID, clientId: OTHER_ID }));
    assert(!("clientId" in message), JSON.stringify(good));
  }
});

Deno.test("parseClientMessage() reads what is meant for the server", () => {
  const proof = { type: "register", publicKey: "k", signature: "s" };
  const bare = ["ping", "pong", "ice-servers-request", "register"].map((type) => ({ type }));
  const presence = { type: "presence-request", topics: Array(PRESENCE_TOPICS_MAX).fill(TOPIC) };
  const found = [{ ...proof, presenceTopic: TOPIC }, { type: "register", presenceTopic: TOPIC }];
  for (const message of [...bare, proof, presence, ...found, { ...presence, topics: [] }]) {
    assertEquals<unknown>(parseClientMessage(JSON.stringify({ ...message, future: 1 })), message);
  }
});

Deno.test("parseClientMessage() refuses everything else with a stable code", () => {
  const refusals: [text: string, code: ErrorCode][] = [
    ["", "bad-message"],
    ["null", "bad-message"],
    ["[]", "bad-message"],
    ["{}", "bad-message"],
    ['{"type":1}', "bad-message"],
    ['{"type":"register","publicKey":"k"}', "bad-message"],
    ['{"type":"register","signature":"s"}', "bad-message"],
    ['{"type":"register","publicKey":1,"signature":"s"}', "bad-message"],
    ['{"type":"register","presenceTopic":null}', "bad-message"],
    [JSON.stringify({ type: "register", presenceTopic: ID }), "bad-message"],
    [JSON.stringify({ type: "register", presenceTopic: `${TOPIC}A` }), "bad-message"],
    [JSON.stringify({ type: "register", presenceTopic: TOPIC.replace("A", "+") }), "bad-message"],
    ['{"type":"presence-request"}', "bad-message"],
    [JSON.stringify({ type: "presence-request", topics: [ID] }), "bad-message"],
    [JSON.stringify({ type: "presence-request", peerIds: [ID] }), "bad-message"],
    [JSON.stringify({ type: "presence-request", topics: Array(PRESENCE_TOPICS_MAX + 1).fill(TOPIC) }), "bad-message"],
    [`{"type":"ringing","clientId":"${ID}"}`, "bad-message"],
    [`{"type":"ringing","id":"${ID}"}`, "bad-message"],
    [`{"type":"ringing","id":"${ID}","clientId":["${ID}"]}`, "bad-message"],
    ['{"type":"registered"}', "unknown-type"],
    ['{"type":"error"}', "unknown-type"],
    ['{"type":"challenge"}', "unknown-type"],
    ['{"type":"hasOwnProperty"}', "unknown-type"],
    ['{"type":"__proto__"}', "unknown-type"],
    ['{"type":"reaction"}', "unknown-type"],
    [`{"type":"reaction","id":"${ID}"}`, "unknown-type"],
    [`{"type":"reaction","clientId":"${ID}"}`, "unknown-type"],
    [`{"type":"reaction","id":"${ID}","clientId":"me"}`, "bad-message"],
    [`{"type":"reaction","id":7,"clientId":"${ID}"}`, "bad-message"],
    [`{"type":"${"x".repeat(33)}","id":"${ID}","clientId":"${ID}"}`, "unknown-type"],
    [`{"type":"Reaction","id":"${ID}","clientId":"${ID}"}`, "unknown-type"],
    [`{"type":"__proto__","id":"${ID}","clientId":"${ID}"}`, "unknown-type"],
  ];
  for (const [text, code] of refusals) {
    const refusal = parseClientMessage(text);
    assertEquals(refusal.type === "refusal" ? refusal.code : refusal.type, code, text);
  }
});

/** Texts near the protocol: its own words and shapes, with anything in between. */
const nearText = fc.oneof(
  fc.string(),
  fc.json(),
  fc.record({
    type: fc.oneof(
      fc.constantFrom(...[...PEER_SAMPLES, ...SERVER_SAMPLES].map(({ good }) => good["type"])),
      fc.string(),
    ),
    id: fc.oneof(fc.constant(ID), fc.anything()),
    clientId: fc.oneof(fc.constant(OTHER_ID), fc.anything()),
    callId: fc.oneof(fc.constant("c"), fc.anything()),
    description: fc.oneof(fc.constant(OFFER), fc.anything()),
    candidates: fc.oneof(fc.array(fc.anything()), fc.anything()),
    seq: fc.oneof(fc.nat(), fc.anything()),
  }, { requiredKeys: [] }).map((value) => {
    try {
      return JSON.stringify(value);
    } catch {
      return "{"; // A BigInt or a circle, which JSON cannot hold.
    }
  }),
);

Deno.test("parseClientMessage() and parseMessage() never throw", () => {
  fc.assert(
    fc.property(nearText, (text) => {
      const received = parseClientMessage(text);
      if (received.type === "refusal") assert(ERROR_CODES.includes(received.code));
      const message = parseMessage(text);
      if (message !== null) assertEquals(parseMessage(encodeMessage(message)), message);
    }),
    { numRuns: 2_000 },
  );
});

Deno.test("isTooLarge() counts bytes of UTF-8", () => {
  const cases: [text: string, expected: boolean][] = [
    ["", false],
    ["x".repeat(MESSAGE_BYTES_MAX), false],
    ["x".repeat(MESSAGE_BYTES_MAX + 1), true],
    ["é".repeat(MESSAGE_BYTES_MAX / 2), false],
    ["é".repeat(MESSAGE_BYTES_MAX / 2) + "x", true],
    ["€".repeat(MESSAGE_BYTES_MAX / 3), false],
    ["€".repeat(MESSAGE_BYTES_MAX / 3) + "xx", true],
    ["🙂".repeat(MESSAGE_BYTES_MAX / 4), false],
    ["🙂".repeat(MESSAGE_BYTES_MAX / 4) + "x", true],
  ];
  for (const [text, expected] of cases) {
    assertEquals(isTooLarge(text), expected, `${text.length} of ${text.slice(0, 2)}`);
  }
});
