/** What the build turns JSX into: shorter than the runtime that `deno.json` names for type checks. */

export { createElement as h, Fragment } from "preact";
