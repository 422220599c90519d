/** Loads the style sheets that the page names, each with the code that needs it. */

/** Loads one, or waits for it. Rejects if it does not come; `load_guard.ts` hears of that by itself. */
export function loadStyle(name: "call" | "features" | "files" | "people" | "details"): Promise<void> {
  return new Promise((resolve, reject) => {
    const link = document.querySelector<HTMLLinkElement>(`link[href*="${name}_sheet"]`);
    if (link === null) return reject(new Error(`The page names no style sheet of ${name}`));
    if (link.sheet !== null && !link.disabled) return resolve();
    link.addEventListener("load", () => resolve(), { once: true });
    link.addEventListener("error", () => reject(new Error(`The style sheet of ${name} did not come`)), { once: true });
    link.disabled = false;
  });
}
