import { mayAnswer } from '../core/applications/may-answer.ts';
import { onlyAddsPhotos } from '../core/applications/photos.ts';
import { returnedItems } from '../core/applications/returned-items.ts';
import { type PhotosValue, photosValue, skippedValue } from '../core/forms/values.ts';
import { KEPT_OF_ESTABLISHMENT } from '../core/programmes/establishment.ts';
import type { Prisma } from '../generated/prisma/client.ts';
import { lockApplication, notAllowed } from './application-events.ts';
import type { Tx } from './database.ts';
import { refreshEstablishment } from './establishments.ts';
import { notify } from './signals.ts';

/** An accepted answer: its value in the shape of the field's kind, and the person's own words. */
export type AnswerChange = { questionId: string; value: Prisma.InputJsonValue; raw: string | undefined };

/**
 * Keeps answers the moment they are accepted. `programme` when the answers settle which one the dossier is of;
 * `formVersion` is that of the request's form. What was skipped counts as not answered, and photos may always be added to.
 * Throws `application.not-allowed` when one of them may not be answered now (`mayAnswer`); none is kept then.
 */
export async function keepAnswers(
  tx: Tx,
  {
    id,
    changes,
    formVersion,
    programme,
    now,
  }: { id: string; changes: readonly AnswerChange[]; formVersion?: number; programme?: string; now: Date },
): Promise<void> {
  const { status, code, events, answers } = await lockApplication(tx, id);
  const returned = returnedItems(events, answers);
  const returnedIds = returned.map(({ questionId }) => questionId);
  const told = changes.map(({ questionId, value: changed, raw }) => {
    const kept = answers[questionId]?.value;
    const value = isThrownAway(kept, changed) ? { ...kept } : changed;
    const isAnswered = kept !== undefined && !skippedValue.safeParse(kept).success && !onlyAddsPhotos(kept, value);
    if (!mayAnswer({ status, questionId, isAnswered, returnedIds })) throw notAllowed('answer', status);

    const returnedAt = returned.find((item) => item.questionId === questionId)?.returnedAt;
    return { questionId, value, raw: raw ?? null, answeredAt: after(returnedAt, now) };
  });
  // Of two answers to one question the later one counts.
  const rows = [...new Map(told.map((answer) => [answer.questionId, answer])).values()];
  const [{ establishmentId }] = await tx.$queryRaw<[{ establishmentId: string | null }]>`
    WITH kept AS (
      INSERT INTO "ApplicationAnswer" ("applicationId", "questionId", "value", "raw", "answeredAt")
      SELECT ${id}::uuid, r."questionId", r."value", r."raw", r."answeredAt"
      FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r(
        "questionId" text, "value" jsonb, "raw" text, "answeredAt" timestamptz)
      ON CONFLICT ("applicationId", "questionId") DO UPDATE
      SET "value" = EXCLUDED."value", "raw" = EXCLUDED."raw", "answeredAt" = EXCLUDED."answeredAt")
    UPDATE "Application" SET "formVersion" = COALESCE(${formVersion ?? null}::int, "formVersion"),
      "programme" = COALESCE(${programme ?? null}, "programme"), "updatedAt" = ${now}
    WHERE "id" = ${id}::uuid RETURNING "establishmentId"`;
  if (code === undefined) return;
  const isOfEstablishment = changes.some(({ questionId }) => KEPT_OF_ESTABLISHMENT.includes(questionId));
  if (establishmentId !== null && isOfEstablishment) await refreshEstablishment(tx, { id: establishmentId, now });
  await notify(tx, 'console', 'request');
}

/** Takes away what a dossier keeps beside its form's answers: a course that was given up. The caller knows that it may be. */
export async function removeAnswer(
  tx: Tx,
  { id, questionId, now }: { id: string; questionId: string; now: Date },
): Promise<void> {
  const { code } = await lockApplication(tx, id);
  await tx.applicationAnswer.deleteMany({ where: { applicationId: id, questionId } });
  await tx.application.update({ where: { id }, data: { updatedAt: now } });
  if (code !== undefined) await notify(tx, 'console', 'request');
}

/** "Chưa có" at an item that came back answers it, and does not throw away the photos that are there. */
function isThrownAway(kept: unknown, changed: Prisma.InputJsonValue): kept is PhotosValue {
  return photosValue.safeParse(kept).success && skippedValue.safeParse(changed).success;
}

/** Two processes' clocks may differ: an answer to what came back is newer than its coming back. */
function after(returnedAt: Date | undefined, now: Date): Date {
  return returnedAt !== undefined && returnedAt >= now ? new Date(returnedAt.getTime() + 1) : now;
}
