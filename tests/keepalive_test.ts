import { assert, assertEquals } from "@std/assert";
import { startKeepalive } from "../signaling/keepalive.ts";
import { CLOSE, PING_INTERVAL_MS, SILENCE_MAX_MS } from "../signaling/protocol.ts";
import { SessionBench } from "./doubles/session_bench.ts";

Deno.test("startKeepalive() drops a silent peer within 45 s of its last word, whenever that was", async () => {
  for (let spokeAtMs = 1; spokeAtMs < PING_INTERVAL_MS * 2; spokeAtMs += 1_234) {
    using bench = new SessionBench();
    const stop = startKeepalive(bench.sessions);
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
  const stop = startKeepalive(bench.sessions);
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
