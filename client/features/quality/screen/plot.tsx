/** A small plot of the last minute, drawn by hand: what is newest is at its end. */

import { SAMPLES_MAX } from "../quality_key.ts";

const HEIGHT = 20;

/**
 * @param values null where there is none, which leaves a gap
 * @param least what the plot is high for at least, so that nothing small looks large
 */
export function Plot({ values, least }: { readonly values: readonly (number | null)[]; readonly least: number }) {
  return (
    <svg class="plot" viewBox={`0 0 ${SAMPLES_MAX - 1} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
      <path d={drawLine(values, least)} vector-effect="non-scaling-stroke" />
    </svg>
  );
}

export function drawLine(values: readonly (number | null)[], least: number): string {
  const most = Math.max(least, ...values.map((value) => value ?? 0));
  const start = SAMPLES_MAX - values.length;
  return values.map((value, index) => {
    if (value === null) return "";
    const isFirst = (values[index - 1] ?? null) === null;
    return `${isFirst ? "M" : "L"}${start + index} ${Math.round(10 * (HEIGHT - 1 - (HEIGHT - 2) * value / most)) / 10}`;
  }).join("");
}
