/**
 * Abuse of the forwarder: what is sent to it through a real server, by a real process with the permissions that it
 * ships with, to a push service that is as strict as the real ones. Each is refused with its code, and nothing of it
 * goes out.
 */

import { assert, assertEquals, assertRejects, assertStringIncludes } from "@std/assert";
import { startForwarder } from "../doubles/forwarder_process.ts";
import { isMissing } from "../doubles/programs.ts";
import { createPushSender } from "../doubles/push_sender.ts";
import { startPushService } from "../doubles/push_service.ts";
import { Pusher, type PushWorld, withPushWorld } from "../doubles/push_world.ts";
import { findFreePort, startServerProcess } from "../doubles/server_process.ts";
import { TestClient } from "../doubles/test_client.ts";
import { createTestIdentity } from "../doubles/test_identity.ts";
import { withServer } from "../doubles/test_server.ts";

const OPENSSL = { openssl: "openssl" };
/** What is taken on its way to another outcome is none of this row's. */
type Row = readonly [name: string, change: (world: PushWorld) => unknown | Promise<unknown>, expected: string];

function endpoint(url: string | ((world: PushWorld) => string)): (world: PushWorld) => Record<string, unknown> {
  return (world) => ({ endpoint: typeof url === "string" ? url : url(world) });
}

const at = (path: (world: PushWorld, url: URL) => string) =>
  endpoint((world) => path(world, new URL(world.subscription.endpoint)));

/** Nothing of these ever leaves the machine: the service, which may be reached, hears of none. */
const KEPT_HERE: readonly Row[] = [
  ["a foreign host", endpoint("https://evil.example/push/x"), "refused"],
  ["a host that ends like one of the list", endpoint("https://notfcm.googleapis.com/fcm/send/x"), "refused"],
  ["a host that begins like one", endpoint("https://fcm.googleapis.com.evil.example/fcm/send/x"), "refused"],
  ["the name above a wildcard", endpoint("https://push.apple.com/x"), "refused"],
  ["a wildcard without its dot", endpoint("https://evilpush.apple.com/x"), "refused"],
  ["a name with a dot at its end", endpoint("https://fcm.googleapis.com./x"), "refused"],
  ["the loopback", endpoint("https://127.0.0.1/x"), "refused"],
  ["the loopback, in one number", endpoint("https://2130706433/x"), "refused"],
  ["the loopback, by IPv6", endpoint("https://[::1]/x"), "refused"],
  ["the metadata of clouds", endpoint("https://169.254.169.254/latest/meta-data/"), "refused"],
  ["another port of a push service", endpoint("https://fcm.googleapis.com:8443/x"), "refused"],
  ["another port of a host that is named", at((_, { hostname }) => `https://${hostname}/x`), "refused"],
  ["a user", at((_, { host, pathname }) => `https://kim@${host}${pathname}`), "refused"],
  ["a user and a password", at((_, { host, pathname }) => `https://kim:x@${host}${pathname}`), "refused"],
  ["an empty user", at((_, { host, pathname }) => `https://@${host}${pathname}`), "refused"],
  ["a fragment", endpoint(({ subscription }) => `${subscription.endpoint}#x`), "refused"],
  ["an empty fragment", endpoint(({ subscription }) => `${subscription.endpoint}#`), "refused"],
  ["a backslash before a foreign host", endpoint("https:\\\\evil.example\\x"), "bad-message"],
  ["a line break and a header", endpoint((world) => `${world.subscription.endpoint}\r\nX: y`), "bad-message"],
  ["a space and a version", endpoint((world) => `${world.subscription.endpoint} HTTP/1.0`), "bad-message"],
  ["http:", at((_, { host, pathname }) => `http://${host}${pathname}`), "bad-message"],
  ["a file", endpoint("file:///etc/passwd"), "bad-message"],
  ["an endpoint of 2,049 characters", endpoint((w) => w.subscription.endpoint.padEnd(2_049, "x")), "bad-message"],
  ["an endpoint that is a list", () => ({ endpoint: ["https://fcm.googleapis.com/x"] }), "bad-message"],
  ["a body of 4,097 bytes", () => ({ body: "A".repeat(Math.ceil(4_097 * 4 / 3)) }), "bad-message"],
  ["a body of 60,000 characters", () => ({ body: "A".repeat(60_000) }), "bad-message"],
  ["no body", () => ({ body: "" }), "bad-message"],
  ["a body that is no base64url", () => ({ body: "a+b/" }), "bad-message"],
  ["a call that waits for 76 s", () => ({ ttlSeconds: 76 }), "bad-message"],
  ["a message that waits for more than a week", () => ({ urgency: "low", ttlSeconds: 604_801 }), "bad-message"],
  ["a time below nothing", () => ({ ttlSeconds: -1 }), "bad-message"],
  ["an urgency that there is not", () => ({ urgency: "now" }), "bad-message"],
  ["a topic with a line break", () => ({ topic: "a\r\nX: y" }), "bad-message"],
  ["a topic of 33 characters", () => ({ topic: "a".repeat(33) }), "bad-message"],
  ["no authorization", () => ({ authorization: undefined }), "bad-message"],
  ["another scheme", () => ({ authorization: "Basic a2ltOng=" }), "bad-message"],
  [
    "a header in the authorization",
    ({ sender, service }) => sender.authorize(service.origin).then((text) => ({ authorization: `${text}\r\nX: y` })),
    "bad-message",
  ],
  ["no request ID", () => ({ requestId: undefined }), "bad-message"],
  ["a short request ID", () => ({ requestId: "a" }), "bad-message"],
];

