import type { FormDefinition } from '../../../../core/forms/form.ts';
import type { FormStep } from '../../../../core/forms/form-step.ts';
import type { Reply, Turn } from '../../topic.ts';
import { toolsOf } from './form-tools.ts';
import { answerKey } from './keys.ts';

/** Says what happened and asks what is next, in one message. */
export function replyOf(
  turn: Turn,
  step: Pick<FormStep, 'said' | 'ask' | 'isStuck'>,
  { before = [], beforeAsk = [], ...of }: FormPlace & { before?: string[]; beforeAsk?: string[] },
): Reply {
  const { words } = turn;
  const { say } = toolsOf(turn);
  const { said, ask, isStuck } = step;
  return {
    paragraphs: [
      ...before,
      ...said.map(say),
      ...(isStuck ? [words.t('register:stuck')] : []),
      ...beforeAsk,
      say(ask.text),
    ],
    choices: [
      ...ask.choices.map((choice) => ({ key: answerKey(choice, of), label: say(choice.label) })),
      ...(isStuck ? [{ key: 'officer:start', label: words.t('conversation:menu.officer') }] : []),
    ],
    contactButton: ask.contactButton && say(ask.contactButton),
  };
}

/** Whose buttons they are. */
type FormPlace = { topic: string; form: FormDefinition; applicationId: string };
