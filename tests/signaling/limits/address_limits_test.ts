import { assert, assertEquals } from "@std/assert";
import { ADDRESSES_MAX, AddressLimits, type SocketShare } from "../../../signaling/limits/address_limits.ts";
import {
  type AddressLimitOptions,
  MISSED_IDS_MAX,
  type SocketRefusal,
} from "../../../signaling/limits/counted_address.ts";
import { createRandomPeerId } from "../../../signaling/protocol.ts";

const NONE: AddressLimitOptions = {
  sockets: 0,
  blockSocketsMax: Infinity,
  registrationsPerMinute: 0,
  messagesPerSecond: 0,
  messagesBurst: 0,
  missesPerHour: 0,
};

/** Limits whose time the test tells. */
function createBench(limits: Partial<AddressLimitOptions>) {
  const clock = { nowMs: 0, pausedMs: 0 };
  const addressLimits = new AddressLimits({ ...NONE, ...limits }, {
    now: () => clock.nowMs,
    readPausedMs: () => clock.pausedMs,
  });
  const open = (name = "a", blocks: readonly string[] = []): SocketShare => {
    const share = addressLimits.openSocket({ name, blocks });
    if ("retryAfterMs" in share) throw new Error(`Cannot open a socket: refused for ${share.retryAfterMs} ms`);
    return share;
  };
  const isRefused = (name = "a", blocks: readonly string[] = []): boolean => {
    const share: SocketShare | SocketRefusal = addressLimits.openSocket({ name, blocks });
    if ("release" in share) share.release();
    return "retryAfterMs" in share;
  };
  return { clock, addressLimits, open, isRefused };
}

Deno.test("AddressLimits.openSocket() takes so many sockets of an address, and another when one is released", () => {
  const { open, isRefused } = createBench({ sockets: 2 });
  const [first] = [open(), open()];
  assert(isRefused());
  assert(!isRefused("b"));
  first.release();
  first.release(); // The event may come twice; it counts once.
  open();
  assert(isRefused());
});

Deno.test("AddressLimits.peek() says which limit stands against a socket, and counts nothing", () => {
  const { addressLimits, open } = createBench({ sockets: 2, registrationsPerMinute: 2 });
  const peek = (name: string, blocks: readonly string[] = []) => addressLimits.peek({ name, blocks });
  for (let count = 0; count < 100; count++) assertEquals(peek("a"), null);
  assertEquals(addressLimits.addressCount, 0, "who only asks is remembered");
  const shares = [open(), open()];
  for (let count = 0; count < 100; count++) assertEquals(peek("a"), { reason: "sockets", retryAfterMs: 5_000 });
  for (const share of shares) share.release();
  assertEquals(peek("a"), null);
  for (let count = 0; count < 2; count++) open().release();
  assertEquals(peek("a"), { reason: "handshakes", retryAfterMs: 15_000 });
  assertEquals(peek("b"), null);
  assertEquals(peek("b", ["a"]), { reason: "handshakes", retryAfterMs: 15_000 }, "a block that it is in");
});

Deno.test("AddressLimits counts registrations per address and minute, over all of its sockets", () => {
  const { clock, open } = createBench({ registrationsPerMinute: 3 });
  const shares = [open(), open(), open(), open()];
  assertEquals(shares.map((share) => share.takeRegistration()), [0, 0, 0, 20_000]);
  assertEquals(open("b").takeRegistration(), 0);
  clock.nowMs = 20_000;
  assertEquals(shares[0]?.takeRegistration(), 0);
});

Deno.test("AddressLimits.openSocket() refuses handshakes at twice the rate of registrations", () => {
  const { clock, open, isRefused } = createBench({ registrationsPerMinute: 2 });
  for (let count = 0; count < 4; count++) open().release();
  assert(isRefused());
  clock.nowMs = 15_000;
  open().release();
  assert(isRefused());
});

Deno.test("AddressLimits counts messages per socket and second, with a burst, large ones more than once", () => {
  const { clock, open } = createBench({ messagesPerSecond: 10, messagesBurst: 20 });
  const [one, other] = [open(), open()];
  for (let count = 0; count < 20; count++) assertEquals(one.takeMessage(4_095), 0);
  assertEquals(one.takeMessage(1), 100);
  assertEquals(other.takeMessage(65_536), 0); // Counts 17.
  assertEquals([0, 0, 0, 100], Array.from({ length: 4 }, () => other.takeMessage(1)));
  clock.nowMs = 1_000;
  for (let count = 0; count < 10; count++) assertEquals(one.takeMessage(1), 0);
  assertEquals(one.takeMessage(1), 100);
});

