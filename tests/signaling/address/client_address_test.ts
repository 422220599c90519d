import { assertEquals } from "@std/assert";
import {
  type AddressBlock,
  findClientAddress,
  findWideBlocks,
  isForgottenProxy,
  isSenderTrusted,
  parseAddressBlock,
} from "../../../signaling/address/client_address.ts";

function blocks(...texts: string[]): AddressBlock[] {
  return texts.map(parseAddressBlock).filter((block) => block !== null);
}

const PROXIES = blocks("127.0.0.1", "10.0.0.0/8", "fd00::/8");

function nameOf(remote: string, forwardedFor: string | null = null, trusted = PROXIES): string {
  return findClientAddress(remote, forwardedFor, trusted).name;
}

Deno.test("parseAddressBlock() reads addresses and blocks, and nothing else", () => {
  assertEquals(parseAddressBlock("192.0.2.0/24"), { bytes: Uint8Array.of(192, 0, 2, 0), prefixLength: 24 });
  assertEquals(parseAddressBlock("::ffff:192.0.2.1"), { bytes: Uint8Array.of(192, 0, 2, 1), prefixLength: 32 });
  assertEquals(parseAddressBlock("::/0")?.prefixLength, 0);
  for (const text of ["", "/8", "10/8", "10.0.0.0/33", "::/129", "10.0.0.0/", "10.0.0.0/-1", "a.example/8"]) {
    assertEquals(parseAddressBlock(text), null, text);
  }
});

Deno.test("findClientAddress() counts IPv4 whole, IPv4-mapped IPv6 as IPv4, and IPv6 by its first 64 bits", () => {
  assertEquals(nameOf("192.0.2.1"), "192.0.2.1");
  assertEquals(nameOf("::ffff:192.0.2.1"), "192.0.2.1");
  assertEquals(nameOf("::FFFF:c000:201"), "192.0.2.1");
  assertEquals(nameOf("2001:db8:1:2:3:4:5:6"), "2001:db8:1:2::/64");
  assertEquals(nameOf("2001:db8:1:2::1"), nameOf("2001:db8:1:2:ffff::"));
  assertEquals(nameOf("2001:db8:1:3::1") === nameOf("2001:db8:1:2::1"), false);
});

Deno.test("findClientAddress() names the /48 and the /56 that an IPv6 address is in, and none for IPv4", () => {
  const blocksOf = (remote: string) => findClientAddress(remote, null, PROXIES).blocks;
  assertEquals(blocksOf("2001:db8:1:2345:3:4:5:6"), ["2001:db8:1::/48", "2001:db8:1:2300::/56"]);
  assertEquals(blocksOf("2001:db8:1:23ff::1"), blocksOf("2001:db8:1:2300::1"));
  assertEquals(blocksOf("2001:db8:1:2400::1")[1] === blocksOf("2001:db8:1:2300::1")[1], false);
  assertEquals(blocksOf("::ffff:192.0.2.1"), []);
  assertEquals(findClientAddress("192.0.2.1", null, []).blocks, []);
  assertEquals(findClientAddress("::1", "2001:db8::1", blocks("::1")).blocks[0], "2001:db8:0::/48");
});

Deno.test("findClientAddress() believes no X-Forwarded-For but a trusted proxy's", () => {
  assertEquals(nameOf("192.0.2.1", "198.51.100.1"), "192.0.2.1");
  assertEquals(nameOf("127.0.0.1", "198.51.100.1", []), "127.0.0.1");
  assertEquals(nameOf("127.0.0.1", "198.51.100.1"), "198.51.100.1");
  assertEquals(nameOf("::ffff:127.0.0.1", "198.51.100.1"), "198.51.100.1");
  assertEquals(findClientAddress("127.0.0.1", null, PROXIES), { name: "127.0.0.1", blocks: [], isProxied: true });
  assertEquals(findClientAddress("192.0.2.1", null, PROXIES), { name: "192.0.2.1", blocks: [], isProxied: false });
});

