/**
 * Each dependency is pinned, locked by a hash, described in docs/dependencies.md, and used; and the README and .ci/run
 * agree with deno.json.
 */

import { assert, assertEquals } from "@std/assert";
import { readServerFlags } from "../doubles/server_process.ts";

const ROOT = new URL("../../", import.meta.url);

interface Project {
  /** `deno.json`'s, by specifier. */
  readonly imports: Readonly<Record<string, string>>;
  readonly lock: {
    readonly specifiers: Readonly<Record<string, string>>;
    readonly npm: Readonly<Record<string, { readonly integrity?: string }>>;
  };
  /** docs/dependencies.md. */
  readonly page: string;
}

const PINNED = /^npm:(?<name>(?:@[\w.-]+\/)?[\w.-]+)@(?<version>\d+\.\d+\.\d+)(?:\/.*)?$/;
const ROW = /^\| `(?<name>[^`]+)` *\| (?<version>\S+) *\|/gm;

/** Names what is wrong with the dependencies, a sentence each. */
function findProblems({ imports, lock, page }: Project): string[] {
  const problems: string[] = [];
  const described = new Map([...page.matchAll(ROW)].map(({ groups = {} }) => [groups.name, groups.version]));
  const names = new Set<string>();
  for (const target of Object.values(imports)) {
    const { name, version } = PINNED.exec(target)?.groups ?? {};
    if (name === undefined) {
      problems.push(`${target} is not pinned to one version`);
      continue;
    }
    names.add(name);
    if (!described.has(name)) problems.push(`${name} is not in docs/dependencies.md`);
    else if (described.get(name) !== version) {
      problems.push(`${name} is ${version}, its row says ${described.get(name)}`);
    }
    if (lock.specifiers[`npm:${name}@${version}`] === undefined) problems.push(`${name} ${version} is not locked`);
  }
  for (const name of described.keys()) {
    if (!names.has(name ?? "")) problems.push(`${name} has a row but is not imported`);
  }
  for (const [name, { integrity }] of Object.entries(lock.npm)) {
    if (!/^sha512-\S+/.test(integrity ?? "")) problems.push(`${name} is locked without a hash`);
  }
  return problems;
}

async function readProject(): Promise<Project> {
  const read = (path: string) => Deno.readTextFile(new URL(path, ROOT));
  const [config, lock, page] = await Promise.all(["deno.json", "deno.lock", "docs/dependencies.md"].map(read));
  return { imports: JSON.parse(config ?? "").imports, lock: JSON.parse(lock ?? ""), page: page ?? "" };
}

async function* readSources(folder: URL): AsyncGenerator<string> {
  for await (const { name, isDirectory } of Deno.readDir(folder)) {
    if (isDirectory) yield* readSources(new URL(`${name}/`, folder));
    else if (/\.tsx?$/.test(name)) yield await Deno.readTextFile(new URL(name, folder));
  }
}

Deno.test("Every dependency is pinned, locked by a hash, and described in docs/dependencies.md", async () => {
  const project = await readProject();
  assert(Object.keys(project.imports).length > 0);
  assert(Object.keys(project.lock.npm).length > 0);
  assertEquals(findProblems(project), []);
});

Deno.test("findProblems() notices each way of getting it wrong", () => {
  const project: Project = {
    imports: { "a/part": "npm:@x/a@1.2.3/part.js" },
    lock: { specifiers: { "npm:@x/a@1.2.3": "1.2.3" }, npm: { "@x/a@1.2.3": { integrity: "sha512-abc" } } },
    page: "| package | version |\n| --- | --- |\n| `@x/a` | 1.2.3 | MIT |\n",
  };
  const broken: [change: Partial<Project>, problems: string[]][] = [
    [{}, []],
    [{ imports: { a: "npm:@x/a@^1.2.3" } }, [
      "npm:@x/a@^1.2.3 is not pinned to one version",
      "@x/a has a row but is not imported",
    ]],
    [{ imports: { ...project.imports, b: "npm:b" } }, ["npm:b is not pinned to one version"]],
    [{ imports: { ...project.imports, b: "https://example.com/b.ts" } }, [
      "https://example.com/b.ts is not pinned to one version",
    ]],
    [{ page: "" }, ["@x/a is not in docs/dependencies.md"]],
    [{ page: "| `@x/a` | 1.2.4 | MIT |" }, ["@x/a is 1.2.3, its row says 1.2.4"]],
    [{ page: `${project.page}| \`b\` | 1.0.0 | MIT |` }, ["b has a row but is not imported"]],
    [{ lock: { ...project.lock, specifiers: {} } }, ["@x/a 1.2.3 is not locked"]],
    [{ lock: { ...project.lock, npm: { "@x/a@1.2.3": {} } } }, ["@x/a@1.2.3 is locked without a hash"]],
  ];
  for (const [change, problems] of broken) assertEquals(findProblems({ ...project, ...change }), problems);
});

