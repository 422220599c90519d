/** Plots as SVG, readable on white and on black, without a script or a font of their own. */

export interface Group {
  readonly title: string;
  readonly bars: readonly { readonly name: string; readonly value: number }[];
}

const WIDTH = 720;
const LABEL = 150;
const VALUE = 70;
const ROW = 18;
const PAD = 24;

const STYLE = `<style>
  text { font: 12px system-ui, sans-serif; fill: #1d1d1f }
  .title { font-size: 15px; font-weight: 600 }
  .group { fill: #6e6e73 }
  .bar { fill: #b9bdc6 }
  .ours { fill: #2563eb }
  .line { fill: none; stroke: #2563eb; stroke-width: 1.5 }
  .grid { stroke: #d2d2d7 }
  @media (prefers-color-scheme: dark) {
    text { fill: #f5f5f7 }
    .group { fill: #a1a1a6 }
    .bar { fill: #5b606b }
    .ours { fill: #6ea0ff }
    .line { stroke: #6ea0ff }
    .grid { stroke: #48484a }
  }
</style>`;

function escape(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}

function svg(title: string, height: number, body: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" ` +
    `role="img" aria-label="${escape(title)}">\n${STYLE}\n` +
    `<text class="title" x="${PAD}" y="${PAD}">${escape(title)}</text>\n${body}\n</svg>\n`;
}

function format(value: number): string {
  return value >= 1_000 ? Math.round(value).toLocaleString("en") : value >= 100 ? value.toFixed(0) : value.toFixed(1);
}

/** Groups of horizontal bars; each group has its own scale. */
export function plotBars(title: string, groups: readonly Group[]): string {
  const parts: string[] = [];
  let y = PAD * 2;
  for (const { title: groupTitle, bars } of groups) {
    const most = Math.max(...bars.map(({ value }) => value).filter(Number.isFinite));
    parts.push(`<text class="group" x="${PAD}" y="${y + 4}">${escape(groupTitle)}</text>`);
    y += ROW - 4;
    for (const { name, value } of bars.filter((bar) => Number.isFinite(bar.value))) {
      const width = Math.max(1, value / most * (WIDTH - LABEL - VALUE - PAD * 2));
      parts.push(
        `<text x="${PAD}" y="${y + 12}">${escape(name)}</text>`,
        `<rect class="${name === "ours" ? "ours" : "bar"}" x="${PAD + LABEL}" y="${y + 3}" ` +
          `width="${width.toFixed(1)}" height="${ROW - 7}" rx="2"/>`,
        `<text x="${(PAD + LABEL + width + 6).toFixed(1)}" y="${y + 12}">${format(value)}</text>`,
      );
      y += ROW;
    }
    y += ROW;
  }
  return svg(title, y, parts.join("\n"));
}

/** Returns the end of an axis whose quarters are round numbers too. */
function roundUp(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  return ([1, 1.2, 1.6, 2, 2.4, 3, 4, 6, 8].find((step) => step * power >= value) ?? 10) * power;
}

/** One line over time, from 0 up. */
export function plotLine(title: string, points: readonly (readonly [number, number])[], unit: string): string {
  const [height, left, top] = [240, PAD + 40, PAD * 2];
  const [right, bottom] = [WIDTH - PAD * 2, height - PAD - 12];
  const mostX = roundUp(Math.max(1, ...points.map(([x]) => x)));
  const mostY = roundUp(Math.max(1, ...points.map(([, y]) => y)));
  const place = ([x, y]: readonly [number, number]) =>
    `${(left + x / mostX * (right - left)).toFixed(1)},${(bottom - y / mostY * (bottom - top)).toFixed(1)}`;
  const grid = [0, 0.25, 0.5, 0.75, 1].flatMap((share) => {
    const y = (bottom - share * (bottom - top)).toFixed(1);
    const x = (left + share * (right - left)).toFixed(1);
    return [
      `<line class="grid" x1="${left}" y1="${y}" x2="${right}" y2="${y}"/>`,
      `<text class="group" x="${left - 8}" y="${Number(y) + 4}" text-anchor="end">${share * mostY}</text>`,
      `<text class="group" x="${x}" y="${bottom + 18}" text-anchor="middle">${share * mostX} ${unit}</text>`,
    ];
  });
  return svg(title, height, [...grid, `<polyline class="line" points="${points.map(place).join(" ")}"/>`].join("\n"));
}
