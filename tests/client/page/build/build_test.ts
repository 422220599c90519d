import { assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { BuiltCopy } from "../../../doubles/built_copy.ts";
import { nameOrigin } from "../../../../signaling/pages/link_preview.ts";

/** Builds a copy of the sources in a folder of its own, and returns what the build prints and what it writes. */
async function buildElsewhere(): Promise<{ hash: string; files: Map<string, string> }> {
  await using copy = await BuiltCopy.create();
  const hash = /^Bundle: sha256 ([0-9a-f]{64})$/m.exec(copy.log)?.[1] ?? "";
  const files = new Map<string, string>();
  for await (const { name } of Deno.readDir(`${copy.staticFolder}/build`)) {
    files.set(name, await Deno.readTextFile(`${copy.staticFolder}/build/${name}`));
  }
  return { hash, files };
}

Deno.test("The same sources give the same bundle and the same hash, wherever they are built", async () => {
  const [one, other] = [await buildElsewhere(), await buildElsewhere()];
  assertMatch(one.hash, /^[0-9a-f]{64}$/);
  assertEquals(one.hash, other.hash);
  assertEquals(one.files, other.files);
  assertEquals(one.files.get("check.html")?.includes(`<code>${one.hash.slice(0, 16)}</code>`), true);
  const invitation = (one.files.get("index.html") ?? "").matchAll(
    /<meta\s+(?:property="og|name="twitter):([\w:]+)"\s+content="([^"]*)"\s*>/g,
  );
  assertEquals(Array.from(invitation, ([, name, content]) => [name, content]), [
    ["title", "You’re invited to a video call"],
    ["description", "Open the link to call, from browser to browser. There’s nothing to install."],
    ["type", "website"],
    ["site_name", "Video calling"],
    ["image", "link-preview.png"],
    ["image:width", "1200"],
    ["image:height", "630"],
    ["image:alt", "Two people side by side, in a video call"],
    ["card", "summary_large_image"],
  ], "A chat that is sent a link shows what it is, and nothing of whose");
  const named = nameOrigin(one.files.get("index.html") ?? "", "https://call.example.com");
  assertStringIncludes(named, `content="https://call.example.com/link-preview.png"`);
});