async function authorizeBy(
  { sender, service }: PushWorld,
  claims: Record<string, unknown>,
): Promise<Record<string, unknown>> {
  return { authorization: await sender.authorize(service.origin, claims) };
}

/** The service itself refuses these. */
const REFUSED_THERE: readonly Row[] = [
  ["a token for another service", (world) => authorizeBy(world, { aud: "https://fcm.googleapis.com" }), "refused"],
  ["a token for more than a day", (world) => authorizeBy(world, { exp: Date.now() / 1_000 + 86_500 }), "refused"],
  ["a token that is over", (world) => authorizeBy(world, { exp: 1 }), "refused"],
  ["a token without a contact", (world) => authorizeBy(world, { sub: undefined }), "refused"],
  [
    "a card that was stolen and lacks the key",
    async ({ service }) => ({ authorization: await (await createPushSender()).authorize(service.origin) }),
    "refused",
  ],
  [
    "a card of before its owner's change",
    async ({ service, sender }) => {
      const old = await service.subscribe(sender.publicKey);
      service.unsubscribe(old.endpoint);
      return { endpoint: old.endpoint };
    },
    "gone",
  ],
  ["a subscription that never was", ({ service }) => ({ endpoint: `${service.origin}/push/none` }), "gone"],
];

function read(outcome: { result: string } | { error: string }): string {
  return "error" in outcome ? outcome.error : outcome.result;
}

async function check(world: PushWorld, rows: readonly Row[]): Promise<void> {
  for (const [name, change, expected] of rows) {
    const person = await world.enter();
    const outcome = await person.push(await world.createPush(await change(world) as Record<string, unknown>));
    assertEquals(read(outcome), expected, name);
  }
}

Deno.test({
  name: "What may not be pushed is refused with its code, before anything goes out",
  ignore: isMissing("push abuse", OPENSSL),
  fn: () =>
    withPushWorld(async (world) => {
      await check(world, KEPT_HERE);
      assertEquals(world.service.received.length, 0);

      const outcome = await (await world.enter()).push(await world.createPush());
      assertEquals(outcome, { result: "accepted" }); // What was refused would else have been so for any reason.
      const push = await world.service.waitFor(1);
      assertEquals(new TextDecoder().decode(await world.service.decrypt(push)), "Kim rings");
      const { ttl, urgency, topic } = push.headers;
      assertEquals([push.status, ttl, urgency, topic], [201, "75", "high", "call"]);
      const names = ["authorization", "connection", "content-encoding", "content-length", "content-type", "host"];
      assertEquals(Object.keys(push.headers).sort(), [...names, "topic", "ttl", "urgency"]);
    }),
});

