/**
 * `deno task icons`: draws the pictures that an installed page and a link in a chat are shown by into `static/`, from
 * `static/icon.svg` and `docs/images/link_preview.svg`. Look at them all. Needs Chromium and ImageMagick.
 */

import type { Browser } from "playwright-core";
import { launchChromium } from "./chromium_person.ts";

const ICON = "static/icon.svg";
const LINK_PREVIEW = "docs/images/link_preview.svg";

interface Drawing {
  readonly path: string;
  readonly source: string;
  readonly size: readonly [width: number, height: number];
  /** Fills its square, for systems that cut a shape of their own out of it (W3C appmanifest #icon-masks). */
  readonly isWhole?: boolean;
}

const DRAWINGS: readonly Drawing[] = [
  { path: "static/icon-192.png", source: ICON, size: [192, 192] },
  { path: "static/icon-512.png", source: ICON, size: [512, 512] },
  { path: "static/icon-maskable-512.png", source: ICON, size: [512, 512], isWhole: true },
  { path: "static/apple-touch-icon.png", source: ICON, size: [180, 180], isWhole: true },
  { path: "static/link-preview.png", source: LINK_PREVIEW, size: [1200, 630], isWhole: true },
];

async function draw(browser: Browser, { path, source, size, isWhole = false }: Drawing): Promise<void> {
  const [width, height] = size;
  const drawn = await Deno.readTextFile(source);
  const markup = isWhole ? drawn.replace(' rx="16"', "") : drawn;
  const page = await browser.newPage({ viewport: { width, height } });
  await page.setContent(`<style>body { margin: 0 } svg { display: block; width: 100vw }</style>${markup}`);
  await page.screenshot({ path, omitBackground: true });
  await page.close();
  // A palette of ImageMagick's has no soft edge against nothing, so what has one keeps its colours as they are.
  const form = isWhole ? ["-alpha", "off", "-dither", "None", "-colors", "128"] : [];
  const args = [path, ...form, "-strip", "-define", "png:compression-level=9", `${isWhole ? "PNG8" : "PNG32"}:${path}`];
  if (!(await new Deno.Command("convert", { args }).output()).success) throw new Error(`Cannot shrink ${path}`);
  console.log(`${path}: ${(await Deno.stat(path)).size} bytes`);
}

const browser = await launchChromium();
try {
  for (const drawing of DRAWINGS) await draw(browser, drawing);
} finally {
  await browser.close();
}
