/** Who may ring, and where, by table; and that no number of strangers, nor of offers, gets past its bound. */

import { assert, assertEquals } from "@std/assert";
import {
  type Admission,
  admit,
  type Caller,
  DoorLog,
  OFFERS_MAX,
  RINGING_MAX,
  type Scene,
  STRANGER_RINGS_MAX,
} from "../../../client/admission/admission.ts";
import { FRONT_RINGS_MAX } from "../../../client/admission/occupation.ts";
import type { PeerId } from "../../../signaling/protocol.ts";

const FREE: Scene = { occupation: "free", front: null, strangersRinging: 0, knownRinging: 0, strangerRings: 0 };
const OCCUPATIONS = ["free", "absorbed", "engaged", "full"] as const;

function nameId(index: number): PeerId {
  return `0000-0000-0000-0000-${String(index).padStart(4, "0")}` as PeerId;
}

Deno.test("admit() sends each caller where the person's occupation allows", () => {
  const table: [Caller, Partial<Scene>, Record<Scene["occupation"], Admission>][] = [
    ["known", {}, { free: "front", absorbed: "front", engaged: "line", full: "busy" }],
    ["stranger", {}, { free: "front", absorbed: "line", engaged: "line", full: "busy" }],
    ["blocked", {}, { free: "drop", absorbed: "drop", engaged: "drop", full: "drop" }],
    ["known", { front: "stranger", strangersRinging: 4, strangerRings: 30 }, {
      ...{ free: "front", absorbed: "front", engaged: "line", full: "busy" },
    }],
    ["known", { front: "known", knownRinging: 1 }, {
      ...{ free: "line", absorbed: "line", engaged: "line", full: "busy" },
    }],
    ["known", { front: "known", knownRinging: RINGING_MAX }, {
      ...{ free: "busy", absorbed: "busy", engaged: "busy", full: "busy" },
    }],
    ["stranger", { front: "stranger", strangersRinging: 1, strangerRings: 1 }, {
      ...{ free: "line", absorbed: "line", engaged: "line", full: "busy" },
    }],
    ["stranger", { front: "known", knownRinging: 1 }, {
      ...{ free: "line", absorbed: "line", engaged: "line", full: "busy" },
    }],
    ["stranger", { strangerRings: FRONT_RINGS_MAX - 1 }, {
      ...{ free: "front", absorbed: "line", engaged: "line", full: "busy" },
    }],
    ["stranger", { strangerRings: FRONT_RINGS_MAX }, {
      ...{ free: "line", absorbed: "line", engaged: "line", full: "busy" },
    }],
    ["stranger", { strangersRinging: RINGING_MAX, strangerRings: RINGING_MAX }, {
      ...{ free: "drop", absorbed: "drop", engaged: "drop", full: "busy" },
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

Deno.test("DoorLog.takeOffer() holds each ID, and all strangers together, to what a minute allows", () => {
  const log = new DoorLog(0);
  let taken = 0;
  for (let atMs = 0; atMs < 60_000; atMs += 100) if (log.takeOffer(nameId(1), "stranger", atMs)) taken++;
  assertEquals(taken, OFFERS_MAX.stranger);
  assert(log.takeOffer(nameId(1), "stranger", 60_000), "A minute later it may again");
  assert(!log.takeOffer(nameId(1), "stranger", 60_000));
  assert(log.takeOffer(nameId(1), "known", 60_000), "Somebody known may more often");

  for (let index = 0; index < STRANGER_RINGS_MAX; index++) log.noteStrangerRing(60_001);
  assertEquals(log.countStrangerRings(120_000), STRANGER_RINGS_MAX);
  assert(!log.takeOffer(nameId(2), "stranger", 120_000), "All strangers together have rung too often");
  assert(log.takeOffer(nameId(2), "known", 120_000));
  assertEquals(log.countStrangerRings(120_001), 0);
});

Deno.test("DoorLog.takeOffer() lets 500 strangers a second cost a bounded number of checks, and known people none of theirs", () => {
  const log = new DoorLog(0);
  let [taken, known] = [0, 0];
  for (let second = 0; second < 60; second++) {
    for (let index = 0; index < 500; index++) {
      if (log.takeOffer(nameId(index), "stranger", second * 1_000)) taken++;
    }
    if (second % 2 === 0 && log.takeOffer(nameId(9_000), "known", second * 1_000)) known++;
  }
  assert(taken <= 350, `${taken} proofs were checked`);
  assert(log.offerCount <= 400, `${log.offerCount} are remembered`);
  assertEquals(known, 30);
});
