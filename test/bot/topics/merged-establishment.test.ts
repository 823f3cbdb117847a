import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { mergeAsSeen, undoAsAsked } from '../../../staff/establishments/merge-deeds.ts';
import { previewMerge } from '../../../staff/establishments/preview-merge.ts';
import { prepareRequestHouse } from './request-house.ts';
import type { Talker } from './talker.ts';

const house = prepareRequestHouse();
const officer = { id: 'officer', name: 'Lan', email: 'lan@example.vn', role: 'officer' } as const;
const MINUTE_MS = 60_000;

const idOf = async (talker: Talker) => (await house.dossiersOf(talker))[0]?.establishmentId ?? '';
const codeOf = async (talker: Talker) => (await house.dossiersOf(talker))[0]?.code ?? '';
const depsOf = () => ({ db: house.db, clock: house.clock, ids: { next: () => randomUUID() } });

/** Two who sent a request for the same establishment, each for themselves, until an officer made one of them. */
async function merged() {
  const [lan, mai] = [await house.sentBefore(), await house.sentBefore()];
  const pair = { keptId: await idOf(lan), mergedId: await idOf(mai) };
  const { mark, messages } = await previewMerge(depsOf(), pair, 'vi');
  const requestId = randomUUID();
  await mergeAsSeen(depsOf(), { ...pair, mark, requestId, officer });
  return { lan, mai, ...pair, mergeId: requestId, messages };
}
const undo = async (mergeId: string, id: string) =>
  await undoAsAsked(depsOf(), { id, mergeId, requestId: randomUUID(), officer });

describe('a producer whose establishment was merged', () => {
  it('reads what the officer saw, minutes later; sees both sides’ requests until the merge is taken back, and reads that too', async () => {
    const { lan, mai, keptId, mergeId, messages } = await merged();
    expect(await lan.hear()).toBeUndefined();
    house.clock.advance(6 * MINUTE_MS);
    const told = await lan.hear();
    expect(told?.text).toBe(messages[0]?.text);
    expect(told?.text).toContain('(chủ cơ sở) cũng xem được phiếu đã gửi');
    expect((await lan.pick('Xem ai cùng lo phiếu')).text).toContain('Cùng lo phiếu: anh/chị, một người (chủ cơ sở)');
    for (const talker of [lan, mai]) {
      const listed = await talker.type('phiếu của tôi');
      const shown = [listed.text, ...listed.choices.map(({ label }) => label)].join('\n');
      for (const code of [await codeOf(lan), await codeOf(mai)]) expect(shown).toContain(code);
    }

    await undo(mergeId, keptId);
    house.clock.advance(6 * MINUTE_MS);
    expect((await mai.hear())?.text).toContain('đã tách lại');
    const mine = await mai.type('phiếu của tôi');
    expect(mine.text).toContain(await codeOf(mai));
    expect(JSON.stringify(mine)).not.toContain(await codeOf(lan));
  });

  it('reads nothing of one that was taken back at once', async () => {
    const { lan, mai, keptId, mergeId } = await merged();
    await undo(mergeId, keptId);
    house.clock.advance(6 * MINUTE_MS);
    expect([await lan.hear(), await mai.hear()]).toEqual([undefined, undefined]);
  });
});
