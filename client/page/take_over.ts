/**
 * Hands the first screen from the document to the script that draws it from then on; see `early.ts`. What is the same
 * stays in place, with focus and caret, and a button that was pressed early is pressed again.
 */

/**
 * @param keepTyped takes what has been typed or switched, field by field, before anything is drawn
 * @param draw draws the screen over what is in `root`
 */
export function takeOver(keepTyped: (field: HTMLInputElement) => void, draw: (root: HTMLElement) => void): void {
  const root = document.getElementById("app");
  if (root === null) return;
  const pressed = root.querySelector<HTMLElement>("[data-pressed]");
  document.querySelector(".loading")?.remove(); // What load_guard.ts has said.
  root.querySelectorAll<HTMLInputElement>("[data-typed]").forEach(keepTyped);
  draw(root);
  delete document.documentElement.dataset.early;
  if (pressed?.isConnected) pressed.click();
}
