/**
 * A drawn person before a wall, as a film for Chromium's fake camera, so that pictures of a call look like one.
 *
 * One frame of YUV4MPEG2, which Chromium repeats. Flat shapes with soft edges, no files and no faces.
 */

const [WIDTH, HEIGHT] = [1280, 720];

type Color = readonly [red: number, green: number, blue: number];
type Palette = {
  readonly wall: Color;
  readonly light: Color;
  readonly hair: Color;
  readonly skin: Color;
  readonly shirt: Color;
};

export const PALETTES = {
  morning: {
    wall: [214, 226, 222],
    light: [250, 243, 229],
    hair: [74, 52, 44],
    skin: [214, 164, 132],
    shirt: [54, 104, 92],
  },
  evening: {
    wall: [68, 74, 98],
    light: [232, 176, 122],
    hair: [38, 32, 36],
    skin: [150, 104, 82],
    shirt: [196, 112, 84],
  },
} satisfies Record<string, Palette>;

function mix(from: Color, to: Color, share: number): Color {
  const at = (index: 0 | 1 | 2) => from[index] + (to[index] - from[index]) * share;
  return [at(0), at(1), at(2)];
}

/** How much of an ellipse covers a point: 1 inside, 0 outside, between the two along a soft edge. */
function cover(
  x: number,
  y: number,
  [cx, cy, rx, ry]: readonly [number, number, number, number],
  soft = 0.008,
): number {
  const outside = (Math.hypot((x - cx) / rx, (y - cy) / ry) - 1) * Math.min(rx, ry);
  return Math.min(1, Math.max(0, 0.5 - outside / soft));
}

/** The colour at a point; both axes in heights, x from the middle. */
function colorAt(x: number, y: number, palette: Palette): Color {
  let color = mix(palette.wall, palette.light, cover(x, y, [-0.55, 0.2, 0.9, 0.8], 1.2) * 0.85);
  const crown = cover(x, y, [0, 0.43, 0.15, 0.185]);
  const fringe = cover(x, y, [-0.05, 0.29, 0.2, 0.1]);
  color = mix(color, palette.hair, Math.max(crown, cover(x, y, [0, 0.52, 0.148, 0.17])));
  color = mix(color, palette.shirt, cover(x, y, [0, 1.1, 0.44, 0.4]));
  color = mix(color, mix(palette.skin, palette.hair, 0.18), cover(x, y, [0, 0.66, 0.058, 0.085]));
  color = mix(color, palette.skin, cover(x, y, [0, 0.485, 0.112, 0.15]));
  return mix(color, palette.hair, Math.min(crown, fringe));
}

/** Writes the film; `path` ends in `.y4m`. */
export async function writePortrait(path: string, palette: Palette): Promise<void> {
  const header = new TextEncoder().encode(`YUV4MPEG2 W${WIDTH} H${HEIGHT} F30:1 Ip A1:1 C420\nFRAME\n`);
  const lumaSize = WIDTH * HEIGHT;
  const film = new Uint8Array(header.length + lumaSize * 1.5);
  film.set(header);
  for (let row = 0; row < HEIGHT; row++) {
    for (let column = 0; column < WIDTH; column++) {
      const [r, g, b] = colorAt((column - WIDTH / 2) / HEIGHT, row / HEIGHT, palette);
      film[header.length + row * WIDTH + column] = 16 + 0.257 * r + 0.504 * g + 0.098 * b; // ITU-R BT.601
      if (row % 2 === 1 || column % 2 === 1) continue;
      const chroma = header.length + lumaSize + (row / 2) * (WIDTH / 2) + column / 2;
      film[chroma] = 128 - 0.148 * r - 0.291 * g + 0.439 * b;
      film[chroma + lumaSize / 4] = 128 + 0.439 * r - 0.368 * g - 0.071 * b;
    }
  }
  await Deno.writeFile(path, film);
}
