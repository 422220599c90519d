/** What browsers are known to stumble over, and no program here can show: that the page does none of it. */

import { assert, assertEquals } from "@std/assert";

const ROOT = new URL("../../", import.meta.url);

async function readAll(folder: string, name: RegExp): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  for await (const entry of Deno.readDir(new URL(folder, ROOT))) {
    const path = `${folder}${entry.name}`;
    if (entry.isDirectory) { for (const [each, text] of await readAll(`${path}/`, name)) files.set(each, text); }
    else if (name.test(path)) files.set(path, await Deno.readTextFile(new URL(path, ROOT)));
  }
  return files;
}

/** Where any of the texts has it. */
function find(files: ReadonlyMap<string, string>, what: RegExp): string[] {
  return [...files].filter(([, text]) => what.test(text)).map(([path]) => path);
}

Deno.test("No style turns anything in depth: Safari shows no picture where one does", async () => {
  const depth = /\b(?:matrix3d|perspective|rotate3d|rotate[XY]|scale3d|scaleZ|translate3d|translateZ)\b|preserve-3d/;
  assert(depth.test("transform: translateZ(0)"));
  assertEquals(find(await readAll("static/style/", /\.css$/), depth), []);
  assertEquals(find(await readAll("client/", /\.tsx$/), depth), []);
});

Deno.test("Every picture plays where it stands and by itself: an iPhone fills its screen with any other", async () => {
  const pictures = [...await readAll("client/", /\.tsx$/)].flatMap(([path, text]) =>
    [...text.matchAll(/<video\b.*?\/>/gs)].map(([element]) => ({ path, element }))
  );
  assert(pictures.length >= 8, `Only ${pictures.length} found`);
  const others = pictures.filter(({ element }) => !/\bplaysInline\b/i.test(element));
  assertEquals(others.map(({ path }) => path), []);
});

Deno.test("A sender is never taken from a connection: Firefox shows no picture whose stream has another number", async () => {
  const sources = await readAll("client/", /\.tsx?$/);
  assertEquals(find(sources, /\b(?:pc|connection)\.(?:removeTrack|addTrack|addStream|restartIce)\(/), []);
  assertEquals(find(sources, /addTransceiver\(/), ["client/transceivers/transceivers.ts"]);
});

Deno.test("No address is read from a candidate: before a device is granted it is a name that only browsers can look up", async () => {
  const sources = await readAll("client/", /\.tsx?$/);
  assertEquals(find(sources, /\bcandidate\w*\??\.(?:address|ip|relatedAddress)\b/i), []);
});
