/** Runs works on servers in turn, round after round, and keeps what each gave. */

import { median } from "../numbers.ts";
import type { Figures, LoadGenerator, Sample } from "./load_generator.ts";
import type { BenchServer } from "./servers.ts";
import type { Bar, Work } from "./works.ts";

/** More than this of other processes, in cores, and a sample is taken again, if it may be; then the quietest counts. */
const FOREIGN_MAX = 0.3;
/** The part of calls that may find their pair still busy. */
const LATE_SHARE_MAX = 0.01;

/** Figures by work, by server's name, one for each round. */
export type Results = Record<string, Record<string, Figures[]>>;

export interface Run {
  readonly results: Results;
  /** The most that other processes used during a sample that counts, in cores. */
  readonly worstForeign: number;
}

export async function runRounds(
  load: LoadGenerator,
  works: readonly Work[],
  { rounds, tries }: { rounds: number; tries: number },
): Promise<Run> {
  const results: Results = {};
  let worstForeign = 0;
  for (let round = 1; round <= rounds; round += 1) {
    for (const work of works) {
      if (work.isOnce === true && round > 1) continue;
      for (const server of rotate(work.servers, round)) {
        const { figures, foreign } = await takeSample(load, work, server, tries);
        worstForeign = Math.max(worstForeign, foreign);
        ((results[work.name] ??= {})[server.name] ??= []).push(figures);
        console.log(
          `${round}/${rounds} ${work.name}, ${server.name}: ${describe(figures)}, foreign ${foreign.toFixed(2)}`,
        );
      }
    }
  }
  return { results, worstForeign };
}

/** Whoever is first in one round is later in the next, so that none always follows the same one. */
function rotate<T>(items: readonly T[], by: number): T[] {
  const at = by % items.length;
  return [...items.slice(at), ...items.slice(0, at)];
}

async function takeSample(load: LoadGenerator, work: Work, server: BenchServer, tries: number): Promise<Sample> {
  let best: Sample | null = null;
  for (let left = tries; left > 0; left -= 1) {
    const running = await server.start();
    try {
      const sample = await load.run(server.dialect, running, work.command);
      if (isFaulty(sample.figures)) {
        console.error(`${server.name} had errors at ${work.name}: ${JSON.stringify(sample.figures)}`);
        continue;
      }
      if (best === null || sample.foreign < best.foreign) best = sample;
    } finally {
      await running.stop();
    }
    if (best.foreign <= FOREIGN_MAX) break;
  }
  if (best === null) throw new Error(`${server.name} did not do ${work.name} without errors`);
  return best;
}

/** Whether work got lost, or came too late to be what was asked for. */
function isFaulty({ errors = 0, late = 0, count = 0 }: Figures): boolean {
  return errors > 0 || late > count * LATE_SHARE_MAX;
}

function describe(figures: Figures): string {
  const names = [
    "perSecond",
    "cpuUs",
    "p50",
    "p99",
    "p999",
    "seconds",
    "kibPerSocket",
    "idleCpuMs",
    "peakKib",
    "endKib",
    "laterKib",
  ];
  return names.filter((name) => figures[name] !== undefined).map((name) => `${name} ${figures[name]}`).join(", ");
}

export function medianOf(results: Results, work: string, server: string, figure: string): number {
  return median((results[work]?.[server] ?? []).map((figures) => figures[figure] ?? NaN));
}

export interface Ratio {
  readonly median: number;
  readonly least: number;
  readonly most: number;
  readonly rounds: number;
}

/** Returns how ours stands beside the other, of the rounds in which both ran; null if there is none. */
export function compare(results: Results, bar: Bar): Ratio | null {
  const ours = results[bar.work]?.["ours"] ?? [];
  const theirs = results[bar.besideWork ?? bar.work]?.[bar.beside.name] ?? [];
  const ratios = ours.slice(0, theirs.length).map((figures, round) =>
    (figures[bar.figure] ?? NaN) / (theirs[round]?.[bar.figure] ?? NaN)
  );
  if (ratios.length === 0) return null;
  return { median: median(ratios), least: Math.min(...ratios), most: Math.max(...ratios), rounds: ratios.length };
}
