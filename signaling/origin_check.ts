/**
 * Says whether a page may open a socket here (RFC 6455 §10.2): browsers put the page's own origin into the handshake,
 * and no script can change it, so that a page of somebody else's cannot use a visitor's browser to speak to us.
 *
 * Pure. Origins are compared whole, as text (RFC 6454 §5): a part of one never counts, and a scheme's default port is
 * the same as none. `socket_route.ts` asks.
 */

import type { Config } from "./config.ts";

/** Takes the default port away, which browsers never write and people do. */
function dropDefaultPort(origin: string): string {
  if (origin.startsWith("https://") && origin.endsWith(":443")) return origin.slice(0, -":443".length);
  if (origin.startsWith("http://") && origin.endsWith(":80")) return origin.slice(0, -":80".length);
  return origin;
}

export interface OriginOptions extends Pick<Config, "allowedOrigins" | "requiresOrigin"> {
  /** Whether the request came by HTTPS: a page that did not is then another's, put there by whoever is on the way. */
  readonly isTls: boolean;
}

/**
 * Tells whether `origin`, the header of a handshake, is fine; null if there is none, as from a program that is no
 * browser. Without a list, the page's own hosts are, by HTTPS, and by HTTP unless the service itself is on HTTPS.
 */
export function isOriginAllowed(
  origin: string | null,
  ownHosts: readonly string[],
  { allowedOrigins, requiresOrigin, isTls }: OriginOptions,
): boolean {
  if (origin === null) return !requiresOrigin;
  const given = dropDefaultPort(origin);
  if (allowedOrigins.length > 0) return allowedOrigins.some((allowed) => dropDefaultPort(allowed) === given);
  const schemes = isTls ? ["https"] : ["https", "http"];
  return ownHosts.some((host) => schemes.some((scheme) => dropDefaultPort(`${scheme}://${host}`) === given));
}
