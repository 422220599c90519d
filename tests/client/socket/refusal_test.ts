import { assertEquals } from "@std/assert";
import { readRefusal, type Refusal, REFUSAL_CAUSES, type RefusalCause } from "../../../client/socket/refusal.ts";
import { RefusalWatch } from "../../../client/socket/refusal_watch.ts";
import { LIMIT_REFUSALS, ORIGIN_REFUSALS, REFUSAL_CODES } from "../../../signaling/protocol.ts";

function read(status: number, body: unknown, retryAfter?: string): Promise<Refusal> {
  const headers = new Headers(retryAfter === undefined ? {} : { "retry-after": retryAfter });
  const text = typeof body === "string" ? body : JSON.stringify(body);
  return readRefusal({ status, headers, text: () => Promise.resolve(text) });
}

Deno.test("readRefusal() takes the server's own word, the reason before the code", async () => {
  for (const reason of [...ORIGIN_REFUSALS, ...LIMIT_REFUSALS, "upgrade-lost"]) {
    if (reason === "origin-missing") continue; // No browser leaves it out.
    const { cause } = await read(403, { type: "error", code: "origin-refused", reason });
    assertEquals(cause, reason);
  }
  const codes = await Promise.all(REFUSAL_CODES.map((code) => read(503, { type: "error", code })));
  const expected = ["cut", "server-stopping", "server-full", "server-away", "server-away"];
  assertEquals(codes.map(({ cause }) => cause), expected);
});

Deno.test("each reason that a server gives is a cause that the page has words for", () => {
  const reasons = [...ORIGIN_REFUSALS, ...LIMIT_REFUSALS].filter((reason) => reason !== "origin-missing");
  assertEquals(new Set<string>(REFUSAL_CAUSES).intersection(new Set<string>(reasons)).size, reasons.length);
});

Deno.test("readRefusal() tells a proxy that answers for a server that is away from somebody else who answers", async () => {
  const page = "<html>Hello</html>";
  const causes = async (...statuses: number[]) =>
    (await Promise.all(statuses.map((status) => read(status, page)))).map(({ cause }) => cause);
  assertEquals(await causes(502, 503, 504), ["server-away", "server-away", "server-away"]);
  assertEquals(await causes(429), ["handshakes"]);
  assertEquals(await causes(0, 200, 302, 401, 404, 426, 500), Array(7).fill("stranger"));
  for (const body of ["[]", "null", "{", { reason: "toString" }, { reason: 1, code: {} }]) {
    assertEquals((await read(404, body)).cause, "stranger", String(body));
  }
});

Deno.test("readRefusal() reads when to come back, in bounds, from the body or the header", async () => {
  const wait = async (body: unknown, header?: string) => (await read(429, body, header)).retryAfterMs;
  assertEquals(await wait({ retryAfterMs: 1_500 }, "7"), 1_500);
  assertEquals(await wait("busy", "7"), 7_000);
  for (const header of [undefined, "soon", "-5", "Wed, 21 Oct 2026 07:28:00 GMT"]) {
    assertEquals(await wait("", header), 0);
  }
  for (const retryAfterMs of [NaN, -1, "x", null, {}]) assertEquals(await wait({ retryAfterMs }), 0);
  assertEquals(await wait({ retryAfterMs: 1e300 }), 600_000);
});

/** A watch whose answers are `causes`, in order; what it was asked and told is on record. */
function createWatch({ causes = [], isMissing = false }: { causes?: RefusalCause[]; isMissing?: boolean } = {}) {
  const told: (string | null)[] = [];
  const asked: PromiseWithResolvers<Refusal>[] = [];
  const askWhyRefused = () => {
    const answer = Promise.withResolvers<Refusal>();
    asked.push(answer);
    return answer.promise;
  };
  const refusalSentence = (cause: RefusalCause) => cause;
  const watch = new RefusalWatch({
    url: "https://a.example/socket",
    load: () => isMissing ? Promise.reject(new Error("no code")) : Promise.resolve({ askWhyRefused, refusalSentence }),
    onTold: (say) => void told.push(say?.() ?? null),
  });
  const run = async () => {
    for (const cause of causes) {
      const isTold = watch.handleUnheard();
      await Promise.resolve();
      asked.at(-1)?.resolve({ cause, retryAfterMs: 0 });
      await isTold;
    }
    return told;
  };
  return { watch, asked, told, run };
}

Deno.test("RefusalWatch asks one question at a time", async () => {
  const { watch, asked, told } = createWatch();
  const first = watch.handleUnheard();
  await watch.handleUnheard();
  await Promise.resolve();
  assertEquals([asked.length, told], [1, []]);
  asked[0]?.resolve({ cause: "sockets", retryAfterMs: 5_000 });
  await first;
  assertEquals(told, ["sockets"]);
  void watch.handleUnheard();
  await Promise.resolve();
  assertEquals(asked.length, 2);
});

Deno.test("RefusalWatch knows nothing where what would ask does not come", async () => {
  const { watch, told } = createWatch({ isMissing: true });
  await watch.handleUnheard();
  await watch.handleUnheard();
  assertEquals(told, [null, null]);
});

Deno.test("RefusalWatch blames nothing on the way for a server that has just come back", async () => {
  assertEquals(await createWatch({ causes: ["cut", "cut", "cut"] }).run(), [null, "cut", "cut"]);
  assertEquals(await createWatch({ causes: ["unreachable", "cut", "unreachable", "cut"] }).run(), Array(4).fill(null));
  assertEquals(await createWatch({ causes: ["server-full", "cut"] }).run(), ["server-full", null]);
});
