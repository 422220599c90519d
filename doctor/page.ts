/** Examines what a browser asks for first: the name, the certificate, the page, and the way from HTTP to it. */

import tls from "node:tls";
import { advise, adviseRequest, adviseStatus } from "./advice.ts";
import { describe, type Finding, PATIENCE_MS, readAddress, type Report, within } from "./finding.ts";

/** Let's Encrypt renews with 30 days left; whoever has fewer than this is not being renewed. */
const CERTIFICATE_DAYS_MIN = 14;
const DAY_MS = 86_400_000;
/** What the server says of itself is a line; a proxy's own answer is a page. */
const OWN_WORDS_MAX = 200;
/** What the server says where it has no file. */
const NOTHING_THERE = "There is nothing at this address.";

interface Answer {
  readonly status: number;
  readonly text: string;
  readonly location: string | null;
}

async function get(url: string): Promise<Answer> {
  const response = await fetch(url, { redirect: "manual", signal: AbortSignal.timeout(PATIENCE_MS) });
  const text = await response.text();
  return { status: response.status, text, location: response.headers.get("location") };
}

/** Gets what is at `path` from the page; where nothing comes, returns what to do about that. */
async function look(url: URL, path: string): Promise<Answer | string> {
  try {
    return await get(new URL(path, url).href);
  } catch (error) {
    return await adviseRequest(error, url);
  }
}

/** Reads until when the certificate is good. */
function readExpiry(url: URL): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const { hostname, port } = readAddress(url);
  // Whether it is to be trusted, fetch has told.
  const socket = tls.connect({ host: hostname, port, servername: hostname, rejectUnauthorized: false });
  socket.once("secureConnect", resolve);
  socket.once("error", reject);
  socket.once("close", () => reject(new Error("the connection was closed")));
  return within(promise, "certificate")
    .then(() => Date.parse(socket.getPeerCertificate().valid_to))
    .finally(() => socket.destroy());
}

/** @param expiresAtMs NaN where the certificate does not say it */
export function judgeExpiry(expiresAtMs: number, nowMs: number): Finding {
  const part = "TLS";
  if (!Number.isFinite(expiresAtMs)) {
    const sentence = "The certificate does not say until when it is good: get another (certbot certonly).";
    return { part, verdict: "fails", sentence };
  }
  const days = Math.floor((expiresAtMs - nowMs) / DAY_MS);
  if (days < CERTIFICATE_DAYS_MIN) {
    const sentence = `The certificate ends in ${days} days: look why it is not renewed (certbot renew --dry-run).`;
    return { part, verdict: "warns", sentence, certificateDays: days };
  }
  return {
    part,
    verdict: "works",
    sentence: `The certificate is good for ${days} more days.`,
    certificateDays: days,
  };
}

async function examineTls(url: URL, report: Report): Promise<void> {
  const part = "TLS";
  if (url.protocol !== "https:") {
    const isLocal = ["localhost", "127.0.0.1", "[::1]"].includes(url.hostname);
    return report({
      part,
      verdict: isLocal ? "warns" : "fails",
      sentence: isLocal
        ? "By HTTP this machine can call, and no other: set up HTTPS for them."
        : "By HTTP a page makes and takes no calls: set up HTTPS.",
    });
  }
  try {
    report(judgeExpiry(await readExpiry(url), Date.now()));
  } catch (error) {
    const sentence = `The page comes, but how long its certificate is good cannot be seen (${describe(error)}): try ` +
      `again, and look into the error log of what does TLS.`;
    report({ part, verdict: "warns", sentence });
  }
}

async function examineRedirect(url: URL, report: Report): Promise<void> {
  if (url.protocol !== "https:" || url.port !== "") return;
  const part = "HTTP";
  try {
    const { status, location } = await get(`http://${url.hostname}${url.pathname}`);
    const leads = status >= 300 && status < 400 && location?.startsWith("https://") === true;
    const sentence = leads
      ? "HTTP leads to HTTPS."
      : `HTTP does not lead to HTTPS, it answers ${status}: add the redirect.`;
    report({ part, verdict: leads ? "works" : "warns", sentence });
  } catch (error) {
    report({
      part,
      verdict: "warns",
      sentence: `Whoever types the name without https:// gets nowhere: ${advise(error)}.`,
    });
  }
}

