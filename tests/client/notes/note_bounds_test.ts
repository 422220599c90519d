/** What is kept of messages, and what others can make a page do by them: so much, and no more. */

import { assert, assertEquals } from "@std/assert";
import FakeTimers from "@sinonjs/fake-timers";
import { createCallId, encodeBase64Url, type PeerId } from "../../../signaling/protocol.ts";
import { isNoteMessage, isNoteText, type NoteMessage } from "../../../signaling/protocol/note_messages.ts";
import { encodeNoteClaim } from "../../../client/notes/note_claims.ts";
import { KNOWN_RATE, STRANGERS_RATE } from "../../../client/notes/note_receiver.ts";
import { ANSWER_MS_MAX, HEARD_MS_MIN, TRY_MS_MAX } from "../../../client/notes/note_sender.ts";
import { createBoxKeys, seal, unseal } from "../../../client/notes/sealing.ts";
import { NotePerson } from "../../doubles/note_world.ts";
import { createTestIdentity, type TestIdentity } from "../../doubles/test_identity.ts";

async function ask({ peerId, sign }: TestIdentity, to: PeerId, callId = createCallId()): Promise<NoteMessage> {
  const nonce = encodeBase64Url(crypto.getRandomValues(new Uint8Array(32)));
  const claim = { type: "note", step: "ask", id: peerId, clientId: to, callId, tabId: "t" as never, nonce } as const;
  return { ...claim, proof: await sign(encodeNoteClaim(claim)) };
}

Deno.test("Whoever asks without leaving anything is seen, and answered a few times until that is deleted", async () => {
  const said: NoteMessage[] = [];
  const [sam, kim] = [
    await createTestIdentity(),
    new NotePerson(await createTestIdentity(), (each) => said.push(each)),
  ];
  for (let count = 0; count < 20; count++) kim.receive(await ask(sam, kim.peerId));
  await kim.receiver.settled;
  assertEquals([said.length, kim.texts], [8, [null]]);
  kim.received.change(() => []);
  kim.receive(await ask(sam, kim.peerId));
  await kim.receiver.settled;
  assertEquals(said.length, 9);
});

Deno.test("An answer is no longer than what it answers", async () => {
  const said: NoteMessage[] = [];
  const [sam, kim] = [
    await createTestIdentity(),
    new NotePerson(await createTestIdentity(), (each) => said.push(each)),
  ];
  const asked = { ...await ask(sam, kim.peerId), tabId: kim.tabId };
  kim.receive(asked);
  await kim.receiver.settled;
  assert(JSON.stringify(said[0]).length <= JSON.stringify(asked).length);
});

Deno.test("A flood of strangers is answered at a slow rate, has few places, and hinders nobody who is known", async () => {
  const said: NoteMessage[] = [];
  const kim = new NotePerson(await createTestIdentity(), (each) => said.push(each));
  kim.caller = "stranger";
  const strangers = await Promise.all(Array.from({ length: 40 }, () => createTestIdentity()));
  const asks = await Promise.all(strangers.map((each) => ask(each, kim.peerId)));
  for (const each of asks) kim.receive(each);
  await kim.receiver.settled;
  assertEquals([said.length, kim.received.value.length], [10, 10]);
  // What may come after a pause is little.
  kim.received.change(() => []);
  kim.nowMs += 10_000;
  for (const each of asks) kim.receive(each);
  await kim.receiver.settled;
  assertEquals(said.length, 10 + 10_000 * STRANGERS_RATE.perSecond / 1_000);
  kim.caller = "known";
  kim.receive(await ask(await createTestIdentity(), kim.peerId));
  await kim.receiver.settled;
  assertEquals(said.length, 13);
});

Deno.test("One who is known and floods is read at a rate of their own", async () => {
  const kim = new NotePerson(await createTestIdentity(), () => {});
  const sam = await createTestIdentity();
  const forged = { ...await ask(sam, kim.peerId), nonce: encodeBase64Url(new Uint8Array(32)) };
  let verified = 0;
  const { verify } = crypto.subtle;
  crypto.subtle.verify = (...parameters: Parameters<typeof verify>) => {
    verified++;
    return verify.apply(crypto.subtle, parameters);
  };
  try {
    for (let count = 0; count < 5_000; count++) kim.receive(forged);
    await kim.receiver.settled;
  } finally {
    crypto.subtle.verify = verify;
  }
  assert(verified <= KNOWN_RATE.max * 9 / 8, `${verified} signatures`);
});

Deno.test("isNoteMessage() takes what fits and nothing else", async () => {
  const asked = await ask(await createTestIdentity(), (await createTestIdentity()).peerId);
  assert(isNoteMessage(asked));
  const key = encodeBase64Url(new Uint8Array(32));
  const leave = { ...asked, step: "leave", key, ephemeralKey: key, sealed: "x".repeat(17_000) };
  assert(isNoteMessage(leave));
  const wrong = [
    { ...asked, step: "take" },
    { ...asked, nonce: "x" },
    { ...asked, nonce: `${key.slice(0, -1)}B` },
    { ...asked, proof: undefined },
    { ...asked, proof: { publicKey: "x", signature: "" } },
    { ...leave, sealed: "x".repeat(17_001) },
    { ...leave, sealed: 5 },
    { ...leave, ephemeralKey: null },
  ];
  for (const each of wrong) assertEquals(isNoteMessage(each), false, JSON.stringify(each).slice(0, 300));
});

