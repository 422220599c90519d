/**
 * Builds the page and the server of an earlier commit into a folder here, for the tests of two ages: by that commit's
 * own build, from git, with the packages that it names. Run it in the project's folder, once for a commit that is to be
 * kept; whoever runs it again gets the same bytes:
 *
 *   deno run --allow-all tests/ages/build.ts f1c8f39
 *
 * What a test of calls does not need is left out: compressed copies, the connection check, icons. The server keeps its
 * packages outside; they are the project's own, whatever their versions are by then.
 */

import * as esbuild from "esbuild";

const [commit = ""] = Deno.args;
const HERE = new URL("./", import.meta.url).pathname;
const target = `${HERE}${commit}`;

/** Of the page's files, those that a call needs. */
const NEEDED = /^(?:index\.html|not_found\.html|(?:index-script|part|style)-.*\.(?:js|css))$/;

async function run(cwd: string, program: string, ...args: string[]): Promise<void> {
  const { success } = await new Deno.Command(program, { cwd, args, stdout: "null" }).output();
  if (!success) throw new Error(`Cannot build ${commit}: ${program} ${args.join(" ")} failed`);
}

/** Leaves out what only other pages load: the parts that no other file names. */
async function copyNamed(from: string, to: string): Promise<void> {
  const texts = new Map<string, string>();
  for await (const { name } of Deno.readDir(from)) {
    if (NEEDED.test(name)) texts.set(name, await Deno.readTextFile(`${from}/${name}`));
  }
  await Deno.mkdir(to, { recursive: true });
  for (const [name, text] of texts) {
    const isNamed = name.endsWith(".html") || [...texts].some(([other, each]) => other !== name && each.includes(name));
    if (isNamed) await Deno.writeTextFile(`${to}/${name}`, text);
  }
}

if (!/^[0-9a-f]{7}$/.test(commit)) throw new Error("Cannot build: name a commit by 7 digits");
const source = await Deno.makeTempDir({ prefix: "age-" });
try {
  await run(".", "git", "archive", "--output", `${source}/source.tar`, commit);
  await run(source, "tar", "xf", "source.tar");
  await run(source, Deno.execPath(), "task", "build");
  await Deno.remove(target, { recursive: true }).catch((error: unknown) => {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
  });
  await copyNamed(`${source}/static/build`, `${target}/static/build`);
  await esbuild.build({
    absWorkingDir: source,
    entryPoints: ["server.ts"],
    outfile: `${target}/server.js`,
    bundle: true,
    packages: "external",
    format: "esm",
    platform: "node",
    target: "esnext",
    minify: true,
    logLevel: "warning",
  });
} finally {
  await esbuild.stop();
  await Deno.remove(source, { recursive: true });
}
