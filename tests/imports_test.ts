/**
 * Imports point one way: server → http → relay → session → protocol; the client shares only the protocol, and the doctor
 * what is below the routes.
 */

import { assert, assertEquals } from "@std/assert";

const ROOT = new URL("../", import.meta.url);
/** Programs beside the client and server; they run on a developer's machine. */
const TOOLS = ["client/build.ts"];
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

function findImports(path: string, source: string): string[] {
  const statement = /(?:\bfrom\s*|\bimport\s*\(?\s*)["']([^"']+)["']/g;
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
  return modules.filter(({ path }) => !TOOLS.includes(path));
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
  return !/^(?:bench|client|deploy|doctor|signaling|static|tests)\/|^server\.ts$/.test(specifier);
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

Deno.test("client/ imports nothing of the server but the protocol", async () => {
  const modules = await readModules("client/");
  assert(modules.length > 0);
  const allowed = ["signaling/protocol.ts", "preact", "preact/hooks", "@preact/signals"];
  assertEquals(findForbidden(modules, (to) => to.startsWith("client/") || allowed.includes(to)), []);
});

Deno.test("client/components/ never imports what holds a socket or a peer connection", async () => {
  const modules = await readModules("client/");
  const transports = modules.filter(({ source }) => TRANSPORT.test(withoutComments(source))).map(({ path }) => path);
  const components = modules.filter(({ path }) => path.startsWith("client/components/"));
  assert(transports.length > 0, "no module of the client opens a socket or a connection");
  assert(components.length > 0, "there are no components");
  assertEquals(findForbidden(components, (to) => !transports.includes(to)), []);
  assertEquals(components.map(({ path }) => path).filter((path) => transports.includes(path)), []);
});

Deno.test("signaling/ imports neither the client nor the composition root", async () => {
  const modules = await readModules("signaling/");
  assertEquals(findForbidden(modules, (to) => to.startsWith("signaling/") || isPackage(to)), []);
});

Deno.test("doctor/ imports what it examines by from signaling/, and nothing of the client or the composition root", async () => {
  const modules = await readModules("doctor/");
  assert(modules.some(({ imports }) => imports.includes("signaling/stun.ts")), "the doctor has a STUN of its own");
  assertEquals(findForbidden(modules, (to) => /^(?:doctor|signaling)\//.test(to) || isPackage(to)), []);
});

Deno.test("signaling/protocol.ts imports only parts of itself, which import nothing", async () => {
  const { imports } = await readModule("signaling/protocol.ts");
  const parts = ["guards", "ids", "key_check", "transcript"].map((name) => `signaling/${name}.ts`);
  assertEquals([...new Set(imports)].sort(), parts);
  for (const part of parts) assertEquals((await readModule(part)).imports, []);
});

Deno.test("signaling/ has no cycle of imports, and the layers keep their order", async () => {
  const modules = await readModules("signaling/");
  const importsOf = new Map(modules.map(({ path, imports }) => [path, imports]));
  const reach = (from: string, seen = new Set<string>()): Set<string> => {
    for (const to of importsOf.get(from) ?? []) if (!seen.has(to)) reach(to, seen.add(to));
    return seen;
  };
  assertEquals([...importsOf.keys()].filter((path) => reach(path).has(path)), []);
  const layers = ["http", "relay", "session", "protocol"].map((name) => `signaling/${name}.ts`);
  for (const [index, layer] of layers.entries()) {
    for (const lower of layers.slice(index + 1)) assert(reach(layer).has(lower), `${layer} does not reach ${lower}`);
  }
});

Deno.test("only server.ts names an adapter", async () => {
  const modules = [...await readModules("signaling/"), ...await readModules("client/")];
  assertEquals(findForbidden(modules, (to, from) => !ADAPTER.test(to) || ADAPTER.test(from)), []);
});
