/**
 * `embed.js`: makes links to a page of ours, on pages of others, into buttons that call somebody. docs/embedding.md tells
 * how.
 *
 * It runs with all the rights of the page that it is on, so it does no more than it must: it reads three attributes of
 * links that ask for it, opens nothing by itself, fetches and keeps nothing, and takes what it reads for text. A link
 * that it cannot make sense of, or a page on which it may not run, keeps its link.
 */

import { chooseLanguage } from "../page/choose_language.ts";
import { button as ar } from "../words/ar/features/embed_button.ts";
import { button as de } from "../words/de/features/embed_button.ts";
import { button as en } from "../words/en/features/embed_button.ts";
import { button as es } from "../words/es/features/embed_button.ts";
import { button as fr } from "../words/fr/features/embed_button.ts";
import { button as pt } from "../words/pt/features/embed_button.ts";
import { button as it } from "../words/it/features/embed_button.ts";
import { button as hi } from "../words/hi/features/embed_button.ts";
import { button as ja } from "../words/ja/features/embed_button.ts";
import { button as ko } from "../words/ko/features/embed_button.ts";
import { button as zh } from "../words/zh/features/embed_button.ts";
import { button as nl } from "../words/nl/features/embed_button.ts";
import { button as pl } from "../words/pl/features/embed_button.ts";
import { button as tr } from "../words/tr/features/embed_button.ts";
import { button as uk } from "../words/uk/features/embed_button.ts";

/** Put in by the build, without blanks. */
declare const SHEET: string;

const WORDS = { en, de, ar, es, fr, pt, it, hi, ja, ko, zh, nl, pl, tr, uk } as const;
const ID = /^[0-9a-z]{4}(?:-[0-9a-z]{4}){4}$/;
/** As much of a name as a page of ours takes. */
const NAME_LENGTH_MAX = 64;
const SVG = "http://www.w3.org/2000/svg";
/** A camera, as on the controls of a call. */
const CAMERA = "M5.5 6h7a3 3 0 0 1 3 3v6a3 3 0 0 1-3 3h-7a3 3 0 0 1-3-3V9a3 3 0 0 1 3-3Z" +
  "m10 4.8 4.4-2.9a1 1 0 0 1 1.6.8v6.6a1 1 0 0 1-1.6.8l-4.4-2.9";

/** As much as it needs to look like one by itself. */
const ICON = {
  "viewBox": "0 0 24 24",
  "aria-hidden": "true",
  "width": "24",
  "height": "24",
  "fill": "none",
  "stroke": "currentColor",
};

function isLanguage(tag: string): tag is keyof typeof WORDS {
  return tag in WORDS;
}

function drawCamera(): SVGElement {
  const icon = document.createElementNS(SVG, "svg");
  for (const [name, value] of Object.entries(ICON)) icon.setAttribute(name, value);
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", CAMERA);
  icon.append(path);
  return icon;
}

function dress(link: HTMLAnchorElement, place: string): void {
  const { videoCall = "", name = "", language = "" } = link.dataset;
  if (!ID.test(videoCall)) {
    delete link.dataset.videoCall; // It looks like a link then, too.
    return console.warn(`embed.js: data-video-call must be an ID such as k7mq-2vhd-9xtr-w4pz-0b5n, not "${videoCall}"`);
  }
  const around = link.closest<HTMLElement>("[lang]")?.lang ?? "";
  const chosen = chooseLanguage([language, around], Object.keys(WORDS));
  const tag = isLanguage(chosen) ? chosen : "en";
  const who = document.createElement("bdi");
  who.textContent = name.trim().slice(0, NAME_LENGTH_MAX);
  const label = document.createElement("span");
  label.append(...who.textContent === "" ? [WORDS[tag].call] : WORDS[tag].callTo<string | Node>(who));
  link.replaceChildren(drawCamera(), label);
  Object.assign(link, {
    href: new URL(`.#${videoCall}`, place).href,
    target: "_blank",
    rel: "noopener noreferrer",
    lang: tag,
    dir: tag === "ar" ? "rtl" : "ltr",
  });
}

function dressAll(place: string): void {
  // First: where the browser is too old for it this throws, and the links stay as they are.
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(SHEET);
  document.adoptedStyleSheets.push(sheet); // Which needs nothing of the page's policy, as a style element would.
  const links = document.querySelectorAll<HTMLAnchorElement>("a[data-video-call]");
  for (const link of links) dress(link, place);
}

const script = document.currentScript;
if (script instanceof HTMLScriptElement) {
  const { src } = script;
  if (document.readyState === "loading") addEventListener("DOMContentLoaded", () => dressAll(src));
  else dressAll(src);
}
