/**
 * Builds the pages, each from its script, its HTML and the style sheet, into static/build/.
 *
 * Each name gets a hash of its content and the pages name the results, so that browsers may keep them for ever. What
 * pages share, and what they load behind the first screen, are files of their own. The build fails when a page's
 * JavaScript outgrows its budget. With `--watch` it builds again on every change,
 * readable and with `DEV` true, and leaves serving to the server. Run by the tasks in deno.json; not part of the client.
 */

import * as esbuild from "esbuild";
import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";

interface Page {
  /** Of the results: `name-HASH.js` and `name.html`. */
  readonly name: string;
  readonly script: string;
  readonly html: string;
  /** Most JavaScript of the page's first load, what it holds itself included, in bytes after gzip. */
  readonly scriptGzipBytesMax: number;
  /** Most of what it loads behind that, by `import()`. */
  readonly laterGzipBytesMax: number;
  /** Most of what people may have it load beyond that. */
  readonly onDemandGzipBytesMax: number;
}

const PAGES: readonly Page[] = [
  {
    name: "index",
    script: "client/main.tsx",
    html: "static/index.html",
    scriptGzipBytesMax: 30 * 1024,
    laterGzipBytesMax: 24 * 1024,
    onDemandGzipBytesMax: 8 * 1024,
  },
  {
    name: "check",
    script: "client/check/main.tsx",
    html: "static/check.html",
    scriptGzipBytesMax: 30 * 1024,
    laterGzipBytesMax: 0,
    onDemandGzipBytesMax: 0,
  },
];
const STYLE = "static/style.css";
/** Becomes part of each page, at the comment of that name. */
const ICONS = "static/icons.svg";
/** Becomes the first 16 digits of the bundle's hash, in the pages that show it. */
const BUNDLE_HASH = "<!-- bundle hash -->";
/** Becomes part of each page, in place of the script of that name: the one piece of code that a page holds itself. */
const GUARD = "client/load_guard.ts";
const GUARD_TAG = `<script src="/load_guard.js"></script>`;
const BUILD_FOLDER = "static/build";
const TARGET = "es2022";

interface Output {
  readonly name: string;
  readonly contents: Uint8Array<ArrayBuffer>;
  /** Names of the outputs that it loads with itself, and of those that it may load later. */
  readonly imports: readonly string[];
  readonly laterImports: readonly string[];
}

function createBuildOptions(isDev: boolean): esbuild.BuildOptions {
  const pages = PAGES.flatMap(({ name, script, html }) => [
    { in: script, out: `${name}-script` },
    { in: html, out: `${name}-page` },
  ]);
  return {
    entryPoints: [...pages, { in: STYLE, out: "style" }, { in: ICONS, out: "icons" }],
    entryNames: "[name]-[hash]",
    chunkNames: "part-[hash]",
    splitting: true,
    metafile: true,
    outdir: BUILD_FOLDER,
    write: false,
    bundle: true,
    format: "esm",
    target: TARGET,
    // The older of the two ways to compile JSX makes 300 bytes less of it, after gzip.
    jsx: "transform",
    jsxFactory: "h",
    jsxFragment: "Fragment",
    inject: ["client/jsx.ts"],
    // As entry points that are copied, pages and icons are watched like the rest, and come back among the outputs.
    loader: { ".html": "copy", ".svg": "copy" },
    // What the style sheet names by an absolute path is served from static/ as it is.
    external: ["/*.svg", "/*.png", "/*.woff2"],
    define: { DEV: String(isDev) },
    minify: !isDev,
    sourcemap: isDev ? "inline" : false,
    logLevel: "warning",
  };
}

function findOutput(outputs: readonly Output[], start: string, end: string): Output {
  const output = outputs.find(({ name }) => name.startsWith(start) && name.endsWith(end));
  if (output === undefined) throw new Error(`Cannot build the pages: esbuild gave no ${start}*${end}`);
  return output;
}

function readText({ contents }: Output): string {
  return new TextDecoder().decode(contents);
}

