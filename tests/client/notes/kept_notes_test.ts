/** Messages left and received, as they are kept: so many of each person, and no stranger in the way of anybody known. */

import { assert, assertEquals } from "@std/assert";
import {
  createLeftNoteList,
  DELIVERED_MAX,
  findWaiting,
  hasRoom,
  leaveNote,
  LEFT_EACH_MAX,
  LEFT_MAX,
  LEFT_PEOPLE_MAX,
  type LeftNote,
  type LeftNotes,
  leftNotes,
  markDelivered,
} from "../../../client/notes/left_notes.ts";
import {
  announceNote,
  createReceivedNoteList,
  RECEIVED_EACH_MAX,
  RECEIVED_MAX,
  type ReceivedNote,
  type ReceivedNotes,
  receivedNotes,
  receiveNote,
  STRANGER_EACH_MAX,
  STRANGERS_MAX,
} from "../../../client/notes/received_notes.ts";
import type { CallId, PeerId } from "../../../signaling/protocol.ts";
import { KeptWorld } from "../../doubles/kept_world.ts";

function nameId(group: string, index: number): PeerId {
  return `${group}-0000-0000-0000-${String(index).padStart(4, "0")}` as PeerId;
}

const OWN = nameId("mmmm", 0);
const isKnown = (peerId: PeerId) => peerId.startsWith("kkkk");

function leftFor(peerId: PeerId, number: number): LeftNote {
  const noteId = `${peerId}-${number}` as CallId;
  return { localPeerId: OWN, peerId, name: null, noteId, text: "x", atMs: number, deliveredAtMs: null };
}

function receivedFrom(peerId: PeerId, number: number, text: string | null = "x"): ReceivedNote {
  return { localPeerId: OWN, peerId, name: null, noteId: `${number}` as CallId, text, atMs: number, answers: 0 };
}

Deno.test("leaveNote() keeps so many for a person, for so many people, and in all", () => {
  let notes: LeftNotes = [];
  for (let number = 0; number < 50; number++) notes = leaveNote(notes, leftFor(nameId("kkkk", 0), number));
  assertEquals([notes.length, hasRoom(notes, nameId("kkkk", 0)), hasRoom(notes, nameId("kkkk", 1))], [
    ...[LEFT_EACH_MAX, false, true],
  ]);
  for (let person = 0; person < 100; person++) notes = leaveNote(notes, leftFor(nameId("kkkk", person), 0));
  assertEquals(new Set(notes.map(({ peerId }) => peerId)).size, LEFT_PEOPLE_MAX);
  for (let person = 0; person < 100; person++) {
    for (let number = 1; number < 50; number++) notes = leaveNote(notes, leftFor(nameId("kkkk", person), number));
  }
  assertEquals(notes.length, LEFT_MAX);
  assertEquals(findWaiting(notes, OWN, nameId("kkkk", 0)).map(({ atMs }) => atMs).slice(0, 3), [0, 1, 2]);
  assertEquals(findWaiting(notes, nameId("mmmm", 1)), [], "Another ID's wait for that one's tab");
});

Deno.test("markDelivered() leaves the latest to be seen, and makes room", () => {
  let notes: LeftNotes = [];
  for (let number = 0; number < 100; number++) {
    const note = leftFor(nameId("kkkk", 0), number);
    notes = markDelivered(leaveNote(notes, note), note.noteId, 1_000 + number);
  }
  assertEquals([notes.length, notes[0]?.atMs, findWaiting(notes, OWN)], [DELIVERED_MAX, 99, []]);
});

Deno.test("receiveNote() has a place for so many of a person, of strangers, and of all", () => {
  let notes: ReceivedNotes = [];
  const receive = (peerId: PeerId, number: number) =>
    notes = receiveNote(notes, receivedFrom(peerId, number), isKnown) ?? notes;
  for (let number = 0; number < 10; number++) receive(nameId("ssss", 0), number);
  assertEquals(notes.length, STRANGER_EACH_MAX);
  for (let person = 0; person < 100; person++) receive(nameId("ssss", person), 100);
  assertEquals(notes.length, STRANGERS_MAX);
  for (let number = 0; number < 50; number++) receive(nameId("kkkk", 0), number);
  assertEquals(notes.length, STRANGERS_MAX + RECEIVED_EACH_MAX);
  for (let person = 1; person < 300; person++) receive(nameId("kkkk", person), 0);
  assertEquals(notes.length, STRANGERS_MAX + RECEIVED_MAX);
  assertEquals(receiveNote(notes, receivedFrom(nameId("kkkk", 0), 0), isKnown), notes, "What is there stays");
});

Deno.test("announceNote() has one place for whoever asks, and none where there is none for the message", () => {
  const sam = nameId("ssss", 0);
  let notes: ReceivedNotes = [];
  for (let number = 0; number < 3; number++) {
    const { text: _, answers: __, name: ___, ...asked } = receivedFrom(sam, number);
    notes = announceNote(notes, asked, isKnown) ?? notes;
  }
  assertEquals(notes.map(({ noteId, text, answers }) => [noteId, text, answers]), [["2", null, 3]]);
  notes = receiveNote(notes, receivedFrom(sam, 2), isKnown) ?? [];
  assertEquals(notes.map(({ noteId, text, answers }) => [noteId, text, answers]), [["2", "x", 0]]);
  const { text: _, answers: __, name: ___, ...again } = receivedFrom(sam, 2);
  assertEquals(announceNote(notes, again, isKnown)?.map(({ text, answers }) => [text, answers]), [["x", 1]]);
  for (let number = 10; number < 20; number++) notes = receiveNote(notes, receivedFrom(sam, number), isKnown) ?? notes;
  const { text: _t, answers: _a, name: _n, ...more } = receivedFrom(sam, 99);
  assertEquals(announceNote(notes, more, isKnown), null);
});

Deno.test("Messages are there in the next page, and what is none is left out", async () => {
  using world = new KeptWorld();
  const store = world.openTab();
  await store.load();
  createLeftNoteList(store).change((notes) => leaveNote(notes, leftFor(nameId("kkkk", 0), 1)));
  createReceivedNoteList(store).change((notes) =>
    receiveNote(notes, receivedFrom(nameId("kkkk", 0), 1), isKnown) ?? notes
  );
  await world.settle();
  const [left, received] = [world.records.get("left-notes"), world.records.get("received-notes")];
  assert(Array.isArray(left) && Array.isArray(received));
  world.records.set("left-notes", [...left, { ...left[0], text: "x".repeat(1_001) }, null]);
  world.records.set("received-notes", [...received, { ...received[0], peerId: "x" }]);
  const next = world.openTab();
  createLeftNoteList(next);
  createReceivedNoteList(next);
  await next.load();
  await world.settle();
  assertEquals([leftNotes.value.length, receivedNotes.value.length], [1, 1]);
});
