import { assert, assertEquals, assertNotEquals, assertRejects, assertStringIncludes } from "@std/assert";
import fc from "fast-check";
import { compress } from "../../../client/page/build/compress.ts";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { parseByteRange } from "../../../signaling/http/byte_range.ts";
import { loadStaticFiles, serveStaticFile, type StaticFiles } from "../../../signaling/http/static_files.ts";

const SCRIPT = "console.log('hello');\n".repeat(200);
const PAGE = "<!doctype html><title>built</title>";
const WORKER = "addEventListener('fetch', () => {});";
const OTHER_PAGE = "<!doctype html><title>built too</title>";

/** A folder as the build leaves it, for as long as a test runs. */
class StaticFolder {
  readonly path = Deno.makeTempDirSync();

  constructor() {
    Deno.mkdirSync(`${this.path}/build/deep`, { recursive: true });
    Deno.writeTextFileSync(`${this.path}/index.html`, "<!doctype html><title>source</title>");
    Deno.writeTextFileSync(`${this.path}/build/index.html`, PAGE);
    Deno.writeTextFileSync(`${this.path}/check.html`, "<!doctype html><title>source</title>");
    Deno.writeTextFileSync(`${this.path}/build/check.html`, OTHER_PAGE);
    Deno.writeTextFileSync(`${this.path}/build/main-ABC.js`, SCRIPT);
    Deno.writeTextFileSync(`${this.path}/build/service_worker.js`, WORKER);
    for (const [ending, bytes] of Object.entries(compress(new TextEncoder().encode(SCRIPT)))) {
      Deno.writeFileSync(`${this.path}/build/main-ABC.js${ending}`, bytes);
    }
    Deno.writeTextFileSync(`${this.path}/build/deep/x y.json`, "{}");
    Deno.writeFileSync(`${this.path}/icon.png`, new Uint8Array(1_000));
    Deno.writeTextFileSync(`${this.path}/robots`, "");
  }

  [Symbol.dispose](): void {
    Deno.removeSync(this.path, { recursive: true });
  }
}

async function load(): Promise<StaticFiles> {
  using folder = new StaticFolder();
  return await loadStaticFiles(folder.path);
}

function get(files: StaticFiles, path: string, headers: HeadersInit = {}, method = "GET"): Response {
  const response = serveStaticFile(files, path, new Request("http://x/", { method, headers }));
  if (response === null) throw new Error(`Cannot find ${path}`);
  return response;
}

function pick(response: Response, ...names: string[]): (string | null | number)[] {
  return [response.status, ...names.map((name) => response.headers.get(name))];
}

Deno.test("loadStaticFiles() says what to do when the page is not built", async () => {
  using folder = new StaticFolder();
  Deno.removeSync(`${folder.path}/build`, { recursive: true });
  assertStringIncludes((await assertRejects(() => loadStaticFiles(folder.path))).message, "deno task build");
  const missing = await assertRejects(() => loadStaticFiles(`${folder.path}/nowhere`));
  assertStringIncludes(missing.message, "deno task build");
});

Deno.test("serveStaticFile() serves the built page at the root, and never its source", async () => {
  const files = await load();
  for (const path of ["/", "/index.html"]) {
    const response = get(files, path);
    const expected = [200, "text/html; charset=UTF-8", "no-cache"];
    assertEquals(pick(response, "content-type", "cache-control"), expected);
    assertEquals(await response.text(), PAGE);
  }
  assertEquals(serveStaticFile(files, "/build/index.html", new Request("http://x/")), null);
});

Deno.test("serveStaticFile() serves the service worker beside the page, which it may answer for, and each time as it is now", async () => {
  const files = await load();
  const response = get(files, "/service_worker.js");
  assertEquals(pick(response, "content-type", "cache-control"), [200, "text/javascript; charset=UTF-8", "no-cache"]);
  assertEquals(await response.text(), WORKER);
  assertEquals(serveStaticFile(files, "/build/service_worker.js", new Request("http://x/")), null);
});

Deno.test("serveStaticFile() serves every other built page by its bare name, and never its source", async () => {
  const files = await load();
  const response = get(files, "/check");
  assertEquals(pick(response, "content-type", "cache-control"), [200, "text/html; charset=UTF-8", "no-cache"]);
  assertEquals(await response.text(), OTHER_PAGE);
  for (const path of ["/check.html", "/build/check.html", "/check/", "/index"]) {
    assertEquals(serveStaticFile(files, path, new Request("http://x/")), null, path);
  }
});

