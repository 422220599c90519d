/** When features are loaded, what they are handed, and that one which fails takes nothing else along. */

import { assert, assertEquals } from "@std/assert";
import { AGAIN_MS, WAITING_MAX } from "../../../client/feature/call_features.ts";
import type { Feature, FeatureCall, FeatureEntry, FeatureKey, FeatureLine } from "../../../client/feature/feature.ts";
import { readMedia } from "../../../client/media/source.ts";
import { createRandomPeerId } from "../../../signaling/protocol.ts";
import { CALL_ID, FeatureEnd, settle } from "../../doubles/feature_end.ts";

class Notes implements Feature<readonly unknown[]> {
  view: readonly unknown[] = [];
  closes = 0;
  constructor(readonly line: FeatureLine, readonly call: FeatureCall) {}

  receive(body: unknown): void {
    if (body === "fault") throw new Error("Cannot take that");
    this.view = [...this.view, body];
    this.call.changed();
  }

  note(what: unknown): Promise<void> {
    this.receive(what);
    return what === "late fault" ? Promise.reject(new Error("Cannot do that")) : Promise.resolve();
  }

  handleLocalMedia(media: object): void {
    this.receive(media);
  }

  close(): void {
    this.closes += 1;
  }
}

/** Goes over to the call that takes its call's place. */
class Lasting extends Notes {
  readonly went: [FeatureLine, FeatureCall][] = [];

  goOn(line: FeatureLine, call: FeatureCall): void {
    this.went.push([line, call]);
  }
}

const NOTES: FeatureKey<Notes> = { name: "notes" };

class Scene {
  readonly opened: Notes[] = [];
  loads = 0;
  isMissing = false;
  readonly gate = Promise.withResolvers<void>();
  readonly end: FeatureEnd;

  constructor({ isEager = false, isHeld = false, isLasting = false } = {}) {
    const entry: FeatureEntry = {
      ...{ name: "notes", messages: { max: 5, perSecond: 1 }, bytesMax: 0 },
      load: async () => {
        this.loads += 1;
        if (isHeld) await this.gate.promise;
        if (this.isMissing) throw new Error("Cannot load");
        return { open: (line, call) => this.#open(isLasting ? new Lasting(line, call) : new Notes(line, call)) };
      },
    };
    const other: FeatureEntry = { ...entry, name: "other", load: () => Promise.reject(new Error("nobody asks")) };
    this.end = FeatureEnd.createPair([isEager ? { ...entry, isEager } : entry, other]).caller;
  }

  #open(notes: Notes): Notes {
    this.opened.push(notes);
    return notes;
  }

  get stage(): string | undefined {
    return this.end.state("notes")?.stage;
  }

  say(body: unknown): void {
    this.end.features.receive(CALL_ID, "notes", body);
  }

  note(what: unknown): void {
    this.end.features.use(CALL_ID, NOTES, (notes) => notes.note(what));
  }
}

/** Keeps what is reported on the console from the output of the test. */
async function quietly(run: () => Promise<void>): Promise<void> {
  const { warn } = console;
  console.warn = () => {};
  try {
    await run();
  } finally {
    console.warn = warn;
  }
}

Deno.test("A feature is loaded when it is first needed: used, spoken to, or with the call if every call needs it", async () => {
  const needs: ((scene: Scene) => void)[] = [
    (scene) => scene.note("one"),
    (scene) => scene.say("one"),
    (scene) => scene.end.features.open(CALL_ID),
  ];
  for (const [index, need] of needs.entries()) {
    const scene = new Scene({ isEager: index === 2 });
    if (index < 2) scene.end.features.open(CALL_ID);
    await settle();
    assertEquals([scene.loads, scene.stage], [0, "idle"]);
    need(scene);
    assertEquals(scene.stage, "loading");
    await settle();
    assertEquals([scene.loads, scene.stage, scene.opened.length], [1, "open", 1]);
    assertEquals(scene.end.state("notes")?.view, index < 2 ? ["one"] : []);
    need(scene);
    await settle();
    assertEquals([scene.loads, scene.opened.length], [1, 1], "Once for each call");
  }
});

Deno.test("What comes while a feature is loaded waits, in order, and no more of it is taken than can wait", async () => {
  const scene = new Scene({ isHeld: true });
  for (let count = 0; count < WAITING_MAX; count++) {
    assert(scene.end.features.mayTake(CALL_ID, "notes"));
    scene.say(count);
  }
  assert(!scene.end.features.mayTake(CALL_ID, "notes"), "It would have to be dropped after it was acknowledged");
  assert(scene.end.features.mayTake(CALL_ID, "other"));
  scene.gate.resolve();
  await settle();
  assertEquals(scene.end.state("notes")?.view, Array.from({ length: WAITING_MAX }, (_, index) => index));
  assert(scene.end.features.mayTake(CALL_ID, "notes"));
});

