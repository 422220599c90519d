/** What a line makes of messages that it does not know, or not so: it acknowledges them, and what comes behind is not held up. */

import { assert, assertEquals } from "@std/assert";
import { encodeMessage } from "../../../signaling/protocol.ts";
import { lineTest, type LineWorld, settle } from "../../doubles/line_world.ts";

const CLAIMED = { type: "call-claimed", claimedBy: "tab" };
const HANG_UP = { type: "hang-up", reason: "ended" };

/** Acknowledgements that left on the control channel, since this was asked last. */
function acks(world: LineWorld): number[] {
  return world.control.sent.splice(0).map((text) => JSON.parse(text)).filter(({ type }) => type === "ack").map((
    { ack },
  ) => ack);
}

/** Has the other end say these, each under the next number, and returns what was delivered and acknowledged. */
async function hear(world: LineWorld, ...bodies: object[]): Promise<{ delivered: unknown[]; acked: number }> {
  for (const body of bodies) world.receiveControl(world.message(body));
  world.clock.tick(200);
  world.line.tick();
  await settle();
  const delivered = world.takeLog().flatMap((entry) =>
    Array.isArray(entry) && entry[0] === "deliver" ? [entry[1]] : []
  );
  return { delivered, acked: Math.max(...acks(world)) };
}

lineTest("A line delivers what comes behind a message of a type that it does not know", async (world) => {
  await world.connect();
  const { delivered, acked } = await hear(world, CLAIMED, { type: "reaction", text: "🎉" }, CLAIMED, HANG_UP);
  assertEquals(delivered, ["call-claimed", "call-claimed", "hang-up"]);
  assertEquals(acked, 4);
});

const MALFORMED: readonly object[] = [
  { type: "call-claimed" },
  { type: "ice-candidate", candidates: "none" },
  { type: "ice-candidate", candidates: Array(65).fill({ candidate: "" }) },
  { type: "description", description: { type: "rollback" }, connectionId: "c" },
  { type: "video-offer-request", description: null },
  { type: "feature", feature: "Not a name", body: {} },
];

for (const body of MALFORMED) {
  lineTest(`A line acknowledges and ignores ${JSON.stringify(body).slice(0, 60)}`, async (world) => {
    await world.connect();
    const { delivered, acked } = await hear(world, CLAIMED, body, HANG_UP);
    assertEquals(delivered, ["call-claimed", "hang-up"]);
    assertEquals(acked, 3);
  });
}

lineTest(
  "A line hands up what features say unread, and of those that are older than `feature` in the same form",
  async (world) => {
    await world.connect();
    for (const body of [{ type: "media-state", audio: "yes" }, { type: "feature", feature: "chat", body: [1] }]) {
      world.receiveControl(world.message(body));
    }
    const [older, chat] = world.delivered;
    assert(older?.type === "feature" && older.feature === "media-state", JSON.stringify(older));
    assertEquals(Reflect.get(Object(older.body), "audio"), "yes");
    assert(chat?.type === "feature" && chat.feature === "chat", JSON.stringify(chat));
    assertEquals(chat.body, [1]);
  },
);

lineTest("A line ignores without a word what has no number, known or not", async (world) => {
  await world.connect();
  for (const type of ["reaction", "hang-up", "ack", "call-query"]) {
    const { seq: _, ...message } = { ...world.message({ type }), seq: 0 };
    world.receiveControl(message);
  }
  assertEquals(world.takeLog(), []);
  assertEquals(world.takeSent(), { byServer: [], byControl: [] });
});

lineTest("A line takes an end for an end, whatever reason is given", async (world) => {
  await world.connect();
  const reasons: unknown[] = [];
  for (const body of [{ reason: "bored" }, {}, { reason: "failed", detail: "moon" }, { reason: "busy", detail: 7 }]) {
    world.receiveControl(world.message({ type: "hang-up", ...body }));
    reasons.push(world.delivered.at(-1));
  }
  const told = reasons.map((message) => JSON.parse(encodeMessage(message as never))).map(({ reason, detail }) => [
    reason,
    detail,
  ]);
  assertEquals(told, [["ended", undefined], ["ended", undefined], ["failed", undefined], ["busy", undefined]]);
});

lineTest("A line takes a response that it cannot read for a refusal", async (world) => {
  await world.connect();
  for (const body of [{ accepted: false, reason: "bored" }, { accepted: false }, { accepted: true }, {}]) {
    world.receiveControl(world.message({ type: "video-offer-response", ...body }));
  }
  const told = world.delivered.map((message) => JSON.parse(encodeMessage(message))).map(({ accepted, reason }) => [
    accepted,
    reason,
  ]);
  assertEquals(told, [[false, "declined"], [false, "declined"], [false, "incompatible"], [false, "incompatible"]]);
});
