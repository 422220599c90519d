/** What a channel says after a call's end, and what it makes of it that nobody is there. */

import { assert, assertEquals } from "@std/assert";
import { type CallChannel } from "../../../client/line/channel.ts";
import {
  ENDED_ACK_MS,
  LAST_ANSWERS_MAX,
  LAST_RECONNECTS_MAX,
  REPEAT_MS,
  REPEAT_MS_MAX,
  UNAVAILABLE_MS_MAX,
} from "../../../client/line/channel_options.ts";
import {
  acksOf,
  afters,
  createAck,
  createCaller,
  createIncoming,
  delivered,
  refused,
  TAB,
  transmitted,
} from "../../doubles/channel_messages.ts";
import { CALLEE_ID, createChannel, createLabelled } from "../../doubles/channel_world.ts";

// --- The end ------------------------------------------------------------------------------------------------------

Deno.test("CallChannel.end() leaves last words, said a few times within seconds and on a few sockets to come", () => {
  const channel = createCaller();
  for (let count = 0; count < 400; count += 1) channel.send(createLabelled(`${count}`), 0);
  assertEquals(transmitted(channel.send({ type: "hang-up", reason: "ended" }, 0)), [401]);
  channel.end(0);
  const sayings = (fromMs: number, toMs: number) => {
    const times: number[] = [];
    for (let nowMs = fromMs; nowMs <= toMs; nowMs += 500) {
      const seqs = transmitted(channel.tick(nowMs));
      if (seqs.length > 0) times.push(nowMs - fromMs);
      assert(seqs.every((seq) => seq === 401), `${seqs} was said after the end`);
    }
    return times;
  };
  assertEquals(sayings(0, 600_000), [1_000, 3_000, 6_000]);
  for (let socket = 0; socket < LAST_RECONNECTS_MAX; socket += 1) {
    assertEquals(transmitted(channel.handleReconnect(1_000_000)), [401]);
    assertEquals(sayings(1_000_000, 1_600_000), [1_000]);
  }
  assertEquals(channel.handleReconnect(2_000_000), []);
});

Deno.test("CallChannel.end() takes last words after it too, and they pass all that was left unsaid", () => {
  const [channel, other] = [createCaller(), createChannel(CALLEE_ID, TAB)];
  for (const label of ["one", "two"]) channel.send(createLabelled(label), 0);
  channel.end(0);
  const outputs = channel.send({ type: "hang-up", reason: "ended" }, 0);
  assertEquals(afters(outputs), [[3, 0]]);
  const [output] = outputs;
  if (output?.type !== "transmit") throw new Error("Nothing was said");
  assertEquals(delivered(other.receive(output.message, 0)), [3]);
  assertEquals(channel.unackedCount, 1);
});

Deno.test("CallChannel.end() without last words leaves nothing, and acknowledges for ENDED_ACK_MS", () => {
  const channel = createCaller();
  for (const label of ["one", "two"]) channel.send(createLabelled(label), 0);
  channel.end(0);
  assertEquals(channel.unackedCount, 0);
  assertEquals(channel.receive(createIncoming(1), ENDED_ACK_MS).length, 2);
  assertEquals(acksOf(channel.receive(createIncoming(1), ENDED_ACK_MS * 2)), []);
  assertEquals(channel.tick(600_000), []);
});

// --- Nobody there -------------------------------------------------------------------------------------------------

Deno.test("CallChannel.handleUndelivered() refuses once, with all messages, after UNAVAILABLE_MS_MAX and for good", () => {
  const channel = createCaller({ isBound: false });
  for (const label of ["one", "two"]) channel.send(createLabelled(label), 0);
  for (let nowMs = 0; nowMs < UNAVAILABLE_MS_MAX; nowMs += REPEAT_MS) {
    assertEquals(channel.handleUndelivered("peer-unavailable", nowMs), []);
    assertEquals(transmitted(channel.tick(nowMs + REPEAT_MS)), [1, 2], "It must be tried again until it is refused");
  }
  assertEquals(refused(channel.handleUndelivered("peer-unavailable", UNAVAILABLE_MS_MAX)), ["one", "two"]);
  assertEquals(channel.handleUndelivered("peer-unavailable", UNAVAILABLE_MS_MAX * 2), []);
  assertEquals([channel.tick(60_000), channel.handleReconnect(60_000), channel.unackedCount], [[], [], 0]);
  const later = channel.send(createLabelled("three"), 60_000);
  assertEquals([refused(later), transmitted(later)], [["three"], []]);
});

