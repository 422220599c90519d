/** Which messages are judged by a proof: those that carry a description by their type, whatever else is in them. */

import { assertEquals } from "@std/assert";
import { needsProof } from "../../../client/proof/claim_check.ts";
import { PEER_MESSAGE_TYPES, type PeerMessage } from "../../../signaling/protocol/peer_messages.ts";

Deno.test("needsProof() goes by the type, so that a field of a later page makes no end of a call look forged", () => {
  const needing = [...PEER_MESSAGE_TYPES].filter((type) =>
    needsProof({ type, description: {}, accepted: type !== "video-offer-response" } as PeerMessage)
  );
  assertEquals(needing.toSorted(), ["description", "video-offer-request"]);
  for (const accepted of [true, false]) {
    const message = { type: "video-offer-response", accepted, description: {} } as PeerMessage;
    assertEquals(needsProof(message), accepted);
  }
});
