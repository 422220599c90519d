/** The files of deploy/ and the Dockerfile, as far as they can be held against the rest without running them. */

import { assert, assertEquals } from "@std/assert";
import { readStartFlags } from "./doubles/server_process.ts";

const ROOT = new URL("../", import.meta.url);

/** What `deno.json` says by itself where there is one. */
const UNSTABLE = "--unstable-net";

function readFile(path: string): Promise<string> {
  return Deno.readTextFile(new URL(path, ROOT));
}

Deno.test("The Dockerfile starts the server with the permissions of deno task start", async () => {
  const command = /^CMD (\[.*\])$/m.exec(await readFile("Dockerfile"))?.[1];
  assert(command !== undefined, "There is no CMD");
  assertEquals(JSON.parse(command), ["deno", "run", UNSTABLE, ...readStartFlags(), "server.js"]);
});
