/** Invitations: who may ring by one, for how long and how often, whatever somebody makes of its letters. */

import { assert, assertEquals } from "@std/assert";
import { INVITE_MS_MAX, makeTicket, readInvitation } from "../../../../client/features/who_rings/invite.ts";
import {
  createUsedInvites,
  mayUse,
  noteUsed,
  takeBack,
  USED_MAX,
  type UsedInvite,
} from "../../../../client/features/who_rings/used_invites.ts";
import {
  createMadeInvites,
  MADE_MAX,
  madeInvites,
  noteMade,
} from "../../../../client/features/who_rings/made_invites.ts";
import { findTicket } from "../../../../client/model/entry.ts";
import { links, readLink } from "../../../../client/model/links.ts";
import { encodeCallClaim } from "../../../../client/proof/call_proof.ts";
import type { CallId, PeerId } from "../../../../signaling/protocol.ts";
import { KeptWorld } from "../../../doubles/kept_world.ts";
import { createTestIdentity } from "../../../doubles/test_identity.ts";

const NOW_MS = Date.UTC(2026, 10, 28);
const DAY_MS = 86_400_000;

async function invite(identity: Awaited<ReturnType<typeof createTestIdentity>>, isOnce = true): Promise<string> {
  const sign = (claim: Uint8Array<ArrayBuffer>) => identity.sign(claim);
  const ticket = await makeTicket(identity.peerId, { isOnce, untilMs: NOW_MS + DAY_MS }, sign);
  assert(
    ticket !== null && /^[0-9a-z]{150,180}$/.test(ticket),
    "Letters and digits, as many as a link is looked through for",
  );
  return `invite ${ticket}`;
}

Deno.test("an invitation is read until its time is over, by whom it was made alone", async () => {
  const [kim, sam] = [await createTestIdentity(), await createTestIdentity()];
  for (const isOnce of [true, false]) {
    const entry = await invite(kim, isOnce);
    assertEquals((await readInvitation(entry, kim.peerId, NOW_MS))?.isOnce, isOnce);
    assert(await readInvitation(entry, kim.peerId, NOW_MS + DAY_MS - 60_000) !== null);
    assertEquals(await readInvitation(entry, kim.peerId, NOW_MS + DAY_MS), null, "It is over");
    assertEquals(
      await readInvitation(entry, kim.peerId, NOW_MS + DAY_MS - INVITE_MS_MAX - 1),
      null,
      "Good for too long",
    );
    assertEquals(await readInvitation(entry, sam.peerId, NOW_MS), null, "Somebody else's");
  }
});

Deno.test("no letter of an invitation can be changed, and no other signature serves as one", async () => {
  const kim = await createTestIdentity();
  const entry = await invite(kim);
  for (let index = "invite ".length; index < entry.length; index += 7) {
    const changed = entry[index] === "a" ? "b" : "a";
    const forged = `${entry.slice(0, index)}${changed}${entry.slice(index + 1)}`;
    assertEquals(await readInvitation(forged, kim.peerId, NOW_MS), null, `Letter ${index}`);
  }
  const call = encodeCallClaim({
    ...{ callId: "call" as CallId, callerId: kim.peerId, calleeId: kim.peerId, told: { audio: true, video: true } },
    ...{ offerHash: "hash", answerHash: null },
  });
  const other = await makeTicket(kim.peerId, { isOnce: true, untilMs: NOW_MS + DAY_MS }, () => kim.sign(call));
  assertEquals(await readInvitation(`invite ${other}`, kim.peerId, NOW_MS), null);
  const eve = await createTestIdentity();
  const sign = (claim: Uint8Array<ArrayBuffer>) => eve.sign(claim);
  const foreign = await makeTicket(kim.peerId, { isOnce: true, untilMs: NOW_MS + DAY_MS }, sign);
  assertEquals(await readInvitation(`invite ${foreign}`, kim.peerId, NOW_MS), null, "By a key of another ID");
  for (
    const text of ["", "knock x", "invite ", `invite ${"z".repeat(180)}`, `invite ${"0".repeat(169)}`, `${entry}0`]
  ) {
    assertEquals(await readInvitation(text, kim.peerId, NOW_MS), null, text);
  }
  assertEquals(await makeTicket(kim.peerId, { isOnce: true, untilMs: NOW_MS }, () => Promise.resolve(null)), null);
});

