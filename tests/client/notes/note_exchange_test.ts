/** Messages from one person to another, over a relay that loses, repeats, changes and makes up what it likes. */

import { assert, assertEquals } from "@std/assert";
import { createCallId, encodeBase64Url, type PeerId } from "../../../signaling/protocol.ts";
import type { NoteMessage } from "../../../signaling/protocol/note_messages.ts";
import { deleteNote } from "../../../client/notes/received_notes.ts";
import { encodeNoteClaim, type NoteClaim } from "../../../client/notes/note_claims.ts";
import { ACKS_MAX } from "../../../client/notes/note_receiver.ts";
import { createBoxKeys, seal } from "../../../client/notes/sealing.ts";
import { NotePerson } from "../../doubles/note_world.ts";
import { createTestIdentity, type TestIdentity } from "../../doubles/test_identity.ts";
import { until } from "../../doubles/until.ts";

type Change = (message: NoteMessage) => NoteMessage | null | Promise<NoteMessage | null>;

/** Sam, who leaves messages, Kim, whom they are for, and a relay between them. */
class World implements AsyncDisposable {
  readonly wire: NoteMessage[] = [];
  /** The steps of those that the relay is done with. */
  readonly relayed: string[] = [];
  readonly sam: NotePerson;
  kim: NotePerson;
  /** What the relay makes of a message; null if it loses it. */
  change: Change = (message) => message;

  private constructor(readonly samIdentity: TestIdentity, readonly kimIdentity: TestIdentity) {
    this.sam = new NotePerson(samIdentity, this.say);
    this.kim = new NotePerson(kimIdentity, this.say);
  }

  static async create(): Promise<World> {
    return new World(await createTestIdentity(), await createTestIdentity());
  }

  readonly say = (message: NoteMessage) => void this.#relay(message);

  async #relay(message: NoteMessage): Promise<void> {
    this.wire.push(message);
    const changed = await this.change(message);
    if (changed !== null) this.sam.receive(changed);
    if (changed !== null) this.kim.receive(changed);
    this.relayed.push(message.step);
  }

  steps(): string[] {
    return this.wire.map(({ step }) => step);
  }

  /** Waits until Kim has read a message of this step, and what that brings about has been begun. */
  async read(step: NoteMessage["step"], count = 1): Promise<void> {
    await until(() => this.relayed.filter((other) => other === step).length >= count, `${step} is relayed`);
    await this.kim.receiver.settled;
    // What the sender makes of an answer is a check and a signature, which nobody can wait for.
    for (let turn = 0; turn < 4; turn++) await this.samIdentity.sign(new Uint8Array(32));
    await until(() => this.relayed.length === this.wire.length, "all is relayed");
    await this.kim.receiver.settled;
  }

  [Symbol.asyncDispose](): Promise<void> {
    this.sam.sender.stop();
    this.kim.sender.stop();
    return this.kim.receiver.settled;
  }
}

Deno.test("A message comes, is acknowledged and ticked, and the relay sees none of it", async () => {
  await using world = await World.create();
  const { sam, kim } = world;
  const texts = ["See you at eight", "x", "Or at nine"];
  for (const text of texts) sam.leave(kim.peerId, text);
  await until(() => sam.delivered.length === 3, "all are ticked");
  assertEquals(kim.texts, texts.toReversed());
  assertEquals(kim.received.value.map(({ peerId, name }) => [peerId, name]), texts.map(() => [sam.peerId, "Sam"]));
  assertEquals(world.steps(), ["ask", "key", "leave", "left", "leave", "left", "leave", "left"], "One try for all");
  const wire = JSON.stringify(world.wire);
  for (const word of ["eight", "Sam", btoa("See you at")]) assert(!wire.includes(word.slice(0, 12)), word);
  const sizes = world.wire.flatMap((message) => message.step === "leave" ? [message.sealed.length] : []);
  assertEquals(new Set(sizes).size, 1, "Nor how long a short one is");
});

Deno.test("An acknowledgement that is lost costs another try, and no second message", async () => {
  await using world = await World.create();
  const { sam, kim } = world;
  let lost = 0;
  world.change = (message) => message.step === "left" && lost++ === 0 ? null : message;
  sam.leave(kim.peerId, "Once");
  await world.read("left");
  assertEquals([sam.delivered, kim.texts], [[], ["Once"]]);
  sam.sender.stop(); // What it waited for will not come; another page would begin anew.
  sam.sender.follow();
  await until(() => sam.delivered.length === 1, "it is ticked");
  assertEquals(kim.texts, ["Once"]);
});

