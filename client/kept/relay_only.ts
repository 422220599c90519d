/**
 * Whether the person wants their address hidden. The page changes this setting, and the connection check reads it.
 *
 * A mark beside the record says the same and can be read at once, without a database. So if the record cannot be read,
 * an address that was hidden stays hidden.
 */

import { isBoolean, readBy } from "../../signaling/protocol/guards.ts";
import { attempt } from "../bounds/attempt.ts";

export const RELAY_ONLY_KEY = "relay-only";
const MARK_KEY = "hides-address";

/** Reads what is stored; null if it is none. */
export const parseRelayOnly = readBy(isBoolean);

export function markRelayOnly(isOn: boolean): void {
  attempt("mark that the address is hidden", () => {
    if (isOn) localStorage.setItem(MARK_KEY, "yes");
    else localStorage.removeItem(MARK_KEY);
  });
}

/** What the mark says; where there can be none it says no. */
export function isMarkedRelayOnly(): boolean {
  try {
    // Under the other key pages of before kept it, until this one has moved that.
    return localStorage.getItem(MARK_KEY) !== null || (localStorage.getItem(RELAY_ONLY_KEY) ?? "") !== "";
  } catch {
    return false; // Site data is blocked, so nothing was kept before either.
  }
}
