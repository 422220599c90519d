import { assertEquals } from "@std/assert";
import { chooseSocketLimits } from "../../../signaling/limits/socket_limits.ts";

const MIB = 2 ** 20;

function derive(mib: number, share = 0.8): number {
  return chooseSocketLimits({ configured: null, limitBytes: mib * MIB, share }).sockets;
}

Deno.test("chooseSocketLimits() lets one address pin half of what the memory can stand, within bounds", () => {
  const sizes = [256, 1_024, 1_536, 2_048, 4_096, 8_192, 16_384, 65_536];
  assertEquals(sizes.map((mib) => derive(mib)), [4, 4, 7, 10, 23, 49, 100, 100]);
  // What remains beside one address at its worst: what the process itself takes, and one message that is read.
  for (let mib = 640; mib <= 16_384; mib += 64) assertEquals(derive(mib) * 64 + 60 + 160 <= mib * 0.8, true, `${mib}`);
});

Deno.test("chooseSocketLimits() takes what is set, also none, and does without the memory if that is not to count", () => {
  const limitBytes = 2_048 * MIB;
  const choose = (configured: number | null, share = 0.8) => chooseSocketLimits({ configured, limitBytes, share });
  assertEquals(choose(50), { sockets: 50, blockSocketsMax: 50 });
  assertEquals(choose(6), { sockets: 6, blockSocketsMax: 21 });
  assertEquals(choose(0).sockets, 0);
  assertEquals(choose(null, 0), { sockets: 100, blockSocketsMax: Infinity });
});
