/** Real pages on two real servers that a real Redis joins: rolling restarts, and deaths of servers and of Redis. */

import { assert, assertEquals } from "@std/assert";
import { hangUp, instancesTest, Place } from "../browser/instances_test_case.ts";
import { connect } from "../browser/person.ts";

const IS_LONG = Deno.env.get("LONG") === "1";
/** The promise: a call whose instance dies is where it would be without that, so soon after, in milliseconds. */
const COMPLETED_MS_MAX = 5_000;
/** Each step at which the sender's instance dies, as the message is on its way to it. */
const STEPS = ["video-offer-request", "ringing", "video-offer-response", "call-claimed", "ack"] as const;

type Step = typeof STEPS[number];

instancesTest(
  "A rolling restart of all instances disturbs neither ringing nor a connected call",
  2,
  async (scene, all) => {
    await using callerPlace = await Place.open(scene, all, 0);
    await using calleePlace = await Place.open(scene, all, 1);
    const [caller, callee] = [callerPlace.person, calleePlace.person];
    await caller.readId();
    await caller.call(await callee.readId());
    await callee.seeRinging();
    const roll = async () => {
      for (const index of all.servers.keys()) {
        await all.at(index).kill("SIGTERM"); // It lets its clients move first.
        await all.restart(index);
        await all.waitUntilReady();
      }
    };
    await roll();
    await callee.press("Accept");
    await Promise.all([caller, callee].map((person) => person.see("Connected with")));
    await roll();
    await caller.press("Mute");
    await callee.page.getByText("is muted").waitFor();
    assertEquals(await callee.page.getByText("Reconnecting").count(), 0);
    await hangUp(caller, callee);
    await connect(callee, caller);
  },
);

instancesTest("A call connects by itself when an instance is killed at any step of it", 2, async (scene, all) => {
  await using callerPlace = await Place.open(scene, all, 0);
  await using calleePlace = await Place.open(scene, all, 1);
  const [caller, callee] = [callerPlace.person, calleePlace.person];
  await caller.readId();
  await connect(caller, callee);
  await hangUp(caller, callee);
  const cases = STEPS.flatMap((step) => [[step, callerPlace, 0], [step, calleePlace, 1]] as const)
    .filter(([step, place]) => isSentBy(step, place === callerPlace));
  for (const [step, place, index] of IS_LONG ? cases : cases.slice(0, 2)) {
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
    // Back to its own instance for the next step.
    const registered = place.waitForRegistration();
    place.proxy.cut();
    await registered;
  }
});

function isSentBy(step: Step, isCaller: boolean): boolean {
  if (step === "ack") return true;
  return isCaller === (step === "video-offer-request" || step === "call-claimed");
}

instancesTest("Redis killed while it rings: the call waits for it and connects", 2, async (scene, all) => {
  await using callerPlace = await Place.open(scene, all, 0);
  await using calleePlace = await Place.open(scene, all, 1);
  const [caller, callee] = [callerPlace.person, calleePlace.person];
  await caller.readId();
  await caller.call(await callee.readId());
  await callee.seeRinging();
  await all.redis.kill();
  await all.waitUntilReady(503);
  await callee.press("Accept");
  await all.redis.start();
  const startMs = performance.now();
  await Promise.all([caller, callee].map((person) => person.see("Connected with")));
  const tookMs = performance.now() - startMs;
  console.log(`accepted without Redis: connected ${Math.round(tookMs)} ms after its return`);
  assert(tookMs < COMPLETED_MS_MAX, `${tookMs} ms`);
  await hangUp(caller, callee);
});
