/**
 * How often a property is tried: as often as its test says, or, where the tests run once for each of hundreds of mutants,
 * that divided by `RUNS_DIVISOR`.
 */
export function runs(count: number): number {
  return Math.ceil(count / Number(Deno.env.get("RUNS_DIVISOR") ?? 1));
}
