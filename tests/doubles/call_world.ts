/**
 * Every way a few tabs and their messages can interleave. A world is a value: each tab's conversation, the messages on
 * their way (in order for each pair of tabs, as the channel guarantees), the work its driver has not finished, and what
 * its person may still do. `explore` walks all orders of these and hands every final world to a check.
 */

import { oneInFront, type Ringing } from "../../client/admission/admission.ts";
import type { CallId, PeerId, PeerMessage, TabId } from "../../signaling/protocol.ts";
import type { Call, CallEvent } from "../../client/call/call.ts";
import { isLive } from "../../client/call/call_steps.ts";
import { placeIn, receiveIn, ringIn, stepIn } from "../../client/conversation/conversation.ts";
import type { Conversation, ConversationEffect, ConversationStep } from "../../client/conversation/call_screen.ts";

/** Who all ends are to each other. */
const RINGING: Ringing = { caller: "known", isAbsorbed: false, isQuiet: false, strangerRings: 0 };
/** Checked before a message gets here. */
const PROOF = { publicKey: "key", signature: "signature" };

export type Action =
  | { type: "place"; remotePeerId: PeerId; callId: CallId }
  | { type: "accept" }
  | { type: "decline" }
  | { type: "hang-up" }
  | { type: "ring-times-out" }
  /** The other end is not heard any more. */
  | { type: "lose-peer" }
  /** Nothing is heard over the connection, until it is again; and for so long that others may ring. */
  | { type: "interrupt" }
  | { type: "wait" }
  | { type: "resume" };

type Work = { callId: CallId; event: CallEvent };
export type Tab = { peerId: PeerId; conversation: Conversation; work: readonly Work[]; actions: readonly Action[] };
type Flight = { readonly key: string; readonly messages: readonly PeerMessage[] };
export type World = {
  readonly tabs: readonly Tab[];
  readonly flights: readonly Flight[];
  /** Whether ends gather candidates; without, there are far fewer orders to walk. */
  readonly gathers: boolean;
};

export function createTab(peerId: string, tabId: string, actions: readonly Action[]): Tab {
  const conversation: Conversation = { localTabId: tabId as TabId, policy: oneInFront(1), calls: new Map() };
  return { peerId: peerId as PeerId, conversation, work: [], actions };
}

/**
 * Walks every order of events from `tabs` on; calls `check` with each world where nothing more can happen, and `visit`
 * with every world on the way.
 */
export function explore(
  tabs: readonly Tab[],
  check: (world: World) => void,
  { visit = () => {}, gathers = true }: { visit?: (world: World) => void; gathers?: boolean } = {},
): { worlds: number; ends: number } {
  const seen = new Set<string>();
  const stack: World[] = [{ tabs, flights: [], gathers }];
  let ends = 0;
  for (let world = stack.pop(); world !== undefined; world = stack.pop()) {
    const key = describe(world);
    if (seen.has(key)) continue;
    seen.add(key);
    visit(world);
    const next = successors(world);
    stack.push(...next);
    if (next.length > 0) continue;
    ends++;
    check(world);
  }
  return { worlds: seen.size, ends };
}

export function describe(world: World): string {
  return JSON.stringify(world, (_, value) => value instanceof Map ? [...value.entries()] : value);
}

function successors(world: World): World[] {
  return [
    ...world.flights.filter(({ messages }) => messages.length > 0).map((flight) => deliver(world, flight)),
    ...world.tabs.flatMap((tab, index) => [
      ...(tab.work.length === 0 ? [] : [finishWork(world, index)]),
      ...tab.actions.flatMap((action, which) => act(world, index, which, action)),
      ...openConnections(world, index),
    ]),
  ];
}

function deliver(world: World, flight: Flight): World {
  const [message, ...rest] = flight.messages;
  const flights = world.flights.map((other) => other === flight ? { ...flight, messages: rest } : other);
  const index = Number(flight.key.split(">")[1]);
  const tab = world.tabs[index];
  if (message === undefined || tab === undefined) throw new Error(`No such flight: ${flight.key}`);
  const local = { localPeerId: tab.peerId, wantsVideo: true, isOver: () => false };
  const step = message.type === "video-offer-request"
    ? ringIn(tab.conversation, message, local, RINGING, 0)
    : receiveIn(tab.conversation, message, 0);
  return apply({ ...world, flights }, index, step);
}

function finishWork(world: World, index: number): World {
  const tab = world.tabs[index];
  const [work, ...rest] = tab?.work ?? [];
  if (tab === undefined || work === undefined) throw new Error("No work to finish");
  return apply(
    replaceTab(world, index, { ...tab, work: rest }),
    index,
    stepIn(tab.conversation, work.callId, work.event, 0),
  );
}

