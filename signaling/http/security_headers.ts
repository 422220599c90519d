/**
 * The headers that tell a browser what the page may do and what others may do with it; every answer carries them.
 *
 * docs/security.md lists them, and a test compares them with a snapshot. `http.ts` sets them.
 */

import { createHash } from "node:crypto";
import type { StaticFiles } from "./static_files.ts";

const INLINE = {
  script: /<script>([\s\S]*?)<\/script>/g,
  style: /<style>([\s\S]*?)<\/style>/g,
};

/** Names by their hashes what our own pages hold themselves (CSP 3 #script-src-hash-usage). */
function findInline(kind: keyof typeof INLINE, files: StaticFiles): string[] {
  const pages = [...files.values()].filter(({ contentType }) => contentType.startsWith("text/html"));
  const found = pages.flatMap(({ plain }) => [...new TextDecoder().decode(plain.body).matchAll(INLINE[kind])]);
  const hashes = found.map(([, text = ""]) => createHash("sha256").update(text).digest("base64"));
  return [...new Set(hashes)].map((hash) => `'sha256-${hash}'`);
}

/**
 * Nothing but what the page is made of. Scripts cannot turn text into code or markup either: each such place of the DOM
 * throws but for what the one policy of Trusted Types lets through, which `client/page/own_scripts.ts` makes: workers by
 * their paths (W3C trusted-types, CSP 3).
 */
function createContentSecurityPolicy(files: StaticFiles, embedOrigins: readonly string[]): string {
  return [
    "default-src 'none'",
    ["script-src 'self' 'wasm-unsafe-eval'", ...findInline("script", files)].join(" "),
    ["style-src 'self'", ...findInline("style", files)].join(" "),
    "img-src 'self' blob:", // What the page itself has made, or was sent by a peer; nothing is fetched for it.
    "connect-src 'self'", // Covers ws: and wss: of the same host (CSP 3 #match-url-to-source-expression).
    "media-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    `frame-ancestors ${embedOrigins.length === 0 ? "'none'" : embedOrigins.join(" ")}`,
    "require-trusted-types-for 'script'",
    "trusted-types own-scripts",
  ].join("; ");
}

const PERMISSIONS_POLICY = [
  ...["camera", "microphone", "display-capture", "autoplay"].map((feature) => `${feature}=(self)`),
  ...["geolocation", "hid", "midi", "payment", "publickey-credentials-get", "serial", "usb"]
    .map((feature) => `${feature}=()`),
].join(", ");

const HEADERS = Object.entries({
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "permissions-policy": PERMISSIONS_POLICY,
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
});

/** Two years; subdomains are their owner's to decide. */
const STRICT_TRANSPORT_SECURITY = "max-age=63072000";

/** What a browser is told that knows no `frame-ancestors`; where that is, this counts for nothing (CSP 3). */
const UNFRAMED = "deny";

/**
 * Creates the function that sets those headers which an answer does not have yet, for pages that are among `files`;
 * `isTls` when the request came by HTTPS, for only there HSTS counts (RFC 6797 §7.2).
 */
export function createHeaderSetter(
  files: StaticFiles,
  embedOrigins: readonly string[],
): (headers: Headers, options: { isTls: boolean; isForFrames: boolean }) => void {
  const [own, framed] = [createContentSecurityPolicy(files, []), createContentSecurityPolicy(files, embedOrigins)];
  return (headers, { isTls, isForFrames }) => {
    headers.set("content-security-policy", isForFrames ? framed : own);
    if (!isForFrames) headers.set("x-frame-options", UNFRAMED);
    for (const [name = "", value = ""] of HEADERS) if (!headers.has(name)) headers.set(name, value);
    if (isTls) headers.set("strict-transport-security", STRICT_TRANSPORT_SECURITY);
  };
}
