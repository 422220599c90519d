/** A server, its forwarder and a push service, and people who push: all real, each in its place. */

import { isPushOutcome, type PushOutcome } from "../../signaling/protocol/push.ts";
import { encodeBase64Url, parseObject } from "../../signaling/protocol.ts";
import { startForwarder } from "./forwarder_process.ts";
import { createPushSender, encryptFor, type PushSender } from "./push_sender.ts";
import { type PushService, startPushService, type Subscription } from "./push_service.ts";
import { findFreePort } from "./server_process.ts";
import { TestClient } from "./test_client.ts";
import { createTestIdentity } from "./test_identity.ts";
import { withServer } from "./test_server.ts";

const SECRET = "north-north-east-by-north";

/** Somebody on a socket of their own, from an address of their own. */
export class Pusher {
  readonly client: TestClient;

  constructor(client: TestClient) {
    this.client = client;
  }

  /** Sends a push as it is given, and returns the server's answer: its result, or the code of an error. */
  async push(fields: Record<string, unknown>): Promise<PushOutcome | { readonly error: string }> {
    const [answer] = await this.pushAll([fields]);
    return answer ?? { error: "none" };
  }

  /** The same for many at once; the answers are in the order in which they come. */
  async pushAll(all: readonly Record<string, unknown>[]): Promise<(PushOutcome | { readonly error: string })[]> {
    for (const fields of all) {
      const requestId = encodeBase64Url(crypto.getRandomValues(new Uint8Array(16)));
      this.client.send({ type: "push", requestId, ...fields });
    }
    const answers: (PushOutcome | { readonly error: string })[] = [];
    while (answers.length < all.length) {
      const message = parseObject(await this.client.nextText());
      if (message?.["type"] === "error") answers.push({ error: String(message["code"]) });
      if (message?.["type"] !== "push-result") continue;
      if (!isPushOutcome(message)) throw new Error(`Cannot read the result: ${JSON.stringify(message)}`);
      const { result, retryAfterMs } = message;
      answers.push(retryAfterMs === undefined ? { result } : { result, retryAfterMs });
    }
    return answers;
  }
}

export interface PushWorld {
  readonly service: PushService;
  readonly sender: PushSender;
  readonly subscription: Subscription;
  /** Of the server's, to start a forwarder of one's own by. */
  readonly env: Record<string, string>;
  /** Ends the forwarder, which does not come back. */
  killForwarder(): Promise<void>;
  /** Where the server is. */
  readonly host: string;
  /** Lets somebody in whom nobody has seen before. */
  enter(options?: { isProved?: boolean; address?: string }): Promise<Pusher>;
  /** A push that is right in all, but for what is given. */
  createPush(fields?: Record<string, unknown>): Promise<Record<string, unknown>>;
}

let addressCount = 0;

/** Runs `body` in a world of its own. @param options.hasForwarder without it the server waits for one in vain */
export async function withPushWorld(
  body: (world: PushWorld) => Promise<void>,
  { variables = {}, hasForwarder = true }: { variables?: Record<string, string>; hasForwarder?: boolean } = {},
): Promise<void> {
  const service = await startPushService();
  const env = { PUSH_FORWARDER: `127.0.0.1:${findFreePort()}`, PUSH_SECRET: SECRET, PUSH_HOSTS: service.host };
  const sender = await createPushSender();
  const subscription = await service.subscribe(sender.publicKey);
  const clients: TestClient[] = [];
  try {
    await withServer(async (host) => {
      const forwarder = hasForwarder ? await startForwarder({ env: { ...env, DENO_CERT: service.caPath } }) : null;
      try {
        await body({
          ...{ service, sender, subscription, env, host },
          killForwarder: async () => await forwarder?.kill(),
          async enter({ isProved = true, address = `203.0.113.${addressCount++ % 250 + 1}` } = {}) {
            const client = new TestClient(host, address);
            clients.push(client);
            await client.register(isProved ? await createTestIdentity() : undefined);
            return new Pusher(client);
          },
          async createPush(fields = {}) {
            const authorization = await sender.authorize(service.origin);
            const body = await encryptFor(subscription, "Kim rings");
            const { endpoint } = subscription;
            return { ...{ endpoint, ttlSeconds: 75, urgency: "high", topic: "call" }, authorization, body, ...fields };
          },
        });
        for (const client of clients) await client.close();
      } finally {
        await forwarder?.kill();
      }
    }, { TRUSTED_PROXIES: "127.0.0.1", ...env, ...variables });
  } finally {
    await service.close();
  }
}
