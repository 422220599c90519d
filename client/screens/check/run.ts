/**
 * Runs the checks in order: the browser, devices, server, ICE servers and calls. The question about the speaker stays
 * open meanwhile.
 *
 * Writes the results into the signals of `state.ts`. This is the only place on the page that opens devices; it closes
 * them when the run ends.
 */

import { createPassingIdentity } from "../../identity/identity.ts";
import { Media } from "../../media/media.ts";
import type { LocalMedia, LongTrouble, MediaTrouble } from "../../media/local_media.ts";
import { hasWebRtc } from "../../connection/web_rtc.ts";
import { playTone, SILENCE_PEAK_MAX, watchLevel } from "./devices.ts";
import { measureFlow } from "./flow.ts";
import { gather } from "./gathering.ts";
import { probeSocket } from "./socket.ts";
import { level, measures, results, running, stage, stream } from "./state.ts";
import {
  type CheckId,
  classifyFlow,
  classifyStun,
  classifyTurn,
  groupIceServers,
  type IceServerGroups,
  isOnThisMachine,
  mergeOutcomes,
  type Outcomes,
} from "./verdict.ts";

/** How long one is asked to say something before the other checks begin, in milliseconds; it may be said later too. */
const LISTEN_MS = 4_000;
const DIRECT_FLOW_MS = 1_000;
const RELAYED_FLOW_MS = 3_000;

export async function runChecks(socketUrl: string): Promise<void> {
  if (stage.value === "running") return;
  stage.value = "running";
  results.value = {};
  measures.value = {};
  await checkBrowser();
  const closeDevices = await checkDevices();
  try {
    void checkSpeaker();
    const groups = await checkServer(socketUrl);
    await Promise.all([checkStun(groups), ...TURN_CHECKS.map((check) => checkTurn(check, groups))]);
    await checkDirect();
    await checkRelayed(groups);
  } finally {
    closeDevices();
    stage.value = "done";
  }
}

/** Plays the tone and asks; the answer comes by `answerSpeaker`. */
export async function checkSpeaker(): Promise<void> {
  start("speaker");
  finish("speaker", await playTone() ? "unanswered" : "failed");
}

export function answerSpeaker(hasHeard: boolean): void {
  finish("speaker", hasHeard ? "works" : "not-heard");
}

function start(check: CheckId): void {
  running.value = new Set([...running.value, check]);
}

function finish<Id extends CheckId>(check: Id, outcome: Outcomes[Id]): void {
  results.value = { ...results.value, [check]: outcome };
  running.value = new Set([...running.value].filter((other) => other !== check));
}

/** Finds out whether any call could come of this browser, and this page; what that rules out is not tried. */
async function checkBrowser(): Promise<void> {
  start("browser");
  const isKeyless = async () => (await createPassingIdentity()).lifetime === "socket";
  const outcome = !isSecureContext ? "insecure" : await isKeyless() ? "keyless" : hasWebRtc() ? "works" : "no-webrtc";
  finish("browser", outcome);
}

/** Opens camera and microphone as a call does, and listens for as long as they are open; returns what closes them. */
async function checkDevices(): Promise<() => void> {
  start("camera");
  start("microphone");
  let local: LocalMedia | null = null;
  const media = new Media((state) => local = state);
  await media.open({ video: true });
  const { microphone, camera } = media.tracks;
  const { audioProblem, videoProblem } = (local as LocalMedia | null) ?? { audioProblem: null, videoProblem: null };
  stream.value = camera === null ? null : new MediaStream([camera]);
  finish("camera", troubleOf(camera, videoProblem) ?? "works");
  const audioTrouble = troubleOf(microphone, audioProblem);
  if (microphone === null || audioTrouble !== null) {
    finish("microphone", audioTrouble ?? "failed");
    return () => closeDevices(media, () => {});
  }
  return await new Promise((resolve) => {
    const watch = watchLevel(microphone, (peak) => {
      level.value = peak;
      if (peak > SILENCE_PEAK_MAX && results.value.microphone !== "works") settle("works");
    });
    const settle = (outcome: "works" | "silent" | "unmeasured") => {
      clearTimeout(timer);
      finish("microphone", outcome);
      resolve(() => closeDevices(media, watch.stop));
    };
    const timer = setTimeout(() => settle(watch.isMeasuring() ? "silent" : "unmeasured"), LISTEN_MS);
  });
}

function troubleOf(track: MediaStreamTrack | null, trouble: MediaTrouble | null): LongTrouble | null {
  return trouble === "starting" || trouble === null && track === null ? "failed" : trouble;
}

function closeDevices(media: Media, stopWatching: () => void): void {
  stopWatching();
  media.close();
  stream.value = null;
  level.value = 0;
}

async function checkServer(url: string): Promise<IceServerGroups | null> {
  start("socket");
  const { outcome, roundTripMs, iceServers } = await probeSocket(url);
  if (roundTripMs !== null) measures.value = { ...measures.value, socketRoundTripMs: roundTripMs };
  finish("socket", outcome);
  return outcome === "works" ? groupIceServers(iceServers) : null;
}

async function checkStun(groups: IceServerGroups | null): Promise<void> {
  if (results.value.browser === "no-webrtc") return finish("stun", "impossible");
  if (groups !== null && groups.stun.length > 0 && groups.stun.every(({ urls }) => isOnThisMachine(urls))) {
    return finish("stun", "same-machine");
  }
  start("stun");
  const outcomes = groups?.stun.map(async (server) => classifyStun(await gather(server, "srflx")));
  finish("stun", outcomes === undefined ? "untested" : mergeOutcomes(await Promise.all(outcomes)));
}

const TURN_CHECKS = ["turn-udp", "turn-tcp", "turn-tls"] as const;

async function checkTurn(check: typeof TURN_CHECKS[number], groups: IceServerGroups | null): Promise<void> {
  // Nor is a page told of a relay that has no key to be known by.
  if (results.value.browser !== "works") return finish(check, "impossible");
  start(check);
  const outcomes = groups?.[check].map(async (server) => classifyTurn(await gather(server, "relay")));
  finish(check, outcomes === undefined ? "untested" : mergeOutcomes(await Promise.all(outcomes)));
}

async function checkDirect(): Promise<void> {
  if (results.value.browser === "no-webrtc") return finish("direct", "impossible");
  start("direct");
  const measure = await measureFlow({}, DIRECT_FLOW_MS);
  if (measure !== null) measures.value = { ...measures.value, direct: measure };
  finish("direct", classifyFlow(measure));
}

async function checkRelayed(groups: IceServerGroups | null): Promise<void> {
  if (results.value.browser !== "works") return finish("relayed", "impossible");
  if (groups === null) return finish("relayed", "untested");
  const iceServers = TURN_CHECKS.flatMap((check) => [...groups[check]]);
  if (iceServers.length === 0) return finish("relayed", "not-offered");
  if (!TURN_CHECKS.some((check) => results.value[check] === "works")) return finish("relayed", "untested");
  start("relayed");
  const measure = await measureFlow({ iceServers, iceTransportPolicy: "relay" }, RELAYED_FLOW_MS);
  if (measure !== null) measures.value = { ...measures.value, relayed: measure };
  finish("relayed", classifyFlow(measure));
}
