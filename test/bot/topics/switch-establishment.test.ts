import { describe, expect, it } from 'vitest';
import { prepareRequestHouse } from './request-house.ts';
import type { Talker } from './talker.ts';
import { begunForOne, OTHER } from './two-establishments.ts';

const house = prepareRequestHouse();

const valuesOf = async (talker: Talker) => {
  const draft = (await house.dossiersOf(talker)).at(-1);
  return {
    ...Object.fromEntries((draft?.answers ?? []).map(({ questionId, value }) => [questionId, value])),
    of: draft?.establishmentId,
  };
};

describe('a request begun for one of several establishments', () => {
  it.each([
    'sai cơ sở rồi, cái này của chè Hoa Sen',
    'phieu nay la cua che hoa sen chu khong phai tai hoan',
    'đổi sang Hoa Sen',
  ])('is for another by "%s", and only what is of the establishment changes', async (text) => {
    const lan = await begunForOne(house);
    const { text: said } = await lan.type(text);
    expect(said).toContain('Vâng, phiếu này cho Chè Hoa Sen.');
    expect(said).toContain('xem lại phiếu');
    const [, second] = await house.dossiersOf(lan);
    expect(await valuesOf(lan)).toMatchObject({
      ...OTHER,
      ...{ need: 'packaging', price: { minVnd: 50_000_000 }, of: second?.establishmentId },
    });
  });

  it('stays where it is when nobody is named that this person acts for', async () => {
    const lan = await begunForOne(house);
    const before = await valuesOf(lan);
    await lan.type('sai cơ sở rồi, cái này của xưởng Bát Nhất');
    expect(await valuesOf(lan)).toEqual(before);
  });
});
