/**
 * Decides whether a page may open a socket here (RFC 6455 §10.2). Browsers put the page's origin into the handshake and
 * no script can change it, so nobody else's page can use a visitor's browser to talk to this server.
 *
 * Pure. Origins are compared whole, as text (RFC 6454 §5): a matching part is not enough, and a scheme's default port
 * equals none. `socket_route.ts` asks.
 */

import type { Config } from "../config/config.ts";
import { dropDefaultPort, type OriginRefusal } from "../protocol.ts";

/** Takes the scheme's own port away, which browsers never write and people do. */
function dropOwnPort(origin: string): string {
  if (origin.startsWith("https://") && origin.endsWith(":443")) return origin.slice(0, -":443".length);
  if (origin.startsWith("http://") && origin.endsWith(":80")) return origin.slice(0, -":80".length);
  return origin;
}

export interface OriginOptions extends Pick<Config, "allowedOrigins" | "requiresOrigin" | "publicHosts"> {
  /** The request's `Host`, lower-case; undefined if it has none. */
  readonly host: string | undefined;
  /** Whether the request came by HTTPS: a page that did not is then another's, put there by whoever is on the way. */
  readonly isTls: boolean;
}

/** A proxy may name its own port, whatever scheme it speaks; and a page may really be at that port. */
function isPageOf(host: string, origin: string, schemes: readonly string[]): boolean {
  return schemes.some((scheme) =>
    [host, dropDefaultPort(host)].some((each) => dropOwnPort(`${scheme}://${each}`) === origin)
  );
}

/**
 * Tells why pages of `origin`, the header of a handshake, may not connect, and null if they may; `origin` is null if
 * there is none, as from a program that is no browser. Without a list, the page's own hosts are fine, by HTTPS, and by
 * HTTP unless the service itself is on HTTPS.
 */
export function findOriginRefusal(
  origin: string | null,
  { allowedOrigins, requiresOrigin, publicHosts, host, isTls }: OriginOptions,
): OriginRefusal | null {
  if (origin === null) return requiresOrigin ? "origin-missing" : null;
  const given = dropOwnPort(origin);
  if (allowedOrigins.length > 0) {
    return allowedOrigins.some((allowed) => dropOwnPort(allowed) === given) ? null : "origin-not-listed";
  }
  const isListed = publicHosts.length > 0;
  const hosts = isListed ? publicHosts : host === undefined ? [] : [host];
  if (hosts.some((each) => isPageOf(each, given, isTls ? ["https"] : ["https", "http"]))) return null;
  if (hosts.some((each) => isPageOf(each, given, ["http"]))) return "not-https";
  return isListed ? "host-not-listed" : "host-differs";
}
