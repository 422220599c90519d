/**
 * What the screens have calls and devices do: each action goes to the engine as soon as that is there, and all that the
 * person has said goes with it. Part of the composition root, apart from `main.tsx` so that it can be tried by itself.
 */

import type { PeerId } from "../signaling/protocol.ts";
import type { CallEngine } from "./engine.ts";
import type { keptActions } from "./keeping.ts";
import type { Actions } from "./model/state.ts";

export type CallActions = Omit<Actions, keyof typeof keptActions | "setName" | "setLanguage">;

type PlaceOptions = Parameters<Actions["placeCall"]>[1];

export function createCallActions(withEngine: (act: (engine: CallEngine) => unknown) => void): CallActions {
  const place = ({ calls, findCalledName }: CallEngine, remotePeerId: PeerId, options?: PlaceOptions) =>
    calls.placeCall(remotePeerId, { ...options, name: findCalledName(remotePeerId)?.name ?? null });
  return {
    placeCall: (remotePeerId, options) => withEngine((engine) => place(engine, remotePeerId, options)),
    acceptCall: (callId, answering) =>
      withEngine(({ calls, media }) =>
        calls.acceptCall(callId, { ...answering, video: answering.video && !media.isHidden })
      ),
    warmCall: (callId) => withEngine(({ calls }) => calls.warmCall(callId)),
    placeRing: (callId, place) => withEngine(({ calls }) => calls.placeRing(callId, place)),
    declineCall: (callId) => withEngine(({ calls }) => calls.declineCall(callId)),
    setHeld: (callId, isHeld) => withEngine(({ calls }) => calls.setHeld(callId, isHeld)),
    hangUp: (callId) => withEngine(({ calls }) => calls.hangUp(callId)),
    keepWaiting: (callId) => withEngine(({ calls }) => calls.keepWaiting(callId)),
    callAgain: ({ callId, remotePeerId }) =>
      withEngine((engine) => {
        engine.calls.hangUp(callId);
        place(engine, remotePeerId);
      }),
    rejoin: () => withEngine(({ rejoin }) => rejoin()?.accept()),
    leaveLeftCall: () => withEngine(({ rejoin }) => rejoin()?.decline()),
    dismissCall: (callId) => withEngine(({ calls }) => calls.dismissCall(callId)),
    useFeature: (callId, key, act) => withEngine(({ calls }) => calls.useFeature(callId, key, act)),
    confirmName: (peer) => withEngine(({ acquaintances }) => acquaintances.confirmName(peer)),
    setMuted: (isMuted) => withEngine(({ media }) => media.setMuted(isMuted)),
    setCameraOn: (isCameraOn) => withEngine(({ calls }) => calls.setCameraOn(isCameraOn)),
    chooseDevice: (kind, deviceId) => withEngine(({ devices }) => devices()?.choose(kind, deviceId)),
    openPeopleFile: (change) =>
      withEngine(async ({ loadPeopleFile }) => (await loadPeopleFile()).showPeopleFile(change)),
    turnCamera: () => withEngine(({ devices }) => devices()?.turnCamera()),
    preview: (isOn) =>
      withEngine(({ calls, media }) => {
        if (isOn) return media.open({ video: true }, "preview");
        media.close("preview");
        calls.releaseDevices(); // A call that goes on beside it, on hold or unseen, needs no more than before.
      }),
  };
}