Deno.test("Nothing is loaded, said or shown of a feature that the other end does not have, or before both are proved", async () => {
  const spoil: ((end: FeatureEnd) => void)[] = [
    (end) => Object.assign(end.call ?? {}, { remoteFeatures: ["other"] }),
    (end) => Object.assign(end.call ?? {}, { remoteFeatures: null }),
    (end) => Object.assign(end.call ?? {}, { phase: "incoming" }),
    (end) => Object.assign(end.call ?? {}, { remoteFingerprint: null }),
    (end) => end.localPeerId = null,
    (end) => end.call = undefined,
  ];
  for (const [index, change] of spoil.entries()) {
    const scene = new Scene();
    change(scene.end);
    scene.note("one");
    scene.say("two");
    await settle();
    assertEquals([scene.loads, scene.end.changes], [0, 0], `${change}`);
    if (index < 2 || index === 5) assertEquals(scene.end.state("notes"), undefined);
  }
});

Deno.test("A feature that fails is closed, says so, and begins anew when it is needed again", async () => {
  for (const fault of ["fault", "late fault"]) {
    const scene = new Scene();
    await quietly(async () => {
      scene.note("one");
      await settle();
      scene.note(fault);
      await settle();
    });
    assertEquals([scene.stage, scene.opened[0]?.closes], ["failed", 1], fault);
    assertEquals(scene.end.state("notes")?.view, undefined);
    scene.say("two");
    await settle();
    assertEquals([scene.stage, scene.end.state("notes")?.view], ["open", ["two"]]);
    assertEquals(scene.opened[0]?.closes, 1);
  }
});

Deno.test("What was let in behind a gap waits whole, however much it is: it has been acknowledged", async () => {
  const scene = new Scene({ isHeld: true });
  const said = Array.from({ length: 2 * WAITING_MAX }, (_, index) => index);
  for (const body of said) scene.say(body);
  scene.note("the person's own");
  scene.gate.resolve();
  await settle();
  assertEquals(scene.end.state("notes")?.view, [...said, "the person's own"]);
});

Deno.test("A feature whose code does not come keeps what was acknowledged, and takes no more than can wait", async () => {
  const scene = new Scene();
  scene.isMissing = true;
  const said = Array.from({ length: WAITING_MAX }, (_, index) => index);
  await quietly(async () => {
    scene.note("what the person has given up by then");
    for (const body of said.slice(1)) scene.say(body);
    await settle();
    assertEquals([scene.stage, scene.end.features.mayTake(CALL_ID, "notes")], ["failed", true]);
    scene.say(said[0]);
    await settle();
    assert(!scene.end.features.mayTake(CALL_ID, "notes"));
  });
  scene.isMissing = false;
  scene.note("one");
  await settle();
  assertEquals(scene.end.state("notes")?.view, [...said.slice(1), 0, "one"]);
  assert(scene.end.features.mayTake(CALL_ID, "notes"));
});

Deno.test("A feature that has no room is loaded again at the other end's word, not more than once a second", async () => {
  const scene = new Scene();
  scene.isMissing = true;
  await quietly(async () => {
    for (let count = 0; count < WAITING_MAX; count++) scene.say(count);
    await settle();
    for (let times = 0; times < 10; times++) {
      scene.end.nowMs += AGAIN_MS / 4;
      assert(!scene.end.features.mayTake(CALL_ID, "notes"));
      await settle();
    }
  });
  assertEquals(scene.loads, 3);
  scene.isMissing = false;
  scene.end.nowMs += AGAIN_MS;
  scene.end.features.mayTake(CALL_ID, "notes");
  await settle();
  assertEquals([scene.stage, scene.end.features.mayTake(CALL_ID, "notes")], ["open", true]);
});

Deno.test("A stream of the other end's opens its feature, where there is one and it is not open yet", async () => {
  const scene = new Scene({ isHeld: true });
  assertEquals(scene.end.features.openForStream(CALL_ID, "none"), null);
  let isOpen = false;
  const opening = scene.end.features.openForStream(CALL_ID, "notes");
  void opening?.then(() => isOpen = true);
  await settle();
  assertEquals([scene.stage, isOpen], ["loading", false]);
  scene.gate.resolve();
  await settle();
  assertEquals([scene.stage, isOpen, scene.end.state("notes")?.view], ["open", true, []]);
  assertEquals(scene.end.features.openForStream(CALL_ID, "notes"), null, "What is open takes its streams, or none");
});

