/**
 * The page's files, read into memory at start and served from there.
 *
 * A request is looked up in a Map and never becomes a path on the disk, so there is no traversal to guard against. The
 * standard library's `serveDir` would be the first choice, but its npm edition lacks files that it imports (deno-std
 * 1.4.0 and before), so only its ETag, negotiation and media types are used here. The build compresses the files;
 * `http.ts` adds the security headers.
 */

import { eTag, ifNoneMatch } from "@std/http/etag";
import { acceptsEncodings, acceptsLanguages } from "@std/http/negotiation";
import { contentType } from "@std/media-types";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { EMBED_PATH, nameEmbedders } from "../pages/embed_page.ts";
import { nameOrigin } from "../pages/link_preview.ts";
import { parseByteRange } from "./byte_range.ts";

/** One form of a file as it is sent; each has an ETag of its own (RFC 9110 §8.8.3.3). */
interface Representation {
  readonly body: Uint8Array<ArrayBuffer>;
  readonly etag: string;
}

export interface StaticFile {
  readonly contentType: string;
  readonly cacheControl: string;
  readonly plain: Representation;
  /** By content coding; those in which the build left it. */
  readonly compressed: ReadonlyMap<string, Representation>;
  /** Whether pages of other origins may show or run it: it is made for them. */
  readonly isForOthers: boolean;
}

/** By URL path, percent-encoded as a request has it. */
export type StaticFiles = ReadonlyMap<string, StaticFile>;

/** Under `/build/` the build puts a hash of the content into each name, so what a name means never changes. */
const HASHED_PREFIX = "/build/";
/** A page as the build writes it; it names the hashed files, so it is served by its bare name and revalidated. */
const BUILT_PAGE = /^\/build\/([\w-]+)\.html$/;
/**
 * Scripts of the build that are asked for by one address: the service worker, which names the files of its build, as a
 * page does (W3C Service Workers §4.4), the worker that repeats sound, which is on the page's list of scripts by its
 * name, and the button for pages of others.
 */
const BUTTON_PATH = "/build/embed.js";
const BUILT_SCRIPTS: ReadonlyMap<string, string> = new Map([
  ["/build/service_worker.js", "/service_worker.js"],
  ["/build/redundancy_worker.js", "/redundancy_worker.js"],
  [BUTTON_PATH, "/embed.js"],
]);
const FIRST_PAGE_PATH = "/build/index.html";
/** The same for frames, which no build has left. */
const EMBED_BUILT = `/build${EMBED_PATH}.html`;
/** The page for addresses that lead nowhere, in English and in other languages. */
const NOT_FOUND_PAGE = /^not_found(?:_([a-z]{2}))?$/;
/** What chats show beside a link, some of them from where it is, and the button. */
const FOR_OTHERS: readonly string[] = ["/link-preview.png", BUTTON_PATH];
/** What stands under this and a language is served by no address: a request's begins with a slash. */
const NOT_FOUND = "not found ";
/** What whoever wants none of the others gets. */
const ENGLISH = "en";
/**
 * Longer than any that a browser sends, in bytes. What reads these headers looks at some of them again and again: 60 KB
 * of blanks in one would keep the process for seconds.
 */
const READ_LENGTH_MAX = 512;
/** What the build leaves beside a file, by its ending; best first. */
const CODINGS: ReadonlyMap<string, string> = new Map([[".br", "br"], [".gz", "gzip"]]);

async function* walkFiles(folder: string, prefix = "/"): AsyncGenerator<[path: string, body: Uint8Array<ArrayBuffer>]> {
  for await (const entry of Deno.readDir(folder)) {
    const [file, path] = [`${folder}/${entry.name}`, prefix + encodeURIComponent(entry.name)];
    if (entry.isDirectory) yield* walkFiles(file, `${path}/`);
    else if (entry.isFile) yield [path, await Deno.readFile(file)];
  }
}

async function createRepresentation(body: Uint8Array<ArrayBuffer>): Promise<Representation> {
  return { body, etag: await eTag(body) ?? "" };
}

