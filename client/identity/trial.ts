/**
 * A tab that has a second ID, for a person to try a call with themselves, since all other tabs of a browser are one
 * person.
 */

/** In `sessionStorage`, of a tab that has one. */
const MARK = "trial-id";

/** Whether this tab has one, from its load on. */
export function isTrial(): boolean {
  try {
    return sessionStorage.getItem(MARK) !== null;
  } catch {
    return false; // Site data is blocked, and so nobody could say so.
  }
}

/** Counts from the next load on. Throws where site data is blocked. */
export function setTrial(isOn: boolean): void {
  if (isOn) sessionStorage.setItem(MARK, "");
  else sessionStorage.removeItem(MARK);
}
