/** What the first screen loads behind itself or on demand, in Arabic. */

export { app } from "./home/app.ts";
export { people } from "./home/people.ts";
export { peopleFile } from "./home/people_file.ts";
export { scan } from "./home/scan.ts";
export { ringing } from "./home/ringing.ts";
export { admission } from "./home/admission.ts";
export { knocking } from "./home/knocking.ts";
export { strangers } from "./home/strangers.ts";
export { notes } from "./home/notes.ts";
export { reach } from "./home/reach.ts";
