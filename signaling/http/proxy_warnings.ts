/**
 * Tells the operator about proxies that do not match TRUSTED_PROXIES. One that is missing makes everybody count as one
 * address; one too many lets anybody pose as another. Each is reported once. Called by `server.ts`.
 */

import { type AddressBlock, findWideBlocks } from "../address/client_address.ts";
import type { Log, LogEvent } from "../monitoring/log.ts";

/** Says it once: it is the same until the settings change. */
function warnOnce(log: Log, event: LogEvent, describe: (address: string) => string): (address: string) => void {
  let isSaid = false;
  return (address) => {
    if (!isSaid) log.warn(event, describe(address));
    isSaid = true;
  };
}

/** What is said of proxies that are not as the settings have them. */
export function createProxyWarnings(log: Log) {
  return {
    onForgottenProxy: warnOnce(
      log,
      "forgotten-proxy",
      (address) =>
        `People come through a proxy at ${address} and count as one, with one share of the limits. ` +
        "If it is yours, name it in TRUSTED_PROXIES.",
    ),
    onTrustedSender: warnOnce(
      log,
      "trusted-sender",
      (address) =>
        `Somebody behind the proxy at ${address} is in the same block of TRUSTED_PROXIES, and can count as any address ` +
        "they like. Name the proxies there one by one.",
    ),
  };
}

export function warnOfWideBlocks(log: Log, trustedProxies: readonly AddressBlock[]): void {
  const wide = findWideBlocks(trustedProxies);
  if (wide.length === 0) return;
  const which = wide.join(" and ");
  log.warn(
    "wide-proxies",
    `Whoever is in ${which} can count as any address they like: name the proxies one by one in TRUSTED_PROXIES.`,
  );
}
