/** What a chat's crawler gets of a link: asked over the network, of the real server with the page's own head. */

import { assertEquals, assertMatch, assertNotEquals } from "@std/assert";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { startServer } from "../../../server.ts";
import { compress } from "../../../client/page/build/compress.ts";
import { parseConfig } from "../../../signaling/config/config.ts";
import { findPublicOrigin } from "../../../signaling/pages/link_preview.ts";

const ROOT = new URL("../../../", import.meta.url);
const READ = { br: brotliDecompressSync, gzip: gunzipSync } as const;

/** Serves a page that has the head of the first one, and the picture. */
async function withHead(PUBLIC_HOST: string, body: (origin: string) => Promise<void>): Promise<void> {
  const folder = await Deno.makeTempDir();
  await Deno.mkdir(`${folder}/build`);
  const page = await Deno.readFile(new URL("static/index.html", ROOT));
  for (const [ending, bytes] of Object.entries({ ...compress(page), "": page })) {
    await Deno.writeFile(`${folder}/build/index.html${ending}`, bytes);
  }
  await Deno.copyFile(new URL("static/link-preview.png", ROOT), `${folder}/link-preview.png`);
  const variables: Record<string, string> = { PORT: "0", HOST: "127.0.0.1", STUN_PORT: "0", PUBLIC_HOST };
  const server = await startServer(parseConfig((name) => variables[name]), folder);
  try {
    await body(`http://127.0.0.1:${server.port}`);
  } finally {
    await server.stop();
    await Deno.remove(folder, { recursive: true });
  }
}

type Answer = { readonly status: number; readonly headers: Headers; readonly bytes: Uint8Array };

/** Asks by HTTP/1.1 as it is written, since `fetch` neither sends any `Host` nor shows what was compressed. */
async function ask(origin: string, path: string, lines: readonly string[]): Promise<Answer> {
  const { hostname, port } = new URL(origin);
  const connection = await Deno.connect({ hostname, port: Number(port) });
  await connection.write(
    new TextEncoder().encode([`GET ${path} HTTP/1.1`, ...lines, "Connection: close", "", ""].join("\r\n")),
  );
  const all = await new Response(connection.readable).bytes();
  const end = new TextDecoder("latin1").decode(all).indexOf("\r\n\r\n");
  const [status = "", ...fields] = new TextDecoder().decode(all.subarray(0, end)).split("\r\n");
  const headers = new Headers(fields.map((field): [string, string] => {
    const colon = field.indexOf(":");
    return [field.slice(0, colon), field.slice(colon + 1).trim()];
  }));
  return { status: Number(status.split(" ")[1]), headers, bytes: all.subarray(end + 4) };
}

/** What the page says of itself to chats, by name. */
function readTags(html: string): Record<string, string | undefined> {
  const tags = html.matchAll(/<meta\s+(?:property|name)="((?:og|twitter):[\w:]+)"\s+content="([^"]*)"/g);
  return Object.fromEntries(Array.from(tags, ([, name, content]) => [name, content]));
}

async function readPage(origin: string, lines: readonly string[]): Promise<Record<string, string | undefined>> {
  return readTags(new TextDecoder().decode((await ask(origin, "/", lines)).bytes));
}

Deno.test("a chat that is sent a link gets the whole address of the picture, by the first name in PUBLIC_HOST", () =>
  withHead("call.example.com:443,other.example.com", async (origin) => {
    const tags = await readPage(origin, ["Host: other.example.com"]);
    assertEquals(tags["og:image"], "https://call.example.com/link-preview.png");
    assertEquals([tags["og:image:width"], tags["og:image:height"]], ["1200", "630"]);
    assertEquals(tags["twitter:card"], "summary_large_image");
    assertMatch(tags["og:image:alt"] ?? "", /^Two people/);
    assertEquals(tags["og:url"], undefined, "Who follows it in place of the link loses the invitation");

    const picture = await ask(origin, "/link-preview.png", ["Host: call.example.com"]);
    assertEquals([picture.status, picture.headers.get("content-type")], [200, "image/png"]);
    const head = new DataView(picture.bytes.buffer, picture.bytes.byteOffset + 16);
    assertEquals([head.getUint32(0), head.getUint32(4)], [1200, 630]);
    assertEquals(picture.bytes.length < 100_000, true, `The picture has ${picture.bytes.length} bytes`);
  }));

