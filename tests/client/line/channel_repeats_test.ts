/** When a channel repeats what nobody has acknowledged, and what it repeats in answer to repeats. */

import { assert, assertEquals } from "@std/assert";
import {
  ANSWER_MS,
  LAST_RECONNECTS_MAX,
  LAST_REPEATS_MAX,
  REPEAT_MS,
  REPEAT_MS_MAX,
  REPEATED_MAX,
} from "../../../client/line/channel_options.ts";
import { createAck, createCaller, createIncoming, TAB, transmitted } from "../../doubles/channel_messages.ts";
import { createLabelled } from "../../doubles/channel_world.ts";

Deno.test("CallChannel.tick() repeats after a pause that doubles up to REPEAT_MS_MAX, and after a reconnect anew", () => {
  const channel = createCaller();
  channel.send(createLabelled("one"), 0);
  const repeatedAtMs = (fromMs: number) => {
    const times: number[] = [];
    for (let nowMs = fromMs; nowMs <= fromMs + 40_000; nowMs += 500) {
      if (transmitted(channel.tick(nowMs)).length > 0) times.push(nowMs - fromMs);
    }
    return times;
  };
  const times = [REPEAT_MS, REPEAT_MS * 3];
  for (let next = 6_000; next <= 40_000; next += REPEAT_MS_MAX) times.push(next);
  assertEquals(repeatedAtMs(0), times);
  assertEquals(transmitted(channel.handleReconnect(100_000)), [1]);
  assertEquals(repeatedAtMs(100_000), times);
});

Deno.test("CallChannel.receive() answers a repeat by repeating what has waited ANSWER_MS itself", () => {
  const channel = createCaller();
  channel.receive(createIncoming(1), 0);
  channel.send(createLabelled("one"), 0);
  channel.send(createLabelled("two"), 1);
  assertEquals(transmitted(channel.receive(createIncoming(2), ANSWER_MS)), [], "It is no repeat");
  assertEquals(transmitted(channel.receive(createIncoming(4), ANSWER_MS)), [], "It is early");
  assertEquals(transmitted(channel.receive(createIncoming(1), ANSWER_MS - 1)), []);
  assertEquals(transmitted(channel.receive(createIncoming(1), ANSWER_MS)), [1]);
  assertEquals(transmitted(channel.receive(createIncoming(2), ANSWER_MS * 2 - 1)), [], "It was answered just now");
  assertEquals(transmitted(channel.receive(createIncoming(2), ANSWER_MS * 2)), [1, 2]);
  channel.receive(createAck(2), ANSWER_MS * 6);
  assertEquals(transmitted(channel.receive(createIncoming(1), ANSWER_MS * 9)), []);
});

Deno.test("CallChannel.receive() answers repeats ever less often while nothing is acknowledged", () => {
  const channel = createCaller();
  for (const label of ["one", "two"]) channel.send(createLabelled(label), 0);
  channel.receive(createIncoming(1), 0);
  const answeredAtMs = (fromMs: number, toMs: number) => {
    const times: number[] = [];
    for (let nowMs = fromMs; nowMs <= toMs; nowMs += 10) {
      if (transmitted(channel.receive(createIncoming(1), nowMs)).length > 0) times.push(nowMs);
    }
    return times;
  };
  assertEquals(answeredAtMs(10, 7_000), [200, 400, 800, 1_600, 3_200, 6_400]);
  channel.receive(createAck(1), 7_000);
  assertEquals(answeredAtMs(7_000, 7_500).length, 2, "Something has come through, so more may");
});

Deno.test("CallChannel.handleReconnect() repeats at once though the clock was set back", () => {
  const channel = createCaller();
  channel.send(createLabelled("one"), 3_600_000);
  assertEquals(transmitted(channel.handleReconnect(0)), [1]);
  assertEquals(transmitted(channel.tick(REPEAT_MS)), [1]);
});

Deno.test("CallChannel.receive() answers no sooner for an acknowledgement that says nothing new", () => {
  const channel = createCaller();
  channel.send(createLabelled("one"), 0);
  channel.receive(createIncoming(1), 0);
  for (const nowMs of [200, 400]) assertEquals(transmitted(channel.receive(createIncoming(1), nowMs)), [1]);
  channel.receive(createAck(0), 500);
  assertEquals(transmitted(channel.receive(createIncoming(1), 799)), []);
  assertEquals(transmitted(channel.receive(createIncoming(1), 800)), [1]);
});

Deno.test("CallChannel.receive() answers with nothing that was repeated ANSWER_MS ago or less", () => {
  const channel = createCaller();
  channel.receive(createIncoming(1), 0);
  channel.send(createLabelled("one"), 0);
  assertEquals(transmitted(channel.tick(REPEAT_MS)), [1]);
  assertEquals(transmitted(channel.receive(createIncoming(1), REPEAT_MS + ANSWER_MS - 1)), []);
  assertEquals(transmitted(channel.receive(createIncoming(1), REPEAT_MS + ANSWER_MS)), [1]);
});

