/**
 * The Dockerfile's image, built by buildah and run by podman in a storage of its own, which goes with it.
 *
 * The base stands for Deno's own image, which takes a registry to get: nothing but the Deno that runs this test, the
 * libraries that it is linked with, and the certificates that this machine trusts. So there is no shell in it either.
 */

import { readForwarderFlags } from "./forwarder_process.ts";
import { findFreePort } from "./server_process.ts";

export const IMAGE_PROGRAMS = { buildah: "buildah", podman: "podman", runc: "runc", ldd: "libc-bin" };

const BASE = "localhost/deno-base:test";
const IMAGE = "localhost/video-calling:test";
const ROOT = new URL("../../", import.meta.url).pathname;
const CERTIFICATES = "/etc/ssl/certs/ca-certificates.crt";

interface Result {
  readonly code: number;
  readonly output: string;
}

async function run(program: string, args: readonly string[]): Promise<Result> {
  const { code, stdout, stderr } = await new Deno.Command(program, { args: [...args], env: { NO_COLOR: "1" } })
    .output();
  const decoder = new TextDecoder();
  return { code, output: decoder.decode(stdout).trim() + (code === 0 ? "" : decoder.decode(stderr)) };
}

async function mustRun(program: string, args: readonly string[]): Promise<string> {
  const { code, output } = await run(program, args);
  if (code !== 0) throw new Error(`${program} ${args.join(" ")} ended with ${code}: ${output}`);
  return output;
}

/** Copies the Deno that runs this, and what it is linked with, to where a base image has them. */
async function createRootFolder(folder: string): Promise<void> {
  const linked = await mustRun("ldd", [Deno.execPath()]);
  const libraries = [...linked.matchAll(/(\/\S+) \(0x/g)].map(([, path = ""]) => path);
  for (
    const [from, to] of [...libraries, CERTIFICATES].map((path) => [path, path]).concat([[
      Deno.execPath(),
      "/bin/deno",
    ]])
  ) {
    if (from === undefined || to === undefined) continue;
    await Deno.mkdir(`${folder}${to.slice(0, to.lastIndexOf("/"))}`, { recursive: true });
    await Deno.copyFile(from, `${folder}${to}`);
  }
  await Deno.mkdir(`${folder}/tmp`);
}

export class Image implements AsyncDisposable {
  readonly #folder: string;
  readonly #storage: readonly string[];

  private constructor(folder: string) {
    this.#folder = folder;
    this.#storage = ["--root", `${folder}/storage`, "--runroot", `${folder}/run`];
  }

  /** Builds the base, and the Dockerfile over it. Fetches the packages of `start.lock`. */
  static async build(): Promise<Image> {
    const folder = await Deno.makeTempDir({ prefix: "image-" });
    const image = new Image(folder);
    await createRootFolder(`${folder}/base`);
    const container = await image.#buildah("from", "scratch");
    await image.#buildah("copy", container, `${folder}/base`, "/");
    await image.#buildah("config", "--env=PATH=/bin", "--env=DENO_TLS_CA_STORE=system", container);
    await image.#buildah("commit", "--format=docker", container, BASE);
    await image.#buildah("rm", container);
    const options = [
      "--isolation=chroot",
      "--format=docker",
      "--pull-never",
      "--layers=false",
      `--build-arg=BASE=${BASE}`,
    ];
    await image.#buildah("bud", ...options, "--build-arg=REVISION=abc123", `--tag=${IMAGE}`, ROOT);
    return image;
  }

  /** Size of the image beyond its base, in bytes. */
  async measureAddedBytes(): Promise<number> {
    const [all = 0, base = 0] = await Promise.all(
      [IMAGE, BASE].map(async (name) => Number(await this.#podman("image", "inspect", "--format={{.Size}}", name))),
    );
    return all - base;
  }

  async readLabels(): Promise<Record<string, string>> {
    return JSON.parse(await this.#podman("image", "inspect", "--format={{json .Labels}}", IMAGE));
  }

  /** Starts a container without capabilities, on a file system that nothing can be written to; resolves when it listens. */
  async start(env: Record<string, string> = {}): Promise<Container> {
    const port = findFreePort();
    const variables = { HOST: "127.0.0.1", PORT: String(port), STUN_PORT: "0", ...env };
    const id = await this.#run(variables);
    const container = new Container(port, id, (...args) => this.#podman(...args));
    await this.#waitUntilListening(id);
    return container;
  }

  /** Starts the forwarder of pushes in a container of its own, as Compose does. */
  async startForwarder(env: Record<string, string>): Promise<void> {
    await this.#run(env, ["deno", "run", ...readForwarderFlags(env), "forwarder.js"]);
  }

  #run(env: Record<string, string>, command: readonly string[] = []): Promise<string> {
    return this.#podman(
      ...["run", "--detach", "--network=host", "--read-only", "--read-only-tmpfs=false", "--cap-drop=ALL"],
      ...["--security-opt=no-new-privileges", "--ulimit=nofile=4096:4096", "--ulimit=nproc=4096:4096"],
      ...Object.entries(env).map(([name, value]) => `--env=${name}=${value}`),
      IMAGE,
      ...command,
    );
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#podman("rm", "--all", "--force", "--time=0");
    await this.#podman("rmi", "--all", "--force");
    await Deno.remove(this.#folder, { recursive: true });
  }

  #buildah(...args: string[]): Promise<string> {
    return mustRun("buildah", [...this.#storage, ...args]);
  }

  /** Follows a container's log to the line that says where it listens. */
  async #waitUntilListening(id: string): Promise<void> {
    const child = new Deno.Command("podman", {
      args: [...this.#podmanOptions, "logs", "--follow", id],
      stdout: "piped",
      stderr: "null",
    }).spawn();
    let log = "";
    for await (const chunk of child.stdout.pipeThrough(new TextDecoderStream())) {
      log += chunk;
      if (log.includes("Video calling is at")) break;
    }
    if (!log.includes("Video calling is at")) throw new Error(`The container ended before it listened: ${log}`);
    child.kill();
    await child.status;
  }

  get #podmanOptions(): string[] {
    return ["--runtime=runc", "--cgroup-manager=cgroupfs", ...this.#storage];
  }

  #podman(...args: string[]): Promise<string> {
    return mustRun("podman", [...this.#podmanOptions, ...args]);
  }
}

export class Container {
  readonly port: number;
  readonly #id: string;
  readonly #podman: (...args: string[]) => Promise<string>;

  constructor(port: number, id: string, podman: (...args: string[]) => Promise<string>) {
    this.port = port;
    this.#id = id;
    this.#podman = podman;
  }

  get origin(): string {
    return `http://localhost:${this.port}`;
  }

  /** Asks what the image's HEALTHCHECK asks; nobody does by himself where there is no systemd. Throws if it is not well. */
  async checkHealth(): Promise<void> {
    await this.#podman("healthcheck", "run", this.#id);
  }

  /** Runs a script of Deno's in the container and returns what it prints. */
  async evaluate(script: string): Promise<string> {
    return await this.#podman("exec", "--env=NO_COLOR=1", this.#id, "deno", "eval", script);
  }

  async stop(): Promise<void> {
    await this.#podman("stop", "--time=30", this.#id);
  }

  /** What it ended with. */
  async readExitCode(): Promise<number> {
    return Number(await this.#podman("inspect", "--format={{.State.ExitCode}}", this.#id));
  }
}
