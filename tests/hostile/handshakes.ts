/** Requests that no well-meaning client sends, with the answer that each must get. Data of `inputs_test.ts`. */

import { encodeHandshake } from "../doubles/raw_socket.ts";

export type HostileRequest = { readonly name: string; readonly request: string; readonly expected: string | RegExp };

function get(path: string, headers = ""): string {
  return `GET ${path} HTTP/1.1\r\nHost: call.example\r\nConnection: close\r\n${headers}\r\n`;
}

const REFUSED = /^http 4\d\d$/;
/** A refusal, or a connection that is cut without a word: Deno's own HTTP parser chooses. */
const REFUSED_OR_CUT = /^(?:http 4\d\d|end)$/;

const BLANKS = " ".repeat(60_000);

const ORIGINS: HostileRequest[] = [
  "null",
  "https://evil.example",
  "https://call.example.evil.example",
  "https://evilcall.example",
  "https://call.example:444",
  "https://call.example@evil.example",
  "https://call.example/",
  "https://call.example https://evil.example",
  "file://",
].map((origin) => ({ name: `Origin ${origin}`, request: encodeHandshake({ Origin: origin }), expected: "http 403" }));

export const HOSTILE_REQUESTS: readonly HostileRequest[] = [
  ...ORIGINS,
  { name: "two Origins", request: encodeHandshake({ Origin: "https://call.example", origin: "x" }), expected: REFUSED },
  { name: "the socket without an Upgrade", request: get("/socket"), expected: "http 426" },
  { name: "POST to the socket", request: encodeHandshake({}, "POST /socket HTTP/1.1"), expected: "http 405" },
  { name: "WebSocket version 12", request: encodeHandshake({ "Sec-WebSocket-Version": "12" }), expected: "http 426" },
  { name: "no key", request: encodeHandshake({ "Sec-WebSocket-Key": "" }), expected: "http 400" },
  { name: "Upgrade: h2c", request: encodeHandshake({ Upgrade: "h2c" }), expected: "http 426" },
  { name: "8 KiB of commas as Upgrade", request: encodeHandshake({ Upgrade: ", ".repeat(4_096) }), expected: REFUSED },
  {
    name: "bytes 80 to FF as the version",
    request: encodeHandshake({ "Sec-WebSocket-Version": "\x80\xff\xfe" }),
    expected: REFUSED,
  },
  {
    name: "bytes 80 to FF as the key",
    request: encodeHandshake({ "Sec-WebSocket-Key": "\x80\xff\xfe" }),
    expected: "http 400",
  },
  {
    name: "bytes 80 to FF as the Origin",
    request: encodeHandshake({ "Origin": "https://call.example\x80\xff" }),
    expected: "http 403",
  },
  { name: "a short key", request: encodeHandshake({ "Sec-WebSocket-Key": "c2hvcnQ=" }), expected: "http 400" },
  { name: "no Host", request: "GET / HTTP/1.1\r\nConnection: close\r\n\r\n", expected: /^http (?:200|4\d\d)$/ },
  { name: "a Host that is none", request: get("/").replace("call.example", "%%^ bad"), expected: "http 400" },
  { name: "traversal", request: get("/../../etc/passwd"), expected: "http 404" },
  { name: "traversal, encoded", request: get("/%2e%2e%2f%2e%2e%2fetc/passwd"), expected: "http 404" },
  { name: "traversal by backslashes", request: get("/..\\..\\etc\\passwd"), expected: REFUSED_OR_CUT },
  { name: "traversal inside build/", request: get("/build/..%2f..%2fserver.ts"), expected: "http 404" },
  { name: "a NUL in the path", request: get("/%00"), expected: "http 404" },
  { name: "a path that starts with two slashes", request: get("//evil.example/"), expected: "http 404" },
  { name: "malformed percent signs", request: get("/%zz%"), expected: "http 404" },
  { name: "__proto__ as a path", request: get("/__proto__"), expected: "http 404" },
  { name: "a 64 KiB header", request: get("/", `X-Big: ${"a".repeat(65_536)}\r\n`), expected: REFUSED_OR_CUT },
  { name: "60 KB of blanks in an ETag", request: get("/", `If-None-Match: a${BLANKS}b\r\n`), expected: "http 200" },
  { name: "60 KB of blanks as a coding", request: get("/", `Accept-Encoding: a${BLANKS}b\r\n`), expected: "http 200" },
  { name: "500 headers", request: get("/", "X: a\r\n".repeat(500)), expected: REFUSED_OR_CUT },
  { name: "a 70,000 byte path", request: get(`/${"a".repeat(70_000)}`), expected: REFUSED_OR_CUT },
  { name: "a NUL in a header", request: get("/", "X-Bad: a\0b\r\n"), expected: REFUSED_OR_CUT },
  { name: "a folded header", request: get("/", "X-A: b\r\n c\r\n"), expected: REFUSED_OR_CUT },
  {
    name: "length and chunks at once",
    request: "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
    expected: REFUSED_OR_CUT,
  },
  { name: "two lengths", request: get("/", "Content-Length: 1\r\nContent-Length: 2\r\n"), expected: REFUSED_OR_CUT },
  { name: "TRACE", request: get("/").replace("GET", "TRACE"), expected: "http 405" },
  { name: "CONNECT", request: "CONNECT evil.example:80 HTTP/1.1\r\nHost: evil.example:80\r\n\r\n", expected: REFUSED },
  { name: "a method of our own", request: get("/").replace("GET", "FROB"), expected: "http 405" },
  {
    name: "a TLS hello",
    request: "\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03".padEnd(517, "\0"),
    expected: REFUSED_OR_CUT,
  },
  { name: "no HTTP at all", request: "\0\0\0\0\r\n\r\n", expected: REFUSED_OR_CUT },
];
