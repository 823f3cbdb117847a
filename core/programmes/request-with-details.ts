import type { FormDefinition, Question } from '../forms/form.ts';
import { wordsOfForm } from '../forms/form-words.ts';
import { GONE, MOST_TOLD_EARLY } from '../forms/group.ts';
import type { Programme } from './programme.ts';
import { LOCAL_MATERIALS, OWN_CAPITAL, REPRESENTATIVE, TAX_CODE, WHEN, WORKERS } from './shared-questions.ts';

/** Asked by most programmes: kept also while it is not known yet what is needed. */
const OF_MOST: readonly Question[] = [TAX_CODE, REPRESENTATIVE, WORKERS, LOCAL_MATERIALS, OWN_CAPITAL, WHEN];

const known = new WeakMap<Programme, FormDefinition>();

/**
 * The request of a programme, with what is completed later as asides: never asked here, but what somebody tells of it early is
 * kept under the ids of the details, shown at the review, and can be changed there. Later it is not asked again.
 */
export function requestWithDetails(programme: Programme): FormDefinition {
  const earlier = known.get(programme);
  if (earlier !== undefined) return earlier;
  const { form, details } = programme;
  const ids = new Set(form.questions.map(({ id }) => id));
  const words = details === undefined ? undefined : wordsOfForm(details);
  const later = (details?.questions ?? OF_MOST)
    .filter(({ id, field, group }) => field.kind !== 'photos' && !ids.has(id) && group?.part !== GONE)
    .filter(({ group }) => group === undefined || group.number <= MOST_TOLD_EARLY)
    .map(
      (question): Question => ({
        ...question,
        isAside: true,
        askIf: { questionId: question.id, isAnswered: true },
        wordsOf: question.wordsOf ?? words,
      }),
    );
  const extended = { ...form, questions: [...form.questions, ...later] };
  known.set(programme, extended);
  return extended;
}