/** What to do about an answer in place of the page. */
function advisePage({ status, text, location }: Answer, url: URL): string {
  const target = status >= 300 && status < 400 && location !== null ? URL.parse(location, url.origin) : null;
  if (target !== null) return `it leads to ${target.href}, so examine ${target.origin}`;
  if (status === 400 && url.protocol === "http:") {
    return `the answer is 400, which is what a port for HTTPS says to HTTP: examine https://${url.host}`;
  }
  if (status === 404 && text.trim() === NOTHING_THERE) {
    return `the proxy passes ${url.pathname} on to the server, whose page is at /: let it take the path away, ` +
      "proxy_pass http://127.0.0.1:5000/; in nginx, with the last slash";
  }
  return adviseStatus(status);
}

/** Looks for the page and its script; returns what is wrong in a sentence, or null. */
async function findPageFault(url: URL): Promise<string | null> {
  const page = await look(url, "");
  if (typeof page === "string") return `The page does not come: ${page}.`;
  if (page.status !== 200) return `The page does not come: ${advisePage(page, url)}.`;
  const path = /src="(\/?build\/[^"]+)"/.exec(page.text)?.[1];
  if (path === undefined) return "What answers is another page: look which server_name answers this name.";
  const script = await look(url, path);
  if (typeof script === "string") return `The page comes, its script does not: ${script}.`;
  if (script.status !== 200) return `The page comes, its script does not: ${adviseStatus(script.status)}.`;
  return null;
}

/** What the server says of itself; null if it is somebody else who speaks. */
function readOwnWords(text: string): string | null {
  const words = /^\{.*"message":"([^"]+)"/.exec(text)?.[1] ?? text.trim();
  return words === "" || words.length > OWN_WORDS_MAX || words.startsWith("<") ? null : words.replace(/\.$/, "");
}

async function examineReadiness(url: URL, report: Report): Promise<void> {
  const part = "Server";
  const answer = await look(url, "readyz");
  if (typeof answer === "string") {
    const sentence = `The page comes, but whether the server is ready cannot be seen at /readyz: ${answer}.`;
    return report({ part, verdict: "warns", sentence });
  }
  const { status, text } = answer;
  if (status === 200) return report({ part, verdict: "works", sentence: "The server is ready." });
  const sentence = status === 503
    ? `The server is not ready: ${readOwnWords(text) ?? adviseStatus(status)}.`
    : `Whether the server is ready cannot be seen, /readyz answers ${status}: let the proxy pass it on.`;
  report({ part, verdict: "warns", sentence });
}

async function examinePrivacy(url: URL, report: Report): Promise<void> {
  const part = "Metrics";
  const answer = await look(url, "metrics");
  if (typeof answer === "string") {
    const sentence =
      "Whether the world can read /metrics cannot be seen, it does not answer: let the proxy say 404 there.";
    return report({ part, verdict: "warns", sentence });
  }
  if (answer.status !== 200) return;
  report({ part, verdict: "warns", sentence: "The world can read /metrics: let the proxy answer 404 there." });
}

/** Examines the page and what belongs to it, and tells whether it makes sense to go on. */
export async function examinePage(url: URL, report: Report): Promise<boolean> {
  const part = "Page";
  const fault = await findPageFault(url);
  if (fault !== null) {
    report({ part, verdict: "fails", sentence: fault });
    return false;
  }
  report({ part, verdict: "works", sentence: "The page comes, with its script." });
  await examineTls(url, report);
  await examineRedirect(url, report);
  await examineReadiness(url, report);
  await examinePrivacy(url, report);
  return true;
}
