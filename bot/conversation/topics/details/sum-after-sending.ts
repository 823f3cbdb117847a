import { sayMoney } from '../../../../core/forms/fields/money-field.ts';
import { readField } from '../../../../core/forms/fields/read-field.ts';
import { findQuestion } from '../../../../core/forms/form.ts';
import { labelWords } from '../../../../core/forms/form-words.ts';
import { isSumAlone } from '../../../../core/forms/read-elsewhere.ts';
import { type MoneyValue, moneyValue } from '../../../../core/forms/values.ts';
import { supportRequest } from '../../../../core/programmes/support-request.ts';
import { type Application, listApplications } from '../../../../records/applications.ts';
import type { Choice } from '../../../channels/channel.ts';
import type { Reply, Turn } from '../../topic.ts';
import { toolsOf } from '../form/form-tools.ts';
import { answerDetails, showDetails } from './details-turn.ts';
import { type FilledDetails, fillDetails } from './fill-details.ts';
import { wayOn } from './leave.ts';
import { withDetails } from './with-details.ts';

const DAY_MS = 24 * 60 * 60_000;
const OWN_CAPITAL = 'own-capital';

/** "500 triệu" alone, after a request was sent: told what stands in it, and what the sum may be; never a general question. */
export async function hearSumAfterSending(turn: Turn, text: string): Promise<Reply | undefined> {
  const { tx, person, now, words, conversation } = turn;
  const { lastQuestion, lastSeq } = conversation;
  const isFollowUp = lastQuestion !== undefined && lastQuestion.seq === lastSeq;
  if (!isSumAlone(text) || isFollowUp) return undefined;
  const sent = (await listApplications(tx, person.id)).find(
    ({ personId, submittedAt }) =>
      personId === person.id && submittedAt !== undefined && now.getTime() - submittedAt.getTime() < DAY_MS,
  );
  const filled = sent && fillDetails(sent, { readerId: person.id });
  const sum = readSum(turn, text);
  if (sent?.code === undefined || filled === undefined || sum === undefined) return undefined;
  const { say } = toolsOf(turn);
  const { code } = sent;
  const price = moneyValue.safeParse(sent.answers.price?.value).data;
  const values = { code, sum: say(sayMoney(sum)), price: price === undefined ? '' : say(sayMoney(price)) };
  if (price?.minVnd === sum.minVnd && price.maxVnd === sum.maxVnd) {
    return { paragraphs: [words.t('details:sum.same', values)], choices: wayOn(turn) };
  }
  return {
    paragraphs: [
      words.t(price === undefined ? 'details:sum.noPrice' : 'details:sum.price', values),
      words.t('details:sum.which', values),
    ],
    choices: [
      ...ownCapitalChoice(turn, filled, { sent, sum }),
      { key: 'officer:start', label: words.t('details:sum.officer') },
      ...wayOn(turn),
    ],
  };
}

/** The sum is kept as own capital; one that was told meanwhile stands. */
export async function takeSum(turn: Turn, id: string, written: string): Promise<Reply | undefined> {
  const [minVnd, maxVnd] = written.split('-').map(Number);
  const value = moneyValue.safeParse({ minVnd, maxVnd }).data;
  return await withDetails(turn, { id }, async (filled) => {
    if (value === undefined || !isAsked(filled)) return showDetails(turn, filled);
    return await answerDetails(turn, filled, { kind: 'value', questionId: OWN_CAPITAL, value, raw: written });
  });
}

function readSum(turn: Turn, text: string): MoneyValue | undefined {
  const question = findQuestion(supportRequest.form, 'price');
  const reading = question && readField(supportRequest.form, question, text, toolsOf(turn));
  return reading?.kind === 'value' || reading?.kind === 'confirm'
    ? moneyValue.safeParse(reading.value).data
    : undefined;
}

function isAsked({ form, answers, isOpen }: FilledDetails): boolean {
  return findQuestion(form, OWN_CAPITAL) !== undefined && answers[OWN_CAPITAL] === undefined && isOpen(OWN_CAPITAL);
}

function ownCapitalChoice(
  turn: Turn,
  filled: FilledDetails,
  { sent: { id }, sum: { minVnd, maxVnd } }: { sent: Application; sum: MoneyValue },
): Choice[] {
  const question = findQuestion(filled.form, OWN_CAPITAL);
  if (question === undefined || !isAsked(filled)) return [];
  const label = toolsOf(turn).say(labelWords(filled.form, question));
  return [{ key: `details:sum:${id}:${minVnd}-${maxVnd}`, label: turn.words.t('details:sum.ownCapital', { label }) }];
}
