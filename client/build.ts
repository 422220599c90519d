/**
 * Builds the pages, each from its script, its HTML and the style sheet, into static/build/.
 *
 * Each name gets a hash of its content and the pages name the results, so that browsers may keep them for ever. The
 * build fails when the first page's JavaScript outgrows its budget. With `--watch` it builds again on every change,
 * readable and with `DEV` true, and leaves serving to the server. Run by the tasks in deno.json; not part of the client.
 */

import * as esbuild from "esbuild";
import { gzipSync } from "node:zlib";

interface Page {
  /** Of the results: `name-HASH.js` and `name.html`. */
  readonly name: string;
  readonly script: string;
  readonly html: string;
  /** Most JavaScript of the page's first load, in bytes after gzip. */
  readonly scriptGzipBytesMax: number;
}

const PAGES: readonly Page[] = [
  { name: "index", script: "client/main.tsx", html: "static/index.html", scriptGzipBytesMax: 30 * 1024 },
  { name: "check", script: "client/check/main.tsx", html: "static/check.html", scriptGzipBytesMax: 30 * 1024 },
];
const STYLE = "static/style.css";
/** Becomes part of each page, at the comment of that name. */
const ICONS = "static/icons.svg";
const BUILD_FOLDER = "static/build";

interface Output {
  readonly name: string;
  readonly contents: Uint8Array<ArrayBuffer>;
}

function createBuildOptions(isDev: boolean): esbuild.BuildOptions {
  const pages = PAGES.flatMap(({ name, script, html }) => [
    { in: script, out: `${name}-script` },
    { in: html, out: `${name}-page` },
  ]);
  return {
    entryPoints: [...pages, { in: STYLE, out: "style" }, { in: ICONS, out: "icons" }],
    entryNames: "[name]-[hash]",
    outdir: BUILD_FOLDER,
    write: false,
    bundle: true,
    format: "esm",
    target: "es2022",
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

function findOutput(outputs: Output[], start: string, end: string): Output {
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

async function finishBuild(outputFiles: esbuild.OutputFile[], isDev: boolean): Promise<void> {
  const all = outputFiles.map(({ path, contents }): Output => ({
    name: path.slice(path.lastIndexOf("/") + 1),
    contents: new Uint8Array(contents), // A copy, because esbuild does not say what buffer its own is on.
  }));
  const style = findOutput(all, "style-", ".css");
  const icons = shrinkMarkup(readText(findOutput(all, "icons-", ".svg")));
  const written = [style];
  const pages = new Map<string, string>();
  const tooLarge: string[] = [];
  for (const page of PAGES) {
    const script = findOutput(all, `${page.name}-script-`, ".js");
    let html = readText(findOutput(all, `${page.name}-page-`, ".html"));
    html = replaceOnce(html, `"/style.css"`, `"/build/${style.name}"`, page);
    html = replaceOnce(html, `"/${page.name}.js"`, `"/build/${script.name}"`, page);
    html = replaceOnce(html, "<!-- icons.svg -->", icons, page);
    pages.set(`${page.name}.html`, html);
    written.push(script);
    const bytes = gzipSync(script.contents, { level: 9 }).length; // As the server sends it.
    const { scriptGzipBytesMax } = page;
    const size = `${bytes} bytes of JavaScript after gzip, of ${scriptGzipBytesMax} at most`;
    console.log(`Built ${page.name}: ${isDev ? "for development" : size}`);
    if (!isDev && bytes > scriptGzipBytesMax) tooLarge.push(page.name);
  }
  if (tooLarge.length > 0) throw new Error(`Cannot build ${tooLarge.join(" and ")}: the JavaScript is too large`);
  await writeOutputs(written, pages);
}

async function buildOnce(): Promise<void> {
  const { outputFiles } = await esbuild.build(createBuildOptions(false));
  await finishBuild(outputFiles ?? [], false);
}

/** Builds now and after each change; a mistake in the sources is shown and the next change tried. */
async function watch(): Promise<void> {
  const plugin: esbuild.Plugin = {
    name: "finish",
    setup({ onEnd }) {
      onEnd(async ({ errors, outputFiles }) => {
        if (errors.length > 0) return null; // esbuild has shown them.
        await finishBuild(outputFiles ?? [], true);
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
