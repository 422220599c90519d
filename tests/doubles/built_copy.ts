/** A copy of the page's sources in a folder of its own, to be changed and built there as it is built here. */

const ROOT = new URL("../../", import.meta.url).pathname;

async function copy(from: string, to: string): Promise<void> {
  await Deno.mkdir(to, { recursive: true });
  for await (const { name, isDirectory } of Deno.readDir(from)) {
    if (isDirectory) await copy(`${from}/${name}`, `${to}/${name}`);
    else await Deno.copyFile(`${from}/${name}`, `${to}/${name}`);
  }
}

export class BuiltCopy implements AsyncDisposable {
  readonly #folder: string;
  /** What the build has printed. */
  readonly log: string;

  private constructor(folder: string, log: string) {
    this.#folder = folder;
    this.log = log;
  }

  /** @param change spoils the sources before they are built, or adds to them */
  static async create(change: (folder: string) => Promise<void> = () => Promise.resolve()): Promise<BuiltCopy> {
    const folder = await Deno.makeTempDir({ prefix: "build-" });
    try {
      for (const part of ["client", "signaling", "static", "types"]) await copy(ROOT + part, `${folder}/${part}`);
      for (const file of ["start.json", "start.lock"]) await Deno.copyFile(ROOT + file, `${folder}/${file}`);
      await Deno.symlink(`${ROOT}node_modules`, `${folder}/node_modules`);
      await Deno.remove(`${folder}/static/build`, { recursive: true });
      await change(folder);
      const { success, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
        args: ["run", "--config=start.json", "--allow-all", "client/page/build/build.ts"],
        cwd: folder,
        env: { NO_COLOR: "1" },
      }).output();
      if (!success) throw new Error(`The copy does not build: ${new TextDecoder().decode(stderr)}`);
      return new BuiltCopy(folder, new TextDecoder().decode(stdout));
    } catch (error) {
      await Deno.remove(folder, { recursive: true });
      throw error;
    }
  }

  /** What a server of it serves. */
  get staticFolder(): string {
    return `${this.#folder}/static`;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await Deno.remove(this.#folder, { recursive: true });
  }
}

/** Puts a text in place of another, which must be there. */
export async function replaceIn(path: string, from: string, to: string): Promise<void> {
  const text = await Deno.readTextFile(path);
  if (!text.includes(from)) throw new Error(`Cannot change ${path}: it does not hold ${from}`);
  await Deno.writeTextFile(path, text.replace(from, () => to));
}
