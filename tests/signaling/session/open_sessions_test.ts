import { assert, assertEquals } from "@std/assert";
import { CLOSE } from "../../../signaling/protocol.ts";
import { OpenSessions } from "../../../signaling/session/open_sessions.ts";
import { SessionBench } from "../../doubles/session_bench.ts";

const TOLD = '{"type":"reconnect","withinMs":10000}';

/** Tells whether `promise` has settled, after what is due now has run. */
async function isSettled(promise: Promise<void>): Promise<boolean> {
  let isSettled = false;
  promise.then(() => isSettled = true);
  for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
  return isSettled;
}

Deno.test("OpenSessions.drain() tells each session, and each that opens later, to move in two thirds of the time", async () => {
  using bench = new SessionBench();
  const open = new OpenSessions();
  const [registered, challenged, late] = [await bench.register(), bench.connect(), bench.connect()];
  open.add(registered.session);
  open.add(challenged.session);
  assert(!open.isDraining);
  const drained = open.drain(15_000);
  assert(open.isDraining);
  open.add(late.session);
  for (const { socket } of [registered, challenged, late]) {
    assertEquals(socket.texts.filter((text) => text === TOLD).length, 1);
    assertEquals(socket.closes, []);
  }
  bench.clock.tick(15_000);
  await drained;
});

Deno.test("OpenSessions.drain() is over when the last session has gone", async () => {
  using bench = new SessionBench();
  const open = new OpenSessions();
  const [first, second] = [bench.connect().session, bench.connect().session];
  open.add(first);
  open.add(second);
  const drained = open.drain(15_000);
  open.delete(first);
  assert(!await isSettled(drained));
  open.delete(second);
  assert(await isSettled(drained));
  assertEquals(open.size, 0);
});

Deno.test("OpenSessions.drain() is over in time if a session stays, and close() ends that one", async () => {
  using bench = new SessionBench();
  const open = new OpenSessions();
  const { session, socket } = await bench.register();
  open.add(session);
  const drained = open.drain(15_000);
  bench.clock.tick(14_999);
  assert(!await isSettled(drained));
  bench.clock.tick(1);
  assert(await isSettled(drained));
  assertEquals(socket.closes, []);
  open.close();
  assertEquals(socket.closes, [[CLOSE.goingAway, "going-away"]]);
});

Deno.test("OpenSessions.drain() does not wait for nobody, nor tell anybody if there is no time", async () => {
  using bench = new SessionBench();
  const empty = new OpenSessions();
  assert(await isSettled(empty.drain(15_000)));
  assert(empty.isDraining);

  const hurried = new OpenSessions();
  const { session, socket } = bench.connect();
  hurried.add(session);
  assert(await isSettled(hurried.drain(0)));
  assert(hurried.isDraining);
  assertEquals(socket.texts.length, 1, "only the challenge");
});