Deno.test("an invitation for one call rings for that call alone, in all tabs; others ring as often as they like", async () => {
  using world = new KeptWorld();
  const stores = [world.openTab(), world.openTab()];
  const [one, other] = stores.map((store) => createUsedInvites(store));
  if (one === undefined || other === undefined) throw new Error("There are two tabs");
  for (const store of stores) await store.load();
  const invitation = { nonce: "once", isOnce: true, untilMinute: 100 };
  const call = (index: number) => String(index).padStart(24, "0");
  assert(mayUse(one.value, invitation, call(1)));
  one.change((before) => noteUsed(before, invitation, call(1), 0));
  await world.settle();
  assertEquals([1, 2].map((index) => mayUse(other.value, invitation, call(index))), [true, false]);
  assert(mayUse(other.value, { ...invitation, isOnce: false }, call(2)));
  assertEquals(noteUsed(other.value, invitation, call(2), 0), other.value, "The first keeps it");
  assertEquals(createUsedInvites(world.openTab()).value.length, 1, "Also before the store has answered");
  let used: readonly UsedInvite[] = [];
  for (let index = 0; index < USED_MAX; index++) {
    used = noteUsed(used, { nonce: `${index}`, isOnce: true, untilMinute: index }, call(index), 60_000);
  }
  assertEquals(used.length, USED_MAX - 2, "What is over is forgotten, and nothing else");
});

Deno.test("an invitation that was taken back rings for no call, whatever it was for and used for before", () => {
  const call = "0".repeat(24);
  for (const isOnce of [true, false]) {
    const [invitation, other] = [{ nonce: "a", isOnce, untilMinute: 100 }, { nonce: "b", isOnce, untilMinute: 100 }];
    const used = takeBack(noteUsed([], { ...invitation, isOnce: true }, call, 0), invitation, 0);
    assertEquals([invitation, other].map((each) => mayUse(used, each, call)), [false, true]);
    assertEquals(noteUsed(used, invitation, call, 0), used, "No call takes its place");
  }
});

Deno.test("the latest invitations that were made are known, in all tabs and in the next page, until they are over", async () => {
  using world = new KeptWorld();
  const made = createMadeInvites(world.openTab());
  for (let index = 0; index <= MADE_MAX; index++) {
    made.change((before) => noteMade(before, { nonce: `${index}`, isOnce: true, untilMinute: index }, 60_000));
  }
  await world.settle();
  const store = world.openTab();
  const next = createMadeInvites(store);
  await store.load();
  assertEquals(
    next.value.map(({ nonce }) => Number(nonce)),
    Array.from({ length: MADE_MAX - 1 }, (_, at) => MADE_MAX - at),
  );
  assertEquals(madeInvites.value, next.value);
});

Deno.test("findTicket() finds an invitation in a link, whatever programs on its way made of that", async () => {
  const kim = await createTestIdentity();
  const ticket = (await invite(kim)).slice("invite ".length);
  const link = `https://calls.example/#${kim.peerId}/Kim_Lee/${ticket}`;
  const forms = [
    link,
    link.replace("Kim_Lee", "_"),
    link.toUpperCase(),
    `See <${link}>.`,
    `(${link})`,
    `https://other.example/?to=${encodeURIComponent(link)}`,
    `https://other.example/?to=${encodeURIComponent(encodeURIComponent(link))}`,
    `${link}?utm_source=chat`,
  ];
  for (const form of forms) {
    links.value = [];
    assertEquals([readLink(form), findTicket(kim.peerId)], [kim.peerId, ticket], form);
  }
  for (const form of [link.slice(0, -40), `https://calls.example/#${kim.peerId}/Kim`, `${link}${ticket}`]) {
    links.value = [];
    readLink(form);
    assertEquals(findTicket(kim.peerId), undefined, form);
  }
  assertEquals(findTicket("0000-0000-0000-0000-0000" as PeerId), undefined);
});
