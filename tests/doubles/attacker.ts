/**
 * What a relay can do to the calls that it carries: the attacks that `man_in_the_middle_test.ts` picks from, here, and
 * in real browsers.
 */

import { encodeCallClaim, hashDescription } from "../../client/proof/call_proof.ts";
import { createCallId, createTabId, type PeerMessage } from "../../signaling/protocol.ts";
import type { FakeNetwork } from "./fake_peer_connection.ts";
import type { Random } from "./random.ts";
import type { Relay } from "./relayed_pair.ts";
import { LIES, TAMPERINGS } from "./tampering.ts";
import type { TestIdentity } from "./test_identity.ts";

type Offer = Extract<PeerMessage, { type: "video-offer-request" }>;
type Acceptance = Extract<PeerMessage, { accepted: true }>;
type Claiming = Offer | Acceptance;

export function isClaiming(message: PeerMessage): message is Claiming {
  return message.type === "video-offer-request" || (message.type === "video-offer-response" && message.accepted);
}

export class Attacker {
  readonly fingerprint: string;
  readonly port: number;

  /** Signed by its own key, which is nobody's here; made beforehand, as the relay does not wait. */
  ownProof: Claiming["proof"];

  constructor(readonly identity: TestIdentity, network: FakeNetwork, readonly past: readonly PeerMessage[]) {
    this.fingerprint = network.createCertificate().fingerprint;
    this.port = network.takePort();
    network.listeners.set(this.port, this.fingerprint);
  }

  /** Puts the attacker's certificate and address in place of the sender's. */
  swap<T extends object>(message: T): T {
    const text = JSON.stringify(message).replace(/sha-256 [0-9A-F:]+/g, `sha-256 ${this.fingerprint}`);
    return JSON.parse(text.replace(/192\.0\.2\.1 \d+/g, `192.0.2.1 ${this.port}`)) as T;
  }

  async prepare(): Promise<void> {
    const { callId, id: callerId, clientId: calleeId } = find(this.past, "video-offer-request");
    const { description, ...told } = this.swap(find(this.past, "video-offer-request"));
    const offerHash = await hashDescription(description);
    const claim = encodeCallClaim({ callId, callerId, calleeId, told, offerHash, answerHash: null });
    this.ownProof = await this.identity.sign(claim);
  }
}

type Attack = {
  readonly name: string;
  /** Leaves the two to find each other, so that media would flow if it were not noticed. */
  readonly keepsAddresses?: true;
  /** What becomes of an offer or an acceptance; an array where more or other messages arrive. */
  alter(message: Claiming, attacker: Attacker, random: Random): readonly object[];
};

export function find(past: readonly PeerMessage[], type: PeerMessage["type"]): Claiming {
  const message = past.find((one) => one.type === type && isClaiming(one));
  if (message === undefined || !isClaiming(message)) throw new Error(`No ${type} was recorded`);
  return message;
}

function withEnvelope(message: Claiming, { id, clientId, callId, tabId, seq }: Claiming): object {
  return { ...message, id, clientId, callId, tabId, seq };
}

function spoil(text: string, random: Random): string {
  const at = random.between(0, text.length - 3); // The last one or two carry bits that mean nothing.
  return text.slice(0, at) + (text[at] === "A" ? "B" : "A") + text.slice(at + 1);
}

