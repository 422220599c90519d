/**
 * A bare Debian machine: a fresh root file system, booted by its own systemd in a network of its own, which this machine
 * reaches by one cable. It stands for a virtual machine of a cloud, as far as one can be had without a hypervisor.
 *
 * What needs the Internet is done before it boots, since behind the cable there is none. Needs root.
 */

import { createCertificate } from "./certificate.ts";

export const MACHINE_PROGRAMS = {
  debootstrap: "debootstrap",
  "systemd-nspawn": "systemd-container",
  nsenter: "util-linux",
  ip: "iproute2",
  openssl: "openssl",
};

const SOURCE = new URL("../../", import.meta.url).pathname;
const PACKAGES = "systemd,systemd-sysv,dbus,ca-certificates,git,iproute2,openssh-server";
/** Not the usual one: whoever sets a firewall up has to look. */
const SSH_PORT = 2222;
const CERTIFICATES = "/etc/ssl/certs/ca-certificates.crt";
const TARGET = "/opt/video-calling/source";
/** Stands for where the project's repository is. */
const UPSTREAM = "/opt/upstream.git";
const SETTINGS = "/etc/video-calling.setup";
/** As a build on this machine would be told; a registry may be behind a proxy of our own. */
const ENVIRONMENT = ["DENO_TLS_CA_STORE=system", "NO_COLOR=1"].concat(
  ["AUTHOR", "COMMITTER"].flatMap((role) => [`GIT_${role}_NAME=test`, `GIT_${role}_EMAIL=test@call.test`]),
);
/** The cache of packages: that of the build, and a copy for what a test runs itself, since a build's is its user's. */
const [BUILD_CACHE, OWN_CACHE] = ["/var/cache/video-calling-build", "/var/cache/test"];

async function run(program: string, ...args: string[]): Promise<string> {
  const { success, stdout, stderr } = await new Deno.Command(program, { args, stdin: "null" }).output();
  const output = [stdout, stderr].map((bytes) => new TextDecoder().decode(bytes)).join("");
  if (!success) throw new Error(`${program} ${args.join(" ")} failed: ${output.slice(-2_000)}`);
  return output;
}

export class Machine implements AsyncDisposable {
  readonly name = "call.test";
  /** Nobody's (RFC 5737), and yet no private one: a relay that gives out its private address is set up wrong. */
  readonly address = "203.0.113.2";
  readonly sshPort = SSH_PORT;
  readonly #folder: string;
  readonly #id = `vc${crypto.randomUUID().slice(0, 6)}`;
  #nspawn: Deno.ChildProcess | null = null;
  #initPid = 0;
  #releases = 0;

  private constructor(folder: string) {
    this.#folder = folder;
  }

  /** Makes the file system, with this project's files as the first release, where cloud-init's `git` would put them. */
  static async create(): Promise<Machine> {
    const machine = new Machine(await Deno.makeTempDir({ prefix: "machine-" }));
    const root = `${machine.#folder}/root`;
    await run("debootstrap", "--variant=minbase", `--include=${PACKAGES}`, "bookworm", root);
    await Deno.writeTextFile(`${root}/etc/ssh/sshd_config.d/port.conf`, `Port ${SSH_PORT}\n`);
    await Deno.copyFile(CERTIFICATES, root + CERTIFICATES);
    await Deno.mkdir(root + TARGET, { recursive: true });
    const files = (await run("git", "-C", SOURCE, "ls-files", "--cached", "--others", "--exclude-standard")).trim();
    await Deno.writeTextFile(`${machine.#folder}/files`, files);
    await run("tar", "-C", SOURCE, "-cf", `${machine.#folder}/source.tar`, `--files-from=${machine.#folder}/files`);
    await run("tar", "-C", root + TARGET, "-xf", `${machine.#folder}/source.tar`);
    const git = (...args: string[]) => run("env", ...ENVIRONMENT, "git", "-C", root + TARGET, ...args);
    await git("init", "--quiet", "--initial-branch=main");
    await git("add", "--all");
    await git("commit", "--quiet", "--message=First");
    await git("remote", "add", "origin", UPSTREAM);
    await git("clone", "--quiet", "--bare", ".", root + UPSTREAM);
    const commit = (await git("rev-parse", "HEAD")).trim();
    const lines = [`NAME=${machine.name}`, `EXTERNAL_IP=${machine.address}`, "TAG=first", `COMMIT=${commit}`, ""];
    await Deno.writeTextFile(root + SETTINGS, lines.join("\n"));
    return machine;
  }

