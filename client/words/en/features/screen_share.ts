/** What is said of sharing the screen, in English; its type is what every language says. */

import type { ShareProblem } from "../../../features/screen_share/screen_share_key.ts";

export const screenShare = {
  share: "Share screen",
  stop: "Stop sharing",
  swap: "Swap pictures",
  sharedScreen: "Shared screen",
  /** This end shares; and in full, for whoever hears it. */
  sharing: "You’re sharing your screen.",
  sharingWithSound: "You’re sharing your screen and its sound.",
  stopped: "You’re no longer sharing your screen.",
  theyShare: (who: string) => `${who} is sharing their screen.`,
  theyStopped: (who: string) => `${who} is no longer sharing their screen.`,
  /** What is given up last on a slow path. */
  moving: "Smooth motion",
  zoomIn: "Zoom in",
  zoomOut: "Zoom out",
  zoomWhole: "Zoom to fit",
  zoomed: (percent: number) => `The shared screen is shown at ${percent} percent.`,
  problems: {
    blocked:
      "This browser isn’t allowed to record the screen. Allow it in the system’s privacy settings, then share again.",
    nothing: "There was nothing to share. Open the window you want to show, then share again.",
    failed: "Your screen couldn’t be shared. Share again, and choose a window or a tab.",
  } satisfies Record<ShareProblem, string>,
};

export type ScreenShareWords = typeof screenShare;
