import { joinNoted } from '../../../../core/forms/accept-answer.ts';
import { readPricedMachines } from '../../../../core/forms/fields/listed-sums.ts';
import { type FormDefinition, findQuestion } from '../../../../core/forms/form.ts';
import type { FormStep } from '../../../../core/forms/form-step.ts';
import { answerWords, listWords } from '../../../../core/forms/form-words.ts';
import { MORE } from '../../../../core/forms/group.ts';
import { askFormAgain } from '../../../../core/forms/open-form.ts';
import { readFacts } from '../../../../core/forms/read-facts.ts';
import type { Saying } from '../../../../core/forms/saying.ts';
import { saysFurther } from '../../../../core/forms/says-further.ts';
import {
  type Answers,
  findFittingValue,
  fittingAnswers,
  isSkipped,
  moneyValue,
} from '../../../../core/forms/values.ts';
import type { Programme } from '../../../../core/programmes/programme.ts';
import { findProgramme, findProgrammeSettledBy } from '../../../../core/programmes/programmes.ts';
import { requestWithDetails } from '../../../../core/programmes/request-with-details.ts';
import { keepAnswers } from '../../../../records/application-answers.ts';
import { findApplication } from '../../../../records/applications.ts';
import type { Turn } from '../../topic.ts';
import type { FilledForm } from '../filled-form.ts';
import { toolsOf } from '../form/form-tools.ts';

const NEED = 'need';
const PRICE = 'price';

/**
 * Once it is known what is needed, its words may tell of what that programme asks later: "mua máy sấy cũ", "2 gian hàng". What
 * was told of another programme is not asked or shown any more.
 */
export function withToldDetails(turn: Turn, { answers, application }: FilledForm, step: FormStep): FormStep {
  const settled = findProgrammeSettledBy(step.changes);
  const isPriced = settled === undefined && step.changes.some(({ questionId }) => questionId === PRICE);
  const programme = isPriced ? findProgramme(application.programme) : settled;
  if (programme === undefined) return step;
  const form = requestWithDetails(programme);
  const wish = application.answers[NEED]?.raw ?? undefined;
  const told = toldDetails(turn, { form, programme, answers, changes: step.changes }, wish);
  const changes = [...step.changes, ...told];
  const known = { ...answers, ...Object.fromEntries(changes.map(({ questionId, value }) => [questionId, value])) };
  const { state, ask } = askFormAgain({ form, answers: fittingAnswers(form, known), state: step.state });
  return { ...step, changes, state, ask, said: joinNoted([...step.said, ...noteTold(form, told)]) };
}

function noteTold(form: FormDefinition, told: FormStep['changes']): Saying[] {
  const answers = told.flatMap(({ questionId, value }) => {
    const question = findQuestion(form, questionId);
    return question === undefined || question.group?.part === MORE ? [] : [answerWords(form, question, value)];
  });
  return answers.length === 0 ? [] : [{ key: 'register:noted', values: { answer: listWords(answers) } }];
}

type Settled = { form: FormDefinition; programme: Programme; answers: Answers; changes: FormStep['changes'] };

function toldDetails(
  turn: Turn,
  { form, programme, answers, changes }: Settled,
  wish: string | undefined,
): FormStep['changes'] {
  const raw = changes.find(({ questionId }) => questionId === NEED)?.raw;
  if (raw === undefined) return toldWithPrice({ form, programme, answers, changes }, wish);
  const known = { ...answers, ...Object.fromEntries(changes.map(({ questionId, value }) => [questionId, value])) };
  const hasPrice = changes.some(({ questionId, value }) => questionId === 'price' && !isSkipped(value));
  const said = Object.entries(programme.readWish?.(raw, { hasPrice }) ?? {});
  const facts = readFacts({ form, answers: known, tools: toolsOf(turn) }, undefined, raw);
  const told = [
    ...facts.told.map(({ questionId, value, raw: own }) => ({ questionId, value, raw: own })),
    ...said.map(([questionId, value]) => ({ questionId, value, raw })),
  ];
  return told.filter(({ questionId }) => known[questionId] === undefined);
}

/** "Máy hút 90tr, máy gói 60tr", where a sum was asked: the machines too. */
function toldWithPrice({ programme, answers, changes }: Settled, wish: string | undefined): FormStep['changes'] {
  const { raw, value } = changes.find(({ questionId }) => questionId === PRICE) ?? {};
  if (raw === undefined) return [];
  // Whoever was asked whether the machine comes beside what was told may have said so.
  const [before, after] = [answers[PRICE], value].map((sum) => moneyValue.safeParse(sum).data?.minVnd);
  const told = readPricedMachines(raw)?.minVnd;
  const isAdded = before !== undefined && told !== undefined && after === before + told;
  const isFurther = isAdded || saysFurther(raw);
  return Object.entries(programme.readPrice?.(raw, { known: answers, wish, isFurther }) ?? {})
    .filter(([questionId]) => answers[questionId] === undefined)
    .map(([questionId, value]) => ({ questionId, value, raw }));
}

/** What the request's sum answers of the details too is not asked again. */
export async function reusePrice(turn: Turn, id: string): Promise<void> {
  const { tx, person, now } = turn;
  const application = await findApplication(tx, { id, personId: person.id });
  const programme = application && findProgramme(application.programme);
  const { reusePrice: reuse, details } = programme ?? {};
  const question = details?.questions.find((each) => each.id === reuse?.questionId);
  if (application === undefined || reuse === undefined || question === undefined) return;
  const { answers } = application;
  if (answers[reuse.ifAnswered] === undefined || answers[reuse.questionId] !== undefined) return;
  if (reuse.unlessAnswered !== undefined && answers[reuse.unlessAnswered] !== undefined) return;
  const value = findFittingValue(question, answers.price?.value);
  if (value === undefined || isSkipped(value)) return;
  const raw = answers.price?.raw ?? undefined;
  await keepAnswers(tx, { id, changes: [{ questionId: reuse.questionId, value, raw }], now });
}
