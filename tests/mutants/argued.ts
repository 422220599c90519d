/**
 * Mutants that no test can notice, because the program does the same with them, each with the reason. An entry is known
 * by its line, not by the line's number; one that no survivor matches any more fails the run, so that the list cannot
 * outlive the code it is about.
 */

import { ARGUED_OF_CONNECTIONS } from "./argued_connections.ts";
import type { Mutant } from "./stryker.ts";

export type Argued = {
  readonly file: string;
  /** The line, without the space around it. */
  readonly source: string;
  readonly original: string;
  readonly replacement: string;
  readonly because: string;
};

export const ARGUED: readonly Argued[] = [
  ...ARGUED_OF_CONNECTIONS,
  {
    file: "client/line/call_line.ts",
    source: "return this.connections.current?.sendControl(encodeDirect(this.#options, feature, body)) ?? false;",
    original: "this.connections.current?.sendControl",
    replacement: "this.connections.current.sendControl",
    because: "The other end is heard on a connection alone, so the question mark is for the types alone.",
  },
  {
    file: "client/line/call_line.ts",
    source: "return this.connections.current?.sendControl(encodeDirect(this.#options, feature, body)) ?? false;",
    original: "false",
    replacement: "true",
    because: "The other end is heard on a connection alone, so the default is for the types alone.",
  },
  {
    file: "client/line/channel.ts",
    source: "send(message: CallMessage, nowMs: number, how = { isLatest: false }): ChannelOutput[] {",
    original: "{ isLatest: false }",
    replacement: "{}",
    because: "What is left out is as good as false.",
  },
  {
    file: "client/line/call_line.ts",
    source: "send(message: CallMessage, { isLatest } = { isLatest: false }): boolean {",
    original: "{ isLatest: false }",
    replacement: "{}",
    because: "What is left out is as good as false.",
  },
  {
    file: "client/line/call_line.ts",
    source: "isMaker: options.localPeerId > options.remotePeerId,",
    original: "options.localPeerId > options.remotePeerId",
    replacement: "options.localPeerId >= options.remotePeerId",
    because: "Nobody has a call with their own ID.",
  },
  {
    file: "client/path/path_watch.ts",
    source: "handleReplacing(how = { isOffered: false }): void {",
    original: "{ isOffered: false }",
    replacement: "{}",
    because: "What is left out is as good as false.",
  },
  {
    file: "client/line/channel.ts",
    source: 'if (message.type === "video-offer-response" && message.accepted) this.#take();',
    original: 'message.type === "video-offer-response"',
    replacement: "true",
    because: "No other message has an `accepted`, so the comparison is for the types alone.",
  },
  {
    file: "client/proof/call_proof.ts",
    source: "if (publicKey?.length !== 32 || signature?.length !== 64 || isOfSmallOrder(publicKey)) return false;",
    original: "signature?.length !== 64",
    replacement: "false",
    because: "A signature of another length verifies under no key (RFC 8032 \u00a75.1.7); this only spares the work.",
  },
  {
    file: "client/proof/call_proof.ts",
    source: 'const key = await crypto.subtle.importKey("raw", publicKey, "Ed25519", false, ["verify"]);',
    original: "false",
    replacement: "true",
    because:
      "Of a public key that came from outside, whether it may be exported again changes nothing; nobody exports it.",
  },
  {
    file: "client/proof/claim_check.ts",
    source: "const none = { localFingerprint: () => null, offerHash: () => undefined };",
    original: "() => null",
    replacement: "() => undefined",
    because: "No fingerprint of a description equals either.",
  },
  {
    file: "client/proof/claim_check.ts",
    source: "return knownKey === null || knownKey === proof?.publicKey;",
    original: "proof?.publicKey",
    replacement: "proof.publicKey",
    because: "It is asked only after a proof was verified, so the question mark is for the types alone.",
  },
  {
    file: "signaling/session/identity_check.ts",
    source: 'return await crypto.subtle.importKey("raw", bytes, "Ed25519", false, ["verify"]);',
    original: "false",
    replacement: "true",
    because:
      "Of a public key that came from outside, whether it may be exported again changes nothing; nobody exports it.",
  },
  {
    file: "client/transceivers/sections.ts",
    source: "const told = sdp.split(/^m=/m)[0]?.split(/\\r?\\n/).find((line) => line.startsWith(ATTRIBUTE));",
    original: "sdp.split(/^m=/m)[0]?.split",
    replacement: "sdp.split(/^m=/m)[0].split",
    because: "A text that is split has a first part; the compiler does not know.",
  },
  {
    file: "client/transceivers/sections.ts",
    source: ': [...told.slice(ATTRIBUTE.length).matchAll(/([\\w-]+)=(\\S+)/g)].map(([, source = "", mid]) =>',
    original: '""',
    replacement: '"Stryker was here!"',
    because: "What matched has its first group; the compiler does not know.",
  },
  {
    file: "client/transceivers/sections.ts",
    source: 'const mid = mids.get(source) ?? "";',
    original: '""',
    replacement: '"Stryker was here!"',
    because: "No section has either for its mid: one is empty, and the other has spaces.",
  },
];

export type Verdict = {
  readonly survivors: readonly Mutant[];
  readonly argued: readonly Mutant[];
  /** Entries that match none of the survivors. */
  readonly idle: readonly Argued[];
};

/** Parts what survived in a file into what is argued and what is not. */
export function judge(file: string, mutants: readonly Mutant[], list: readonly Argued[] = ARGUED): Verdict {
  const entries = list.filter((entry) => entry.file === file);
  const survivors = mutants.filter(({ status }) => status === "survived");
  const argues = (entry: Argued, mutant: Mutant) =>
    entry.source === mutant.source && entry.original === mutant.original && entry.replacement === mutant.replacement;
  const isArgued = (mutant: Mutant) => entries.some((entry) => argues(entry, mutant));
  return {
    survivors: survivors.filter((mutant) => !isArgued(mutant)),
    argued: survivors.filter(isArgued),
    idle: entries.filter((entry) => !survivors.some((mutant) => argues(entry, mutant))),
  };
}
