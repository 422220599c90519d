/**
 * The page's files, read into memory at start and answered from there.
 *
 * A request is looked up in a Map and never becomes a path on the disk, so there is no traversal to guard against. The
 * standard library's `serveDir` would be the first choice, but its npm edition lacks files that it imports
 * (deno-std 1.4.0 and before), so only its ETag and media types are used here. `http.ts` adds the security headers.
 */

import { eTag, ifNoneMatch } from "@std/http/etag";
import { contentType } from "@std/media-types";
import { gzipSync } from "node:zlib";
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
  /** Absent where gzip saves nothing. */
  readonly gzip?: Representation;
}

/** By URL path, percent-encoded as a request has it. */
export type StaticFiles = ReadonlyMap<string, StaticFile>;

/** Under `/build/` the build puts a hash of the content into each name, so what a name means never changes. */
const HASHED_PREFIX = "/build/";
/** A page as the build writes it; it names the hashed files, so it is served by its bare name and revalidated. */
const BUILT_PAGE = /^\/build\/([\w-]+)\.html$/;
const FIRST_PAGE_PATH = "/build/index.html";
const COMPRESSIBLE = /^(?:text\/|application\/(?:json|manifest\+json|wasm)|image\/svg\+xml)/;

async function* walkFiles(folder: string, prefix = "/"): AsyncGenerator<[path: string, body: Uint8Array<ArrayBuffer>]> {
  for await (const entry of Deno.readDir(folder)) {
    const [file, path] = [`${folder}/${entry.name}`, prefix + encodeURIComponent(entry.name)];
    if (entry.isDirectory) yield* walkFiles(file, `${path}/`);
    else if (entry.isFile) yield [path, await Deno.readFile(file)];
  }
}

/** Compresses once for all requests, so at the highest level, which `CompressionStream` does not offer. */
function compress(body: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  return new Uint8Array(gzipSync(body, { level: 9 }));
}

async function createRepresentation(body: Uint8Array<ArrayBuffer>): Promise<Representation> {
  return { body, etag: await eTag(body) ?? "" };
}

async function createStaticFile(path: string, body: Uint8Array<ArrayBuffer>): Promise<StaticFile> {
  const extension = /\.[^./]+$/.exec(path)?.[0];
  const type = (extension === undefined ? undefined : contentType(extension)) ?? "application/octet-stream";
  const isHashed = path.startsWith(HASHED_PREFIX) && !BUILT_PAGE.test(path);
  const file = {
    contentType: type,
    cacheControl: isHashed ? "public, max-age=31536000, immutable" : "no-cache",
    plain: await createRepresentation(body),
  };
  const gzipBody = COMPRESSIBLE.test(type) ? compress(body) : body;
  return gzipBody.length < body.length ? { ...file, gzip: await createRepresentation(gzipBody) } : file;
}

/** Gives each built page its address instead of its path: `/`, `/check`; its source at the top is not served. */
function placePages(files: Map<string, StaticFile>): void {
  for (const [path, page] of [...files]) {
    const name = BUILT_PAGE.exec(path)?.[1];
    if (name === undefined) continue;
    files.delete(path);
    files.delete(`/${name}.html`);
    files.set(name === "index" ? "/" : `/${name}`, page);
  }
}

/** Loads all files under `root`. Throws an error that says what to do if the page is not built. */
export async function loadStaticFiles(root: string): Promise<StaticFiles> {
  const files = new Map<string, StaticFile>();
  try {
    for await (const [path, body] of walkFiles(root)) files.set(path, await createStaticFile(path, body));
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error; // A folder that is missing has no page in it either.
  }
  const firstPage = files.get(FIRST_PAGE_PATH);
  if (firstPage === undefined) {
    throw new Error(`Cannot serve the page: ${root}${FIRST_PAGE_PATH} is missing; run "deno task build" first`);
  }
  placePages(files);
  return files.set("/index.html", firstPage);
}

/** Tells whether the header allows gzip (RFC 9110 §12.5.3); the more specific entry wins over `*`. */
function acceptsGzip(header: string | null): boolean {
  const weights = new Map<string, number>();
  for (const item of (header ?? "").toLowerCase().split(",")) {
    const [coding = "", ...parameters] = item.split(";").map((part) => part.trim());
    const weight = parameters.find((parameter) => parameter.startsWith("q="));
    weights.set(coding, weight === undefined ? 1 : Number(weight.slice(2)));
  }
  return (weights.get("gzip") ?? weights.get("x-gzip") ?? weights.get("*") ?? 0) > 0;
}

/** Picks the form to send. A range is one of the plain bytes, so that it means the same to every client. */
function chooseRepresentation(file: StaticFile, headers: Headers): Representation {
  return file.gzip !== undefined && !headers.has("range") && acceptsGzip(headers.get("accept-encoding"))
    ? file.gzip
    : file.plain;
}

/** Answers a GET or HEAD for a file; null if there is none at `path`. */
export function serveStaticFile(files: StaticFiles, path: string, request: Request): Response | null {
  const file = files.get(path);
  if (file === undefined) return null;
  const chosen = chooseRepresentation(file, request.headers);
  const headers = new Headers({
    "accept-ranges": "bytes",
    "cache-control": file.cacheControl,
    "content-type": file.contentType,
    etag: chosen.etag,
  });
  if (file.gzip !== undefined) headers.set("vary", "accept-encoding");
  if (chosen === file.gzip) headers.set("content-encoding", "gzip");
  if (!ifNoneMatch(request.headers.get("if-none-match"), chosen.etag)) {
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
