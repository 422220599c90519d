/**
 * Bundles the server and the packages that it uses into dist/server.js, and the forwarder of pushes into
 * dist/forwarder.js, by the same pinned esbuild as the page, so that
 * a build takes nothing that deno.lock does not name. `deno bundle` would fetch an esbuild of its own, under no hash of
 * ours. Run by `deno task bundle` in the project's folder; not part of the server.
 */

import * as esbuild from "esbuild";

/** CommonJS of packages asks for Node's modules by `require`, which an ES module has to make itself. */
const REQUIRE = `import { createRequire as createBundleRequire } from "node:module";
const require = createBundleRequire(import.meta.url);`;

/** Says where esbuild finds what the code imports by names of deno.json: in node_modules, which has no versions. */
async function readAliases(): Promise<Record<string, string>> {
  const { imports }: { imports: Record<string, string> } = JSON.parse(await Deno.readTextFile("deno.json"));
  const places = Object.entries(imports).map(([name, place]) => {
    const path = /^npm:(.+)@[^@/]+(\/.*)?$/.exec(place);
    if (path === null) throw new Error(`Cannot bundle the server: ${place} is no package of npm`);
    return [name, `${path[1]}${path[2] ?? ""}`] as const;
  });
  return Object.fromEntries(places.filter(([name, path]) => name !== path));
}

try {
  await esbuild.build({
    entryPoints: { server: "server.ts", forwarder: "signaling/push/forwarder.ts" },
    outdir: "dist",
    bundle: true,
    format: "esm",
    platform: "node", // Deno has Node's modules, and the packages are written for them.
    target: "esnext",
    alias: await readAliases(),
    banner: { js: REQUIRE },
    logLevel: "warning",
  });
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  Deno.exitCode = 1;
} finally {
  await esbuild.stop(); // Its process would keep this one alive.
}