/** Changes one letter in the middle. */
function spoil(text: string): string {
  const at = text.length >> 1;
  return `${text.slice(0, at)}${text[at] === "A" ? "B" : "A"}${text.slice(at + 1)}`;
}

const FORGERIES: Record<string, (message: Extract<NoteMessage, { step: "leave" }>) => NoteMessage> = {
  "another text": (message) => ({ ...message, sealed: spoil(message.sealed) }),
  "another key": (message) => ({ ...message, ephemeralKey: spoil(message.ephemeralKey) }),
  "another number": (message) => ({ ...message, callId: createCallId() }),
  "another signature": ({ proof, ...message }) => ({
    ...message,
    proof: { ...proof, signature: spoil(proof.signature) },
  }),
  "no text": (message) => ({ ...message, sealed: "" }),
};

for (const [name, forge] of Object.entries(FORGERIES)) {
  Deno.test(`A message with ${name} is neither kept nor acknowledged`, async () => {
    await using world = await World.create();
    const { sam, kim } = world;
    world.change = (message) => message.step === "leave" ? forge(message) : message;
    sam.leave(kim.peerId, "Genuine");
    await world.read("leave");
    assertEquals(kim.texts, [null], "No more is there than that somebody asked");
    assertEquals([sam.delivered, world.steps().includes("left")], [[], false]);
  });
}

Deno.test("A message that somebody else signed in its sender's name is not kept", async () => {
  await using world = await World.create();
  const { sam, kim } = world;
  const mallory = await createTestIdentity();
  world.change = async (message) => {
    if (message.step !== "leave") return message;
    const { proof: _, ...claim } = message;
    return { ...claim, proof: await mallory.sign(encodeNoteClaim(claim)) };
  };
  sam.leave(kim.peerId, "Genuine");
  await world.read("leave");
  assertEquals(kim.texts, [null]);
});

Deno.test("Nothing is sealed for a key that is not the recipient's own answer", async () => {
  const mallory = await createTestIdentity();
  const box = await createBoxKeys();
  assert(box !== null);
  const answers: Record<string, Change> = {
    "the relay's key": (message) => message.step === "key" ? { ...message, key: box.publicKey } : message,
    "signed by the relay": async (message) => {
      if (message.step !== "key") return message;
      const { proof: _, ...claim } = message;
      const mine = { ...claim, key: box.publicKey };
      return { ...mine, proof: await mallory.sign(encodeNoteClaim(mine)) };
    },
    "to another question": (message) =>
      message.step === "ask" ? { ...message, nonce: encodeBase64Url(new Uint8Array(32)) } : message,
  };
  for (const [name, change] of Object.entries(answers)) {
    await using world = await World.create();
    world.change = change;
    world.sam.leave(world.kim.peerId, "For Kim alone");
    await world.read("ask");
    assertEquals(world.steps().includes("leave"), false, name);
  }
});

Deno.test("A forged acknowledgement ticks nothing", async () => {
  await using world = await World.create();
  const { sam, kim } = world;
  const mallory = await createTestIdentity();
  world.change = async (message) => {
    if (message.step !== "leave") return message;
    const claim: NoteClaim = {
      type: "note",
      step: "left",
      id: kim.peerId,
      clientId: sam.peerId,
      callId: message.callId,
      tabId: kim.tabId,
    };
    const proof = await mallory.sign(encodeNoteClaim(claim, message.sealed));
    sam.receive({ ...claim, proof });
    // Nor one of an earlier message, or of another text.
    const { proof: _, ...own } = { ...claim, proof };
    sam.receive({ ...own, proof: await world.kimIdentity.sign(encodeNoteClaim(own, "another")) });
    return null;
  };
  sam.leave(kim.peerId, "Really there?");
  await world.read("leave");
  assertEquals(sam.delivered, []);
});

Deno.test("A message for one person cannot be given to another, nor kept for one who has another key", async () => {
  await using world = await World.create();
  const { sam, kim } = world;
  const lee = new NotePerson(await createTestIdentity(), () => {});
  world.change = (message) => {
    lee.receive({ ...message, clientId: lee.peerId });
    return message;
  };
  kim.knownKey = encodeBase64Url(new Uint8Array(32).fill(7));
  sam.leave(kim.peerId, "For Kim");
  await world.read("ask");
  await lee.receiver.settled;
  assertEquals([lee.received.value, kim.received.value, world.steps()], [[], [], ["ask"]]);
  kim.knownKey = null;
  sam.knownKey = encodeBase64Url(new Uint8Array(32).fill(7));
  sam.sender.stop();
  sam.sender.follow();
  await world.read("key");
  assertEquals(world.steps(), ["ask", "ask", "key"], "Nor is any left with one who has another key");
});

