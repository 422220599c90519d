import { assert, assertEquals, assertMatch } from "@std/assert";
import { parseConfig } from "../../../signaling/config/config.ts";
import { createIceServerOffers, type IceServerOffer } from "../../../signaling/ice/ice_servers.ts";

const NOW_MS = 1_700_000_000_999;
const ADDRESS = "192.0.2.1";
const TURN = { TURN_URLS: "turn:t.example, turns:t.example:443?transport=tcp", TURN_SECRET: "north" };

function offer(
  variables: Record<string, string>,
  { stunPort = 3478, host, address = ADDRESS, nowMs = NOW_MS }: Partial<{
    stunPort: number | null;
    host: string;
    address: string | null;
    nowMs: number;
  }> = {},
): IceServerOffer {
  const config = parseConfig((name) => variables[name]);
  return createIceServerOffers({ config, stunPort, nowMs: () => nowMs })(host, address);
}

/** Makes the user name that an address has at a moment: the end of its life, and what a quota counts. */
function readUser(address: string, nowMs = NOW_MS, secret = "north"): { expirySeconds: number; token: string } {
  const [turn] = offer({ ...TURN, TURN_SECRET: secret, TURN_TTL_SECONDS: "800" }, { address, nowMs }).iceServers;
  const [expiry, token = ""] = turn?.username?.split(":") ?? [];
  return { expirySeconds: Number(expiry), token };
}

function stunUrlFor(host: string | undefined, PUBLIC_HOST = ""): unknown {
  return offer({ PUBLIC_HOST }, host === undefined ? {} : { host }).iceServers[0]?.urls;
}

Deno.test("createIceServerOffers() names our STUN server as the page's host is named", () => {
  assertEquals(stunUrlFor("call.example"), ["stun:call.example:3478"]);
  assertEquals(stunUrlFor("localhost:5000"), ["stun:localhost:3478"]);
  assertEquals(stunUrlFor("192.0.2.1:5000"), ["stun:192.0.2.1:3478"]);
  assertEquals(stunUrlFor("[2001:db8::1]:5000"), ["stun:[2001:db8::1]:3478"]);
  assertEquals(offer({}, { host: "call.example", stunPort: 9 }).iceServers, [{ urls: ["stun:call.example:9"] }]);
});

Deno.test("createIceServerOffers() names the first PUBLIC_HOST to who came by a name that is none of them", () => {
  const hosts = "call.example:8443, www.example, [2001:db8::1]";
  assertEquals(stunUrlFor("www.example", hosts), ["stun:www.example:3478"]);
  assertEquals(stunUrlFor("call.example", hosts), ["stun:call.example:3478"], "a proxy may pass on no port");
  assertEquals(stunUrlFor("[2001:db8::1]:5000", hosts), ["stun:[2001:db8::1]:3478"]);
  assertEquals(stunUrlFor("127.0.0.1:5000", hosts), ["stun:call.example:3478"]);
  assertEquals(stunUrlFor(undefined, hosts), ["stun:call.example:3478"]);
});

Deno.test("createIceServerOffers() offers no STUN server that has no name or does not run", () => {
  for (const host of [undefined, "", "a b", "%%", "[::1"]) assertEquals(stunUrlFor(host), undefined, host);
  assertEquals(offer({}, { host: "call.example", stunPort: null }), { iceServers: [] });
});

Deno.test("createIceServerOffers() replaces our STUN server by STUN_URLS", () => {
  const STUN_URLS = "stun:a.example, stun:b.example:3478";
  for (const stunPort of [3478, null]) {
    const { iceServers } = offer({ STUN_URLS }, { host: "call.example", stunPort });
    assertEquals(iceServers, [{ urls: ["stun:a.example", "stun:b.example:3478"] }]);
  }
});

Deno.test("createIceServerOffers() makes TURN credentials that expire, the same for one address", async () => {
  const [first, second] = [0, 1].map(() => offer({ ...TURN, TURN_TTL_SECONDS: "800" }, { host: "call.example" }));
  assert(first !== undefined && second !== undefined);
  assertEquals(first, second);
  assertEquals(first.iceServersTtlSeconds, 800);
  assertEquals(first.iceServers[0], { urls: ["stun:call.example:3478"] });
  const turn = first.iceServers[1];
  assertEquals(turn?.urls, ["turn:t.example", "turns:t.example:443?transport=tcp"]);
  assertMatch(turn?.username ?? "", /^1700000800:[\w-]{16}$/);

  // WebCrypto has the last word on what HMAC-SHA1 is.
  const algorithm = { name: "HMAC", hash: "SHA-1" };
  const encoder = new TextEncoder();
  const key = await crypto.subtle.importKey("raw", encoder.encode("north"), algorithm, false, ["sign"]);
  const mac = new Uint8Array(await crypto.subtle.sign("HMAC", key, encoder.encode(turn?.username)));
  assertEquals(turn?.credential, mac.toBase64());
});

Deno.test("createIceServerOffers() gives an address one user a day, another than anybody else's", () => {
  const { token } = readUser(ADDRESS);
  const dayMs = 86_400_000;
  const midnightMs = Math.ceil(NOW_MS / dayMs) * dayMs;
  assertEquals(readUser(ADDRESS, midnightMs - 1).token, token);
  const others = [
    readUser(ADDRESS, midnightMs).token,
    readUser(ADDRESS, NOW_MS, "south").token,
    readUser("192.0.2.2").token,
    readUser("2001:db8:1::/48").token,
  ];
  assertEquals(new Set([token, ...others]).size, 5);
});

Deno.test("createIceServerOffers() has credentials last as long as was asked for, and at most an eighth more", () => {
  const expiries = new Set<number>();
  for (let second = 0; second < 800; second += 1) {
    const nowMs = NOW_MS + second * 1_000;
    const { expirySeconds } = readUser(ADDRESS, nowMs);
    const ttlSeconds = expirySeconds - Math.floor(nowMs / 1_000);
    assert(ttlSeconds >= 800 && ttlSeconds < 900, `${ttlSeconds} s`);
    expiries.add(expirySeconds);
    const { iceServersTtlSeconds } = offer({ ...TURN, TURN_TTL_SECONDS: "800" }, { nowMs });
    assertEquals(iceServersTtlSeconds, ttlSeconds);
  }
  assertEquals(expiries.size, 9);
});

Deno.test("createIceServerOffers() offers no relay without an address", () => {
  assertEquals(offer(TURN, { host: "a", address: null }), offer({}, { host: "a" }));
});

Deno.test("createIceServerOffers() says nothing of a lifetime without TURN, nor a word of the secret", () => {
  assertEquals(Object.keys(offer({}, { host: "a" })), ["iceServers"]);
  assert(!JSON.stringify(offer(TURN)).includes("north"));
});