export const ATTACKS: readonly Attack[] = [
  { name: "swaps the certificate", alter: (message, attacker) => [attacker.swap(message)] },
  {
    name: "swaps the certificate and strips the proof",
    alter: (message, attacker) => [{ ...attacker.swap(message), proof: undefined }],
  },
  { name: "strips the proof", alter: (message) => [{ ...message, proof: undefined }] },
  {
    name: "swaps the certificate and signs with a key of its own",
    alter: (message, attacker) => [{ ...attacker.swap(message), proof: attacker.ownProof }],
  },
  {
    name: "swaps the certificate and the key, keeping the signature",
    alter: (message, attacker) => [{
      ...attacker.swap(message),
      proof: { publicKey: attacker.ownProof?.publicKey, signature: message.proof?.signature },
    }],
  },
  {
    name: "swaps the certificate and the signature, keeping the key",
    alter: (message, attacker) => [{
      ...attacker.swap(message),
      proof: { publicKey: message.proof?.publicKey, signature: attacker.ownProof?.signature },
    }],
  },
  {
    name: "spoils the signature",
    alter: (message, _, random) => [
      {
        ...message,
        proof: { ...message.proof, signature: spoil(message.proof?.signature ?? "", random) },
      },
    ],
  },
  {
    name: "spoils the key",
    alter: (message, _, random) => [
      {
        ...message,
        proof: { ...message.proof, publicKey: spoil(message.proof?.publicKey ?? "", random) },
      },
    ],
  },
  {
    name: "uses the proof of an earlier call of the two",
    alter: (message, attacker) => [
      { ...attacker.swap(message), proof: find(attacker.past, message.type).proof },
    ],
  },
  {
    name: "uses an earlier offer or answer as a whole",
    alter: (message, attacker) => [withEnvelope(find(attacker.past, message.type), message)],
  },
  {
    name: "adds a second certificate",
    alter: (message, attacker) => {
      const line = `a=fingerprint:sha-256 ${attacker.fingerprint}\r\n`;
      const sdp = message.description.sdp.replace("a=mid:1", `${line}a=mid:1`);
      return [{ ...message, description: { ...message.description, sdp } }];
    },
  },
  {
    name: "adds a second certificate for the session",
    alter: (message, attacker) => {
      const line = `a=fingerprint:sha-256 ${attacker.fingerprint}\r\n`;
      const sdp = message.description.sdp.replace("t=0 0", `${line}t=0 0`);
      return [{ ...message, description: { ...message.description, sdp } }];
    },
  },
  {
    name: "puts its certificate into one section",
    alter: (message, attacker) => {
      const sdp = message.description.sdp.replace(/sha-256 \S+/, `sha-256 ${attacker.fingerprint}`);
      return [{ ...message, description: { ...message.description, sdp } }];
    },
  },
  {
    name: "gives another call's name to the message",
    alter: (message) => message.type === "video-offer-request" ? [{ ...message, callId: createCallId() }] : [],
  },
  {
    name: "says that it comes from somebody else",
    alter: (message, attacker) => [{ ...attacker.swap(message), id: attacker.identity.peerId }],
  },
  ...TAMPERINGS.map(({ name, alter }) => ({
    name,
    keepsAddresses: true as const,
    alter: (message: Claiming) => [{ ...message, description: tamper(message.description, alter) }],
  })),
  ...LIES.map(({ name, alter }) => ({
    name,
    keepsAddresses: true as const,
    alter: (message: Claiming) => [alter(message)],
  })),
];

/** @throws if nothing was there to alter, since an attack that does nothing shows nothing */
export function tamper<T extends { readonly sdp: string }>(description: T, alter: (sdp: string) => string): T {
  const sdp = alter(description.sdp);
  if (sdp === description.sdp) throw new Error("Cannot tamper with a description: it has nothing of the kind");
  return { ...description, sdp };
}

/** Attacks on the acceptance alone, or by messages of the relay's own. */
export const FORGERIES: readonly { readonly name: string; create(attacker: Attacker, random: Random): Relay }[] = [
  {
    name: "sends the caller its own offer back as the answer",
    create: () => {
      let offer: Offer | null = null;
      return (message, to) => {
        if (message.type === "video-offer-request") offer = message;
        if (to === "callee" || !isClaiming(message) || offer === null) return [message];
        const description = { type: "answer", sdp: offer.description.sdp } as const;
        return [{ ...message, description, proof: offer.proof }];
      };
    },
  },
  {
    name: "answers before the callee does",
    create: (attacker) => (message, to) => {
      if (to === "callee" || message.type !== "ringing") return [message];
      const { id, clientId, callId } = message;
      const forged = {
        ...{
          type: "video-offer-response",
          accepted: true,
          audio: true,
          video: true,
          proof: attacker.ownProof,
          candidates: [],
        },
        description: { type: "answer", sdp: find(attacker.past, "video-offer-response").description.sdp },
        ...{ id, clientId, callId, tabId: createTabId(), seq: 1 },
      };
      return [attacker.swap(forged)];
    },
  },
  {
    name: "offers a connection of its own once the call is answered",
    create: (attacker) => {
      let seq = 0;
      return (message, to) => {
        if (message.type === "ice-candidate") return [];
        if (to === "callee" || !isClaiming(message)) return [message];
        seq = message.seq;
        const { id, clientId, callId, tabId } = message;
        const description = { type: "offer", sdp: message.description.sdp };
        const envelope = { id, clientId, callId, tabId };
        return [
          { ...message, candidates: [] },
          attacker.swap(
            { type: "description", ...envelope, seq: seq + 1, connectionId: "x", description },
          ),
          attacker.swap({
            ...{ type: "ice-candidate", ...envelope, seq: seq + 2, connectionId: "x" },
            candidates: [{ candidate: "candidate:1 1 udp 1 192.0.2.1 1 typ host" }],
          }),
        ];
      };
    },
  },
];
