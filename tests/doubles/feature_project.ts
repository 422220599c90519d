/**
 * A copy of the project with one feature more, put there as `docs/architecture.md` says: its folder, and a line of the
 * registry. Nothing else is touched, and its own build makes the page and holds it to all budgets.
 */

import { type ServerProcess, startServerProcess } from "./server_process.ts";

const ROOT = new URL("../../", import.meta.url);
/** All that the page's build and the server need. */
const NEEDED = ["client", "signaling", "types", "deno.json", "deno.lock", "server.ts", "start.json", "start.lock"];
const STATIC = "static";
const REGISTRY = "client/features/registry.ts";

export type NewFeature = {
  /** As pages tell it each other; its folder in `tests/features/` has the same, with `_` for `-`. */
  readonly name: string;
  /** Its line of the registry, but for the name and what loads it. */
  readonly line: string;
};

async function copy(from: string, to: string, isWanted: (name: string) => boolean = () => true): Promise<void> {
  const { isDirectory } = await Deno.stat(from);
  if (!isDirectory) return await Deno.copyFile(from, to);
  await Deno.mkdir(to, { recursive: true });
  for await (const { name } of Deno.readDir(from)) if (isWanted(name)) await copy(`${from}/${name}`, `${to}/${name}`);
}

/** Builds the copy, starts its server and has `run` use it. */
export async function withFeature(
  { name, line }: NewFeature,
  run: (server: ServerProcess) => Promise<void>,
): Promise<void> {
  const folder = await Deno.makeTempDir({ prefix: "feature-" });
  try {
    for (const each of NEEDED) await copy(`${ROOT.pathname}${each}`, `${folder}/${each}`);
    await copy(`${ROOT.pathname}${STATIC}`, `${folder}/${STATIC}`, (each) => each !== "build");
    await Deno.symlink(`${ROOT.pathname}node_modules`, `${folder}/node_modules`);
    const file = name.replaceAll("-", "_");
    await copy(`${ROOT.pathname}tests/features/${file}`, `${folder}/client/features/${file}`);
    const registry = await Deno.readTextFile(`${folder}/${REGISTRY}`);
    const entry = `  { name: "${name}", ${line}, load: () => import("./${file}/${file}.ts") },\n`;
    const extended = registry.replace("\n];\n", `\n${entry}];\n`);
    if (extended === registry) throw new Error(`Cannot add a line: ${REGISTRY} has no list`);
    await Deno.writeTextFile(`${folder}/${REGISTRY}`, extended);
    const build = ["run", "--config=start.json", "--allow-all", "client/page/build/build.ts"];
    const { success, stderr } = await new Deno.Command(Deno.execPath(), { args: build, cwd: folder, stdout: "null" })
      .output();
    if (!success) throw new Error(`Cannot build with ${name}: ${new TextDecoder().decode(stderr)}`);
    const server = await startServerProcess({ folder });
    try {
      await run(server);
    } finally {
      await server.kill();
    }
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}
