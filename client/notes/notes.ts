/**
 * Joins what leaves messages and what takes them to the page: to who is there, to what is kept, and to the way out.
 * Loaded when there is a message, or one is to be written.
 */

import { effect } from "@preact/signals";
import { createTabId, type SealedMessage } from "../../signaling/protocol.ts";
import { isNoteMessage, type NoteMessage } from "../../signaling/protocol/note_messages.ts";
import { callerOf } from "../admission/caller.ts";
import { attempt } from "../bounds/attempt.ts";
import type { Identity } from "../identity/identity.ts";
import { cleanName } from "../identity/name.ts";
import { blockedPeers } from "../kept/people/blocked_peers.ts";
import { findKey } from "../kept/people/known_peers.ts";
import { leftNotes } from "./left_notes.ts";
import { onlinePeers } from "../model/presence.ts";
import { calls, knownPeers, localName, localPeerId, signalingStatus } from "../model/state.ts";
import { deletedList, isStored, leftList, receivedList } from "./kept_notes.ts";
import { NoteReceiver } from "./note_receiver.ts";
import { type NoteEnd, NoteSender } from "./note_sender.ts";

export type NotesOptions = {
  readonly cleanText: (text: string) => string;
  readonly identity: () => Identity;
  readonly send: (message: NoteMessage) => void;
};

/** Takes what is said of messages; returns what hands it over. */
export function startNotes({ identity, send, cleanText }: NotesOptions): (message: SealedMessage) => void {
  const monotonicNow = () => performance.now();
  const end: NoteEnd = {
    localTabId: createTabId(),
    localPeerId: () => localPeerId.peek(),
    sign: (claim) => identity().sign(claim),
    knownKey: (peerId) => findKey(knownPeers.peek(), peerId),
    send,
    now: Date.now,
  };
  const sender = new NoteSender({
    ...{ ...end, list: leftList, monotonicNow, random: Math.random },
    ownName: () => localName.peek() || null,
    isBlocked: (peerId) => blockedPeers.peek().some((peer) => peer.peerId === peerId),
    alone: (peerId, act) =>
      navigator.locks.request(`video-calling-notes ${peerId}`, { ifAvailable: true }, async (lock) => {
        if (lock !== null) await act();
      }),
  });
  const receiver = new NoteReceiver({
    ...{ ...end, received: receivedList, deleted: deletedList, isStored, cleanText, cleanName, monotonicNow },
    callerOf: (peerId) => callerOf(peerId, { blocked: blockedPeers.peek(), known: knownPeers.peek() }),
  });
  effect(() => {
    if (signalingStatus.value === "registered") attempt("leave messages", () => sender.handleRegistered());
  });
  effect(() => {
    if (leftNotes.value.length >= 0) attempt("leave messages", () => sender.follow());
  });
  effect(() => {
    for (const { remotePeerId, isOutgoing, isRinging, connectedAtMs } of calls.value) {
      if (!isOutgoing || isRinging || connectedAtMs !== null) sender.handleHeard(remotePeerId);
    }
  });
  effect(() => sender.followOnline(onlinePeers.value));
  return (message) => {
    if (!isNoteMessage(message)) return;
    if (message.step === "ask" || message.step === "leave") {
      sender.handleHeard(message.id);
      receiver.receive(message);
    } else sender.receive(message);
  };
}