Deno.test({
  name: "What a push service refuses is told as that, and its redirects lead nowhere",
  ignore: isMissing("push refusals", OPENSSL),
  fn: () =>
    withPushWorld(async (world) => {
      const { service } = world;
      await check(world, REFUSED_THERE);
      const trap = await service.subscribe();
      const countBefore = service.received.length;
      let count = 0;
      for (
        const [answer, expected] of [
          [{ status: 200 }, { result: "accepted" }],
          [{ status: 202 }, { result: "accepted" }],
          [{ status: 301, headers: { location: trap.endpoint } }, { result: "unavailable" }],
          [{ status: 307, headers: { location: trap.endpoint } }, { result: "unavailable" }],
          [{ status: 308, headers: { location: "http://127.0.0.1:1/" } }, { result: "unavailable" }],
          [{ status: 400 }, { result: "refused" }],
          [{ status: 413 }, { result: "refused" }],
          [{ status: 429, headers: { "retry-after": "7" } }, { result: "limited", retryAfterMs: 7_000 }],
          [{ status: 429 }, { result: "limited" }],
          [{ status: 500 }, { result: "unavailable" }],
          [{ status: 201, body: "x".repeat(4_000_000) }, { result: "accepted" }],
          [{ status: 201, headers: { "x-padding": "x".repeat(12_000) } }, { result: "unavailable" }],
        ] as const
      ) {
        service.answerWith(answer);
        const { endpoint } = await service.subscribe(world.sender.publicKey);
        const outcome = await (await world.enter()).push(await world.createPush({ endpoint }));
        assertEquals(outcome, expected, JSON.stringify(answer).slice(0, 100));
        count += 1;
      }
      assertEquals(service.received.length, countBefore + count);
      assert(service.received.every(({ endpoint }) => endpoint !== trap.endpoint));
    }),
});

/** Pushes that are right, each to a subscription of its own. */
async function createPushes({ service, sender, createPush }: PushWorld, count: number) {
  return await Promise.all(Array.from({ length: count }, async () => {
    const { endpoint } = await service.subscribe(sender.publicKey);
    return await createPush({ endpoint });
  }));
}

Deno.test({
  name: "Of a flood to a push service that does not answer, 64 wait for 5 s at most, and the rest is told to come back",
  ignore: isMissing("push silence", OPENSSL),
  fn: () =>
    withPushWorld(async (world) => {
      const silence = Promise.withResolvers<never>();
      world.service.answerWith(silence.promise);
      const people = await Promise.all(Array.from({ length: 9 }, () => world.enter()));
      const pushes = await createPushes(world, 10);
      const started = performance.now();
      const answers = (await Promise.all(people.map((person, index) =>
        person.pushAll(pushes.map((push) => ({ ...push, endpoint: `${push["endpoint"]}${index}` })))
      ))).flat();
      const elapsedMs = performance.now() - started;
      const [waited, limited] = ["unavailable", "limited"].map((result) =>
        answers.filter((answer) =>
          read(answer) === result
        )
      );
      assertEquals((waited?.length ?? 0) + (limited?.length ?? 0), 90);
      // After 7 s the server gives its forwarder up, and what comes later is unavailable without having waited.
      const waitedMax = elapsedMs < 7_000 ? 64 : 90;
      assert(waited !== undefined && waited.length >= 50 && waited.length <= waitedMax, `${waited?.length} waited`);
      assert(elapsedMs >= 4_900, `the first were given up after ${elapsedMs} ms`);
      assertEquals(
        limited?.every((answer) =>
          "retryAfterMs" in answer
        ),
        true,
      );
    }),
});

