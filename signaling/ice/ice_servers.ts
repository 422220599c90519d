/**
 * Makes the list of STUN and TURN servers that a registered client gets.
 *
 * TURN credentials follow coturn's `use-auth-secret` (draft-uberti-behave-turn-rest-00 §2.2): the user name says when
 * it expires, and the password is an HMAC of it under a secret that only this server and the TURN server share. So
 * nothing is stored and nobody is asked. Pure. `server.ts` makes it, sessions call it.
 */

import type { Buffer } from "node:buffer";
import { createHmac, createSecretKey, type KeyObject } from "node:crypto";
import type { Config } from "../config/config.ts";
import { encodeBase64Url, type IceServer, type ServerMessage } from "../protocol.ts";

/** What `registered` and `ice-servers` carry. */
export type IceServerOffer = Omit<Extract<ServerMessage, { type: "ice-servers" }>, "type">;
/**
 * Makes an offer for a client whose request was for `requestHost`, a `Host` header; undefined if it had none. Only who
 * comes from a `block`, an address or several of one customer, gets credentials for the relay.
 */
export type OfferIceServers = (requestHost: string | undefined, block: string | null) => IceServerOffer;

export interface IceServerOptions {
  readonly config: Config;
  /** The UDP port that our own STUN server answers on; null if none does. */
  readonly stunPort: number | null;
  readonly nowMs: () => number;
}

/**
 * Credentials last until the next boundary of this many parts of their life, so that an address asks for the same ones
 * over and over, and gets them at most an eighth longer than `TURN_TTL_SECONDS`.
 */
const EXPIRIES_PER_TTL = 8;
/** Symbols of base64url: 96 bits, enough that no two addresses of a day share a user name. */
const USER_TOKEN_LENGTH = 16;
const DAY_MS = 86_400_000;

/** Reads the name out of `host[:port]`, an IPv6 literal with its brackets; null if there is none. */
function readHostname(host: string): string | null {
  return URL.parse(`http://${host}`)?.hostname || null;
}

function hmac(algorithm: "sha1" | "sha256", key: KeyObject, text: string): Buffer {
  return createHmac(algorithm, key).update(text).digest();
}

type CreateTurnServer = (block: string) => { readonly server: IceServer; readonly ttlSeconds: number };

/**
 * Makes user names of an address rather than of a socket: a TURN server counts the allocations of each by what stands
 * behind the time (`get_real_username` in coturn), so its quota holds for the address, on every instance with the secret
 * and however often somebody asks. The key is another each day, so that no name follows an address for longer.
 */
function createTurnServerFactory(turn: NonNullable<Config["turn"]>, nowMs: () => number): CreateTurnServer {
  // WebCrypto would be asynchronous: 11 µs here spare every session the question of what may overtake `registered`.
  const key = createSecretKey(turn.secret, "utf8");
  const slotSeconds = Math.ceil(turn.ttlSeconds / EXPIRIES_PER_TTL);
  let [keyDay, dayKey] = [NaN, key];
  const createToken = (day: number, block: string) => {
    if (day !== keyDay) [keyDay, dayKey] = [day, createSecretKey(hmac("sha256", key, `turn user names of day ${day}`))];
    return encodeBase64Url(hmac("sha256", dayKey, block)).slice(0, USER_TOKEN_LENGTH);
  };
  return (block) => {
    const now = nowMs();
    const nowSeconds = Math.floor(now / 1_000);
    const expirySeconds = Math.ceil((nowSeconds + turn.ttlSeconds) / slotSeconds) * slotSeconds;
    const username = `${expirySeconds}:${createToken(Math.floor(now / DAY_MS), block)}`;
    const server = { urls: [...turn.urls], username, credential: hmac("sha1", key, username).toString("base64") };
    return { server, ttlSeconds: expirySeconds - nowSeconds };
  };
}

/** Creates the function that makes each client's list, with TURN credentials for its address. */
export function createIceServerOffers({ config, stunPort, nowMs }: IceServerOptions): OfferIceServers {
  const publicNames = config.publicHosts.map(readHostname).filter((name) => name !== null);
  const createTurnServer = config.turn === null ? null : createTurnServerFactory(config.turn, nowMs);

  /** Our own server has the page's name. A name that is not ours, as a proxy may send, no client could resolve. */
  const findStunUrls = (requestHost: string | undefined): readonly string[] => {
    if (config.stunUrls.length > 0 || stunPort === null) return config.stunUrls;
    const requestName = requestHost === undefined ? null : readHostname(requestHost);
    const isOurs = publicNames.length === 0 || publicNames.some((name) => name === requestName);
    const name = isOurs ? requestName : publicNames[0];
    return name === null || name === undefined ? [] : [`stun:${name}:${stunPort}`]; // RFC 7064 §3.1
  };

  // Nearly everybody comes by the same name.
  let [latestHost, latestUrls]: [string | undefined, readonly string[]] = [undefined, findStunUrls(undefined)];
  return (requestHost, block) => {
    if (requestHost !== latestHost) [latestHost, latestUrls] = [requestHost, findStunUrls(requestHost)];
    const urls = latestUrls;
    const iceServers: IceServer[] = urls.length === 0 ? [] : [{ urls: [...urls] }];
    if (createTurnServer === null || block === null) return { iceServers };
    const { server, ttlSeconds } = createTurnServer(block);
    iceServers.push(server);
    return { iceServers, iceServersTtlSeconds: ttlSeconds };
  };
}
