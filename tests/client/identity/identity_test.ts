import FakeTimers from "@sinonjs/fake-timers";
import { assert, assertEquals, assertNotEquals, assertRejects } from "@std/assert";
import { ANSWER_MS_MAX, type StartTimer } from "../../../client/kept/database.ts";
import { createPassingIdentity, type Identity, KEYLESS, loadIdentity } from "../../../client/identity/identity.ts";
import { setTrial } from "../../../client/identity/trial.ts";
import { checkIdentity } from "../../../signaling/session/identity_check.ts";
import { decodeBase64Url, derivePeerId } from "../../../signaling/protocol.ts";
import { FakeIndexedDb, type Refusal } from "../../doubles/fake_indexed_db.ts";

const HOST = "call.example";
const DATABASE = "video-calling";

function identityTest(name: string, run: (database: FakeIndexedDb) => Promise<void>): void {
  Deno.test(name, async () => {
    const database = new FakeIndexedDb();
    const uninstall = database.install();
    try {
      await run(database);
    } finally {
      uninstall();
    }
  });
}

/** Runs with a `generateKey` that hands each of its calls to `see`, which may throw. */
async function watchKeys(see: (...parameters: unknown[]) => void, run: () => Promise<void>): Promise<void> {
  const { generateKey } = crypto.subtle;
  const watched = async (...parameters: unknown[]) => {
    see(...parameters);
    return await Reflect.apply(generateKey, crypto.subtle, parameters);
  };
  crypto.subtle.generateKey = watched as typeof generateKey;
  try {
    await run();
  } finally {
    crypto.subtle.generateKey = generateKey;
  }
}

async function publicKeyOf(identity: Identity): Promise<string | undefined> {
  return (await identity.sign(new Uint8Array()))?.publicKey;
}

/** Whether an identity proves an ID to the server and signs by the same key. */
async function isWhole(identity: Identity): Promise<boolean> {
  const bytes = new TextEncoder().encode("claim");
  const [proof, signed] = [await identity.prove("nonce", HOST), await identity.sign(bytes)];
  const publicKey = decodeBase64Url(signed?.publicKey ?? "");
  const signature = decodeBase64Url(signed?.signature ?? "");
  if (proof === null || publicKey === null || signature === null || proof.publicKey !== signed?.publicKey) return false;
  const key = await crypto.subtle.importKey("raw", publicKey, "Ed25519", false, ["verify"]);
  const peerId = await checkIdentity(proof, "nonce", [HOST]);
  return peerId === await derivePeerId(publicKey) && await crypto.subtle.verify("Ed25519", key, signature, bytes);
}

identityTest("An identity is kept, and is the same on the next visit", async (database) => {
  const first = await loadIdentity();
  assert(await isWhole(first));
  const second = await loadIdentity();
  assertEquals([first.lifetime, second.lifetime], ["kept", "kept"]);
  assertEquals(await publicKeyOf(second), await publicKeyOf(first));
  assertEquals(database.names, ["video-calling"], "Another name would cost everybody their ID");
  const { stores, values } = database.of(DATABASE);
  assertEquals([[...stores], [...values.keys()], database.open], [["identity"], ["key"], 0]);
});

identityTest("The private key that is kept cannot be exported, and only signs", async (database) => {
  await loadIdentity();
  const { privateKey } = database.of(DATABASE).values.get("key") as CryptoKeyPair;
  assertEquals([privateKey.extractable, privateKey.usages], [false, ["sign"]]);
  for (const format of ["pkcs8", "jwk"] as const) {
    await assertRejects(() => crypto.subtle.exportKey(format, privateKey));
  }
});

identityTest("No private key is ever made that could be exported, kept or not", async (database) => {
  const made: unknown[][] = [];
  await watchKeys((...parameters) => void made.push(parameters), async () => {
    await loadIdentity();
    database.refusal = "fails";
    await loadIdentity();
    await createPassingIdentity();
  });
  const once = ["Ed25519", false, ["sign", "verify"]];
  assertEquals(made, [once, once, once]);
});

identityTest("A tab with a second ID has a key of its own, which nothing keeps", async (database) => {
  setTrial(true);
  try {
    const [first, second] = [await loadIdentity(), await loadIdentity()];
    assertEquals([first.lifetime, database.of(DATABASE).values.size], ["trial", 0]);
    assert(await isWhole(first));
    assertNotEquals(await publicKeyOf(first), await publicKeyOf(second));
  } finally {
    setTrial(false);
  }
  assertEquals((await loadIdentity()).lifetime, "kept");
});

identityTest("Two tabs that are the first at once end with one key", async (database) => {
  const [first, second] = await Promise.all([loadIdentity(), loadIdentity()]);
  assertEquals(await publicKeyOf(first), await publicKeyOf(second));
  assertEquals(database.open, 0);
});

