/**
 * What the page needs once there is a call, and not before: the calls themselves, the devices, the ringing, and their
 * screens. `main.tsx` loads it behind the first screen, so that a person sees their ID before they could ever need it.
 * Nothing of the first screen may import what is behind this, or the build puts it into the first load.
 */

export { Calls } from "./calls.ts";
export { Outbox } from "./outbox.ts";
export { Media } from "./media.ts";
export { Ring } from "./ring.ts";
export { Ended } from "./components/ended.tsx";
export { IncomingCall } from "./components/incoming_call.tsx";
export { QuietLine } from "./components/quiet_line.tsx";
export { Stage } from "./components/stage.tsx";

/** Loads what tells names that look alike. */
export const loadLooks = () => import("./look_alikes.ts");
