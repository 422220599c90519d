/**
 * Examines a deployment from outside, as browsers meet it, and says of each part whether it works and what to do.
 *
 *   deno task doctor https://call.example.com              takes a little over a minute
 *   deno task doctor --quick https://call.example.com      without holding an idle socket
 *   deno task doctor https://call.example.com --every 60   a line a minute, for ever; see rounds.ts
 *       --textfile /var/lib/prometheus/node-exporter/video_calling.prom   and figures for Prometheus
 *
 * Ends with 1 if calls will not work. It calls nobody, and leaves nothing behind.
 */

import { parseArgs } from "node:util";
import type { Finding } from "./finding.ts";
import { examineIce } from "./ice.ts";
import { examinePage } from "./page.ts";
import { runRounds } from "./rounds.ts";
import { examineSocket } from "./socket.ts";

const MARKS = { works: "✓", warns: "!", fails: "✗" } as const;
const USAGE = "Say where the service is: deno task doctor [--quick] https://call.example.com [--every SECONDS] " +
  "[--textfile PATH]";

interface Request {
  readonly url: URL;
  readonly isQuick: boolean;
  /** How often to look, in milliseconds; null means once. */
  readonly everyMs: number | null;
  readonly textfile: string | null;
}

function readRequest(args: string[]): Request | null {
  const string = { type: "string" } as const;
  const options = { quick: { type: "boolean" }, every: string, textfile: string } as const;
  try {
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
    const { quick: isQuick = false, every, textfile = null } = values;
    const url = URL.parse(positionals[0] ?? "");
    const isEveryFine = every === undefined ? textfile === null : /^[1-9]\d{0,4}$/.test(every);
    if (positionals.length !== 1 || url === null || !/^https?:$/.test(url.protocol) || !isEveryFine) return null;
    // A page below a path is where a folder would be, whether or not somebody has typed the last slash.
    return {
      url: new URL(url.pathname.replace(/\/?$/, "/"), url),
      isQuick,
      everyMs: every === undefined ? null : Number(every) * 1_000,
      textfile,
    };
  } catch {
    return null; // An option that there is not.
  }
}

const request = readRequest(Deno.args);
if (request === null) {
  console.error(USAGE);
  Deno.exit(2);
}
const { url, isQuick, everyMs, textfile } = request;
if (everyMs !== null) {
  try {
    await runRounds(url, { everyMs, textfile, print: (line) => console.log(line) });
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    Deno.exit(2);
  }
}

const findings: Finding[] = [];
const report = (finding: Finding) => {
  findings.push(finding);
  console.log(`${MARKS[finding.verdict]} ${finding.part.padEnd(10)} ${finding.sentence}`);
};

if (await examinePage(url, report)) {
  const servers = await examineSocket(url, report, { isQuick });
  if (servers !== null) await examineIce(servers, report);
}
const [failures, warnings] = (["fails", "warns"] as const).map((verdict) =>
  findings.filter((finding) => finding.verdict === verdict).length
);
console.log(
  failures ? "\nCalls will fail." : warnings ? "\nCalls work, but for what is marked with !." : "\nAll is well.",
);
Deno.exit(failures ? 1 : 0);
