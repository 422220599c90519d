import { assertEquals } from "@std/assert";
import { isIP } from "node:net";
import fc from "fast-check";
import { parseIpAddress } from "../../../signaling/address/ip_address.ts";

function toHex(bytes: Uint8Array | null): string | undefined {
  return bytes?.toHex();
}

Deno.test("parseIpAddress() reads every form, and an IPv4-mapped address as IPv4", () => {
  const samples: [text: string, hex: string][] = [
    ["192.0.2.1", "c0000201"],
    ["0.0.0.0", "00000000"],
    ["255.255.255.255", "ffffffff"],
    ["::ffff:192.0.2.1", "c0000201"],
    ["::FFFF:192.0.2.1", "c0000201"],
    ["::ffff:c000:201", "c0000201"],
    ["0:0:0:0:0:ffff:192.0.2.1", "c0000201"],
    ["::", "00".repeat(16)],
    ["::1", `${"00".repeat(15)}01`],
    ["1::", `0001${"00".repeat(14)}`],
    ["2001:db8:1234:5678:11:2233:4455:6677", "20010db8123456780011223344556677"],
    ["2001:DB8::8:800:200C:417A", "20010db80000000000080800200c417a"],
    ["::13.1.68.3", `${"00".repeat(12)}0d014403`],
    ["::ffff:0:1.2.3.4", "0000000000000000ffff000001020304"],
  ];
  for (const [text, hex] of samples) assertEquals(toHex(parseIpAddress(text)), hex, text);
});

Deno.test("parseIpAddress() returns null for what is no address", () => {
  const mistakes = ["", "1", "1.2.3", "1.2.3.256", "1.2.3.4.5", ":", ":::", "1:2:3:4:5:6:7", "1::2::3", "12345::"];
  mistakes.push("1:2:3:4:5:6:7:8:9", "g::", "fe80::1%eth0", "[::1]", "::1]:5/", "localhost", "a.b", "::ffff:1.2.3.999");
  for (const text of mistakes) assertEquals(parseIpAddress(text), null, text);
});

Deno.test("parseIpAddress() takes what node:net takes for an address, and never throws", () => {
  const text = fc.oneof(fc.ipV4(), fc.ipV6(), fc.string(), fc.string({ unit: fc.constantFrom(..."0123456789abf:.") }));
  fc.assert(fc.property(text, (text) => {
    const expected = isIP(text);
    const bytes = parseIpAddress(text);
    if (expected === 0) assertEquals(bytes, null);
    else if (expected === 4) assertEquals(bytes?.join("."), text);
    else assertEquals(bytes?.length === 16 || bytes?.length === 4, true);
  }));
});
