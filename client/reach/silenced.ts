/**
 * Whether the person lets a call ring while no page is open, by what pages have kept: as `conversation.ts` and
 * `who_rings.ts` have it for pages. Pure.
 */

import { count, type Guard, type Guarded, nullable, nullish, shape, text } from "../../signaling/protocol/guards.ts";
import { isPeerId, type PeerId } from "../../signaling/protocol/ids.ts";
import { isQuietTimes, type LocalMoment, quietUntil } from "../attention/quiet_times.ts";

const time = nullish(count());
/** What counts here of somebody known whose key was kept. */
export const isKnownCaller = shape({
  peerId: isPeerId as Guard<PeerId>,
  publicKey: text(),
  shownName: nullable(text()),
  ownName: nullish(text()),
  ...{ savedAtMs: time, verifiedAtMs: time, mutedUntilMs: time },
});
export type KnownCaller = Guarded<typeof isKnownCaller>;

/** @param caller null where nobody has signed it whom we know */
export function isSilenced(
  caller: KnownCaller | null,
  { quiet, whoRings }: { readonly quiet: unknown; readonly whoRings: unknown },
  moment: LocalMoment,
): boolean {
  return whoRings === "nobody" ||
    whoRings === "contacts" && (caller?.savedAtMs ?? caller?.verifiedAtMs ?? null) === null ||
    (caller?.mutedUntilMs ?? 0) > moment.nowMs ||
    isQuietTimes(quiet) && quietUntil(quiet, moment) !== null;
}
