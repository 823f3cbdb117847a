import sharp from 'sharp';

type Point = { x: number; y: number };
/** Shades of grey, drawn by hand: sharp may open no drawings here, and letters of a font differ from machine to machine. */
type Canvas = { shades: Float32Array; width: number; height: number };

/** A little generator of numbers from 0 to 1, the same ones each time. */
function chances(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

function paint({ width, height }: { width: number; height: number }, shadeAt: (point: Point) => number): Canvas {
  const shades = new Float32Array(width * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) shades[y * width + x] = shadeAt({ x, y });
  }
  return { shades, width, height };
}

/** A dark line with soft sides. */
function stroke({ shades, width, height }: Canvas, from: Point, to: Point, { thick = 3, shade = 35 } = {}): void {
  const length = Math.max(1, Math.hypot(to.x - from.x, to.y - from.y));
  for (let step = 0; step <= length; step += 0.5) {
    const centre = { x: from.x + ((to.x - from.x) * step) / length, y: from.y + ((to.y - from.y) * step) / length };
    for (let y = Math.floor(centre.y - thick); y <= centre.y + thick; y += 1) {
      for (let x = Math.floor(centre.x - thick); x <= centre.x + thick; x += 1) {
        const cover = Math.min(1, Math.max(0, thick / 2 + 0.5 - Math.hypot(x - centre.x, y - centre.y)));
        const at = y * width + x;
        const before = shades[at] ?? 255;
        if (x >= 0 && x < width && y >= 0 && y < height)
          shades[at] = Math.min(before, shade + (220 - shade) * (1 - cover));
      }
    }
  }
}

/**
 * A page of a quotation on a dark table, as a phone takes it: unevenly lit, a little askew, in strokes as thick and as close
 * as letters of 11 points. `page` makes it another page of the same form, `changed` the same with one letter altered,
 * `askew` (degrees) the same photographed again.
 */
export async function drawPaper({ height = 2000, page = 1, changed = false, askew = 1 } = {}): Promise<Buffer> {
  const width = Math.round(height * 0.75);
  const unit = height / 2000;
  const turn = (askew * Math.PI) / 180;
  const turned = ({ x, y }: Point, angle: number): Point => ({
    x: width / 2 + (x - width / 2) * Math.cos(angle) - (y - height / 2) * Math.sin(angle),
    y: height / 2 + (x - width / 2) * Math.sin(angle) + (y - height / 2) * Math.cos(angle),
  });
  const canvas = paint({ width, height }, (point) => {
    const { x, y } = turned(point, -turn);
    const isPage = x > width * 0.05 && x < width * 0.95 && y > height * 0.04 && y < height * 0.96;
    return isPage ? 238 - 35 * (x / width / 2 + y / height / 2) : 85;
  });
  const chance = chances(page);
  for (let y = 190; y < 1800; y += 46) {
    for (let x = 190; x < 1220; x += chance() < 0.18 ? 26 : 15) {
      const isChanged = changed && y === 190 + 46 * 5 && Math.abs(x - 600) < 8;
      const corners = [0, 1, 2].map((corner) => {
        const drawn = { x: x + Math.floor(chance() * 3) * 5, y: y + Math.floor(chance() * 3) * 8 };
        const point = isChanged ? { x: x + corner * 5, y: y + (corner % 2) * 16 } : drawn;
        return turned({ x: point.x * unit, y: point.y * unit }, turn);
      });
      const [one, two, three] = corners;
      if (one === undefined || two === undefined || three === undefined) continue;
      stroke(canvas, one, two, { thick: 2.6 * unit });
      stroke(canvas, two, three, { thick: 2.6 * unit });
    }
  }
  return await photograph(canvas);
}

/** A jar before a plain wall, where most of the picture has no edge at all. */
export async function drawProduct({ height = 2000 } = {}): Promise<Buffer> {
  const width = Math.round(height * 0.75);
  const unit = height / 400;
  const canvas = paint({ width, height }, ({ x, y }) => {
    const [left, top] = [x / unit, y / unit];
    if (left > 93 && left < 207 && top > 180 && top < 268) return 245;
    if (left > 84 && left < 216 && top > 120 && top < 320) return 70 + 90 * Math.sin(((left - 84) / 132) * Math.PI);
    if (left > 96 && left < 204 && top > 80 && top < 121) return 50;
    return 225 - 70 * Math.hypot(left / 300 - 0.5, top / 400 - 0.5);
  });
  for (let line = 0; line < 3; line += 1) {
    const y = (205 + 20 * line) * unit;
    stroke(canvas, { x: 105 * unit, y }, { x: 190 * unit, y: y + 8 * unit }, { thick: 3 * unit, shade: 60 });
  }
  return await photograph(canvas);
}

/** Through a lens that softens a little, with the grain of a phone's sensor, warm as a lamp at home. */
async function photograph({ shades, width, height }: Canvas): Promise<Buffer> {
  const chance = chances(7);
  const pixels = new Uint8Array(width * height * 3);
  for (const [at, shade] of shades.entries()) {
    const grain = (chance() + chance() + chance() - 1.5) * 8;
    for (const [channel, warmth] of [1, 0.98, 0.94].entries()) {
      pixels[at * 3 + channel] = Math.min(255, Math.max(0, shade * warmth + grain));
    }
  }
  return await sharp(pixels, { raw: { width, height, channels: 3 } })
    .jpeg({ quality: 88 })
    .toBuffer();
}

export const blur = (picture: Buffer, sigma: number): Promise<Buffer> => sharp(picture).blur(sigma).jpeg().toBuffer();

/** Shaken while it was taken, over so many pixels across. */
export const shake = (picture: Buffer, pixels: number): Promise<Buffer> =>
  sharp(picture)
    .convolve({ width: pixels, height: 3, kernel: [0, 1, 0].flatMap((one) => new Array<number>(pixels).fill(one)) })
    .jpeg()
    .toBuffer();

/** With so much of its light (0.2), or washed out (0.6 and 180 more). */
export const relight = (picture: Buffer, factor: number, more = 0): Promise<Buffer> =>
  sharp(picture).linear(factor, more).jpeg().toBuffer();

export const reencode = (picture: Buffer, { quality, height }: { quality: number; height?: number }): Promise<Buffer> =>
  sharp(picture).resize({ height }).jpeg({ quality }).toBuffer();

/** A lamp mirrored in the page: a white spot of so many pixels from its middle to its rim. */
export async function addGlare(picture: Buffer, radius: number): Promise<Buffer> {
  const side = 2 * radius;
  const spot = Buffer.alloc(side * side * 4, 255);
  for (let at = 0; at < side * side; at += 1) {
    const distance = Math.hypot((at % side) - radius, Math.floor(at / side) - radius) / radius;
    spot[at * 4 + 3] = 255 * Math.min(1, Math.max(0, (1 - distance) / 0.3));
  }
  return await sharp(picture)
    .composite([{ input: spot, raw: { width: side, height: side, channels: 4 } }])
    .jpeg()
    .toBuffer();
}
