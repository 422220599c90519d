/** How the texts of messages that people leave are made fit to be shown: as those of a chat. */

import { signal } from "@preact/signals";
import type { cleanText } from "../../features/chat/clean_text.ts";
import type { findLinks } from "../../features/chat/links.ts";

type TextWays = { readonly cleanText: typeof cleanText; readonly findLinks: typeof findLinks };

/** Until they are loaded, before anything is shown, a text is what was typed. */
export const textWays = signal<TextWays>({ cleanText: (text) => text.trim(), findLinks: (text) => [text] });
