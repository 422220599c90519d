/**
 * Has the browser's back button, or a phone's gesture for it, close what lies over the page before it leaves the page.
 * It does what Escape does to the topmost dialog, menu or panel, which it finds in the document and knows nothing else
 * of. Loads with the first press on a page.
 *
 * While something is open, the history has an entry for it, of the same address, marked in its state. However somebody
 * gets to an entry, there shall be as many marks as there are things open: so none is left behind where a panel is
 * closed in another way, a link is followed, or the page loaded again.
 */

/** What is opened over the page; a modal dialog is above a menu, and that above a panel. */
const OPEN = [".beside, .shortcuts", ":popover-open", "dialog[open]"];
/** Stands in the state among the times of the load guard, which takes it for none. */
const MARK = "open";

/** Whether a step back of our own has not arrived yet. */
let isReturning = false;

function findOpen(): HTMLElement[] {
  return OPEN.flatMap((selector) => [...document.querySelectorAll<HTMLElement>(selector)]);
}

function readState(): unknown[] {
  return Array.isArray(history.state) ? history.state : [];
}

function countMarks(): number {
  return readState().filter((each) => each === MARK).length;
}

function close(top: HTMLElement): void {
  if (top instanceof HTMLDialogElement) top.close();
  else if (top.popover) top.hidePopover();
  else top.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", bubbles: true }));
}

/** Makes as many entries as there are things open, or goes back to where there are no more. */
function follow(): void {
  if (isReturning) return; // It looks again there.
  const { length } = findOpen();
  for (let marks = countMarks(); marks < length; marks++) history.pushState([...readState(), MARK], "");
  const steps = length - countMarks();
  if (steps === 0) return;
  isReturning = true;
  history.go(steps);
}

addEventListener("popstate", () => {
  if (!isReturning) { for (const each of findOpen().slice(countMarks()).reverse()) close(each); }
  isReturning = false;
  // What was closed may be drawn away a moment later, and is noticed then.
  if (findOpen().length <= countMarks()) follow();
});
new MutationObserver(follow).observe(document.body, { subtree: true, childList: true, attributeFilter: ["open"] });
addEventListener("toggle", follow, true);
follow();
