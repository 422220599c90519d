/** The state of the own camera and microphone, for the screen and for the sentences about their problems. */

/** Why a camera or a microphone cannot be used. */
export type MediaProblem = "denied" | "not-found" | "in-use" | "insecure" | "failed";
/**
 * What keeps a device that is on from being used now: a problem; or it is `starting`, the browser has `asked` the person,
 * or the system has `silenced` it.
 */
export type MediaTrouble = LongTrouble | "starting";
/** Of these, those that last long enough for words. */
export type LongTrouble = MediaProblem | "asked" | "silenced";

export type LocalMedia = {
  /** The own tracks while something needs them, else null; replaced, never changed. */
  readonly stream: MediaStream | null;
  readonly isMuted: boolean;
  readonly isCameraOn: boolean;
  readonly audioProblem: MediaTrouble | null;
  readonly videoProblem: MediaTrouble | null;
};
