/**
 * A real nginx before one server or several, set up by the very files of deploy/nginx that a host copies.
 *
 * Only what differs from host to host is changed in them: ports, the name, where the certificate and the cache are, and
 * where the instances listen.
 */

import { createCertificate } from "./certificate.ts";
import { findFreePort } from "./server_process.ts";

const FILES = new URL("../../deploy/nginx/", import.meta.url);
/** What the sites include, by the path that they have in nginx's own folder. */
const PARTS = ["service.conf", "instances.conf", "headers.conf", "locations.conf", "limits.conf"];

export const NGINX = { nginx: "nginx" };
export const NGINX_WITH_TLS = { nginx: "nginx", openssl: "openssl" };

interface Options {
  /** The site by HTTPS with a certificate for `localhost`, instead of the plain one. */
  readonly hasTls?: boolean;
  /** The site behind a proxy that does TLS, instead of the plain one. */
  readonly isProxied?: boolean;
  /** With the file that drops whoever asks for another name. */
  readonly dropsForeign?: boolean;
  /** How long that certificate is good, in days. */
  readonly certificateDays?: number;
  /** Where it listens without TLS, in place of a free port of loopback; `prefix` has the words that start it there. */
  readonly place?: { readonly address: string; readonly port: number; readonly prefix: readonly string[] };
  /** Whom it runs as from its start, without capabilities, as in a container; needs root. */
  readonly uid?: number;
  /** Changes the files further; called with each one's name and text. */
  readonly edit?: (name: string, text: string) => string;
}

/** What makes it stay in the foreground, say what it does, and write nowhere else. */
const createMainChanges = (folder: string): Changes => [
  ["worker_processes auto;", `worker_processes 1;\ndaemon off;\npid ${folder}/nginx.pid;\nerror_log stderr notice;`],
  ["worker_rlimit_nofile 65536;", ""], // More than a test may have.
  ["include /etc/nginx/conf.d/*.conf;", `${createPaths(folder)}\n  include site.conf;\n  include sites/*.conf;`],
];

/** Words that start a program as somebody who can become nobody else. */
function confineTo(uid: number): string[] {
  return ["setpriv", `--reuid=${uid}`, `--regid=${uid}`, "--clear-groups", "--inh-caps=-all", "--bounding-set=-all"]
    .concat("--no-new-privs");
}

function createPaths(folder: string): string {
  const kinds = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"];
  return kinds.map((kind) => `${kind}_temp_path ${folder}/${kind};`).join("\n  ");
}

type Changes = readonly (readonly [from: string, to: string])[];

const INSTANCE_RULES = "max_fails=1 fail_timeout=2s;";

function listInstances(ports: readonly number[]): string {
  return ports.map((port) => `server 127.0.0.1:${port} ${INSTANCE_RULES}`).join("\n");
}

/** Copies a file with everything of `changes`. Throws if one finds nothing: the file has changed, and the test with it. */
async function copyChanged(name: string, to: string, changes: Changes, edit: Required<Options>["edit"]): Promise<void> {
  let text = await Deno.readTextFile(new URL(name, FILES));
  for (const [before, after] of changes) {
    if (!text.includes(before)) throw new Error(`Cannot set nginx up: there is no "${before}" in ${name}`);
    text = text.replaceAll(before, after);
  }
  await Deno.writeTextFile(to, edit(name, text));
}

async function writeConfiguration(
  folder: string,
  ports: { plain: number; tls: number; targets: readonly number[] },
  { hasTls = false, isProxied = false, dropsForeign = false, place, edit = (_, text) => text }: Options,
): Promise<void> {
  await copyChanged("main.conf", `${folder}/nginx.conf`, createMainChanges(folder), edit);
  const plain: Changes = [
    ["listen 80;", `listen ${place?.address ?? "127.0.0.1"}:${ports.plain};`],
    ["listen [::]:80;", ""],
    ...(isProxied ? [] : [["/var/www/acme", `${folder}/acme`] as const]),
  ];
  const listenTls: Changes = [["listen 443 ssl", `listen 127.0.0.1:${ports.tls} ssl`]];
  const tls: Changes = [
    ...listenTls,
    ["listen [::]:443 ssl http2;", ""],
    ["/etc/letsencrypt/live/call.example.com/", `${folder}/`],
  ];
  const site: Changes = [...plain, ...(hasTls ? tls : []), ["call.example.com", "localhost"]];
  const name = hasTls ? "tls.conf" : isProxied ? "proxied.conf" : "plain.conf";
  await copyChanged(name, `${folder}/site.conf`, site, edit);
  await Deno.mkdir(`${folder}/sites`);
  if (dropsForeign) {
    const foreign: Changes = [
      ["listen 80 default_server;", `listen 127.0.0.1:${ports.plain} default_server;`],
      ["listen [::]:80 default_server;", ""],
      ...listenTls,
      ["listen [::]:443 ssl default_server;", ""],
    ];
    await copyChanged("foreign.conf", `${folder}/sites/foreign.conf`, foreign, edit);
  }
  const changes: Record<string, Changes> = {
    "service.conf": [["/var/cache/nginx/video-calling", `${folder}/cache`]],
    "instances.conf": [[`server 127.0.0.1:5000 ${INSTANCE_RULES}`, listInstances(ports.targets)]],
  };
  await Deno.mkdir(`${folder}/video-calling`);
  for (const name of PARTS) await copyChanged(name, `${folder}/video-calling/${name}`, changes[name] ?? [], edit);
}

