/** The parts that watch over calls, as `lookouts.ts` loads them in one piece. */

import { Lookout, type LookoutOptions } from "./line/lookout.ts";
import { askBeforeLeaving } from "./attention/leaving.ts";
import { QuietWatch } from "./attention/quiet_watch.ts";
import { Persistence } from "./kept/persistence.ts";
import { RecentCalls } from "./kept/recent_calls.ts";
import { Rejoin, type RejoinOptions } from "./rejoin/rejoin.ts";

export const createLookout = (options: LookoutOptions) => new Lookout(options);
export { askBeforeLeaving, Persistence, QuietWatch };
export const recentCalls = new RecentCalls(Date.now);
export const createRejoin = (options: Omit<RejoinOptions, "recentCalls">) => new Rejoin({ ...options, recentCalls });
