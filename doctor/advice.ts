/**
 * What to do about an error of the network, or about an answer that is not the server's, in half a sentence.
 *
 * It knows errors by what they say, since the runtime gives most of them no name. The examinations put it into theirs.
 */

import { describe, PATIENCE_MS, readAddress, within } from "./finding.ts";

const ADVICE: readonly (readonly [pattern: RegExp, advice: string])[] = [
  [/dns error|failed to lookup/i, "the name leads nowhere: give it an A record with the machine's address"],
  [/timed? ?out|no answer/i, "nothing answers: open the port in the firewall of the machine, and in that of the cloud"],
  [/not valid for name/i, "the certificate is for another name: get one for this name"],
  [/expired/i, "the certificate has expired: renew it (certbot renew), and look why that did not happen by itself"],
  [
    /UnknownIssuer|self.signed/i,
    "browsers do not know who signed the certificate, or a link of its chain is missing: use fullchain.pem",
  ],
  [/InvalidContentType|corrupt message|HTTP version/i, "what answers there does not speak TLS: listen with ssl"],
  [
    /reset|broken pipe|connection closed|was closed|close_notify|unexpected (?:eof|end)/i,
    "the connection is broken off without an answer: look into the error log of what listens there",
  ],
];

/** @param program what should listen there */
export function advise(error: unknown, program = "nginx, or the server if there is none"): string {
  const text = describe(error);
  if (/refused/i.test(text)) return `nothing listens there: start ${program}, and look whether it listens on this port`;
  return ADVICE.find(([pattern]) => pattern.test(text))?.[1] ?? text;
}

async function takesConnections(url: URL): Promise<boolean> {
  try {
    (await within(Deno.connect(readAddress(url)), "connection")).close();
    return true;
  } catch {
    return false; // Whatever it is, advise() speaks of the first error.
  }
}

/** As `advise()`, and tells a server that hangs from a firewall: neither answers, but only one takes the connection. */
export async function adviseRequest(error: unknown, url: URL): Promise<string> {
  const isLate = error instanceof DOMException && error.name === "TimeoutError";
  if (!isLate || !await takesConnections(url)) return advise(error);
  const seconds = PATIENCE_MS / 1_000;
  return `something takes the connection, and says nothing for ${seconds} s: look what it is, and into its error log`;
}

/** What to do about an answer that is not the server's. */
export function adviseStatus(status: number): string {
  switch (status) {
    case 0:
      return "what answers does not speak HTTP, or breaks off: look what listens on this port";
    case 401:
      return "a password is asked for: take it away, a page's socket cannot give one";
    case 403:
      return "the proxy refuses: look for what it allows and denies";
    case 404:
      return "there is another site at this name: look which server_name answers, and remove the default site";
    case 429:
      return "too much is asked from this address: wait a minute";
    case 502:
    case 504:
      return "the proxy does not reach the server: look whether it runs (systemctl status video-calling), and on which port";
    case 503:
      return "the server is stopping, has no memory left, or no instance of it can be reached: look whether it runs, and into its log";
    default:
      return `what listens there answers ${status}: look into its error log`;
  }
}
