import { assertEquals, assertMatch } from "@std/assert";

const ROOT = new URL("../", import.meta.url).pathname;

async function copy(from: string, to: string): Promise<void> {
  await Deno.mkdir(to, { recursive: true });
  for await (const { name, isDirectory } of Deno.readDir(from)) {
    if (isDirectory) await copy(`${from}/${name}`, `${to}/${name}`);
    else await Deno.copyFile(`${from}/${name}`, `${to}/${name}`);
  }
}

/** Builds a copy of the sources in a folder of its own, and returns what the build prints and what it writes. */
async function buildElsewhere(): Promise<{ hash: string; files: Map<string, string> }> {
  const folder = await Deno.makeTempDir({ prefix: "build-" });
  try {
    for (const part of ["client", "signaling", "static", "types"]) await copy(ROOT + part, `${folder}/${part}`);
    for (const file of ["deno.json", "deno.lock"]) await Deno.copyFile(ROOT + file, `${folder}/${file}`);
    await Deno.symlink(`${ROOT}node_modules`, `${folder}/node_modules`);
    await Deno.remove(`${folder}/static/build`, { recursive: true });
    const { stdout } = await new Deno.Command(Deno.execPath(), {
      args: ["run", "--allow-all", "client/build.ts"],
      cwd: folder,
      env: { NO_COLOR: "1" },
    }).output();
    const hash = /^Bundle: sha256 ([0-9a-f]{64})$/m.exec(new TextDecoder().decode(stdout))?.[1] ?? "";
    const files = new Map<string, string>();
    for await (const { name } of Deno.readDir(`${folder}/static/build`)) {
      files.set(name, await Deno.readTextFile(`${folder}/static/build/${name}`));
    }
    return { hash, files };
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

Deno.test("The same sources give the same bundle and the same hash, wherever they are built", async () => {
  const [one, other] = [await buildElsewhere(), await buildElsewhere()];
  assertMatch(one.hash, /^[0-9a-f]{64}$/);
  assertEquals(one.hash, other.hash);
  assertEquals(one.files, other.files);
  assertEquals(one.files.get("check.html")?.includes(`<code>${one.hash.slice(0, 16)}</code>`), true);
});
