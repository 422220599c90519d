/** What the manifest and the page promise of pictures and addresses is there, and as they say. */

import { assert, assertEquals, assertExists } from "@std/assert";
import { contentType } from "@std/media-types";

const STATIC = new URL("../../static/", import.meta.url);
const PNG = "89504e470d0a1a0a";
/** Of a PNG: its colours from a palette, with or without a part that says how much each covers (W3C PNG §11.3.1). */
const PALETTE = 3;
const WITH_ALPHA = 6;

interface Image {
  readonly src: string;
  readonly sizes: string;
  readonly type: string;
  readonly purpose?: string;
}

interface Manifest {
  readonly id: string;
  readonly start_url: string;
  readonly icons: readonly Image[];
  readonly shortcuts: readonly { readonly url: string; readonly icons: readonly Image[] }[];
  readonly launch_handler: { readonly client_mode: string };
}

async function readManifest(): Promise<Manifest> {
  return JSON.parse(await Deno.readTextFile(new URL("manifest.webmanifest", STATIC)));
}

interface Png {
  readonly size: string;
  readonly colorType: number;
  readonly chunks: readonly string[];
}

/** Reads how large a PNG is, and how it is made. */
async function readPng(name: string): Promise<Png> {
  const bytes = await Deno.readFile(new URL(name, STATIC));
  assertEquals(bytes.subarray(0, 8).toHex(), PNG, name);
  const view = new DataView(bytes.buffer);
  const chunks: string[] = [];
  for (let at = 8; at < bytes.length; at += 12 + view.getUint32(at)) {
    chunks.push(new TextDecoder().decode(bytes.subarray(at + 4, at + 8)));
  }
  assertEquals([chunks[0], chunks.at(-1)], ["IHDR", "IEND"], name);
  return { size: `${view.getUint32(16)}x${view.getUint32(20)}`, colorType: view.getUint8(25), chunks };
}

Deno.test("each picture that the manifest names is there, of the size and type that it says", async () => {
  const { icons, shortcuts } = await readManifest();
  const all = [...icons, ...shortcuts.flatMap((shortcut) => shortcut.icons)];
  assert(all.length > 0);
  for (const { src, sizes, type } of all) {
    assertEquals(contentType(/\.\w+$/.exec(src)?.[0] ?? ""), type, src);
    if (type === "image/png") assertEquals((await readPng(src)).size, sizes, src);
    else assertEquals([type, sizes, (await Deno.stat(new URL(src, STATIC))).isFile], ["image/svg+xml", "any", true]);
  }
});

Deno.test("the manifest has the icons that systems ask for: 192, 512, and a whole square to cut a shape out of", async () => {
  const { icons } = await readManifest();
  const ofPurpose = (wanted: string) => icons.filter(({ purpose }) => purpose === wanted).map(({ sizes }) => sizes);
  assertEquals(ofPurpose("any"), ["any", "192x192", "512x512"]);
  assertEquals(ofPurpose("maskable"), ["512x512"]);
  for (const { src, purpose } of icons.filter(({ type }) => type === "image/png")) {
    const { colorType, chunks } = await readPng(src);
    const isWhole = colorType === PALETTE && !chunks.includes("tRNS");
    assertEquals([isWhole, colorType === WITH_ALPHA], purpose === "maskable" ? [true, false] : [false, true], src);
  }
});

Deno.test("the manifest's addresses are those of pages, from wherever it stands, and a launch loads no call away", async () => {
  const { id, start_url, shortcuts, launch_handler } = await readManifest();
  assert(id !== "");
  assertEquals(start_url, "./");
  for (const { url } of shortcuts) assertEquals((await Deno.stat(new URL(`${url}.html`, STATIC))).isFile, true, url);
  assertEquals(launch_handler.client_mode, "focus-existing");
});

Deno.test("the page's own icons, and the picture of its links, are as it says", async () => {
  const html = await Deno.readTextFile(new URL("index.html", STATIC));
  for (const [, name = ""] of html.matchAll(/<link rel="(?:icon|apple-touch-icon|manifest)" href="([^"]+)"/g)) {
    assertEquals((await Deno.stat(new URL(name, STATIC))).isFile, true, name);
  }
  const touch = await readPng("apple-touch-icon.png");
  assertEquals([touch.size, touch.chunks.includes("tRNS")], ["180x180", false]);
  const read = (name: string) => new RegExp(`<meta property="og:${name}" content="([^"]+)"`).exec(html)?.[1];
  const picture = read("image");
  assertExists(picture);
  assertEquals((await readPng(picture)).size, `${read("image:width")}x${read("image:height")}`);
  assert((await Deno.stat(new URL(picture, STATIC))).size < 100_000);
});