Deno.test("CallChannel.handleUndelivered() goes on with what was one too many, and no faster for it", () => {
  const channel = createCaller({ isBound: false });
  channel.send(createLabelled("one"), 0);
  channel.handleUndelivered("peer-unavailable", 0);
  let repeats = 0;
  for (let nowMs = 0; nowMs < 10 * UNAVAILABLE_MS_MAX; nowMs += REPEAT_MS) {
    assertEquals(channel.handleUndelivered("rate-limited", nowMs), []);
    repeats += transmitted(channel.tick(nowMs)).length;
  }
  assert(repeats > 0 && repeats <= 10 * UNAVAILABLE_MS_MAX / 1_000, `${repeats} repeats`);
  assertEquals(channel.handleUndelivered("peer-unavailable", 10 * UNAVAILABLE_MS_MAX), [], "it counts anew");
});

Deno.test("CallChannel.handleUndelivered() leaves the pause of what was one too many as long as it had grown", () => {
  const channel = createCaller({ isBound: false });
  channel.send(createLabelled("one"), 0);
  assertEquals(transmitted(channel.tick(REPEAT_MS)), [1]);
  channel.handleUndelivered("rate-limited", REPEAT_MS);
  assertEquals(transmitted(channel.tick(3 * REPEAT_MS - 1)), []);
  assertEquals(transmitted(channel.tick(3 * REPEAT_MS)), [1]);
});

Deno.test("CallChannel.handleUndelivered() leaves out what some tab has", () => {
  const channel = createCaller({ isBound: false });
  channel.send(createLabelled("one"), 0);
  channel.receive(createAck(1), 0);
  channel.send(createLabelled("two"), 0);
  channel.handleUndelivered("peer-unavailable", 0);
  assertEquals(refused(channel.handleUndelivered("peer-unavailable", UNAVAILABLE_MS_MAX)), ["two"]);
});

Deno.test("CallChannel.handleUndelivered() counts anew once the peer was heard or this end has reconnected", () => {
  const renewals: ((channel: CallChannel) => void)[] = [
    (channel) => channel.receive(createAck(0), 0),
    (channel) => channel.receive(createIncoming(1), 0),
    (channel) => channel.handleReconnect(UNAVAILABLE_MS_MAX - 1),
  ];
  for (const renew of renewals) {
    const channel = createCaller({ isBound: false });
    channel.send(createLabelled("one"), 0);
    channel.handleUndelivered("peer-unavailable", 0);
    renew(channel);
    assertEquals(channel.handleUndelivered("peer-unavailable", UNAVAILABLE_MS_MAX), []);
    assertEquals(refused(channel.handleUndelivered("peer-unavailable", UNAVAILABLE_MS_MAX * 2)), ["one"]);
  }
});

Deno.test("CallChannel.handleUndelivered() does not count the time in which only an acknowledgement found nobody", () => {
  const channel = createCaller({ isBound: false });
  channel.receive(createIncoming(1), 0);
  assertEquals(channel.handleUndelivered("peer-unavailable", 0), []);
  channel.send(createLabelled("one"), 60_000);
  assertEquals(channel.handleUndelivered("peer-unavailable", 60_000), []);
  assertEquals(refused(channel.handleUndelivered("peer-unavailable", 60_000 + UNAVAILABLE_MS_MAX)), ["one"]);
});

