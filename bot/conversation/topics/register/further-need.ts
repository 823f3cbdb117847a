import { optionWords } from '../../../../core/forms/form-words.ts';
import { choicesValue } from '../../../../core/forms/values.ts';
import { supportRequest } from '../../../../core/programmes/support-request.ts';
import type { Application } from '../../../../records/applications.ts';
import type { Choice } from '../../../channels/channel.ts';
import type { Turn } from '../../topic.ts';
import { toolsOf } from '../form/form-tools.ts';

/** The next of the needs that were named with this one, each of which is a request of its own. */
export function findFurtherNeed({ answers }: Pick<Application, 'answers'>): string | undefined {
  return furtherNeeds(answers)[0];
}

/** All of them, in the order in which they were named. */
export function furtherNeeds(answers: Application['answers']): string[] {
  return choicesValue.safeParse(answers.also?.value).data?.optionIds ?? [];
}

/** "Làm bao bì, mẫu mã" */
export function sayNeedOption(turn: Turn, option: string): string {
  const question = supportRequest.form.questions.find(({ id }) => id === 'need');
  return question === undefined ? '' : toolsOf(turn).say(optionWords(supportRequest.form, question, option));
}

export function furtherChoice(turn: Turn, { id }: Pick<Application, 'id'>, need: string): Choice {
  return {
    key: `register:further:${id}`,
    label: turn.words.t('register:further.go', { need: sayNeedOption(turn, need) }),
  };
}
