/** What a channel says at its remote peer's expense, and what at its own. */

import { assert, assertEquals } from "@std/assert";
import type { CallMessage } from "../../../client/call/call.ts";
import { REPEAT_MS } from "../../../client/line/channel_options.ts";
import { Credit, CREDIT_MESSAGES, GRANT_MESSAGES } from "../../../client/bounds/credit.ts";
import { acksOf, createAck, createCaller, createIncoming, TAB, transmitted } from "../../doubles/channel_messages.ts";
import { CALLER_ID, CALLER_TAB, createChannel, createLabelled } from "../../doubles/channel_world.ts";

Deno.test("CallChannel repeats at a peer's expense what they have paid for, and never all for one", () => {
  const channel = createCaller();
  for (let count = 0; count < 400; count += 1) channel.send(createLabelled(`${count}`.padEnd(64, "-")), 0);
  channel.receive(createIncoming(1), 300);
  const first = transmitted(channel.receive(createIncoming(1), 600)).length;
  assert(first > 0 && first <= GRANT_MESSAGES + CREDIT_MESSAGES + 2, `${first} messages for one`);
  const more = transmitted(channel.receive(createIncoming(1), 60_000)).length;
  assert(more <= 2, `${more} more messages for one more`);
});

Deno.test("CallChannel says nothing in a call that nobody here has taken but what its caller has paid for", () => {
  const credit = new Credit();
  const channel = createChannel(CALLER_ID, CALLER_TAB, { isAnswering: true, credit });
  const told = channel.receive(createIncoming(1), 0);
  let said = told.filter(({ type }) => type === "transmit").length + channel.send({ type: "ringing" }, 0).length;
  for (let nowMs = 500; nowMs <= 600_000; nowMs += 500) said += channel.tick(nowMs).length;
  assert(said <= CREDIT_MESSAGES + 1, `${said} messages for one`);
  const sdp = "v=0".padEnd(5_000, "-");
  const acceptance = {
    type: "video-offer-response",
    accepted: true,
    audio: true,
    video: true,
    candidates: [],
  } as const;
  const outputs = channel.send({ ...acceptance, candidates: [], description: { type: "answer", sdp } }, 600_000);
  assertEquals(transmitted(outputs), [2], "The person's own word is not the caller's to pay");
  assertEquals(transmitted(channel.tick(601_000)).includes(2), true);
});

/** Takes all that is left and tells how many messages that were. */
function spendAll(credit: Credit): number {
  let messages = 0;
  while (credit.take(0, 1)) messages += 1;
  return messages;
}

/** A channel in a call that was placed to here, with what its caller has to begin with. */
function createCallee(copies?: (isRepeat: boolean) => number) {
  const credit = new Credit();
  const options = { isAnswering: true, credit, ...(copies === undefined ? {} : { copies }) };
  const channel = createChannel(CALLER_ID, CALLER_TAB, options);
  channel.bind(TAB);
  return { channel, credit };
}

const ACCEPTANCE: CallMessage = {
  ...{ type: "video-offer-response", accepted: true },
  ...{ description: { type: "answer", sdp: "v=0" }, candidates: [], audio: true, video: true },
};

Deno.test("CallChannel grants for a call that is placed here at once, and for one placed to here when it is accepted", () => {
  const placed = new Credit();
  createChannel(CALLER_ID, CALLER_TAB, { credit: placed });
  assertEquals(spendAll(placed), CREDIT_MESSAGES + GRANT_MESSAGES);

  const { channel, credit } = createCallee();
  assertEquals(spendAll(credit), CREDIT_MESSAGES);
  channel.send(ACCEPTANCE, 0);
  assertEquals(spendAll(credit), GRANT_MESSAGES);
  channel.send(ACCEPTANCE, 0);
  assertEquals(spendAll(credit), 0, "Once for a call");
});