const ENDED = "(end)";

export class Nginx implements AsyncDisposable {
  readonly port: number;
  /** PEM of who signed its certificate; null without TLS. */
  readonly authority: string | null;
  /** Where it answers plain HTTP; with TLS that only leads to HTTPS. */
  readonly plainPort: number;
  readonly #folder: string;
  readonly #prefix: readonly string[];
  #child: Deno.ChildProcess | null = null;
  /** What it has said since it was last waited for. */
  #log = "";
  #reading: Promise<void> = Promise.resolve();
  #onLog: () => void = () => {};

  private constructor(
    folder: string,
    plainPort: number,
    tls: { port: number; authority: string } | null,
    prefix: readonly string[],
  ) {
    this.#folder = folder;
    this.#prefix = prefix;
    this.plainPort = plainPort;
    this.port = tls?.port ?? plainPort;
    this.authority = tls?.authority ?? null;
  }

  /** Starts it before one server or several on this machine. */
  static async start(targets: number | readonly number[], options: Options = {}): Promise<Nginx> {
    const folder = await Deno.makeTempDir({ prefix: "nginx-" });
    await Deno.chmod(folder, 0o755); // Its workers are somebody else.
    const tls = options.hasTls
      ? { port: findFreePort(), ...await createCertificate(folder, { days: options.certificateDays ?? 2 }) }
      : null;
    const prefix = [...options.place?.prefix ?? [], ...options.uid === undefined ? [] : confineTo(options.uid)];
    const nginx = new Nginx(folder, options.place?.port ?? findFreePort(), tls, prefix);
    const ports = { plain: nginx.plainPort, tls: tls?.port ?? findFreePort(), targets: [targets].flat() };
    await writeConfiguration(folder, ports, options);
    if (options.uid !== undefined) await Deno.chown(folder, options.uid, options.uid);
    await nginx.start();
    return nginx;
  }

  get origin(): string {
    return `${this.authority === null ? "http" : "https"}://localhost:${this.port}`;
  }

  /** Starts it, and resolves when it takes connections. */
  async start(): Promise<void> {
    const [program = "", ...args] = [...this.#prefix, "nginx", "-c", `${this.#folder}/nginx.conf`, "-p", this.#folder];
    this.#child = new Deno.Command(program, {
      args,
      env: { PATH: `${Deno.env.get("PATH")}:/usr/sbin:/sbin` },
      stdout: "null",
      stderr: "piped",
    }).spawn();
    this.#reading = this.#read(this.#child.stderr.pipeThrough(new TextDecoderStream()));
    await this.#waitFor("start worker process ");
  }

  /** Reads its configuration anew, as an administrator does; resolves when the new worker is at work. */
  async reload(): Promise<void> {
    this.#child?.kill("SIGHUP");
    await this.#waitFor("start worker process ");
  }

  /** Kills it, workers and all, and resolves when it is gone. */
  async kill(): Promise<void> {
    const child = this.#child;
    if (child === null) return;
    this.#child = null;
    const workers = await Deno.readTextFile(`/proc/${child.pid}/task/${child.pid}/children`);
    child.kill("SIGKILL"); // First: it would start new workers.
    for (const pid of workers.trim().split(" ").filter((pid) => pid !== "")) Deno.kill(Number(pid), "SIGKILL");
    await Promise.all([child.status, this.#reading]);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.kill();
    await Deno.remove(this.#folder, { recursive: true });
  }

  /** Reads all the while, because a full pipe would stop it. */
  async #read(output: ReadableStream<string>): Promise<void> {
    this.#log = "";
    for await (const text of output) {
      this.#log += text;
      this.#onLog();
    }
    this.#log += ENDED;
    this.#onLog();
  }

  async #waitFor(words: string): Promise<void> {
    while (!this.#log.includes(words)) {
      if (this.#log.endsWith(ENDED)) throw new Error(`nginx ended before it said "${words}": ${this.#log}`);
      await new Promise<void>((resolve) => this.#onLog = resolve);
    }
    this.#log = "";
  }
}