Deno.test("A stream whose feature does not load is told so, and the next one loads it again", async () => {
  const scene = new Scene();
  scene.isMissing = true;
  await quietly(async () => {
    await scene.end.features.openForStream(CALL_ID, "notes");
  });
  assertEquals(scene.stage, "failed");
  scene.isMissing = false;
  await scene.end.features.openForStream(CALL_ID, "notes");
  assertEquals([scene.stage, scene.loads], ["open", 2]);
});

Deno.test("A feature that every call needs and whose code did not come is loaded again when there is something to tell it", async () => {
  const media = readMedia({ audio: true, video: false });
  for (const isEager of [true, false]) {
    const scene = new Scene({ isEager });
    scene.isMissing = true;
    await quietly(async () => {
      if (isEager) scene.end.features.open(CALL_ID);
      else scene.say("one");
      await settle();
    });
    scene.isMissing = false;
    scene.end.handleLocalMedia(media);
    await settle();
    assertEquals([scene.stage, scene.end.state("notes")?.view], isEager ? ["open", [media]] : ["failed", undefined]);
  }
});

Deno.test("A call that ends closes its features, also one that is loaded only then", async () => {
  const scene = new Scene();
  scene.note("one");
  await settle();
  scene.end.features.close(CALL_ID);
  scene.end.handleLocalMedia(readMedia({ audio: true, video: true }));
  assertEquals([scene.opened[0]?.closes, scene.stage], [1, "idle"]);
  const late = new Scene({ isHeld: true });
  late.note("one");
  late.end.features.close(CALL_ID);
  late.gate.resolve();
  await settle();
  assertEquals(late.opened, []);
});

Deno.test("A feature speaks under its own name, hears of other media, and may leave the call", async () => {
  const scene = new Scene();
  scene.note("one");
  await settle();
  const notes = scene.opened[0];
  assert(notes !== undefined);
  notes.line.send({ text: "hello" });
  notes.line.send({ text: "last" }, { isLatest: true });
  assertEquals(scene.end.sent, [
    { message: { type: "feature", feature: "notes", body: { text: "hello" } }, isLatest: false },
    { message: { type: "feature", feature: "notes", body: { text: "last" } }, isLatest: true },
  ]);
  const media = readMedia({ audio: false, video: true });
  scene.end.handleLocalMedia(media);
  assertEquals(notes.view, ["one", media]);
  notes.call.leave("words-differed", "unverified");
  assertEquals(scene.end.events, [[CALL_ID, { type: "left", endReason: "words-differed", word: "unverified" }]]);
});

Deno.test("What features leave is kept of each call that the person is in, and of no other once one begins anew", () => {
  const { end } = new Scene();
  const [kim, lee] = [createRandomPeerId(), createRandomPeerId()];
  const left = () => [kim, lee].map((peerId) => end.features.legacyOf(peerId));
  end.features.inherit(kim, { notes: "Kim's" });
  end.features.inherit(lee, { notes: "Lee's" });
  assertEquals(left(), [{ notes: "Kim's" }, { notes: "Lee's" }]);
  end.others.add(kim);
  end.features.open(CALL_ID);
  assertEquals(left(), [{ notes: "Kim's" }, {}], "With Lee there is no call any more");
  end.features.inherit(lee, { notes: "Lee's" });
  assert(end.call !== undefined);
  for (const rejoined of [{ callId: CALL_ID, connectedAtMs: 0, name: null }, null]) {
    end.call = { ...end.call, remotePeerId: kim, rejoined };
    end.features.open(CALL_ID);
    assertEquals(left()[0], rejoined === null ? {} : { notes: "Kim's" }, "It goes on with the call, or begins anew");
  }
});

Deno.test("What a feature sends is sent and told in its call, and no more once the feature has failed", async () => {
  const scene = new Scene();
  scene.note("one");
  await settle();
  const notes = scene.opened[0];
  assert(notes !== undefined);
  const screen = { kind: "video" } as MediaStreamTrack;
  notes.line.sendTracks({ screen });
  assertEquals(scene.end.tracks, [{ screen }]);
  const told = { ...readMedia({ audio: true, video: true }), screen: true };
  assertEquals([notes.view.at(-1), notes.call.localMedia()], [told, told]);
  scene.end.media = readMedia({ audio: false, video: false });
  scene.end.features.handleLocalMedia();
  assertEquals(notes.view.at(-1), { ...readMedia({ audio: false, video: false }), screen: true });
  await quietly(async () => {
    scene.end.features.use(CALL_ID, NOTES, () => Promise.reject(new Error("no")));
    await settle();
  });
  assertEquals(scene.end.tracks, [{ screen }, { screen: null }]);
});

