import { randomUUID } from 'node:crypto';
import { startApplication, submitApplication } from '../../records/application-actions.ts';
import { keepAnswers } from '../../records/application-answers.ts';
import type { Db } from '../../records/database.ts';
import { mergeEstablishments } from '../../records/merges.ts';
import { undoMerge } from '../../records/undo-merge.ts';

const ids = { next: () => randomUUID() };
const form = { id: 'request', version: 2 };
const THAI_NGUYEN = { provinceCode: '19', province: 'Tỉnh Thái Nguyên' };

export const CON_MINH = { communeCode: '02185', commune: 'Xã Côn Minh', ...THAI_NGUYEN, legacyAddressText: 'Côn Minh' };
export const DONG_PHUC = {
  communeCode: '01933',
  commune: 'Xã Đồng Phúc',
  ...THAI_NGUYEN,
  legacyAddressText: 'Đồng Phúc',
};
export const TAI_HOAN = {
  ...{ establishment: 'HTX Tài Hoan', 'legal-form': 'cooperative', product: 'Miến dong', commune: CON_MINH },
  ...{ 'contact-name': 'Nguyễn Thị Hoan', phone: '0900000001' },
};

type Values = Record<string, string | object>;
type Filed = { personId: string; values: Values; establishmentId?: string; at: Date };

/** A draft with these answers. */
export async function beginRequest(db: Db, { personId, values, establishmentId, at: now }: Filed): Promise<string> {
  const asked = { personId, programme: 'support-request', form, establishmentId, requestId: randomUUID(), now, ids };
  const id = await db.$transaction((tx) => startApplication(tx, asked));
  await answerRequest(db, { id, values, at: now });
  return id;
}

export async function answerRequest(
  db: Db,
  { id, values, at }: { id: string; values: Values; at: Date },
): Promise<void> {
  const changes = Object.entries(values).map(([questionId, value]) => {
    return { questionId, value, raw: typeof value === 'string' ? value : undefined };
  });
  await db.$transaction((tx) => keepAnswers(tx, { id, changes, now: at }));
}

export async function submitRequest(
  db: Db,
  { id, personId, at }: { id: string; personId: string; at: Date },
): Promise<void> {
  const deed = { id, personId, requestId: randomUUID(), now: at, ids };
  await db.$transaction((tx) => submitApplication(tx, deed));
}

/** A request that was sent as people send it, with its establishment. */
export async function sendRequest(db: Db, filed: Filed): Promise<{ id: string; establishmentId: string }> {
  const id = await beginRequest(db, filed);
  await submitRequest(db, { id, personId: filed.personId, at: filed.at });
  const { establishmentId } = await db.application.findUniqueOrThrow({ where: { id } });
  return { id, establishmentId: establishmentId ?? '' };
}

export async function merge(db: Db, pair: { keptId: string; mergedId: string; at: Date }): Promise<string> {
  const mergeId = randomUUID();
  const { at: now, ...both } = pair;
  await db.$transaction((tx) => mergeEstablishments(tx, { mergeId, officerId: 'officer', now, ids, ...both }));
  return mergeId;
}

export async function undo(db: Db, { mergeId, at }: { mergeId: string; at: Date }): Promise<void> {
  await db.$transaction((tx) => undoMerge(tx, { mergeId, officerId: 'officer', now: at }));
}

/** All that stands of two establishments, to be compared. */
export async function standingOf(db: Db, ...establishmentIds: string[]) {
  const where = { establishmentId: { in: establishmentIds } };
  const order = [{ establishmentId: 'asc' }, { id: 'asc' }] as const;
  return {
    applications: await db.application.findMany({
      where,
      orderBy: [...order],
      select: { id: true, establishmentId: true },
    }),
    invitations: await db.establishmentInvitation.findMany({ where, orderBy: [...order] }),
    members: await db.establishmentMember.findMany({
      where,
      orderBy: [{ establishmentId: 'asc' }, { personId: 'asc' }],
    }),
    answers: await db.establishmentAnswer.findMany({
      where,
      orderBy: [{ establishmentId: 'asc' }, { questionId: 'asc' }],
    }),
    keys: await db.establishmentKey.findMany({
      where,
      orderBy: [{ establishmentId: 'asc' }, { kind: 'asc' }, { value: 'asc' }],
    }),
  };
}