Deno.test("A replay is kept once, acknowledged a few times, and never opened by a later page", async () => {
  await using world = await World.create();
  const { sam, kim } = world;
  sam.leave(kim.peerId, "Once");
  await until(() => sam.delivered.length === 1, "it is ticked");
  const leave = world.wire.find(({ step }) => step === "leave");
  for (let count = 0; count < 30; count++) kim.receive(leave);
  await world.read("left", ACKS_MAX);
  assertEquals([kim.texts, world.steps().filter((step) => step === "left").length], [["Once"], ACKS_MAX]);
  kim.deleted.change(() => kim.received.value.map((note) => `${note.localPeerId} ${note.peerId} ${note.noteId}`));
  kim.received.change((notes) => notes[0] === undefined ? notes : deleteNote(notes, notes[0]));
  kim.receive(leave);
  await kim.receiver.settled;
  assertEquals(kim.texts, [], "Deleted it stays so");
  const later = new NotePerson(world.kimIdentity, () => assert(false, "Says nothing"));
  later.receive(leave);
  await later.receiver.settled;
  assertEquals(later.texts, []);
});

/** Leaves a text as Sam would not. */
async function leaveAnything(world: World, content: string): Promise<void> {
  const { sam, kim } = world;
  sam.leave(kim.peerId, "To be changed");
  world.change = async (message) => {
    if (message.step !== "leave") return message;
    const place = { noteId: message.callId, senderId: sam.peerId, receiverId: kim.peerId };
    const sealed = await seal(content, message.key, place);
    const { proof: _, ...claim } = { ...message, ...sealed };
    return { ...claim, proof: await world.samIdentity.sign(encodeNoteClaim(claim)) };
  };
  await world.read("leave");
}

Deno.test("A text that is too long, empty or none at all is not kept, though it is signed", async () => {
  const said = (text: unknown) => JSON.stringify({ text, atMs: 1, name: null });
  const longest = "x".repeat(1_000);
  for (const content of [said(`${longest}x`), said(""), said("\u0000"), said(5), "no JSON", "null", `{"text":"x"}`]) {
    await using world = await World.create();
    await leaveAnything(world, content);
    assertEquals(world.kim.texts, [null], content.slice(0, 40));
  }
  await using world = await World.create();
  await leaveAnything(world, said(longest));
  assertEquals(world.kim.texts, [longest]);
});

Deno.test("A message never seems to be from the future", async () => {
  await using world = await World.create();
  await leaveAnything(world, JSON.stringify({ text: "x", atMs: 9e15, name: null }));
  assertEquals(world.kim.received.value[0]?.atMs, world.kim.nowMs);
});

Deno.test("What is not stored is not acknowledged", async () => {
  await using world = await World.create();
  world.kim.isDiskFull = true;
  world.sam.leave(world.kim.peerId, "Keep me");
  await world.read("leave");
  assertEquals(world.steps(), ["ask", "key", "leave"]);
});

Deno.test("Of several tabs the one whose key was taken keeps and acknowledges it", async () => {
  await using world = await World.create();
  const { sam, kim } = world;
  const other = new NotePerson(world.kimIdentity, world.say);
  world.change = (message) => {
    if (message.clientId === other.peerId) other.receive(message);
    return message;
  };
  sam.leave(kim.peerId, "To both");
  await until(() => sam.delivered.length === 1, "it is ticked");
  await Promise.all([kim.receiver.settled, other.receiver.settled]);
  assertEquals([...kim.texts, ...other.texts].filter((text) => text !== null), ["To both"]);
  assertEquals(world.steps().filter((step) => step === "left").length, 1);
});

Deno.test("One who is blocked is not answered, and nothing is left with them", async () => {
  await using world = await World.create();
  const { sam, kim } = world;
  kim.caller = "blocked";
  sam.leave(kim.peerId as PeerId, "Hello?");
  await world.read("ask");
  assertEquals([kim.received.value, world.steps()], [[], ["ask"]]);
  sam.caller = "blocked";
  sam.sender.stop();
  sam.sender.follow();
  sam.sender.handleRegistered();
  await world.read("ask");
  assertEquals(world.steps(), ["ask"]);
});
