/**
 * What the page needs once there is a call: the calls themselves, the devices, the ringing and the screens of a call.
 *
 * `main.tsx` loads it behind the first screen, so people see their ID early. The first screen must not import anything
 * that is behind this file, or the build puts it into the first load.
 */

import { attempt } from "./bounds/attempt.ts";
import { STREAMS } from "./bulk/line_streams.ts";
import { loadFeatureScreens } from "./features/feature_screens.ts";
import { FEATURES, loadEagerFeatures } from "./features/registry.ts";
import { type Actions, hasLiveCalls } from "./model/state.ts";
import { loadStyle } from "./page/style.ts";
import { REJOIN } from "./proof/told_features.ts";
import { tending } from "./transceivers/tending.ts";
import { loadEnding } from "./screens/call/ending.ts";

export { oneInFront } from "./admission/admission.ts";
export { Calls } from "./conversation/calls.ts";
export { FEATURES, loadEagerFeatures };
export { watching, watchLeftCalls, whenWatching } from "./lookouts.ts";
export { Outbox } from "./socket/outbox.ts";
export { Acquaintances } from "./kept/people/acquaintances.ts";
export { Media } from "./media/media.ts";
export { encodeLinkName } from "./identity/encode_link_name.ts";
export { chooseDevices } from "./chosen_devices.ts";
export { cleanName } from "./identity/name.ts";
export { isWithOneself } from "./identity/trial_ids.ts";
export { findCalledName } from "./model/called_name.ts";
export { RefusalWatch } from "./socket/refusal_watch.ts";
export { storageFullSentence } from "./words/call_sentences.ts";
export { isQuiet, quietTimes } from "./attention/do_not_disturb.ts";
export { Ring } from "./attention/ring.ts";
export { hasWebRtc } from "./connection/web_rtc.ts";
export { announce, titleOf } from "./screens/announcement.ts";
export { Ended } from "./screens/call/ended.tsx";
export { IncomingCall } from "./screens/call/incoming_call.tsx";
export { Beside } from "./screens/call/feature_parts.tsx";
export { Stage } from "./screens/call/stage.tsx";
/** The screens of features share it; without this it would be one more file, which all of them wait for. */
export { drawing } from "./screens/pieces/drawing.tsx";

/** What other ends are told that this page can do in a call beside talking. */
export const TOLD_FEATURES: readonly string[] = [...FEATURES.map(({ name }) => name), STREAMS, REJOIN];

/** Loads what calls show later, before there is one; what has not come of it then is tried again with each. */
export function loadLaterScreens(): void {
  loadFeatureScreens();
  hasLiveCalls.subscribe(() => void loadEnding());
  import("./sending/sending.ts").then(({ tend }) => tending.tend = tend)
    .catch((error: unknown) => console.warn("Cannot load what looks after what is sent:", error));
  addEventListener("click", () => attempt("follow the back button", () => import("./page/back.ts")), { once: true });
}

/** Loads what asks the server why it opens no socket, and says it. */
export const loadRefusals = () => import("./refusals.ts");

/** Loads what offers to go on with a call of a page before this one. */
export const loadLeftCallOffer = () => import("./screens/call/left_call_offer.tsx");

/** Loads what exports people to a file, and imports them. */
export async function loadPeopleFile(): Promise<typeof import("./screens/people/people_file.tsx")> {
  const [part] = await Promise.all([import("./screens/people/people_file.tsx"), loadStyle("people")]);
  return part;
}

/** Loads what makes the page an app. */
export const loadApp = () => import("./app/app.ts");

/** Loads what talks with the page of others that has this one in a frame, and joins it. */
export function loadFrame(actions: Actions): void {
  import("./embed/frame.ts").then(({ openFrame }) => openFrame(actions))
    .catch((error: unknown) => console.warn("Cannot load what talks with the page around:", error));
}

/** Loads what tells names that look alike. */
export const loadLooks = () => import("./identity/look_alikes.ts");
