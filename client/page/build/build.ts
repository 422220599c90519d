/**
 * Builds the pages, each from its script, its HTML and its style sheet, into static/build/.
 *
 * Each name gets a hash of its content and the pages name the results, so that browsers may keep them for ever. What
 * pages load behind the first screen is in files of its own; what the first screen is painted with is in the document.
 * The build fails when anything outgrows its budget. With `--watch` it builds again on every change, readable and with
 * `DEV` true, and leaves serving to the server. Run by the tasks in deno.json; not part of the client.
 */

import * as esbuild from "esbuild";
import { createHash } from "node:crypto";
import { ADDED_PARTS, type Budget, checkPage, checkSheets, checkWorker, featureParts, SHEETS } from "./budgets.ts";
import { compress } from "./compress.ts";
import { assemblePage, type Parts, readText, shrinkMarkup } from "./documents.ts";
import { type CodeOptions, drawFirstScreens } from "./first_screens.ts";
import { checkLanguages, createLanguagePlugin, defineForLanguages, type LanguageFiles } from "./languages.ts";
import { buildAlone, buildSoundWorker, buildWorker } from "./alone.ts";
import { joinFirstLoad } from "./first_load.ts";
import { buildButton } from "./button.ts";
import { assembleNotFoundPages, NEEDS_SCRIPT, NOT_FOUND } from "./plain_pages.ts";
import { findOutput, type Output, readOutputs, splitLoads } from "./outputs.ts";

interface Page extends Budget {
  /** Of the results: `name-HASH.js` and `name.html`. */
  readonly name: "index" | "check";
  readonly script: string;
  readonly html: string;
  /** Of `SHEETS`. */
  readonly sheet: "first_sheet" | "check_sheet";
}

/** What each feature shows in a call, with its words. */
const FEATURE_SCREENS: Readonly<Record<string, number>> = {
  "client/features/hold/screen/hold_screen.tsx": 3 * 1024,
  "client/features/comparison/screen/verify.tsx": 3 * 1024,
  "client/features/comparison/screen/drawings.ts": 4 * 1024,
  // With what the registry allows the feature, 8 KB at most; its options and pictures come beside it.
  "client/features/chat/screen/chat_screen.tsx": 5_032,
  "client/features/chat/screen/chat_more.tsx": 1_280,
  "client/features/reactions/screen/reactions_screen.tsx": 2 * 1024,
  "client/features/devices/screen/devices_screen.tsx": 3 * 1024,
  "client/features/pictures/screen/pictures_screen.tsx": 3 * 1024,
  "client/features/files/screen/files_screen.tsx": 4 * 1024,
  "client/features/devices/screen/own_sound.tsx": 2 * 1024,
  "client/features/keyboard/screen/keyboard_screen.tsx": 2_048,
  "client/features/notes/screen/notes_screen.tsx": 1_024,
  "client/features/preview/screen/preview_screen.tsx": 4.5 * 1024,
  // What a call does where nobody looks at the page, and what the person sets of it.
  "client/features/ringing/screen/ringing_screen.tsx": 4 * 1024,
  "client/features/ringing/screen/ringing_panel.tsx": 3.5 * 1024,
  ...ADDED_PARTS,
  // With what the registry allows the two features, 6 KB at most.
  "client/features/screen_share/screen/share_screen.tsx": 2_640,
  "client/features/draw/screen/draw_screen.tsx": 1_910,
};

/** Filled at the beginning of each build. */
let languages: LanguageFiles = new Map();

