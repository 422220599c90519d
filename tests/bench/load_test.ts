/** The load of `deno task bench` is what it says: all of it gets through, and what is lost on the way is noticed. */

import { assert, assertEquals } from "@std/assert";
import { runRounds } from "../../bench/compare/rounds.ts";
import { OURS } from "../../bench/compare/servers.ts";
import { shorten, WORKS } from "../../bench/compare/works.ts";
import { benchTest } from "./bench_test_case.ts";

benchTest(
  "Every kind of load gets through without an error, of whichever size and kind",
  async (load) => {
    const works = WORKS.map((work) => ({ ...shorten(work, 0.2), servers: [OURS] }));
    const { results } = await runRounds(load, works, { rounds: 1, tries: 1 });
    for (const { name } of WORKS) {
      const [figures] = results[name]?.["ours"] ?? [];
      assert((figures?.["count"] ?? 0) > 0, `${name}: nothing came through`);
      assertEquals(figures?.["errors"], 0, name);
    }
  },
);

/** Relays all but one message. */
function startLosingRelay(lostMessage: number): Deno.HttpServer<Deno.NetAddr> {
  const sockets = new Map<string, WebSocket>();
  let count = 0;
  return Deno.serve({ port: 0, hostname: "127.0.0.1", onListen: () => {} }, (request) => {
    const { socket, response } = Deno.upgradeWebSocket(request);
    socket.onmessage = ({ data }) => {
      const { type, id, clientId } = JSON.parse(data);
      if (type !== "register") return void (++count === lostMessage || sockets.get(clientId)?.send(data));
      sockets.set(id, socket);
      socket.send(JSON.stringify({ type: "registered", id }));
    };
    return response;
  });
}

for (const work of ["relay window=2", "rate rate=500", "calls rate=100"]) {
  benchTest(`The load notices the one message that a relay loses: ${work}`, async (load) => {
    await using relay = startLosingRelay(40);
    const server = { port: relay.addr.port, pid: Deno.pid };
    const { figures } = await load.run("plain", server, `${work} pairs=5 warmup=0.1 seconds=0.5`);
    assert((figures["count"] ?? 0) > 0, "nothing came through");
    assertEquals(figures["errors"], 1);
  });
}
