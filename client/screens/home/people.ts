/** Loads the list of people once there is somebody to be listed; a page that knows nobody loads nothing of it. */

import { signal } from "@preact/signals";
import type { ComponentType } from "preact";
import { loadStyle } from "../../page/style.ts";
import type { PeopleProps } from "../people/person_row.tsx";

/** Null where there is nobody, and until it is there. */
export const peopleList = signal<ComponentType<PeopleProps> | null>(null);
let loading: Promise<void> | null = null;

/** Loads it, or waits for it; where it does not come, the next time tries again. Never rejects. */
export function loadPeople(): Promise<void> {
  return loading ??= load();
}

async function load(): Promise<void> {
  try {
    const [{ People }] = await Promise.all([import("../people/people.tsx"), loadStyle("people")]);
    peopleList.value = People;
  } catch (error) {
    console.warn("Cannot load the list of people:", error);
    loading = null;
  }
}
