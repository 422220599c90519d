/** What streams need from a connection, and how many streams there may be in each direction. */

import type { Bytes } from "./byte_queue.ts";

/** Streams each way at once. */
export const STREAMS_MAX = 8;
/** Streams that are over and remembered: on another connection the ends may have to hear of them again. */
export const ENDED_MAX = 64;

/** The way that there is now; it never throws. */
export type Pipe = {
  send(frame: Bytes): boolean;
  readonly bufferedBytes: number;
};
