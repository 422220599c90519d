/**
 * Attackers in a process of their own: sockets that never register, sockets that never read what floods send them, and
 * registrations by proofs that are wrong. Each has an address of its own, so that no limit of one address holds it back.
 *
 *   attackers.ts PORT SILENT SLOW REGISTRATIONS_PER_MINUTE   says "ready" when all stand, and goes on until it is ended
 */

import { encodeFrame, RawSocket } from "../doubles/raw_socket.ts";

/** Senders that fill the slow readers' sockets, as fast as one socket may. */
const FLOODERS = 20;
const FLOOD_LENGTH = 60_000;
/** A message of that length counts 15, of 50 a second. */
const FLOOD_INTERVAL_MS = 320;

const [port = 0, silentCount = 0, slowCount = 0, registrationsPerMinute = 0] = Deno.args.map(Number);
const BAD_PROOF = encodeFrame(
  JSON.stringify({ type: "register", publicKey: `AQ${"A".repeat(41)}`, signature: "A".repeat(86) }),
);

let addressCount = 0;
function createAddress(): string {
  addressCount += 1;
  return `10.${addressCount >> 16 & 255}.${addressCount >> 8 & 255}.${addressCount & 255}`;
}

/** Attackers come over this time, as they would, and not in step: the server's 5 s for registering would keep it. */
const SPREAD_MS = 5_000;

function wait(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** Tries again for ever, whatever happens; what the server does to attackers is not for them to judge. */
async function insist(attack: () => Promise<void>): Promise<never> {
  await wait(Math.random() * SPREAD_MS);
  for (;;) {
    try {
      await attack();
    } catch {
      // Refused or cut off, as it should be. A moment, lest this process only spins.
      await wait(100);
    }
  }
}

const slowIds: string[] = [];

function startSilent(handleOpen: () => void): void {
  void insist(async () => {
    using socket = await RawSocket.open(port, createAddress());
    handleOpen();
    await socket.readEnd();
  });
}

function startSlowReader(handleOpen: () => void): void {
  void insist(async () => {
    using socket = await RawSocket.open(port, createAddress());
    slowIds.push(await socket.register());
    if (slowIds.length > slowCount) slowIds.shift();
    handleOpen();
    // The server closes it, for being slow or silent, and it does not notice. Then it comes anew.
    await wait(30_000);
  });
}

function startFlooder(): void {
  void insist(async () => {
    using socket = await RawSocket.open(port, createAddress());
    const id = await socket.register();
    const reading = socket.readEnd();
    for (let isOpen = true; isOpen;) {
      const clientId = slowIds[Math.floor(Math.random() * slowIds.length)];
      const message = { type: "ringing", id, clientId, seq: 1, filling: "x".repeat(FLOOD_LENGTH) };
      await socket.writeFrame(JSON.stringify(message));
      isOpen = await Promise.race([
        reading.then(() => false),
        new Promise<boolean>((resolve) => setTimeout(() => resolve(true), FLOOD_INTERVAL_MS)),
      ]);
    }
  });
}

async function registerBadly(): Promise<void> {
  using socket = await RawSocket.open(port, createAddress());
  await socket.write(BAD_PROOF);
  await socket.readEnd();
}

let openCount = 0;
const everybodyIsThere = new Promise<void>((resolve) => {
  const handleOpen = () => {
    openCount += 1;
    if (openCount === silentCount + slowCount) resolve();
  };
  for (let count = 0; count < silentCount; count++) startSilent(handleOpen);
  for (let count = 0; count < slowCount; count++) startSlowReader(handleOpen);
  if (silentCount + slowCount === 0) resolve();
});
await everybodyIsThere;
if (slowCount > 0) { for (let count = 0; count < FLOODERS; count++) startFlooder(); }
setInterval(() => void registerBadly().catch(() => {}), 60_000 / registrationsPerMinute);
console.log("ready");
