/**
 * Fills in where the picture is that chats show beside a link: they want its whole address (https://ogp.me), and a page
 * that may be served anywhere does not know its own.
 *
 * The address comes from the settings alone. A request's `Host` is whatever its sender likes: a page made from it would
 * lead a chat's crawler, or a cache in between, to a picture of theirs. Without a setting the address stays relative,
 * as the build has left it, and some chats show the words alone. There is no `og:url`: an invitation is in a link's
 * fragment, and who follows that address instead of the link would lose it. Pure; `static_files.ts` asks once, at start.
 */

import type { Config } from "../config/config.ts";

/** As the document names it, in `static/index.html`, and as the build leaves that. */
const PICTURE = /(<meta property="og:image" content=")(link-preview\.png">)/;
const LOOPBACK = /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/;

/**
 * Finds the origin under which people open the page: the first of `PUBLIC_HOST`; null where nobody has said. It is on
 * HTTPS, without which no other machine could call.
 */
export function findPublicOrigin({ publicHosts: [host], tls }: Pick<Config, "publicHosts" | "tls">): string | null {
  if (host === undefined) return null;
  const url = URL.parse(`https://${host}`);
  if (url === null) return null; // As a port that is none.
  if (tls === null && LOOPBACK.test(url.hostname)) return new URL(`http://${host}`).origin;
  return url.origin;
}

/** Returns the document with the picture's whole address; unchanged if it names none. */
export function nameOrigin(html: string, origin: string): string {
  return html.replace(PICTURE, (_, start: string, end: string) => `${start}${origin}/${end}`);
}
