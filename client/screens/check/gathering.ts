/** Gathers candidates from one ICE server alone and reports them; `verdict.ts` says what they mean. */

import type { Gathering } from "./verdict.ts";

/** STUN repeats for 9.5 s before it gives up (RFC 8489 §6.2.1 as browsers have it); a call would not wait so long. */
const TIMEOUT_MS = 6_000;

/** @param kind the candidate that only this server can give: `srflx` of STUN, `relay` of TURN */
export async function gather(server: RTCIceServer, kind: "srflx" | "relay"): Promise<Gathering> {
  let connection: RTCPeerConnection;
  try {
    connection = new RTCPeerConnection({
      iceServers: [server],
      iceTransportPolicy: kind === "relay" ? "relay" : "all",
    });
  } catch {
    return { gotCandidate: false, errorCodes: [], isComplete: false }; // This browser cannot use such a URL.
  }
  const errorCodes: number[] = [];
  let gotCandidate = false;
  try {
    await new Promise<void>((resolve, reject) => {
      setTimeout(resolve, TIMEOUT_MS);
      connection.onicecandidateerror = ({ errorCode }) => errorCodes.push(errorCode);
      connection.onicecandidate = ({ candidate }) => {
        if (candidate?.type === kind) gotCandidate = true;
        if (gotCandidate || candidate === null) resolve();
      };
      connection.createDataChannel("check");
      connection.setLocalDescription().catch(reject);
    });
    return { gotCandidate, errorCodes, isComplete: connection.iceGatheringState === "complete" };
  } finally {
    connection.close();
  }
}
