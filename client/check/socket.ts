/**
 * Asks the server as a call would: opens its socket, registers, measures the way there and back, and brings home the
 * ICE servers that only a registered socket is told. It does so by a key of its own, which it forgets: without one it
 * would be told of no relay, and by the person's own it would be rung.
 */

import { encodeMessage, type IceServer, parseServerMessage } from "../../signaling/protocol.ts";
import { createPassingIdentity } from "../identity.ts";
import type { Outcomes } from "./verdict.ts";

const TIMEOUT_MS = 8_000;
const PINGS = 5;

export type SocketFindings = {
  readonly outcome: Outcomes["socket"];
  /** The median; null if the socket does not work. */
  readonly roundTripMs: number | null;
  readonly iceServers: readonly IceServer[];
};

export async function probeSocket(url: string): Promise<SocketFindings> {
  const findings = await talk(url);
  if (findings.outcome !== "unreachable" || !await isServerThere()) return findings;
  return { ...findings, outcome: "blocked" };
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
    const fail = (outcome: "refused" | "unreachable") => resolve({ outcome, roundTripMs: null, iceServers });
    setTimeout(() => fail("unreachable"), TIMEOUT_MS);
    socket.onclose = () => fail("unreachable");
    socket.onmessage = ({ data }: MessageEvent<unknown>) => {
      const message = typeof data === "string" ? parseServerMessage(data) : null;
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
          return fail("refused");
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

/** Whether the server answers a plain request, on the same host. */
async function isServerThere(): Promise<boolean> {
  try {
    return (await fetch("/healthz", { cache: "no-store", signal: AbortSignal.timeout(TIMEOUT_MS) })).ok;
  } catch {
    return false; // Any reason counts: no network, no server, no answer in time.
  }
}

/** The value in the middle; 0 of none. */
export function medianOf(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
