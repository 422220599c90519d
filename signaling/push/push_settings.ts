/**
 * What the settings of push say: where server and forwarder meet, and which hosts may be reached beside the browsers'
 * push services. Pure; `config.ts` and the forwarder read them by the same functions.
 */

/** A host, in lower case, and a port. */
export interface HostPort {
  readonly hostname: string;
  readonly port: number;
}

const HTTPS_PORT = 443;
const PORT_MAX = 65_535;
export const PUSH_HOSTS_MAX = 16;
/** It is all that tells the forwarder from any program on the machine. */
export const SECRET_LENGTH_MIN = 16;

function parseHostPort(text: string, defaultPort: number | null): HostPort | null {
  const match = /^([a-z0-9](?:[a-z0-9.-]*[a-z0-9])?)(?::(\d{1,5}))?$/.exec(text.toLowerCase());
  const port = match?.[2] === undefined ? defaultPort : Number(match[2]);
  if (match === null || port === null || port < 1 || port > PORT_MAX) return null;
  return { hostname: match[1] ?? "", port };
}

function parseList(text: string, max: number, defaultPort: number | null): readonly HostPort[] | null {
  const items = text.split(",").map((item) => item.trim()).filter((item) => item !== "");
  const hosts = items.map((item) => parseHostPort(item, defaultPort)).filter((host) => host !== null);
  return hosts.length === items.length && items.length <= max ? hosts : null;
}

/** Parses PUSH_HOSTS, `host[:port]` split by commas; null if it is not that. */
export function parsePushHosts(text: string): readonly HostPort[] | null {
  return parseList(text, PUSH_HOSTS_MAX, HTTPS_PORT);
}

/** Parses PUSH_FORWARDER, `host:port`, of the forwarder several split by commas; null if it is not that. */
export function parseMeetingPoints(text: string, max: number): readonly HostPort[] | null {
  return parseList(text, max, null);
}
