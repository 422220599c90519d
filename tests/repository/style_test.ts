/**
 * The style sheets in static/style: colours are tokens, each in one place with its value for light and for dark, and
 * written so that every browser in which calls work knows them; each sheet has a layer, so that order decides and not
 * how a rule is written.
 */

import { assert, assertEquals } from "@std/assert";

const FOLDER = new URL("../../static/style/", import.meta.url);
const COLOUR = /#[0-9a-f]{3,8}\b|\b(?:rgb|rgba|hsl|hsla|hwb|lab|lch|oklab|oklch)\(/gi;
/** What Safari before 17.5 does not know; calls work in it from 17 on. */
const TOO_NEW = /\blight-dark\(|@scope\b|@starting-style\b|\bfield-sizing\b|\bcontrast-color\(/g;

async function readSheets(): Promise<Map<string, string>> {
  const sheets = new Map<string, string>();
  for await (const { name } of Deno.readDir(FOLDER)) {
    const css = await Deno.readTextFile(new URL(name, FOLDER));
    sheets.set(name, css.replace(/\/\*[\s\S]*?\*\//g, ""));
  }
  assert(sheets.size > 0);
  return sheets;
}

function isEntry(name: string): boolean {
  return name.endsWith("_sheet.css");
}

Deno.test("Colours stand in the tokens alone, and nothing is too new for the oldest browser that can call", async () => {
  for (const [name, css] of await readSheets()) {
    if (!name.endsWith("tokens.css")) assertEquals(css.match(COLOUR) ?? [], [], name);
    assertEquals(css.match(TOO_NEW) ?? [], [], name);
  }
});

Deno.test("Every sheet is imported into a layer, and the sheets that the build makes hold nothing else", async () => {
  const sheets = await readSheets();
  const imported = new Set<string>();
  for (const [name, css] of sheets) {
    if (!isEntry(name)) continue;
    const rest = css.replace(/@import "([\w.]+)" layer\(\w+\);|@layer [\w, ]+;/g, (_, file) => {
      if (file !== undefined) imported.add(file);
      return "";
    });
    assertEquals(rest.trim(), "", name);
  }
  assertEquals([...imported].sort(), [...sheets.keys()].filter((name) => !isEntry(name)).sort());
});

Deno.test("Every colour for one scheme has one for the other", async () => {
  const tokens = (await readSheets()).get("tokens.css") ?? "";
  const switched = tokens.match(/var\(--(?:light|dark), [^)]*\)/g) ?? [];
  const pairs = tokens.match(/var\(--light, [^()]+\) var\(--dark, [^()]+\);/g) ?? [];
  assert(pairs.length > 10);
  assertEquals(switched.length, 2 * pairs.length);
});

/** Where left and right are those of a screen in every language: a picture in a corner, a bar that fills, a notch. */
const SIDED: Readonly<Record<string, RegExp>> = {
  "own_picture.css": /left: (?:var\(--pad\)|calc\(100% - var\(--own-w\) - var\(--pad\)\));/g,
  "stage.css": /(?:left|right): calc\(var\(--pad\) \+ var\(--own-w\) \+ 12px\);/g,
};
const SIDE = /(?<![\w.-])(?:left|right):|-(?:left|right):|: (?:left|right);/g;

Deno.test("Rules follow the direction of the language, and name left and right only where that has none", async () => {
  for (const [name, css] of await readSheets()) {
    const rest = css.replace(SIDED[name] ?? /$^/g, "")
      .replace(/left: 50%;/g, "") // In the middle, on either side.
      .replace(/transform-origin: (?:left|right);/g, "");
    assertEquals(rest.match(SIDE) ?? [], [], name);
    for (const [rule = "", , right, , left] of rest.matchAll(/(?:margin|padding): (\S+) (\S+) (\S+) (\S+);/g)) {
      assert(right === left || rule.includes("env("), `${name}: ${rule}`);
    }
  }
});

Deno.test("Only what is of Latin letters in every language is set tight: Arabic and Devanagari letters hang together", async () => {
  for (const [name, css] of await readSheets()) {
    for (const [, selector = "", body = ""] of css.matchAll(/([^{}]+)\{([^{}]*)\}/g)) {
      if (/letter-spacing|text-transform/.test(body)) {
        assert(/\.(?:peer|own)-id/.test(selector), `${name}: ${selector}`);
      }
    }
  }
});

/** Classes that more than one sheet styles as they stand, since what they name has a part in each. */
const SHARED: ReadonlySet<string> = new Set(["stage", "mark", "before-call", "preview"]);

Deno.test("A class that a sheet styles as it stands is that sheet's alone: else two features would share a name", async () => {
  const homes = new Map<string, string>();
  for (const [sheet, css] of await readSheets()) {
    for (const name of new Set([...css.matchAll(/^\.([a-z-]+) \{/gm)].map(([, name = ""]) => name))) {
      if (SHARED.has(name)) continue;
      assertEquals(homes.get(name) ?? sheet, sheet, `.${name}`);
      homes.set(name, sheet);
    }
  }
});
