/**
 * Makes the list of STUN and TURN servers that a registered client gets.
 *
 * TURN credentials are those of coturn's `use-auth-secret` (draft-uberti-behave-turn-rest-00 §2.2): the name says until
 * when it is good, and the password is an HMAC of the name under a secret that only this server and the TURN server
 * have. So nothing is kept and nothing is asked. Pure but for randomness. `server.ts` makes it, sessions call it.
 */

import { createHmac, createSecretKey } from "node:crypto";
import type { Config } from "./config.ts";
import { encodeBase64Url, type IceServer, type ServerMessage } from "./protocol.ts";

/** What `registered` and `ice-servers` carry. */
export type IceServerOffer = Omit<Extract<ServerMessage, { type: "ice-servers" }>, "type">;
/** Makes an offer for a client whose request was for `requestHost`, a `Host` header; undefined if it had none. */
export type OfferIceServers = (requestHost: string | undefined) => IceServerOffer;

export interface IceServerOptions {
  readonly config: Config;
  /** The UDP port that our own STUN server answers on; null if none does. */
  readonly stunPort: number | null;
  readonly nowMs: () => number;
}

/** Random bytes in a TURN user name: enough to tell allocations apart in TURN's log, and no word about whose they are. */
const USER_TOKEN_BYTES = 9;

/** Reads the name out of `host[:port]`, an IPv6 literal with its brackets; null if there is none. */
function readHostname(host: string): string | null {
  return URL.parse(`http://${host}`)?.hostname || null;
}

type CreateTurnServer = () => IceServer;

function createTurnServerFactory(turn: NonNullable<Config["turn"]>, nowMs: () => number): CreateTurnServer {
  // WebCrypto would be asynchronous: 11 µs here spare every session the question of what may overtake `registered`.
  const key = createSecretKey(turn.secret, "utf8");
  return () => {
    const expirySeconds = Math.floor(nowMs() / 1_000) + turn.ttlSeconds;
    const token = encodeBase64Url(crypto.getRandomValues(new Uint8Array(USER_TOKEN_BYTES)));
    const username = `${expirySeconds}:${token}`;
    return { urls: [...turn.urls], username, credential: createHmac("sha1", key).update(username).digest("base64") };
  };
}

/** Creates the function that makes each client's list, with fresh TURN credentials in each. */
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
  return (requestHost) => {
    if (requestHost !== latestHost) [latestHost, latestUrls] = [requestHost, findStunUrls(requestHost)];
    const urls = latestUrls;
    const iceServers: IceServer[] = urls.length === 0 ? [] : [{ urls: [...urls] }];
    if (config.turn === null || createTurnServer === null) return { iceServers };
    iceServers.push(createTurnServer());
    return { iceServers, iceServersTtlSeconds: config.turn.ttlSeconds };
  };
}
