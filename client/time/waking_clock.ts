/**
 * A clock for silences: it counts the time that the machine slept, and takes no notice of a clock that is set back.
 *
 * `performance.now()` alone stands still while the machine sleeps (in Chromium and Firefox on Linux and macOS, and in
 * Safari; on Windows it goes on), and `Date.now()` alone jumps when the system's clock is set. So the one that nobody sets
 * leads, and where the other has gone further by a second or more, the machine is taken to have slept. One that was only
 * set ahead looks the same, and costs a look at the server.
 */

/** Less apart than this, in milliseconds, is how finely the clocks tell the time, and how they are kept right. */
const SLEEP_MS_MIN = 1_000;

/** Creates a clock that tells how long it has run, asleep or awake, in milliseconds from some moment on. */
export function createWakingClock(monotonicNow: () => number, wallNow: () => number): () => number {
  let apartMs = wallNow() - monotonicNow();
  let sleptMs = 0;
  return () => {
    const nowMs = monotonicNow();
    const gapMs = wallNow() - nowMs - apartMs;
    if (Math.abs(gapMs) >= SLEEP_MS_MIN) {
      apartMs += gapMs;
      sleptMs += Math.max(0, gapMs);
    }
    return nowMs + sleptMs;
  };
}
