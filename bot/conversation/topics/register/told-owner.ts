import { joinNoted } from '../../../../core/forms/accept-answer.ts';
import { applicableQuestions } from '../../../../core/forms/applicable-questions.ts';
import { type FormStep, nextOpen, standAt } from '../../../../core/forms/form-step.ts';
import { askFormAgain } from '../../../../core/forms/open-form.ts';
import { fittingAnswers } from '../../../../core/forms/values.ts';
import { readOwnerName } from '../../../../core/programmes/for-another.ts';
import type { FilledForm } from '../filled-form.ts';

/** Where a helper may have named the owner before their name is asked. */
const TOLD_IN = ['need', 'filled-by'];
const OWNER = 'owner-name';

/** Once the owner agreed, their name is kept where the helper told it with the wish: it is not asked again. */
export function withToldOwner({ form, answers, application }: FilledForm, step: FormStep): FormStep {
  const changed = Object.fromEntries(step.changes.map(({ questionId, value }) => [questionId, value]));
  const known = fittingAnswers(form, { ...answers, ...changed });
  const isTold = ['need', 'owner-consent'].some((id) => changed[id] !== undefined);
  const isAsked = applicableQuestions(form, known).some(({ id }) => id === OWNER) && known[OWNER] === undefined;
  if (!isTold || !isAsked) return step;
  const raws = TOLD_IN.flatMap(
    (id) => step.changes.find(({ questionId }) => questionId === id)?.raw ?? application.answers[id]?.raw ?? [],
  );
  const [told] = raws.flatMap((raw) => {
    const name = readOwnerName(raw);
    return name === undefined ? [] : [{ questionId: OWNER, value: name, raw }];
  });
  if (told === undefined) return step;
  const withName = { ...known, [OWNER]: told.value };
  const at = step.state.at === OWNER ? standAt(step.state, nextOpen(form, withName)) : step.state;
  const { state, ask } = askFormAgain({ form, answers: withName, state: at });
  const noted = { key: 'register:noted', values: { answer: told.value } };
  return { ...step, state, ask, said: joinNoted([...step.said, noted]), changes: [...step.changes, told] };
}
