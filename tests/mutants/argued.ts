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
    file: "client/call_trust.ts",
    source: 'if (withVideo === undefined || withoutVideo === undefined) throw new Error("Cannot prove an answer");',
    original: "withVideo === undefined || withoutVideo === undefined",
    replacement: "false",
    because: "Of two claims there are two proofs, so the line is for the types alone.",
  },
  {
    file: "client/call_trust.ts",
    source: 'if (withVideo === undefined || withoutVideo === undefined) throw new Error("Cannot prove an answer");',
    original: "withVideo === undefined",
    replacement: "false",
    because: "Of two claims there are two proofs, so the line is for the types alone.",
  },
  {
    file: "client/call_trust.ts",
    source: 'if (this.#options.findCall(callId)?.phase === "ended") return;',
    original: "this.#options.findCall(callId)?.phase",
    replacement: "this.#options.findCall(callId).phase",
    because:
      "The ends of the call were found before it, in the same turn, so the question mark is for the types alone.",
  },
  {
    file: "client/call_trust.ts",
    source: "if (offers.size > OFFERS_MAX && oldest !== undefined) offers.delete(oldest);",
    original: "oldest !== undefined",
    replacement: "true",
    because: "Of more than four offers one is not the first, so the comparison is for the types alone.",
  },
  {
    file: "client/call_trust.ts",
    source: "if (call === undefined || compared === null) return;",
    original: "call === undefined",
    replacement: "false",
    because: "Without a call there is nothing to compare, so that the other half says the same.",
  },
  {
    file: "client/channel.ts",
    source: 'if (message.type === "video-offer-response" && message.accepted) this.#take();',
    original: 'message.type === "video-offer-response"',
    replacement: "true",
    because: "No other message has an `accepted`, so the comparison is for the types alone.",
  },
  {
    file: "client/call_proof.ts",
    source: 'const publicKey = decodeBase64Url(proof?.publicKey ?? "");',
    original: '""',
    replacement: '"Stryker was here!"',
    because: "Neither of the two is base64url of 32 bytes, so that both are refused.",
  },
  {
    file: "client/call_proof.ts",
    source: 'const signature = decodeBase64Url(proof?.signature ?? "");',
    original: '""',
    replacement: '"Stryker was here!"',
    because: "Neither of the two is base64url of 64 bytes, so that both are refused.",
  },
  {
    file: "client/call_proof.ts",
    source: "if (publicKey?.length !== 32 || signature?.length !== 64 || isOfSmallOrder(publicKey)) return false;",
    original: "signature?.length !== 64",
    replacement: "false",
    because: "A signature of another length verifies under no key (RFC 8032 \u00a75.1.7); this only spares the work.",
  },
  {
    file: "client/call_proof.ts",
    source: "if (encodeBase64Url(publicKey) !== proof?.publicKey) return false;",
    original: "proof?.publicKey",
    replacement: "proof.publicKey",
    because: "Without a proof there are no 32 bytes of a key, so the question mark is for the types alone.",
  },
  {
    file: "client/call_proof.ts",
    source: 'const key = await crypto.subtle.importKey("raw", publicKey, "Ed25519", false, ["verify"]);',
    original: "false",
    replacement: "true",
    because:
      "Of a public key that came from outside, whether it may be exported again changes nothing; nobody exports it.",
  },
  {
    file: "client/proof_gate.ts",
    source: "const none = { localFingerprint: () => null, offerHash: () => undefined };",
    original: "() => null",
    replacement: "() => undefined",
    because: "No fingerprint of a description equals either.",
  },
  {
    file: "client/proof_gate.ts",
    source: "return knownKey === null || knownKey === proof?.publicKey;",
    original: "proof?.publicKey",
    replacement: "proof.publicKey",
    because: "It is asked only after a proof was verified, so the question mark is for the types alone.",
  },
  {
    file: "client/identity.ts",
    source: 'request.onerror = () => reject(request.error ?? new Error("Cannot use IndexedDB"));',
    original: 'request.error ?? new Error("Cannot use IndexedDB")',
    replacement: 'request.error && new Error("Cannot use IndexedDB")',
    because: "Whatever it is rejected with, the key is kept in the tab; nobody looks at the reason.",
  },
  {
    file: "client/description_check.ts",
    source: "const [session = [], ...sections] = splitSections(lines);",
    original: "[]",
    replacement: '["Stryker was here"]',
    because: "splitSections() always gives the session's part, so the default is for the types alone.",
  },
  {
    file: "client/description_check.ts",
    source:
      'if (!sections.every(([first = ""]) => SECTION.test(first) || DATA_SECTION.test(first))) return refuse("transport");',
    original: '""',
    replacement: '"Stryker was here!"',
    because: "A section begins with the line by which it was found, so the default is for the types alone.",
  },
  {
    file: "client/description_check.ts",
    source: "const parts: string[][] = [[]];",
    original: "[]",
    replacement: '["Stryker was here"]',
    because: "Of the session's part only lines that begin with a=group:BUNDLE are looked at.",
  },
  {
    file: "client/description_check.ts",
    source: "parts.at(-1)?.push(line);",
    original: "parts.at(-1)?.push",
    replacement: "parts.at(-1).push",
    because: "There is at least the part of the session, so the question mark is for the types alone.",
  },
  {
    file: "client/description_check.ts",
    source: 'const bundled = groups[0]?.split(" ").slice(1) ?? [];',
    original: "[]",
    replacement: '["Stryker was here"]',
    because: "Without a group the next line refuses, whatever was in it.",
  },
  {
    file: "client/description_check.ts",
    source: 'return sections.every((lines, index) => isRejected(lines) || bundled.includes(mids[index] ?? ""));',
    original: '""',
    replacement: '"Stryker was here!"',
    because: "Every section has one name by then, so the default is for the types alone.",
  },
  {
    file: "client/description_check.ts",
    source: 'return /^m=\\w+ 0 /.test(lines[0] ?? "") && !lines.includes("a=bundle-only");',
    original: "/^m=\\w+ 0 /",
    replacement: "/m=\\w+ 0 /",
    because: "The line was matched whole by SECTION or DATA_SECTION, in which m= stands at the beginning only.",
  },
  {
    file: "client/description_check.ts",
    source: 'return /^m=\\w+ 0 /.test(lines[0] ?? "") && !lines.includes("a=bundle-only");',
    original: '""',
    replacement: '"Stryker was here!"',
    because: "A section begins with the line by which it was found, so the default is for the types alone.",
  },
  {
    file: "signaling/identity_check.ts",
    source: 'return await crypto.subtle.importKey("raw", bytes, "Ed25519", false, ["verify"]);',
    original: "false",
    replacement: "true",
    because:
      "Of a public key that came from outside, whether it may be exported again changes nothing; nobody exports it.",
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
