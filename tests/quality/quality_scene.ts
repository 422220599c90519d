/**
 * What is received in a call over a path that is made bad: ours, and a call as bare as WebRTC allows, between the same two
 * homes with the same media. Each is measured at both ends, and the worse end counts.
 */

import type { ChromiumPerson } from "../browser/chromium_person.ts";
import { assertMediaFlows, connect } from "../browser/person.ts";
import { NetworkScene } from "../network/network_test_case.ts";
import { createMedia, type Size } from "./media.ts";
import { connectPlainly } from "./plain_call.ts";

export type Subject = "plain" | "ours";

export type Received = {
  /** Of the sound that was played, what had to be made up, in percent. */
  readonly concealedPercent: number;
  /** Of the time, for how long the picture stood still, in percent (W3C webrtc-stats `totalFreezesDuration`). */
  readonly frozenPercent: number;
  readonly width: number;
  readonly framesPerSecond: number;
  readonly soundKbitPerSecond: number;
  readonly pictureKbitPerSecond: number;
};

type Reading = {
  readonly atMs: number;
  readonly concealed: number;
  readonly samples: number;
  readonly frozenSeconds: number;
  readonly frames: number;
  readonly width: number;
  readonly soundBytes: number;
  readonly pictureBytes: number;
};

/** Of the connection in use: sound and picture so far. Sections beyond the second wait for a screen. */
const READ = `(async () => {
  const own = instruments.connections.findLast((each) =>
    each.connectionState === "connected" && each.getTransceivers().length > 0);
  const stats = [...(await own.getStats()).values()].filter(({ type, mid }) => type === "inbound-rtp" && mid < 2);
  const sound = stats.find(({ kind }) => kind === "audio"), picture = stats.find(({ kind }) => kind === "video");
  return {
    atMs: performance.now(),
    concealed: sound.concealedSamples, samples: sound.totalSamplesReceived,
    frozenSeconds: picture?.totalFreezesDuration ?? 0, frames: picture?.framesDecoded ?? 0, width: picture?.frameWidth ?? 0,
    soundBytes: sound.bytesReceived, pictureBytes: picture?.bytesReceived ?? 0,
  };
})()`;

/** The camera as it is. */
const WHOLE = "globalThis.hasWholeCamera = true";

export function sleep(person: ChromiumPerson, seconds: number): Promise<unknown> {
  return person.evaluate(`new Promise((resolve) => setTimeout(resolve, ${seconds * 1_000}))`);
}

function compare(before: Reading, after: Reading): Received {
  const seconds = (after.atMs - before.atMs) / 1_000;
  const kbit = (key: "soundBytes" | "pictureBytes") => (after[key] - before[key]) * 8 / 1_000 / seconds;
  return {
    concealedPercent: 100 * (after.concealed - before.concealed) / (after.samples - before.samples),
    frozenPercent: 100 * (after.frozenSeconds - before.frozenSeconds) / seconds,
    width: after.width,
    framesPerSecond: (after.frames - before.frames) / seconds,
    soundKbitPerSecond: kbit("soundBytes"),
    pictureKbitPerSecond: kbit("pictureBytes"),
  };
}

/** Two people in a call that stands, of one kind or the other. */
export class QualityCall implements AsyncDisposable {
  readonly scene: NetworkScene;
  readonly caller: ChromiumPerson;
  readonly callee: ChromiumPerson;

  private constructor(scene: NetworkScene, caller: ChromiumPerson, callee: ChromiumPerson) {
    this.scene = scene;
    this.caller = caller;
    this.callee = callee;
  }

  /** Opens the two homes' browsers, and the call. */
  static async open(scene: NetworkScene, subject: Subject, size: Size = "whole"): Promise<QualityCall> {
    const args = await createMedia(scene.lab.folder, size);
    const options = { args, path: subject === "plain" ? "/nothing" : "/" };
    const [caller, callee] = [await scene.open("a", WHOLE, options), await scene.open("b", WHOLE, options)];
    await (subject === "plain" ? connectPlainly(caller, callee) : connect(caller, callee));
    await Promise.all([caller, callee].map((person) => assertMediaFlows(person, { seconds: 1 })));
    return new QualityCall(scene, caller, callee);
  }

  /** Closes both pages, with their browsers. */
  async [Symbol.asyncDispose](): Promise<void> {
    await Promise.all([this.caller, this.callee].map(({ context }) => context.browser()?.close()));
  }

  /** What both ends receive in so many seconds. */
  async measure(seconds: number): Promise<readonly [caller: Received, callee: Received]> {
    const read = () => Promise.all([this.caller, this.callee].map((person) => person.evaluate<Reading>(READ)));
    const before = await read();
    await sleep(this.caller, seconds);
    const after = await read();
    const [caller, callee] = [0, 1].map((end) => compare(before[end] as Reading, after[end] as Reading));
    return [caller as Received, callee as Received];
  }

  /** Loses so many percent of all packets, on each way. */
  async lose(percent: number): Promise<void> {
    await this.scene.lab.lose("a", percent);
  }
}