function act(world: World, index: number, which: number, action: Action): World[] {
  const tab = world.tabs[index];
  if (tab === undefined) return [];
  const after = replaceTab(world, index, { ...tab, actions: tab.actions.filter((_, other) => other !== which) });
  if (action.type === "place") {
    // Someone who is in a call meanwhile can no longer press Call: the action is dropped.
    return [apply(after, index, placeIn(tab.conversation, action.callId, action.remotePeerId))];
  }
  return [...tab.conversation.calls.values()].filter(isLive).flatMap((call) => {
    const event = eventOf(action, call);
    return event === null ? [] : [apply(after, index, stepIn(tab.conversation, call.callId, event, 0))];
  });
}

/** What a person's action means for one of their calls; null if nothing. */
function eventOf(action: Exclude<Action, { type: "place" }>, { phase }: Call): CallEvent | null {
  const isRinging = phase === "incoming" || phase === "outgoing";
  if (action.type === "hang-up") return { type: "hung-up" };
  if (action.type === "lose-peer") return { type: "peer-gone" };
  if (action.type === "interrupt") return phase === "connected" ? { type: "connection-interrupted" } : null;
  if (action.type === "wait") return phase === "reconnecting" ? { type: "timer-fired", timer: "wait" } : null;
  if (action.type === "resume") return phase === "reconnecting" ? { type: "connection-opened" } : null;
  if (action.type === "ring-times-out") return isRinging ? { type: "timer-fired", timer: "ring" } : null;
  if (phase !== "incoming") return null;
  return action.type === "accept" ? { type: "accepted", video: true } : { type: "declined" };
}

/** A connection opens at an end only when both ends have each other's descriptions, as far as the machines know. */
function openConnections(world: World, index: number): World[] {
  const tab = world.tabs[index];
  const call = [...tab?.conversation.calls.values() ?? []].find(({ phase }) => phase === "connecting");
  if (tab === undefined || call === undefined) return [];
  const isReady = world.tabs.some(({ conversation }) => {
    const other = conversation.calls.get(call.callId);
    const isOther = conversation.localTabId === call.remoteTabId && other?.remoteTabId === tab.conversation.localTabId;
    return isOther && (other.phase === "connecting" || other.phase === "connected");
  });
  return isReady ? [apply(world, index, stepIn(tab.conversation, call.callId, { type: "connection-opened" }, 0))] : [];
}

function replaceTab(world: World, index: number, tab: Tab): World {
  return { ...world, tabs: world.tabs.map((other, at) => at === index ? tab : other) };
}

function apply(world: World, index: number, [conversation, effects]: ConversationStep): World {
  const tab = world.tabs[index];
  if (tab === undefined) throw new Error("No such tab");
  return effects.reduce(
    (before, effect) => run(before, index, effect),
    replaceTab(world, index, { ...tab, conversation }),
  );
}

function run(world: World, index: number, { callId, remotePeerId, effect }: ConversationEffect): World {
  const tab = world.tabs[index];
  if (tab === undefined) throw new Error("No such tab");
  const finish = (...events: CallEvent[]) => {
    const work = [...tab.work, ...events.map((event) => ({ callId, event }))];
    return replaceTab(world, index, { ...tab, work });
  };
  const candidates: CallEvent[] = world.gathers
    ? [{ type: "candidates-gathered", candidates: [{ candidate: `candidate of ${index}` }], connectionId: null }]
    : [];
  switch (effect.type) {
    case "prepare-offer":
      return finish({
        type: "offer-prepared",
        description: { type: "offer", sdp: "offer" },
        proof: PROOF,
        media: { audio: true, video: true },
        name: null,
      }, ...candidates);
    case "prepare-answer":
      return finish(
        {
          type: "answer-prepared",
          answer: { description: { type: "answer", sdp: "answer" }, proof: PROOF, name: null },
        },
        ...candidates,
      );
    case "send":
      return send(world, index, remotePeerId, callId, effect.message);
    case "reject-offer": {
      const message = { type: "video-offer-response", accepted: false, reason: effect.reason } as const;
      return send(world, index, remotePeerId, effect.callId, message);
    }
    default:
      return world;
  }
}

function send(world: World, index: number, remotePeerId: PeerId, callId: CallId, body: object): World {
  const tab = world.tabs[index];
  const envelope = { id: tab?.peerId, clientId: remotePeerId, callId, tabId: tab?.conversation.localTabId, seq: 1 };
  const message = { ...body, ...envelope } as PeerMessage;
  return world.tabs.reduce((before, other, to) => {
    if (other.peerId !== remotePeerId) return before;
    const key = `${index}>${to}`;
    const flight = before.flights.find((candidate) => candidate.key === key) ?? { key, messages: [] };
    const others = before.flights.filter((candidate) => candidate.key !== key);
    const flights = [...others, { key, messages: [...flight.messages, message] }];
    return { ...before, flights: flights.sort((a, b) => a.key.localeCompare(b.key)) };
  }, world);
}

/** The calls of a world that are in `phase`, with the tab that holds each. */
export function callsIn(world: World, phase: Call["phase"]): { tab: Tab; call: Call }[] {
  return world.tabs.flatMap((tab) =>
    [...tab.conversation.calls.values()].filter((call) => call.phase === phase).map((call) => ({ tab, call }))
  );
}
