/**
 * A relay that sits in between: it swaps certificates, keys and proofs, strips, forges, replays and reorders, over the
 * client's real calls. Not one attempt may get as far as media. `ATTEMPTS` sets how many, `SEED` which.
 */

import { assert, assertEquals } from "@std/assert";
import FakeTimers from "@sinonjs/fake-timers";
import type { PeerMessage } from "../../../signaling/protocol.ts";
import { Attacker, ATTACKS, find, FORGERIES, isClaiming, tamper } from "../../doubles/attacker.ts";
import { FakeNetwork } from "../../doubles/fake_peer_connection.ts";
import { Random } from "../../doubles/random.ts";
import { type Relay, RelayedEnd, RelayedPair, takeTurn } from "../../doubles/relayed_pair.ts";
import { TAMPERINGS } from "../../doubles/tampering.ts";
import { createTestIdentity, type TestIdentity } from "../../doubles/test_identity.ts";

const ATTEMPTS = Number(Deno.env.get("ATTEMPTS") ?? 1_000);

type Attempt = { readonly name: string; readonly relay: Relay };

function createAttempt(attacker: Attacker, random: Random): Attempt {
  if (random.chance(0.15)) {
    const { name, create } = random.pick(FORGERIES);
    return { name, relay: create(attacker, random) };
  }
  const attack = random.pick(ATTACKS);
  const targets = random.pick([["callee"], ["caller"], ["callee", "caller"]]);
  const isNoisy = random.chance(0.3);
  const relay: Relay = (message, to) => {
    // Its own address in place of theirs, wherever it is.
    if (message.type === "ice-candidate" && attack.keepsAddresses !== true) return [attacker.swap(message)];
    const altered = isClaiming(message) && targets.includes(to) ? attack.alter(message, attacker, random) : [message];
    // Twice, and the second first: an end must drop what comes again.
    return isNoisy ? [...altered, ...altered].reverse() : altered;
  };
  return { name: `${attack.name}, towards ${targets.join(" and ")}${isNoisy ? ", twice" : ""}`, relay };
}

/** Plays an honest call, and returns the messages that a relay may have kept of it. */
async function record(identities: { caller: TestIdentity; callee: TestIdentity }): Promise<PeerMessage[]> {
  const kept: PeerMessage[] = [];
  const pair = new RelayedPair(identities, (message) => {
    kept.push(message);
    return [message];
  });
  await pair.play();
  assert(pair.caller.wasConnected && pair.callee.wasConnected, "The honest call must connect, or nothing is proved");
  return kept;
}

function hostileTest(name: string, run: (world: World) => Promise<void>): void {
  Deno.test(name, async () => {
    const network = new FakeNetwork();
    const restore = network.install();
    const clock = FakeTimers.install({ toFake: ["setTimeout", "clearTimeout", "setInterval", "clearInterval"] });
    try {
      const [caller, callee, third] = [
        await createTestIdentity(),
        await createTestIdentity(),
        await createTestIdentity(),
      ];
      const identities = { caller, callee };
      const attacker = new Attacker(third, network, await record(identities));
      await attacker.prepare();
      network.connections.length = 0;
      await run({ network, identities, attacker, clock });
    } finally {
      clock.uninstall();
      restore();
    }
  });
}

type World = {
  readonly network: FakeNetwork;
  readonly identities: { caller: TestIdentity; callee: TestIdentity };
  readonly attacker: Attacker;
  readonly clock: FakeTimers.Clock;
};

/** Asserts that the attacker's certificate was never so much as applied, and that nobody is connected to it. */
function assertUntouched({ network, attacker }: World, name: string): void {
  for (const connection of network.connections) {
    assert(!connection.trusted.has(attacker.fingerprint), `A page applied the attacker's certificate: ${name}`);
    assert(connection.connectedTo !== attacker.fingerprint, `A page talks with the attacker: ${name}`);
  }
}

