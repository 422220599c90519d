/**
 * The processor time of a command and of everything that it starts, browsers and servers included, which outlive their
 * parents and so are in nobody's account but a control group's. Needs root; elsewhere nothing is counted.
 */

/** Where groups are made, and what tells the time that they took. */
const KINDS = [
  {
    folder: "/sys/fs/cgroup/cpuacct",
    file: "cpuacct.usage",
    read: (text: string) => Number(text) / 1e9,
    last: { file: "cpu.shares", text: "2" },
  },
  {
    folder: "/sys/fs/cgroup",
    file: "cpu.stat",
    read: (text: string) => Number(/^usage_usec (\d+)$/m.exec(text)?.[1]) / 1e6,
    last: { file: "cpu.weight", text: "1" },
  },
] as const;

export class CpuAccount implements Disposable {
  readonly #path: string;
  readonly #kind: typeof KINDS[number];

  private constructor(path: string, kind: typeof KINDS[number]) {
    this.#path = path;
    this.#kind = kind;
  }

  /** Opens an account; null where this machine or this user may have none. */
  static open(): CpuAccount | null {
    for (const kind of KINDS) {
      const path = `${kind.folder}/video-calling-${crypto.randomUUID().slice(0, 8)}`;
      try {
        Deno.mkdirSync(path);
      } catch (error) {
        if (error instanceof Deno.errors.NotFound) continue;
        if (error instanceof Deno.errors.PermissionDenied || error instanceof Deno.errors.NotCapable) continue;
        if (error instanceof Error && "code" in error && error.code === "EROFS") continue;
        throw error;
      }
      const account = new CpuAccount(path, kind);
      if (Number.isFinite(account.#tryRead())) return account;
      account[Symbol.dispose]();
    }
    return null;
  }

  /** Where a process writes its own number to be charged from then on, with all that it starts. */
  get membersPath(): string {
    return `${this.#path}/cgroup.procs`;
  }

  /** Has its processes stand behind all others for a processor, where groups share it out; elsewhere `nice` does. */
  putLast(): void {
    const { file, text } = this.#kind.last;
    try {
      Deno.writeTextFileSync(`${this.#path}/${file}`, text, { create: false });
    } catch (error) {
      if (!(error instanceof Deno.errors.NotFound || error instanceof Deno.errors.PermissionDenied)) throw error;
    }
  }

  /** What has been charged so far, in seconds. */
  readSeconds(): number {
    return this.#kind.read(Deno.readTextFileSync(`${this.#path}/${this.#kind.file}`));
  }

  #tryRead(): number {
    try {
      return this.readSeconds();
    } catch (error) {
      if (error instanceof Deno.errors.NotFound) return NaN;
      throw error;
    }
  }

  /** Closes the account, unless something that was left behind is still in it. */
  [Symbol.dispose](): void {
    try {
      Deno.removeSync(this.#path);
    } catch (error) {
      if (!(error instanceof Error && "code" in error && error.code === "EBUSY")) throw error;
    }
  }
}
