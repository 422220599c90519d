/** Our TURN credentials, shown to a real coturn by its own client. */

import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { parseConfig } from "../../signaling/config/config.ts";
import { createIceServerOffers } from "../../signaling/ice/ice_servers.ts";
import { isMissing } from "../doubles/programs.ts";
import { startTurnServer, TURN_PROGRAMS, type TurnServer } from "../doubles/turn_server.ts";

const HOUR_MS = 3_600_000;

function createCredentials(secret: string, nowMs = Date.now()): { username: string; credential: string } {
  const variables: Record<string, string> = { TURN_URLS: "turn:127.0.0.1", TURN_SECRET: secret };
  const config = parseConfig((name) => variables[name]);
  const offer = createIceServerOffers({ config, stunPort: null, nowMs: () => nowMs });
  const [server] = offer(undefined, "192.0.2.1").iceServers;
  const { username, credential } = server ?? {};
  assert(username !== undefined && credential !== undefined);
  return { username, credential };
}

/** Has coturn's client allocate two relays and send a message from one to the other. */
async function tryAllocation(
  { port }: TurnServer,
  { username, credential }: { username: string; credential: string },
  ...flags: string[]
): Promise<{ isRelayed: boolean; output: string }> {
  const { code, stdout, stderr } = await new Deno.Command("turnutils_uclient", {
    // Not -O, though it is quicker: its exit code is 0 also when every allocation is refused.
    args: [...flags, "-y", "-c", "-n", "1", "-u", username, "-w", credential, "-p", String(port), "127.0.0.1"],
    stdin: "null",
  }).output();
  const output = [stdout, stderr].map((bytes) => new TextDecoder().decode(bytes)).join("\n");
  return { isRelayed: code === 0 && /tot_recv_msgs=[1-9]/.test(output), output };
}

const NAME = "coturn relays, by UDP and TCP, for our credentials, and for no forged or expired ones";

Deno.test({
  name: NAME,
  ignore: isMissing(NAME, { ...TURN_PROGRAMS, turnutils_uclient: "coturn" }),
  async fn() {
    await using coturn = await startTurnServer({ secret: "north" });
    const refused = [createCredentials("south"), createCredentials("north", Date.now() - 2 * HOUR_MS)];
    for (const credentials of refused) {
      const { isRelayed, output } = await tryAllocation(coturn, credentials);
      assert(!isRelayed, output);
      assertStringIncludes(output, "Cannot complete Allocation");
    }
    const results = await Promise.all([
      tryAllocation(coturn, createCredentials("north")),
      tryAllocation(coturn, createCredentials("north"), "-t"),
    ]);
    assertEquals(results.map(({ isRelayed }) => isRelayed), [true, true], results.map(({ output }) => output).join());
  },
});