hostileTest(`${ATTEMPTS} attempts of a relay in between all end before media`, async (world) => {
  const random = Random.fromEnvironment();
  const ends = new Map<string, number>();
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const { name, relay } = createAttempt(world.attacker, random);
    const pair = new RelayedPair(world.identities, relay);
    await pair.play();
    // What the relay kept from one end ends by that end's own clock.
    if (!pair.isOver) {
      world.clock.tick(60_000);
      await pair.settle();
    }
    const context = `attempt ${attempt} with SEED=${random.seed}: ${name}`;
    assertUntouched(world, context);
    for (const end of [pair.caller, pair.callee]) {
      assert(!end.wasConnected, `Media flowed in ${context}`);
      assert(end.view === null || end.view.phase === "ended", `${end.view?.phase} in ${context}`);
    }
    const key = `${pair.caller.view?.endReason ?? "none"} / ${pair.callee.view?.endReason ?? "none"}`;
    ends.set(key, (ends.get(key) ?? 0) + 1);
    world.network.connections.length = 0;
    world.clock.reset(); // The pages of this attempt are closed.
  }
  console.log("How they ended, caller / callee:", Object.fromEntries(ends));
});

hostileTest(
  "each attack on an offer or an answer is told to both people",
  async ({ identities, attacker, network }) => {
    const random = new Random(1);
    for (const attack of ATTACKS.filter(({ name }) => !/another call|somebody else/.test(name))) {
      for (const target of ["callee", "caller"] as const) {
        const pair = new RelayedPair(
          identities,
          (message, to) => isClaiming(message) && to === target ? attack.alter(message, attacker, random) : [message],
        );
        await pair.play();
        const name = `${attack.name}, towards the ${target}`;
        // Nobody's offer has a screen at the callee, who only sees how many there were.
        const expected = target === "callee" ? ["remote-unverified", null, 1] : ["unverified", "remote-unverified", 0];
        const { caller, callee } = pair;
        const seen: unknown[] = [caller.view?.endReason, callee.view?.endReason ?? null, callee.unverifiedCount];
        assertEquals(seen, expected, name);
        if (target === "caller") {
          assertNothingSent(pair.caller.sent);
        }
        network.connections.length = 0;
      }
    }
  },
);

/** After a bad answer the caller says that it leaves, and nothing else. */
function assertNothingSent(sent: readonly PeerMessage[]): void {
  const types = sent.map(({ type }) => type).filter((type) => type !== "ack");
  assertEquals(types, ["video-offer-request", "hang-up"]);
}

/** Two who are connected, over a relay that does as it is told with the descriptions of a later connection. */
async function connect(identities: World["identities"], alter: (message: Later, to: "caller" | "callee") => Later) {
  const pair = new RelayedPair(
    identities,
    (message, to) => [message.type === "description" ? alter(message, to) : message],
  );
  await pair.play();
  assert(pair.caller.wasConnected && pair.callee.wasConnected, "Without a call there is nothing to tamper with");
  return pair;
}

type Later = Extract<PeerMessage, { type: "description" }>;

const LATER_ATTACKS: readonly { readonly name: string; alter(message: Later, attacker: Attacker): Later }[] = [
  ...TAMPERINGS.map(({ name, alter }) => ({
    name,
    alter: (message: Later) => ({ ...message, description: tamper(message.description, alter) }),
  })),
  { name: "swaps the certificate", alter: (message, attacker) => attacker.swap(message) },
  { name: "strips the proof", alter: ({ proof: _, ...message }) => message },
  {
    name: "signs with a key of its own",
    alter: (message, { ownProof: proof }) => ({ ...message, ...(proof && { proof }) }),
  },
  {
    name: "uses the proof of the call",
    alter: (message, { past }) => {
      const { proof } = find(past, "video-offer-request");
      return { ...message, ...(proof && { proof }) };
    },
  },
];

hostileTest(
  "each attack on a later connection of a call, too, ends it, and is told to both people",
  async ({ identities, attacker, network }) => {
    for (const { name, alter } of LATER_ATTACKS) {
      for (const type of ["offer", "answer"] as const) {
        const pair = await connect(
          identities,
          (message) => message.description.type === type ? alter(message, attacker) : message,
        );
        pair.caller.calls.handleNetworkChange();
        await pair.waitFor(() => pair.caller.view?.phase === "ended" && pair.callee.view?.phase === "ended");
        const told = ["unverified", "remote-unverified"];
        const reasons: unknown[] = [pair.caller.view?.endReason, pair.callee.view?.endReason];
        assertEquals(reasons, type === "answer" ? told : told.toReversed(), `${name}, ${type}`);
        network.connections.length = 0;
      }
    }
  },
);

