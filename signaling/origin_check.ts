/**
 * Says whether a page may open a socket here (RFC 6455 §10.2): browsers put the page's own origin into the handshake,
 * and no script can change it, so that a page of somebody else's cannot use a visitor's browser to speak to us.
 *
 * Pure. Origins are compared whole, as text (RFC 6454 §5): a part of one never counts. `http.ts` asks.
 */

import type { Config } from "./config.ts";

/**
 * Tells whether `origin`, the header of a handshake, is fine; null if there is none, as from a program that is no
 * browser. Without a list, the page's own hosts are, by HTTP and, for a proxy in front, by HTTPS.
 */
export function isOriginAllowed(
  origin: string | null,
  ownHosts: readonly string[],
  { allowedOrigins, requiresOrigin }: Pick<Config, "allowedOrigins" | "requiresOrigin">,
): boolean {
  if (origin === null) return !requiresOrigin;
  if (allowedOrigins.length > 0) return allowedOrigins.includes(origin);
  return ownHosts.some((host) => origin === `https://${host}` || origin === `http://${host}`);
}
