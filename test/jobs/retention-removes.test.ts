import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { RETENTION, retentionCutoffs } from '../../core/schedule/retention.ts';
import { runPeriodicWork } from '../../jobs/run-periodic-work.ts';
import { countExpired, type RetentionRuleName, removeExpired } from '../../records/retention.ts';
import { countStrayFiles, storeFile } from '../../records/stored-files.ts';
import { cutoffs, moment, now, prepareRetention } from './support/retention-rows.ts';
import { office } from './support/village.ts';

const house = prepareRetention();
const { clean, rows } = house;

const names = Object.keys(rows) as RetentionRuleName[];
const ofNobody = [
  'held-updates',
  'officer-sessions',
  'verifications',
  'admin-links',
  'link-codes',
  'wrong-link-codes',
  'invitations',
  'copy-links',
  'joined-people',
];
const ofPeople = names.filter((name) => !ofNobody.includes(name));
const none = Object.fromEntries(names.map((name) => [name, 0]));

it('counts months on the calendar of the office', () => {
  expect(cutoffs.messages).toEqual(office('2027-02-28 09:00:00'));
  expect(cutoffs.traces).toEqual(office('2027-12-01 09:00:00'));
  expect(retentionCutoffs(office('2027-11-24 09:00:00'), RETENTION).messages).toEqual(office('2026-11-24 09:00:00'));
});

describe.each(names)('%s', (name) => {
  const rule = rows[name];

  it('goes a moment after its time, not at it or before it; the count says so beforehand and nothing else goes', async () => {
    await clean();
    const old = await rule.at(moment(rule.cutoff, -1));
    const edge = await rule.at(rule.cutoff);
    const young = await rule.at(moment(rule.cutoff, 1));

    const counted = await countExpired(house.village.db, cutoffs);
    expect(await rule.isGone(old)).toBe(false);
    const removed = await clean();

    // A request that ended has two answers; everything else is one row.
    const expected = { ...none, [name]: name === 'unsent-requests' ? 2 : 1 };
    expect(counted).toEqual(expected);
    expect(removed).toEqual(expected);
    expect(await rule.isGone(old)).toBe(true);
    expect(await rule.isGone(edge)).toBe(false);
    expect(await rule.isGone(young)).toBe(false);
    expect(await clean()).toEqual(none);
  });
});

describe.each(ofPeople)('%s of a sample person', (name) => {
  it('is neither counted nor removed', async () => {
    await clean();
    const id = await rows[name].at(moment(rows[name].cutoff, -1), true);
    expect(await countExpired(house.village.db, cutoffs)).toEqual(none);
    await clean();
    expect(await rows[name].isGone(id)).toBe(false);
  });
});

it('removes in batches what is more than one batch', async () => {
  await clean();
  const ids = await Promise.all(
    Array.from({ length: 25 }, () => rows['message-texts'].at(moment(cutoffs.messages, -1))),
  );
  const removed = await removeExpired(house.village.db, cutoffs, { batchSize: 10 });
  expect(removed['message-texts']).toBe(25);
  for (const id of ids) expect(await rows['message-texts'].isGone(id)).toBe(true);
});

it('takes a photo away with the message it came in, row and bytes, and keeps what an answer names', async () => {
  const { db, files, parts } = house.village;
  const person = await house.village.addPerson();
  const store = async (createdAt: Date): Promise<string> => {
    const id = randomUUID();
    const photo = { mediaType: 'image/jpeg', extension: 'jpg', width: 1, height: 1 };
    await storeFile(db, files, { id, personId: person.personId, bytes: Buffer.from(id), ...photo, now: createdAt });
    return id;
  };
  const old = moment(cutoffs.messages, -1);
  const [gone, kept, named] = [await store(old), await store(cutoffs.messages), await store(old)];
  const forAnother = await store(old);
  await house.village.addInbound({ ...person, receivedAt: old, fileIds: [gone, named, forAnother] });
  await house.village.addInbound({ ...person, receivedAt: cutoffs.messages, fileIds: [kept] });
  const { applicationId } = await house.village.addDraft({ touchedAt: now, personId: person.personId });
  await db.applicationAnswer.updateMany({ where: { applicationId }, data: { value: { fileIds: [named] } } });
  // A dossier that another filed for an establishment of both.
  const theirs = await house.village.addDraft({ touchedAt: now });
  const members = { create: { personId: person.personId, role: 'family', joinedAt: old } };
  const establishment = { create: { id: randomUUID(), createdAt: old, updatedAt: old, members } };
  await db.application.update({ where: { id: theirs.applicationId }, data: { establishment } });
  await db.applicationAnswer.updateMany({
    where: { applicationId: theirs.applicationId },
    data: { value: { fileIds: [forAnother] } },
  });

  // The folder's own dates are those of today, so the store is asked as of a day when they are old enough.
  await runPeriodicWork({ ...parts, now });
  const left = await db.storedFile.findMany({ where: { personId: person.personId } });
  expect(left.map((file) => file.id).sort()).toEqual([kept, named, forAnother].sort());
  const keys = (await files.list()).map((file) => file.key);
  for (const file of left) expect(keys).toContain(file.key);
  expect(keys).toHaveLength(3);
  expect(await countStrayFiles(db, files, { before: cutoffs.strayFiles })).toEqual({ rows: 0, files: 0 });
});