hostileTest(
  "a later connection keeps its proof to itself: not another's, the other way round, nor another call's",
  async ({ identities, network }) => {
    const kept: Later[] = [];
    const keep = (message: Later) => {
      kept.push(message);
      return message;
    };
    const honest = await connect(identities, keep);
    honest.caller.calls.handleNetworkChange();
    await honest.waitFor(() => network.connections.filter(({ connectedTo }) => connectedTo !== null).length === 4);
    assertEquals([honest.caller.view?.phase, honest.callee.view?.phase], ["connected", "connected"]);

    const again = await connect(identities, (message) => {
      const earlier = kept.find(({ description }) => description.type === message.description.type);
      const { description, proof, connectionId } = earlier ?? message;
      return { ...message, description, connectionId, ...(proof && { proof }) };
    });
    again.caller.calls.handleNetworkChange();
    await again.waitFor(() => again.callee.view?.phase === "ended");
    assertEquals(again.callee.view?.endReason, "unverified", "Of another call");
  },
);

hostileTest(
  "an earlier offer that is played again rings, and leads to nobody",
  async ({ identities, attacker, clock, network }) => {
    const callee = new RelayedEnd(identities.callee);
    callee.calls.reception.receive(find(attacker.past, "video-offer-request"));
    while (callee.view === null) await takeTurn();
    callee.calls.acceptCall(callee.view.callId, { video: true });
    while (callee.view.phase === "incoming") await takeTurn();
    for (const message of attacker.past) {
      if (message.type === "ice-candidate") callee.calls.reception.receive(attacker.swap({ ...message, seq: 2 }));
    }
    assertEquals(callee.view.phase, "connecting");
    clock.tick(60_000);
    assertEquals([callee.view.phase, callee.wasConnected], ["ended", false]);
    for (const { connectedTo } of network.connections) assertEquals(connectedTo, null);
  },
);

hostileTest(
  "messages that come twice, late or in any order change nothing in an honest call",
  async ({ identities }) => {
    for (let seed = 1; seed <= 20; seed++) {
      const random = new Random(seed);
      const kept: Record<"caller" | "callee", PeerMessage[]> = { caller: [], callee: [] };
      const pair = new RelayedPair(identities, (message, to) => {
        kept[to].push(message);
        const again = random.chance(0.7) ? [random.pick(kept[to])] : [];
        return random.shuffle([message, ...again]);
      });
      await pair.play();
      assert(pair.caller.wasConnected && pair.callee.wasConnected, `SEED ${seed}`);
    }
  },
);

hostileTest("whoever comes under a known ID with another key is refused, and told so", async (world) => {
  const { caller, callee } = world.identities;
  const [calling, called] = await Promise.all([caller, callee].map((one) => one.sign(new Uint8Array())));
  for (const end of ["caller", "callee"] as const) {
    const honest = new RelayedPair(world.identities, (message) => [message]);
    honest[end].knownKey = (end === "caller" ? called : calling)?.publicKey ?? null;
    await honest.play();
    assert(honest.caller.wasConnected && honest.callee.wasConnected, "With the key that is known");

    const pair = new RelayedPair(world.identities, (message) => [message]);
    pair[end].knownKey = "another";
    await pair.play();
    const seen: unknown[] = [pair.caller.view?.endReason, pair.callee.view?.endReason, pair.callee.unverifiedCount];
    // At the callee it never rings.
    const expected = end === "caller" ? ["other-key", "remote-unverified", 0] : ["remote-unverified", undefined, 1];
    assertEquals(seen, expected);
    assert(!pair.caller.wasConnected && !pair.callee.wasConnected);
  }
});

hostileTest("a page without a key calls nobody and takes no call, and says why", async ({ identities }) => {
  const keyless = new RelayedEnd(identities.caller, { isKeyless: true });
  keyless.calls.placeCall(identities.callee.peerId);
  assertEquals([keyless.view?.endReason, keyless.sent], ["keyless", []]);

  const callee = new RelayedEnd(identities.callee, { isKeyless: true });
  const caller = new RelayedEnd(identities.caller);
  caller.onSend = (message) => queueMicrotask(() => callee.calls.reception.receive(message));
  callee.onSend = (message) => queueMicrotask(() => caller.calls.reception.receive(message));
  caller.calls.placeCall(callee.peerId);
  while (caller.view?.phase !== "ended") await takeTurn();
  assertEquals([caller.view.endReason, callee.view, callee.unverifiedCount], ["unsupported", null, 1]);
});