Deno.test("CallChannel.tick() goes on in a bound call that nobody answers, seldom enough, and hears no word of the relay on it", () => {
  const channel = createCaller();
  channel.send(createLabelled("one"), 0);
  let repeats = 0;
  for (let nowMs = 500; nowMs <= 600_000; nowMs += 500) {
    repeats += transmitted(channel.tick(nowMs)).length;
    assertEquals(
      channel.handleUndelivered("peer-unavailable", nowMs),
      [],
      "Of a call in progress the relay has no word",
    );
  }
  assert(repeats <= 600_000 / REPEAT_MS_MAX + 10, `${repeats} repeats in ten minutes`);
  assertEquals(transmitted(channel.send(createLabelled("two"), 600_000)), [2]);
  assertEquals(transmitted(channel.handleReconnect(600_001)), [1, 2]);
  channel.receive(createAck(2), 600_002);
  for (let nowMs = 600_500; nowMs <= 660_000; nowMs += 500) assertEquals(channel.tick(nowMs), []);
});

Deno.test("CallChannel.tick() does nothing but repeat before the call is somebody's", () => {
  const channel = createCaller({ isBound: false });
  channel.send(createLabelled("one"), 0);
  for (let nowMs = 500; nowMs <= 60_000; nowMs += 500) {
    assert(channel.tick(nowMs).every(({ type }) => type === "transmit"));
  }
});

Deno.test("CallChannel.handleUndelivered() never refuses a patient caller, who goes on trying", () => {
  const channel = createCaller({ isBound: false, isPatient: true });
  channel.send(createLabelled("one"), 0);
  let triedAtMs = 0;
  for (let nowMs = 500; nowMs <= 600_000; nowMs += 500) {
    if (transmitted(channel.tick(nowMs)).length === 0) continue;
    assertEquals(channel.handleUndelivered("peer-unavailable", nowMs), []);
    assert(nowMs - triedAtMs <= REPEAT_MS_MAX, `It waited ${nowMs - triedAtMs} ms`);
    triedAtMs = nowMs;
  }
  assertEquals(channel.unackedCount, 1);
});

Deno.test("CallChannel.handleUndelivered() never refuses for a relay that cannot tell, and begins to count anew", () => {
  const channel = createCaller({ isBound: false });
  channel.send(createLabelled("one"), 0);
  assertEquals(channel.handleUndelivered("peer-unavailable", 0), []);
  assertEquals(channel.handleUndelivered("unavailable", UNAVAILABLE_MS_MAX), []);
  assertEquals(channel.handleUndelivered("unavailable", UNAVAILABLE_MS_MAX * 100), []);
  const atMs = UNAVAILABLE_MS_MAX * 100;
  assertEquals(transmitted(channel.tick(atMs + REPEAT_MS)), [1], "It must be tried again soon");
  assertEquals(channel.handleUndelivered("peer-unavailable", atMs + REPEAT_MS), []);
  assertEquals(channel.unackedCount, 1);
});

Deno.test("CallChannel.end() still tells a peer that comes back later, at its expense, and no longer once it has heard", () => {
  const channel = createCaller();
  channel.send({ type: "hang-up", reason: "ended" }, 0);
  channel.end(0);
  for (let nowMs = 0; nowMs <= 60_000; nowMs += 500) channel.tick(nowMs);
  // What is new to the channel, and what it has had, both show that the other end has not heard of the end.
  assertEquals(transmitted(channel.receive(createIncoming(1), 60_000)), [1]);
  assertEquals(
    transmitted(channel.receive(createIncoming(1), 60_100)),
    [],
    "at once again would be louder than the peer",
  );
  assertEquals(transmitted(channel.receive(createIncoming(1), 60_200)), [1]);
  const times: number[] = [];
  for (let nowMs = 60_300; nowMs <= 100_000; nowMs += 100) {
    if (transmitted(channel.receive(createIncoming(1), nowMs)).includes(1)) times.push(nowMs);
  }
  assertEquals(times.length, LAST_ANSWERS_MAX - 2);
  channel.receive(createAck(1), 100_000);
  assertEquals(transmitted(channel.receive(createIncoming(2), 120_000)), []);
});