function replaceOnce(html: string, from: string, to: string, { html: path }: Page): string {
  const parts = html.split(from);
  if (parts.length !== 2) throw new Error(`Cannot build the page: ${path} must hold ${from} once`);
  return parts.join(to);
}

/** Names a built file in a page, with the hash that a browser holds it to (W3C SRI). */
function referTo({ name, contents }: Output): string {
  return `"/build/${name}" integrity="sha384-${createHash("sha384").update(contents).digest("base64")}"`;
}

/**
 * Computes one hash of all that people get, scripts and style sheet by their names in order, and then the pages.
 * Whoever builds the same sources gets the same.
 */
function computeBundleHash(outputs: readonly Output[], pages: ReadonlyMap<string, string>): string {
  const hash = createHash("sha256");
  const sorted = outputs.toSorted((a, b) => a.name < b.name ? -1 : 1);
  for (const { name, contents } of sorted) hash.update(`${name} ${contents.length}\n`).update(contents);
  for (const [name, html] of pages) hash.update(`${name} ${html.length}\n`).update(html);
  return hash.digest("hex");
}

/** Strips what only its readers need from a drawing. */
function shrinkMarkup(markup: string): string {
  return markup.replace(/<!--.*?-->/gs, "").replace(/>\s+</g, "><").trim();
}

