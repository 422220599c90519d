/** How much of a relay one address can take: our credentials, the quotas that are shipped, and a real coturn. */

import { createHmac } from "node:crypto";
import { assert, assertEquals, assertNotEquals } from "@std/assert";
import type { IceServer, ServerMessage } from "../../signaling/protocol.ts";
import { isMissing } from "../doubles/programs.ts";
import { TestClient } from "../doubles/test_client.ts";
import { createTestIdentity } from "../doubles/test_identity.ts";
import { withServer } from "../doubles/test_server.ts";
import { TurnClient } from "../doubles/turn_client.ts";
import { startTurnServer, TURN_PROGRAMS } from "../doubles/turn_server.ts";

/** What one address may have at once, by `user-quota`. */
const ALLOCATIONS_MAX = 12;
/** As many as the relay has for everybody, and asked for so many at a time. */
const TRIES = 1_200;
const TRIES_AT_ONCE = 60;
const PROXY = { TRUSTED_PROXIES: "127.0.0.1" };

type Offer = Extract<ServerMessage, { type: "registered" | "ice-servers" }>;

async function connect(host: string, address: string, isProved = true): Promise<{ client: TestClient; offer: Offer }> {
  const client = new TestClient(host, address);
  const { nonce } = await client.nextOfType("challenge");
  const proof = isProved ? await (await createTestIdentity()).prove(nonce, host) : {};
  client.send({ type: "register", ...proof });
  return { client, offer: await client.nextOfType("registered") };
}

function findRelay({ iceServers }: Offer): IceServer | undefined {
  return iceServers.find(({ username }) => username !== undefined);
}

/** Reads what `user-quota` counts: what stands behind the time in a user name. */
function readUser(offer: Offer): string {
  return findRelay(offer)?.username?.split(":")[1] ?? "";
}

/** Takes what one socket can get, by asking over and over, and returns all of it. */
async function ask(client: TestClient, count: number): Promise<Offer[]> {
  for (let asked = 0; asked < count; asked += 1) client.send({ type: "ice-servers-request" });
  const offers: Offer[] = [];
  while (offers.length < count) offers.push(await client.nextOfType("ice-servers"));
  return offers;
}

Deno.test("A socket without a key gets no credentials for the relay, however it asks", () =>
  withServer(async (host) => {
    const { client, offer } = await connect(host, "198.51.100.1", false);
    for (const each of [offer, ...await ask(client, 10)]) {
      assertEquals([findRelay(each), each.iceServersTtlSeconds], [undefined, undefined]);
    }
    await client.close();
  }, { ...PROXY, TURN_URLS: "turn:127.0.0.1", TURN_SECRET: "north" }));

Deno.test("One address has one user name at the relay, by whichever IDs, sockets and instances", async () => {
  const variables = { ...PROXY, TURN_URLS: "turn:127.0.0.1", TURN_SECRET: "north" };
  const users = new Map<string, Set<string>>();
  const take = async (host: string, address: string) => {
    const { client, offer } = await connect(host, address);
    const taken = users.get(address) ?? new Set();
    for (const each of [offer, ...await ask(client, 110)]) taken.add(readUser(each));
    users.set(address, taken);
    await client.close();
  };
  // Of IPv6 the first 56 bits count: a household, where the /48 may be many customers of a mobile network.
  const [one, other, wide, near, neighbour, far] = [
    "198.51.100.1",
    "198.51.100.2",
    "2001:db8:1:1::1",
    "2001:db8:1:ff::9",
    "2001:db8:1:100::1",
    "2001:db8:2::1",
  ];
  await withServer(async (first) => {
    await withServer(async (second) => {
      for (const host of [first, second, first]) await take(host, one);
      for (const address of [other, wide, near, neighbour, far]) await take(second, address);
    }, variables);
  }, variables);
  const names = [one, other, wide, near, neighbour, far].map((address) => {
    const [user = "", ...more] = users.get(address) ?? [];
    assertEquals(more, [], `${address} has several`);
    assert(user.length >= 12, `${user} is short`);
    return user;
  });
  assertEquals(names[2], names[3]);
  assertEquals(new Set(names).size, 5);
});

const NAME = "One address gets 12 allocations of the relay with all the credentials it can take, and others get theirs";

Deno.test({
  name: NAME,
  ignore: isMissing(NAME, TURN_PROGRAMS),
  async fn() {
    const shipped = await Deno.readTextFile(new URL("../../deploy/coturn/turnserver.conf", import.meta.url));
    const quotas = shipped.split("\n").filter((line) => /^(user|total)-quota=/.test(line));
    assertEquals(quotas.length, 2);
    await using coturn = await startTurnServer({ config: quotas });
    await withServer(async (host) => {
      const allocators: TurnClient[] = [];
      const tryOnce = async ({ username = "", credential = "" }: IceServer) => {
        const allocator = new TurnClient("127.0.0.1", coturn.port, username, credential);
        allocators.push(allocator);
        return await allocator.tryToAllocate(1);
      };
      const offers: Offer[] = [];
      for (let socket = 0; socket < 10; socket += 1) {
        const { client, offer } = await connect(host, "198.51.100.1");
        offers.push(offer, ...await ask(client, 110));
        await client.close();
      }
      const relays = offers.map(findRelay).filter((relay) => relay !== undefined);
      assertEquals(relays.length, offers.length);
      const codes: number[] = [];
      for (let tried = 0; tried < TRIES; tried += TRIES_AT_ONCE) {
        const batch = Array.from({ length: TRIES_AT_ONCE }, (_, n) => relays[(tried + n) % relays.length] as IceServer);
        codes.push(...await Promise.all(batch.map(tryOnce)));
      }
      assertEquals(codes.filter((code) => code === 0).length, ALLOCATIONS_MAX);
      assertEquals(new Set(codes), new Set([0, 486])); // RFC 8656 §19: Allocation Quota Reached.
      // Nor by credentials that end at another time: the quota is of what stands behind it.
      const later = `${Math.floor(Date.now() / 1_000) + 7_200}:${readUser(offers[0] as Offer)}`;
      const credential = createHmac("sha1", coturn.secret).update(later).digest("base64");
      assertEquals(await tryOnce({ urls: [], username: later, credential }), 486);

      const { client, offer } = await connect(host, "198.51.100.2");
      const relay = findRelay(offer);
      assertNotEquals(relay, undefined);
      for (let end = 0; end < ALLOCATIONS_MAX; end += 1) assertEquals(await tryOnce(relay ?? { urls: [] }), 0);
      await client.close();
      for (const allocator of allocators) allocator.close();
    }, { ...PROXY, ...coturn.env });
  },
});
