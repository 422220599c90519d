/**
 * How long a bulk connection may take, how long it is kept, when it is tried again, and how many the other end can ask
 * for.
 */

/** How long a connection may take to come up, and how long an asked end to make one, in milliseconds. */
export const OPEN_MS = 12_000;
/** Silence after which a path is dead on which an answer is due, in milliseconds. */
export const SILENT_MS = 4_000;
/** How long a connection without a stream is kept, in milliseconds. */
export const IDLE_MS = 20_000;
/** The wait before another try, in milliseconds; doubles up to the MAX. */
export const AGAIN_MS = 500;
export const AGAIN_MS_MAX = 15_000;
/** Connections that the other end may have this one make: so many at once, then one every three seconds. */
export const MADE = { capacity: 8, perMs: 1 / 3_000 } as const;
/** So many attempts of the other end may go unheard; a number beyond that would only keep later ones out. */
export const ATTEMPTS_AHEAD_MAX = 64;