Deno.test("serveStaticFile() knows its files and nothing else", async () => {
  const files = await load();
  for (
    const path of ["", "/build", "/build/", "//", "/..", "/../build/main-ABC.js", "/build/%6dain-ABC.js", "/toString"]
  ) {
    assertEquals(serveStaticFile(files, path, new Request("http://x/")), null, path);
  }
});

Deno.test("serveStaticFile() lets browsers keep hashed files for a year and revalidate the rest", async () => {
  const files = await load();
  const forEver = "public, max-age=31536000, immutable";
  assertEquals(
    pick(get(files, "/build/main-ABC.js"), "content-type", "cache-control"),
    [200, "text/javascript; charset=UTF-8", forEver],
  );
  assertEquals(
    pick(get(files, "/build/deep/x%20y.json"), "content-type", "cache-control"),
    [200, "application/json; charset=UTF-8", forEver],
  );
  assertEquals(pick(get(files, "/icon.png"), "content-type", "cache-control"), [200, "image/png", "no-cache"]);
  assertEquals(
    pick(get(files, "/robots"), "content-type", "content-length"),
    [200, "application/octet-stream", "0"],
  );
});

Deno.test("serveStaticFile() sends what the build has compressed, in the smallest form that the request takes", async () => {
  const files = await load();
  const path = "/build/main-ABC.js";
  const cases = {
    br: ["br", "gzip, br", "gzip, deflate, br, zstd", "BR", "*", "gzip, br;q=0.5"],
    gzip: ["gzip", "GZIP", "gzip;q=0.1", "gzip, br;q=0", "gzip, deflate"],
  } as const;
  for (const [coding, headers] of Object.entries(cases)) {
    for (const accept of headers) {
      const response = get(files, path, { "accept-encoding": accept });
      assertEquals(pick(response, "content-encoding", "vary"), [200, coding, "accept-encoding"], accept);
      const body = await response.bytes();
      assertEquals(response.headers.get("content-length"), String(body.length));
      const plain = coding === "br" ? brotliDecompressSync(body) : gunzipSync(body);
      assertEquals(new TextDecoder().decode(plain), SCRIPT);
    }
  }
  for (const accept of ["", "identity", "zstd", "gzip;q=0", "*;q=0", "br;q=0, gzip;q=0, *;q=1", "x;;=,;q=", "br;q=x"]) {
    const response = get(files, path, { "accept-encoding": accept });
    assertEquals(pick(response, "content-encoding", "vary"), [200, null, "accept-encoding"], accept);
    assertEquals(await response.text(), SCRIPT);
  }
  const image = get(files, "/icon.png", { "accept-encoding": "gzip" });
  assertEquals(pick(image, "content-encoding", "vary"), [200, null, null]);
});

Deno.test("loadStaticFiles() serves no compressed form by an address of its own", async () => {
  const files = await load();
  for (const path of ["/build/main-ABC.js.br", "/build/main-ABC.js.gz"]) {
    assertEquals(serveStaticFile(files, path, new Request("http://x/")), null, path);
  }
});

Deno.test("serveStaticFile() answers 304 to the ETag of the same form, and 200 to any other", async () => {
  const files = await load();
  const path = "/build/main-ABC.js";
  const gzip = { "accept-encoding": "gzip" };
  const plainTag = get(files, path).headers.get("etag") ?? "";
  const gzipTag = get(files, path, gzip).headers.get("etag") ?? "";
  assert(/^"[^"]+"$/.test(plainTag), "a strong ETag");
  assertNotEquals(plainTag, gzipTag);

  for (const tag of [plainTag, `W/${plainTag}`, `"x", ${plainTag}`, "*"]) {
    const response = get(files, path, { "if-none-match": tag });
    assertEquals(pick(response, "etag", "vary"), [304, plainTag, "accept-encoding"], tag);
    assertEquals(response.body, null);
  }
  assertEquals(get(files, path, { ...gzip, "if-none-match": gzipTag }).status, 304);
  assertEquals(get(files, path, { ...gzip, "if-none-match": plainTag }).status, 200);
  assertEquals(get(files, path, { "if-none-match": '"x"' }).status, 200);
});

