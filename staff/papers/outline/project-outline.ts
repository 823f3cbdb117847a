import type { Article } from '../../../core/answers/article.ts';
import { projectOf } from '../../../core/applications/project.ts';
import type { Answers } from '../../../core/forms/values.ts';
import type { Advice } from '../../../core/programmes/advise.ts';
import { listItemNumbers } from '../../../core/programmes/eligibility/condition.ts';
import { KEPT_OF_ESTABLISHMENT } from '../../../core/programmes/establishment.ts';
import { knownAnswers } from '../../../core/programmes/known-answers.ts';
import { findProgramme } from '../../../core/programmes/programmes.ts';
import { officeDay } from '../../../core/time.ts';
import type { Words } from '../../../locales/words.ts';
import type { RequestDetail } from '../../../records/request-detail.ts';
import type { DescribedItem } from '../../requests/describe-answers.ts';
import { type KeptItem, listKeptItems } from '../../requests/kept-items.ts';
import type { ToldAdvice } from '../../requests/tell-advice.ts';
import { nameOfProgramme } from '../export/shared-columns.ts';
import { describeForPaper } from '../form/describe-for-paper.ts';
import { sayLongDay } from '../form/paper-time.ts';
import { adviceOf, type RequestForm } from '../form/request-form.ts';
import { type BlankOf, blank } from './blank.ts';
import { legalBases, rulesToKeep } from './outline-grounds.ts';
import {
  approvedLines,
  askedFigures,
  type CostRow,
  costRows,
  type SourceRow,
  sourceRows,
  totalFigures,
} from './outline-money.ts';

type Line = { label: string; text: string };

/**
 * The draft of a project outline (dự thảo đề án): what is known for each of its eight parts (Thông tư 36/2013/TT-BCT Điều 5,
 * facts 3.3), all of it in words; what is not known is a blank for the officer. The template has the headings.
 */
export type ProjectOutline = {
  centre: string;
  centreCapital: string;
  code: string;
  /** "ngày 22 tháng 11 năm 2026" */
  day: string;
  /** For the time being. */
  name: string;
  programme: string;
  establishment: string;
  legalForm: string;
  taxCode: string;
  representative: string;
  contact: string;
  phone: string;
  place: string;
  product: string;
  sector: string;
  workers: string;
  earlierSupport: string;
  when: string;
  ownCapital: string;
  bases: string[];
  /** What is told in numbers, and what is told in words, of what the kind of support asks. */
  scale: Line[];
  contents: Line[];
  costs: CostRow[];
  total: string;
  sources: SourceRow[];
  /** What the centre asks for, in figures, and for which plan; once it is proposed. */
  asked: string;
  /** What was approved with its decision, a line each; none before that. */
  approved: string[];
  planYear: string;
  rules: string[];
  /** For the officer, on a page by itself; missing where there is nothing to judge. */
  advice?: RequestForm['advice'];
};

type Known = {
  request: Pick<RequestDetail, 'code' | 'programme' | 'status' | 'answers' | 'events'>;
  /** What other requests of the same establishment told of it. */
  ofEstablishment: Record<string, { value: unknown; raw: string | null }>;
  advice: Advice | undefined;
  told: ToldAdvice | null;
  articles: readonly Article[];
  centre: string;
  findProvinceName: (code: string) => string | undefined;
  now: Date;
};

