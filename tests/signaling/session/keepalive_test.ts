import { assert, assertEquals } from "@std/assert";
import { startKeepalive } from "../../../signaling/session/keepalive.ts";
import { CLOSE, PING_INTERVAL_MS, SILENCE_MAX_MS } from "../../../signaling/protocol.ts";
import { SessionBench } from "../../doubles/session_bench.ts";

Deno.test("startKeepalive() drops a silent peer within 45 s of its last word, whenever that was", async () => {
  for (let spokeAtMs = 1; spokeAtMs < PING_INTERVAL_MS * 2; spokeAtMs += 1_234) {
    using bench = new SessionBench();
    const stop = startKeepalive(bench.sessions, () => performance.now());
    const { session, socket } = await bench.register();
    bench.clock.tick(spokeAtMs);
    await session.handle('{"type":"pong"}');
    bench.clock.tick(PING_INTERVAL_MS - 1);
    assertEquals(socket.closes, [], "closed too early");
    bench.clock.tick(SILENCE_MAX_MS - PING_INTERVAL_MS + 1);
    assertEquals(socket.closes, [[CLOSE.silent, "silent"]]);
    assertEquals(bench.relay.peerCount, 0);
    stop();
  }
});

Deno.test("startKeepalive() keeps a peer that only answers pings, and pings no socket before it is registered", async () => {
  using bench = new SessionBench();
  const stop = startKeepalive(bench.sessions, () => performance.now());
  const { session, socket } = await bench.register();
  bench.clock.tick(PING_INTERVAL_MS - 1);
  const unregistered = bench.connect();
  for (let minute = 0; minute < 30; minute += 1) {
    const count = socket.texts.length;
    bench.clock.tick(PING_INTERVAL_MS);
    assertEquals(socket.texts.slice(count), ['{"type":"ping"}']);
    await session.handle('{"type":"pong"}');
  }
  assertEquals(socket.closes, []);
  assert(!unregistered.socket.texts.includes('{"type":"ping"}'));
  stop();
  bench.clock.tick(PING_INTERVAL_MS * 5);
  assertEquals(socket.closes, []);
});

Deno.test("startKeepalive() closes nobody after this process stood still, and a silent peer at the sweep after that", async () => {
  // From just after the ping to past the next one; and so that there is time left to answer, or has been before.
  for (
    const [stopsAfterMs, pauseMs, isJudged] of [[1, 25_000, false], [100, 19_900, false], [
      10_000,
      9_000,
      true,
    ]] as const
  ) {
    using bench = new SessionBench();
    const wall = { pausedMs: 0 };
    const stop = startKeepalive(bench.sessions, () => performance.now() - wall.pausedMs);
    const { socket } = await bench.register();
    bench.clock.tick(PING_INTERVAL_MS);
    bench.clock.tick(stopsAfterMs);
    wall.pausedMs += pauseMs;
    bench.clock.tick(PING_INTERVAL_MS - stopsAfterMs); // The timer is due meanwhile, and comes at its end.
    assertEquals(socket.closes.length, isJudged ? 1 : 0, `${stopsAfterMs} ms`);
    bench.clock.tick(PING_INTERVAL_MS);
    assertEquals(socket.closes, [[CLOSE.silent, "silent"]]);
    stop();
  }
});
