/**
 * What is mutated, and the tests that are to notice: what a call's trust and its line to the other end stand on. Each
 * mutant runs all the tests of its file, so only those stand here that are about it, the quickest first.
 */

import type { Subject } from "./stryker.ts";

export const SUBJECTS: readonly Subject[] = [
  { source: "signaling/key_check.ts", tests: ["tests/key_check_test.ts"] },
  { source: "signaling/identity_check.ts", tests: ["tests/identity_check_test.ts"] },
  { source: "client/identity.ts", tests: ["tests/identity_test.ts"] },
  { source: "client/call_proof.ts", tests: ["tests/call_proof_test.ts"] },
  { source: "client/proof_gate.ts", tests: ["tests/proof_gate_test.ts"] },
  { source: "client/call_trust.ts", tests: ["tests/call_trust_test.ts", "tests/call_trust_words_test.ts"] },
  { source: "client/description_check.ts", tests: ["tests/description_check_test.ts"] },
  {
    source: "client/channel.ts",
    tests: [
      "tests/channel_repeats_test.ts",
      "tests/channel_credit_test.ts",
      "tests/channel_acks_test.ts",
      "tests/channel_end_test.ts",
      "tests/channel_test.ts",
    ],
  },
  {
    source: "client/link.ts",
    tests: [
      "tests/link_test.ts",
      "tests/link_connections_test.ts",
      "tests/link_recovery_test.ts",
      "tests/link_budget_test.ts",
    ],
  },
  { source: "client/links.ts", tests: ["tests/links_test.ts"] },
  { source: "client/connection.ts", tests: ["tests/connection_test.ts", "tests/connection_picture_test.ts"] },
  {
    source: "client/connections.ts",
    tests: ["tests/connections_standby_test.ts", "tests/connections_media_test.ts", "tests/connections_test.ts"],
  },
];

/**
 * Finds what was asked for: a file as it stands above, `FILE:FROM-TO` for some of its lines, or all.
 *
 * @throws if a file is not one of them
 */
export function selectSubjects(names: readonly string[]): readonly Subject[] {
  if (names.length === 0) return SUBJECTS;
  return names.map((name) => {
    const subject = SUBJECTS.find(({ source }) => name === source || name.startsWith(`${source}:`));
    if (subject === undefined) throw new Error(`Cannot mutate ${name}: subjects.ts does not name its tests`);
    return { ...subject, source: name };
  });
}