/** It is a paper of a Vietnamese office, so it is always written in Vietnamese. */
export function makeProjectOutline(known: Known, words: Words): ProjectOutline {
  const { request, advice, told, articles, centre, findProvinceName, now } = known;
  const { t } = words;
  const programme = findProgramme(request.programme);
  const kept = Object.fromEntries(Object.entries(request.answers).map(([id, { value }]) => [id, value]));
  const answers = programme === undefined || request.status === 'erased' ? {} : knownAnswers(programme, kept);
  const dossier = { programme: request.programme, answers: answersOf(known) };
  const items =
    request.status === 'erased' ? [] : listKeptItems(dossier).map((item) => ({ ...item, ...described(item) }));
  const find = (id: string): string | undefined =>
    items.find((item) => item.id === id && item.isAnswered && !item.isSkipped && item.text !== '')?.text;
  const said = (id: string, of: BlankOf): string => find(id) ?? blank(words, of);
  const name = nameOfProgramme(request.programme, { words });
  const place = find('workshop') ?? said('commune', 'place');
  const own = items.filter(isOwnQuestion);
  const machines = machineLines(answers, { find, words });
  const orBlank = (lines: Line[], of: BlankOf): Line[] =>
    lines.length > 0
      ? lines
      : [{ label: t(`outline:none.${of === 'figures' ? 'figures' : 'contents'}`), text: blank(words, of) }];
  const date = officeDay(now);
  const project = projectOf(request.events);
  const bases = legalBases({ articles, advice, date }, words);
  const rules = rulesToKeep({ articles, date }, words);
  return {
    ...{ centre, centreCapital: centre.toLocaleUpperCase('vi'), code: request.code, day: sayLongDay(words, date) },
    ...{
      programme: name,
      name: t('outline:name', { programme: name, establishment: said('establishment', 'establishment') }),
    },
    establishment: said('establishment', 'establishment'),
    legalForm: said('legal-form', 'legalForm'),
    taxCode: said('tax-code', 'taxCode'),
    representative: find('representative') ?? find('owner-name') ?? blank(words, 'person'),
    contact: said('contact-name', 'person'),
    phone: said('phone', 'phone'),
    place,
    product: said('product', 'product'),
    sector: said('sector', 'sector'),
    workers: said('workers', 'workers'),
    earlierSupport: [said('earlier-support', 'earlierSupport'), find('earlier-what')].filter(Boolean).join(': '),
    when: said('when', 'when'),
    ownCapital: said('own-capital', 'ownCapital'),
    bases: bases.length > 0 ? bases : [blank(words, 'bases')],
    scale: orBlank([...machines.count, ...own.filter(isFigure).map(lineOf)], 'figures'),
    contents: orBlank([...machines.lines, ...own.filter((item) => !isFigure(item)).map(lineOf)], 'contents'),
    costs: costRows(answers, { words, name }),
    total: totalFigures(answers, words),
    sources: sourceRows(advice?.estimate, { words, findProvinceName }),
    asked: askedFigures(project, words),
    approved: approvedLines(project, words),
    planYear: String(project?.planYear ?? blank(words, 'planYear')),
    rules: rules.length > 0 ? rules : [blank(words, 'rules')],
    ...(told !== null && { advice: adviceOf(told, { words, now }) }),
  };
}

/** What this dossier leaves open of its establishment, others may have told. */
function answersOf({ request, ofEstablishment }: Known): RequestDetail['answers'] {
  const told = Object.entries(ofEstablishment).filter(
    ([id]) => KEPT_OF_ESTABLISHMENT.includes(id) && request.answers[id] === undefined,
  );
  const answeredAt = new Date(0);
  const others = told.map(([id, { value, raw }]) => [id, { value, raw, answeredAt }]);
  return { ...Object.fromEntries(others), ...request.answers };
}

type Item = KeptItem & DescribedItem;

const described = (item: KeptItem): DescribedItem => describeForPaper(item, 'vi');

/** Told where they belong: what every kind shares, the machines of the estimate, and papers. */
const ELSEWHERE = new Set([...KEPT_OF_ESTABLISHMENT, 'own-capital', 'when', 'earlier-support', 'earlier-what']);

function isOwnQuestion({ id, part, asked, isAnswered, isSkipped, text }: Item): boolean {
  const isTold = isAnswered && !isSkipped && text !== '';
  const isElsewhere = ELSEWHERE.has(id) || id.startsWith('machines.');
  return isTold && part === 'details' && asked?.question.field.kind !== 'photos' && !isElsewhere;
}

/** How many machines, and each with whether it is new. */
function machineLines(
  answers: Answers,
  { find, words: { t } }: { find: (id: string) => string | undefined; words: Words },
): { count: Line[]; lines: Line[] } {
  const numbers = listItemNumbers('machines', answers);
  const lines = numbers.map((number) => {
    const told = [find(`machines.${number}.name`), find(`machines.${number}.state`)].filter(Boolean);
    return { label: t('outline:machine', { number }), text: told.join(', ') };
  });
  const count = { label: t('outline:machines'), text: t('outline:machineCount', { count: numbers.length }) };
  return { count: numbers.length === 0 ? [] : [count], lines };
}

function isFigure({ asked }: Item): boolean {
  return ['money', 'count', 'percent'].includes(asked?.question.field.kind ?? '');
}

function lineOf({ label, text }: Item): Line {
  return { label, text };
}
