/** What is said of messages that people leave, and how their texts are made fit to be shown: as those of a chat. */

import { notes } from "../../words/en/home/notes.ts";
import { signal } from "@preact/signals";
import type { cleanText } from "../../features/chat/clean_text.ts";
import type { findLinks } from "../../features/chat/links.ts";
import { createPart } from "../../words/language.ts";

export const noteWords = createPart("home", "notes", notes);

type TextWays = { readonly cleanText: typeof cleanText; readonly findLinks: typeof findLinks };

/** Until they are loaded, before anything is shown, a text is what was typed. */
export const textWays = signal<TextWays>({ cleanText: (text) => text.trim(), findLinks: (text) => [text] });
