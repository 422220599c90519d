/** What shows messages and asks for them, loaded at once. */

export { writeNote } from "./note_form.tsx";
export { textWays } from "./note_words.ts";
export { hasNotes, NotesPanel, sayWaiting } from "./notes_panel.tsx";
