import { PHOTOS, readPhotos } from '../../../../core/applications/photos.ts';
import { findCurrent, settleState, standAt } from '../../../../core/forms/form-step.ts';
import type { Reply, Turn } from '../../topic.ts';
import { currentState, showDetails } from './details-turn.ts';
import { type FilledDetails, withAll } from './fill-details.ts';
import { askWhichPaper } from './photos.ts';
import { findForm, setState } from './state.ts';

/** Stands at a paper after its photos were changed, since another may follow; what was asked before is asked again after it. */
export function showPaper(turn: Turn, filled: FilledDetails, questionId: string, before: string[]): Reply {
  const { id: applicationId } = filled.application;
  const open = findForm(turn, applicationId);
  const kept = new Set(readPhotos(filled.application.answers[PHOTOS]?.value));
  const unsorted = (open?.unsorted ?? []).filter((id) => kept.has(id));
  const state = settleState(filled, currentState(turn, filled));
  if (questionId === PHOTOS) {
    setState(turn, { step: 'form', applicationId, form: state, isAll: filled.isAll, unsorted });
    return unsorted.length > 0 ? askWhichPaper(turn, filled, unsorted, before) : showDetails(turn, filled, before);
  }
  const isAll = filled.isAll || !filled.isOpen(questionId);
  const asked = findCurrent(filled.form, state, filled.answers)?.id;
  const returnTo = asked === questionId ? open?.returnTo : asked;
  const form = standAt(state, questionId);
  setState(turn, { step: 'form', applicationId, form, isAll, unsorted, returnTo });
  return showDetails(turn, isAll ? withAll(filled) : filled, before);
}
