/**
 * The attacks of a relay in between, in real browsers: each ends the call, before media, at both ends. With LONG=1 all of
 * them, each on either side of the call; else one of each kind, on one side by turns. All of them, on both sides, are
 * played without browsers in tests/client/conversation/man_in_the_middle_test.ts.
 */

import { assert, assertEquals } from "@std/assert";
import { Attacker, ATTACKS, isClaiming, tamper } from "../doubles/attacker.ts";
import { HostileRelay } from "../doubles/hostile_relay.ts";
import { FakeNetwork } from "../doubles/fake_peer_connection.ts";
import { Random } from "../doubles/random.ts";
import { findFreePort, startServerProcess } from "../doubles/server_process.ts";
import { TAMPERINGS } from "../doubles/tampering.ts";
import { createTestIdentity } from "../doubles/test_identity.ts";
import type { PeerMessage } from "../../signaling/protocol.ts";
import { browserTest } from "./browser_test_case.ts";
import type { ChromiumPerson } from "./chromium_person.ts";

const IS_LONG = Deno.env.get("LONG") === "1";
const TOLD = /wasn’t signed by|couldn’t verify that this call is from you/;
const LATER_TOLD = /Someone in between changed|couldn’t verify that this call is from you/;
/** Answers that go to nobody tell nobody; those attacks are played without browsers, as are some that are alike. */
const TOLD_TO_BOTH = ATTACKS.filter(({ name }) =>
  !/another call|somebody else|one way|another order|roles|nobody reads|end of line|no sound|no picture/.test(name)
);

/** One of each kind: another certificate, no proof, another key, a spoilt signature, an old message, another description. */
const SHORT =
  /^swaps the certificate and strips the proof$|^strips the proof$|key of its own|spoils the signature|an earlier offer|second certificate$|one section|rejects|name away/;
const PLAYED = IS_LONG ? TOLD_TO_BOTH : TOLD_TO_BOTH.filter(({ name }) => SHORT.test(name));
/** How many calls that comes to. */
const ATTEMPTS = IS_LONG ? 40 : 8;

/** What its connections have applied, and whether any of them ever came up or sent. */
const READ_CONNECTIONS = `Promise.all(instruments.connections.map(async (connection) => ({
  applied: connection.remoteDescription?.sdp ?? "",
  isUp: connection.connectionState === "connected",
  sent: connection.connectionState === "closed" ? 0 : [...(await connection.getStats()).values()]
    .reduce((sum, { type, packetsSent = 0 }) => sum + (type === "outbound-rtp" ? packetsSent : 0), 0),
})))`;

type Seen = { applied: string; isUp: boolean; sent: number };

async function assertNoMedia(person: ChromiumPerson, attacker: Attacker, name: string): Promise<void> {
  for (const { applied, isUp, sent } of await person.evaluate<Seen[]>(READ_CONNECTIONS)) {
    assert(!applied.includes(attacker.fingerprint), `${name}: the browser was given the attacker's certificate`);
    assertEquals([isUp, sent], [false, 0], name);
  }
  assertEquals(await person.evaluate("instruments.readMedia()"), { framesDecoded: 0, audioEnergy: 0 }, name);
}

/** Those of the two on which the attack is to be tried that is `index`-th. */
function chooseSides<T>(sides: readonly [T, T], index: number): readonly T[] {
  return IS_LONG ? sides : sides.filter((_, side) => side === index % 2);
}

type Later = Extract<PeerMessage, { type: "description" }>;
type Scene = Parameters<Parameters<typeof browserTest>[1]>[0];
type People = {
  readonly caller: ChromiumPerson;
  readonly callee: ChromiumPerson;
  readonly relay: HostileRelay;
  readonly id: string;
};

/** Lets two people with names meet over a relay that does as it is told. */
async function play(scene: Scene, run: (people: People) => Promise<void>): Promise<void> {
  const port = findFreePort();
  const server = await startServerProcess({ env: { PUBLIC_HOST: `localhost:${port}` } });
  await using relay = new HostileRelay({ target: `localhost:${server.port}`, port });
  const [caller, callee] = [await scene.open({ origin: relay.origin }), await scene.open({ origin: relay.origin })];
  const id = await callee.readId();
  await caller.readId();
  for (const [person, name] of [[caller, "Ann"], [callee, "Bo"]] as const) {
    await person.page.getByRole("textbox", { name: "Your name" }).fill(name);
    await person.page.getByRole("textbox", { name: "Your name" }).blur();
  }
  await run({ caller, callee, relay, id });
  await server.kill();
}

