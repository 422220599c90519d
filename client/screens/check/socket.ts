/**
 * Asks the server as a call would: opens a socket, registers, measures the round trip, and gets the ICE servers, which
 * only a registered socket is told. It uses a temporary key: without one the server tells of no relay, and with the
 * person's own the check would ring.
 */

import {
  encodeMessage,
  type ErrorCode,
  type IceServer,
  parseObject,
  parseServerMessage,
} from "../../../signaling/protocol.ts";
import { createPassingIdentity } from "../../identity/identity.ts";
import { askWhyRefused } from "../../socket/refusal.ts";
import type { Outcomes } from "./verdict.ts";

const TIMEOUT_MS = 8_000;
const PINGS = 5;

export type SocketFindings = {
  readonly outcome: Outcomes["socket"];
  /** The median; null if the socket does not work. */
  readonly roundTripMs: number | null;
  readonly iceServers: readonly IceServer[];
};

/** What an error says that comes in place of a registration. */
const REFUSED: Partial<Record<ErrorCode, Outcomes["socket"]>> = {
  "bad-signature": "other-host",
  "rate-limited": "handshakes",
};

/** @param url the socket's, by HTTP; where nothing comes by it the same is asked why */
export async function probeSocket(url: string): Promise<SocketFindings> {
  const findings = await talk(url.replace("http", "ws"));
  if (findings.outcome !== "unreachable") return findings;
  return { ...findings, outcome: (await askWhyRefused(url)).cause };
}

function talk(url: string): Promise<SocketFindings> {
  const socket = new WebSocket(url);
  return new Promise<SocketFindings>((resolve) => {
    const roundTripsMs: number[] = [];
    let pingedAtMs = 0;
    let iceServers: readonly IceServer[] = [];
    const ping = () => {
      pingedAtMs = performance.now();
      socket.send(encodeMessage({ type: "ping" }));
    };
    const fail = (outcome: Outcomes["socket"]) => resolve({ outcome, roundTripMs: null, iceServers });
    setTimeout(() => fail("unreachable"), TIMEOUT_MS);
    socket.onclose = () => fail("unreachable");
    socket.onmessage = ({ data }: MessageEvent<unknown>) => {
      const message = typeof data === "string" ? parseServerMessage(parseObject(data)) : null;
      switch (message?.type) {
        case "challenge":
          return void register(socket, message.nonce).catch(() => fail("refused"));
        case "registered":
          iceServers = message.iceServers;
          return ping();
        case "pong":
          roundTripsMs.push(performance.now() - pingedAtMs);
          if (roundTripsMs.length < PINGS) return ping();
          return resolve({ outcome: "works", roundTripMs: medianOf(roundTripsMs), iceServers });
        case "error":
          return fail(REFUSED[message.code] ?? "refused");
      }
    };
  }).finally(() => {
    socket.onclose = socket.onmessage = null;
    socket.close();
  });
}

async function register(socket: WebSocket, nonce: string): Promise<void> {
  const identity = await createPassingIdentity();
  socket.send(encodeMessage({ type: "register", ...await identity.prove(nonce, location.host) }));
}

/** The value in the middle; 0 of none. */
export function medianOf(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
