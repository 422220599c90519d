/**
 * Assembles the pages: each document with its style sheet, first screen, drawings and inline code, and with the names
 * of the files that it loads. Part of the build, not of the client.
 */

import { createHash } from "node:crypto";
import type { FirstScreens } from "./first_screens.ts";
import type { Loads, Output } from "./outputs.ts";

/** What documents hold themselves, in place of the comment or element that stands for it in the source. */
export interface Parts {
  readonly screens: FirstScreens;
  /** Every icon, and the logo among them. */
  readonly icons: string;
  /** The logo alone. */
  readonly logo: string;
  /** What is said where scripts do not run. */
  readonly needsScript: string;
  /** Code that is there whenever anything is: `load_guard.ts` and `early.ts`. */
  readonly guard: string;
  readonly early: string;
  readonly callSheet: Output;
  readonly featuresSheet: Output;
  readonly filesSheet: Output;
  readonly peopleSheet: Output;
  readonly detailsSheet: Output;
}

export function readText({ contents }: Output): string {
  return new TextDecoder().decode(contents);
}

/** Strips what only its readers need from a drawing. */
export function shrinkMarkup(markup: string): string {
  return markup.replace(/<!--.*?-->/gs, "").replace(/>\s+</g, "><").trim();
}

/**
 * Names a built file in a page, with the hash that a browser holds it to (W3C SRI); from where the page is, which a proxy
 * may put below a path.
 */
function referTo({ name, contents }: Output): string {
  return `"build/${name}" integrity="sha384-${createHash("sha384").update(contents).digest("base64")}"`;
}

/** Fills each place that a document has. Throws if it lacks one, or has one twice. */
export function fill(name: string, html: string, places: Readonly<Record<string, string>>): string {
  const shrunk = html.replace(/>\s*\n\s*</g, "><"); // A blank beside a first screen would be in its script's way.
  return Object.entries(places).reduce((filled, [place, content]) => {
    const parts = filled.split(place);
    if (parts.length !== 2) throw new Error(`Cannot build the page: ${name} must hold ${place} once`);
    return parts.join(content);
  }, shrunk);
}

/** Puts a page together whose script loads `first` with itself. */
export function assemblePage(
  name: "index" | "check",
  html: string,
  sheet: Output,
  { first }: Loads,
  { screens, icons, needsScript, guard, early, callSheet, featuresSheet, filesSheet, peopleSheet, detailsSheet }: Parts,
): string {
  const [script, ...others] = first;
  if (script === undefined) throw new Error(`Cannot build the pages: ${name} has no script`);
  // Named in the page, what the script imports is fetched beside it and not after it.
  const preloads = others.map((output) => `<link rel="modulepreload" href=${referTo(output)}>`).join("");
  const calls = {
    "<!-- guest's screen -->": screens.guest,
    "<!-- guest's screen, with a name -->": screens.namedGuest,
    '"/call_sheet.css"': referTo(callSheet),
    '"/features_sheet.css"': referTo(featuresSheet),
    '"/files_sheet.css"': referTo(filesSheet),
    '"/people_sheet.css"': referTo(peopleSheet),
    '"/details_sheet.css"': referTo(detailsSheet),
  };
  return fill(name, html, {
    '<link rel="stylesheet" href="/sheet.css">': `<style>${readText(sheet).trim()}</style>`,
    '<script src="/early.js"></script>': `<script>${early}</script>`,
    '<script src="/load_guard.js"></script>': `<script>${guard}</script>`,
    "<!-- preloads -->": preloads,
    '"/script.js"': referTo(script),
    "<!-- first screen -->": screens[name],
    "<!-- icons.svg -->": icons,
    "<!-- needs script -->": needsScript,
    ...(name === "index" ? calls : {}),
  });
}