Deno.test({
  name: "The same push again and again is limited after six, however its endpoint is written and whoever sends it",
  ignore: isMissing("push replays", OPENSSL),
  fn: () =>
    withPushWorld(async (world) => {
      const push = await world.createPush();
      const person = await world.enter();
      const url = String(push["endpoint"]);
      const forms = [
        url,
        `${url}?x=1`,
        `${url}?`,
        url.replace("/push/", "//push/"),
        url.replace("/push/", "/%70ush/"),
        url.replace("/push/", "/x/../push/"),
        url.replace("localhost", "LocalHost"),
      ];
      const others = await Promise.all(forms.map(() => world.enter()));
      const started = performance.now();
      for (let count = 0; count < 6; count++) assertEquals(await person.push(push), { result: "accepted" });
      const answers = await Promise.all(forms.map((endpoint, index) => others[index]?.push({ ...push, endpoint })));
      // One more each 10 s, on a machine that slow.
      const spareCount = Math.floor((performance.now() - started) / 10_000);
      const limited = answers.filter((answer) => answer !== undefined && read(answer) === "limited");
      assert(limited.length >= forms.length - spareCount, JSON.stringify(answers));
      for (const answer of limited) {
        assert(answer !== undefined && "retryAfterMs" in answer && answer.retryAfterMs !== undefined);
        assert(answer.retryAfterMs <= 10_000);
      }
      assertEquals(world.service.received.length, 6 + forms.length - limited.length);
    }),
});

Deno.test({
  name: "A session and an address have their shares, and whoever has proved nothing has none",
  ignore: isMissing("push shares", OPENSSL),
  fn: () =>
    withPushWorld(async (world) => {
      const foreign = await world.createPush({ endpoint: "https://evil.example/x" });
      const address = "198.51.100.7";
      for (let session = 0; session < 6; session++) {
        const answers = await (await world.enter({ address })).pushAll(new Array(11).fill(foreign));
        assertEquals(answers.map(read).sort(), ["limited", ...new Array(10).fill("refused")]);
      }
      // The six over their session's share took nothing of the address's, which is used up all the same.
      const last = await (await world.enter({ address })).push(foreign);
      assert(read(last) === "limited" && "retryAfterMs" in last && (last.retryAfterMs ?? 0) > 0);
      assertEquals(read(await (await world.enter()).push(foreign)), "refused"); // From elsewhere.

      const push = await world.createPush();
      const bare = await world.enter({ isProved: false });
      assertEquals(await bare.push(push), { result: "refused" });
      const early = new TestClient(world.host);
      await early.nextOfType("challenge");
      early.send({ type: "push", requestId: "a".repeat(16), ...push });
      assertEquals((await early.nextOfType("error")).code, "not-registered");
      await early.close();
      assertEquals(world.service.received.length, 0);
    }),
});

Deno.test({
  name: "Without its forwarder the server says so, and goes on as before",
  ignore: isMissing("push without a forwarder", OPENSSL),
  fn: () =>
    withPushWorld(async (world) => {
      const push = await world.createPush();
      const person = await world.enter();
      assertEquals(await person.push(push), { result: "accepted" });
      world.service.answerWith(Promise.withResolvers<never>().promise);
      const answer = person.push(push);
      await world.service.waitFor(2);
      await world.killForwarder();
      assertEquals(await answer, { result: "unavailable" }); // What was under way.
      assertEquals(await person.push(push), { result: "unavailable" });
      const forwarder = await startForwarder({ env: { ...world.env, DENO_CERT: world.service.caPath } });
      world.service.answerWith(null);
      assertEquals(await person.push(push), { result: "accepted" });
      await forwarder.kill();
    }),
});

