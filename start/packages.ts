/**
 * Tells whether the packages that `deno task start` needs are there, and whether they can be had where they are not.
 *
 * Deno tries a registry that cannot be reached for a minute and says nothing meanwhile; this asks it once. Called by
 * `preflight.ts`.
 */

/** What a lock file says of a package (version 5). */
interface LockedPackage {
  /** Where it is for some systems alone. */
  readonly os?: readonly string[];
  readonly cpu?: readonly string[];
}

const REGISTRY = "https://registry.npmjs.org/";

/** Reads the lock's packages, but for those of other systems, as the names of their folders in node_modules/.deno. */
export function listFolders(lock: string, { os, cpu }: { os: string; cpu: string }): string[] {
  const { npm }: { npm: Record<string, LockedPackage> } = JSON.parse(lock);
  return Object.entries(npm)
    .filter(([, needs]) => (needs.os?.includes(os) ?? true) && (needs.cpu?.includes(cpu) ?? true))
    // A version may name after "_" the packages that it was resolved with.
    .map(([name]) => name.replace(/^(@?[^@]+@[^_]+)_.*$/, "$1").replaceAll("/", "+"));
}

/** Lists the folders in node_modules that imports of a configuration lead to. */
export function listImported(config: string): string[] {
  const { imports }: { imports: Record<string, string> } = JSON.parse(config);
  const names = Object.values(imports).map((target) => /^npm:(.+?)@[\d.]+(?:\/|$)/.exec(target)?.[1] ?? target);
  return [...new Set(names)];
}

/** Finds the registry that npm is set to: by the environment, else by a line of one of its files, the first one first. */
export function findRegistry(get: (name: string) => string | undefined, files: readonly string[]): string {
  const lines = files.map((text) => /^registry\s*=\s*(\S+)/m.exec(text)?.[1]);
  const found = [get("NPM_CONFIG_REGISTRY"), ...lines].find((value) => value !== undefined && value !== "");
  return found !== undefined && URL.canParse(found) ? found : REGISTRY;
}

export type Reach = "reached" | "no answer" | "unreachable";

/** Asks the registry for anything at all; any answer will do. */
export async function reachRegistry(registry: string, timeoutMs: number): Promise<Reach> {
  try {
    const response = await fetch(registry, { method: "HEAD", signal: AbortSignal.timeout(timeoutMs) });
    await response.body?.cancel();
    return "reached";
  } catch (error) {
    return error instanceof DOMException && error.name === "TimeoutError" ? "no answer" : "unreachable";
  }
}
