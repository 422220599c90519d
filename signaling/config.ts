/**
 * The server's configuration, read once from environment variables.
 *
 * Pure: it is handed a way to look a variable up, so that nothing else in the server reads the environment. Called by
 * `server.ts`, and by tests with a plain object. Every bad variable is reported at once, so that setting a host up
 * takes one try and not one per mistake.
 */

import type { IceServer } from "./protocol.ts";

export interface Config {
  /** TCP port; 0 lets the system choose. */
  readonly port: number;
  /** Address to listen on. */
  readonly host: string;
  /** Lower-case `host[:port]` names that a registration may be signed for; empty means the request's own Host. */
  readonly publicHosts: readonly string[];
  /** Handed to every client that registers. */
  readonly iceServers: readonly IceServer[];
}

/** Each name costs one signature check when none of them matches. */
const PUBLIC_HOSTS_MAX = 8;
const STUN_URLS_MAX = 8;
const HOST_NAME = /^(?:[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?|\[[0-9a-f:.]+\])(?::\d{1,5})?$/;
const STUN_URL = /^stuns?:(?:[\w.-]+|\[[0-9a-f:.]+\])(?::\d{1,5})?$/i; // RFC 7064 §3.1

function parseList(text: string | undefined): string[] {
  return (text ?? "").split(",").map((item) => item.trim()).filter((item) => item !== "");
}

/**
 * Parses the configuration from the variables that `get` finds; an empty one counts as absent.
 * Throws one error that names every variable that is wrong, and what it must be.
 */
export function parseConfig(get: (name: string) => string | undefined): Config {
  const problems: string[] = [];
  const expect = (isFine: boolean, name: string, must: string) => {
    if (!isFine) problems.push(`${name} must be ${must}, not ${JSON.stringify(get(name))}`);
  };

  const port = get("PORT")?.trim() || "5000";
  expect(/^\d{1,5}$/.test(port) && Number(port) <= 65_535, "PORT", "a number from 0 to 65535");

  const host = get("HOST")?.trim() || "0.0.0.0";
  expect(/^[\w.:-]+$/.test(host), "HOST", "an address or a host name");

  const publicHosts = parseList(get("PUBLIC_HOST")).map((name) => name.toLowerCase());
  const arePublicHosts = publicHosts.length <= PUBLIC_HOSTS_MAX && publicHosts.every((name) => HOST_NAME.test(name));
  expect(arePublicHosts, "PUBLIC_HOST", `up to ${PUBLIC_HOSTS_MAX} of host[:port], without https://, split by commas`);

  const urls = parseList(get("STUN_URLS"));
  const areStunUrls = urls.length <= STUN_URLS_MAX && urls.every((url) => STUN_URL.test(url));
  expect(areStunUrls, "STUN_URLS", `up to ${STUN_URLS_MAX} of stun:host[:port], split by commas`);

  if (problems.length > 0) throw new Error(`Cannot start: ${problems.join("; ")}`);
  return Object.freeze({
    port: Number(port),
    host,
    publicHosts: Object.freeze(publicHosts),
    iceServers: Object.freeze(urls.length === 0 ? [] : [{ urls }]),
  });
}
