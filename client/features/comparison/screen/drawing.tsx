/**
 * Draws what a word to compare means. The drawings are fetched when the panel opens, and again at the next opening if
 * they did not come; until then the words stand alone.
 */

import { signal } from "@preact/signals";

const drawings = signal<readonly string[] | null>(null);

/** Whether they did not come. */
export const areDrawingsMissing = signal(false);

export function loadDrawings(): void {
  areDrawingsMissing.value = false;
  if (drawings.peek() !== null) return;
  import("./drawings.ts").then(
    ({ DRAWINGS }) => drawings.value = DRAWINGS,
    (error: unknown) => {
      console.warn("Cannot load the pictures to compare yet:", error);
      areDrawingsMissing.value = true;
    },
  );
}

/** The name stands beside it. */
export function Drawing({ thing }: { readonly thing: number }) {
  if (areDrawingsMissing.value) return null;
  const [filled, drawn] = drawings.value?.[thing]?.split("|") ?? [];
  return (
    <svg class="picture" viewBox="-6 -6 60 60" aria-hidden="true" focusable="false">
      <path d={filled} />
      <path d={drawn} />
    </svg>
  );
}
