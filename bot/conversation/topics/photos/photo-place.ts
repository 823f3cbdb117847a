import { PHOTOS, readPhotos } from '../../../../core/applications/photos.ts';
import { findCurrent, settleState } from '../../../../core/forms/form-step.ts';
import { type Application, findApplication, listApplications } from '../../../../records/applications.ts';
import { listLastPhotos } from '../../../../records/paper-photos.ts';
import type { Turn } from '../../topic.ts';
import { currentState } from '../details/details-turn.ts';
import { fillDetails } from '../details/fill-details.ts';
import { findState } from '../details/state.ts';

/** Photos of one paper of a dossier, or (`PHOTOS`) those of none of its papers. */
export type PhotoPlace = { application: Application; questionId: string; fileIds: string[]; lastSent?: string };

/** The photos that somebody means who says "xoá ảnh 2": those of the paper that is open, else those with which the last one stands. */
export async function findMeantPlace(turn: Turn): Promise<PhotoPlace | undefined> {
  return (await findOpenPlace(turn)) ?? (await findLastPlace(turn));
}

async function findOpenPlace(turn: Turn): Promise<PhotoPlace | undefined> {
  const state = findState(turn);
  if (state?.step !== 'form') return undefined;
  const application = await findApplication(turn.tx, { id: state.applicationId, personId: turn.person.id });
  const filled = application && fillDetails(application, { isAll: state.isAll });
  if (application === undefined || filled === undefined) return undefined;
  if (state.unsorted.length > 0) return { application, questionId: PHOTOS, fileIds: photosAt(application, PHOTOS) };
  const at = findCurrent(filled.form, settleState(filled, currentState(turn, filled)), filled.answers)?.id;
  const fileIds = at === undefined ? [] : photosAt(application, at);
  return at === undefined || fileIds.length === 0 ? undefined : { application, questionId: at, fileIds };
}

async function findLastPlace({ tx, person }: Turn): Promise<PhotoPlace | undefined> {
  const lastSent = await listLastPhotos(tx, person.id);
  const places = (await listApplications(tx, person.id)).flatMap((application) =>
    Object.keys(application.answers).map((questionId) => ({
      application,
      questionId,
      fileIds: photosAt(application, questionId),
    })),
  );
  for (const sent of lastSent) {
    const place = places.find(({ fileIds }) => fileIds.includes(sent));
    if (place !== undefined) return { ...place, lastSent: sent };
  }
  return undefined;
}

export function photosAt({ answers }: Application, questionId: string): string[] {
  return readPhotos(answers[questionId]?.value);
}
