/**
 * Makes one part of all that a page's script loads with itself, and one of all that comes right behind it. esbuild puts
 * modules together that the same entries reach, and each `import()` is one: it would make a part for each set of them, and
 * each a request that compresses by itself. So each is made to reach what has run by then too. Part of the build, not of
 * the client.
 */

import type * as esbuild from "esbuild";

/** What calls need, loaded right behind the first screen: whatever is loaded by it comes after it. */
const BEHIND = "client/call_parts.ts";
/** What loads parts of its own without it. */
const WITHOUT = /\/client\/(?:main\.tsx|words\/\w+\.ts|screens\/(?:home|check)\/\w+\.tsx?)$/;

export function joinFirstLoad(script: string): esbuild.Plugin {
  const joined: Readonly<Record<string, readonly string[]>> = { "?later": [script], "?then": [script, BEHIND] };
  return {
    name: "join the first load",
    setup({ onResolve, onLoad, resolve }) {
      onResolve({ filter: /^\./ }, async ({ kind, path, importer, resolveDir, pluginData }) => {
        if (kind !== "dynamic-import" || joined[pluginData] !== undefined) return null;
        const suffix = WITHOUT.test(importer) ? "?later" : "?then";
        return { ...await resolve(path, { kind, resolveDir, pluginData: suffix }), suffix };
      });
      // The one that is loaded, and not a second of the same, which would be an empty part beside each that follows.
      onResolve({ filter: /^\/.*\/client\/call_parts\.ts$/ }, ({ path }) => ({ path, suffix: "?later" }));
      onLoad({ filter: /\.tsx?$/ }, async ({ path, suffix }) => {
        const imports = joined[suffix]?.map((each) => `import ${JSON.stringify(`${Deno.cwd()}/${each}`)};\n`).join("");
        if (imports === undefined) return null;
        const contents = `${await Deno.readTextFile(path)}\n${imports}`;
        return { contents, loader: path.endsWith("x") ? "tsx" : "ts" };
      });
    },
  };
}
