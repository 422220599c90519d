/** Examines the servers that find a way from one browser to the other: STUN for most, TURN for the rest. */

import type { IceServer } from "../signaling/protocol.ts";
import { advise } from "./advice.ts";
import { describe, type Report } from "./finding.ts";
import { allocate, bind, type Credentials, type IceAddress } from "./turn_client.ts";

const ICE_URL = /^(stun|stuns|turn|turns):(\[[^\]]+\]|[^:?]+)(?::(\d+))?(?:\?transport=(udp|tcp))?$/; // RFC 7064, RFC 7065
const PRIVATE =
  /^(?:10\.|127\.|169\.254\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.)/;

interface IceUrl {
  readonly isTurn: boolean;
  readonly address: IceAddress;
}

export function parseIceUrl(url: string): IceUrl | null {
  const [, scheme, host, port, transport] = ICE_URL.exec(url) ?? [];
  if (scheme === undefined || host === undefined) return null;
  const isTls = scheme.endsWith("s");
  return {
    isTurn: scheme.startsWith("turn"),
    address: {
      hostname: host.replace(/^\[|\]$/g, ""),
      port: Number(port ?? (isTls ? 5349 : 3478)),
      transport: isTls ? "tls" : transport === "tcp" ? "tcp" : "udp",
    },
  };
}

function adviseSilence(error: unknown, { port, transport }: IceAddress): string {
  const isSilent = /no \w+ came/.test(describe(error));
  if (!isSilent) return advise(error, "coturn");
  return `it does not answer: look whether it runs, and open ${
    transport === "udp" ? "UDP" : "TCP"
  } port ${port} in both firewalls`;
}

async function examineStun(url: string, address: IceAddress, report: Report): Promise<void> {
  const part = "STUN";
  try {
    await bind(address);
    report({ part, verdict: "works", sentence: `${url} answers.` });
  } catch (error) {
    const sentence = `${url} is of no use: ${adviseSilence(error, address)}.`;
    report({ part, verdict: "warns", sentence });
  }
}

async function examineTurn(
  url: string,
  address: IceAddress,
  credentials: Credentials,
  report: Report,
): Promise<boolean> {
  const part = "TURN";
  try {
    const { code, relayedAddress } = await allocate(address, credentials);
    if (code === 0) {
      const isPrivate = relayedAddress !== null && PRIVATE.test(relayedAddress) && !PRIVATE.test(address.hostname);
      const sentence = isPrivate
        ? `${url} gives relays at ${relayedAddress}, where only its own network gets: set external-ip of coturn to its public address.`
        : `${url} takes our credentials and gives a relay.`;
      report({ part, verdict: isPrivate ? "warns" : "works", sentence });
      return !isPrivate;
    }
    const advice = code === 401
      ? "it refuses our credentials: TURN_SECRET must be coturn's static-auth-secret, and the clocks of both right"
      : code === 486
      ? "it has given all the relays that it may: raise user-quota or total-quota"
      : `it refuses with ${code}`;
    report({ part, verdict: "fails", sentence: `${url} gives no relay: ${advice}.` });
  } catch (error) {
    report({ part, verdict: "fails", sentence: `${url} gives no relay: ${adviseSilence(error, address)}.` });
  }
  return false;
}

/** Examines each of the servers that a registered socket was told. */
export async function examineIce(servers: readonly IceServer[], report: Report): Promise<void> {
  let hasTurn = false;
  for (const { urls, username = "", credential = "" } of servers) {
    for (const url of [urls].flat()) {
      const parsed = parseIceUrl(url);
      if (parsed === null) {
        report({ part: "ICE", verdict: "fails", sentence: `${url} is no address of a STUN or TURN server.` });
      } else if (parsed.isTurn) {
        hasTurn = true;
        await examineTurn(url, parsed.address, { username, credential }, report);
      } else await examineStun(url, parsed.address, report);
    }
  }
  if (hasTurn) return;
  const sentence =
    "There is no TURN server: who is behind a strict firewall cannot connect. Set TURN_URLS and TURN_SECRET.";
  report({ part: "TURN", verdict: "warns", sentence });
}
