/**
 * What is mutated, and the tests that are to notice: what a call's trust and its line to the other end stand on. Each
 * mutant runs all the tests of its file, so only those stand here that are about it, the quickest first.
 */

import type { Subject } from "./stryker.ts";

export const SUBJECTS: readonly Subject[] = [
  { source: "signaling/protocol/key_check.ts", tests: ["tests/signaling/protocol/key_check_test.ts"] },
  { source: "signaling/session/identity_check.ts", tests: ["tests/signaling/session/identity_check_test.ts"] },
  { source: "signaling/push/push_target.ts", tests: ["tests/signaling/push/push_target_test.ts"] },
  { source: "signaling/protocol/push.ts", tests: ["tests/signaling/protocol/push_test.ts"] },
  { source: "client/identity/identity.ts", tests: ["tests/client/identity/identity_test.ts"] },
  { source: "client/proof/call_proof.ts", tests: ["tests/client/proof/call_proof_test.ts"] },
  {
    source: "client/proof/claim_check.ts",
    tests: ["tests/client/proof/claim_check_test.ts", "tests/client/proof/proof_gate_test.ts"],
  },
  { source: "client/proof/proof_gate.ts", tests: ["tests/client/proof/proof_gate_test.ts"] },
  {
    source: "client/conversation/call_trust.ts",
    tests: ["tests/client/conversation/call_trust_test.ts"],
  },
  { source: "client/transceivers/sections.ts", tests: ["tests/client/transceivers/sections_test.ts"] },
  { source: "client/proof/description_check.ts", tests: ["tests/client/proof/description_check_test.ts"] },
  {
    source: "client/line/channel.ts",
    tests: [
      "tests/client/line/channel_repeats_test.ts",
      "tests/client/line/channel_credit_test.ts",
      "tests/client/line/channel_acks_test.ts",
      "tests/client/line/channel_end_test.ts",
      "tests/client/line/channel_query_test.ts",
      "tests/client/line/channel_tabs_test.ts",
      "tests/client/line/channel_unknown_test.ts",
      "tests/client/line/channel_test.ts",
    ],
  },
  {
    source: "client/line/acked_tabs.ts",
    tests: ["tests/client/line/acked_tabs_test.ts"],
  },
  {
    source: "client/line/call_line.ts",
    tests: [
      "tests/client/line/call_line_lookout_test.ts",
      "tests/client/line/call_line_test.ts",
      "tests/client/line/call_line_connections_test.ts",
      "tests/client/line/call_line_recovery_test.ts",
      "tests/client/line/call_line_budget_test.ts",
      "tests/client/line/call_line_direct_test.ts",
      "tests/client/line/call_line_gate_test.ts",
      "tests/client/line/call_line_streams_test.ts",
      "tests/client/line/call_line_send_test.ts",
    ],
  },
  {
    source: "client/path/path_watch.ts",
    tests: [
      "tests/client/path/path_watch_test.ts",
      "tests/client/line/call_line_test.ts",
      "tests/client/line/call_line_connections_test.ts",
      "tests/client/line/call_line_recovery_test.ts",
    ],
  },
  {
    source: "client/line/read_messages.ts",
    tests: [
      "tests/client/line/read_messages_test.ts",
      "tests/client/line/call_line_test.ts",
      "tests/client/line/call_line_ages_test.ts",
    ],
  },
  { source: "client/conversation/call_lines.ts", tests: ["tests/client/conversation/call_lines_test.ts"] },
  {
    source: "client/connection/connection.ts",
    tests: ["tests/client/connection/connection_test.ts", "tests/client/connection/connection_picture_test.ts"],
  },
  {
    source: "client/connection/connections.ts",
    tests: [
      "tests/client/connection/connections_standby_test.ts",
      "tests/client/connection/connections_media_test.ts",
      "tests/client/connection/connections_network_test.ts",
      "tests/client/connection/connections_test.ts",
    ],
  },
  {
    source: "client/connection/standby.ts",
    tests: [
      "tests/client/connection/connections_standby_test.ts",
      "tests/client/connection/connections_media_test.ts",
      "tests/client/connection/connections_network_test.ts",
      "tests/client/connection/connections_test.ts",
    ],
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
