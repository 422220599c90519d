/**
 * Puts files where the person wants them: where a browser lets them choose, there (WICG file-system-access), and else
 * among their downloads. All are saved as bytes of no kind: what the sender calls them is not to be believed.
 */

/** Not in the DOM types yet, and not in every browser. */
type Pickers = {
  readonly showSaveFilePicker?: (options: { suggestedName: string }) => Promise<FileSystemFileHandle>;
  readonly showDirectoryPicker?: (options: { mode: "readwrite" }) => Promise<FileSystemDirectoryHandle>;
};

export type SavedFile = { readonly path: string; readonly read: () => Promise<Blob> };
/** Where to: a place that the person chose, or null for their downloads. */
export type Place = FileSystemFileHandle | FileSystemDirectoryHandle | null;

/** How long a browser may take to begin a download, in milliseconds. */
const BEGIN_MS = 60_000;
const TYPE = "application/octet-stream";

/**
 * Asks where files are to go, if this browser can ask. Call it while the person presses.
 *
 * @returns undefined if they have thought better of it
 * @throws if the browser does not ask
 */
export async function choosePlace(paths: readonly string[]): Promise<Place | undefined> {
  const { showSaveFilePicker, showDirectoryPicker } = globalThis as Pickers;
  const [path = "", ...others] = paths;
  try {
    if (others.length > 0) return await showDirectoryPicker?.call(globalThis, { mode: "readwrite" }) ?? null;
    return await showSaveFilePicker?.call(globalThis, { suggestedName: path.split("/").at(-1) ?? path }) ?? null;
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") return undefined;
    throw error;
  }
}

/** @throws if they could not be written */
export async function saveFiles(files: readonly SavedFile[], place: Place): Promise<void> {
  for (const { path, read } of files) {
    const blob = await read();
    if (place === null) download(path, blob);
    else await write(place.kind === "file" ? place : await makeFile(place, path), blob);
  }
}

async function makeFile(folder: FileSystemDirectoryHandle, path: string): Promise<FileSystemFileHandle> {
  const parts = path.split("/");
  const name = parts.pop() ?? "file";
  for (const part of parts) folder = await folder.getDirectoryHandle(part, { create: true });
  return await folder.getFileHandle(name, { create: true });
}

async function write(handle: FileSystemFileHandle, blob: Blob): Promise<void> {
  await blob.stream().pipeTo(await handle.createWritable());
}

function download(path: string, blob: Blob): void {
  const url = URL.createObjectURL(blob.slice(0, blob.size, TYPE));
  const link = document.createElement("a");
  link.href = url;
  link.download = path.replaceAll("/", " - ");
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), BEGIN_MS);
}