Deno.test("AddressLimits announces the message limits that it holds sockets to, and nothing where there are none", () => {
  const { addressLimits, open } = createBench({ messagesPerSecond: 10, messagesBurst: 5 });
  const { limits } = addressLimits.announced;
  if (limits === undefined) throw new Error("Nothing is announced");
  assertEquals([limits.messagesPerSecond, limits.messagesBurst], [10, 5]);
  const [short, long] = [open(), open()];
  for (let count = 0; count < limits.messagesBurst; count++) {
    assertEquals(short.takeMessage(limits.messageLengthUnit - 1), 0);
  }
  assertEquals(short.takeMessage(0), 100);
  assertEquals(long.takeMessage(limits.messageLengthUnit * (limits.messagesBurst - 1)), 0);
  assertEquals(long.takeMessage(0), 100);
  assertEquals(createBench({ messagesPerSecond: 10 }).addressLimits.announced, {});
  assertEquals(createBench({ messagesBurst: 10 }).addressLimits.announced, {});
});

Deno.test("AddressLimits counts misses by the IDs that were tried, and lets the same ones be tried again", () => {
  const { clock, open } = createBench({ missesPerHour: 3 });
  const ids = Array.from({ length: 4 }, createRandomPeerId);
  const share = open();
  // A patient caller: every second for ten minutes.
  for (let count = 0; count < 600; count++) assertEquals(share.takeMiss(ids[0] ?? ""), 0);
  assertEquals(ids.map((id) => share.takeMiss(id)), [0, 0, 0, 1_200_000]);
  assertEquals(open().takeMiss(ids[1] ?? ""), 0);
  clock.nowMs = 1_200_000;
  assertEquals(open().takeMiss(ids[3] ?? ""), 0);
});

Deno.test("AddressLimits makes a round of more IDs than it remembers cost each time", () => {
  const { open } = createBench({ missesPerHour: MISSED_IDS_MAX + 2 });
  const ids = Array.from({ length: MISSED_IDS_MAX + 1 }, createRandomPeerId);
  const share = open();
  for (const id of ids) assertEquals(share.takeMiss(id), 0);
  assertEquals(share.takeMiss(ids[0] ?? ""), 0);
  assert(share.takeMiss(ids[1] ?? "") > 0);
});

Deno.test("AddressLimits takes 0 for no limit, everywhere", () => {
  const { open } = createBench({});
  for (let count = 0; count < 2_000; count++) {
    const share = open();
    const id = createRandomPeerId();
    const waits = [
      share.takeMessage(65_536),
      share.takeRegistration(),
      share.takeMiss(id),
    ];
    assertEquals(waits, [0, 0, 0]);
  }
});

Deno.test("AddressLimits forgets addresses that owe nothing, and remembers those that do", () => {
  const { clock, addressLimits, open } = createBench({ registrationsPerMinute: 1 });
  const kept = open("kept");
  for (let n = 0; n < 5_000; n++) {
    clock.nowMs += 100;
    open(`${n}`).release();
  }
  assert(addressLimits.addressCount < 2_000, `${addressLimits.addressCount}`);
  kept.takeRegistration();
  assert(open("kept").takeRegistration() > 0);
});

Deno.test("AddressLimits never remembers more than ADDRESSES_MAX, and gives up one without a socket first", () => {
  const { addressLimits, open, isRefused } = createBench({ sockets: 1, missesPerHour: 10 });
  open("open");
  for (let n = 0; n < ADDRESSES_MAX + 100; n++) {
    const share = open(`${n}`);
    share.takeMiss(createRandomPeerId());
    share.release();
  }
  assertEquals(addressLimits.addressCount, ADDRESSES_MAX);
  assert(isRefused("open"));
});

Deno.test("AddressLimits forgets the quietest when all have a socket, and what that one releases later counts no more", () => {
  const { addressLimits, open, isRefused } = createBench({ sockets: 1 });
  const shares = Array.from({ length: ADDRESSES_MAX }, (_, n) => open(`${n}`));
  assert(isRefused("0")); // Which is to use it: 1 is the quietest now.
  open("new");
  assertEquals(addressLimits.addressCount, ADDRESSES_MAX);
  assert(isRefused("0") && isRefused("2"));
  const again = open("1"); // Forgotten, and anew in place of 3, with which 2 has become the later one.
  shares[1]?.release();
  assert(isRefused("1"));
  again.release();
  open("1");
  assert(isRefused("1"));
  assertEquals(addressLimits.addressCount, ADDRESSES_MAX);
});

