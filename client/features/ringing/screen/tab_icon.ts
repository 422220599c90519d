/**
 * Shows on the tab's icon, and on the app's where the system has that, that it rings and how many calls were missed. It is
 * drawn from the logo that the page holds, so that nothing is fetched.
 */

import { attempt } from "../../../bounds/attempt.ts";

export type IconSign = { readonly isRinging: boolean; readonly missed: number };

/** More than that is not written out. */
const COUNT_MAX = 9;
const link = document.querySelector<HTMLLinkElement>("link[rel=icon][type='image/svg+xml']");
const usual = link?.href ?? "";

function element(name: string, attributes: Record<string, string | number>, content: string): string {
  const all = Object.entries(attributes).map(([key, value]) => ` ${key}="${value}"`);
  return `<${name}${all.join("")}>${content}</${name}>`;
}

function draw({ isRinging, missed }: IconSign): string {
  const [colour, ink] = isRinging ? ["#ffc53d", "#2b1d00"] : ["#d8283c", "#fff"];
  const text = missed === 0 ? "" : missed > COUNT_MAX ? `${COUNT_MAX}+` : String(missed);
  const font = { "font-family": "sans-serif", "font-weight": 700, "font-size": 28 };
  return element(
    "svg",
    { xmlns: "http://www.w3.org/2000/svg", viewBox: [0, 0, 64, 64].join(" ") },
    [
      document.getElementById("logo")?.innerHTML,
      element("circle", { cx: 44, cy: 44, r: 20, fill: colour, stroke: "#fff", "stroke-width": 3 }, ""),
      element("text", { x: 44, y: 54, "text-anchor": "middle", fill: ink, ...font }, text),
    ].join(""),
  );
}

export function showOnIcons(sign: IconSign): void {
  attempt(
    "show it on the app's icon",
    () => sign.missed > 0 ? navigator.setAppBadge?.(sign.missed) : navigator.clearAppBadge?.(),
  );
  if (link === null) return;
  if (link.href.startsWith("blob:")) URL.revokeObjectURL(link.href);
  const isPlain = !sign.isRinging && sign.missed === 0;
  link.href = isPlain ? usual : URL.createObjectURL(new Blob([draw(sign)], { type: "image/svg+xml" }));
}
