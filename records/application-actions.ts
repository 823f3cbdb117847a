import { AppError } from '../core/app-error.ts';
import { type ApplicationAction, EVENT_OF, isAllowed } from '../core/applications/actions.ts';
import { codeYear, formatCode } from '../core/applications/code.ts';
import type { ActorKind, ApplicationEventKind } from '../core/applications/event.ts';
import { statusOf } from '../core/applications/status.ts';
import type { Ids } from '../core/ids.ts';
import type { Prisma } from '../generated/prisma/client.ts';
import type { Tx } from './database.ts';
import { notify } from './signals.ts';

/** `requestId` is made by the caller: the same one twice changes nothing. */
type Deed = { id: string; requestId: string; now: Date; ids: Ids };

/** Opens a draft and returns its id. */
export async function startApplication(
  tx: Tx,
  {
    personId,
    programme,
    form,
    requestId,
    now,
    ids,
  }: Omit<Deed, 'id'> & {
    personId: string;
    programme: string;
    form: { id: string; version: number };
  },
): Promise<string> {
  const id = ids.next();
  await tx.application.create({
    data: { id, personId, programme, formId: form.id, formVersion: form.version, createdAt: now, updatedAt: now },
  });
  await addEvent(tx, { id, requestId, now, ids, kind: 'started', seq: 1, actor: { kind: 'person', id: personId } });
  return id;
}

/** An accepted answer: its value in the shape of the field's kind, and the person's own words. */
export type AnswerChange = { questionId: string; value: Prisma.InputJsonValue; raw: string | undefined };

/** Keeps answers the moment they are accepted. Throws `application.not-allowed` when the dossier is no draft any more. */
export async function keepAnswers(
  tx: Tx,
  { id, changes, formVersion, now }: { id: string; changes: readonly AnswerChange[]; formVersion: number; now: Date },
): Promise<void> {
  const { status } = await lockApplication(tx, id);
  if (!isAllowed({ action: 'answer', status, actor: 'person' })) throw notAllowed('answer', status);
  for (const change of changes) {
    const key = { applicationId: id, questionId: change.questionId };
    const answer = { value: change.value, raw: change.raw ?? null, answeredAt: now };
    await tx.applicationAnswer.upsert({
      where: { applicationId_questionId: key },
      create: { ...key, ...answer },
      update: answer,
    });
  }
  await tx.application.update({ where: { id }, data: { formVersion, updatedAt: now } });
}

/**
 * Sends the request and gives its code, in this one transaction. However often it is sent, the code stays the same;
 * `isRepeated` tells that it had been sent before. Throws `application.not-allowed` for a draft that was given up.
 */
export async function submitApplication(
  tx: Tx,
  { id, personId, ...deed }: Deed & { personId: string },
): Promise<{ code: string; isRepeated: boolean }> {
  const { status, code } = await lockApplication(tx, id);
  if (code !== undefined) return { code, isRepeated: true };
  if (!isAllowed({ action: 'submit', status, actor: 'person' })) throw notAllowed('submit', status);

  const newCode = await nextCode(tx, deed.now);
  await tx.application.update({ where: { id }, data: { code: newCode } });
  await addEvent(tx, { id, ...deed, kind: 'submitted', actor: { kind: 'person', id: personId } });
  await notify(tx, 'console', 'request');
  return { code: newCode, isRepeated: false };
}

/**
 * Does an action that only leaves an event behind. The same request twice changes nothing;
 * what the status does not allow throws `application.not-allowed`.
 */
export async function actOnApplication(
  tx: Tx,
  {
    id,
    action,
    actor,
    ...deed
  }: Deed & {
    action: Exclude<ApplicationAction, 'answer' | 'submit'>;
    actor: { kind: ActorKind; id?: string };
  },
): Promise<{ isRepeated: boolean }> {
  const { status, code } = await lockApplication(tx, id);
  const same = await tx.applicationEvent.findUnique({
    where: { applicationId_requestId: { applicationId: id, requestId: deed.requestId } },
  });
  if (same !== null) return { isRepeated: true };
  if (!isAllowed({ action, status, actor: actor.kind })) throw notAllowed(action, status);
  await addEvent(tx, { id, ...deed, kind: EVENT_OF[action], actor });
  if (code !== undefined) await notify(tx, 'console', 'request');
  return { isRepeated: false };
}

/** Holds the dossier until the transaction ends: the person, an officer and a job may act at the same moment. */
async function lockApplication(tx: Tx, id: string) {
  const rows = await tx.$queryRaw<{ code: string | null }[]>`
    SELECT "code" FROM "Application" WHERE "id" = ${id}::uuid FOR UPDATE`;
  const [row] = rows;
  if (row === undefined) throw new AppError('application.missing');
  const events = await tx.applicationEvent.findMany({
    where: { applicationId: id },
    orderBy: { seq: 'asc' },
    select: { kind: true },
  });
  return { code: row.code ?? undefined, status: statusOf(events) };
}

async function addEvent(
  tx: Tx,
  {
    id,
    requestId,
    now,
    ids,
    kind,
    seq,
    actor,
  }: Deed & {
    kind: ApplicationEventKind;
    seq?: number;
    actor: { kind: ActorKind; id?: string };
  },
): Promise<void> {
  const last =
    seq === undefined
      ? await tx.applicationEvent.aggregate({ where: { applicationId: id }, _max: { seq: true } })
      : undefined;
  await tx.applicationEvent.create({
    data: {
      id: ids.next(),
      applicationId: id,
      seq: seq ?? (last?._max.seq ?? 0) + 1,
      kind,
      at: now,
      actorKind: actor.kind,
      actorId: actor.id,
      requestId,
    },
  });
  await tx.application.update({ where: { id }, data: { updatedAt: now } });
}

/** The next code of the year. The counter's row is held until commit, so no number is given twice or skipped. */
async function nextCode(tx: Tx, now: Date): Promise<string> {
  const year = codeYear(now);
  const rows = await tx.$queryRaw<{ last: number }[]>`
    INSERT INTO "Counter" ("name", "last") VALUES (${`application-code/${year}`}, 1)
    ON CONFLICT ("name") DO UPDATE SET "last" = "Counter"."last" + 1
    RETURNING "last"`;
  const [row] = rows;
  if (row === undefined) throw new AppError('application.no-code');
  return formatCode({ year, number: row.last });
}

function notAllowed(action: ApplicationAction, status: string): AppError {
  return new AppError('application.not-allowed', { action, status });
}
