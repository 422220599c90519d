/** Real pages on two real servers that a real Redis joins; what happens when some of it dies is in tests/faults/. */

import { assertEquals } from "@std/assert";
import { FEW_PICTURES, hangUp, instancesTest, Place } from "./instances_test_case.ts";
import { connect, connectWithoutPicture } from "./person.ts";

instancesTest("Real pages on two instances", 2, async (scene, all, step) => {
  await using callerPlace = await Place.open(scene, all, 0);
  await using firstPlace = await Place.open(scene, all, 1);
  const caller = callerPlace.person;
  const first = firstPlace.person;
  const calleeId = await first.readId();
  await step("People on different instances call each other", async () => {
    await caller.readId();
    await connect(caller, first);
    await hangUp(caller, first);
    await connectWithoutPicture(first, caller);
    await hangUp(first, caller);
  });
  await step("Two tabs of one person on two instances both ring, and one takes the call", async () => {
    firstPlace.proxy.startWith(all.at(0).port); // The same page address, and so the same profile, on another instance.
    const second = await scene.open({ origin: firstPlace.proxy.origin, tabOf: first, args: FEW_PICTURES });
    assertEquals(await second.readId(), calleeId);
    await caller.call(calleeId);
    await Promise.all([first.seeRinging(), second.seeRinging()]);
    await second.press("Accept without video");
    await Promise.all([caller.see("Connected with"), second.see("Connected with"), first.see("Answered elsewhere")]);
    await caller.press("Hang up");
    await second.see("Call ended");
  });
});