Deno.test("isNoteText() counts characters, whatever they take", () => {
  assertEquals(["x".repeat(1_000), "👋".repeat(1_000), "x".repeat(1_001), "👋".repeat(1_001), ""].map(isNoteText), [
    ...[true, true, false, false, false],
  ]);
});

Deno.test("seal() makes what only the box can open, as this very message, and each time anew", async () => {
  const [box, other] = [await createBoxKeys(), await createBoxKeys()];
  assert(box !== null && other !== null);
  const [senderId, receiverId] = [(await createTestIdentity()).peerId, (await createTestIdentity()).peerId];
  const place = { noteId: "one", senderId, receiverId };
  const texts = ["", "x", "x".repeat(255), "ä€👋".repeat(400), "ends in \u0080\u0000"];
  for (const text of texts) {
    const sealed = await seal(text, box.publicKey, place);
    assert(sealed !== null);
    assertEquals(await unseal(sealed, box, place), text);
    assertEquals(await unseal(sealed, other, place), null);
    assertEquals(await unseal(sealed, box, { ...place, noteId: "two" }), null);
    assertEquals(await unseal(sealed, box, { ...place, senderId: receiverId, receiverId: senderId }), null);
    assertEquals(await unseal({ ...sealed, ephemeralKey: other.publicKey }, box, place), null);
  }
  const [first, second] = [await seal("x", box.publicKey, place), await seal("x", box.publicKey, place)];
  assert(first !== null && second !== null && first.sealed !== second.sealed);
});

Deno.test("seal() and unseal() take no key of small order, and nothing that is none", async () => {
  const box = await createBoxKeys();
  assert(box !== null);
  const place = { noteId: "one", senderId: "a" as PeerId, receiverId: "b" as PeerId };
  const small = [new Uint8Array(32), new Uint8Array(32).with(0, 1)].map(encodeBase64Url);
  for (const key of [...small, "", "x", "!"]) {
    assertEquals(await seal("x", key, place), null, key);
    assertEquals(await unseal({ ephemeralKey: key, sealed: "AAAA" }, box, place), null, key);
  }
});

Deno.test("Somebody who is away is looked for at growing intervals, and at once when they are heard", async () => {
  // Signs within the turn, so that no time passes that is not told to.
  const sign = () => Promise.resolve({ publicKey: "", signature: "" });
  const identity = { ...await createTestIdentity(), sign };
  const kimId = (await createTestIdentity()).peerId;
  const clock = FakeTimers.install({ toFake: ["setTimeout", "clearTimeout"] });
  try {
    const askedAtMs: number[] = [];
    const sam = new NotePerson(identity, () => askedAtMs.push(sam.nowMs));
    sam.chance = 0.999;
    const startMs = sam.nowMs;
    const pass = async (ms: number) => {
      for (let passed = 0; passed < ms; passed += 1_000) {
        clock.tick(1_000);
        sam.nowMs += 1_000;
        for (let turn = 0; turn < 50; turn++) await Promise.resolve();
      }
    };
    sam.leave(kimId, "Are you there?");
    await pass(3 * 3_600_000);
    const gaps = askedAtMs.slice(1).map((atMs, index) => atMs - (askedAtMs[index] ?? 0));
    assert((askedAtMs[0] ?? Infinity) - startMs <= 3_000, "Soon at first");
    assert(gaps.every((gap) => gap <= TRY_MS_MAX + ANSWER_MS_MAX + 2_000), `${gaps}`);
    assert((gaps.at(-1) ?? 0) > TRY_MS_MAX * 0.9, "Seldom in the end");
    assert(askedAtMs.length > 18 && askedAtMs.length < 40, `${askedAtMs.length} tries in three hours`);
    const before = askedAtMs.length;
    await pass(HEARD_MS_MIN + ANSWER_MS_MAX);
    sam.sender.handleHeard(kimId);
    await pass(2_000);
    assertEquals(askedAtMs.length, before + 1);
    await pass(ANSWER_MS_MAX);
    for (let count = 0; count < 50; count++) sam.sender.handleHeard(kimId);
    await pass(2_000);
    assertEquals(askedAtMs.length, before + 1, "However much they say");
    await pass(HEARD_MS_MIN);
    assertEquals(askedAtMs.length, before + 2, "And what they said meanwhile is not forgotten");
    await pass(HEARD_MS_MIN + ANSWER_MS_MAX);
    const untilOnline = askedAtMs.length;
    sam.sender.followOnline(new Set([kimId]));
    await pass(2_000);
    assertEquals(askedAtMs.length, untilOnline + 1, "At once where they come online");
    await pass(HEARD_MS_MIN);
    const online = askedAtMs.length;
    for (let count = 0; count < 50; count++) sam.sender.followOnline(new Set([kimId]));
    await pass(2_000);
    assertEquals(askedAtMs.length, online, "Who stays online has not come");
    sam.sender.stop();
  } finally {
    clock.uninstall();
  }
});
