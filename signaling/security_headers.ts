/**
 * The headers that tell a browser what the page may do, and what others may do with it; on every answer.
 *
 * What is listed in docs/security.md, and compared with a snapshot by its test. `http.ts` sets them.
 */

import { createHash } from "node:crypto";
import type { StaticFiles } from "./static_files.ts";

const INLINE_SCRIPT = /<script>([\s\S]*?)<\/script>/g;

/** Names by their hashes the scripts that our own pages hold themselves (CSP 3 #script-src-hash-usage). */
function findInlineScripts(files: StaticFiles): string[] {
  const pages = [...files.values()].filter(({ contentType }) => contentType.startsWith("text/html"));
  const scripts = pages.flatMap(({ plain }) => [...new TextDecoder().decode(plain.body).matchAll(INLINE_SCRIPT)]);
  const hashes = scripts.map(([, code = ""]) => createHash("sha256").update(code).digest("base64"));
  return [...new Set(hashes)].map((hash) => `'sha256-${hash}'`);
}

/**
 * Nothing but what the page is made of. Scripts cannot turn text into code or markup either: without a policy of
 * Trusted Types by any name, each such place of the DOM throws (W3C trusted-types, CSP 3).
 */
function createContentSecurityPolicy(inlineScripts: readonly string[]): string {
  return [
    "default-src 'none'",
    ["script-src 'self'", ...inlineScripts].join(" "),
    "style-src 'self'",
    "img-src 'self'",
    "connect-src 'self'", // Covers ws: and wss: of the same host (CSP 3 #match-url-to-source-expression).
    "media-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join("; ");
}

const PERMISSIONS_POLICY = [
  ...["camera", "microphone", "display-capture", "autoplay"].map((feature) => `${feature}=(self)`),
  ...["bluetooth", "geolocation", "hid", "midi", "payment", "publickey-credentials-get", "serial", "usb"]
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

/**
 * Creates the function that sets the headers on an answer, for pages that are among `files`; `isTls` when the request
 * came by HTTPS, for only there HSTS counts (RFC 6797 §7.2).
 */
export function createHeaderSetter(files: StaticFiles): (headers: Headers, options: { isTls: boolean }) => void {
  const all = [["content-security-policy", createContentSecurityPolicy(findInlineScripts(files))], ...HEADERS] as const;
  return (headers, { isTls }) => {
    for (const [name = "", value = ""] of all) headers.set(name, value);
    if (isTls) headers.set("strict-transport-security", STRICT_TRANSPORT_SECURITY);
  };
}