async function createStaticFile(
  path: string,
  body: Uint8Array<ArrayBuffer>,
  bodies: ReadonlyMap<string, Uint8Array<ArrayBuffer>>,
): Promise<StaticFile> {
  const extension = /\.[^./]+$/.exec(path)?.[0];
  const type = (extension === undefined ? undefined : contentType(extension)) ?? "application/octet-stream";
  const isHashed = path.startsWith(HASHED_PREFIX) && !BUILT_PAGE.test(path) && !BUILT_SCRIPTS.has(path);
  const compressed = new Map<string, Representation>();
  for (const [ending, coding] of CODINGS) {
    const other = bodies.get(path + ending);
    if (other !== undefined) compressed.set(coding, await createRepresentation(other));
  }
  return {
    contentType: type,
    cacheControl: isHashed ? "public, max-age=31536000, immutable" : "no-cache",
    plain: await createRepresentation(body),
    compressed,
    isForOthers: FOR_OTHERS.includes(path),
  };
}

/** Makes another first page of the one that the build has left, in each form in which that is there. */
function changeFirstPage(
  bodies: Map<string, Uint8Array<ArrayBuffer>>,
  path: string,
  change: (html: string) => string,
): void {
  const built = bodies.get(FIRST_PAGE_PATH);
  if (built === undefined) return;
  const page = new TextEncoder().encode(change(new TextDecoder().decode(built)));
  // At their highest levels, as the build does; it is Brotli's own.
  const forms = { ".br": brotliCompressSync(page), ".gz": gzipSync(page, { level: 9 }) };
  for (const [ending, form] of Object.entries(forms)) {
    if (bodies.has(FIRST_PAGE_PATH + ending)) bodies.set(path + ending, new Uint8Array(form));
  }
  bodies.set(path, page);
}

/** Whether this is another file in a coding, and none by itself. */
function isCompressed(path: string, bodies: ReadonlyMap<string, unknown>): boolean {
  return [...CODINGS.keys()].some((ending) => path.endsWith(ending) && bodies.has(path.slice(0, -ending.length)));
}

/** Gives each built page its address instead of its path: `/`, `/check`; its source at the top is not served. */
function placePages(files: Map<string, StaticFile>): void {
  for (const [built, path] of BUILT_SCRIPTS) {
    const script = files.get(built);
    if (script !== undefined) files.set(path, script).delete(built);
  }
  for (const [path, page] of [...files]) {
    const name = BUILT_PAGE.exec(path)?.[1];
    if (name === undefined) continue;
    files.delete(path);
    files.delete(`/${name}.html`);
    const notFound = NOT_FOUND_PAGE.exec(name);
    if (notFound !== null) files.set(NOT_FOUND + (notFound[1] ?? ENGLISH), page);
    else files.set(name === "index" ? "/" : `/${name}`, page);
  }
}

export interface PageOptions {
  /** Where people open the page; null where nobody has said. */
  readonly origin?: string | null;
  /** Whose pages may show it in a frame, at an address of its own. */
  readonly embedOrigins?: readonly string[];
}

/** Loads all files under `root`. Throws an error that says what to do if the page is not built. */
export async function loadStaticFiles(
  root: string,
  { origin = null, embedOrigins = [] }: PageOptions = {},
): Promise<StaticFiles> {
  const files = new Map<string, StaticFile>();
  const bodies = new Map<string, Uint8Array<ArrayBuffer>>();
  try {
    for await (const [path, body] of walkFiles(root)) bodies.set(path, body);
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error; // A folder that is missing has no page in it either.
  }
  if (origin !== null) changeFirstPage(bodies, FIRST_PAGE_PATH, (html) => nameOrigin(html, origin));
  if (embedOrigins.length > 0) changeFirstPage(bodies, EMBED_BUILT, (html) => nameEmbedders(html, embedOrigins));
  for (const [path, body] of bodies) {
    if (!isCompressed(path, bodies)) files.set(path, await createStaticFile(path, body, bodies));
  }
  const firstPage = files.get(FIRST_PAGE_PATH);
  if (firstPage === undefined) {
    throw new Error(`Cannot serve the page: ${root}${FIRST_PAGE_PATH} is missing; run "deno task build" first`);
  }
  placePages(files);
  return files.set("/index.html", firstPage);
}

