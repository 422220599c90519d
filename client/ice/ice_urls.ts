/**
 * Tells STUN servers from TURN relays by their URLs (RFC 7064 §3.1, RFC 7065 §3.1). Pure; the page and the connection
 * check use it.
 */

/** Tells whether a URL names a relay: a scheme is the same in any case. */
export function isTurnUrl(url: string): boolean {
  return /^turns?:/i.test(url);
}

/** Tells whether there is a relay among ICE servers. */
export function offersRelay(servers: readonly { readonly urls: string | readonly string[] }[]): boolean {
  return servers.some(({ urls }) => [urls].flat().some(isTurnUrl));
}
