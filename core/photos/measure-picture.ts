/** A picture in shades of grey, one byte a pixel, row by row. */
export type GreyPicture = { pixels: Uint8Array; width: number; height: number };

/** What was measured of a picture; `judgePhoto` says what it means. Numbers only: nothing of what it shows. */
export type PhotoMeasures = {
  /** How crisp its crispest parts are, whatever its light and colours; undefined when there is nothing to see in it. */
  sharpness?: number;
  /** The same in the direction in which it is less crisp: a shaken picture is blurred in one. Of letters, which have both. */
  weakerSharpness?: number;
  /** Grey values, 0 (black) to 255: of the darkest 2 in 1000 pixels, and of the lightest 5 in 100. */
  dark: number;
  light: number;
  /** The share of pixels that are as white as can be, 0 to 1. */
  burnt: number;
  /** How white the ground is where there is something to see: the paper around the letters. */
  ground?: number;
};

const TILE = 40;
/** Of the grey values in a tile; below it there is only noise. */
const LEAST_DEVIATION = 8;
/** A plain background says nothing, and much of a good photo is out of focus on purpose: the best tenth counts. */
const CRISPEST_SHARE = 0.1;
const DARKEST_SHARE = 0.002;
const LIGHTEST_SHARE = 0.05;
/** Letters cover less of a page than this leaves out. */
const GROUND_SHARE = 0.75;
const WHITE = 250;

/**
 * Measures a picture that was brought to its usual size, some 1000 pixels long: one pass, a few milliseconds.
 *
 * Sharpness is the variance of the Laplacian in a tile by the variance of its grey values, so that a dim picture is as sharp
 * as a bright one. What the plain tiles have of it is noise, and is taken off.
 */
export function measurePicture(picture: GreyPicture): PhotoMeasures {
  const tiles = measureTiles(picture);
  const telling = tiles.filter(({ variance }) => variance >= LEAST_DEVIATION ** 2);
  const plain = tiles.filter(({ variance }) => variance < LEAST_DEVIATION ** 2);
  const crispest = (edgesOf: (tile: Tile) => number): number | undefined => {
    const noise = middleOf(plain.map(edgesOf)) ?? 0;
    const crispness = telling.map((tile) => Math.max(0, edgesOf(tile) - noise) / tile.variance);
    return round(crispness.toSorted((one, other) => other - one)[Math.floor(crispness.length * CRISPEST_SHARE)]);
  };
  return {
    sharpness: crispest(({ across, down }) => across + down),
    weakerSharpness: crispest(({ across, down }) => 2 * Math.min(across, down)),
    ...measureLight(picture),
    ground: middleOf(telling.map(({ ground }) => ground)),
  };
}

/** `across` and `down`: the variance of the second difference of its grey values. */
type Tile = { variance: number; across: number; down: number; ground: number };

/** Each whole tile of a picture. */
function measureTiles(picture: GreyPicture): Tile[] {
  const tiles: Tile[] = [];
  for (let top = 1; top + TILE < picture.height; top += TILE) {
    for (let left = 1; left + TILE < picture.width; left += TILE) tiles.push(measureTile(picture, { top, left }));
  }
  return tiles;
}

function measureTile({ pixels, width }: GreyPicture, { top, left }: { top: number; left: number }): Tile {
  let sum = 0;
  let squares = 0;
  let across = 0;
  let down = 0;
  const counts = new Uint16Array(256);
  for (let y = top; y < top + TILE; y += 1) {
    for (let at = y * width + left; at < y * width + left + TILE; at += 1) {
      const grey = pixels[at] ?? 0;
      const bendAcross = (pixels[at - 1] ?? 0) + (pixels[at + 1] ?? 0) - 2 * grey;
      const bendDown = (pixels[at - width] ?? 0) + (pixels[at + width] ?? 0) - 2 * grey;
      sum += grey;
      squares += grey * grey;
      across += bendAcross * bendAcross;
      down += bendDown * bendDown;
      counts[grey] = (counts[grey] ?? 0) + 1;
    }
  }
  const count = TILE * TILE;
  // The mean of a second difference is next to nothing, so the mean of its squares is its variance.
  return {
    variance: squares / count - (sum / count) ** 2,
    across: across / count,
    down: down / count,
    ground: greyAt(counts, GROUND_SHARE * count),
  };
}

function measureLight({ pixels }: GreyPicture): Pick<PhotoMeasures, 'dark' | 'light' | 'burnt'> {
  const counts = new Uint32Array(256);
  for (const grey of pixels) counts[grey] = (counts[grey] ?? 0) + 1;
  const total = Math.max(1, pixels.length);
  const white = counts.slice(WHITE).reduce((sum, count) => sum + count, 0);
  return {
    dark: greyAt(counts, DARKEST_SHARE * total),
    light: greyAt(counts, (1 - LIGHTEST_SHARE) * total),
    burnt: round(white / total),
  };
}

/** The grey value up to which so many pixels are. */
function greyAt(counts: Uint16Array | Uint32Array, pixels: number): number {
  let seen = 0;
  const grey = counts.findIndex((count) => {
    seen += count;
    return seen >= pixels;
  });
  return Math.max(0, grey);
}

function middleOf(values: readonly number[]): number | undefined {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)];
}

function round(value: number): number;
function round(value: number | undefined): number | undefined;
function round(value: number | undefined): number | undefined {
  return value === undefined ? undefined : Math.round(value * 1000) / 1000;
}
