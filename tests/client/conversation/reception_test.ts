/** What a call is told of what the server refuses of it, by itself and while its other end is told by another way. */

import { assertEquals } from "@std/assert";
import { Reception, type ReceptionOptions } from "../../../client/conversation/reception.ts";
import type { CallId, ErrorCode } from "../../../signaling/protocol.ts";

const [OURS, OTHER] = ["ours", "other"] as CallId[] as [CallId, CallId];

function createReception() {
  const log: unknown[] = [];
  const line = (callId: CallId) => ({
    handleUndelivered: (why: string) => log.push([callId, why]),
    timers: { start: (timer: string, ms: number) => log.push([callId, timer, ms]) },
  });
  const lines = { get: (callId: CallId) => line(callId) };
  const dispatch: ReceptionOptions["dispatch"] = (callId, { type }) => void log.push([callId, type]);
  // Of lines it takes no more than this here.
  const reception = new Reception({ lines, dispatch } as unknown as ReceptionOptions);
  const refuse = (code: ErrorCode, callId?: CallId) => reception.handleRefused({ code, ...callId && { callId } });
  return { reception, refuse, take: () => log.splice(0) };
}

Deno.test("A call hears what the server says of its messages, and goes on only where it is known to wait", () => {
  const { reception, refuse, take } = createReception();
  refuse("peer-unavailable", OURS);
  assertEquals(take(), [[OURS, "peer-unavailable"]]);
  reception.prolong(OURS, 75_000);
  assertEquals(take(), [[OURS, "ring", 75_000]]);
  refuse("peer-unavailable", OURS);
  refuse("peer-unavailable", OTHER);
  assertEquals(take(), [[OURS, "unavailable"], [OTHER, "peer-unavailable"]]);
  refuse("rate-limited", OURS);
  assertEquals(take(), [[OURS, "rate-limited"], [OURS, "held-back"]]);
});

Deno.test("What the server refuses that is of no call, or is no word on a peer, is no call's", () => {
  const { refuse, take } = createReception();
  const { warn } = console;
  console.warn = () => {};
  try {
    refuse("peer-unavailable");
    refuse("bad-message", OURS);
  } finally {
    console.warn = warn;
  }
  assertEquals(take(), []);
});
