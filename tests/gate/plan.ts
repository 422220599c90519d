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
  /** How it stands beside what is timed, if at all. */
  readonly company: Company;
};

/**
 * What is timed may have company where its promises are of seconds, and it leaves a processor to others. What is of no
 * time at all but computes by itself, one thing after another, is the company, behind everybody else for a processor.
 */
export type Company = "none" | "has" | "is";
/** What the files are to the plan. */
export type Kind = { readonly isTimed: boolean; readonly company: Company };
export const PLAIN: Kind = { isTimed: false, company: "none" };

/** Of what nobody has measured: long enough to begin early, and heavy enough to be given room. */
const UNKNOWN: Cost = { seconds: 30, cpuSeconds: 30 };
/** Files that are shorter share a process, which takes most of a second to start. */
const SHORT_SECONDS_MAX = 4;
/** How long such a process may be. */
const SHARED_SECONDS_MAX = 20;
/** How much more may be on than the processors do at once: no load is even, but what is short of them fails by time. */
const OVERBOOKING = 1.2;
/** Processes for each processor, however little they do: each has its memory, and its browsers. */
const RUNS_MAX = 3;
/** Those that do less than this wait, and do not count there, up to as many again. */
const WAITING_LOAD_MAX = 0.1;

export function createRun(names: readonly string[], costs: Costs, kind: Kind = PLAIN): Run {
  let [seconds, cpuSeconds] = [0, 0];
  for (const name of names) {
    const cost = costs[name] ?? UNKNOWN;
    seconds += cost.seconds;
    cpuSeconds += cost.cpuSeconds;
  }
  return { names, seconds, load: cpuSeconds / seconds, ...kind };
}

/** Puts test files together into runs, each with others of its kind alone. */
export function planRuns(files: readonly string[], costs: Costs, kindOf: (file: string) => Kind): Run[] {
  const runs: Run[] = [];
  const shared = new Map<Company, string[]>();
  for (const file of files) {
    const kind = kindOf(file);
    const isShort = (costs[file] ?? UNKNOWN).seconds <= SHORT_SECONDS_MAX;
    const others = shared.get(kind.company) ?? [];
    if (!isShort || kind.isTimed) {
      runs.push(createRun([file], costs, kind));
    } else if (createRun([...others, file], costs).seconds <= SHARED_SECONDS_MAX) {
      shared.set(kind.company, [...others, file]);
    } else {
      runs.push(createRun(others, costs, { isTimed: false, company: kind.company }));
      shared.set(kind.company, [file]);
    }
  }
  return [...runs, ...[...shared].map(([company, names]) => createRun(names, costs, { isTimed: false, company }))];
}

/**
 * Finds what starts next beside what is on: the longest for which there is room. Those that are timed come when all
 * others are over, one by one; of them last those that may have company, with theirs. Null if nothing may start before
 * something has ended.
 */
export function chooseNext(left: readonly Run[], on: readonly Run[], processors: number): Run | null {
  const timedOn = on.find(({ isTimed }) => isTimed);
  if (timedOn !== undefined) {
    const isWelcome = timedOn.company === "has" && Math.ceil(timedOn.load) + on.length - 1 < processors;
    return isWelcome ? findLongest(left.filter(isCompany)) : null;
  }
  const timed = left.filter(({ isTimed }) => isTimed);
  const others = left.filter((run) => !run.isTimed && (timed.length === 0 || !isCompany(run)));
  if (others.length > 0 || timed.length === 0) return chooseBeside(others, on, processors);
  const lone = timed.filter(({ company }) => company === "none");
  if (lone.length > 0) return on.length === 0 ? findLongest(lone) : null;
  return on.every(isCompany) && on.length < processors ? findLongest(timed) : null;
}

function isCompany({ company }: Run): boolean {
  return company === "is";
}

/** The same among those that are not timed. */
function chooseBeside(left: readonly Run[], on: readonly Run[], processors: number): Run | null {
  const busy = on.filter(({ load }) => load > WAITING_LOAD_MAX);
  if (busy.length >= processors * RUNS_MAX || on.length >= processors * 2 * RUNS_MAX) return null;
  const room = processors * OVERBOOKING - on.reduce((sum, { load }) => sum + load, 0);
  return findLongest(left.filter(({ load }) => load <= room || on.length === 0));
}

function findLongest(runs: readonly Run[]): Run | null {
  return runs.reduce<Run | null>(
    (longest, run) => longest === null || run.seconds > longest.seconds ? run : longest,
    null,
  );
}
