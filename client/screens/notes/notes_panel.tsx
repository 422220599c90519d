/**
 * The messages on the first screen: those that others have left, strangers' folded behind a press; and those that wait
 * for others, or have come to them. Strangers go by their IDs, and so do people known without a name: what they call
 * themselves may be somebody else's.
 */

import { computed } from "@preact/signals";
import type { PeerId } from "../../../signaling/protocol.ts";
import { blockedPeers } from "../../kept/people/blocked_peers.ts";
import { findPeer, isKnown, nameOf } from "../../kept/people/known_peers.ts";
import { findWaiting, type LeftNote, leftNotes } from "../../notes/left_notes.ts";
import { type ReceivedNote, receivedNotes } from "../../notes/received_notes.ts";
import { type Actions, callablePeerId, knownPeers, type NotePeer, obstacle } from "../../model/state.ts";
import { forget, takeBack } from "../../notes/kept_notes.ts";
import { formatMoment } from "../../words/format.ts";
import { joinSentences, locale } from "../../words/language.ts";
import { isolate, whoOf } from "../../words/who.ts";
import { peopleWords } from "../people/people_words.ts";
import { BlockButton } from "../pieces/block_button.tsx";
import { CheckIcon } from "../pieces/icons.tsx";
import { PeerIdText, PeerMark } from "../pieces/peer_mark.tsx";
import { unable } from "../pieces/unable.ts";
import { noteWords } from "./note_words.ts";
import { textWays } from "./text_ways.ts";

const received = computed(() => {
  const blocked = new Set(blockedPeers.value.map(({ peerId }) => peerId));
  return receivedNotes.value.filter(({ localPeerId, peerId }) =>
    localPeerId === callablePeerId.value && !blocked.has(peerId)
  );
});
const left = computed(() => leftNotes.value.filter(({ localPeerId }) => localPeerId === callablePeerId.value));

export const hasNotes = computed(() => received.value.length + left.value.length > 0);

/** Says what waits for somebody; null where nothing does. */
export function sayWaiting(peer: NotePeer): string | null {
  const { length } = findWaiting(left.value, callablePeerId.value, peer.remotePeerId);
  return length === 0 ? null : noteWords.value.waiting(whoOf(peer), length);
}

type Props = { readonly actions: Actions };

export function NotesPanel({ actions }: Props) {
  const words = noteWords.value;
  const known = received.value.filter(({ peerId }) => isKnown(knownPeers.value, peerId));
  const strangers = received.value.filter((note) => !known.includes(note));
  const people = Map.groupBy(left.value, ({ peerId }) => peerId);
  return (
    <section class="panel missed notes" aria-labelledby="notes-title">
      <header>
        <h2 id="notes-title">{words.title}</h2>
      </header>
      <p class="unseen" role="status">{sayNews(known, left.value)}</p>
      <Received notes={known} actions={actions} />
      {strangers.length > 0 && (
        <details class="blocked">
          <summary>{words.strangers(strangers.length)}</summary>
          <Received notes={strangers} actions={actions} areStrangers />
        </details>
      )}
      {[...people].map(([peerId, notes]) => <LeftFor key={peerId} peerId={peerId} notes={notes} />)}
    </section>
  );
}

/** Says what has come last, to whoever hears the page. */
function sayNews(known: readonly ReceivedNote[], left: readonly LeftNote[]): string {
  const [newest, delivered] = [known[0], left.find(({ deliveredAtMs }) => deliveredAtMs !== null)];
  return joinSentences(
    newest === undefined ? "" : sayReceived(newest, shownNameOf(newest.peerId)),
    delivered === undefined
      ? ""
      : noteWords.value.delivered(isolate(shownNameOf(delivered.peerId) ?? delivered.peerId)),
  );
}

function sayReceived({ peerId, text }: ReceivedNote, name: string | null): string {
  const who = isolate(name ?? peerId);
  return text === null ? noteWords.value.announced(who) : noteWords.value.from(who);
}

function shownNameOf(peerId: PeerId): string | null {
  return nameOf(findPeer(knownPeers.value, peerId));
}

type ReceivedProps = Props & { readonly notes: readonly ReceivedNote[]; readonly areStrangers?: true };

function Received({ notes, actions, areStrangers }: ReceivedProps) {
  const words = noteWords.value;
  if (notes.length === 0) return null;
  return (
    <ul>
      {notes.map((note) => {
        const { peerId, noteId, text, atMs } = note;
        const name = areStrangers ? null : shownNameOf(peerId);
        const who = isolate(name ?? peerId);
        const claimed = name === null && note.name !== null ? peopleWords.value.claimed(isolate(note.name)) : null;
        const details = [claimed, formatMoment(atMs, Date.now(), locale.value)];
        return (
          <li key={`${peerId} ${noteId}`}>
            <PeerMark peerId={peerId} name={name} />
            <p id={`note-${noteId}`}>
              <b dir="auto">{sayReceived(note, name)}</b>
              {name !== null && (
                <span class="quiet ellipsis">
                  <PeerIdText peerId={peerId} />
                </span>
              )}
              <span class="quiet ellipsis">{details.filter((detail) => detail !== null).join(" · ")}</span>
            </p>
            {text !== null && <NoteText text={text} />}
            {areStrangers && <BlockButton peer={{ remotePeerId: peerId, remoteName: note.name }} actions={actions} />}
            <button
              type="button"
              class="button tonal"
              aria-describedby={`note-${noteId}`}
              onClick={() => forget(note)}
            >
              {words.delete}
            </button>
            <button
              type="button"
              class="button tonal"
              aria-label={peopleWords.value.callBackTo(who)}
              {...unable()}
              onClick={() => obstacle.value === null && actions.placeCall(peerId)}
            >
              {peopleWords.value.callBack}
            </button>
          </li>
        );
      })}
    </ul>
  );
}

function LeftFor({ peerId, notes }: { readonly peerId: PeerId; readonly notes: readonly LeftNote[] }) {
  const words = noteWords.value;
  const name = shownNameOf(peerId) ?? notes.find((note) => note.name !== null)?.name ?? null;
  const waiting = sayWaiting({ remotePeerId: peerId, remoteName: name });
  return (
    <>
      {waiting !== null && <h3 class="quiet">{waiting}</h3>}
      <ul>
        {notes.map((note) => {
          const { noteId, text, atMs, deliveredAtMs } = note;
          const isDelivered = deliveredAtMs !== null;
          const moment = formatMoment(deliveredAtMs ?? atMs, Date.now(), locale.value);
          return (
            <li key={noteId}>
              <p id={`note-${noteId}`}>
                <span class="quiet">
                  {isDelivered && <CheckIcon />}
                  {isDelivered ? `${words.delivered(isolate(name ?? peerId))} · ${moment}` : moment}
                </span>
              </p>
              <NoteText text={text} />
              <button
                type="button"
                class="button tonal"
                aria-describedby={`note-${noteId}`}
                onClick={() => takeBack(note)}
              >
                {isDelivered ? words.delete : words.cancel}
              </button>
            </li>
          );
        })}
      </ul>
    </>
  );
}

/** Text alone: what is a link in it can be followed, and nothing is fetched. */
function NoteText({ text }: { readonly text: string }) {
  return (
    <p class="note-text" dir="auto">
      {textWays.value.findLinks(text).map((part, index) =>
        typeof part === "string"
          ? part
          : (
            <a key={index} href={part.href} title={part.href} target="_blank" rel="noreferrer noopener" dir="ltr">
              {part.text}
            </a>
          )
      )}
    </p>
  );
}
