import { beforeAll, describe, expect, it } from 'vitest';
import { type CleanPhoto, cleanPhoto, flattenPhoto } from '../../../bot/channels/photos/clean-photo.ts';
import { mayBeSamePicture } from '../../../core/photos/picture-hash.ts';
import { isSamePicture, mayCompare } from '../../../core/photos/same-picture.ts';
import { blur, drawPaper, reencode } from '../../support/pictures.ts';

describe('two pictures', () => {
  let paper: Buffer;
  let one: CleanPhoto;
  beforeAll(async () => {
    paper = await drawPaper({ height: 1600 });
    one = await cleanPhoto(paper);
  });

  const areSame = async (other: Buffer): Promise<boolean> => {
    const two = await cleanPhoto(other);
    if (!mayCompare(one, two) || !mayBeSamePicture(one.pictureHash ?? '', two.pictureHash ?? '')) return false;
    return isSamePicture(await flattenPhoto(one.bytes), await flattenPhoto(two.bytes));
  };

  it.each([
    ['encoded poorly', { quality: 25 }],
    ['made smaller by Zalo', { quality: 60, height: 1280 }],
    ['made smaller still', { quality: 70, height: 1000 }],
  ])('are the same when one is the other %s', async (_how, how) => {
    expect(await areSame(await reencode(paper, how))).toBe(true);
  });

  it.each([
    ['another page of the same form', async () => await drawPaper({ height: 1600, page: 2 })],
    ['the same page with one letter altered', async () => await drawPaper({ height: 1600, changed: true })],
    ['the same page photographed again', async () => await drawPaper({ height: 1600, askew: 1.3 })],
    ['the same picture out of focus', async () => await blur(paper, 4)],
    ['too small to be sure of', async () => await reencode(paper, { quality: 70, height: 640 })],
  ])('are not the same when one is %s', async (_how, make) => {
    expect(await areSame(await make())).toBe(false);
  });
});