Deno.test("whatever a request calls itself, its Host and a proxy's headers get into no page", async () => {
  const evil = ["Host: evil.example", "X-Forwarded-Host: evil.example", "Forwarded: host=evil.example"];
  for (const [publicHost, image] of [["", ""], ["call.example.com", "https://call.example.com/"]] as const) {
    await withHead(publicHost, async (origin) => {
      const { bytes, headers } = await ask(origin, "/", evil);
      const html = new TextDecoder().decode(bytes);
      assertEquals(html.includes("evil.example"), false);
      assertEquals(readTags(html)["og:image"], `${image}link-preview.png`);
      const other = await ask(origin, "/", ["Host: x"]);
      assertEquals(other.headers.get("etag"), headers.get("etag"), "One page, whoever asks");
    });
  }
});

Deno.test("each form of the page says the same, under an ETag of its own, and is cached and guarded as before", async () => {
  const snapshots: Record<string, string | null>[] = [];
  for (const publicHost of ["", "call.example.com"]) {
    await withHead(publicHost, async (origin) => {
      const plain = await ask(origin, "/", ["Host: x"]);
      for (const coding of ["br", "gzip"] as const) {
        const lines = ["Host: x", `Accept-Encoding: ${coding}`];
        const { headers, bytes } = await ask(origin, "/", lines);
        assertEquals([headers.get("content-encoding"), headers.get("content-length")], [coding, String(bytes.length)]);
        assertEquals(new Uint8Array(READ[coding](bytes)), plain.bytes);
        assertNotEquals(headers.get("etag"), plain.headers.get("etag"));
        const again = await ask(origin, "/", [...lines, `If-None-Match: ${headers.get("etag")}`]);
        assertEquals([again.status, again.bytes.length], [304, 0]);
      }
      const names = ["cache-control", "vary", "content-security-policy", "cross-origin-resource-policy"];
      snapshots.push(Object.fromEntries(names.map((name) => [name, plain.headers.get(name)])));
    });
  }
  const [without, named] = snapshots;
  assertEquals(named, without);
  assertEquals([without?.["cache-control"], without?.["vary"]], ["no-cache", "accept-encoding"]);
  assertEquals(without?.["cross-origin-resource-policy"], "same-origin");
});

Deno.test("a chat in a browser may show the picture, and nothing else of ours", () =>
  withHead("", async (origin) => {
    const read = async (path: string) => {
      const { headers } = await ask(origin, path, ["Host: x"]);
      return headers.get("cross-origin-resource-policy");
    };
    assertEquals(await read("/link-preview.png"), "cross-origin");
    assertEquals([await read("/"), await read("/nothing"), await read("/healthz")], Array(3).fill("same-origin"));
  }));

Deno.test("findPublicOrigin() takes the first name, on HTTPS but for a loopback one without a certificate", () => {
  const find = (publicHost: string, certificate = "") => {
    const variables: Record<string, string> = {
      ...{ PUBLIC_HOST: publicHost, TLS_CERT: certificate, TLS_KEY: certificate },
    };
    return findPublicOrigin(parseConfig((name) => variables[name]));
  };
  assertEquals(find(""), null);
  assertEquals(find("a.example, b.example"), "https://a.example");
  assertEquals(find("a.example:443"), "https://a.example");
  assertEquals(find("a.example:8443"), "https://a.example:8443");
  assertEquals(find("localhost:5000"), "http://localhost:5000");
  assertEquals(find("127.0.0.1:80"), "http://127.0.0.1");
  assertEquals(find("[::1]:5000"), "http://[::1]:5000");
  assertEquals(find("localhost:5000", "certificate.pem"), "https://localhost:5000");
  assertEquals(find("localhost.example"), "https://localhost.example");
  assertEquals(find("a.example:99999"), null);
});
