/**
 * Joins what this browser keeps to the signals that show it and to the actions that change it. Part of the composition
 * root: `main.tsx` joins it to the calls.
 */

import { computed, effect } from "@preact/signals";
import type { PeerId } from "../signaling/protocol.ts";
import { callerOf } from "./admission/caller.ts";
import { block, blockedPeers, createBlockedList, unblock } from "./kept/people/blocked_peers.ts";
import { keptStore } from "./kept/kept_store.ts";
import { createKnownPeerList } from "./kept/people/known_peers.ts";
import { createMissedCallList, missedCalls } from "./kept/people/missed_calls.ts";
import { createNameSetting, createRelaySetting, keepHasPeople } from "./kept/settings.ts";
import { type Actions, isRelayOnly, knownPeers, localName } from "./model/state.ts";

/** Longest that the first screen waits for what is kept, in milliseconds; what comes later is shown when it comes. */
const FIRST_SCREEN_MS_MAX = 300;

/** All of it; resolves in bounded time. Calls wait for it, so that nobody blocked rings and no address is shown. */
export const loadingKept = keptStore.load();

export const known = createKnownPeerList((peers) => knownPeers.value = peers);
export const missed = createMissedCallList();
export const nameSetting = createNameSetting((name) => localName.value = name);
const relaySetting = createRelaySetting((isOn) => isRelayOnly.value = isOn);
const blocked = createBlockedList();

/** Resolves when the first screen can show what is kept, or had better not wait for it any more. */
export const waitForKept = () => keptStore.loadFor(FIRST_SCREEN_MS_MAX);

/** Whether there is anybody to be listed on the first screen, as far as that has been read. */
export const hasPeople = computed(() =>
  missedCalls.value.length + blockedPeers.value.length + knownPeers.value.length > 0
);
void loadingKept.then(() => effect(() => keepHasPeople(hasPeople.value)));

export const findCaller = (peerId: PeerId) =>
  callerOf(peerId, { blocked: blockedPeers.value, known: knownPeers.value });

export const keptActions = {
  setRelayOnly: (isOn) => relaySetting.change(() => isOn),
  clearMissedCalls: (peerId) =>
    missed.change((callers) => callers.filter(({ remotePeerId }) => peerId && remotePeerId !== peerId)),
  changePeople: (change) => known.change(change),
  blockPeer({ remotePeerId: peerId, remoteName: name }) {
    const atMs = Date.now();
    blocked.change((peers) => block(peers, { peerId, name, atMs }));
  },
  unblockPeer: (peerId) => blocked.change((peers) => unblock(peers, peerId)),
} satisfies Partial<Actions>;