/** A header of the request; null where there is none, or one that is too long to be meant. */
function readHeader({ headers }: Request, name: string): string | null {
  const value = headers.get(name);
  return value !== null && value.length <= READ_LENGTH_MAX ? value : null;
}

/** Picks the coding to send; null for the plain bytes. A range is one of those, so that it means the same to everybody. */
function chooseCoding({ compressed }: StaticFile, request: Request): string | null {
  // Whoever names no coding may well know none.
  if (request.headers.has("range") || !readHeader(request, "accept-encoding")) return null;
  // Asked for one at a time: browsers name gzip first and mean nothing by it.
  return [...compressed.keys()].find((coding) => acceptsEncodings(request, coding) === coding) ?? null;
}

/** Picks the language to say it in; English for whoever wants none that there is. */
function chooseLanguage(files: StaticFiles, request: Request): string {
  if (!readHeader(request, "accept-language")) return ENGLISH;
  const others = [...files.keys()].filter((key) => key.startsWith(NOT_FOUND)).map((key) => key.slice(NOT_FOUND.length));
  return acceptsLanguages(request, ENGLISH, ...others.filter((language) => language !== ENGLISH)) ?? ENGLISH;
}

/** Answers a browser that asks for a page that does not exist, in its language; null for all others. */
export function serveNotFoundPage(files: StaticFiles, request: Request): Response | null {
  const page = files.get(NOT_FOUND + chooseLanguage(files, request));
  if (page === undefined || !request.headers.get("accept")?.includes("text/html")) return null;
  const coding = chooseCoding(page, request);
  const { body } = (coding === null ? undefined : page.compressed.get(coding)) ?? page.plain;
  const headers = new Headers({
    "cache-control": "no-store",
    "content-length": String(body.length),
    "content-type": page.contentType,
    vary: "accept, accept-encoding, accept-language",
  });
  if (coding !== null) headers.set("content-encoding", coding);
  return new Response(request.method === "HEAD" ? null : body, { status: 404, headers });
}

/** Answers a GET or HEAD for a file; null if there is none at `path`. */
export function serveStaticFile(files: StaticFiles, path: string, request: Request): Response | null {
  const file = files.get(path);
  if (file === undefined) return null;
  const coding = chooseCoding(file, request);
  const chosen = (coding === null ? undefined : file.compressed.get(coding)) ?? file.plain;
  const headers = new Headers({
    "accept-ranges": "bytes",
    "cache-control": file.cacheControl,
    "content-type": file.contentType,
    etag: chosen.etag,
  });
  if (file.compressed.size > 0) headers.set("vary", "accept-encoding");
  if (file.isForOthers) headers.set("cross-origin-resource-policy", "cross-origin");
  if (coding !== null) headers.set("content-encoding", coding);
  if (!ifNoneMatch(readHeader(request, "if-none-match"), chosen.etag)) {
    headers.delete("content-type");
    headers.delete("content-encoding");
    return new Response(null, { status: 304, headers });
  }

  const send = (status: number, body: Uint8Array<ArrayBuffer>) => {
    headers.set("content-length", String(body.length));
    return new Response(request.method === "HEAD" ? null : body, { status, headers });
  };
  const rangeHeader = request.headers.get("range");
  const ifRange = request.headers.get("if-range");
  const isRangeCurrent = ifRange === null || ifRange === chosen.etag; // Compared strongly (RFC 9110 §13.1.5).
  if (rangeHeader === null || !isRangeCurrent || request.method !== "GET") return send(200, chosen.body);
  const range = parseByteRange(rangeHeader, chosen.body.length);
  if (range === null) return send(200, chosen.body);
  if (range === "unsatisfiable") {
    headers.set("content-range", `bytes */${chosen.body.length}`);
    headers.set("cache-control", "no-store");
    return send(416, new Uint8Array(0));
  }
  headers.set("content-range", `bytes ${range.first}-${range.last}/${chosen.body.length}`);
  return send(206, chosen.body.subarray(range.first, range.last + 1));
}
