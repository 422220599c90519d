import { assertEquals, assertStrictEquals } from "@std/assert";
import {
  CONNECTING,
  type SignalingStatus,
  type Standing,
  type StandingEvent,
  stepStanding,
} from "../../../client/socket/signaling_status.ts";
import { ERROR_CODES } from "../../../signaling/protocol.ts";

const say = () => "The server is full.";
const lose = (code?: typeof ERROR_CODES[number], isUnheard = false): StandingEvent => ({
  type: "lost",
  code,
  isUnheard,
});

function standAfter(...events: StandingEvent[]): Standing {
  return events.reduce(stepStanding, CONNECTING);
}

Deno.test("A socket that is gone is lost, unless the server said why it does not want it for now", () => {
  const all = ERROR_CODES.map((code) => [code, standAfter({ type: "registered" }, lose(code)).status]);
  assertEquals(Object.fromEntries(all.filter(([, status]) => status !== "lost")), {
    "replaced": "replaced",
    "bad-signature": "refused",
    "rate-limited": "limited",
  });
  assertEquals(standAfter(lose()), { status: "lost", say: null });
});

Deno.test("stepStanding() keeps what is said of a socket that did not open until the next answer comes", () => {
  const told = standAfter({ type: "told", say });
  assertEquals(told, { status: "lost", say });
  assertStrictEquals(stepStanding(told, lose(undefined, true)), told);
  assertStrictEquals(standAfter(lose(undefined, true)), CONNECTING);
  assertEquals(stepStanding(told, { type: "told", say: null }), { status: "lost", say: null });
  assertEquals(stepStanding(told, lose("rate-limited")), { status: "limited", say: null });
  assertEquals(stepStanding(told, { type: "registered" }), { status: "registered", say: null });
  assertEquals(standAfter({ type: "registered" }, lose(undefined, true)).status, "lost");
});

Deno.test("stepStanding() takes no word on a socket that did not open once another has, and nothing without the code", () => {
  const registered = standAfter({ type: "registered" });
  assertStrictEquals(stepStanding(registered, { type: "told", say }), registered);
  const incomplete = standAfter({ type: "incomplete" });
  assertEquals<SignalingStatus>(incomplete.status, "incomplete");
  for (const event of [{ type: "registered" }, lose(), { type: "told", say }] as const) {
    assertStrictEquals(stepStanding(incomplete, event), incomplete);
  }
});