  /** Runs a command in the file system before the machine is booted, with the way to the Internet that this one has. */
  prepare(...command: string[]): Promise<string> {
    const options = ["--quiet", "--register=no", "--keep-unit", "--resolv-conf=copy-host", `--chdir=${TARGET}`];
    const environment = [...ENVIRONMENT, `DENO_DIR=${BUILD_CACHE}`].map((variable) => `--setenv=${variable}`);
    return run("systemd-nspawn", ...options, ...environment, `--directory=${this.#folder}/root`, ...command);
  }

  /** Puts a certificate where certbot would have, from an authority that the machine knows. */
  async addCertificate(): Promise<void> {
    const folder = `${this.#folder}/root/etc/letsencrypt/live/${this.name}`;
    await Deno.mkdir(folder, { recursive: true });
    const { authority } = await createCertificate(folder, { days: 60, name: this.name });
    await Deno.writeTextFile(`${this.#folder}/root${CERTIFICATES}`, authority, { append: true });
    await Deno.writeTextFile(`${this.#folder}/root/etc/hosts`, `127.0.0.1 localhost\n${this.address} ${this.name}\n`);
  }

  async boot(): Promise<void> {
    await run("cp", "-r", `${this.#folder}/root${BUILD_CACHE}`, `${this.#folder}/root${OWN_CACHE}`);
    await run("ip", "netns", "add", this.#id);
    await run("ip", "link", "add", this.#id, "type", "veth", "peer", "name", "cable", "netns", this.#id);
    await run("ip", "address", "add", "203.0.113.1/24", "dev", this.#id);
    await run("ip", "link", "set", this.#id, "up");
    await run("ip", "-n", this.#id, "address", "add", `${this.address}/24`, "dev", "cable");
    for (const link of ["cable", "lo"]) await run("ip", "-n", this.#id, "link", "set", link, "up");
    this.#nspawn = new Deno.Command("systemd-nspawn", {
      args: [
        ...["--boot", "--register=no", "--keep-unit", "--console=pipe", `--machine=${this.#id}`],
        "--capability=CAP_NET_ADMIN", // Of its own network, as on any machine.
        ...[`--network-namespace-path=/run/netns/${this.#id}`, `--directory=${this.#folder}/root`],
      ],
      stdin: "null",
      stdout: "null",
      stderr: "null",
    }).spawn();
    this.#initPid = await this.#findInit(this.#nspawn.pid);
    for (let state = ""; state !== "running";) { // Each look takes a while by itself.
      state = await this.run("systemctl", "is-system-running", "--wait").then((text) => text.trim(), () => "");
    }
  }

  /** Runs a command on the booted machine. */
  run(...command: string[]): Promise<string> {
    return run(
      "nsenter",
      `--target=${this.#initPid}`,
      "-m",
      "-u",
      "-i",
      "-n",
      "-p",
      "-C",
      "env",
      ...ENVIRONMENT,
      `DENO_DIR=${OWN_CACHE}`,
      ...command,
    );
  }

  /** Changes files of the repository by a shell's command, and names the result as the release to take. */
  async publish(change: string): Promise<void> {
    this.#releases += 1;
    const tag = `v${this.#releases}`;
    const commands = [
      `rm -rf /tmp/work && git clone --quiet ${UPSTREAM} /tmp/work && cd /tmp/work`,
      change,
      `git commit --quiet --all --message=${tag} && git tag ${tag} && git push --quiet origin main ${tag}`,
      `sed -i "s/^TAG=.*/TAG=${tag}/; s/^COMMIT=.*/COMMIT=$(git rev-parse HEAD)/" ${SETTINGS}`,
    ];
    await this.run("sh", "-ec", commands.join("\n"));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (this.#nspawn !== null) {
      this.#nspawn.kill("SIGTERM"); // Asks the machine to power off; the second time it is not asked.
      const timer = setTimeout(() => this.#nspawn?.kill("SIGKILL"), 20_000);
      await this.#nspawn.status;
      clearTimeout(timer);
      await run("ip", "netns", "delete", this.#id); // The cable goes with it.
    }
    await run("rm", "-rf", "--one-file-system", this.#folder);
  }

  /** Finds the machine's own first process, the child of what started it. */
  async #findInit(pid: number): Promise<number> {
    const { promise, resolve, reject } = Promise.withResolvers<number>();
    const deadline = setTimeout(() => reject(new Error("The machine does not start")), 20_000);
    const timer = setInterval(async () => {
      const children = (await Deno.readTextFile(`/proc/${pid}/task/${pid}/children`)).trim().split(" ");
      const last = Number(children.at(-1));
      if (last > 0 && (await Deno.readTextFile(`/proc/${last}/comm`)).trim() === "systemd") resolve(last);
    }, 100);
    return await promise.finally(() => {
      clearTimeout(deadline);
      clearInterval(timer);
    });
  }
}
