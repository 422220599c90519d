/** How large and how many the pictures of a chat may be. */

/** The longer side of what is sent and shown, in dots; and of what may come: other pages may have other bounds. */
export const SIDE_MAX = 1_600;
export const SIDE_TAKEN_MAX = 2_048;
/** Bytes of one that is sent or comes; and of a file of which one is made. */
export const BYTES_MAX = 1_048_576;
export const FILE_BYTES_MAX = 33_554_432;
/** Pictures of both ends that a call has; the oldest goes first. */
export const PICTURES_MAX = 30;
/** Own ones among them that may wait to be sent. */
export const WAITING_MAX = 20;
/** How long one may take to come, in milliseconds. */
export const TAKE_MS_MAX = 300_000;
/** What the other end may send: so many at once, then one every six seconds. */
export const COMING = { capacity: 10, perMs: 1 / 6_000 } as const;
