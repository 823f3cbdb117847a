import { EDIT } from '../../../../core/forms/form-choice.ts';
import { labelWords } from '../../../../core/forms/form-words.ts';
import type { Choice } from '../../../channels/channel.ts';
import type { Reply, Turn } from '../../topic.ts';
import { toolsOf } from '../form/form-tools.ts';
import { answerKey } from '../form/keys.ts';
import { countDetails, type FilledDetails } from './fill-details.ts';

/** What came back from the officer, each item with the remark; when all are answered, the way to send it again. */
export function askReturned(turn: Turn, filled: FilledDetails): Pick<Reply, 'paragraphs' | 'choices'> {
  const { words } = turn;
  const { application, form, returned } = filled;
  const { id, code = '' } = application;
  const { say } = toolsOf(turn);
  const lines = returned.flatMap(({ questionId, remark, isOpen }): Choice[] => {
    const question = form.questions.find((each) => each.id === questionId);
    if (question === undefined) return [];
    const label = say(labelWords(form, question));
    const key = answerKey({ questionId, option: EDIT }, { topic: 'details', form, applicationId: id });
    const text = isOpen ? words.t('details:line.open', { label, remark }) : words.t('details:line.mended', { label });
    return [{ key, label: text }];
  });
  const open = countOpen(filled);
  const { missing } = countDetails(application);
  return {
    paragraphs: [
      open > 0 ? words.t('details:returned.intro', { code, open }) : words.t('details:returned.complete', { code }),
    ],
    choices: [
      ...(open > 0 ? [] : [{ key: `details:resubmit:${id}`, label: words.t('details:returned.resubmit') }]),
      ...lines,
      ...(missing > 0 ? [{ key: `details:all:${id}`, label: words.t('details:returned.others', { missing }) }] : []),
      { key: `details:leave:${id}`, label: words.t('details:returned.later') },
    ],
  };
}

/** How many of the items that came back wait for their answer. */
export function countOpen({ returned }: FilledDetails): number {
  return returned.filter(({ isOpen }) => isOpen).length;
}
