/** Waiting for what only can be looked at, not heard of: a server's own account of itself, a process, a port. */

/** Between two looks: without a pause, looking alone would keep a processor busy. */
const LOOK_MS = 20;

/**
 * Looks until it is so.
 *
 * @throws if it is not after `patienceMs`
 */
export async function until(isSo: () => boolean | Promise<boolean>, what: string, patienceMs = 10_000): Promise<void> {
  const startMs = performance.now();
  while (!await isSo()) {
    if (performance.now() - startMs > patienceMs) throw new Error(`Not in ${patienceMs} ms: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  }
}
