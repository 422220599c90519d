/**
 * The forwarder: a process of its own that posts pushes to browsers' push services for one server or several.
 *
 * It may reach the hosts that it is started with, and nothing else: no file, no other name, no process. It connects to
 * the servers that PUSH_FORWARDER names, proves PUSH_SECRET, and posts what they hand it. It has no key of anybody's
 * and logs nothing of what it posts. Run by the tasks that serve, by a container or a unit of its own; with
 * `--with-server` it ends when its server does.
 */

import type { Push, PushOutcome } from "../protocol/push.ts";
import { PushLimits } from "./push_limits.ts";
import { giveProof, LineReader, LineWriter, parseTask, PROOF_MS_MAX } from "./push_link.ts";
import { postPush } from "./push_post.ts";
import { type HostPort, parseMeetingPoints, parsePushHosts } from "./push_settings.ts";
import { findPushTarget } from "./push_target.ts";

/** How many servers one forwarder can work for. */
const SERVERS_MAX = 64;
const RETRY_MS_MIN = 250;
const RETRY_MS_MAX = 10_000;
/** A server that is started beside it listens by then, in milliseconds, or has failed. */
const START_MS_MAX = 20_000;

type Post = (push: Push) => Promise<PushOutcome>;

/** Makes what posts, within the limits of one process. */
export function createPost(named: readonly HostPort[], limits: PushLimits): Post {
  return async (push) => {
    const target = findPushTarget(push.endpoint, named);
    if (target === null) return { result: "refused" };
    const waitMs = await limits.take(target.key);
    if (waitMs > 0) return { result: "limited", retryAfterMs: waitMs };
    try {
      return await postPush(push, target);
    } finally {
      limits.release();
    }
  };
}

/** Servers that it works for now. */
let letInCount = 0;

type Options = { readonly secret: string; readonly post: Post; readonly isWithServer: boolean };

/** Works for one server until that is gone; tells whether it was ever let in. */
async function serve({ hostname, port }: HostPort, { secret, post, isWithServer }: Options): Promise<boolean> {
  using connection = await Deno.connect({ hostname, port });
  connection.setKeepAlive(true);
  const timer = setTimeout(() => connection.close(), PROOF_MS_MAX);
  let isIn = false;
  const writer = new LineWriter(connection);
  const lines = new LineReader(connection);
  try {
    isIn = await giveProof(secret, lines, writer);
    if (!isIn) return false;
    clearTimeout(timer);
    letInCount += 1;
    if (!isWithServer) console.log(`Forwarding pushes for ${hostname}:${port}`);
    await lines.each((line) => {
      const task = parseTask(line);
      if (task === null) return;
      // Its server is gone where that cannot be said any more, and with it whoever asked.
      void post(task.push).then((outcome) => writer.write({ n: task.n, outcome })).catch(() => {});
    });
  } catch {
    // Whatever ends the connection, its server is gone.
  } finally {
    clearTimeout(timer);
    if (isIn) letInCount -= 1;
  }
  return isIn;
}

/** Works for a server, and comes back to it whenever that is gone. */
async function keepServing(server: HostPort, options: Options): Promise<void> {
  const startedAtMs = performance.now();
  for (let tries = 0;; tries++) {
    const wasIn = await serve(server, options).catch(() => false);
    if (options.isWithServer && (wasIn || performance.now() - startedAtMs > START_MS_MAX)) return;
    if (wasIn) tries = 0;
    const ms = Math.min(RETRY_MS_MAX, RETRY_MS_MIN * 2 ** Math.min(tries, 10));
    await new Promise((resolve) => setTimeout(resolve, ms * (0.5 + Math.random() / 2)));
  }
}

/**
 * Told to stop together with its server, it goes on for as long as that drains, and ends with it; before there is one,
 * at once.
 */
function outliveSignals(): void {
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    Deno.addSignalListener(signal, () => {
      if (letInCount === 0) Deno.exit(0);
    });
  }
}

function fail(sentence: string): never {
  console.error(sentence);
  Deno.exit(1);
}

async function main(): Promise<void> {
  const read = (name: string) => Deno.env.get(name)?.trim() ?? "";
  const servers = parseMeetingPoints(read("PUSH_FORWARDER"), SERVERS_MAX);
  const named = parsePushHosts(read("PUSH_HOSTS"));
  const secret = read("PUSH_SECRET");
  if (read("PUSH") === "0") return;
  if (servers === null || servers.length === 0) fail("PUSH_FORWARDER must be host:port of each server");
  if (named === null) fail("PUSH_HOSTS must be host[:port], split by commas");
  if (secret === "") fail("PUSH_SECRET must be the one of the server");
  Deno.permissions.revokeSync({ name: "env" });
  const post = createPost(named, new PushLimits(() => performance.now()));
  const options = { secret, post, isWithServer: Deno.args.includes("--with-server") };
  if (options.isWithServer) outliveSignals();
  await Promise.all(servers.map((server) => keepServing(server, options)));
}

if (import.meta.main) await main();
