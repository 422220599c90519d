/**
 * A push service of one's own, over TLS: what a browser's vendor runs (RFC 8030), as strict as they are about VAPID
 * (RFC 8292) and the headers, so that what it takes would be taken elsewhere. It keeps what came, for tests to look at,
 * and stands for the browser too: it makes the keys of a subscription and decrypts by them (`push_encryption.ts`).
 */

import { decodeBase64Url, encodeBase64Url } from "../../signaling/protocol.ts";
import { createCertificate } from "./certificate.ts";
import { createSubscriptionKeys, decrypt, type SubscriptionKeys } from "./push_encryption.ts";

const BODY_BYTES_MAX = 4_096;
const TOKEN_SECONDS_MAX = 24 * 3_600;
const URGENCIES = ["very-low", "low", "normal", "high"];
const PATIENCE_MS = 10_000;

/** A subscription as a page gets it from `pushManager.subscribe()`; its private half stays here. */
export interface Subscription {
  readonly endpoint: string;
  /** Base64url of the uncompressed point, 65 bytes. */
  readonly p256dh: string;
  /** Base64url of 16 bytes. */
  readonly auth: string;
}

/** What the service has taken, or would not take. */
export interface ReceivedPush {
  readonly endpoint: string;
  /** Of the answer: 201 where it was taken. */
  readonly status: number;
  /** Names are lower-case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array<ArrayBuffer>;
  /** What the token claims; null if it cannot be read. */
  readonly claims: Readonly<Record<string, unknown>> | null;
}

/** How the service answers in place of what is right: a status, and headers. */
export type Answer = { readonly status: number; readonly headers?: Record<string, string>; readonly body?: BodyInit };

export interface PushService {
  /** `https://localhost:PORT` */
  readonly origin: string;
  /** `localhost:PORT`, for PUSH_HOSTS. */
  readonly host: string;
  /** What vouches for its certificate, in PEM; the file is for DENO_CERT. */
  readonly caPem: string;
  readonly caPath: string;
  /** All that came, in order. */
  readonly received: readonly ReceivedPush[];
  /** @param applicationServerKey base64url of the VAPID public key that alone may send; any may if it is left out */
  subscribe(applicationServerKey?: string): Promise<Subscription>;
  /** Answers 410 from now on, as once a browser has cancelled it. */
  unsubscribe(endpoint: string): void;
  /** Answers all that comes by this, or again by what is right; a promise that never settles is no answer at all. */
  answerWith(answer: Answer | Promise<Answer> | null): void;
  /** Resolves with the `n`th of what came, from 1; fails if it has not come within 10 s. */
  waitFor(n: number): Promise<ReceivedPush>;
  /** Decrypts what came for a subscription of this service. Throws if it cannot be. */
  decrypt(push: ReceivedPush): Promise<Uint8Array<ArrayBuffer>>;
  close(): Promise<void>;
}

function parseJson(part: string | undefined): Record<string, unknown> | null {
  const bytes = decodeBase64Url(part ?? "");
  if (bytes === null) return null;
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return null;
  }
}

type Vapid = { readonly token: string; readonly key: string };

function parseVapid(header: string | null): Vapid | null {
  const match = /^vapid t=([\w-]+\.[\w-]+\.[\w-]+), ?k=([\w-]+)$/.exec(header ?? "");
  return match === null ? null : { token: match[1] ?? "", key: match[2] ?? "" };
}

/** Whether `token` is signed by `key` (RFC 8292 §2, RFC 7515, ES256). */
async function isSigned({ token, key }: Vapid): Promise<boolean> {
  const [header, claims, signature] = token.split(".");
  const [point, bytes] = [decodeBase64Url(key), decodeBase64Url(signature ?? "")];
  if (point?.length !== 65 || bytes?.length !== 64 || parseJson(header)?.["alg"] !== "ES256") return false;
  const curve = { name: "ECDSA", namedCurve: "P-256" };
  const publicKey = await crypto.subtle.importKey("raw", point, curve, false, ["verify"]).catch(() => null);
  if (publicKey === null) return false;
  const signed = new TextEncoder().encode(`${header}.${claims}`);
  return await crypto.subtle.verify({ name: "ECDSA", hash: "SHA-256" }, publicKey, bytes, signed);
}

/** Whether the claims are good for `origin` now (RFC 8292 §2), with a contact, which Apple insists on. */
function areClaimsGood(claims: Record<string, unknown> | null, origin: string): boolean {
  const { aud, exp, sub } = claims ?? {};
  const nowSeconds = Date.now() / 1_000;
  return aud === origin && typeof exp === "number" && exp > nowSeconds && exp <= nowSeconds + TOKEN_SECONDS_MAX &&
    typeof sub === "string" && /^(?:mailto:[^@\s]+@[^@\s]+|https:\/\/[^\s/]+)/.test(sub);
}

