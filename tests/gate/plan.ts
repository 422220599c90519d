/**
 * Decides what of the gate runs when: which test files go together into one process, and which process starts next beside
 * those that are on. Knows of each only what it costs and whether it measures time; runs nothing itself.
 *
 * Long ones come first, so that none is left over when all else is done. What mostly waits runs beside what computes, and
 * what measures time has the processors to itself.
 */

/** What something takes when nothing else runs: by the clock, and of all processors together. */
export type Cost = { readonly seconds: number; readonly cpuSeconds: number };
export type Costs = Readonly<Record<string, Cost>>;

/** One process of the gate. */
export type Run = {
  /** Test files, one after another; or the one other thing that it does. */
  readonly names: readonly string[];
  readonly seconds: number;
  /** Processors that it keeps busy, on average. */
  readonly load: number;
  /** Measures time, and so wants the processors to itself. */
  readonly isTimed: boolean;
};

/** Of what nobody has measured: long enough to begin early, and heavy enough to be given room. */
const UNKNOWN: Cost = { seconds: 30, cpuSeconds: 30 };
/** Files that are shorter share a process, which takes most of a second to start. */
const SHORT_SECONDS_MAX = 4;
/** How long such a process may be. */
const SHARED_SECONDS_MAX = 20;
/** How much more may be on than the processors do at once: no load is even, but what is short of them fails by time. */
const OVERBOOKING = 1.1;
/** Processes for each processor, however little they do: each has its memory, and its browsers. */
const RUNS_MAX = 3;

export function createRun(names: readonly string[], costs: Costs, isTimed = false): Run {
  let [seconds, cpuSeconds] = [0, 0];
  for (const name of names) {
    const cost = costs[name] ?? UNKNOWN;
    seconds += cost.seconds;
    cpuSeconds += cost.cpuSeconds;
  }
  return { names, seconds, load: cpuSeconds / seconds, isTimed };
}

/** Puts test files together into runs. */
export function planRuns(files: readonly string[], costs: Costs, isTimed: (file: string) => boolean): Run[] {
  const runs: Run[] = [];
  let shared: string[] = [];
  for (const file of files) {
    const isShort = (costs[file] ?? UNKNOWN).seconds <= SHORT_SECONDS_MAX;
    if (!isShort || isTimed(file)) {
      runs.push(createRun([file], costs, isTimed(file)));
    } else if (createRun([...shared, file], costs).seconds <= SHARED_SECONDS_MAX) {
      shared.push(file);
    } else {
      runs.push(createRun(shared, costs));
      shared = [file];
    }
  }
  return shared.length > 0 ? [...runs, createRun(shared, costs)] : runs;
}

/**
 * Finds what starts next beside what is on: the longest for which there is room. Those that are timed come when all
 * others are over, one by one. Null if nothing may start before something has ended.
 */
export function chooseNext(left: readonly Run[], on: readonly Run[], processors: number): Run | null {
  if (on.length === 0 && left.every(({ isTimed }) => isTimed)) return findLongest(left);
  if (on.some(({ isTimed }) => isTimed) || on.length >= processors * RUNS_MAX) return null;
  const room = processors * OVERBOOKING - on.reduce((sum, { load }) => sum + load, 0);
  return findLongest(left.filter(({ load, isTimed }) => !isTimed && (load <= room || on.length === 0)));
}

function findLongest(runs: readonly Run[]): Run | null {
  return runs.reduce<Run | null>(
    (longest, run) => longest === null || run.seconds > longest.seconds ? run : longest,
    null,
  );
}
