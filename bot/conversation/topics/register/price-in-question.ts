import { applicableQuestions } from '../../../../core/forms/applicable-questions.ts';
import { readField } from '../../../../core/forms/fields/read-field.ts';
import { nextOpen, standAt } from '../../../../core/forms/form-step.ts';
import { answerWords } from '../../../../core/forms/form-words.ts';
import { looksLikeQuestion } from '../../../../core/forms/looks-like-question.ts';
import { findPriceInQuestion } from '../../../../core/forms/price-in-question.ts';
import { isSkipped } from '../../../../core/forms/values.ts';
import { findProgramme } from '../../../../core/programmes/programmes.ts';
import { officeDay } from '../../../../core/time.ts';
import { keepAnswers } from '../../../../records/application-answers.ts';
import { phraseAnswer } from '../../../library/phrase-answer.ts';
import type { Reply, Turn } from '../../topic.ts';
import { traceAnswer } from '../ask/trace-answer.ts';
import type { FilledForm } from '../filled-form.ts';
import { toolsOf } from '../form/form-tools.ts';
import { tellOwnSum } from '../form/own-sum.ts';
import { currentState, showForm } from './form-turn.ts';
import { findState, setState } from './state.ts';

const PRICE = 'price';

/**
 * "Máy này 30 triệu, được bao nhiêu?" in the middle of a request: answered, and where the request has no price yet it is kept
 * and told back. Undefined where it may be the price of something else: then it is only a question.
 */
export async function hearPriceInQuestion(turn: Turn, draft: FilledForm, text: string): Promise<Reply | undefined> {
  const { application, form, answers } = draft;
  const question = applicableQuestions(form, answers).find(({ id }) => id === PRICE);
  const found = looksLikeQuestion(text) ? findPriceInQuestion(text) : undefined;
  if (found === undefined || question === undefined || answers[PRICE] !== undefined) return undefined;
  const tools = toolsOf(turn);
  const reading = readField(form, question, found.said, tools);
  if (reading.kind !== 'value' || isSkipped(reading.value)) return undefined;

  const { library, words, person, centre, conversation, inbound, now } = turn;
  const date = officeDay(now);
  const heard = library.ask({ text, provinceCode: person.provinceCode ?? centre.provinceCode, date });
  const isAmount = heard.kind === 'amount';
  const rateKind = findProgramme(application.programme)?.rateKind;
  const isOther = isAmount && answers.need !== undefined && heard.supportKind !== rateKind;
  if (isOther || !(found.isAlone || (isAmount && heard.isConditional !== true))) return undefined;

  const change = { questionId: PRICE, value: reading.value, raw: found.said };
  await keepAnswers(turn.tx, { id: application.id, changes: [change], formVersion: form.version, now });
  const kept = { ...answers, [PRICE]: reading.value };
  const stood = currentState(turn, draft);
  const open = findState(turn);
  const state = stood.at === PRICE ? standAt(stood, nextOpen(form, kept)) : stood;
  if (open?.step === 'form') setState(turn, { ...open, form: state });
  turn.trace(traceAnswer(library, heard, { date, before: conversation.lastQuestion?.seq }));
  conversation.lastQuestion = { text, seq: inbound.seq, articleIds: heard.articles.map(({ id }) => id) };

  const withPrice = { ...application.answers, [PRICE]: { value: reading.value, raw: found.said, answeredAt: now } };
  const sum = isAmount
    ? phraseAnswer({ words, locale: person.locale === 'en' ? 'en' : 'vi', library }, heard)
    : (tellOwnSum(turn, { ...application, answers: withPrice }, 'được bao nhiêu') ?? []);
  const noted = words.t('register:notedPrice', { answer: tools.say(answerWords(form, question, reading.value)) });
  return await showForm(turn, { ...draft, application: { ...application, answers: withPrice }, answers: kept }, [
    ...sum,
    noted,
  ]);
}
