/**
 * The short form of `deno task bench`: ours beside the minimal relay, in processor time, which does not depend on who
 * else uses the machine as time on the clock does. `docs/performance.md` has the real figures, and their bound of 1.2.
 */

import { existsSync } from "node:fs";
import { assert, assertEquals } from "@std/assert";
import { LoadGenerator } from "../../bench/compare/load_generator.ts";
import { compare, runRounds } from "../../bench/compare/rounds.ts";
import { MINIMAL, OURS } from "../../bench/compare/servers.ts";
import { shorten, WORKS } from "../../bench/compare/works.ts";
import { isMissing } from "../doubles/programs.ts";

const PROGRAMS = { cc: "gcc", taskset: "util-linux" };
/** What the load generator is built with, of Debian's libssl-dev. */
const HEADER = "/usr/include/openssl/evp.h";
/** Above the bound of the bench, since a second is too short to warm up. */
const RATIO_MAX = 1.6;

/** Tells whether to ignore a test because this machine cannot build or pin the load, and says so. */
function isUnfit(name: string): boolean {
  if (isMissing(name, PROGRAMS)) return true;
  if (Deno.env.get("CI") === "true") return false;
  const isFit = navigator.hardwareConcurrency > 1 && existsSync(HEADER);
  if (!isFit) console.log(`Skipped "${name}": it needs libssl-dev, and two processors.`);
  return !isFit;
}

function benchTest(name: string, body: (load: LoadGenerator) => Promise<void>): void {
  Deno.test({
    name,
    ignore: isUnfit(name),
    async fn() {
      await using load = await LoadGenerator.build();
      await body(load);
    },
  });
}

benchTest("A message costs little more processor time than in a relay that checks nothing", async (load) => {
  const name = "candidate w16";
  const works = WORKS.filter((work) => work.name === name).map(shorten).map((work) => ({
    ...work,
    servers: [OURS, MINIMAL],
  }));
  const { results } = await runRounds(load, works, { rounds: 5, tries: 1 });
  const ratio = compare(results, { what: name, work: name, beside: MINIMAL, figure: "cpuUs", atMost: RATIO_MAX });
  assert(ratio !== null && ratio.median <= RATIO_MAX, `${ratio?.median} times the processor time`);
});

benchTest(
  "Every kind of load gets through without an error, of whichever size and kind",
  async (load) => {
    const works = WORKS.map(shorten).map((work) => ({ ...work, servers: [OURS] }));
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
