/** A real TURN server, Debian's coturn, on loopback; nothing of the machine's own configuration or database is used. */

import { findFreePort } from "./server_process.ts";

export interface Coturn extends AsyncDisposable {
  /** For UDP and TCP. */
  readonly port: number;
  /** Ends the process and waits until it is gone. */
  [Symbol.asyncDispose](): Promise<void>;
}

/** Starts coturn with `secret` and resolves when it listens. Peers on loopback are allowed, as never in production. */
export async function startCoturn(secret: string, port = findFreePort()): Promise<Coturn> {
  const folder = await Deno.makeTempDir();
  const options = {
    "listening-ip": "127.0.0.1",
    "relay-ip": "127.0.0.1",
    "listening-port": port,
    "realm": "video-calling",
    "static-auth-secret": secret,
    "log-file": "stdout",
    "pidfile": `${folder}/pid`,
    "userdb": `${folder}/users`,
  };
  const flags = ["-n", "-v", "--use-auth-secret", "--allow-loopback-peers", "--no-cli", "--no-tls", "--no-dtls"];
  const child = new Deno.Command("turnserver", {
    args: [...flags, "--simple-log", ...Object.entries(options).map(([name, value]) => `--${name}=${value}`)],
    stdin: "null",
    stdout: "piped",
    stderr: "null",
  }).spawn();
  const listens = Promise.withResolvers<void>();
  // Read to the end, or a full pipe would stop it.
  const reading = (async () => {
    let log = "";
    for await (const chunk of child.stdout.pipeThrough(new TextDecoderStream())) {
      log = (log + chunk).slice(-10_000);
      if (log.includes("UDP listener opened")) listens.resolve();
    }
    listens.reject(new Error(`coturn ended before it listened:\n${log}`));
  })();
  await listens.promise;
  return {
    port,
    async [Symbol.asyncDispose]() {
      child.kill("SIGKILL"); // It has nothing to tidy up, and takes a second over SIGTERM.
      await Promise.all([child.status, reading]);
      await Deno.remove(folder, { recursive: true });
    },
  };
}
