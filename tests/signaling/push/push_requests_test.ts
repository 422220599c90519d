import { assertEquals } from "@std/assert";
import type { Push, PushMessage, PushOutcome } from "../../../signaling/protocol/push.ts";
import {
  PushRequests,
  type SendPush,
  SESSION_PUSH_INTERVAL_MS,
  SESSION_PUSHES_MAX,
} from "../../../signaling/push/push_requests.ts";

const PUSH: Push = {
  endpoint: "https://push.example/x",
  ttlSeconds: 75,
  urgency: "high",
  authorization: `vapid t=a.b.c, k=${"k".repeat(87)}`,
  body: "AAAA",
};

/** A session's requests, with what they send, count, hand on and take. */
class Bench {
  nowMs = 0;
  addressWaitMs = 0;
  takenCount = 0;
  readonly sent: unknown[] = [];
  readonly counted: string[] = [];
  readonly requests: PushRequests;
  readonly #isProved: boolean;

  constructor(sendPush: SendPush | null, { isProved = true } = {}) {
    this.#isProved = isProved;
    const takePush = () => {
      this.takenCount += 1;
      return this.addressWaitMs;
    };
    const context = {
      sendPush,
      clock: { performance: { now: () => this.nowMs } },
      counters: { countPush: (result: string) => void this.counted.push(result) },
    };
    this.requests = new PushRequests(context, { takePush }, (text) => void this.sent.push(JSON.parse(text)));
  }

  async push(requestId = "r"): Promise<unknown> {
    const message: PushMessage = { type: "push", requestId, ...PUSH };
    await this.requests.handle(message, { isProved: this.#isProved });
    return this.sent.at(-1);
  }
}

Deno.test("A push is handed on as it is, and its outcome told by its own name", async () => {
  const handed: Push[] = [];
  const bench = new Bench((push) => {
    handed.push(push);
    return Promise.resolve<PushOutcome>({ result: "limited", retryAfterMs: 7 });
  });
  assertEquals(await bench.push("one"), { type: "push-result", requestId: "one", result: "limited", retryAfterMs: 7 });
  assertEquals(handed, [PUSH]);
  assertEquals(bench.counted, ["limited"]);
});

Deno.test("A session may push ten times at once, and then every ten seconds", async () => {
  const bench = new Bench(() => Promise.resolve({ result: "accepted" }));
  for (let count = 0; count < SESSION_PUSHES_MAX; count++) await bench.push();
  assertEquals(bench.counted, new Array(SESSION_PUSHES_MAX).fill("accepted"));
  bench.nowMs = 4_000;
  assertEquals(await bench.push(), { type: "push-result", requestId: "r", result: "limited", retryAfterMs: 6_000 });
  assertEquals(bench.takenCount, SESSION_PUSHES_MAX); // What its own share refuses takes nothing of the address's.
  bench.nowMs = SESSION_PUSH_INTERVAL_MS;
  await bench.push();
  assertEquals(bench.counted.slice(-2), ["limited", "accepted"]);
});

Deno.test("An address that has pushed enough is told when to come back, and nothing is handed on", async () => {
  let handedCount = 0;
  const bench = new Bench(() => {
    handedCount += 1;
    return Promise.resolve({ result: "accepted" });
  });
  bench.addressWaitMs = 60_000;
  assertEquals(await bench.push(), { type: "push-result", requestId: "r", result: "limited", retryAfterMs: 60_000 });
  assertEquals(handedCount, 0);
});

Deno.test("Whoever has proved nothing is refused, and without a forwarder all is unavailable; neither takes a share", async () => {
  const bare = new Bench(() => Promise.reject(new Error("handed on")), { isProved: false });
  assertEquals(await bare.push(), { type: "push-result", requestId: "r", result: "refused" });
  const alone = new Bench(null);
  assertEquals(await alone.push(), { type: "push-result", requestId: "r", result: "unavailable" });
  assertEquals([bare.takenCount, alone.takenCount], [0, 0]);
});
