/**
 * What a call's bars are made of: figures and plots of the last minute in both directions, the way that it takes, and what
 * it is coded and encrypted by. Here people also take with them, or delete, what is kept of how their calls went.
 */

import { useSignal } from "@preact/signals";
import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import type { CallView } from "../../../conversation/call_views.ts";
import type { Actions } from "../../../model/state.ts";
import { CrossIcon } from "../../../screens/pieces/icons.tsx";
import { details as english } from "../../../words/en/features/quality.ts";
import { createPart, locale } from "../../../words/language.ts";
import { QUALITY, type QualityView, type Sample } from "../quality_key.ts";
import type { Picture } from "../reading.ts";
import { Plot } from "./plot.tsx";

export type DetailsProps = {
  readonly call: CallView;
  readonly actions: Actions;
  readonly view: QualityView;
  /** What is said beside the bars too. */
  readonly said: { readonly title: string; readonly level: string; readonly path: string };
  readonly onClose: () => void;
};

const words = createPart("ends", "details", english);
/** What a browser may take to begin a download, in milliseconds. */
const BEGIN_MS = 60_000;

/** A figure with its unit, as the language writes it. */
function write(value: number | null | undefined, unit: string, fractionDigits = 0): string {
  if (value === null || value === undefined) return "–";
  const options = { style: "unit", unit, unitDisplay: "short", maximumFractionDigits: fractionDigits } as const;
  return new Intl.NumberFormat(locale.value, options).format(value);
}

function writePicture(picture: Picture | null | undefined): string {
  return picture ? `${picture.width}×${picture.height}, ${picture.framesPerSecond}/s` : "–";
}

function save(records: unknown): void {
  const text = JSON.stringify({ exportedAtMs: Date.now(), calls: records }, null, 2);
  const url = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  const link = document.createElement("a");
  [link.href, link.download] = [url, "call-records.json"];
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), BEGIN_MS);
}

export function DetailsPanel({ call, actions, view, said, onClose }: DetailsProps) {
  const panelRef = useRef<HTMLElement>(null);
  // With the panel, not a frame later: a key that is pressed at once is meant for it.
  useLayoutEffect(() => panelRef.current?.focus({ preventScroll: true }), []);
  const { close } = words.value;
  return (
    <section
      ref={panelRef}
      class="beside details"
      role="dialog"
      aria-labelledby="details-title"
      tabIndex={-1}
      onKeyDown={(event) => event.key === "Escape" && onClose()}
    >
      <header>
        <h2 id="details-title">{said.title}</h2>
        <button type="button" class="close" title={close} aria-label={close} onClick={onClose}>
          <CrossIcon />
        </button>
      </header>
      <div class="details-body" role="group" aria-labelledby="details-title" tabIndex={0}>
        <p>{said.level}</p>
        <Figures view={view} />
        <Facts view={view} path={said.path} />
        <Records call={call} actions={actions} />
      </div>
    </section>
  );
}

function Figures({ view }: Pick<DetailsProps, "view">) {
  const { received, sent, roundTrip, delay, lost, picture, rate, repeats } = words.value;
  const depth = useSignal(1);
  const samples = view.samples.value;
  const last = samples.at(-1);
  useEffect(() => {
    // It is there, since it looks after what this call sends, or it is not, and then nothing is repeated.
    import("../../../sending/sending.ts").then(({ readDepth }) => depth.value = readDepth(), () => {});
  }, [last]);
  const cell = (text: string, least: number, valueOf: (sample: Sample) => number | null) => (
    <td>
      <bdi>{text}</bdi>
      <Plot values={samples.map(valueOf)} least={least} />
    </td>
  );
  return (
    <table>
      <thead>
        <tr>
          <td />
          <th scope="col">{received}</th>
          <th scope="col">{sent}</th>
        </tr>
      </thead>
      <tbody>
        <tr>
          <th scope="row">{lost}</th>
          {cell(write(toPercent(last?.lost), "percent", 1), 0.1, (each) => each.lost)}
          {cell(write(toPercent(last?.toldLost), "percent", 1), 0.1, (each) => each.toldLost)}
        </tr>
        <tr>
          <th scope="row">{rate}</th>
          {cell(writeRate(last?.receivedRate), 100_000, (each) => each.receivedRate)}
          {cell(writeRate(last?.sentRate), 100_000, (each) => each.sentRate)}
        </tr>
        <tr>
          <th scope="row">{picture}</th>
          {cell(writePicture(last?.received), 30, (each) => each.received?.framesPerSecond ?? null)}
          {cell(writePicture(last?.sent), 30, (each) => each.sent?.framesPerSecond ?? null)}
        </tr>
        <tr>
          <th scope="row">{roundTrip}</th>
          {cell(write(last?.roundTripMs, "millisecond"), 300, (each) => each.roundTripMs)}
          <td />
        </tr>
        <tr>
          <th scope="row">{delay}</th>
          {cell(write(last?.delayMs, "millisecond"), 400, (each) => each.delayMs)}
          <td />
        </tr>
        <tr>
          <th scope="row">{repeats}</th>
          <td />
          <td>{mayRepeat() ? `${depth.value}×` : "–"}</td>
        </tr>
      </tbody>
    </table>
  );
}

/** Whether this browser knows RFC 2198 at all. */
function mayRepeat(): boolean {
  return RTCRtpSender.getCapabilities?.("audio")?.codecs.some(({ mimeType }) => /\/red$/i.test(mimeType)) ?? false;
}

function toPercent(share: number | null | undefined): number | null {
  return share === null || share === undefined ? null : 100 * share;
}

function writeRate(bits: number | undefined): string {
  return write(bits === undefined ? null : bits / 1_000, "kilobit-per-second");
}

function Facts({ view, path }: Pick<DetailsProps, "view"> & { readonly path: string }) {
  const latest = view.latest.value;
  const facts = [
    [words.value.path, path],
    [words.value.codecs, latest?.codecs.join(", ") ?? ""],
    [words.value.encryption, ["DTLS-SRTP", latest?.cipher].filter(Boolean).join(", ")],
  ] as const;
  return (
    <dl>
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd dir="auto">{value || "–"}</dd>
        </div>
      ))}
    </dl>
  );
}

function Records({ call, actions }: Pick<DetailsProps, "call" | "actions">) {
  const { kept, exportRecords, deleteRecords } = words.value;
  const isDeleted = useSignal(false);
  const use = (act: Parameters<typeof actions.useFeature<NonNullable<typeof QUALITY.of>>>[2]) =>
    actions.useFeature(call.callId, QUALITY, act);
  return (
    <footer>
      <p class="quiet">{kept}</p>
      <button type="button" class="button tonal" onClick={() => use((feature) => save(feature.readRecords()))}>
        {exportRecords}
      </button>
      <button
        type="button"
        class="button tonal"
        aria-disabled={isDeleted.value}
        onClick={() => {
          use((feature) => feature.deleteRecords());
          isDeleted.value = true;
        }}
      >
        {deleteRecords}
      </button>
    </footer>
  );
}
