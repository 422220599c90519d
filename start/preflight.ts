/**
 * Says within two seconds what would stop `deno task start`, before the build rewrites the page under a server that runs
 * already: a setting that cannot be right, a port in use, and on the first start no way to the packages.
 *
 * It installs these packages, too, if they are not there, and with `--packages` does nothing else. Run without a
 * configuration, as it comes before them. Ends with 1 if the start would fail.
 */

import process from "node:process";
import { type Config, parseConfig } from "../signaling/config/config.ts";
import { findRegistry, listFolders, listImported, reachRegistry } from "./packages.ts";

const REGISTRY_TIMEOUT_MS = 1_500;

/** Tells which port is in use, and what to do; null if none is. */
export function findTakenPort({ port, host, metrics }: Pick<Config, "port" | "host" | "metrics">): string | null {
  const wanted = [
    { name: "PORT", port, hostname: host },
    { name: "METRICS_PORT", port: metrics?.port ?? 0, hostname: metrics?.host ?? host },
  ];
  for (const { name, port, hostname } of wanted) {
    if (port === 0) continue;
    try {
      Deno.listen({ port, hostname }).close();
    } catch (error) {
      if (!(error instanceof Deno.errors.AddrInUse)) throw error;
      const other = port < 65_535 ? port + 1 : port - 1;
      return `Port ${port} is in use, perhaps by this server, started before. Stop what listens there, ` +
        `or put ${name}=${other} before the command.`;
    }
  }
  return null;
}

function exists(path: string): boolean {
  try {
    Deno.statSync(path);
    return true;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return false;
    throw error;
  }
}

async function readIfThere(path: string): Promise<string> {
  return exists(path) ? await Deno.readTextFile(path) : "";
}

/** Installs the packages of a configuration; tells whether all could be had. */
async function install(config: string, { isQuiet }: { isQuiet: boolean }): Promise<boolean> {
  const output = isQuiet ? "null" : "inherit";
  const { success } = await new Deno.Command(Deno.execPath(), {
    args: ["install", `--config=${config}`, "--frozen", ...(isQuiet ? ["--cached-only"] : [])],
    stdin: "null",
    stdout: output,
    stderr: output,
  }).spawn().status;
  return success;
}

/** Whoever has those of the tests too keeps them: an install takes away what its configuration does not name. */
async function chooseConfig(): Promise<string> {
  const [all = [], few = []] = await Promise.all(
    ["deno.json", "start.json"].map(async (path) => listImported(await Deno.readTextFile(path))),
  );
  const isWhole = all.some((name) => !few.includes(name) && exists(`node_modules/${name}`));
  return isWhole ? "deno.json" : "start.json";
}

async function areInstalled(): Promise<boolean> {
  const [lock, config] = await Promise.all(["start.lock", "start.json"].map((path) => Deno.readTextFile(path)));
  const system = { os: process.platform, cpu: process.arch };
  return listFolders(lock ?? "", system).every((name) => exists(`node_modules/.deno/${name}`)) &&
    listImported(config ?? "").every((name) => exists(`node_modules/${name}`));
}

/** Installs the packages if they are not there, and returns why they cannot be had. Warns if nobody answers yet. */
async function installPackages(warn: (line: string) => void): Promise<string | null> {
  if (await areInstalled()) return null;
  const config = await chooseConfig();
  if (await install(config, { isQuiet: true })) return null;
  const get = (name: string) => Deno.env.get(name);
  const home = get("HOME") ?? get("USERPROFILE");
  const files = [".npmrc", ...(home === undefined ? [] : [`${home}/.npmrc`])];
  const registry = findRegistry(get, await Promise.all(files.map(readIfThere)));
  const reach = await reachRegistry(registry, REGISTRY_TIMEOUT_MS);
  if (reach === "unreachable") {
    return `Cannot reach ${registry}, where the packages of the first start come from. ` +
      `Connect this machine to the Internet and start again; later starts need no network.`;
  }
  if (reach === "no answer") {
    warn(
      `${registry}, where the packages of the first start come from, has not answered yet. ` +
        `If this machine has no way to the Internet, stop with Ctrl+C; later starts need no network.`,
    );
  }
  return await install(config, { isQuiet: false }) ? null : "Cannot install the packages: see above.";
}

async function findObstacle({ packagesOnly }: { packagesOnly: boolean }): Promise<string | null> {
  try {
    const taken = packagesOnly ? null : findTakenPort(parseConfig((name) => Deno.env.get(name)));
    return taken ?? await installPackages(console.error);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

if (import.meta.main) {
  const obstacle = await findObstacle({ packagesOnly: Deno.args.includes("--packages") });
  if (obstacle !== null) console.error(obstacle);
  Deno.exit(obstacle === null ? 0 : 1);
}
