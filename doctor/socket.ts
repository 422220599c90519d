/** Examines the socket: its way through the proxy, registration, relay, and whether an idle one stays open. */

import { createCallId, createTabId, type IceServer, parseObject, PING_INTERVAL_MS } from "../signaling/protocol.ts";
import { advise, adviseStatus } from "./advice.ts";
import { describe, readAddress, type Report, within } from "./finding.ts";
import { Line, RefusedError } from "./line.ts";

/** Longer than the 60 s after which nginx and many others end what is silent. */
const IDLE_MS = 70_000;
/** Behind several instances these are likely to be on different ones. */
const SENDERS = 3;
const RATE_ADVICE =
  "too many sockets come from this address: wait a minute, or if it happens to everybody set TRUSTED_PROXIES to the proxy's address";

const UPGRADE_ADVICE =
  "the proxy does not pass on that a WebSocket is asked for: let it send the Upgrade and Connection headers, by HTTP/1.1";

/** Longer answers to a handshake are cut. */
const ANSWER_BYTES_MAX = 16_384;

/** An answer to a handshake; the reason is the server's own word. */
interface HandshakeAnswer {
  readonly status: number;
  readonly reason: string;
}

/** Asks for a socket by hand, since a WebSocket does not say why it failed. */
async function tryHandshake(url: URL): Promise<HandshakeAnswer> {
  const address = readAddress(url);
  const connect = (): Promise<Deno.Conn> =>
    url.protocol === "https:" ? Deno.connectTls({ ...address, alpnProtocols: ["http/1.1"] }) : Deno.connect(address);
  using connection = await within(connect(), "connection");
  const key = btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(16))));
  const lines = [
    `GET ${new URL("socket", url).pathname} HTTP/1.1`,
    `Host: ${url.host}`,
    "Upgrade: websocket",
    "Connection: Upgrade",
  ]
    .concat("Sec-WebSocket-Version: 13", `Sec-WebSocket-Key: ${key}`, `Origin: ${url.origin}`, "", "");
  await connection.write(new TextEncoder().encode(lines.join("\r\n")));
  const answer = await within(readAnswer(connection), "answer");
  const status = Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1] ?? 0);
  const { reason, code } = parseObject(answer.slice(answer.indexOf("{"), answer.lastIndexOf("}") + 1)) ?? {};
  return { status, reason: String(reason ?? code ?? "") };
}

/** Reads an answer to its end, as far as its head tells where that is: head and body may come one after the other. */
async function readAnswer(connection: Deno.Conn): Promise<string> {
  const bytes = new Uint8Array(ANSWER_BYTES_MAX);
  let length = 0;
  for (;;) {
    const answer = new TextDecoder().decode(bytes.subarray(0, length));
    const headEnd = answer.indexOf("\r\n\r\n");
    const bodyLength = Number(/^content-length: *(\d+)/im.exec(answer.slice(0, headEnd))?.[1] ?? 0);
    if (headEnd >= 0 && length >= headEnd + 4 + bodyLength) return answer;
    const count = await connection.read(bytes.subarray(length));
    if (count === null || count === 0) return answer;
    length += count;
  }
}

/** What to do about what the server itself refuses; see "Refused before there is a socket" in PROTOCOL.md. */
const REASONS: Readonly<Partial<Record<string, string>>> = {
  "origin-not-listed": "the server refuses pages of this origin: add it to ALLOWED_ORIGINS",
  "host-not-listed": "the server refuses pages of this name: add it to PUBLIC_HOST",
  "host-differs":
    "the server is asked for another name: let the proxy pass the Host header on, or set PUBLIC_HOST to the name in the address bar",
  "not-https": "the server is on HTTPS, and refuses what comes by HTTP: lead HTTP to HTTPS, and examine that",
  "sockets": `${RATE_ADVICE}; LIMIT_SOCKETS says how many one may have`,
  "handshakes": RATE_ADVICE,
  "server-full": "the server has no memory left: see LIMIT_MEMORY_MIB, and look into its log",
  "server-stopping": "the server is stopping: look whether it comes back",
  "upgrade-lost": UPGRADE_ADVICE,
};

function adviseHandshake({ status, reason }: HandshakeAnswer): string {
  const advice = REASONS[reason];
  if (advice !== undefined) return advice;
  switch (status) {
    case 200:
    case 426:
      return UPGRADE_ADVICE;
    case 400:
      return "the proxy loses a part of the request: look whether something else in front changes headers";
    case 429:
      return RATE_ADVICE;
    default:
      return adviseStatus(status);
  }
}