async function connect({ caller, callee, id }: People): Promise<void> {
  await caller.call(id);
  await callee.seeRinging();
  await callee.press("Accept without video");
  await Promise.all([caller, callee].map((person) => person.see("Connected with")));
}

async function hangUp({ caller, callee }: People): Promise<void> {
  await caller.press("Hang up");
  await callee.see("Call ended");
  await callee.press("Back");
  await caller.press("Back");
}

/** Has the relay alter each of the attacks' messages, and sees the call end for both. */
async function playAttacks({ caller, callee, relay, id }: People, past: readonly PeerMessage[]): Promise<void> {
  const attacker = new Attacker(await createTestIdentity(), new FakeNetwork(), past);
  await attacker.prepare();
  const random = Random.fromEnvironment();
  let [attempts, refused] = [0, 0];
  for (const [index, attack] of PLAYED.entries()) {
    for (const type of chooseSides(["video-offer-request", "video-offer-response"], index)) {
      const name = `${attack.name}, ${type}`;
      for (const person of [caller, callee]) await person.evaluate("instruments.connections.length = 0");
      relay.alter = (message) =>
        isClaiming(message) && message.type === type
          ? attack.alter(message, attacker, random)
          : [message.type === "ice-candidate" ? attacker.swap(message) : message];
      await caller.call(id);
      if (type === "video-offer-response") {
        await callee.seeRinging();
        await callee.press("Accept");
      }
      await caller.see(TOLD);
      // An offer that is not proved has no screen at the callee, but a count.
      if (type === "video-offer-response") await callee.see(TOLD);
      else await callee.page.getByText(new RegExp(`^${++refused} calls? couldn’t be verified`)).waitFor();
      for (const person of [caller, callee]) {
        await assertNoMedia(person, attacker, name);
        assertEquals(await person.evaluate("instruments.liveTracks"), [], name);
        if (person === caller || type === "video-offer-response") await person.press("Back");
      }
      attempts++;
    }
  }
  console.log(`${attempts} attempts, all ended before media`);
  assert(attempts >= ATTEMPTS);
}

/** Lets the first connection come to nothing, so that another is offered after 3 s; alters what is said of that. */
function alterLater(alter: (message: Later) => object): HostileRelay["alter"] {
  return (message) => {
    if (message.type === "description") return [alter(message)];
    const isOfFirst = "candidates" in message && !("connectionId" in message);
    return [isOfFirst ? { ...message, candidates: [] } : message];
  };
}

async function playLaterAttacks({ caller, callee, relay, id }: People): Promise<void> {
  const tamperings = TAMPERINGS.filter(({ name }) =>
    (IS_LONG ? /rejects|inactive|credentials/ : /rejects|credentials/).test(name)
  );
  for (const [index, { name, alter }] of tamperings.entries()) {
    for (const type of chooseSides(["offer", "answer"], index)) {
      relay.alter = alterLater((message) =>
        message.description.type === type ? { ...message, description: tamper(message.description, alter) } : message
      );
      await caller.call(id);
      await callee.seeRinging();
      await callee.press("Accept without video");
      await Promise.all([caller, callee].map((person) => person.see(LATER_TOLD)));
      for (const person of [caller, callee]) {
        assertEquals(await person.evaluate("instruments.liveTracks"), [], `${name}, ${type}`);
        await person.press("Back");
      }
    }
  }
}

browserTest("What a relay in between can do to a call", (scene, step) =>
  play(scene, async (people) => {
    const { relay } = people;
    const past: PeerMessage[] = [];
    relay.alter = (message) => {
      past.push(message);
      return [message];
    };
    await connect(people);
    await hangUp(people);
    await step("Attacks of a relay in between end the call before media, and people learn why", () =>
      playAttacks(people, past));
    // Without an attack there is a call after all of that, even where the first connection comes to nothing.
    relay.alter = alterLater((message) =>
      message
    );
    await connect(people);
    await hangUp(people);
    await step("What a relay does to a later connection of a call ends it, and both people learn why", () =>
      playLaterAttacks(people));
  }));