Deno.test("findClientAddress() takes the right-most hop that is no trusted proxy", () => {
  assertEquals(nameOf("127.0.0.1", "203.0.113.9, 198.51.100.1, 10.1.2.3"), "198.51.100.1");
  assertEquals(nameOf("127.0.0.1", "10.0.0.1,10.0.0.2"), "10.0.0.1");
  assertEquals(nameOf("fd00::1", "2001:db8:1:2::9 , fd12::1"), "2001:db8:1:2::/64");
});

Deno.test("findClientAddress() reads hops with ports, and stops at what is no address", () => {
  assertEquals(nameOf("127.0.0.1", "198.51.100.1:4711"), "198.51.100.1");
  assertEquals(nameOf("127.0.0.1", "[2001:db8:1:2::9]:4711"), "2001:db8:1:2::/64");
  assertEquals(nameOf("127.0.0.1", "[2001:db8:1:2::9]"), "2001:db8:1:2::/64");
  for (const hop of ["", "unknown", "_hidden", "999.0.0.1", "<script>", ",", "198.51.100.1,"]) {
    assertEquals(nameOf("127.0.0.1", hop), "127.0.0.1", hop);
  }
  assertEquals(nameOf("127.0.0.1", "198.51.100.1, unknown, 10.0.0.1"), "10.0.0.1");
});

Deno.test("findClientAddress() gives a sender who makes hops up no second name", () => {
  const names = Array.from({ length: 100 }, (_, n) => nameOf("127.0.0.1", `203.0.113.${n}, 198.51.100.1`));
  assertEquals(new Set(names), new Set(["198.51.100.1"]));
});

Deno.test("isForgottenProxy() notices a proxy near by that is not trusted, and nobody else", () => {
  assertEquals(isForgottenProxy("127.0.0.1", "198.51.100.1", []), true);
  assertEquals(isForgottenProxy("::ffff:172.20.0.2", "198.51.100.1", PROXIES), true);
  assertEquals(isForgottenProxy("127.0.0.1", "198.51.100.1", PROXIES), false);
  assertEquals(isForgottenProxy("127.0.0.1", null, []), false);
  assertEquals(isForgottenProxy("192.0.2.1", "198.51.100.1", []), false);
});

Deno.test("findWideBlocks() names blocks in which somebody else may be, and none that may be a proxy's", () => {
  const narrow = blocks("127.0.0.1", "10.0.0.0/24", "::1", "fd00::/64", "2001:db8::5");
  assertEquals(findWideBlocks(narrow), []);
  assertEquals(findWideBlocks(blocks("10.0.0.0/8", "192.0.2.0/23", "fd00::/8", "2001:db8:1::/63", "::/0")), [
    "10.0.0.0/8",
    "192.0.2.0/23",
    "fd00::/8",
    "2001:db8:1::/63",
    "0::/0",
  ]);
});

Deno.test("isSenderTrusted() notices a sender in the block that its proxy is trusted for, and no other", () => {
  const trusted = blocks("127.0.0.1", "10.0.0.0/8");
  assertEquals(isSenderTrusted("10.0.0.5", "10.0.0.77", trusted), true);
  assertEquals(isSenderTrusted("10.0.0.5", "10.9.9.9, 10.0.0.6", trusted), true);
  assertEquals(isSenderTrusted("10.0.0.5", "192.0.2.1, 10.0.0.6", trusted), false);
  assertEquals(isSenderTrusted("10.0.0.5", "192.0.2.1", trusted), false);
  assertEquals(isSenderTrusted("192.0.2.1", "10.0.0.77", trusted), false);
  assertEquals(isSenderTrusted("127.0.0.1", "127.0.0.1", trusted), false);
  assertEquals(isSenderTrusted("10.0.0.5", null, trusted), false);
  assertEquals(isSenderTrusted("10.0.0.5", "unknown", trusted), false);
});
