import { expect, it, onTestFinished } from 'vitest';
import { createTestDatabase } from '../support/database.ts';
import { addRequest } from '../support/office-people.ts';
import { office, openVillage } from './support/village.ts';
import { addWindow, addWisher, ledgerOf, OPENS, sweepAt } from './support/windows.ts';

it('a reminder says to who sent a request already that it is there, and asks for none', async () => {
  const database = await createTestDatabase();
  onTestFinished(() => database.drop());
  const village = await openVillage(database.url);
  onTestFinished(() => village.close());
  const { db } = village;
  const window = await addWindow(db);
  const wisher = await addWisher(village);
  const at = office('2026-10-25 09:00');
  const code = 'KC-2026-0042';
  const id = await addRequest(db, { personId: wisher.personId, code, at, answers: { need: 'machinery' } });
  await db.application.update({ where: { id }, data: { programme: 'advanced-equipment' } });
  await sweepAt(village, OPENS);
  expect(await ledgerOf(db, window.id)).toMatchObject([
    {
      text: expect.stringContaining(`\nPhiếu ${code} của anh/chị đã gửi rồi.`),
      content: { choices: [{ key: 'my-dossiers:list' }, { label: 'Đừng nhắc nữa' }] },
    },
  ]);
});
