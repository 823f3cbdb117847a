import { nextOpen, standAt } from '../../../../core/forms/form-step.ts';
import type { Answers } from '../../../../core/forms/values.ts';
import { readHelper } from '../../../../core/programmes/for-another.ts';
import { keepAnswers } from '../../../../records/application-answers.ts';
import type { Reply, Turn } from '../../topic.ts';
import type { FilledForm } from '../filled-form.ts';
import { currentState, showForm } from './form-turn.ts';
import { setState } from './state.ts';

/** Somebody says that they fill this in for another: that is kept, and the owner's consent asked next. Once a draft. */
export async function beginForAnother(turn: Turn, draft: FilledForm, text: string): Promise<Reply | undefined> {
  const helper = readHelper(text);
  if (helper === undefined || draft.answers['filled-by'] !== undefined) return undefined;
  const { application, form } = draft;
  const { id } = application;
  const changes = [{ questionId: 'filled-by', value: helper, raw: text }];
  await keepAnswers(turn.tx, { id, changes, formVersion: form.version, now: turn.now });
  const answers: Answers = { ...draft.answers, 'filled-by': helper };
  // Consent is asked before anything more is told of the owner, also where another question stood.
  const at = answers['owner-consent'] === undefined ? 'owner-consent' : nextOpen(form, answers);
  setState(turn, { step: 'form', applicationId: id, form: standAt(currentState(turn, draft), at) });
  return showForm(turn, { ...draft, answers }, [turn.words.t('register:forAnother')]);
}
