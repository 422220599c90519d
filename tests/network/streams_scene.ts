/**
 * What a call notices of a stream that fills its line: two homes that can send 1 Mbit/s each, or what is asked, with a queue of 400 ms as
 * cheap routers have, a call between them, and a stream from one to the other for as long as is asked. Measures, at the
 * end that receives the stream and at the one that sends it: the gaps between heartbeats, the share of sound that was
 * made up because it did not come, connections that took another's place, and what the stream brought.
 */

import { Buffer } from "node:buffer";
import type { ChromiumPerson } from "../browser/chromium_person.ts";
import { connect, type Person } from "../browser/person.ts";
import { createStreamPage, STREAM_FEATURE } from "../doubles/stream_page.ts";
import { NetworkScene } from "./network_test_case.ts";

/**
 * - `none`: the call alone
 * - `own`: streams, as the product has them
 * - `file`: a file, as people send it
 * - `call`: the same bytes over a data channel of the call's own connection, 256 KiB of them queued there
 */
export type StreamKind = "none" | "own" | "file" | "call";

export type Measured = {
  /** The gap between heartbeats that 99 of 100 are within, and the longest, in milliseconds: the worse of the two ends. */
  readonly gapP99Ms: number;
  readonly gapMaxMs: number;
  /** Of what was played, what had to be made up, in percent: the worse of the two ends. */
  readonly concealedPercent: number;
  readonly replaced: number;
  readonly streamKbitPerSecond: number;
  /** The picture that goes the same way as the stream. */
  readonly pictureKbitPerSecond: number;
};

/** Of the file, for each second and Mbit/s: as much as the line brings. */
const FILE_BYTES_PER_SECOND = 125_000;
const QUEUE_MS = 400;
/** What the call alone needs to come to its rates, in milliseconds. */
const SETTLE_MS = 8_000;

/** Runs before the page's scripts: notes when heartbeats come. */
const HEARTBEATS = `{
  globalThis.heartbeats = [];
  const create = RTCPeerConnection.prototype.createDataChannel;
  RTCPeerConnection.prototype.createDataChannel = function (label, options) {
    const channel = create.call(this, label, options);
    if (label === "heartbeat") channel.addEventListener("message", () => heartbeats.push(performance.now()));
    return channel;
  };
}`;

/** Where a browser asks where to save, nobody here could answer. */
const SCRIPT = `${HEARTBEATS}; delete globalThis.showSaveFilePicker;`;

/** Sound and picture so far, of the connection in use, and how many connections of the call there have been. */
const READ = `(async () => {
  const calls = instruments.connections.filter((each) => each.getTransceivers().length > 0);
  const own = calls.findLast(({ connectionState }) => connectionState === "connected") ?? calls.at(-1);
  // Connections that carry streams have no transceivers.
  let fileBytes = 0;
  for (const each of instruments.connections.filter((each) => each.getTransceivers().length === 0)) {
    for (const { type, bytesReceived } of (await each.getStats()).values()) {
      if (type === "data-channel") fileBytes += bytesReceived;
    }
  }
  // Others than these two stand ready for a screen, and bring nothing.
  const stats = [...(await own.getStats()).values()].filter(({ type, mid }) => type === "inbound-rtp" && mid < 2);
  const sound = stats.find(({ kind }) => kind === "audio"), picture = stats.find(({ kind }) => kind === "video");
  return {
    concealed: sound.concealedSamples, samples: sound.totalSamplesReceived, connections: calls.length,
    pictureBytes: picture.bytesReceived, fileBytes,
    streamBytes: streamFeature.received + (globalThis.callBytes ?? 0),
  };
})()`;

