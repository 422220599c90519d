/** Examines what a browser asks for first: the name, the certificate, the page, and the way from HTTP to it. */

import tls from "node:tls";
import { describe, PATIENCE_MS, type Report, within } from "./finding.ts";

/** Let's Encrypt renews with 30 days left; whoever has fewer than this is not being renewed. */
const CERTIFICATE_DAYS_MIN = 14;
const DAY_MS = 86_400_000;

/** What to do about an error of the network, by what it says. */
const ADVICE: readonly (readonly [pattern: RegExp, advice: string])[] = [
  [/dns error|failed to lookup/i, "the name leads nowhere: give it an A record with the machine's address"],
  [/refused/i, "nothing listens there: start nginx, and look whether it listens on this port"],
  [/timed? ?out|no answer/i, "nothing answers: open the port in the firewall of the machine, and in that of the cloud"],
  [/not valid for name/i, "the certificate is for another name: get one for this name"],
  [/expired/i, "the certificate has expired: renew it (certbot renew), and look why that did not happen by itself"],
  [
    /UnknownIssuer|self.signed/i,
    "browsers do not know who signed the certificate, or a link of its chain is missing: use fullchain.pem",
  ],
  [/InvalidContentType|corrupt message|HTTP version/i, "what answers there does not speak TLS: listen with ssl"],
];

export function advise(error: unknown): string {
  const text = describe(error);
  return ADVICE.find(([pattern]) => pattern.test(text))?.[1] ?? text;
}

/** What to do about an answer that is not the server's. */
export function adviseStatus(status: number): string {
  switch (status) {
    case 502:
    case 504:
      return "the proxy does not reach the server: look whether it runs (systemctl status video-calling), and on which port";
    case 503:
      return "the server is stopping, or no instance of it can be reached: look whether it runs";
    case 429:
      return "too much is asked from this address: wait a minute";
    case 404:
      return "there is another site at this name: look which server_name answers, and remove the default site";
    default:
      return `the answer is ${status}`;
  }
}

async function get(url: string): Promise<{ status: number; text: string; location: string | null }> {
  const response = await fetch(url, { redirect: "manual", signal: AbortSignal.timeout(PATIENCE_MS) });
  const text = await response.text();
  return { status: response.status, text, location: response.headers.get("location") };
}

/** Reads until when the certificate is good. */
function readExpiry({ hostname, port }: URL): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  // Whether it is to be trusted, fetch has told.
  const socket = tls.connect({
    host: hostname,
    port: Number(port || 443),
    servername: hostname,
    rejectUnauthorized: false,
  });
  socket.once("secureConnect", () => resolve(Date.parse(socket.getPeerCertificate().valid_to)));
  socket.once("error", reject);
  return within(promise, "certificate").finally(() => socket.destroy());
}

async function examineTls(url: URL, report: Report): Promise<void> {
  const part = "TLS";
  if (url.protocol !== "https:") {
    const isLocal = ["localhost", "127.0.0.1", "[::1]"].includes(url.hostname);
    const sentence = "By HTTP a page makes and takes no calls: set up HTTPS";
    return report({
      part,
      verdict: isLocal ? "warns" : "fails",
      sentence: `${sentence}${isLocal ? ", for other machines" : ""}.`,
    });
  }
  const days = Math.floor((await readExpiry(url) - Date.now()) / DAY_MS);
  if (days < CERTIFICATE_DAYS_MIN) {
    const sentence = `The certificate ends in ${days} days: look why it is not renewed (certbot renew --dry-run).`;
    return report({ part, verdict: "warns", sentence });
  }
  report({ part, verdict: "works", sentence: `The certificate is good for ${days} more days.` });
}

async function examineRedirect(url: URL, report: Report): Promise<void> {
  if (url.protocol !== "https:" || url.port !== "") return;
  const part = "HTTP";
  try {
    const { status, location } = await get(`http://${url.hostname}/`);
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

/** Examines the page, and tells whether it makes sense to go on. */
export async function examinePage(url: URL, report: Report): Promise<boolean> {
  const part = "Page";
  try {
    const { status, text } = await get(url.origin);
    if (status !== 200) {
      report({ part, verdict: "fails", sentence: `The page does not come: ${adviseStatus(status)}.` });
      return false;
    }
    const script = /src="(\/build\/[^"]+)"/.exec(text)?.[1];
    if (script === undefined) {
      report({
        part,
        verdict: "fails",
        sentence: "What answers is another page: look which server_name answers this name.",
      });
      return false;
    }
    const scriptStatus = (await get(url.origin + script)).status;
    if (scriptStatus !== 200) {
      report({
        part,
        verdict: "fails",
        sentence: `The page comes, its script does not: ${adviseStatus(scriptStatus)}.`,
      });
      return false;
    }
  } catch (error) {
    report({ part, verdict: "fails", sentence: `The page does not come: ${advise(error)}.` });
    return false;
  }
  report({ part, verdict: "works", sentence: "The page comes, with its script." });
  await examineTls(url, report);
  await examineRedirect(url, report);
  await examineState(url, report);
  return true;
}

async function examineState(url: URL, report: Report): Promise<void> {
  const part = "Server";
  const { status, text } = await get(`${url.origin}/readyz`);
  if (status === 200) report({ part, verdict: "works", sentence: "The server is ready." });
  else report({ part, verdict: "warns", sentence: `The server is not ready: ${text.trim() || status}` });
  if ((await get(`${url.origin}/metrics`)).status !== 200) return;
  report({
    part: "Metrics",
    verdict: "warns",
    sentence: "The world can read /metrics: let the proxy answer 404 there.",
  });
}
