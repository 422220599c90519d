import { assertEquals } from "@std/assert";
import { encodeBase64Url } from "../../../signaling/protocol.ts";
import { isPushOutcome, parsePush, parsePushMessage } from "../../../signaling/protocol/push.ts";

const PUSH = {
  endpoint: "https://push.example/x",
  ttlSeconds: 75,
  urgency: "high",
  topic: "call_1-",
  authorization: `vapid t=a-.b_.c, k=${"k".repeat(87)}`,
  body: "AAAA",
} as const;
const MESSAGE = { type: "push", requestId: "abcdefgh_-012345", ...PUSH };
const bodyOf = (length: number) => encodeBase64Url(new Uint8Array(length).fill(0xff));

Deno.test("parsePushMessage() takes what is well-formed, up to every bound, and no more of it than the protocol has", () => {
  const accepted = [
    {},
    { topic: undefined },
    { topic: "t".repeat(32) },
    { requestId: "r".repeat(32) },
    { ttlSeconds: 0 },
    { urgency: "normal", ttlSeconds: 604_800 },
    { urgency: "low", ttlSeconds: 76 },
    { urgency: "very-low" },
    { body: bodyOf(1) },
    { body: bodyOf(4_096) },
    { endpoint: PUSH.endpoint.padEnd(2_048, "~") },
    { authorization: `vapid t=a.b.${"c".repeat(2_048 - 103)}, k=${"k".repeat(87)}` },
  ];
  for (const change of accepted) {
    const { topic, ...rest } = { ...MESSAGE, ...change };
    const expected = { ...rest, ...(topic !== undefined && { topic }) };
    assertEquals(parsePushMessage({ ...expected, more: 1 }) as unknown, expected, JSON.stringify(change).slice(0, 80));
  }
});

Deno.test("parsePushMessage() refuses what is malformed or over a bound", () => {
  const refused: Record<string, unknown[]> = {
    requestId: [undefined, 7, "r".repeat(15), "r".repeat(33), "r".repeat(15) + "é", "r".repeat(15) + "\n"],
    endpoint: [
      ...[undefined, 7, "", "http://push.example/x", "HTTPS://push.example/x", "//push.example/x", "https://"],
      ...[" https://push.example/x", "https://push.example/x\n", "https://push.example/\u00e9"],
      ...["https://push.example\\x", "https://push.example/\x7f", PUSH.endpoint.padEnd(2_049, "x")],
    ],
    ttlSeconds: [undefined, "75", -1, 0.5, 76, NaN],
    urgency: [undefined, "", "HIGH", "constructor"],
    topic: [null, 7, "", "t".repeat(33), "a b", "a\r\nb"],
    authorization: [
      ...[undefined, 7, "", "Bearer x", "vapid t=a.b.c", `vapid t=a.b, k=${"k".repeat(87)}`],
      ...[`vapid t=a.b.c, k=${"k".repeat(86)}`, `vapid t=a.b.c, k=${"k".repeat(88)}`],
      ...[`vapid t=a.b.c, k=${"k".repeat(87)}\r\nX: y`, `\nvapid t=a.b.c, k=${"k".repeat(87)}`],
      `vapid t=a.b.${"c".repeat(2_049 - 103)}, k=${"k".repeat(87)}`,
    ],
    body: [undefined, 7, "", "A", "AAAAA", "AA==", "A+/A", bodyOf(4_097)],
  };
  for (const [name, values] of Object.entries(refused)) {
    for (const value of values) {
      assertEquals(parsePushMessage({ ...MESSAGE, [name]: value }), null, `${name}: ${JSON.stringify(value)}`);
    }
  }
  assertEquals(parsePushMessage({ ...MESSAGE, urgency: "normal", ttlSeconds: 604_801 }), null);
});

Deno.test("parsePush() takes nothing but the push, and isPushOutcome() nothing but an outcome", () => {
  assertEquals(parsePush({ ...MESSAGE }), { ...PUSH });
  for (const value of [null, 7, "x", [], {}]) assertEquals(parsePush(value), null);
  assertEquals(isPushOutcome({ result: "accepted" }), true);
  assertEquals(isPushOutcome({ result: "limited", retryAfterMs: 5 }), true);
  for (const value of [null, {}, { result: "sold" }, { result: "limited", retryAfterMs: -1 }]) {
    assertEquals(isPushOutcome(value), false);
  }
});
