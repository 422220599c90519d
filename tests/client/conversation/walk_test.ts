/** The way of an offer through the page: one way, on which no file has it twice. */

import { assert, assertEquals } from "@std/assert";
import { FakeNetwork } from "../../doubles/fake_peer_connection.ts";
import { RelayedEnd, takeTurn } from "../../doubles/relayed_pair.ts";
import { createTestIdentity } from "../../doubles/test_identity.ts";
import type { PeerMessage } from "../../../signaling/protocol.ts";

/** What only runs what others do. */
const PLUMBING = "client/bounds/attempt.ts";

/** The files of the client that are on the stack, the outermost first, each stay once. */
function readStack(): string[] {
  const limit: unknown = Reflect.get(Error, "stackTraceLimit"); // V8's own.
  Reflect.set(Error, "stackTraceLimit", Infinity);
  const { stack = "" } = new Error();
  Reflect.set(Error, "stackTraceLimit", limit);
  const files = [...stack.matchAll(/(?<!tests)\/(client\/[\w/]+\.tsx?):\d+:\d+/g)].map(([, file = ""]) => file)
    .reverse();
  return files.filter((file) => file !== PLUMBING).filter((file, index, all) => file !== all[index - 1]);
}

async function createOffer(callee: RelayedEnd): Promise<PeerMessage> {
  const caller = new RelayedEnd(await createTestIdentity());
  caller.calls.placeCall(callee.peerId);
  while (caller.sent[0] === undefined) await takeTurn();
  const [offer] = caller.sent;
  caller.calls.handlePageClosing();
  return offer;
}

Deno.test("an offer goes one way, from where it comes in to the screen, and no file has it twice", async () => {
  const restore = new FakeNetwork().install();
  const callee = new RelayedEnd(await createTestIdentity());
  const offer = await createOffer(callee);
  const stays: string[][] = [];
  const { verify } = crypto.subtle;
  Object.defineProperty(callee, "knownKey", { get: () => (stays[0] ??= readStack(), null) });
  crypto.subtle.verify = (...parameters: Parameters<typeof verify>) => {
    stays[1] ??= readStack();
    return verify.apply(crypto.subtle, parameters);
  };
  try {
    callee.calls.reception.receive(offer);
    Object.defineProperty(callee, "shown", { get: () => 0, set: () => stays[2] ??= readStack() });
    for (let turn = 0; turn < 1_000 && stays.length < 3; turn++) await takeTurn();
  } finally {
    crypto.subtle.verify = verify;
    restore();
  }
  // What waits for a proof comes back to where it waited: the door, which has the offer all that time.
  const [door] = stays[1] ?? [];
  const walk = stays.flat().filter((file, index) => file !== door || index === stays.flat().indexOf(file));
  assertEquals(walk, [
    "client/conversation/reception.ts",
    "client/admission/front_door.ts",
    "client/conversation/call_trust.ts",
    "client/proof/claim_check.ts",
    "client/proof/call_proof.ts",
    "client/line/call_line.ts",
    "client/proof/proof_gate.ts",
    "client/bulk/line_streams.ts",
    "client/conversation/calls.ts",
    "client/conversation/call_display.ts",
  ]);
  assertEquals([door, stays[2]?.[0]], Array(2).fill("client/admission/front_door.ts"));
  assert(callee.view?.phase === "incoming");
  callee.calls.handlePageClosing();
  callee.calls.declineCall(callee.view.callId);
});