Deno.test("What a feature sends rests while the call is on hold, also what it begins to send then, and goes on afterwards", async () => {
  const scene = new Scene();
  scene.note("one");
  await settle();
  const notes = scene.opened[0];
  assert(notes !== undefined && scene.end.call !== undefined);
  const [screen, other] = [{ kind: "video" } as MediaStreamTrack, { kind: "video" } as MediaStreamTrack];
  notes.line.sendTracks({ screen });
  for (const hold of [{ isHeld: true }, { isRemoteHeld: true }]) {
    scene.end.tracks.length = 0;
    const call: typeof scene.end.call = scene.end.call;
    scene.end.call = { ...call, ...hold };
    scene.end.features.handleHold(CALL_ID);
    assertEquals([scene.end.tracks.at(-1), notes.call.localMedia().screen], [{ screen: null }, false]);
    notes.line.sendTracks({ screen: other });
    assertEquals([scene.end.tracks.at(-1), notes.call.localMedia().screen], [{ screen: null }, false]);
    scene.end.call = call;
    scene.end.features.handleHold(CALL_ID);
    assertEquals([scene.end.tracks.at(-1), notes.call.localMedia().screen], [{ screen: other }, true]);
  }
});

/** A call with a feature that lasts, whose place another takes; `goesOn` whether there is one. */
async function leaveRunning({ goesOn }: { goesOn: boolean }): Promise<{ scene: Scene; notes: Lasting }> {
  const scene = new Scene({ isLasting: true });
  scene.note("one");
  await settle();
  const [notes] = scene.opened;
  assert(notes instanceof Lasting && scene.end.call !== undefined);
  scene.end.call = { ...scene.end.call, rejoined: { callId: CALL_ID, connectedAtMs: 0, name: null } };
  scene.end.goesOn = goesOn;
  scene.end.features.close(CALL_ID);
  return { scene, notes };
}

Deno.test("A feature that lasts goes over, as it is, to the call that takes its call's place", async () => {
  const { scene, notes } = await leaveRunning({ goesOn: true });
  assertEquals([notes.closes, scene.stage], [0, "idle"]);
  scene.end.features.open(CALL_ID);
  await settle();
  assertEquals([notes.closes, notes.went.length, scene.opened.length, scene.stage], [0, 1, 1, "open"]);
  assertEquals(scene.end.state("notes")?.view, notes.view, "It shows what it showed");
  notes.went[0]?.[0].send({ text: "still here" });
  assertEquals(scene.end.sent.length, 1);
  const screen = { kind: "video" } as MediaStreamTrack;
  notes.went[0]?.[0].sendTracks({ screen });
  assertEquals([scene.end.tracks.at(-1), notes.call.localMedia().screen], [{ screen }, true]);
  scene.end.goesOn = false;
  scene.end.features.close(CALL_ID);
  assertEquals(notes.closes, 1);
});

Deno.test("A feature that lasts ends with its call where none goes on, and where the other end lacks it now", async () => {
  const { notes } = await leaveRunning({ goesOn: false });
  assertEquals(notes.closes, 1);
  const lacking = await leaveRunning({ goesOn: true });
  Object.assign(lacking.scene.end.call ?? {}, { remoteFeatures: [] });
  lacking.scene.end.features.open(CALL_ID);
  assertEquals([lacking.notes.closes, lacking.notes.went.length], [1, 0]);
});

Deno.test("A feature that lasts ends where the call that goes on ends unanswered, and goes on to a third that takes its place", async () => {
  const { scene, notes } = await leaveRunning({ goesOn: true });
  scene.end.features.close(CALL_ID);
  assertEquals(notes.closes, 0, "The third is there");
  scene.end.goesOn = false;
  scene.end.features.close(CALL_ID);
  assertEquals(notes.closes, 1);
});

Deno.test("A feature that lasts ends where it cannot be loaded, or cannot go on, in the call that goes on", async () => {
  const { scene, notes } = await leaveRunning({ goesOn: true });
  const failing = await leaveRunning({ goesOn: true });
  scene.isMissing = true;
  failing.notes.goOn = () => {
    throw new Error("no");
  };
  await quietly(async () => {
    for (const { end } of [scene, failing.scene]) end.features.open(CALL_ID);
    await settle();
  });
  assertEquals([notes.closes, scene.stage], [1, "failed"]);
  assertEquals([failing.notes.closes, failing.scene.stage], [1, "failed"]);
});
