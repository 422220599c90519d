/**
 * Where the code that looks after what a connection sends puts itself once it has been loaded: `sending/sending.ts`. Until
 * then connections send as browsers do.
 */

import type { Source } from "../media/source.ts";
import type { PictureSender } from "./picture_sender.ts";

/** Of one connection. */
export type Sent = {
  readonly connection: RTCPeerConnection;
  /** The camera's and the screen's. */
  readonly pictures: readonly [PictureSender, PictureSender];
  sender(source: Source): RTCRtpSender | undefined;
};
export type Tended = {
  /** The other end has use for so many lines of the camera's picture, 0 for no picture at all, null for all. */
  need(lines: number | null): void;
  close(): void;
};

export const tending: { tend: ((sent: Sent) => Tended) | null } = { tend: null };