function areHeadersGood(headers: Headers): boolean {
  const [topic, urgency] = [headers.get("topic"), headers.get("urgency")];
  return /^\d{1,8}$/.test(headers.get("ttl") ?? "") && headers.get("content-encoding") === "aes128gcm" &&
    (topic === null || /^[\w-]{1,32}$/.test(topic)) && (urgency === null || URGENCIES.includes(urgency));
}

type Held = { readonly keys: SubscriptionKeys; readonly senderKey: string | null; isGone: boolean };

async function judge(request: Request, held: Held | undefined, size: number, origin: string): Promise<number> {
  if (request.method !== "POST") return 405;
  if (held === undefined) return 404;
  if (held.isGone) return 410;
  const vapid = parseVapid(request.headers.get("authorization"));
  if (vapid === null || !await isSigned(vapid)) return 401;
  if (!areClaimsGood(parseJson(vapid.token.split(".")[1]), origin)) return 401;
  if (held.senderKey !== null && held.senderKey !== vapid.key) return 403;
  if (size > BODY_BYTES_MAX) return 413;
  return size > 0 && areHeadersGood(request.headers) ? 201 : 400;
}

/** Starts the service on a port of its own. Needs `openssl`. */
export async function startPushService(): Promise<PushService> {
  const folder = await Deno.makeTempDir();
  const { chainPath, keyPath, authority } = await createCertificate(folder);
  const held = new Map<string, Held>();
  const received: ReceivedPush[] = [];
  let answer: Answer | Promise<Answer> | null = null;
  let wake = () => {};
  const closing = Promise.withResolvers<Answer>();

  const respond = async (request: Request): Promise<Response> => {
    const endpoint = `${origin}${new URL(request.url).pathname}`;
    const body = new Uint8Array(await request.arrayBuffer());
    const claims = parseJson(parseVapid(request.headers.get("authorization"))?.token.split(".")[1]);
    const right = await judge(request, held.get(endpoint), body.length, origin);
    const status = answer instanceof Promise ? 0 : answer?.status ?? right;
    received.push({ endpoint, status, headers: Object.fromEntries(request.headers), body, claims });
    wake();
    const given = await (answer instanceof Promise ? Promise.race([answer, closing.promise]) : answer);
    return new Response(given?.body ?? null, { status: given?.status ?? right, headers: given?.headers ?? {} });
  };
  const tls = { cert: await Deno.readTextFile(chainPath), key: await Deno.readTextFile(keyPath) };
  const server = Deno.serve({ port: 0, hostname: "127.0.0.1", ...tls, onListen: () => {} }, respond);
  const host = `localhost:${server.addr.port}`;
  const origin = `https://${host}`;

  return {
    ...{ origin, host, received, caPem: authority, caPath: `${folder}/ca.pem` },
    async subscribe(applicationServerKey) {
      const keys = await createSubscriptionKeys();
      const endpoint = `${origin}/push/${encodeBase64Url(crypto.getRandomValues(new Uint8Array(24)))}`;
      held.set(endpoint, { keys, senderKey: applicationServerKey ?? null, isGone: false });
      return { endpoint, p256dh: encodeBase64Url(keys.publicKey), auth: encodeBase64Url(keys.auth) };
    },
    unsubscribe(endpoint) {
      const subscription = held.get(endpoint);
      if (subscription !== undefined) subscription.isGone = true;
    },
    answerWith(given) {
      answer = given;
    },
    async waitFor(n) {
      let isLate = false;
      const timer = setTimeout(() => {
        isLate = true;
        wake();
      }, PATIENCE_MS);
      try {
        while (received.length < n) {
          if (isLate) throw new Error(`Only ${received.length} of ${n} pushes came in ${PATIENCE_MS} ms`);
          await new Promise<void>((resolve) => wake = resolve);
        }
      } finally {
        clearTimeout(timer);
      }
      const push = received[n - 1];
      if (push === undefined) throw new Error(`There is no push ${n}`);
      return push;
    },
    async decrypt({ endpoint, body }) {
      const subscription = held.get(endpoint);
      if (subscription === undefined) throw new Error("Cannot decrypt: there is no such subscription");
      return await decrypt(body, subscription.keys);
    },
    async close() {
      closing.resolve({ status: 503 });
      await server.shutdown();
      await Deno.remove(folder, { recursive: true });
    },
  };
}
