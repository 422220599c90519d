/** A real nginx before a server, on a port of its own, with its own defaults for everything but what a socket needs. */

import { findFreePort } from "./server_process.ts";

const DEPLOYED = new URL("../../deploy/nginx.conf", import.meta.url);

/** What makes it stay in the foreground, say what it does, and write nowhere else. */
function createMain(folder: string): string {
  return `daemon off;\npid ${folder}/nginx.pid;\nerror_log stderr notice;\n`;
}

function createPaths(folder: string): string {
  const kinds = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"];
  return kinds.map((kind) => `${kind}_temp_path ${folder}/${kind};`).join("\n  ");
}

/** The deployment's own configuration, with the test's addresses for its own. */
function createDeployed(folder: string, port: number, targetPorts: readonly number[]): string {
  return createMain(folder) + Deno.readTextFileSync(DEPLOYED)
    .replace("http {", `http {\n  ${createPaths(folder)}`)
    .replace("listen 8080", `listen 127.0.0.1:${port}`)
    .replace(/^worker_rlimit_nofile .*$/m, "") // More than a test may have.
    .replace(/server app(\d):5000/g, (_, number) => `server 127.0.0.1:${targetPorts[number - 1]}`);
}

/** As `docs` tell people to set it up; 60 s of silence on either side end a connection, which is nginx's default. */
function createConfiguration(folder: string, port: number, targetPort: number, lines: readonly string[]): string {
  return `
${createMain(folder)}
worker_processes 1;
events {}
http {
  access_log off;
  ${createPaths(folder)}
  ${lines.join("\n  ")}
  server {
    listen 127.0.0.1:${port};
    location / {
      proxy_pass http://127.0.0.1:${targetPort};
      proxy_http_version 1.1;
      proxy_set_header Host $http_host;
      proxy_set_header Upgrade $http_upgrade;
      proxy_set_header Connection "upgrade";
    }
  }
}
`;
}

export class Nginx implements AsyncDisposable {
  readonly port: number;
  readonly #folder: string;
  #child: Deno.ChildProcess | null = null;
  #log: ReadableStreamDefaultReader<string> | null = null;

  private constructor(folder: string, port: number) {
    this.#folder = folder;
    this.port = port;
  }

  /**
   * Starts it before one server, or with the configuration in `deploy/` before the two that this one has.
   * @param lines further lines for the former, inside `http`
   */
  static async start(targetPort: number | readonly [number, number], lines: readonly string[] = []): Promise<Nginx> {
    const folder = await Deno.makeTempDir({ prefix: "nginx-" });
    await Deno.chmod(folder, 0o755); // Its workers are somebody else.
    const nginx = new Nginx(folder, findFreePort());
    const text = typeof targetPort === "number"
      ? createConfiguration(folder, nginx.port, targetPort, lines)
      : createDeployed(folder, nginx.port, targetPort);
    await Deno.writeTextFile(`${folder}/nginx.conf`, text);
    await nginx.start();
    return nginx;
  }

  get origin(): string {
    return `http://localhost:${this.port}`;
  }

  /** Starts it, and resolves when it takes connections. */
  async start(): Promise<void> {
    this.#child = new Deno.Command("nginx", {
      args: ["-c", `${this.#folder}/nginx.conf`, "-p", this.#folder],
      env: { PATH: `${Deno.env.get("PATH")}:/usr/sbin:/sbin` },
      stdout: "null",
      stderr: "piped",
    }).spawn();
    this.#log = this.#child.stderr.pipeThrough(new TextDecoderStream()).getReader();
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
    await this.#log?.cancel();
    await child.status;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.kill();
    await Deno.remove(this.#folder, { recursive: true });
  }

  async #waitFor(words: string): Promise<void> {
    for (let log = ""; !log.includes(words);) {
      const { value, done } = await this.#log?.read() ?? { done: true };
      if (done || value === undefined) throw new Error(`nginx ended before it said "${words}": ${log}`);
      log += value;
    }
  }
}
