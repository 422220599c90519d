/** Real pages on two real servers that a real Redis joins; what happens when some of it dies is in tests/faults/. */

import { assertEquals } from "@std/assert";
import { FEW_PICTURES, hangUp, instancesTest, Place } from "./instances_test_case.ts";
import { connect } from "./person.ts";

instancesTest("People on different instances call each other", 2, async (scene, all) => {
  const caller = await scene.open({ origin: all.at(0).origin, args: FEW_PICTURES });
  const callee = await scene.open({ origin: all.at(1).origin, args: FEW_PICTURES });
  await caller.readId();
  await connect(caller, callee);
  await hangUp(caller, callee);
  await connect(callee, caller);
  await hangUp(callee, caller);
});

instancesTest("Two tabs of one person on two instances both ring, and one takes the call", 2, async (scene, all) => {
  await using callerPlace = await Place.open(scene, all, 0);
  await using firstPlace = await Place.open(scene, all, 0);
  const caller = callerPlace.person;
  const first = firstPlace.person;
  const calleeId = await first.readId();
  firstPlace.proxy.startWith(all.at(1).port); // The same page address, and so the same profile, on another instance.
  const second = await scene.open({ origin: firstPlace.proxy.origin, tabOf: first, args: FEW_PICTURES });
  assertEquals(await second.readId(), calleeId);
  await caller.call(calleeId);
  await Promise.all([first.seeRinging(), second.seeRinging()]);
  await second.press("Accept");
  await Promise.all([caller.see("Connected with"), second.see("Connected with"), first.see("Answered elsewhere")]);
  await caller.press("Hang up");
  await second.see("Call ended");
});
