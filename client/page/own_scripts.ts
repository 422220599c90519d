/**
 * The page's one Trusted Types policy (W3C trusted-types). It lists the scripts that the page may start, as workers and
 * as its service worker: exact paths only, no markup and no script text.
 *
 * The server's headers allow one policy with this name, once. So every page imports this with its first script, whether
 * or not it starts anything; a name left free could be taken by an injected script.
 */

interface Rules {
  /** Typed as what `Worker` and `register` take; it is a TrustedScriptURL where the browser has them. */
  createScriptURL(path: string): string;
}

/** TypeScript has no types of it, nor Safari before 26 the thing. */
declare const trustedTypes: { createPolicy(name: string, rules: Rules): Rules } | undefined;

/** From where the page is, which a proxy may put below a path. */
const OWN_SCRIPTS: readonly string[] = ["service_worker.js", "redundancy_worker.js"];

const rules: Rules = {
  createScriptURL(path) {
    if (!OWN_SCRIPTS.includes(path)) throw new TypeError(`Cannot start ${path}: it is none of the page's scripts`);
    return new URL(path, location.href).href;
  },
};
const policy = typeof trustedTypes === "undefined" ? rules : trustedTypes.createPolicy("own-scripts", rules);

/** Gives what `Worker` and `register` take for a script of ours. Throws for any other. */
export function ownScript(path: string): string {
  return policy.createScriptURL(path);
}
