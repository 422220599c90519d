/**
 * The first page as it may stand in a frame of others: it tells its own script whose, so that this talks to them alone.
 * The browser is told by the policy beside it, which is what keeps all others out. Pure; `static_files.ts` asks once, at
 * start.
 */

/** Where it is, in place of the first page's own address. */
export const EMBED_PATH = "/embed";
/** What stands before it, in `static/index.html`, and as the build leaves that. */
const BEFORE = '<meta name="referrer"';

/** @param origins of EMBED_ORIGINS, which holds nothing that means something in HTML */
export function nameEmbedders(html: string, origins: readonly string[]): string {
  return html.replace(BEFORE, `<meta name="embedders" content="${origins.join(" ")}">${BEFORE}`);
}
