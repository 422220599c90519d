/**
 * Somebody who calls without a browser: a key, a socket of the real server, and offers with real proofs over a
 * description that was recorded. What comes back waits unread until somebody asks for it.
 */

import { encodeCallClaim, hashDescription } from "../../client/proof/call_proof.ts";
import { type CallId, createCallId, createTabId, type PeerId } from "../../signaling/protocol.ts";
import { parseMessage } from "../../signaling/any_message.ts";
import { TestClient } from "./test_client.ts";
import { createTestIdentity, type TestIdentity } from "./test_identity.ts";

/** As a browser made it once: a browser can apply it. */
const SDP = Deno.readTextFileSync(new URL("descriptions/chromium_offer.sdp", import.meta.url)).replace(
  /\r?\n/g,
  "\r\n",
);
/** How often an honest page says again what nobody has acknowledged, in milliseconds. */
const REPEAT_MS = 1_000;
/** How long a page may take to answer, in milliseconds: on a machine that has much else to do, longer than the server. */
const PATIENCE_MS = 20_000;

export class ScriptedCaller {
  readonly #identity: TestIdentity;
  readonly #client: TestClient;
  readonly #calleeId: PeerId;
  readonly #tabId = createTabId();
  readonly #takenBack = new Set<CallId>();
  readonly #timers = new Set<ReturnType<typeof setInterval>>();

  private constructor(identity: TestIdentity, client: TestClient, calleeId: PeerId) {
    this.#identity = identity;
    this.#client = client;
    this.#calleeId = calleeId;
  }

  /** @param address where they are, for a server that trusts this machine as its proxy */
  static async open(
    host: string,
    calleeId: PeerId,
    { identity, address }: { identity?: TestIdentity; address?: string } = {},
  ): Promise<ScriptedCaller> {
    const known = identity ?? await createTestIdentity();
    const client = new TestClient(host, address);
    client.patienceMs = PATIENCE_MS;
    await client.register(known);
    const caller = new ScriptedCaller(known, client, calleeId);
    client.onText = (text) => caller.#answer(parseMessage(text));
    return caller;
  }

  get peerId(): PeerId {
    return this.#identity.peerId;
  }

  /** Offers a call, once. */
  async ring({ name, isProved = true, callId = createCallId() }: {
    name?: string;
    isProved?: boolean;
    callId?: CallId;
  } = {}): Promise<CallId> {
    const description = { type: "offer", sdp: SDP };
    const told = { audio: true, video: true, ...(name === undefined ? {} : { name }) };
    const offerHash = await hashDescription(description);
    const ends = { callId, callerId: this.peerId, calleeId: this.#calleeId };
    const claim = encodeCallClaim({ ...ends, told, offerHash, answerHash: null });
    const proof = isProved ? { proof: await this.#identity.sign(claim) } : {};
    if (this.#takenBack.has(callId)) return callId; // While it was signed.
    this.#send(callId, 1, { type: "video-offer-request", description, ...told, ...proof });
    return callId;
  }

  takeBack(callId: CallId): void {
    this.#takenBack.add(callId);
    this.#send(callId, 2, { type: "hang-up", reason: "cancelled" });
  }

  /** Rings as an honest page does, again and again; tells whether the callee's page has said in time that it rings. */
  async reach(
    { callId = createCallId(), name, repeatMs = REPEAT_MS }: { callId?: CallId; name?: string; repeatMs?: number } = {},
  ): Promise<boolean> {
    const again = () => this.ring({ callId, ...(name === undefined ? {} : { name }) });
    await again();
    const timer = this.every(repeatMs, again);
    const startedAtMs = performance.now();
    try {
      while (performance.now() - startedAtMs < PATIENCE_MS) {
        const message = await this.#client.next();
        if (message.type === "ringing" && message.callId === callId) return true;
      }
      return false;
    } catch {
      return false; // Nothing came.
    } finally {
      clearInterval(timer);
    }
  }

  /** Waits for the word by which a call of theirs is refused; fails if none comes in time. */
  async hearRefusal(callId: CallId): Promise<string> {
    for (;;) {
      const message = await this.#client.next();
      if (message.type !== "video-offer-response" || message.callId !== callId || message.accepted) continue;
      return message.reason;
    }
  }

  /** Acts now and then, until it is closed. */
  every(ms: number, act: () => unknown): ReturnType<typeof setInterval> {
    const timer = setInterval(act, ms);
    this.#timers.add(timer);
    return timer;
  }

  async close(): Promise<void> {
    for (const timer of this.#timers) clearInterval(timer);
    await this.#client.close();
  }

  /** Says that they are there, as an honest page does while its call rings; or again that they took it back. */
  #answer(message: ReturnType<typeof parseMessage>): void {
    if (message?.type !== "call-query") return;
    if (this.#takenBack.has(message.callId)) return this.takeBack(message.callId);
    const envelope = { id: this.peerId, clientId: this.#calleeId, callId: message.callId, tabId: this.#tabId };
    this.#client.send({ type: "ack", ...envelope, ackedTabId: message.tabId, ack: 0 });
  }

  #send(callId: CallId, seq: number, body: Record<string, unknown>): void {
    const envelope = { id: this.peerId, clientId: this.#calleeId, callId, tabId: this.#tabId, seq };
    this.#client.send({ ...body, ...envelope });
  }
}
