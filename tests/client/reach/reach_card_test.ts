/** What a card must be to be taken: whole, of the ID that hands it over, signed by its key, and not over. */

import { assert, assertEquals } from "@std/assert";
import { CARD_LIFE_MS, readCard, signCard, type SignedCard } from "../../../client/reach/reach_card.ts";
import { createVapidKey } from "../../../client/reach/web_push.ts";
import {
  DEVICES_MAX,
  dropDevice,
  type PushDevice,
  type ReachCard,
  takeCard,
} from "../../../client/kept/people/reach_cards.ts";
import type { PresenceTopic } from "../../../signaling/protocol.ts";
import { createTestIdentity } from "../../doubles/test_identity.ts";

const NOW_MS = 1_800_000_000_000;
const identity = await createTestIdentity();
const other = await createTestIdentity();
const device: PushDevice = {
  ...{ device: "A".repeat(16), endpoint: "https://push.example/abc", p256dh: "B".repeat(87), auth: "A".repeat(22) },
  vapid: await createVapidKey(),
};

const sign = (bytes: Uint8Array<ArrayBuffer>) => identity.sign(bytes);

function createCard(change: Partial<ReachCard> = {}): ReachCard {
  return {
    ...{ id: identity.peerId, seq: 7, until: NOW_MS + CARD_LIFE_MS, push: [device] },
    presenceTopic: "A".repeat(22) as PresenceTopic,
    ...change,
  };
}

async function handOver(change: object = {}): Promise<SignedCard> {
  const signed = await signCard(createCard(change), sign);
  assert(signed !== null);
  return signed;
}

function read(signed: unknown, change: Partial<Parameters<typeof readCard>[1]> = {}): Promise<ReachCard | null> {
  return readCard(signed, { id: identity.peerId, knownKey: null, nowMs: NOW_MS, ...change });
}

Deno.test("readCard() takes a card of whoever hands it over, and keeps nothing else of it", async () => {
  assertEquals(await read(await handOver({ extra: "x", push: [{ ...device, extra: "x" }] })), createCard());
  assertEquals(await read(await handOver(), { knownKey: (await handOver()).publicKey }), createCard());
  assertEquals(await read(await handOver({ push: [] })), createCard({ push: [] }));
});

Deno.test("readCard() takes no card of another, by another key, or with anything changed in it", async () => {
  const signed = await handOver();
  assertEquals(await read(signed, { id: other.peerId }), null);
  assertEquals(await read(signed, { knownKey: "A".repeat(43) }), null);
  assertEquals(await read({ ...signed, card: signed.card.replace('"seq":7', '"seq":8') }), null);
  assertEquals(await read({ ...signed, card: `${signed.card} ` }), null);
  const byOther = await signCard(createCard(), (bytes) => other.sign(bytes));
  assertEquals(await read(byOther), null);
  assertEquals(await read({ ...byOther, publicKey: signed.publicKey }), null);
});

Deno.test("readCard() takes no card that is over, or good for longer than one may be", async () => {
  const day = 86_400_000;
  for (const until of [NOW_MS, NOW_MS - 1, NOW_MS + CARD_LIFE_MS + 2 * day]) {
    assertEquals(await read(await handOver({ until })), null, String(until - NOW_MS));
  }
  assert(await read(await handOver({ until: NOW_MS + CARD_LIFE_MS + day / 2 })) !== null, "Clocks differ");
});

Deno.test("readCard() takes nothing that is out of bounds", async () => {
  const endpoints = [
    ...["http://push.example/", "https://kim@push.example/", "https://push.example/#x", "javascript:0", "", 7],
    `https://push.example/${"x".repeat(2_000)}`,
  ];
  const hostile: object[] = [
    ...endpoints.map((endpoint) => ({ push: [{ ...device, endpoint }] })),
    { push: Array.from({ length: DEVICES_MAX + 1 }, () => device) },
    { push: [{ ...device, vapid: { ...device.vapid, d: undefined } }] },
    { push: [{ ...device, p256dh: "B".repeat(88) }] },
    { push: [{ ...device, auth: "+".repeat(22) }] },
    { push: null },
    { seq: 0 },
    { seq: 1.5 },
    { seq: "7" },
    { until: null },
    { presenceTopic: "A".repeat(21) },
  ];
  for (const change of hostile) assertEquals(await read(await handOver(change)), null, JSON.stringify(change));
  for (const none of [null, 1, "card", [], {}, { card: "{}" }, { ...await handOver(), card: "x".repeat(9_000) }]) {
    assertEquals(await read(none), null);
  }
});

Deno.test("takeCard() lets a card take the place of an older one alone", () => {
  const [older, newer] = [createCard({ seq: 7 }), createCard({ seq: 8 })];
  assertEquals(takeCard([], older), [older]);
  assertEquals(takeCard([older], newer), [newer]);
  assertEquals(takeCard([newer], older), [newer]);
  assertEquals(takeCard([older], createCard({ seq: 7, push: [] })), [older]);
  const theirs = createCard({ id: other.peerId });
  assertEquals(takeCard([theirs], older), [older, theirs]);
});

Deno.test("dropDevice() takes one browser of one person out", () => {
  const second = { ...device, endpoint: "https://push.example/second" };
  const [own, theirs] = [createCard({ push: [device, second] }), createCard({ id: other.peerId })];
  assertEquals(dropDevice([own, theirs], own.id, device.endpoint), [createCard({ push: [second] }), theirs]);
});
