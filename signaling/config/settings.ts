/**
 * Every setting of the server: its name, its default and its meaning.
 *
 * The single source of all three. `config.ts` takes defaults and ranges from here, `deno task config` prints it, and
 * tests compare it with the README's tables and with the permissions in deno.json.
 */

export interface Setting {
  /** The environment variable. */
  readonly name: string;
  /** What counts when it is absent or empty; empty means that there is then none. */
  readonly fallback: string;
  /** Of those that are numbers, the least and the most. */
  readonly range?: readonly [min: number, max: number];
  /** As a cell of the README's table, in Markdown. */
  readonly meaning: string;
  readonly isSecret?: true;
}

const PORT_RANGE = [0, 65_535] as const;
/** Each is 0 for as much as they like. */
const LIMIT_RANGE = [0, 1_000_000] as const;

/** What the server is, and where. */
export const SERVICE_SETTINGS = [
  { name: "PORT", fallback: "5000", range: PORT_RANGE, meaning: "the TCP port; `0` lets the system choose" },
  { name: "HOST", fallback: "0.0.0.0", meaning: "the address to listen on" },
  {
    name: "TLS_CERT",
    fallback: "",
    meaning: "a file with the certificate, in PEM, to speak HTTPS without a proxy; it is read again when it changes",
  },
  { name: "TLS_KEY", fallback: "", meaning: "the file with its key" },
  {
    name: "PUBLIC_HOST",
    fallback: "",
    meaning: "up to 8 names `host[:port]`, split by commas, under which people open the page; set it behind a proxy",
  },
  {
    name: "STUN_PORT",
    fallback: "3478",
    range: PORT_RANGE,
    meaning: "the UDP port of the STUN server that is built in; `0` turns it off",
  },
  {
    name: "STUN_URLS",
    fallback: "",
    meaning: "up to 8 STUN servers, `stun:host[:port]`, in place of the built-in one",
  },
  {
    name: "TURN_URLS",
    fallback: "",
    meaning: "up to 8 TURN servers, `turn:` or `turns:host[:port]`, with `?transport=udp` or `tcp` if need be",
  },
  {
    name: "TURN_SECRET",
    fallback: "",
    meaning: "the secret shared with them, coturn's `static-auth-secret`",
    isSecret: true,
  },
  {
    name: "TURN_TTL_SECONDS",
    fallback: "3600",
    range: [60, 7 * 24 * 3600],
    meaning: "how long a client's TURN credentials are good, 60 to 604800",
  },
  {
    name: "REDIS_URL",
    fallback: "",
    meaning: "where several instances meet, see [scale](docs/scale.md); without it this one is alone",
    isSecret: true,
  },
  {
    name: "METRICS_PORT",
    fallback: "0",
    range: PORT_RANGE,
    meaning: "the port of the figures for monitoring, at `/metrics`; `0` means nowhere",
  },
  {
    name: "METRICS_HOST",
    fallback: "127.0.0.1",
    meaning: "the address that they are shown on; never one that the world can reach",
  },
  { name: "LOG_FORMAT", fallback: "text", meaning: "`json` for a line of JSON for each event" },
  // With what closing takes, a stop stays under the 30 s after which process managers kill.
  {
    name: "DRAIN_SECONDS",
    fallback: "15",
    range: [0, 25],
    meaning: "how long a stopping server lets its clients move to another instance, if there is one, 0 to 25",
  },
] as const satisfies readonly Setting[];

/** Calls to people whose page is closed. */
export const PUSH_SETTINGS = [
  { name: "PUSH", fallback: "1", range: [0, 1], meaning: "`0` turns it off" },
  {
    name: "PUSH_FORWARDER",
    fallback: "",
    meaning: "`address:port` at which the server waits for its forwarder; without it there is no push",
  },
  {
    name: "PUSH_SECRET",
    fallback: "",
    meaning: "by which the server knows its forwarder, at least 16 characters; the same for both",
    isSecret: true,
  },
  {
    name: "PUSH_HOSTS",
    fallback: "",
    meaning: "up to 16 push services `host[:port]` besides those of the browsers, even in your own network",
  },
] as const satisfies readonly Setting[];

/** Who may connect, and how much each may have. */
export const ACCESS_SETTINGS = [
  {
    name: "TRUSTED_PROXIES",
    fallback: "",
    meaning: "the addresses of your proxies, such as `127.0.0.1,10.0.0.5`; **set it if there is one**",
  },
  {
    name: "ALLOWED_ORIGINS",
    fallback: "",
    meaning: "up to 64 origins, `https://host[:port]`, whose pages may connect, in place of the server's own",
  },
  {
    name: "EMBED_ORIGINS",
    fallback: "",
    meaning: "up to 16 origins whose pages may [show calls in a frame](docs/embedding.md); none unless it is set",
  },
  { name: "REQUIRE_ORIGIN", fallback: "0", range: [0, 1], meaning: "`1` refuses programs that are no browser" },
  {
    name: "LIMIT_SOCKETS",
    fallback: "",
    range: LIMIT_RANGE,
    meaning: "sockets at once; unless it is set, 4 to 100 as there is memory: 4 with 1 GiB, 10 with 2, 23 with 4",
  },
  {
    name: "LIMIT_REGISTRATIONS_PER_MINUTE",
    fallback: "120",
    range: LIMIT_RANGE,
    meaning: "registrations; handshakes may be twice as many",
  },
  {
    name: "LIMIT_MISSES_PER_HOUR",
    fallback: "100",
    range: LIMIT_RANGE,
    meaning: "different IDs tried, where nobody is or nobody has written from",
  },
  {
    name: "LIMIT_MESSAGES_PER_SECOND",
    fallback: "50",
    range: LIMIT_RANGE,
    meaning: "messages of one socket, large ones counted several times",
  },
  { name: "LIMIT_MESSAGES_BURST", fallback: "600", range: LIMIT_RANGE, meaning: "messages of one socket at once" },
  {
    name: "LIMIT_MEMORY_MIB",
    fallback: "0",
    range: LIMIT_RANGE,
    meaning: "what the process may take; `0` means what its container or the machine has",
  },
  {
    name: "LIMIT_MEMORY_PERCENT",
    fallback: "80",
    range: [0, 99],
    meaning: "the share of it above which new sockets are refused, and the process ends if that does not help",
  },
] as const satisfies readonly Setting[];

export const SETTINGS: readonly Setting[] = [...SERVICE_SETTINGS, ...PUSH_SETTINGS, ...ACCESS_SETTINGS];
export type SettingName = (typeof SERVICE_SETTINGS | typeof PUSH_SETTINGS | typeof ACCESS_SETTINGS)[number]["name"];

export function findSetting(name: SettingName): Setting {
  const setting = SETTINGS.find((each) => each.name === name);
  if (setting === undefined) throw new Error(`There is no setting ${name}`);
  return setting;
}