function adviseRegistration(error: unknown): string {
  if (!(error instanceof RefusedError)) {
    return `${describe(error)}, so look what holds messages back, and into the logs of proxy and server`;
  }
  switch (error.code) {
    case "bad-signature":
      return "the server knows itself by another name: let the proxy pass the Host header on with its port, or set PUBLIC_HOST to the name in the address bar";
    case "rate-limited":
      return RATE_ADVICE;
    default:
      return describe(error);
  }
}

async function examineRelay(url: URL, receiver: Line, id: Awaited<ReturnType<Line["register"]>>["id"], report: Report) {
  const part = "Relay";
  const roundTripsMs: number[] = [];
  for (let count = 0; count < SENDERS; count++) {
    using sender = new Line(url);
    try {
      const { id: from } = await sender.register();
      const startMs = performance.now();
      const callId = createCallId();
      // An offer, since of nothing else it is told that it found nobody.
      const offer = { audio: false, video: false, description: { type: "offer" as const, sdp: "" } };
      const envelope = { id: from, clientId: id, callId, tabId: createTabId(), seq: 1 };
      sender.send({ type: "video-offer-request", ...envelope, ...offer });
      // It will not register again: what can come is an error, or its end.
      await Promise.race([receiver.next("video-offer-request"), sender.next("registered")]);
      roundTripsMs.push(performance.now() - startMs);
    } catch (error) {
      const isElsewhere = error instanceof RefusedError && ["peer-unavailable", "unavailable"].includes(error.code);
      const sentence = isElsewhere
        ? "A message does not find its way: the instances do not know of each other. Give all of them the same REDIS_URL, and look whether Redis runs"
        : `A message does not find its way: ${describe(error)}`;
      return report({ part, verdict: "fails", sentence: `${sentence}.` });
    }
  }
  const fastestMs = Math.round(Math.min(...roundTripsMs));
  report({ part, verdict: "works", sentence: `Messages go from one socket to another, in ${fastestMs} ms.` });
}

async function examineKeepalive(line: Line, report: Report): Promise<void> {
  const part = "Keepalive";
  const startMs = performance.now();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const over = new Promise<null>((resolve) => timer = setTimeout(() => resolve(null), IDLE_MS));
  const code = await Promise.race([line.closed, over]);
  clearTimeout(timer);
  const seconds = Math.round((performance.now() - startMs) / 1_000);
  if (code !== null) {
    const sentence = `An idle socket was closed after ${seconds} s (${code}): let the proxy wait longer, ` +
      `proxy_read_timeout and proxy_send_timeout 60s in nginx.`;
    return report({ part, verdict: "fails", sentence });
  }
  if (line.pingCount < Math.floor(IDLE_MS / PING_INTERVAL_MS)) {
    const sentence =
      `Only ${line.pingCount} pings came in ${seconds} s: something holds messages back, look for buffering.`;
    return report({ part, verdict: "fails", sentence });
  }
  report({ part, verdict: "works", sentence: `An idle socket was still open after ${seconds} s.` });
}

/** Examines all of it; returns the ICE servers that a registered socket is told, or null if none can be had. */
export async function examineSocket(
  url: URL,
  report: Report,
  { isQuick }: { isQuick: boolean },
): Promise<readonly IceServer[] | null> {
  const part = "Socket";
  try {
    const answer = await tryHandshake(url);
    if (answer.status !== 101) {
      report({ part, verdict: "fails", sentence: `No socket opens: ${adviseHandshake(answer)}.` });
      return null;
    }
  } catch (error) {
    report({ part, verdict: "fails", sentence: `No socket opens: ${advise(error)}.` });
    return null;
  }
  report({ part, verdict: "works", sentence: "A socket opens through whatever is in between." });

  using line = new Line(url);
  let registered: Awaited<ReturnType<Line["register"]>>;
  try {
    registered = await line.register();
  } catch (error) {
    report({ part: "Register", verdict: "fails", sentence: `Nobody gets their ID: ${adviseRegistration(error)}.` });
    return null;
  }
  report({ part: "Register", verdict: "works", sentence: "A key is granted its ID." });
  await examineRelay(url, line, registered.id, report);
  if (!isQuick) await examineKeepalive(line, report);
  return registered.iceServers;
}