Deno.test("CallChannel says at its own expense what it is told to in a call that was placed or accepted here", () => {
  const { channel, credit } = createCallee();
  channel.send(ACCEPTANCE, 0);
  spendAll(credit);
  assertEquals(transmitted(channel.send(createLabelled("one"), 0)), [2]);
  assertEquals(transmitted(channel.tick(REPEAT_MS)), [1, 2]);
  assertEquals(transmitted(channel.handleReconnect(REPEAT_MS)), [1, 2]);
});

Deno.test("CallChannel grants nothing for refusing a call", () => {
  const { channel, credit } = createCallee();
  channel.send({ type: "video-offer-response", accepted: false, reason: "busy" }, 0);
  assertEquals(spendAll(credit), CREDIT_MESSAGES - 1);
});

Deno.test("CallChannel leaves unsaid, in a call that nobody here has taken, what its caller cannot pay", () => {
  const { channel, credit } = createCallee();
  const [output] = channel.send({ type: "ringing" }, 0);
  assertEquals(output?.type === "transmit" && output.isRepeat, false);
  assertEquals(spendAll(credit), CREDIT_MESSAGES - 1, "One was paid");
  assertEquals(channel.send({ type: "ringing" }, 0), []);
  assertEquals(channel.tick(REPEAT_MS), []);
  assertEquals(channel.handleReconnect(REPEAT_MS), []);
  assertEquals(channel.handleChange(REPEAT_MS), []);
});

Deno.test("CallChannel repeats with a growing pause what the caller pays in a call that nobody here has taken", () => {
  const { channel } = createCallee();
  channel.send({ type: "ringing" }, 0);
  assertEquals(transmitted(channel.tick(REPEAT_MS)), [1]);
  assertEquals(transmitted(channel.tick(REPEAT_MS * 3 - 1)), []);
  assertEquals(transmitted(channel.tick(REPEAT_MS * 3)), [1]);
});

Deno.test("CallChannel repeats for a changed path only what its peer has paid, even in a call of its own", () => {
  const credit = new Credit();
  const channel = createChannel(CALLER_ID, CALLER_TAB, { credit });
  channel.send(createLabelled("one"), 0);
  spendAll(credit);
  assertEquals(channel.handleChange(1), []);
});

Deno.test("CallChannel earns by each message of its peer, and leaves unsaid an acknowledgement that is not paid", () => {
  const copies = { ack: 1 };
  const credit = new Credit();
  const channel = createChannel(CALLER_ID, CALLER_TAB, { credit, copies: () => copies.ack });
  spendAll(credit);
  channel.receive(createAck(0), 0);
  assertEquals(spendAll(credit), 1);
  channel.receive(createIncoming(1, { id: CALLER_ID }), 0);
  assertEquals(spendAll(credit), 0, "It is nobody's in this call");
  copies.ack = 2;
  assertEquals(channel.receive(createIncoming(1), 0).map(({ type }) => type), ["deliver"], "Half of it was earned");
  assertEquals(acksOf(channel.receive(createIncoming(1), 0)), [1], "With a repeat, all");
});

Deno.test("CallChannel has last words and repeats paid as repeats, all else as said once", () => {
  const { channel, credit } = createCallee((isRepeat) => isRepeat ? 2 : 1);
  channel.send({ type: "ringing" }, 0);
  channel.tick(REPEAT_MS);
  assertEquals(spendAll(credit), CREDIT_MESSAGES - 3, "Once, and again both ways");

  const { channel: busy, credit: rest } = createCallee((isRepeat) => isRepeat ? 2 : 1);
  const [output] = busy.send({ type: "hang-up", reason: "ended" }, 0);
  assertEquals(output?.type === "transmit" && output.isRepeat, true);
  assertEquals(spendAll(rest), CREDIT_MESSAGES - 2);

  const { channel: told, credit: last } = createCallee((isRepeat) => isRepeat ? 2 : 1);
  told.receive(createIncoming(1), 0);
  assertEquals(spendAll(last), CREDIT_MESSAGES, "It has earned one, and was acknowledged once");
});