for (const refusal of ["absent", "fails", "full", "overfull"] satisfies Refusal[]) {
  identityTest(`An identity lives in the tab where storage is ${refusal}, and nothing stays open`, async (database) => {
    database.refusal = refusal;
    const identity = await loadIdentity();
    assertEquals([identity.lifetime, database.open, database.of(DATABASE).values.size], ["tab", 0, 0]);
    assert(await isWhole(identity));
    assertNotEquals(await publicKeyOf(identity), await publicKeyOf(await loadIdentity()));
  });
}

/** A clock that strikes when it is told to. */
function createAlarm() {
  const waiting = new Map<() => void, number>();
  const start: StartTimer = (act, ms) => {
    waiting.set(act, ms);
    return () => void waiting.delete(act);
  };
  const strike = async () => {
    for (let turn = 0; waiting.size === 0; turn++) {
      if (turn > 100) throw new Error("Nothing waits for the clock");
      await letAllSettle();
    }
    for (const [act] of waiting) act();
  };
  return { start, strike, waiting };
}

/** Keys are made outside the event loop. */
async function letAllSettle(): Promise<void> {
  await crypto.subtle.digest("SHA-256", new Uint8Array(1));
  for (let turn = 0; turn < 200; turn++) await Promise.resolve();
}

for (const refusal of ["silent", "mute", "blocked"] satisfies Refusal[]) {
  for (const isFirst of [true, false]) {
    const visit = isFirst ? "the first" : "a later";
    identityTest(`An identity lives in the tab where storage is ${refusal}, on ${visit} visit`, async (database) => {
      const usual = isFirst ? null : await loadIdentity();
      database.refusal = refusal;
      const { start, strike, waiting } = createAlarm();
      let identity: Identity | null = null;
      const loading = loadIdentity(start).then((loaded) => identity = loaded);
      for (let turn = 0; turn < 5; turn++) await letAllSettle();
      assertEquals([identity, [...waiting.values()]], [null, [ANSWER_MS_MAX]]);
      await strike();
      const loaded = await loading;
      assertEquals(loaded.lifetime, "unanswered");
      assert(await isWhole(loaded));
      const publicKey = await publicKeyOf(loaded);

      database.refusal = "none";
      database.answer();
      for (let turn = 0; turn < 5; turn++) await letAllSettle();
      assertEquals([await publicKeyOf(loaded), waiting.size, database.open], [publicKey, 0, 0], "Late");
      const next = await publicKeyOf(await loadIdentity());
      assertEquals(next, usual === null ? publicKey : await publicKeyOf(usual), "What was kept is what was there");
    });
  }
}

identityTest("A browser that never makes a key has none", async () => {
  const { generateKey } = crypto.subtle;
  crypto.subtle.generateKey = (() => new Promise(() => {})) as typeof generateKey;
  try {
    for (const load of [loadIdentity, createPassingIdentity]) {
      const { start, strike } = createAlarm();
      const loading = load(start);
      await strike();
      assertEquals(await loading, KEYLESS);
    }
  } finally {
    crypto.subtle.generateKey = generateKey;
  }
});

identityTest("The page's own clock ends the wait, and is let go", async (database) => {
  const clock = FakeTimers.install({ toFake: ["setTimeout", "clearTimeout"] });
  try {
    await loadIdentity();
    assertEquals(clock.countTimers(), 0);
    database.refusal = "silent";
    const loading = loadIdentity();
    for (let turn = 0; turn < 5; turn++) await letAllSettle();
    clock.tick(ANSWER_MS_MAX);
    assertEquals((await loading).lifetime, "unanswered");
  } finally {
    clock.uninstall();
  }
});

identityTest("Nothing waits any more once an identity is loaded", async () => {
  const { start, waiting } = createAlarm();
  await loadIdentity(start);
  assertEquals(waiting.size, 0);
});

for (const stored of ["a key", null, {}, { privateKey: 1 }, { publicKey: 1 }]) {
  identityTest(`What is no pair of keys gives way to one: ${JSON.stringify(stored)}`, async (database) => {
    await loadIdentity();
    database.of(DATABASE).values.set("key", stored);
    const identity = await loadIdentity();
    assertEquals(identity.lifetime, "kept");
    assert(await isWhole(identity));
    assertEquals(await publicKeyOf(await loadIdentity()), await publicKeyOf(identity));
  });
}

identityTest("A passing identity is whole, and nothing of it is kept", async (database) => {
  const identity = await createPassingIdentity();
  assertEquals([identity.lifetime, database.of(DATABASE).values.size], ["tab", 0]);
  assert(await isWhole(identity));
});

identityTest("A browser without Ed25519 has no key, and proves and signs nothing", async (database) => {
  const refuse = () => {
    throw new DOMException("Unrecognized name", "NotSupportedError");
  };
  await watchKeys(refuse, async () => {
    assertEquals([await loadIdentity(), await createPassingIdentity()], [KEYLESS, KEYLESS]);
  });
  assertEquals(database.of(DATABASE).values.size, 0);
  assertEquals(KEYLESS.lifetime, "socket");
  assertEquals([await KEYLESS.prove("nonce", HOST), await KEYLESS.sign(new Uint8Array())], [null, null]);
});
