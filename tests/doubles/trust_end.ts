/** Two ends' trust in one call, with real keys; each keeps whose key it was asked for. */

import type { Call } from "../../client/call/call.ts";
import { CallTrust } from "../../client/conversation/call_trust.ts";
import type { Verdict } from "../../client/proof/claim_check.ts";
import { ProofGate } from "../../client/proof/proof_gate.ts";
import type { CallId, PeerMessage } from "../../signaling/protocol.ts";
import { createFingerprint } from "./description.ts";
import { takeTurn } from "./relayed_pair.ts";
import { createTestIdentity, type TestIdentity } from "./test_identity.ts";

export const CALL_ID = "call" as CallId;
/** Turns after which nothing is to be expected any more. */
const TURNS_MAX = 20_000;

/** One end's trust in one call with `remote`. */
export class TrustEnd {
  call: Partial<Call> | undefined;
  localPeerId: TestIdentity["peerId"] | null;
  lifetime: "kept" | "socket" = "kept";
  isSigning = true;
  knownKey: string | null = null;
  readonly asked: unknown[] = [];
  readonly trust: CallTrust;

  constructor(readonly local: TestIdentity, readonly remote: TestIdentity, isOutgoing = true) {
    this.localPeerId = local.peerId;
    this.call = {
      ...{ callId: CALL_ID, remotePeerId: remote.peerId, isOutgoing, phase: "connected" },
      ...{ localFingerprint: createFingerprint(isOutgoing ? 1 : 2), remotePublicKey: null },
      remoteFingerprint: createFingerprint(isOutgoing ? 2 : 1),
    };
    this.trust = new CallTrust({
      identity: () => ({
        lifetime: this.lifetime,
        sign: (claim) => this.isSigning ? this.local.sign(claim) : Promise.resolve(null),
      }),
      localPeerId: () => this.localPeerId,
      knownKey: (peerId) => {
        this.asked.push(peerId);
        return this.knownKey;
      },
      findCall: (callId) => callId === CALL_ID ? this.call as Call | undefined : undefined,
    });
  }

  /** Puts a message of the other end through this end's gate, and one behind it that needs no proof. */
  async receive(message: object): Promise<Verdict | undefined> {
    const passed = new Map<string, Verdict>();
    const gate = new ProofGate({
      ...this.trust.describeGate(CALL_ID, this.remote.peerId),
      deliver: ({ type }, verdict) => void passed.set(type, verdict),
    });
    const ends = { id: this.remote.peerId, clientId: this.local.peerId, callId: CALL_ID, tabId: "tab", seq: 1 };
    for (const next of [{ type: "first", ...message }, { type: "ringing" }]) {
      gate.receive({ ...ends, ...next } as unknown as PeerMessage);
    }
    await waitUntil(() => passed.has("ringing"));
    passed.delete("ringing");
    return [...passed.values()][0];
  }
}

export async function waitUntil(isDone: () => boolean): Promise<void> {
  for (let turn = 0; turn < TURNS_MAX && !isDone(); turn++) await takeTurn();
}

export async function createEnds(): Promise<{ caller: TrustEnd; callee: TrustEnd }> {
  const [caller, callee] = [await createTestIdentity(), await createTestIdentity()];
  return { caller: new TrustEnd(caller, callee), callee: new TrustEnd(callee, caller, false) };
}
