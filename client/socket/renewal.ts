/**
 * Notices when the socket may be dead without looking it: the network changed, the machine woke up, or the page came
 * back. It tells `main.tsx`, which has the socket and the calls check for themselves.
 */

import { followNetwork } from "./network_type.ts";

export interface Renewal {
  /** It may be another network, or a socket that only looks open. */
  readonly renew: () => void;
  /** The network may have become another. */
  readonly probe: () => void;
  /** The page is seen again. */
  readonly look: () => void;
}

export function followRenewals({ renew, probe, look }: Renewal): void {
  addEventListener("online", renew);
  followNetwork(renew, probe);
  addEventListener("pageshow", (event) => event.persisted && renew());
  document.addEventListener("resume", renew);
  document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && look());
}
