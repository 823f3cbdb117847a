import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import type { FileStore } from '../../../records/file-store.ts';
import { storeFile } from '../../../records/stored-files.ts';
import type { Talker, TalkHouse } from '../../bot/topics/talker.ts';
import { addCertificate } from '../../support/certificates.ts';
import type { Office } from '../../support/office.ts';
import { sendRequest } from '../year-of-ten/tell.ts';

/** What they said and what officers wrote about them, each word nowhere else; `raw`: as it is kept and shown. */
export const WORDS = {
  displayName: 'Zwdisplay',
  product: 'mien zwproduct',
  establishment: 'HTX Zwestablishment',
  name: 'Nguyễn Thị Xuyên',
  phone: '0900000123',
  taxCode: '0100109106',
  draft: 'mien zwdraft',
  question: 'may cu zwquestion co duoc khong',
  answer: 'Máy zwanswer thì được.',
  remark: 'Số này zwremark.',
  message: 'Chị zwmessage giúp em.',
  letter: 'Mai em zwletter tới xưởng.',
  correction: 'ten toi zwcorrection',
} as const;

export type Somebody = { talker: Talker; personId: string; applicationId: string; fileIds: string[] };
type Rooms = { house: TalkHouse; office: Office; cookie: string; files: FileStore };

/** Somebody who has left something in every table where people leave anything. */
export async function meetSomebody(rooms: Rooms): Promise<Somebody> {
  const { house, office, cookie, files } = rooms;
  const { db, clock } = house;
  const lan = house.meet();
  const post = async (path: string, body: object) => {
    const answer = await office.ask(`/staff/api${path}`, { as: cookie, body: { requestId: randomUUID(), ...body } });
    expect(answer.status, `${path} ${answer.ok ? '' : await answer.clone().text()}`).toBe(200);
    clock.advance(60_000);
    await house.deliver();
    return await answer.json();
  };

  await lan.type('chào');
  const personId = await lan.personId();
  await db.person.update({ where: { id: personId }, data: { displayName: WORDS.displayName } });
  await sendRequest(lan, {
    ...{ need: 'mua may say mien', product: WORDS.product, commune: 'xa con minh na ri', price: '400tr', details: {} },
    ...{ establishment: WORDS.establishment, legalForm: 'hop tac xa', name: WORDS.name, phone: WORDS.phone },
  });
  const { id: applicationId } = await db.application.findFirstOrThrow({ where: { personId } });
  const fileIds = [randomUUID(), randomUUID()];
  for (const id of fileIds) {
    const bytes = new TextEncoder().encode(`bytes of ${id}`);
    const photo = { bytes, mediaType: 'image/jpeg', extension: 'jpg', width: 800, height: 600 };
    await storeFile(db, files, { id, personId, ...photo, now: clock.now() });
  }
  await lan.tap('my-dossiers:list');
  await lan.pick('Bổ sung hồ sơ');
  await lan.pick('Mã số thuế');
  await lan.type(WORDS.taxCode);
  await lan.tap('my-dossiers:list');
  await lan.pick('Bổ sung hồ sơ');
  await lan.pick('Ảnh giấy đăng ký');
  await lan.sendPhotos(fileIds);
  await lan.type('xong');
  await lan.type('dừng');

  await post(`/requests/${applicationId}/decisions`, { decision: { action: 'claim' } });
  const items = [{ questionId: 'phone', remark: WORDS.remark }];
  await post(`/requests/${applicationId}/decisions`, {
    decision: { action: 'return', items, message: WORDS.message },
  });
  await post(`/requests/${applicationId}/messages`, { text: WORDS.letter });
  await lan.tap('officer:start');
  await lan.type(WORDS.question);
  const { id: handoffId } = await db.humanHandoff.findFirstOrThrow({ where: { personId } });
  await post(`/questions/${handoffId}/answer`, { text: WORDS.answer });

  await lan.tap('news:on');
  await lan.type('may say mien ho tro bao nhieu');
  await lan.type('theo dõi tin thuế');
  await lan.tap('reminders:wish:any');
  await lan.tap('my-data:ask:correct');
  await lan.type(WORDS.correction);
  await leaveRows(rooms, { personId, applicationId });

  // A draft that stays open.
  await lan.tap('register:start');
  if (lan.last().text.includes('Vẫn dùng')) await lan.pick('Cơ sở khác');
  await lan.pick('Mua máy móc');
  await lan.type(WORDS.draft);
  return { talker: lan, personId, applicationId, fileIds };
}

/** What leads too far away to be said: codes, reminders, invitations of both ways, and a merge of their establishment. */
async function leaveRows({ house, office, cookie }: Rooms, { personId, applicationId }: Record<string, string>) {
  const { db, clock } = house;
  const [createdAt, expiresAt] = [clock.now(), new Date(clock.now().getTime() + 3_600_000)];
  const times = { createdAt, expiresAt };
  const code = () => ({ id: randomUUID(), codeHash: randomUUID(), ...times });
  const contact = await db.contact.findFirstOrThrow({ where: { personId } });
  await db.linkCode.create({ data: { ...code(), personId: personId ?? '' } });
  await db.wrongLinkCode.create({ data: { id: randomUUID(), contactId: contact.id, at: createdAt } });
  await db.dataCopyLink.create({
    data: { tokenHash: randomUUID(), personId: personId ?? '', requestId: randomUUID(), ...times },
  });
  await db.reminderAgain.create({
    data: {
      id: randomUUID(),
      personId: personId ?? '',
      subject: 'any',
      dueAt: expiresAt,
      createdAt,
      outcome: 'dropped',
    },
  });
  await db.dossierReminder.create({
    data: {
      ...{ applicationId: applicationId ?? '', about: 'progress/2026-11', which: '3-days' },
      ...{ dueAt: createdAt, outcome: 'missed', at: createdAt },
    },
  });

  const minh = house.meet();
  await sendRequest(minh, {
    ...{ need: 'mua may say mien', product: 'mien', commune: 'xa con minh na ri', price: '90tr', details: {} },
    ...{ establishment: 'Cơ sở Minh', legalForm: 'ho kinh doanh', name: 'Trần Văn Minh', phone: '0900000456' },
  });
  const minhId = await minh.personId();
  const { establishmentId: keptId } = await db.application.findUniqueOrThrow({ where: { id: applicationId } });
  const { establishmentId: mergedId } = await db.application.findFirstOrThrow({ where: { personId: minhId } });
  if (keptId === null || mergedId === null) throw new Error('no establishment');
  const certificateId = await addCertificate(db, keptId, { now: createdAt });
  await db.certificateReminder.create({
    data: {
      ...{ certificateId, personId: personId ?? '', version: 1, which: '90-days' },
      ...{ dueAt: createdAt, outcome: 'told', at: createdAt },
    },
  });
  const merge = async (deed: string, body: object) => {
    const answer = await office.ask(`/staff/api/establishments/${keptId}/${deed}`, { as: cookie, body });
    expect(answer.status, deed).toBe(200);
    return await answer.json();
  };
  const { mark } = await merge('merge-preview', { mergedId });
  await merge('merge', { requestId: randomUUID(), mergedId, mark });
  await db.establishmentInvitation.create({
    data: { ...code(), establishmentId: keptId, personId: personId ?? '', role: 'family' },
  });
  await db.establishmentInvitation.create({
    data: {
      ...code(),
      establishmentId: keptId,
      personId: minhId,
      askedById: personId,
      askedAt: createdAt,
      role: 'family',
    },
  });
  clock.advance(3_600_000);
  await house.deliver();
  expect((await minh.tap(`members:list:${keptId}`)).text).toContain(WORDS.displayName);
}
