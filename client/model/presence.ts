/** Who of the people listed is there, as far as this page has asked. Apart from what asks and from what shows it. */

import { signal } from "@preact/signals";
import type { PeerId } from "../../signaling/protocol.ts";

/** Those who are there. */
export const onlinePeers = signal<ReadonlySet<PeerId>>(new Set());
/** Whether the person sees the list of people: else nobody is asked for. */
export const arePeopleSeen = signal(false);