/** The `n`th /64 of a /48, each `perBlock` of them in a /56 of their own. */
function createSubnet(n: number, perBlock: number, site = "site"): [string, string[]] {
  return [`${site}-${n}::/64`, [`${site}::/48`, `${site}-${Math.floor(n / perBlock)}::/56`]];
}

Deno.test("AddressLimits lets a /56 have twice, and a /48 four times, the sockets of one address", () => {
  const { open, isRefused } = createBench({ sockets: 10 });
  const openAll = (site: string, perBlock: number) => {
    const shares = [];
    for (let n = 0; n < 100; n++) {
      while (!isRefused(...createSubnet(n, perBlock, site))) shares.push(open(...createSubnet(n, perBlock, site)));
    }
    return shares;
  };
  assertEquals(openAll("one-block", 100).length, 20);
  const shares = openAll("many-blocks", 5);
  assertEquals(shares.length, 40);
  shares[0]?.release();
  assertEquals(isRefused(...createSubnet(99, 5, "many-blocks")), false);
  assertEquals(isRefused(...createSubnet(0, 5, "elsewhere")), false);
});

Deno.test("AddressLimits gives no block more sockets than the memory can stand", () => {
  const { open, isRefused } = createBench({ sockets: 10, blockSocketsMax: 15 });
  for (let n = 0; n < 15; n++) open(...createSubnet(n, 1));
  assert(isRefused(...createSubnet(15, 1)));
});

Deno.test("AddressLimits counts what a block does over time as well, and none of it if one of them refuses", () => {
  const { open } = createBench({ registrationsPerMinute: 3, missesPerHour: 3 });
  const kinds = {
    takeRegistration: (share: SocketShare) => share.takeRegistration(),
    takeMiss: (share: SocketShare) => share.takeMiss(createRandomPeerId()),
  };
  for (const [name, take] of Object.entries(kinds)) {
    const takeAll = (share: SocketShare) => Array.from({ length: 10 }, () => take(share)).filter((w) => w === 0).length;
    const [subnet, blocks] = createSubnet(0, 2, name);
    // It goes on after it is refused, which is not to cost the others of its block anything.
    assertEquals(takeAll(open(subnet, blocks)), 3, name);
    assertEquals([1, 2, 3, 4, 5].map((n) => takeAll(open(...createSubnet(n, 2, name)))), [3, 3, 3, 0, 0], name);
  }
});

Deno.test("AddressLimits remembers no further addresses of a block that may have no more", () => {
  const { addressLimits, open, isRefused } = createBench({ registrationsPerMinute: 1 });
  for (let n = 0; n < 8; n++) open(...createSubnet(n, 1)).release();
  const { addressCount } = addressLimits;
  for (let n = 8; n < 500; n++) assert(isRefused(...createSubnet(n, 1)));
  assertEquals(addressLimits.addressCount, addressCount);
});

Deno.test("AddressLimits lets through what was sent in its time while the process stood still, and nothing more", () => {
  const { clock, open } = createBench({ messagesPerSecond: 50, messagesBurst: 600 });
  const share = open();
  const takeAll = () =>
    Array.from({ length: 5_000 }, () => share.takeMessage(1)).filter((waitMs) => waitMs === 0).length;
  assertEquals(takeAll(), 600);
  clock.nowMs = clock.pausedMs = 25_000;
  assertEquals(takeAll(), 600 + 25 * 50);
  assertEquals(takeAll(), 0);
  clock.nowMs += 1_000;
  assertEquals(takeAll(), 50);
  clock.pausedMs += 3_600_000; // As of a machine that slept.
  assertEquals(takeAll(), 60 * 50);
});

Deno.test("AddressLimits names what goes to others by the address, or of IPv6 by its /56", () => {
  const { open } = createBench({});
  assertEquals([open("192.0.2.1").block, open("a:b:c:d::/64", ["a:b:c::/48", "a:b:c::/56"]).block], [
    "192.0.2.1",
    "a:b:c::/56",
  ]);
});
