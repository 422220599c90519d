/**
 * Real pages on two real servers that a real Redis joins: rolling restarts, and deaths of servers and of Redis, one after
 * another between the same two people. With LONG=1 an instance dies at each step of a call; in short at two, one of each end.
 */

import { assert, assertEquals } from "@std/assert";
import { hangUp, instancesTest, Place } from "../browser/instances_test_case.ts";
import type { Instances } from "../doubles/instances.ts";
import type { ChromiumPerson } from "../browser/chromium_person.ts";
import { connect } from "../browser/person.ts";

const IS_LONG = Deno.env.get("LONG") === "1";
/** The promise: a call whose instance dies is where it would be without that, so soon after, in milliseconds. */
const COMPLETED_MS_MAX = 5_000;
/** Each step at which the sender's instance dies, as the message is on its way to it. */
const STEPS = ["video-offer-request", "ringing", "video-offer-response", "call-claimed", "ack"] as const;

type Step = typeof STEPS[number];

type Scene = {
  readonly all: Instances;
  /** Of the caller and of the callee: the index of each is that of the instance where it is at home. */
  readonly places: readonly [Place, Place];
  readonly caller: ChromiumPerson;
  readonly callee: ChromiumPerson;
};

async function ring({ caller, callee }: Scene): Promise<void> {
  await caller.call(await callee.readId());
  await callee.seeRinging();
}

async function seeConnected({ caller, callee }: Scene): Promise<void> {
  await Promise.all([caller, callee].map((person) => person.see("Connected with")));
}

/** Brings a page back to its own instance. */
async function goHome(place: Place): Promise<void> {
  const registered = place.waitForRegistration();
  place.proxy.cut();
  await registered;
}

async function roll(all: Instances): Promise<void> {
  for (const index of all.servers.keys()) {
    await all.at(index).kill("SIGTERM"); // It lets its clients move first.
    await all.restart(index);
    await all.waitUntilReady();
  }
}

async function playRollingRestart(scene: Scene): Promise<void> {
  const { all, caller, callee } = scene;
  await ring(scene);
  await roll(all);
  await callee.press("Accept");
  await seeConnected(scene);
  await roll(all);
  await caller.press("Mute");
  await callee.page.getByText("is muted").waitFor();
  assertEquals(await callee.page.getByText("Reconnecting").count(), 0);
  await hangUp(caller, callee);
  await connect(callee, caller);
  await hangUp(caller, callee);
}

function isSentBy(step: Step, isCaller: boolean): boolean {
  if (step === "ack") return true;
  return isCaller === (step === "video-offer-request" || step === "call-claimed");
}

async function playDeathsOfInstances({ all, places, caller, callee }: Scene): Promise<void> {
  for (const place of places) await goHome(place);
  const cases = STEPS.flatMap((step) => [0, 1].map((index) => [step, index] as const))
    .filter(([step, index]) => isSentBy(step, index === 0));
  for (const [step, index] of IS_LONG ? cases : cases.slice(0, 2)) {
    const place = places[index as 0 | 1];
    let diedAtMs = NaN;
    const died = place.catch(step, async () => {
      diedAtMs = performance.now();
      await all.at(index).kill("SIGKILL");
    });
    await connect(caller, callee);
    await died;
    const tookMs = performance.now() - diedAtMs;
    console.log(`instance ${index} killed at ${step}: connected ${Math.round(tookMs)} ms after`);
    assert(tookMs < COMPLETED_MS_MAX, `${step}: ${tookMs} ms`);
    await hangUp(caller, callee);
    await all.restart(index);
    await all.waitUntilReady();
    await goHome(place);
  }
}

async function playDeathOfRedis(scene: Scene): Promise<void> {
  const { all, caller, callee } = scene;
  await ring(scene);
  await all.redis.kill();
  await all.waitUntilReady(503);
  await callee.press("Accept");
  await all.redis.start();
  const startMs = performance.now();
  await seeConnected(scene);
  const tookMs = performance.now() - startMs;
  console.log(`accepted without Redis: connected ${Math.round(tookMs)} ms after its return`);
  assert(tookMs < COMPLETED_MS_MAX, `${tookMs} ms`);
  await hangUp(caller, callee);
}

instancesTest(
  "A rolling restart of all instances disturbs neither ringing nor a connected call, " +
    "a call connects by itself when an instance is killed at any step of it, " +
    "and one that Redis left while it rang waits for it and connects",
  2,
  async (scene, all) => {
    await using callerPlace = await Place.open(scene, all, 0);
    await using calleePlace = await Place.open(scene, all, 1);
    const [caller, callee] = [callerPlace.person, calleePlace.person];
    await caller.readId();
    const both = { all, places: [callerPlace, calleePlace] as const, caller, callee };
    await playRollingRestart(both);
    await playDeathsOfInstances(both);
    await playDeathOfRedis(both);
  },
);