Deno.test("serveStaticFile() reads no header that is longer than any browser's", async () => {
  const files = await load();
  const path = "/build/main-ABC.js";
  const etag = get(files, path).headers.get("etag") ?? "";
  const pad = (text: string, length: number) => `"x"${" ".repeat(length - text.length - 4)},${text}`;
  assertEquals(pad(etag, 512).length, 512);
  assertEquals(get(files, path, { "if-none-match": pad(etag, 512) }).status, 304);
  assertEquals(get(files, path, { "if-none-match": pad(etag, 513) }).status, 200);
  assertEquals(get(files, path, { "accept-encoding": pad("br", 512) }).headers.get("content-encoding"), "br");
  assertEquals(get(files, path, { "accept-encoding": pad("br", 513) }).headers.get("content-encoding"), null);
});

Deno.test("serveStaticFile() answers HEAD like GET without the body", async () => {
  const files = await load();
  const response = get(files, "/build/main-ABC.js", { range: "bytes=0-1" }, "HEAD");
  assertEquals(pick(response, "content-length"), [200, String(SCRIPT.length)]);
  assertEquals(response.body, null);
});

Deno.test("serveStaticFile() sends one range of the plain bytes", async () => {
  const files = await load();
  const path = "/build/main-ABC.js";
  const response = get(files, path, { range: "bytes=1-4", "accept-encoding": "gzip" });
  assertEquals(
    pick(response, "content-range", "content-length", "content-encoding"),
    [206, `bytes 1-4/${SCRIPT.length}`, "4", null],
  );
  assertEquals(await response.text(), SCRIPT.slice(1, 5));

  const beyond = get(files, path, { range: `bytes=${SCRIPT.length}-` });
  assertEquals(pick(beyond, "content-range", "cache-control"), [416, `bytes */${SCRIPT.length}`, "no-store"]);
  assertEquals(get(files, path, { range: "bytes=0-1,3-4" }).status, 200);
});

Deno.test("serveStaticFile() ignores a range of a form that is not current", async () => {
  const files = await load();
  const path = "/build/main-ABC.js";
  const tag = get(files, path).headers.get("etag") ?? "";
  const range = "bytes=0-0";
  assertEquals(get(files, path, { range, "if-range": tag }).status, 206);
  for (const other of ['"x"', `W/${tag}`, "Sun, 22 Nov 2026 10:00:00 GMT"]) {
    assertEquals(get(files, path, { range, "if-range": other }).status, 200, other);
  }
  assertEquals(get(files, path, { range, "if-none-match": tag }).status, 304);
});

Deno.test("parseByteRange() reads each form of RFC 9110 §14.1.2", () => {
  const cases: [header: string, expected: ReturnType<typeof parseByteRange>][] = [
    ["bytes=0-0", { first: 0, last: 0 }],
    ["Bytes=2-5", { first: 2, last: 5 }],
    ["bytes=2-99", { first: 2, last: 9 }],
    ["bytes=9-", { first: 9, last: 9 }],
    ["bytes=-3", { first: 7, last: 9 }],
    ["bytes=-99", { first: 0, last: 9 }],
    ["bytes=10-", "unsatisfiable"],
    ["bytes=10-12", "unsatisfiable"],
    ["bytes=-0", "unsatisfiable"],
    ["bytes=5-4", null],
    ["bytes=11-10", null],
    ["bytes=-", null],
    ["bytes=", null],
    ["bytes=1-2,4-5", null],
    ["items=0-1", null],
    ["bytes=0x1-2", null],
    ["bytes=1 - 2", null],
  ];
  for (const [header, expected] of cases) assertEquals(parseByteRange(header, 10), expected, header);
  for (const header of ["bytes=0-", "bytes=0-0", "bytes=-1"]) {
    assertEquals(parseByteRange(header, 0), "unsatisfiable", `${header} of nothing`);
  }
});

Deno.test("parseByteRange() never leaves the file", () => {
  fc.assert(fc.property(fc.nat(), fc.option(fc.nat()), fc.nat(1_000), (first, last, size) => {
    const range = parseByteRange(`bytes=${first}-${last ?? ""}`, size);
    if (range === null || range === "unsatisfiable") return;
    assert(range.first >= 0 && range.first <= range.last && range.last < size);
  }));
});
