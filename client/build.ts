/**
 * Builds the page: client/main.tsx, static/style.css and static/index.html into static/build/.
 *
 * Each name gets a hash of its content and the page names the results, so that browsers may keep them for ever. The
 * build fails when the first load's JavaScript outgrows its budget. With `--watch` it builds again on every change,
 * readable and with `DEV` true, and leaves serving to the server. Run by the tasks in deno.json; not part of the client.
 */

import * as esbuild from "esbuild";

/** Most JavaScript of the first load, in bytes after gzip. */
const SCRIPT_GZIP_BYTES_MAX = 30 * 1024;
const SOURCES = { script: "client/main.tsx", style: "static/style.css", page: "static/index.html" };
const BUILD_FOLDER = "static/build";

interface Output {
  readonly name: string;
  readonly contents: Uint8Array<ArrayBuffer>;
}

function createBuildOptions(isDev: boolean): esbuild.BuildOptions {
  return {
    entryPoints: Object.values(SOURCES),
    entryNames: "[name]-[hash]",
    outdir: BUILD_FOLDER,
    write: false,
    bundle: true,
    format: "esm",
    target: "es2022",
    jsx: "automatic",
    jsxImportSource: "preact",
    // As an entry point that is copied, the page is watched like the rest, and comes back among the outputs.
    loader: { ".html": "copy" },
    // What the style sheet names by an absolute path is served from static/ as it is.
    external: ["/*.svg", "/*.png", "/*.woff2"],
    define: { DEV: String(isDev) },
    minify: !isDev,
    sourcemap: isDev ? "inline" : false,
    logLevel: "warning",
  };
}

async function measureGzip(contents: Uint8Array<ArrayBuffer>): Promise<number> {
  const stream = new Blob([contents]).stream().pipeThrough(new CompressionStream("gzip"));
  return (await new Response(stream).arrayBuffer()).byteLength;
}

function findOutput(outputs: Output[], start: string, end: string): Output {
  const output = outputs.find(({ name }) => name.startsWith(start) && name.endsWith(end));
  if (output === undefined) throw new Error(`Cannot build the page: esbuild gave no ${start}*${end}`);
  return output;
}

function replaceReference(page: string, from: string, to: string): string {
  const parts = page.split(`"${from}"`);
  if (parts.length !== 2) throw new Error(`Cannot build the page: ${SOURCES.page} must name "${from}" once`);
  return parts.join(`"${to}"`);
}

/** Writes the new files, the page last since it names the others, and removes what an earlier build left. */
async function writeOutputs(outputs: Output[], page: string): Promise<void> {
  await Deno.mkdir(BUILD_FOLDER, { recursive: true });
  for (const { name, contents } of outputs) await Deno.writeFile(`${BUILD_FOLDER}/${name}`, contents);
  await Deno.writeTextFile(`${BUILD_FOLDER}/index.html`, page);
  const kept = new Set(["index.html", ...outputs.map(({ name }) => name)]);
  for await (const { name } of Deno.readDir(BUILD_FOLDER)) {
    if (!kept.has(name)) await Deno.remove(`${BUILD_FOLDER}/${name}`, { recursive: true });
  }
}

async function finishBuild(outputFiles: esbuild.OutputFile[], isDev: boolean): Promise<void> {
  const all = outputFiles.map(({ path, contents }): Output => ({
    name: path.slice(path.lastIndexOf("/") + 1),
    contents: new Uint8Array(contents), // A copy, because esbuild does not say what buffer its own is on.
  }));
  const script = findOutput(all, "main-", ".js");
  const style = findOutput(all, "style-", ".css");
  const page = findOutput(all, "index-", ".html");
  let html = new TextDecoder().decode(page.contents);
  html = replaceReference(html, "/style.css", `/build/${style.name}`);
  html = replaceReference(html, "/main.js", `/build/${script.name}`);
  const bytes = await measureGzip(script.contents);
  if (isDev) console.log(`Built ${script.name} for development`);
  else {console.log(
      `Built ${script.name}: ${bytes} bytes of JavaScript after gzip, of ${SCRIPT_GZIP_BYTES_MAX} at most`,
    );}
  if (!isDev && bytes > SCRIPT_GZIP_BYTES_MAX) throw new Error("Cannot build the page: its JavaScript is too large");
  await writeOutputs(all.filter((output) => output !== page), html);
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
