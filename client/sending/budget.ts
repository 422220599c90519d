/**
 * Divides what one page may send among its calls: each has its path's own congestion control, and none of them knows of
 * the others on the same uplink. What sound takes comes off first; what is left goes to the pictures that somebody sees,
 * the same to each, and what one has no use for to the rest. Pure: it is fed with what each call would send.
 */

/** What a page sends at most, in bit/s: straight, by a relay that somebody pays for, and where the person pays by the byte. */
export const TOTALS = { direct: 2_500_000, relayed: 1_200_000, low: 300_000 } as const;
/** What is of use to a picture of so many lines, in bit/s; those with more lines take all that there is. */
const USES: readonly (readonly [lines: number, bitrate: number])[] = [
  [0, 0],
  [180, 310_000],
  [360, 700_000],
  [540, 1_300_000],
];
/** What each picture that is sent at all gets, in bit/s: less than the least that is worth it would be none. */
const LEAST = 35_000;
/** What sound takes with its packets' headers, in bit/s: as browsers send it, and where it goes out more often than that. */
const SOUND = { plain: 80_000, repeated: 140_000 } as const;
/** What of both the camera's picture gets beside a screen that is shared, at most. */
const BESIDE_SCREEN = 0.1;

export type Link = {
  readonly isRelayed: boolean;
  readonly sound: keyof typeof SOUND | null;
  /** Of the camera's picture as far as anybody needs it; 0 for none. */
  readonly lines: number;
  readonly hasScreen: boolean;
};
/** In bit/s. */
export type Share = { readonly camera: number; readonly screen: number };

/** @param isLow the person wants little sent */
export function divide(links: readonly Link[], isLow: boolean): Share[] {
  const wishes = links.map(({ isRelayed, sound, lines, hasScreen }) => {
    const total = isLow ? TOTALS.low : isRelayed ? TOTALS.relayed : TOTALS.direct;
    const soundBitrate = sound === null ? 0 : SOUND[sound];
    const camera = USES.find(([most]) => lines <= most)?.[1] ?? Infinity;
    return { total, soundBitrate, camera, pictures: Math.min(hasScreen ? Infinity : camera, total - soundBitrate) };
  });
  let left = Math.max(...wishes.map(({ total }) => total)) -
    wishes.reduce((sum, { soundBitrate }) => sum + soundBitrate, 0);
  const shares = new Map<typeof wishes[number], number>();
  const wishing = wishes.filter(({ pictures }) => pictures > 0).toSorted((a, b) => a.pictures - b.pictures);
  for (const [index, wish] of wishing.entries()) {
    const share = Math.max(LEAST, Math.min(wish.pictures, left / (wishing.length - index)));
    shares.set(wish, share);
    left -= share;
  }
  return wishes.map((wish, index) => {
    const share = shares.get(wish) ?? 0;
    if (!links[index]?.hasScreen) return { camera: share, screen: 0 };
    // What is shown matters more than who shows it.
    const camera = Math.min(wish.camera, share * BESIDE_SCREEN);
    return { camera, screen: share - camera };
  });
}
