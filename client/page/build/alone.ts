/**
 * Builds what stands alone: the code that a page holds itself, and the service worker beside it. Among the others they
 * would share parts with them. Part of the build, not of the client.
 */

import * as esbuild from "esbuild";
import { createHash } from "node:crypto";
import type { Loads, Output } from "./outputs.ts";

/** Runs where the rest does not, to say so. */
const INLINE_TARGET = "es2020";
/** Stands beside the page, by a name without a hash. */
const WORKER = "client/page/service_worker.ts";
/** What that loads with itself, of which the browser keeps a copy beside it. */
const PUSH_WORKER = "client/reach/push_worker.ts";
/** Stands beside the page in the same way, for calls. */
const SOUND_WORKER = "client/sending/redundancy_worker.ts";
/** What it keeps of what stands beside the page. */
const KEPT_FILES = ["icon.svg", "manifest.webmanifest"];

/** Makes one script of a source and all that it imports. */
export async function buildAlone(path: string, define: Record<string, string>, isDev: boolean): Promise<string> {
  const { outputFiles: [output] = [] } = await esbuild.build({
    entryPoints: [path],
    bundle: true,
    format: "iife",
    target: INLINE_TARGET,
    charset: "utf8",
    minify: !isDev,
    define,
    write: false,
  });
  return new TextDecoder().decode(output?.contents).trim();
}

/** Makes the service worker, which keeps all that a page loads, but for the words of other languages, and what few load. */
export async function buildWorker(
  html: string,
  { first, later, onDemand, speaking }: Loads,
  callSheets: readonly Output[],
  soundWorker: Output,
  isDev: boolean,
): Promise<{ readonly worker: Output; readonly pushWorker: Output }> {
  const pushing = await buildAlone(PUSH_WORKER, {}, isDev);
  const name = `push_worker-${createHash("sha256").update(pushing).digest("hex").slice(0, 8).toUpperCase()}.js`;
  const kept = new Set([...first, ...later, ...onDemand, speaking, ...callSheets]);
  const files = [...kept].map(({ name }) => `build/${name}`);
  // What has no hash in its name counts by what is in it: else browsers would stay with the old one.
  const hash = createHash("sha256").update(files.join()).update(html).update(soundWorker.contents);
  for (const file of KEPT_FILES) hash.update(await Deno.readFile(`static/${file}`));
  const build = hash.digest("hex").slice(0, 16);
  const define = {
    FILES: JSON.stringify([...files, soundWorker.name, ...KEPT_FILES]),
    BUILD: JSON.stringify(build),
    PUSH_WORKER: JSON.stringify(`build/${name}`),
  };
  return {
    worker: createOutput("service_worker.js", await buildAlone(WORKER, define, isDev)),
    pushWorker: createOutput(name, pushing),
  };
}

/** Makes the worker that repeats sound. */
export async function buildSoundWorker(isDev: boolean): Promise<Output> {
  return createOutput("redundancy_worker.js", await buildAlone(SOUND_WORKER, {}, isDev));
}

function createOutput(name: string, code: string): Output {
  return { name, contents: new TextEncoder().encode(code), entryPoint: null, imports: [], laterImports: [] };
}