/** The same bytes over the call's own connection: something that only a test has. */
const CALL_CHANNEL = `{
  globalThis.callBytes = 0;
  const call = instruments.connections.find((each) => each.getTransceivers().length > 0);
  globalThis.callChannel = call.createDataChannel("load", { negotiated: true, id: 9 });
  callChannel.binaryType = "arraybuffer";
  callChannel.onmessage = ({ data }) => callBytes += data.byteLength;
}`;
const FILL_CALL_CHANNEL = `{
  const bytes = new Uint8Array(16_384);
  const fill = () => { while (callChannel.readyState === "open" && callChannel.bufferedAmount < 262_144) callChannel.send(bytes); };
  callChannel.bufferedAmountLowThreshold = 131_072;
  callChannel.onbufferedamountlow = fill;
  if (callChannel.readyState === "open") fill(); else callChannel.onopen = fill;
}`;

type Reading = Record<"concealed" | "samples" | "connections" | "pictureBytes" | "streamBytes" | "fileBytes", number>;

/** Has one send a file, and the other accept it. */
async function sendFile(sender: ChromiumPerson, receiver: ChromiumPerson, bytes: number): Promise<void> {
  await sender.press("More");
  const [chosen] = await Promise.all([sender.page.waitForEvent("filechooser"), sender.press("Send file")]);
  await chosen.setFiles({ name: "large.bin", mimeType: "application/octet-stream", buffer: Buffer.alloc(bytes, 7) });
  await receiver.press("Accept file");
}

export async function measureStream(kind: StreamKind, seconds: number, mbitPerSecond = 1): Promise<Measured> {
  await using page = await createStreamPage();
  await using scene = await NetworkScene.create({
    nats: { a: "cone", b: "cone" },
    hasRelay: false,
    page: page.options,
  });
  const [sender, receiver] = [await scene.open("a", SCRIPT), await scene.open("b", SCRIPT)];
  for (const home of ["a", "b"] as const) await scene.lab.narrow(home, { mbitPerSecond, queueMs: QUEUE_MS });
  const people = [sender, receiver];
  await connect(sender, receiver);
  for (const person of people) await person.evaluate(STREAM_FEATURE);
  await sender.evaluate(`new Promise((resolve) => setTimeout(resolve, ${SETTLE_MS}))`);
  if (kind === "call") {
    for (const person of people) await person.evaluate(CALL_CHANNEL);
    await sender.evaluate(FILL_CALL_CHANNEL);
  } else if (kind === "own") {
    await sender.evaluate(`streamFeature.write("load", 1e9); 0`);
  } else if (kind === "file") {
    await sendFile(sender, receiver, (seconds + 10) * FILE_BYTES_PER_SECOND * mbitPerSecond);
  }
  const read = () => Promise.all(people.map((person) => person.evaluate<Reading>(READ)));
  for (const person of people) await person.evaluate("heartbeats.length = 0");
  const before = await read();
  await sender.evaluate(`new Promise((resolve) => setTimeout(resolve, ${seconds * 1_000}))`);
  const after = await read();
  const grown = (key: keyof Reading, end: number) => (after[end]?.[key] ?? NaN) - (before[end]?.[key] ?? NaN);
  const gaps = await Promise.all(people.map(readGaps));
  const worst = (each: (end: number) => number) => Math.max(...people.keys().map(each));
  return {
    gapP99Ms: worst((end) => percentile(gaps[end] ?? [], 0.99)),
    gapMaxMs: worst((end) => percentile(gaps[end] ?? [], 1)),
    concealedPercent: worst((end) => 100 * grown("concealed", end) / grown("samples", end)),
    replaced: worst((end) => grown("connections", end)),
    streamKbitPerSecond: grown(kind === "file" ? "fileBytes" : "streamBytes", 1) * 8 / 1_000 / seconds,
    pictureKbitPerSecond: grown("pictureBytes", 1) * 8 / 1_000 / seconds,
  };
}

async function readGaps(person: Person): Promise<number[]> {
  const beats = await person.evaluate<number[]>("heartbeats");
  return beats.slice(1).map((atMs, index) => atMs - (beats[index] ?? 0));
}

function percentile(values: readonly number[], share: number): number {
  return values.toSorted((a, b) => a - b)[Math.ceil(values.length * share) - 1] ?? NaN;
}