Deno.test("Every dependency is imported somewhere", async () => {
  const { imports } = await readProject();
  const sources: string[] = [await Deno.readTextFile(new URL("server.ts", ROOT))];
  for (const folder of ["bench/", "client/", "signaling/", "start/", "tests/"]) {
    for await (const source of readSources(new URL(folder, ROOT))) sources.push(source);
  }
  const isImported = (name: string) =>
    name.startsWith("@types/") || sources.some((source) => source.includes(`from "${name}"`));
  assertEquals(Object.keys(imports).filter((name) => !isImported(name)), []);
});

/** What `deno task start` runs: the build of the page, the server, and what goes before it. */
async function readStarted(): Promise<string[]> {
  const sources = [await Deno.readTextFile(new URL("server.ts", ROOT))];
  for (const folder of ["client/", "signaling/", "start/"]) {
    for await (const source of readSources(new URL(folder, ROOT))) sources.push(source);
  }
  return sources;
}

Deno.test("start.json has of deno.json's imports those that the server and its build need, with the same hashes", async () => {
  const { imports, lock } = await readProject();
  const start = JSON.parse(await Deno.readTextFile(new URL("start.json", ROOT)));
  const startLock: Project["lock"] = JSON.parse(await Deno.readTextFile(new URL("start.lock", ROOT)));
  const sources = await readStarted();
  const isNeeded = (name: string) =>
    sources.some((source) => source.includes(`from "${name}"`) || source.includes(`import("${name}")`));
  assertEquals(start.imports, Object.fromEntries(Object.entries(imports).filter(([name]) => isNeeded(name))));
  assertEquals(start.unstable, JSON.parse(await Deno.readTextFile(new URL("deno.json", ROOT))).unstable);
  assertEquals(start.lock, { path: "start.lock", frozen: true });
  for (const [name, { integrity }] of Object.entries(startLock.npm)) {
    assertEquals(lock.npm[name]?.integrity, integrity, name);
  }
});

Deno.test("There is no package.json, which would change how modules are read", async () => {
  const names = await Array.fromAsync(Deno.readDir(ROOT), ({ name }) => name);
  assert(names.includes("deno.json"));
  assertEquals(names.filter((name) => name === "package.json"), []);
});

Deno.test("The README and .ci/run name one version of Deno, the one that runs the tests", async () => {
  for (const path of ["README.md", ".ci/run"]) {
    const text = await Deno.readTextFile(new URL(path, ROOT));
    assertEquals([...new Set(text.match(/deno@[\d.]+/g))], [`deno@${Deno.version.deno}`], path);
  }
});

Deno.test("The README's settings are the variables that the server may read", async () => {
  const allowed = /--allow-env=(\S+)/.exec(readServerFlags().join(" "))?.[1]?.split(",") ?? [];
  const readme = await Deno.readTextFile(new URL("README.md", ROOT));
  const described = [...readme.matchAll(/^\| `([A-Z][A-Z_]+)` *\|/gm)].map(([, name]) => name);
  assert(allowed.length > 0);
  assertEquals(described.toSorted(), allowed.toSorted());
});
