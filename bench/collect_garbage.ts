/**
 * Loaded into the server before its own code by `churn.ts`: collects all garbage again and again, and gives what it
 * leaves free back to the system. Without it a runtime keeps what it may need, now more and now less of it, so that a
 * process that holds the same goes up and down by 30 MiB. Needs V8's `--expose-gc`.
 */

const COLLECT_MS = 20_000;

const gc: unknown = Reflect.get(globalThis, "gc");
if (typeof gc !== "function") throw new Error("Cannot collect garbage: V8 runs without --expose-gc");
// The server is loaded when nothing is left to wait for here.
Deno.unrefTimer(setInterval(() => gc({ type: "major", flavor: "last-resort" }), COLLECT_MS));
