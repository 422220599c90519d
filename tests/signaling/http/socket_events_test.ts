/** That a socket's place goes back whether or not the runtime says anything, and no session runs without one. */

import { assert, assertEquals } from "@std/assert";
import { Counters } from "../../../signaling/monitoring/counters.ts";
import { Deadlines } from "../../../signaling/session/deadlines.ts";
import { CLOSE, REGISTER_DEADLINE_MS } from "../../../signaling/protocol.ts";
import type { Session } from "../../../signaling/session/session.ts";
import { CLOSING_MS_MAX, SocketEvents } from "../../../signaling/http/socket_events.ts";
import { createShare, SessionBench } from "../../doubles/session_bench.ts";

class FakeEventSocket extends EventTarget {
  binaryType: BinaryType = "blob";
  bufferedAmount = 0;
  readonly closes: [code: number, reason: string][] = [];
  send(): void {}
  close(code: number, reason: string): void {
    this.closes.push([code, reason]);
  }
  say(type: string): void {
    this.dispatchEvent(type === "message" ? new MessageEvent(type, { data: "{" }) : new Event(type));
  }
}

function createSocketBench(bench: SessionBench) {
  const counters = new Counters();
  const socket = new FakeEventSocket();
  let [releasedCount, lostCount] = [0, 0];
  const share = { ...createShare({}), release: () => void (releasedCount += 1) };
  const closing = new Deadlines(globalThis, CLOSING_MS_MAX);
  const sessions: Session[] = [];
  const events = new SocketEvents({ socket, share, host: undefined, hosts: [] }, {
    opening: new Deadlines(globalThis, REGISTER_DEADLINE_MS),
    closing,
    counters,
    log: { info() {}, warn() {}, error() {} },
    onLost: () => void (lostCount += 1),
    start() {
      const { session } = bench.connect();
      sessions.push(session);
      return session;
    },
  });
  const read = () => ({ releasedCount, lostCount, heldCount: counters.heldCount, closes: socket.closes });
  return { socket, events, sessions, read };
}

Deno.test("SocketEvents gives the place back of a socket that neither opens nor closes, and counts its descriptor", () => {
  using bench = new SessionBench();
  const { read } = createSocketBench(bench);
  bench.clock.tick(REGISTER_DEADLINE_MS - 1);
  assertEquals(read(), { releasedCount: 0, lostCount: 0, heldCount: 1, closes: [] });
  bench.clock.tick(1);
  assertEquals(read(), { releasedCount: 1, lostCount: 1, heldCount: 1, closes: [] });
});

Deno.test("SocketEvents closes a socket that opens when its place has been given back, and starts no session", () => {
  using bench = new SessionBench();
  const { socket, sessions, read } = createSocketBench(bench);
  bench.clock.tick(REGISTER_DEADLINE_MS);
  socket.say("open");
  socket.say("message");
  assertEquals(sessions, []);
  assertEquals(read().closes, [[CLOSE.goingAway, "going-away"]]);
  socket.say("close");
  assertEquals(read().heldCount, 0);
});

Deno.test("SocketEvents gives the place back once when an open socket goes, however it says so", () => {
  for (const ends of [["close"], ["error"], ["error", "close"]]) {
    using bench = new SessionBench();
    const { socket, read } = createSocketBench(bench);
    socket.say("open");
    bench.clock.tick(REGISTER_DEADLINE_MS - 1);
    assertEquals(read().lostCount, 0);
    for (const end of ends) socket.say(end);
    assertEquals(read(), { releasedCount: 1, lostCount: 0, heldCount: 0, closes: [] });
    assertEquals(bench.sessions.size, 0);
    bench.clock.tick(CLOSING_MS_MAX);
    assertEquals(read().releasedCount, 1);
  }
});

Deno.test("SocketEvents keeps the place of a socket that we closed until it is gone, and no longer than 20 minutes", () => {
  using bench = new SessionBench();
  const [quick, stuck] = [createSocketBench(bench), createSocketBench(bench)];
  for (const { socket, events } of [quick, stuck]) {
    socket.say("open");
    events.handleSessionClosed();
  }
  bench.clock.tick(CLOSING_MS_MAX - 1);
  assertEquals([quick.read().releasedCount, stuck.read().releasedCount], [0, 0]);
  quick.socket.say("close");
  assertEquals(quick.read().releasedCount, 1);
  bench.clock.tick(1);
  assertEquals(stuck.read(), { releasedCount: 1, lostCount: 0, heldCount: 1, closes: [] });
  assert(bench.clock.countTimers() <= 1, "a timer is left over");
});