/** Writes the new files, the pages last since they name the others, and removes what an earlier build left. */
async function writeOutputs(outputs: Output[], pages: ReadonlyMap<string, string>): Promise<void> {
  await Deno.mkdir(BUILD_FOLDER, { recursive: true });
  for (const { name, contents } of outputs) await Deno.writeFile(`${BUILD_FOLDER}/${name}`, contents);
  for (const [name, html] of pages) await Deno.writeTextFile(`${BUILD_FOLDER}/${name}`, html);
  const kept = new Set([...pages.keys(), ...outputs.map(({ name }) => name)]);
  for await (const { name } of Deno.readDir(BUILD_FOLDER)) {
    if (!kept.has(name)) await Deno.remove(`${BUILD_FOLDER}/${name}`, { recursive: true });
  }
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

function readOutputs({ outputFiles = [], metafile }: esbuild.BuildResult): Output[] {
  const imports = new Map(
    Object.entries(metafile?.outputs ?? {}).map(([path, output]) => [nameOf(path), output.imports]),
  );
  return outputFiles.map(({ path, contents }) => {
    const name = nameOf(path);
    const importsOf = (kind: esbuild.ImportKind) =>
      (imports.get(name) ?? []).filter((other) => other.kind === kind).map((other) => nameOf(other.path));
    return {
      name,
      contents: new Uint8Array(contents), // A copy, because esbuild does not say what buffer its own is on.
      imports: importsOf("import-statement"),
      laterImports: importsOf("dynamic-import"),
    };
  });
}

/** Finds all that is loaded with `outputs`, themselves first. */
function closeOver(outputs: readonly Output[], all: readonly Output[]): Set<Output> {
  const found = new Set(outputs);
  for (const { imports } of found) { // A Set may grow while it is walked.
    for (const name of imports) found.add(findOutput(all, name, name));
  }
  return found;
}

/** As the server sends it. */
function countGzipBytes(outputs: Iterable<Output>): number {
  return [...outputs].reduce((bytes, { contents }) => bytes + gzipSync(contents, { level: 9 }).length, 0);
}

/** By itself: among the others it would share parts with them, and it stands alone. */
async function buildGuard(isDev: boolean): Promise<string> {
  const source = await Deno.readTextFile(GUARD);
  const { code } = await esbuild.transform(source, { loader: "ts", format: "iife", target: TARGET, minify: !isDev });
  return code.trim();
}

interface Loads {
  /** What a page's script loads with itself. */
  readonly first: Set<Output>;
  /** What that loads behind the first screen. */
  readonly later: Set<Output>;
  /** What is loaded only when a person asks for it: by `import()` in what comes later. */
  readonly onDemand: Set<Output>;
}

function splitLoads(script: Output, all: readonly Output[]): Loads {
  const importLater = (outputs: ReadonlySet<Output>) => {
    const entries = [...outputs].flatMap(({ laterImports }) => laterImports.map((name) => findOutput(all, name, name)));
    return closeOver(entries, all).difference(outputs);
  };
  const first = closeOver([script], all);
  const later = importLater(first);
  return { first, later, onDemand: importLater(later).difference(first) };
}

async function finishBuild(result: esbuild.BuildResult, isDev: boolean): Promise<void> {
  const all = readOutputs(result);
  const style = findOutput(all, "style-", ".css");
  const icons = shrinkMarkup(readText(findOutput(all, "icons-", ".svg")));
  const guard = await buildGuard(isDev);
  const written = new Set([style]);
  const pages = new Map<string, string>();
  const tooLarge: string[] = [];
  for (const page of PAGES) {
    const script = findOutput(all, `${page.name}-script-`, ".js");
    let html = readText(findOutput(all, `${page.name}-page-`, ".html"));
    html = replaceOnce(html, GUARD_TAG, `<script>${guard}</script>`, page);
    html = replaceOnce(html, `"/style.css"`, referTo(style), page);
    const { first, later, onDemand } = splitLoads(script, all);
    // Named in the page, what the script imports is fetched beside it and not after it.
    const preloads = [...first].slice(1).map((output) => `<link rel="modulepreload" href=${referTo(output)}>`).join("");
    html = replaceOnce(html, "<!-- preloads -->", preloads, page);
    html = replaceOnce(html, `"/${page.name}.js"`, referTo(script), page);
    html = replaceOnce(html, "<!-- icons.svg -->", icons, page);
    pages.set(`${page.name}.html`, html);
    for (const output of [...first, ...later, ...onDemand]) written.add(output);
    if (isDev) continue;
    const [firstBytes, laterBytes, demandBytes] = [
      countGzipBytes(first) + gzipSync(guard).length,
      countGzipBytes(later),
      countGzipBytes(onDemand),
    ];
    console.log(
      `Built ${page.name}: ${firstBytes} bytes of JavaScript after gzip, of ${page.scriptGzipBytesMax} at most; ` +
        `behind the first screen ${laterBytes}, of ${page.laterGzipBytesMax}; on demand ${demandBytes}, ` +
        `of ${page.onDemandGzipBytesMax}`,
    );
    const isTooLarge = firstBytes > page.scriptGzipBytesMax || laterBytes > page.laterGzipBytesMax ||
      demandBytes > page.onDemandGzipBytesMax;
    if (isTooLarge) tooLarge.push(page.name);
  }
  if (tooLarge.length > 0) throw new Error(`Cannot build ${tooLarge.join(" and ")}: the JavaScript is too large`);
  const bundleHash = computeBundleHash([...written], pages);
  console.log(`Bundle: sha256 ${bundleHash}`);
  for (const [name, html] of pages) pages.set(name, html.replace(BUNDLE_HASH, bundleHash.slice(0, 16)));
  await writeOutputs([...written], pages);
}

async function buildOnce(): Promise<void> {
  await finishBuild(await esbuild.build(createBuildOptions(false)), false);
}

/** Builds now and after each change; a mistake in the sources is shown and the next change tried. */
async function watch(): Promise<void> {
  const plugin: esbuild.Plugin = {
    name: "finish",
    setup({ onEnd, onLoad }) {
      // No entry point, since it becomes part of the pages.
      onLoad({ filter: /static\/index\.html$/ }, async ({ path }) => ({
        contents: await Deno.readFile(path),
        loader: "copy",
        watchFiles: [path, `${Deno.cwd()}/${GUARD}`],
      }));
      onEnd(async (result) => {
        if (result.errors.length > 0) return null; // esbuild has shown them.
        await finishBuild(result, true);
        console.log("Built for development");
        return null;
      });
    },
  };
  const context = await esbuild.context({ ...createBuildOptions(true), plugins: [plugin] });
  await context.watch();
}

if (Deno.args.includes("--watch")) {
  await watch();
} else {
  try {
    await buildOnce();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    Deno.exitCode = 1;
  } finally {
    await esbuild.stop(); // Its process would keep this one alive.
  }
}
