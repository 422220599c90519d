/** Builds the button for pages of others. Part of the build, not of the client. */

import * as esbuild from "esbuild";
import { buildAlone } from "./alone.ts";
import { compress } from "./compress.ts";

const BUTTON = "client/embed/button.ts";
const BUTTON_SHEET = "client/embed/button.css";
/** Most that the button for other pages may be, as it is served. */
const BUTTON_BYTES_MAX = 2 * 1024;

/** Builds `embed.js`, with its words and its style. Throws if it is too large. */
export async function buildButton(isDev: boolean): Promise<string> {
  const sheet = await Deno.readTextFile(BUTTON_SHEET);
  const { code } = await esbuild.transform(sheet, { loader: "css", minify: true });
  const script = await buildAlone(BUTTON, { SHEET: JSON.stringify(code.trim()) }, isDev);
  const bytes = compress(new TextEncoder().encode(script))[".br"].length;
  if (!isDev) console.log(`Built embed.js: ${bytes} bytes as served, of ${BUTTON_BYTES_MAX} at most`);
  if (!isDev && bytes > BUTTON_BYTES_MAX) throw new Error("Cannot build embed.js: too large");
  return script;
}
