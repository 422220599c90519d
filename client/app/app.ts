/**
 * What makes the page an app: it opens without a network, tells of newer versions, scans links, and offers to be
 * installed; and takes the messages that people leave each other. Loaded behind the code of calls.
 */

import { effect } from "@preact/signals";
import { decodeBase64Url, derivePeerId } from "../../signaling/protocol.ts";
import { attempt } from "../bounds/attempt.ts";
import type { ReachingCalls, Surroundings } from "../features/reach/start.ts";
import type { Identity } from "../identity/identity.ts";
import { ownKey } from "../identity/own_key.ts";
import { isTrial } from "../identity/trial.ts";
import { noteTrialId } from "../identity/trial_ids.ts";
import { appNotes, hasLiveCalls, knownPeers, localPeerId, ownPeerId, signalingStatus } from "../model/state.ts";
import { followLaunches } from "../page/launches.ts";
import { offerScan } from "../screens/scan/scan_button.tsx";
import { AppNotes } from "./app_notes.tsx";
import { startWorker } from "./app_worker.ts";
import { isApp } from "./install_offer.ts";
import { type PostLine, startPost } from "./post.ts";

/** Longest that the worker waits for a moment in which nothing else is to be done, in milliseconds. */
const IDLE_MS_MAX = 5_000;

/** Shows the own ID where no server has confirmed it yet. */
async function showOwnId(identity: Identity): Promise<void> {
  const proof = await identity.prove("", "");
  const publicKey = proof && decodeBase64Url(proof.publicKey);
  if (publicKey) ownPeerId.value = await derivePeerId(publicKey);
}

function whenIdle(act: () => unknown): void {
  if ("requestIdleCallback" in globalThis) requestIdleCallback(act, { timeout: IDLE_MS_MAX });
  else setTimeout(act, IDLE_MS_MAX);
}

/** @param surroundings give what is known of them by then */
export function startApp(surroundings: Surroundings, joined: PostLine & { readonly calls: ReachingCalls }): void {
  const { identity } = surroundings;
  startPost(identity, joined);
  appNotes.value = AppNotes;
  ownKey.identity = identity;
  offerScan();
  followLaunches(() => hasLiveCalls.value);
  // Undefined where there is no worker; null while it starts.
  let lookForVersion: (() => void) | null | undefined;
  let isReaching = false;
  const start = async () => {
    try {
      lookForVersion = await startWorker();
    } catch (error) {
      lookForVersion = undefined; // The server is away, or another page is on it by now: the next time will do.
      throw error;
    }
  };
  effect(() => {
    const [status, isFree] = [signalingStatus.value, !hasLiveCalls.value];
    // Only where there is something to come back for.
    const isWanted = isApp() || knownPeers.value.length > 0;
    if (status === "lost" && localPeerId.peek() === null) attempt("show the ID", () => showOwnId(identity()));
    if (status !== "registered") return;
    if (knownPeers.value.length > 0 && !isReaching) {
      isReaching = true;
      attempt("load what reaches closed pages", async () => {
        try {
          (await import("../features/reach/start.ts")).startReach(surroundings, joined.calls);
        } catch (error) {
          isReaching = false;
          throw error;
        }
      });
    }
    const own = localPeerId.peek();
    if (own !== null && isTrial()) attempt("tell of the second ID", () => noteTrialId(own));
    // A server that was away may have come back with another page.
    if (lookForVersion !== undefined) return lookForVersion?.();
    if (!isWanted || !isFree) return;
    lookForVersion = null;
    whenIdle(() => attempt("start the service worker", start));
  });
}
