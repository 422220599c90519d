/** What stops `deno task start` is said before the build, within two seconds, and with a code that is not 0. */

import { assert, assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { findRegistry, listFolders, listImported, reachRegistry } from "../../start/packages.ts";
import { findTakenPort } from "../../start/preflight.ts";
import { listReadable } from "../../start/readable.ts";
import { isMissing } from "../doubles/programs.ts";

const ROOT = new URL("../../", import.meta.url).pathname;
/** What a person waits without a word, and more for a machine that is busy with other tests. */
const SAID_MS_MAX = 2_000 + 2_000;

interface Start {
  readonly code: number;
  readonly said: string;
  readonly tookMs: number;
}

/** Runs `deno task start` in a folder, with words before it. */
async function start(folder: string, env: Record<string, string>, prefix: readonly string[] = []): Promise<Start> {
  const [program = "", ...args] = [...prefix, Deno.execPath(), "task", "start"];
  const startMs = performance.now();
  const child = new Deno.Command(program, {
    args,
    cwd: folder,
    env: { NO_COLOR: "1", ...env },
    stdout: "piped",
    stderr: "piped",
  });
  const { code, stdout, stderr } = await child.output();
  const tookMs = performance.now() - startMs;
  return { code, said: new TextDecoder().decode(stderr) + new TextDecoder().decode(stdout), tookMs };
}

Deno.test("deno task start names the port in use at once, and leaves the page that is served as it is", async () => {
  using listener = Deno.listen({ port: 0, hostname: "0.0.0.0" });
  const { port } = listener.addr as Deno.NetAddr;
  const { code, said, tookMs } = await start(ROOT, { PORT: String(port) });
  assertEquals(code, 1, said);
  assertStringIncludes(said, `Port ${port} is in use`);
  assertStringIncludes(said, `PORT=${port + 1} before the command`);
  assert(!said.includes("client/page/build/build.ts"), said);
  assert(tookMs < SAID_MS_MAX, `It took ${tookMs} ms`);
});

Deno.test("deno task start names a setting that cannot be right before it builds", async () => {
  const { code, said } = await start(ROOT, { PORT: "0", TLS_CERT: "cert.pem" });
  assertEquals(code, 1, said);
  assertStringIncludes(said, "TLS_CERT and TLS_KEY must be two files that belong together, and TLS_KEY is missing");
  assert(!said.includes("client/page/build/build.ts"), said);
});

const OFFLINE = "deno task start names the missing network at once in a fresh copy";
Deno.test({
  name: OFFLINE,
  ignore: isMissing(OFFLINE, { unshare: "util-linux", ip: "iproute2" }),
  async fn() {
    const folder = await Deno.makeTempDir({ prefix: "start-" });
    try {
      for (const file of ["deno.json", "start.json", "start.lock"]) {
        await Deno.copyFile(ROOT + file, `${folder}/${file}`);
      }
      for (const part of ["start", "signaling"]) await Deno.symlink(ROOT + part, `${folder}/${part}`);
      const { code, said, tookMs } = await start(folder, { PORT: "0", DENO_DIR: `${folder}/empty` }, ["unshare", "-n"]);
      assertEquals(code, 1, said);
      assertMatch(said, /Cannot reach https:\/\/\S+, where the packages of the first start come from\. Connect /);
      assert(!said.includes("client/page/build/build.ts"), said);
      assert(tookMs < SAID_MS_MAX, `It took ${tookMs} ms`);
    } finally {
      await Deno.remove(folder, { recursive: true });
    }
  },
});

Deno.test("findTakenPort() tells the setting, and whether there is a port above", () => {
  using listener = Deno.listen({ port: 0, hostname: "127.0.0.1" });
  const { port } = listener.addr as Deno.NetAddr;
  const free = { port: 0, host: "127.0.0.1", metrics: null };
  assertEquals(findTakenPort(free), null);
  assertMatch(findTakenPort({ ...free, port }) ?? "", new RegExp(`^Port ${port} is in use.* put PORT=`));
  const metrics = { port, host: "127.0.0.1" };
  assertMatch(findTakenPort({ ...free, metrics }) ?? "", new RegExp(`^Port ${port} is in use.* put METRICS_PORT=`));
});

Deno.test("listFolders() leaves out what is for other systems", () => {
  const lock = JSON.stringify({
    npm: {
      "@x/linux@1.0.0": { os: ["linux"], cpu: ["x64"] },
      "@x/mac@1.0.0": { os: ["darwin"], cpu: ["x64"] },
      "@x/arm@1.0.0": { os: ["linux"], cpu: ["arm64"] },
      "y@2.0.0": {},
      "@x/z_z@2.0.0_@x+linux@1.0.0_y@2.0.0": {},
    },
  });
  assertEquals(listFolders(lock, { os: "linux", cpu: "x64" }), ["@x+linux@1.0.0", "y@2.0.0", "@x+z_z@2.0.0"]);
});

Deno.test("findRegistry() takes the environment's, then the first file's, and npm's own if that is none", () => {
  const files = ["color=true\nregistry = https://first.example/npm\n", "registry=https://second.example\n"];
  assertEquals(findRegistry(() => "https://env.example", files), "https://env.example");
  assertEquals(findRegistry(() => undefined, files), "https://first.example/npm");
  assertEquals(findRegistry(() => undefined, ["", ...files.slice(1)]), "https://second.example");
  assertEquals(findRegistry(() => "", ["registry=nonsense"]), "https://registry.npmjs.org/");
});

Deno.test("reachRegistry() takes any answer for one, and tells silence from nobody", async () => {
  await using server = Deno.serve(
    { port: 0, hostname: "127.0.0.1", onListen() {} },
    () => new Response(null, { status: 404 }),
  );
  assertEquals(await reachRegistry(`http://127.0.0.1:${server.addr.port}`, 5_000), "reached");
  const silent = Deno.listen({ port: 0, hostname: "127.0.0.1" });
  const origin = `http://127.0.0.1:${(silent.addr as Deno.NetAddr).port}`;
  assertEquals(await reachRegistry(origin, 50), "no answer");
  silent.close();
  assertEquals(await reachRegistry(origin, 5_000), "unreachable");
});

Deno.test("listReadable() adds the files of the certificate to what the server may read, and a comma is no end", () => {
  assertEquals(listReadable(() => undefined), "");
  const variables: Record<string, string> = { TLS_CERT: "/etc/a,b.pem", TLS_KEY: " key.pem", HOME: "/root" };
  assertEquals(listReadable((name) => variables[name]), ",/etc/a,,b.pem,key.pem");
});

Deno.test("listImported() names each package once, whatever part of it is imported", () => {
  const imports = { a: "npm:a@1.2.3", "a/part": "npm:a@1.2.3/part.js", b: "npm:@x/b@1.2.3/mod.js" };
  assertEquals(listImported(JSON.stringify({ imports })), ["a", "@x/b"]);
});
