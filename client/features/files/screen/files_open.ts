/** Whether the list of files is open, and with whom; how they are found in a view, chosen, and put in words. */

import type { CallView } from "../../../conversation/call_views.ts";
import { readView } from "../../../feature/feature.ts";
import { type Actions, isPanelOpen, openPanel, sidePanel } from "../../../model/state.ts";
import { files } from "../../../words/en/features/files.ts";
import { createPart, locale } from "../../../words/language.ts";
import { isolate } from "../../../words/who.ts";
import { FILES, type FilesView, type PickedFile, type TransferView } from "../files_key.ts";

export const filesWords = createPart("call", "files", files);

export function areFilesOpen(call: CallView): boolean {
  return isPanelOpen(FILES.name, call);
}

export function openFiles(call: CallView): void {
  openPanel(FILES.name, call);
}

export function closeFiles(): void {
  sidePanel.value = null;
}

export function filesOf({ features }: CallView): FilesView {
  return readView(features, FILES) ?? { transfers: [], isTooMany: false };
}

export function offerFiles(call: CallView, actions: Actions, picked: readonly PickedFile[]): void {
  if (picked.length === 0) return;
  openFiles(call);
  actions.useFeature(call.callId, FILES, (feature) => feature.offer(picked));
}

/** Kept while the person chooses: a browser may forget what nobody holds. */
let chooser: HTMLInputElement | null = null;

/** Has the person choose. Call it while they press. */
export function chooseFiles(call: CallView, actions: Actions, { isFolder }: { isFolder: boolean }): void {
  const input = chooser = document.createElement("input");
  input.type = "file";
  input.multiple = true;
  input.webkitdirectory = isFolder;
  input.addEventListener("change", () => {
    chooser = null;
    offerFiles(
      call,
      actions,
      [...input.files ?? []].map((file) => ({ path: file.webkitRelativePath || file.name, file })),
    );
  });
  chooser.click();
}

const UNITS = ["byte", "kilobyte", "megabyte", "gigabyte"] as const;

export function sayBytes(bytes: number): string {
  const power = Math.min(UNITS.length - 1, Math.floor(Math.log10(Math.max(1, bytes)) / 3));
  const unit = UNITS[power] ?? "byte";
  const format = {
    style: "unit",
    unit,
    unitDisplay: power === 0 ? "long" : "short",
    maximumSignificantDigits: 3,
  } as const;
  return new Intl.NumberFormat(locale.value, format).format(bytes / 1_000 ** power).replace(" ", "\u00a0");
}

export function sayShare(share: number): string {
  return new Intl.NumberFormat(locale.value, { style: "percent" }).format(share);
}

/** The name of one, or how many they are; its signs never turn what stands around it. */
export function sayWhat({ files: all }: TransferView): string {
  const [file, ...others] = all;
  return file !== undefined && others.length === 0 ? isolate(file.path) : filesWords.value.count(all.length);
}
