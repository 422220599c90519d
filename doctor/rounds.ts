/**
 * The doctor in a loop, for an alert that does not ask the server how it is: can somebody register from outside?
 *
 * Each round examines the page, its certificate and the socket, prints one line, and writes its figures in Prometheus'
 * text format, for node_exporter's textfile collector. It leaves ICE out, which would take credentials each time.
 * Called by `main.ts`.
 */

import { describe, type Finding } from "./finding.ts";
import { examinePage } from "./page.ts";
import { examineSocket } from "./socket.ts";

async function examine(url: URL): Promise<Finding[]> {
  const findings: Finding[] = [];
  const report = (finding: Finding) => void findings.push(finding);
  if (await examinePage(url, report)) await examineSocket(url, report, { isQuick: true });
  return findings;
}

/** Says in one line how a round went. */
export function describeRound(findings: readonly Finding[], nowMs: number): string {
  const bad = findings.filter(({ verdict }) => verdict !== "works");
  const isFailure = bad.some(({ verdict }) => verdict === "fails");
  const mark = isFailure ? "✗" : bad.length > 0 ? "!" : "✓";
  const words = bad.length === 0 ? "All is well." : bad.map(({ part, sentence }) => `${part}: ${sentence}`).join(" ");
  return `${new Date(nowMs).toISOString()} ${mark} ${words}`;
}

/** Encodes what a round found, in Prometheus' text format. */
export function encodeFigures(target: string, findings: readonly Finding[], nowMs: number): string {
  const isRegistered = findings.some(({ part, verdict }) => part === "Register" && verdict === "works");
  const days = findings.find(({ certificateDays }) => certificateDays !== undefined)?.certificateDays;
  const figures: [name: string, help: string, value: number | undefined][] = [
    ["registration_success", "1 if somebody could register from outside", Number(isRegistered)],
    ["examined_timestamp_seconds", "When the doctor last looked", Math.floor(nowMs / 1_000)],
    ["certificate_expiry_days", "For how many days the certificate is good", days],
  ];
  const lines = figures.filter(([, , value]) => value !== undefined).flatMap(([name, help, value]) => [
    `# HELP video_calling_${name} ${help}`,
    `# TYPE video_calling_${name} gauge`,
    `video_calling_${name}{target=${JSON.stringify(target)}} ${value}`,
  ]);
  return `${lines.join("\n")}\n`;
}

/** Writes it whole or not at all: the collector may read at any moment. */
async function writeWhole(path: string, text: string): Promise<void> {
  await Deno.writeTextFile(`${path}.tmp`, text);
  await Deno.rename(`${path}.tmp`, path);
}

export interface RoundOptions {
  readonly everyMs: number;
  /** Where the figures go; null means nowhere. */
  readonly textfile: string | null;
  readonly print: (line: string) => void;
}

/** Goes on for ever. Rejects if the figures cannot be written, since then nobody would hear of anything. */
export async function runRounds(url: URL, { everyMs, textfile, print }: RoundOptions): Promise<never> {
  for (;;) {
    const startMs = performance.now();
    const findings = await examine(url);
    print(describeRound(findings, Date.now()));
    if (textfile !== null) {
      try {
        await writeWhole(textfile, encodeFigures(url.origin, findings, Date.now()));
      } catch (error) {
        throw new Error(`Cannot write ${textfile} (${describe(error)}): name a file where the doctor may write`);
      }
    }
    const restMs = Math.max(0, everyMs - (performance.now() - startMs));
    await new Promise((resolve) => setTimeout(resolve, restMs));
  }
}