Deno.test({
  name: "A server that has dropped its permission to open connections pushes all the same",
  ignore: isMissing("push without permissions", OPENSSL),
  async fn() {
    const service = await startPushService();
    const env = {
      PUSH_FORWARDER: `127.0.0.1:${findFreePort()}`,
      PUSH_SECRET: "north-north-east",
      PUSH_HOSTS: service.host,
    };
    // Without STUN and Redis: silence_test.ts shows what is left to it.
    const server = await startServerProcess({ env });
    const forwarder = await startForwarder({ env: { ...env, DENO_CERT: service.caPath } });
    const client = new TestClient(`127.0.0.1:${server.port}`);
    try {
      await client.register(await createTestIdentity());
      const sender = await createPushSender();
      const subscription = await service.subscribe(sender.publicKey);
      const authorization = await sender.authorize(service.origin);
      const push = {
        endpoint: subscription.endpoint,
        ttlSeconds: 604_800,
        urgency: "low",
        authorization,
        body: "AAAA",
      };
      assertEquals(await new Pusher(client).push(push), { result: "accepted" });
      assertEquals((await service.waitFor(1)).headers["topic"], undefined);
    } finally {
      await client.close();
      await forwarder.kill();
      await server.kill();
      await service.close();
    }
  },
});

async function readRegistered(host: string): Promise<boolean | undefined> {
  const client = new TestClient(host);
  await client.nextOfType("challenge");
  client.send({ type: "register" });
  const { push } = await client.nextOfType("registered");
  await client.close();
  return push;
}

Deno.test("Pages hear whether there is push: with a forwarder, and not with PUSH=0", async () => {
  const env = { PUSH_FORWARDER: `127.0.0.1:${findFreePort()}`, PUSH_SECRET: "north-north-east-by-north" };
  await withServer(async (host) => assertEquals(await readRegistered(host), true), env);
  await withServer(async (host) => assertEquals(await readRegistered(host), undefined), { ...env, PUSH: "0" });
  await withServer(async (host) => assertEquals(await readRegistered(host), undefined));
  using other = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  const taken = { ...env, PUSH_FORWARDER: `127.0.0.1:${other.addr.port}` };
  const { message } = await assertRejects(() => withServer(async () => {}, taken));
  assertStringIncludes(message, "set PUSH_FORWARDER to another");
});

/** Runs what follows with another /etc/hosts than the machine's. */
async function createHostsPrefix(folder: string, lines: string): Promise<string[]> {
  await Deno.writeTextFile(`${folder}/hosts`, `127.0.0.1 localhost\n${lines}`);
  const script = 'mount --bind "$0" /etc/hosts && exec "$@"';
  return ["unshare", "--mount", "sh", "-c", script, `${folder}/hosts`];
}

Deno.test({
  name: "A push service whose name leads into a private network is sent nothing",
  ignore: isMissing("push to private addresses", { ...OPENSSL, unshare: "util-linux" }) || Deno.uid() !== 0,
  fn: () =>
    withPushWorld(async (world) => {
      const folder = await Deno.makeTempDir();
      // On the port of HTTPS, at addresses of this test's own.
      const [random] = crypto.getRandomValues(new Uint8Array(1));
      const addresses = [`127.77.${random}.1`, `127.77.${random}.2`];
      const listeners = addresses.map((hostname) => Deno.listen({ hostname, port: 443 }));
      const heard = listeners.map(async (listener) => {
        using connection = await listener.accept();
        return await connection.read(new Uint8Array(64));
      });
      const lines = `${addresses[0]} fcm.googleapis.com\n${addresses[1]} web.push.apple.com\n`;
      const prefix = await createHostsPrefix(folder, lines);
      const forwarder = await startForwarder({ env: world.env, prefix });
      try {
        for (const host of ["fcm.googleapis.com", "web.push.apple.com"]) {
          const push = await world.createPush({ endpoint: `https://${host}/x` });
          assertEquals(await (await world.enter()).push(push), { result: "refused" }, host);
        }
        assertEquals(await Promise.all(heard), [null, null]); // Not one byte, not even a handshake.
      } finally {
        await forwarder.kill();
        for (const listener of listeners) listener.close();
        await Deno.remove(folder, { recursive: true });
      }
    }, { hasForwarder: false }),
});