const PAGES: readonly Page[] = [
  {
    name: "index",
    script: "client/main.tsx",
    html: "static/index.html",
    sheet: "first_sheet",
    scriptGzipBytesMax: 28 * 1024,
    laterGzipBytesMax: 43.5 * 1024,
    onDemandGzipBytesMax: 6.5 * 1024,
    partsGzipBytesMax: {
      "client/app/app.ts": 3.25 * 1024,
      "client/page/back.ts": 640,
      "client/bulk/bulk.ts": 7 * 1024,
      "client/devices/device_choices.ts": 3 * 1024,
      "client/embed/frame.ts": 1024,
      ...{ "client/notes/notes.ts": 5 * 1024, "client/screens/notes/notes_screens.tsx": 5.5 * 1024 },
      "client/features/reach/start.ts": 8 * 1024,
      "client/refusals.ts": 2 * 1024,
      ...{ "client/sending/sending.ts": 2.5 * 1024, "client/sending/sent_pictures.ts": 1_536 },
      "client/screens/call/outcome.tsx": 4.25 * 1024,
      "client/screens/home/qr_code.tsx": 7 * 1024,
      ...{ "client/screens/people/people.tsx": 4 * 1024, "client/screens/people/person_panel.tsx": 3 * 1024 },
      ...{ "client/screens/people/people_file.tsx": 3 * 1024, "client/screens/scan/scanner.tsx": 2 * 1024 },
      // Where the browser reads no codes itself.
      "client/screens/scan/library_reader.ts": 20.5 * 1024,
      ...featureParts(),
      ...FEATURE_SCREENS,
    },
  },
  {
    name: "check",
    script: "client/screens/check/main.tsx",
    html: "static/check.html",
    sheet: "check_sheet",
    scriptGzipBytesMax: 30 * 1024,
    laterGzipBytesMax: 0,
    onDemandGzipBytesMax: 0,
    partsGzipBytesMax: {},
  },
];
/** The page for addresses that lead nowhere, which runs no script. */
const PLAIN_PAGE = { name: NOT_FOUND, html: `static/${NOT_FOUND}.html`, sheet: "check_sheet" } as const;
/** Become part of each page, at the comments of these names. */
const ICONS = "static/icons.svg";
const LOGO = "static/icon.svg";
/** Becomes the first 16 digits of the bundle's hash, in the pages that show it. */
const BUNDLE_HASH = "<!-- bundle hash -->";
/** Become part of each page, in place of the scripts of these names: the code that a page holds itself. */
const GUARD = "client/page/load_guard.ts";
const EARLY = "client/page/early.ts";
/** What pages of others load, by a name that stays. */
const BUTTON = "embed.js";
const BUILD_FOLDER = "static/build";
const TARGET = "es2022";

/** How code becomes what a browser runs, and the build itself for the first screens. */
function createCodeOptions(isDev: boolean): CodeOptions {
  return {
    bundle: true,
    format: "esm",
    target: TARGET,
    // The older of the two ways to compile JSX makes 300 bytes less of it, after gzip.
    jsx: "transform",
    jsxFactory: "h",
    jsxFragment: "Fragment",
    inject: ["client/page/jsx.ts"],
    define: { DEV: String(isDev), CALLS_MAX: "3" },
  };
}

