/** Which page may be in whose frame, by what the real server answers. */

import { assertEquals, assertMatch, assertNotEquals } from "@std/assert";
import { brotliDecompressSync } from "node:zlib";
import { startServer } from "../../../server.ts";
import { compress } from "../../../client/page/build/compress.ts";
import { parseConfig } from "../../../signaling/config/config.ts";

const ROOT = new URL("../../../", import.meta.url);
const ORIGINS = "https://tea.example.com,http://localhost:8080";

async function withSetting(EMBED_ORIGINS: string, body: (origin: string) => Promise<void>): Promise<void> {
  const folder = await Deno.makeTempDir();
  await Deno.mkdir(`${folder}/build`);
  const page = await Deno.readFile(new URL("static/index.html", ROOT));
  for (const [ending, bytes] of Object.entries({ ...compress(page), "": page })) {
    await Deno.writeFile(`${folder}/build/index.html${ending}`, bytes);
  }
  const variables: Record<string, string> = { PORT: "0", HOST: "127.0.0.1", STUN_PORT: "0", EMBED_ORIGINS };
  const server = await startServer(parseConfig((name) => variables[name]), folder);
  try {
    await body(`http://127.0.0.1:${server.port}`);
  } finally {
    await server.stop();
    await Deno.remove(folder, { recursive: true });
  }
}

/** Reads who may frame an answer: by its policy, and by the header that came before that. */
function readFraming({ headers }: Response): [ancestors: string, header: string | null] {
  const policy = headers.get("content-security-policy") ?? "";
  return [/frame-ancestors ([^;]*)/.exec(policy)?.[1] ?? "", headers.get("x-frame-options")];
}

async function ask(url: string, init: RequestInit = {}): Promise<Response & { text: () => Promise<string> }> {
  const response = await fetch(url, init);
  const text = await response.text();
  return Object.assign(response, { text: () => Promise.resolve(text) });
}

Deno.test("without EMBED_ORIGINS there is no page for frames, and nobody may frame any", () =>
  withSetting("", async (origin) => {
    const response = await ask(`${origin}/embed`);
    assertEquals([response.status, ...readFraming(response)], [404, "'none'", "deny"]);
    assertEquals(readFraming(await ask(`${origin}/`)), ["'none'", "deny"]);
  }));

Deno.test("with EMBED_ORIGINS their pages may frame that one page, and no other answer", () =>
  withSetting(ORIGINS, async (origin) => {
    const framed = await ask(`${origin}/embed`);
    assertEquals([framed.status, ...readFraming(framed)], [200, "https://tea.example.com http://localhost:8080", null]);
    const first = await ask(`${origin}/`);
    const others = ["/index.html", "/embed/", "/embed.html", "/build/embed.html", "/nothing", "/healthz", "/socket"];
    for (const path of ["/", ...others]) {
      assertEquals(readFraming(await ask(origin + path)), ["'none'", "deny"], path);
    }
    assertEquals(readFraming(await ask(`${origin}/embed`, { method: "POST" })), ["'none'", "deny"]);
    // But for that the policy and all else that guards the page is the same.
    const without = (response: Response) =>
      [...response.headers].map(([name, value]) => [name, value.replace(/frame-ancestors [^;]*/, "")])
        .filter(([name = ""]) => !["content-length", "date", "etag", "x-frame-options"].includes(name));
    assertEquals(without(framed), without(first));
  }));

Deno.test("the page for frames tells its script whose those may be, in each form, and 304 says no less of it", () =>
  withSetting(ORIGINS, async (origin) => {
    const text = await (await ask(`${origin}/embed`, { headers: { "accept-encoding": "identity" } })).text();
    assertMatch(text, /<meta name="embedders" content="https:\/\/tea\.example\.com http:\/\/localhost:8080">/);
    const first = await (await ask(`${origin}/`)).text();
    assertEquals(text.replace(/<meta name="embedders"[^>]*>/, ""), first);
    const connection = await Deno.connect({ hostname: "127.0.0.1", port: Number(new URL(origin).port) });
    await connection.write(
      new TextEncoder().encode(
        "GET /embed HTTP/1.1\r\nHost: x\r\nAccept-Encoding: br\r\nConnection: close\r\n\r\n",
      ),
    );
    const raw = await new Response(connection.readable).bytes();
    const end = new TextDecoder("latin1").decode(raw).indexOf("\r\n\r\n") + 4;
    assertEquals(new TextDecoder().decode(brotliDecompressSync(raw.subarray(end))), text);

    const { headers } = await ask(`${origin}/embed`);
    assertNotEquals(headers.get("etag"), (await ask(`${origin}/`)).headers.get("etag"));
    const again = await ask(`${origin}/embed`, { headers: { "if-none-match": headers.get("etag") ?? "" } });
    assertEquals([again.status, readFraming(again)[0]], [304, "https://tea.example.com http://localhost:8080"]);
  }));
