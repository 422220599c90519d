/** What is to be said of notifications while the page is closed; null where nothing is known of that. */

import { signal } from "@preact/signals";

export const pushNote = signal<string | null>(null);
