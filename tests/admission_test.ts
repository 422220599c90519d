/** Who may ring, and where, by table; and that no number of strangers, nor of offers, gets past its bound. */

import { assert, assertEquals } from "@std/assert";
import {
  type Admission,
  admit,
  type Caller,
  countStrangerRings,
  EMPTY_LOG,
  FRONT_RINGS_MAX,
  noteStrangerRing,
  OFFERS_MAX,
  RINGING_MAX,
  type Scene,
  STRANGER_RINGS_MAX,
  takeOffer,
} from "../client/admission.ts";
import type { PeerId } from "../signaling/protocol.ts";

const FREE: Scene = { occupation: "free", front: null, strangersRinging: 0, knownRinging: 0, strangerRings: 0 };
const OCCUPATIONS = ["free", "absorbed", "dialling", "in-call"] as const;

function nameId(index: number): PeerId {
  return `0000-0000-0000-0000-${String(index).padStart(4, "0")}` as PeerId;
}

Deno.test("admit() sends each caller where the person's occupation allows", () => {
  const table: [Caller, Partial<Scene>, Record<Scene["occupation"], Admission>][] = [
    ["known", {}, { free: "front", absorbed: "front", dialling: "line", "in-call": "busy" }],
    ["stranger", {}, { free: "front", absorbed: "line", dialling: "line", "in-call": "busy" }],
    ["blocked", {}, { free: "drop", absorbed: "drop", dialling: "drop", "in-call": "drop" }],
    ["known", { front: "stranger", strangersRinging: 4, strangerRings: 30 }, {
      ...{ free: "front", absorbed: "front", dialling: "line", "in-call": "busy" },
    }],
    ["known", { front: "known", knownRinging: 1 }, {
      ...{ free: "line", absorbed: "line", dialling: "line", "in-call": "busy" },
    }],
    ["known", { front: "known", knownRinging: RINGING_MAX }, {
      ...{ free: "busy", absorbed: "busy", dialling: "busy", "in-call": "busy" },
    }],
    ["stranger", { front: "stranger", strangersRinging: 1, strangerRings: 1 }, {
      ...{ free: "line", absorbed: "line", dialling: "line", "in-call": "busy" },
    }],
    ["stranger", { front: "known", knownRinging: 1 }, {
      ...{ free: "line", absorbed: "line", dialling: "line", "in-call": "busy" },
    }],
    ["stranger", { strangerRings: FRONT_RINGS_MAX - 1 }, {
      ...{ free: "front", absorbed: "line", dialling: "line", "in-call": "busy" },
    }],
    ["stranger", { strangerRings: FRONT_RINGS_MAX }, {
      ...{ free: "line", absorbed: "line", dialling: "line", "in-call": "busy" },
    }],
    ["stranger", { strangersRinging: RINGING_MAX, strangerRings: RINGING_MAX }, {
      ...{ free: "drop", absorbed: "drop", dialling: "drop", "in-call": "busy" },
    }],
  ];
  for (const [caller, scene, expected] of table) {
    for (const occupation of OCCUPATIONS) {
      const name = `${caller} ${JSON.stringify(scene)} ${occupation}`;
      assertEquals(admit(caller, { ...FREE, ...scene, occupation }), expected[occupation], name);
    }
  }
});

Deno.test("admit() lets nothing that strangers do change what becomes of somebody known", () => {
  for (const occupation of OCCUPATIONS) {
    const expected = admit("known", { ...FREE, occupation });
    for (const strangersRinging of [0, 1, RINGING_MAX, 1_000]) {
      for (const strangerRings of [0, FRONT_RINGS_MAX, 1_000]) {
        for (const front of [null, "stranger"] as const) {
          const scene: Scene = { occupation, front, strangersRinging, knownRinging: 0, strangerRings };
          assertEquals(admit("known", scene), expected, JSON.stringify(scene));
        }
      }
    }
  }
});

Deno.test("takeOffer() holds each ID, and all strangers together, to what a minute allows", () => {
  let log = EMPTY_LOG;
  let taken = 0;
  for (let atMs = 0; atMs < 60_000; atMs += 100) {
    const next = takeOffer(log, nameId(1), "stranger", atMs);
    if (next === null) continue;
    log = next;
    taken++;
  }
  assertEquals(taken, OFFERS_MAX.stranger);
  assert(takeOffer(log, nameId(1), "stranger", 60_000) !== null, "A minute later it may again");
  assertEquals(takeOffer(log, nameId(1), "known", 59_999) !== null, true, "Somebody known may more often");

  for (let index = 0; index < STRANGER_RINGS_MAX; index++) log = noteStrangerRing(log, 1_000);
  assertEquals(countStrangerRings(log, 60_999), STRANGER_RINGS_MAX);
  assertEquals(takeOffer(log, nameId(2), "stranger", 60_999), null, "All strangers together have rung too often");
  assert(takeOffer(log, nameId(2), "known", 60_999) !== null);
  assertEquals(countStrangerRings(log, 61_000), 0);
});

Deno.test("takeOffer() lets 500 strangers a second cost a bounded number of checks, and known people none of theirs", () => {
  let log = EMPTY_LOG;
  let [taken, known] = [0, 0];
  for (let second = 0; second < 60; second++) {
    for (let index = 0; index < 500; index++) {
      const next = takeOffer(log, nameId(index), "stranger", second * 1_000);
      if (next === null) continue;
      log = next;
      taken++;
    }
    if (second % 2 > 0) continue;
    const next = takeOffer(log, nameId(9_000), "known", second * 1_000);
    if (next !== null) log = next;
    known += next === null ? 0 : 1;
  }
  assert(taken <= 350, `${taken} proofs were checked`);
  assert(log.offers.length <= 400, `${log.offers.length} are remembered`);
  assertEquals(known, 30);
});
