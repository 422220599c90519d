/** What the first screen loads behind itself or on demand, in Ukrainian. */

export { app } from "./home/app.ts";
export { scan } from "./home/scan.ts";
export { ringing } from "./home/ringing.ts";
