/** Texts on an open socket, well-formed as frames, and what must come back. Data of `inputs_test.ts`. */

import { FLOODED, type HostileFrames } from "./frames.ts";

type Ids = { id: string; other: string };

function say(name: string, expected: string | RegExp, write: string | ((ids: Ids) => string)): HostileFrames {
  return {
    name,
    expected,
    send: (socket, ids) => socket.writeFrame(typeof write === "string" ? write : write(ids)),
  };
}

/** A message to oneself, so that a relayed one shows, with some of it replaced. */
function own(fields: Record<string, unknown> = {}): (ids: Ids) => string {
  return ({ id }) => JSON.stringify({ type: "ringing", id, clientId: id, callId: "c", tabId: "t", seq: 1, ...fields });
}

/** A call, of which alone it is told that nobody is there. */
function call(fields: Record<string, unknown>): (ids: Ids) => string {
  return own({ type: "video-offer-request", ...fields });
}

function first(frame: HostileFrames): HostileFrames {
  return { ...frame, isFirst: true };
}

const NOT_A_POINT = "_".repeat(43).replace(/.$/, "8");
const ZEROS = "A".repeat(43);
/** The curve's neutral element, under which a lax verifier takes a signature of zeros for any message. */
const NEUTRAL_POINT = `AQ${"A".repeat(41)}`;
const NEUTRAL_SIGNATURE = `AQ${"A".repeat(84)}`;

function register(publicKey: unknown, signature: unknown): string {
  return JSON.stringify({ type: "register", publicKey, signature });
}

export const HOSTILE_MESSAGES: readonly HostileFrames[] = [
  say("an empty text", "error bad-message", ""),
  say("white space", "error bad-message", " \t\n".repeat(1_000)),
  say("null", "error bad-message", "null"),
  say("a list", "error bad-message", "[]"),
  say("a number beyond all", "error bad-message", "1e999"),
  say("20,000 levels of lists", "error bad-message", "[".repeat(20_000) + "]".repeat(20_000)),
  say("9,000 levels of objects", "error bad-message", '{"a":'.repeat(9_000) + "1" + "}".repeat(9_000)),
  say("a byte order mark", "error bad-message", '\ufeff{"type":"ping"}'),
  say("NULs", "error bad-message", "\0".repeat(100)),
  say("a type that is a number", "error bad-message", '{"type":7}'),
  say("a type that is a list", "error bad-message", '{"type":["ringing"]}'),
  say("__proto__ as type", "error unknown-type", '{"type":"__proto__"}'),
  say("constructor as type", "error unknown-type", '{"type":"constructor"}'),
  say("toString as type", "error unknown-type", '{"type":"toString"}'),
  say("a type within __proto__", "error bad-message", '{"__proto__":{"type":"ping"}}'),
  say("the server's own registered", "error unknown-type", '{"type":"registered","id":"x","iceServers":[]}'),
  say(
    "5,000 fields",
    "pong",
    `{${Array.from({ length: 5_000 }, (_, n) => `"${n.toString(36)}":0`).join()},"type":"ping"}`,
  ),
  say("a second register", "error already-registered", '{"type":"register"}'),
  say("__proto__ as clientId", "error bad-message", own({ clientId: "__proto__" })),
  say("an object as clientId", "error bad-message", own({ clientId: { toString: "x" } })),
  say("a list with the ID as clientId", "error bad-message", ({ id }) => own({ clientId: [id] })({ id, other: "" })),
  say("an ID in upper case", "error bad-message", ({ id }) => own({ clientId: id.toUpperCase() })({ id, other: "" })),
  say("an ID with a line break", "error bad-message", ({ id }) => own({ clientId: `${id}\n` })({ id, other: "" })),
  say("an ID in Cyrillic", "error bad-message", own({ clientId: "аааа-аааа-аааа-аааа" })),
  say("an ID of 60,000 characters", "error bad-message", own({ clientId: "a".repeat(60_000) })),
  say("another's id", "error wrong-id", ({ id, other }) => own({ id: other, clientId: id })({ id, other })),
  say(
    "another's id behind the own one",
    "error wrong-id",
    ({ id, other }) => `{"type":"ringing","id":"${id}","clientId":"${id}","id":"${other}"}`,
  ),
  say(
    "another's id before the own one, which counts at both ends",
    "relayed",
    ({ id, other }) => `{"type":"ringing","id":"${other}","clientId":"${id}","id":"${id}"}`,
  ),
  say(
    "another's id in __proto__",
    "error bad-message",
    ({ id, other }) => `{"type":"ringing","clientId":"${id}","__proto__":{"id":"${other}"}}`,
  ),
  say("a lone surrogate in a name", "relayed", own({ name: "\ud800" })),
  say(
    "markup in a name, which is the receiver's to show as text",
    "relayed",
    own({ name: "<img src=x onerror=alert(1)>" }),
  ),
  say(
    "a seq of 2^53, -1 and 1e400, which the receiver drops",
    "relayed",
    ({ id }) => `{"type":"ringing","id":"${id}","clientId":"${id}","seq":9007199254740993,"a":-1,"b":1e400}`,
  ),
  say(
    "a call to an ID that nobody has",
    "error peer-unavailable",
    call({ clientId: "0000-0000-0000-0000-0000" }),
  ),
  first(
    say(
      "a message before register",
      "error not-registered",
      own({ id: "0000-0000-0000-0000-0000", clientId: "0000-0000-0000-0000-0000" }),
    ),
  ),
  first(say("ICE servers before register", "error not-registered", '{"type":"ice-servers-request"}')),
  first(say("half a proof", "error bad-message", '{"type":"register","publicKey":"x"}')),
  first(say("a proof of numbers", "error bad-message", register(1, 2))),
  first(say("an empty proof", "close 4001", register("", ""))),
  first(say("a key of 30,000 characters", "close 4001", register("A".repeat(30_000), "A".repeat(86)))),
  first(say("a key that is no base64url", "close 4001", register("!".repeat(43), "A".repeat(86)))),
  first(say("a key that is no point", "close 4001", register(NOT_A_POINT, "A".repeat(86)))),
  first(say("a key of zeros", "close 4001", register(ZEROS, "A".repeat(86)))),
  first(
    say("the neutral point, whose signature fits everything", "close 4001", register(NEUTRAL_POINT, NEUTRAL_SIGNATURE)),
  ),
  {
    name: "1,000 candidates in a second",
    expected: FLOODED,
    async send(socket, { id }) {
      for (let seq = 1; seq <= 1_000; seq++) {
        await socket.writeFrame(
          JSON.stringify({ type: "ice-candidate", id, clientId: "0000-0000-0000-0000-0000", seq }),
        );
      }
    },
  },
  {
    name: "calls to 101 IDs that nobody has",
    expected: "close 4006",
    async send(socket, { id }) {
      for (let n = 0; n < 101; n++) {
        await socket.writeFrame(
          call({ clientId: `0000-0000-0000-0000-0${String(n).padStart(3, "0")}` })({ id, other: "" }),
        );
      }
    },
  },
];
