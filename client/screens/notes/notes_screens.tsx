/** What shows messages and asks for them, loaded at once. */

export { writeNote } from "./note_form.tsx";
export { hasNotes, NotesPanel, sayWaiting } from "./notes_panel.tsx";
export { textWays } from "./text_ways.ts";
