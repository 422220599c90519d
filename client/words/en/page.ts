/** What every page says, in English; its type is what every language says. */

import type { Obstacle } from "../../model/state.ts";
import type { SignalingStatus } from "../../socket/signaling_status.ts";

export const page = {
  /** The page's title where no call says more. */
  title: "Video calling",
  check: "Connection check",
  yourVideo: "Your video",
  /** How the line to the server stands, or why that does not matter here. */
  status: {
    "insecure": "This page can’t make calls: it was opened without HTTPS.",
    "keyless": "This browser can’t make calls: it has no Ed25519 keys. " +
      "Use Chrome or Edge 137, Firefox 129, Safari 17, or later.",
    "no-webrtc": "This browser can’t make calls: WebRTC is switched off. Turn it on, or use another browser.",
    "connecting": "Connecting to the server…",
    "registered": "Ready for calls",
    "lost": "Can’t reach the server. Trying again…",
    "refused": "The server doesn’t recognise this address. Open the page at its usual address. Trying again…",
    "limited": "Too many requests from your network. Stay here; this page will reconnect by itself in a while.",
    "replaced": "Open in too many tabs. This one is paused until you come back to it.",
    "incomplete": "This page didn’t load completely. Reload it to call and be called.",
  } satisfies Record<SignalingStatus | Obstacle, string>,
};

export type PageWords = typeof page;
