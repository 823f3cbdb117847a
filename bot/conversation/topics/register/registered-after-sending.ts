import { findQuestion } from '../../../../core/forms/form.ts';
import { answerWords, labelWords } from '../../../../core/forms/form-words.ts';
import { openForm } from '../../../../core/forms/open-form.ts';
import { readRegistered } from '../../../../core/forms/read-registered.ts';
import { type Application, listApplications } from '../../../../records/applications.ts';
import type { Reply, Turn } from '../../topic.ts';
import { fillForm } from '../filled-form.ts';
import { toolsOf } from '../form/form-tools.ts';

/** What is beyond is changed by an amendment alone. */
const MAY_BE_PUT_RIGHT: readonly Application['status'][] = [
  'submitted',
  'in-review',
  'needs-papers',
  'accepted',
  'proposed',
];

/**
 * "Vừa làm giấy hộ kinh doanh hôm qua rồi", of a request that was sent as unregistered: what it says now and what it should say,
 * asked back. It stands in the dossier as it was sent, so the yes goes to the officers, who put it right.
 */
export async function hearRegisteredAfterSending(turn: Turn, given?: Application): Promise<Reply | undefined> {
  const { input, tx, person, words, conversation, inbound } = turn;
  if (input.kind !== 'text') return undefined;
  const sent =
    given ??
    (await listApplications(tx, person.id)).find(
      ({ status, personId }) => personId === person.id && MAY_BE_PUT_RIGHT.includes(status),
    );
  const filled = sent && fillForm(sent);
  if (sent?.code === undefined || filled === undefined) return undefined;
  const { form, answers } = filled;
  const tools = toolsOf(turn);
  const told = readRegistered({ ...filled, state: openForm(filled).state, tools }, input.text);
  const question = told && findQuestion(form, told.question.id);
  const kept = told && answers[told.question.id];
  if (told === undefined || question === undefined || kept === undefined) return undefined;
  conversation.lastQuestion = { text: input.text, seq: inbound.seq, articleIds: [] };
  const values = {
    code: sent.code,
    label: tools.say(labelWords(form, question)).toLowerCase(),
    before: tools.say(answerWords(form, question, kept)),
    after: tools.say(answerWords(form, question, told.value)),
  };
  return {
    paragraphs: [words.t('register:afterSending.changed', values), words.t('register:afterSending.ask', values)],
    choices: [
      { key: `ask:send:${inbound.seq}`, label: words.t('register:afterSending.send') },
      { key: `my-dossiers:show:${sent.id}`, label: words.t('register:gone.see', values) },
      { key: 'menu:show', label: words.t('common:backToMenu') },
    ],
  };
}
