/**
 * A real coturn, on loopback unless told otherwise, with time-limited credentials made from a shared secret: the relay
 * that a host of this service would set up, as far as a test needs it. Its Debian package is `coturn`; pass
 * `TURN_PROGRAMS` to the test's `programs`, so that it is skipped where there is none.
 */

import { findFreePort } from "./server_process.ts";

export const TURN_PROGRAMS = { turnserver: "coturn" };

export type TurnServer = AsyncDisposable & {
  readonly port: number;
  readonly secret: string;
  readonly pid: number;
  /** For TURN_URLS: the same port over UDP and over TCP; `tls` only when it was asked for. */
  readonly urls: { readonly udp: string; readonly tcp: string; readonly tls: string | null };
  /** The server's environment for this relay. */
  readonly env: { readonly TURN_URLS: string; readonly TURN_SECRET: string };
  readonly tlsPort: number | null;
  /** Puts another certificate in place and says so, as a host does after a renewal. */
  renewCertificate(): Promise<void>;
  /** Ends the process and waits until it is gone; does nothing the second time. */
  stop(signal?: Deno.Signal): Promise<void>;
};

type Options = {
  /** Firefox uses no relay on a loopback address. */
  address?: string;
  secret?: string;
  /** That of one that was stopped, to start it again. */
  port?: number;
  /** Also listens for TLS, with a certificate for `localhost` that nobody has signed. */
  hasTls?: boolean;
  /** Further lines of its configuration. */
  config?: readonly string[];
};

/** Starts coturn and resolves when it listens. */
export async function startTurnServer(
  { address = "127.0.0.1", secret = crypto.randomUUID(), port = findFreePort(), hasTls = false, config = [] }: Options =
    {},
): Promise<TurnServer> {
  const folder = await Deno.makeTempDir({ prefix: "turn-" });
  const tlsPort = hasTls ? findFreePort() : null;
  if (hasTls) await createCertificate(folder);
  const lines = [
    `listening-ip=${address}`,
    `relay-ip=${address}`,
    `listening-port=${port}`,
    ...(tlsPort === null
      ? ["no-tls", "no-dtls"]
      : [`tls-listening-port=${tlsPort}`, "no-dtls", `cert=${folder}/cert.pem`, `pkey=${folder}/key.pem`]),
    "realm=test.local",
    "use-auth-secret",
    `static-auth-secret=${secret}`,
    "fingerprint",
    "allow-loopback-peers",
    "no-cli",
    "log-file=stdout",
    "simple-log",
    "verbose",
    `pidfile=${folder}/turn.pid`,
    `userdb=${folder}/turndb`,
    ...config,
  ];
  await Deno.writeTextFile(`${folder}/turn.conf`, lines.join("\n"));
  const child = new Deno.Command("turnserver", {
    args: ["-c", `${folder}/turn.conf`],
    stdout: "piped",
    stderr: "null",
  }).spawn();
  const output = child.stdout.pipeThrough(new TextDecoderStream()).getReader();
  await readUntilListening(output);
  const reading = drain(output);
  let isStopped = false;
  const urls = {
    udp: `turn:${address}:${port}`,
    tcp: `turn:${address}:${port}?transport=tcp`,
    tls: tlsPort === null ? null : `turns:localhost:${tlsPort}?transport=tcp`,
  };
  const stop = async (signal: Deno.Signal = "SIGTERM") => {
    if (isStopped) return;
    isStopped = true;
    try {
      child.kill(signal);
    } catch (error) {
      if (!(error instanceof TypeError)) throw error; // It has ended already.
    }
    await Promise.all([child.status, reading]);
    await Deno.remove(folder, { recursive: true });
  };
  return {
    port,
    secret,
    pid: child.pid,
    urls,
    tlsPort,
    async renewCertificate() {
      await createCertificate(folder);
      child.kill("SIGUSR2");
    },
    env: { TURN_URLS: Object.values(urls).filter((url) => url !== null).join(","), TURN_SECRET: secret },
    stop,
    [Symbol.asyncDispose]: () => stop(),
  };
}

/** Reads its log until every listener is open; the UDP ones come last. */
async function readUntilListening(output: ReadableStreamDefaultReader<string>): Promise<void> {
  for (let log = ""; !/UDP listener opened on/.test(log);) {
    const { value, done } = await output.read();
    if (done) throw new Error(`coturn ended before it listened:\n${log}`);
    log += value;
  }
}

/** Goes on reading, because a full pipe would stop it. */
async function drain(output: ReadableStreamDefaultReader<string>): Promise<void> {
  while (!(await output.read()).done);
}

async function createCertificate(folder: string): Promise<void> {
  const { success } = await new Deno.Command("openssl", {
    args: ["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "2"]
      .concat("-subj", "/CN=localhost", "-keyout", `${folder}/key.pem`, "-out", `${folder}/cert.pem`),
    stdout: "null",
    stderr: "null",
  }).output();
  if (!success) throw new Error("openssl made no certificate");
}
