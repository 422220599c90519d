/**
 * Measures pages and style sheets, and fails the build if one is over its budget. Part of the build, not of the client.
 */

import { gzipSync } from "node:zlib";
import { FEATURES } from "../../features/registry.ts";
import { compress } from "./compress.ts";
import { countGzipBytes, findOutput, type Loads, type Output } from "./outputs.ts";

/** Most that a browser loads before a page's first screen: JavaScript, style sheet and HTML, as they are served. */
const FIRST_LOAD_BYTES_MAX = 34 * 1024;
/** Most of what only few load as a page comes up, in bytes after gzip. */
const RARE_GZIP_BYTES_MAX = 1024;
/** Most files that these may be. */
const FIRST_LOAD_FILES_MAX = 8;

/** Each with the most that it may be, in bytes, compressed by Brotli. Documents hold theirs; those of calls are files. */
export const SHEETS = {
  first_sheet: 4 * 1024,
  call_sheet: 4.5 * 1024,
  features_sheet: 3 * 1024,
  files_sheet: 1.75 * 1024,
  people_sheet: 1.25 * 1024,
  details_sheet: 0.75 * 1024,
  check_sheet: 3.5 * 1024,
} as const;

/**
 * Who may ring: what judges it, what is set and shown of it, what invites, and what knocks. How good a call is: the bars of every call,
 * and their details, which are loaded at a press. Each with the most that it may be.
 */
export const ADDED_PARTS = {
  "client/features/quality/screen/quality_screen.tsx": 1.75 * 1024,
  "client/features/quality/screen/details_panel.tsx": 2.5 * 1024,
  "client/features/who_rings/who_rings.ts": 3 * 1024,
  "client/features/who_rings/screen/who_rings_screen.tsx": 4 * 1024,
  "client/features/who_rings/screen/invitation_part.tsx": 3 * 1024,
  "client/features/who_rings/screen/knock_form.tsx": 1.5 * 1024,
} as const;

/** Of a page. */
export interface Budget {
  /** Most JavaScript of the page's first load, what it holds itself included, in bytes after gzip. */
  readonly scriptGzipBytesMax: number;
  /** Most of what it loads behind that, by `import()`. */
  readonly laterGzipBytesMax: number;
  /** Most of what people may have it load beyond that, but for the parts below. */
  readonly onDemandGzipBytesMax: number;
  /** Most of what one thing loads that people may do, with all that it needs: by its source. */
  readonly partsGzipBytesMax: Readonly<Record<string, number>>;
}

/** Prints what the sheets weigh, and names those over their budgets. */
export function checkSheets(all: readonly Output[]): string[] {
  const sizes = Object.entries(SHEETS).map(([name, max]) => ({
    name,
    max,
    bytes: compress(findOutput(all, `${name}-`, ".css").contents)[".br"].length,
  }));
  console.log(`Built sheets: ${sizes.map(({ name, max, bytes }) => `${name} ${bytes}, of ${max}`).join("; ")}`);
  return sizes.filter(({ max, bytes }) => bytes > max).map(({ name }) => name);
}

/**
 * Prints what a page weighs, and tells whether that is within its budget.
 *
 * @param inline the code that its document holds
 */
export function checkPage(page: Budget & { name: string }, html: string, loads: Loads, inline: string): boolean {
  const { first, later, onDemand, rare, parts } = loads;
  const scriptBytes = countGzipBytes(first) + gzipSync(inline).length;
  const others = [...parts.values()].reduce((left, part) => left.difference(part), onDemand);
  const [laterBytes, demandBytes] = [countGzipBytes(later), countGzipBytes(others)];
  const firstLoad = [...[...first].map(({ contents }) => contents), new TextEncoder().encode(html)];
  const servedBytes = firstLoad.reduce((bytes, contents) => bytes + compress(contents)[".br"].length, 0);
  console.log(
    `Built ${page.name}: first load ${servedBytes} bytes as served, of ${FIRST_LOAD_BYTES_MAX} at most, ` +
      `in ${firstLoad.length} files, of ${FIRST_LOAD_FILES_MAX}; ` +
      `JavaScript after gzip: ${scriptBytes}, of ${page.scriptGzipBytesMax}; ` +
      `behind the first screen ${laterBytes}, of ${page.laterGzipBytesMax}; ` +
      `on demand ${demandBytes}, of ${page.onDemandGzipBytesMax}`,
  );
  for (const [source, part] of parts) {
    console.log(`  ${source}: ${countGzipBytes(part)}, of ${page.partsGzipBytesMax[source] ?? 0}`);
  }
  const rareBytes = countGzipBytes(rare);
  if (rare.size > 0) console.log(`  by HTTP alone: ${rareBytes}, of ${RARE_GZIP_BYTES_MAX}`);
  const isEachWithin = rareBytes <= RARE_GZIP_BYTES_MAX &&
    [...parts].every(([source, part]) => countGzipBytes(part) <= (page.partsGzipBytesMax[source] ?? 0));
  return isEachWithin && servedBytes <= FIRST_LOAD_BYTES_MAX && firstLoad.length <= FIRST_LOAD_FILES_MAX &&
    scriptBytes <= page.scriptGzipBytesMax &&
    laterBytes <= page.laterGzipBytesMax && demandBytes <= page.onDemandGzipBytesMax;
}

/** Most that the service worker may be, with the names of all files that it keeps, in bytes after gzip. */
const WORKER_GZIP_BYTES_MAX = 2 * 1024;
/** Most that its part may be which tells of calls. It loads once for each build, behind all else. */
const PUSH_WORKER_GZIP_BYTES_MAX = 2.5 * 1024;

/** Prints what a worker weighs, and tells whether that is within its budget. */
export function checkWorker(worker: Output): boolean {
  const bytes = countGzipBytes([worker]);
  const bytesMax = worker.name.startsWith("push_worker-") ? PUSH_WORKER_GZIP_BYTES_MAX : WORKER_GZIP_BYTES_MAX;
  console.log(`Built ${worker.name}: ${bytes} bytes after gzip, of ${bytesMax}`);
  return bytes <= bytesMax;
}

/** What the registry allows each feature, by the source that it is loaded by: that of its folder's name, in its folder. */
export function featureParts(): Record<string, number> {
  return Object.fromEntries(FEATURES.map(({ name, bytesMax }) => {
    const file = name.replaceAll("-", "_");
    return [`client/features/${file}/${file}.ts`, bytesMax];
  }));
}
