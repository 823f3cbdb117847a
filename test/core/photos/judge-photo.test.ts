import { beforeAll, describe, expect, it } from 'vitest';
import { cleanPhoto } from '../../../bot/channels/photos/clean-photo.ts';
import { judgePhoto, type PhotoPurpose } from '../../../core/photos/judge-photo.ts';
import { addGlare, blur, drawPaper, drawProduct, reencode, relight, shake } from '../../support/pictures.ts';

const marksOf = async (picture: Buffer, purpose: PhotoPurpose) => {
  const photo = await cleanPhoto(picture);
  return judgePhoto(photo, purpose);
};

describe('a photo of a paper', () => {
  let paper: Buffer;
  beforeAll(async () => {
    paper = await drawPaper();
  });

  it.each([
    ['as a phone takes it', async () => paper],
    ['as Zalo makes it smaller', async () => await reencode(paper, { quality: 60, height: 1280 })],
    ['encoded as poorly as can be', async () => await reencode(paper, { quality: 15 })],
    ['a little out of focus', async () => await blur(paper, 1.5)],
    ['in the light of a room in the evening', async () => await relight(paper, 0.4)],
    ['with a small bright spot', async () => await addGlare(paper, 200)],
  ])('is fine %s', async (_how, make) => {
    expect(await marksOf(await make(), 'paper')).toEqual([]);
  });

  it.each([
    ['out of focus', ['blurred'], async () => await blur(paper, 4)],
    ['badly out of focus', ['blurred'], async () => await blur(paper, 10)],
    ['shaken', ['blurred'], async () => await shake(paper, 21)],
    ['in the dark', ['dark'], async () => await relight(paper, 0.2)],
    ['washed out by the sun', ['bright'], async () => await relight(paper, 0.5, 190)],
    ['under a lamp that is mirrored', ['glare'], async () => await addGlare(paper, 420)],
    ['made too small', ['small'], async () => await reencode(paper, { quality: 80, height: 600 })],
    ['of which nothing is seen', ['blurred'], async () => await relight(paper, 0.01, 120)],
  ])('%s is marked %j', async (_how, marks, make) => {
    expect(await marksOf(await make(), 'paper')).toEqual(marks);
  });

  it('is measured without holding up anything else', async () => {
    const { measurePicture } = await import('../../../core/photos/measure-picture.ts');
    const picture = { pixels: new Uint8Array(1000 * 1000).map((_, at) => at % 251), width: 1000, height: 1000 };
    for (let run = 0; run < 3; run += 1) measurePicture(picture);
    const before = process.threadCpuUsage();
    measurePicture(picture);
    const { user, system } = process.threadCpuUsage(before);
    expect((user + system) / 1000).toBeLessThan(50);
  });
});

describe('a photo of a product', () => {
  let product: Buffer;
  beforeAll(async () => {
    product = await drawProduct();
  });

  it('is fine as it is, though most of it is a plain wall', async () => {
    expect(await marksOf(product, 'product')).toEqual([]);
  });

  it('may be softer than a paper, but not out of focus altogether', async () => {
    const soft = await blur(product, 2);
    expect(await marksOf(soft, 'product')).toEqual([]);
    expect(await marksOf(await blur(product, 9), 'product')).toEqual(['blurred']);
  });

  it('must be large enough to be printed at 10 × 15 cm, where a picture of a place need not', async () => {
    const small = await reencode(product, { quality: 85, height: 800 });
    expect(await marksOf(small, 'product')).toEqual(['small']);
    expect(await marksOf(small, 'thing')).toEqual([]);
  });
});

it('a photo that came before photos were measured is judged by its size alone', () => {
  expect(judgePhoto({ width: 1500, height: 2000 }, 'paper')).toEqual([]);
  expect(judgePhoto({ width: 300, height: 400 }, 'paper')).toEqual(['small']);
});
