/**
 * Imports point one way. One table says which rooms each room may know: its row is all that it imports, so that a new
 * arrow is a decision and no accident. Neither rooms nor files go round in a circle, not even by types alone.
 */

import { assert, assertEquals } from "@std/assert";

const ROOT = new URL("../../", import.meta.url);
/** What implements an interface of the server by an outside service, or stands in for one. */
const ADAPTER = /_bus\.ts$/;
/** What of the client holds a socket or a peer connection open. */
const TRANSPORT = /\bnew (?:WebSocket|RTCPeerConnection)\b/;

interface Module {
  readonly path: string;
  readonly source: string;
  /** As paths from the root, or as package names. */
  readonly imports: string[];
}

function withoutComments(source: string): string {
  return source.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, "");
}

/** Leaves out what a compiler takes out: it loads nothing. */
function withoutTypes(source: string): string {
  return withoutComments(source).replace(/\b(?:import|export)\s+type\b[^;]*;|\btypeof\s+import\([^)]*\)/g, "");
}

function findImports(path: string, source: string): string[] {
  const statement = /(?:\bfrom\s*|\bimport\s*\(?\s*)["']([^"'\s]+)["']/g;
  return [...withoutComments(source).matchAll(statement)].map(([, specifier = ""]) =>
    specifier.startsWith(".") ? new URL(specifier, `file:///${path}`).pathname.slice(1) : specifier
  );
}

async function readModules(folder: string): Promise<Module[]> {
  const modules: Module[] = [];
  for await (const { name, isDirectory } of Deno.readDir(new URL(folder, ROOT))) {
    const path = `${folder}${name}`;
    if (isDirectory) modules.push(...await readModules(`${path}/`));
    else if (/\.tsx?$/.test(name)) modules.push(await readModule(path));
  }
  return modules;
}

async function readModule(path: string): Promise<Module> {
  const source = await Deno.readTextFile(new URL(path, ROOT));
  return { path, source, imports: findImports(path, source) };
}

/** Lists the imports that `isFine` does not allow, as `from → to`. */
function findForbidden(modules: Module[], isFine: (to: string, from: string) => boolean): string[] {
  return modules.flatMap(({ path, imports }) =>
    imports.filter((to) => !isFine(to, path)).map((to) => `${path} → ${to}`)
  );
}

function isPackage(specifier: string): boolean {
  return !/^(?:bench|client|deploy|doctor|signaling|start|static|tests)\/|^server\.ts$/.test(specifier);
}

Deno.test("findImports() sees every form of import and no comment", () => {
  const source = `
    import { a } from "./a.ts";
    import type { b } from '../b.ts';
    import "./c.css";
    export * from "preact";
    import {
      d,
    } from "./sub/d.ts";
    const e = await import("./e.ts");
    // import { x } from "./x.ts";
    /* import { y } from "./y.ts"; */`;
  const expected = ["client/a.ts", "b.ts", "client/c.css", "preact", "client/sub/d.ts", "client/e.ts"];
  assertEquals(findImports("client/main.tsx", source), expected);
});

/** Room → the rooms that it may import from, besides itself. `client` and `signaling` stand for the files at their top. */
const ROOMS: Record<string, readonly string[]> = {
  "signaling": ["signaling/protocol"],
  "signaling/protocol": [],
  "signaling/address": [],
  "signaling/bus": ["signaling"],
  "signaling/redis": ["signaling", "signaling/bus"],
  "signaling/config": ["signaling/address", "signaling/push", "signaling/redis"],
  "signaling/limits": ["signaling", "signaling/address", "signaling/bus", "signaling/config", "signaling/protocol"],
  "signaling/ice": ["signaling", "signaling/address", "signaling/config"],
  "signaling/monitoring": ["signaling", "signaling/config", "signaling/limits", "signaling/protocol"],
  "signaling/push": ["signaling", "signaling/address", "signaling/protocol"],
  "signaling/session": [
    ...["signaling", "signaling/bus", "signaling/ice", "signaling/limits", "signaling/monitoring"],
    ...["signaling/protocol", "signaling/push"],
  ],
  "signaling/http": [
    ...["signaling", "signaling/address", "signaling/bus", "signaling/config", "signaling/ice", "signaling/limits"],
    ...["signaling/monitoring", "signaling/pages", "signaling/protocol", "signaling/push", "signaling/session"],
  ],
  "signaling/pages": ["signaling/config"],
  "client/bounds": ["signaling", "signaling/protocol"],
  "client/time": [],
  "client/page": ["client/words/en", "client/words/grammar"],
  // Runs when the page is built, and never in a browser: no other room has it in its row.
  "client/page/build": [
    ...["client/features", "client/model", "client/screens", "client/screens/check", "client/screens/home"],
    ...["client/words/en", "client/words/en/home", "client/words/grammar"],
  ],
  // The button runs on pages of others.
  "client/embed": [
    ...["client/call", "client/model", "client/page", "client/screens/home", "client/words/en/features"],
  ],
  "client/ice": [],
  "client/reach": [
    ...["client/attention", "client/bounds", "client/conversation", "client/kept", "client/kept/people"],
    ...["client/proof", "signaling", "signaling/protocol"],
  ],
  "client/proof": ["signaling", "signaling/protocol", "client/bounds"],
  "client/identity": ["signaling", "client/kept", "client/proof"],
  "client/kept/people": ["client/kept", "signaling", "signaling/protocol"],
  "client/kept": ["signaling", "signaling/protocol", "client/bounds"],
  "client/socket": ["signaling", "signaling/protocol", "client/identity", "client/time"],
  "client/media": ["client/bounds"],
  "client/devices": ["signaling/protocol", "client/bounds", "client/kept", "client/media"],
  "client/transceivers": ["client/bounds", "client/media"],
  "client/sending": ["client/bounds", "client/media", "client/page", "client/transceivers"],
  "client/connection": [
    ...["signaling", "client/bounds", "client/ice", "client/media", "client/proof", "client/transceivers"],
  ],
  "client/streams": ["signaling/protocol", "client/bounds"],
  "client/bulk": [
    ...["signaling", "signaling/protocol", "client/bounds", "client/connection", "client/proof", "client/streams"],
  ],
  "client/call": ["signaling", "client/connection", "client/identity", "client/media", "client/proof"],
  "client/feature": [
    ...["signaling", "signaling/protocol", "client/bounds", "client/bulk", "client/call", "client/connection"],
    ...["client/media", "client/streams"],
  ],
  "client/features/chat": ["signaling", "signaling/protocol", "client/feature", "client/kept"],
  "client/features/chat_pictures": ["signaling/protocol", "client/bounds", "client/feature", "client/streams"],
  "client/features/screen_share": ["client/bounds", "client/feature"],
  "client/features/screen_share/screen": [
    ...["client/conversation", "client/feature", "client/features/media_state", "client/features/screen_share"],
    ...["client/model", "client/screens/pieces", "client/words", "client/words/en/features"],
  ],
  "client/features/draw": ["signaling/protocol", "client/feature"],
  "client/features/draw/screen": [
    ...["client/conversation", "client/feature", "client/features/draw", "client/features/media_state"],
    ...["client/features/screen_share", "client/model", "client/screens/pieces", "client/words"],
    "client/words/en/features",
  ],
  "client/features/chat/screen": [
    ...["client/bounds", "client/conversation", "client/feature", "client/features/chat"],
    ...["client/features/chat_pictures", "client/model", "client/page", "client/screens/pieces"],
    ...["client/words", "client/words/en/features"],
  ],
  "client/features/files": [
    ...["signaling", "signaling/protocol", "client/bounds", "client/feature", "client/features/files/blocks"],
    ...["client/features/files/places", "client/streams"],
  ],
  "client/features/files/blocks": ["signaling", "signaling/protocol", "client/streams"],
  "client/features/files/places": ["client/features/files/blocks", "client/streams"],
  "client/features/files/screen": [
    ...["client/conversation", "client/feature", "client/features/files", "client/model", "client/page"],
    ...["client/screens/pieces", "client/words", "client/words/en/features", "client/words/grammar"],
  ],
  "client/features/comparison": ["signaling", "signaling/protocol", "client/bounds", "client/feature", "client/kept"],
  "client/features/comparison/screen": [
    ...["client/conversation", "client/features/comparison", "client/kept/people", "client/model"],
    ...["client/screens/pieces", "client/words", "client/words/en"],
  ],
  "client/features/devices/screen": [
    ...["client/bounds", "client/devices", "client/model", "client/screens/pieces", "client/words"],
    "client/words/en/features",
  ],
  "client/features/preview/screen": [
    ...["client/bounds", "client/devices", "client/features/devices/screen", "client/model", "client/screens/controls"],
    ...["client/screens/pieces", "client/words", "client/words/en/features"],
  ],
  "client/features/keyboard": [],
  "client/features/keyboard/screen": [
    ...["client/conversation", "client/features/keyboard", "client/model", "client/screens/pieces", "client/words"],
    "client/words/en/features",
  ],
  "client/features/pictures": [],
  "client/features/pictures/screen": [
    ...["client/features/media_state", "client/features/pictures", "client/model", "client/screens/controls"],
    ...["client/screens/pieces", "client/words", "client/words/en/features"],
  ],
  "client/features/reactions": ["signaling", "client/feature"],
  "client/features/sight": ["signaling/protocol", "client/feature"],
  "client/features/quality": [
    ...["signaling/protocol", "client/bounds", "client/connection", "client/feature", "client/kept"],
  ],
  "client/features/quality/screen": [
    ...["client/conversation", "client/feature", "client/features/quality", "client/model", "client/page"],
    ...["client/screens/pieces", "client/sending", "client/words", "client/words/en/features"],
  ],
  "client/features/reactions/screen": [
    ...["client/conversation", "client/feature", "client/features/reactions", "client/model", "client/screens/pieces"],
    ...["client/words", "client/words/en/features"],
  ],
  "client/features/hold/screen": [
    ...["signaling", "client/conversation", "client/feature", "client/features/screen_share", "client/model"],
    ...["client/screens/controls", "client/screens/pieces", "client/words", "client/words/en/features"],
    "client/words/en/home",
  ],
  "client/features/notes/screen": [
    ...["client/bounds", "client/conversation", "client/model", "client/page", "client/screens/notes"],
  ],
  "client/features/ringing": [
    ...["client/attention", "client/bounds", "client/conversation", "client/kept", "client/kept/people"],
    ...["signaling/protocol"],
  ],
  "client/features/who_rings": [
    ...["client/call", "client/identity", "client/kept", "client/kept/people", "client/model"],
    ...["client/proof", "signaling", "signaling/protocol"],
  ],
  "client/features/who_rings/screen": [
    ...["client/bounds", "client/identity"],
    ...["client/conversation", "client/features/who_rings", "client/model", "client/screens/pieces"],
    ...["client/words", "client/words/en/home"],
  ],
  "client/features/ringing/screen": [
    ...["client/attention", "client/bounds", "client/features/ringing", "client/features/who_rings/screen"],
    ...["client/kept/people", "client/model", "client/page", "client/screens/pieces", "client/words"],
    ...["client/words/en/home"],
  ],
  "client/features/reach": [
    ...["client/bounds", "client/conversation", "client/feature", "client/identity", "client/kept"],
    ...["client/kept/people", "client/model", "client/reach", "client/socket", "client/words"],
    ...["client/words/en/home", "signaling", "signaling/protocol"],
  ],
  "client/features/media_state": ["signaling/protocol", "client/feature", "client/media"],
  "client/features": [
    ...["client/conversation", "client/feature", "client/features/chat", "client/features/chat/screen"],
    "client/features/chat_pictures",
    ...["client/features/comparison", "client/features/comparison/screen", "client/features/media_state"],
    ...[
      "client/features/devices/screen",
      "client/features/hold/screen",
      "client/features/keyboard/screen",
      "client/features/notes/screen",
      "client/features/pictures/screen",
      "client/features/preview/screen",
      "client/features/reach",
      "client/features/reactions",
      "client/features/reactions/screen",
      "client/features/ringing/screen",
    ],
    ...["client/features/draw", "client/features/draw/screen"],
    ...["client/features/files", "client/features/files/screen"],
    ...["client/features/quality", "client/features/quality/screen"],
    ...["client/features/screen_share", "client/features/screen_share/screen", "client/features/sight"],
    ...["client/model", "client/page"],
  ],
  "client/path": ["client/bounds", "client/call", "client/connection"],
  "client/line": [
    ...["signaling", "client/bounds", "client/bulk", "client/call", "client/connection", "client/media"],
    ...["signaling/protocol", "client/feature", "client/path", "client/proof", "client/transceivers"],
  ],
  "client/admission": [
    ...["signaling", "signaling/protocol", "client/bounds", "client/call", "client/kept", "client/proof"],
  ],
  "client/conversation": [
    ...["client/admission", "client/bounds", "client/call", "client/connection", "client/feature"],
    ...["client/identity", "client/kept", "client/kept/people", "client/line", "client/media"],
    ...["client/proof", "client/socket", "client/time", "client/transceivers", "signaling"],
    ...["signaling/protocol"],
  ],
  "client/rejoin": [
    ...["signaling", "client/bounds", "client/call", "client/conversation", "client/feature", "client/kept"],
  ],
  "client/attention": [
    ...["signaling", "signaling/protocol", "client/admission", "client/bounds", "client/conversation", "client/kept"],
  ],
  "client/model": [
    ...["client/conversation", "client/devices", "client/feature", "client/identity", "client/kept/people"],
    ...["client/media", "client/rejoin", "client/socket", "client/words/grammar", "signaling"],
  ],
  "client/words/grammar": [],
  "client/words/en": [
    ...[
      "signaling",
      "client/features/comparison",
      "client/media",
      "client/model",
      "client/socket",
    ],
    "client/words/grammar",
  ],
  "client/words/en/features": [
    "client/features/files",
    "client/features/reactions",
    "client/features/screen_share",
    "client/words/grammar",
  ],
  "client/words/en/home": ["client/words/grammar"],
  "client/words/de": ["client/words/de/features", "client/words/de/home", "client/words/en", "client/words/grammar"],
  "client/words/de/features": ["client/words/en/features", "client/words/grammar"],
  "client/words/de/home": ["client/words/en/home", "client/words/grammar"],
  "client/words": [
    ...["signaling", "client/call", "client/conversation", "client/identity", "client/kept"],
    ...[
      "client/model",
      "client/socket",
      "client/words/en",
      "client/words/en/features",
      "client/words/en/home",
      "client/words/grammar",
    ],
  ],
  "client/screens/pieces": [
    ...["client/bounds", "client/conversation", "client/kept/people", "client/media", "client/model"],
    ...["client/words", "client/words/en", "signaling"],
  ],
  "client/screens/home": [
    ...["client/kept", "client/kept/people", "client/model", "client/page", "client/screens/people"],
    ...["client/screens/pieces", "client/words", "client/words/en", "client/words/grammar", "signaling"],
  ],
  "client/screens/people": [
    ...["client/identity", "client/kept/people", "client/model", "client/page", "client/screens/pieces"],
    ...["client/words", "client/words/en/home", "signaling", "signaling/protocol"],
  ],
  "client/screens/scan": [
    ...["client/identity", "client/media", "client/model", "client/page", "client/screens/home"],
    ...["client/screens/pieces", "client/words"],
    "client/words/en/home",
  ],
  "client/notes": [
    ...["client/admission", "client/bounds", "client/identity", "client/kept", "client/kept/people"],
    ...["client/model", "client/proof", "client/time", "signaling", "signaling/protocol"],
  ],
  "client/screens/notes": [
    ...["client/features/chat", "client/kept/people", "client/model", "client/notes"],
    ...["client/screens/people", "client/screens/pieces", "client/words", "client/words/en/home"],
    ...["signaling", "signaling/protocol"],
  ],
  "client/screens/controls": ["signaling", "client/model", "client/screens/pieces", "client/words"],
  "client/screens/call": [
    ...["client/bounds", "client/call", "client/conversation", "client/features"],
    ...["client/features/media_state", "client/features/who_rings/screen", "client/kept/people"],
    ...["client/model", "client/page", "client/screens/controls", "client/screens/pieces", "client/words"],
    ...["client/words/en/home", "client/words/grammar"],
  ],
  "client/screens/check": [
    ...[
      "signaling",
      "client/connection",
      "client/ice",
      "client/identity",
      "client/kept",
      "client/media",
      "client/model",
    ],
    ...["client/page", "client/screens/pieces", "client/socket", "client/words", "client/words/en"],
  ],
  "client/screens": [
    ...["client/conversation", "client/features/media_state", "client/kept/people", "client/model"],
    ...["client/screens/call", "client/screens/home", "client/screens/pieces", "client/words"],
  ],
  "client/app": [
    ...["client/bounds", "client/features/chat", "client/features/chat/screen", "client/features/reach"],
    ...["client/identity", "client/kept", "client/model", "client/notes", "client/page"],
    ...["client/screens/home", "client/screens/notes", "client/screens/pieces", "client/screens/scan"],
    ...["client/words", "client/words/en/home", "signaling", "signaling/protocol"],
  ],
  "client": [
    ...["client/admission", "client/app", "client/attention", "client/bounds", "client/bulk"],
    ...["client/call", "client/connection", "client/conversation", "client/devices", "client/embed"],
    ...["client/features", "client/features/who_rings", "client/ice", "client/identity", "client/kept"],
    ...["client/kept/people", "client/line", "client/media", "client/model", "client/page", "client/proof"],
    ...["client/rejoin", "client/screens", "client/screens/call", "client/screens/home"],
    ...["client/screens/people", "client/screens/pieces", "client/sending", "client/socket", "client/time"],
    ...["client/transceivers", "client/words", "signaling"],
  ],
};

function roomOf(path: string): string {
  return path.slice(0, path.lastIndexOf("/"));
}

/** Everything that is reached from `from`, itself only if there is a circle. */
function reach(from: string, importsOf: ReadonlyMap<string, readonly string[]>, seen = new Set<string>()): Set<string> {
  for (const to of importsOf.get(from) ?? []) if (!seen.has(to)) reach(to, importsOf, seen.add(to));
  return seen;
}

/** A language other than English stands as German does; its words need not use all that German's do. */
const LANGUAGE_ROOM = /^client\/words\/(?!en\b|grammar\b)[a-z]{2}(?=\/|$)/;

Deno.test("each room of client/ and signaling/ imports from the rooms in its row, and from all of them", async () => {
  const modules = [...await readModules("client/"), ...await readModules("signaling/")];
  const seen = new Map<string, Set<string>>();
  for (const { path, imports } of modules) {
    const room = roomOf(path);
    const others = imports.filter((to) => !isPackage(to)).map(roomOf).filter((other) =>
      other !== room && !(LANGUAGE_ROOM.test(other) && !LANGUAGE_ROOM.test(room))
    );
    seen.set(room, (seen.get(room) ?? new Set()).union(new Set(others)));
  }
  for (const [room, others] of seen) {
    const row = LANGUAGE_ROOM.test(room) && room.replace(LANGUAGE_ROOM, "client/words/de");
    if (typeof row !== "string" || row === room) continue;
    const like = [...others].map((other) => other.replace(LANGUAGE_ROOM, "client/words/de"));
    assertEquals(like.filter((other) => !ROOMS[row]?.includes(other)), [], room);
    seen.delete(room);
  }
  assertEquals([...seen.keys()].sort(), Object.keys(ROOMS).sort());
  for (const [room, others] of seen) assertEquals([...others].sort(), [...ROOMS[room] ?? []].sort(), room);
});

Deno.test("no rooms import each other in a circle, and no files do, not even by types alone", async () => {
  const rooms = new Map(Object.entries(ROOMS));
  assertEquals([...rooms.keys()].filter((room) => reach(room, rooms).has(room)), []);
  const modules = [...await readModules("client/"), ...await readModules("signaling/")];
  const files = new Map(modules.map(({ path, imports }) => [path, imports]));
  assertEquals([...files.keys()].filter((path) => reach(path, files).has(path)), []);
});

Deno.test("no room has more than twelve files, and no file more than 300 lines", async () => {
  const modules = [...await readModules("client/"), ...await readModules("signaling/")];
  const counts = Object.entries(Object.groupBy(modules, ({ path }) => roomOf(path)));
  assertEquals(counts.filter(([, files]) => (files?.length ?? 0) > 12).map(([room]) => room), []);
  const long = modules.filter(({ source }) => source.split("\n").length > 301).map(({ path }) => path);
  assertEquals(long, []);
});

Deno.test("the tests of a room are in a folder of its name", async () => {
  const tests = [...await readModules("tests/client/"), ...await readModules("tests/signaling/")];
  const rooms = new Set(tests.map(({ path }) => roomOf(path).slice("tests/".length)));
  assertEquals([...rooms].filter((room) => ROOMS[room] === undefined), []);
});

Deno.test("client/ imports nothing of the server but the protocol", async () => {
  const modules = await readModules("client/");
  assert(modules.length > 0);
  const allowed = ["preact", "preact/hooks", "@preact/signals", "qr", "qr/decode.js"];
  const building = ["esbuild", "node:crypto", "node:zlib", "preact-render-to-string"];
  const isFine = (to: string, from: string) =>
    /^client\/|^signaling\/protocol(?:\.ts$|\/)/.test(to) || allowed.includes(to) ||
    (roomOf(from) === "client/page/build" && building.includes(to));
  assertEquals(findForbidden(modules, isFine), []);
});

Deno.test("the screens reach nothing that holds a socket or a peer connection, but for the connection check", async () => {
  const modules = await readModules("client/");
  const transports = modules.filter(({ source }) => TRANSPORT.test(withoutComments(source))).map(({ path }) => path);
  const screens = modules.map(({ path }) => path).filter((path) =>
    /^client\/(?:screens\/(?!check\/)|words\/)/.test(path)
  );
  assert(transports.length > 0, "no module of the client opens a socket or a connection");
  assert(screens.length > 0, "there are no screens");
  const valuesOf = new Map(modules.map(({ path, source }) => [path, findImports(path, withoutTypes(source))]));
  const reached = screens.flatMap((screen) =>
    transports.filter((path) => path === screen || reach(screen, valuesOf).has(path)).map((path) =>
      `${screen} → ${path}`
    )
  );
  assertEquals(reached, []);
});

Deno.test("signaling/ imports neither the client nor the composition root", async () => {
  const modules = await readModules("signaling/");
  assertEquals(findForbidden(modules, (to) => to.startsWith("signaling/") || isPackage(to)), []);
});

Deno.test("doctor/ imports what it examines by from signaling/, and nothing of the client or the composition root", async () => {
  const modules = await readModules("doctor/");
  assert(modules.some(({ imports }) => imports.includes("signaling/ice/stun.ts")), "the doctor has a STUN of its own");
  assertEquals(findForbidden(modules, (to) => /^(?:doctor|signaling)\//.test(to) || isPackage(to)), []);
});

Deno.test("start/ imports only what it reads settings and addresses by, and nothing of the client or the composition root", async () => {
  const modules = await readModules("start/");
  const push = ["push_settings", "push_target"].map((name) => `signaling/push/${name}.ts`);
  const allowed = ["signaling/config/config.ts", "signaling/address/ip_address.ts", ...push];
  assert(modules.length > 0);
  assertEquals(findForbidden(modules, (to) => to.startsWith("start/") || allowed.includes(to) || isPackage(to)), []);
});

Deno.test("signaling/protocol.ts imports only parts of itself, which import nothing but each other", async () => {
  const { imports } = await readModule("signaling/protocol.ts");
  const names = ["base64url", "envelope", "guards", "ids", "peer_messages", "push", "transcript"];
  const parts = [...names, "wire_limits"].map((name) => `signaling/protocol/${name}.ts`);
  assertEquals([...new Set(imports)].sort(), parts);
  for (const part of parts) {
    assertEquals((await readModule(part)).imports.filter((to) => !parts.includes(to)), [], part);
  }
});

Deno.test("the layers of signaling/ keep their order", async () => {
  const importsOf = new Map((await readModules("signaling/")).map(({ path, imports }) => [path, imports]));
  const layers = ["http/http", "session/relay", "session/session", "protocol"].map((name) => `signaling/${name}.ts`);
  for (const [index, layer] of layers.entries()) {
    for (const lower of layers.slice(index + 1)) {
      assert(reach(layer, importsOf).has(lower), `${layer} does not reach ${lower}`);
    }
  }
});

Deno.test("only server.ts names an adapter", async () => {
  const modules = [...await readModules("signaling/"), ...await readModules("client/")];
  assertEquals(findForbidden(modules, (to, from) => !ADAPTER.test(to) || ADAPTER.test(from)), []);
});

Deno.test("signaling/redis is handed its clock and its chance, and reads neither by itself", async () => {
  const modules = await readModules("signaling/redis/");
  const own = /\b(?:Date\.now|performance\.now|Math\.random|getRandomValues)/;
  assert(modules.length > 0);
  assertEquals(modules.filter(({ source }) => own.test(withoutComments(source))).map(({ path }) => path), []);
});
