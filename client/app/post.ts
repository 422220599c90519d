/**
 * Messages that people leave each other: loads what they need when there is one. What comes before that is there comes
 * again. Part of what loads behind the code of calls.
 */

import { effect } from "@preact/signals";
import type { SealedMessage } from "../../signaling/protocol.ts";
import type { NoteMessage } from "../../signaling/protocol/note_messages.ts";
import { attempt } from "../bounds/attempt.ts";
import type { Identity } from "../identity/identity.ts";
import { keptStore } from "../kept/kept_store.ts";
import { notes } from "../model/state.ts";
import { loadStyle } from "../page/style.ts";
import { notify } from "../screens/pieces/copy.tsx";
import { callWords } from "../words/call_words.ts";

/** The way in and the way out. */
export type PostLine = {
  readonly calls: { readonly reception: { takeNote: ((message: SealedMessage) => void) | null } };
  readonly outbox: { send(message: NoteMessage): void };
};
/** Those of the chat: a part of their own would be one more file, which calls wait for. */
const loadChat = () => import("../features/chat/chat.ts");
const loadChatScreen = () => import("../features/chat/screen/chat_screen.tsx");

type Post = { readonly receive: (message: SealedMessage) => void; readonly screens: Screens };
type Screens = typeof import("../screens/notes/notes_screens.tsx");

export function startPost(identity: () => Identity, { calls, outbox }: PostLine): void {
  let loading: Promise<Post> | null = null;
  const start = async () => {
    const [{ startNotes }, screens, { cleanText }, { links: findLinks }] = await Promise.all([
      ...[
        import("../notes/notes.ts"),
        import("../screens/notes/notes_screens.tsx"),
        loadChat(),
        loadChatScreen(),
      ] as const,
      loadStyle("files"),
    ]);
    screens.textWays.value = { cleanText, findLinks };
    const receive = startNotes({ identity, cleanText, send: (message) => outbox.send(message) });
    effect(() => {
      const Panel = screens.hasNotes.value ? screens.NotesPanel : null;
      notes.value = { Panel, write: screens.writeNote, say: screens.sayWaiting };
    });
    return { receive, screens };
  };
  const load = async () => {
    try {
      return await (loading ??= start());
    } catch (error) {
      loading = null; // What did not come may come with another try.
      throw error;
    }
  };
  calls.reception.takeNote = (message) => attempt("take a message", async () => (await load()).receive(message));
  notes.value = {
    Panel: null,
    write: (peer) =>
      attempt("write a message", async () => {
        try {
          (await load()).screens.writeNote(peer);
        } catch (error) {
          notify(callWords.peek().featuresMissing);
          throw error;
        }
      }),
    say: () => null,
  };
  // Until what keeps them is there, which then follows them itself.
  for (const key of ["left-notes", "received-notes"]) {
    keptStore.follow(key, (stored) => stored !== undefined && attempt("show messages", load));
  }
}
