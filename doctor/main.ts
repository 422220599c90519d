/**
 * Examines a deployment from outside, as browsers meet it, and says of each part whether it works and what to do.
 *
 *   deno task doctor https://call.example.com            takes a little over a minute
 *   deno task doctor --quick https://call.example.com    without holding an idle socket
 *
 * Ends with 1 if calls will not work. It calls nobody, and leaves nothing behind.
 */

import type { Finding } from "./finding.ts";
import { examineIce } from "./ice.ts";
import { examinePage } from "./page.ts";
import { examineSocket } from "./socket.ts";

const MARKS = { works: "✓", warns: "!", fails: "✗" } as const;

const args = Deno.args.filter((arg) => arg !== "--quick");
const url = URL.parse(args[0] ?? "");
if (args.length !== 1 || url === null || !/^https?:$/.test(url.protocol)) {
  console.error("Say where the service is: deno task doctor [--quick] https://call.example.com");
  Deno.exit(2);
}

const findings: Finding[] = [];
const report = (finding: Finding) => {
  findings.push(finding);
  console.log(`${MARKS[finding.verdict]} ${finding.part.padEnd(10)} ${finding.sentence}`);
};

if (await examinePage(url, report)) {
  const servers = await examineSocket(url, report, { isQuick: Deno.args.includes("--quick") });
  if (servers !== null) await examineIce(servers, report);
}
const [failures, warnings] = (["fails", "warns"] as const).map((verdict) =>
  findings.filter((finding) => finding.verdict === verdict).length
);
console.log(
  failures ? "\nCalls will fail." : warnings ? "\nCalls work, but for what is marked with !." : "\nAll is well.",
);
Deno.exit(failures ? 1 : 0);