/** What is put together to documents, and the scripts of `pages`, which share what they have in common. */
function createBuildOptions(pages: readonly Page[], isDev: boolean): esbuild.BuildOptions {
  return {
    entryPoints: [
      ...pages.map(({ name, script }) => ({ in: script, out: `${name}-script` })),
      ...[...PAGES, PLAIN_PAGE].map(({ name, html }) => ({ in: html, out: `${name}-page` })),
      ...Object.keys(SHEETS).map((name) => ({ in: `static/style/${name}.css`, out: name })),
      { in: ICONS, out: "icons" },
      { in: LOGO, out: "logo" },
    ],
    entryNames: "[name]-[hash]",
    chunkNames: "part-[hash]",
    splitting: true,
    metafile: true,
    outdir: BUILD_FOLDER,
    write: false,
    ...createCodeOptions(isDev),
    // As entry points that are copied, pages and icons are watched like the rest, and come back among the outputs.
    loader: { ".html": "copy", ".svg": "copy" },
    // What the style sheet names by an absolute path is served from static/ as it is.
    external: ["/*.svg", "/*.png", "/*.woff2"],
    charset: "utf8",
    plugins: [createLanguagePlugin((files) => languages = files)],
    minify: !isDev,
    sourcemap: isDev ? "inline" : false,
    logLevel: "warning",
  };
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

/**
 * Writes the new files, the pages last since they name the others, and removes what an earlier build left. While the
 * sources are watched nothing is compressed: it would take longer than the build.
 */
async function writeOutputs(
  outputs: readonly Output[],
  pages: ReadonlyMap<string, string>,
  { isDev }: { isDev: boolean },
): Promise<void> {
  await Deno.mkdir(BUILD_FOLDER, { recursive: true });
  const files = [
    ...outputs.map(({ name, contents }) => [name, contents] as const),
    ...[...pages].map(([name, html]) => [name, new TextEncoder().encode(html)] as const),
  ];
  const kept = new Set<string>();
  for (const [name, contents] of files) {
    for (const [ending, bytes] of Object.entries({ ...(isDev ? {} : compress(contents)), "": contents })) {
      await Deno.writeFile(`${BUILD_FOLDER}/${name}${ending}`, bytes);
      kept.add(name + ending);
    }
  }
  for await (const { name } of Deno.readDir(BUILD_FOLDER)) {
    if (!kept.has(name)) await Deno.remove(`${BUILD_FOLDER}/${name}`, { recursive: true });
  }
}

/** Makes what the documents hold themselves. */
async function createParts(all: readonly Output[], isDev: boolean): Promise<Omit<Parts, "early" | "guard">> {
  const drawn = shrinkMarkup(readText(findOutput(all, "logo-", ".svg")));
  const symbol = drawn.replace(/^<svg [^>]*>/, `<symbol id="logo" viewBox="0 0 64 64">`).replace("</svg>", "</symbol>");
  return {
    screens: await drawFirstScreens(createCodeOptions(isDev)),
    icons: shrinkMarkup(readText(findOutput(all, "icons-", ".svg"))).replace("</svg>", `${symbol}</svg>`),
    logo: drawn.replace("<svg", `<svg class="logo" aria-hidden="true"`),
    needsScript: NEEDS_SCRIPT,
    callSheet: findOutput(all, "call_sheet-", ".css"),
    featuresSheet: findOutput(all, "features_sheet-", ".css"),
    filesSheet: findOutput(all, "files_sheet-", ".css"),
    peopleSheet: findOutput(all, "people_sheet-", ".css"),
    detailsSheet: findOutput(all, "details_sheet-", ".css"),
  };
}

async function finishBuild(results: readonly esbuild.BuildResult[], isDev: boolean): Promise<void> {
  // What is the same in each has the same name.
  const all = [...new Map(results.flatMap(readOutputs).map((output) => [output.name, output])).values()];
  const shared = await createParts(all, isDev);
  const { callSheet, featuresSheet, filesSheet, peopleSheet, detailsSheet } = shared;
  const callSheets = [callSheet, featuresSheet, filesSheet, peopleSheet, detailsSheet];
  const [written, pages] = [new Set(callSheets), new Map<string, string>()];
  const tooLarge = isDev ? [] : checkSheets(all);
  const findSources = ({ name, sheet }: { name: string; sheet: string }) =>
    [readText(findOutput(all, `${name}-page-`, ".html")), findOutput(all, `${sheet}-`, ".css")] as const;
  for (const page of PAGES) {
    const loads = splitLoads(findOutput(all, `${page.name}-script-`, ".js"), all, Object.keys(page.partsGzipBytesMax));
    const define = defineForLanguages(languages, page.name, loads.speaking);
    const guard = await buildAlone(GUARD, define, isDev);
    const early = await buildAlone(EARLY, { ...define, LISTS_PEOPLE: String(page.name === "index") }, isDev);
    const parts: Parts = { ...shared, early, guard };
    const html = assemblePage(page.name, ...findSources(page), loads, parts);
    pages.set(`${page.name}.html`, html);
    for (const output of [...loads.first, ...loads.later, ...loads.onDemand, ...loads.rare, loads.speaking]) {
      written.add(output);
    }
    if (!isDev && !checkPage(page, html, loads, guard + early)) tooLarge.push(page.name);
    if (page.name !== "index") continue;
    const soundWorker = await buildSoundWorker(isDev);
    const { worker, pushWorker } = await buildWorker(html, loads, callSheets, soundWorker, isDev);
    for (const each of [soundWorker, worker, pushWorker]) {
      written.add(each);
      if (!isDev && !checkWorker(each)) tooLarge.push(each.name);
    }
  }
  for (const output of languages.values()) written.add(output);
  if (!isDev) tooLarge.push(...checkLanguages(languages));
  for (const [name, html] of assembleNotFoundPages(...findSources(PLAIN_PAGE), shared)) pages.set(name, html);
  pages.set(BUTTON, await buildButton(isDev));
  if (tooLarge.length > 0) throw new Error(`Cannot build ${tooLarge.join(" and ")}: too large`);
  const bundleHash = computeBundleHash([...written], pages);
  console.log(`Bundle: sha256 ${bundleHash}`);
  for (const [name, html] of pages) pages.set(name, html.replace(BUNDLE_HASH, bundleHash.slice(0, 16)));
  await writeOutputs([...written], pages, { isDev });
}

/** Builds each page by itself: parts that two pages share would be a dozen small ones, and each a request. */
async function buildOnce(): Promise<void> {
  const builds = PAGES.map((page) => {
    const { plugins = [], ...options } = createBuildOptions([page], false);
    return esbuild.build({ ...options, plugins: [...plugins, joinFirstLoad(page.script)] });
  });
  await finishBuild(await Promise.all(builds), false);
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
        watchFiles: [path, `${Deno.cwd()}/${GUARD}`, `${Deno.cwd()}/${EARLY}`],
      }));
      onEnd(async (result) => {
        if (result.errors.length > 0) return null; // esbuild has shown them.
        await finishBuild([result], true);
        console.log("Built for development");
        return null;
      });
    },
  };
  const options = createBuildOptions(PAGES, true);
  const context = await esbuild.context({ ...options, plugins: [...options.plugins ?? [], plugin] });
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
