/** What becomes of what a person does on a screen: all of it reaches the engine. */

import { assertEquals } from "@std/assert";
import { createCallActions } from "../../client/call_actions.ts";
import type { CallEngine } from "../../client/engine.ts";
import type { CallId, PeerId } from "../../signaling/protocol.ts";

const [CALL, KIM, OTHER] = ["call" as CallId, "kim" as PeerId, "other" as PeerId];

/** Notes what it is told to do. */
function watch(done: unknown[][], own: object = {}): unknown {
  return new Proxy(own, {
    get: (_, name) => name in own ? Reflect.get(own, name) : (...all: unknown[]) => void done.push([name, ...all]),
  });
}

/** Kim is called so. */
const findCalledName = (peerId: PeerId) => peerId === KIM ? { name: "Kim", isProved: false } : null;

function play(isHidden = false) {
  const done: unknown[][] = [];
  const rejoin = watch(done);
  const devices = watch(done);
  const [calls, media] = [watch(done), watch(done, { isHidden })];
  const engine = {
    calls,
    media,
    rejoin: () => rejoin,
    devices: () => devices,
    acquaintances: watch(done),
    findCalledName,
  };
  return { done, actions: createCallActions((act) => void act(engine as unknown as CallEngine)) };
}

Deno.test("All that is said of an answer reaches the calls, and who hides in a look before it is not seen", () => {
  const { done, actions } = play();
  const answers = [{ video: true }, { video: false, endsOthers: true }, { video: true, endsOthers: false }];
  for (const answer of answers) actions.acceptCall(CALL, answer);
  assertEquals(done, answers.map((answer) => ["acceptCall", CALL, answer]));
  const hidden = play(true);
  hidden.actions.acceptCall(CALL, { video: true, endsOthers: true });
  assertEquals(hidden.done, [["acceptCall", CALL, { video: false, endsOthers: true }]]);
});

Deno.test("Each action does what it is called, with all that it is given", () => {
  const { done, actions } = play();
  const act = () => {};
  const all: readonly (readonly [keyof typeof actions, ...unknown[]])[] = [
    ["setHeld", CALL, true],
    ["setHeld", CALL, false],
    ["warmCall", CALL],
    ["placeRing", CALL, "front"],
    ["declineCall", CALL],
    ["hangUp", CALL],
    ["keepWaiting", CALL],
    ["dismissCall", CALL],
    ["useFeature", CALL, "key", act],
    ["confirmName", { peerId: KIM }],
    ["setMuted", true],
    ["setCameraOn", false],
    ["turnCamera"],
  ];
  for (const [name, ...given] of all) (actions[name] as (...given: unknown[]) => void)(...given);
  assertEquals(done, all.map((each) => [...each]) as unknown[][]);
  done.length = 0;
  actions.chooseDevice("camera", "front");
  actions.preview(true);
  actions.preview(false);
  actions.rejoin();
  actions.leaveLeftCall();
  actions.callAgain({ callId: CALL, remotePeerId: KIM });
  assertEquals(done, [
    ["choose", "camera", "front"],
    ["open", { video: true }, "preview"],
    ["close", "preview"],
    ["releaseDevices"],
    ["accept"],
    ["decline"],
    ["hangUp", CALL],
    ["placeCall", KIM, { name: "Kim" }],
  ]);
});

Deno.test("Whoever is called goes by the name that they have here until they answer, or by none", () => {
  const { done, actions } = play();
  actions.placeCall(KIM, { isPatient: true });
  actions.placeCall(KIM);
  actions.placeCall(OTHER);
  assertEquals(done, [
    ["placeCall", KIM, { isPatient: true, name: "Kim" }],
    ["placeCall", KIM, { name: "Kim" }],
    ["placeCall", OTHER, { name: null }],
  ]);
});
