import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { runRetention } from '../../host/run-retention.ts';
import type { RetentionRuleName } from '../../records/retention.ts';
import { storeFile } from '../../records/stored-files.ts';
import { moment, now, prepareRetention } from '../jobs/support/retention-rows.ts';
import { office } from '../jobs/support/village.ts';

const house = prepareRetention();
const names = Object.keys(house.rows) as RetentionRuleName[];
const RUNS = 6;

/** Something of a kind, a while before its time is over or after. */
const kept = fc.record({
  name: fc.constantFrom(...names),
  ageMs: fc.constantFrom(-90 * 86_400_000, -1, 0, 1, 86_400_000),
});

const photo = async (personId: string, createdAt: Date): Promise<string> => {
  const id = randomUUID();
  const kind = { mediaType: 'image/jpeg', extension: 'jpg', width: 1, height: 1 };
  await storeFile(house.village.db, house.village.files, {
    id,
    personId,
    bytes: Buffer.from(id),
    ...kind,
    now: createdAt,
  });
  return id;
};
const run = (isDryRun: boolean) => {
  const { db, files } = house.village;
  return runRetention({ db, files, now, isDryRun });
};

it('whatever is there, a run removes just what its dry run said, photos and files too, and finds nothing the second time', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(kept, { maxLength: 12 }),
      fc.array(fc.boolean(), { maxLength: 3 }),
      async (all, photos) => {
        const { village, rows } = house;
        for (const { name, ageMs } of all) await rows[name].at(moment(rows[name].cutoff, ageMs));
        for (const isOld of photos) {
          const at = isOld ? office('2026-12-01 09:00:00') : office('2028-02-01 09:00:00');
          const person = await village.addPerson();
          const id = await photo(person.personId, office('2026-12-01 09:00:00'));
          await village.addInbound({ ...person, receivedAt: at, text: 'ảnh', fileIds: [id] });
        }
        const foreseen = await run(true);
        expect(await run(true)).toEqual(foreseen);
        expect(await run(false)).toEqual(foreseen);
        expect(Object.values(await run(true)).every((count) => count === 0)).toBe(true);
      },
    ),
    { numRuns: RUNS },
  );
});

it('a photo that came after its person was joined to another goes with them: the dry run counts the empty one too', async () => {
  const { village } = house;
  const [from, into] = [await village.addPerson(), await village.addPerson()];
  await village.db.contact.deleteMany({ where: { personId: from.personId } });
  const joinedAt = office('2026-12-01 09:00:00');
  await village.db.person.update({ where: { id: from.personId }, data: { joinedAt, joinedIntoId: into.personId } });
  await photo(from.personId, office('2028-02-28 09:00:00'));
  const foreseen = await run(true);
  expect(foreseen).toMatchObject({ 'joined-people': 1 });
  expect(await run(false)).toEqual(foreseen);
});