Deno.test("CallChannel.receive() puts out nothing where there is nothing to answer, or it was answered just now", () => {
  const channel = createCaller();
  channel.receive(createIncoming(1), 0);
  assertEquals(channel.receive(createIncoming(1), 1), [], "Nothing waits");
  channel.send(createLabelled("one"), 0);
  channel.receive(createIncoming(1), ANSWER_MS);
  assertEquals(channel.receive(createIncoming(1), ANSWER_MS + 1), []);
});

Deno.test("CallChannel.handleReconnect() repeats on as many transports as the call lives through", () => {
  const channel = createCaller();
  channel.send(createLabelled("one"), 0);
  for (let socket = 1; socket <= LAST_RECONNECTS_MAX * 3; socket += 1) {
    assertEquals(transmitted(channel.handleReconnect(socket)), [1]);
  }
  channel.send({ type: "hang-up", reason: "ended" }, 100);
  channel.end(100);
  for (let socket = 1; socket <= LAST_RECONNECTS_MAX; socket += 1) {
    assertEquals(transmitted(channel.handleReconnect(100 + socket)), [2], "The sockets before the end do not count");
  }
  assertEquals(channel.handleReconnect(200), []);
});

Deno.test("CallChannel says last words LAST_REPEATS_MAX times again, however often it has repeated other things", () => {
  for (let before = 0; before <= LAST_REPEATS_MAX + 1; before += 1) {
    const channel = createCaller();
    channel.send(createLabelled("one"), 0);
    for (let repeat = 0; repeat < before; repeat += 1) assertEquals(transmitted(channel.handleChange(0)), [1]);
    channel.send({ type: "hang-up", reason: "ended" }, 0);
    channel.end(0);
    let said = 0;
    for (let nowMs = 500; nowMs <= 60_000; nowMs += 500) said += transmitted(channel.tick(nowMs)).length;
    assertEquals(said, LAST_REPEATS_MAX);
    assertEquals(channel.handleChange(60_000), [], "A fresh path hears no more of it either");
  }
});

Deno.test("CallChannel.handleChange() repeats what waits, and leaves the next repeat when it was", () => {
  const channel = createCaller();
  channel.send(createLabelled("one"), 0);
  const [output, ...others] = channel.handleChange(500);
  assert(output?.type === "transmit" && output.isRepeat, "It is a repeat, so it goes every way that there is");
  assertEquals([transmitted([output]), others], [[1], []]);
  assertEquals(transmitted(channel.tick(REPEAT_MS - 1)), []);
  assertEquals(transmitted(channel.tick(REPEAT_MS)), [1]);
});

Deno.test("CallChannel.handleUndelivered() has all tried again after REPEAT_MS or sooner, and the pause grow anew", () => {
  const channel = createCaller({ isBound: false, isPatient: true });
  channel.send(createLabelled("one"), 0);
  channel.handleUndelivered("peer-unavailable", REPEAT_MS / 2);
  assertEquals(transmitted(channel.tick(REPEAT_MS)), [1], "What was due sooner is no later");
  assertEquals(transmitted(channel.tick(REPEAT_MS * 2)), [1], "After the first pause again");
  channel.tick(REPEAT_MS * 4);
  channel.handleUndelivered("peer-unavailable", REPEAT_MS * 5);
  assertEquals(transmitted(channel.tick(REPEAT_MS * 6 - 1)), [], "Not at once");
  assertEquals(transmitted(channel.tick(REPEAT_MS * 6)), [1], "It would have been due after another second");
  assertEquals(transmitted(channel.tick(REPEAT_MS * 7 - 1)), []);
  assertEquals(transmitted(channel.tick(REPEAT_MS * 7)), [1]);
});

Deno.test("CallChannel repeats the first REPEATED_MAX that wait in a call, and the next as those arrive", () => {
  const channel = createCaller();
  channel.bind(TAB);
  for (let count = 0; count < 100; count += 1) channel.send(createLabelled(`${count}`), 0);
  const numbers = (from: number) => Array.from({ length: REPEATED_MAX }, (_, index) => from + index);
  assertEquals(transmitted(channel.tick(REPEAT_MS)), numbers(1));
  assertEquals(transmitted(channel.tick(REPEAT_MS + 500)), []);
  channel.receive(createAck(REPEATED_MAX), REPEAT_MS + 600);
  assertEquals(transmitted(channel.tick(REPEAT_MS + 1_000)), numbers(REPEATED_MAX + 1));
  channel.receive(createAck(50), 10_000);
  assertEquals(transmitted(channel.handleReconnect(10_000)), numbers(51));
});
